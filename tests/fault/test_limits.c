/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works that run out of room in the database, of memory or of the person's patience: a sentence,
 * the former state, and the program goes on. FAULT_ALLOCATIONS says how many failing allocations
 * are tried. */
#include "config.h"

#include "../store/cmocka_store.h"
#include "exchange/importer.h"
#include "faultvfs.h"
#include "state.h"
#include "store/internal.h"
#include "works.h"

#include <stdlib.h>

/* ---- no more pages ---- */

static void
limit_pages(struct db *db, int64_t pages)
{
	struct error err = { .code = ERROR_NONE };
	char sql[64];

	snprintf(sql, sizeof(sql), "PRAGMA max_page_count=%lld", (long long)pages);
	db->privileged = true;
	assert_done(connection_run(db->handle, db->path, sql, &err), err);
	db->privileged = false;
}

/* Pages that steps of the schema left free would give the work room. */
static void
leave_no_page_free(struct db *db)
{
	struct error err = { .code = ERROR_NONE };

	db->privileged = true;
	assert_done(connection_run(db->handle, db->path, "VACUUM", &err), err);
	db->privileged = false;
}

static void
refused_for_want_of_room(const struct work *w, struct db *db, const char *before)
{
	struct error err = { .code = ERROR_NONE };
	char *after;
	int result = w->run(db, &err);

	assert_int_equal(result, -1);
	assert_code(err, ERROR_FULL);
	assert_true(strlen(err.text) > 20);
	assert_true(db_idle(db));
	error_clear(&err);
	after = state_text(db, &err);
	assert_done(after ? state_same(after, before, &err) : -1, err);
	free(after);
}

/* One page more each time, until the work has room enough. */
static int
fill_up(const struct work *w)
{
	struct error err = { .code = ERROR_NONE };
	int64_t pages;
	char *before;
	struct db *db;
	int refused = 0;

	fixture_empty();
	assert_done(work_prepare(w, 0, &err), err);
	assert_done(work_open(&db, 0, &err), err);
	leave_no_page_free(db);
	before = state_text(db, &err);
	assert_done(before ? 0 : -1, err);
	assert_done(connection_number(db->handle, db->path, "PRAGMA page_count", &pages, &err),
		err);
	for (;; refused++) {
		limit_pages(db, pages + refused);
		if (w->run(db, &err) == 0)
			break;
		error_clear(&err);
		refused_for_want_of_room(w, db, before);
		assert_true(refused < 200);
	}
	free(before);
	db_close(db);
	assert_done(work_verify(w, 0, &(const struct work_result){ .acknowledged = true }, &err),
		err);
	return refused;
}

static void
a_full_database_takes_nothing_and_loses_nothing(void **state)
{
	int refused = 0;

	(void)state;
	for (int i = 0; i < work_count; i++)
		if (!works[i].closed)
			refused += fill_up(&works[i]);
	assert_true(refused > 5);
}

/* ---- no more memory ---- */

static sqlite3_mem_methods usual;
static struct {
	long at, count; /* at 0: no failure is planned */
	bool forever, hit;
} memory;

static bool
memory_fails(void)
{
	memory.count++;
	if (!memory.at || memory.count < memory.at || (memory.count > memory.at && !memory.forever))
		return false;
	memory.hit = true;
	return true;
}

static void *
limited_malloc(int size)
{
	return memory_fails() ? NULL : usual.xMalloc(size);
}

static void *
limited_realloc(void *old, int size)
{
	return memory_fails() ? NULL : usual.xRealloc(old, size);
}

static void
install_memory(void)
{
	sqlite3_mem_methods limited;

	if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual) != SQLITE_OK)
		abort();
	limited = usual;
	limited.xMalloc = limited_malloc;
	limited.xRealloc = limited_realloc;
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &limited) != SQLITE_OK)
		abort();
}

static void
plan_memory(long at, bool forever)
{
	memory.at = at;
	memory.count = 0;
	memory.forever = forever;
	memory.hit = false;
}

/* False when the work was done before its allocation number at. */
static bool
run_short_of_memory(const struct work *w, long at, bool forever)
{
	struct error err = { .code = ERROR_NONE }, why = { .code = ERROR_NONE };
	struct work_result result = { .acknowledged = false };
	bool hit;

	fixture_empty();
	assert_done(work_prepare(w, 0, &err), err);
	plan_memory(at, forever);
	result.acknowledged = work_act(w, 0, &err) == 0;
	hit = memory.hit;
	plan_memory(0, false);
	if (result.acknowledged == (err.code != ERROR_NONE) ||
		(!result.acknowledged && (!err.text[0] || !hit)) ||
		work_verify(w, 0, &result, &why)) {
		print_message("# %s, allocation %ld%s: “%s”, %s\n", w->name, at,
			forever ? " and all after it" : "", err.text, why.text);
		fail();
	}
	return hit;
}

static void
want_of_memory_is_told_and_loses_nothing(void **state)
{
	const char *effort = getenv("FAULT_ALLOCATIONS");
	long each = (effort ? strtol(effort, NULL, 10) : 220) / work_count / 2;

	(void)state;
	for (int i = 0; i < work_count; i++) {
		struct error err = { .code = ERROR_NONE };
		long step;

		fixture_empty();
		assert_done(work_prepare(&works[i], 0, &err), err);
		plan_memory(0, false);
		assert_done(work_act(&works[i], 0, &err), err);
		step = memory.count / (each > 0 ? each : 1) + 1;
		for (long at = 1 + i % step; run_short_of_memory(&works[i], at, false); at += step)
			;
		for (long at = 1 + i % step; run_short_of_memory(&works[i], at, true); at += step)
			;
	}
}

/* ---- no more patience ---- */

struct patience {
	long left;
};

static int
on_step(void *context, double done, const char *what)
{
	struct patience *p = context;

	assert_true(done <= 1 && what);
	return p->left-- == 0;
}

/* False when the import asked less often whether to go on. */
static bool
stop_import(const char *name, long at)
{
	struct patience patience = { at };
	const struct progress progress = { on_step, &patience };
	const struct import_options options = { .new_indicators = true };
	struct error err = { .code = ERROR_NONE };
	struct importer *im = NULL;
	struct db *db;
	char *before, *after;
	int64_t id;
	int result;

	fixture_empty();
	assert_done(work_prepare(work_named("own_values_are_whole_or_absent"), 0, &err), err);
	assert_done(work_open(&db, 0, &err), err);
	before = state_text(db, &err);
	result = importer_read(&im, db, IMPORT_DETECT, fixture_path(name), &options, &progress,
		&err);
	if (result == 0)
		result = importer_write(im, &progress, &id, &err);
	importer_free(im);
	if (result) {
		assert_code(err, ERROR_CANCEL);
		assert_true(strlen(err.text) > 10);
		error_clear(&err);
		after = state_text(db, &err);
		assert_done(state_same(after, before, &err), err);
		free(after);
	}
	assert_true((result != 0) == (patience.left < 0));
	free(before);
	db_close(db);
	return result != 0;
}

static void
an_import_stopped_at_any_moment_leaves_no_trace(void **state)
{
	static const char *const names[] = { "more-values.csv", "LUDN_2222_CREL_20210101000000.csv",
		"LUDN_1111_CTAB_20210101000000.csv", "changes.csv", "more-cards.csv" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		long at = 0;

		while (stop_import(names[i], at))
			at++;
		assert_true(at > 0 && at < 1000);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_full_database_takes_nothing_and_loses_nothing),
		TEST(an_import_stopped_at_any_moment_leaves_no_trace),
		TEST(want_of_memory_is_told_and_loses_nothing),
	};

	install_memory();
	faultvfs_install();
	return cmocka_run_group_tests_name("limits", tests, NULL, remove_folder);
}
