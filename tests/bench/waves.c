/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave of 100,000 forms in 200 batches, and how long what its screens ask for takes.
 *
 *   waves make FILE LOGIN   the database, administered and keyed by that account
 *   waves ask FILE          ms of each, right after the file was opened
 */
#include "config.h"

#include "../model/forms_fixture.h"

#include "model/surveys/batch.h"
#include "model/database.h"
#include "model/person.h"
#include "model/surveys/wave.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCHES = 200, EACH = 500 };

static void
fail(const struct error *why)
{
	fprintf(stderr, "%s\n", why->text);
	exit(1);
}

/* Reception, first keying of nearly all, second keying of every tenth, a difference in each of
 * those, answers to ten questions. */
static void
fill(struct forms *f)
{
	forms_sql(f, "BEGIN; DELETE FROM form; DELETE FROM batch;");
	forms_sql(f, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
		"INSERT INTO batch (id, uid, wave_id, number, received_on, received, first_number, "
		"last_number, received_from) SELECT i, lower(hex(randomblob(16))), 1, i, '2026-01-02', "
		"%d, 1 + (i - 1) * %d, i * %d, 'punkt ' || i FROM n", BATCHES, EACH, EACH, EACH);
	forms_sql(f, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
		"INSERT INTO form (id, uid, wave_id, batch_id, number, version_id, state, second) "
		"SELECT i, lower(hex(randomblob(16))), 1, 1 + (i - 1) / %d, i, %lld, "
		"CASE WHEN i %% 50 = 49 THEN 'waiting' WHEN i %% 50 = 48 THEN 'empty' ELSE 'keyed' END, "
		"CASE WHEN i %% 10 = 0 THEN CASE WHEN i %% 100 = 0 THEN 'differs' ELSE 'done' END "
		"ELSE 'none' END FROM n", BATCHES * EACH, EACH, (long long)f->q.version_id);
	forms_sql(f, "INSERT INTO reading (form_id, reading, kind, started_at, finished_at, answers, "
		"compared) SELECT f.id, r.n, r.kind, '2026-01-30T10:00:00Z', '2026-01-30T10:01:00Z', 10, "
		"10 FROM form AS f JOIN (SELECT 1 AS n, 'first' AS kind UNION ALL SELECT 2, 'second') AS r "
		"WHERE f.state = 'keyed' AND (r.n = 1 OR f.second <> 'none')");
	forms_sql(f, "INSERT INTO reading_keyer SELECT form_id, reading, reading, 1 FROM reading");
	forms_sql(f, "INSERT INTO answer SELECT r.form_id, r.reading, q.id, 1, r.form_id %% 7, '', 0 "
		"FROM reading AS r JOIN question AS q ON q.position BETWEEN 4 AND 13");
	forms_sql(f, "INSERT INTO difference (form_id, question_id, occurrence, outcome, charged, settled) "
		"SELECT f.id, (SELECT id FROM question WHERE position = 5), 1, "
		"iif(f.second = 'differs', 'open', 'second'), iif(f.second = 'differs', 'nobody', 'first'), "
		"iif(f.second = 'differs', '', 'third') FROM form AS f WHERE f.second <> 'none'");
	forms_sql(f, "INSERT INTO confirmed_check SELECT f.id, (SELECT id FROM question WHERE position "
		"= 6), 1, 'soft' FROM form AS f WHERE f.id %% 3 = 0 AND f.state = 'keyed'");
	forms_sql(f, "INSERT INTO sitting (operator_id, declared, wave_id, batch_id, mode, started_at, "
		"ended_at, forms, fields, keys) SELECT 1, 1, 1, id, 'first', '2026-01-30T10:00:00Z', "
		"'2026-01-30T14:00:00Z', 480, 4800, 6000 FROM batch");
	forms_sql(f, "COMMIT");
}

/* The program asks neither which office it is nor who keys. */
static void
settle(struct forms *f, const char *login)
{
	forms_sql(f, "UPDATE person SET login = '%s' WHERE login = 'anna'", login);
	forms_sql(f, "UPDATE operator SET person_id = (SELECT id FROM person WHERE login = '%s') "
		"WHERE id = 1", login);
	forms_sql(f, "INSERT INTO office (key, value) VALUES ('kind', 'gmina'), ('own_unit', '99')");
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

static struct db *db;
static struct arena arena;
static struct error err;
static int found;

/* ---- what is asked ---- */

static int
list_of_surveys(void)
{
	struct survey *surveys;
	struct wave *waves;
	struct wave_counts counts;

	return survey_list(db, &arena, &surveys, &found, &err) < 0 ||
			wave_list(db, 0, &arena, &waves, &found, &err) < 0 ||
			wave_count(db, waves[0].id, &counts, &err) < 0
		? -1
		: 0;
}

static int
list_of_batches(void)
{
	struct wave_counts counts;
	struct batch *batches;
	struct wave wave;

	return wave_load(db, 1, &wave, &err) < 0 || wave_count(db, 1, &counts, &err) < 0 ||
			batch_list(db, 1, &arena, &batches, &found, &err) < 0
		? -1
		: 0;
}

static int
forms_of_a_batch(void)
{
	struct form *forms;
	struct batch batch;

	return batch_load(db, 150, &batch, &err) < 0 ||
			form_list(db, 1, 150, &arena, &forms, &found, &err) < 0
		? -1
		: 0;
}

static int
page_of_forms(void)
{
	struct form *forms;

	return form_page(db, 1, 0, 99000, 100, &arena, &forms, &found, &err);
}

static int
differences_of_a_batch(void)
{
	struct difference *differences;

	return difference_list(db, 1, 150, true, &arena, &differences, &found, &err);
}

static int
first_differences(void)
{
	struct difference_place *places;
	struct difference_counts counts;

	return difference_places(db, 1, 0, 500, &arena, &places, &found, &counts, &err);
}

static int
all_differences(void)
{
	struct difference_place *places;
	struct difference_counts counts;

	return difference_places(db, 1, 0, 0, &arena, &places, &found, &counts, &err);
}

static int
open_differences(void)
{
	struct difference *differences;

	return difference_list(db, 1, 0, true, &arena, &differences, &found, &err);
}

static const struct {
	const char *name;
	int (*call)(void);
} calls[] = {
	{ "list_of_surveys", list_of_surveys },
	{ "list_of_batches", list_of_batches },
	{ "forms_of_a_batch", forms_of_a_batch },
	{ "page_of_forms", page_of_forms },
	{ "differences_of_a_batch", differences_of_a_batch },
	{ "first_differences", first_differences },
	{ "all_differences", all_differences },
	{ "open_differences", open_differences },
};

static void
measure(const char *file)
{
	struct person person;

	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
		double start;

		if (database_open(&db, file, DB_EXISTING, NULL, &err) < 0 ||
			person_enter(db, "anna", &person, &err) < 0)
			fail(&err);
		start = now();
		if (calls[i].call() < 0)
			fail(&err);
		printf("%s %.2f\n", calls[i].name, now() - start);
		arena_release(&arena);
		db_close(db);
	}
}

int
main(int argc, char **argv)
{
	struct forms f;

	if (argc == 4 && !strcmp(argv[1], "make")) {
		if (forms_open(&f, argv[2]) < 0)
			fail(&f.err);
		fill(&f);
		settle(&f, argv[3]);
		forms_close(&f);
		return 0;
	}
	if (argc != 3 || strcmp(argv[1], "ask")) {
		fprintf(stderr, "usage: waves make FILE LOGIN | waves ask FILE\n");
		return 2;
	}
	measure(argv[2]);
	return 0;
}
