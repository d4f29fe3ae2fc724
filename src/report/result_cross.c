/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cross-tables: shares under every answer of the break, their bases, means and the test. */
#include "config.h"

#include "report/result_parts.h"

#include "base/i18n.h"

#include <math.h>

#define FEW_EXPECTED 0.2 /* Cochran (1954): more cells than this under 5 make the test doubtful */

struct cross {
	struct report_table *t;
	const struct crosstab *x;
	const struct result_view *view;
	enum result_percent percent;
	int first, end;   /* of the heads */
	const char *mark; /* of the question, before sentences on it alone; NULL = it is alone */
	unsigned said;    /* notes that its own sentences say already */
};

const char *
result_percent_label(enum result_percent percent)
{
	static const char *const labels[RESULT_PERCENTS] = { N_("per cents of columns"),
		N_("per cents of rows"), N_("per cents of all") };

	return _(labels[percent]);
}

static int
total_of(const struct crosstab *x)
{
	return x->head_count - 1;
}

int
result_heads(const struct crosstab *x)
{
	int pages = (total_of(x) + RESULT_HEADS - 1) / RESULT_HEADS;

	return pages > 1 ? (total_of(x) + pages - 1) / pages : RESULT_HEADS;
}

/* Calls one after another the heads that the table holds, then the total. */
static int
next_head(const struct cross *c, int head)
{
	if (head < 0)
		return c->first < c->end ? c->first : total_of(c->x);
	return head + 1 < c->end ? head + 1 : total_of(c->x);
}

#define EACH_HEAD(c, h)                                   \
	for (int h = next_head(c, -1), last_ = 0; !last_; \
		last_ = h == total_of((c)->x), h = last_ ? h : next_head(c, h))

static void
columns(struct cross *c)
{
	struct report_table *t = c->t;

	if (c->view->codes && c->mark)
		report_table_column(t, "question", _("Question"), REPORT_CODE, 0);
	if (c->view->codes)
		report_table_column(t, "value", _("Code"), REPORT_CODE, 0);
	report_table_column(t, "label", C_("results", "Answer"), REPORT_TEXT, 0);
	EACH_HEAD(c, h)
	report_table_column(t, c->x->heads[h].name,
		h == total_of(c->x) ? _("Total") : c->x->heads[h].label, REPORT_NUMBER, 1);
	if (c->percent == RESULT_ROW)
		report_table_column(t, "n", _("n"), REPORT_NUMBER, 0);
}

static void
cell(struct cross *c, int row, int h)
{
	const struct crosstab *x = c->x;
	const struct crosstab_cell *cell = &x->cells[row * x->head_count + h];
	double share = c->percent == RESULT_COLUMN ? cell->column
		       : c->percent == RESULT_ROW  ? cell->row
						   : cell->total;
	long base = c->percent == RESULT_COLUMN ? x->heads[h].n
		    : c->percent == RESULT_ROW  ? x->rows[row].n
						: x->heads[total_of(x)].n;

	/* A share of a hidden number would tell it. */
	result_share_cell(c->t, share, base,
		x->heads[h].hidden || cell->n < 0 || isnan(cell->weighted) || base < 0);
}

static void
start_row(struct cross *c, const char *code, const char *label)
{
	report_table_row(c->t);
	if (c->view->codes && c->mark)
		report_cell_text(c->t, c->x->column->name);
	if (c->view->codes)
		report_cell_text(c->t, code);
	report_cell_text(c->t, label);
}

static void
answer_rows(struct cross *c)
{
	for (int row = 0; row < c->x->row_count; row++) {
		start_row(c, c->x->rows[row].name, c->x->rows[row].label);
		EACH_HEAD(c, h)
		cell(c, row, h);
		if (c->percent == RESULT_ROW)
			result_count_cell(c->t, c->x->rows[row].n);
	}
}

static void
start_sum(struct cross *c, const char *code, const char *label)
{
	start_row(c, code, label);
	report_table_sum(c->t);
}

static void
base_rows(struct cross *c)
{
	const struct crosstab *x = c->x;
	bool scale = false;

	start_sum(c, "n", _("n"));
	EACH_HEAD(c, h)
	{
		result_count_cell(c->t, x->heads[h].hidden ? -1 : x->heads[h].n);
		if (x->heads[h].small && !x->heads[h].hidden)
			report_cell_mark(c->t, "*");
		scale = scale || x->heads[h].scale.n > 0;
	}
	if (c->view->weighted) {
		start_sum(c, "weighted", _("n weighted"));
		EACH_HEAD(c, h)
		result_value_cell(
			c->t, x->heads[h].weighted, 1, isnan(x->heads[h].weighted));
		start_sum(c, "effective", _("n effective"));
		EACH_HEAD(c, h)
		result_value_cell(c->t, x->heads[h].effective, 1,
			crosstab_hides(x, h) || isnan(x->heads[h].effective));
	}
	if (!scale)
		return;
	start_sum(c, "mean", _("mean"));
	EACH_HEAD(c, h)
	{
		const struct column_head *head = &x->heads[h];

		result_value_cell(c->t, head->scale.n > 0 ? head->scale.mean : NAN,
			head->scale.coarse ? 1 : 2,
			head->hidden || (head->scale.n <= 0 && head->n > 0 &&
						x->notes & (NOTE_HIDDEN | NOTE_GROUP_HIDDEN)));
		if (x->column->year)
			report_cell_plain(c->t);
	}
}

/* A sentence under the table, on this question. */
static void
say(struct cross *c, const char *text)
{
	report_table_footnote(
		c->t, c->mark ? arena_format(c->t->arena, "%s: %s", c->mark, text) : text);
}

/* Whose cells are hidden because they are few: which of those whose number is hidden too are, and
 * which stand beside them, is not told. */
static void
small_groups(struct cross *c)
{
	const struct crosstab *x = c->x;
	struct arena *arena = c->t->arena;
	const char *names = "";

	for (int h = 0; h < total_of(x); h++) {
		const struct column_head *head = &x->heads[h];
		const char *before = *names ? ", " : "";

		if (head->hidden || head->n < 0)
			names = arena_format(arena, "%s%s%s", names, before, head->label);
		else if (head->n > 0 && head->n < TABULATION_GROUP)
			names = arena_format(
				arena, "%s%s%s (n = %ld)", names, before, head->label, head->n);
	}
	if (!*names)
		return;
	say(c, arena_format(arena,
		       _("Hidden: groups of fewer than %d people, and with them those that would "
			 "tell "
			 "of them: %s."),
		       TABULATION_GROUP, names));
	c->said |= NOTE_GROUP_HIDDEN;
}

/* A number that counts on what is hidden would tell of it. */
static bool
hides_cells(const struct crosstab *x)
{
	for (int h = 0; h < x->head_count; h++)
		if (crosstab_hides(x, h))
			return true;
	return false;
}

/* Why nothing is tested, and what may help where nothing can be read. */
static void
untested(struct cross *c)
{
	const struct crosstab *x = c->x;
	bool all = true, any = false;

	for (int i = 0; i < x->row_count; i++)
		for (int h = 0; h < total_of(x); h++) {
			long n = x->cells[i * x->head_count + h].n;

			all = all && n <= 0;
			any = any || n < 0;
		}
	if (x->row_count == 0 && x->column->kind == COLUMN_NUMBER)
		say(c, _("Numbers that are many, or that few people said, have no rows; a question "
			 "with classes has."));
	else if (hides_cells(x))
		say(c, _("No test of chi-square: cells are hidden."));
	else if (x->notes & NOTE_MULTIPLE)
		say(c, _("No test of chi-square: one person could give several answers."));
	else if (x->notes & NOTE_REPEAT)
		say(c, _("No test of chi-square: one form can stand in it several times."));
	else
		say(c, _("No test of chi-square: it needs answers in two rows and two columns."));
	if (x->notes & NOTE_GROUP_HIDDEN)
		small_groups(c);
	if (all && any)
		say(c, _("All cells in which somebody stands are hidden because of few answers in "
			 "one column or row; totals stay. Joining answers in the questionnaire, or "
			 "another question in the "
			 "columns, may help."));
}

static const char *
and_label(struct arena *arena, const char *labels, const char *label)
{
	return arena_format(arena, "%s%s%s", labels, *labels ? ", " : "", label);
}

/* Who stands in the table, but not in its test. */
static void
left_out(struct cross *c)
{
	const struct crosstab *x = c->x;
	struct arena *arena = c->t->arena;
	const char *rows = "", *heads = "";

	for (int i = 0; i < x->row_count; i++)
		if (x->rows[i].untested)
			rows = and_label(arena, rows, x->rows[i].label);
	for (int h = 0; h < total_of(x); h++)
		if (x->heads[h].untested)
			heads = and_label(arena, heads, x->heads[h].label);
	if (*rows)
		say(c, arena_format(arena, _("The test leaves out answers: %s."), rows));
	if (*heads)
		say(c, arena_format(arena, _("The test leaves out columns: %s."), heads));
}

/* Bases and distributions tell how many left a question blank, and so what they answered. */
static void
blank_head(struct cross *c)
{
	const struct crosstab *x = c->x;

	for (int h = 0; h < total_of(x); h++)
		if (x->heads[h].blank && crosstab_hides(x, h))
			say(c, arena_format(c->t->arena,
				       _("What is hidden under “%s” may follow from totals of "
					 "this and other tables."),
				       x->heads[h].label));
}

static void
test(struct cross *c)
{
	const struct crosstab *x = c->x;
	struct arena *arena = c->t->arena;

	if (!x->tested || hides_cells(x)) {
		untested(c);
		blank_head(c);
		return;
	}
	say(c, x->p < 0.001 ? arena_format(arena, _("Chi-square = %s, df = %d, p < %s."),
				      result_figure(arena, x->chi_square, 2), x->df,
				      result_figure(arena, 0.001, 3))
			    : arena_format(arena, _("Chi-square = %s, df = %d, p = %s."),
				      result_figure(arena, x->chi_square, 2), x->df,
				      result_figure(arena, x->p, 3)));
	if (c->view->weighted && !c->mark)
		say(c, _("The test counts forms as they are, without weights."));
	left_out(c);
	if (x->expected_low > FEW_EXPECTED)
		say(c, arena_format(arena,
			       _("In %s %% of cells fewer than 5 answers would be expected: the "
				 "test is doubtful."),
			       result_figure(arena, x->expected_low * 100, 0)));
}

void
result_cross(struct report_table *t, struct arena *arena, const struct crosstab *x,
	const struct result_view *view, enum result_percent percent, int first, int count)
{
	struct cross c = { .t = t, .x = x, .view = view, .percent = percent };

	c.first = first < 0 ? 0 : first;
	c.end = c.first + count < total_of(x) ? c.first + count : total_of(x);
	result_begin(t, arena, result_question(arena, x->column), view);
	report_table_line(t, arena_format(arena, _("By: %s"), x->by_label));
	report_table_line(t, result_percent_label(percent));
	columns(&c);
	answer_rows(&c);
	base_rows(&c);
	test(&c);
	c.said |= NOTE_FPC; /* it has no intervals */
	result_notes(t, x->notes & ~c.said, x->threshold);
}

/* ---- several questions ---- */

static const char *
mark_of(const struct answer_column *column)
{
	return *column->number ? column->number : column->name;
}

/* On a page the heads need the room: the number says which grid a row is of. */
static const char *
words_of(const struct cross *c, struct arena *arena)
{
	const struct answer_column *column = c->x->column;

	if (c->view->codes || !*column->label || !*column->number)
		return result_question(arena, column);
	return arena_format(arena, "%s. %s", column->number, column->label);
}

void
result_banner(struct report_table *t, struct arena *arena, const struct crosstab *x, int count,
	const struct result_view *view, enum result_percent percent, int first, int head_count)
{
	struct cross c = { .t = t, .x = x, .view = view, .percent = percent };
	unsigned notes = 0;
	bool tested = false;

	c.first = first < 0 ? 0 : first;
	c.end = c.first + head_count < total_of(x) ? c.first + head_count : total_of(x);
	c.mark = mark_of(x->column);
	result_begin(t, arena, arena_format(arena, _("By: %s"), x->by_label), view);
	if (view->untitled)
		report_table_line(t, arena_format(arena, _("By: %s"), x->by_label));
	report_table_line(t, result_percent_label(percent));
	columns(&c);
	for (int i = 0; i < count; i++) {
		c.x = &x[i];
		c.mark = mark_of(c.x->column);
		if (i > 0 && !view->codes)
			report_table_row(t); /* a gap */
		start_row(&c, "", words_of(&c, arena));
		answer_rows(&c);
		base_rows(&c);
		c.said = NOTE_FPC;
		test(&c);
		notes |= c.x->notes & ~c.said;
		tested = tested || (c.x->tested && !hides_cells(c.x));
	}
	if (tested && view->weighted)
		report_table_footnote(t, _("The test counts forms as they are, without weights."));
	result_notes(t, notes, x->threshold);
}
