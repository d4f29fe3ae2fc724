/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keying is measured against: rows of the size of an answer, each in a commit of its own,
 * with the journal settings of gromada. commits FILE ROWS: prints "rate" and "median" in ms. */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	int rows = argc == 3 ? atoi(argv[2]) : 0;
	double *ms = calloc((size_t)rows + 1, sizeof *ms), begin, all;
	sqlite3 *db;

	if (!rows || sqlite3_open(argv[1], &db) != SQLITE_OK)
		return 2;
	sqlite3_exec(db, "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL;"
		"PRAGMA secure_delete=ON; CREATE TABLE answer (form, reading, question, occurrence,"
		" value, missing, marks, PRIMARY KEY (form, reading, question, occurrence))"
		" WITHOUT ROWID", NULL, NULL, NULL);
	all = now_ms();
	for (int i = 0; i < rows; i++) {
		char sql[128];

		begin = now_ms();
		snprintf(sql, sizeof sql, "BEGIN IMMEDIATE; INSERT INTO answer VALUES (%d, 1, %d, 1,"
			" '3', '', 0); COMMIT", i / 60, i % 60);
		if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
			return 1;
		ms[i] = now_ms() - begin;
	}
	all = now_ms() - all;
	qsort(ms, (size_t)rows, sizeof *ms, by_value);
	printf("rate %.0f\nmedian %.2f\n", rows * 1000 / all, ms[rows / 2]);
	sqlite3_close(db);
	free(ms);
	return 0;
}
