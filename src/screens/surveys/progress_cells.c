/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of progress and quality show, and the chart of operators. */
#include "config.h"

#include "screens/surveys/progress_view.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "tui/chart.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { BAR = 12, MOST_BARS = 200 };

const char *
progress_part_text(enum progress_part part)
{
	static const char *const words[PROGRESS_PARTS] = { N_("Progress by batches"),
		N_("Quality by questions"), N_("Quality by batches"), N_("Quality by keyers"),
		N_("Operators"), N_("Operators: chart") };

	return _(words[part]);
}

double
progress_per_hour(int64_t number, int64_t seconds)
{
	return seconds > 0 ? (double)number * 3600 / (double)seconds : NAN;
}

/* ---- columns ---- */

static const struct list_column batch_columns[] = {
	{ N_("Batch, from whom"), 0, false },
	{ N_("In"), 6, true },
	{ N_("1 time"), 6, true },
	{ N_("Wait"), 6, true },
	{ N_("2 times"), 7, true },
	{ N_("To settle"), 9, true },
	{ N_("Done by now"), 17, false },
};

static const struct list_column quality_columns[] = {
	{ N_("What"), 0, false },
	{ N_("Fields"), 7, true },
	{ N_("Differ"), 7, true },
	{ N_("%"), 6, true },
	{ N_("95 %"), 11, true },
	{ N_("1st"), 5, true },
	{ N_("2nd"), 5, true },
	{ N_("Both"), 5, true },
	{ N_("Left %"), 7, true },
};

static const struct list_column operator_columns[] = {
	{ N_("Operator"), 0, false },
	{ N_("Forms"), 6, true },
	{ N_("Keys"), 8, true },
	{ N_("Forms/h"), 8, true },
	{ N_("Keys/h"), 8, true },
	{ N_("Refused"), 8, true },
	{ N_("Mended"), 8, true },
	{ N_("Wrong"), 6, true },
	{ N_("Wrong %"), 8, true },
};

#define COUNT(array) (int)(sizeof(array) / sizeof *(array))

const struct list_column *
progress_columns(enum progress_part part, int *count)
{
	if (part == PROGRESS_BATCHES) {
		*count = COUNT(batch_columns);
		return batch_columns;
	}
	if (part < PROGRESS_OPERATORS) {
		*count = COUNT(quality_columns);
		return quality_columns;
	}
	*count = COUNT(operator_columns);
	return operator_columns;
}

/* ---- cells ---- */

static void
bar(enum tier tier, int done, int of, char *dst, size_t size)
{
	int filled = of > 0 ? (int)((int64_t)done * BAR / of) : 0;
	char drawn[GLYPH_BAR_SIZE];

	snprintf(dst, size, "%s%4d%%", glyph_bar(tier, filled, BAR, drawn, sizeof drawn),
		of > 0 ? (int)((int64_t)done * 100 / of) : 0);
}

static void
batch_cell(const struct progress_view *p, const struct batch *b, int column, struct list_cell *c)
{
	int done = b->keyed + b->empty + b->empty_forms + b->spoilt + b->spoilt_forms + b->missing;
	const int counts[] = { b->received, b->keyed, b->waiting + b->keying };

	if (column == 0)
		snprintf(c->text, sizeof c->text, "%d  %s", b->number, b->received_from);
	else if (column <= 3)
		snprintf(c->text, sizeof c->text, "%d", counts[column - 1]);
	else if (column == 4)
		snprintf(c->text, sizeof c->text, "%d/%d", b->second_done + b->differing,
			b->second_chosen);
	else if (column == 5)
		snprintf(c->text, sizeof c->text, "%d", b->differing);
	else
		bar(p->tier, done, b->received, c->text, sizeof c->text);
}

/* "12. How do you rate…": what a person has before the eyes; one without a number (of another
 * version, or a part of a grid) by its wording alone. */
static void
question_cell(const struct progress_view *p, int row, struct list_cell *c)
{
	const struct quality_row *q = &p->quality[row];

	snprintf(c->text, sizeof c->text, "%s%s%s", p->numbers[row], p->numbers[row][0] ? ". " : "",
		q->label[0] ? q->label : q->key);
}

static void
quality_cell(const struct quality_row *q, int column, struct list_cell *c)
{
	const int64_t counts[] = { q->first_wrong, q->second_wrong, q->both_wrong };
	char low[32], high[32];

	if (column == 0)
		snprintf(c->text, sizeof c->text, "%s%s  %s", q->key[0] ? q->key : _("nobody"),
			q->declared ? "*" : "", q->label);
	else if (column <= 2)
		snprintf(c->text, sizeof c->text, "%lld",
			(long long)(column == 1 ? q->fields : q->differing));
	else if (column == 3)
		number_format(c->text, sizeof c->text, q->rate, 2);
	else if (column == 4)
		snprintf(c->text, sizeof c->text, "%s–%s",
			number_format(low, sizeof low, q->low, 1),
			number_format(high, sizeof high, q->high, 1));
	else if (column <= 7)
		snprintf(c->text, sizeof c->text, "%lld", (long long)counts[column - 5]);
	else
		number_format(c->text, sizeof c->text, q->left, 3);
}

static void
operator_cell(const struct operator_row *o, int column, struct list_cell *c)
{
	const double speed[] = { progress_per_hour(o->forms, o->seconds),
		progress_per_hour(o->keys, o->seconds) };
	const int64_t counts[] = { o->forms, o->keys, 0, 0, o->rejected, o->corrections, o->wrong };

	if (column == 0)
		snprintf(c->text, sizeof c->text, "%s%s  %s%s", o->initials,
			o->declared ? "*" : "", o->name, o->declared ? _(" (declared)") : "");
	else if ((column == 3 || column == 4) && isnan(speed[column - 3]))
		text_copy(c->text, sizeof c->text, "–");
	else if (column == 3 || column == 4)
		number_format(c->text, sizeof c->text, speed[column - 3], column == 3 ? 1 : 0);
	else if (column < 8)
		snprintf(c->text, sizeof c->text, "%lld", (long long)counts[column - 1]);
	else if (o->compared)
		number_format(c->text, sizeof c->text, (double)o->wrong * 100 / (double)o->compared,
			2);
	else
		text_copy(c->text, sizeof c->text, "–");
}

void
progress_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct progress_view *p = self;

	if (p->part == PROGRESS_BATCHES)
		batch_cell(p, &p->batches[row], column, c);
	else if (p->part == PROGRESS_QUESTIONS && column == 0)
		question_cell(p, row, c);
	else if (p->part < PROGRESS_OPERATORS)
		quality_cell(&p->quality[row], column, c);
	else
		operator_cell(&p->operators[row], column, c);
}

int
progress_table(const void *self, struct arena *arena, struct report_table *table,
	struct error *err)
{
	const struct progress_view *p = self;
	const struct list *list = &p->base.list;
	struct list_cell cell;

	if (p->part != PROGRESS_QUESTIONS)
		return export_list(list, progress_part_text(p->part), arena, table, err);
	report_table_start(table, arena, progress_part_text(p->part));
	report_table_column(table, "name", _("Name"), REPORT_TEXT, 0);
	report_table_column(table, "number", _("Number"), REPORT_TEXT, 0);
	report_table_column(table, "question", _("Question"), REPORT_TEXT, 0);
	for (int i = 1; i < list->column_count; i++)
		report_table_column(
			table, list->columns[i].title, _(list->columns[i].title), REPORT_TEXT, 0);
	for (int position = 0; position < list->shown; position++) {
		int row = list_row(list, position);

		report_table_row(table);
		report_cell_text(table, p->quality[row].key);
		report_cell_text(table, p->numbers[row]);
		report_cell_text(table, p->quality[row].label);
		for (int i = 1; i < list->column_count; i++) {
			cell = (struct list_cell){ .role = ROLE_TEXT };
			progress_cell(p, row, i, &cell);
			report_cell_text(table, cell.text);
		}
	}
	return 0;
}

/* ---- the lines above ---- */

static void
above_progress(const struct progress_view *p, struct canvas *c)
{
	const struct wave_counts *n = &p->counts;
	const struct wave *w = &p->view.wave;
	char share[32];

	canvas_printf(c, 1, 0, -1, ROLE_TEXT,
		_("Received %d = keyed %d + empty %d + spoilt %d; waiting %d, not found %d"),
		n->received, n->keyed, n->empty, n->spoilt, n->waiting + n->keying, n->missing);
	if (w->planned > 0)
		canvas_printf(c, 2, 0, -1, ROLE_TEXT,
			_("Handed out %d, came back %d: %s %%. Keyed twice %d of %d, to be settled "
			  "%d."),
			w->planned, n->returned,
			number_format(share, sizeof share, wave_return_rate(w, n), 1),
			n->second_done + n->differing, n->second_chosen, n->differing);
	else
		canvas_printf(c, 2, 0, -1, ROLE_TEXT,
			_("Handed out is not said (wave, F4). Keyed twice %d "
			  "of %d, to be settled %d."),
			n->second_done + n->differing, n->second_chosen, n->differing);
}

/* What people said about themselves is not known for certain. */
static void
above_declared(struct canvas *c, bool declared)
{
	if (declared)
		canvas_text(c, 3, 0, -1, ROLE_HINT,
			_("* as declared on a shared account: who it was is not certain"));
}

static void
above_quality(const struct progress_view *p, struct canvas *c)
{
	bool declared = false;

	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("Differing fields, interval of Wilson (1927); "
		  "mistakes of first, second, both."));
	canvas_text(c, 2, 0, -1, ROLE_HINT,
		_("Left: wrong fields that keying all of it twice would leave (Kawado 2003)."));
	for (int i = 0; i < p->base.count; i++)
		declared |= p->quality[i].declared;
	above_declared(c, declared);
}

static void
above_operators(const struct progress_view *p, struct canvas *c)
{
	const struct wave *w = &p->view.wave;
	bool declared = false;

	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("An hour is without pauses. Figures of different surveys are not compared."));
	if (w->speed_from[0])
		canvas_printf(c, 2, 0, -1, ROLE_HINT,
			_("Speed of each person is shown from %s on, when staff were told."),
			w->speed_from);
	else
		canvas_text(c, 2, 0, -1, ROLE_HINT,
			_("Speed of others is not shown: the wave has no day "
			  "on which staff were told."));
	for (int i = 0; i < p->base.count; i++)
		declared |= p->operators[i].declared;
	above_declared(c, declared);
}

void
progress_above(void *self, struct canvas *c)
{
	const struct progress_view *p = self;

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, _("%s, wave %s: %s"), p->view.wave.survey_name,
		p->view.wave.code, progress_part_text(p->part));
	if (p->part == PROGRESS_BATCHES)
		above_progress(p, c);
	else if (p->part < PROGRESS_OPERATORS)
		above_quality(p, c);
	else
		above_operators(p, c);
}

/* ---- the chart ---- */

void
progress_chart(const struct progress_view *p, struct canvas *c)
{
	struct chart_bar bars[MOST_BARS];
	int count = p->base.count < MOST_BARS ? p->base.count : MOST_BARS;
	int half = (c->rows - 2) / 2;
	struct canvas top = canvas_part(c, 1, 0, half, c->columns);
	struct canvas bottom = canvas_part(c, half + 2, 0, c->rows - half - 2, c->columns);

	canvas_text(c, 0, 0, -1, ROLE_LABEL, _("Forms an hour"));
	for (int i = 0; i < count; i++)
		bars[i] = (struct chart_bar){ p->operators[i].initials,
			progress_per_hour(p->operators[i].forms, p->operators[i].seconds),
			ROLE_SERIES_1 };
	chart_bars(&top, bars, count, 0, 1);
	canvas_text(c, half + 1, 0, -1, ROLE_LABEL, _("Keys an hour"));
	for (int i = 0; i < count; i++)
		bars[i].value = progress_per_hour(p->operators[i].keys, p->operators[i].seconds);
	chart_bars(&bottom, bars, count, 0, 0);
}
