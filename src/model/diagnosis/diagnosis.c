/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to a diagnosis: one pass over each indicator's years, then the tree is folded. */
#include "config.h"

#include "model/diagnosis/diagnosis.h"

#include "base/i18n.h"
#include "model/diagnosis/diagnosis_parts.h"
#include "model/indicators/flag.h"
#include "model/indicators/judge.h"
#include "model/diagnosis/peers_parts.h"

#include <math.h>
#include <string.h>

enum { MOST_YEARS = 30, USUAL_YEARS = 5 };

struct diagnosis
diagnosis_settled(const struct diagnosis *question)
{
	struct diagnosis d = *question;

	if (d.years == 0)
		d.years = USUAL_YEARS;
	if (d.years < STANDARD_FEWEST_YEARS)
		d.years = STANDARD_FEWEST_YEARS;
	if (d.years > MOST_YEARS)
		d.years = MOST_YEARS;
	return d;
}

/* ---- one row ---- */

struct diagnosing {
	const struct diagnosis *question;
	struct courses c;
	int own;         /* place of the unit among the slots */
	double *scratch; /* of as many as slots */
};

static void
describe_values(struct diagnosing *d, struct diagnosis_row *row)
{
	const struct courses *c = &d->c;
	int last = c->years - 1, n = 0;
	double badness;

	for (int i = 0; i < c->count; i++)
		if (!isnan(c->values[i * c->years + last]))
			d->scratch[n++] = c->values[i * c->years + last];
	row->value = c->values[d->own * c->years + last];
	row->flag = c->flags[d->own];
	row->missing = c->count - n;
	if (!isnan(row->value)) {
		badness = judge_badness(row->indicator, row->value);
		row->rank = 1;
		for (int i = 0; i < n; i++)
			row->rank += judge_badness(row->indicator, d->scratch[i]) < badness;
	}
	statistics_summary(d->scratch, n, &row->group);
	if (row->rank && n >= 4)
		row->quarter = statistics_quarter(&row->group, row->value);
}

static void
describe_level(struct diagnosing *d, struct diagnosis_row *row)
{
	struct standard_scale scale;

	standard_scale_make(&scale, d->question->method, d->c.turned, d->c.count);
	row->level = standard_level(&scale, d->c.turned[d->own]);
	row->level_middle = standard_middle(&scale);
	row->level_lack = isnan(row->value) ? LACK_VALUE : scale.lack;
}

static void
describe_change(struct diagnosing *d, struct diagnosis_row *row)
{
	const struct courses *c = &d->c;
	struct standard_scale slopes, changes;
	struct standard_course raw;

	standard_scale_make(&slopes, d->question->method, c->slopes, c->count);
	standard_scale_make(&changes, d->question->method, c->changes, c->count);
	standard_course_make(
		&raw, &c->values[d->own * c->years], &c->breaks[d->own * c->years], c->years);
	row->slope = raw.slope;
	row->mean_change = raw.mean_change;
	row->points = raw.points;
	row->change_n = slopes.n;
	row->change = standard_level(&slopes, c->slopes[d->own]);
	row->change_middle = standard_middle(&slopes);
	row->change_mean = standard_level(&changes, c->changes[d->own]);
	row->change_lack = raw.lack != LACK_NONE ? raw.lack : slopes.lack;
	if (raw.lack != LACK_NONE)
		return;
	row->change_first = c->first_year + raw.first;
	row->change_last = c->first_year + raw.last;
	for (int i = 0; i < c->count; i++)
		row->change_other += c->lacks[i] == LACK_NONE &&
				     (c->firsts[i] != raw.first || c->lasts[i] != raw.last);
}

bool
diagnosis_short(const struct diagnosis *question, const struct diagnosis_row *row)
{
	struct diagnosis d = diagnosis_settled(question);

	return row->change_first &&
	       (row->change_first != d.year - d.years + 1 || row->change_last != d.year);
}

static int
fill_row(struct diagnosing *d, const struct asked *asked, struct diagnosis_row *row,
	struct error *err)
{
	*row = (struct diagnosis_row){ .indicator = asked->card,
		.area = asked->area,
		.weight = asked->weight,
		.judged = standard_judged(asked->card) };
	if (courses_load(&d->c, asked->card, err) < 0)
		return -1;
	describe_values(d, row);
	describe_level(d, row);
	describe_change(d, row);
	if (!row->judged) {
		row->level = row->level_middle = row->change = row->change_middle = NAN;
		row->change_mean = NAN;
		row->rank = 0;
		row->level_lack = isnan(row->value) ? LACK_VALUE : LACK_DIRECTION;
		if (row->change_lack == LACK_NONE)
			row->change_lack = LACK_DIRECTION;
	}
	row->standing = standing_of(row->level, row->level_middle, row->change, row->change_middle);
	row->near = standing_near(d->question->method, row->level, row->level_middle, row->change,
		row->change_middle);
	return 0;
}

static int
begin(struct diagnosing *d, struct db *db, const struct unit_table *units,
	const struct diagnosis *question, struct peers *peers, struct arena *arena,
	struct error *err)
{
	*d = (struct diagnosing){ .question = question };
	if (peers_resolve(db, units, question->slot, question->year, question->peers, arena, peers,
		    err) < 0)
		return -1;
	d->scratch = arena_array(arena, (size_t)peers->count + 1, sizeof *d->scratch);
	for (int i = 0; i < peers->count; i++)
		if (peers->slots[i] == question->slot)
			d->own = i;
	return courses_begin(&d->c, db, units, question, peers->slots, peers->count, arena, err);
}

/* ---- all of them ---- */

static void
fold_rows(struct diagnosis_result *r, enum standard_method method, struct arena *arena)
{
	struct fold *folds = arena_array(arena, (size_t)r->tree.count + 1, sizeof *folds);

	r->areas = arena_array(arena, (size_t)r->tree.count + 1, sizeof *r->areas);
	for (int i = 0; i < r->count; i++) {
		const struct diagnosis_row *row = &r->rows[i];

		if (row->judged)
			fold_add(&folds[row->area < 0 ? r->tree.count : row->area], row->weight,
				row->level, row->level_middle, row->change, row->change_middle);
	}
	fold_tree(&r->tree, method, folds, r->areas);
}

static int
compute(struct db *db, const struct unit_table *units, const struct diagnosis *question,
	struct arena *arena, struct diagnosis_result *out, struct error *err)
{
	struct diagnosing d;
	struct asked *list;
	int count, failed;

	failed = begin(&d, db, units, question, &out->peers, arena, err);
	failed = failed || diagnosis_asked(db, question, arena, &out->tree, &list, &count, err) < 0;
	if (!failed)
		out->rows = arena_array(arena, (size_t)count + 1, sizeof *out->rows);
	for (int i = 0; !failed && i < count; i++) {
		struct diagnosis_row *row = &out->rows[out->count];

		failed = fill_row(&d, &list[i], row, err) < 0;
		/* What a tree names is shown as missing; else only what somebody has. */
		out->count += question->tree[0] || row->group.n || row->flag != FLAG_ABSENT;
	}
	courses_end(&d.c);
	if (failed)
		return -1;
	fold_rows(out, question->method, arena);
	return 0;
}

int
diagnosis_compute(struct db *db, const struct unit_table *units, const struct diagnosis *question,
	struct arena *arena, struct diagnosis_result *out, struct error *err)
{
	struct diagnosis d = diagnosis_settled(question);
	int result;

	*out = (struct diagnosis_result){ .first_year = d.year - d.years + 1 };
	if (db_read_begin(db, err) < 0)
		return -1;
	result = compute(db, units, &d, arena, out, err);
	db_read_end(db);
	return result;
}

int
diagnosis_row_compute(struct db *db, const struct unit_table *units,
	const struct diagnosis *question, const char *indicator, struct arena *arena,
	struct diagnosis_row *out, struct peers *peers, struct error *err)
{
	struct diagnosis d = diagnosis_settled(question);
	struct indicator *card = arena_new(arena, sizeof *card);
	struct asked asked = { card, -1, 1 };
	struct diagnosing work = { 0 };
	int failed;

	if (db_read_begin(db, err) < 0)
		return -1;
	failed = indicator_load(db, indicator, arena, card, err) < 0 ||
		 begin(&work, db, units, &d, peers, arena, err) < 0 ||
		 fill_row(&work, &asked, out, err) < 0;
	courses_end(&work.c);
	db_read_end(db);
	return failed ? -1 : 0;
}

/* ---- every unit ---- */

struct everyone {
	struct courses c;
	struct area_tree tree;
	int *key; /* [unit]: its group of peers, from 0 */
	int groups;
	struct standard_scale *levels, *slopes; /* [group] */
	double *gathered;
	int *begin, *order; /* units of each group, one after another */
	struct fold *folds; /* [unit][area] */
	struct diagnosis_unit *list;
};

/* Keys become 0, 1, 2 …, and units lie in order of their groups. */
static void
order_groups(struct everyone *e, const struct partition *p, struct arena *arena)
{
	int count = e->c.count;
	int *seen = arena_array(arena, (size_t)count + 1, sizeof *seen);
	int *next;

	e->key = arena_array(arena, (size_t)count + 1, sizeof *e->key);
	for (int i = 0; i < count; i++) {
		int key = p->key[e->c.slots[i]], g = 0;

		while (g < e->groups && seen[g] != key)
			g++;
		seen[g] = key;
		e->groups += g == e->groups;
		e->key[i] = g;
	}
	e->begin = arena_array(arena, (size_t)e->groups + 2, sizeof *e->begin);
	e->order = arena_array(arena, (size_t)count + 1, sizeof *e->order);
	next = arena_array(arena, (size_t)e->groups + 1, sizeof *next);
	for (int i = 0; i < count; i++)
		e->begin[e->key[i] + 1]++;
	for (int g = 0; g < e->groups; g++)
		next[g] = e->begin[g + 1] += e->begin[g];
	for (int i = count - 1; i >= 0; i--)
		e->order[--next[e->key[i]]] = i;
}

static void
scale_groups(struct everyone *e, enum standard_method method, const double *values,
	struct standard_scale *scales)
{
	for (int g = 0; g < e->groups; g++) {
		int n = 0;

		for (int i = e->begin[g]; i < e->begin[g + 1]; i++)
			e->gathered[n++] = values[e->order[i]];
		standard_scale_make(&scales[g], method, e->gathered, n);
	}
}

static int
add_indicator(struct everyone *e, enum standard_method method, const struct asked *asked,
	struct error *err)
{
	int width = e->tree.count + 1;

	if (!standard_judged(asked->card))
		return 0;
	if (courses_load(&e->c, asked->card, err) < 0)
		return -1;
	scale_groups(e, method, e->c.turned, e->levels);
	scale_groups(e, method, e->c.slopes, e->slopes);
	for (int i = 0; i < e->c.count; i++) {
		const struct standard_scale *level = &e->levels[e->key[i]];
		const struct standard_scale *slope = &e->slopes[e->key[i]];
		double own = standard_level(level, e->c.turned[i]);

		e->list[i].n += !isnan(own);
		e->list[i].missing += isnan(own);
		fold_add(&e->folds[i * width + (asked->area < 0 ? e->tree.count : asked->area)],
			asked->weight, own, standard_middle(level),
			standard_level(slope, e->c.slopes[i]), standard_middle(slope));
	}
	return 0;
}

static void
settle_units(struct everyone *e, enum standard_method method, int area, struct arena *arena)
{
	int width = e->tree.count + 1;
	struct diagnosis_area *areas = arena_array(arena, (size_t)width, sizeof *areas);

	for (int i = 0; i < e->c.count; i++) {
		const struct diagnosis_area *a = &areas[area < 0 ? e->tree.count : area];

		fold_tree(&e->tree, method, &e->folds[i * width], areas);
		e->list[i].slot = e->c.slots[i];
		e->list[i].level = a->level;
		e->list[i].change = a->change;
		e->list[i].standing = a->standing;
		e->list[i].near = a->near;
	}
}

static int
begin_everyone(struct everyone *e, struct db *db, const struct unit_table *units,
	const struct diagnosis *question, struct arena *arena, struct error *err)
{
	const struct unit *u = unit_by_slot(units, question->slot);
	enum unit_level level = u ? u->level : LEVEL_GMINA;
	int *slots = arena_array(arena, (size_t)units->slots + 1, sizeof *slots), count = 0;
	struct partition p;
	size_t all;

	if (peers_partition(db, units, level, NO_SLOT, question->year,
		    question->peers[0] ? question->peers : "voivodeship", arena, &p, err) < 0)
		return -1;
	for (int i = 0; i < units->slots; i++)
		if (p.key[i] != PEERS_NOBODY)
			slots[count++] = i;
	if (courses_begin(&e->c, db, units, question, slots, count, arena, err) < 0)
		return -1;
	order_groups(e, &p, arena);
	all = (size_t)e->groups + 1;
	e->levels = arena_array(arena, all, sizeof *e->levels);
	e->slopes = arena_array(arena, all, sizeof *e->slopes);
	e->gathered = arena_array(arena, (size_t)count + 1, sizeof *e->gathered);
	e->list = arena_array(arena, (size_t)count + 1, sizeof *e->list);
	return 0;
}

static int
compute_all(struct everyone *e, struct db *db, const struct unit_table *units,
	const struct diagnosis *question, int area, struct arena *arena,
	const struct progress *progress, struct error *err)
{
	struct asked *list;
	int count;

	if (begin_everyone(e, db, units, question, arena, err) < 0 ||
		diagnosis_asked(db, question, arena, &e->tree, &list, &count, err) < 0)
		return -1;
	e->folds = arena_array(
		arena, ((size_t)e->c.count + 1) * ((size_t)e->tree.count + 1), sizeof *e->folds);
	for (int i = 0; i < count; i++) {
		if (progress_step(progress, (double)i / count, _("Diagnosing all units")))
			return error_set(err, ERROR_CANCEL, _("The diagnosis was cancelled."));
		if (add_indicator(e, question->method, &list[i], err) < 0)
			return -1;
	}
	settle_units(e, question->method, area, arena);
	return 0;
}

int
diagnosis_all(struct db *db, const struct unit_table *units, const struct diagnosis *question,
	int area, struct arena *arena, struct diagnosis_unit **list, int *count,
	const struct progress *progress, struct error *err)
{
	struct diagnosis d = diagnosis_settled(question);
	struct everyone e = { 0 };
	int result;

	*count = 0;
	if (db_read_begin(db, err) < 0)
		return -1;
	result = compute_all(&e, db, units, &d, area, arena, progress, err);
	courses_end(&e.c);
	db_read_end(db);
	if (result < 0)
		return -1;
	*list = e.list;
	*count = e.c.count;
	return 0;
}
