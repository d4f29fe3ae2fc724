/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means of numbers that stand in no list because some of them are few people's. Who knows that they
 * are whole and not many can work out from a mean of so many how often each was said. */
#include "config.h"

#include "model/tables/tabulate_means.h"

#include <math.h>

enum { REACH = 200 };

/* Numbers by their place on the coarsest grid that holds them all, as a reader may guess it. */
struct pile {
	int count, threshold;
	long place[TABULATION_POINTS], n[TABULATION_POINTS];
	long top;        /* the places are 0 to this */
	long total, sum; /* answers, their places together */
	double low, step, unit;
	bool small; /* one count is under the threshold, or the numbers would be listed */
};

/* Where the numbers are not listed, their rows stand behind the others. */
static long
count_of(const struct tally *t, double number, int head)
{
	int from = t->dropped ? t->answer_count : 0;

	for (int k = 0; k < t->number_count && t->dropped; k++)
		if (t->numbers[k] == number)
			return t->n[(from + k) * t->heads + head];
	for (int i = 0; i < t->answer_count && !t->dropped; i++)
		if (t->answers[i].score == number)
			return t->n[i * t->heads + head];
	return 0;
}

static long
common_divisor(long a, long b)
{
	while (b) {
		long rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* false: there are more places than numbers that a table lists, and nobody guesses which are
 * taken. */
static bool
find_grid(const struct tally *t, struct pile *p)
{
	long thousandths[TABULATION_POINTS], step = 0;

	*p = (struct pile){ .threshold = t->threshold };
	for (int k = 0; k < t->number_count; k++) {
		double fine = t->numbers[k] * 1000;

		if (fabs(fine) > 1e12 || fabs(fine - round(fine)) > 1e-4)
			return false;
		thousandths[k] = (long)round(fine);
		step = common_divisor(thousandths[k] - thousandths[0], step);
	}
	p->low = t->numbers[0];
	p->step = (double)step / 1000;
	p->count = t->number_count;
	for (int k = 0; k < p->count; k++)
		p->place[k] = step ? (thousandths[k] - thousandths[0]) / step : 0;
	p->top = p->place[p->count - 1];
	return p->top < TABULATION_POINTS;
}

bool
tally_numbers_dropped(const struct tally *t)
{
	struct pile p;

	return t->dropped && t->column->scale && t->column->kind == COLUMN_NUMBER &&
	       find_grid(t, &p);
}

static void
add(struct pile *p, int k, long n)
{
	p->n[k] += n;
	p->total += n;
	p->sum += n * p->place[k];
}

static void
add_head(struct pile *p, const struct tally *t, int head)
{
	for (int k = 0; k < p->count; k++)
		add(p, k, count_of(t, t->numbers[k], head));
}

/* ---- what it could be ---- */

static bool
is_few(const struct pile *p, long n)
{
	return n > 0 && n < p->threshold;
}

/* Whether so many other people, none of them at this place, can make the sum; and one count among
 * theirs be small. */
static bool
others_make(const struct pile *p, long place, long others, long sum, bool small)
{
	long top = p->top, low = place == 0, high = place == top ? top - 1 : top;
	long over = sum - low * others, under = high * others - sum;

	if (over < 0 || under < 0 || (others == 1 && sum == place))
		return false;
	if (top > 2) { /* a single one can be put between */
		bool gap = (place == 1 && over == 1) || (place == top - 1 && under == 1);

		return !gap && (!small || is_few(p, others) || (over > 0 && under > 0));
	}
	if (top == 2 && place == 1) { /* at 0 or 2 */
		if (sum % 2)
			return false;
		over = sum / 2;
		under = others - over;
	}
	return !small || is_few(p, over) || is_few(p, under) || (high == low && is_few(p, others));
}

static bool
could_be(const struct pile *p, int k, long count)
{
	double mean = (double)p->sum / (double)p->total,
	       shown = tally_printed(p->low + p->step * mean, p->unit);
	long width = (long)(p->unit / p->step * (double)p->total) + 1;
	bool small = p->small && !is_few(p, count);

	for (long by = -width; by <= width; by++) {
		double other = (double)(p->sum + by) / (double)p->total;

		if (fabs(tally_printed(p->low + p->step * other, p->unit) - shown) > 1e-9)
			continue;
		if (others_make(p, p->place[k], p->total - count, p->sum + by - count * p->place[k],
			    small))
			return true;
	}
	return false;
}

static bool
is_safe(const struct pile *p, int k)
{
	int numbers = 1, wanted = p->threshold > 2 ? p->threshold : 2;
	long n = p->n[k], most = n;

	for (long by = 1; by <= REACH && (numbers < wanted || most < p->threshold); by++) {
		if (n + by <= p->total && could_be(p, k, n + by)) {
			numbers++;
			most = n + by;
		}
		if (n >= by && could_be(p, k, n - by))
			numbers++;
	}
	return numbers >= wanted && most >= p->threshold;
}

static bool
all_safe(const struct pile *p)
{
	if (p->top == 0)
		return false;
	for (int k = 0; k < p->count; k++)
		if (p->n[k] > 0 && !is_safe(p, k))
			return false;
	return true;
}

/* ---- what may be said ---- */

double
tally_unlisted_unit(const struct tally *t, int head, double from)
{
	static const double units[] = { 0, 0.01, TALLY_COARSE };
	struct pile p;

	find_grid(t, &p);
	add_head(&p, t, head);
	p.small = head == t->heads - 1 && !t->people && !t->selected;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		p.unit = units[i];
		if (units[i] >= from && all_safe(&p))
			return units[i];
	}
	return -1;
}

bool
tally_left_safe(const struct tally *all, int all_head, const struct tally *t, int head)
{
	struct pile p;

	if (!tally_numbers_dropped(all))
		return true;
	find_grid(all, &p);
	add_head(&p, all, all_head);
	for (int k = 0; k < p.count; k++)
		add(&p, k, -count_of(t, all->numbers[k], head));
	return p.total == 0 || all_safe(&p);
}

bool
tally_untold_safe(const struct tally *t, const struct column_head *heads)
{
	struct pile p;

	if (!tally_numbers_dropped(t))
		return true;
	find_grid(t, &p);
	for (int h = 0; h < t->heads - 1; h++)
		if (heads[h].scale.n <= 0)
			add_head(&p, t, h);
	return p.total == 0 || all_safe(&p);
}
