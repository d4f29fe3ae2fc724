/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An approved report is printed as it was approved, whatever changes afterwards; corrections stand
 * behind it. The day is 2026-11-22, the year 2025. */
#include "../model/year_fixture.h"

#include "model/indicators/flag.h"
#include "model/monitoring/round_freeze.h"
#include "report/monitoring_report.h"

#include <unistd.h>

static struct year_fixture f;
static struct unit_table units;
static struct office office;
static struct monitoring_report request;

static int
set_up(void **state)
{
	(void)state;
	year_start(&f);
	units = (struct unit_table){ 0 };
	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	assert_done(office_load(f.db, &office, &f.err), f.err);
	request = (struct monitoring_report){
		.db = f.db, .units = &units, .office = &office, .fonts = ""
	};
	year_sql(&f,
		"UPDATE target SET direction = 'N', low = 15, high = 25, base = 10, target = NULL, "
		"target_year = 2030 WHERE id = 4;"
		"INSERT INTO target_reading (target_id, year, value, flag, source, login, "
		"entered_at) "
		"VALUES (1, 2023, 30, 0, 'Rejestr', 'anna', '2026-02-01T10:00:00Z'), (1, 2025, 20, "
		"0, "
		"'Rejestr', 'anna', '2026-02-01T10:00:00Z'), (4, 2024, 12.25, 0, '', 'anna', "
		"'2026-02-01T10:00:00Z');"
		"INSERT INTO target_path (target_id, year, value) VALUES (1, 2024, 60);"
		"INSERT INTO strategy_change (id, strategy_id, noun, row_id, act, name, "
		"changed_on, "
		"resolution, reason) VALUES (1, 1, 'target', 3, 'changed', 'Drogi gruntowe', "
		"'2025-05-05', 'XII/1', 'Nowe dane');"
		"INSERT INTO strategy_change_line VALUES (1, 1, 'base', '', '100 (2021)');"
		"INSERT INTO monitoring_round (id, uid, strategy_id, year, opened_on, due_on, "
		"summary) "
		"VALUES (1, printf('%032d', 1), 1, 2025, '2026-01-02', '2026-03-31', 'Rok "
		"<budowy>.');"
		"INSERT INTO deviation (round_id, target_id, cause, measure, due_on) VALUES "
		"(1, 1, 'Mniej miejsc', 'Nowy oddział', '2027-01-31');"
		"INSERT INTO evaluation (id, uid, strategy_id, kind, title, year) VALUES "
		"(1, printf('%032d', 1), 1, 'mid_term', 'W połowie', 2025);");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unit_table_release(&units);
	year_end(&f);
	return 0;
}

typedef int build_report(const struct monitoring_report *r, int64_t strategy, int year,
	struct arena *arena, struct document *d, struct error *err);

/* A workbook is written into a file only. */
static char *
written_file(struct document *d, size_t *length)
{
	char path[] = "/tmp/frozen-XXXXXX";
	struct output *out;
	char *bytes;
	FILE *file;
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	assert_done(output_open(&out, path, true, &f.err), f.err);
	assert_done(document_write(d, REPORT_FORMAT_XLSX, out, &f.err), f.err);
	assert_done(output_commit(out, &f.err), f.err);
	file = fopen(path, "r");
	assert_non_null(file);
	bytes = arena_new(&f.arena, 1 << 20);
	*length = fread(bytes, 1, 1 << 20, file);
	fclose(file);
	unlink(path);
	return bytes;
}

static char *
written(struct document *d, enum report_format format, size_t *length)
{
	struct output *out;
	char *copy;

	if (format == REPORT_FORMAT_XLSX)
		return written_file(d, length);
	out = output_memory();
	assert_done(document_write(d, format, out, &f.err), f.err);
	output_text(out, length);
	copy = arena_new(&f.arena, *length + 1);
	memcpy(copy, output_text(out, NULL), *length + 1);
	output_abort(out);
	return copy;
}

static char *
printed(build_report *build, enum report_format format, size_t *length)
{
	struct document d;

	assert_done(build(&request, YEAR_STRATEGY, 2025, &f.arena, &d, &f.err), f.err);
	return written(&d, format, length);
}

static char *
report_text(void)
{
	size_t length;

	return printed(monitoring_report_build, REPORT_FORMAT_TEXT, &length);
}

static void
approve(bool kept)
{
	struct round_state seen;

	assert_done(round_state_load(f.db, &units, YEAR_STRATEGY, 2025, &f.arena, &seen, &f.err),
		f.err);
	assert_done(
		kept ? monitoring_report_approve(&request, &seen, "2026-11-22", "Wójt", &f.err)
		     : round_approve_seen(f.db, &units, &seen, "2026-11-22", "Wójt", NULL, &f.err),
		f.err);
}

static void
correct(int64_t target, double value)
{
	struct monitoring_round r;

	assert_done(round_load(f.db, 1, &r, &f.err), f.err);
	assert_done(
		round_correct(f.db, &r, target, value, FLAG_NONE, "Korekta GUS", &f.err), f.err);
}

/* Everything of which a report speaks. */
static void
change_everything(void)
{
	year_sql(&f,
		"UPDATE strategy SET goal_rule = 'worst', name = 'Inna', resolution = 'Nowa';"
		"UPDATE goal SET name = 'Inny cel', text = 'Inny opis', position = position + 1;"
		"UPDATE target SET name = 'Inny wskaźnik', measure = 'szt.', decimals = 3, low = "
		"1, "
		"high = 5, target = 80, base = 1, office = 'Inny', position = position + 10;"
		"UPDATE target_path SET value = 75; UPDATE target SET retired_at = '2026-11-22' "
		"WHERE id = 3;"
		"UPDATE target_reading SET value = 999;"
		"INSERT INTO target (id, uid, strategy_id, goal_id, position, name, kind, "
		"direction) "
		"VALUES (9, printf('%032d', 9), 1, 1, 1, 'Nowy', 'result', 'S');"
		"INSERT INTO goal (id, uid, strategy_id, position, name) VALUES "
		"(9, printf('%032d', 9), 1, 9, 'Nowy cel');"
		"UPDATE task SET name = 'Inne zadanie', state = 'done', percent = 100, "
		"real_to = '2025-05-01', planned_to = '2030-01-01', office = 'Inny';"
		"UPDATE task SET retired_at = '2026-11-22' WHERE id = 2;"
		"UPDATE task_money SET spent = 1, planned = 2;"
		"INSERT INTO task_money (task_id, year, source, planned) VALUES (1, 2025, 'eu', 7);"
		"UPDATE strategy_change SET reason = 'Inny powód';"
		"UPDATE deviation SET cause = 'Inna', done_on = '2026-11-20';"
		"INSERT INTO recommendation (evaluation_id, position, text) VALUES (1, 1, "
		"'Zalecenie');"
		"UPDATE unit_version SET name = 'Inna gmina';"
		"INSERT OR REPLACE INTO office (key, value) VALUES ('status_on_course', '99'), "
		"('status_at_risk', '98'), ('name', 'Inny urząd');");
	unit_table_release(&units);
	units = (struct unit_table){ 0 };
	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	assert_done(office_load(f.db, &office, &f.err), f.err);
}

static void
everything_may_change_and_the_report_stays(void **state)
{
	static const enum report_format formats[] = { REPORT_FORMAT_TEXT, REPORT_FORMAT_HTML,
		REPORT_FORMAT_DOCX, REPORT_FORMAT_XLSX, REPORT_FORMAT_PDF };
	enum { FORMATS = sizeof formats / sizeof *formats };
	char *before[FORMATS];
	size_t lengths[FORMATS], length;

	(void)state;
	approve(true);
	for (int i = 0; i < FORMATS; i++)
		before[i] = printed(monitoring_report_build, formats[i], &lengths[i]);
	change_everything();
	for (int i = 0; i < FORMATS; i++) {
		char *after = printed(monitoring_report_build, formats[i], &length);

		if (i == 0)
			assert_string_equal(after, before[i]);
		assert_int_equal(length, lengths[i]);
		assert_memory_equal(after, before[i], length);
	}
}

static void
what_is_approved_is_what_the_draft_said(void **state)
{
	char *draft = report_text(), *approved, *line;

	(void)state;
	approve(true);
	approved = report_text();
	line = strstr(draft, "Approved:");
	assert_non_null(line);
	assert_memory_equal(draft, approved, (size_t)(line - draft));
	draft = strstr(draft, "Indicators by status");
	approved = strstr(approved, "Indicators by status");
	line = strstr(draft, "no figure of the year yet"); /* of a draft alone */
	assert_non_null(line);
	assert_memory_equal(draft, approved, (size_t)(line - draft) - 20);
	draft = strstr(line, "1 deviation");
	approved = strstr(approved, "1 deviation");
	assert_memory_equal(draft, approved, strlen(draft));
	assert_non_null(strstr(approved + strlen(draft), "Wójt")); /* signed */
}

static void
the_chapter_stays_but_for_whom_it_goes_to(void **state)
{
	size_t length;
	char *before, *after;

	(void)state;
	approve(true);
	before = printed(state_report_build, REPORT_FORMAT_TEXT, &length);
	year_sql(&f, "INSERT OR REPLACE INTO office (key, value) VALUES ('council', 'Rada Osady'), "
		     "('own_unit', '020101')");
	change_everything();
	after = printed(state_report_build, REPORT_FORMAT_TEXT, &length);
	assert_non_null(strstr(after, "Rada Osady"));
	assert_string_equal(strstr(after, "Legal basis:"), strstr(before, "Legal basis:"));
}

static void
corrections_stand_behind_what_was_approved(void **state)
{
	char *before, *after, *behind;

	(void)state;
	approve(true);
	before = report_text();
	change_everything();
	correct(1, 25);
	after = report_text();
	assert_memory_equal(after, before, strlen(before));
	behind = after + strlen(before);
	assert_non_null(strstr(behind, "Corrections after approval"));
	assert_non_null(strstr(behind, "22.11.2026"));
	assert_non_null(strstr(behind, "Dzieci w"));
	assert_null(strstr(behind, "Inny"));
	assert_non_null(strstr(behind, "20"));
	assert_non_null(strstr(behind, "25"));
}

static void
each_correction_says_what_becomes_of_the_status(void **state)
{
	const char *behind, *first, *second;

	(void)state;
	approve(true);
	correct(1, 45);
	correct(1, 70);
	behind = strstr(report_text(), "Corrections after approval");
	assert_non_null(strstr(behind, "after it"));
	assert_non_null(first = strstr(behind, " 45 "));
	assert_non_null(second = strstr(first, " 70 "));
	assert_memory_equal(
		first, " 45 ■ off course ▲ at risk", strlen(" 45 ■ off course ▲ at risk"));
	assert_memory_equal(
		second, " 70 ■ off course ● on course", strlen(" 70 ■ off course ● on course"));
}

static void
a_report_that_somebody_changed_in_the_file_is_not_printed(void **state)
{
	struct document d;

	(void)state;
	approve(false);
	year_sql(&f, "INSERT INTO round_document (round_id, name, body, sha256) VALUES "
		     "(1, 'report', '<document format=\"1\"/>', printf('%064d', 7))");
	assert_int_equal(
		monitoring_report_build(&request, YEAR_STRATEGY, 2025, &f.arena, &d, &f.err), -1);
	assert_code(f.err, ERROR_DATA);
}

static void
a_year_approved_before_documents_were_kept_prints_its_figures(void **state)
{
	char *text;

	(void)state;
	approve(false);
	year_sql(&f, "UPDATE target_reading SET value = 999 WHERE target_id = 1 AND year = 2025;"
		     "UPDATE round_figure SET name = '', measure = '', decimals = 0;"
		     "DELETE FROM round_goal");
	correct(3, 50);
	text = report_text();
	assert_null(strstr(text, "999"));
	assert_non_null(strstr(text, "earlier ones as"));
	assert_non_null(strstr(text, "Corrections after approval"));
	assert_non_null(strstr(text, "–*")); /* the figure had no value, its correction is marked */
}

static void
a_change_of_a_deleted_indicator_keeps_its_name(void **state)
{
	char *changes;

	(void)state;
	year_sql(&f, "UPDATE target SET retired_at = '2026-11-22' WHERE id = 3");
	changes = strstr(report_text(), "Changes of the strategy");
	assert_non_null(strstr(changes, "gruntowe")); /* the cell is wrapped */
}

static void
an_open_year_names_later_changes_by_which_it_is_judged(void **state)
{
	(void)state;
	assert_null(strstr(report_text(), "is judged by what"));
	year_sql(&f, "INSERT INTO strategy_change (id, strategy_id, noun, row_id, act, name, "
		     "changed_on, "
		     "resolution, reason) VALUES (9, 1, 'target', 3, 'changed', 'Drogi gruntowe', "
		     "'2026-01-20', 'XX/9', 'Inne drogi')");
	assert_non_null(strstr(report_text(), "is judged by what"));
	assert_non_null(strstr(report_text(), "XX/9"));
	approve(false);
	year_sql(&f, "DELETE FROM round_document");
	assert_null(strstr(report_text(), "XX/9"));
}

/* 0.8975 of the change is at risk below 90 per cent, so it is not printed as 90; the wrong way has
 * no limit to miss and goes to the nearest. */
static void
a_share_is_rounded_down_to_the_limit_that_it_missed(void **state)
{
	(void)state;
	assert_value(target_percent(0.8975), 89);
	assert_value(target_percent(0.9), 90);
	assert_value(target_percent(0.57), 57);
	assert_value(target_percent(1.0), 100);
	assert_value(target_percent(-0.004), 0);
	assert_value(target_percent(-0.031), -3);
	assert_true(isnan(target_percent(NAN)));
}

static void
an_approved_year_is_printed_though_the_strategy_ends_before_it(void **state)
{
	const char *before;

	(void)state;
	approve(true);
	before = report_text();
	year_sql(&f, "UPDATE strategy SET last_year = 2024");
	assert_string_equal(report_text(), before);
}

static void
an_old_figure_says_its_age(void **state)
{
	(void)state;
	assert_string_equal(round_age_text(2023, 2025, &f.arena), "2 years older");
	assert_string_equal(round_age_text(2025, 2025, &f.arena), "");
	assert_string_equal(round_age_text(0, 2025, &f.arena), "");
	assert_non_null(strstr(report_text(), "2024 (1"));
}

/* ---- keeping any document ---- */

static void
fill_table(struct report_table *t)
{
	report_table_start(t, &f.arena, "Tytuł <&> \"x\"");
	report_table_line(t, "wiersz pod tytułem");
	report_table_column(t, "code", "Kod", REPORT_CODE, 0);
	report_table_column(t, "value", "Wartość", REPORT_NUMBER, -1);
	report_table_alone(t, "Wartość, zł");
	report_table_bar(t, -0.1, 1.0 / 3);
	report_table_row(t);
	report_cell_text(t, " 0201 ");
	report_cell_decimals(t, 0.1 + 0.2, 17);
	report_cell_mark(t, "*");
	report_cell_number(t, 1e-300);
	report_table_row(t);
	report_cell_text(t, "a\nb");
	report_cell_missing(t, "brak");
	report_table_row(t);
	report_cell_empty(t);
	report_cell_missing(t, "");
	report_cell_number(t, 123456789.123456789);
	report_table_sum(t);
	report_table_footnote(t, "przypis");
}

static void
a_document_that_was_kept_writes_the_same_bytes(void **state)
{
	struct output *out = output_memory();
	struct document d, again;

	(void)state;
	document_start(&d, &f.arena, "Sprawozdanie ]]> ż");
	document_above(&d, "Urząd\nul. Długa");
	document_fact(&d, "Gmina", "<Nowa>");
	document_heading(&d, 1, "Rozdział");
	document_heading(&d, 2, "Pod");
	document_paragraph(&d, "Tekst \001 & <b>.");
	document_item(&d, "jeden");
	document_item(&d, "dwa");
	document_note(&d, "uwaga");
	fill_table(document_table(&d));
	document_signature(&d, "Wójt");
	document_keep(&d, out);
	assert_done(document_kept(&again, &f.arena, output_text(out, NULL), &f.err), f.err);
	output_abort(out);
	for (int i = 0; i < REPORT_FORMAT_COUNT; i++) {
		size_t length, second;
		char *first, *other;

		if (!document_has_format((enum report_format)i))
			continue;
		first = written(&d, (enum report_format)i, &length);
		other = written(&again, (enum report_format)i, &second);
		assert_int_equal(second, length);
		assert_memory_equal(other, first, length);
	}
}

static void
what_is_no_kept_document_is_refused(void **state)
{
	static const char *const bodies[] = { "", "<document",
		"<document format=\"1\"><t>x</t></document>",
		"<document format=\"1\"><table><row><n/></row></table></document>",
		"<document format=\"1\"><table><column name=\"a\" "
		"kind=\"text\"/><row><t/><t/></row>"
		"</table></document>",
		"<document format=\"1\"><heading level=\"7\">x</heading></document>",
		"<document format=\"9\"/>", "<paragraph>x</paragraph>" };
	struct document d;

	(void)state;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		assert_int_equal(document_kept(&d, &f.arena, bodies[i], &f.err), -1);
		assert_int_not_equal(f.err.code, ERROR_NONE);
		error_clear(&f.err);
	}
}

#define in_fixture(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_fixture(everything_may_change_and_the_report_stays),
		in_fixture(what_is_approved_is_what_the_draft_said),
		in_fixture(the_chapter_stays_but_for_whom_it_goes_to),
		in_fixture(corrections_stand_behind_what_was_approved),
		in_fixture(each_correction_says_what_becomes_of_the_status),
		in_fixture(a_report_that_somebody_changed_in_the_file_is_not_printed),
		in_fixture(a_year_approved_before_documents_were_kept_prints_its_figures),
		in_fixture(a_change_of_a_deleted_indicator_keeps_its_name),
		in_fixture(an_open_year_names_later_changes_by_which_it_is_judged),
		in_fixture(a_share_is_rounded_down_to_the_limit_that_it_missed),
		in_fixture(an_approved_year_is_printed_though_the_strategy_ends_before_it),
		in_fixture(an_old_figure_says_its_age),
		in_fixture(a_document_that_was_kept_writes_the_same_bytes),
		in_fixture(what_is_no_kept_document_is_refused),
	};

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-11-22T09:00:00Z", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
