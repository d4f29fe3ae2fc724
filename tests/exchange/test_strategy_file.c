/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy as a file: read whole, written whole, taken back; refusals name their line. */
#include "config.h"

#include "units_fixture.h"

#include "base/output.h"
#include "model/strategies/adoption_step.h"
#include "model/strategies/consultation.h"
#include "model/strategies/risk.h"
#include "exchange/strategy_file.h"
#include "model/import.h"
#include "model/strategies/target_course.h"
#include "model/strategies/task.h"
#include "model/strategies/task_money.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEADER "row;goal;item;year;name;kind;code;unit;direction;base_year;base;target_year;target;value;flag;" \
	       "office;from;to;state;planned;spent;source;text;real_from\n"
#define STRATEGY "strategy;;;;Strategia;development;SR;0201011;;;;;;;;;2021;2030;draft;;;;\"Wizja,\nw dwóch wierszach\";\n"
#define GOALS "goal;1;;;Cel;;;;;;;;;;;;;;;;;;;\ngoal;1.1;;;Cel niżej;;;;;;;;;;;;;;;;;;;\n"
#define INDICATOR "indicator;1.1;7;;Miejsca;result;;;S;2020;40;2030;90;;;OPS;;;;;;;;\n"
#define READINGS "path;;7;2024;;;;;;;;;;70;;;;;;;;;;\nreading;;7;2023;;;;;;;;;;61,5;;;;;;;;rejestr;;\n" \
		 "reading;;7;2024;;;;;;;;;;;bd;;;;;;;;;\n"
#define TASKS "task;1.1;3;;Budowa;project;;;;;;;;;;RO;2022-01-01;2024-12-31;running;;;;;2022-02-01\n" \
	      "money;;3;2023;;eu;;;;;;;;;;;;;;1000,50;999;;;\n"
#define WHOLE HEADER STRATEGY GOALS INDICATOR READINGS TASKS

static int
set_up(void **state)
{
	struct fixture *f;

	fixture_open(state);
	f = *state;
	assert_int_equal(fixture_import_register(f, "2020-01-01", NULL), 1);
	return 0;
}

/* The file that the strategy is written to; freed. */
static char *
exported(struct fixture *f, const char *code)
{
	struct output *out = output_memory();
	struct unit_table units;
	struct strategy s;
	char *text;

	fixture_units(f, &units);
	assert_int_equal(strategy_load_code(f->db, code, &s, &f->err), 0);
	assert_int_equal(strategy_file_write(f->db, &units, &s, NULL, out, &f->err), 0);
	text = strdup(output_text(out, NULL));
	output_abort(out);
	unit_table_release(&units);
	return text;
}

static void
a_file_brings_a_whole_strategy(void **state)
{
	struct fixture *f = *state;
	struct arena arena = { 0 };
	struct target_judgement judged;
	struct strategy_course c;
	struct unit_table units;
	struct task_money *money;
	int count;

	assert_true(fixture_import_text(f, "s.csv", WHOLE) > 0);
	fixture_units(f, &units);
	assert_int_equal(target_course_load(f->db, &units, 1, 2024, &arena, &c, &f->err), 0);
	assert_string_equal(c.strategy.vision, "Wizja,\nw dwóch wierszach");
	assert_int_equal(c.goal_count, 2);
	assert_string_equal(c.goals[1].number, "1.1");
	assert_int_equal(c.target_count, 1);
	assert_int_equal(c.targets[0].target->path_count, 1);
	assert_int_equal(c.targets[0].flag, 'b');
	assert_int_equal(c.targets[0].now.value_year, 0);
	target_course_at(&c, &c.targets[0], 2023, &judged);
	assert_int_equal(judged.value_year, 2023);
	assert_true(fabs(judged.expected - 62.5) < 1e-9);
	assert_string_equal(c.targets[0].points[0].reading->file_name, "s.csv");
	assert_int_equal(task_money_of_strategy(f->db, 1, &arena, &money, &count, &f->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(money[0].planned, 100050);
	unit_table_release(&units);
	arena_release(&arena);
}

static void
what_is_written_reads_back_as_the_same(void **state)
{
	struct fixture *f = *state;
	char *first, *second;
	int64_t id = fixture_import_text(f, "s.csv", WHOLE);

	first = exported(f, "SR");
	assert_int_equal(import_undo(f->db, id, &f->err), 0);
	assert_true(fixture_import_text(f, "again.csv", first) > 0);
	second = exported(f, "SR");
	assert_string_equal(first, second);
	free(first);
	free(second);
}

/* Everything that a person may have written: goals moved, two units, lines of all kinds, changes. */
static void
work_on_it(struct fixture *f)
{
	struct goal later = { .strategy = 1, .name = "Cel drugi" };
	struct target t = target_new(1, 0), first;
	struct task k;
	struct adoption_step step = { .kind = ADOPTION_OPINION, .name = "Opinia zarządu",
		.planned_on = "2020-11-01", .done_on = "2020-12-01", .document = "WZ.1", .note = "" };
	struct remark remark = { .outcome = REMARK_PARTLY, .author = "mieszkaniec", .place = "cel 1",
		.text = "Dwa\nwiersze", .made_on = "2020-10-05", .answer = "Częściowo" };
	struct risk risk = { .task_name = "", .likelihood = 4, .effect = 5, .text = "Brak ofert",
		.response = "Dialog techniczny", .office = "RO", .closed_on = "" };
	const struct strategy_why why = { "XX/1/2024", "Nowe dane", NULL }, again = { "", "Po spisie", NULL };
	const int slots[] = { 5, 4 };
	struct strategy s;
	int added;

	assert_int_equal(goal_save(f->db, 0, &later, NULL, &f->err), 0);
	assert_int_equal(goal_move(f->db, 0, later.id, -1, &f->err), 0);
	strcpy(t.name, "Wskaźnik celu drugiego");
	t.goal = later.id;
	assert_int_equal(target_save(f->db, 0, &t, NULL, &f->err), 0);
	task_start(&k, 1);
	k.goal = later.id;
	k.name = "Zadanie celu drugiego";
	assert_int_equal(task_save(f->db, 0, &k, &f->err), 0);
	risk.task = k.id;
	assert_int_equal(strategy_load(f->db, 1, &s, &f->err), 0);
	s.kind = STRATEGY_SUPRALOCAL;
	assert_int_equal(strategy_save(f->db, &s, &f->err), 0);
	assert_int_equal(strategy_units_save(f->db, 1, 0, slots, 2, &f->err), 0);
	assert_int_equal(adoption_add_usual(f->db, 1, 0, &added, &f->err), 0);
	assert_int_equal(adoption_save(f->db, 1, 0, &step, &f->err), 0);
	assert_int_equal(remark_save(f->db, 1, 0, &remark, &f->err), 0);
	assert_int_equal(risk_save(f->db, 1, 0, &risk, &f->err), 0);
	assert_int_equal(strategy_load(f->db, 1, &s, &f->err), 0);
	s.state = STRATEGY_ADOPTED;
	strcpy(s.adopted_on, "2020-12-30");
	assert_int_equal(strategy_save(f->db, &s, &f->err), 0);
	assert_int_equal(target_load(f->db, 1, &first, &f->err), 0);
	first.target = 85;
	assert_int_equal(target_save(f->db, 0, &first, &why, &f->err), 0);
	first.target = 80;
	assert_int_equal(target_save(f->db, 0, &first, &again, &f->err), 0);
}

/* How often it was changed is another number in every database: the last but one cell of its row. */
static void
without_rev(char *text)
{
	char *end = strstr(text, ",\nunit,"), *rev = end;

	assert_non_null(end);
	while (rev[-1] != ',')
		rev--;
	memmove(rev, end, strlen(end) + 1);
}

static void
a_strategy_that_people_worked_on_moves_to_an_empty_database_byte_by_byte(void **state)
{
	struct fixture *f = *state;
	void *other;
	char *first, *second;
	int64_t id;

	assert_true(fixture_import_text(f, "s.csv", WHOLE) > 0);
	work_on_it(f);
	first = exported(f, "SR");
	for (const char *const *row = (const char *const[]){ "\nstep,", "\nremark,", "\nrisk,",
		     "\nchange,", "\nunit,", NULL };
		*row; row++)
		assert_non_null(strstr(first, *row));
	set_up(&other);
	id = fixture_import_text(other, "moved.csv", first);
	assert_true(id > 0);
	second = exported(other, "SR");
	without_rev(first);
	without_rev(second);
	assert_string_equal(first, second);
	assert_int_equal(fixture_faults(other), 0);
	assert_int_equal(import_undo(((struct fixture *)other)->db, id, &f->err), 0);
	assert_int_equal(fixture_faults(other), 0);
	fixture_close(&other);
	free(first);
	free(second);
}

static void
a_strategy_that_is_there_is_not_laid_over(void **state)
{
	struct fixture *f = *state;
	struct strategy s;

	assert_true(fixture_import_text(f, "s.csv", WHOLE) > 0);
	fixture_refused(f, "changed.csv", HEADER STRATEGY GOALS, "here already");
	assert_non_null(strstr(f->err.text, "does not say which state"));
	error_clear(&f->err);
	assert_int_equal(strategy_load(f->db, 1, &s, &f->err), 0);
	assert_int_equal(strategy_retire(f->db, 1, s.rev, &f->err), 0);
	fixture_refused(f, "changed.csv", HEADER STRATEGY GOALS, "Bring it back");
}

static void
the_same_file_again_changes_nothing(void **state)
{
	struct fixture *f = *state;

	assert_true(fixture_import_text(f, "s.csv", WHOLE) > 0);
	assert_int_equal(fixture_import_text(f, "s.csv", WHOLE), 0);
}

static void
refusals_name_the_line_and_leave_no_trace(void **state)
{
	struct fixture *f = *state;

	fixture_refused(f, "s.csv", HEADER GOALS, "Line 2");
	fixture_refused(f, "s.csv", HEADER STRATEGY "goal;1.1;;;Cel;;;;;;;;;;;;;;;;;;;\n", "Line 4");
	fixture_refused(f, "s.csv", HEADER STRATEGY STRATEGY, "one strategy");
	fixture_refused(f, "s.csv",
		HEADER STRATEGY GOALS "indicator;1.9;7;;M;result;;;S;2020;40;2030;90;;;;;;;;;;;\n",
		"number of a goal");
	fixture_refused(f, "s.csv",
		HEADER STRATEGY GOALS "indicator;1.1;7;;M;result;;;S;2020;dużo;2030;90;;;;;;;;;;;\n",
		"a number");
	fixture_refused(f, "s.csv",
		HEADER STRATEGY GOALS "indicator;1.1;7;;M;result;;;S;2020;90;2030;90;;;;;;;;;;;\n",
		"equals the base");
	fixture_refused(f, "s.csv",
		HEADER STRATEGY GOALS INDICATOR "path;;7;2024;;;;;;;;;;95;;;;;;;;;;\n", "path turns");
	fixture_refused(f, "s.csv",
		HEADER STRATEGY GOALS "indicator;1.1;7;;M;result;NIC;;S;2020;4;2030;9;;;;;;;;;;;\n",
		"NIC");
	fixture_refused(f, "s.csv", HEADER STRATEGY GOALS "change;;7;;;;;;;;;;;;;;;;;;;;;\n",
		"number of an indicator");
	fixture_refused(f, "s.csv", "row;goal;item;name;code;unit;day;from;to\n"
		"strategy;;;Strategia;SR;0201011;;2021;2030\nstep;;;Opinia;;;1 maja;;\n",
		"Line 3, column 7 (day)");
	fixture_refused(f, "s.csv", HEADER "vision;;;;;;;;;;;;;;;;;;;;;;;\n", "money");
}

static void
an_import_on_which_people_worked_is_not_taken_back(void **state)
{
	struct fixture *f = *state;
	int64_t id = fixture_import_text(f, "s.csv", WHOLE);
	struct goal g = { .strategy = 1, .name = "Nowy cel" };

	assert_int_equal(goal_save(f->db, 1, &g, NULL, &f->err), 0);
	assert_int_equal(import_undo(f->db, id, &f->err), -1);
	assert_non_null(strstr(f->err.text, "worked on"));
	assert_int_equal(fixture_faults(f), 0);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, fixture_close)
	const struct CMUnitTest tests[] = {
		TEST(a_file_brings_a_whole_strategy),
		TEST(what_is_written_reads_back_as_the_same),
		TEST(a_strategy_that_people_worked_on_moves_to_an_empty_database_byte_by_byte),
		TEST(a_strategy_that_is_there_is_not_laid_over),
		TEST(the_same_file_again_changes_nothing),
		TEST(refusals_name_the_line_and_leave_no_trace),
		TEST(an_import_on_which_people_worked_is_not_taken_back),
	};

	setenv("GROMADA_TEST", "1", 1);
	return cmocka_run_group_tests_name("strategy_file", tests, NULL, NULL);
}
