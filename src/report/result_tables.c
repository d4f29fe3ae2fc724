/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distributions of answers as tables. */
#include "config.h"

#include "report/result_tables.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/results/uncoded.h"
#include "report/result_parts.h"

#include <math.h>
#include <stdio.h>

/* ---- what all results share ---- */

const char *
result_question(struct arena *arena, const struct answer_column *column)
{
	const char *label = column->wording && *column->wording ? column->wording
			    : *column->label                    ? column->label
								: column->name;

	return *column->number ? arena_format(arena, "%s. %s", column->number, label) : label;
}

int
result_decimals(long n)
{
	return n < 100 ? 0 : 1;
}

/* The sign is that of official statistics in Poland for what may not be shown. */
const char *
result_hidden(void)
{
	return _("# hidden");
}

char *
result_share(char *dst, size_t size, double share, long n, bool hidden)
{
	char digits[32];

	if (hidden)
		snprintf(dst, size, "%s", result_hidden());
	else if (isnan(share))
		snprintf(dst, size, "–");
	else
		snprintf(dst, size, "%s\302\240%%", /* on one line */
			number_format(digits, sizeof(digits), share * 100, result_decimals(n)));
	return dst;
}

const char *
result_row_label(const struct answer_column *column, const struct result_row *row)
{
	return column->year && row->missing == MISSING_NONE ? row->name : row->label;
}

const char *
result_figure(struct arena *arena, double value, int decimals)
{
	char digits[64];

	return arena_string(arena, number_format(digits, sizeof(digits), value, decimals));
}

void
result_count_cell(struct report_table *t, long n)
{
	if (n < 0)
		report_cell_missing(t, result_hidden());
	else
		report_cell_decimals(t, (double)n, 0);
}

void
result_share_cell(struct report_table *t, double share, long n, bool hidden)
{
	if (hidden)
		report_cell_missing(t, result_hidden());
	else
		report_cell_decimals(t, share * 100, result_decimals(n));
}

void
result_value_cell(struct report_table *t, double value, int decimals, bool hidden)
{
	if (hidden)
		report_cell_missing(t, result_hidden());
	else
		report_cell_decimals(t, value, decimals);
}

/* Two numbers for those who count on, one text for those who read. */
void
result_interval_columns(struct report_table *t, const struct result_view *view, int decimals)
{
	if (!view->codes) {
		report_table_column(t, "interval", _("95 %: from–to"), REPORT_CODE, 0);
		return;
	}
	report_table_column(t, "low", _("95 %: from"), REPORT_NUMBER, decimals);
	report_table_column(t, "high", _("to"), REPORT_NUMBER, decimals);
}

void
result_interval_cells(struct report_table *t, const struct result_view *view, double low,
	double high, int decimals)
{
	if (view->codes) {
		report_cell_decimals(t, low, decimals);
		report_cell_decimals(t, high, decimals);
	} else if (isnan(low) || isnan(high)) {
		report_cell_empty(t);
	} else {
		report_cell_text(
			t, arena_format(t->arena, "%s–%s", result_figure(t->arena, low, decimals),
				   result_figure(t->arena, high, decimals)));
	}
}

void
result_begin(struct report_table *t, struct arena *arena, const char *title,
	const struct result_view *view)
{
	report_table_start(t, arena, view->untitled ? "" : title);
	if (view->where && *view->where)
		report_table_line(t, arena_format(arena, _("Only forms with: %s"), view->where));
	if (view->weighted)
		report_table_line(t, _("Weighted results; n is the number of forms as they are."));
}

void
result_notes(struct report_table *t, unsigned notes, int threshold)
{
	char text[512];

	while (table_note_next(&notes, threshold, text, sizeof(text)))
		report_table_footnote(t, text);
}

/* ---- distribution ---- */

struct distribution {
	struct report_table *t;
	const struct frequency *f;
	const struct result_view *view;
	bool ranks, intervals, mentions;
	enum uncoded uncoded;
	struct result_row without; /* a category */
	double all_mentions;
};

/* Per cent of all marks only where nothing is hidden: their sum would give a hidden one away. */
static void
look(struct distribution *d)
{
	const struct frequency *f = d->f;

	d->uncoded = uncoded_row(f, d->view->weighted, &d->without);
	d->ranks = f->column->kind == COLUMN_RANKS;
	d->mentions = f->column->kind == COLUMN_CHOICES;
	for (int i = 0; i < f->missing_from; i++) {
		d->intervals = d->intervals || !isnan(f->rows[i].valid.low);
		d->mentions = d->mentions && f->rows[i].n >= 0;
		d->all_mentions += f->rows[i].n >= 0 ? f->rows[i].weighted : 0;
	}
	d->mentions = d->mentions && d->all_mentions > 0;
	/* For those who read, places and points of ranks take the room. */
	d->intervals = d->intervals && (!d->ranks || d->view->codes);
}

static void
distribution_columns(struct distribution *d)
{
	struct report_table *t = d->t;

	if (d->view->codes)
		report_table_column(t, "value", _("Code"), REPORT_CODE, 0);
	report_table_column(t, "label", C_("results", "Answer"), REPORT_TEXT, 0);
	report_table_column(t, "n", _("n"), REPORT_NUMBER, 0);
	if (d->view->weighted)
		report_table_column(t, "weighted", _("n weighted"), REPORT_NUMBER, 1);
	report_table_column(t, "percent", _("Of forms, %"), REPORT_NUMBER, 1);
	report_table_column(t, "valid_percent",
		!d->ranks && d->f->column->kind != COLUMN_CHOICES ? _("Of answers, %")
		: d->view->organisations                          ? _("Of organisations, %")
								  : _("Of respondents, %"),
		REPORT_NUMBER, 1);
	if (d->view->bars)
		report_table_bar(t, 0, 100);
	if (d->intervals)
		result_interval_columns(t, d->view, 1);
	if (d->mentions)
		report_table_column(t, "mention_percent", _("Of all marks, %"), REPORT_NUMBER, 1);
	if (d->ranks) {
		report_table_column(t, "first", _("1st place"), REPORT_NUMBER, 0);
		report_table_column(t, "points", _("Points"), REPORT_NUMBER, 0);
		report_table_column(t, "mean_place", _("Mean place"), REPORT_NUMBER, 2);
	}
}

/* An exit was never given a place: there is nothing to hide. */
static void
place_cell(struct report_table *t, const struct result_row *row, double value, int decimals)
{
	result_value_cell(t, value, decimals, row->n != 0 && !row->exit && isnan(value));
}

static void
answer_row(struct distribution *d, const struct result_row *row)
{
	struct report_table *t = d->t;
	long valid = d->f->valid;
	bool hidden = row->n < 0 || isnan(row->weighted);

	report_table_row(t);
	if (d->view->codes)
		report_cell_text(t, row->name);
	report_cell_text(t, result_row_label(d->f->column, row));
	result_count_cell(t, row->n);
	if (d->view->weighted)
		result_value_cell(t, row->weighted, 1, hidden);
	/* Where the sum is hidden, a share of it would tell it. */
	result_share_cell(t, row->percent / 100, d->f->forms, hidden || d->f->forms < 0);
	result_share_cell(t, row->valid.value, valid, hidden || valid < 0);
	if (d->view->bars)
		report_cell_number(t, hidden ? NAN : row->valid.value * 100);
	if (d->intervals)
		result_interval_cells(t, d->view, row->valid.low * 100, row->valid.high * 100,
			result_decimals(valid));
	if (d->mentions && row != &d->without)
		result_share_cell(t, row->weighted / d->all_mentions, valid, false);
	if (d->ranks) {
		result_count_cell(t, row->n < 0 ? -1 : row->first);
		place_cell(t, row, row->points, d->view->weighted ? 1 : 0);
		place_cell(t, row, row->mean_place, 2);
	}
}

/* Missing answers and sums: number and share of forms. */
static void
base_row(struct distribution *d, const char *code, const char *label, long n, double weighted,
	double share, bool all_valid)
{
	struct report_table *t = d->t;
	bool hidden = n < 0 || isnan(weighted);

	report_table_row(t);
	if (d->view->codes)
		report_cell_text(t, code);
	report_cell_text(t, label);
	result_count_cell(t, n);
	if (d->view->weighted)
		result_value_cell(t, weighted, 1, hidden);
	result_share_cell(t, share, d->f->forms, hidden || d->f->forms < 0);
	if (all_valid && n > 0)
		result_share_cell(t, 1, d->f->valid, false);
}

/* Not all forms of the wave where a condition or the route leaves some out. */
static const char *
base_label(const struct distribution *d)
{
	const struct answer_column *c = d->f->column;

	if (d->f->notes & NOTE_REPEAT)
		return _("All passes");
	if (d->view->where && *d->view->where)
		return _("Forms selected");
	for (size_t i = 0; c->missing && i < c->count; i++)
		if (c->missing[i] == MISSING_OFF_ROUTE)
			return _("Forms asked");
	return _("All forms");
}

static void
sums(struct distribution *d)
{
	const struct frequency *f = d->f;

	base_row(d, "", _("Answered"), f->valid, f->weighted_valid,
		f->weighted_forms > 0 ? f->weighted_valid / f->weighted_forms : NAN, true);
	report_table_sum(d->t);
	for (int i = f->missing_from; i < f->row_count; i++)
		base_row(d, f->rows[i].name, f->rows[i].label, f->rows[i].n, f->rows[i].weighted,
			f->rows[i].percent / 100, false);
	base_row(d, "", base_label(d), f->forms, f->weighted_forms, 1, false);
	report_table_sum(d->t);
}

/* Kish's number is one more equation for what is hidden. */
static void
base_note(struct report_table *t, const struct frequency *f, const struct result_view *view)
{
	const char *n, *weighted;

	if (!view->weighted || f->valid < 0 || isnan(f->weighted_valid))
		return;
	n = result_figure(t->arena, (double)f->valid, 0);
	weighted = result_figure(t->arena, f->weighted_valid, 1);
	report_table_footnote(
		t, frequency_hides(f) || isnan(f->effective)
			   ? arena_format(t->arena, _("n = %s; weighted n = %s."), n, weighted)
			   : arena_format(t->arena,
				     _("n = %s; weighted n = %s; effective n = %s (Kish)."), n,
				     weighted, result_figure(t->arena, f->effective, 1)));
}

/* Of hidden rows it is not known: then they may. */
static bool
shares_exceed(const struct frequency *f)
{
	double sum = 0;

	for (int i = 0; i < f->missing_from; i++) {
		if (isnan(f->rows[i].valid.value))
			return true;
		sum += f->rows[i].valid.value;
	}
	return sum > 1 + 1e-9;
}

void
result_frequency(struct report_table *t, struct arena *arena, const struct frequency *f,
	const struct result_view *view)
{
	struct distribution d = { .t = t, .f = f, .view = view };
	const char *const *lines;
	bool exits = false;
	int count;

	look(&d);
	result_begin(t, arena, result_question(arena, f->column), view);
	distribution_columns(&d);
	for (int i = 0; i < f->missing_from; i++) {
		answer_row(&d, &f->rows[i]);
		exits = exits || f->rows[i].exit;
	}
	if (d.uncoded == UNCODED_TOLD)
		answer_row(&d, &d.without);
	sums(&d);
	base_note(t, f, view);
	count = result_scale_text(arena, f, &lines);
	for (int i = 0; i < count; i++)
		report_table_footnote(t, lines[i]);
	if (exits && count > 0)
		report_table_footnote(t, _("Answers outside the scale stand in the table and are "
					   "left out of means."));
	if (d.ranks)
		report_table_footnote(t, _("Points: as many as there are places for the first one, "
					   "1 for the last."));
	if (d.uncoded == UNCODED_SOME)
		report_table_footnote(
			t, _("Some of the answers have no category yet: they count as "
			     "answered and stand in no row."));
	result_notes(
		t, f->notes & ~(shares_exceed(f) ? 0u : (unsigned)NOTE_MULTIPLE), f->threshold);
}
