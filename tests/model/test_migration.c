/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Databases of released versions become what this version makes itself. */
#include "values_fixture.h"

#include "model/check.h"
#include "model/questionnaires/questionnaire.h"
#include "model/schema.h"
#include "store/internal.h"

#include <unistd.h>

/* Queries of the test's own, on files of any version. */
enum {
	MQ_SCHEMA,
	MQ_EVENTS,
	MQ_SPANS,
	MQ_NAMES,
	MQ_AGENDAS,
	MQ_VERSION,
	MQ_SAID,
	MQ_COMPARED,
	MQ_FORMER,
	MQ_HISTORY,
	MQ_COUNT
};
static const struct db_query queries[MQ_COUNT] = {
	[MQ_SCHEMA] = { "schema", "SELECT type || ' ' || name || ': ' || sql FROM sqlite_schema"
				  " WHERE sql IS NOT NULL ORDER BY type, name" },
	[MQ_EVENTS] = { "events",
		"SELECT u.code || ' ' || event || ' ' || after_date || ' ' || on_date"
		" FROM unit_event AS e JOIN unit AS u ON u.slot = e.slot"
		" ORDER BY u.code, event, on_date" },
	[MQ_SPANS] = { "spans",
		"SELECT code || ' ' || coalesce(starts_after, '') || '-'"
		" || coalesce(starts_on, '') || ' ' || coalesce(ends_after, '') || '-'"
		" || coalesce(ends_on, '') FROM unit"
		" WHERE starts_on IS NOT NULL OR ends_on IS NOT NULL ORDER BY code" },
	[MQ_NAMES] = { "names", "SELECT file_name || '/' || inner_name FROM import ORDER BY id" },
	[MQ_SAID] = { "said",
		"SELECT m.task_id || ' ' || m.year || ' ' || m.planned || ' ' || coalesce(m.spent, "
		"'–') || ' '"
		" || m.login || ' '"
		" || m.entered_at || ' ' || coalesce(m.import_id, '') FROM task_money AS m"
		" UNION ALL SELECT 'reading ' || value || ' ' || login FROM target_reading"
		" UNION ALL SELECT 'task ' || id || ' ' || percent FROM task" },
	[MQ_COMPARED] = { "compared",
		"SELECT 'kept ' || group_id || ' ' || slot FROM comparison_group_member"
		" UNION ALL SELECT 'member ' || group_id || ' ' || slot || ' ' || first_on || '-'"
		" || last_on FROM membership UNION ALL SELECT 'sent ' || sent_version"
		" FROM minutes" },
	[MQ_FORMER] = { "former",
		"SELECT import_id || ' ' || noun || ' ' || (key = t.uid) || ' ' || former || ' -> "
		"' || now"
		" FROM strategy_former JOIN target AS t ON t.strategy_id = "
		"strategy_former.strategy_id"
		" UNION ALL SELECT 'left ' || count(*) FROM package_row WHERE noun = 'target'" },
	[MQ_HISTORY] = { "history",
		"SELECT line FROM (SELECT id, 0 AS place, id || ' ' || noun || ' ' || row_id || ' "
		"' || act || ' '"
		" || name || ' ' || changed_on || ' ' || resolution || ' ' || reason || ' ' || "
		"login AS line"
		" FROM strategy_change UNION ALL SELECT change_id, position, change_id || ' ' || "
		"field || ' '"
		" || before || ' -> ' || now FROM strategy_change_line) ORDER BY id, place" },
	[MQ_AGENDAS] = { "agendas",
		"SELECT s.position || ' ' || coalesce(s.month, '-') || ' ' || coalesce(s.months, "
		"'-') || ' '"
		" || count(t.position) || ' ' || coalesce(max(t.title) FILTER (WHERE t.position = "
		"3), '-')"
		" FROM exchange_group_stage AS s LEFT JOIN exchange_group_stage_item AS t"
		" ON t.group_id = s.group_id AND t.stage = s.position GROUP BY s.position" },
	[MQ_VERSION] = { "version", "SELECT user_version FROM pragma_user_version" },
};

struct place {
	char folder[64], path[96];
};

static char *
read_dump(void)
{
	const char *top = getenv("abs_top_srcdir");
	char path[512], *text = NULL;
	size_t size = 0;
	FILE *file;

	snprintf(path, sizeof path, "%s/tests/data/schema/0001.sql", top ? top : ".");
	file = fopen(path, "r");
	if (!file || getdelim(&text, &size, '\0', file) < 0)
		fail_msg("%s cannot be read", path);
	fclose(file);
	return text;
}

static struct db *
open_as(const char *path, const struct db_step *steps, int count)
{
	static struct db_schema schema;
	struct error err = { 0 };
	struct db *db;

	schema = (struct db_schema){ .application_id = DATABASE_APPLICATION_ID,
		.steps = steps,
		.step_count = count,
		.queries = queries,
		.query_count = MQ_COUNT };
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

static char *
lines_of(const char *path, int query)
{
	struct db *db = open_as(path, schema_steps, schema_step_count);
	char *text = lines(db, query);

	db_close(db);
	return text;
}

/* A file as version 1 left it. */
static int
set_up(void **state)
{
	struct place *p = malloc(sizeof *p);
	char *dump = read_dump(), *version;
	const struct db_step released = { 1, "released", dump, NULL };
	struct db *db;

	strcpy(p->folder, "/tmp/gromada-XXXXXX");
	if (!mkdtemp(p->folder))
		return -1;
	snprintf(p->path, sizeof p->path, "%s/old.db", p->folder);
	db = open_as(p->path, &released, 1);
	version = lines(db, MQ_VERSION);
	assert_string_equal(version, "1\n");
	db_close(db);
	free(version);
	free(dump);
	*state = p;
	return 0;
}

static int
tear_down(void **state)
{
	struct place *p = *state;
	char copy[128];

	snprintf(copy, sizeof copy, "%s.before-%d", p->path, schema_step_count);
	unlink(copy);
	unlink(p->path);
	snprintf(copy, sizeof copy, "%s/new.db", p->folder);
	unlink(copy);
	rmdir(p->folder);
	free(p);
	return 0;
}

static void
the_tables_of_a_migrated_file_are_those_of_a_fresh_one(void **state)
{
	struct place *p = *state;
	char fresh[128], *old, *new;

	snprintf(fresh, sizeof fresh, "%s/new.db", p->folder);
	old = lines_of(p->path, MQ_SCHEMA);
	new = lines_of(fresh, MQ_SCHEMA);
	assert_string_equal(old, new);
	free(old);
	free(new);
}

static void
a_migrated_file_knows_both_days_of_a_beginning(void **state)
{
	struct place *p = *state;
	char *spans = lines_of(p->path, MQ_SPANS), *names = lines_of(p->path, MQ_NAMES);

	assert_string_equal(spans,
		/* registers of 2012 and 2019 */
		"020102 2012-01-01-2019-01-01 -\n"
		"020105 - 2012-01-01-2019-01-01\n"
		/* the list of changes */
		"021401 - 2012-12-31-2013-01-01\n"
		"021406 2012-12-31-2013-01-01 -\n"
		/* a name in BDL */
		"022109 2002-12-31-2003-01-01 2012-12-31-2013-01-01\n"
		/* the list of changes */
		"106101 2010-01-01-2017-01-01 -\n"
		"106102 - 2019-01-01-2022-01-01\n");
	assert_non_null(strstr(names, "TERC_2019-01-01.csv/\n"));
	free(spans);
	free(names);
}

static int
settle(struct db *db, void *context, struct error *err)
{
	(void)context;
	return succession_settle(db, err);
}

static void
tell(void *context, const char *sentence)
{
	(void)context;
	print_message("# %s\n", sentence);
}

static void
what_the_migration_finds_is_what_an_import_would_write(void **state)
{
	struct place *p = *state;
	struct db_act act = { "test", NULL, 0, "" };
	struct error err = { 0 };
	struct person person;
	struct db *db;
	char *before[2], *after[2];

	for (int i = 0; i < 2; i++)
		before[i] = lines_of(p->path, i ? MQ_SPANS : MQ_EVENTS);
	assert_done(database_open(&db, p->path, DB_EXISTING, NULL, &err), err);
	assert_done(person_enter(db, "root", &person, &err), err);
	assert_done(db_write(db, &act, settle, NULL, &err), err);
	assert_int_equal(check_database(db, tell, NULL, &err), 0);
	db_close(db);
	for (int i = 0; i < 2; i++) {
		after[i] = lines_of(p->path, i ? MQ_SPANS : MQ_EVENTS);
		assert_string_equal(before[i], after[i]);
		free(before[i]);
		free(after[i]);
	}
}

static void
a_migrated_file_takes_questionnaires(void **state)
{
	struct place *p = *state;
	struct question row = { .parent = -1,
		.type = QUESTION_INTEGER,
		.word = "integer",
		.name = "age",
		.identity = "q/age",
		.list = "",
		.required = "",
		.relevant = "",
		.hard_check = "",
		.soft_check = "",
		.calculation = "",
		.appearance = "",
		.default_value = "",
		.read_only = "",
		.choice_filter = "",
		.repeat_count = "",
		.parameters = "",
		.number = "",
		.label.in[0] = "Wiek" };
	struct questionnaire q = { .code = "q",
		.kind = "other",
		.form_version = "",
		.source = "",
		.published_at = "",
		.language_count = 1,
		.languages[0] = "",
		.title.in[0] = "Q",
		.questions = &row,
		.question_count = 1 },
			     again;
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct person person;
	struct db *db;

	assert_done(database_open(&db, p->path, DB_EXISTING, NULL, &err), err);
	assert_done(person_enter(db, "root", &person, &err), err);
	assert_done(questionnaire_save(db, &q, &err), err);
	assert_done(questionnaire_publish(db, q.version_id, q.version_rev, &err), err);
	assert_done(questionnaire_load(db, "q", 0, &arena, &again, &err), err);
	assert_true(questionnaire_same(&q, &again));
	assert_int_equal(check_database(db, tell, NULL, &err), 0);
	db_close(db);
	arena_release(&arena);
}

/* What a strategy's file brought was said by it; what was keyed before that was kept says so. */
static const char strategies_of_step_6[] =
	"INSERT INTO person (id, uid, login, role, created_at)"
	" VALUES (1, printf('%032d', 1), 'anna', 'coordinator', '2026-01-01T00:00:00Z');"
	"INSERT INTO import (uid, kind, file_name, sha256, size, encoding, person_id, imported_at)"
	" VALUES (printf('%032d', 1), 'strategy', 's.csv', printf('%064d', 1), 1, 'utf-8', 1,"
	" '2026-02-03T10:00:00Z');"
	"INSERT INTO unit (code, level, origin) VALUES ('0201011', 'gmina', 'teryt');"
	"INSERT INTO strategy (id, uid, code, slot, kind, name, first_year, last_year, rev, "
	"import_id)"
	" VALUES (1, printf('%032d', 1), 'S-1', 1, 'development', 'S', 2021, 2030, 1, 1),"
	" (2, printf('%032d', 2), 'S-2', 1, 'policy', 'P', 2021, 2030, 3, NULL);"
	"INSERT INTO task (id, uid, strategy_id, position, name) VALUES (1, printf('%032d', 1), 1, "
	"1, 'a'),"
	" (2, printf('%032d', 2), 2, 1, 'b');"
	"UPDATE task SET percent = 35 WHERE id = 2;"
	"INSERT INTO task_money (task_id, year, source, planned) VALUES (1, 2025, 'own', 100),"
	" (2, 2025, 'eu', 200);"
	"INSERT INTO target (id, uid, strategy_id, position, name, kind, direction)"
	" VALUES (1, printf('%032d', 1), 2, 1, 'c', 'result', 'S');"
	"INSERT INTO target_reading (target_id, year, value, login, entered_at)"
	" VALUES (1, 2025, 7, 'anna', '2026-02-03T10:00:00Z');";

/* Money that was left empty was zero until step 15; how far a task is stays what it was. */
static void
strategies_keep_what_they_had_and_learn_who_said_it(void **state)
{
	struct place *p = *state;
	char path[128], *said, *why = NULL;
	struct db *db;

	snprintf(path, sizeof path, "%s/new.db", p->folder);
	db = open_as(path, schema_steps, 6);
	if (sqlite3_exec(db->handle, strategies_of_step_6, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	db_close(db);
	said = lines_of(path, MQ_SAID);
	assert_string_equal(said, "1 2025 100 – anna 2026-02-03T10:00:00Z 1\n"
				  "2 2025 200 –   \n"
				  "reading 7.0 anna\n"
				  "task 1 0\n"
				  "task 2 35\n");
	free(said);
	snprintf(path, sizeof path, "%s/new.db.before-%d", p->folder, schema_step_count);
	unlink(path);
}

/* A comparison group that follows an exchange group kept rows of its own, which were those of members
 * without an end; one that a person made keeps its rows. */
static const char groups_of_step_8[] =
	"INSERT INTO unit (code, level, origin) VALUES ('0201011', 'gmina', 'teryt'),"
	" ('0201022', 'gmina', 'teryt'), ('0201032', 'gmina', 'teryt');"
	"INSERT INTO exchange_group (id, uid, code, name, kind, starts_on)"
	" VALUES (1, printf('%032d', 1), 'G', 'G', 'gwd', '2026-01-01');"
	"INSERT INTO comparison_group (id, uid, name, exchange_group_id)"
	" VALUES (1, printf('%032d', 1), 'G', 1), (2, printf('%032d', 2), 'H', NULL);"
	"INSERT INTO comparison_group_member (group_id, slot) VALUES (2, 3);"
	"INSERT INTO exchange_member (group_id, slot, joined_on, left_on)"
	" VALUES (1, 1, '2026-01-01', NULL), (1, 2, '2026-03-01', '2027-07-01');"
	"INSERT INTO meeting (id, uid, group_id, number, starts_at, ends_at)"
	" VALUES (1, printf('%032d', 1), 1, 1, '2026-02-02T10:00', '2026-02-02T15:00'),"
	" (2, printf('%032d', 2), 1, 2, '2026-03-02T10:00', '2026-03-02T15:00');"
	"INSERT INTO minutes (id, uid, meeting_id, state, sent_on)"
	" VALUES (1, printf('%032d', 1), 1, 'remarks', '2026-02-10'),"
	" (2, printf('%032d', 2), 2, 'draft', NULL);"
	"INSERT INTO minutes_version (minutes_id, number, text, source, created_at)"
	" VALUES (1, 1, 'a', 'made', '2026-02-03T10:00:00Z'),"
	" (1, 2, 'b', 'edited', '2026-02-10T10:00:00Z'),"
	" (1, 3, 'c', 'edited', '2026-02-11T10:00:00Z'),"
	" (2, 1, 'd', 'made', '2026-03-03T10:00:00Z');";

static void
members_are_read_by_day_and_minutes_know_what_was_sent(void **state)
{
	struct place *p = *state;
	char path[128], *compared, *why = NULL;
	struct db *db;

	snprintf(path, sizeof path, "%s/new.db", p->folder);
	db = open_as(path, schema_steps, 8);
	if (sqlite3_exec(db->handle, groups_of_step_8, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	db_close(db);
	compared = lines_of(path, MQ_COMPARED);
	assert_string_equal(compared, "kept 2 3\n"
				      "member 1 1 -9999-12-31\n"
				      "member 1 2 2026-03-01-2027-06-30\n"
				      "sent 2\n"
				      "sent 0\n");
	free(compared);
	snprintf(path, sizeof path, "%s/new.db.before-%d", p->folder, schema_step_count);
	unlink(path);
}

/* Cards that a strategy's file changed were kept as fields parted by tabs. */
static const char file_of_step_9[] =
	"INSERT INTO person (id, uid, login, role, created_at)"
	" VALUES (1, printf('%032d', 1), 'anna', 'coordinator', '2026-01-01T00:00:00Z');"
	"INSERT INTO import (uid, kind, file_name, sha256, size, encoding, person_id, imported_at)"
	" VALUES (printf('%032d', 1), 'strategy', 's.csv', printf('%064d', 1), 1, 'utf-8', 1,"
	" '2026-02-03T10:00:00Z');"
	"INSERT INTO unit (code, level, origin) VALUES ('0201011', 'gmina', 'teryt');"
	"INSERT INTO strategy (id, uid, code, slot, kind, name, first_year, last_year)"
	" VALUES (1, printf('%032d', 1), 'S-1', 1, 'development', 'S', 2021, 2030);"
	"INSERT INTO target (id, uid, strategy_id, position, name, kind, direction)"
	" VALUES (1, printf('%032d', 1), 1, 1, 'c', 'result', 'S');"
	"INSERT INTO package_row (import_id, noun, uid, rev, former) VALUES (1, 'target', "
	"printf('%032d', 1), 2,"
	" replace('a \"b\" \\|result|szt.|1|S||||2020|10|2030|20.5|OPS||R|0|jeden' || char(10) || "
	"'dwa||2024:12;2026:15.5|'"
	" || 'c|result||0|S||||0||0||OPS||R|3|||', '|', char(9)));";

static void
cards_that_a_file_changed_are_kept_in_the_new_way(void **state)
{
	struct place *p = *state;
	char path[128], *former, *why = NULL;
	struct db *db;

	snprintf(path, sizeof path, "%s/new.db", p->folder);
	db = open_as(path, schema_steps, 9);
	if (sqlite3_exec(db->handle, file_of_step_9, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	db_close(db);
	former = lines_of(path, MQ_FORMER);
	assert_string_equal(former,
		"1 target 1 [\"a \\\"b\\\" "
		"\\\\\",\"result\",\"szt.\",1,\"S\",null,null,null,2020,10.0,2030,"
		"20.5,\"OPS\",\"\",\"R\",0,\"jeden\\ndwa\",\"\",[[2024,12.0],[2026,15.5]]] -> "
		"[\"c\",\"result\",\"\",0,\"S\",null,null,null,null,null,null,null,\"OPS\",\"\","
		"\"R\",3,\"\","
		"\"\",[]]\n"
		"left 0\n");
	free(former);
	snprintf(path, sizeof path, "%s/new.db.before-%d", p->folder, schema_step_count);
	unlink(path);
}

/* Of changes base and target were kept in columns. */
static const char changes_of_step_10[] =
	"INSERT INTO unit (code, level, origin) VALUES ('0201011', 'gmina', 'teryt');"
	"INSERT INTO strategy (id, uid, code, slot, kind, name, first_year, last_year)"
	" VALUES (1, printf('%032d', 1), 'S-1', 1, 'development', 'S', 2021, 2030);"
	"INSERT INTO target (id, uid, strategy_id, position, name, kind, direction)"
	" VALUES (1, printf('%032d', 1), 1, 1, 'c', 'result', 'S');"
	"INSERT INTO target_change (target_id, changed_on, resolution, reason, base_year, base, "
	"target_year,"
	" target, new_base_year, new_base, new_target_year, new_target, login) VALUES"
	" (1, '2025-05-05', 'XII/1', 'Spis', 2020, 40, 2030, 90, 2020, 40, 2030, 85.5, 'anna'),"
	" (1, '2025-06-05', '', 'Znowu', NULL, NULL, 2030, 85.5, 2021, 0, 2031, 85.5, '');";

static void
changes_of_targets_stand_in_the_history_of_the_strategy(void **state)
{
	struct place *p = *state;
	char path[128], *history, *why = NULL;
	struct db *db;

	snprintf(path, sizeof path, "%s/new.db", p->folder);
	db = open_as(path, schema_steps, 10);
	if (sqlite3_exec(db->handle, changes_of_step_10, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	db_close(db);
	history = lines_of(path, MQ_HISTORY);
	assert_string_equal(history, "1 target 1 changed c 2025-05-05 XII/1 Spis anna\n"
				     "1 target 90 (2030) -> 85,5 (2030)\n"
				     "2 target 1 changed c 2025-06-05  Znowu \n"
				     "2 base  -> 0 (2021)\n"
				     "2 target 85,5 (2030) -> 85,5 (2031)\n");
	free(history);
	snprintf(path, sizeof path, "%s/new.db.before-%d", p->folder, schema_step_count);
	unlink(path);
}

/* Stages of the kind that were changed since: one went, one was renamed, the group's second had its
 * name in another kind, too. */
static const char groups_of_step_13[] =
	"INSERT INTO exchange_group (id, uid, code, name, kind, starts_on)"
	" VALUES (1, printf('%032d', 1), 'G', 'G', 'gwd', '2026-01-01');"
	"INSERT INTO exchange_group_stage (group_id, position, name) SELECT 1, position, name FROM "
	"stage"
	" WHERE kind = 'gwd' AND position <= 4;"
	"INSERT INTO exchange_group_stage (group_id, position, name) VALUES (1, 20, 'Dodatkowa');"
	"UPDATE stage SET name = 'Nowa' WHERE kind = 'gwd' AND position = 1;"
	"UPDATE stage SET name = (SELECT name FROM stage WHERE kind = 'gwd' AND position = 2)"
	" WHERE kind = 'wzs' AND position = 2;"
	"DELETE FROM stage WHERE kind = 'gwd' AND position = 3;"
	"UPDATE stage SET position = 3 WHERE kind = 'gwd' AND position = 4;"
	"UPDATE stage SET position = 4 WHERE kind = 'gwd' AND position = 5;";

static void
groups_keep_the_agendas_of_the_stages_that_they_were_given(void **state)
{
	struct place *p = *state;
	char path[128], *agendas, *why = NULL;
	struct db *db;

	snprintf(path, sizeof path, "%s/new.db", p->folder);
	db = open_as(path, schema_steps, 13);
	if (sqlite3_exec(db->handle, groups_of_step_13, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	db_close(db);
	agendas = lines_of(path, MQ_AGENDAS);
	assert_string_equal(agendas, "1 0 1 5 Zakres pracy grupy i oczekiwania członków\n"
				     "2 3 1 5 Zebrane dane: braki i pytania\n"
				     "3 - - 0 -\n"
				     "4 9 1 5 Pytania do mieszkańców: wspólny kwestionariusz\n"
				     "20 - - 0 -\n");
	free(agendas);
	snprintf(path, sizeof path, "%s/new.db.before-%d", p->folder, schema_step_count);
	unlink(path);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_tables_of_a_migrated_file_are_those_of_a_fresh_one),
		TEST(a_migrated_file_knows_both_days_of_a_beginning),
		TEST(what_the_migration_finds_is_what_an_import_would_write),
		TEST(a_migrated_file_takes_questionnaires),
		TEST(strategies_keep_what_they_had_and_learn_who_said_it),
		TEST(members_are_read_by_day_and_minutes_know_what_was_sent),
		TEST(groups_keep_the_agendas_of_the_stages_that_they_were_given),
		TEST(cards_that_a_file_changed_are_kept_in_the_new_way),
		TEST(changes_of_targets_stand_in_the_history_of_the_strategy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
