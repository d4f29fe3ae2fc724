/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database of every earlier step since there are groups, with rows in the tables that later steps
 * change, becomes one of this version: whole, with all that hangs on each other, and saying what it
 * said. */
#include "values_fixture.h"

#include "model/check.h"
#include "model/schema.h"
#include "store/internal.h"

#include <unistd.h>

/* Queries of the test's own, on files of any version. */
enum { SQ_SCHEMA, SQ_SAID, SQ_COUNT };
static const struct db_query queries[SQ_COUNT] = {
	[SQ_SCHEMA] = { "schema", "SELECT type || ' ' || name || ': ' || sql FROM sqlite_schema"
				  " WHERE sql IS NOT NULL ORDER BY type, name" },
	[SQ_SAID] = { "said",
		"SELECT 'member ' || slot || ' ' || first_on || ' to ' || last_on FROM membership"
		" UNION ALL SELECT 'homework ' || text || ' ' || given_on || ' ' || open FROM homework"
		" UNION ALL SELECT 'minutes ' || state || ' ' || (SELECT count(*) FROM minutes_version)"
		" || ' ' || (SELECT count(*) FROM minutes_annex) FROM minutes"
		" UNION ALL SELECT 'document ' || title || ' ' || later FROM document"
		" UNION ALL SELECT 'money ' || year || ' ' || coalesce(planned, '-') || ' ' ||"
		" coalesce(spent, '-') FROM task_money"
		" UNION ALL SELECT 'task ' || state || ' ' || percent FROM task"
		" UNION ALL SELECT 'frozen ' || state || ' ' || percent || ' ' || coalesce(planned, '-')"
		" FROM round_task"
		" UNION ALL SELECT 'correction ' || coalesce(value, '-') || ' ' || flag || ' ' || reason"
		" FROM round_correction"
		" UNION ALL SELECT 'cause ' || cause || ' ' || later FROM deviation"
		" UNION ALL SELECT 'figure ' || slot || ' ' || verified FROM own_figure" },
};

/* From the step on that is named until the one before another takes it. */
static const struct piece {
	int from, until;
	const char *sql;
} pieces[] = {
	{ 1, 99,
		"INSERT INTO person (id, uid, login, role, created_at)"
		" VALUES (1, printf('%032d', 1), 'anna', 'coordinator', '2026-01-01T00:00:00Z');"
		"INSERT INTO unit (code, level, origin) VALUES ('020101', 'gmina', 'teryt'),"
		" ('020102', 'gmina', 'teryt');"
		"INSERT INTO import (uid, kind, file_name, sha256, size, encoding, person_id,"
		" imported_at) VALUES (printf('%032d', 1), 'values', 'a.csv', printf('%064d', 1), 1,"
		" 'utf-8', 1, '2026-02-03T10:00:00Z');"
		"INSERT INTO unit_version (slot, valid_from, import_id, name, kind)"
		" VALUES (1, '', 1, 'A', '1'), (2, '', 1, 'B', '2');" },
	{ 5, 99,
		"INSERT INTO exchange_group (id, uid, code, name, kind, starts_on)"
		" VALUES (1, printf('%032d', 1), 'G', 'G', 'gwd', '2026-01-01');"
		"INSERT INTO comparison_group (id, uid, name, exchange_group_id)"
		" VALUES (1, printf('%032d', 1), 'G', 1);"
		"INSERT INTO meeting (id, uid, group_id, number, starts_at, ends_at, state)"
		" VALUES (1, printf('%032d', 1), 1, 1, '2026-02-02T10:00', '2026-02-02T15:00', 'held');"
		"INSERT INTO homework (id, uid, group_id, meeting_id, slot, text, due_on)"
		" VALUES (1, printf('%032d', 1), 1, 1, 1, 'a', '2026-03-01'),"
		" (2, printf('%032d', 2), 1, NULL, 1, 'b', '2025-12-01'),"
		" (3, printf('%032d', 3), 1, NULL, NULL, 'c', '2026-04-01');"
		"INSERT INTO homework_answer (uid, homework_id, state, answered_on)"
		" VALUES (printf('%032d', 1), 1, 'done', '2026-02-20');"
		"INSERT INTO minutes (id, uid, meeting_id, state, approved_on, approved_by)"
		" VALUES (1, printf('%032d', 1), 1, 'approved', '2026-02-10', 1);"
		"INSERT INTO minutes_version (minutes_id, number, text, source, created_at) VALUES"
		" (1, 1, 'a', 'made', '2026-02-03T10:00:00Z'),"
		" (1, 2, 'b', 'edited', '2026-02-04T10:00:00Z');"
		"INSERT INTO minutes_annex (minutes_id, number, text, approved_on)"
		" VALUES (1, 1, 'c', '2026-02-20');"
		"INSERT INTO document (uid, group_id, meeting_id, slot, title, kind)"
		" VALUES (printf('%032d', 1), 1, 1, 1, 'd', 'material');" },
	/* the day of leaving was the first one after */
	{ 5, 19,
		"INSERT INTO exchange_member (group_id, slot, joined_on, left_on)"
		" VALUES (1, 1, '2026-01-01', NULL), (1, 2, '2026-02-01', '2026-06-01'),"
		" (1, 2, '2026-07-01', '2026-10-01');" },
	{ 20, 99,
		"INSERT INTO exchange_member (group_id, slot, joined_on, left_on)"
		" VALUES (1, 1, '2026-01-01', NULL), (1, 2, '2026-02-01', '2026-05-31'),"
		" (1, 2, '2026-07-01', '2026-09-30');" },
	/* what a sheet had verified stayed so when the sheet was queried */
	{ 5, 99,
		"INSERT INTO indicator (id, uid, code, name, kind)"
		" VALUES (1, printf('%032d', 1), 'O-1', 'o', 'own');"
		"INSERT INTO data_sheet (id, uid, group_id, year) VALUES (1, printf('%032d', 1), 1, 2025);"
		"INSERT INTO data_sheet_line (sheet_id, position, indicator_id) VALUES (1, 1, 1);"
		"INSERT INTO sheet_return (uid, sheet_id, slot, state, changed_on) VALUES"
		" (printf('%032d', 1), 1, 1, 'verified', '2026-03-01'),"
		" (printf('%032d', 2), 1, 2, 'queried', '2026-03-01');" },
	{ 5, 21,
		"INSERT INTO own_figure (indicator_id, year, slot, value, verified, login, changed_at) VALUES"
		" (1, 2025, 1, 5, 1, 'anna', '2026-03-01'), (1, 2025, 2, 6, 1, 'anna', '2026-03-01'),"
		" (1, 2024, 2, 7, 1, 'anna', '2026-03-01');" },
	{ 22, 99,
		"INSERT INTO own_figure (indicator_id, year, slot, value, verified, login, changed_at) VALUES"
		" (1, 2025, 1, 5, 1, 'anna', '2026-03-01'), (1, 2025, 2, 6, 0, 'anna', '2026-03-01'),"
		" (1, 2024, 2, 7, 1, 'anna', '2026-03-01');" },
	{ 6, 99,
		"INSERT INTO strategy (id, uid, code, slot, kind, name, first_year, last_year, state,"
		" adopted_on) VALUES (1, printf('%032d', 1), 'S-1', 1, 'development', 'S', 2021, 2030,"
		" 'adopted', '2021-01-01');"
		"INSERT INTO task (id, uid, strategy_id, position, name, state, percent)"
		" VALUES (1, printf('%032d', 1), 1, 1, 'a', 'running', 40);"
		"UPDATE task SET percent = 45 WHERE id = 1;"
		"INSERT INTO task_money (task_id, year, source, planned, spent)"
		" VALUES (1, 2024, 'own', 100, 50), (1, 2025, 'eu', 200, 60);"
		"INSERT INTO target (id, uid, strategy_id, position, name, kind, direction)"
		" VALUES (1, printf('%032d', 1), 1, 1, 'c', 'result', 'S');"
		"INSERT INTO monitoring_round (id, uid, strategy_id, year, opened_on, due_on,"
		" approved_on) VALUES (1, printf('%032d', 1), 1, 2024, '2025-01-10', '2025-02-10',"
		" '2025-03-10');"
		"INSERT INTO round_task (round_id, task_id, state, percent, planned, spent)"
		" VALUES (1, 1, 'running', 40, 100, 50);"
		"INSERT INTO round_correction (round_id, position, target_id, value, dated_on, reason)"
		" VALUES (1, 1, 1, 7.5, '2025-05-05', 'r');"
		"INSERT INTO deviation (round_id, target_id, cause) VALUES (1, 1, 'e');"
		"INSERT INTO deviation (round_id, task_id, cause) VALUES (1, 1, 'f');" },
	{ 15, 99, "INSERT INTO round_money (round_id, task_id, source, planned) VALUES (1, 1, 'own', 100);" },
	{ 16, 99,
		"INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)"
		" VALUES ('money', 1, '[]', 'anna', '2026-01-01T00:00:00Z');" },
	{ 17, 99,
		"INSERT INTO round_correction (round_id, position, target_id, flag, dated_on, reason)"
		" VALUES (1, 2, 1, 98, '2025-06-05', 'taken back');"
		"UPDATE deviation SET later = 1 WHERE cause = 'e';" },
	{ 18, 99,
		"INSERT INTO minutes_head (minutes_id, number, letterhead, title, group_name, meeting)"
		" VALUES (1, 2, 'l', 't', 'g', 'm');"
		"UPDATE homework SET given_on = min(due_on, '2026-01-01');" },
	{ 19, 99,
		"INSERT INTO target_correction (target_id, year, position, value, dated_on, reason)"
		" VALUES (1, 2023, 1, 5, '2024-05-05', 'r');"
		"INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)"
		" VALUES ('step', 1, '[]', 'anna', '2026-01-01T00:00:00Z');" },
	{ 20, 99, "UPDATE document SET later = 1;" },
	{ 25, 99,
		"INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)"
		" VALUES ('deviation', 1, '[]', 'anna', '2026-01-01T00:00:00Z');" },
};

static struct db *
open_as(const char *path, int steps)
{
	static struct db_schema schema;
	struct error err = { 0 };
	struct db *db;

	schema = (struct db_schema){ .application_id = DATABASE_APPLICATION_ID,
		.steps = schema_steps,
		.step_count = steps,
		.queries = queries,
		.query_count = SQ_COUNT };
	assert_done(db_open(&db, path, DB_CREATE, &schema, NULL, &err), err);
	return db;
}

static char *
lines(struct db *db, int query)
{
	struct error err = { 0 };
	struct stmt *q = db_start(db, query, &err);
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	while (db_next(q))
		fprintf(out, "%s\n", db_text(q, 0));
	assert_done(db_end(q), err);
	fclose(out);
	return text;
}

enum { FIRST = 5 }; /* test_migration.c begins with the first */

struct place {
	char folder[64], path[96], copy[128];
};

static int
set_up(void **state)
{
	struct place *p = calloc(1, sizeof *p);

	/* twenty times all steps: in memory, where there is such a folder */
	strcpy(p->folder, access("/dev/shm", W_OK) ? "/tmp/gromada-XXXXXX" : "/dev/shm/gromada-XXXXXX");
	if (!mkdtemp(p->folder))
		return -1;
	snprintf(p->path, sizeof p->path, "%s/old.db", p->folder);
	snprintf(p->copy, sizeof p->copy, "%s.before-%d", p->path, schema_step_count);
	*state = p;
	return 0;
}

static void
clear(const struct place *p)
{
	char journal[128];

	snprintf(journal, sizeof journal, "%s-journal", p->path);
	unlink(p->path);
	unlink(journal);
	unlink(p->copy);
}

static int
tear_down(void **state)
{
	struct place *p = *state;

	clear(p);
	rmdir(p->folder);
	free(p);
	return 0;
}

static void
fill(const struct place *p, int step)
{
	struct db *db = open_as(p->path, step);
	char *why = NULL;

	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++)
		if (pieces[i].from <= step && step <= pieces[i].until &&
			sqlite3_exec(db->handle, pieces[i].sql, NULL, NULL, &why) != SQLITE_OK)
			fail_msg("step %d: %s", step, why);
	db_close(db);
}

static void
tell(void *context, const char *sentence)
{
	print_message("# from step %d: %s\n", *(const int *)context, sentence);
}

/* What the tables of groups and of a year say, written at a step. */
static void
check_said(struct db *db, int step)
{
	char expected[1024], *text = lines(db, SQ_SAID);

	snprintf(expected, sizeof expected,
		"member 1  to 9999-12-31\n"
		"member 2 2026-02-01 to 2026-05-31\n"
		"member 2 2026-07-01 to 2026-09-30\n"
		"homework a 2026-01-01 0\n"
		"homework b 2025-12-01 1\n"
		"homework c 2026-01-01 1\n"
		"minutes approved 2 1\n"
		"document d %d\n"
		"money 2024 100 50\n"
		"money 2025 200 60\n"
		"task running 45\n"
		"frozen running 40 100\n"
		"correction 7.5 0 r\n"
		"%s"
		"cause e %d\n"
		"cause f 0\n"
		"figure 2 1\n" /* of 2024: no sheet asks */
		"figure 1 1\n"
		"figure 2 0\n",
		step >= 20, step >= 17 ? "correction - 98 taken back\n" : "", step >= 17);
	assert_string_equal(text, expected);
	free(text);
}

static void
rows_of_every_step_come_through_whole(void **state)
{
	struct place *p = *state;
	char *fresh, *text;
	struct db *db = open_as(p->path, schema_step_count);

	fresh = lines(db, SQ_SCHEMA);
	db_close(db);
	for (int step = FIRST; step < schema_step_count; step++) {
		struct error err = { 0 };

		clear(p);
		fill(p, step);
		db = open_as(p->path, schema_step_count);
		text = lines(db, SQ_SCHEMA);
		assert_string_equal(text, fresh);
		free(text);
		if (step >= 6)
			check_said(db, step);
		db_close(db);
		assert_done(database_open(&db, p->path, DB_EXISTING, NULL, &err), err);
		/* integrity_check and foreign_key_check first */
		assert_int_equal(check_database(db, tell, &step, &err), 0);
		db_close(db);
		assert_int_equal(access(p->copy, F_OK), 0);
	}
	free(fresh);
}

int
main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(rows_of_every_step_come_through_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
