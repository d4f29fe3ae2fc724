/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft order on monitoring with its schedule, and tables of tasks, money and remarks. The day
 * is 2026-01-31. */
#include "../model/task_fixture.h"

#include "base/i18n.h"
#include "model/authority.h"
#include "report/strategy_rules.h"
#include "report/task_documents.h"

static struct task_fixture f;
static struct unit_table units;

static int
set_up(void **state)
{
	(void)state;
	task_fixture_start(&f);
	units = (struct unit_table){ 0 };
	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unit_table_release(&units);
	task_fixture_end(&f);
	return 0;
}

static void
add_targets(void)
{
	task_fixture_sql(&f,
		"INSERT INTO target (uid, strategy_id, goal_id, position, name, kind, direction, "
		"office, source, indicator, frequency, month, measure) VALUES "
		"(printf('%032d', 1), 1, 5, 1, 'Drzewa', 'product', 'S', 'Zieleń', 'rejestr', '', "
		"'R', 2, 'szt.'),"
		"(printf('%032d', 2), 1, 3, 1, 'Żłobki', 'result', 'S', '', '', 'OP01', '2', 0, "
		"''),"
		"(printf('%032d', 3), 1, NULL, 1, 'Ludność', 'impact', 'S', 'Organizacja', '', '', "
		"'R', 6, '')");
}

static struct document
order(void)
{
	struct strategy_rules rules;
	struct document d;
	const struct office office = { 0 };

	assert_done(strategy_rules_load(f.db, &units, 1, &f.arena, &rules, &f.err), f.err);
	strategy_rules_document(&d, &f.arena, &office, &rules);
	return d;
}

static const struct report_table *
table_of(const struct document *d, const char *title)
{
	for (size_t i = 0; i < d->part_count; i++)
		if (d->parts[i].table && strcmp(d->parts[i].table->title, title) == 0)
			return d->parts[i].table;
	return NULL;
}

static bool
says(const struct document *d, const char *words)
{
	for (size_t i = 0; i < d->part_count; i++)
		if (d->parts[i].text && strstr(d->parts[i].text, words))
			return true;
	return false;
}

static const char *
cell(const struct report_table *t, size_t row, size_t column)
{
	return t->rows[row].cells[column].text;
}

static void
the_schedule_follows_the_tree_and_names_who_when_and_whom(void **state)
{
	const struct report_table *t;
	struct document d;

	(void)state;
	add_targets();
	d = order();
	t = table_of(&d, "Schedule of figures");
	assert_non_null(t);
	assert_int_equal(t->row_count, 3);
	assert_string_equal(cell(t, 0, 1), "Ludność"); /* of the whole strategy first */
	assert_string_equal(cell(t, 1, 0), "1.1");
	assert_string_equal(cell(t, 1, 2), "(to be said)");
	assert_string_equal(cell(t, 1, 3), "indicator OP01 of the database");
	assert_string_equal(cell(t, 1, 4), "every two years");
	assert_string_equal(cell(t, 1, 5), "on the day that the coordinator says");
	assert_string_equal(cell(t, 2, 0), "2.1");
	assert_string_equal(cell(t, 2, 1), "Drzewa [szt.]");
	assert_string_equal(cell(t, 2, 5), "by the end of February");
	assert_string_equal(cell(t, 2, 6), "coordinator of monitoring");
}

static void
what_is_missing_is_said_before_signing(void **state)
{
	struct document d;

	(void)state;
	d = order();
	assert_false(says(&d, "To be settled"));
	assert_true(says(&d, "has no indicators yet"));
	add_targets();
	task_fixture_sql(&f, "INSERT INTO task (uid, strategy_id, position, name) VALUES "
			     "(printf('%032d', 1), 1, 1, 'Remont')");
	d = order();
	assert_true(says(&d, "To be settled"));
	assert_true(says(&d, "1 indicator has no office."));
	assert_true(says(&d, "1 indicator has no month of delivery."));
	assert_true(says(&d, "1 task has no office."));
}

static void
the_executive_is_named_by_the_kind_of_unit(void **state)
{
	struct unit u = { .level = LEVEL_GMINA, .kind = '2' };

	(void)state;
	assert_string_equal(authority_executive(NULL, &u), "the head of the rural gmina");
	u.kind = '3';
	assert_string_equal(authority_executive(NULL, &u), "the mayor of the town");
	u.level = LEVEL_POWIAT;
	assert_string_equal(authority_executive(NULL, &u), "the board of the powiat");
	u.city = true;
	assert_string_equal(
		authority_executive(NULL, &u), "the mayor of the city with powiat rights");
	u = (struct unit){ .level = LEVEL_VOIVODESHIP };
	assert_string_equal(authority_executive(NULL, &u), "the board of the voivodeship");
	assert_string_equal(authority_executive(NULL, NULL), "the executive");
}

static void
the_office_names_the_authorities_of_its_own_unit(void **state)
{
	struct office office = {
		.own_unit = "021401", .council = "Rada Miasta", .executive = "Prezydent"
	};
	struct unit u = { .level = LEVEL_GMINA, .kind = '1', .code = "021401" };

	(void)state;
	assert_string_equal(authority_council(&office, &u), "Rada Miasta");
	assert_string_equal(authority_executive(&office, &u), "Prezydent");
	strcpy(u.code, "021402");
	assert_string_equal(authority_council(&office, &u), "the council of the town");
	strcpy(u.code, "021401");
	office.council[0] = office.executive[0] = '\0';
	assert_string_equal(authority_executive(&office, &u), "the mayor of the town");
	assert_string_equal(authority_council(&office, NULL), "the council");
}

static void
tasks_are_numbered_by_their_goals_and_their_money_is_summed(void **state)
{
	const struct goal goals[] = { { .id = 3, .number = "1.1" } };
	struct task tasks[2];
	const struct strategy s = { .code = "S-1", .name = "Strategia" };
	struct report_table t;

	(void)state;
	for (int i = 0; i < 2; i++) {
		task_start(&tasks[i], 1);
		tasks[i].name = "x";
		tasks[i].position = 2;
		tasks[i].planned = 150;
	}
	tasks[1].goal = 3;
	document_tasks(&t, &f.arena, &s, goals, 1, tasks, 2, "2026-01-31");
	assert_int_equal(t.row_count, 3);
	assert_string_equal(cell(&t, 0, 0), "2");
	assert_string_equal(cell(&t, 1, 0), "1.1/2");
	assert_true(t.rows[2].sum);
	assert_value(t.rows[2].cells[7].number, 3.0);
	document_tasks(&t, &f.arena, &s, goals, 1, tasks, 0, "2026-01-31");
	assert_int_equal(t.row_count, 0);
}

static void
money_stands_in_two_rows_a_year_with_the_sum_last(void **state)
{
	const struct task_money lines[] = { { .task = 1, .year = 2024, .planned = 100, .spent = 50 },
		{ .task = 1, .year = 2025, .source = MONEY_EU, .planned = 300 } };
	const struct strategy s = { .code = "S-1", .name = "Strategia" };
	struct task_money_sum *sums;
	struct report_table t;
	int count;

	(void)state;
	task_money_sums(lines, 2, &f.arena, &sums, &count);
	document_task_money(&t, &f.arena, &s, sums, count);
	assert_int_equal(t.row_count, 6);
	assert_string_equal(cell(&t, 0, 0), "2024");
	assert_value(t.rows[0].cells[2].number, 1.0);
	assert_value(t.rows[1].cells[2].number, 0.5);
	assert_string_equal(cell(&t, 4, 0), "all years");
	assert_true(t.rows[4].sum);
	assert_value(t.rows[4].cells[6].number, 4.0);
}

static void
remarks_say_above_how_many_were_taken(void **state)
{
	const struct remark remarks[] = {
		{ 1, REMARK_TAKEN, "mieszkaniec", "cel 1", "Więcej drzew", "2026-01-10", "Tak" },
		{ 2, REMARK_OPEN, "", "", "Ławki", "", "" },
	};
	const struct strategy s = { .code = "S-1", .name = "Strategia" };
	struct report_table t;

	(void)state;
	document_remarks(&t, &f.arena, &s, remarks, 2);
	assert_string_equal(t.lines[1], "Remarks: 2; taken into account 1, in part 0, not taken 0, "
					"not answered yet 1");
	assert_string_equal(cell(&t, 0, 1), "2026-01-10");
	assert_string_equal(cell(&t, 0, 5), "taken into account");
	assert_int_equal(t.rows[1].cells[1].kind, REPORT_CELL_EMPTY);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_schedule_follows_the_tree_and_names_who_when_and_whom),
		TEST(what_is_missing_is_said_before_signing),
		TEST(the_executive_is_named_by_the_kind_of_unit),
		TEST(the_office_names_the_authorities_of_its_own_unit),
		TEST(tasks_are_numbered_by_their_goals_and_their_money_is_summed),
		TEST(money_stands_in_two_rows_a_year_with_the_sum_last),
		TEST(remarks_say_above_how_many_were_taken),
	};

	i18n_start("en");
	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
