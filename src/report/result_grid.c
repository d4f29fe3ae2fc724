/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grids: questions of one scale as one ranked table, and all their answers side by side. */
#include "config.h"

#include "report/result_parts.h"

#include "base/i18n.h"

#include <math.h>
#include <string.h>

/* ---- ranked by means ---- */

/* The mean's place on a scale that all share; else no bars. */
static bool
one_scale(const struct frequency *list, int count)
{
	for (int i = 0; i < count; i++)
		if (!(list[i].column->high > list[i].column->low) ||
			list[i].column->low != list[0].column->low ||
			list[i].column->high != list[0].column->high)
			return false;
	return count > 0;
}

static void
grid_columns(struct report_table *t, const struct result_view *view, bool intervals, bool boxes,
	const struct answer_column *bars)
{
	if (view->codes)
		report_table_column(t, "question", _("Code"), REPORT_CODE, 0);
	report_table_column(t, "label", _("What was rated"), REPORT_TEXT, 0);
	report_table_column(t, "n", _("n"), REPORT_NUMBER, 0);
	report_table_column(t, "mean", _("Mean"), REPORT_NUMBER, 2);
	if (bars)
		report_table_bar(t, bars->low, bars->high);
	if (intervals)
		result_interval_columns(t, view, 2);
	if (view->codes || !boxes)
		report_table_column(t, "sd", _("Std. dev."), REPORT_NUMBER, 2);
	if (boxes) {
		report_table_column(t, "top2", _("High, %"), REPORT_NUMBER, 1);
		report_table_column(t, "bottom2", _("Low, %"), REPORT_NUMBER, 1);
		report_table_column(t, "net", _("Net"), REPORT_NUMBER, 1);
	}
}

static void
grid_row(struct report_table *t, const struct frequency *f, const struct result_view *view,
	bool intervals, bool boxes, bool bars)
{
	const struct scale_result *s = &f->scale;
	/* Without a mean there is either nothing to count or something to hide. */
	bool hidden = s->n <= 0 && f->notes & (NOTE_HIDDEN | NOTE_GROUP_HIDDEN);

	report_table_row(t);
	if (view->codes)
		report_cell_text(t, f->column->name);
	report_cell_text(t, *f->column->label ? f->column->label : f->column->name);
	if (!hidden && s->n_hidden)
		report_cell_missing(t, "#"); /* the mean stands there: only this is not said */
	else
		result_count_cell(t, hidden ? -1 : s->n);
	result_value_cell(t, s->n > 0 ? s->mean : NAN, s->coarse ? 1 : 2, hidden);
	if (bars)
		report_cell_number(t, s->n > 0 ? s->mean : NAN);
	if (intervals)
		result_interval_cells(
			t, view, s->n > 0 ? s->mean_low : NAN, s->n > 0 ? s->mean_high : NAN, 2);
	if (view->codes || !boxes)
		result_value_cell(t, s->n > 0 ? s->sd : NAN, 2, hidden);
	if (boxes) {
		result_share_cell(t, s->n > 0 ? s->top2 : NAN, s->n, hidden);
		result_share_cell(t, s->n > 0 ? s->bottom2 : NAN, s->n, hidden);
		result_share_cell(t, s->n > 0 ? s->net : NAN, s->n, hidden);
	}
}

void
result_grid(struct report_table *t, struct arena *arena, const struct frequency *list, int count,
	const char *title, const struct result_view *view)
{
	bool intervals = false, boxes = false, bars = view->bars && one_scale(list, count);
	unsigned notes = 0;

	for (int i = 0; i < count; i++) {
		intervals = intervals || (list[i].scale.n > 0 && !isnan(list[i].scale.mean_low));
		boxes = boxes || (list[i].scale.n > 0 && !isnan(list[i].scale.net));
		notes |= list[i].notes;
	}
	result_begin(t, arena, title, view);
	grid_columns(t, view, intervals, boxes, bars ? list[0].column : NULL);
	for (int i = 0; i < count; i++)
		grid_row(t, &list[i], view, intervals, boxes, bars);
	if (bars)
		report_table_footnote(
			t, arena_format(arena, _("Scale from %s to %s; bars, if any, begin at %s."),
				   result_figure(arena, list[0].column->low, -1),
				   result_figure(arena, list[0].column->high, -1),
				   result_figure(arena, list[0].column->low, -1)));
	if (boxes)
		report_table_footnote(
			t, _("High and low: the two highest and the two lowest points; "
			     "net: their difference."));
	report_table_footnote(t, _("In order of means; answers outside the scale are left out."));
	result_notes(t, notes & ~(unsigned)(NOTE_ROUNDED | NOTE_MULTIPLE),
		count > 0 ? list[0].threshold : 0);
}

/* ---- all answers ---- */

/* The answers of all rows: those of the row that has most. */
static const struct frequency *
widest(const struct frequency *list, int count)
{
	const struct frequency *most = &list[0];

	for (int i = 1; i < count; i++)
		if (list[i].missing_from > most->missing_from)
			most = &list[i];
	return most;
}

static const struct result_row *
row_named(const struct frequency *f, const char *name)
{
	for (int i = 0; i < f->missing_from; i++)
		if (strcmp(f->rows[i].name, name) == 0)
			return &f->rows[i];
	return NULL;
}

static void
shares_row(struct report_table *t, const struct frequency *f, const struct frequency *heads,
	const struct result_view *view)
{
	report_table_row(t);
	if (view->codes)
		report_cell_text(t, f->column->name);
	report_cell_text(t, *f->column->label ? f->column->label : f->column->name);
	for (int i = 0; i < heads->missing_from; i++) {
		const struct result_row *row = row_named(f, heads->rows[i].name);

		if (row)
			result_share_cell(
				t, row->valid.value, f->valid, row->n < 0 || f->valid < 0);
		else
			report_cell_empty(t);
	}
	result_count_cell(t, f->valid);
}

void
result_grid_shares(struct report_table *t, struct arena *arena, const struct frequency *list,
	int count, const char *title, const struct result_view *view)
{
	const struct frequency *heads = widest(list, count);
	unsigned notes = 0;

	result_begin(t, arena, title, view);
	report_table_line(t, _("per cents of rows"));
	if (view->codes)
		report_table_column(t, "question", _("Code"), REPORT_CODE, 0);
	report_table_column(t, "label", _("What was rated"), REPORT_TEXT, 0);
	for (int i = 0; i < heads->missing_from; i++)
		report_table_column(t, heads->rows[i].name, heads->rows[i].label, REPORT_NUMBER, 1);
	report_table_column(t, "n", _("n"), REPORT_NUMBER, 0);
	for (int i = 0; i < count; i++) {
		shares_row(t, &list[i], heads, view);
		notes |= list[i].notes;
	}
	result_notes(t, notes & ~(unsigned)(NOTE_NOT_RANDOM | NOTE_FPC), list[0].threshold);
}
