/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means of few different numbers that are not listed, because few people said some of them: all
 * that could be behind such a mean is looked for one by one. GROMADA_TABLES says how many waves. */
#include "config.h"

#include "small_wave.h"

#include "model/tables/tabulate_parts.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { PLACES = 4, PEOPLE = 90 };

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

struct reader {
	const struct scale_result *s;
	int places;
	long truth[PLACES], n[PLACES], people;
	bool could[PLACES][PEOPLE + 1];
	int threshold;
};

/* People say 1 to places, few of them the rarer ones. */
static void
begin(struct reader *r)
{
	const struct answer_column *c;

	memset(r, 0, sizeof(*r));
	r->people = 12 + small_wave_below(&w, PEOPLE - 12);
	r->places = 2 + small_wave_below(&w, PLACES - 1);
	assert_int_equal(wave_column(&w.all, "age", &c, &err), 0);
	for (int i = 0; i < SMALL_FORMS; i++) {
		int place = small_wave_below(&w, r->places), rare = small_wave_below(&w, 12);

		place = rare > 0 && place == r->places - 1 ? 0 : place;
		((unsigned char *)c->missing)[i] = i < r->people ? MISSING_NONE : MISSING_NO_ANSWER;
		((double *)c->value)[i] = place + 1;
		r->truth[place] += i < r->people;
	}
	small_wave_begin(&w);
}

static bool
prints_alike(const struct scale_result *s, double mean)
{
	double unit = s->coarse ? 0.1 : 0.01;

	if (!s->coarse && fabs(s->mean * 100 - floor(s->mean * 100 + 0.5)) > 1e-7)
		return fabs(mean - s->mean) < 1e-9;
	return fabs(floor(mean / unit + 0.5) - floor(s->mean / unit + 0.5)) < 0.5;
}

static void
try_all(struct reader *r, int at, long left)
{
	double sum = 0;
	bool small = false;

	if (at < r->places - 1) {
		for (r->n[at] = 0; r->n[at] <= left; r->n[at]++)
			try_all(r, at + 1, left - r->n[at]);
		return;
	}
	r->n[at] = left;
	for (int i = 0; i < r->places; i++) {
		sum += (double)(r->n[i] * (i + 1));
		small |= r->n[i] > 0 && r->n[i] < r->threshold;
	}
	if (!small || !prints_alike(r->s, sum / (double)r->people))
		return;
	for (int i = 0; i < r->places; i++)
		r->could[i][r->n[i]] = true;
}

static int
computed(const struct reader *r)
{
	int found = 0;

	for (int i = 0; i < r->places; i++) {
		int numbers = 0;
		long most = 0;

		if (r->truth[i] == 0 || r->truth[i] >= r->threshold)
			continue;
		assert_true(r->could[i][r->truth[i]]);
		for (long n = 0; n <= r->people; n++) {
			numbers += r->could[i][n];
			most = r->could[i][n] ? n : most;
		}
		found += numbers < r->threshold || most < r->threshold;
	}
	return found;
}

static void
no_mean_tells_how_many_said_a_rare_number(void **state)
{
	static struct reader r;
	long dropped = 0, means = 0, bad = 0;

	(void)state;
	w.seed = 20261127;
	for (long n = 0; n < small_wave_count(300); n++) {
		struct frequency f;

		begin(&r);
		assert_int_equal(tabulate_frequency(&w.all,
					 &(struct tabulation){ .question = "age" }, &f, &err),
			0);
		r.s = &f.scale;
		r.threshold = f.threshold;
		if (f.missing_from == 0) {
			dropped++;
			assert_true(isnan(f.scale.sd) && isnan(f.scale.median) &&
				    isnan(f.scale.q1) && isnan(f.scale.q3));
		}
		if (f.missing_from == 0 && f.scale.n > 0) {
			means++;
			try_all(&r, 0, r.people);
			bad += computed(&r) > 0;
			if (computed(&r) > 0)
				print_message("# %ld %ld %ld %ld, mean %.6f\n", r.truth[0],
					r.truth[1], r.truth[2], r.truth[3], f.scale.mean);
		}
		small_wave_end(&w);
	}
	print_message("# %ld lists dropped, %ld means, %ld tell\n", dropped, means, bad);
	assert_int_equal(bad, 0);
	assert_true(dropped > 50 && means > 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_mean_tells_how_many_said_a_rare_number),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
