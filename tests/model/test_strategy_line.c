/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Risks, steps of adoption and remarks: lines of a strategy. The day is 2026-01-31. */
#include "task_fixture.h"

#include "base/i18n.h"
#include "model/deletion.h"
#include "model/strategies/adoption_step.h"
#include "model/strategies/consultation.h"
#include "model/strategies/risk.h"

static struct task_fixture f;

static int
set_up(void **state)
{
	(void)state;
	task_fixture_start(&f);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	task_fixture_end(&f);
	return 0;
}

/* ---- risks ---- */

static struct risk
new_risk(const char *text)
{
	return (struct risk){ .text = text,
		.likelihood = 2,
		.effect = 3,
		.response = "",
		.office = "",
		.closed_on = "" };
}

static void
add_risk(const char *text)
{
	struct risk r = new_risk(text);

	assert_done(risk_save(f.db, 1, task_fixture_rev(&f), &r, &f.err), f.err);
}

/* The texts of the risks in order, which are one letter each. */
static const char *
risks(void)
{
	static char text[32];
	struct risk *list;
	int count;

	assert_done(risk_list(f.db, 1, &f.arena, &list, &count, &f.err), f.err);
	for (int i = 0; i < count; i++) {
		assert_int_equal(list[i].position, i + 1);
		text[i] = list[i].text[0];
	}
	text[count] = '\0';
	return text;
}

static void
a_risk_comes_back_with_the_name_of_its_task(void **state)
{
	struct risk r = new_risk("Brak wykonawców"), back;
	int64_t rev = task_fixture_rev(&f);

	(void)state;
	task_fixture_sql(&f, "INSERT INTO task (id, uid, strategy_id, position, name) VALUES "
			     "(1, printf('%032d', 1), 1, 1, 'Remont'),"
			     "(2, printf('%032d', 2), 2, 1, 'Inne')");
	r.task = 1;
	r.likelihood = 4;
	r.effect = 5;
	r.response = "Przetarg w dwóch częściach";
	r.closed_on = "2026-01-30";
	assert_done(risk_save(f.db, 1, rev, &r, &f.err), f.err);
	assert_int_equal(r.position, 1);
	assert_int_equal(task_fixture_rev(&f), rev + 1);
	assert_done(risk_load(f.db, 1, 1, &f.arena, &back, &f.err), f.err);
	assert_string_equal(back.task_name, "Remont");
	assert_string_equal(back.response, "Przetarg w dwóch częściach");
	assert_string_equal(back.closed_on, "2026-01-30");
	r.task = 2;
	assert_int_equal(risk_save(f.db, 1, rev + 1, &r, &f.err), -1);
	assert_int_equal(f.err.field, RISK_FIELD_TASK);
	assert_code(f.err, ERROR_INPUT);
}

static void
risks_are_graded_by_likelihood_times_effect(void **state)
{
	(void)state;
	assert_int_equal(risk_level(1, 4), RISK_LOW);
	assert_int_equal(risk_level(1, 5), RISK_MEDIUM);
	assert_int_equal(risk_level(3, 4), RISK_MEDIUM);
	assert_int_equal(risk_level(3, 5), RISK_HIGH);
	assert_int_equal(risk_level(4, 4), RISK_HIGH);
}

static void
of_two_risks_with_the_same_words_the_one_at_its_place_is_found(void **state)
{
	int place = 2;

	(void)state;
	add_risk("a");
	add_risk("a");
	assert_done(risk_find(f.db, 1, "a", &place, &f.err), f.err);
	assert_int_equal(place, 2);
	place = 7; /* moved */
	assert_done(risk_find(f.db, 1, "a", &place, &f.err), f.err);
	assert_int_equal(place, 1);
	assert_done(risk_find(f.db, 1, "b", &place, &f.err), f.err);
	assert_int_equal(place, 0);
}

static void
a_risk_deleted_before_another_was_read_is_not_taken_for_it(void **state)
{
	const struct deleted_of risks = { DELETED_RISK, 1 };
	struct risk r = new_risk("Droższe materiały");
	struct deletion d;

	(void)state;
	assert_done(risk_save(f.db, 1, task_fixture_rev(&f), &r, &f.err), f.err);
	assert_done(risk_remove(f.db, 1, task_fixture_rev(&f), r.position, &f.err), f.err);
	assert_done(deletion_of_words(
			    f.db, &risks, "Droższe materiały", "2026-01-30T08:00:00Z", &d, &f.err),
		f.err);
	assert_true(d.deleted);
	assert_done(deletion_of_words(
			    f.db, &risks, "Droższe materiały", "2099-01-30T08:00:00Z", &d, &f.err),
		f.err);
	assert_false(d.deleted);
}

static void
a_high_risk_needs_a_response_and_grades_have_their_limits(void **state)
{
	struct risk r = new_risk("x");

	(void)state;
	r.likelihood = r.effect = 5;
	assert_int_equal(risk_save(f.db, 1, task_fixture_rev(&f), &r, &f.err), -1);
	assert_int_equal(f.err.field, RISK_FIELD_RESPONSE);
	assert_code(f.err, ERROR_INPUT);
	r.likelihood = 6;
	assert_int_equal(risk_save(f.db, 1, task_fixture_rev(&f), &r, &f.err), -1);
	assert_int_equal(f.err.field, RISK_FIELD_LIKELIHOOD);
	assert_code(f.err, ERROR_INPUT);
	r = new_risk("");
	assert_int_equal(risk_save(f.db, 1, task_fixture_rev(&f), &r, &f.err), -1);
	assert_int_equal(f.err.field, RISK_FIELD_TEXT);
	assert_code(f.err, ERROR_INPUT);
}

static void
lines_move_and_close_up_when_one_is_deleted(void **state)
{
	(void)state;
	add_risk("a");
	add_risk("b");
	add_risk("c");
	assert_done(risk_move(f.db, 1, task_fixture_rev(&f), 3, -1, &f.err), f.err);
	assert_string_equal(risks(), "acb");
	assert_done(risk_move(f.db, 1, task_fixture_rev(&f), 1, -1, &f.err), f.err);
	assert_done(risk_move(f.db, 1, task_fixture_rev(&f), 3, 1, &f.err), f.err);
	assert_string_equal(risks(), "acb");
	assert_done(risk_remove(f.db, 1, task_fixture_rev(&f), 1, &f.err), f.err);
	assert_string_equal(risks(), "cb");
	assert_int_equal(risk_remove(f.db, 1, task_fixture_rev(&f), 3, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
}

static void
what_is_kept_of_a_line_goes_where_the_line_goes(void **state)
{
	(void)state;
	add_risk("a");
	add_risk("b");
	add_risk("c");
	task_fixture_sql(&f,
		"INSERT INTO import (id, uid, kind, file_name, sha256, size, encoding, "
		"person_id, imported_at) SELECT 77, printf('%032d', 77), 'strategy', "
		"'a.csv', printf('%064d', 7), 1, 'utf-8', id, "
		"'2026-01-30T10:00:00Z' FROM person LIMIT 1");
	task_fixture_sql(&f, "INSERT INTO strategy_former (import_id, noun, key, strategy_id, now) "
			     "SELECT 77, 'risk', s.uid || ' ' || r.position, s.id, r.text "
			     "FROM strategy AS s JOIN risk AS r ON r.strategy_id = s.id");
	assert_done(risk_move(f.db, 1, task_fixture_rev(&f), 1, 1, &f.err), f.err);
	assert_done(risk_move(f.db, 1, task_fixture_rev(&f), 3, -1, &f.err), f.err);
	assert_done(risk_remove(f.db, 1, task_fixture_rev(&f), 1, &f.err), f.err);
	add_risk("d");
	assert_string_equal(risks(), "cad");
	assert_int_equal(
		task_fixture_number(&f, "SELECT count(*) FROM strategy_former AS k JOIN risk AS r "
					"ON r.text = k.now AND substr(k.key, 34) = r.position"),
		2);
	assert_int_equal(task_fixture_number(&f,
				 "SELECT count(*) FROM strategy_former AS k JOIN deleted_line AS d "
				 "ON k.now = 'b' AND substr(k.key, 34) + 0 = -d.id"),
		1);
}

static void
a_line_is_not_written_over_a_colleagues_change(void **state)
{
	int64_t rev = task_fixture_rev(&f);
	struct risk r = new_risk("b");

	(void)state;
	add_risk("a");
	r.position = 1;
	assert_int_equal(risk_save(f.db, 1, rev, &r, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_int_equal(risk_remove(f.db, 1, rev, 1, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_int_equal(risk_move(f.db, 1, rev, 1, 1, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_string_equal(risks(), "a");
}

static void
a_new_line_stands_beside_what_colleagues_wrote(void **state)
{
	int64_t rev = task_fixture_rev(&f);
	struct risk r = new_risk("b");

	(void)state;
	add_risk("a");
	assert_done(risk_save(f.db, 1, rev, &r, &f.err), f.err);
	assert_int_equal(r.position, 2);
	assert_string_equal(risks(), "ab");
	/* What it hangs on must still be there. */
	task_fixture_sql(
		&f, "UPDATE strategy SET retired_at = '2026-01-30T10:00:00Z' WHERE id = 1");
	r.position = 0;
	assert_int_equal(risk_save(f.db, 1, rev, &r, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
}

/* ---- steps ---- */

static struct adoption_step
new_step(enum adoption_kind kind, const char *name)
{
	return (struct adoption_step){ .kind = kind,
		.name = name,
		.planned_on = "",
		.done_on = "",
		.document = "",
		.note = "" };
}

static void
the_usual_steps_follow_those_that_are_there_without_doubling_them(void **state)
{
	struct adoption_step own = new_step(ADOPTION_OPINION, "Opinia"), *list;
	int added, count;

	(void)state;
	assert_done(adoption_save(f.db, 1, task_fixture_rev(&f), &own, &f.err), f.err);
	assert_done(adoption_add_usual(f.db, 1, task_fixture_rev(&f), &added, &f.err), f.err);
	assert_int_equal(added, 7); /* without the two opinions */
	assert_done(adoption_list(f.db, 1, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 8);
	assert_int_equal(list[0].kind, ADOPTION_OPINION);
	assert_int_equal(list[1].kind, ADOPTION_PROCEDURE);
	assert_int_equal(list[6].kind, ADOPTION_RESOLUTION);
	assert_done(adoption_add_usual(f.db, 1, task_fixture_rev(&f), &added, &f.err), f.err);
	assert_int_equal(added, 0);
}

static void
a_policy_needs_fewer_steps_than_a_strategy(void **state)
{
	int added;

	(void)state;
	assert_done(adoption_add_usual(f.db, 2, 1, &added, &f.err), f.err);
	assert_int_equal(added, 5);
}

static void
a_step_cannot_be_done_on_a_day_to_come(void **state)
{
	struct adoption_step s = new_step(ADOPTION_RESOLUTION, "Uchwała");

	(void)state;
	s.planned_on = "2026-06-30";
	s.done_on = "2026-01-31";
	s.document = "XII/103/2026";
	assert_done(adoption_save(f.db, 1, task_fixture_rev(&f), &s, &f.err), f.err);
	s.done_on = "2026-02-01";
	assert_int_equal(adoption_save(f.db, 1, task_fixture_rev(&f), &s, &f.err), -1);
	assert_int_equal(f.err.field, ADOPTION_FIELD_DONE);
	assert_code(f.err, ERROR_INPUT);
	assert_done(adoption_load(f.db, 1, 1, &f.arena, &s, &f.err), f.err);
	assert_string_equal(s.done_on, "2026-01-31");
	assert_string_equal(s.document, "XII/103/2026");
}

/* ---- remarks ---- */

static void
a_remark_that_is_not_taken_needs_a_reason(void **state)
{
	struct remark r = { .author = "mieszkaniec",
		.place = "cel 1.2",
		.text = "Brakuje dróg rowerowych",
		.made_on = "2026-01-15",
		.answer = "" };

	(void)state;
	assert_done(remark_save(f.db, 1, task_fixture_rev(&f), &r, &f.err), f.err);
	r.outcome = REMARK_NOT_TAKEN;
	assert_int_equal(remark_save(f.db, 1, task_fixture_rev(&f), &r, &f.err), -1);
	assert_int_equal(f.err.field, REMARK_FIELD_ANSWER);
	assert_code(f.err, ERROR_INPUT);
	r.outcome = REMARK_OPEN;
	r.answer = "Są w zadaniu 1.2/3";
	assert_int_equal(remark_save(f.db, 1, task_fixture_rev(&f), &r, &f.err), -1);
	assert_int_equal(f.err.field, REMARK_FIELD_OUTCOME);
	assert_code(f.err, ERROR_INPUT);
	r.outcome = REMARK_PARTLY;
	assert_done(remark_save(f.db, 1, task_fixture_rev(&f), &r, &f.err), f.err);
	assert_done(remark_load(f.db, 1, 1, &f.arena, &r, &f.err), f.err);
	assert_int_equal(r.outcome, REMARK_PARTLY);
	assert_string_equal(r.place, "cel 1.2");
	assert_string_equal(r.made_on, "2026-01-15");
}

static void
remarks_are_counted_by_what_became_of_them(void **state)
{
	const struct remark list[] = { { .outcome = REMARK_OPEN }, { .outcome = REMARK_TAKEN },
		{ .outcome = REMARK_TAKEN } };
	struct remark_totals totals;

	(void)state;
	remark_totals(list, 3, &totals);
	assert_int_equal(totals.count, 3);
	assert_int_equal(totals.by_outcome[REMARK_TAKEN], 2);
	assert_int_equal(totals.by_outcome[REMARK_NOT_TAKEN], 0);
}

/* ---- texts ---- */

static void
texts_of_lines_have_the_room_of_their_forms(void **state)
{
	static char line[KEPT_LINE_SIZE + 1], lines[KEPT_LINES_SIZE + 1];
	struct adoption_step step = new_step(ADOPTION_OTHER, line);
	struct risk risk = new_risk(lines);
	struct remark remark = {
		.author = line, .place = line, .text = lines, .made_on = "", .answer = ""
	};

	(void)state;
	memset(line, 'x', KEPT_LINE_SIZE);
	memset(lines, 'x', KEPT_LINES_SIZE);
	assert_int_equal(adoption_save(f.db, 1, task_fixture_rev(&f), &step, &f.err), -1);
	assert_int_equal(f.err.field, ADOPTION_FIELD_NAME);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(risk_save(f.db, 1, task_fixture_rev(&f), &risk, &f.err), -1);
	assert_int_equal(f.err.field, RISK_FIELD_TEXT);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(remark_save(f.db, 1, task_fixture_rev(&f), &remark, &f.err), -1);
	assert_int_equal(f.err.field, REMARK_FIELD_AUTHOR);
	assert_string_equal(
		f.err.text, "Whose remark it is: the text is too long by 1 character. Shorten it.");
	assert_code(f.err, ERROR_INPUT);
	line[KEPT_LINE_SIZE - 1] = '\0';
	assert_int_equal(remark_save(f.db, 1, task_fixture_rev(&f), &remark, &f.err), -1);
	assert_int_equal(f.err.field, REMARK_FIELD_TEXT);
	assert_code(f.err, ERROR_INPUT);
	lines[KEPT_LINES_SIZE - 1] = '\0';
	assert_done(adoption_save(f.db, 1, task_fixture_rev(&f), &step, &f.err), f.err);
	assert_done(risk_save(f.db, 1, task_fixture_rev(&f), &risk, &f.err), f.err);
	assert_done(remark_save(f.db, 1, task_fixture_rev(&f), &remark, &f.err), f.err);
	assert_done(remark_load(f.db, 1, 1, &f.arena, &remark, &f.err), f.err);
	assert_string_equal(remark.text, lines);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_risk_comes_back_with_the_name_of_its_task),
		TEST(risks_are_graded_by_likelihood_times_effect),
		TEST(of_two_risks_with_the_same_words_the_one_at_its_place_is_found),
		TEST(a_risk_deleted_before_another_was_read_is_not_taken_for_it),
		TEST(a_high_risk_needs_a_response_and_grades_have_their_limits),
		TEST(lines_move_and_close_up_when_one_is_deleted),
		TEST(what_is_kept_of_a_line_goes_where_the_line_goes),
		TEST(a_line_is_not_written_over_a_colleagues_change),
		TEST(a_new_line_stands_beside_what_colleagues_wrote),
		TEST(the_usual_steps_follow_those_that_are_there_without_doubling_them),
		TEST(a_policy_needs_fewer_steps_than_a_strategy),
		TEST(a_step_cannot_be_done_on_a_day_to_come),
		TEST(a_remark_that_is_not_taken_needs_a_reason),
		TEST(remarks_are_counted_by_what_became_of_them),
		TEST(texts_of_lines_have_the_room_of_their_forms),
	};

	i18n_start("en");
	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
