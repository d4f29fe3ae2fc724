/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open answers gathered, coded, merged, and every act taken back. */
#include "forms_fixture.h"

#include "config.h"

#include "model/surveys/open_code.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct coding {
	struct forms f;
	struct open_text *texts;
	struct open_code *codes;
	int text_count, code_count;
	int64_t question;
};

static void
again(struct coding *c)
{
	assert_int_equal(open_text_list(c->f.db, 1, c->question, &c->f.arena, &c->texts,
		&c->text_count, &c->f.err), 0);
	assert_int_equal(open_code_list(c->f.db, 1, "comments", &c->f.arena, &c->codes,
		&c->code_count, &c->f.err), 0);
}

static int
open_coding(void **state)
{
	static const char *const answers[] = { "comments=Więcej ławek", "comments=więcej ławek!",
		"comments=Park", "comments=!no_answer", "comments=żłobek" };
	struct coding *c = calloc(1, sizeof *c);

	if (!c || forms_open(&c->f, NULL) < 0)
		return -1;
	c->question = c->f.q.questions[forms_question(&c->f, "comments")].id;
	for (int i = 0; i < 5; i++)
		if (forms_key(&c->f, 101 + i, READING_FIRST, &c->f.anna, answers[i], NULL) < 0)
			return -1;
	*state = c;
	return 0;
}

static int
close_coding(void **state)
{
	struct coding *c = *state;

	forms_close(&c->f);
	free(c);
	return 0;
}

static void
equal_answers_stand_together_whatever_their_case_and_signs(void **state)
{
	struct coding *c = *state;

	again(c);
	assert_int_equal(c->text_count, 3);
	assert_string_equal(c->texts[0].text, "Park");
	assert_string_equal(c->texts[1].text, "Więcej ławek");
	assert_int_equal(c->texts[1].count, 2);
	assert_string_equal(c->texts[2].text, "żłobek");
	assert_int_equal(c->code_count, 0);
}

/* However long they are: only what is the same to its end is one text. */
static void
long_answers_that_differ_at_their_end_stand_apart(void **state)
{
	struct coding *c = *state;

	forms_sql(&c->f,
		"UPDATE answer SET value = replace(hex(zeroblob(2000)), '00', 'ta k') "
		"|| iif(form_id = (SELECT id FROM form WHERE number = 103), ' tu', ' tam') "
		"WHERE value <> '' AND form_id IN (SELECT id FROM form "
		"WHERE number IN (101, 103)) AND question_id = %lld",
		(long long)c->question);
	again(c);
	assert_int_equal(c->text_count, 4);
	assert_int_equal(c->texts[0].count, 1);
	assert_int_equal(c->texts[1].count, 1);
	assert_non_null(strstr(c->texts[0].text, " tam"));
	assert_non_null(strstr(c->texts[1].text, " tu"));
}

static int64_t
add(struct coding *c, const char *label)
{
	int64_t id;

	assert_int_equal(open_code_add(c->f.db, 1, "comments", label, &id, &c->f.err), 0);
	return id;
}

static void
a_category_that_no_answer_has_can_be_deleted(void **state)
{
	struct coding *c = *state;
	int64_t codes[2] = { add(c, "Zieleń"), add(c, "Meble miejskie") };
	struct open_step given, step;

	again(c);
	assert_int_equal(open_code_assign(
		c->f.db, &c->texts[1], codes, 1, &c->f.arena, &given, &c->f.err), 0);
	again(c);
	assert_int_equal(open_code_drop(c->f.db, &c->codes[0], &c->f.arena, &step, &c->f.err), -1);
	assert_non_null(strstr(c->f.err.text, "Zieleń"));
	error_clear(&c->f.err);
	assert_int_equal(open_code_drop(c->f.db, &c->codes[1], &c->f.arena, &step, &c->f.err), 0);
	again(c);
	assert_int_equal(c->code_count, 1);
	assert_int_equal(open_code_undo(c->f.db, &step, &c->f.err), 0);
	again(c);
	assert_int_equal(c->code_count, 2);
	assert_string_equal(c->codes[1].label, "Meble miejskie");
}

static void
codes_are_given_to_all_answers_of_a_text_and_taken_back(void **state)
{
	struct coding *c = *state;
	int64_t codes[2] = { add(c, "Zieleń"), add(c, "Meble miejskie") };
	struct open_step steps[2];

	again(c);
	assert_int_equal(open_code_assign(
		c->f.db, &c->texts[1], codes, 2, &c->f.arena, &steps[0], &c->f.err), 0);
	again(c);
	assert_int_equal(c->texts[1].code_count, 2);
	assert_int_equal(c->codes[0].answers, 2);
	assert_int_equal(open_code_assign(
		c->f.db, &c->texts[1], codes + 1, 1, &c->f.arena, &steps[1], &c->f.err), 0);
	again(c);
	assert_int_equal(c->codes[0].answers, 0);
	assert_int_equal(open_code_undo(c->f.db, &steps[1], &c->f.err), 0);
	again(c);
	assert_int_equal(c->codes[0].answers, 2);
	assert_int_equal(open_code_undo(c->f.db, &steps[0], &c->f.err), 0);
	again(c);
	assert_int_equal(c->texts[1].code_count, 0);
	assert_int_equal(forms_number(&c->f, "SELECT count(*) FROM answer_code"), 0);
}

static void
a_text_written_again_since_takes_the_codes_of_the_others(void **state)
{
	struct coding *c = *state;
	int64_t codes[2] = { add(c, "Zieleń"), add(c, "Meble miejskie") };
	struct open_step steps[2];

	again(c);
	open_code_assign(c->f.db, &c->texts[0], codes, 1, &c->f.arena, &steps[0], &c->f.err);
	assert_int_equal(forms_key(&c->f, 106, READING_FIRST, &c->f.anna, "comments=park", NULL), 0);
	again(c);
	assert_int_equal(c->texts[0].count, 2);
	assert_int_equal(c->texts[0].coded, 1);
	assert_true(c->texts[0].mixed);
	assert_int_equal(c->texts[0].code_count, 1);
	assert_int_equal(open_code_assign(
		c->f.db, &c->texts[0], codes, 1, &c->f.arena, &steps[0], &c->f.err), 0);
	again(c);
	assert_false(c->texts[0].mixed);
	assert_int_equal(c->codes[0].answers, 2);
	assert_int_equal(open_code_undo(c->f.db, &steps[0], &c->f.err), 0);
	again(c);
	assert_int_equal(c->codes[0].answers, 1); /* the one that was coded before */
	assert_int_equal(open_code_assign(
		c->f.db, &c->texts[0], codes + 1, 1, &c->f.arena, &steps[1], &c->f.err), 0);
	again(c);
	assert_int_equal(c->codes[0].answers, 0);
	assert_int_equal(c->codes[1].answers, 2);
}

static void
answers_of_an_older_version_are_coded_with_those_of_the_newer(void **state)
{
	struct coding *c = *state;
	struct questionnaire next;
	int64_t code = add(c, "Zieleń");
	struct open_step step;
	struct form *found;
	int count;

	assert_int_equal(questionnaire_load(c->f.db, "trial", 0, &c->f.arena, &next, &c->f.err), 0);
	next.questions[question_by_name(&next, "street")].choice_filter = "";
	assert_int_equal(questionnaire_save(c->f.db, &next, &c->f.err), 0);
	assert_int_equal(
		questionnaire_publish(c->f.db, next.version_id, next.version_rev, &c->f.err), 0);
	assert_int_equal(
		questionnaire_load(c->f.db, "trial", 0, &c->f.arena, &next, &c->f.err), 0);
	assert_true(next.version_id != c->f.q.version_id);
	c->question = next.questions[question_by_name(&next, "comments")].id;
	again(c);
	assert_int_equal(c->text_count, 3);
	assert_int_equal(open_code_assign(
		c->f.db, &c->texts[0], &code, 1, &c->f.arena, &step, &c->f.err), 0);
	again(c);
	assert_int_equal(c->codes[0].answers, 1);
	assert_int_equal(c->texts[0].coded, 1);
	assert_int_equal(form_find(c->f.db, 1, c->question, "park", &c->f.arena, &found, &count,
		&c->f.err), 0);
	assert_int_equal(count, 1);
}

static void
merged_categories_share_their_answers_and_part_again(void **state)
{
	struct coding *c = *state;
	int64_t codes[2] = { add(c, "Parki"), add(c, "Zieleń") };
	struct open_step step;

	again(c);
	open_code_assign(c->f.db, &c->texts[0], codes, 1, &c->f.arena, &step, &c->f.err);
	open_code_assign(c->f.db, &c->texts[1], codes, 2, &c->f.arena, &step, &c->f.err);
	again(c);
	assert_int_equal(open_code_merge(
		c->f.db, &c->codes[0], &c->codes[1], &c->f.arena, &step, &c->f.err), 0);
	again(c);
	assert_int_equal(c->code_count, 1);
	assert_int_equal(c->codes[0].answers, 3);
	assert_int_equal(open_code_undo(c->f.db, &step, &c->f.err), 0);
	again(c);
	assert_int_equal(c->code_count, 2);
	assert_int_equal(c->codes[0].answers, 3);
	assert_int_equal(c->codes[1].answers, 2);
	assert_int_equal(open_code_merge(
		c->f.db, &c->codes[0], &c->codes[0], &c->f.arena, &step, &c->f.err), -1);
}

static void
a_category_is_renamed_and_two_of_one_name_are_refused(void **state)
{
	struct coding *c = *state;
	struct open_step step;
	int64_t id;

	add(c, "Zieleń");
	assert_int_equal(open_code_add(c->f.db, 1, "comments", "zielen", &id, &c->f.err), -1);
	assert_non_null(strstr(c->f.err.text, "“Zieleń” already, number 1"));
	error_clear(&c->f.err);
	assert_int_equal(open_code_add(c->f.db, 1, "comments", "  ", &id, &c->f.err), -1);
	error_clear(&c->f.err);
	again(c);
	assert_int_equal(open_code_rename(
		c->f.db, &c->codes[0], "Parki", &c->f.arena, &step, &c->f.err), 0);
	again(c);
	assert_string_equal(c->codes[0].label, "Parki");
	assert_int_equal(open_code_undo(c->f.db, &step, &c->f.err), 0);
	again(c);
	assert_string_equal(c->codes[0].label, "Zieleń");
	add(c, "Parki");
	again(c);
	assert_int_equal(open_code_rename(
		c->f.db, &c->codes[0], "PARKI", &c->f.arena, &step, &c->f.err), -1);
	assert_non_null(strstr(c->f.err.text, "“Parki” already, number 2"));
	error_clear(&c->f.err);
	assert_int_equal(open_code_rename(
		c->f.db, &c->codes[0], "ZIELEŃ", &c->f.arena, &step, &c->f.err), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_coding, close_coding)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(equal_answers_stand_together_whatever_their_case_and_signs),
		TEST(long_answers_that_differ_at_their_end_stand_apart),
		TEST(a_category_that_no_answer_has_can_be_deleted),
		TEST(codes_are_given_to_all_answers_of_a_text_and_taken_back),
		TEST(a_text_written_again_since_takes_the_codes_of_the_others),
		TEST(answers_of_an_older_version_are_coded_with_those_of_the_newer),
		TEST(merged_categories_share_their_answers_and_part_again),
		TEST(a_category_is_renamed_and_two_of_one_name_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
