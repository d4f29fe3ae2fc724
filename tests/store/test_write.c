/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes: one audited transaction each, and what happens when colleagues are there too. */
#include "cmocka_store.h"

#include "store/audit.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static struct db *
opened(const char *path)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = NULL;

	assert_done(db_open(&db, path, DB_CREATE, &fixture_v3, NULL, &err), err);
	return db;
}

static void
a_write_leaves_one_line_in_the_audit_log(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));
	struct audit_head head;
	struct stmt *q;

	(void)state;
	assert_done(audit_head(db, &head, &err), err);
	assert_int_equal(head.id, 0);
	db_set_person(db, 7, "anowak");
	assert_done(fixture_add(db, "Gniezno", &err), err);
	q = db_start(db, FQ_AUDIT, &err);
	assert_true(db_next(q));
	assert_int_equal(db_int(q, 0), 1);
	assert_int_equal(strlen(db_text(q, 1)), 20);
	assert_int_equal(db_int(q, 2), 7);
	assert_string_equal(db_text(q, 3), "anowak");
	assert_string_equal(db_text(q, 4), "item.add");
	assert_string_equal(db_text(q, 5), "item");
	assert_int_equal(db_int(q, 6), 1);
	assert_string_equal(db_text(q, 7), "name");
	assert_false(db_next(q));
	assert_int_equal(db_end(q), 0);
	assert_done(audit_head(db, &head, &err), err);
	assert_int_equal(head.id, 1);
	assert_int_equal(audit_verify(db, NULL, NULL, &err), 0);
	db_close(db);
}

static void
what_another_process_wrote_is_noticed_once(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db")), *other;

	(void)state;
	assert_false(db_moved(db));
	assert_done(fixture_add(db, "Gniezno", &err), err);
	assert_false(db_moved(db));
	other = opened(fixture_path("a.db"));
	assert_false(db_moved(db));
	assert_done(fixture_add(other, "Trzcianka", &err), err);
	assert_true(db_moved(db));
	assert_false(db_moved(db));
	assert_true(db_idle(db));
	db_close(other);
	db_close(db);
}

static int
add_and_fail(struct db *db, void *context, struct error *err)
{
	struct stmt *q = db_start(db, FQ_ADD, err);

	assert_true(db_writing(db));
	db_bind_text(q, 1, context);
	assert_int_equal(db_run(q, NULL), 0);
	return error_set(err, ERROR_DENIED, "No.");
}

static void
a_change_that_fails_leaves_nothing(void **state)
{
	const struct db_act act = { .action = "item.add" };
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));
	struct audit_head head;

	(void)state;
	assert_int_equal(db_write(db, &act, add_and_fail, (void *)"x", &err), -1);
	assert_code(err, ERROR_DENIED);
	assert_false(db_writing(db));
	assert_true(db_idle(db));
	assert_int_equal(fixture_count(db), 0);
	assert_int_equal(audit_head(db, &head, NULL), 0);
	assert_int_equal(head.id, 0);
	db_close(db);
}

static int
add_quietly(struct db *db, void *context, struct error *err)
{
	struct stmt *q = db_start(db, FQ_ADD, err);

	db_bind_text(q, 1, context);
	return db_run(q, NULL);
}

static void
a_draft_is_written_without_an_audit_line(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));
	struct audit_head head;

	(void)state;
	assert_done(db_write(db, NULL, add_quietly, (void *)"draft", &err), err);
	assert_int_equal(fixture_count(db), 1);
	assert_int_equal(audit_head(db, &head, NULL), 0);
	assert_int_equal(head.id, 0);
	db_close(db);
}

/* As SQLite does by itself after some failures, which a careless change might not pass on. */
static int
go_on_after_rollback(struct db *db, void *context, struct error *err)
{
	add_quietly(db, (void *)"before", NULL);
	assert_int_equal(sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	if (*(const int *)context)
		add_quietly(db, (void *)"after", NULL);
	(void)err;
	return 0;
}

static void
a_change_that_goes_on_after_a_rollback_saves_nothing(void **state)
{
	struct db *db = opened(fixture_path("a.db"));

	(void)state;
	for (int more = 0; more <= 1; more++) {
		struct error err = { .code = ERROR_NONE };

		assert_int_equal(db_write(db, NULL, go_on_after_rollback, &more, &err), -1);
		assert_code(err, ERROR_IO);
		assert_int_equal(fixture_count(db), 0);
	}
	db_close(db);
}

/* ---- tampering ---- */

static void
count_fault(void *context, const char *sentence)
{
	char *all = context;

	snprintf(all + strlen(all), 2048 - strlen(all), "%s\n", sentence);
}

/* Faults that verification tells after a stranger's SQL on a log of five lines. */
static int
faults_after(const char *sql, char told[2048])
{
	static const char *const names[] = { "a", "b", "c", "d", "e" };
	const char *path = fixture_path("tampered.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db;
	int faults;

	fixture_empty();
	db = opened(path);
	for (int i = 0; i < 5; i++)
		assert_done(fixture_add(db, names[i], &err), err);
	fixture_raw(path, "DROP TRIGGER audit_insert; DROP TRIGGER audit_update; "
			  "DROP TRIGGER audit_delete;");
	fixture_raw(path, sql);
	told[0] = '\0';
	faults = audit_verify(db, count_fault, told, &err);
	db_close(db);
	return faults;
}

static void
every_way_of_changing_the_log_is_found(void **state)
{
	char told[2048];

	(void)state;
	assert_int_equal(faults_after("SELECT 1", told), 0);
	assert_int_equal(faults_after("UPDATE audit SET login = 'other' WHERE id = 3", told), 1);
	assert_non_null(strstr(told, "Line 3 "));
	assert_int_equal(faults_after("UPDATE audit SET person_id = 4 WHERE id = 2", told), 1);
	assert_int_equal(faults_after("UPDATE audit SET entity = '', summary = entity || summary "
				      "WHERE id = 2",
				 told),
		1);
	assert_int_equal(faults_after("DELETE FROM audit WHERE id = 2", told), 1);
	assert_non_null(strstr(told, "before line 3"));
	assert_int_equal(faults_after("DELETE FROM audit WHERE id = 1", told), 1);
	assert_true(faults_after("UPDATE audit SET id = 9 WHERE id = 2; UPDATE audit SET id = 2 "
				 "WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 9",
			    told) >= 2);
	assert_true(
		faults_after("INSERT INTO audit SELECT 6, at, person_id, login, action, entity, "
			     "entity_id, summary, previous, hash FROM audit WHERE id = 5",
			told) >= 1);
	assert_int_equal(faults_after("UPDATE audit SET hash = 'x' WHERE id = 5", told), 1);
}

static int
run_query(struct db *db, void *context, struct error *err)
{
	return db_run(db_start(db, *(const int *)context, err), NULL);
}

static void
the_log_cannot_be_changed_by_accident(void **state)
{
	static const int queries[] = { FQ_AUDIT_CHANGE, FQ_AUDIT_DELETE, FQ_AUDIT_REPLACE };
	struct db *db = opened(fixture_path("a.db"));
	struct error err = { .code = ERROR_NONE };

	(void)state;
	assert_done(fixture_add(db, "one", &err), err);
	for (size_t i = 0; i < 3; i++) {
		error_clear(&err);
		assert_int_equal(db_write(db, NULL, run_query, (void *)&queries[i], &err), -1);
		assert_code(err, ERROR_INPUT);
		assert_non_null(strstr(err.text, "audit"));
	}
	assert_int_equal(audit_verify(db, NULL, NULL, &err), 0);
	db_close(db);
}

/* ---- other programs ---- */

static void
a_file_that_a_newer_program_migrated_is_not_written(void **state)
{
	const char *path = fixture_path("a.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(path);

	(void)state;
	assert_done(fixture_add(db, "one", &err), err);
	fixture_raw(path, "PRAGMA user_version=4");
	assert_int_equal(fixture_add(db, "two", &err), -1);
	assert_code(err, ERROR_NEWER);
	error_clear(&err);
	assert_int_equal(db_read_begin(db, &err), -1);
	assert_code(err, ERROR_NEWER);
	assert_true(db_idle(db));
	assert_int_equal(fixture_count(db), 1);
	db_close(db);
}

static void
a_file_that_was_moved_away_is_not_written(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));

	(void)state;
	assert_done(fixture_add(db, "one", &err), err);
	assert_int_equal(rename(fixture_path("a.db"), fixture_path("b.db")), 0);
	assert_int_equal(fixture_add(db, "two", &err), -1);
	assert_code(err, ERROR_IO);
	db_close(db);
}

/* A process that holds the write lock until its input is closed. */
static pid_t
hold(const char *path, int *release)
{
	int ready[2], go[2];
	char byte;
	pid_t pid;

	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(go), 0);
	pid = fork();
	if (pid == 0) {
		sqlite3 *handle;

		close(go[1]);
		if (sqlite3_open(path, &handle) ||
			sqlite3_exec(handle, "BEGIN IMMEDIATE", NULL, NULL, NULL) ||
			write(ready[1], "x", 1) != 1 || read(go[0], &byte, 1) != 0)
			_exit(1);
		_exit(sqlite3_exec(handle, "ROLLBACK", NULL, NULL, NULL));
	}
	close(ready[1]);
	close(go[0]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	*release = go[1];
	return pid;
}

struct waiting {
	int asked, give_up_at, last_ms, release;
};

static int
on_waiting(void *context, int waited_ms)
{
	struct waiting *w = context;

	assert_true(waited_ms >= w->last_ms);
	w->last_ms = waited_ms;
	w->asked++;
	if (w->release && w->asked == 2) {
		close(w->release);
		w->release = 0;
	}
	return w->give_up_at && w->asked >= w->give_up_at;
}

static struct db *
opened_waiting(const char *path, struct waiting *w)
{
	const struct db_wait wait = { on_waiting, w };
	struct error err = { .code = ERROR_NONE };
	struct db *db = NULL;

	assert_done(db_open(&db, path, DB_CREATE, &fixture_v3, &wait, &err), err);
	db->busy_tell = 20;
	return db;
}

static void
waiting_ends_when_the_colleague_is_done(void **state)
{
	struct waiting w = { .give_up_at = 0 };
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened_waiting(fixture_path("a.db"), &w);
	pid_t pid = hold(fixture_path("a.db"), &w.release);
	int status;

	(void)state;
	assert_done(fixture_add(db, "after waiting", &err), err);
	assert_true(w.asked >= 2);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(fixture_count(db), 1);
	db_close(db);
}

static void
a_person_can_stop_waiting_and_a_limit_stops_anyway(void **state)
{
	struct waiting w = { .give_up_at = 1 };
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened_waiting(fixture_path("a.db"), &w);
	int release, status;
	pid_t pid = hold(fixture_path("a.db"), &release);

	(void)state;
	assert_int_equal(fixture_add(db, "x", &err), -1);
	assert_code(err, ERROR_CANCEL);
	error_clear(&err);
	w.give_up_at = 0;
	db->busy_limit = 30;
	assert_int_equal(fixture_add(db, "x", &err), -1);
	assert_code(err, ERROR_BUSY);
	assert_true(db_idle(db));
	assert_int_equal(fixture_count(db), 0); /* reading goes on meanwhile */
	close(release);
	waitpid(pid, &status, 0);
	error_clear(&err);
	assert_done(fixture_add(db, "x", &err), err);
	db_close(db);
}

static int
raise_rev(struct db *db, void *context, struct error *err)
{
	struct stmt *q = db_start(db, FQ_REV, err);
	int64_t changed;

	db_bind_text(q, 1, context);
	return db_run(q, &changed) || changed != 1 ? -1 : 0;
}

static int
raise_often(const char *path)
{
	struct error err = { .code = ERROR_NONE };
	const struct db_act act = { .action = "item.rev" };
	struct db *db;

	if (db_open(&db, path, DB_EXISTING, &fixture_v3, NULL, &err))
		return 1;
	for (int i = 0; i < 25; i++)
		if (db_write(db, &act, raise_rev, (void *)"one", &err)) {
			fprintf(stderr, "# %s\n", err.text);
			return 2;
		}
	db_close(db);
	return 0;
}

static void
four_processes_lose_no_update_and_keep_one_chain(void **state)
{
	const char *path = fixture_path("a.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(path);
	int64_t revs;
	pid_t pids[4];
	int status;

	(void)state;
	assert_done(fixture_add(db, "one", &err), err);
	db_close(db);
	for (int i = 0; i < 4; i++) {
		pids[i] = fork();
		if (pids[i] == 0)
			_exit(raise_often(path));
	}
	for (int i = 0; i < 4; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	db = opened(path);
	assert_done(db_number(db, FQ_REVS, 0, &revs, &err), err);
	assert_int_equal(revs, 101);
	assert_int_equal(audit_verify(db, NULL, NULL, &err), 0);
	db_close(db);
}

/* ---- what follows from a change ---- */

static int64_t settled;

static int
settle_item(struct db *db, int64_t row, struct error *err)
{
	assert_true(db_writing(db));
	settled = settled * 10 + row;
	return row == 3 ? error_set(err, ERROR_DENIED, "Not the third.") : 0;
}

static void
a_touched_row_is_settled_before_the_commit_and_its_failure_undoes_the_change(void **state)
{
	struct db_schema watched = fixture_v3;
	struct error err = { .code = ERROR_NONE };
	struct db *db = NULL;

	(void)state;
	watched.watched = "item";
	watched.settle = settle_item;
	assert_done(db_open(&db, fixture_path("a.db"), DB_CREATE, &watched, NULL, &err), err);
	settled = 0;
	assert_done(fixture_add(db, "a", &err), err);
	assert_done(fixture_add(db, "b", &err), err);
	assert_int_equal(settled, 12); /* each once, in its own transaction */
	assert_int_equal(fixture_add(db, "c", &err), -1);
	assert_code(err, ERROR_DENIED);
	assert_int_equal(fixture_count(db), 2);
	db_close(db);
}

/* ---- reading ---- */

static void
one_reading_sees_one_state(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *reader = opened(fixture_path("a.db")), *writer = opened(fixture_path("a.db"));

	(void)state;
	writer->busy_limit = 20;
	assert_done(db_read_begin(reader, &err), err);
	assert_done(db_read_begin(reader, &err), err);
	assert_int_equal(fixture_count(reader), 0);
	assert_int_equal(fixture_add(writer, "x", NULL), -1); /* waits for the reader */
	db_read_end(reader);
	assert_int_equal(fixture_count(reader), 0);
	assert_false(db_idle(reader));
	db_read_end(reader);
	assert_true(db_idle(reader));
	assert_done(fixture_add(writer, "x", &err), err);
	assert_int_equal(fixture_count(reader), 1);
	db_close(reader);
	db_close(writer);
}

static int
add_much(struct db *db, void *context, struct error *err)
{
	enum { MUCH = 1 << 21 };
	unsigned char *bytes = test_calloc(MUCH, 1);
	struct stmt *q;
	int result;

	if (add_quietly(db, context, err))
		return -1;
	q = db_start(db, FQ_ADD_PART, err);
	db_bind_int(q, 1, 1);
	db_bind_blob(q, 2, bytes, MUCH);
	result = db_run(q, NULL);
	test_free(bytes);
	return result;
}

static void
pages_that_were_read_are_not_kept_in_memory(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db;
	struct stmt *q;
	int used, most;
	size_t size;

	(void)state;
	assert_done(db_open(&db, fixture_path("much.db"), DB_CREATE, &fixture_v3, NULL, &err), err);
	assert_done(db_write(db, NULL, add_much, (void *)"a", &err), err);
	assert_done(db_read_begin(db, &err), err);
	q = db_start(db, FQ_PARTS, &err);
	assert_true(db_next(q));
	assert_non_null(db_blob(q, 0, &size));
	assert_int_equal(db_end(q), 0);
	sqlite3_db_status(db->handle, SQLITE_DBSTATUS_CACHE_USED, &used, &most, 0);
	assert_true(used > 1 << 21);
	db_read_end(db);
	sqlite3_db_status(db->handle, SQLITE_DBSTATUS_CACHE_USED, &used, &most, 0);
	assert_true(used < 1 << 19);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_write_leaves_one_line_in_the_audit_log),
		TEST(what_another_process_wrote_is_noticed_once),
		TEST(a_change_that_fails_leaves_nothing),
		TEST(a_draft_is_written_without_an_audit_line),
		TEST(a_change_that_goes_on_after_a_rollback_saves_nothing),
		TEST(every_way_of_changing_the_log_is_found),
		TEST(the_log_cannot_be_changed_by_accident),
		TEST(a_file_that_a_newer_program_migrated_is_not_written),
		TEST(a_file_that_was_moved_away_is_not_written),
		TEST(waiting_ends_when_the_colleague_is_done),
		TEST(a_person_can_stop_waiting_and_a_limit_stops_anyway),
		TEST(four_processes_lose_no_update_and_keep_one_chain),
		TEST(a_touched_row_is_settled_before_the_commit_and_its_failure_undoes_the_change),
		TEST(one_reading_sees_one_state),
		TEST(pages_that_were_read_are_not_kept_in_memory),
	};

	return cmocka_run_group_tests_name("writing", tests, NULL, remove_folder);
}
