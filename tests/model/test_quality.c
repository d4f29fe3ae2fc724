/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What second keying says about quality, and damage that the check of the database sees. */
#include "config.h"

#include "differences_fixture.h"

#include "model/check.h"
#include "model/keying/sitting.h"
#include "model/surveys/wave.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void
what_double_keying_leaves_follows_from_what_it_found(void **state)
{
	(void)state;
	/* Kawado (2003): 0.34 % wrong in all, of which 88.3 % are found. */
	assert_true(fabs(quality_left(0.34 * 0.883) - 0.34 * 0.117) < 1e-9);
	assert_true(quality_left(0) < 1e-12);
}

static void
wilsons_interval_is_as_published(void **state)
{
	double low, high;

	(void)state;
	/* Newcombe (1998), table I: 81/263, 15/148, 0/20, 1/29. */
	quality_interval(81, 263, &low, &high);
	assert_true(fabs(low - 25.53) < 0.01 && fabs(high - 36.62) < 0.01);
	quality_interval(15, 148, &low, &high);
	assert_true(fabs(low - 6.24) < 0.01 && fabs(high - 16.05) < 0.01);
	quality_interval(0, 20, &low, &high);
	assert_true(low < 1e-12 && fabs(high - 16.11) < 0.01);
	quality_interval(1, 29, &low, &high);
	assert_true(fabs(low - 0.61) < 0.01 && fabs(high - 17.18) < 0.01);
	quality_interval(0, 0, &low, &high);
	assert_true(low < 1e-12 && high > 99.9);
}

static void
quality_counts_agree_however_they_are_grouped(void **state)
{
	static const enum quality_by ways[] = { QUALITY_QUESTION, QUALITY_BATCH, QUALITY_KEYER };
	struct forms *f = *state;
	struct difference *d;
	int64_t compared;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 107, READING_FIRST, &f->jan, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	twice_key(f, 107, READING_SECOND, &f->anna, PAPER, 0);
	d = twice_list(f, true, 2);
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), 0);
	compared = forms_number(f, "SELECT sum(compared) FROM reading");
	assert_true(compared > 20);
	for (int w = 0; w < 3; w++) {
		struct quality_row *rows, sum = { 0 };
		int count;

		assert_int_equal(quality_report(f->db, f->wave, ways[w], 0, &f->arena, &rows, &count,
					 &f->err),
			0);
		for (int i = 0; i < count; i++) {
			sum.fields += rows[i].fields;
			sum.differing += rows[i].differing;
			sum.second_wrong += rows[i].second_wrong;
			sum.open += rows[i].open;
		}
		/* Each field was keyed by two people, and one of them had it wrong. */
		assert_int_equal(sum.fields, ways[w] == QUALITY_KEYER ? 2 * compared : compared);
		assert_int_equal(sum.differing, ways[w] == QUALITY_KEYER ? 1 : 2);
		assert_int_equal(sum.second_wrong, 1);
		assert_int_equal(sum.open, ways[w] == QUALITY_KEYER ? 2 : 1);
	}
}

static void
figures_of_people_are_for_coordinators_and_for_themselves(void **state)
{
	struct forms *f = *state;
	struct sitting s = { .wave = f->wave, .batch = f->batch, .keyer = f->anna };
	struct operator_row *rows;
	struct quality_row *quality;
	int count;

	forms_sql(f, "INSERT INTO person (uid, login, role, created_at) "
		     "VALUES (hex(randomblob(16)), 'piotr', 'clerk', '2026-01-01T00:00:00Z')");
	forms_sql(f, "UPDATE operator SET person_id = 1 WHERE id = 1; UPDATE operator SET "
		     "person_id = (SELECT id FROM person WHERE login = 'piotr') WHERE id = 2");
	assert_int_equal(sitting_start(f->db, &s, &f->err), 0);
	s.keyer = f->jan;
	assert_int_equal(sitting_start(f->db, &s, &f->err), 0);
	s.forms = 1;
	s.keys = 60;
	assert_int_equal(sitting_save(f->db, &s, &f->err), 0);
	forms_sql(f, "UPDATE sitting SET started_at = '2026-01-30T00:00:00Z', "
		     "ended_at = '2026-01-30T01:00:00Z', paused = 600");
	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(twice_settle(f, twice_list(f, true, 2), &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	assert_int_equal(operator_report(f->db, f->wave, 0, &f->arena, &rows, &count, &f->err), 0);
	assert_int_equal(count, 2);
	assert_string_equal(rows[0].initials, "AN");
	assert_int_equal(rows[0].wrong, 1);
	assert_int_equal(rows[1].wrong, 0);
	assert_int_equal(rows[1].compared, rows[0].compared);
	assert_int_equal(rows[0].seconds, 3000);
	assert_int_equal(rows[1].seconds, 0);
	forms_sql(f, "UPDATE wave SET speed_from = '2026-01-01'");
	assert_int_equal(operator_report(f->db, f->wave, 2, &f->arena, &rows, &count, &f->err), 0);
	assert_int_equal(rows[0].seconds, 3000);
	forms_sql(f, "UPDATE wave SET speed_from = '2027-01-01'; UPDATE person SET role = 'clerk'");
	if (operator_report(f->db, f->wave, 0, &f->arena, &rows, &count, &f->err) < 0)
		fail_msg("%s", f->err.text);
	assert_int_equal(count, 1);
	assert_int_equal(rows[0].operator_id, 1);
	assert_int_equal(operator_report(f->db, f->wave, 2, &f->arena, &rows, &count, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	error_clear(&f->err);
	assert_int_equal(
		quality_report(f->db, f->wave, QUALITY_KEYER, 2, &f->arena, &quality, &count, &f->err),
		-1);
	error_clear(&f->err);
	assert_int_equal(
		quality_report(f->db, f->wave, QUALITY_KEYER, 0, &f->arena, &quality, &count, &f->err),
		0);
	assert_int_equal(count, 1);
	assert_string_equal(quality[0].key, "AN");
}

static void
mistakes_are_told_by_whom_made_them_and_forms_counted_once(void **state)
{
	struct forms *f = *state;
	struct sitting s = { .wave = f->wave, .batch = f->batch, .keyer = f->anna };
	struct operator_row *operators;
	struct quality_row *rows;
	struct difference *d;
	int count;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = twice_list(f, true, 2);
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	assert_int_equal(twice_settle(f, &d[1], &f->ewa, "first", NULL, SETTLED_THIRD), 0);
	assert_int_equal(quality_report(f->db, f->wave, QUALITY_KEYER, 0, &f->arena, &rows, &count,
				 &f->err), 0);
	assert_int_equal(count, 2);
	assert_string_equal(rows[0].key, "AN");
	assert_int_equal(rows[0].differing, 1);
	assert_int_equal(rows[0].first_wrong, 1);
	assert_int_equal(rows[0].second_wrong, 0);
	assert_string_equal(rows[1].key, "JK");
	assert_int_equal(rows[1].differing, 1);
	assert_int_equal(rows[1].first_wrong, 0);
	assert_int_equal(rows[1].second_wrong, 1);
	/* A correction is no form more. */
	assert_int_equal(sitting_start(f->db, &s, &f->err), 0);
	s.forms = 1;
	assert_int_equal(sitting_save(f->db, &s, &f->err), 0);
	s.mode = READING_CORRECTION;
	assert_int_equal(sitting_start(f->db, &s, &f->err), 0);
	assert_int_equal(sitting_save(f->db, &s, &f->err), 0);
	assert_int_equal(
		operator_report(f->db, f->wave, 0, &f->arena, &operators, &count, &f->err), 0);
	assert_int_equal(operators[0].forms, 1);
	/* On a shared account of a clerk: who was declared sees their own. */
	forms_sql(f, "UPDATE person SET role = 'clerk'");
	assert_int_equal(quality_report(f->db, f->wave, QUALITY_KEYER, f->jan.id, &f->arena, &rows,
				 &count, &f->err), 0);
	assert_int_equal(count, 1);
	assert_string_equal(rows[0].key, "JK");
	assert_int_equal(operator_report(f->db, f->wave, f->anna.id, &f->arena, &operators, &count,
				 &f->err), 0);
	assert_int_equal(count, 1);
}

static void
whose_reading_it_was_is_told_to_coordinators_and_to_the_reader(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	forms_sql(f, "UPDATE person SET role = 'clerk'; UPDATE operator SET person_id = 1 WHERE id = 2");
	d = twice_list(f, true, 2);
	assert_string_equal(d[0].first_keyer, "");
	assert_string_equal(d[0].second_keyer, "JK");
	forms_sql(f, "UPDATE operator SET person_id = NULL");
	d = twice_list(f, true, 2);
	assert_string_equal(d[0].first_keyer, "");
	assert_string_equal(d[0].second_keyer, "");
	forms_sql(f, "UPDATE person SET role = 'coordinator'");
	d = twice_list(f, true, 2);
	assert_string_equal(d[0].first_keyer, "AN");
	assert_string_equal(d[0].second_keyer, "JK");
}

static void
an_erased_keyer_leaves_figures_under_nobody(void **state)
{
	struct forms *f = *state;
	struct quality_row *rows;
	int count;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	forms_sql(f, "DELETE FROM reading_keyer");
	assert_string_equal(twice_list(f, true, 2)[0].first_keyer, "");
	assert_string_equal(twice_form(f, 102).keyer, "");
	assert_int_equal(
		quality_report(f->db, f->wave, QUALITY_KEYER, 0, &f->arena, &rows, &count, &f->err), 0);
	assert_int_equal(count, 1);
	assert_string_equal(rows[0].key, "");
}

static int
faults(struct forms *f)
{
	int found = -1;

	assert_int_equal(check_forms(f->db, twice_tell, NULL, &found, &f->err), 0);
	return found;
}

static void
a_damaged_form_is_told_of(void **state)
{
	static const struct {
		const char *damage, *repair;
	} table[] = {
		{ "DELETE FROM answer WHERE form_id = 1 AND reading = 1 AND value = '1970'", NULL },
		{ "UPDATE form SET state = 'waiting' WHERE id = 1",
			"UPDATE form SET state = 'keyed' WHERE id = 1" },
		{ "UPDATE form SET state = 'keyed' WHERE id = 4",
			"UPDATE form SET state = 'waiting' WHERE id = 4" },
		{ "UPDATE form SET state = 'keying' WHERE id = 4",
			"UPDATE form SET state = 'waiting' WHERE id = 4" },
		{ "UPDATE form SET second = 'done' WHERE id = 2",
			"UPDATE form SET second = 'differs' WHERE id = 2" },
		{ "UPDATE form SET second = 'differs' WHERE id = 1",
			"UPDATE form SET second = 'none' WHERE id = 1" },
		{ "UPDATE form SET second = 'chosen' WHERE id = 4",
			"UPDATE form SET second = 'none' WHERE id = 4" },
		{ "UPDATE form SET number = 500 WHERE id = 4",
			"UPDATE form SET number = 104 WHERE id = 4" },
		{ "UPDATE form SET held_by = 1 WHERE id = 1",
			"UPDATE form SET held_by = NULL WHERE id = 1" },
		{ "UPDATE answer SET missing = 'lost' WHERE form_id = 2 AND reading = 1 AND missing = 'off_route'",
			"UPDATE answer SET missing = 'off_route' WHERE missing = 'lost'" },
		{ "INSERT INTO answer VALUES (4, 7, 1, 1, 'x', '', 0)",
			"DELETE FROM answer WHERE reading = 7" },
		{ "UPDATE difference SET outcome = 'third' WHERE form_id = 2 AND outcome = 'open' "
		  "AND question_id = (SELECT max(question_id) FROM difference)",
			"UPDATE difference SET outcome = 'open' WHERE outcome = 'third'" },
		{ "UPDATE form_count SET forms = forms + 1 WHERE state = 'waiting'",
			"UPDATE form_count SET forms = forms - 1 WHERE state = 'waiting'" },
	};
	struct forms *f = *state;

	for (int number = 101; number <= 102; number++)
		twice_key(f, number, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(faults(f), 0);
	for (size_t i = sizeof(table) / sizeof(table[0]); i-- > 0;) {
		forms_sql(f, "%s", table[i].damage);
		if (faults(f) < 1)
			fail_msg("not seen: %s", table[i].damage);
		if (table[i].repair)
			forms_sql(f, "%s", table[i].repair);
	}
	forms_sql(f, "UPDATE reading SET answers = answers - 1 WHERE form_id = 1");
	assert_int_equal(faults(f), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, twice_open, twice_close)
		cmocka_unit_test(what_double_keying_leaves_follows_from_what_it_found),
		cmocka_unit_test(wilsons_interval_is_as_published),
		TEST(quality_counts_agree_however_they_are_grouped),
		TEST(figures_of_people_are_for_coordinators_and_for_themselves),
		TEST(mistakes_are_told_by_whom_made_them_and_forms_counted_once),
		TEST(whose_reading_it_was_is_told_to_coordinators_and_to_the_reader),
		TEST(an_erased_keyer_leaves_figures_under_nobody),
		TEST(a_damaged_form_is_told_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
