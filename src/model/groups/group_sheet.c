/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group's comparison: one vector per indicator, of which the members' cells are taken. */
#include "config.h"

#include "model/groups/group_sheet.h"

#include "model/indicators/flag.h"
#include "model/indicators/judge.h"
#include "model/indicators/lent.h"
#include "model/indicators/path.h"
#include "model/sheets/own_figure.h"
#include "model/units/unit_city.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct comparing {
	struct db *db;
	const struct unit_table *units;
	struct group_sheet *out;
	struct arena *arena;
	struct path path;
	double *values; /* room for every unit */
	bool *unverified; /* by slot, of the row's figures */
	struct vector v;
	struct value_parts parts;
};

/* ---- one row ---- */

static bool
valued(const struct vector *v, int slot)
{
	return slot != NO_SLOT && slot < v->slots && !flag_missing(v->flag[slot]);
}

static bool
is_ratio(const struct indicator *indicator)
{
	return indicator->denominator[0] || indicator->kind == INDICATOR_DERIVED ||
	       strchr(indicator->measure, '%') != NULL;
}

/* A city has the figure of its powiat; that of its gmina counts where the powiat has none. */
static bool
is_second(const struct comparing *c, const struct unit *u)
{
	return u->level == LEVEL_GMINA && unit_is_city_powiat(c->units, u) &&
	       valued(&c->v, u->parent);
}

/* Of the kind of any member; cities with powiat rights are a kind of their own, under either of
 * their codes. */
static bool
is_type(const struct comparing *c, const struct unit *u)
{
	bool city = unit_is_city_powiat(c->units, u);

	for (int i = 0; i < c->out->member_count; i++) {
		const struct unit *m = unit_by_slot(c->units, c->out->members[i].slot);

		if (m && unit_is_city_powiat(c->units, m) == city &&
			(city || (m->level == u->level && m->kind == u->kind)))
			return true;
	}
	return false;
}

/* The country's value of a ratio; a sum over the country would compare with nothing. */
static void
fill_reference(struct comparing *c, struct sheet_row *row)
{
	const struct unit *country = unit_by_code(c->units, "00");
	int n = 0;

	row->reference = NAN;
	if (c->out->member_count == 0)
		return;
	if (country && is_ratio(row->indicator) && valued(&c->v, country->slot)) {
		row->reference = c->v.value[country->slot];
		row->reference_kind = REFERENCE_COUNTRY;
		return;
	}
	for (int i = 0; i < c->units->count; i++) {
		const struct unit *u = &c->units->units[i];

		if (valued(&c->v, u->slot) && is_type(c, u) && !is_second(c, u))
			c->values[n++] = c->v.value[u->slot];
	}
	if (n > row->group.n) {
		struct summary type;

		statistics_summary(c->values, n, &type);
		row->reference = type.mean;
		row->reference_kind = REFERENCE_TYPE;
	}
}

static bool
counts(const struct sheet_cell *cell)
{
	return !flag_missing(cell->flag) && !cell->draft;
}

/* Whoever is best, and worst, by the direction; nobody where all are alike. */
static void
mark_ends(const struct indicator *indicator, struct sheet_cell *cells, int count)
{
	double best = INFINITY, worst = -INFINITY;

	if (!judge_has_best(indicator))
		return;
	for (int i = 0; i < count; i++)
		if (counts(&cells[i])) {
			best = fmin(best, judge_badness(indicator, cells[i].value));
			worst = fmax(worst, judge_badness(indicator, cells[i].value));
		}
	for (int i = 0; i < count && best < worst; i++)
		if (counts(&cells[i])) {
			double badness = judge_badness(indicator, cells[i].value);

			cells[i].best = badness <= best;
			cells[i].worst = badness >= worst;
		}
}

static int
mark_made_up(struct comparing *c, struct sheet_row *row, struct error *err)
{
	bool any;

	if (value_made_up(c->db, row->indicator, c->out->year, NO_SLOT, &any, err))
		return -1;
	for (int i = 0; any && i < c->out->member_count; i++)
		if (!flag_missing(row->cells[i].flag) &&
			value_made_up(c->db, row->indicator, c->out->year, row->cells[i].from,
				&row->cells[i].made_up, err))
			return -1;
	return 0;
}

/* Own figures that are not verified; of a derived one those of either part. */
static int
find_unverified(struct comparing *c, const struct indicator *indicator, struct error *err)
{
	const int64_t cards[] = { indicator->kind == INDICATOR_OWN ? indicator->id : 0,
		indicator->kind == INDICATOR_DERIVED ? indicator->numerator_id : 0,
		indicator->kind == INDICATOR_DERIVED ? indicator->denominator_id : 0 };

	memset(c->unverified, 0, (size_t)c->units->slots * sizeof *c->unverified);
	for (size_t i = 0; i < sizeof cards / sizeof *cards; i++)
		if (cards[i] && own_unverified(c->db, cards[i], c->out->year, c->unverified,
					c->units->slots, err))
			return -1;
	return 0;
}

static void
fill_cells(struct comparing *c, struct sheet_row *row)
{
	double above = 0, below = 0;
	int n = 0;

	row->ratio_of_sums = NAN;
	for (int i = 0; i < c->out->member_count; i++) {
		struct sheet_cell *cell = &row->cells[i];
		int slot = lent_slot(c->units, &c->path, &c->v, c->out->members[i].slot,
			c->out->year, &cell->before);

		cell->from = slot;
		cell->flag = slot < c->v.slots ? c->v.flag[slot] : FLAG_ABSENT;
		cell->draft = cell->flag == FLAG_DRAFT;
		if (cell->draft)
			cell->flag = FLAG_PRELIMINARY;
		if (flag_missing(cell->flag))
			continue;
		cell->value = c->v.value[slot];
		cell->unverified = c->unverified[slot];
		if (cell->draft)
			continue;
		c->values[n++] = cell->value;
		if (c->parts.derived) {
			above += c->parts.numerator.value[slot];
			below += c->parts.denominator.value[slot];
		}
	}
	if (c->parts.derived && below != 0)
		row->ratio_of_sums = c->parts.multiplier * above / below;
	statistics_summary(c->values, n, &row->group);
}

static int
fill_row(struct comparing *c, const struct indicator *indicator, struct sheet_row *row,
	struct error *err)
{
	*row = (struct sheet_row){ .indicator = indicator };
	row->cells = arena_array(c->arena, (size_t)c->out->member_count + 1, sizeof *row->cells);
	if (find_unverified(c, indicator, err) ||
		value_load(c->db, indicator, c->out->year, &c->v, &c->parts, err))
		return -1;
	fill_cells(c, row);
	value_parts_release(&c->parts);
	fill_reference(c, row);
	mark_ends(indicator, row->cells, c->out->member_count);
	return mark_made_up(c, row, err);
}

/* Has any member a value, or a reason why it has none? */
static bool
says_something(const struct sheet_row *row, int members)
{
	for (int i = 0; i < members; i++)
		if (row->cells[i].flag != FLAG_ABSENT)
			return true;
	return false;
}

static int
fill(struct comparing *c, int64_t group, struct error *err)
{
	struct group_sheet *out = c->out;
	struct indicator *list;
	int count;

	if (group_sheet_rows(c->db, group, c->arena, &list, &count, &out->chosen, &out->comparison,
		    err) ||
		group_sheet_members(c->db, c->units, group, out->year, c->arena, &out->members,
			&out->member_count, err))
		return -1;
	out->rows = arena_array(c->arena, (size_t)count + 1, sizeof *out->rows);
	for (int i = 0; i < count; i++) {
		if (fill_row(c, &list[i], &out->rows[out->count], err))
			return -1;
		if (out->chosen || says_something(&out->rows[out->count], out->member_count))
			out->count++;
	}
	return 0;
}

static bool
all_made_up(const struct group_sheet *sheet)
{
	int figures = 0, made_up = 0;

	for (int i = 0; i < sheet->count; i++)
		for (int j = 0; j < sheet->member_count; j++) {
			figures += !flag_missing(sheet->rows[i].cells[j].flag);
			made_up += sheet->rows[i].cells[j].made_up;
		}
	return figures && figures == made_up;
}

int
group_sheet_load(struct db *db, const struct unit_table *units, int64_t group, int year,
	struct arena *arena, struct group_sheet *out, struct error *err)
{
	struct comparing c = { .db = db, .units = units, .out = out, .arena = arena };
	int failed;

	*out = (struct group_sheet){ .group = group, .year = year };
	if (db_read_begin(db, err))
		return -1;
	vector_new(&c.v, units->slots);
	c.values = arena_array(arena, (size_t)units->count + 1, sizeof *c.values);
	c.unverified = arena_array(arena, (size_t)units->slots + 1, sizeof *c.unverified);
	failed = path_load(db, units, arena, &c.path, err) || fill(&c, group, err) ? -1 : 0;
	out->made_up = !failed && all_made_up(out);
	vector_release(&c.v);
	db_read_end(db);
	return failed;
}

/* ---- years ---- */

static int
compare_years(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static int
collect_years(struct db *db, int64_t group, struct arena *arena, int **years, int *count,
	struct error *err)
{
	struct indicator *list;
	int64_t comparison;
	size_t room = 0;
	int indicators;
	bool chosen;

	if (group_sheet_rows(db, group, arena, &list, &indicators, &chosen, &comparison, err))
		return -1;
	for (int i = 0; i < indicators; i++) {
		int *of_one, n;

		if (value_years_with(db, &list[i], true, arena, &of_one, &n, err))
			return -1;
		for (int j = 0; j < n; j++) {
			bool known = false;

			for (int k = 0; k < *count && !known; k++)
				known = (*years)[k] == of_one[j];
			if (known)
				continue;
			*years = arena_grow(arena, *years, (size_t)*count, &room, sizeof **years);
			(*years)[(*count)++] = of_one[j];
		}
	}
	if (*count)
		qsort(*years, (size_t)*count, sizeof **years, compare_years);
	return 0;
}

int
group_sheet_years(struct db *db, int64_t group, struct arena *arena, int **years, int *count,
	struct error *err)
{
	int failed;

	*years = NULL;
	*count = 0;
	if (db_read_begin(db, err))
		return -1;
	failed = collect_years(db, group, arena, years, count, err);
	db_read_end(db);
	return failed;
}

static int
values_in(const struct group_sheet *sheet)
{
	int count = 0;

	for (int i = 0; i < sheet->count; i++)
		for (int m = 0; m < sheet->member_count; m++)
			count += !flag_missing(sheet->rows[i].cells[m].flag);
	return count;
}

int
group_sheet_usual_year(struct db *db, const struct unit_table *units, int64_t group,
	const int *years, int count, int up_to, int *year, struct error *err)
{
	enum { LOOKED_AT = 4 }; /* an older year than that is no surprise any more */
	int looked[LOOKED_AT], values[LOOKED_AT], n = 0, most = 0;
	bool half = false; /* of what the newest could have: no other year is twice as full */

	*year = 0;
	for (int i = count - 1; i >= 0 && n < LOOKED_AT && !half; i--) {
		struct arena arena = { 0 };
		struct group_sheet sheet;

		if (up_to && years[i] > up_to)
			continue;
		if (group_sheet_load(db, units, group, years[i], &arena, &sheet, err)) {
			arena_release(&arena);
			return -1;
		}
		looked[n] = years[i];
		values[n] = values_in(&sheet);
		most = values[n] > most ? values[n] : most;
		half = n == 0 && values[n] * 2 >= sheet.count * sheet.member_count;
		arena_release(&arena);
		n++;
	}
	for (int i = 0; i < n && !*year; i++)
		if (values[i] * 2 >= most)
			*year = looked[i];
	return 0;
}
