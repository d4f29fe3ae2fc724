/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of a made-up survey against counting by hand, and what they refuse and hide. */
#include "config.h"

#include "survey_fixture.h"

#include "base/i18n.h"
#include "model/results/condition_words.h"
#include "model/tables/tabulate_means.h"
#include "model/tables/tabulate_texts.h"
#include "store/internal.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { FORMS = 2000 };
/* Some twenty forms. */
#define SMALL "${rate2} = '1' and ${rate3} = '1'"

static struct made_survey made;
static struct wave_columns w;
static struct arena arena;
static struct error err;

static int
make(void **state)
{
	(void)state;
	if (survey_make(&made, NULL, "anna", FORMS) < 0)
		return -1;
	return wave_columns_open(made.db, &made.wave, "pl", &arena, &w, &made.err);
}

static int
drop(void **state)
{
	(void)state;
	arena_release(&arena);
	survey_release(&made);
	return 0;
}

static struct frequency
frequency(const struct tabulation *t)
{
	struct frequency f;

	error_clear(&err);
	if (tabulate_frequency(&w, t, &f, &err) < 0)
		fail_msg("%s", err.text);
	return f;
}

static struct crosstab
cross(const struct tabulation *t)
{
	struct crosstab x;

	error_clear(&err);
	if (tabulate_cross(&w, t, &x, &err) < 0)
		fail_msg("%s", err.text);
	return x;
}

static bool
names(const char *value, const char *choice)
{
	char padded[128], wanted[16];

	snprintf(padded, sizeof(padded), " %s ", value);
	snprintf(wanted, sizeof(wanted), " %s ", choice);
	return strstr(padded, wanted) != NULL;
}

/* Forms that answer a with one choice and, unless b is NULL, b with another. */
static long
count(const char *a, const char *choice, const char *b, const char *other)
{
	long n = 0;

	for (int i = 0; i < FORMS; i++)
		n += names(survey_answer(&made, i, survey_question(&made, a))->value, choice) &&
		     (!b || names(survey_answer(&made, i, survey_question(&made, b))->value, other));
	return n;
}

static long
reasons(const char *question, enum missing missing)
{
	long n = 0;

	for (int i = 0; i < FORMS; i++)
		n += survey_answer(&made, i, survey_question(&made, question))->missing == missing;
	return n;
}

static const struct result_row *
row_named(const struct frequency *f, const char *name)
{
	for (int i = 0; i < f->row_count; i++)
		if (!strcmp(f->rows[i].name, name))
			return &f->rows[i];
	fail_msg("no row %s", name);
	return NULL;
}

/* ---- distributions ---- */

static void
every_form_is_counted_once_in_a_distribution(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "place" });
	double percent = 0;
	long n = 0;

	(void)state;
	for (int i = 0; i < f.row_count; i++) {
		n += f.rows[i].n;
		percent += f.rows[i].percent;
	}
	assert_int_equal(n, FORMS);
	assert_int_equal(f.forms, FORMS);
	assert_true(fabs(percent - 100) < 1e-9);
	for (int i = 0; i < 6; i++)
		assert_int_equal(f.rows[i].n, count("place", f.rows[i].name, NULL, NULL));
	assert_int_equal(row_named(&f, "illegible")->n, reasons("place", MISSING_ILLEGIBLE));
	assert_int_equal(row_named(&f, "dont_know")->n, reasons("place", MISSING_DONT_KNOW));
}

static void
hard_to_say_is_valid_and_outside_the_mean_refusal_is_neither(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "rate1" });
	long printed = count("rate1", "9", NULL, NULL), keyed = reasons("rate1", MISSING_DONT_KNOW);
	long sum = 0, n = 0;

	(void)state;
	assert_int_equal(row_named(&f, "9")->n, printed + keyed);
	assert_true(row_named(&f, "9")->exit);
	for (int i = 1; i <= 5; i++) {
		char name[4];
		long points = count("rate1", (snprintf(name, sizeof(name), "%d", i), name), NULL, NULL);

		sum += i * points;
		n += points;
	}
	assert_int_equal(f.scale.n, n);
	assert_true(fabs(f.scale.mean - (double)sum / (double)n) < 1e-12);
	f = frequency(&(struct tabulation){ .question = "sex" });
	assert_int_equal(f.valid + row_named(&f, "refused")->n + reasons("sex", MISSING_NO_ANSWER) +
				 reasons("sex", MISSING_ILLEGIBLE) + reasons("sex", MISSING_TWO_MARKS) +
				 reasons("sex", MISSING_PAGE_MISSING),
		FORMS);
	assert_int_equal(row_named(&f, "refused")->n,
		count("sex", "9", NULL, NULL) + reasons("sex", MISSING_REFUSED));
	assert_int_equal(f.scale.n, 0);
}

static void
boxes_are_the_two_ends_of_the_scale(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "rate2" });
	double top = (double)(count("rate2", "5", NULL, NULL) + count("rate2", "4", NULL, NULL));
	double bottom = (double)(count("rate2", "1", NULL, NULL) + count("rate2", "2", NULL, NULL));

	(void)state;
	assert_true(fabs(f.scale.top2 - top / (double)f.scale.n) < 1e-12);
	assert_true(fabs(f.scale.net - (top - bottom) / (double)f.scale.n) < 1e-12);
	f = frequency(&(struct tabulation){ .question = "recommend" });
	assert_int_equal(f.missing_from, 13); /* 0 to 10 and two reasons that are answers */
	assert_false(isnan(f.scale.net));
	f = frequency(&(struct tabulation){ .question = "age" });
	assert_true(isnan(f.scale.net));
}

static void
several_answers_are_shares_of_who_answered(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "services" });
	double sum = 0;

	(void)state;
	for (int i = 0; i < 12; i++) {
		assert_int_equal(f.rows[i].n, count("services", f.rows[i].name, NULL, NULL));
		assert_true(fabs(f.rows[i].valid.value - (double)f.rows[i].n / (double)f.valid) < 1e-12);
		sum += f.rows[i].valid.value;
	}
	assert_true(sum > 1);
	assert_true(f.notes & NOTE_MULTIPLE);
}

static void
ranks_count_mentions_first_places_and_points(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "goals" });
	int goals = survey_question(&made, "goals");
	long first = 0, points = 0;

	(void)state;
	for (int i = 0; i < FORMS; i++) {
		const char *value = survey_answer(&made, i, goals)->value;

		for (int place = 3; *value; place--, value += strcspn(value, " ")) {
			value += *value == ' ';
			points += *value == '2' ? place : 0;
			first += *value == '2' && place == 3;
		}
	}
	assert_int_equal(row_named(&f, "2")->n, count("goals", "2", NULL, NULL));
	assert_int_equal(row_named(&f, "2")->first, first);
	assert_true(row_named(&f, "2")->points == (double)points);
	assert_true(row_named(&f, "2")->mean_place > 1 && row_named(&f, "2")->mean_place < 3);
}

static void
who_was_led_past_is_out_of_the_base(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "kids" });

	(void)state;
	assert_int_equal(f.forms, FORMS - reasons("kids", MISSING_OFF_ROUTE));
	assert_int_equal(f.missing_from, 7); /* 1 to 5, hard to say, does not apply */
}

static void
a_calculation_may_give_numbers_or_words(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "band" });

	(void)state;
	assert_int_equal(f.missing_from, 2);
	assert_int_equal(row_named(&f, "young")->n + row_named(&f, "old")->n, f.valid);
	f = frequency(&(struct tabulation){ .question = "double" });
	assert_int_equal(f.missing_from, 0); /* too many different ones */
	assert_true(f.scale.n > 0 && f.scale.median > 0);
}

static void
codes_of_open_answers_are_counted(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "comments" });
	long n = 0;

	(void)state;
	for (int i = 0; i < FORMS; i++)
		n += made.codes[i] >> 1 & 1;
	assert_int_equal(row_named(&f, "2")->n, n);
	assert_string_equal(row_named(&f, "2")->label, "zieleń");
}

static void
a_filter_narrows_the_base(void **state)
{
	struct frequency f =
		frequency(&(struct tabulation){ .question = "place", .where = "${sex} = '1'" });

	(void)state;
	assert_int_equal(f.forms, count("sex", "1", NULL, NULL));
	assert_int_equal(row_named(&f, "3")->n, count("sex", "1", "place", "3"));
}

static void
weights_weigh_and_leave_n_as_it_is(void **state)
{
	struct tabulation t = { .question = "place", .weighted = true };
	struct frequency f, plain = frequency(&(struct tabulation){ .question = "place" });
	double sum = 0;

	(void)state;
	assert_int_equal(tabulate_frequency(&w, &t, &f, &err), -1);
	error_clear(&err);
	w.weights = made.weights;
	f = frequency(&t);
	for (int i = 0; i < FORMS; i++)
		if (names(survey_answer(&made, i, survey_question(&made, "place"))->value, "2"))
			sum += made.weights[i];
	assert_true(fabs(row_named(&f, "2")->weighted - sum) < 1e-6);
	assert_int_equal(row_named(&f, "2")->n, row_named(&plain, "2")->n);
	assert_true(f.effective < (double)f.valid && f.effective > 0.5 * (double)f.valid);
	assert_true(plain.effective == (double)plain.valid);
	w.weights = NULL;
}

/* ---- cross-tables ---- */

static void
cells_of_a_cross_table_are_pairs_of_answers(void **state)
{
	struct wave_columns kept = w;
	struct wave open = made.wave;
	struct crosstab x;
	int last;

	(void)state;
	open.smallest_cell = 0;
	w.wave = &open;
	x = cross(&(struct tabulation){ .question = "rate3", .by = "place" });
	w = kept;
	last = x.head_count - 1;
	assert_int_equal(x.head_count, 10);
	assert_string_equal(x.heads[6].name, "dont_know");
	assert_string_equal(x.heads[7].name, "not_applicable");
	assert_string_equal(x.heads[8].name, "no_answer");
	for (int i = 0; i < 5; i++)
		for (int h = 0; h < 6; h++) {
			const struct crosstab_cell *cell = &x.cells[i * x.head_count + h];

			assert_int_equal(cell->n, count("rate3", x.rows[i].name, "place", x.heads[h].name));
			assert_true(fabs(cell->column - (double)cell->n / (double)x.heads[h].n) < 1e-12);
			assert_true(fabs(cell->row - (double)cell->n / (double)x.rows[i].n) < 1e-12);
			assert_true(fabs(cell->total - (double)cell->n / (double)x.heads[last].n) < 1e-12);
		}
	assert_true(x.tested);
	assert_int_equal(x.df, (5 - 1) * (6 - 1)); /* of points, without reasons */
	assert_true(x.p < 0.001);
	assert_true(x.heads[0].scale.n > 0);
	assert_true(x.heads[0].scale.mean < x.heads[5].scale.mean);
}

static void
a_break_by_the_way_of_answering_has_three_heads(void **state)
{
	struct crosstab x = cross(&(struct tabulation){ .question = "sex", .by = TABULATION_MODE });

	(void)state;
	assert_int_equal(x.head_count, 4);
	assert_string_equal(x.heads[1].name, "online");
	assert_int_equal(x.heads[0].n + x.heads[1].n + x.heads[2].n, x.heads[3].n);
	assert_null(x.by);
}

static void
several_answers_are_not_tested(void **state)
{
	struct crosstab x = cross(&(struct tabulation){ .question = "services", .by = "sex" });

	(void)state;
	assert_false(x.tested);
	x = cross(&(struct tabulation){ .question = "sex", .by = "services" });
	assert_false(x.tested);
}

static void
numbers_under_a_break_are_means(void **state)
{
	struct crosstab x = cross(&(struct tabulation){ .question = "age", .by = "sex" });

	(void)state;
	assert_int_equal(x.row_count, 2); /* hard to say, does not apply */
	assert_true(x.heads[0].scale.mean > 40 && x.heads[0].scale.mean < 70);
}

static void
a_grid_stands_in_the_order_of_its_means(void **state)
{
	static const char *const questions[] = { "rate1", "rate2", "rate3", "rate4", "rate5" };
	struct tabulation t = { 0 };
	struct frequency *list;

	(void)state;
	assert_int_equal(tabulate_grid(&w, &t, questions, 5, &list, &err), 0);
	for (int i = 1; i < 5; i++)
		assert_true(list[i - 1].scale.mean >= list[i].scale.mean);
}

/* ---- privacy ---- */

static void
small_cells_are_hidden_with_all_that_tells_them(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "place",
		.where = SMALL });
	int hidden = 0;

	(void)state;
	for (int i = 0; i < f.missing_from; i++) {
		const struct result_row *row = &f.rows[i];

		assert_true(row->n < 0 || row->n == 0 || row->n >= 5);
		if (row->n >= 0)
			continue;
		hidden++;
		assert_true(isnan(row->percent) && isnan(row->weighted) && isnan(row->valid.value));
		assert_true(isnan(row->valid.low));
	}
	assert_true(hidden > 1);
	assert_true(f.notes & NOTE_HIDDEN);
}

static bool
is_small(int form)
{
	const char *const asked[] = { "rate2", "rate3" };

	for (int i = 0; i < 2; i++)
		if (strcmp(survey_answer(&made, form, survey_question(&made, asked[i]))->value, "1"))
			return false;
	return true;
}

static void
few_first_places_are_hidden_though_many_mentioned_it(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "goals",
		.where = SMALL });
	int goals = survey_question(&made, "goals"), hidden = 0;

	(void)state;
	for (int i = 0; i < 5; i++) {
		const struct result_row *row = &f.rows[i];
		long first = 0;

		for (int form = 0; form < FORMS; form++) {
			first += is_small(form) &&
				 survey_answer(&made, form, goals)->value[0] == row->name[0];
		}
		hidden += row->first < 0;
		assert_true(row->first < 0 || row->first == first);
		assert_true(row->first < 0 || first == 0 || first >= 5);
		if (row->first < 0)
			assert_true(isnan(row->points) && isnan(row->mean_place));
	}
	assert_true(hidden >= 2);
	assert_true(f.notes & NOTE_HIDDEN);
}

static void
points_of_ranks_are_never_hidden_alone(void **state)
{
	int some = 0;

	(void)state;
	for (int i = 0; i < 120; i++) {
		char where[160];
		struct tabulation t = { .question = "goals", .where = where };
		struct frequency f;
		int hidden = 0;

		snprintf(where, sizeof(where),
			"${band} = '%s' and ${sex} = '%d' and ${rate2} = '%d' and ${place} = '%d'",
			i / 60 ? "young" : "old", 1 + i / 30 % 2, 1 + i / 6 % 5, 1 + i % 6);
		error_clear(&err);
		if (tabulate_frequency(&w, &t, &f, &err) < 0)
			continue;
		for (int k = 0; k < f.missing_from; k++)
			hidden += f.rows[k].n != 0 && !f.rows[k].exit && isnan(f.rows[k].points);
		assert_int_not_equal(hidden, 1);
		assert_true(hidden == 0 || f.notes & (NOTE_HIDDEN | NOTE_GROUP_HIDDEN));
		some += hidden > 0 && hidden < f.missing_from;
	}
	assert_true(some > 0);
}

static void
ranks_with_a_condition_and_ranks_of_all_tell_nothing_of_few(void **state)
{
	struct frequency whole = frequency(&(struct tabulation){ .question = "goals" });
	int firsts = 0, mentions = 0;

	(void)state;
	for (int age = 19; age < 90; age++) {
		char where[64];
		struct frequency f;

		snprintf(where, sizeof(where), "${age} > %d", age);
		error_clear(&err);
		if (tabulate_frequency(&w,
			    &(struct tabulation){ .question = "goals", .where = where }, &f,
			    &err) < 0)
			continue;
		for (int i = 0; i < f.missing_from; i++) {
			const struct result_row *all = &whole.rows[i], *some = &f.rows[i];

			assert_string_equal(all->name, some->name);
			if (all->n >= 0 && some->n >= 0) {
				mentions++;
				assert_false(all->n > some->n && all->n - some->n < 5);
			}
			if (all->first >= 0 && some->first >= 0) {
				firsts++;
				assert_false(
					all->first > some->first && all->first - some->first < 5);
			}
		}
	}
	assert_true(firsts > 20 && mentions > 20);
}

static void
a_mean_beside_hidden_cells_is_said_only_where_they_could_be_others(void **state)
{
	/* 10, 20 and 30 people said 2, 3 and 4; hidden: 3 said 1 and 4 said 5. */
	const long two[] = { 3, 4 }, three[] = { 3, 4, 9 };
	const long no_more[] = { 4, 4 }, no_less[] = { 2, 3 }; /* as other tables tell */
	const long one_small[] = { 3, 10 };
	const double ends[] = { 1, 5 }, and_outside[] = { 1, 5, NAN }, near[] = { 2, 3 };
	struct tally_known known;

	(void)state;
	known = (struct tally_known){ two, ends, NULL, NULL, 2, 67, 223, 0, 0 };
	assert_false(tally_mean_safe(&known, 5));
	known.unit = 0.01;
	assert_false(tally_mean_safe(&known, 5));
	known.scored = 6700;
	known.sum = 22300;
	assert_true(tally_mean_safe(&known, 5));
	known.most = no_more;
	assert_false(tally_mean_safe(&known, 5));
	known.most = NULL;
	known.least = no_less;
	assert_false(tally_mean_safe(&known, 5));
	known = (struct tally_known){ three, and_outside, NULL, NULL, 3, 67, 223, 0.1, 0 };
	assert_true(tally_mean_safe(&known, 5));
	/* In a distribution one of two is small: not 5 and 8, which the mean allows, but 3 and 10 … */
	known = (struct tally_known){ one_small, near, NULL, NULL, 2, 60, 150, 0.1, 0 };
	assert_true(tally_mean_safe(&known, 5));
	known.under = 5;
	assert_false(tally_mean_safe(&known, 5));
	known.scored = 600;
	known.sum = 1500;
	assert_true(tally_mean_safe(&known, 5));
}

static void
a_mean_gives_no_hidden_cell_away(void **state)
{
	struct frequency f;
	long hidden = 0;

	(void)state;
	f = frequency(&(struct tabulation){ .question = "rate1", .where = SMALL });
	for (int i = 0; i < f.missing_from; i++)
		hidden += f.rows[i].n < 0;
	assert_true(hidden > 0);
	assert_true(f.scale.n == 0 || isnan(f.scale.sd));
	assert_true(isnan(f.scale.top2) && isnan(f.scale.median));
	assert_true(f.scale.n == 0 || fabs(f.scale.mean * 10 - nearbyint(f.scale.mean * 10)) < 1e-9);
}

static void
a_small_group_is_not_broken_down(void **state)
{
	struct crosstab x = cross(&(struct tabulation){ .question = "rate1",
		.by = "place",
		.where = SMALL });
	bool hidden = false;

	(void)state;
	for (int h = 0; h < x.head_count - 1; h++) {
		if (!x.heads[h].hidden && (x.heads[h].n == 0 || x.heads[h].n >= 10))
			continue;
		hidden = true;
		assert_int_equal(x.heads[h].scale.n, 0);
		for (int i = 0; i < x.row_count; i++)
			assert_true(x.cells[i * x.head_count + h].n <= 0);
	}
	assert_true(hidden);
	assert_false(x.tested);
	assert_true(x.notes & NOTE_GROUP_HIDDEN);
}

static void
reasons_are_shown_however_few_and_hide_no_answer(void **state)
{
	struct frequency f =
		frequency(&(struct tabulation){ .question = "place", .where = "${income} < 1212" });
	long sum = 0;
	int few = 0;

	(void)state;
	for (int i = f.missing_from; i < f.row_count; i++) {
		assert_true(f.rows[i].n > 0);
		sum += f.rows[i].n;
		few += f.rows[i].n < f.threshold;
	}
	assert_true(few > 0);
	assert_int_equal(f.valid + sum, f.forms);
}

static void
few_and_none_are_told_alike_and_so_is_who_is_left_out(void **state)
{
	struct tabulation t = { .question = "place", .where = "${income} < 830" };
	struct error none = { .code = ERROR_NONE };
	struct frequency f;

	(void)state;
	error_clear(&err);
	assert_int_equal(tabulate_frequency(&w, &t, &f, &err), -1);
	assert_int_equal(err.code, ERROR_DENIED);
	t.where = "${income} < -30";
	assert_int_equal(tabulate_frequency(&w, &t, &f, &none), -1);
	assert_int_equal(none.code, ERROR_DENIED);
	assert_memory_equal(err.text, none.text, strcspn(err.text, "$"));
	t.where = "not(${income} < 830)";
	error_clear(&err);
	assert_int_equal(tabulate_frequency(&w, &t, &f, &err), -1);
	assert_non_null(strstr(err.text, "difference"));
}

static void
who_refused_stands_under_a_head_of_its_own_so_that_totals_agree(void **state)
{
	struct crosstab x = cross(&(struct tabulation){ .question = "rate2", .by = "sex" });
	struct frequency f = frequency(&(struct tabulation){ .question = "rate2" });
	long sum = 0;

	(void)state;
	assert_int_equal(x.head_count, 6);
	assert_string_equal(x.heads[0].name, "1");
	assert_string_equal(x.heads[1].name, "2");
	assert_string_equal(x.heads[4].name, "no_answer");
	assert_string_equal(x.heads[4].label, "refused / no answer");
	for (int h = 0; h < 5; h++)
		sum += x.heads[h].n;
	assert_int_equal(sum, x.heads[5].n);
	assert_int_equal(x.heads[5].n, f.valid);
	for (int i = 0; i < x.row_count; i++)
		assert_int_equal(x.rows[i].n, f.rows[i].n);
}

/* How many gave both answers; -1 = hidden. */
static long
pair_of(const struct crosstab *x, const char *row, const char *head)
{
	for (int i = 0; i < x->row_count; i++)
		for (int h = 0; h < x->head_count; h++)
			if (!strcmp(x->rows[i].name, row) && !strcmp(x->heads[h].name, head))
				return x->cells[i * x->head_count + h].n;
	fail_msg("no cell %s, %s", row, head);
	return 0;
}

static void
what_a_table_hides_the_table_turned_round_hides_too(void **state)
{
	static const char *const asked[][2] = { { "rate1", "place" }, { "place", "services" },
		{ "services", "rate2" }, { "rate3", "sex" }, { "sex", "rate2" } };
	int hidden = 0, shown = 0;

	(void)state;
	for (size_t k = 0; k < 4 * sizeof asked / sizeof *asked; k++) {
		const char *const *pair = asked[k / 4];
		int threshold = 40 + 60 * (int)(k % 4);
		struct crosstab x = cross(&(struct tabulation){
			.question = pair[0], .by = pair[1], .threshold = threshold });
		struct crosstab turned = cross(&(struct tabulation){
			.question = pair[1], .by = pair[0], .threshold = threshold });

		for (int i = 0; i < x.row_count; i++)
			for (int h = 0; h < x.head_count - 1; h++) {
				long n = x.cells[i * x.head_count + h].n;

				if (!strcmp(x.heads[h].name, "no_answer"))
					continue;
				hidden += n < 0;
				shown += n > 0;
				assert_int_equal(
					n, pair_of(&turned, x.heads[h].name, x.rows[i].name));
			}
	}
	assert_true(hidden > 20);
	assert_true(shown > 20);
}

static void
numbers_that_people_wrote_are_not_listed_beside_a_hidden_one(void **state)
{
	struct frequency f =
		frequency(&(struct tabulation){ .question = "age", .where = "${age} < 32 and ${rate1} = '3'" });

	(void)state;
	assert_int_equal(f.missing_from, 0);
	assert_true(f.notes & NOTE_HIDDEN);
	assert_true(f.scale.n > 0);
	f = frequency(&(struct tabulation){ .question = "age", .where = "${age} < 27" });
	assert_int_equal(f.missing_from, 9);
}

static void
a_threshold_is_raised_and_never_lowered(void **state)
{
	struct wave wave = made.wave;
	struct wave_columns few = w;
	struct questionnaire staff = *w.q;
	struct frequency f;

	(void)state;
	wave.smallest_cell = 0;
	few.wave = &wave;
	assert_int_equal(tabulate_frequency(&few, &(struct tabulation){ .question = "place" }, &f, &err), 0);
	assert_int_equal(f.threshold, 0);
	staff.kind = "employees";
	few.q = &staff;
	assert_int_equal(tabulate_frequency(&few, &(struct tabulation){ .question = "place" }, &f, &err), 0);
	assert_int_equal(f.threshold, 5);
	assert_int_equal(
		tabulate_frequency(&few, &(struct tabulation){ .question = "place", .threshold = 8 }, &f, &err), 0);
	assert_int_equal(f.threshold, 8);
}

static void
intervals_stand_only_in_random_samples(void **state)
{
	struct frequency f = frequency(&(struct tabulation){ .question = "place" });
	struct wave wave = made.wave;
	struct wave_columns other = w;

	(void)state;
	assert_true(f.rows[0].valid.low < f.rows[0].valid.value);
	assert_true(f.rows[0].valid.high > f.rows[0].valid.value);
	assert_true(f.notes & NOTE_FPC);
	wave.sample = SAMPLE_RETURNED;
	other.wave = &wave;
	assert_int_equal(tabulate_frequency(&other, &(struct tabulation){ .question = "place" }, &f, &err), 0);
	assert_true(isnan(f.rows[0].valid.low));
	assert_true(f.notes & NOTE_NOT_RANDOM);
}

static void
a_condition_is_read_in_words(void **state)
{
	static const char *const conditions[][2] = {
		{ "${sex} = '2' and ${age} >= 60", "Pytanie o sex: odpowiedź c and Pytanie o age >= 60" },
		{ "${sex}!='2' or not( selected(${services}, \"3\") )",
			"Pytanie o sex: other than odpowiedź c or Pytanie o services: other than odpowiedź d" },
		{ "selected( ${services} , '3' )", "Pytanie o services: odpowiedź d" },
		{ "${comments} != ''", "Pytanie o comments: any answer" },
		{ "(${nothing} = '1') and floor(${age} div 10) = 3",
			"(${nothing} = '1') and floor(“Pytanie o age” div 10) = 3" },
		{ "${sex", "${sex" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++)
		assert_string_equal(condition_words(w.q, w.language, conditions[i][0], &arena),
			conditions[i][1]);
	assert_null(condition_words(w.q, w.language, NULL, &arena));
}

static void
a_printed_reason_is_called_as_the_paper_calls_it(void **state)
{
	const struct answer_column *column;
	struct column_choice *refusal = NULL;
	struct frequency f;
	const char *label;

	(void)state;
	assert_int_equal(wave_column(&w, "sex", &column, &err), 0);
	for (int k = 0; k < column->choice_count; k++)
		if (column->choices[k].exit == MISSING_REFUSED)
			refusal = (struct column_choice *)(uintptr_t)&column->choices[k];
	assert_non_null(refusal);
	label = refusal->label;
	refusal->label = "would rather not say";
	f = frequency(&(struct tabulation){ .question = "sex" });
	refusal->label = label;
	assert_string_equal(row_named(&f, "refused")->label, "would rather not say");
}

/* ---- what is refused ---- */

static void
refused(const struct tabulation *t, enum error_code code)
{
	struct crosstab x;

	error_clear(&err);
	assert_int_equal(tabulate_cross(&w, t, &x, &err), -1);
	assert_int_equal(err.code, code);
	assert_true(strlen(err.text) > 20);
}

static void
what_cannot_be_counted_is_a_sentence(void **state)
{
	(void)state;
	refused(&(struct tabulation){ .question = "nothing", .by = "sex" }, ERROR_MISSING);
	refused(&(struct tabulation){ .question = "sex", .by = "nothing" }, ERROR_MISSING);
	refused(&(struct tabulation){ .question = "sex", .by = "age" }, ERROR_INPUT);
	refused(&(struct tabulation){ .question = "sex", .by = "place", .where = "${age} > 200" },
		ERROR_DENIED);
	refused(&(struct tabulation){ .question = "sex" }, ERROR_INPUT);
	refused(&(struct tabulation){ .question = "sex", .by = "place", .weighted = true },
		ERROR_INPUT);
}

static void
a_number_in_the_head_is_refused_with_what_can_stand_there(void **state)
{
	struct crosstab x;

	(void)state;
	error_clear(&err);
	assert_int_equal(tabulate_cross(&w, &(struct tabulation){ .question = "sex", .by = "age" },
				 &x, &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
	assert_non_null(strstr(err.text, "classes"));
	error_clear(&err);
}

static void
a_break_with_one_respondent_is_not_asked_for(void **state)
{
	int form = 0, income = survey_question(&made, "income");
	char where[64];

	(void)state;
	while (!survey_answer(&made, form, income)->value[0])
		form++;
	snprintf(where, sizeof(where), "${income} = %s", survey_answer(&made, form, income)->value);
	refused(&(struct tabulation){ .question = "rate1", .by = TABULATION_MODE, .where = where },
		ERROR_DENIED);
}

/* ---- texts ---- */

#define WRITTEN "${comments} != ''"

static struct text_list
texts(int threshold)
{
	struct tabulation t = { .question = "comments", .threshold = threshold };
	struct text_list list;

	error_clear(&err);
	if (tabulate_texts(&w, &t, &list, &err) < 0)
		fail_msg("%s", err.text);
	return list;
}

static void
texts_that_say_the_same_stand_once(void **state)
{
	struct text_list list = texts(0);
	long written = 0;

	(void)state;
	for (int i = 0; i < FORMS; i++)
		written +=
			survey_answer(&made, i, survey_question(&made, "comments"))->value[0] != 0;
	assert_int_equal(list.given, written);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.texts[0].n, list.given);
	assert_string_equal(list.texts[0].text, "cicho i zielono");
	assert_int_equal(list.group, TABULATION_GROUP);
	assert_string_equal(list.question->name, "comments");
	assert_true(list.question->coded);
}

static void
texts_of_few_people_are_hidden(void **state)
{
	struct text_list list;

	(void)state;
	list = texts(FORMS);
	assert_int_equal(list.group, FORMS);
	assert_int_equal(list.given, -1);
}

static void
refused_texts(const char *where)
{
	struct text_list list;

	error_clear(&err);
	assert_int_equal(
		tabulate_texts(&w, &(struct tabulation){ .question = "comments", .where = where },
			&list, &err),
		-1);
	assert_int_equal(err.code, ERROR_DENIED);
	error_clear(&err);
}

static void
under_a_condition_no_text_is_listed_and_none_is_a_condition(void **state)
{
	(void)state;
	refused_texts("${sex} = '1'");
	refused_texts(WRITTEN);
	refused_texts("${age} = 18 and ${sex} = '9'");
	assert_true(texts(0).given > 0);
	/* It has categories, and a condition asks for these. */
	assert_true(frequency(&(struct tabulation){ .question = "sex", .where = WRITTEN }).forms > 0);
}

static void
only_words_are_listed(void **state)
{
	struct text_list list;

	(void)state;
	assert_int_equal(
		tabulate_texts(&w, &(struct tabulation){ .question = "sex" }, &list, &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
	error_clear(&err);
	assert_int_equal(
		tabulate_texts(&w, &(struct tabulation){ .question = "colour" }, &list, &err), -1);
	assert_int_equal(err.code, ERROR_MISSING);
	error_clear(&err);
}

static void
set_state_of_first(const char *state)
{
	char sql[160];

	snprintf(sql, sizeof(sql),
		"UPDATE form SET state = '%s' WHERE id = (SELECT id FROM form ORDER BY number "
		"LIMIT 1)",
		state);
	assert_int_equal(sqlite3_exec(made.db->handle, sql, NULL, NULL, NULL), SQLITE_OK);
}

/* A colleague ends a form between the opening of a wave and the reading of its texts. */
static void
a_form_keyed_meanwhile_takes_no_text_from_others(void **state)
{
	struct tabulation t = { .question = "comments" };
	struct wave_columns before;
	struct text_list list;
	long written = -(survey_answer(&made, 0, survey_question(&made, "comments"))->value[0] != 0);

	(void)state;
	for (int i = 0; i < FORMS; i++)
		written +=
			survey_answer(&made, i, survey_question(&made, "comments"))->value[0] != 0;
	set_state_of_first("waiting");
	error_clear(&err);
	assert_int_equal(
		wave_columns_open(made.db, &made.wave, "pl", &arena, &before, &err), 0);
	set_state_of_first("keyed");
	assert_int_equal(before.forms, FORMS - 1);
	assert_int_equal(tabulate_texts(&before, &t, &list, &err), 0);
	assert_int_equal(list.given, written);
}

/* As it is done by hand, other texts in each form; the order is another each time. */
static void
texts_stand_in_an_order_of_their_own(void **state)
{
	struct text_list first, second;
	bool moved = false, other = false;
	long sum = 0;

	(void)state;
	assert_int_equal(
		sqlite3_exec(made.db->handle,
			"UPDATE answer SET value = 'Tekst ' || (form_id % 40) || x'0a' || "
			"char(27) WHERE question_id = (SELECT id FROM question WHERE name = "
			"'comments' LIMIT 1) AND value IS NOT NULL",
			NULL, NULL, NULL),
		SQLITE_OK);
	first = texts(0);
	second = texts(0);
	assert_int_equal(first.count, 40);
	assert_int_equal(second.count, 40);
	for (int i = 0; i < first.count; i++) {
		sum += first.texts[i].n;
		moved |= strcmp(first.texts[i].text, second.texts[i].text) != 0;
		other |= i > 0 && strcmp(first.texts[i - 1].text, first.texts[i].text) > 0;
		assert_null(strpbrk(first.texts[i].text, "\n\033"));
	}
	assert_int_equal(sum, first.given);
	assert_true(moved);
	assert_true(other);
}

static void
a_filter_says_its_rule_under_the_table(void **state)
{
	struct frequency f =
		frequency(&(struct tabulation){ .question = "rate1", .where = "${sex} = '1'" });
	struct crosstab x = cross(&(struct tabulation){
		.question = "rate1", .by = "place", .where = "${sex} = '1'" });
	unsigned notes = NOTE_FILTER | NOTE_HIDDEN;
	char text[256];

	(void)state;
	assert_true(f.notes & NOTE_FILTER);
	assert_true(x.notes & NOTE_FILTER);
	f = frequency(&(struct tabulation){ .question = "rate1" });
	assert_false(f.notes & NOTE_FILTER);
	assert_true(table_note_next(&notes, 5, text, sizeof(text)));
	assert_string_equal(text,
		"Hidden: counts of fewer than 5 answers, and those from which they "
		"could be computed.");
	assert_true(table_note_next(&notes, 5, text, sizeof(text)));
	assert_non_null(strstr(text, "10"));
	assert_false(table_note_next(&notes, 5, text, sizeof(text)));
}

/* A head is looked at once for many tables, but for each threshold and filter anew. */
static void
heads_are_hidden_with_their_distribution_under_each_filter_and_threshold(void **state)
{
	static const struct {
		const char *where;
		int threshold;
	} asked[] = { { NULL, 700 }, { NULL, 0 }, { "${age} < 22", 0 }, { NULL, 0 } };
	struct wave_columns kept = w;
	int hidden[4] = { 0 };

	(void)state;
	assert_int_equal(wave_columns_open(made.db, &made.wave, "pl", &arena, &w, &err), 0);
	for (int i = 0; i < 4; i++) {
		struct crosstab x = cross(&(struct tabulation){ .question = "rate1",
			.by = "place",
			.where = asked[i].where,
			.threshold = asked[i].threshold });
		struct frequency f = frequency(&(struct tabulation){ .question = "place",
			.where = asked[i].where,
			.threshold = asked[i].threshold });

		for (int h = 0; h < x.head_count - 1; h++) {
			hidden[i] += x.heads[h].hidden;
			if (strcmp(x.heads[h].name, "no_answer") != 0 && x.heads[h].n != 0 &&
				row_named(&f, x.heads[h].name)->n < 0)
				assert_true(x.heads[h].hidden);
		}
	}
	assert_true(hidden[0] > hidden[1]);
	assert_int_equal(hidden[1], 0);
	assert_true(hidden[2] > hidden[3]);
	assert_int_equal(hidden[3], 0);
	w = kept;
}

/* Everybody's words got one code, two people's the third: 3 = all - 1 - 2. */
static void
codes_of_which_each_form_has_one_are_protected_as_parts(void **state)
{
	struct tabulation t = { .question = "comments" };
	int hidden = 0, heads = 0;
	struct frequency f;
	struct crosstab x;

	(void)state;
	assert_int_equal(
		sqlite3_exec(made.db->handle,
			"DELETE FROM answer_code WHERE code_id > (SELECT min(code_id) FROM "
			"answer_code a WHERE a.form_id = answer_code.form_id); UPDATE answer_code "
			"SET code_id = CASE WHEN form_id IN (SELECT form_id FROM answer_code ORDER "
			"BY form_id LIMIT 2) THEN 3 ELSE 1 + form_id % 2 END",
			NULL, NULL, NULL),
		SQLITE_OK);
	assert_int_equal(wave_columns_open(made.db, &made.wave, "pl", &arena, &w, &err), 0);
	f = frequency(&t);
	assert_int_equal(row_named(&f, "3")->n, -1);
	for (int i = 0; i < f.missing_from; i++)
		hidden += f.rows[i].n < 0;
	assert_true(hidden > 1);
	x = cross(&(struct tabulation){ .question = "sex", .by = "comments" });
	for (int h = 0; h < x.head_count - 1; h++)
		heads += x.cells[h].n < 0;
	assert_true(heads > 1);
	assert_false(x.tested);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_is_counted_once_in_a_distribution),
		cmocka_unit_test(hard_to_say_is_valid_and_outside_the_mean_refusal_is_neither),
		cmocka_unit_test(boxes_are_the_two_ends_of_the_scale),
		cmocka_unit_test(several_answers_are_shares_of_who_answered),
		cmocka_unit_test(ranks_count_mentions_first_places_and_points),
		cmocka_unit_test(who_was_led_past_is_out_of_the_base),
		cmocka_unit_test(a_calculation_may_give_numbers_or_words),
		cmocka_unit_test(codes_of_open_answers_are_counted),
		cmocka_unit_test(a_filter_narrows_the_base),
		cmocka_unit_test(weights_weigh_and_leave_n_as_it_is),
		cmocka_unit_test(cells_of_a_cross_table_are_pairs_of_answers),
		cmocka_unit_test(a_break_by_the_way_of_answering_has_three_heads),
		cmocka_unit_test(several_answers_are_not_tested),
		cmocka_unit_test(numbers_under_a_break_are_means),
		cmocka_unit_test(a_grid_stands_in_the_order_of_its_means),
		cmocka_unit_test(small_cells_are_hidden_with_all_that_tells_them),
		cmocka_unit_test(few_first_places_are_hidden_though_many_mentioned_it),
		cmocka_unit_test(points_of_ranks_are_never_hidden_alone),
		cmocka_unit_test(ranks_with_a_condition_and_ranks_of_all_tell_nothing_of_few),
		cmocka_unit_test(
			a_mean_beside_hidden_cells_is_said_only_where_they_could_be_others),
		cmocka_unit_test(a_mean_gives_no_hidden_cell_away),
		cmocka_unit_test(a_small_group_is_not_broken_down),
		cmocka_unit_test(reasons_are_shown_however_few_and_hide_no_answer),
		cmocka_unit_test(few_and_none_are_told_alike_and_so_is_who_is_left_out),
		cmocka_unit_test(who_refused_stands_under_a_head_of_its_own_so_that_totals_agree),
		cmocka_unit_test(what_a_table_hides_the_table_turned_round_hides_too),
		cmocka_unit_test(numbers_that_people_wrote_are_not_listed_beside_a_hidden_one),
		cmocka_unit_test(a_threshold_is_raised_and_never_lowered),
		cmocka_unit_test(intervals_stand_only_in_random_samples),
		cmocka_unit_test(a_condition_is_read_in_words),
		cmocka_unit_test(a_printed_reason_is_called_as_the_paper_calls_it),
		cmocka_unit_test(what_cannot_be_counted_is_a_sentence),
		cmocka_unit_test(a_number_in_the_head_is_refused_with_what_can_stand_there),
		cmocka_unit_test(a_break_with_one_respondent_is_not_asked_for),
		cmocka_unit_test(texts_that_say_the_same_stand_once),
		cmocka_unit_test(texts_of_few_people_are_hidden),
		cmocka_unit_test(under_a_condition_no_text_is_listed_and_none_is_a_condition),
		cmocka_unit_test(only_words_are_listed),
		cmocka_unit_test(a_filter_says_its_rule_under_the_table),
		cmocka_unit_test(a_form_keyed_meanwhile_takes_no_text_from_others),
		cmocka_unit_test(texts_stand_in_an_order_of_their_own),
		cmocka_unit_test(
			heads_are_hidden_with_their_distribution_under_each_filter_and_threshold),
		cmocka_unit_test(codes_of_which_each_form_has_one_are_protected_as_parts),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
