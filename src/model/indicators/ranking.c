/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranking: one slice, sorted; with changes the five slices before it too. */
#include "config.h"

#include "model/indicators/ranking.h"

#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/indicators/judge.h"
#include "model/indicators/lent.h"
#include "model/indicators/path.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { YEARS_BACK = 5 };

struct key {
	double badness;
	int place;
	int row;
};

static int
by_badness(const void *a, const void *b)
{
	const struct key *x = a, *y = b;

	if (x->badness != y->badness)
		return x->badness < y->badness ? -1 : 1;
	return x->place - y->place;
}

static bool
has_value(const struct vector *v, int slot)
{
	return slot < v->slots && !flag_missing(v->flag[slot]);
}

/* Rows in Polish order: units with a value, and those that should have one. */
static void
collect(const struct unit_table *units, const int *slots, int count, int year,
	const struct unit_filter *filter, const struct vector *v, const unsigned char *before,
	struct ranking *out)
{
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(units, slots[i]);
		unsigned char flag = slots[i] < v->slots ? v->flag[slots[i]] : FLAG_ABSENT;
		bool valued = !flag_missing(flag);

		/* what no register knows is missing only where a file names it in that year */
		if (!valued && (!judge_expected(u, filter, year) ||
				       (u->from_bdl && flag == FLAG_ABSENT)))
			continue;
		out->rows[out->count++] = (struct ranking_row){ .slot = slots[i],
			.flag = flag,
			.value = valued ? v->value[slots[i]] : 0,
			.share_of_best = NAN,
			.previous = NAN,
			.five_years = NAN,
			.marks = before[slots[i]] ? MARK_SUCCESSION
						  : path_marks(units, slots[i], year, flag) };
		out->ranked += valued;
	}
	out->missing = out->count - out->ranked;
}

static double
share_of_best(const struct indicator *indicator, double best, double value)
{
	if (indicator->direction == 'S' && best > 0)
		return 100 * value / best;
	if (indicator->direction == 'D' && best >= 0 && value > 0)
		return 100 * best / value;
	if (indicator->direction == 'D' && best == 0 && value == 0)
		return 100;
	return NAN;
}

/* Ranked rows first, then missing ones; both keep Polish order among equals. */
static void
order(const struct indicator *indicator, struct arena *arena, struct ranking *r)
{
	struct key *keys = arena_array(arena, (size_t)r->count + 1, sizeof *keys);
	struct ranking_row *sorted = arena_array(arena, (size_t)r->count + 1, sizeof *sorted);
	int n = 0, missing = r->ranked;

	for (int i = 0; i < r->count; i++) {
		if (flag_missing(r->rows[i].flag))
			sorted[missing++] = r->rows[i];
		else
			keys[n++] =
				(struct key){ judge_badness(indicator, r->rows[i].value), i, i };
	}
	qsort(keys, (size_t)n, sizeof *keys, by_badness);
	for (int i = 0; i < n; i++) {
		sorted[i] = r->rows[keys[i].row];
		sorted[i].rank =
			i && keys[i].badness == keys[i - 1].badness ? sorted[i - 1].rank : i + 1;
		sorted[i].share_of_best =
			share_of_best(indicator, sorted[0].value, sorted[i].value);
	}
	r->rows = sorted;
}

static void
summarize(struct ranking *r, const struct value_parts *parts, struct arena *arena)
{
	double *values = arena_array(arena, (size_t)r->ranked + 1, sizeof *values);
	double above = 0, below = 0;

	for (int i = 0; i < r->ranked; i++) {
		values[i] = r->rows[i].value;
		if (parts->derived) {
			above += parts->numerator.value[r->rows[i].slot];
			below += parts->denominator.value[r->rows[i].slot];
		}
	}
	statistics_summary(values, r->ranked, &r->summary);
	r->ratio_of_sums = parts->derived && below != 0 ? parts->multiplier * above / below : NAN;
}

/* Changes in the indicator's own measure; across a break of the series there is none. */
static int
add_changes(struct db *db, const struct indicator *indicator, const struct lent *lent, int year,
	const struct vector *now, struct ranking *r, struct error *err)
{
	struct vector v;
	unsigned char *broken = calloc((size_t)now->slots + 1, 1);
	int failed = broken ? 0 : -1;

	vector_new(&v, now->slots);
	for (int i = 0; !failed && i < now->slots; i++)
		broken[i] = flag_meaning(now->flag[i])->series_break;
	for (int back = 1; !failed && back <= YEARS_BACK; back++) {
		failed = value_load(db, indicator, year - back, &v, NULL, err);
		lent_fill(lent, year - back, &v, NULL, NULL);
		for (int i = 0; !failed && i < r->ranked; i++) {
			struct ranking_row *row = &r->rows[i];

			if (!has_value(&v, row->slot) || broken[row->slot])
				continue;
			if (back == 1)
				row->previous = row->value - v.value[row->slot];
			if (back == YEARS_BACK)
				row->five_years = row->value - v.value[row->slot];
		}
		for (int i = 0; !failed && i < now->slots; i++)
			broken[i] |=
				v.flag[i] != FLAG_NONE && flag_meaning(v.flag[i])->series_break;
	}
	vector_release(&v);
	free(broken);
	return failed;
}

int
ranking_load(struct db *db, const struct unit_table *units, const struct indicator *indicator,
	int year, const struct unit_filter *filter, bool changes, struct arena *arena,
	struct ranking *out, struct error *err)
{
	struct value_parts parts = { 0 };
	unsigned char *before = arena_array(arena, (size_t)units->slots + 1, sizeof *before);
	struct lent lent;
	struct vector v;
	int *slots, count, failed;

	*out = (struct ranking){ .ratio_of_sums = NAN };
	count = judge_units(units, filter, arena, &slots);
	out->rows = arena_array(arena, (size_t)count + 1, sizeof *out->rows);
	if (db_read_begin(db, err))
		return -1;
	vector_new(&v, units->slots);
	failed = lent_load(db, units, filter, arena, &lent, err) ||
		 value_load(db, indicator, year, &v, &parts, err);
	if (!failed) {
		lent_fill(&lent, year, &v, &parts, before);
		collect(units, slots, count, year, filter, &v, before, out);
		order(indicator, arena, out);
		summarize(out, &parts, arena);
		if (changes)
			failed = add_changes(db, indicator, &lent, year, &v, out, err);
	}
	vector_release(&v);
	value_parts_release(&parts);
	db_read_end(db);
	return failed ? -1 : 0;
}

/* ---- another order of the same rows ---- */

struct sorting {
	const struct unit_table *units;
	enum ranking_sort by;
	bool descending;
};

static int
compare_numbers(double a, double b)
{
	return (a > b) - (a < b);
}

static int
compare_rows(const void *a, const void *b, void *context)
{
	const struct sorting *s = context;
	const struct ranking_row *x = a, *y = b;
	const struct unit *p = unit_by_slot(s->units, x->slot),
			  *q = unit_by_slot(s->units, y->slot);
	double m = 0, n = 0;
	int result;

	switch (s->by) {
	case RANKING_BY_NAME:
		result = p->order - q->order;
		return s->descending ? -result : result;
	case RANKING_BY_CODE:
		result = strcmp(p->code, q->code);
		return s->descending ? -result : result;
	case RANKING_BY_RANK:
		m = x->rank ? x->rank : NAN;
		n = y->rank ? y->rank : NAN;
		break;
	case RANKING_BY_VALUE:
		m = x->rank ? x->value : NAN;
		n = y->rank ? y->value : NAN;
		break;
	case RANKING_BY_PREVIOUS:
		m = x->previous;
		n = y->previous;
		break;
	case RANKING_BY_FIVE_YEARS:
		m = x->five_years;
		n = y->five_years;
		break;
	}
	/* What has no number stands last in either direction. */
	if (isnan(m) || isnan(n))
		result = isnan(m) - isnan(n);
	else
		result = s->descending ? compare_numbers(n, m) : compare_numbers(m, n);
	return result ? result : p->order - q->order;
}

void
ranking_sort(
	struct ranking *r, const struct unit_table *units, enum ranking_sort by, bool descending)
{
	struct sorting sorting = { units, by, descending };

	qsort_r(r->rows, (size_t)r->count, sizeof *r->rows, compare_rows, &sorting);
}
