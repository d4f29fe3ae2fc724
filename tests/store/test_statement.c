/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements: rows, values, and failures that cannot be mistaken for the end of rows. */
#include "cmocka_store.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static struct db *
memory(void)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = NULL;

	assert_done(db_open_memory(&db, &fixture_v3, &err), err);
	return db;
}

static void
values_come_back_as_they_went_in(void **state)
{
	const unsigned char bytes[] = { 0, 1, 2, 255 };
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();
	struct stmt *q = db_start(db, FQ_TYPES, &err);
	size_t size;

	(void)state;
	db_bind_int(q, 1, INT64_MIN);
	db_bind_double(q, 2, 0.1);
	db_bind_text(q, 3, "Łódź");
	db_bind_blob(q, 4, bytes, sizeof(bytes));
	db_bind_null(q, 5);
	assert_true(db_next(q));
	assert_true(db_int(q, 0) == INT64_MIN);
	assert_true(db_double(q, 1) == 0.1);
	assert_string_equal(db_text(q, 2), "Łódź");
	assert_memory_equal(db_blob(q, 3, &size), bytes, sizeof(bytes));
	assert_int_equal(size, sizeof(bytes));
	assert_true(db_null(q, 4));
	assert_string_equal(db_text(q, 4), "");
	assert_false(db_next(q));
	assert_int_equal(db_end(q), 0);
	db_close(db);
}

static void
after_the_last_row_there_is_none_again(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();
	struct stmt *q = db_start(db, FQ_TYPES, &err);

	(void)state;
	assert_true(db_next(q));
	assert_false(db_next(q));
	assert_false(db_next(q));
	assert_int_equal(db_end(q), 0);
	q = db_start(db, FQ_TYPES, &err);
	assert_true(db_next(q));
	assert_int_equal(db_end(q), 0);
	db_close(db);
}

static void
nothing_bound_before_is_left_for_the_next_use(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();
	struct stmt *q = db_start(db, FQ_TYPES, &err);

	(void)state;
	db_bind_int(q, 1, 7);
	assert_true(db_next(q));
	assert_int_equal(db_end(q), 0);
	q = db_start(db, FQ_TYPES, &err);
	db_bind_text(q, 3, NULL);
	db_bind_blob(q, 4, NULL, 0);
	assert_true(db_next(q));
	assert_true(db_null(q, 0));
	assert_true(db_null(q, 2));
	assert_false(db_null(q, 3)); /* an empty blob is not nothing */
	assert_int_equal(db_end(q), 0);
	db_close(db);
}

static void
a_missing_table_is_an_error_and_not_an_empty_list(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();
	struct stmt *q = db_start(db, FQ_MISSING_TABLE, &err);
	int64_t number;

	(void)state;
	db_bind_int(q, 1, 5);
	assert_false(db_next(q));
	assert_int_equal(db_end(q), -1);
	assert_code(err, ERROR_DATA);
	assert_non_null(strstr(err.text, "nowhere"));
	assert_int_equal(db_number(db, FQ_MISSING_TABLE, 3, &number, NULL), -1);
	assert_int_equal(db_number(db, FQ_NONE, 3, &number, NULL), 0);
	assert_int_equal(number, 3);
	assert_int_equal(db_end(NULL), -1);
	db_close(db);
}

static void
text_after_a_statement_is_an_error(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();

	(void)state;
	assert_int_equal(db_run(db_start(db, FQ_TWO, &err), NULL), -1);
	assert_code(err, ERROR_DATA);
	assert_true(db_idle(db));
	db_close(db);
}

static void
a_parameter_that_the_query_does_not_have_is_an_error(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();
	struct stmt *q = db_start(db, FQ_COUNT, &err);

	(void)state;
	db_bind_int(q, 1, 5);
	assert_false(db_next(q));
	assert_int_equal(db_end(q), -1);
	assert_true(err.code != ERROR_NONE);
	db_close(db);
}

static void
normal_work_cannot_change_tables_settings_or_files(void **state)
{
	static const int queries[] = { FQ_ATTACH, FQ_PRAGMA };
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();

	(void)state;
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++)
		assert_int_equal(db_run(db_start(db, queries[i], NULL), NULL), -1);
	assert_int_equal(db_run(db_start(db, FQ_DDL, &err), NULL), -1);
	assert_code(err, ERROR_DATA);
	assert_int_equal(db_run(db_start(db, FQ_PRAGMA_READ, NULL), NULL), 0);
	db_close(db);
}

/* ---- rules of the tables ---- */

static void
a_name_twice_is_a_conflict_and_an_empty_one_the_users_error(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();

	(void)state;
	assert_done(fixture_add(db, "Gniezno", &err), err);
	assert_int_equal(fixture_add(db, "Gniezno", &err), -1);
	assert_code(err, ERROR_CONFLICT);
	error_clear(&err);
	assert_int_equal(fixture_add(db, "", &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(fixture_count(db), 1);
	db_close(db);
}

static int
add_part_of_nothing(struct db *db, void *context, struct error *err)
{
	struct stmt *q = db_start(db, FQ_ADD_PART, err);

	db_bind_int(q, 1, 77);
	db_bind_blob(q, 2, context, 1);
	return db_run(q, NULL);
}

static void
a_reference_to_nothing_is_refused(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();

	(void)state;
	assert_int_equal(db_write(db, NULL, add_part_of_nothing, (void *)"x", &err), -1);
	assert_code(err, ERROR_INPUT);
	db_close(db);
}

/* ---- Polish ---- */

static void
names_are_in_polish_order_and_fold_finds_them(void **state)
{
	static const char *const names[] = { "Żory", "Lublin", "Łódź", "Ćmielów", "Ciechanów" };
	static const char *const order[] = { "Ciechanów", "Ćmielów", "Lublin", "Łódź", "Żory" };
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();
	struct stmt *q;

	(void)state;
	for (int i = 0; i < 5; i++)
		assert_done(fixture_add(db, names[i], &err), err);
	q = db_start(db, FQ_NAMES, &err);
	for (int i = 0; i < 5; i++) {
		assert_true(db_next(q));
		assert_string_equal(db_text(q, 0), order[i]);
	}
	assert_int_equal(db_end(q), 0);
	q = db_start(db, FQ_FOLD, &err);
	db_bind_text(q, 1, "ŁÓDŹ");
	assert_true(db_next(q));
	assert_string_equal(db_text(q, 0), "lodz");
	assert_int_equal(db_end(q), 0);
	q = db_start(db, FQ_FOLD, &err);
	assert_true(db_next(q));
	assert_true(db_null(q, 0));
	assert_int_equal(db_end(q), 0);
	db_close(db);
}

/* ---- stopping, full ---- */

static int
stop(void *context, double done, const char *what)
{
	assert_true(done == -1);
	assert_non_null(what);
	return ++*(int *)context >= 2;
}

static void
a_long_question_can_be_stopped(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();
	int asked = 0;
	const struct progress progress = { stop, &asked };

	(void)state;
	db_set_progress(db, &progress);
	assert_int_equal(db_run(db_start(db, FQ_ENDLESS, &err), NULL), -1);
	assert_code(err, ERROR_CANCEL);
	assert_int_equal(asked, 2);
	db_set_progress(db, NULL);
	assert_int_equal(fixture_count(db), 0);
	db_close(db);
}

static int
add_large(struct db *db, void *context, struct error *err)
{
	static char large[200000];
	struct stmt *q = db_start(db, FQ_ADD, err);

	(void)context;
	memset(large, 'x', sizeof(large) - 1);
	db_bind_text(q, 1, large);
	return db_run(q, NULL);
}

static void
a_full_disk_saves_nothing_and_says_so(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = memory();
	int64_t pages;

	(void)state;
	assert_done(fixture_add(db, "one", &err), err);
	db->privileged = true;
	assert_done(
		connection_number(db->handle, "", "PRAGMA max_page_count=30", &pages, &err), err);
	db->privileged = false;
	assert_int_equal(db_write(db, NULL, add_large, NULL, &err), -1);
	assert_code(err, ERROR_FULL);
	assert_true(db_idle(db));
	assert_int_equal(fixture_count(db), 1);
	error_clear(&err);
	assert_done(fixture_add(db, "two", &err), err);
	db_close(db);
}

/* ---- bugs ---- */

static int
ends_by_assertion(void (*bug)(struct db *))
{
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		const struct rlimit none = { 0, 0 };
		struct db *db = memory();

		setrlimit(RLIMIT_CORE, &none);
		if (!freopen("/dev/null", "w", stderr))
			_exit(1);
		signal(SIGABRT, SIG_DFL);
		bug(db);
		_exit(0);
	}
	waitpid(pid, &status, 0);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void
start_twice(struct db *db)
{
	db_start(db, FQ_COUNT, NULL);
	db_start(db, FQ_COUNT, NULL);
}

static void
write_outside(struct db *db)
{
	db_start(db, FQ_ADD, NULL);
}

static int
forget_end(struct db *db, void *context, struct error *err)
{
	(void)context;
	db_next(db_start(db, FQ_COUNT, err));
	return 0;
}

static void
forget(struct db *db)
{
	db_write(db, NULL, forget_end, NULL, NULL);
}

static void
misuse_is_caught_by_assertions(void **state)
{
	(void)state;
	assert_true(ends_by_assertion(start_twice));
	assert_true(ends_by_assertion(write_outside));
	assert_true(ends_by_assertion(forget));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_come_back_as_they_went_in),
		TEST(after_the_last_row_there_is_none_again),
		TEST(nothing_bound_before_is_left_for_the_next_use),
		TEST(a_missing_table_is_an_error_and_not_an_empty_list),
		TEST(text_after_a_statement_is_an_error),
		TEST(a_parameter_that_the_query_does_not_have_is_an_error),
		TEST(normal_work_cannot_change_tables_settings_or_files),
		TEST(a_name_twice_is_a_conflict_and_an_empty_one_the_users_error),
		TEST(a_reference_to_nothing_is_refused),
		TEST(names_are_in_polish_order_and_fold_finds_them),
		TEST(a_long_question_can_be_stopped),
		TEST(a_full_disk_saves_nothing_and_says_so),
		TEST(misuse_is_caught_by_assertions),
	};

	return cmocka_run_group_tests_name("statements", tests, NULL, remove_folder);
}
