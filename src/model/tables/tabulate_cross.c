/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cross-tables. */
#include "config.h"

#include "model/tables/tabulate_cells.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "model/results/answer_column_parts.h"
#include "model/weights/distribution.h"
#include "model/tables/tabulate_heads.h"
#include "model/tables/tabulate_means.h"
#include "model/tables/tabulate_raised.h"
#include "model/tables/tabulate_weighed.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct crossing { /* a cross-table on its way */
	const struct tally *t;
	struct crosstab *x;
	bool rows_add_up, columns_add_up;
	unsigned char *hidden;       /* [row * heads + head]; the last row is the bases */
	bool any_hidden, all_hidden; /* all: none is shown under any head */
};

static bool
shows(const struct crossing *c, int row, int head)
{
	return !c->hidden[row * c->t->heads + head];
}

/* ---- privacy ---- */

static int
find_hidden(struct crossing *c, const struct tabulation *asked, struct error *err)
{
	size_t cells = (size_t)(c->t->answer_count + 1) * (size_t)c->t->heads;
	struct suppression_outcome outcome;

	c->hidden = arena_array(c->t->w->arena, cells, 1);
	if (tally_hide_cells(c->t, asked, c->hidden, &outcome, err) < 0)
		return -1;
	c->all_hidden = outcome.all;
	c->any_hidden = outcome.all || outcome.small || outcome.group || outcome.further;
	if (outcome.small || outcome.further || outcome.all)
		c->x->notes |= NOTE_HIDDEN;
	if (outcome.group)
		c->x->notes |= NOTE_GROUP_HIDDEN;
	return 0;
}

/* ---- heads ---- */

static void
name_head(const struct crossing *c, int head, struct column_head *out)
{
	static const char *const names[MODE_COUNT] = { "paper", "online", "interviewer" };
	static const char *const labels[MODE_COUNT] = { N_("on paper"), N_("online"),
		N_("by an interviewer") };

	if (head == c->t->heads - 1) {
		out->name = "total";
		out->label = _("Total");
	} else if (c->t->by_mode) {
		out->name = names[head];
		out->label = _(labels[head]);
	} else if (head == c->t->blank) {
		tally_name_blank(c->t, &out->name, &out->label);
	} else {
		tally_name_head(c->t->by, c->t->head_list, head, &out->name, &out->label);
	}
}

/* A column whose base or whose every cell is hidden tells nothing about its mean either. */
static bool
tells_scale(const struct crossing *c, int head)
{
	if (!shows(c, c->t->answer_count, head) || (c->all_hidden && head < c->t->heads - 1))
		return false;
	for (int i = 0; i < c->t->answer_count; i++)
		if (c->hidden[i * c->t->heads + head] == SUPPRESSION_GROUP)
			return false;
	return true;
}

static void
scale_of_head(const struct crossing *c, int head, struct scale_result *out)
{
	const struct tally *t = c->t;
	unsigned char *hidden = memory_array((size_t)t->answer_count + 1, 1);

	for (int i = 0; i < t->answer_count; i++)
		hidden[i] = !shows(c, i, head);
	tally_scale(t, tells_scale(c, head) ? head : -1, hidden, out);
	free(hidden);
}

static void
make_heads(struct crossing *c)
{
	const struct tally *t = c->t;
	struct crosstab *x = c->x;

	x->head_count = t->heads;
	x->heads = arena_array(t->w->arena, (size_t)t->heads, sizeof(*x->heads));
	for (int h = 0; h < t->heads; h++) {
		const struct tally_base *b = &t->base[h];
		struct column_head *head = &x->heads[h];
		unsigned char state = c->hidden[t->answer_count * t->heads + h];

		name_head(c, h, head);
		head->hidden = state != SUPPRESSION_SHOWN;
		head->n = head->hidden ? -1 : b->n;
		head->weighted = head->hidden ? NAN : b->weight;
		head->effective = head->hidden ? NAN : tally_effective(b->weight, b->squares);
		head->blank = h == t->blank;
		head->small = !head->hidden && b->n > 0 && b->n < TABULATION_SMALL;
		scale_of_head(c, h, &head->scale);
		if (head->small)
			x->notes |= NOTE_SMALL_GROUP;
		if (tally_few_scored(t, h))
			x->notes |= NOTE_GROUP_HIDDEN;
	}
	tally_join_means(t, c->rows_add_up, x->heads);
	tally_weigh_means(t, c->hidden, c->rows_add_up, x->heads);
}

/* ---- rows and cells ---- */

static void
make_row(const struct crossing *c, int i, struct result_row *row)
{
	const struct tally *t = c->t;
	const struct tally_base *all = &t->base[t->heads - 1];
	int at = i * t->heads + t->heads - 1;
	struct interval interval;

	*row = (struct result_row){ .name = t->answers[i].name,
		.label = t->answers[i].label,
		.exit = t->answers[i].exit,
		.n = -1,
		.weighted = NAN,
		.percent = NAN,
		.valid = { NAN, NAN, NAN },
		.mean_place = NAN,
		.points = NAN };
	if (!shows(c, i, t->heads - 1))
		return;
	row->n = t->n[at];
	row->weighted = t->weight[at];
	if (!shows(c, t->answer_count, t->heads - 1) || all->n == 0)
		return;
	row->valid.value = row->weighted / all->weight;
	row->percent = row->valid.value * 100;
	if (!t->intervals)
		return;
	interval = estimate_share(
		row->valid.value, tally_effective(all->weight, all->squares), t->correction);
	row->valid.low = interval.low;
	row->valid.high = interval.high;
}

static void
make_cell(const struct crossing *c, int i, int head, struct crosstab_cell *cell)
{
	const struct tally *t = c->t;
	int last = t->heads - 1, at = i * t->heads + head;
	const struct tally_base *b = &t->base[head];
	double row = t->weight[i * t->heads + last];
	struct interval interval;

	*cell = (struct crosstab_cell){ -1, NAN, NAN, NAN, NAN, NAN, NAN };
	if (!shows(c, i, head))
		return;
	cell->n = t->n[at];
	cell->weighted = t->weight[at];
	if (shows(c, i, last) && row > 0)
		cell->row = cell->weighted / row;
	if (shows(c, t->answer_count, last) && t->base[last].n > 0)
		cell->total = cell->weighted / t->base[last].weight;
	if (!shows(c, t->answer_count, head) || b->n == 0)
		return;
	cell->column = cell->weighted / b->weight;
	if (!t->intervals)
		return;
	interval =
		estimate_share(cell->column, tally_effective(b->weight, b->squares), t->correction);
	cell->low = interval.low;
	cell->high = interval.high;
}

static void
make_cells(struct crossing *c)
{
	const struct tally *t = c->t;
	struct crosstab *x = c->x;
	size_t rows = (size_t)t->answer_count;

	x->row_count = t->answer_count;
	x->rows = arena_array(t->w->arena, rows + 1, sizeof(*x->rows));
	x->cells = arena_array(t->w->arena, rows * (size_t)t->heads + 1, sizeof(*x->cells));
	for (int i = 0; i < t->answer_count; i++) {
		make_row(c, i, &x->rows[i]);
		for (int h = 0; h < t->heads; h++)
			make_cell(c, i, h, &x->cells[i * t->heads + h]);
	}
}

/* ---- the test and the notes ---- */

/* "Hard to say" is no point of a scale, and a reason is nothing that people were asked for: SPSS,
 * which has both as missing in our files, leaves them out too. */
static bool
row_is_tested(const struct tally *t, int row)
{
	if (!t->answers[row].exit)
		return true;
	for (int k = 0; k < t->column->choice_count; k++)
		if (t->choice_answer[k] == row)
			return !t->column->scale;
	return false;
}

static bool
head_is_tested(const struct tally *t, int head)
{
	int choice;

	if (t->by_mode)
		return true;
	choice = head < t->head_list->count ? t->head_list->choice[head] : -1;
	return choice >= 0 && (!t->by->choices[choice].exit || !t->by->scale);
}

/* Of what is tested, row by row; out: how many rows. */
static int
lay_test(const struct tally *t, long *counts, int *columns)
{
	int rows = 0, at = 0;

	*columns = 0;
	for (int h = 0; h < t->heads - 1; h++)
		*columns += head_is_tested(t, h);
	for (int i = 0; i < t->answer_count; i++) {
		if (!row_is_tested(t, i))
			continue;
		rows++;
		for (int h = 0; h < t->heads - 1; h++)
			if (head_is_tested(t, h))
				counts[at++] = t->n[i * t->heads + h];
	}
	return rows;
}

/* Where nothing is hidden. */
static void
mark_untested(struct crossing *c)
{
	for (int i = 0; i < c->t->answer_count; i++)
		c->x->rows[i].untested = c->x->rows[i].n > 0 && !row_is_tested(c->t, i);
	for (int h = 0; h < c->t->heads - 1; h++)
		c->x->heads[h].untested = c->x->heads[h].n > 0 && !head_is_tested(c->t, h);
}

/* One number more that hidden cells would have to fit; so not where anything is hidden. */
static void
test(struct crossing *c)
{
	const struct tally *t = c->t;
	struct pearson pearson;
	int rows, columns;
	long *counts;

	if (!c->rows_add_up || !c->columns_add_up || c->any_hidden || t->answer_count == 0 ||
		t->column->kind == COLUMN_CHOICES || (t->by && t->by->kind == COLUMN_CHOICES) ||
		t->people) /* passes of one form are no answers of many people */
		return;
	counts = memory_array((size_t)t->answer_count * (size_t)t->heads + 1, sizeof(*counts));
	rows = lay_test(t, counts, &columns);
	distribution_pearson(counts, rows, columns, &pearson);
	free(counts);
	c->x->tested = !isnan(pearson.p);
	if (c->x->tested)
		mark_untested(c);
	c->x->chi_square = pearson.statistic;
	c->x->p = pearson.p;
	c->x->df = pearson.df;
	c->x->expected_low = pearson.expected_low;
}

static void
find_notes(struct crossing *c)
{
	const struct tally *t = c->t;

	c->x->notes |= t->random ? 0 : NOTE_NOT_RANDOM;
	if (t->intervals && t->correction < 1)
		c->x->notes |= NOTE_FPC;
	if (t->selected && t->threshold > 0)
		c->x->notes |= NOTE_FILTER;
	if (t->uneven_hidden)
		c->x->notes |= NOTE_WEIGHTS;
	if (t->column->kind == COLUMN_CHOICES || t->column->kind == COLUMN_RANKS)
		c->x->notes |= NOTE_MULTIPLE;
	if (t->column->form)
		c->x->notes |= NOTE_REPEAT;
}

static int
make_crosstab(const struct tally *t, const struct tabulation *asked, struct crosstab *x,
	struct error *err)
{
	struct crossing c = { .t = t, .x = x };

	*x = (struct crosstab){ .column = t->column,
		.by = t->by,
		.by_label = t->by ? t->by->label : _("way of answering"),
		.threshold = t->threshold,
		.chi_square = NAN,
		.p = NAN };
	c.rows_add_up = tally_heads_add_up(t);
	c.columns_add_up = tally_adds_up(t);
	if (find_hidden(&c, asked, err) < 0)
		return -1;
	x->notes |= t->dropped ? NOTE_HIDDEN : 0;
	make_heads(&c);
	make_cells(&c);
	test(&c);
	find_notes(&c);
	return crosstab_hide_weighed(t, asked, x, err);
}

static int
cross_once(struct wave_columns *w, const struct tabulation *asked, struct crosstab *out,
	struct error *err)
{
	struct tally t;
	int result;

	if (tally_count(w, asked, &t, err) < 0)
		return -1;
	result = tally_find_most(&t, asked, err);
	if (result == 0)
		result = make_crosstab(&t, asked, out, err);
	tally_release(&t);
	return result;
}

int
tabulate_cross(struct wave_columns *w, const struct tabulation *asked, struct crosstab *out,
	struct error *err)
{
	struct tabulation lower = *asked;
	struct crosstab own;

	if (!asked->by)
		return error_set(err, ERROR_INPUT,
			_("Which question stands in the head of the table? Name one."));
	if (cross_once(w, asked, out, err) < 0)
		return -1;
	if (!tabulation_raised(w, asked))
		return 0;
	lower.threshold = 0;
	if (cross_once(w, &lower, &own, err) < 0)
		return -1;
	crosstab_hide_too(out, &own);
	return 0;
}

bool
crosstab_hides(const struct crosstab *x, int head)
{
	for (int row = 0; row < x->row_count; row++)
		if (x->cells[row * x->head_count + head].n < 0 ||
			isnan(x->cells[row * x->head_count + head].weighted))
			return true;
	return x->heads[head].hidden || x->heads[head].n < 0;
}
