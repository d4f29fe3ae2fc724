/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tabulate: the answers to one question, or two of them crossed. CSV has the bare figures, a cell
 * that is hidden is empty; forms for people are the tables that screens and reports show. */
#include "config.h"

#include "commands/given.h"

#include "base/i18n.h"
#include "base/number.h"
#include "report/result_tables.h"

#include <math.h>

static const struct result_column frequency_columns[] = {
	{ "value", N_("code"), REPORT_CODE },
	{ "label", N_("answer"), REPORT_TEXT },
	{ "n", N_("n"), REPORT_NUMBER },
	{ "percent", /* xgettext:no-c-format */ N_("% of forms"), REPORT_NUMBER },
	{ "valid_percent", /* xgettext:no-c-format */ N_("% of answers"), REPORT_NUMBER },
};

static const struct result_column cross_columns[] = {
	{ "value", N_("code"), REPORT_CODE },
	{ "label", N_("answer"), REPORT_TEXT },
	{ "by", N_("code of the head"), REPORT_CODE },
	{ "by_label", N_("head"), REPORT_TEXT },
	{ "n", N_("n"), REPORT_NUMBER },
	{ "percent", /* xgettext:no-c-format */ N_("% of the head"), REPORT_NUMBER },
};

/* More decimals than anybody prints: CSV is read by programs. */
static void
figure(struct result *r, double value)
{
	result_number(r, isnan(value) ? NAN : round(value * 1e6) / 1e6);
}

/* Of a weighted table the weighted number. */
static void
number_cell(struct result *r, long n, double weighted, bool use_weights)
{
	if (n < 0)
		result_none(r);
	else if (use_weights)
		figure(r, weighted);
	else
		result_whole(r, n);
}

static void
frequency_rows(struct result *r, const struct frequency *f, bool weighted)
{
	for (int i = 0; i < f->row_count; i++) {
		const struct result_row *row = &f->rows[i];

		result_text(r, row->name);
		result_text(r, row->label);
		number_cell(r, row->n, row->weighted, weighted);
		figure(r, row->percent);
		figure(r, row->valid.value * 100);
	}
}

static void
cross_rows(struct result *r, const struct crosstab *x, bool weighted)
{
	for (int i = 0; i < x->row_count; i++)
		for (int h = 0; h < x->head_count; h++) {
			const struct crosstab_cell *cell = &x->cells[i * x->head_count + h];

			result_text(r, x->rows[i].name);
			result_text(r, x->rows[i].label);
			result_text(r, x->heads[h].name);
			result_text(r, x->heads[h].label);
			number_cell(r, cell->n, cell->weighted, weighted);
			figure(r, cell->column * 100);
		}
}

static int
find_asked(const struct run *run, struct tabulation *t, struct error *err)
{
	const char *threshold = run_option(run, OPTION_THRESHOLD);
	long smallest = 0;

	if (threshold && number_parse_whole(threshold, 1, 1000, &smallest))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no number of answers; --threshold takes 1 to 1000."),
			threshold);
	*t = (struct tabulation){ .question = run->arguments->operands[1],
		.by = run_option(run, OPTION_BY),
		.where = run_option(run, OPTION_WHERE),
		.weighted = run_option(run, OPTION_WEIGHT) != NULL,
		.threshold = (int)smallest };
	return 0;
}

static int
print_frequency(struct run *run, struct wave_columns *w, const struct tabulation *t,
	const struct result_view *view, struct error *err)
{
	struct report_table *table;
	struct frequency f;
	struct arena *arena;
	struct result *r;
	const char *fonts;

	if (tabulate_frequency(w, t, &f, err) ||
		result_start(&r, run, "", RESULT_COLUMNS(frequency_columns), err))
		return -1;
	table = result_table(r, &arena);
	if (!table) {
		frequency_rows(r, &f, t->weighted);
		return result_end(r, err);
	}
	fonts = table->fonts;
	result_frequency(table, arena, &f, view);
	table->fonts = fonts;
	return result_end(r, err);
}

static int
print_cross(struct run *run, struct wave_columns *w, const struct tabulation *t,
	const struct result_view *view, struct error *err)
{
	struct report_table *table;
	struct crosstab x;
	struct arena *arena;
	struct result *r;
	const char *fonts;

	if (tabulate_cross(w, t, &x, err) ||
		result_start(&r, run, "", RESULT_COLUMNS(cross_columns), err))
		return -1;
	table = result_table(r, &arena);
	if (!table) {
		cross_rows(r, &x, t->weighted);
		return result_end(r, err);
	}
	fonts = table->fonts;
	result_cross(table, arena, &x, view, RESULT_COLUMN, 0, x.head_count - 1);
	table->fonts = fonts;
	return result_end(r, err);
}

int
command_tabulate(struct run *run, struct error *err)
{
	const char *language = i18n_code();
	struct result_view view = { .bars = true };
	struct wave_columns w;
	struct tabulation t;
	struct wave wave;

	if (find_asked(run, &t, err) ||
		given_wave(run, run->arguments->operands[0], &wave, err) ||
		wave_columns_open(run->db, &wave, language, &run->arena, &w, err))
		return -1;
	view.weighted = t.weighted;
	view.where = t.where;
	return t.by ? print_cross(run, &w, &t, &view, err)
		    : print_frequency(run, &w, &t, &view, err);
}
