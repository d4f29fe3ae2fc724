/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of units against years or indicators: one slice per column. */
#include "config.h"

#include "model/indicators/matrix.h"

#include "model/indicators/flag.h"
#include "model/indicators/lent.h"

#include <string.h>

static void
start(const struct unit_table *units, const struct unit_filter *filter, int columns,
	struct arena *arena, struct matrix *out)
{
	out->rows = unit_find(units, filter, arena, &out->slots);
	out->columns = columns;
	out->cells =
		arena_array(arena, (size_t)out->rows * (size_t)columns + 1, sizeof *out->cells);
}

static int
load_path(struct db *db, const struct unit_table *units, const struct unit_filter *filter,
	struct arena *arena, struct lent *out, struct error *err)
{
	if (lent_load(db, units, filter, arena, out, err))
		return -1;
	return out->members ? 0 : path_load(db, units, arena, &out->path, err);
}

/* Whose figure stands in a row. */
static int
figure_slot(const struct lent *l, const struct vector *v, int slot, int year, bool *before)
{
	int from;

	if (l->members && l->members[slot])
		return lent_slot(l->units, &l->path, v, slot, year, before);
	from = path_figure_slot(&l->path, v, slot, year);
	*before = from != slot;
	return from;
}

/* One column: values by slot; a year that a unit's own series leaves open is its predecessor's, and
 * of a group's member also that of a city's other code. */
static void
fill_column(const struct unit_table *units, const struct lent *lent, const struct vector *v,
	int year, int column, struct matrix *m)
{
	for (int row = 0; row < m->rows; row++) {
		struct matrix_cell *cell = &m->cells[row * m->columns + column];
		int slot = m->slots[row];
		bool before;
		int from = figure_slot(lent, v, slot, year, &before);
		unsigned marks = before ? MARK_SUCCESSION : 0;

		cell->flag = from < v->slots ? v->flag[from] : FLAG_ABSENT;
		if (!flag_missing(cell->flag))
			cell->value = v->value[from];
		cell->marks = (unsigned char)(marks | path_marks(units, from, year, cell->flag));
	}
}

/* Splits and merges are few: each is looked up instead of each cell. */
static void
mark_stops(const struct path *path, struct matrix *m)
{
	for (int i = 0; i < path->link_count; i++) {
		const struct succession_link *link = &path->links[i];

		if (strcmp(link->change, "split") && strcmp(link->change, "merged"))
			continue;
		for (int row = 0; row < m->rows; row++)
			for (int column = 0; m->slots[row] == link->slot && column < m->columns;
				column++)
				if (m->years[column] == link->year)
					m->cells[row * m->columns + column].marks |= MARK_STOP;
	}
}

int
matrix_years(struct db *db, const struct unit_table *units, const struct indicator *indicator,
	int first_year, int last_year, const struct unit_filter *filter, struct arena *arena,
	struct matrix *out, struct error *err)
{
	int *years, count, kept = 0, failed;
	struct lent lent;
	struct vector v;

	*out = (struct matrix){ 0 };
	if (db_read_begin(db, err))
		return -1;
	failed = value_years(db, indicator, arena, &years, &count, err) ||
		 load_path(db, units, filter, arena, &lent, err);
	for (int i = 0; !failed && i < count; i++)
		if (years[i] >= first_year && years[i] <= last_year)
			years[kept++] = years[i];
	vector_new(&v, units->slots);
	if (!failed) {
		out->years = years;
		start(units, filter, kept, arena, out);
	}
	for (int i = 0; !failed && i < kept; i++) {
		failed = value_load(db, indicator, years[i], &v, NULL, err);
		if (!failed)
			fill_column(units, &lent, &v, years[i], i, out);
	}
	if (!failed)
		mark_stops(&lent.path, out);
	vector_release(&v);
	db_read_end(db);
	return failed ? -1 : 0;
}

int
matrix_indicators(struct db *db, const struct unit_table *units, const struct indicator *indicators,
	int count, int year, const struct unit_filter *filter, struct arena *arena,
	struct matrix *out, struct error *err)
{
	struct lent lent;
	struct vector v;
	int failed;

	*out = (struct matrix){ 0 };
	if (db_read_begin(db, err))
		return -1;
	failed = load_path(db, units, filter, arena, &lent, err);
	vector_new(&v, units->slots);
	if (!failed) {
		start(units, filter, count, arena, out);
		out->indicators = arena_array(arena, (size_t)count + 1, sizeof *out->indicators);
	}
	for (int i = 0; !failed && i < count; i++) {
		out->indicators[i] = indicators[i];
		failed = value_load(db, &indicators[i], year, &v, NULL, err);
		if (!failed)
			fill_column(units, &lent, &v, year, i, out);
	}
	vector_release(&v);
	db_read_end(db);
	return failed;
}
