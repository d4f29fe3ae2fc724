/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave of many forms for the measurements of results.
 *
 *   results make FILE LOGIN FORMS   the database, administered by that account
 *   results ask FILE LOGIN          ms of a table in the open program, from nothing to the table
 */
#include "config.h"

#include "../model/survey_fixture.h"

#include "model/database.h"
#include "model/person.h"
#include "model/tables/tabulation.h"
#include "store/internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RUNS = 21 };

static void
fail(const struct error *why)
{
	fprintf(stderr, "results: %s\n", why->text);
	exit(1);
}

static void
make(const char *path, const char *login, int forms)
{
	struct made_survey s;

	if (survey_make(&s, path, login, forms) < 0)
		fail(&s.err);
	/* So that the program does not ask which office it is. */
	sqlite3_exec(s.db->handle, "INSERT INTO office (key, value) VALUES ('kind', 'gmina'), "
				   "('own_unit', '99')", NULL, NULL, NULL);
	survey_release(&s);
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

static double
table(struct db *db, const struct wave *wave, const char *by)
{
	const struct tabulation t = { .question = "rate1", .by = by };
	struct arena arena = { 0 };
	struct error err = { .code = ERROR_NONE };
	struct wave_columns w;
	struct frequency f;
	struct crosstab x;
	double start = now();

	if (wave_columns_open(db, wave, "pl", &arena, &w, &err) < 0 ||
		(by ? tabulate_cross(&w, &t, &x, &err) : tabulate_frequency(&w, &t, &f, &err)) < 0)
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
	static const char *const by[] = { NULL, "place" };
	struct error err = { .code = ERROR_NONE };
	struct person person;
	struct wave wave;
	struct db *db;

	if (database_open(&db, path, DB_EXISTING, NULL, &err) < 0 ||
		person_enter(db, login, &person, &err) < 0 || wave_load(db, 1, &wave, &err) < 0)
		fail(&err);
	for (int i = 0; i < 2; i++) {
		double ms[RUNS];

		for (int k = 0; k < RUNS; k++)
			ms[k] = table(db, &wave, by[i]);
		qsort(ms, RUNS, sizeof(ms[0]), by_size);
		printf("%s %.2f\n", i ? "cross" : "frequency", ms[RUNS / 2]);
	}
	db_close(db);
}

int
main(int argc, char **argv)
{
	if (argc == 5 && !strcmp(argv[1], "make"))
		make(argv[2], argv[3], atoi(argv[4]));
	else if (argc == 4 && !strcmp(argv[1], "ask"))
		ask(argv[2], argv[3]);
	else
		return fprintf(stderr, "usage: results make FILE LOGIN FORMS | results ask FILE LOGIN\n"), 2;
	return 0;
}
