/* SPDX-License-Identifier: GPL-3.0-or-later */
/* weights: how the forms of a wave are brought into line with its population. */
#include "config.h"

#include "commands/given.h"

#include "base/csv.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/weights/weighting.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* The wave of the first operand and its margins. */
static int
find_weights(struct run *run, struct wave *wave, struct weighting *w, struct error *err)
{
	return given_wave(run, run->arguments->operands[0], wave, err) ||
			weighting_load(run->db, wave->id, &run->arena, w, err)
		? -1
		: 0;
}

static int
refuse_none(const struct wave *wave, struct error *err)
{
	error_set(err, ERROR_INPUT, _("The wave %s has no margins."), wave->code);
	return run_advise(err, _("gromada weights import takes them from a file."));
}

static int
compute(struct run *run, const struct wave *wave, const struct weighting *w, struct weights *out,
	struct error *err)
{
	struct wave_columns columns;

	if (w->margin_count == 0)
		return refuse_none(wave, err);
	return wave_columns_open(run->db, wave, i18n_code(), &run->arena, &columns, err) ||
			       weighting_compute(&columns, w, &run->arena, out, err)
		       ? -1
		       : 0;
}

/* ---- show ---- */

static void
pair(struct result *r, const char *name, double value, int decimals)
{
	char text[32];

	result_pair(r, name, number_plain(text, sizeof(text), value, decimals));
}

/* Empty where a hidden category would follow from it. */
static void
told(struct result *r, const struct weights *w, const char *name, double value, int decimals)
{
	if (w->hidden)
		result_pair(r, name, "");
	else
		pair(r, name, value, decimals);
}

int
command_weights_show(struct run *run, struct error *err)
{
	struct weighting w;
	struct weights weights;
	struct wave wave;
	struct result *r;

	if (find_weights(run, &wave, &w, err) || compute(run, &wave, &w, &weights, err) ||
		result_start(&r, run, wave.code, result_pairs, 2, err))
		return -1;
	pair(r, "margins", w.margin_count, 0);
	pair(r, "cap", w.cap, -1);
	result_pair(r, "note", w.note);
	pair(r, "forms", (double)weights.forms, 0);
	pair(r, "weighted_forms", weights.sum, 1);
	told(r, &weights, "effective", weights.result.effective, 1);
	pair(r, "rounds", weights.result.rounds, 0);
	result_pair(r, "converged", weights.result.converged ? "yes" : "no");
	if (weights.result.converged)
		pair(r, "deviation_percent", weights.result.deviation * 100, 4);
	else
		told(r, &weights, "deviation_percent", weights.result.deviation * 100, 4);
	told(r, &weights, "smallest", weights.result.smallest, 4);
	told(r, &weights, "largest", weights.result.largest, 4);
	told(r, &weights, "at_cap", (double)weights.result.capped, 0);
	pair(r, "without_category", (double)weights.result.unknown, 0);
	return result_end(r, err);
}

/* ---- margins ---- */

static const struct result_column margin_columns[] = {
	{ "margin", N_("margin"), REPORT_CODE },
	{ "questions", N_("questions"), REPORT_CODE },
	{ "categories", N_("categories"), REPORT_CODE },
	{ "population", N_("population"), REPORT_NUMBER },
	{ "source", N_("source"), REPORT_TEXT },
	{ "label", N_("answers"), REPORT_TEXT },
	{ "n", N_("forms"), REPORT_NUMBER },
	{ "population_percent", /* xgettext:no-c-format */ N_("% of population"), REPORT_NUMBER },
	{ "sample_percent", /* xgettext:no-c-format */ N_("% of forms"), REPORT_NUMBER },
	{ "weighted_percent", N_("% weighted"), REPORT_NUMBER },
	{ "weight", N_("mean weight"), REPORT_NUMBER },
};

static void
share(struct result *r, double part)
{
	result_number(r, round(part * 1e6) / 1e4);
}

/* What the answers make of a cell; nothing while they cannot be weighted. */
static void
print_fit(struct result *r, const struct weighting_fit_cell *cell)
{
	if (!cell) {
		for (int i = 0; i < 6; i++)
			result_none(r);
		return;
	}
	result_text(r, cell->label);
	cell->n < 0 ? result_none(r) : result_whole(r, cell->n);
	share(r, cell->population);
	share(r, cell->sample);
	share(r, cell->weighted);
	result_number(r, round(cell->weight * 1e4) / 1e4);
}

int
command_weights_margins(struct run *run, struct error *err)
{
	struct error why = { 0 };
	struct weighting w;
	struct weights weights;
	struct wave wave;
	struct result *r;
	bool fits;

	if (find_weights(run, &wave, &w, err))
		return -1;
	fits = compute(run, &wave, &w, &weights, &why) == 0;
	if (result_start(&r, run, wave.code, RESULT_COLUMNS(margin_columns), err))
		return -1;
	if (!fits)
		result_line(r, why.text);
	for (int i = 0; i < w.margin_count; i++)
		for (int c = 0; c < w.margins[i].cell_count; c++) {
			const struct weighting_cell *cell = &w.margins[i].cells[c];

			result_whole(r, i + 1);
			result_text(r, w.margins[i].questions);
			result_text(r, cell->categories);
			result_number(r, cell->population);
			result_text(r, cell->source);
			print_fit(r, fits ? &weights.margins[i].cells[c] : NULL);
		}
	return result_end(r, err);
}

/* ---- import ---- */

enum { CSV_QUESTIONS, CSV_CATEGORIES, CSV_POPULATION, CSV_SOURCE, CSV_COLUMNS };

struct margin_row { /* where a cell stood in the file */
	int margin, cell;
	long line;
};

struct reading_margins {
	struct weighting *w;
	struct margin_row *lines;
	size_t room;
	struct arena *arena;
	int columns[CSV_COLUMNS]; /* where they stand; -1 = nowhere */
	bool head;
	long rows;
};

static int
take_head(struct reading_margins *m, long line, const struct csv_field *fields, int count,
	struct error *err)
{
	static const char *const names[] = { "questions", "categories", "population", "source" };

	m->head = true;
	for (int k = 0; k < CSV_COLUMNS; k++) {
		m->columns[k] = -1;
		for (int i = 0; i < count; i++)
			if (strcmp(fields[i].text, names[k]) == 0)
				m->columns[k] = i;
		if (m->columns[k] < 0 && k != CSV_SOURCE)
			return error_at(err, ERROR_INPUT, line, 0,
				_("The first line must name the columns questions, categories, "
				  "population and, if known, source; \"%s\" is not there."),
				names[k]);
	}
	return 0;
}

static const char *
field(const struct reading_margins *m, int column, const struct csv_field *fields, int count)
{
	int at = m->columns[column];

	return at >= 0 && at < count ? fields[at].text : "";
}

static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct reading_margins *m = context;
	const char *questions, *categories, *people;
	struct weighting_margin *margin = NULL;
	double population;

	if (!m->head)
		return take_head(m, line, fields, count, err);
	questions = field(m, CSV_QUESTIONS, fields, count);
	categories = field(m, CSV_CATEGORIES, fields, count);
	people = field(m, CSV_POPULATION, fields, count);
	if (number_parse(people, &population))
		return error_at(err, ERROR_INPUT, line, m->columns[CSV_POPULATION] + 1,
			_("Line %ld: \"%s\" is no number of people."), line, people);
	for (int i = 0; i < m->w->margin_count; i++)
		if (strcmp(m->w->margins[i].questions, questions) == 0)
			margin = &m->w->margins[i];
	if (!margin)
		margin = weighting_add_margin(m->w, questions, m->arena);
	m->lines = arena_grow(m->arena, m->lines, (size_t)m->rows, &m->room, sizeof(*m->lines));
	m->lines[m->rows++] = (struct margin_row){ (int)(margin - m->w->margins),
		margin->cell_count, line };
	weighting_add_cell(
		margin, categories, population, field(m, CSV_SOURCE, fields, count), m->arena);
	return 0;
}

/* The wave's answers; while it has none, nothing can be held against them: false, said why. */
static bool
open_answers(struct run *run, const struct wave *wave, struct wave_columns *columns,
	struct error *err)
{
	if (wave_columns_open(run->db, wave, i18n_code(), &run->arena, columns, err) == 0)
		return true;
	if (err->code == ERROR_INPUT) {
		run_say("%s", err->text);
		error_clear(err);
	}
	return false;
}

static void
name_line(struct error *err, long line)
{
	char text[sizeof(err->text)];

	text_copy(text, sizeof(text), err->text);
	err->code = ERROR_NONE;
	error_at(err, ERROR_INPUT, line, 0, _("Line %ld: %s"), line, text);
}

/* Refuses what the answers do not bear, with the line of the file. */
static int
check_margins(struct run *run, const struct wave *wave, const struct reading_margins *m,
	struct error *err)
{
	struct wave_columns columns;

	if (!open_answers(run, wave, &columns, err))
		return err->code ? -1 : 0;
	for (int i = 0; i < m->w->margin_count; i++) {
		int cell = 0;

		if (weighting_check(&columns, &m->w->margins[i], &run->arena, &cell, err) == 0)
			continue;
		for (long row = 0; row < m->rows; row++)
			if (m->lines[row].margin == i && m->lines[row].cell == cell)
				name_line(err, m->lines[row].line);
		return run_advise(err, _("Nothing was taken; the margins are as they were."));
	}
	return 0;
}

/* Margins that each are right may contradict each other: they are kept, and a cap helps. */
static void
say_fit(struct run *run, const struct wave *wave, const struct weighting *w)
{
	struct error why = { 0 };
	struct weights weights;
	char off[32];

	if (compute(run, wave, w, &weights, &why))
		run_say("%s", why.text);
	else if (!weights.result.converged && isnan(weights.result.deviation))
		run_say("%s", _("Under this cap the population's margins are missed."));
	else if (!weights.result.converged)
		run_say(_("Under this cap the population's margins are missed by up to %s %%."),
			number_format(off, sizeof(off), weights.result.deviation * 100, 1));
}

int
command_weights_import(struct run *run, struct error *err)
{
	const char *path = run->arguments->operands[1];
	struct reading_margins m = { .arena = &run->arena };
	struct input *in;
	struct weighting w;
	struct wave wave;
	int result;

	if (find_weights(run, &wave, &w, err) ||
		input_open(&in, path, ENCODING_DETECT, err))
		return -1;
	w.margins = NULL;
	w.margin_count = 0;
	m.w = &w;
	result = csv_read(in, 0, NULL, take_row, &m, NULL, err);
	input_close(in);
	if (result < 0)
		return -1;
	if (m.rows == 0)
		return error_set(
			err, ERROR_INPUT, _("The file %s holds no category of a margin."), path);
	if (check_margins(run, &wave, &m, err) || weighting_save(run->db, &w, err))
		return -1;
	run_say(_("Took %ld categories of margins for the wave %s."), m.rows, wave.code);
	say_fit(run, &wave, &w);
	return 0;
}

/* ---- one cell from published statistics ---- */

struct cell_given {
	char questions[256], categories[256], indicators[256];
	int year;
};

#define G(member) GIVEN_AT(struct cell_given, member)
static const struct given_field cell_fields[] = {
	{ "questions", GIVEN_TEXT, G(questions), 0, 0, 0 },
	{ "categories", GIVEN_TEXT, G(categories), 0, 0, 0 },
	{ "indicators", GIVEN_TEXT, G(indicators), 0, 0, 0 },
	{ "year", GIVEN_WHOLE, G(year), WEIGHTING_FIRST_YEAR, 2199, 0 },
};

/* Puts the figure where the cell is, or makes the cell and its margin. */
static const struct weighting_margin *
put_cell(struct run *run, struct weighting *w, const struct cell_given *g, double population,
	const char *source)
{
	struct weighting_margin *m = NULL;

	for (int i = 0; i < w->margin_count; i++)
		if (strcmp(w->margins[i].questions, g->questions) == 0)
			m = &w->margins[i];
	if (!m)
		m = weighting_add_margin(w, g->questions, &run->arena);
	for (int c = 0; c < m->cell_count; c++)
		if (strcmp(m->cells[c].categories, g->categories) == 0) {
			m->cells[c].population = population;
			m->cells[c].source = source;
			return m;
		}
	weighting_add_cell(m, g->categories, population, source, &run->arena);
	return m;
}

int
command_weights_population(struct run *run, struct error *err)
{
	struct cell_given g = { .year = 0 };
	const struct weighting_margin *margin;
	struct wave_columns columns;
	const char *source;
	double population;
	char number[32];
	struct weighting w;
	struct wave wave;
	int cell;

	if (find_weights(run, &wave, &w, err) ||
		given_apply(run, 1, cell_fields, COUNT(cell_fields), &g, err))
		return -1;
	if (!g.questions[0] || !g.categories[0])
		return error_set(err, ERROR_INPUT,
			_("Say which cell: questions=\"sex age\" categories=\"1 18-34\"."));
	if (weighting_population(run->db, &wave, g.indicators, g.year, &run->arena,
		    &population, &source, err))
		return -1;
	margin = put_cell(run, &w, &g, population, source);
	if (open_answers(run, &wave, &columns, err) &&
		weighting_check(&columns, margin, &run->arena, &cell, err))
		return -1;
	if (err->code || weighting_save(run->db, &w, err))
		return -1;
	run_say(_("Margin %s, %s: population %s (%s)."), g.questions, g.categories,
		number_format(number, sizeof(number), population, -1), source);
	return 0;
}

/* ---- cap, drop ---- */

int
command_weights_cap(struct run *run, struct error *err)
{
	const char *text = run->arguments->operands[1];
	struct weighting w;
	struct wave wave;
	char cap[32];

	if (find_weights(run, &wave, &w, err))
		return -1;
	if (w.margin_count == 0)
		return refuse_none(&wave, err);
	if (number_parse(text, &w.cap))
		return error_set(err, ERROR_INPUT,
			_("The cap is a multiple of the mean weight: 1 or more, or 0 for none."));
	if (weighting_save(run->db, &w, err))
		return -1;
	if (w.cap > 0)
		run_say(_("No weight of the wave %s is above %s times the mean."), wave.code,
			number_format(cap, sizeof(cap), w.cap, -1));
	else
		run_say(_("The weights of the wave %s have no cap."), wave.code);
	say_fit(run, &wave, &w);
	return 0;
}

int
command_weights_drop(struct run *run, struct error *err)
{
	struct weighting w;
	struct wave wave;

	if (find_weights(run, &wave, &w, err))
		return -1;
	if (w.id == 0)
		return refuse_none(&wave, err);
	if (weighting_drop(run->db, &w, err))
		return -1;
	run_say(_("The wave %s has no weights any more."), wave.code);
	return 0;
}
