/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What documents of exchange groups say: the comparison with its signs, members over the years, the
 * year of a group, the overview. */
#include "../model/meeting_fixture.h"

#include "base/i18n.h"
#include "model/plans/conclusion.h"
#include "model/sheets/decision_count.h"
#include "model/sheets/service_organisation.h"
#include "model/units/unit_told.h"
#include "report/document.h"
#include "report/exchange_report.h"
#include "report/group_documents.h"

#include <math.h>

static struct meeting_fixture f;
static struct unit_table units;
static struct meeting first;

static int
set_up(void **state)
{
	char values[256];

	(void)state;
	meeting_fixture_start(&f);
	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	first = meeting_fixture_meeting(&f);
	snprintf(values, sizeof values, "%s=10 %s=30", unit_by_slot(&units, f.slots[0])->code,
		unit_by_slot(&units, f.slots[2])->code);
	fixture_indicator(f.db, "READERS", 'S');
	fixture_values(f.db, "READERS", 2025, values);
	meeting_fixture_sql(&f, "INSERT INTO compared_indicator (group_id, position, indicator_id) "
				"SELECT 1, 1, id FROM indicator WHERE code = 'READERS'");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unit_table_release(&units);
	meeting_fixture_end(&f);
	return 0;
}

static const char *
text_of(struct output *out)
{
	const char *text = arena_string(&f.arena, output_text(out, NULL));

	output_abort(out);
	return text;
}

static const char *
table_text(struct report_table *t)
{
	struct output *out = output_memory();

	assert_done(report_write(t, REPORT_FORMAT_TEXT, out, &f.err), f.err);
	return text_of(out);
}

static const char *
written(struct document *d)
{
	struct output *out = output_memory();

	assert_done(document_write(d, REPORT_FORMAT_TEXT, out, &f.err), f.err);
	return text_of(out);
}

static void
has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("%s is not in\n%s", part, text);
}

static struct exchange_report
request(void)
{
	return (struct exchange_report){
		.db = f.db, .units = &units, .heading = "Związek Gmin", .fonts = ""
	};
}

/* ---- tables ---- */

static void
the_comparison_marks_its_ends_and_says_for_whom_it_is(void **state)
{
	struct group_facts facts = { .group = "GWD-1", .internal = true };
	struct group_sheet sheet;
	struct report_table t;
	const char *text;

	(void)state;
	assert_done(group_sheet_load(f.db, &units, f.group, 2025, &f.arena, &sheet, &f.err), f.err);
	document_group_sheet(&t, &f.arena, &facts, &sheet);
	text = table_text(&t);
	has(text, "For internal use of the group");
	has(text, "30,00 +");
	has(text, "10,00 -");
	has(text, "+ the best, - the worst");
	facts.internal = false;
	document_group_sheet(&t, &f.arena, &facts, &sheet);
	assert_null(strstr(table_text(&t), "internal"));
}

static void
members_over_the_years_stand_beside_their_median(void **state)
{
	const struct group_facts facts = { .group = "GWD-1" };
	struct indicator card;
	struct group_trend trend;
	struct report_table t;
	const char *text;

	(void)state;
	assert_done(indicator_load(f.db, "READERS", &f.arena, &card, &f.err), f.err);
	assert_done(
		group_trend_load(f.db, &units, f.group, &card, &f.arena, &trend, &f.err), f.err);
	document_group_trend(&t, &f.arena, &facts, &card, &trend);
	assert_int_equal(t.row_count, 1);
	text = table_text(&t);
	has(text, "2025");
	has(text, "Median");
	has(text, "20");
}

/* ---- whole documents ---- */

static void
save_practice(void)
{
	struct decision_count c = { .slot = f.slots[0],
		.year = 2025,
		.quarter = 1,
		.case_type = "warunki zabudowy",
		.count = { [DECISION_ISSUED] = 200, [DECISION_APPEALED] = 8, [DECISION_UPHELD] = 3,
			[DECISION_OVERTURNED] = 1 },
		.made_up = true };
	struct service_organisation o = { .slot = f.slots[0],
		.year = 2024,
		.service = "woda",
		.provider = PROVIDER_COMPANY,
		.employment = 42.5 };

	assert_done(decision_count_save(f.db, &c, &f.err), f.err);
	assert_done(service_organisation_save(f.db, &o, &f.err), f.err);
	o = (struct service_organisation){ .slot = f.slots[2],
		.year = 2023,
		.service = "woda",
		.provider = PROVIDER_OWN_UNIT,
		.employment = NAN };
	assert_done(service_organisation_save(f.db, &o, &f.err), f.err);
}

static void
members_work_side_by_side_with_the_denominators_named_and_made_up_data_marked(void **state)
{
	const struct exchange_report r = request();
	struct exchange_group group;
	struct document d;
	const char *text;

	(void)state;
	save_practice();
	assert_done(exchange_group_load(f.db, f.group, &group, &f.err), f.err);
	assert_done(exchange_report_practice(&r, &group, 0, NULL, NULL, &f.arena, &d, &f.err), f.err);
	text = written(&d);
	has(text, "Decisions and appeals to SKO, 2025");
	has(text, "% of appeals decided");
	has(text, "% of decisions issued");
	has(text, "25,0m");
	has(text, "m  made-up data");
	has(text, "fewer than four quarters");
	has(text, "For internal use of the group");
	has(text, "42,5");
	has(text, "2023");
	for (int k = 0; k < REPORT_FORMAT_COUNT; k++) {
		struct output *out = output_memory();

		if (document_has_format((enum report_format)k) && k != REPORT_FORMAT_XLSX)
			assert_done(document_write(&d, (enum report_format)k, out, &f.err),
				f.err);
		output_abort(out);
	}
	assert_done(exchange_report_practice(&r, &group, 2019, NULL, NULL, &f.arena, &d, &f.err), f.err);
	text = written(&d);
	has(text, "No member has entered totals of this year.");
	has(text, "No member has said who delivers a service.");
}

static void
the_year_of_a_group_holds_meetings_figures_and_conclusions(void **state)
{
	const struct exchange_report r = request();
	struct conclusion c = { .group = f.group,
		.slot = f.slots[0],
		.learn_from = f.slots[2],
		.cost = 120000.5,
		.text = "Otworzyć filię dłużej" };
	struct group_sheet sheet;
	struct exchange_group group;
	struct document d;
	const char *text;

	(void)state;
	assert_done(conclusion_save(f.db, &c, &f.err), f.err);
	assert_done(group_sheet_load(f.db, &units, f.group, 2025, &f.arena, &sheet, &f.err), f.err);
	assert_done(evidence_freeze(f.db, c.id, &sheet, 0, &f.err), f.err);
	fixture_values(f.db, "READERS", 2025, "020101=99"); /* later figures change nothing in it */
	assert_done(exchange_group_load(f.db, f.group, &group, &f.err), f.err);
	assert_done(exchange_report_group(&r, &group, 2026, &f.arena, &d, &f.err), f.err);
	text = written(&d);
	has(text, "Związek Gmin");
	has(text, "30.01.2026");
	has(text, "Otworzyć filię dłużej");
	has(text, "000,50 zł");
	has(text, "Evidence, as it was then");
	has(text, "30,00 ");
	has(text, "No improvement plan is of this year.");
}

static const char *
report_of(int year)
{
	const struct exchange_report r = request();
	struct exchange_group group;
	struct document d;

	assert_done(exchange_group_load(f.db, f.group, &group, &f.err), f.err);
	assert_done(exchange_report_group(&r, &group, year, &f.arena, &d, &f.err), f.err);
	return written(&d);
}

/* What has a day stands in the reports of its years alone. */
static void
a_groups_report_tells_of_its_year_only(void **state)
{
	static const char *const of_2026[] = { "Opisać czytelnię", "Dłużej w soboty", "Plan czytelni",
		"ekspert oświaty", "Brakowało czasu" };
	const char *text;

	(void)state;
	meeting_fixture_sql(&f,
		"INSERT INTO homework (uid, group_id, meeting_id, slot, text, due_on) "
		"SELECT printf('%032d', 1), 1, id, host, 'Opisać czytelnię', '2026-03-01' FROM meeting;"
		"INSERT INTO conclusion (uid, group_id, slot, text, made_on) SELECT printf('%032d', 1), 1, "
		"host, 'Dłużej w soboty', '2026-07-30' FROM meeting;"
		"INSERT INTO improvement_plan (uid, group_id, slot, title, state, adopted_on, target_year) "
		"SELECT printf('%032d', 1), 1, host, 'Plan czytelni', 'adopted', '2026-09-01', 2027 "
		"FROM meeting;"
		"INSERT INTO improvement_plan (uid, group_id, slot, title) "
		"SELECT printf('%032d', 2), 1, host, 'Plan w szufladzie' FROM meeting;"
		"INSERT INTO advice (uid, group_id, contact_id, given_on, minutes, form, question) "
		"VALUES (printf('%032d', 1), 1, 11, '2026-11-01', 90, 'visit', 'Ile kosztuje?');"
		"INSERT INTO closing_note (uid, group_id, slot, kind, text, made_on) "
		"SELECT printf('%032d', 1), 1, host, 'problem', 'Brakowało czasu', '2026-12-01' "
		"FROM meeting");
	text = report_of(2026);
	for (size_t i = 0; i < sizeof of_2026 / sizeof *of_2026; i++)
		has(text, of_2026[i]);
	has(text, "1:30");
	has(text, "Plans not adopted yet (all years, as of ");
	has(text, "Plan w szufladzie");
	text = report_of(2027); /* the plan has its target then */
	has(text, "Plan czytelni");
	has(text, "No homework was given.");
	text = report_of(2031);
	for (size_t i = 0; i < sizeof of_2026 / sizeof *of_2026; i++)
		assert_null(strstr(text, of_2026[i]));
	has(text, "No conclusion was drawn in this year.");
	has(text, "No improvement plan is of this year.");
	has(text, "Plan w szufladzie");
}

static void
a_town_and_the_rural_gmina_of_its_name_are_told_apart_in_reports(void **state)
{
	char sql[192];
	const char *text;

	(void)state;
	snprintf(sql, sizeof sql,
		"INSERT INTO exchange_member (group_id, slot, joined_on) VALUES (1, %d, '2026-01-01')",
		fixture_slot(f.db, "0201022"));
	text = report_of(2026);
	assert_null(strstr(text, "Bolesławiec, "));
	meeting_fixture_sql(&f, sql);
	assert_done(unit_table_tell(f.db, &units, &f.err), f.err);
	text = report_of(2026);
	has(text, "Bolesławiec, urban gmina");
	has(text, "Bolesławiec, rural gmina");
}

static void
a_year_without_meetings_says_so(void **state)
{
	const struct exchange_report r = request();
	struct exchange_group group;
	struct document d;

	(void)state;
	assert_done(exchange_group_load(f.db, f.group, &group, &f.err), f.err);
	assert_done(exchange_report_group(&r, &group, 2027, &f.arena, &d, &f.err), f.err);
	has(written(&d), "No meeting in this year.");
}

static void
the_overview_has_a_row_for_each_group(void **state)
{
	enum { MEMBERS = 3, HELD, PLANNED, NEXT, ATTENDANCE };
	const struct exchange_report r = request();
	const struct report_cell *row;
	struct document d;

	(void)state;
	assert_done(exchange_report_coordinator(&r, &f.arena, &d, &f.err), f.err);
	has(written(&d), "GWD-1");
	row = d.parts[d.part_count - 1].table->rows[0].cells;
	assert_value(row[HELD].number, 0);
	assert_value(row[PLANNED].number, 1);
	meeting_fixture_sql(&f, "UPDATE meeting SET state = 'held';"
				"UPDATE participant SET attended = 0;"
				"UPDATE participant SET attended = 1 WHERE id IN "
				"(SELECT id FROM participant WHERE part = 'member' ORDER BY id LIMIT 1);"
				"DELETE FROM participant WHERE part <> 'member'");
	assert_done(exchange_report_coordinator(&r, &f.arena, &d, &f.err), f.err);
	row = d.parts[d.part_count - 1].table->rows[0].cells;
	assert_value(row[HELD].number, 1);
	assert_value(row[PLANNED].number, 0);
	assert_value(row[ATTENDANCE].number, 25); /* one of four */
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

/* A figure of which the file says that it is made up is marked wherever it stands. */
static void
made_up_figures_are_marked_in_comparison_and_evidence(void **state)
{
	const struct group_facts facts = { .group = "GWD-1" };
	struct conclusion c = { .group = f.group, .slot = f.slots[0], .cost = NAN, .text = "Filia" };
	const struct exchange_report r = request();
	struct exchange_group group;
	struct group_sheet sheet;
	struct report_table t;
	struct document d;
	char values[256];
	const char *text;

	(void)state;
	fixture_indicator(f.db, "INVENTED", 'S');
	snprintf(values, sizeof values, "%s=5 %s=7", unit_by_slot(&units, f.slots[0])->code,
		unit_by_slot(&units, f.slots[2])->code);
	fixture_values(f.db, "INVENTED", 2025, values);
	meeting_fixture_sql(&f, "INSERT INTO compared_indicator (group_id, position, indicator_id) "
				"SELECT 1, 2, id FROM indicator WHERE code = 'INVENTED'");
	meeting_fixture_sql(&f, "UPDATE import SET made_up = 1 WHERE id = (SELECT max(id) FROM import)");
	assert_done(group_sheet_load(f.db, &units, f.group, 2025, &f.arena, &sheet, &f.err), f.err);
	document_group_sheet(&t, &f.arena, &facts, &sheet);
	text = table_text(&t);
	has(text, "30,00 +");
	has(text, "m  made-up data");
	has(text, "7,00 +m");
	assert_done(conclusion_save(f.db, &c, &f.err), f.err);
	assert_done(evidence_freeze(f.db, c.id, &sheet, 0, &f.err), f.err);
	assert_done(evidence_freeze(f.db, c.id, &sheet, 1, &f.err), f.err);
	assert_done(exchange_group_load(f.db, f.group, &group, &f.err), f.err);
	assert_done(exchange_report_group(&r, &group, 2026, &f.arena, &d, &f.err), f.err);
	text = written(&d);
	has(text, "made-up data: INVENTED");
	assert_null(strstr(text, "made-up data: READERS"));
	has(text, "7,00 +m");
}

static void
a_members_file_holds_its_meetings_attendance_and_data(void **state)
{
	const struct exchange_report r = request();
	char sql[256];
	struct document d;
	const char *text;

	(void)state;
	meeting_fixture_sql(&f, "INSERT INTO data_sheet (id, uid, group_id, year) "
				"VALUES (1, '00000000000000000000000000000077', 1, 2025)");
	meeting_fixture_sql(&f, "UPDATE indicator SET kind = 'own' WHERE code = 'READERS'");
	meeting_fixture_sql(&f, "INSERT INTO data_sheet_line (sheet_id, position, indicator_id) "
				"SELECT 1, 1, id FROM indicator WHERE code = 'READERS'");
	snprintf(sql, sizeof sql,
		"INSERT INTO own_figure (indicator_id, year, slot, value, made_up, login, changed_at) "
		"SELECT id, 2025, %d, 12.5, 1, 'a', '2026-01-01T00:00:00Z' FROM indicator "
		"WHERE code = 'READERS'",
		f.slots[0]);
	meeting_fixture_sql(&f, sql);
	meeting_fixture_sql(&f, "UPDATE meeting SET state = 'held'");
	snprintf(sql, sizeof sql,
		"INSERT INTO participant (meeting_id, slot, part, name, attended) "
		"VALUES (%lld, %d, 'member', 'Osoba', 1)",
		(long long)first.id, f.slots[0]);
	meeting_fixture_sql(&f, sql);
	assert_done(exchange_report_member(&r, f.slots[0], &f.arena, &d, &f.err), f.err);
	text = written(&d);
	has(text, "Meetings and attendance");
	has(text, "30.01.2026");
	has(text, "Meetings held: 1, the unit was at 1 of them");
	has(text, "Own data");
	has(text, "12,50m");
	has(text, "not begun");
	has(text, "m  made-up data");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(the_comparison_marks_its_ends_and_says_for_whom_it_is),
		EACH(members_over_the_years_stand_beside_their_median),
		EACH(members_work_side_by_side_with_the_denominators_named_and_made_up_data_marked),
		EACH(the_year_of_a_group_holds_meetings_figures_and_conclusions),
		EACH(a_groups_report_tells_of_its_year_only),
		EACH(a_town_and_the_rural_gmina_of_its_name_are_told_apart_in_reports),
		EACH(a_year_without_meetings_says_so),
		EACH(the_overview_has_a_row_for_each_group),
		EACH(made_up_figures_are_marked_in_comparison_and_evidence),
		EACH(a_members_file_holds_its_meetings_attendance_and_data),
	};

	return cmocka_run_group_tests_name("group_documents", tests, NULL, NULL);
}
