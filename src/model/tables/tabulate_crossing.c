/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of people that conditions are made of. */
#include "config.h"

#include "model/tables/tabulate_crossing.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS_MOST = 4096 }; /* of more all are pooled */

static uint32_t
code_of(const struct crossings *x, int mask, int dimension, size_t form)
{
	uint32_t code = x->list[dimension].code[form];

	return x->list[dimension].number ? x->by[mask].class[dimension][code] : code;
}

/* ---- classes of numbers ---- */

struct cutting {
	struct crossings *x;
	int mask, dimension;
	const struct crossing *beside; /* by the questions that are no numbers */
	size_t *in;                    /* of the class, by their cells */
	bool *wanted;                  /* cells that must have a group in each class */
	uint32_t cells_wanted, cells_full;
	size_t people, least; /* in the class; that it must have */
};

static int
numbers_in(const struct crossings *x, int mask, int *others)
{
	int count = 0;

	*others = mask;
	for (int d = 0; d < x->count; d++)
		if (mask >> d & 1 && x->list[d].number) {
			count++;
			*others &= ~(1 << d);
		}
	return count;
}

size_t
crossing_class(const struct crossings *x, size_t people)
{
	enum { FEWEST = 4, MOST = 100, GROUPS = 10 };
	size_t least = people / FEWEST;

	least = least < GROUPS * x->group ? least : GROUPS * x->group;
	least = least > people / MOST ? least : people / MOST;
	return least > x->group ? least : x->group;
}

/* Several numbers are cut into so few classes each that their crossing has three groups a cell. */
static size_t
class_size(const struct crossings *x, int numbers, size_t people)
{
	double cell = 3 * (double)x->group;

	if (numbers == 1 || people == 0)
		return crossing_class(x, people);
	return (size_t)ceil((double)people * pow(cell / (double)people, 1.0 / numbers));
}

static void
want_groups(struct cutting *c)
{
	const struct dimension *d = &c->x->list[c->dimension];
	size_t people = 0;
	int others, numbers = numbers_in(c->x, c->mask, &others);

	c->beside = &c->x->by[others];
	c->in = memory_array(c->beside->cells + 1, sizeof(*c->in));
	c->wanted = memory_array(c->beside->cells + 1, sizeof(*c->wanted));
	for (size_t form = 0; form < c->x->w->forms; form++)
		if (d->code[form]) {
			c->in[c->beside->cell[form]]++;
			people++;
		}
	for (uint32_t cell = 0; cell < c->beside->cells; cell++) {
		c->wanted[cell] =
			c->beside->state[cell] == CELL_GROUP && c->in[cell] >= c->x->group;
		c->cells_wanted += c->wanted[cell];
	}
	memset(c->in, 0, c->beside->cells * sizeof(*c->in));
	c->least = class_size(c->x, numbers, people);
}

/* Whether the code begins a class for all who name one question fewer. */
static bool
is_limit(const struct cutting *c, uint32_t code)
{
	for (int d = 0; d < c->x->count; d++) {
		const struct crossing *fewer = &c->x->by[c->mask & ~(1 << d)];

		if (d != c->dimension && c->mask >> d & 1 &&
			fewer->class[c->dimension][code] == fewer->class[c->dimension][code - 1])
			return false;
	}
	return true;
}

static bool
is_full(const struct cutting *c)
{
	return c->cells_full == c->cells_wanted && c->people >= c->least;
}

static void
put(struct cutting *c, size_t form)
{
	uint32_t cell = c->beside->cell[form];

	c->people++;
	if (++c->in[cell] == c->x->group)
		c->cells_full += c->wanted[cell];
}

static void
cut(struct crossings *x, int mask, int dimension)
{
	struct cutting c = { .x = x, .mask = mask, .dimension = dimension };
	const struct dimension *d = &x->list[dimension];
	const struct column_same *same = wave_column_same(x->w, d->column);
	uint32_t *class = arena_array(&x->arena, d->count + 1u, sizeof(*class)), last = 1;
	size_t at = 0;

	want_groups(&c);
	for (uint32_t code = 1; code <= d->count; code++) {
		if (code > 1 && is_full(&c) && is_limit(&c, code)) {
			last++;
			c.people = c.cells_full = 0;
			memset(c.in, 0, c.beside->cells * sizeof(*c.in));
		}
		class[code] = last;
		for (; at < same->count && d->code[same->order[at]] == code; at++)
			put(&c, same->order[at]);
	}
	for (uint32_t code = 1; code <= d->count && last > 1 && !is_full(&c); code++)
		if (class[code] == last)
			class[code] = last - 1;
	free(c.in);
	free(c.wanted);
	x->by[mask].class[dimension] = class;
}

/* ---- cells ---- */

static void
find_cells(struct crossings *x, int mask)
{
	struct crossing *by = &x->by[mask];
	size_t forms = x->w->forms;

	by->cell = arena_array(&x->arena, forms + 1, sizeof(*by->cell));
	by->cells = 1;
	for (int d = 0; d < x->count; d++) {
		struct dense known;

		if (!(mask >> d & 1))
			continue;
		dense_open(&known, forms);
		for (size_t form = 0; form < forms; form++)
			by->cell[form] = dense_id(&known,
				(uint64_t)by->cell[form] << 32 | code_of(x, mask, d, form));
		by->cells = known.count;
		dense_close(&known);
	}
	by->people = arena_array(&x->arena, by->cells + 1u, sizeof(*by->people));
	by->like = arena_array(&x->arena, by->cells + 1u, sizeof(*by->like));
	by->state = arena_array(&x->arena, by->cells + 1u, 1);
	for (size_t form = 0; form < forms; form++) {
		by->people[by->cell[form]]++;
		by->like[by->cell[form]] = (uint32_t)form;
	}
}

/* ---- the pool ---- */

static bool
left_blank(const struct crossings *x, int mask, size_t form)
{
	for (int d = 0; d < x->count; d++)
		if (mask >> d & 1 && x->list[d].blanks && x->list[d].code[form] == 0)
			return true;
	return false;
}

static void
pool_few(struct crossings *x, int mask)
{
	struct crossing *by = &x->by[mask];

	for (uint32_t cell = 0; cell < by->cells; cell++)
		if (by->people[cell] < x->group)
			by->state[cell] = left_blank(x, mask, by->like[cell]) ? CELL_BLANK
									      : CELL_POOLED;
	for (int d = 0; d < x->count; d++) {
		const struct crossing *fewer = &x->by[mask & ~(1 << d)];

		for (size_t form = 0; mask >> d & 1 && form < x->w->forms; form++)
			if (fewer->state[fewer->cell[form]] == CELL_POOLED &&
				by->state[by->cell[form]] == CELL_GROUP)
				by->state[by->cell[form]] = CELL_POOLED;
	}
}

struct sum { /* of cells, as fewer questions tell it */
	size_t people, cells; /* pooled */
	uint32_t smallest;    /* other cell + 1; 0 = none */
};

/* The sum that each cell is in, where only these of the dimensions are named. */
static uint32_t
find_sums(const struct crossings *x, int mask, int fewer, uint32_t *sum_of)
{
	const struct crossing *by = &x->by[mask];
	uint32_t sums = 1;

	memset(sum_of, 0, by->cells * sizeof(*sum_of));
	for (int d = 0; d < x->count; d++) {
		struct dense known;

		if (!(fewer >> d & 1))
			continue;
		dense_open(&known, by->cells);
		for (uint32_t cell = 0; cell < by->cells; cell++)
			sum_of[cell] = dense_id(&known,
				(uint64_t)sum_of[cell] << 32 |
					code_of(x, mask, d, by->like[cell]));
		sums = known.count;
		dense_close(&known);
	}
	return sums;
}

static bool
pool_more(struct crossings *x, int mask, int fewer, uint32_t *sum_of)
{
	struct crossing *by = &x->by[mask];
	uint32_t count = find_sums(x, mask, fewer, sum_of);
	struct sum *sums = memory_array(count, sizeof(*sums));
	bool changed = false;

	for (uint32_t cell = 0; cell < by->cells; cell++) {
		struct sum *s = &sums[sum_of[cell]];

		if (by->state[cell] == CELL_POOLED) {
			s->people += by->people[cell];
			s->cells++;
		} else if (by->state[cell] == CELL_GROUP &&
			   (!s->smallest || by->people[cell] < by->people[s->smallest - 1])) {
			s->smallest = cell + 1;
		}
	}
	for (uint32_t i = 0; i < count; i++)
		if (sums[i].cells > 0 && sums[i].smallest &&
			(sums[i].cells < 2 || sums[i].people < x->group)) {
			by->state[sums[i].smallest - 1] = CELL_POOLED;
			changed = true;
		}
	free(sums);
	return changed;
}

static void
pool(struct crossings *x, int mask)
{
	struct crossing *by = &x->by[mask];
	uint32_t *sum_of = memory_array(by->cells, sizeof(*sum_of));
	bool changed = true;

	pool_few(x, mask);
	for (uint32_t cell = 0; by->cells > CELLS_MOST && cell < by->cells; cell++)
		if (by->state[cell] == CELL_GROUP)
			by->state[cell] = CELL_POOLED;
	while (changed) {
		changed = false;
		for (int fewer = 0; fewer < mask; fewer++)
			if ((fewer & ~mask) == 0)
				changed = pool_more(x, mask, fewer, sum_of) || changed;
	}
	free(sum_of);
}

void
crossing_make(struct crossings *x)
{
	for (int mask = 0; mask < 1 << x->count; mask++) {
		for (int d = 0; d < x->count; d++)
			if (mask >> d & 1 && x->list[d].number)
				cut(x, mask, d);
		find_cells(x, mask);
		pool(x, mask);
	}
}
