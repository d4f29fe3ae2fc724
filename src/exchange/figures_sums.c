/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether parts add up to their wholes: said as a note, never decided on. A series whose sums
 * fail mostly is a rate or a density, and then nothing is said. */
#include "config.h"

#include "exchange/figures_sums.h"
#include "exchange/figures_write.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "model/indicators/flag.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum relation { PARTS, GMINY, POWIATY, VOIVODESHIPS, RELATIONS };
enum { FEWEST_CHECKED = 10, MOSTLY = 5 };

struct tally {
	long checked, wrong;
};

struct child {
	int slot, whole;
	bool due;        /* of the register: the sum is asked only when such ones are complete */
	int first, last; /* years */
};

struct figure_sums {
	const struct figures *f;
	const struct unit_table *units;
	struct tally (*tallies)[RELATIONS]; /* by series */
	double *sum;                        /* by slot of the whole */
	struct child *children;             /* units with the one above them */
	int child_count;
	int (*wholes)[2], whole_count; /* slots with the relation of what they consist of */
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

static void
add_child(struct figure_sums *s, int slot, int whole, const struct unit *u)
{
	struct child *c = &s->children[s->child_count++];

	*c = (struct child){ slot, whole, u && !u->from_bdl, 0, INT_MAX };
	/* From the first year in which it can have begun: a sum without it may lack something. */
	if (u && u->starts_on[0])
		c->first = u->starts_after[0] ? atoi(u->starts_after) +
							!strcmp(u->starts_after + 4, "-12-31")
					      : atoi(u->starts_on);
	/* The day given is the first on which it is no more. */
	if (u && u->ends_on[0])
		c->last = atoi(u->ends_on) - !strcmp(u->ends_on + 4, "-01-01");
}

/* Units of other years count for the sums of their years, though the database lacks them yet. */
static void
add_fresh_children(struct figure_sums *s)
{
	unsigned char *seen = memory_new((size_t)s->f->slots + 1);

	for (int i = 0; i < s->f->unit_codes.count; i++) {
		const struct figure_unit *u = &s->f->units[i];
		char key[UNIT_CODE_SIZE];
		int whole;

		/* One unit under two kinds stands in the file twice. */
		if (!u->fresh || seen[u->slot] ||
			(u->code.level != LEVEL_GMINA && u->code.level != LEVEL_POWIAT))
			continue;
		seen[u->slot] = 1;
		snprintf(
			key, sizeof key, "%.*s", u->code.level == LEVEL_GMINA ? 4 : 2, u->code.key);
		whole = slot_of_key(s, key);
		if (whole != NO_SLOT)
			add_child(s, u->slot, whole, NULL);
	}
	free(seen);
}

/* Short lists instead of the table of units: they are gone through for every slice. */
static void
make_lists(struct figure_sums *s)
{
	int most = s->units->count + s->f->unit_codes.count + 1;

	s->children = memory_array((size_t)most, sizeof *s->children);
	s->wholes = memory_array((size_t)most, sizeof *s->wholes);
	for (int i = 0; i < s->units->count; i++) {
		const struct unit *u = &s->units->units[i];

		if (u->slot >= s->f->slots || u->level > LEVEL_GMINA)
			continue;
		if (u->parent != NO_SLOT && u->parent < s->f->slots)
			add_child(s, u->slot, u->parent, u);
		if (u->level == LEVEL_GMINA)
			continue;
		s->wholes[s->whole_count][0] = u->slot;
		s->wholes[s->whole_count++][1] = u->level == LEVEL_POWIAT        ? GMINY
						 : u->level == LEVEL_VOIVODESHIP ? POWIATY
										 : VOIVODESHIPS;
	}
	add_fresh_children(s);
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
	make_lists(s);
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
	free(s->wholes);
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

static void
add_children(struct figure_sums *s, const struct vector *v, int year)
{
	for (int i = 0; i < s->whole_count; i++) {
		int whole = s->wholes[i][0];

		s->sum[whole] = s->valued[whole] = s->expected[whole] = s->known[whole] = 0;
	}
	for (int i = 0; i < s->child_count; i++) {
		const struct child *c = &s->children[i];
		bool valued = !flag_missing(v->flag[c->slot]);
		bool due = c->due && year >= c->first && year <= c->last;

		s->expected[c->whole] += due;
		s->known[c->whole] += due && valued;
		s->valued[c->whole] += valued;
		s->sum[c->whole] += valued ? v->value[c->slot] : 0;
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
	for (int i = 0; i < s->whole_count; i++) {
		int whole = s->wholes[i][0];

		/* Only where no child is missing: files often leave units out. */
		if (flag_missing(v->flag[whole]) || !s->expected[whole] ||
			s->known[whole] < s->expected[whole])
			continue;
		count_one(&tallies[s->wholes[i][1]], s->sum[whole], v->value[whole],
			s->valued[whole], v->decimals);
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
