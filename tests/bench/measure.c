/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The benchmark's stop watch. Prints one number a line, "name value".
 *
 *   measure time COMMAND …     wall clock and peak memory of any program
 *   measure import DB FILE …   imports through the one door, as the program does
 *   measure slices DB          reads every series and year
 *   measure queries DB         what screens ask, warm, median of 21 runs
 */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "exchange/importer.h"
#include "model/database.h"
#include "model/indicators/flag.h"
#include "model/indicators/indicator.h"
#include "model/person.h"
#include "model/indicators/profile.h"
#include "model/indicators/ranking.h"
#include "model/indicators/trend.h"
#include "model/units/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 21 };

static struct error err;

static void
need(int result)
{
	if (result) {
		fprintf(stderr, "measure: %s\n", err.text);
		exit(1);
	}
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

static int
time_command(char **command)
{
	struct rusage usage;
	double start = now();
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		execvp(command[0], command);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
		fprintf(stderr, "measure: %s failed\n", command[0]);
		return 1;
	}
	printf("ms %.1f\nkb %ld\n", now() - start, usage.ru_maxrss);
	return 0;
}

static struct db *
open_database(const char *path)
{
	struct person person;
	struct db *db;

	need(database_open(&db, path, DB_CREATE, NULL, &err));
	need(person_enter(db, "bench", &person, &err));
	return db;
}

static void
import_all(struct db *db, char **files)
{
	for (; *files; files++) {
		struct importer *importer;
		int64_t id;

		need(importer_read(&importer, db, IMPORT_DETECT, *files, NULL, NULL, &err));
		need(importer_write(importer, NULL, &id, &err));
		printf("values %ld\n", importer_preview(importer)->counts.new_values);
		importer_free(importer);
	}
}

static void
read_slices(struct db *db)
{
	struct arena arena = { 0 };
	struct indicator *list;
	struct vector v;
	double start, best = 0;
	int count, slices = 0;

	need(indicator_list(db, NULL, &arena, &list, &count, &err));
	vector_new(&v, 0);
	for (int run = 0; run < 5; run++) {
		double took;

		start = now();
		slices = 0;
		need(db_read_begin(db, &err));
		for (int i = 0; i < count; i++)
			for (int year = list[i].first_year; year && year <= list[i].last_year; year++) {
				need(slice_load(db, list[i].series_id, year, &v, &err));
				slices++;
			}
		db_read_end(db);
		took = now() - start;
		best = run == 0 || took < best ? took : best;
	}
	printf("slices %d\nus_per_slice %.2f\n", slices, 1000 * best / slices);
	vector_release(&v);
	arena_release(&arena);
}

/* ---- what screens ask ---- */

struct asking {
	struct db *db;
	struct unit_table units;
	struct indicator *list;
	int count, slot;
};

static void
ask_list(struct asking *a, struct arena *arena, int run)
{
	struct indicator *list;
	int count;

	(void)run;
	need(indicator_list(a->db, NULL, arena, &list, &count, &err));
}

static void
ask_ranking(struct asking *a, struct arena *arena, int run)
{
	struct unit_filter everywhere = { .level = -1 };
	struct ranking r;

	(void)run;
	need(ranking_load(a->db, &a->units, &a->list[0], a->list[0].last_year, &everywhere, true,
		arena, &r, &err));
}

static void
ask_next_year(struct asking *a, struct arena *arena, int run)
{
	const struct indicator *i = &a->list[0];
	struct unit_filter gminy = { .level = LEVEL_GMINA };
	struct ranking r;

	need(ranking_load(a->db, &a->units, i,
		i->first_year + run % (i->last_year - i->first_year + 1), &gminy, true, arena, &r, &err));
}

static void
ask_next_indicator(struct asking *a, struct arena *arena, int run)
{
	const struct indicator *i = &a->list[run % a->count];
	struct unit_filter gminy = { .level = LEVEL_GMINA };
	struct ranking r;

	need(ranking_load(a->db, &a->units, i, i->last_year, &gminy, true, arena, &r, &err));
}

static void
ask_profile(struct asking *a, struct arena *arena, int run)
{
	struct unit_filter gminy = { .level = LEVEL_GMINA };
	struct profile p;

	(void)run;
	need(profile_load(a->db, &a->units, a->slot, a->list[0].last_year, &gminy, arena, &p, &err));
}

static void
ask_trend(struct asking *a, struct arena *arena, int run)
{
	struct unit_filter gminy = { .level = LEVEL_GMINA };
	struct trend_point *points;
	int count;

	(void)run;
	need(trend_load(a->db, &a->units, &a->list[0], a->slot, &gminy, arena, &points, &count, &err));
}

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
ask(struct asking *a, const char *name, void (*question)(struct asking *, struct arena *, int))
{
	double took[RUNS];

	for (int run = -1; run < RUNS; run++) {
		struct arena arena = { 0 };
		double start = now();

		question(a, &arena, run < 0 ? 0 : run);
		if (run >= 0)
			took[run] = now() - start;
		arena_release(&arena);
	}
	qsort(took, RUNS, sizeof took[0], ascending);
	printf("%s %.3f\n", name, took[RUNS / 2]);
}

static void
ask_all(struct db *db)
{
	struct indicator_filter with_values = { .with_values = true };
	struct asking a = { .db = db };
	struct arena arena = { 0 };

	need(unit_table_load(db, &a.units, &err));
	need(indicator_list(db, &with_values, &arena, &a.list, &a.count, &err));
	for (int i = 0; i < a.units.count; i++)
		if (a.units.units[i].level == LEVEL_GMINA)
			a.slot = a.units.units[i].slot;
	ask(&a, "list", ask_list);
	ask(&a, "ranking", ask_ranking);
	ask(&a, "next_year", ask_next_year);
	ask(&a, "next_indicator", ask_next_indicator);
	ask(&a, "profile", ask_profile);
	ask(&a, "trend", ask_trend);
	unit_table_release(&a.units);
	arena_release(&arena);
}

int
main(int argc, char **argv)
{
	struct db *db;

	i18n_start("en");
	if (argc > 2 && !strcmp(argv[1], "time"))
		return time_command(argv + 2);
	if (argc < 3) {
		fputs("measure time COMMAND … | import DB FILE … | slices DB | queries DB\n", stderr);
		return 2;
	}
	db = open_database(argv[2]);
	if (!strcmp(argv[1], "import"))
		import_all(db, argv + 3);
	else if (!strcmp(argv[1], "slices"))
		read_slices(db);
	else
		ask_all(db);
	db_close(db);
	return 0;
}
