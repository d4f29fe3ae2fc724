/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A country's indicators for the measurements, and the time of a diagnosis among them: folded into
 * areas, with values that are not there, breaks of series and units that changed their code.
 *
 *   diagnosis areas FILE.csv     the tree TREE: every indicator in one of fifteen areas
 *   diagnosis make FILE LOGIN    150 indicators of 10 years for every gmina of the register
 *   diagnosis ask FILE LOGIN     ms of one unit against all gminy, of all gminy at once against
 *                                the country and against their powiaty, and of all powiaty;
 *                                KB of memory at most
 */
#include "config.h"

#include "model/database.h"
#include "model/diagnosis/diagnosis.h"
#include "model/indicators/flag.h"
#include "model/person.h"
#include "model/indicators/series.h"
#include "model/indicators/slice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { INDICATORS = 150, YEARS = 10, LAST_YEAR = 2024, RUNS = 21, DIMENSIONS = 3, AREAS = 15 };
static const char tree[] = "TREE";

static struct db *db;
static struct unit_table units;
static struct error err;

static void
stop(void)
{
	fprintf(stderr, "diagnosis: %s\n", err.text);
	exit(1);
}

static void
open_database(const char *path, const char *login)
{
	struct person person;

	if (database_open(&db, path, DB_EXISTING, NULL, &err) < 0 ||
		person_enter(db, login, &person, &err) < 0 || unit_table_load(db, &units, &err) < 0)
		stop();
}

/* Made-up figures that differ by unit, indicator and year, and are the same in every run: decimals,
 * as files bring them. */
static double
figure(int slot, int indicator, int year)
{
	unsigned x = (unsigned)slot * 2654435761U ^ (unsigned)indicator * 40503U;

	x ^= x >> 13;
	return ((int)(x % 10000) + (int)((x >> 7) % 21) * (year - 2015)) / 10.0;
}

/* Only while its code was in the register; one cell of seventeen is empty, one indicator of ten is
 * counted in another way from 2020 on. */
static unsigned char
flag_of(const struct unit *u, int indicator, int year)
{
	if ((*u->ends_on && year >= atoi(u->ends_on)) ||
		(*u->starts_on && year < atoi(u->starts_on)))
		return FLAG_ABSENT;
	if ((u->slot * 7 + indicator * 3 + year) % 17 == 0)
		return FLAG_EMPTY;
	return indicator % 10 == 0 && year == 2020 ? FLAG_BREAK : FLAG_NONE;
}

static int
fill_indicator(struct db *to, int number, int64_t import_id, struct error *e)
{
	char code[16];
	struct indicator card = { .code = code,
		.name = code,
		.multiplier = 1,
		.decimals = 1,
		.direction = number % 2 ? 'S' : 'D' };
	struct series_key key = { "values", "", code, "" };
	struct slice_change change;
	int64_t series;
	int stored, result = 0;
	struct vector v;

	snprintf(code, sizeof code, "B%03d", number);
	if (series_add_card(to, &card, 0, &card.id, e) < 0 ||
		series_add(to, &key, card.id, &series, e) < 0)
		return -1;
	vector_new(&v, units.slots);
	for (int year = LAST_YEAR - YEARS + 1; year <= LAST_YEAR && result == 0; year++) {
		vector_reset(&v);
		v.decimals = 1;
		for (int i = 0; i < units.count; i++) {
			const struct unit *u = &units.units[i];

			if (u->level != LEVEL_GMINA && u->level != LEVEL_POWIAT)
				continue;
			v.flag[u->slot] = flag_of(u, number, year);
			if (v.flag[u->slot] == FLAG_NONE || v.flag[u->slot] == FLAG_BREAK)
				v.value[u->slot] = figure(u->slot, number, year);
		}
		result = slice_store(to, series, year, import_id, &v, &change, &stored, e);
	}
	vector_release(&v);
	return result;
}

static int
fill(struct db *to, void *context, struct error *e)
{
	const struct import_file file = { .kind = "values",
		.name = "bench.csv",
		.sha256 = "4444444444444444444444444444444444444444444444444444444444444444",
		.encoding = "utf-8",
		.source = "test",
		.made_up = true };
	const struct import_counts counts = { .rows = 1 };
	int64_t id = import_begin(to, &file, e);

	(void)context;
	for (int i = 0; id > 0 && i < INDICATORS; i++)
		if (fill_indicator(to, i, id, e) < 0)
			return -1;
	return id < 0 ? -1 : import_finish(to, id, &counts, e);
}

static void
make(void)
{
	const struct db_act act = { "import", "import", 0, "" };

	if (db_write(db, &act, fill, NULL, &err) < 0)
		stop();
}

static int
write_areas(const char *path)
{
	FILE *f = fopen(path, "w");

	if (!f)
		return 1;
	fprintf(f, "tree;area;parent;name;weight;indicator\n");
	for (int i = 0; i < DIMENSIONS; i++)
		fprintf(f, "%s;D%d;;Wymiar %d;;\n", tree, i, i + 1);
	for (int i = 0; i < AREAS; i++)
		fprintf(f, "%s;A%d;D%d;Obszar %d;;\n", tree, i, i % DIMENSIONS, i + 1);
	for (int i = 0; i < INDICATORS; i++)
		fprintf(f, "%s;A%d;;;;B%03d\n", tree, i % AREAS, i);
	return fclose(f) != 0;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void
ask_one(const struct diagnosis *d)
{
	double ms[RUNS];

	for (int run = 0; run < RUNS; run++) {
		struct arena arena = { 0 };
		struct diagnosis_result r;
		double begin = now();

		if (diagnosis_compute(db, &units, d, &arena, &r, &err) < 0)
			stop();
		ms[run] = now() - begin;
		if (r.count != INDICATORS || r.tree.count != DIMENSIONS + AREAS)
			exit(1);
		arena_release(&arena);
	}
	qsort(ms, RUNS, sizeof *ms, by_size);
	printf("one %.2f\n", ms[RUNS / 2]);
}

static void
ask_all(const char *name, const struct diagnosis *d)
{
	struct arena arena = { 0 };
	struct diagnosis_unit *list;
	double begin = now();
	int count;

	if (diagnosis_all(db, &units, d, -1, &arena, &list, &count, NULL, &err) < 0)
		stop();
	printf("%s %.2f\n%s_units %d\n", name, now() - begin, name, count);
	arena_release(&arena);
}

static void
ask(void)
{
	struct diagnosis d = { .year = LAST_YEAR, .years = YEARS };
	const struct unit *u = NULL, *powiat = NULL;
	struct rusage used;
	int ended = 0;

	for (int i = 0; i < units.count; i++) {
		ended += *units.units[i].ends_on != 0;
		u = units.units[i].level == LEVEL_GMINA && !*units.units[i].ends_on
			    ? &units.units[i]
			    : u;
		powiat = units.units[i].level == LEVEL_POWIAT ? &units.units[i] : powiat;
	}
	if (!u || !powiat)
		exit(1);
	d.slot = u->slot;
	strcpy(d.peers, "country");
	strcpy(d.tree, tree);
	printf("recoded %d\n", ended);
	printf("unit %s\n", u->teryt);
	ask_one(&d);
	ask_all("all", &d);
	strcpy(d.peers, "powiat");
	ask_all("by_powiat", &d);
	d.slot = powiat->slot;
	strcpy(d.peers, "country");
	ask_all("powiaty", &d);
	getrusage(RUSAGE_SELF, &used);
	printf("kb %ld\n", used.ru_maxrss);
}

int
main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "areas") == 0)
		return write_areas(argv[2]);
	if (argc != 4)
		return fprintf(stderr, "usage: diagnosis areas FILE | make|ask FILE LOGIN\n"), 2;
	open_database(argv[2], argv[3]);
	if (strcmp(argv[1], "make") == 0)
		make();
	else
		ask();
	unit_table_release(&units);
	db_close(db);
	return 0;
}
