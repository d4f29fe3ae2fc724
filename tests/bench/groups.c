/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two hundred exchange groups for the measurements, beside what the database holds already.
 *
 *   groups make FILE LOGIN    3,000 meetings, 30,000 attendances, 20,000 homework items, minutes,
 *                             documents, opinions, advice, decisions, forms of organisation, own
 *                             figures on their sheets, conclusions with evidence, plans and notes
 *                             to match, one long meeting; prints the number of that meeting
 *   groups ask FILE LOGIN     ms of what Home and the coordinator's overview ask
 */
#include "config.h"

#include "base/clock.h"
#include "model/database.h"
#include "model/due.h"
#include "model/groups/group_overview.h"
#include "model/person.h"
#include "store/internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RUNS = 21 };

/* Numbers from 1; group g has the ids 1000 + g, its meetings 10000 + 15 g and on. */
#define NUMBERS(last)                                                                             \
	"WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < " last " - " \
	"1) "
#define UID(kind) "printf('" kind "%031d', i)"

static const char *const steps[] = {
	NUMBERS("200") "INSERT INTO exchange_group (id, uid, code, name, kind, service, starts_on, "
		       "made_up) "
		       "SELECT 1000 + i, " UID("a") ", printf('B-%03d', i), printf('Grupa "
						    "pomiarowa %d', i), 'gwd', "
						    "'kultura', '2023-01-01', 1 FROM n",
	"INSERT INTO comparison_group (uid, name, exchange_group_id) SELECT printf('b%031d', id), "
	"code, id "
	"FROM exchange_group WHERE id >= 1000",
	NUMBERS("1200") ", town AS MATERIALIZED (SELECT row_number() OVER (ORDER BY slot) - 1 AS "
			"place, slot "
			"FROM unit WHERE length(code) = 6) INSERT INTO exchange_member (group_id, "
			"slot, joined_on, "
			"host_order) SELECT 1000 + i / 6, slot, '2023-01-01', i % 6 + 1 FROM n "
			"JOIN town ON place = "
			"(i / 6 * 7 + i % 6 * 5) % (SELECT count(*) FROM town)",
	NUMBERS("1600") "INSERT INTO exchange_group_stage (group_id, position, name) SELECT 1000 + "
			"i / 8, "
			"i % 8 + 1, printf('Etap %d: porównanie i wnioski', i % 8 + 1) FROM n",
	NUMBERS("2000") "INSERT INTO contact (id, uid, name, slot, post) SELECT 10000 + i, " UID(
		"c") ", "
		     "printf('Osoba %04d', i), (SELECT slot FROM exchange_member WHERE group_id = "
		     "1000 + i / 10 AND "
		     "host_order = i % 6 + 1), 'naczelnik wydziału' FROM n",
	"INSERT INTO exchange_person (group_id, contact_id, part) SELECT 1000 + (id - 10000) / 10, "
	"id, "
	"'member' FROM contact WHERE id >= 10000",
	NUMBERS("3000") "INSERT INTO meeting (id, uid, group_id, stage, number, title, starts_at, "
			"ends_at, "
			"host, place, state) SELECT 10000 + i, " UID(
				"d") ", 1000 + i / 15, i % 15 % 8 + 1, i % 15 + 1, "
				     "'Spotkanie grupy', day || 'T10:00', day || 'T15:00', (SELECT "
				     "slot FROM exchange_member WHERE "
				     "group_id = 1000 + i / 15 AND host_order = i % 6 + 1), "
				     "'Ratusz', CASE WHEN i % 15 < 13 THEN 'held' "
				     "ELSE 'planned' END FROM (SELECT i, date('now', printf('%d "
				     "days', (i % 15 - 13) * 90 + i % 60 + 5)) "
				     "AS day FROM n)",
	NUMBERS("30000") "INSERT INTO participant (meeting_id, contact_id, slot, part, answer, "
			 "attended) "
			 "SELECT 10000 + i / 10, 10000 + i / 150 * 10 + i % 10, (SELECT slot FROM "
			 "contact WHERE id = 10000 + "
			 "i / 150 * 10 + i % 10), 'member', 'yes', CASE WHEN i / 10 % 15 < 13 THEN "
			 "i % 5 > 0 END FROM n",
	NUMBERS("18000") "INSERT INTO agenda_item (meeting_id, position, title, speaker, minutes, "
			 "notes) "
			 "SELECT 10000 + i / 6, i % 6 + 1, 'Porównanie kosztów i wyników', "
			 "'moderator', 45, "
			 "'Omówiono różnice między członkami.' FROM n",
	NUMBERS("20000") "INSERT INTO homework (id, uid, group_id, meeting_id, slot, text, due_on) "
			 "SELECT "
			 "10000 + i, " UID(
				 "e") ", 1000 + i / 100, 10000 + i / 100 * 15 + i % 15, (SELECT "
				      "slot FROM "
				      "exchange_member WHERE group_id = 1000 + i / 100 AND "
				      "host_order = i % 6 + 1), "
				      "printf('Zebrać dane do wskaźnika %d', i % 40), date('now', "
				      "printf('%d days', (i % 15 - 12) * 90)) "
				      "FROM n",
	"INSERT INTO homework_answer (uid, homework_id, state, answered_on) SELECT "
	"printf('f%031d', id), id, "
	"'done', due_on FROM homework WHERE id >= 10000 AND due_on < date('now') AND id % 30 > 0",
	NUMBERS("600") "INSERT INTO data_sheet (id, uid, group_id, year, due_on) SELECT 10000 + "
		       "i, " UID("0") ", 1000 + i / 3, 2023 + i % 3, printf('%d-03-31', 2024 + i % "
				      "3) FROM n",
	"INSERT INTO sheet_return (uid, sheet_id, slot, state, changed_on) SELECT "
	"printf('1%015d%016d', "
	"d.id, m.slot), d.id, m.slot, 'verified', d.due_on FROM data_sheet AS d JOIN "
	"exchange_member AS m ON "
	"m.group_id = d.group_id WHERE d.id >= 10000 AND (d.year < 2025 OR m.host_order < 6)",
	NUMBERS("1000") "INSERT INTO conclusion (id, uid, group_id, slot, text, made_on) SELECT "
			"10000 + i, " UID("2") ", 1000 + i / 5, (SELECT slot FROM exchange_member "
					       "WHERE group_id = 1000 + i / 5 AND "
					       "host_order = i % 5 + 1), 'Wydłużyć godziny "
					       "otwarcia filii bibliotecznej', '2026-01-10' FROM n",
	NUMBERS("400") "INSERT INTO improvement_plan (id, uid, group_id, slot, title, "
		       "indicator_id, base, "
		       "base_year, target, target_year) SELECT 10000 + i, " UID(
			       "3") ", 1000 + i / 2, (SELECT slot FROM "
				    "exchange_member WHERE group_id = 1000 + i / 2 AND host_order "
				    "= i % 2 + 1), 'Biblioteka bliżej', "
				    "(SELECT id FROM indicator WHERE code = 'KU03'), 100, 2020, "
				    "150, 2030 FROM n",
	/* What stands around meetings: minutes with remarks, papers, opinions, advice. */
	"INSERT INTO minutes (id, uid, meeting_id, state, sent_on, remarks_until) SELECT id, "
	"printf('6%031d', id), id, 'remarks', date(starts_at, '7 days'), date(starts_at, '21 "
	"days') "
	"FROM meeting WHERE id > 10000 AND state = 'held'",
	"INSERT INTO minutes_version (minutes_id, number, text, source, created_at) SELECT id, 1, "
	"'# Przebieg' || char(10) || 'Omówiono koszty i wyniki usługi.', 'made', "
	"sent_on || 'T09:00:00Z' FROM minutes WHERE id > 10000",
	"INSERT INTO minutes_remark (uid, minutes_id, version, slot, text, made_on) SELECT "
	"printf('7%015d%016d', n.id, m.slot), n.id, 1, m.slot, 'Proszę dopisać źródło danych.', "
	"n.sent_on FROM minutes AS n JOIN meeting AS d ON d.id = n.meeting_id JOIN exchange_member "
	"AS m ON m.group_id = d.group_id AND m.host_order < 3 WHERE n.id > 10000",
	"INSERT INTO document (id, uid, group_id, meeting_id, slot, title, kind, place, dated_on) "
	"SELECT id, printf('8%031d', id), group_id, id, host, printf('Prezentacja gospodarza %d', "
	"number), 'presentation', printf('/srv/gwd/%d.pdf', id), date(starts_at) FROM meeting "
	"WHERE "
	"id >= 10000",
	NUMBERS("600") "INSERT INTO opinion (id, uid, group_id, title, version, question, "
		       "asked_on, "
		       "due_on) SELECT 10000 + i, " UID(
			       "9") ", 1000 + i / 3, 'Projekt katalogu "
				    "wskaźników', '1', 'Czy definicje są jasne?', date('now', "
				    "printf('%d days', "
				    "i % 3 * 20 - 50)), date('now', printf('%d days', i % 3 * 20 - "
				    "30)) FROM n",
	"INSERT INTO opinion_answer (uid, opinion_id, slot, view, text, answered_on) SELECT "
	"printf('a1%014d%016d', o.id, m.slot), o.id, m.slot, 'remarks', 'Brak mianownika.', "
	"o.due_on "
	"FROM opinion AS o JOIN exchange_member AS m ON m.group_id = o.group_id AND m.host_order < "
	"6 "
	"WHERE o.id >= 10000",
	NUMBERS("4000") "INSERT INTO advice (uid, group_id, slot, given_on, minutes, form, "
			"question, "
			"answer) SELECT " UID("b") ", 1000 + i / 20, (SELECT slot FROM "
						   "exchange_member WHERE group_id = 1000 + i / 20 "
						   "AND host_order = i % 6 + 1), "
						   "date('now', printf('-%d days', i % 700)), 15 + "
						   "i % 6 * 15, 'telephone', "
						   "'Jak liczyć koszt jednostkowy?', 'Według "
						   "wydatków bieżących.' FROM n",
	/* Three years of decisions of four case types, and who delivers the service. */
	NUMBERS("48") "INSERT INTO decision_count (uid, slot, year, quarter, case_type, issued, "
		      "late, "
		      "appealed, upheld) SELECT printf('c%015d%016d', i, slot), slot, 2023 + i / "
		      "16, "
		      "i / 4 % 4 + 1, printf('Sprawa %d', i % 4 + 1), 100 + slot % 40, slot % 7, "
		      "5, 3 "
		      "FROM n JOIN (SELECT DISTINCT slot FROM exchange_member WHERE group_id >= "
		      "1000)",
	NUMBERS("3") "INSERT OR IGNORE INTO service_organisation (uid, slot, service, year, "
		     "provider, "
		     "employment) SELECT printf('d1%014d%016d', i, slot), slot, 'kultura', 2023 + "
		     "i, "
		     "'budget_entity', 12.5 FROM n JOIN (SELECT DISTINCT slot FROM exchange_member "
		     "WHERE group_id >= 1000)",
	/* What sheets ask and members gave, what speaks for conclusions, what plans do and reach. */
	NUMBERS("10") "INSERT INTO indicator (uid, code, name, measure, direction, service, kind, "
		      "in_catalogue) SELECT " UID("e") ", printf('BG%02d', i), printf('Dane własne "
						       "%d', i), 'zł', 'D', 'kultura', 'own', 1 "
						       "FROM n",
	"INSERT INTO data_sheet_line (sheet_id, position, indicator_id, low) SELECT d.id, "
	"substr(x.code, 3) + 1, x.id, 0 FROM data_sheet AS d, indicator AS x "
	"WHERE d.id >= 10000 AND x.code GLOB 'BG[0-9][0-9]'",
	"INSERT INTO own_figure (indicator_id, year, slot, value, verified, login, changed_at) "
	"SELECT x.id, y.year, m.slot, 1000 + m.slot % 97, 1, 'urzad', '2026-01-10T10:00:00Z' "
	"FROM indicator AS x, (SELECT DISTINCT year FROM data_sheet WHERE id >= 10000) AS y, "
	"(SELECT DISTINCT slot FROM exchange_member WHERE group_id >= 1000) AS m "
	"WHERE x.code GLOB 'BG[0-9][0-9]' AND (y.year < 2025 OR m.slot % 3)",
	"INSERT INTO sheet_question (return_id, number, indicator_id, question, asked_on, answer, "
	"answered_on) SELECT r.id, 1, l.indicator_id, 'Czy z kosztami remontu?', r.changed_on, "
	"'Tak.', r.changed_on FROM sheet_return AS r JOIN data_sheet_line AS l ON l.sheet_id = "
	"r.sheet_id AND l.position = 1 WHERE r.sheet_id >= 10000 AND r.id % 4 = 0",
	NUMBERS("3") "INSERT INTO conclusion_evidence (conclusion_id, position, kind, "
		     "indicator_id, year, value, mean, median, best, with_data, members, text, "
		     "frozen_at) SELECT c.id, i + 1, 'indicator', x.id, 2022 + i, 90, 100, 100, "
		     "140, 8, 8, 'Czytelnicy', '2026-01-10T10:00:00Z' FROM n, conclusion AS c, "
		     "indicator AS x WHERE c.id >= 10000 AND x.code = 'KU03'",
	"INSERT INTO improvement_plan_conclusion (plan_id, conclusion_id) SELECT p.id, c.id FROM "
	"improvement_plan AS p JOIN conclusion AS c USING (group_id, slot) WHERE p.id >= 10000",
	NUMBERS("6") "INSERT INTO improvement_action (plan_id, position, text, responsible, to_on, "
		     "cost) SELECT p.id, i + 1, 'Otworzyć filię w sobotę', 'Biblioteka', "
		     "'2027-06-30', 12000 FROM n, improvement_plan AS p WHERE p.id >= 10000",
	NUMBERS("3") "INSERT INTO improvement_result (plan_id, year, value, text, written_on) "
		     "SELECT p.id, 2022 + i, 110 + i, 'Otwarto filię', '2026-01-10' FROM n, "
		     "improvement_plan AS p WHERE p.id >= 10000",
	NUMBERS("1600") "INSERT INTO closing_note (uid, group_id, slot, kind, text, made_on) "
			"SELECT " UID("f") ", 1000 + i / 8, (SELECT slot FROM exchange_member "
					   "WHERE group_id = 1000 + i / 8 AND host_order = i % 6 + "
					   "1), CASE i % 3 WHEN 0 THEN 'problem' WHEN 1 THEN "
					   "'achievement' ELSE 'recommendation' END, 'Brak danych o "
					   "kosztach jednostkowych.', '2026-01-10' FROM n",
	/* A long meeting: forty items with a page of notes each, sixty agreements, eighty people. */
	"DELETE FROM agenda_item WHERE meeting_id = 10000",
	NUMBERS("40") "INSERT INTO agenda_item (meeting_id, position, title, speaker, minutes, "
		      "notes) SELECT "
		      "10000, i + 1, printf('Punkt %d porządku: wypowiedzi członków grupy', i + "
		      "1), 'członkowie', 15, "
		      "replace(printf('%020d', 0), '0', 'Przedstawiono koszty i wyniki usługi oraz "
		      "przyczyny różnic "
		      "między jednostkami. ') FROM n",
	NUMBERS("60") "INSERT INTO agreement (meeting_id, position, kind, text) SELECT 10000, i + "
		      "1, "
		      "'agreement', 'Członkowie uzgodnili definicję wskaźnika i termin przekazania "
		      "danych.' FROM n",
};

static void
fail(const struct error *why)
{
	fprintf(stderr, "groups: %s\n", why->text);
	exit(1);
}

static void
enter(struct db **db, const char *path, const char *login)
{
	struct error err = { .code = ERROR_NONE };
	struct person person;

	if (database_open(db, path, DB_EXISTING, NULL, &err) < 0 ||
		person_enter(*db, login, &person, &err) < 0)
		fail(&err);
}

static void
run(struct db *db, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(db->handle, sql, NULL, NULL, &why) != SQLITE_OK) {
		fprintf(stderr, "groups: %s in %.80s\n", why, sql);
		exit(1);
	}
}

static void
make(const char *path, const char *login)
{
	struct db *db;

	enter(&db, path, login);
	run(db, "BEGIN IMMEDIATE");
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		run(db, steps[i]);
	run(db, "COMMIT");
	run(db, "INSERT OR REPLACE INTO office (key, value) VALUES ('kind', 'union')");
	db_close(db);
	puts("10000");
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

static double
home(struct db *db)
{
	struct arena arena = { 0 };
	struct error err = { .code = ERROR_NONE };
	struct due_summary s;
	double start = now();

	if (due_summary(db, clock_today(), NO_SLOT, &arena, &s, &err) < 0)
		fail(&err);
	start = now() - start;
	arena_release(&arena);
	return start;
}

static double
overview(struct db *db)
{
	struct arena arena = { 0 };
	struct error err = { .code = ERROR_NONE };
	struct overview_row *list;
	double start = now();
	char today[16];
	int count;

	date_iso(today, sizeof today, clock_today());
	if (group_overview(db, today, &arena, &list, &count, &err) < 0)
		fail(&err);
	start = now() - start;
	arena_release(&arena);
	return start;
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void
ask(const char *path, const char *login)
{
	struct db *db;

	enter(&db, path, login);
	for (int i = 0; i < 2; i++) {
		double ms[RUNS];

		for (int k = 0; k < RUNS; k++)
			ms[k] = i ? overview(db) : home(db);
		qsort(ms, RUNS, sizeof *ms, by_size);
		printf("%s %.2f\n", i ? "overview" : "home", ms[RUNS / 2]);
	}
	db_close(db);
}

int
main(int argc, char **argv)
{
	if (argc == 4 && !strcmp(argv[1], "make"))
		make(argv[2], argv[3]);
	else if (argc == 4 && !strcmp(argv[1], "ask"))
		ask(argv[2], argv[3]);
	else
		return fprintf(stderr, "usage: groups make|ask FILE LOGIN\n"), 2;
	return 0;
}
