/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A large strategy for the measurements: 50 goals, 300 indicators, 600 tasks with money.
 *
 *   strategy make FILE LOGIN          in a database that "diagnosis make" has filled
 *   strategy ask FILE LOGIN OUT.pdf   ms to load it with all courses, statuses and tasks, to load
 *                                     its tasks and money alone, and to write its year's report;
 *                                     KB of memory at most
 */
#include "config.h"

#include "base/text.h"
#include "model/database.h"
#include "model/strategies/goal.h"
#include "model/person.h"
#include "model/strategies/target_course.h"
#include "model/strategies/task.h"
#include "model/strategies/task_money.h"
#include "report/monitoring_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { TOP = 5, GOALS = 50, TARGETS = 300, LINKED = 150, TASKS = 600, RUNS = 9 };
enum { FIRST_YEAR = 2015, LAST_YEAR = 2024 };

static struct db *db;
static struct unit_table units;
static struct error err;

static void
need(int result)
{
	if (result) {
		fprintf(stderr, "strategy: %s\n", err.text);
		exit(1);
	}
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* ---- making it ---- */

static int
make_goals(struct db *to, int64_t strategy, int64_t *goals, struct error *e)
{
	for (int i = 0; i < GOALS; i++) {
		struct goal g = { .strategy = strategy, .parent = i < TOP ? 0 : goals[i % TOP] };

		snprintf(g.name, sizeof g.name, "Cel %d strategii", i + 1);
		if (goal_put(to, &g, NULL, e))
			return -1;
		goals[i] = g.id;
	}
	return 0;
}

/* The first half is fed by indicators, the other by readings of ten years. */
static int
make_target(struct db *to, int64_t strategy, int64_t goal, int number, struct error *e)
{
	struct target t = target_new(strategy, goal);

	snprintf(t.name, sizeof t.name, "Wskaźnik %d celu", number + 1);
	if (number < LINKED)
		snprintf(t.indicator, sizeof t.indicator, "B%03d", number);
	t.base_year = FIRST_YEAR;
	t.base = 100;
	t.target_year = 2030;
	t.target = 200;
	snprintf(t.office, sizeof t.office, "Wydział %d", number % 12 + 1);
	if (target_put(to, &t, NULL, e))
		return -1;
	for (int year = FIRST_YEAR; number >= LINKED && year <= LAST_YEAR; year++) {
		const struct target_reading reading = { .target = t.id,
			.year = year,
			.value = 100 + (year - FIRST_YEAR) * (number % 13),
			.source = "rejestr" };

		if (target_reading_put(to, &reading, e))
			return -1;
	}
	return 0;
}

static int
make_task(struct db *to, int64_t strategy, int64_t goal, int number, struct error *e)
{
	struct task t;
	char name[64], office[32];

	task_start(&t, strategy);
	snprintf(name, sizeof name, "Zadanie %d", number + 1);
	snprintf(office, sizeof office, "Wydział %d", number % 12 + 1);
	t.goal = goal;
	t.name = name;
	t.office = office;
	t.planned_from = "2016-01-01";
	t.planned_to = number % 2 ? "2022-12-31" : "2029-12-31";
	t.real_from = "2016-05-01";
	t.state = TASK_RUNNING;
	t.percent = number % 100;
	if (task_put(to, &t, e))
		return -1;
	for (int year = 2020; year <= LAST_YEAR; year++) {
		const struct task_money m = { .task = t.id,
			.year = year,
			.source = (enum money_source)(number % 4),
			.planned = 1000000 + number,
			.spent = 900000 };

		if (task_money_put(to, &m, e))
			return -1;
	}
	return 0;
}

static int
fill(struct db *to, void *context, struct error *e)
{
	struct strategy s = { .first_year = FIRST_YEAR,
		.last_year = 2030,
		.made_up = true,
		.rule = GOAL_RULE_WORST_HALF };
	int64_t goals[GOALS];

	(void)context;
	text_copy(s.code, sizeof s.code, "BENCH");
	text_copy(s.name, sizeof s.name, "Strategia rozwoju do pomiarów");
	for (int i = 0; i < units.count && !s.slot; i++)
		if (units.units[i].level == LEVEL_GMINA)
			s.slot = units.units[i].slot;
	if (strategy_put(to, &s, e) || make_goals(to, s.id, goals, e))
		return -1;
	for (int i = 0; i < TARGETS; i++)
		if (make_target(to, s.id, goals[i % GOALS], i, e))
			return -1;
	for (int i = 0; i < TASKS; i++)
		if (make_task(to, s.id, goals[i % GOALS], i, e))
			return -1;
	return 0;
}

/* ---- asking ---- */

static void
ask_courses(int64_t strategy)
{
	double least = 1e9;

	for (int run = 0; run < RUNS; run++) {
		struct arena arena = { 0 };
		struct strategy_course course;
		double begin = now();

		need(target_course_load(db, &units, strategy, LAST_YEAR, &arena, &course, &err));
		least = now() - begin < least ? now() - begin : least;
		if (course.goal_count != GOALS || course.target_count != TARGETS)
			exit(1);
		arena_release(&arena);
	}
	printf("open %.2f\n", least);
}

static void
ask_tasks(int64_t strategy)
{
	const struct task_filter filter = { .strategy = strategy };
	double least = 1e9;

	for (int run = 0; run < RUNS; run++) {
		struct arena arena = { 0 };
		struct task_money_sum *sums;
		struct task_money *lines;
		struct task *tasks;
		int count, line_count = 0, sum_count;
		double begin = now();

		need(task_list(db, &filter, &arena, &tasks, &count, &err) ||
			task_money_of_strategy(db, strategy, &arena, &lines, &line_count, &err));
		task_money_sums(lines, line_count, &arena, &sums, &sum_count);
		least = now() - begin < least ? now() - begin : least;
		if (count != TASKS || sum_count != 6)
			exit(1);
		arena_release(&arena);
	}
	printf("tasks %.2f\n", least);
}

static void
ask_report(int64_t strategy, const char *path)
{
	const struct office office = { 0 };
	const struct monitoring_report r = { db, &units, &office, NULL };
	struct arena arena = { 0 };
	struct document document;
	struct output *out;
	double begin = now();

	need(monitoring_report_build(&r, strategy, LAST_YEAR, &arena, &document, &err) ||
		output_open(&out, path, true, &err) ||
		document_write(&document, REPORT_FORMAT_PDF, out, &err) ||
		output_commit(out, &err));
	printf("report %.2f\n", now() - begin);
	arena_release(&arena);
}

int
main(int argc, char **argv)
{
	const struct db_act act = { "strategy.add", "strategy", 0, "" };
	struct person person;
	struct strategy s;
	struct rusage used;

	if (argc < 4)
		return 2;
	need(database_open(&db, argv[2], DB_EXISTING, NULL, &err) ||
		person_enter(db, argv[3], &person, &err) || unit_table_load(db, &units, &err));
	if (strcmp(argv[1], "make") == 0) {
		need(db_write(db, &act, fill, NULL, &err));
	} else if (argc == 5) {
		need(strategy_load_code(db, "BENCH", &s, &err));
		ask_courses(s.id);
		ask_tasks(s.id);
		ask_report(s.id, argv[4]);
		getrusage(RUSAGE_SELF, &used);
		printf("kb %ld\n", used.ru_maxrss);
	}
	unit_table_release(&units);
	db_close(db);
	return 0;
}
