/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tabulate --statistics: means and what stands beside them, intervals of shares, the test of a
 * cross-table; each a row. What privacy hides has none. */
#include "config.h"

#include "commands/tabulate.h"

#include "base/i18n.h"

#include <math.h>
#include <stdio.h>

static const struct result_column statistic_columns[] = {
	{ "question", N_("question"), REPORT_CODE },
	{ "statistic", N_("statistic"), REPORT_CODE },
	{ "value", N_("value"), REPORT_NUMBER },
};

static const struct result_column cross_statistic_columns[] = {
	{ "question", N_("question"), REPORT_CODE },
	{ "by", N_("code of the head"), REPORT_CODE },
	{ "by_label", N_("head"), REPORT_TEXT },
	{ "statistic", N_("statistic"), REPORT_CODE },
	{ "value", N_("value"), REPORT_NUMBER },
};

enum { STATISTICS = 14 };

int
tabulate_start(struct result **r, const struct tabulating *g, const struct result_column *columns,
	int count, struct error *err)
{
	bool several = g->count > 1;

	return result_start(r, g->run, "", columns + !several, count - !several, err);
}

/* More decimals than anybody prints: CSV is read by programs. */
void
tabulate_figure(struct result *r, double value)
{
	result_number(r, isnan(value) ? NAN : round(value * 1e6) / 1e6);
}

/* ---- means ---- */

struct statistic {
	const char *name;
	double value;
};

/* n as far as it is told. Net score and what it is of in per cent, as everywhere. */
static int
list_statistics(const struct scale_result *s, struct statistic *list)
{
	long n = scale_told(s);
	const struct statistic all[] = { { "n", n < 0 ? NAN : (double)n }, { "mean", s->mean },
		{ "mean_decimals", s->coarse ? 1 : NAN }, /* the mean is told to one place */
		{ "mean_low", s->mean_low }, { "mean_high", s->mean_high }, { "sd", s->sd },
		{ "min", s->min }, { "q1", s->q1 }, { "median", s->median }, { "q3", s->q3 },
		{ "max", s->max }, { "top2", s->top2 * 100 }, { "bottom2", s->bottom2 * 100 },
		{ "net", s->net * 100 } };
	int count = 0;

	/* Where nothing is told, n and the mean are empty, as hidden cells are. */
	for (int i = 0; i < STATISTICS; i++)
		if (i < 2 || (s->n > 0 && !isnan(all[i].value)))
			list[count++] =
				(struct statistic){ all[i].name, s->n > 0 ? all[i].value : NAN };
	return count;
}

/* Where rows stand: of which question, under which head (NULL = there are none). */
struct place {
	struct result *r;
	const char *question; /* NULL = there is one only */
	const struct column_head *head;
};

static void
put_row(const struct place *p, const char *name, const char *code, double value)
{
	char text[300];

	if (p->question)
		result_text(p->r, p->question);
	if (p->head) {
		result_text(p->r, p->head->name);
		result_text(p->r, p->head->label);
	}
	snprintf(text, sizeof(text), "%s%s%s", name, code ? ":" : "", code ? code : "");
	result_text(p->r, text);
	tabulate_figure(p->r, value);
}

static void
put_scale(const struct place *p, const struct answer_column *column, const struct scale_result *s)
{
	struct statistic list[STATISTICS];
	int count = column->scale ? list_statistics(s, list) : 0;

	for (int i = 0; i < count; i++)
		put_row(p, list[i].name, NULL, list[i].value);
}

/* ---- shares ---- */

static void
put_share(const struct place *p, const char *code, const struct estimate *share)
{
	put_row(p, "share", code, share->value * 100);
	put_row(p, "share_low", code, share->low * 100);
	put_row(p, "share_high", code, share->high * 100);
}

/* An interval tells what it rests on: it is given where n, or the effective one, is told too. */
static bool
has_interval(const struct frequency *f, int row, bool weighted)
{
	return f->valid >= 0 && f->rows[row].n >= 0 && !isnan(f->rows[row].valid.value) &&
	       !isnan(f->rows[row].valid.low) && !(weighted && frequency_hides(f));
}

static bool
has_intervals(const struct frequency *f, bool weighted)
{
	for (int i = 0; i < f->missing_from; i++)
		if (has_interval(f, i, weighted))
			return true;
	return false;
}

static void
statistic_rows(struct result *r, const struct frequency *f, const struct tabulating *g)
{
	const struct place place = { r, g->count > 1 ? f->column->name : NULL, NULL };

	put_scale(&place, f->column, &f->scale);
	for (int i = 0; i < f->missing_from; i++)
		if (has_interval(f, i, g->t.weighted))
			put_share(&place, f->rows[i].name, &f->rows[i].valid);
}

static void
put_head_shares(const struct place *p, const struct crosstab *x, int h, bool weighted)
{
	if (x->heads[h].n < 0 || x->heads[h].hidden || (weighted && crosstab_hides(x, h)))
		return;
	for (int i = 0; i < x->row_count; i++) {
		const struct crosstab_cell *cell = &x->cells[i * x->head_count + h];
		const struct estimate share = { cell->column, cell->low, cell->high };

		if (cell->n >= 0 && !isnan(share.value) && !isnan(share.low))
			put_share(p, x->rows[i].name, &share);
	}
}

/* As under tables for people: not of counts of which some are hidden. */
static void
put_test(const struct place *p, const struct crosstab *x)
{
	for (int h = 0; h < x->head_count; h++)
		if (crosstab_hides(x, h))
			return;
	if (!x->tested)
		return;
	put_row(p, "chi_square", NULL, x->chi_square);
	put_row(p, "df", NULL, x->df);
	put_row(p, "p", NULL, x->p);
}

void
tabulate_head_rows(struct result *r, const struct crosstab *x, const struct tabulating *g)
{
	struct place place = { .r = r, .question = g->count > 1 ? x->column->name : NULL };

	for (int h = 0; h < x->head_count; h++) {
		place.head = &x->heads[h];
		put_scale(&place, x->column, &x->heads[h].scale);
		put_head_shares(&place, x, h, g->t.weighted);
	}
	put_test(&place, x);
}

int
tabulate_start_heads(struct result **r, const struct tabulating *g, struct error *err)
{
	return tabulate_start(r, g, RESULT_COLUMNS(cross_statistic_columns), err);
}

/* ---- of questions ---- */

static int
need_scale(const struct answer_column *column, struct error *err)
{
	if (column->scale)
		return 0;
	return error_set(err, ERROR_INPUT,
		_("“%s” has neither a scale nor numbers, so there is no mean of it. Leave "
		  "--statistics out."),
		column->name);
}

static void
show(struct report_table *table, struct arena *arena, struct frequency *list,
	const struct tabulating *g)
{
	const char *fonts = table->fonts;

	if (g->count > 1)
		result_grid(table, arena, list, g->count, g->w.wave->survey_name, &g->view);
	else if (list->column->scale)
		result_scale(table, arena, list, &g->view);
	else
		result_frequency(table, arena, list, &g->view);
	table->fonts = fonts;
}

int
tabulate_statistics(struct tabulating *g, struct error *err)
{
	struct report_table *table;
	struct frequency *list;
	struct arena *arena;
	struct result *r;

	if (tabulate_grid(&g->w, &g->t, g->questions, g->count, &list, err))
		return -1;
	for (int i = 0; i < g->count; i++)
		if ((g->count > 1 || !has_intervals(&list[i], g->t.weighted)) &&
			need_scale(list[i].column, err))
			return -1;
	if (tabulate_start(&r, g, RESULT_COLUMNS(statistic_columns), err))
		return -1;
	table = result_table(r, &arena);
	for (int i = 0; !table && i < g->count; i++)
		statistic_rows(r, &list[i], g);
	if (table)
		show(table, arena, list, g);
	return result_end(r, err);
}
