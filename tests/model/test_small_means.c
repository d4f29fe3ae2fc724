/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distributions of many small random waves as they are handed out: what stands beside their hidden
 * counts tells none of them. All that the hidden counts could be is looked for one by one.
 * GROMADA_TABLES says how many waves. */
#include "config.h"

#include "small_wave.h"

#include "model/tables/tabulate_parts.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { CELLS = 16, NUMBERS = SMALL_FORMS + 1 };

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

/* ---- what a reader can compute ---- */

struct reader {
	const struct frequency *f;
	long scored;             /* answers with a score in rows that are shown */
	double sum;              /* of their scores */
	int count;               /* hidden rows */
	double score[CELLS];     /* NAN = outside the scale */
	long truth[CELLS], left; /* answers that are hidden, together */
	long least, most[CELLS]; /* of each */
	bool small;              /* one is under the threshold: so nothing would be hidden else */
	long n[CELLS];           /* what is tried */
	bool could[CELLS][NUMBERS];
	long tried;
};

static bool
prints_alike(const struct scale_result *s, double mean)
{
	double shown = s->mean, unit = s->coarse ? 0.1 : 0.01;

	if (!s->coarse && fabs(shown * 100 - floor(shown * 100 + 0.5)) > 1e-7)
		return fabs(mean - shown) < 1e-9;
	return fabs(floor(mean / unit + 0.5) - floor(shown / unit + 0.5)) < 0.5;
}

static bool
fits(const struct reader *r)
{
	const struct scale_result *s = &r->f->scale;
	long scored = r->scored;
	double sum = r->sum;

	if (s->n == 0)
		return true;
	for (int i = 0; i < r->count; i++) {
		scored += isnan(r->score[i]) ? 0 : r->n[i];
		sum += isnan(r->score[i]) ? 0 : r->score[i] * (double)r->n[i];
	}
	return scored > 0 && (scale_told(s) < 0 || scored == scale_told(s)) &&
	       prints_alike(s, sum / (double)scored);
}

static bool
any_small(const struct reader *r, const long *n)
{
	for (int i = 0; i < r->count; i++)
		if (n[i] > 0 && n[i] < r->f->threshold)
			return true;
	return false;
}

/* Of all a zero is never hidden alone, so each is one at least; under a condition it may be. */
static void
try_all(struct reader *r, int at, long left)
{
	if (at == r->count - 1) {
		r->n[at] = left;
		if (left > r->most[at])
			return;
		r->tried++;
		if (!fits(r) || (r->small && !any_small(r, r->n)))
			return;
		for (int i = 0; i < r->count; i++)
			r->could[i][r->n[i]] = true;
		return;
	}
	for (r->n[at] = r->least;
		r->n[at] <= left - r->least * (r->count - 1 - at) && r->n[at] <= r->most[at];
		r->n[at]++)
		try_all(r, at + 1, left - r->n[at]);
}

/* Beside a condition a coarse mean of many answers leaves two numbers at least, else as many as the
 * threshold. */
static bool
is_safe(const struct reader *r, int cell)
{
	const struct scale_result *s = &r->f->scale;
	long wanted = r->f->threshold, numbers = 0, most = 0;

	if (s->n >= TABULATION_SMALL && s->coarse && !r->small)
		wanted = 2;
	for (long n = 0; n < NUMBERS; n++) {
		numbers += r->could[cell][n];
		most = r->could[cell][n] ? n : most;
	}
	assert_true(r->could[cell][r->truth[cell]]);
	return numbers >= wanted && (wanted == 2 || most >= r->f->threshold);
}

static double
combinations(long n, int k)
{
	double c = 1;

	for (int i = 0; i < k; i++)
		c = c * (double)(n - i) / (double)(i + 1);
	return c;
}

/* ---- what was handed out ---- */

/* A part is never more than the whole, as far as that is shown. */
static long
of_all(const struct frequency *all, const char *name)
{
	for (int i = 0; i < all->missing_from; i++)
		if (strcmp(all->rows[i].name, name) == 0 && all->rows[i].n >= 0)
			return all->rows[i].n;
	return NUMBERS - 1;
}

static void
read_rows(struct reader *r, const struct frequency *f, const struct tally *truth,
	const struct frequency *all)
{
	memset(r, 0, sizeof(*r));
	r->least = all ? 0 : 1;
	r->f = f;
	r->left = f->valid;
	assert_true(truth->answer_count <= CELLS && truth->answer_count == f->missing_from);
	for (int i = 0; i < f->missing_from; i++) {
		double score = truth->answers[i].score;

		if (f->rows[i].n >= 0) {
			r->left -= f->rows[i].n;
			r->scored += isnan(score) ? 0 : f->rows[i].n;
			r->sum += isnan(score) ? 0 : score * (double)f->rows[i].n;
			continue;
		}
		r->score[r->count] = score;
		r->most[r->count] = all ? of_all(all, f->rows[i].name) : NUMBERS - 1;
		r->truth[r->count++] = truth->n[i];
		assert_true(isnan(f->rows[i].weighted) && isnan(f->rows[i].percent) &&
			    isnan(f->rows[i].valid.value));
	}
	r->small = !all && any_small(r, r->truth);
}

static void
show(const struct frequency *f, const struct tally *truth)
{
	const struct scale_result *s = &f->scale;

	for (int i = 0; i < f->missing_from; i++)
		print_message("# %4s %5ld%c\n", truth->answers[i].name, truth->n[i],
			f->rows[i].n < 0 ? '#' : ' ');
	print_message("# valid %ld, n %ld, mean %.6f%s\n", f->valid, s->n, s->mean,
		s->coarse ? " coarse" : "");
}

struct sums {
	long hidden, means, bad, skipped;
};

/* Where nothing can be said but the mean, nothing else is. */
static bool
tells_more(const struct scale_result *s)
{
	return !isnan(s->sd) || !isnan(s->median) || !isnan(s->q1) || !isnan(s->q3) ||
	       !isnan(s->min) || !isnan(s->max) || !isnan(s->mean_low) || !isnan(s->mean_high) ||
	       !isnan(s->top2) || !isnan(s->bottom2) || !isnan(s->net);
}

static void
judge(const struct tabulation *asked, struct sums *sums)
{
	static struct reader r;
	struct tabulation whole = *asked;
	struct frequency f, all;
	struct tally truth;
	bool bad = false;

	if (tabulate_frequency(&w.all, asked, &f, &err) < 0) {
		assert_int_equal(err.code, ERROR_DENIED);
		error_clear(&err);
		return;
	}
	whole.where = NULL;
	assert_int_equal(tabulate_frequency(&w.all, &whole, &all, &err), 0);
	assert_int_equal(tally_count(&w.all, asked, &truth, &err), 0);
	read_rows(&r, &f, &truth, asked->where ? &all : NULL);
	if (r.count > 0 && f.valid >= 0 && f.scale.n > 0) {
		sums->hidden += r.count;
		sums->means++;
		bad = tells_more(&f.scale);
		if (r.count > 1 && combinations(r.left - 1, r.count - 1) > 1e5) {
			sums->skipped++;
		} else {
			try_all(&r, 0, r.left);
			for (int i = 0; i < r.count; i++)
				bad |= r.truth[i] > 0 && !is_safe(&r, i);
		}
	}
	if (bad && sums->bad++ < 5)
		show(&f, &truth);
	tally_release(&truth);
}

/* ---- waves ---- */

static void
begin(const char *question, int choices, bool exits)
{
	int people = 12 + small_wave_below(&w, small_wave_below(&w, 2) ? 60 : 300);
	const struct answer_column *c;

	small_wave_answer(&w, question, choices, small_wave_below(&w, 60), people);
	small_wave_answer(&w, "children", 2, 0, people);
	assert_int_equal(wave_column(&w.all, question, &c, &err), 0);
	for (int i = 0; exits && i < people; i++)
		if (!c->missing[i] && small_wave_below(&w, 25) == 0)
			((unsigned char *)c->missing)[i] = small_wave_below(&w, 2)
								   ? MISSING_DONT_KNOW
								   : MISSING_NOT_APPLICABLE;
	small_wave_begin(&w);
}

static void
draw(const char *question, int least, int most, bool exits, const struct tabulation *asked,
	long waves)
{
	struct sums sums = { 0, 0, 0, 0 };
	struct tabulation t = *asked;

	t.question = question;
	for (long n = 0; n < small_wave_count(waves); n++) {
		begin(question, least + small_wave_below(&w, most - least + 1), exits);
		judge(&t, &sums);
		small_wave_end(&w);
	}
	print_message("# %s%s: %ld means beside %ld hidden counts, %ld tell, %ld too long to try\n",
		question, exits ? ", exits" : "", sums.means, sums.hidden, sums.bad, sums.skipped);
	assert_int_equal(sums.bad, 0);
	assert_true(sums.means > 20 && sums.skipped * 3 <= sums.means);
}

static void
the_mean_of_a_distribution_tells_no_hidden_count(void **state)
{
	(void)state;
	w.seed = 20261124;
	draw("rate1", 4, 5, false, &(struct tabulation){ .threshold = 0 }, 900);
	draw("rate1", 3, 5, true, &(struct tabulation){ .threshold = 0 }, 250);
	draw("recommend", 5, 11, false, &(struct tabulation){ .threshold = 0 }, 250);
}

static void
nor_under_a_raised_threshold(void **state)
{
	(void)state;
	w.seed = 20261125;
	draw("rate1", 4, 5, true, &(struct tabulation){ .threshold = 8 }, 250);
	draw("recommend", 5, 8, true, &(struct tabulation){ .threshold = 12 }, 800);
}

static void
beside_a_count_hidden_under_a_condition_there_is_none(void **state)
{
	const struct tabulation t = { .question = "rate1", .where = "${children} = '1'" };
	long hiding = 0, told = 0;

	(void)state;
	w.seed = 20261126;
	for (long n = 0; n < small_wave_count(200); n++) {
		struct frequency f;

		begin("rate1", 4 + small_wave_below(&w, 2), true);
		error_clear(&err);
		if (tabulate_frequency(&w.all, &t, &f, &err) == 0 && frequency_hides(&f)) {
			hiding++;
			told += f.scale.n > 0;
		}
		small_wave_end(&w);
	}
	assert_int_equal(told, 0);
	assert_true(hiding > 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_mean_of_a_distribution_tells_no_hidden_count),
		cmocka_unit_test(nor_under_a_raised_threshold),
		cmocka_unit_test(beside_a_count_hidden_under_a_condition_there_is_none),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
