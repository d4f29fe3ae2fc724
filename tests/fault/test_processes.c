/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two processes on one database: the faster one wins and nothing is overwritten;
 * reading sees one state. */
#include "config.h"

#include "colleague.h"
#include "exchange/importer.h"
#include "model/draft.h"
#include "model/indicators/group.h"
#include "model/indicators/indicator.h"
#include "model/office.h"
#include "store/backup.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

/* ---- conflicts ---- */

static void
two_who_edit_one_card_see_both_versions(void **state)
{
	const struct work *w = work_named("a_card_is_saved_or_as_before");
	struct db *db = prepared(w->name);
	struct error err = { .code = ERROR_NONE };
	struct arena arena = { 0 };
	struct indicator mine, theirs;

	(void)state;
	assert_done(indicator_load(db, "OS01", &arena, &mine, &err), err);
	finish(colleague(w->run, 0, 0));
	mine.name = "Uczniowie według mnie";
	mine.note = "moja uwaga";
	assert_int_equal(indicator_save(db, &mine, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_true(err.text[0] != '\0');
	error_clear(&err);
	/* Mine is still there, theirs can be read, and nothing was overwritten. */
	assert_string_equal(mine.name, "Uczniowie według mnie");
	assert_done(indicator_load(db, "OS01", &arena, &theirs, &err), err);
	assert_string_equal(theirs.name, "Uczniowie szkół podstawowych");
	assert_int_equal(theirs.rev, mine.rev + 1);
	/* Having seen theirs, mine may follow it. */
	mine.rev = theirs.rev;
	assert_done(indicator_save(db, &mine, &err), err);
	assert_done(indicator_load(db, "OS01", &arena, &theirs, &err), err);
	assert_string_equal(theirs.name, "Uczniowie według mnie");
	arena_release(&arena);
	check_and_close(db);
}

static void
two_who_edit_one_group_see_both_versions(void **state)
{
	const int slots[] = { 4 };
	const struct work *w = work_named("a_group_is_saved_or_as_before");
	struct db *db = prepared(w->name);
	struct error err = { .code = ERROR_NONE };
	struct arena arena = { 0 };
	struct group mine, theirs;
	int *members, count;

	(void)state;
	assert_done(group_by_name(db, "Sąsiedzi", &mine, &err), err);
	finish(colleague(w->run, 0, 0));
	assert_int_equal(group_save(db, &mine, slots, 1, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	error_clear(&err);
	assert_done(group_by_name(db, "Sąsiedzi i Wałbrzych", &theirs, &err), err);
	assert_done(group_members(db, theirs.id, &arena, &members, &count, &err), err);
	assert_int_equal(count, 3);
	arena_release(&arena);
	check_and_close(db);
}

/* ---- reading and saving beside imports ---- */

enum { ROUNDS = 6 };

static int
import_and_undo(struct db *db, struct error *err)
{
	for (int i = 0; i < ROUNDS; i++)
		if (work_named("own_values_are_whole_or_absent")->run(db, err) ||
			import_undo(db, 4 + i, err))
			return -1;
	return 0;
}

static char *
content(struct db *db)
{
	struct error err = { .code = ERROR_NONE };
	char *text;

	assert_done(db_read_begin(db, &err), err);
	text = state_content(db, &err);
	db_read_end(db);
	assert_done(text ? 0 : -1, err);
	return text;
}

static void
one_imports_while_another_reads_and_saves(void **state)
{
	struct db *db = prepared("own_values_are_taken_back_or_stay");
	struct error err = { .code = ERROR_NONE };
	char *with = content(db), *without, number[16];
	int status, reads = 0;
	pid_t pid;

	(void)state;
	assert_done(import_undo(db, 4, &err), err);
	without = content(db);
	assert_string_not_equal(with, without);
	db_close(db);
	db = prepared("own_values_are_whole_or_absent");
	pid = colleague(import_and_undo, 0, 0);
	do {
		char *text = content(db);

		if (strcmp(text, with))
			assert_done(state_same(text, without, &err), err);
		free(text);
		snprintf(number, sizeof(number), "%d", ++reads);
		assert_done(preference_save(db, 1, "reads", number, &err), err);
		assert_done(draft_save_field(db, 1, "card", "u", 1, "note", number, &err), err);
	} while (waitpid(pid, &status, WNOHANG) == 0);
	assert_int_equal(status, 0);
	assert_done(preference_load(db, 1, "reads", number, sizeof(number), &err), err);
	assert_int_equal(strtol(number, NULL, 10), reads);
	free(with);
	free(without);
	check_and_close(db);
}

/* A number that is another each time, the same in every run. */
static long
some(long below)
{
	static uint64_t random = 20261122;

	random = random * 6364136223846793005u + 1442695040888963407u; /* Knuth, MMIX */
	return (long)((random >> 33) % (uint64_t)below);
}

static void
kill_after(pid_t pid, long microseconds)
{
	const struct timespec pause = { 0, microseconds * 1000 };
	int status;

	nanosleep(&pause, NULL);
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, &status, 0), pid);
}

static void
a_colleague_killed_at_any_moment_leaves_one_state_or_the_other(void **state)
{
	const char *effort = getenv("FAULT_KILLS");
	struct db *db = prepared("own_values_are_taken_back_or_stay");
	struct error err = { .code = ERROR_NONE };
	char *with = content(db), *without = NULL;

	(void)state;
	assert_done(import_undo(db, 4, &err), err);
	without = content(db);
	db_close(db);
	for (long i = effort ? strtol(effort, NULL, 10) : 24; i > 0; i--) {
		char *text;

		db = prepared("own_values_are_whole_or_absent");
		kill_after(colleague(import_and_undo, (int)i % 2, 0), some(15000));
		text = content(db);
		if (strcmp(text, with))
			assert_done(state_same(text, without, &err), err);
		free(text);
		check_and_close(db);
	}
	free(with);
	free(without);
}

static void
touch(const char *name, time_t seconds_ago)
{
	const struct timespec times[2] = { { time(NULL) - seconds_ago, 0 },
		{ time(NULL) - seconds_ago, 0 } };

	fixture_write_file(fixture_path(name), "half a copy");
	assert_int_equal(utimensat(AT_FDCWD, fixture_path(name), times, 0), 0);
}

static void
what_a_killed_daily_copy_left_goes_after_a_day(void **state)
{
	struct db *db = prepared("the_daily_copy_is_whole_or_absent");
	struct error err = { .code = ERROR_NONE };

	(void)state;
	assert_int_equal(mkdir(fixture_path("backup"), 0700), 0);
	touch("backup/.gromada-01234567.tmp", 200000);
	touch("backup/.gromada-01234567.tmp-journal", 200000);
	touch("backup/.gromada-89abcdef.tmp", 60); /* a colleague's, being made */
	touch("backup/notes.tmp", 200000);
	assert_done(backup_daily(db, &err), err);
	assert_false(fixture_exists(fixture_path("backup/.gromada-01234567.tmp")));
	assert_false(fixture_exists(fixture_path("backup/.gromada-01234567.tmp-journal")));
	assert_true(fixture_exists(fixture_path("backup/.gromada-89abcdef.tmp")));
	assert_true(fixture_exists(fixture_path("backup/notes.tmp")));
	check_and_close(db);
}

/* ---- previews that grew old ---- */

static struct importer *
previewed(struct db *db, const char *name)
{
	const struct import_options options = { .new_indicators = true };
	struct error err = { .code = ERROR_NONE };
	struct importer *im;

	assert_done(importer_read(&im, db, IMPORT_DETECT, fixture_path(name), &options, NULL,
		&err), err);
	return im;
}

static void
what_a_colleague_imported_meanwhile_is_not_imported_twice(void **state)
{
	static const struct {
		const char *work, *file;
	} cases[] = {
		{ "a_first_register_is_whole_or_absent", "TERC-2019.csv" },
		{ "a_list_of_changes_is_whole_or_absent", "changes.csv" },
		{ "a_wide_bdl_file_is_whole_or_absent", "LUDN_1111_CTAB_20210101000000.csv" },
		{ "a_long_bdl_file_is_whole_or_absent", "LUDN_2222_CREL_20210101000000.csv" },
		{ "own_values_are_whole_or_absent", "more-values.csv" },
		{ "a_catalogue_is_whole_or_absent", "more-cards.csv" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct work *w = work_named(cases[i].work);
		struct error err = { .code = ERROR_NONE };
		struct db *db = prepared(w->name);
		struct importer *im = previewed(db, cases[i].file);
		int64_t id = -1;

		finish(colleague(w->run, 0, 0));
		assert_done(importer_write(im, NULL, &id, &err), err);
		assert_int_equal(id, 0);
		importer_free(im);
		check_and_close(db);
		assert_done(work_verify(w, 0,
			&(const struct work_result){ .acknowledged = true }, &err), err);
	}
}

static int
undo_all(struct db *db, struct error *err)
{
	return import_undo(db, 3, err) || import_undo(db, 2, err) || import_undo(db, 1, err)
		       ? -1
		       : 0;
}

static void
a_preview_whose_units_went_away_is_written_soundly_or_refused(void **state)
{
	static const char *const names[] = { "more-values.csv", "LUDN_2222_CREL_20210101000000.csv",
		"LUDN_1111_CTAB_20210101000000.csv", "changes.csv", "more-cards.csv" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct error err = { .code = ERROR_NONE };
		struct db *db = prepared("own_values_are_whole_or_absent");
		struct importer *im = previewed(db, names[i]);
		int64_t id = 0;

		finish(colleague(undo_all, 0, 0));
		if (importer_write(im, NULL, &id, &err))
			assert_true(err.code != ERROR_NONE && err.text[0]);
		importer_free(im);
		check_and_close(db);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(two_who_edit_one_card_see_both_versions),
		TEST(two_who_edit_one_group_see_both_versions),
		TEST(one_imports_while_another_reads_and_saves),
		TEST(a_colleague_killed_at_any_moment_leaves_one_state_or_the_other),
		TEST(what_a_killed_daily_copy_left_goes_after_a_day),
		TEST(what_a_colleague_imported_meanwhile_is_not_imported_twice),
		TEST(a_preview_whose_units_went_away_is_written_soundly_or_refused),
	};

	faultvfs_install();
	return cmocka_run_group_tests_name("two processes", tests, NULL, remove_folder);
}
