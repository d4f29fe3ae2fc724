/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of many small random waves as they are handed out, held against each other: what one hides
 * no other tells. GROMADA_TABLES says how many waves. */
#include "config.h"

#include "linear.h"
#include "small_wave.h"

#include "model/tables/tabulate_parts.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { ROWS = 8, HEADS = 8 };
static const char condition[] = "${children} = '1'";

static struct small_wave w;
static struct error err;

static int
make(void **state)
{
	(void)state;
	return small_wave_open(&w);
}

static int
drop(void **state)
{
	(void)state;
	small_wave_release(&w);
	return 0;
}

static int
below(int n)
{
	return small_wave_below(&w, n);
}

static void
begin(void)
{
	int people = 60 + below(below(2) ? 140 : SMALL_FORMS - 60);

	small_wave_answer(&w, "rate1", 2 + below(3), below(3) ? below(5) : below(40), people);
	small_wave_answer(&w, "place", 2 + below(2), below(3) ? below(5) : below(40), people);
	small_wave_answer(&w, "children", 2, below(10), people);
	small_wave_begin(&w);
}

/* ---- tables and what is true of them ---- */

struct page {
	struct crosstab shown;
	long truth[ROWS + 1][HEADS];
	int variable[ROWS + 1][HEADS];
};

/* false: the wave refuses the condition. */
static bool
ask(struct page *p, const char *where, int threshold)
{
	struct tabulation t = { .question = "rate1", .by = "place", .where = where };
	struct tally truth;

	t.threshold = threshold;
	error_clear(&err);
	if (tabulate_cross(&w.all, &t, &p->shown, &err) < 0) {
		assert_int_equal(err.code, ERROR_DENIED);
		return false;
	}
	assert_int_equal(tally_count(&w.all, &t, &truth, &err), 0);
	assert_int_equal(p->shown.row_count, truth.answer_count);
	assert_int_equal(p->shown.head_count, truth.heads);
	assert_true(truth.answer_count <= ROWS && truth.heads <= HEADS);
	for (int h = 0; h < truth.heads; h++) {
		for (int i = 0; i < truth.answer_count; i++)
			p->truth[i][h] = truth.n[i * truth.heads + h];
		p->truth[truth.answer_count][h] = truth.base[h].n;
	}
	tally_release(&truth);
	return true;
}

static long
count_of(const struct crosstab *x, int row, int head)
{
	if (row == x->row_count)
		return x->heads[head].n;
	return head == x->head_count - 1 ? x->rows[row].n : x->cells[row * x->head_count + head].n;
}

static long
is_hidden(const struct page *p, int row, int head)
{
	return count_of(&p->shown, row, head) < 0;
}

/* ---- the judge ---- */

struct equation {
	double factors[LINEAR_VARIABLES], constant;
	int unknown;
};

static void
put(struct equation *e, const struct page *p, int row, int head, double factor)
{
	int variable = p->variable[row][head];

	e->unknown += variable >= 0;
	if (variable >= 0)
		e->factors[variable] += factor;
	else
		e->constant -= factor * (double)p->truth[row][head];
}

static void
name(struct linear *l, struct page *p)
{
	for (int i = 0; i <= p->shown.row_count; i++)
		for (int h = 0; h < p->shown.head_count; h++)
			p->variable[i][h] = is_hidden(p, i, h) ? l->variables++ : -1;
}

static void
sums(struct linear *l, const struct page *p)
{
	int rows = p->shown.row_count, last = p->shown.head_count - 1;

	for (int i = 0; i <= rows; i++) {
		struct equation e = { { 0 }, 0, 0 };

		for (int h = 0; h < last; h++)
			put(&e, p, i, h, 1);
		put(&e, p, i, last, -1);
		if (e.unknown)
			linear_row(l, e.factors, false, e.constant);
	}
	for (int h = 0; h <= last; h++) {
		struct equation e = { { 0 }, 0, 0 };

		for (int i = 0; i < rows; i++)
			put(&e, p, i, h, 1);
		put(&e, p, rows, h, -1);
		if (e.unknown)
			linear_row(l, e.factors, false, e.constant);
	}
}

static bool
few(long n, int threshold)
{
	return n > 0 && n < threshold;
}

static double
room(struct linear *l, int variable)
{
	return linear_extreme(l, variable, 1) - linear_extreme(l, variable, -1);
}

/* How many cells of too few people can be computed; those who left the head blank are told. */
static int
computed(struct linear *l, const struct page *p, int threshold)
{
	int found = 0, heads = p->shown.head_count - 1;

	if (heads > 0 && strcmp(p->shown.heads[heads - 1].name, "no_answer") == 0)
		heads--;
	for (int i = 0; i < p->shown.row_count; i++)
		for (int h = 0; h < heads; h++)
			if (few(p->truth[i][h], threshold))
				found += p->variable[i][h] < 0 ||
					 room(l, p->variable[i][h]) < 1 - 1e-6;
	return found;
}

static void
show(const struct page *p)
{
	for (int i = 0; i <= p->shown.row_count; i++)
		for (int h = 0; h < p->shown.head_count; h++)
			print_message("%5ld%c%s", p->truth[i][h], is_hidden(p, i, h) ? '#' : ' ',
				h == p->shown.head_count - 1 ? "\n" : "");
}

/* ---- thresholds ---- */

static void
a_raised_threshold_shows_nothing_that_the_waves_own_hides(void **state)
{
	static struct linear l;
	static struct page own, raised;
	long hidden = 0, shown = 0;

	(void)state;
	w.seed = 20261122;
	for (long n = 0; n < small_wave_count(300); n++) {
		int threshold = 6 + below(10);

		begin();
		assert_true(ask(&own, NULL, 0) && ask(&raised, NULL, threshold));
		for (int i = 0; i <= own.shown.row_count; i++)
			for (int h = 0; h < own.shown.head_count; h++) {
				hidden += is_hidden(&own, i, h);
				shown += !is_hidden(&raised, i, h);
				if (is_hidden(&own, i, h) && !is_hidden(&raised, i, h)) {
					show(&own);
					show(&raised);
					fail_msg("wave %ld, threshold %d", n, threshold);
				}
			}
		memset(&l, 0, sizeof(l));
		name(&l, &raised);
		sums(&l, &raised);
		if (l.variables > 0) {
			assert_true(linear_solve(&l));
			assert_int_equal(computed(&l, &raised, threshold), 0);
		}
		for (int h = 0; h < own.shown.head_count; h++) {
			const struct scale_result *s = &own.shown.heads[h].scale,
						  *r = &raised.shown.heads[h].scale;

			assert_true(s->n > 0 || r->n <= 0);
			assert_true(!s->coarse || r->n <= 0 || r->coarse);
			assert_true(!isnan(s->sd) || isnan(r->sd));
		}
		small_wave_end(&w);
	}
	assert_true(hidden > 100 && shown > 100);
}

/* ---- conditions ---- */

/* Where the page of all has what this one has; -1 = nowhere. */
static int
place(const struct page *p, const struct page *whole, int row, int head, int *at)
{
	*at = -1;
	for (int h = 0; h < whole->shown.head_count; h++)
		if (strcmp(p->shown.heads[head].name, whole->shown.heads[h].name) == 0)
			*at = h;
	if (row == p->shown.row_count)
		return whole->shown.row_count;
	for (int i = 0; i < whole->shown.row_count; i++)
		if (strcmp(p->shown.rows[row].name, whole->shown.rows[i].name) == 0)
			return i;
	return -1;
}

/* A part is never more than the whole; what is left out has a variable where it is few. */
static int
leave_out(struct linear *l, const struct page *p, const struct page *whole, int row, int head,
	int *known, int *names)
{
	struct equation e = { { 0 }, 0, 0 };
	int h, i = place(p, whole, row, head, &h);
	long rest = whole->truth[i][h] - p->truth[row][head];
	bool blank = strcmp(p->shown.heads[head].name, "no_answer") == 0;

	*known = 0;
	put(&e, p, row, head, 1);
	put(&e, whole, i, h, -1);
	if (e.unknown == 0) {
		*known = few(rest, whole->shown.threshold) && row < p->shown.row_count &&
			 head < p->shown.head_count - 1 && !blank;
		return -1;
	}
	if (few(rest, whole->shown.threshold) && !blank && row < p->shown.row_count &&
		head < p->shown.head_count - 1) {
		int variable = (*names)++;

		e.factors[variable] = 1;
		linear_row(l, e.factors, false, e.constant);
		return variable;
	}
	linear_row(l, e.factors, true, e.constant);
	return -1;
}

static int
judge(struct linear *l, struct page *whole, struct page *part)
{
	int rests[ROWS * HEADS], count = 0, found = 0, known, names;

	memset(l, 0, sizeof(*l));
	name(l, whole);
	name(l, part);
	names = l->variables;
	l->variables = LINEAR_VARIABLES; /* rows have room for those that come */
	sums(l, whole);
	sums(l, part);
	for (int i = 0; i <= part->shown.row_count; i++)
		for (int h = 0; h < part->shown.head_count; h++) {
			int left = leave_out(l, part, whole, i, h, &known, &names);

			found += known;
			if (left >= 0)
				rests[count++] = left;
		}
	assert_true(names <= LINEAR_VARIABLES);
	if (names == 0)
		return found;
	assert_true(linear_solve(l));
	for (int k = 0; k < count; k++)
		found += room(l, rests[k]) < 1 - 1e-6;
	return found + computed(l, whole, whole->shown.threshold) +
	       computed(l, part, part->shown.threshold);
}

static void
a_table_with_a_condition_and_the_table_of_all_tell_no_more_than_each(void **state)
{
	static struct linear l;
	static struct page whole, part;
	long asked = 0, shown = 0, of_all = 0, bad = 0;

	(void)state;
	w.seed = 20261123;
	for (long n = 0; n < small_wave_count(300); n++) {
		begin();
		if (ask(&whole, NULL, 0) && ask(&part, condition, 0)) {
			int found = judge(&l, &whole, &part);

			asked++;
			for (int i = 0; i < part.shown.row_count; i++)
				for (int h = 0; h < part.shown.head_count - 1; h++)
					shown += count_of(&part.shown, i, h) > 0;
			for (int i = 0; i < whole.shown.row_count; i++)
				for (int h = 0; h < whole.shown.head_count - 1; h++)
					of_all += count_of(&whole.shown, i, h) > 0;
			bad += found > 0;
			if (found > 0 && bad < 6) {
				print_message("# wave %ld: %d\n", n, found);
				show(&whole);
				show(&part);
			}
		}
		small_wave_end(&w);
	}
	print_message("# %ld waves, %ld cells shown, %ld under a condition, %ld waves tell\n",
		asked, of_all, shown, bad);
	assert_int_equal(bad, 0);
	assert_true(asked > 100 && shown > 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_raised_threshold_shows_nothing_that_the_waves_own_hides),
		cmocka_unit_test(
			a_table_with_a_condition_and_the_table_of_all_tell_no_more_than_each),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
