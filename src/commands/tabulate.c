/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tabulate: the answers to one question, or two of them crossed. CSV has the bare figures, a cell
 * that is hidden is empty; forms for people are the tables that screens and reports show. */
#include "config.h"

#include "commands/given.h"
#include "commands/tabulate.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/results/uncoded.h"
#include "report/result_tables.h"

#include <math.h>
#include <string.h>

/* The first stands only in front of several questions, the last two where n is weighted; of ranks
 * follow what places say. */
static const struct result_column frequency_columns[] = {
	{ "question", N_("question"), REPORT_CODE },
	{ "value", N_("code"), REPORT_CODE },
	{ "label", N_("answer"), REPORT_TEXT },
	{ "n", N_("n"), REPORT_NUMBER },
	{ "percent", /* xgettext:no-c-format */ N_("% of forms"), REPORT_NUMBER },
	{ "valid_percent", /* xgettext:no-c-format */ N_("% of answers"), REPORT_NUMBER },
	{ "n_unweighted", N_("n unweighted"), REPORT_NUMBER },
	{ "n_effective", N_("n effective"), REPORT_NUMBER },
};

static const struct result_column rank_columns[] = {
	{ "points", N_("Points"), REPORT_NUMBER },
	{ "first_places", N_("1st place"), REPORT_NUMBER },
	{ "mean_place", N_("Mean place"), REPORT_NUMBER },
};
enum { RANKS = sizeof(rank_columns) / sizeof(*rank_columns) };

static const struct result_column cross_columns[] = {
	{ "question", N_("question"), REPORT_CODE },
	{ "value", N_("code"), REPORT_CODE },
	{ "label", N_("answer"), REPORT_TEXT },
	{ "by", N_("code of the head"), REPORT_CODE },
	{ "by_label", N_("head"), REPORT_TEXT },
	{ "n", N_("n"), REPORT_NUMBER },
	{ "percent", N_("%"), REPORT_NUMBER },
	{ "n_unweighted", N_("n unweighted"), REPORT_NUMBER },
	{ "n_effective", N_("n effective"), REPORT_NUMBER },
};

static const struct result_column text_columns[] = {
	{ "question", N_("question"), REPORT_CODE },
	{ "text", N_("text"), REPORT_TEXT },
	{ "n", N_("n"), REPORT_NUMBER },
};

/* Of a weighted table the weighted number. */
static void
number_cell(struct result *r, long n, double weighted, bool use_weights)
{
	if (n < 0)
		result_none(r);
	else if (use_weights)
		tabulate_figure(r, weighted);
	else
		result_whole(r, n);
}

/* What a weighted row rests on: forms as they are, and how many of equal weight its base is. */
static void
weight_cells(struct result *r, long n, double effective, bool use_weights)
{
	if (!use_weights)
		return;
	number_cell(r, n, 0, false);
	tabulate_figure(r, effective);
}

/* An exit, and what is missing, was never given a place. Weighted, no more digits than people read:
 * beside the plain figures they would tell the places given in each category of a margin. */
static void
rank_cells(struct result *r, const struct frequency *f, const struct result_row *row, bool weighted)
{
	bool placed = f->column->kind == COLUMN_RANKS && row->missing == MISSING_NONE && !row->exit;

	tabulate_figure(r, !placed ? NAN : weighted ? round(row->points * 10) / 10 : row->points);
	number_cell(r, placed && row->n >= 0 ? row->first : -1, 0, false);
	tabulate_figure(r, !placed    ? NAN
			   : weighted ? round(row->mean_place * 100) / 100
				      : row->mean_place);
}

static void
frequency_rows(struct result *r, const struct frequency *f, const struct tabulating *g, bool ranks)
{
	bool weighted = g->t.weighted, several = g->count > 1;
	struct result_row without;
	bool told = uncoded_row(f, weighted, &without) == UNCODED_TOLD;

	for (int i = 0; i < f->row_count + told; i++) {
		/* After the categories, before the reasons why there is no answer. */
		const struct result_row *row = !told || i < f->missing_from ? &f->rows[i]
					       : i == f->missing_from       ? &without
									    : &f->rows[i - 1];

		if (several)
			result_text(r, f->column->name);
		result_text(r, row->name);
		result_text(r, row->label);
		number_cell(r, row->n, row->weighted, weighted);
		tabulate_figure(r, row->percent);
		tabulate_figure(r, row->valid.value * 100);
		weight_cells(r, row->n, frequency_hides(f) ? NAN : f->effective, weighted);
		if (ranks)
			rank_cells(r, f, row, weighted);
	}
}

static void
cross_rows(struct result *r, const struct crosstab *x, const struct tabulating *g)
{
	bool weighted = g->t.weighted, several = g->count > 1;

	for (int i = 0; i < x->row_count; i++)
		for (int h = 0; h < x->head_count; h++) {
			const struct crosstab_cell *cell = &x->cells[i * x->head_count + h];

			if (several)
				result_text(r, x->column->name);
			result_text(r, x->rows[i].name);
			result_text(r, x->rows[i].label);
			result_text(r, x->heads[h].name);
			result_text(r, x->heads[h].label);
			number_cell(r, cell->n, cell->weighted, weighted);
			tabulate_figure(
				r, 100 * (g->percent == RESULT_ROW            ? cell->row
						 : g->percent == RESULT_TOTAL ? cell->total
									      : cell->column));
			weight_cells(r, cell->n, crosstab_hides(x, h) ? NAN : x->heads[h].effective,
				weighted);
		}
}

static void
text_rows(struct result *r, const struct text_list *list, bool several)
{
	for (int i = 0; i < list->count; i++) {
		if (several)
			result_text(r, list->question->name);
		result_text(r, list->texts[i].text);
		result_whole(r, list->texts[i].n);
	}
}

static int
find_asked(struct tabulating *g, struct error *err)
{
	const struct run *run = g->run;
	const char *threshold = run_option(run, OPTION_THRESHOLD);
	const char *percent = run_option(run, OPTION_PERCENT);
	long smallest = 0;

	if (threshold && number_parse_whole(threshold, 1, 1000, &smallest))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no number of answers; --threshold takes 1 to 1000."),
			threshold);
	if (run_option(run, OPTION_TEXTS) &&
		(run_option(run, OPTION_BY) || run_option(run, OPTION_WEIGHT) ||
			run_option(run, OPTION_STATISTICS)))
		return error_set(err, ERROR_INPUT,
			_("--texts lists what people wrote; it goes with --where, not with --by, "
			  "--weight or --statistics."));
	if (percent && (!run_option(run, OPTION_BY) || run_option(run, OPTION_STATISTICS)))
		return error_set(err, ERROR_INPUT,
			_("--percent says what the per cents of a table with --by are of; give "
			  "--by, too, and no --statistics."));
	g->percent = !percent                    ? RESULT_COLUMN
		     : strcmp(percent, "row") == 0   ? RESULT_ROW
		     : strcmp(percent, "total") == 0 ? RESULT_TOTAL
						     : RESULT_COLUMN;
	g->statistics = run_option(run, OPTION_STATISTICS) != NULL;
	g->t = (struct tabulation){ .by = run_option(run, OPTION_BY),
		.where = run_option(run, OPTION_WHERE),
		.weighted = run_option(run, OPTION_WEIGHT) != NULL,
		.threshold = (int)smallest };
	g->view = (struct result_view){
		.bars = true, .weighted = g->t.weighted, .where = g->t.where
	};
	g->questions = run->arguments->operands + 1;
	g->count = run->arguments->operand_count - 1;
	return 0;
}

#define START(r, g, columns, err) tabulate_start(r, g, RESULT_COLUMNS(columns), err)
/* Of counts: two columns more where they are weighted. */
#define START_COUNTS(r, g, columns, err) \
	tabulate_start(r, g, columns,    \
		(int)(sizeof(columns) / sizeof(*columns)) - 2 * !(g)->t.weighted, err)

/* The tables of several questions as one document. */
static void
begin(struct document *d, struct arena *arena, const struct tabulating *g)
{
	document_start(d, arena, g->w.wave->survey_name);
	document_heading(d, 1, _("Distributions of answers"));
}

static int
start_frequencies(struct result **r, const struct tabulating *g, bool ranks, struct error *err)
{
	int count = (int)(sizeof(frequency_columns) / sizeof(*frequency_columns));
	struct result_column *columns =
		arena_array(&g->run->arena, (size_t)(count + RANKS), sizeof(*columns));

	count -= 2 * !g->t.weighted;
	memcpy(columns, frequency_columns, (size_t)count * sizeof(*columns));
	memcpy(columns + count, rank_columns, sizeof(rank_columns));
	return tabulate_start(r, g, columns, count + (ranks ? RANKS : 0), err);
}

static int
print_frequencies(struct tabulating *g, struct error *err)
{
	struct frequency *list = arena_array(&g->run->arena, (size_t)g->count, sizeof(*list));
	struct report_table *table;
	struct document *d = NULL;
	struct arena *arena;
	struct result *r;
	const char *fonts;
	bool ranks = false;

	for (int i = 0; i < g->count; i++) {
		g->t.question = g->questions[i];
		if (tabulate_frequency(&g->w, &g->t, &list[i], err))
			return -1;
		ranks = ranks || list[i].column->kind == COLUMN_RANKS;
	}
	if (start_frequencies(&r, g, ranks, err))
		return -1;
	table = result_table(r, &arena);
	for (int i = 0; !table && i < g->count; i++)
		frequency_rows(r, &list[i], g, ranks);
	if (table && g->count > 1) {
		begin(d = result_document(r, &arena), arena, g);
		for (int i = 0; i < g->count; i++)
			result_frequency(document_table(d), arena, &list[i], &g->view);
	} else if (table) {
		fonts = table->fonts;
		result_frequency(table, arena, &list[0], &g->view);
		table->fonts = fonts;
	}
	return result_end(r, err);
}

/* Several questions by one stand in one table, one under the other. */
static int
print_crosses(struct tabulating *g, struct error *err)
{
	struct crosstab *list = arena_array(&g->run->arena, (size_t)g->count, sizeof(*list));
	struct report_table *table;
	struct arena *arena;
	struct result *r;
	const char *fonts;

	for (int i = 0; i < g->count; i++) {
		g->t.question = g->questions[i];
		if (strcmp(g->t.question, g->t.by) == 0)
			return error_set(err, ERROR_INPUT,
				_("“%s” by itself tells nothing: give --by another question."),
				g->t.by);
		if (tabulate_cross(&g->w, &g->t, &list[i], err))
			return -1;
	}
	if (g->statistics ? tabulate_start_heads(&r, g, err)
			  : START_COUNTS(&r, g, cross_columns, err))
		return -1;
	table = result_table(r, &arena);
	for (int i = 0; !table && i < g->count; i++)
		if (g->statistics)
			tabulate_head_rows(r, &list[i], g);
		else
			cross_rows(r, &list[i], g);
	if (table) {
		fonts = table->fonts;
		if (g->count > 1)
			result_banner(table, arena, list, g->count, &g->view, g->percent, 0,
				list[0].head_count - 1);
		else
			result_cross(table, arena, &list[0], &g->view, g->percent, 0,
				list[0].head_count - 1);
		table->fonts = fonts;
	}
	return result_end(r, err);
}

static int
print_texts(struct tabulating *g, struct error *err)
{
	struct text_list *list = arena_array(&g->run->arena, (size_t)g->count, sizeof(*list));
	struct report_table *table;
	struct document *d;
	struct arena *arena;
	struct result *r;
	const char *fonts;

	for (int i = 0; i < g->count; i++) {
		g->t.question = g->questions[i];
		if (tabulate_texts(&g->w, &g->t, &list[i], err))
			return -1;
		if (list[i].given < 0)
			commands_complain(arena_format(&g->run->arena,
				_("The texts of “%s” are hidden: fewer than %d people wrote one."),
				g->questions[i], list[i].group));
	}
	if (START(&r, g, text_columns, err))
		return -1;
	table = result_table(r, &arena);
	for (int i = 0; !table && i < g->count; i++)
		text_rows(r, &list[i], g->count > 1);
	if (table && g->count > 1) {
		begin(d = result_document(r, &arena), arena, g);
		for (int i = 0; i < g->count; i++)
			result_texts(document_table(d), arena, &list[i], &g->view);
	} else if (table) {
		fonts = table->fonts;
		result_texts(table, arena, &list[0], &g->view);
		table->fonts = fonts;
	}
	return result_end(r, err);
}

int
command_tabulate(struct run *run, struct error *err)
{
	struct tabulating g = { .run = run };
	const char *language = i18n_code();
	struct wave wave;

	if (find_asked(&g, err) || given_wave(run, run->arguments->operands[0], &wave, err) ||
		wave_columns_open(run->db, &wave, language, &run->arena, &g.w, err))
		return -1;
	g.view.organisations = strcmp(g.w.q->kind, "ngo") == 0;
	if (run_option(run, OPTION_TEXTS))
		return print_texts(&g, err);
	if (g.t.by)
		return print_crosses(&g, err);
	return g.statistics ? tabulate_statistics(&g, err) : print_frequencies(&g, err);
}
