/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Batches of paper: reception, numbers, closing. */
#include "waves_fixture.h"

static void
reception_makes_a_waiting_form_of_every_number(void **state)
{
	struct batch b = receive(101, 130);
	struct form *forms;
	int count;

	(void)state;
	assert_int_equal(b.number, 1);
	assert_int_equal(b.waiting, 30);
	assert_in_range(b.second_start, 1, 10);
	assert_done(form_list(db, wave.id, b.id, &arena, &forms, &count, &err), err);
	assert_int_equal(count, 30);
	assert_int_equal(forms[0].number, 101);
	assert_int_equal(forms[29].number, 130);
	assert_int_equal(forms[29].state, FORM_WAITING);
}

static void
a_number_belongs_to_one_batch_only(void **state)
{
	struct batch b = { .wave = wave.id,
		.received_on = "2026-01-30",
		.received = 10,
		.first_number = 125,
		.last_number = 134 };

	(void)state;
	receive(101, 130);
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_FIRST);
	assert_code(err, ERROR_INPUT);
	b.first_number = 131;
	assert_done(batch_save(db, &b, &err), err);
	assert_int_equal(b.number, 2);
}

static void
a_range_grows_and_shrinks_but_never_loses_a_handled_form(void **state)
{
	struct batch b = receive(1, 10);

	(void)state;
	b.last_number = 12;
	assert_done(batch_save(db, &b, &err), err);
	assert_int_equal(b.waiting, 12);
	set_state(12, FORM_EMPTY, "nothing on it");
	b.last_number = 11;
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_LAST);
	assert_code(err, ERROR_INPUT);
	b.last_number = 12;
	b.first_number = 3;
	assert_done(batch_save(db, &b, &err), err);
	assert_int_equal(b.waiting, 9);
}

static void
wrong_ranges_and_counts_are_refused_at_their_field(void **state)
{
	struct batch b = { .wave = wave.id, .received_on = "2026-01-30", .received = 10,
		.first_number = 10, .last_number = 1 };

	(void)state;
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_LAST);
	assert_code(err, ERROR_INPUT);
	b.last_number = INT64_C(4000000000);
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_LAST);
	assert_code(err, ERROR_INPUT);
	b.last_number = 20;
	b.spoilt = 1;
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_REASON);
	assert_code(err, ERROR_INPUT);
}

static void
a_batch_closes_only_when_counts_agree_or_are_explained(void **state)
{
	struct batch b = receive(1, 3);
	const char **points;
	int count;

	(void)state;
	set_state(1, FORM_EMPTY, "blank");
	set_state(2, FORM_SPOILT, "torn");
	assert_done(batch_open_points(db, b.id, &arena, &points, &count, &err), err);
	assert_int_equal(count, 2);
	assert_int_equal(batch_close(db, &b, "", &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(batch_close(db, &b, "Number 3 was never stamped.", &err), err);
	assert_done(batch_load(db, b.id, &b, &err), err);
	assert_true(b.closed_at[0]);
	assert_int_equal(b.missing, 1);
	assert_int_equal(b.waiting, 0);
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(batch_reopen(db, &b, &err), err);
	assert_done(batch_load(db, b.id, &b, &err), err);
	assert_int_equal(b.waiting, 1);
	assert_string_equal(b.difference, "Number 3 was never stamped.");
	set_state(3, FORM_EMPTY, "blank");
	assert_done(batch_close(db, &b, "", &err), err);
	assert_done(batch_load(db, b.id, &b, &err), err);
	assert_string_equal(b.difference, "");
}

static void
received_is_always_the_sum_of_what_became_of_it(void **state)
{
	struct batch b = { .wave = wave.id, .received_on = "2026-01-30", .received = 12,
		.first_number = 1, .last_number = 10, .spoilt = 1, .empty = 1,
		.reason = "rain" };
	struct wave_counts c;

	(void)state;
	assert_done(batch_save(db, &b, &err), err);
	set_state(4, FORM_EMPTY, "blank");
	set_state(5, FORM_SPOILT, "torn");
	assert_done(wave_count(db, wave.id, &c, &err), err);
	assert_int_equal(c.received, 12);
	assert_int_equal(c.waiting + c.keying + c.keyed + c.empty + c.spoilt + c.missing, 12);
	assert_int_equal(c.empty, 2);
	assert_int_equal(c.spoilt, 2);
}

static void
a_number_with_a_remark_does_not_fall_out_of_its_batch(void **state)
{
	struct batch b = receive(1, 10);
	struct form form;
	int64_t question;

	(void)state;
	assert_done(form_by_number(db, wave.id, 10, &form, &err), err);
	question = 1;
	assert_done(remark_set(db, &form, question, 1, "torn", &err), err);
	b.last_number = 9;
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_LAST);
	assert_code(err, ERROR_INPUT);
}

static void
a_blank_explains_nothing(void **state)
{
	struct batch b = receive(1, 2);
	struct form form;

	(void)state;
	assert_int_equal(batch_close(db, &b, "  ", &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(form_by_number(db, wave.id, 1, &form, &err), err);
	assert_int_equal(form_set_state(db, &form, FORM_SPOILT, " ", &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
a_batch_whose_counts_agree_keeps_no_reason(void **state)
{
	struct batch b = receive(1, 2);

	(void)state;
	set_state(1, FORM_EMPTY, "blank");
	set_state(2, FORM_SPOILT, "torn");
	assert_done(batch_close(db, &b, "two were lost", &err), err);
	assert_done(batch_load(db, b.id, &b, &err), err);
	assert_true(b.closed_at[0]);
	assert_string_equal(b.difference, "");
}

static void
a_batch_that_a_colleague_changed_is_not_closed_and_not_opened(void **state)
{
	struct batch b = receive(1, 2), stale = b;

	(void)state;
	text_copy(b.room, sizeof(b.room), "12");
	assert_done(batch_save(db, &b, &err), err);
	assert_int_equal(batch_close(db, &stale, "lost", &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(batch_close_dropping(db, &stale, "lost", &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(batch_close(db, &b, "lost", &err), err);
	stale = b;
	assert_done(batch_reopen(db, &b, &err), err);
	assert_done(batch_close(db, &b, "lost again", &err), err);
	assert_int_equal(batch_reopen(db, &stale, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(batch_reopen(db, &b, &err), err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		T(reception_makes_a_waiting_form_of_every_number),
		T(a_number_belongs_to_one_batch_only),
		T(a_range_grows_and_shrinks_but_never_loses_a_handled_form),
		T(wrong_ranges_and_counts_are_refused_at_their_field),
		T(a_batch_closes_only_when_counts_agree_or_are_explained),
		T(received_is_always_the_sum_of_what_became_of_it),
		T(a_number_with_a_remark_does_not_fall_out_of_its_batch),
		T(a_blank_explains_nothing),
		T(a_batch_whose_counts_agree_keeps_no_reason),
		T(a_batch_that_a_colleague_changed_is_not_closed_and_not_opened),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
