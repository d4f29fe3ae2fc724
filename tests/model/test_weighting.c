/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Margins of a wave: kept, refused, and turned into weights that meet them. */
#include "values_fixture.h"

#include "model/indicators/indicator.h"
#include "model/weights/weighting.h"
#include "survey_fixture.h"

enum { FORMS = 400 };

static struct made_survey made;

static int
make(void **state)
{
	(void)state;
	setenv("LANGUAGE", "en", 1);
	assert_int_equal(survey_make(&made, NULL, "anna", FORMS), 0);
	return 0;
}

static int
release(void **state)
{
	(void)state;
	survey_release(&made);
	return 0;
}

static void
open_wave(struct wave_columns *w)
{
	assert_done(wave_columns_open(made.db, &made.wave, "pl", &made.arena, w, &made.err),
		made.err);
}

static struct weighting
margin_of(const char *questions, const char *const *categories, const double *population, int count)
{
	struct weighting w = { .wave = made.wave.id };
	struct weighting_margin *m = weighting_add_margin(&w, questions, &made.arena);

	for (int i = 0; i < count; i++)
		weighting_add_cell(m, categories[i], population[i], "", &made.arena);
	return w;
}

static const char *const sexes[] = { "1", "2" };
static const double people[] = { 4800, 5200 };

static void
weights_meet_a_margin_by_sex(void **state)
{
	struct weighting w = margin_of("sex", sexes, people, 2);
	struct wave_columns wave;
	struct weights weights;

	(void)state;
	open_wave(&wave);
	assert_done(weighting_compute(&wave, &w, &made.arena, &weights, &made.err), made.err);
	assert_int_equal(weights.result.rounds, 1);
	assert_int_equal(weights.margin_count, 1);
	assert_true(fabs(weights.margins[0].cells[0].weighted - 0.48) < 1e-9);
	assert_true(fabs(weights.margins[0].cells[0].population - 0.48) < 1e-9);
	assert_true(fabs(weights.sum - FORMS) < 1e-6);
	assert_int_equal(weights.margins[0].unknown, (long)weights.result.unknown);
	assert_int_equal(weights.margins[0].cells[0].n + weights.margins[0].cells[1].n +
			weights.margins[0].unknown,
		FORMS);
	assert_true(weights.margins[0].unknown > 0);
	assert_true(weights.result.effective > 0 && weights.result.effective <= FORMS);
}

/* 48 per cent of the population and a weight of 4.64 say how many forms there are. */
static void
the_weight_of_a_hidden_category_is_not_said(void **state)
{
	struct weighting w = margin_of("sex", sexes, people, 2);
	struct wave_columns wave;
	struct weights weights;
	int usual = made.wave.smallest_cell;

	(void)state;
	made.wave.smallest_cell = FORMS;
	open_wave(&wave);
	assert_done(weighting_compute(&wave, &w, &made.arena, &weights, &made.err), made.err);
	made.wave.smallest_cell = usual;
	assert_int_equal(weights.margins[0].cells[0].n, -1);
	assert_true(weights.hidden);
	assert_true(isnan(weights.result.smallest) && isnan(weights.result.largest));
	assert_true(isnan(weights.result.effective) && weights.result.capped == 0);
}

/* What each form got, against the answers themselves. */
static void
crossed_margins_reach_the_forms_that_they_name(void **state)
{
	static const char *const cells[] = { "1 -39", "1 40-", "2 -39", "2 40-" };
	static const double population[] = { 2500, 2300, 2400, 2800 };
	struct weighting w = margin_of("sex age", cells, population, 4);
	int sex = survey_question(&made, "sex"), age = survey_question(&made, "age");
	struct wave_columns wave;
	struct weights weights;
	long n[4] = { 0 };

	(void)state;
	open_wave(&wave);
	assert_done(weighting_compute(&wave, &w, &made.arena, &weights, &made.err), made.err);
	for (int i = 0; i < FORMS; i++) {
		const struct made_answer *s = survey_answer(&made, i, sex),
					 *a = survey_answer(&made, i, age);
		int cell;

		if (s->missing || a->missing || !s->value[0] || !a->value[0] || *s->value == '9')
			continue;
		cell = (*s->value - '1') * 2 + (atoi(a->value) >= 40);
		n[cell]++;
		assert_true(fabs(weights.weight[i] - weights.margins[0].cells[cell].weight) < 1e-9);
	}
	for (int c = 0; c < 4; c++)
		assert_int_equal(weights.margins[0].cells[c].n, n[c]);
}

static void
what_does_not_fit_the_questions_is_refused_in_words(void **state)
{
	static const struct {
		const char *questions, *first, *second, *words;
	} bad[] = {
		{ "sex", "1", "3", "has no answer “3”" },
		{ "nowhere", "1", "2", "nowhere" },
		{ "services", "1", "2", "cannot part people" },
		{ "sex", "1", "1+2", "overlap" },
		{ "age", "18-34", "34-", "overlap" },
		{ "age", "18-34", "old", "is no span of numbers" },
		{ "age", "18-34", "60-50", "is no span of numbers" },
		{ "age", "18-34", "-", "is no span of numbers" },
		{ "age", "18-59", "150-", "nobody answered from “150-”" },
		{ "sex age", "1 18-34", "2", "one answer for each question" },
		{ "sex age place sex", "1", "2", "one to 3 questions" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const char *const cells[] = { bad[i].first, bad[i].second };
		struct weighting w = margin_of(bad[i].questions, cells, people, 2);
		struct wave_columns wave;
		struct weights weights;

		open_wave(&wave);
		assert_int_equal(
			weighting_compute(&wave, &w, &made.arena, &weights, &made.err), -1);
		if (!strstr(made.err.text, bad[i].words))
			print_message("# %s\n", made.err.text);
		assert_non_null(strstr(made.err.text, bad[i].words));
		error_clear(&made.err);
	}
}

static void
a_wave_without_weights_says_where_to_make_them(void **state)
{
	struct wave_columns wave;

	(void)state;
	open_wave(&wave);
	assert_int_equal(weighting_of_wave(&wave, NULL, &made.err), -1);
	assert_non_null(strstr(made.err.text, "has no weights"));
	assert_code(made.err, ERROR_INPUT);
	assert_null(wave.weights);
}

static void
what_is_saved_is_loaded_and_a_colleague_s_change_is_seen(void **state)
{
	static const char *const places[] = { "1+2", "3", "4+5+6" };
	static const double population[] = { 100, 200.5, 300 };
	struct weighting w = margin_of("sex", sexes, people, 2), back, other;
	struct weighting_margin *m = weighting_add_margin(&w, "place", &made.arena);
	struct wave_columns wave;
	struct weights weights;

	(void)state;
	for (int i = 0; i < 3; i++)
		weighting_add_cell(m, places[i], population[i], "BDL P1, 2024", &made.arena);
	w.cap = 3;
	strcpy(w.note, "for the report");
	assert_done(weighting_save(made.db, &w, &made.err), made.err);
	assert_int_equal(w.rev, 1);
	assert_done(weighting_load(made.db, made.wave.id, &made.arena, &back, &made.err), made.err);
	assert_int_equal(back.id, w.id);
	assert_int_equal(back.rev, 1);
	assert_value(back.cap, 3);
	assert_string_equal(back.note, "for the report");
	assert_int_equal(back.margin_count, 2);
	assert_string_equal(back.margins[1].questions, "place");
	assert_int_equal(back.margins[1].cell_count, 3);
	assert_string_equal(back.margins[1].cells[2].categories, "4+5+6");
	assert_value(back.margins[1].cells[1].population, 200.5);
	assert_string_equal(back.margins[1].cells[1].source, "BDL P1, 2024");

	open_wave(&wave);
	assert_done(weighting_of_wave(&wave, &weights, &made.err), made.err);
	assert_ptr_equal(wave.weights, weights.weight);
	assert_int_equal(weights.margin_count, 2);
	assert_true(weights.result.largest <= 3 + 1e-9);

	other = back;
	assert_done(weighting_save(made.db, &back, &made.err), made.err);
	assert_int_equal(back.rev, 2);
	assert_int_equal(weighting_save(made.db, &other, &made.err), -1);
	assert_code(made.err, ERROR_CONFLICT);
	assert_int_equal(weighting_drop(made.db, &other, &made.err), -1);
	assert_code(made.err, ERROR_CONFLICT);
	assert_done(weighting_drop(made.db, &back, &made.err), made.err);
	assert_done(weighting_load(made.db, made.wave.id, &made.arena, &back, &made.err), made.err);
	assert_int_equal(back.id, 0);
	assert_int_equal(back.margin_count, 0);
}

static void
two_first_savings_do_not_meet(void **state)
{
	struct weighting a = margin_of("sex", sexes, people, 2), b = a;

	(void)state;
	assert_done(weighting_save(made.db, &a, &made.err), made.err);
	assert_int_equal(weighting_save(made.db, &b, &made.err), -1);
	assert_code(made.err, ERROR_CONFLICT);
	assert_done(weighting_drop(made.db, &a, &made.err), made.err);
}

static void
assert_not_saved(struct weighting w, const char *words)
{
	assert_int_equal(weighting_save(made.db, &w, &made.err), -1);
	if (!strstr(made.err.text, words))
		print_message("# %s\n", made.err.text);
	assert_non_null(strstr(made.err.text, words));
	assert_code(made.err, ERROR_INPUT);
}

static void
figures_without_sense_are_not_saved(void **state)
{
	static const char *const twice[] = { "1", "1" };
	static const double nobody[] = { 10, 0 }, less[] = { 10, -5 };
	struct weighting w = margin_of("sex", sexes, people, 2);

	(void)state;
	assert_not_saved(margin_of("sex", sexes, nobody, 2), "more than zero");
	assert_not_saved(margin_of("sex", sexes, less, 2), "more than zero");
	assert_not_saved(margin_of("sex", twice, people, 2), "twice");
	assert_not_saved(margin_of("", sexes, people, 2), "one to 3 questions");
	w.cap = 0.5;
	assert_not_saved(w, "1 or more");
	w.cap = NAN;
	assert_not_saved(w, "1 or more");
	w.cap = 0;
	weighting_add_margin(&w, "sex", &made.arena);
	assert_not_saved(w, "already");
}

static void
cells_are_laid_out_from_the_answers(void **state)
{
	struct weighting_margin m;
	struct wave_columns wave;

	(void)state;
	open_wave(&wave);
	assert_done(weighting_lay_out(&wave, "sex age", "18-39 40-", &made.arena, &m, &made.err),
		made.err);
	assert_int_equal(m.cell_count, 4);
	assert_string_equal(m.cells[0].categories, "1 18-39");
	assert_string_equal(m.cells[1].categories, "1 40-");
	assert_string_equal(m.cells[3].categories, "2 40-");
	assert_int_equal(weighting_lay_out(&wave, "age", NULL, &made.arena, &m, &made.err), -1);
	assert_non_null(strstr(made.err.text, "spans"));
	error_clear(&made.err);
}

static void
unknown_indicators_and_missing_values_are_named(void **state)
{
	const char *source;
	double population;

	(void)state;
	assert_int_equal(weighting_population(made.db, &made.wave, "P1 P2", 2024, &made.arena,
				 &population, &source, &made.err),
		-1);
	assert_non_null(strstr(made.err.text, "P1"));
	error_clear(&made.err);
	assert_int_equal(weighting_population(made.db, &made.wave, " ", 2024, &made.arena,
				 &population, &source, &made.err),
		-1);
	assert_code(made.err, ERROR_INPUT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weights_meet_a_margin_by_sex),
		cmocka_unit_test(the_weight_of_a_hidden_category_is_not_said),
		cmocka_unit_test(crossed_margins_reach_the_forms_that_they_name),
		cmocka_unit_test(what_does_not_fit_the_questions_is_refused_in_words),
		cmocka_unit_test(a_wave_without_weights_says_where_to_make_them),
		cmocka_unit_test(what_is_saved_is_loaded_and_a_colleague_s_change_is_seen),
		cmocka_unit_test(two_first_savings_do_not_meet),
		cmocka_unit_test(figures_without_sense_are_not_saved),
		cmocka_unit_test(cells_are_laid_out_from_the_answers),
		cmocka_unit_test(unknown_indicators_and_missing_values_are_named),
	};

	return cmocka_run_group_tests(tests, make, release);
}
