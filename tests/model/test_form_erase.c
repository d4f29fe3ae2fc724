/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is erased of forms when the time of their wave is over. */
#include "config.h"

#include "form_steps.h"

#include "model/keying/sitting.h"
#include "model/surveys/wave.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void
nothing_about_people_comes_into_an_erased_wave(void **state)
{
	struct forms *f = *state;
	struct answer_change change = { .answer = { forms_question(f, "comments"), 1, "sąsiad",
						MISSING_NONE, 0 } };
	int64_t question = f->q.questions[forms_question(f, "comments")].id;
	struct reading r, half;

	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "sex=male", NULL), 0);
	assert_int_equal(forms_reading(f, 103, READING_FIRST, &f->anna, false, &half), 0);
	forms_sql(f, "UPDATE wave SET erased_at = '2026-01-30T00:00:00Z'; UPDATE form SET held_by = NULL");
	assert_int_equal(forms_reading(f, 104, READING_FIRST, &f->anna, false, &r), -1);
	assert_non_null(strstr(f->err.text, "erased"));
#define REFUSED(call) \
	error_clear(&f->err); \
	assert_int_equal(call, -1); \
	assert_int_equal(f->err.code, ERROR_INPUT)
	REFUSED(form_correct(f->db, forms_now(f, 1), &f->jan, &f->q, &change, 1, "pomyłka", &f->err));
	REFUSED(form_set_note(f->db, forms_now(f, 1), "koperta", &f->err));
	REFUSED(remark_set(f->db, forms_now(f, 1), question, 1, "skreślone", &f->err));
	assert_int_equal(forms_put(f, &half, "comments", "sąsiad", ""), -1);
}

static void
the_sitting_of_an_erased_keyer_counts_for_nobody(void **state)
{
	struct forms *f = *state;
	struct sitting old = { .wave = f->wave, .batch = f->batch, .keyer = f->anna, .forms = 7 };
	struct sitting new = { .wave = f->wave, .batch = f->batch, .keyer = f->jan };

	assert_int_equal(sitting_start(f->db, &old, &f->err), 0);
	assert_int_equal(operator_erase(f->db, f->anna.id, &f->err), 0);
	assert_int_equal(sitting_start(f->db, &new, &f->err), 0);
	assert_int_equal(sitting_save(f->db, &old, &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT sum(forms) FROM sitting"), 0);
}

/* As closing leaves it, whatever the test had in keying. */
static void
close_all(struct forms *f)
{
	forms_sql(f, "UPDATE form SET state = 'empty' WHERE state = 'waiting';"
		     "UPDATE batch SET closed_at = '2026-01-30T12:00:00Z';"
		     "UPDATE wave SET closed_at = '2026-01-30T12:00:00Z', keep_until = '2020-01-01'");
}

static void
an_open_wave_is_not_erased(void **state)
{
	struct forms *f = *state;
	struct reading half;

	forms_sql(f, "UPDATE wave SET keep_until = '2020-01-01'");
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &half), 0);
	assert_int_equal(forms_put(f, &half, "sex", "male", "born"), 0);
	assert_int_equal(wave_erase(f->db, forms_wave(f), &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	assert_non_null(strstr(f->err.text, "s-26"));
	assert_non_null(strstr(f->err.text, "lose"));
	assert_int_equal(forms_number(f, "SELECT count(*) FROM reading_keyer"), 1);
	error_clear(&f->err);
	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "sex=male", NULL), 0);
	close_all(f);
	assert_int_equal(wave_erase(f->db, forms_wave(f), &f->err), 0);
}

/* Nothing that could name a respondent, or tell who keyed which form. */
static void
erasing_leaves_no_text_and_no_way_to_the_keyer(void **state)
{
	struct forms *f = *state;
	struct answer_change change = { .answer = { forms_question(f, "born"), 1, "1980",
						MISSING_NONE, 0 } };
	int64_t question = f->q.questions[forms_question(f, "comments")].id;

	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna,
				 "sex=male|born=1970|comments=Kowalczyk spod 7|transport=other|"
				 "transport_other=Kowalczyk wozi", NULL),
		0);
	forms_sql(f, "UPDATE question SET calculation = 'concat(${comments}, 1)' WHERE name = 'decade';"
		     "UPDATE answer SET value = 'Kowalczyk spod 71' WHERE question_id = "
		     "(SELECT id FROM question WHERE name = 'decade')");
	assert_int_equal(form_correct(f->db, forms_now(f, 1), &f->jan, &f->q, &change, 1, "Kowalczyk dzwonił", &f->err),
		0);
	assert_int_equal(remark_set(f->db, forms_now(f, 1), question, 1, "pismo Kowalczyka", &f->err), 0);
	assert_int_equal(form_set_note(f->db, forms_now(f, 1), "od Kowalczyka", &f->err), 0);
	assert_int_equal(forms_key(f, 103, READING_FIRST, &f->anna, "comments=Kowalczyk", NULL), 0);
	assert_int_equal(form_set_state(f->db, forms_now(f, 4), FORM_SPOILT, "Kowalczyk zalał", &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM audit WHERE summary LIKE '%10_%' OR "
					 "entity = 'form' OR (action LIKE 'form.%' AND "
					 "(entity, entity_id) IS NOT ('batch', '1'))"),
		0);
	forms_sql(f, "UPDATE batch SET received_from = 'Kowalczyk', received_by = 'Kowalczyk', "
		     "lent_to = 'Kowalczyk'");
	forms_sql(f, "INSERT INTO answer_mapping VALUES (1, 'label', 'transport', 'Kowalczyk', '')");
	close_all(f);
	assert_int_equal(wave_erase(f->db, forms_wave(f), &f->err), 0);
#define NONE(sql) assert_int_equal(forms_number(f, "SELECT count(*) FROM " sql), 0)
	NONE("answer WHERE value LIKE '%Kowalczyk%'");
	NONE("reading WHERE reason <> '' OR started_at NOT LIKE '%T00:00:00Z' OR "
	     "finished_at NOT LIKE '%T00:00:00Z'");
	NONE("form WHERE note <> '' OR reason <> '' OR held_by IS NOT NULL");
	NONE("batch WHERE received_from <> '' OR received_by <> '' OR lent_to <> ''");
	NONE("remark");
	NONE("reading_keyer");
	NONE("sitting");
	NONE("answer_mapping WHERE kind = 'label'");
	assert_string_equal(forms_settled(f, 101, "born")->value, "1980");
	assert_string_equal(forms_settled(f, 101, "age")->value, "56");
	assert_string_equal(forms_settled(f, 101, "transport")->value, "other");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, forms_set_up, forms_tear_down)
		TEST(nothing_about_people_comes_into_an_erased_wave),
		TEST(the_sitting_of_an_erased_keyer_counts_for_nobody),
		TEST(an_open_wave_is_not_erased),
		TEST(erasing_leaves_no_text_and_no_way_to_the_keyer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
