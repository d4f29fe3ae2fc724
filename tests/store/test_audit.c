/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the audit log, and taking away what is older than two years. */
#include "cmocka_store.h"

#include "store/audit.h"

#include <stdlib.h>

static struct db *
opened(const char *now)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = NULL;

	setenv("GROMADA_NOW", now, 1);
	assert_done(db_open(&db, fixture_path("log.db"), DB_CREATE, &fixture_v3, NULL, &err), err);
	db_set_person(db, 7, "anowak");
	return db;
}

static void
tell(void *context, const char *sentence)
{
	snprintf(context, 256, "%s", sentence);
}

static void
the_newest_acts_come_first(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened("2023-05-01T09:00:00Z");
	struct arena arena = { 0 };
	struct audit_line *lines;
	int count;

	(void)state;
	assert_done(fixture_add(db, "Gniezno", &err), err);
	assert_done(fixture_add(db, "Trzemeszno", &err), err);
	assert_done(audit_list(db, 10, &arena, &lines, &count, &err), err);
	assert_int_equal(count, 2);
	assert_int_equal(lines[0].id, 2);
	assert_string_equal(lines[0].login, "anowak");
	assert_string_equal(lines[1].action, "item.add");
	assert_string_equal(lines[1].at, "2023-05-01T09:00:00Z");
	assert_done(audit_list(db, 1, &arena, &lines, &count, &err), err);
	assert_int_equal(count, 1);
	arena_release(&arena);
	db_close(db);
}

static struct db *
two_old_lines(const char *now)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened("2023-05-01T09:00:00Z");

	assert_done(fixture_add(db, "Gniezno", &err), err);
	assert_done(fixture_add(db, "Trzemeszno", &err), err);
	setenv("GROMADA_NOW", now, 1);
	return db;
}

static int
delete_all(struct db *db, void *context, struct error *err)
{
	(void)context;
	return db_run(db_start(db, FQ_AUDIT_DELETE, err), NULL);
}

static void
two_years_are_kept_behind_a_checkpoint(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = two_old_lines("2025-05-20T09:00:00Z");
	int64_t pruned;

	(void)state;
	assert_done(fixture_add(db, "Kłecko", &err), err);
	assert_done(audit_prune(db, &pruned, &err), err);
	assert_int_equal(pruned, 0); /* not a month beyond yet */
	setenv("GROMADA_NOW", "2025-06-20T09:00:00Z", 1);
	assert_done(audit_prune(db, &pruned, &err), err);
	assert_int_equal(pruned, 2);
	assert_int_equal(audit_verify(db, NULL, NULL, &err), 0);
	assert_done(fixture_add(db, "Witkowo", &err), err);
	assert_int_equal(audit_verify(db, NULL, NULL, &err), 0);
	assert_done(audit_prune(db, &pruned, &err), err);
	assert_int_equal(pruned, 0);
	setenv("GROMADA_NOW", "2027-08-20T09:00:00Z", 1);
	assert_done(fixture_add(db, "Mieleszyn", &err), err);
	assert_done(audit_prune(db, &pruned, &err), err);
	assert_int_equal(pruned, 3); /* lines, not the number of the last of them */
	assert_int_equal(audit_verify(db, NULL, NULL, &err), 0);
	db_close(db);
}

static void
after_pruning_nothing_can_be_deleted_and_nothing_missed(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = two_old_lines("2025-06-21T09:00:00Z");
	char told[256] = "";
	int64_t pruned;

	(void)state;
	assert_done(fixture_add(db, "Kłecko", &err), err);
	assert_done(audit_prune(db, &pruned, &err), err);
	assert_int_equal(pruned, 2);
	assert_int_equal(db_write(db, NULL, delete_all, NULL, &err), -1);
	db_close(db);
	fixture_raw(fixture_path("log.db"),
		"DROP TRIGGER audit_delete; DELETE FROM audit WHERE id = 3;");
	err = (struct error){ .code = ERROR_NONE };
	db = opened("2025-06-21T09:00:00Z");
	assert_int_equal(audit_verify(db, tell, told, &err), 1);
	assert_string_equal(told, "The audit log has lost the lines before line 4.");
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_newest_acts_come_first),
		TEST(two_years_are_kept_behind_a_checkpoint),
		TEST(after_pruning_nothing_can_be_deleted_and_nothing_missed),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests_name("audit", tests, NULL, remove_folder);
}
