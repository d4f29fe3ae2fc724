/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evaluations with their questions, self-assessments, recommendations. The day is 2026-11-22. */
#include "year_fixture.h"

#include "model/deleted_line.h"
#include "model/diagnosis/strategic_evidence.h"
#include "model/monitoring/recommendation.h"

static struct year_fixture f;

static int
set_up(void **state)
{
	(void)state;
	year_start(&f);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	year_end(&f);
	return 0;
}

static struct evaluation
add(enum evaluation_kind kind)
{
	struct evaluation e = { .strategy = YEAR_STRATEGY,
		.kind = kind,
		.title = "Ewaluacja",
		.year = 2025 };

	assert_done(evaluation_save(f.db, &e, &f.err), f.err);
	return e;
}

static struct evaluation_question
question(const struct evaluation *e, int position)
{
	struct evaluation_question *list;
	int count;

	assert_done(evaluation_questions(f.db, e->id, &f.arena, &list, &count, &f.err), f.err);
	assert_in_range(position, 1, count);
	return list[position - 1];
}

static void
a_new_evaluation_asks_by_the_six_criteria(void **state)
{
	struct evaluation e = add(EVALUATION_MID_TERM);
	bool asked[CRITERIA] = { false };

	(void)state;
	assert_int_equal(e.questions, 6);
	assert_int_equal(e.judged, 0);
	for (int i = 1; i <= 6; i++)
		asked[question(&e, i).criterion] = true;
	for (int c = 0; c < CRITERIA; c++)
		assert_int_equal(
			asked[c], criterion_fits((enum evaluation_criterion)c, EVALUATION_EX_POST));
}

static void
a_new_question_and_a_new_recommendation_stand_beside_those_of_colleagues(void **state)
{
	struct evaluation mine = add(EVALUATION_MID_TERM), theirs = mine;
	struct evaluation_question x = { .criterion = CRITERION_RELEVANCE, .text = "a", .score = NAN };
	struct recommendation r = { .text = "b" };

	(void)state;
	assert_done(evaluation_question_save(f.db, &theirs, &x, &f.err), f.err);
	assert_done(recommendation_save(f.db, &theirs, &r, &f.err), f.err);
	r.id = 0;
	assert_done(recommendation_save(f.db, &mine, &r, &f.err), f.err);
	mine.rev = 1;
	assert_done(evaluation_question_save(f.db, &mine, &x, &f.err), f.err);
	assert_int_equal(mine.questions, 8);
	assert_int_equal(mine.recommendations, 2);
	/* One that is there is changed as it was read. */
	x.position = 8;
	mine.rev = 1;
	assert_int_equal(evaluation_question_save(f.db, &mine, &x, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
}

static void
a_self_assessment_asks_about_the_monitoring_itself(void **state)
{
	struct evaluation e = add(EVALUATION_SELF);
	struct evaluation_question x = question(&e, 1);

	(void)state;
	assert_int_equal(e.questions, 12);
	assert_int_equal(x.criterion, CRITERION_DATA);
	x.criterion = CRITERION_RELEVANCE;
	assert_int_equal(evaluation_question_save(f.db, &e, &x, &f.err), -1);
	assert_int_equal(f.err.field, EVALUATION_QUESTION_CRITERION);
	assert_code(f.err, ERROR_INPUT);
}

static void
an_evaluation_is_closed_when_everything_is_judged(void **state)
{
	struct evaluation e = add(EVALUATION_EX_POST);

	(void)state;
	strcpy(e.closed_on, "2026-11-20");
	assert_int_equal(evaluation_save(f.db, &e, &f.err), -1);
	assert_int_equal(f.err.field, EVALUATION_FIELD_CLOSED);
	assert_code(f.err, ERROR_INPUT);
	e.closed_on[0] = '\0';
	for (int i = 1; i <= 6; i++) {
		struct evaluation_question x = question(&e, i);

		if (i % 2)
			strcpy(x.judgement, "Tak");
		else
			x.score = 4;
		assert_done(evaluation_question_save(f.db, &e, &x, &f.err), f.err);
	}
	assert_int_equal(e.judged, 6);
	strcpy(e.closed_on, "2026-11-20");
	assert_done(evaluation_save(f.db, &e, &f.err), f.err);
	assert_int_equal(evaluation_question_remove(f.db, &e, 1, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
}

static void
a_score_lies_between_one_and_five(void **state)
{
	struct evaluation e = add(EVALUATION_EX_POST);
	struct evaluation_question x = question(&e, 2);

	(void)state;
	x.score = 5.5;
	assert_int_equal(evaluation_question_save(f.db, &e, &x, &f.err), -1);
	assert_int_equal(f.err.field, EVALUATION_QUESTION_SCORE);
	assert_code(f.err, ERROR_INPUT);
	x.score = 4.5;
	assert_done(evaluation_question_save(f.db, &e, &x, &f.err), f.err);
	assert_value(question(&e, 2).score, 4.5);
}

static void
the_spread_of_a_ballot_goes_when_somebody_else_scores(void **state)
{
	struct evaluation e = add(EVALUATION_SELF);
	struct evaluation_question x;

	(void)state;
	year_sql(&f, "UPDATE evaluation_question SET score = 3.5, spread = 0.8 WHERE position = 1");
	x = question(&e, 1);
	assert_value(x.spread, 0.8);
	strcpy(x.judgement, "Średnio");
	assert_done(evaluation_question_save(f.db, &e, &x, &f.err), f.err);
	assert_value(question(&e, 1).spread, 0.8);
	x.score = 4;
	assert_done(evaluation_question_save(f.db, &e, &x, &f.err), f.err);
	assert_true(isnan(question(&e, 1).spread));
}

static void
means_by_criterion_count_what_is_scored(void **state)
{
	const struct evaluation_question list[] = {
		{ .criterion = CRITERION_DATA, .score = 4 },
		{ .criterion = CRITERION_DATA, .score = 3 },
		{ .criterion = CRITERION_DATA, .score = NAN },
		{ .criterion = CRITERION_USE, .score = NAN },
	};
	struct criterion_mean means[CRITERIA];

	(void)state;
	assert_int_equal(evaluation_means(list, 4, means), 2);
	assert_int_equal(means[0].criterion, CRITERION_DATA);
	assert_int_equal(means[0].questions, 3);
	assert_int_equal(means[0].scored, 2);
	assert_value(means[0].score, 3.5);
	assert_true(isnan(means[1].score));
}

static void
two_people_cannot_change_an_evaluation_over_each_other(void **state)
{
	struct evaluation e = add(EVALUATION_MID_TERM), other = e;
	struct evaluation_question x = question(&e, 1);

	(void)state;
	strcpy(x.judgement, "Tak");
	assert_done(evaluation_question_save(f.db, &e, &x, &f.err), f.err);
	assert_int_equal(evaluation_save(f.db, &other, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
}

static void
a_deleted_evaluation_comes_back(void **state)
{
	struct evaluation e = add(EVALUATION_MID_TERM), *list;
	const struct evaluation_filter used = { .strategy = YEAR_STRATEGY },
				       gone = { .strategy = YEAR_STRATEGY, .retired = true };
	int count;

	(void)state;
	assert_int_equal(evaluation_retire(f.db, e.id, e.rev - 1, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_done(evaluation_retire(f.db, e.id, e.rev, &f.err), f.err);
	assert_string_equal(year_last_act(&f), "evaluation.retire");
	assert_done(evaluation_list(f.db, &used, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 0);
	assert_done(evaluation_list(f.db, &gone, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_done(evaluation_restore(f.db, e.id, &f.err), f.err);
	assert_done(evaluation_list(f.db, &used, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
}

static void
nothing_is_written_into_an_evaluation_of_a_deleted_strategy(void **state)
{
	struct evaluation e = add(EVALUATION_MID_TERM), later = e;
	struct evaluation_question x = question(&e, 1);
	struct recommendation r = { .text = "Częściej" };

	(void)state;
	assert_done(recommendation_save(f.db, &e, &r, &f.err), f.err);
	year_sql(&f, "UPDATE strategy SET retired_at = '2026-11-22T09:00:00Z'");
	r.state = RECOMMENDATION_DONE;
	assert_int_equal(recommendation_save(f.db, &e, &r, &f.err), -1);
	assert_non_null(strstr(f.err.text, "strategy"));
	assert_code(f.err, ERROR_MISSING);
	x.score = 4;
	assert_int_equal(evaluation_question_save(f.db, &e, &x, &f.err), -1);
	assert_int_equal(evaluation_save(f.db, &e, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
	later.id = 0;
	assert_int_equal(evaluation_save(f.db, &later, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
	year_sql(&f, "UPDATE strategy SET retired_at = NULL");
	assert_done(recommendation_save(f.db, &e, &r, &f.err), f.err);
}

static void
a_recommendation_is_followed_until_it_is_settled(void **state)
{
	struct evaluation e = add(EVALUATION_MID_TERM);
	struct recommendation r = { .text = "Dodać wskaźnik", .question = 2, .due_on = "2026-06-30" };
	const struct recommendation_filter open = { .open = true };
	struct recommendation *list;
	int count;

	(void)state;
	assert_done(recommendation_save(f.db, &e, &r, &f.err), f.err);
	assert_int_equal(e.open, 1);
	assert_done(recommendation_list(f.db, &open, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_true(list[0].overdue);
	assert_int_equal(evaluation_question_remove(f.db, &e, 2, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	r.state = RECOMMENDATION_REJECTED;
	assert_int_equal(recommendation_save(f.db, &e, &r, &f.err), -1);
	assert_int_equal(f.err.field, RECOMMENDATION_FIELD_ANSWER);
	assert_code(f.err, ERROR_INPUT);
	r.state = RECOMMENDATION_DONE;
	strcpy(r.settled_on, "2040-01-01");
	assert_int_equal(recommendation_save(f.db, &e, &r, &f.err), -1);
	assert_int_equal(f.err.field, RECOMMENDATION_FIELD_SETTLED);
	assert_code(f.err, ERROR_INPUT);
	r.settled_on[0] = '\0';
	assert_done(recommendation_save(f.db, &e, &r, &f.err), f.err);
	assert_done(recommendation_list(f.db, &open, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 0);
	assert_int_equal(recommendation_remove(f.db, &e, r.id, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(year_number(&f, "SELECT settled_on = '2026-11-22' FROM recommendation"), 1);
}

static void
a_deleted_recommendation_comes_back_at_its_number(void **state)
{
	struct evaluation e = add(EVALUATION_MID_TERM);
	struct recommendation r = { .text = "Dodać wskaźnik",
		.question = 2,
		.office = "Drogi",
		.due_on = "2026-06-30",
		.answer = "Czeka" };
	struct recommendation other = { .text = "Pytać co rok" }, *list;
	const struct recommendation_filter all = { .evaluation = e.id };
	const struct deleted_of of = { DELETED_RECOMMENDATION, e.id };
	struct deleted_line *deleted;
	int count;

	(void)state;
	assert_done(recommendation_save(f.db, &e, &r, &f.err), f.err);
	assert_done(recommendation_save(f.db, &e, &other, &f.err), f.err);
	for (int time = 0; time < 2; time++) {
		assert_done(recommendation_remove(f.db, &e, r.id, &f.err), f.err);
		assert_done(
			deleted_line_list(f.db, &of, &f.arena, &deleted, &count, &f.err), f.err);
		assert_int_equal(count, 1);
		assert_string_equal(deleted[0].text, "Dodać wskaźnik");
		/* Another question at its number is not what it followed from. */
		if (time)
			year_sql(&f, "UPDATE evaluation_question SET text = 'Co innego'"
				     " WHERE position = 2");
		assert_done(deleted_line_restore(f.db, deleted[0].id, "", &f.err), f.err);
		assert_done(
			recommendation_list(f.db, &all, &f.arena, &list, &count, &f.err), f.err);
		assert_int_equal(count, 2);
		assert_int_equal(list[0].position, 1);
		assert_int_equal(list[0].question, time ? 0 : 2);
		assert_string_equal(list[0].text, r.text);
		assert_string_equal(list[0].office, r.office);
		assert_string_equal(list[0].due_on, r.due_on);
		assert_string_equal(list[0].answer, r.answer);
		assert_done(evaluation_load(f.db, e.id, &e, &f.err), f.err);
		r.id = list[0].id;
	}
	assert_string_equal(year_last_act(&f), "evaluation.recommendation-back");
}

static void
evidence_of_a_judgement_comes_back_to_the_same_question_alone(void **state)
{
	struct evaluation e = add(EVALUATION_MID_TERM);
	struct strategic_evidence x = { .owner = { .evaluation = e.id, .question = 2 },
		.kind = STRATEGIC_TEXT,
		.value = NAN,
		.mean = NAN,
		.level = NAN,
		.change = NAN,
		.text = "Protokół z debaty" };
	const struct deleted_of of = { DELETED_EVALUATION_EVIDENCE, e.id };
	struct strategic_evidence *list;
	struct deleted_line *deleted;
	int count;

	(void)state;
	year_sql(&f, "UPDATE evaluation_question SET text = 'Czy działa?' WHERE position = 2");
	assert_done(strategic_evidence_add(f.db, &x, &f.err), f.err);
	assert_done(strategic_evidence_remove(f.db, x.id, &f.err), f.err);
	assert_done(deleted_line_list(f.db, &of, &f.arena, &deleted, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_done(evaluation_load(f.db, e.id, &e, &f.err), f.err);
	assert_done(evaluation_question_remove(f.db, &e, 2, &f.err), f.err);
	assert_int_equal(deleted_line_restore(f.db, deleted[0].id, "", &f.err), -1);
	assert_non_null(strstr(f.err.text, "“Czy działa?”"));
	assert_code(f.err, ERROR_MISSING);
	assert_done(deleted_line_restore(f.db, deleted[0].id + 1, "", &f.err), f.err);
	assert_done(deleted_line_restore(f.db, deleted[0].id, "", &f.err), f.err);
	assert_done(
		strategic_evidence_list(f.db, &x.owner, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].owner.question, 2);
	assert_string_equal(list[0].text, "Protokół z debaty");
	assert_true(isnan(list[0].value));
}

static void
a_recommendation_names_a_question_that_is_there(void **state)
{
	struct evaluation e = add(EVALUATION_MID_TERM);
	struct recommendation r = { .text = "Dodać wskaźnik", .question = 9 };

	(void)state;
	assert_int_equal(recommendation_save(f.db, &e, &r, &f.err), -1);
	assert_int_equal(f.err.field, RECOMMENDATION_FIELD_QUESTION);
	assert_code(f.err, ERROR_INPUT);
}

static void
after_closing_only_what_became_of_a_recommendation_changes(void **state)
{
	struct evaluation e = add(EVALUATION_MID_TERM);
	struct recommendation r = { .text = "Dodać wskaźnik", .due_on = "2026-12-31" };
	struct recommendation late = { .text = "Jeszcze jedno" };

	(void)state;
	assert_done(recommendation_save(f.db, &e, &r, &f.err), f.err);
	year_sql(&f, "UPDATE evaluation_question SET judgement = 'Tak'");
	strcpy(e.closed_on, "2026-11-20");
	assert_done(evaluation_save(f.db, &e, &f.err), f.err);
	assert_int_equal(recommendation_save(f.db, &e, &late, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	strcpy(r.text, "Co innego");
	assert_int_equal(recommendation_save(f.db, &e, &r, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	strcpy(r.text, "Dodać wskaźnik");
	strcpy(r.office, "Inny");
	assert_int_equal(recommendation_save(f.db, &e, &r, &f.err), -1);
	assert_int_equal(f.err.field, RECOMMENDATION_FIELD_OFFICE);
	assert_code(f.err, ERROR_INPUT);
	r.office[0] = '\0';
	strcpy(r.due_on, "2030-01-01");
	assert_int_equal(recommendation_save(f.db, &e, &r, &f.err), -1);
	assert_int_equal(f.err.field, RECOMMENDATION_FIELD_DUE);
	assert_code(f.err, ERROR_INPUT);
	strcpy(r.due_on, "2026-12-31");
	r.question = 2;
	assert_int_equal(recommendation_save(f.db, &e, &r, &f.err), -1);
	assert_int_equal(f.err.field, RECOMMENDATION_FIELD_QUESTION);
	assert_code(f.err, ERROR_INPUT);
	r.question = 0;
	r.state = RECOMMENDATION_ACCEPTED;
	assert_done(recommendation_save(f.db, &e, &r, &f.err), f.err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_new_question_and_a_new_recommendation_stand_beside_those_of_colleagues,
			set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_new_evaluation_asks_by_the_six_criteria, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_self_assessment_asks_about_the_monitoring_itself, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			an_evaluation_is_closed_when_everything_is_judged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_score_lies_between_one_and_five, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_spread_of_a_ballot_goes_when_somebody_else_scores, set_up, tear_down),
		cmocka_unit_test(means_by_criterion_count_what_is_scored),
		cmocka_unit_test_setup_teardown(
			two_people_cannot_change_an_evaluation_over_each_other, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_deleted_evaluation_comes_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_recommendation_is_followed_until_it_is_settled, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_deleted_recommendation_comes_back_at_its_number, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			evidence_of_a_judgement_comes_back_to_the_same_question_alone, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			nothing_is_written_into_an_evaluation_of_a_deleted_strategy, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			a_recommendation_names_a_question_that_is_there, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			after_closing_only_what_became_of_a_recommendation_changes, set_up,
			tear_down),
	};

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-11-22T09:00:00Z", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
