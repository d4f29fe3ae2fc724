/* SPDX-License-Identifier: GPL-3.0-or-later */
/* values, rank, profile, trend: what the files say, and what follows from it. */
#include "config.h"

#include "commands/marks.h"
#include "commands/result.h"

#include "base/i18n.h"
#include "model/indicators/flag.h"
#include "model/indicators/lent.h"
#include "model/indicators/profile.h"
#include "model/indicators/ranking.h"
#include "model/indicators/trend.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Statistics look back too: a unit that is no more counts in the years it had values. */
static int
all_times(struct run *run, struct unit_filter *filter, struct error *err)
{
	if (run_filter(run, filter, err))
		return -1;
	filter->ended_too = true;
	filter->bdl_too = true;
	return 0;
}

static int
stopped(struct error *err)
{
	return interrupt_caught() ? error_set(err, ERROR_CANCEL, _("Stopped.")) : 0;
}

static void
value_cells(struct result *r, double value, unsigned char flag, unsigned marks)
{
	char signs[MARKS_SIZE];

	if (flag == FLAG_ABSENT || flag_missing(flag))
		result_none(r);
	else
		result_number(r, value);
	result_text(r, marks_text(signs, flag, marks));
}

/* Where the figures come from, for forms that people read. Without it they stand all the same. */
static void
source_lines(struct run *run, struct result *r, const struct indicator *indicator, int year)
{
	struct value_source source;
	struct error unknown = { .code = ERROR_NONE };
	char line[256];

	if (value_slice_source(run->db, indicator, year, &source, &unknown) || !*source.source)
		return;
	if (source.file_name[0])
		snprintf(line, sizeof(line), _("Source: %s (%s)"), source.source, source.file_name);
	else
		snprintf(line, sizeof(line), _("Source: %s"), source.source);
	result_line(r, line);
	if (source.made_up)
		result_line(r, _("The values are made up, for demonstration."));
}

/* ---- values ---- */

static const struct result_column value_columns[] = {
	{ "unit", N_("unit code"), REPORT_CODE },
	{ "name", N_("name"), REPORT_TEXT },
	{ "year", N_("year"), REPORT_CODE },
	{ "value", N_("value"), REPORT_NUMBER },
	{ "flag", N_("sign"), REPORT_TEXT },
};

#define FIRST_YEAR 1900 /* the years that a database can hold */
#define LAST_YEAR 2199

struct wanted {
	struct indicator indicator;
	int first, last; /* years */
};

static int
wanted_load(struct run *run, struct wanted *w, struct error *err)
{
	if (run_indicator(run, &w->indicator, err) ||
		run_years(run, false, &w->first, &w->last, err))
		return -1;
	if (!w->first) {
		w->first = FIRST_YEAR;
		w->last = LAST_YEAR;
	}
	return 0;
}

static void
value_row(struct result *r, const struct unit *u, int year, double value, unsigned char flag,
	unsigned marks)
{
	result_text(r, run_code(u));
	result_text(r, u->label);
	result_year(r, year);
	value_cells(r, value, flag, marks);
}

/* Units that were named: each with its series, which follows a change of code. */
static int
named_units(struct run *run, const struct wanted *w, struct result *r, struct error *err)
{
	for (int i = 0; i < run->arguments->unit_count; i++) {
		struct value_point *points;
		const struct unit *u;
		int count;

		if (run_unit(run, run->arguments->units[i], &u, err) ||
			value_series(run->db, &run->units, &w->indicator, u->slot, w->first,
				w->last, &run->arena, &points, &count, err))
			return -1;
		for (int k = 0; k < count; k++)
			if (points[k].flag != FLAG_ABSENT || (points[k].marks & MARK_STOP))
				value_row(r, u, points[k].year, points[k].value, points[k].flag,
					points[k].marks);
	}
	return 0;
}

struct year_cells {
	int year;
	struct vector v;
	unsigned char *before; /* by slot: the figure is of a former code */
};

static bool
is_empty(const struct vector *v)
{
	for (int i = 0; i < v->slots; i++)
		if (v->flag[i] != FLAG_ABSENT)
			return false;
	return true;
}

/* The years of which any file says something, be it that all is missing. */
static int
load_years(struct run *run, const struct wanted *w, const struct lent *lent,
	struct year_cells *years, int *count, struct error *err)
{
	struct vector v;
	int result = 0;

	*count = 0;
	vector_new(&v, run->units.slots);
	for (int year = w->first; year <= w->last && result == 0; year++) {
		vector_reset(&v);
		result = value_load(run->db, &w->indicator, year, &v, NULL, err);
		if (result == 0 && !is_empty(&v)) {
			unsigned char *before =
				arena_array(&run->arena, (size_t)run->units.slots + 1, 1);

			lent_fill(lent, year, &v, NULL, before);
			years[(*count)++] = (struct year_cells){ year, v, before };
			vector_new(&v, run->units.slots);
		}
	}
	vector_release(&v);
	return result;
}

/* One unit after another in Polish order, each with its years. */
static int
print_units(struct run *run, const struct year_cells *years, int year_count,
	const struct unit_filter *filter, struct result *r, struct error *err)
{
	int *slots, count = unit_find(&run->units, filter, &run->arena, &slots);

	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(&run->units, slots[i]);

		for (int y = 0; y < year_count; y++) {
			const struct vector *v = &years[y].v;

			if (v->flag[slots[i]] != FLAG_ABSENT)
				value_row(r, u, years[y].year, v->value[slots[i]],
					v->flag[slots[i]],
					years[y].before[slots[i]]
						? MARK_SUCCESSION
						: marks_of_unit(u, years[y].year));
		}
		if (stopped(err))
			return -1;
	}
	return 0;
}

/* All units of a level or area: as many vectors as years, whatever the number of values. */
static int
many_units(struct run *run, const struct wanted *w, struct result *r, struct error *err)
{
	struct year_cells *years =
		arena_array(&run->arena, (size_t)(w->last - w->first) + 1, sizeof(*years));
	struct unit_filter filter;
	struct lent lent;
	int count = 0, result = all_times(run, &filter, err);

	if (result == 0)
		result = lent_load(run->db, &run->units, &filter, &run->arena, &lent, err);
	if (result == 0)
		result = load_years(run, w, &lent, years, &count, err);
	if (result == 0)
		result = print_units(run, years, count, &filter, r, err);
	while (count > 0)
		vector_release(&years[--count].v);
	return result;
}

int
command_values(struct run *run, struct error *err)
{
	struct result *r;
	struct wanted w;
	int result;

	if (run->arguments->unit_count &&
		(run_option(run, OPTION_LEVEL) || run_option(run, OPTION_IN) ||
			run_option(run, OPTION_GROUP)))
		return error_set(err, ERROR_INPUT,
			_("Name units with --unit, or choose them with --level, --in and --group, "
			  "not both."));
	if (wanted_load(run, &w, err) ||
		result_start(&r, run, w.indicator.name, RESULT_COLUMNS(value_columns), err))
		return -1;
	if (w.indicator.last_year)
		source_lines(run, r, &w.indicator,
			w.last < w.indicator.last_year ? w.last : w.indicator.last_year);
	if (run->arguments->unit_count)
		result = named_units(run, &w, r, err);
	else
		result = many_units(run, &w, r, err);
	if (result == 0)
		return result_end(r, err);
	result_abandon(r);
	return -1;
}

/* ---- rank ---- */

/* Without --level: gminy, or the next level up that has any value in that year; where all are
 * missing, the level that says so. */
static int
find_level(struct run *run, const struct indicator *indicator, int year, struct unit_filter *filter,
	struct error *err)
{
	static const enum unit_level order[] = { LEVEL_GMINA, LEVEL_POWIAT, LEVEL_VOIVODESHIP,
		LEVEL_REGION, LEVEL_PART, LEVEL_DISTRICT, LEVEL_COUNTRY };
	bool there[LEVEL_COUNT] = { false }, missing[LEVEL_COUNT] = { false };
	struct vector v;
	int *slots, count, result;

	vector_new(&v, run->units.slots);
	result = value_load(run->db, indicator, year, &v, NULL, err);
	count = result == 0 ? unit_find(&run->units, filter, &run->arena, &slots) : 0;
	for (int i = 0; i < count; i++)
		if (v.flag[slots[i]] != FLAG_ABSENT)
			(flag_missing(v.flag[slots[i]])
					? missing
					: there)[unit_by_slot(&run->units, slots[i])->level] = true;
	vector_release(&v);
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]) && filter->level < 0; i++)
		if (there[order[i]])
			filter->level = (int)order[i];
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]) && filter->level < 0; i++)
		if (missing[order[i]])
			filter->level = (int)order[i];
	return result;
}

/* A list without ranks says why, or it would pass for a broken one. */
static void
say_unranked(const struct indicator *indicator, const struct ranking *ranking, int year)
{
	char line[512];

	for (int i = 0; i < ranking->count; i++)
		if (ranking->rows[i].rank)
			return;
	snprintf(line, sizeof(line),
		_("No unit in the list has a value of %s in %d, so there are no ranks. `gromada "
		  "values "
		  "--indicator %s` shows what there is; --level chooses another level."),
		indicator->code, year, indicator->code);
	commands_complain(line);
}

int
command_rank(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "rank", N_("rank"), REPORT_NUMBER },
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "value", N_("value"), REPORT_NUMBER },
	};
	struct indicator indicator;
	struct unit_filter filter;
	struct ranking ranking;
	struct result *r;
	char title[512];
	int year, last;

	if (run_indicator(run, &indicator, err) || run_years(run, true, &year, &last, err) ||
		all_times(run, &filter, err))
		return -1;
	if (filter.level < 0 && !filter.group && find_level(run, &indicator, year, &filter, err))
		return -1;
	if (ranking_load(run->db, &run->units, &indicator, year, &filter, false, &run->arena,
		    &ranking, err))
		return -1;
	snprintf(title, sizeof(title), "%s, %d", indicator.name, year);
	say_unranked(&indicator, &ranking, year);
	if (result_start(&r, run, title, RESULT_COLUMNS(columns), err))
		return -1;
	source_lines(run, r, &indicator, year);
	for (int i = 0; i < ranking.count; i++) {
		const struct ranking_row *row = &ranking.rows[i];
		const struct unit *u = unit_by_slot(&run->units, row->slot);

		/* A unit that no register knows counts only where a file names it. */
		if (row->flag == FLAG_ABSENT && u->from_bdl)
			continue;
		row->rank ? result_whole(r, row->rank) : result_none(r);
		result_text(r, run_code(u));
		result_text(r, u->label);
		row->rank ? result_number(r, row->value) : result_none(r);
	}
	return result_end(r, err);
}

/* ---- profile and trend: a unit among those of its level ---- */

static int
peers_load(struct run *run, const struct unit *u, struct unit_filter *filter, struct error *err)
{
	if (all_times(run, filter, err))
		return -1;
	filter->level = filter->group ? -1 : (int)u->level;
	return 0;
}

static void
profile_cells(struct result *r, const struct profile_row *row)
{
	const struct summary *g = &row->group;

	result_text(r, row->indicator->code);
	result_text(r, row->indicator->name);
	value_cells(r, row->value, row->flag, 0);
	row->rank ? result_whole(r, row->rank) : result_none(r);
	result_whole(r, g->n);
	result_computed(r, g->n ? g->median : NAN, row->indicator->decimals);
	result_computed(r, g->n ? g->q1 : NAN, row->indicator->decimals);
	result_computed(r, g->n ? g->q3 : NAN, row->indicator->decimals);
}

int
command_profile(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "indicator", N_("indicator"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "value", N_("value"), REPORT_NUMBER },
		{ "flag", N_("sign"), REPORT_TEXT },
		{ "rank", N_("rank"), REPORT_NUMBER },
		{ "n", N_("n"), REPORT_NUMBER },
		{ "median", N_("median"), REPORT_NUMBER },
		{ "q1", N_("Q1"), REPORT_NUMBER },
		{ "q3", N_("Q3"), REPORT_NUMBER },
	};
	const struct unit *u;
	struct unit_filter peers;
	struct profile profile;
	struct result *r;
	char title[256];
	int year, last;

	if (run_unit(run, run_option(run, OPTION_UNIT), &u, err) ||
		run_years(run, true, &year, &last, err) || peers_load(run, u, &peers, err) ||
		profile_load(
			run->db, &run->units, u->slot, year, &peers, &run->arena, &profile, err))
		return -1;
	snprintf(title, sizeof(title), "%s, %d", u->label, year);
	if (result_start(&r, run, title, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0, said = 0; i < profile.count && !said; i++)
		if (profile.rows[i].group.n && profile.rows[i].indicator->made_up) {
			result_line(r, _("Some of the values are made up, for demonstration."));
			said = 1;
		}
	for (int i = 0; i < profile.count; i++)
		if (profile.rows[i].group.n || profile.rows[i].flag != FLAG_ABSENT)
			profile_cells(r, &profile.rows[i]);
	return result_end(r, err);
}

int
command_trend(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "year", N_("year"), REPORT_CODE },
		{ "value", N_("value"), REPORT_NUMBER },
		{ "flag", N_("sign"), REPORT_TEXT },
		{ "median", N_("median"), REPORT_NUMBER },
		{ "best", N_("best"), REPORT_NUMBER },
		{ "n", N_("n"), REPORT_NUMBER },
	};
	struct indicator indicator;
	struct unit_filter peers;
	struct trend_point *points;
	const struct unit *u;
	struct result *r;
	char title[512];
	int count;

	if (run_indicator(run, &indicator, err) ||
		run_unit(run, run_option(run, OPTION_UNIT), &u, err) ||
		peers_load(run, u, &peers, err) ||
		trend_load(run->db, &run->units, &indicator, u->slot, &peers, &run->arena, &points,
			&count, err))
		return -1;
	snprintf(title, sizeof(title), "%s: %s", u->label, indicator.name);
	if (result_start(&r, run, title, RESULT_COLUMNS(columns), err))
		return -1;
	if (count)
		source_lines(run, r, &indicator, points[count - 1].year);
	for (int i = 0; i < count; i++) {
		result_year(r, points[i].year);
		value_cells(r, points[i].own, points[i].own_flag, points[i].own_marks);
		result_computed(r, points[i].median, indicator.decimals);
		result_number(r, points[i].best);
		result_whole(r, points[i].group.n);
	}
	return result_end(r, err);
}
