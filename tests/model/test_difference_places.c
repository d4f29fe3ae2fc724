/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of differences: the first places, all of them, and one with both readings. */
#include "config.h"

#include "forms_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { OPEN = 9, ALL = 40 };

/* Two questions differ in each of the twenty forms: of the last five forms open, of the others
 * settled, of form 116 only one. */
static int
open_forms(void **state)
{
	struct forms *f = calloc(1, sizeof(*f));

	if (forms_open(f, NULL) < 0)
		fail_msg("%s", f->err.text);
	forms_sql(f, "UPDATE form SET second = iif(number > 115, 'differs', 'done'), state = 'keyed'");
	forms_sql(f, "INSERT INTO reading (form_id, reading, kind, started_at, finished_at) "
		"SELECT id, n, iif(n = 1, 'first', 'second'), '2026-01-01T10:00:00Z', "
		"'2026-01-01T10:01:00Z' FROM form, (SELECT 1 AS n UNION SELECT 2)");
	forms_sql(f, "INSERT INTO reading_keyer SELECT form_id, reading, reading, 0 FROM reading");
	forms_sql(f, "INSERT INTO answer SELECT r.form_id, r.reading, q.id, 1, "
		"10 * q.position + r.reading, '', 0 FROM reading AS r JOIN question AS q "
		"WHERE q.name IN ('born', 'household')");
	forms_sql(f, "INSERT INTO difference SELECT f.id, q.id, 1, 'open', 'nobody', '' "
		"FROM form AS f JOIN question AS q WHERE q.name IN ('born', 'household')");
	forms_sql(f, "UPDATE difference SET outcome = 'second', charged = 'first', settled = 'both' "
		"WHERE form_id IN (SELECT id FROM form WHERE number < 116)");
	forms_sql(f, "UPDATE difference SET outcome = 'first', charged = 'second', settled = 'third' "
		"WHERE form_id = (SELECT id FROM form WHERE number = 116) "
		"AND question_id = (SELECT id FROM question WHERE name = 'household')");
	*state = f;
	return 0;
}

static int
close_forms(void **state)
{
	forms_close(*state);
	free(*state);
	return 0;
}

static struct difference_place *
places(struct forms *f, int64_t batch, int limit, int wanted)
{
	struct difference_place *list;
	struct difference_counts counts;
	int count;

	error_clear(&f->err);
	if (difference_places(f->db, f->wave, batch, limit, &f->arena, &list, &count, &counts,
		    &f->err) < 0)
		fail_msg("%s", f->err.text);
	assert_int_equal(count, wanted);
	assert_int_equal(counts.all, ALL);
	assert_int_equal(counts.open, OPEN);
	return list;
}

static void
same_place(const struct difference_place *a, const struct difference *b)
{
	assert_int_equal(a->form, b->form);
	assert_int_equal(a->number, b->number);
	assert_int_equal(a->question, b->question);
	assert_int_equal(a->occurrence, b->occurrence);
	assert_int_equal(a->page, b->page);
	assert_string_equal(a->question_number, b->question_number);
	assert_string_equal(a->name, b->name);
	assert_string_equal(a->label, b->label);
	assert_string_equal(a->outcome, b->outcome);
	assert_string_equal(a->settled, b->settled);
}

static bool
is_open(const struct difference *d)
{
	return strcmp(d->outcome, "open") == 0;
}

static void
all_places_are_those_of_the_whole_list_open_ones_first(void **state)
{
	struct forms *f = *state;

	for (int batch = 0; batch <= 1; batch++) {
		int64_t of = batch ? f->batch : 0;
		struct difference_place *list = places(f, of, 0, ALL);
		struct difference *whole;
		int count, n = 0;

		assert_int_equal(difference_list(f->db, f->wave, of, false, &f->arena, &whole,
					 &count, &f->err),
			0);
		assert_int_equal(count, ALL);
		for (int settled = 0; settled <= 1; settled++)
			for (int i = 0; i < count; i++)
				if (is_open(&whole[i]) == !settled)
					same_place(&list[n++], &whole[i]);
		assert_int_equal(n, ALL);
	}
}

/* Limits on both sides of where forms are walked by their numbers. */
static void
the_first_places_begin_the_list_of_all_however_they_are_found(void **state)
{
	struct forms *f = *state;
	struct difference_place *all = places(f, 0, 0, ALL);

	for (int limit = 1; limit <= ALL; limit++) {
		struct difference_place *first = places(f, 0, limit, limit);

		for (int i = 0; i < limit; i++) {
			assert_int_equal(first[i].form, all[i].form);
			assert_int_equal(first[i].question, all[i].question);
		}
		places(f, f->batch, limit, limit);
	}
}

static void
forms_are_listed_by_number_though_they_came_in_another_order(void **state)
{
	struct forms *f = *state;
	struct difference_place *all;

	forms_sql(f, "UPDATE form SET number = 1000 - number");
	all = places(f, 0, 0, ALL);
	for (int i = 1; i < ALL; i++)
		assert_true(i == OPEN || all[i - 1].number <= all[i].number);
	assert_int_equal(places(f, 0, 2, 2)[1].number, all[1].number);
	forms_sql(f, "UPDATE difference SET outcome = 'second', charged = 'first', settled = 'both'");
	forms_sql(f, "UPDATE form SET second = 'done'");
	assert_int_equal(difference_places(f->db, f->wave, 0, 1, &f->arena, &all, &(int){ 0 },
				 &(struct difference_counts){ 0 }, &f->err),
		0);
	assert_int_equal(all[0].number, 1000 - 120);
}

static void
a_place_opens_with_both_readings(void **state)
{
	struct forms *f = *state;
	struct difference_place *list = places(f, 0, 0, ALL);
	struct difference d;
	char first[16], second[16];

	error_clear(&f->err);
	for (int i = 0; i < ALL; i++) {
		assert_int_equal(difference_load(f->db, &list[i], &f->arena, &d, &f->err), 0);
		same_place(&list[i], &d);
		snprintf(first, sizeof first, "%lld1", (long long)forms_number(f, strcmp(d.name, "born") ?
			"SELECT position FROM question WHERE name = 'household'" :
			"SELECT position FROM question WHERE name = 'born'"));
		snprintf(second, sizeof second, "%.*s2", (int)strlen(first) - 1, first);
		assert_string_equal(d.first, first);
		assert_string_equal(d.second, second);
	}
	forms_sql(f, "DELETE FROM difference WHERE form_id = %lld", (long long)list[0].form);
	assert_int_equal(difference_load(f->db, &list[0], &f->arena, &d, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_MISSING);
}

static void
after_the_last_open_one_comes_the_first(void **state)
{
	static const struct {
		int64_t from, found;
	} table[] = { { 0, 116 }, { 101, 116 }, { 116, 116 }, { 117, 117 }, { 120, 120 },
		{ 121, 116 } };
	struct forms *f = *state;
	struct difference next;
	int left;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		assert_int_equal(difference_next(f->db, f->wave, i % 2 ? f->batch : 0, table[i].from,
					 &f->arena, &next, &left, &f->err),
			0);
		assert_int_equal(left, OPEN);
		assert_int_equal(next.number, table[i].found);
		assert_string_equal(next.name, "born");
	}
	forms_sql(f, "UPDATE difference SET outcome = 'second'");
	assert_int_equal(
		difference_next(f->db, f->wave, 0, 0, &f->arena, &next, &left, &f->err), 0);
	assert_int_equal(left, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_forms, close_forms)
		TEST(all_places_are_those_of_the_whole_list_open_ones_first),
		TEST(the_first_places_begin_the_list_of_all_however_they_are_found),
		TEST(forms_are_listed_by_number_though_they_came_in_another_order),
		TEST(a_place_opens_with_both_readings),
		TEST(after_the_last_open_one_comes_the_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
