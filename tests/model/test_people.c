/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People, the office, comparison groups and drafts. */
#include "config.h"

#include "model/database.h"
#include "model/draft.h"
#include "model/indicators/group.h"
#include "model/office.h"
#include "model/person.h"
#include "model/written.h"
#include "store/audit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct error err;

static int
open_database(void **state)
{
	struct db *db;

	err = (struct error){ .code = ERROR_NONE };
	assert_int_equal(database_open_memory(&db, &err), 0);
	*state = db;
	return 0;
}

static int
close_database(void **state)
{
	db_close(*state);
	return 0;
}

static void
the_first_person_is_administrator_and_later_ones_clerks(void **state)
{
	struct person first, second, again, *list;
	struct arena arena = { 0 };
	int count;

	assert_int_equal(person_enter(*state, "anna", &first, &err), 0);
	assert_int_equal(person_enter(*state, "jan", &second, &err), 0);
	assert_int_equal(person_enter(*state, "anna", &again, &err), 0);
	assert_int_equal(first.role, PERSON_ADMINISTRATOR);
	assert_int_equal(second.role, PERSON_CLERK);
	assert_int_equal(again.id, first.id);
	assert_string_equal(again.uid, first.uid);
	assert_int_equal(db_person(*state), first.id);
	assert_int_equal(person_may(&first, PERSON_COORDINATOR, &err), 0);
	assert_int_equal(person_may(&second, PERSON_COORDINATOR, &err), -1);
	assert_int_equal(err.code, ERROR_DENIED);
	assert_int_equal(person_list(*state, &arena, &list, &count, &err), 0);
	assert_int_equal(count, 2);
	assert_string_equal(list[1].login, "jan");
	arena_release(&arena);
	err.code = ERROR_NONE;
	assert_int_equal(person_enter(*state, "", &first, &err), -1);
}

static void
a_person_changed_by_a_colleague_is_a_conflict(void **state)
{
	struct person first, second, stale;

	assert_int_equal(person_enter(*state, "anna", &first, &err), 0);
	assert_int_equal(person_enter(*state, "jan", &second, &err), 0);
	stale = second;
	second.role = PERSON_COORDINATOR;
	assert_int_equal(person_save(*state, &second, &err), 0);
	stale.role = PERSON_READER;
	assert_int_equal(person_save(*state, &stale, &err), -1);
	assert_int_equal(err.code, ERROR_CONFLICT);
	err.code = ERROR_NONE;
	assert_int_equal(person_retire(*state, &stale, &err), -1);
	assert_int_equal(err.code, ERROR_CONFLICT);
	err.code = ERROR_NONE;
	assert_int_equal(person_load(*state, "jan", &stale, &err), 0);
	assert_int_equal(stale.role, PERSON_COORDINATOR);
	assert_false(stale.retired);
}

static void
somebody_always_gives_roles(void **state)
{
	struct person first, second;

	assert_int_equal(person_enter(*state, "anna", &first, &err), 0);
	assert_int_equal(person_enter(*state, "jan", &second, &err), 0);
	assert_int_equal(person_retire(*state, &first, &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
	err.code = ERROR_NONE;
	second.role = PERSON_ADMINISTRATOR;
	assert_int_equal(person_save(*state, &second, &err), 0);
	assert_int_equal(person_retire(*state, &first, &err), 0);
	second.role = PERSON_CLERK;
	assert_int_equal(person_save(*state, &second, &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
	err.code = ERROR_NONE;
	assert_int_equal(person_load(*state, "anna", &first, &err), 0);
	assert_true(first.retired);
	assert_int_equal(person_restore(*state, &first, &err), 0);
	assert_int_equal(person_save(*state, &second, &err), 0);
}

static void
the_office_and_choices_are_kept(void **state)
{
	struct office office;
	struct person person;
	char value[32];

	assert_int_equal(office_load(*state, &office, &err), 0);
	assert_int_equal(office.kind, OFFICE_UNKNOWN);
	assert_int_equal(person_enter(*state, "anna", &person, &err), 0);
	office = (struct office){
		.kind = OFFICE_POWIAT, .own_unit = "0214", .purpose = PURPOSE_TEST
	};
	assert_int_equal(office_save(*state, &office, &err), 0);
	assert_int_equal(office_load(*state, &office, &err), 0);
	assert_int_equal(office.kind, OFFICE_POWIAT);
	assert_int_equal(office.purpose, PURPOSE_TEST);
	assert_string_equal(office.own_unit, "0214");
	assert_int_equal(
		preference_load(*state, person.id, "chosen_unit", value, sizeof(value), &err), 0);
	assert_string_equal(value, "");
	assert_int_equal(preference_save(*state, person.id, "chosen_unit", "020101", &err), 0);
	assert_int_equal(preference_save(*state, person.id, "chosen_unit", "020102", &err), 0);
	assert_int_equal(
		preference_load(*state, person.id, "chosen_unit", value, sizeof(value), &err), 0);
	assert_string_equal(value, "020102");
}

static void
a_group_changed_by_a_colleague_is_a_conflict(void **state)
{
	struct group group = { .name = "Sąsiedzi" }, mine, theirs, found;
	struct person person;

	assert_int_equal(person_enter(*state, "anna", &person, &err), 0);
	assert_int_equal(group_save(*state, &group, NULL, 0, &err), 0);
	assert_true(group.id > 0);
	mine = theirs = group;
	strcpy(theirs.note, "pierwszy");
	assert_int_equal(group_save(*state, &theirs, NULL, 0, &err), 0);
	strcpy(mine.note, "drugi");
	assert_int_equal(group_save(*state, &mine, NULL, 0, &err), -1);
	assert_int_equal(err.code, ERROR_CONFLICT);
	assert_int_equal(group_by_name(*state, "Sąsiedzi", &found, &err), 0);
	assert_string_equal(found.note, "pierwszy");
	assert_int_equal(found.rev, 2);
}

static void
names_of_groups_are_unique_and_free_again_after_retiring(void **state)
{
	struct group first = { .name = "A" }, second = { .name = "A" }, none = { .name = "" };
	struct arena arena = { 0 };
	struct audit_line *line;
	struct person person;
	int lines;

	assert_int_equal(person_enter(*state, "anna", &person, &err), 0);
	assert_int_equal(group_save(*state, &first, NULL, 0, &err), 0);
	assert_int_equal(group_save(*state, &second, NULL, 0, &err), -1);
	assert_int_equal(err.field, 1);
	assert_int_equal(group_retire(*state, first.id, &err), 0);
	assert_int_equal(audit_list(*state, 1, &arena, &line, &lines, &err), 0);
	assert_string_equal(line->action, "group.retire");
	assert_string_equal(line->summary, "A");
	arena_release(&arena);
	assert_int_equal(group_save(*state, &second, NULL, 0, &err), 0);
	assert_int_equal(group_save(*state, &none, NULL, 0, &err), -1);
	assert_int_equal(group_retire(*state, first.id, &err), -1);
}

static void
a_draft_keeps_each_field_as_typed(void **state)
{
	struct arena arena = { 0 };
	struct person person;
	struct draft draft;

	assert_int_equal(person_enter(*state, "anna", &person, &err), 0);
	assert_int_equal(draft_load(*state, person.id, "indicator", NULL, &arena, &draft, &err), 0);
	assert_int_equal(draft.count, 0);
	assert_int_equal(
		draft_save_field(*state, person.id, "indicator", NULL, 3, "name", "Zł", &err), 0);
	assert_int_equal(
		draft_save_field(*state, person.id, "indicator", NULL, 3, "name", "Złoto ", &err),
		0);
	assert_int_equal(
		draft_save_field(*state, person.id, "indicator", NULL, 3, "code", "12a", &err), 0);
	assert_int_equal(
		draft_save_field(*state, person.id, "indicator", "x", 1, "code", "B", &err), 0);
	assert_int_equal(draft_load(*state, person.id, "indicator", NULL, &arena, &draft, &err), 0);
	assert_int_equal(draft.count, 2);
	assert_int_equal(draft.base_rev, 3);
	assert_string_equal(draft.fields[1].text, "Złoto ");
	assert_int_equal(draft_drop_window(*state, person.id, "indicator", NULL, "", &err), 0);
	assert_int_equal(draft_load(*state, person.id, "indicator", NULL, &arena, &draft, &err), 0);
	assert_int_equal(draft.count, 0);
	assert_int_equal(draft_load(*state, person.id, "indicator", "x", &arena, &draft, &err), 0);
	assert_int_equal(draft.count, 1);
	arena_release(&arena);
}

static void
a_window_offers_what_ended_ones_left_and_keeps_its_own(void **state)
{
	struct arena arena = { 0 };
	struct person person;
	struct draft draft;
	char window[PROCESS_NAME_SIZE] = "?", at[32];

	assert_int_equal(person_enter(*state, "anna", &person, &err), 0);
	assert_int_equal(draft_find_left(*state, person.id, "card", "x", window, at, &err), 0);
	assert_int_equal(draft_save_field(*state, person.id, "card", "x", 2, "name@away 1 1",
				 "Theirs", &err),
		0);
	assert_int_equal(draft_load_own(*state, person.id, "card", "x", &arena, &draft, &err), 0);
	assert_int_equal(draft.count, 0);
	assert_int_equal(draft_find_left(*state, person.id, "card", "x", window, at, &err), 1);
	assert_string_equal(window, "away 1 1");
	assert_int_equal(draft_drop_window(*state, person.id, "card", "x", NULL, &err), 0);
	assert_int_equal(draft_find_left(*state, person.id, "card", "x", window, at, &err), 1);
	assert_int_equal(draft_adopt(*state, person.id, "card", "x", window, &err), 0);
	assert_int_equal(draft_keep(*state, person.id, "card", "x", 2, "code", "12", &err), 0);
	assert_int_equal(draft_load_own(*state, person.id, "card", "x", &arena, &draft, &err), 0);
	assert_int_equal(draft.count, 2);
	assert_int_equal(draft.base_rev, 2);
	assert_string_equal(draft.fields[1].field, "name");
	assert_string_equal(draft.fields[1].text, "Theirs");
	/* an older program's has no window behind it */
	assert_int_equal(draft_drop_window(*state, person.id, "card", "x", NULL, &err), 0);
	assert_int_equal(
		draft_save_field(*state, person.id, "card", "x", 1, "name", "Old", &err), 0);
	assert_int_equal(draft_find_left(*state, person.id, "card", "x", window, at, &err), 1);
	assert_string_equal(window, "");
	assert_int_equal(draft_drop_window(*state, person.id, "card", "x", "", &err), 0);
	assert_int_equal(draft_find_left(*state, person.id, "card", "x", window, at, &err), 0);
	arena_release(&arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_database, close_database)

static void
written_files_are_known_by_folder_with_their_writer(void **state)
{
	struct person writer;
	struct arena arena = { 0 };
	struct written *list;
	int count;

	assert_int_equal(person_enter(*state, "anna", &writer, &err), 0);
	assert_int_equal(written_note(*state, "/out", "ranking.xlsx", "Ludność, 2024", &err), 0);
	assert_int_equal(written_note(*state, "/out", "ranking.xlsx", "Ludność, 2025", &err), 0);
	assert_int_equal(written_note(*state, "/else", "profil.csv", "Kutno", &err), 0);
	assert_int_equal(written_list(*state, "/out", &arena, &list, &count, &err), 0);
	assert_int_equal(count, 1);
	assert_string_equal(list[0].name, "ranking.xlsx");
	assert_string_equal(list[0].what, "Ludność, 2025");
	assert_string_equal(list[0].login, "anna");
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(written_files_are_known_by_folder_with_their_writer),
		TEST(the_first_person_is_administrator_and_later_ones_clerks),
		TEST(a_person_changed_by_a_colleague_is_a_conflict),
		TEST(somebody_always_gives_roles),
		TEST(the_office_and_choices_are_kept),
		TEST(a_group_changed_by_a_colleague_is_a_conflict),
		TEST(names_of_groups_are_unique_and_free_again_after_retiring),
		TEST(a_draft_keeps_each_field_as_typed),
		TEST(a_window_offers_what_ended_ones_left_and_keeps_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
