/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections of one form by two people at once, taken up again, and on a full disk: nothing typed
 * is lost, nothing saved is covered. */
#include "config.h"

#include "tests/model/forms_fixture.h"

#include "model/surveys/wave.h"
#include "screens/keying/keying_draft.h"
#include "store/internal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct desk { /* one person with one form before them */
	struct keying_session session;
	struct sheet sheet;
};

static struct forms f;
static struct app app;
static struct desk annas, jans;

static void
check(int result)
{
	if (result)
		fail_msg("%s", f.err.text);
}

static struct form
form_of(int64_t number)
{
	struct form form;

	error_clear(&f.err);
	check(form_by_number(f.db, f.wave, number, &form, &f.err));
	return form;
}

static void
sit_down(struct desk *d, const struct keyer *keyer, enum reading_kind kind, int64_t number)
{
	struct form form = form_of(number);

	*d = (struct desk){ .session = { .app = &app, .kind = kind, .keyer = *keyer } };
	check(wave_load(f.db, f.wave, &d->session.wave, &f.err));
	check(batch_load(f.db, f.batch, &d->session.batch, &f.err));
	check(sheet_open(&d->sheet, &d->session, &form, false, &f.err));
}

/* As a killed program leaves: nothing is written any more. */
static void
vanish(struct desk *d)
{
	if (d->sheet.session)
		sheet_release(&d->sheet);
	session_release(&d->session);
	*d = (struct desk){ .session = { .app = NULL } };
}

static int
open_all(void **state)
{
	(void)state;
	f = (struct forms){ .db = NULL };
	if (forms_open(&f, NULL) < 0)
		fail_msg("%s", f.err.text);
	check(forms_key(&f, 101, READING_FIRST, &f.anna, "sex=male|born=1970|household=3", NULL));
	app = (struct app){ .db = f.db };
	return 0;
}

static int
close_all(void **state)
{
	(void)state;
	vanish(&annas);
	vanish(&jans);
	forms_close(&f);
	return 0;
}

static void
type(struct desk *d, const char *name, const char *value)
{
	error_clear(&f.err);
	sheet_go(&d->sheet, (struct place){ forms_question(&f, name), 1 });
	assert_int_equal(sheet_answer(&d->sheet, value, MISSING_NONE, &f.err), SHEET_MOVED);
	check(sheet_settle(&d->sheet, &f.err));
}

static const char *
shown(const struct desk *d, const char *name)
{
	return answers_find(&d->sheet.answers, forms_question(&f, name), 1)->value;
}

static const char *
stands(const char *name)
{
	struct answers *a = arena_new(&f.arena, sizeof(*a));

	a->arena = &f.arena;
	check(form_answers(f.db, form_of(101).id, &f.q, a, &f.err));
	return answers_find(a, forms_question(&f, name), 1)->value;
}

static int64_t
draft_lines(void)
{
	return forms_number(&f, "SELECT count(*) FROM draft WHERE field <> 'at'");
}

static int
finish(struct desk *d)
{
	error_clear(&f.err);
	return sheet_finish(&d->sheet, "odczyt", &f.err);
}

static void
both_at(const char *anna, const char *annas_value, const char *jan, const char *jans_value)
{
	sit_down(&annas, &f.anna, READING_CORRECTION, 101);
	sit_down(&jans, &f.jan, READING_CORRECTION, 101);
	type(&annas, anna, annas_value);
	type(&jans, jan, jans_value);
	check(finish(&jans));
	assert_int_equal(finish(&annas), -1);
	assert_int_equal(f.err.code, ERROR_CONFLICT);
	error_clear(&f.err);
	assert_int_equal(sheet_rebase(&annas.sheet, &f.err), 1);
}

static void
two_corrections_of_different_answers_stand_together(void **state)
{
	(void)state;
	both_at("born", "1990", "household", "4");
	assert_int_equal(annas.sheet.apart_count, 0);
	assert_string_equal(shown(&annas, "born"), "1990");
	assert_string_equal(shown(&annas, "household"), "4");
	assert_int_equal(sheet_corrections(&annas.sheet), 1);
	check(sheet_settle(&annas.sheet, &f.err));
	check(finish(&annas));
	assert_string_equal(stands("born"), "1990");
	assert_string_equal(stands("household"), "4");
	assert_int_equal(draft_lines(), 0);
}

static void
what_both_changed_is_decided_by_who_comes_second(void **state)
{
	(void)state;
	both_at("born", "1990", "born", "1980");
	assert_int_equal(annas.sheet.apart_count, 1);
	assert_string_equal(shown(&annas, "born"), "1980");
	check(sheet_settle(&annas.sheet, &f.err));
	assert_int_equal(draft_lines(), 2); /* hers waits on the disk meanwhile */
	sheet_decide(&annas.sheet, "m");
	check(sheet_settle(&annas.sheet, &f.err));
	check(finish(&annas));
	assert_string_equal(stands("born"), "1990");
	assert_int_equal(forms_number(&f, "SELECT count(*) FROM answer WHERE value = '1980'"), 1);
	assert_int_equal(draft_lines(), 0);
}

static void
who_takes_the_others_has_nothing_left_to_save(void **state)
{
	(void)state;
	both_at("born", "1990", "born", "1980");
	sheet_decide(&annas.sheet, "t");
	check(sheet_settle(&annas.sheet, &f.err));
	assert_int_equal(sheet_corrections(&annas.sheet), 0);
	assert_false(annas.sheet.drafted);
	assert_int_equal(draft_lines(), 0);
	assert_string_equal(stands("born"), "1980");
}

static void
the_same_correction_twice_is_one(void **state)
{
	(void)state;
	both_at("born", "1990", "born", "1990");
	assert_int_equal(annas.sheet.apart_count, 0);
	check(sheet_settle(&annas.sheet, &f.err));
	assert_int_equal(sheet_corrections(&annas.sheet), 0);
	assert_false(annas.sheet.drafted);
}

static void
an_undecided_one_is_undecided_again_after_a_kill(void **state)
{
	(void)state;
	both_at("born", "1990", "born", "1980");
	vanish(&annas);
	sit_down(&annas, &f.anna, READING_CORRECTION, 101);
	assert_int_equal(annas.sheet.apart_count, 1);
	assert_string_equal(annas.sheet.apart[0].answer.value, "1990");
	assert_string_equal(shown(&annas, "born"), "1980");
	assert_true(annas.sheet.moved_on);
}

static void
a_killed_correction_goes_on_at_its_place(void **state)
{
	struct place at = { forms_question(&f, "services"), 1 };

	(void)state;
	sit_down(&annas, &f.anna, READING_CORRECTION, 101);
	assert_int_equal(draft_lines(), 0);
	sheet_go(&annas.sheet, at); /* looking is no draft */
	check(sheet_settle(&annas.sheet, &f.err));
	assert_int_equal(forms_number(&f, "SELECT count(*) FROM draft"), 0);
	type(&annas, "born", "1990");
	sheet_go(&annas.sheet, at);
	check(sheet_settle(&annas.sheet, &f.err));
	vanish(&annas);
	sit_down(&jans, &f.jan, READING_CORRECTION, 101); /* another one sees nothing of it */
	assert_false(jans.sheet.drafted);
	assert_string_equal(shown(&jans, "born"), "1970");
	sit_down(&annas, &f.anna, READING_CORRECTION, 101);
	assert_true(annas.sheet.drafted);
	assert_false(annas.sheet.moved_on);
	assert_string_equal(shown(&annas, "born"), "1990");
	assert_int_equal(annas.sheet.at.question, at.question);
	assert_string_equal(stands("born"), "1970");
}

static void
a_note_of_ones_own_is_no_colleague(void **state)
{
	(void)state;
	sit_down(&annas, &f.anna, READING_CORRECTION, 101);
	type(&annas, "born", "1990");
	check(form_set_note(f.db, &annas.sheet.form, "koperta", &f.err));
	check(finish(&annas));
	assert_string_equal(stands("born"), "1990");
}

static void
giving_up_leaves_nothing(void **state)
{
	(void)state;
	sit_down(&annas, &f.anna, READING_CORRECTION, 101);
	type(&annas, "born", "1990");
	check(sheet_draft_drop(&annas.sheet, &f.err));
	check(sheet_leave(&annas.sheet, &f.err));
	assert_int_equal(forms_number(&f, "SELECT count(*) FROM draft"), 0);
	assert_string_equal(stands("born"), "1970");
}

/* ---- a disk without room ---- */

static void
limit_pages(int64_t more)
{
	char sql[64];
	int64_t pages;

	check(connection_number(f.db->handle, f.db->path, "PRAGMA page_count", &pages, &f.err));
	snprintf(sql, sizeof(sql), "PRAGMA max_page_count=%lld", (long long)(pages + more));
	f.db->privileged = true;
	check(connection_run(f.db->handle, f.db->path, sql, &f.err));
	f.db->privileged = false;
}

/* Long answers until one does not fit; then there is room, and the next call saves it. */
static void
fill_and_go_on(struct desk *d)
{
	char text[3000];
	int refused = 0;

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	limit_pages(0);
	for (int i = 0; i < 8 && !refused; i++) {
		text[0] = (char)('a' + i);
		sheet_go(&d->sheet, (struct place){ forms_question(&f, i % 2 ? "comments" : "trip_to"),
					    1 + i / 2 });
		assert_int_equal(sheet_answer(&d->sheet, text, MISSING_NONE, &f.err), SHEET_MOVED);
		refused = sheet_settle(&d->sheet, &f.err);
	}
	assert_int_equal(refused, -1);
	assert_int_equal(f.err.code, ERROR_FULL);
	assert_int_equal(d->sheet.unsaved.code, ERROR_FULL);
	assert_true(d->sheet.changed_count > 0);
	error_clear(&f.err);
	assert_int_equal(sheet_settle(&d->sheet, &f.err), -1); /* still none */
	limit_pages(1000);
	error_clear(&f.err);
	check(sheet_settle(&d->sheet, &f.err));
	assert_int_equal(d->sheet.unsaved.code, ERROR_NONE);
	assert_int_equal(d->sheet.changed_count, 0);
}

static void
a_form_in_keying_survives_a_full_disk(void **state)
{
	int64_t count;

	(void)state;
	sit_down(&annas, &f.anna, READING_FIRST, 102);
	type(&annas, "sex", "female");
	fill_and_go_on(&annas);
	count = annas.sheet.answers.count;
	vanish(&annas);
	sit_down(&annas, &f.anna, READING_FIRST, 102);
	assert_int_equal(annas.sheet.answers.count, count);
	assert_string_equal(shown(&annas, "sex"), "female");
}

static void
a_correction_survives_a_full_disk(void **state)
{
	int64_t changes;

	(void)state;
	sit_down(&annas, &f.anna, READING_CORRECTION, 101);
	type(&annas, "born", "1990");
	fill_and_go_on(&annas);
	changes = sheet_corrections(&annas.sheet);
	vanish(&annas);
	sit_down(&annas, &f.anna, READING_CORRECTION, 101);
	assert_int_equal(sheet_corrections(&annas.sheet), changes);
	assert_string_equal(shown(&annas, "born"), "1990");
	assert_string_equal(stands("born"), "1970");
}

static void
one_check_confirmed_leaves_the_others_open(void **state)
{
	struct sheet *h = &annas.sheet;
	int hard = -1, soft = -1;

	(void)state;
	sit_down(&annas, &f.anna, READING_FIRST, 102);
	sheet_go(h, (struct place){ forms_question(&f, "born"), 1 });
	assert_int_equal(sheet_answer(h, "2030", MISSING_NONE, &f.err), SHEET_REFUSED);
	error_clear(&f.err);
	assert_int_equal(sheet_answer(h, "2030", MISSING_NONE, &f.err), SHEET_MOVED);
	check(sheet_check_all(h, &f.err));
	for (int i = 0; i < h->check_count; i++)
		if (h->checks[i].failed.at.question == forms_question(&f, "born"))
			*(h->checks[i].failed.kind == CHECK_HARD ? &hard : &soft) = i;
	assert_true(hard >= 0 && soft >= 0);
	assert_true(h->checks[hard].confirmed);
	assert_false(h->checks[soft].confirmed);
	sheet_confirm(h, soft);
	assert_true(h->checks[soft].confirmed);
	sheet_confirm(h, hard);
	assert_false(h->checks[hard].confirmed);
	check(sheet_check_all(h, &f.err));
	assert_false(h->checks[hard].confirmed);
	assert_true(h->checks[soft].confirmed);
}

static void
a_correction_follows_the_route_that_it_changes(void **state)
{
	struct sheet *h = &annas.sheet;

	(void)state;
	check(forms_key(&f, 102, READING_FIRST, &f.anna,
		"sex=male|born=1970|household=3|children=yes|children_count=1", NULL));
	sit_down(&annas, &f.anna, READING_CORRECTION, 102);
	type(&annas, "children", "no");
	assert_int_equal(h->at.question, forms_question(&f, "services"));
	type(&annas, "children", "yes");
	assert_int_equal(h->at.question, forms_question(&f, "children_count"));
	/* Where nobody enforces routes the keyer leads. */
	annas.session.wave.control = CONTROL_OPERATOR;
	type(&annas, "children", "no");
	assert_int_equal(h->at.question, forms_question(&f, "children_count"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_all, close_all)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_check_confirmed_leaves_the_others_open),
		TEST(a_correction_follows_the_route_that_it_changes),
		TEST(two_corrections_of_different_answers_stand_together),
		TEST(what_both_changed_is_decided_by_who_comes_second),
		TEST(who_takes_the_others_has_nothing_left_to_save),
		TEST(the_same_correction_twice_is_one),
		TEST(an_undecided_one_is_undecided_again_after_a_kill),
		TEST(a_killed_correction_goes_on_at_its_place),
		TEST(a_note_of_ones_own_is_no_colleague),
		TEST(giving_up_leaves_nothing),
		TEST(a_form_in_keying_survives_a_full_disk),
		TEST(a_correction_survives_a_full_disk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
