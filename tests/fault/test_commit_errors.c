/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person is told when the disk fails during a save is true, at every point. */
#include "../store/cmocka_store.h"
#include "faultvfs.h"

struct found {
	bool failed, kept, uncertain;
	enum error_code code, afterwards;
};

/* Saves one item with the disk failing from operation at; *over when it did not fail. */
static struct found
save(enum fault_kind kind, long at, bool forever, bool *over)
{
	struct error err = { .code = ERROR_NONE }, next = { .code = ERROR_NONE };
	struct found found = { .failed = false };
	struct db *db;

	fixture_empty();
	assert_done(db_open(&db, fixture_path("a.db"), DB_CREATE, &fixture_v3, NULL, &err), err);
	faultvfs_plan(kind, at, forever);
	found.failed = fixture_add(db, "item", &err) != 0;
	*over = !faultvfs_hit();
	faultvfs_plan(FAULT_NONE, 0, false);
	found.code = err.code;
	found.uncertain = strstr(err.text, "not certain") != NULL;
	if (found.failed) {
		int64_t count;

		db_number(db, FQ_COUNT, 0, &count, &next);
		found.afterwards = next.code;
	}
	db_close(db);
	assert_done(db_open(&db, fixture_path("a.db"), DB_EXISTING, &fixture_v3, NULL, &err), err);
	found.kept = fixture_count(db) == 1;
	db_close(db);
	return found;
}

static void
who_is_told_that_nothing_was_saved_finds_nothing(void **state)
{
	int uncertain = 0, kept = 0, failed = 0;

	(void)state;
	for (int forever = 0; forever <= 1; forever++) {
		bool over = false;

		for (long at = 1; !over; at++) {
			struct found found = save(FAULT_ERROR, at, forever, &over);

			if (!found.failed) {
				assert_true(found.kept);
				continue;
			}
			failed++;
			kept += found.kept;
			uncertain += found.uncertain;
			assert_int_equal(found.code, ERROR_IO);
			assert_true(found.uncertain || !found.kept);
			assert_int_equal(found.afterwards, ERROR_IO); /* no work goes on */
		}
	}
	assert_true(failed > 10);
	assert_true(kept > 0); /* the last sync fails after the change stands */
	assert_true(uncertain < failed);
}

static void
after_a_full_disk_work_goes_on(void **state)
{
	bool over = false;
	int failed = 0;

	(void)state;
	for (long at = 1; !over; at++) {
		struct found found = save(FAULT_FULL, at, false, &over);

		assert_true(found.kept != found.failed);
		if (!found.failed)
			continue;
		failed++;
		assert_int_equal(found.code, ERROR_FULL);
		assert_int_equal(found.afterwards, ERROR_NONE);
	}
	assert_true(failed > 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_is_told_that_nothing_was_saved_finds_nothing),
		TEST(after_a_full_disk_work_goes_on),
	};

	faultvfs_install();
	return cmocka_run_group_tests_name("errors while saving", tests, NULL, remove_folder);
}
