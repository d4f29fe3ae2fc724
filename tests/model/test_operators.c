/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operators: the register of people who key. */
#include "waves_fixture.h"

static void
an_operator_keys_between_the_dates_of_the_register(void **state)
{
	struct operator_entry o = { .name = "Operator", .initials = "OP",
		.starts_on = "2026-01-01", .ends_on = "2026-01-30" };
	struct keyer keyer;

	(void)state;
	assert_done(operator_save(db, &o, &err), err);
	assert_int_equal(operator_declare(db, "op", &keyer, &err), -1);
	assert_code(err, ERROR_DENIED);
	text_copy(o.ends_on, sizeof(o.ends_on), "2026-01-31");
	assert_done(operator_save(db, &o, &err), err);
	assert_done(operator_declare(db, "op", &keyer, &err), err);
	assert_true(keyer.declared);
	assert_int_equal(keyer.id, o.id);
	assert_int_equal(operator_declare(db, "XX", &keyer, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
initials_are_one_persons(void **state)
{
	struct operator_entry o = { .name = "First", .initials = "AB", .starts_on = "2026-01-01" };
	struct operator_entry twin = { .name = "Second", .initials = "ab",
		.starts_on = "2026-01-01" };

	(void)state;
	assert_done(operator_save(db, &o, &err), err);
	assert_int_equal(operator_save(db, &twin, &err), -1);
	assert_int_equal(err.field, 2);
	assert_code(err, ERROR_INPUT);
}

static void
an_account_of_ones_own_becomes_an_operator(void **state)
{
	struct person me;
	struct keyer keyer;

	(void)state;
	assert_done(person_enter(db, "tester", &me, &err), err);
	assert_int_equal(operator_of(db, me.id, &keyer, &err), -1);
	assert_code(err, ERROR_MISSING);
	assert_done(operator_make_own(db, &me, &keyer, &err), err);
	assert_false(keyer.declared);
	assert_string_equal(keyer.initials, "T");
	assert_done(operator_of(db, me.id, &keyer, &err), err);
	assert_done(operator_erase(db, keyer.id, &err), err);
	assert_int_equal(operator_of(db, me.id, &keyer, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
an_account_has_one_operator(void **state)
{
	struct operator_entry o = { .name = "First", .initials = "AB", .starts_on = "2026-01-01" };
	struct operator_entry twin = { .name = "Second", .initials = "CD",
		.starts_on = "2026-01-01" };
	struct person me;

	(void)state;
	assert_done(person_enter(db, "tester", &me, &err), err);
	o.person = twin.person = me.id;
	assert_done(operator_save(db, &o, &err), err);
	assert_int_equal(operator_save(db, &twin, &err), -1);
	assert_int_equal(err.field, OPERATOR_FIELD_ACCOUNT);
	assert_code(err, ERROR_INPUT);
	assert_done(operator_by_initials(db, "ab", &twin, &err), err);
	assert_int_equal(twin.id, o.id);
}

static void
initials_that_are_too_long_are_refused_at_their_field(void **state)
{
	struct operator_entry o = { .name = "Operator", .initials = "ABCDEFG",
		.starts_on = "2026-01-01" };

	(void)state;
	assert_int_equal(operator_save(db, &o, &err), -1);
	assert_int_equal(err.field, OPERATOR_FIELD_INITIALS);
	assert_code(err, ERROR_INPUT);
	text_copy(o.initials, sizeof(o.initials), "łabędź");
	assert_done(operator_save(db, &o, &err), err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		T(an_operator_keys_between_the_dates_of_the_register),
		T(initials_are_one_persons),
		T(an_account_of_ones_own_becomes_an_operator),
		T(an_account_has_one_operator),
		T(initials_that_are_too_long_are_refused_at_their_field),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
