/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits that a condition may set for numbers: those of classes, and no others. */
#include "config.h"

#include "model/tables/tabulate_crossing.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/results/answer_column_parts.h"

#include <math.h>

/* The roundest number above one and not above the other: it tells least of whose they are. */
static double
round_between(double below, double at)
{
	for (double step = 1e15; step > 1e-7; step /= 10)
		for (int half = 0; half < 2; half++) {
			double unit = half ? step / 2 : step;
			double limit = floor(at / unit) * unit;

			if (limit > below)
				return limit;
		}
	return at;
}

/* Where the class begins, for all who name these questions: for the lowest, and above the highest,
 * nowhere, and NAN. */
static double
limit_of(const struct condition *c, int dimension, uint32_t class)
{
	const struct dimension *d = &c->x->list[dimension];
	const uint32_t *of = c->x->by[(1 << c->x->count) - 1].class[dimension];
	uint32_t code = 1;

	while (code <= d->count && of[code] != class)
		code++;
	if (class < 2 || code > d->count)
		return NAN;
	return d->column->kind == COLUMN_DATE ? d->low[code]
					      : round_between(d->before[code], d->low[code]);
}

/* `${x} >= limit`, or NULL. */
static const char *
limit_text(const struct condition *c, int dimension, uint32_t class)
{
	const struct dimension *d = &c->x->list[dimension];
	double limit = limit_of(c, dimension, class);
	char text[64];

	if (isnan(limit))
		return NULL;
	if (d->column->kind == COLUMN_DATE)
		date_iso(text, sizeof(text), date_from_days((long)limit));
	else
		number_plain(text, sizeof(text), limit, -1);
	return arena_format(c->w->arena,
		d->column->kind == COLUMN_DATE ? "${%s} >= date('%s')" : "${%s} >= %s",
		d->column->name, text);
}

int
condition_too_fine(const struct condition *c, int dimension, uint32_t class, struct error *err)
{
	const char *from = limit_text(c, dimension, class);
	const char *to = limit_text(c, dimension, class + 1);
	const char *name = c->x->list[dimension].column->name;

	if (!from && !to)
		return error_set(err, ERROR_DENIED,
			_("The condition %s cannot ask for a part of the answers to “%s”: from "
			  "tables of parts, counts of few people could be computed. Leave this "
			  "question out of the condition."),
			c->where, name);
	if (from && to)
		return error_set(err, ERROR_DENIED,
			_("The condition %s parts “%s” too finely: counts of few people could be "
			  "computed. The nearest limits are %s and %s."),
			c->where, name, from, to);
	return error_set(err, ERROR_DENIED,
		_("The condition %s parts “%s” too finely: counts of few people could be computed. "
		  "The nearest limit is %s."),
		c->where, name, from ? from : to);
}

bool
condition_cuts(const struct condition *c, uint32_t cell, int dimension)
{
	const struct crossing *all = &c->x->by[(1 << c->x->count) - 1];
	const struct dimension *d = &c->x->list[dimension];
	double least[2] = { INFINITY, INFINITY }, most[2] = { -INFINITY, -INFINITY };

	for (size_t form = 0; form < c->w->forms; form++) {
		int in = c->selected[form] != 0;

		if (all->cell[form] != cell || !d->number || !d->code[form])
			continue;
		least[in] = fmin(least[in], d->column->value[form]);
		most[in] = fmax(most[in], d->column->value[form]);
	}
	return d->number && (most[0] < least[1] || most[1] < least[0]);
}

/* ---- limits that nobody's number tells ---- */

enum { DAY_FIRST = -719162, DAY_LAST = 2932896 }; /* of years 1 and 9999 */

/* The lowest or the highest number that could stand in the class, whoever answered. */
static double
end_of_class(const struct condition *c, int dimension, uint32_t class, bool high)
{
	const struct dimension *d = &c->x->list[dimension];
	double limit = limit_of(c, dimension, class + high);

	if (!isnan(limit))
		return !high ? limit : d->whole ? limit - 1 : nextafter(limit, -INFINITY);
	if (d->column->kind == COLUMN_DATE)
		return high ? DAY_LAST : DAY_FIRST;
	if (!isnan(d->column->low) && !isnan(d->column->high))
		return high ? d->column->high : d->column->low;
	return high ? 1e15 : -1e15;
}

/* Puts an end of its class in the place of each answer; returns what stood there. */
static const double *
stretch(const struct condition *c, int dimension, const unsigned char *of, bool high)
{
	const struct crossing *all = &c->x->by[(1 << c->x->count) - 1];
	struct dimension *d = &c->x->list[dimension];
	double *value = arena_array(&c->x->arena, c->w->forms + 1, sizeof(*value));
	const double *kept = d->column->value;

	for (size_t form = 0; form < c->w->forms; form++)
		if (of[form] && d->code[form])
			value[form] = end_of_class(
				c, dimension, all->class[dimension][d->code[form]], high);
	((struct answer_column *)d->column)->value = value;
	return kept;
}

/* One form of each cell, its numbers at the ends of their classes: the bits say at which. */
static int
holds_at_ends(const struct condition *c, const unsigned char *of, int ends, struct error *err)
{
	const struct crossing *all = &c->x->by[(1 << c->x->count) - 1];
	const double *kept[DIMENSIONS_MOST] = { NULL };
	const unsigned char *selected;
	int result, first = -1;
	size_t count;

	for (int d = c->x->count - 1; d >= 0; d--)
		if (c->x->list[d].number) {
			kept[d] = stretch(c, d, of, ends >> d & 1);
			first = d;
		}
	result = wave_filter_some(c->w, c->where, of, &selected, &count, err);
	for (int d = 0; d < c->x->count; d++)
		if (kept[d])
			((struct answer_column *)c->x->list[d].column)->value = kept[d];
	for (size_t form = 0; form < c->w->forms && result == 0; form++)
		if (of[form] && (selected[form] != 0) != (c->selected[form] != 0))
			return condition_too_fine(c, first,
				all->class[first][c->x->list[first].code[form]], err);
	return result;
}

int
condition_at_limits(const struct condition *c, struct error *err)
{
	const struct crossing *all = &c->x->by[(1 << c->x->count) - 1];
	unsigned char *of = arena_array(&c->x->arena, c->w->forms + 1, 1);
	int numbers = 0, result = 0;

	for (int d = 0; d < c->x->count; d++)
		numbers |= (int)c->x->list[d].number << d;
	for (uint32_t cell = 0; cell < all->cells; cell++)
		of[all->like[cell]] = 1;
	for (int ends = numbers; numbers && result == 0; ends = (ends - 1) & numbers) {
		result = holds_at_ends(c, of, ends, err);
		if (ends == 0)
			break;
	}
	return result;
}
