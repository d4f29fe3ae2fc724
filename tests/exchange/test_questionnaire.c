/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of a questionnaire: saved, published, copied, dropped; and a draft changed by hand. */
#include "questionnaire_fixture.h"

#include "model/questionnaires/questionnaire_edit.h"

static void
what_is_saved_is_loaded_again(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = fixture_saved(f), again;

	assert_int_equal(q->number, 1);
	assert_true(q->questions[3].id > 0);
	assert_int_equal(questionnaire_load(f->db, "trial", 0, &f->arena, &again, &f->err), 0);
	assert_true(questionnaire_same(q, &again));
	assert_string_equal(again.published_at, "");
	assert_string_equal(again.questions[4].identity, "trial/sex");
	assert_int_equal(again.questions[4].id, q->questions[4].id);
	assert_int_equal(question_by_id(&again, q->questions[4].id), 4);
	assert_int_equal(questionnaire_load(f->db, "other", 0, &f->arena, &again, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_MISSING);
}

static void
a_published_version_is_frozen_and_a_change_makes_the_next(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = fixture_saved(f), again;
	int64_t first = q->version_id, sex = q->questions[4].id;

	assert_int_equal(questionnaire_publish(f->db, first, q->version_rev, &f->err), 0);
	assert_int_equal(questionnaire_load_version(f->db, first, &f->arena, &again, &f->err), 0);
	assert_string_not_equal(again.published_at, "");
	again.questions[4].label.in[0] = "Płeć?";
	assert_int_equal(questionnaire_save(f->db, &again, &f->err), 0);
	assert_int_equal(again.number, 2);
	assert_int_not_equal(again.version_id, first);
	assert_int_not_equal(again.questions[4].id, sex);
	assert_int_equal(questionnaire_load(f->db, "trial", 1, &f->arena, &again, &f->err), 0);
	assert_string_equal(again.questions[4].label.in[0], "Płeć");
	assert_int_equal(again.questions[4].id, sex);
	assert_int_equal(questionnaire_publish(f->db, first, q->version_rev, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
}

static void
what_a_colleague_changed_is_not_published_dropped_or_put_out_of_use(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = fixture_saved(f);
	int64_t rev = q->rev, version_rev = q->version_rev;

	q->title.in[0] = "Ankieta zmieniona";
	assert_int_equal(questionnaire_save(f->db, q, &f->err), 0);
	assert_int_equal(questionnaire_publish(f->db, q->version_id, version_rev, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	assert_int_equal(questionnaire_drop_draft(f->db, q->version_id, version_rev, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	assert_int_equal(questionnaire_retire(f->db, q->id, rev, false, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(questionnaire_retire(f->db, q->id, q->rev, false, &f->err), 0);
}

static void
a_shorter_draft_leaves_no_rows_behind(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = fixture_saved(f), again;
	struct questionnaire_edit e;
	int64_t first = q->questions[0].id;

	questionnaire_edit_start(&e, q, &f->arena);
	assert_int_equal(questionnaire_edit_delete(&e, question_by_name(q, "quality"), &f->err), 0);
	assert_int_equal(questionnaire_edit_move(&e, question_by_name(q, "thanks"), -1),
		q->question_count - 2);
	assert_int_equal(questionnaire_save(f->db, q, &f->err), 0);
	assert_int_equal(questionnaire_load(f->db, "trial", 0, &f->arena, &again, &f->err), 0);
	assert_true(questionnaire_same(q, &again));
	assert_int_equal(again.question_count, 26);
	assert_int_equal(again.questions[0].id, first);
	for (int i = 0; i < again.question_count; i++)
		assert_int_equal(again.questions[i].id, q->questions[i].id);
	/* And longer again. */
	while (questionnaire_edit_undo(&e))
		;
	assert_int_equal(questionnaire_save(f->db, q, &f->err), 0);
	assert_int_equal(questionnaire_load(f->db, "trial", 0, &f->arena, &again, &f->err), 0);
	assert_true(questionnaire_same(q, &again));
	assert_int_equal(again.question_count, 30);
}

static void
a_colleagues_change_is_not_overwritten(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = fixture_saved(f), mine, theirs;

	assert_int_equal(questionnaire_load(f->db, "trial", 0, &f->arena, &mine, &f->err), 0);
	assert_int_equal(questionnaire_load(f->db, "trial", 0, &f->arena, &theirs, &f->err), 0);
	theirs.questions[5].label.in[0] = "Rok";
	assert_int_equal(questionnaire_save(f->db, &theirs, &f->err), 0);
	assert_int_equal(questionnaire_save(f->db, &mine, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	f->err = (struct error){ .code = ERROR_NONE };
	/* A new one under a taken code, and a second draft beside the first. */
	q->id = q->version_id = 0;
	assert_int_equal(questionnaire_save(f->db, q, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	f->err = (struct error){ .code = ERROR_NONE };
	theirs.version_id = 0;
	assert_int_equal(questionnaire_save(f->db, &theirs, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(questionnaire_load(f->db, "trial", 0, &f->arena, &mine, &f->err), 0);
	assert_int_equal(mine.number, 1);
	assert_string_equal(mine.questions[5].label.in[0], "Rok");
}

static void
a_faulty_draft_is_not_published(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = &fixture_trial(f)->q;

	q->questions[8].relevant = "selected(${gone}, 'yes')";
	assert_int_equal(questionnaire_save(f->db, q, &f->err), 0);
	assert_int_equal(questionnaire_publish(f->db, q->version_id, q->version_rev, &f->err), -1);
	assert_string_equal(f->err.text, "The questionnaire has 1 error and was not published: There "
					 "is no question “gone”.");
}

static void
a_copy_asks_the_same_questions(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = fixture_saved(f), copy;
	int64_t id = 0;

	assert_int_equal(questionnaire_copy(f->db, q->version_id, "ours", "Nasza", &id, &f->err), 0);
	assert_int_equal(questionnaire_load(f->db, "ours", 0, &f->arena, &copy, &f->err), 0);
	assert_int_equal(copy.id, id);
	assert_int_equal(copy.copied_from, q->version_id);
	assert_string_equal(copy.title.in[0], "Nasza");
	assert_string_equal(questionnaire_text(&copy, &copy.title, 1), "Nasza");
	assert_string_equal(copy.questions[4].identity, "trial/sex");
	assert_int_equal(questionnaire_copy(f->db, q->version_id, "trial", NULL, &id, &f->err), -1);
	/* Files carry the identity on, where it is not the row's own. */
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(xlsform_write_folder(&copy, f->folder, false, &f->err), 0);
	assert_int_equal(xlsform_read(f->folder, &f->arena, &f->form, &f->err), 0);
	assert_string_equal(f->form.q.questions[4].identity, "trial/sex");
}

static void
a_second_file_makes_the_next_draft_or_nothing(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = fixture_saved(f);
	int version;
	bool same;

	assert_int_equal(questionnaire_publish(f->db, q->version_id, q->version_rev, &f->err), 0);
	q = &fixture_trial(f)->q;
	assert_int_equal(questionnaire_adopt(f->db, q, &f->arena, &version, &same, &f->err), 0);
	assert_int_equal(version, 1);
	assert_true(same);
	q = &fixture_trial(f)->q;
	q->questions[5].label.in[1] = "Born in";
	assert_int_equal(questionnaire_adopt(f->db, q, &f->arena, &version, &same, &f->err), 0);
	assert_false(same);
	assert_int_equal(questionnaire_save(f->db, q, &f->err), 0);
	assert_int_equal(q->number, 2);
	/* The draft is changed, not doubled. */
	q = &fixture_trial(f)->q;
	q->questions[5].label.in[1] = "Year";
	assert_int_equal(questionnaire_adopt(f->db, q, &f->arena, &version, &same, &f->err), 0);
	assert_int_equal(version, 2);
	assert_int_equal(questionnaire_save(f->db, q, &f->err), 0);
	assert_int_equal(q->number, 2);
}

static void
a_draft_is_dropped_and_a_questionnaire_goes_out_of_use(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = fixture_saved(f), again;
	struct questionnaire_entry *list;
	int64_t first = q->version_id;
	int count;

	assert_int_equal(questionnaire_publish(f->db, first, q->version_rev, &f->err), 0);
	assert_int_equal(questionnaire_load(f->db, "trial", 0, &f->arena, &again, &f->err), 0);
	assert_int_equal(questionnaire_save(f->db, &again, &f->err), 0);
	assert_int_equal(questionnaire_list(f->db, &f->arena, &list, &count, &f->err), 0);
	assert_int_equal(count, 1);
	assert_true(list[0].draft);
	assert_int_equal(list[0].version, 2);
	assert_int_equal(list[0].versions, 2);
	assert_int_equal(list[0].languages, 2);
	assert_int_equal(list[0].questions, 21);
	assert_string_equal(list[0].title, "Ankieta próbna");
	assert_int_equal(
		questionnaire_drop_draft(f->db, again.version_id, again.version_rev, &f->err), 0);
	assert_int_equal(questionnaire_drop_draft(f->db, first, 1, &f->err), -1);
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(questionnaire_retire(f->db, again.id, again.rev, false, &f->err), 0);
	assert_int_equal(questionnaire_list(f->db, &f->arena, &list, &count, &f->err), 0);
	assert_int_equal(count, 0);
	assert_int_equal(questionnaire_retire(f->db, again.id, again.rev + 1, false, &f->err), -1);
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(questionnaire_retire(f->db, again.id, again.rev + 1, true, &f->err), 0);
	assert_int_equal(questionnaire_load(f->db, "trial", 0, &f->arena, &again, &f->err), 0);
	assert_int_equal(again.number, 1);
	/* The only draft takes its questionnaire along. */
	q->id = q->version_id = 0;
	q->code = "brief";
	assert_int_equal(questionnaire_save(f->db, q, &f->err), 0);
	assert_int_equal(
		questionnaire_drop_draft(f->db, q->version_id, q->version_rev, &f->err), 0);
	assert_int_equal(questionnaire_load(f->db, "brief", 0, &f->arena, &again, &f->err), -1);
}

/* ---- the draft in the hand ---- */

static void
assert_sound(const struct questionnaire *q)
{
	for (int i = 0; i < q->question_count; i++) {
		int parent = q->questions[i].parent;

		assert_true(parent < i);
		if (parent >= 0)
			assert_true(q->questions[parent].type == QUESTION_GROUP ||
				    q->questions[parent].type == QUESTION_REPEAT);
		/* What a group holds stands directly behind it. */
		if (i > 0 && parent != i - 1) {
			int up = i - 1;

			while (up >= 0 && q->questions[up].parent != parent)
				up = q->questions[up].parent;
			assert_true(up >= 0);
		}
	}
}

static void
rows_are_added_copied_moved_and_taken_back(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = &fixture_trial(f)->q, before = *q;
	struct questionnaire_edit e;
	int at, group;

	questionnaire_edit_start(&e, q, &f->arena);
	at = questionnaire_edit_insert(&e, question_by_name(q, "sex"), QUESTION_INTEGER);
	assert_string_equal(q->questions[at].name, "q1");
	assert_string_equal(q->questions[at].identity, "trial/q1");
	assert_string_equal(q->questions[q->questions[at].parent].name, "about_you");
	assert_sound(q);
	assert_int_equal(questionnaire_edit_insert(&e, -1, QUESTION_NOTE), 0);
	assert_string_equal(q->questions[0].name, "q2");
	group = questionnaire_edit_copy(&e, question_by_name(q, "child"), question_by_name(q, "child"));
	assert_string_equal(q->questions[group].name, "child_2");
	assert_string_equal(q->questions[group + 1].name, "child_age_2");
	assert_string_equal(q->questions[group + 2].relevant, "${child_age_2} >= 6");
	assert_string_equal(q->questions[group + 1].identity, "trial/child_age");
	assert_int_equal(q->questions[group + 2].parent, group);
	assert_sound(q);
	at = question_by_name(q, "services");
	for (int i = 0; i < 40; i++) {
		at = questionnaire_edit_move(&e, at, -1);
		assert_string_equal(q->questions[at].name, "services");
		assert_sound(q);
	}
	assert_int_equal(at, 0);
	for (int i = 0; i < 60; i++) {
		at = questionnaire_edit_move(&e, at, 1);
		assert_string_equal(q->questions[at].name, "services");
		assert_sound(q);
	}
	assert_int_equal(at, q->question_count - 1);
	at = question_by_name(q, "about_you");
	for (int i = 0; i < 60; i++) {
		at = questionnaire_edit_move(&e, at, 1);
		assert_string_equal(q->questions[at].name, "about_you");
		assert_sound(q);
	}
	while (questionnaire_edit_undo(&e))
		assert_sound(q);
	assert_int_equal(e.past_count, 0);
	assert_true(questionnaire_same(q, &before));
}

static void
what_others_ask_for_is_not_deleted(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = &fixture_trial(f)->q;
	struct questionnaire_edit e;
	int count = q->question_count;

	questionnaire_edit_start(&e, q, &f->arena);
	assert_int_equal(questionnaire_edit_delete(&e, question_by_name(q, "children"), &f->err), -1);
	assert_string_equal(f->err.text,
		"“children_count” asks for the answer of “children”; change that first.");
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(questionnaire_edit_delete(&e, question_by_name(q, "about_you"), &f->err), -1);
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(questionnaire_edit_delete(&e, question_by_name(q, "quality"), &f->err), 0);
	assert_int_equal(q->question_count, count - 4);
	assert_int_equal(question_by_name(q, "quality_parks"), -1);
	assert_sound(q);
	assert_true(questionnaire_edit_undo(&e));
	assert_int_equal(q->question_count, count);
	assert_false(questionnaire_edit_undo(&e));
}

static void
a_new_name_reaches_every_rule(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = &fixture_trial(f)->q;
	struct questionnaire_edit e;
	int at = question_by_name(q, "children");

	questionnaire_edit_start(&e, q, &f->arena);
	assert_int_equal(questionnaire_edit_rename(&e, at, "kids", &f->err), 0);
	assert_string_equal(q->questions[question_by_name(q, "children_count")].relevant,
		"selected(${kids}, 'yes')");
	assert_string_equal(q->questions[at].identity, "trial/children");
	assert_int_equal(questionnaire_edit_rename(&e, at, "sex", &f->err), -1);
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(questionnaire_edit_rename(&e, at, "1 x", &f->err), -1);
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(questionnaire_edit_rename(&e, at, "transport_other", &f->err), -1);
	assert_true(questionnaire_edit_undo(&e));
	assert_string_equal(q->questions[question_by_name(q, "child")].relevant,
		"selected(${children}, 'yes')");
}

static void
choices_are_added_moved_and_deleted(void **state)
{
	struct fixture *f = *state;
	struct questionnaire *q = &fixture_trial(f)->q;
	struct questionnaire_edit e;
	int at, *list;

	questionnaire_edit_start(&e, q, &f->arena);
	at = questionnaire_edit_insert_choice(&e, "sex", 1);
	assert_int_equal(at, 2);
	assert_string_equal(q->choices[at].name, "1");
	assert_int_equal(choice_list(q, "sex", &f->arena, &list), 4);
	at = questionnaire_edit_move_choice(&e, at, -1);
	assert_int_equal(at, 1);
	at = questionnaire_edit_move_choice(&e, at, -1);
	assert_int_equal(questionnaire_edit_move_choice(&e, at, -1), 0);
	assert_int_equal(questionnaire_edit_delete_choice(&e, at, &f->err), 0);
	assert_string_equal(q->choices[0].name, "female");
	for (at = 0; strcmp(q->choices[at].name, "yes") != 0;)
		at++;
	assert_int_equal(questionnaire_edit_delete_choice(&e, at, &f->err), -1);
	assert_string_equal(f->err.text,
		"“children_count” asks whether “yes” was chosen; change that first.");
	at = questionnaire_edit_insert_choice(&e, "fresh", -1);
	assert_int_equal(at, q->choice_count - 1);
	while (questionnaire_edit_undo(&e))
		;
	assert_int_equal(q->choice_count, 31);
}

static void
an_expression_is_checked_as_one_types(void **state)
{
	struct fixture *f = *state;
	const struct questionnaire *q = &fixture_trial(f)->q;
	int at = question_by_name(q, "street");

	assert_int_equal(questionnaire_check_expression(q, at, "relevant", "${sex} = 'male'", &f->err), 0);
	assert_int_equal(questionnaire_check_expression(q, at, "required", "yes", &f->err), 0);
	assert_int_equal(questionnaire_check_expression(q, at, "choice_filter",
		"district = ${district}", &f->err), 0);
	assert_int_equal(questionnaire_check_expression(q, at, "choice_filter",
		"colour = ${district}", &f->err), -1);
	assert_string_equal(f->err.text, "The choices have no column “colour”.");
	f->err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(questionnaire_check_expression(q, at, "relevant", "${sex} =", &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
}

static void
reasons_are_found_by_name_and_stand_apart(void **state)
{
	(void)state;
	for (int i = 0; i < MISSING_COUNT; i++) {
		const struct missing_reason *r = missing_reason((enum missing)i);

		assert_int_equal(missing_by_name(r->name), i);
		if (i > 0) {
			assert_int_equal(r->key, i);
			assert_int_equal(r->sav, -90 - i);
			assert_int_equal(r->stata, 'a' + i - 1);
		}
	}
	assert_int_equal(missing_by_name("forgotten"), -1);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
	const struct CMUnitTest tests[] = {
		TEST(what_is_saved_is_loaded_again),
		TEST(a_published_version_is_frozen_and_a_change_makes_the_next),
		TEST(what_a_colleague_changed_is_not_published_dropped_or_put_out_of_use),
		TEST(a_shorter_draft_leaves_no_rows_behind),
		TEST(a_colleagues_change_is_not_overwritten),
		TEST(a_faulty_draft_is_not_published),
		TEST(a_copy_asks_the_same_questions),
		TEST(a_second_file_makes_the_next_draft_or_nothing),
		TEST(a_draft_is_dropped_and_a_questionnaire_goes_out_of_use),
		TEST(rows_are_added_copied_moved_and_taken_back),
		TEST(what_others_ask_for_is_not_deleted),
		TEST(a_new_name_reaches_every_rule),
		TEST(choices_are_added_moved_and_deleted),
		TEST(an_expression_is_checked_as_one_types),
		TEST(reasons_are_found_by_name_and_stand_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
