/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether parts add up to their wholes: said as a note, never decided on. A series whose sums
 * fail mostly is a rate or a density, and then nothing is said. */
#include "config.h"

#include "exchange/figures_sums.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "model/flag.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum relation { PARTS, GMINY, POWIATY, VOIVODESHIPS, RELATIONS };
enum { FEWEST_CHECKED = 10, MOSTLY = 5 };

struct tally {
	long checked, wrong;
};

struct figure_sums {
	const struct figures *f;
	const struct unit_table *units;
	struct tally (*tallies)[RELATIONS]; /* by series */
	double *sum;                        /* by slot of the whole */
	int *children, child_count;         /* slots that only this file knows, and their wholes */
	int *valued, *expected,
		*known; /* children with a value, in the register, of these valued */
};

/* The slot of a key in the database or, a new one, in the file; NO_SLOT when neither has it. */
static int
slot_of_key(const struct figure_sums *s, const char *key)
{
	uint64_t number = unit_code_number(key, strlen(key));
	int slot = unit_slot_by_number(s->units, number), fresh;

	if (slot != NO_SLOT)
		return slot;
	fresh = byteset_find(&s->f->fresh, &number, sizeof number);
	return fresh < 0 ? NO_SLOT : s->f->base + fresh;
}

/* Units of other years count for the sums of their years, though the database lacks them yet. */
static void
find_children(struct figure_sums *s)
{
	unsigned char *seen = memory_new((size_t)s->f->slots + 1);

	s->children = memory_array(2 * (size_t)s->f->unit_codes.count + 1, sizeof *s->children);
	for (int i = 0; i < s->f->unit_codes.count; i++) {
		const struct figure_unit *u = &s->f->units[i];
		char key[UNIT_CODE_SIZE];
		int whole;

		/* One unit under two kinds stands in the file twice. */
		if (!u->fresh || seen[u->slot] ||
			(u->code.level != LEVEL_GMINA && u->code.level != LEVEL_POWIAT))
			continue;
		snprintf(
			key, sizeof key, "%.*s", u->code.level == LEVEL_GMINA ? 4 : 2, u->code.key);
		whole = slot_of_key(s, key);
		if (whole == NO_SLOT)
			continue;
		seen[u->slot] = 1;
		s->children[2 * s->child_count] = u->slot;
		s->children[2 * s->child_count++ + 1] = whole;
	}
	free(seen);
}

struct figure_sums *
figures_sums_new(const struct figures *f, const struct unit_table *units)
{
	struct figure_sums *s = memory_new(sizeof *s);
	size_t slots = (size_t)f->slots + 1;

	s->f = f;
	s->units = units;
	s->tallies = memory_array((size_t)f->series_keys.count + 1, sizeof *s->tallies);
	s->sum = memory_array(slots, sizeof *s->sum);
	s->valued = memory_array(slots, sizeof *s->valued);
	s->expected = memory_array(slots, sizeof *s->expected);
	s->known = memory_array(slots, sizeof *s->known);
	find_children(s);
	return s;
}

void
figures_sums_free(struct figure_sums *s)
{
	free(s->tallies);
	free(s->sum);
	free(s->valued);
	free(s->expected);
	free(s->known);
	free(s->children);
	free(s);
}

static void
count_one(struct tally *t, double sum, double whole, int n, int decimals)
{
	/* Rounded parts may miss the whole by half a digit each. */
	double slack = decimals ? 0.5 * (n + 1) / number_power10(decimals) : 0;

	t->checked++;
	t->wrong += fabs(sum - whole) > slack + 1e-9 * fabs(whole);
}

static bool
exists(const struct unit *u, int year)
{
	return (!u->starts_on[0] && !u->ends_on[0]) || unit_exists_in(u, year);
}

static void
add_children(struct figure_sums *s, const struct vector *v, int year)
{
	for (int i = 0; i < v->slots; i++)
		s->sum[i] = s->valued[i] = s->expected[i] = s->known[i] = 0;
	for (int i = 0; i < s->units->count; i++) {
		const struct unit *u = &s->units->units[i];
		bool valued = u->slot < v->slots && !flag_missing(v->flag[u->slot]), due;

		if (u->parent == NO_SLOT || u->parent >= v->slots || u->level < LEVEL_VOIVODESHIP ||
			u->level > LEVEL_GMINA)
			continue;
		due = !u->from_bdl && exists(u, year);
		s->expected[u->parent] += due;
		s->known[u->parent] += due && valued;
		s->valued[u->parent] += valued;
		s->sum[u->parent] += valued ? v->value[u->slot] : 0;
	}
	for (int i = 0; i < s->child_count; i++) {
		int slot = s->children[2 * i], whole = s->children[2 * i + 1];

		if (flag_missing(v->flag[slot]))
			continue;
		s->valued[whole]++;
		s->sum[whole] += v->value[slot];
	}
}

void
figures_sums_add(struct figure_sums *s, int slice, const struct vector *v)
{
	const struct figure_slice *at = &s->f->slices[slice];
	struct tally *tallies = s->tallies[at->series];

	for (int i = 0; i < s->f->part_count; i++) {
		const struct figure_parts *p = &s->f->parts[i];

		if (!flag_missing(v->flag[p->whole]) && !flag_missing(v->flag[p->town]) &&
			!flag_missing(v->flag[p->rural]))
			count_one(&tallies[PARTS], v->value[p->town] + v->value[p->rural],
				v->value[p->whole], 2, v->decimals);
	}
	add_children(s, v, at->year);
	for (int i = 0; i < s->units->count; i++) {
		const struct unit *u = &s->units->units[i];
		int relation = u->level == LEVEL_POWIAT        ? GMINY
			       : u->level == LEVEL_VOIVODESHIP ? POWIATY
							       : VOIVODESHIPS;

		/* Only where no child is missing: files often leave units out. */
		if (u->level > LEVEL_POWIAT || u->slot >= v->slots ||
			flag_missing(v->flag[u->slot]) || !s->expected[u->slot] ||
			s->known[u->slot] < s->expected[u->slot])
			continue;
		count_one(&tallies[relation], s->sum[u->slot], v->value[u->slot],
			s->valued[u->slot], v->decimals);
	}
}

void
figures_sums_remark(const struct figure_sums *s, struct import_job *job)
{
	static const char *const texts[RELATIONS] = {
		[PARTS] = N_("Town and rural part do not add up to the whole gmina."),
		[GMINY] = N_("Gminy do not add up to their powiat."),
		[POWIATY] = N_("Powiaty do not add up to their voivodeship."),
		[VOIVODESHIPS] = N_("Voivodeships do not add up to the country."),
	};

	for (int relation = 0; relation < RELATIONS; relation++) {
		long wrong = 0;

		for (int i = 0; i < s->f->series_keys.count; i++) {
			const struct tally *t = &s->tallies[i][relation];

			if (t->checked >= FEWEST_CHECKED && t->wrong * MOSTLY <= t->checked)
				wrong += t->wrong;
		}
		if (wrong)
			figures_remark(job, REMARK_NOTE, wrong, "%s", _(texts[relation]));
	}
}
