/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cross-table and the tables of all conditions on the question in its head, of many small random
 * waves: together they tell no hidden cell. GROMADA_TABLES says how many waves. */
#include "config.h"

#include "linear.h"
#include "small_wave.h"

#include "model/tables/tabulate_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { ROWS = 8, HEADS = 8 };

static struct small_wave w;
static struct error err;
static struct linear programme;

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

struct page {
	struct crosstab shown;
	int heads; /* without the total */
	long truth[ROWS][HEADS];
};

static void
read_page(struct page *p)
{
	const struct tabulation t = { .question = "rate1", .by = "place" };
	struct tally truth;

	assert_int_equal(tabulate_cross(&w.all, &t, &p->shown, &err), 0);
	assert_int_equal(tally_count(&w.all, &t, &truth, &err), 0);
	assert_true(truth.answer_count <= ROWS && truth.heads <= HEADS);
	p->heads = truth.heads - 1;
	for (int i = 0; i < truth.answer_count; i++)
		for (int h = 0; h < p->heads; h++)
			p->truth[i][h] = truth.n[i * truth.heads + h];
	tally_release(&truth);
}

/* The answer (-1 = all of them) of those under the heads (bits) is so many. */
static void
say(const struct page *p, int answer, int heads, long n)
{
	double factors[LINEAR_VARIABLES] = { 0 };

	for (int i = 0; i < p->shown.row_count; i++)
		for (int h = 0; h < p->heads; h++)
			if ((answer < 0 || i == answer) && heads >> h & 1)
				factors[i * p->heads + h] = 1;
	if (n >= 0 && programme.rows < LINEAR_ROWS)
		linear_row(&programme, factors, false, (double)n);
}

static void
say_page(const struct page *p)
{
	const struct crosstab *x = &p->shown;
	int all = (1 << p->heads) - 1;

	for (int i = 0; i < x->row_count; i++) {
		say(p, i, all, x->rows[i].n);
		for (int h = 0; h < p->heads; h++)
			say(p, i, 1 << h, x->cells[i * x->head_count + h].n);
	}
	for (int h = 0; h < p->heads; h++)
		say(p, -1, 1 << h, x->heads[h].n);
	say(p, -1, all, x->heads[p->heads].n);
}

/* What the table of a condition tells: true if it was made. */
static bool
say_condition(const struct page *p, int heads)
{
	char where[200] = "";
	struct tabulation t = { .question = "rate1", .where = where };
	struct frequency f;
	size_t used = 0;

	for (int h = 0; h < p->heads; h++)
		if (heads >> h & 1)
			used += (size_t)snprintf(where + used, sizeof(where) - used,
				"%s${place} = '%s'", used ? " or " : "", p->shown.heads[h].name);
	error_clear(&err);
	if (tabulate_frequency(&w.all, &t, &f, &err) < 0) {
		assert_int_equal(err.code, ERROR_DENIED);
		return false;
	}
	for (int i = 0; i < p->shown.row_count; i++)
		say(p, i, heads, f.rows[i].n);
	say(p, -1, heads, f.valid);
	return true;
}

/* Of answers that somebody gave. */
static bool
is_asked(const struct page *p, int heads)
{
	for (int h = 0; h < p->heads; h++)
		if (heads >> h & 1 && (p->shown.heads[h].blank || p->shown.heads[h].n == 0))
			return false;
	return true;
}

static void
no_condition_tells_what_the_table_by_its_question_hides(void **state)
{
	long hidden = 0, conditions = 0, told = 0;

	(void)state;
	w.seed = 20261127;
	for (long n = 0; n < small_wave_count(250); n++) {
		int people = 60 + below(140);
		struct page p;

		small_wave_answer(&w, "rate1", 3 + below(3), below(5), people);
		small_wave_answer(&w, "place", 3 + below(2), below(3) ? 0 : below(40), people);
		small_wave_begin(&w);
		read_page(&p);
		memset(&programme, 0, sizeof(programme));
		programme.variables = p.shown.row_count * p.heads;
		say_page(&p);
		for (int heads = 1; heads < 1 << p.heads; heads++)
			conditions += is_asked(&p, heads) && say_condition(&p, heads);
		assert_true(programme.rows < LINEAR_ROWS && linear_solve(&programme));
		for (int i = 0; i < p.shown.row_count; i++)
			for (int h = 0; h < p.heads; h++) {
				int at = i * p.heads + h;

				if (p.truth[i][h] == 0 || p.truth[i][h] >= 5)
					continue;
				hidden++;
				told += linear_extreme(&programme, at, 1) -
						linear_extreme(&programme, at, -1) < 0.999;
			}
		small_wave_end(&w);
	}
	print_message("# %ld small cells beside %ld conditions, %ld told\n", hidden, conditions,
		told);
	assert_int_equal(told, 0);
	assert_true(hidden > 100 && conditions > 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_condition_tells_what_the_table_by_its_question_hides),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
