/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare: results of surveys set against each other. */
#include "config.h"

#include "commands/given.h"

#include "base/i18n.h"
#include "model/results/wave_compare.h"
#include "model/units/unit_told.h"
#include "report/result_tables.h"

#include <math.h>
#include <stdio.h>

/* Shares as per cents, to more decimals than anybody prints: CSV is read by programs. */
static void
figure(struct result *r, double value, double times)
{
	result_number(r, isnan(value) ? NAN : round(value * times * 1e6) / 1e6);
}

/* ---- compare ---- */

static const struct result_column compare_columns[] = {
	{ "wave", N_("wave"), REPORT_CODE },
	{ "unit", N_("unit code"), REPORT_CODE },
	{ "name", N_("name"), REPORT_TEXT },
	{ "year", N_("year"), REPORT_CODE },
	{ "n", N_("n"), REPORT_NUMBER },
	{ "value", N_("answer"), REPORT_CODE },
	{ "label", N_("text"), REPORT_TEXT },
	{ "figure", N_("figure"), REPORT_NUMBER },
	{ "measure", N_("measure"), REPORT_TEXT },
	{ "difference", N_("difference"), REPORT_NUMBER },
	{ "low", N_("from"), REPORT_NUMBER },
	{ "high", N_("to"), REPORT_NUMBER },
	{ "p", N_("p"), REPORT_NUMBER },
	{ "wording", N_("wording"), REPORT_TEXT },
	{ "coarse", N_("known to one place"), REPORT_TEXT },
};

static void
compare_row(struct result *r, struct run *run, const struct wave_compare *c, int row, int wave)
{
	const struct compared_wave *w = &c->waves[wave];
	const struct compared_row *what = &c->rows[row];
	const struct compared_cell *cell = &c->cells[row * c->wave_count + wave];
	const struct unit *unit = unit_by_slot(&run->units, w->wave.slot);
	bool mean = what->kind == COMPARED_MEAN;
	double times = mean ? 1 : 100;
	long n = wave_compare_answers(c, row, wave);

	result_text(r, w->wave.code);
	result_text(r, unit ? run_code(unit) : "");
	result_text(r, unit ? unit->label : "");
	result_year(r, w->wave.year);
	n >= 0 ? result_whole(r, n) : result_none(r);
	result_text(r, what->name);
	result_text(r, what->label);
	figure(r, cell->value, times);
	result_text(r, mean ? "" : what->kind == COMPARED_NET ? _("p.p.") : "%");
	figure(r, cell->difference, times);
	figure(r, cell->low, times);
	figure(r, cell->high, times);
	figure(r, cell->p, 1);
	result_text(r, w->wording);
	result_yes(r, mean && w->table.scale.coarse);
}

/* ---- the same for people ---- */

static bool
compared(const struct wave_compare *c, int wave)
{
	return c->waves[wave].asked && c->waves[wave].keyed;
}

/* Waves without a column of figures; programs are told beside the rows. */
static void
say_left_out(struct report_table *t, struct arena *arena, const struct wave_compare *c)
{
	for (int i = 0; i < c->wave_count; i++) {
		const struct compared_wave *w = &c->waves[i];
		const char *line;

		if (compared(c, i))
			continue;
		line = arena_format(arena, "%s: %s", w->wave.code,
			w->asked ? _("not keyed yet") : _("not asked"));
		if (t)
			report_table_line(t, line);
		else
			commands_complain(line);
	}
}

static void
people_number(struct report_table *t, double value, bool hidden, int decimals)
{
	hidden ? report_cell_missing(t, result_hidden())
	       : report_cell_decimals(t, value, decimals);
}

/* By slot; two of one name are told apart. */
static const char **
unit_names(const struct unit_table *units, const struct wave_compare *c, struct arena *arena)
{
	int *slots = arena_array(arena, (size_t)c->wave_count + 1, sizeof(*slots));

	for (int i = 0; i < c->wave_count; i++)
		slots[i] = c->waves[i].wave.slot;
	return unit_labels_among(units, slots, c->wave_count, arena);
}

static void
people_row(struct report_table *t, const char *const *names, const struct wave_compare *c, int row,
	int wave)
{
	const struct compared_wave *w = &c->waves[wave];
	const struct compared_row *what = &c->rows[row];
	const struct compared_cell *cell = &c->cells[row * c->wave_count + wave];
	double times = what->kind == COMPARED_MEAN ? 1 : 100;
	int decimals = wave_compare_decimals(c, row, wave);
	long n = wave_compare_answers(c, row, wave);

	report_table_row(t);
	report_cell_text(t, what->label);
	report_cell_text(t, w->wave.code);
	if (names)
		report_cell_text(t, w->wave.slot == NO_WAVE_UNIT ? "" : names[w->wave.slot]);
	people_number(t, (double)n, n < 0, 0);
	people_number(t, cell->value * times, cell->hidden, decimals);
	if (what->kind == COMPARED_MEAN && !cell->hidden && w->table.column &&
		w->table.column->year)
		report_cell_plain(t);
	report_cell_decimals(t, cell->difference * times, decimals);
	report_cell_decimals(t, cell->low * times, decimals);
	report_cell_decimals(t, cell->high * times, decimals);
	report_cell_decimals(t, cell->p, 3);
}

/* The question above, what belongs together in rows beside each other, figures as in results. */
static void
compare_for_people(struct report_table *t, struct arena *arena, struct run *run,
	const struct wave_compare *c, bool own)
{
	const char *fonts = t->fonts, *const *notes;
	const char **names = unit_names(&run->units, c, arena);
	bool units = false, tested = false;
	int count;

	for (int i = 0; i < c->wave_count; i++)
		units |= c->waves[i].wave.slot != c->waves[0].wave.slot;
	report_table_start(t, arena, c->wording);
	t->fonts = fonts;
	for (int i = 0; i < c->wave_count; i++)
		if (c->waves[i].reworded)
			report_table_line(t, arena_format(arena, "%s: %s", c->waves[i].wave.code,
						     c->waves[i].wording));
	say_left_out(t, arena, c);
	report_table_line(t,
		own ? _("Difference in percentage points, of a mean in points: each wave minus the "
			"first one.")
		    : _("Difference in percentage points, of a mean in points: each wave minus the "
			"one before it, newer minus older."));
	report_table_column(t, "label", _("Answer, figure"), REPORT_TEXT, 0);
	report_table_column(t, "wave", _("Wave"), REPORT_CODE, 0);
	if (units)
		report_table_column(t, "name", _("Unit"), REPORT_TEXT, 0);
	report_table_column(t, "n", "n", REPORT_NUMBER, 0);
	report_table_column(
		t, "figure", /* xgettext:no-c-format */ _("% or mean"), REPORT_NUMBER, 1);
	report_table_column(t, "difference", _("difference"), REPORT_NUMBER, 1);
	report_table_column(t, "low", _("from"), REPORT_NUMBER, 1);
	report_table_column(t, "high", _("to"), REPORT_NUMBER, 1);
	report_table_column(t, "p", "p", REPORT_NUMBER, 3);
	for (int row = 0; row < c->row_count; row++)
		for (int w = 0; w < c->wave_count; w++)
			if (compared(c, w))
				people_row(t, units ? names : NULL, c, row, w);
	for (int i = 0; i < c->row_count * c->wave_count; i++)
		tested |= !isnan(c->cells[i].p);
	if (tested)
		report_table_footnote(t,
			_("From, to: where the difference lies in 95 cases of 100; p under 0.05: "
			  "more than chance."));
	count = wave_compare_notes(c, arena, &notes);
	for (int i = 0; i < count; i++)
		report_table_footnote(t, notes[i]);
}

/* The older first, so that differences are newer minus older as on the screen; waves of one year
 * stay as they were named. */
static void
sort_by_years(struct wave *list, int count)
{
	for (int i = 1; i < count; i++)
		for (int k = i; k > 0 && list[k - 1].year > list[k].year; k--) {
			struct wave other = list[k];

			list[k] = list[k - 1];
			list[k - 1] = other;
		}
}

/* The waves that were named; or with --group or --in those of its units that ask the same, the
 * named one's unit first. */
static int
find_waves(struct run *run, const char *question, struct wave **list, int *count, int *mark,
	struct error *err)
{
	bool units = run_option(run, OPTION_GROUP) || run_option(run, OPTION_IN);
	int named = run->arguments->operand_count - 1;
	struct unit_filter filter;
	struct questionnaire q;
	struct wave own;
	int at;

	*list = arena_array(&run->arena, (size_t)named + 1, sizeof(**list));
	*count = named;
	*mark = NO_SLOT;
	for (int i = 0; i < named; i++)
		if (given_wave(run, run->arguments->operands[i], &(*list)[i], err))
			return -1;
	if (run_units(run, err))
		return -1;
	if (!units) {
		sort_by_years(*list, named);
		return 0;
	}
	if (named != 1)
		return error_set(err, ERROR_INPUT,
			_("Name one wave, whose unit is compared with the others, or leave --group "
			  "and --in out."));
	if (questionnaire_load_version(run->db, (*list)[0].version, &run->arena, &q, err))
		return -1;
	at = question_by_name(&q, question);
	if (at < 0)
		return error_set(err, ERROR_MISSING, _("The wave “%s” asks no question \"%s\"."),
			(*list)[0].code, question);
	own = (*list)[0];
	*mark = own.slot;
	if (run_filter(run, &filter, err) ||
		waves_asking(run->db, q.questions[at].identity, &run->arena, list, count, err))
		return -1;
	waves_of_units(&run->units, &filter, &own, *list, count, &run->arena);
	return 0;
}

int
command_compare(struct run *run, struct error *err)
{
	int named = run->arguments->operand_count - 1, count, mark;
	const char *question = run->arguments->operands[named];
	struct report_table *table;
	struct wave_compare c;
	struct arena *arena;
	struct wave *waves;
	struct result *r;

	if (find_waves(run, question, &waves, &count, &mark, err) ||
		wave_compare(run->db, waves, count, question,
			mark == NO_SLOT ? COMPARE_PREVIOUS : COMPARE_OWN,
			run_option(run, OPTION_WEIGHT) != NULL, mark, i18n_code(), &run->arena, &c,
			err) ||
		result_start(&r, run, c.wording, RESULT_COLUMNS(compare_columns), err))
		return -1;
	table = result_table(r, &arena);
	if (table) {
		compare_for_people(table, arena, run, &c, mark != NO_SLOT);
		return result_end(r, err);
	}
	say_left_out(NULL, &run->arena, &c);
	for (int i = 0; i < c.row_count; i++)
		for (int w = 0; w < c.wave_count; w++)
			if (compared(&c, w))
				compare_row(r, run, &c, i, w);
	return result_end(r, err);
}
