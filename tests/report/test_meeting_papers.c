/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What papers of a meeting say, and what they keep to themselves. */
#include "../model/meeting_fixture.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/attendance.h"
#include "model/office.h"
#include "report/meeting_papers.h"

static struct meeting_fixture f;
static struct unit_table units;
static struct meeting meeting;

static int
set_up(void **state)
{
	struct office office = { .kind = OFFICE_UNION };

	(void)state;
	meeting_fixture_start(&f);
	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	text_copy(office.name, sizeof(office.name), "Związek Miast");
	text_copy(office.heading, sizeof(office.heading), "ul. Rynek 1\n00-001 Warszawa");
	assert_done(office_save(f.db, &office, &f.err), f.err);
	meeting = meeting_fixture_meeting(&f);
	meeting_fixture_sql(
		&f, "UPDATE contact SET telephone = '600 100 200', email = 'osoba@urzad.example'");
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
written(enum meeting_paper paper, int64_t participant)
{
	struct meeting_sheet *sheet;
	struct output *out = output_memory();
	const char *text;

	assert_done(meeting_paper_load(f.db, paper, meeting.id, participant, &units, "", &f.arena,
			    &sheet, &f.err),
		f.err);
	assert_done(meeting_paper_write(sheet, REPORT_FORMAT_TEXT, out, &f.err), f.err);
	text = arena_string(&f.arena, output_text(out, NULL));
	output_abort(out);
	return text;
}

static void
has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("%s is not in\n%s", part, text);
}

static void
the_invitation_says_when_where_and_what_with_hours(void **state)
{
	const char *text;

	(void)state;
	meeting_fixture_sql(&f,
		"INSERT INTO meeting (id, uid, group_id, number, starts_at, ends_at) VALUES "
		"(9, printf('%032d', 9), 1, 9, '2026-01-08T10:00', '2026-01-08T12:00');"
		"INSERT INTO homework (uid, group_id, meeting_id, slot, text, due_on) VALUES "
		"(printf('%032d', 50), 1, 9, 4, 'dane za 2025', '2026-01-20')");
	text = written(MEETING_INVITATION, 0);
	has(text, "Związek Miast\n");
	has(text, "00-001 Warszawa");
	has(text, "ZMP.071.1.2026");
	has(text, "2026-01-30 10:00–15:00");
	has(text, "Bolesławiec, Ratusz, sala 12");
	has(text, "10:00–10:20");
	has(text, "10:20–11:05");
	has(text, "Otwarcie, przedstawienie uczestników");
	has(text, "dane za 2025, by 2026-01-20");
	assert_null(strstr(text, "600 100 200"));
}

static void
open_homework_stands_first_on_the_agenda(void **state)
{
	const char *text, *first;

	(void)state;
	meeting_fixture_sql(&f,
		"INSERT INTO homework (uid, group_id, slot, text, due_on, given_on) VALUES "
		"(printf('%032d', 50), 1, 4, 'opis praktyki', '2026-01-20', '2026-01-08'),"
		"(printf('%032d', 51), 1, 4, 'z dnia spotkania', '2026-02-20', '2026-01-30')");
	text = written(MEETING_INVITATION, 0);
	first = strstr(text, "opis praktyki, by 2026-01-20");
	assert_true(first && first < strstr(text, "10:00–10:20"));
	assert_null(strstr(text, "z dnia spotkania"));
	meeting_fixture_sql(
		&f, "UPDATE agenda_item SET title = 'Stan zadań domowych' WHERE position = 1");
	text = written(MEETING_INVITATION, 0);
	first = strstr(text, "– ");
	assert_true(
		first > strstr(text, "Stan zadań domowych") && first < strstr(text, "10:20–11:05"));
	has(first, "praktyki, by 2026-01-20\n10:20–11:05");
	assert_null(strstr(text, "Homework that is open"));
}

static void
the_list_to_sign_has_name_unit_and_signature_only(void **state)
{
	const char *text = written(MEETING_SIGNATURES, 0);

	(void)state;
	has(text, "Osoba A");
	has(text, "Nowogrodziec");
	has(text, "Signature");
	assert_null(strstr(text, "600 100 200"));
	assert_null(strstr(text, "urzad.example"));
	assert_null(strstr(text, "sekretarz"));
	/* a day, a column */
	text_copy(meeting.ends_at, sizeof(meeting.ends_at), "2026-01-31T15:00");
	assert_done(meeting_save(f.db, &meeting, &f.err), f.err);
	has(written(MEETING_SIGNATURES, 0), "Signature, 2026-01-30  Signature, 2026-01-31");
}

static void
certificates_go_to_those_who_came(void **state)
{
	struct meeting_sheet *sheet;
	const char *text;

	(void)state;
	assert_int_equal(meeting_paper_load(f.db, MEETING_CERTIFICATES, meeting.id, 0, &units, "",
				 &f.arena, &sheet, &f.err),
		-1);
	assert_code(f.err, ERROR_INPUT);
	assert_done(attendance_tick(f.db, 1, CAME_YES, &f.err), f.err);
	assert_done(attendance_tick(f.db, 2, CAME_NO, &f.err), f.err);
	assert_done(attendance_tick(f.db, 3, CAME_YES, &f.err), f.err);
	text = written(MEETING_CERTIFICATES, 0);
	has(text, "Osoba A");
	has(text, "Osoba C");
	assert_null(strstr(text, "Osoba B"));
	has(text, "meeting 1 of the group GWD-1 “Oświata w miastach”");
	text = written(MEETING_CERTIFICATES, 3);
	assert_null(strstr(text, "Osoba A"));
	assert_int_equal(meeting_paper_load(f.db, MEETING_CERTIFICATES, meeting.id, 2, &units, "",
				 &f.arena, &sheet, &f.err),
		-1);
	assert_code(f.err, ERROR_INPUT);
}

static void
every_paper_is_written_in_every_form_it_has(void **state)
{
	static const char *const starts[] = { [REPORT_FORMAT_PDF] = "%PDF",
		[REPORT_FORMAT_DOCX] = "PK",
		[REPORT_FORMAT_HTML] = "<!DOCTYPE",
		[REPORT_FORMAT_TEXT] = "" };

	(void)state;
	assert_done(attendance_tick(f.db, 1, CAME_YES, &f.err), f.err);
	for (int paper = 0; paper < MEETING_PAPERS; paper++) {
		const enum report_format *formats;
		int count = meeting_paper_formats((enum meeting_paper)paper, &formats);

		assert_int_equal(formats[0], REPORT_FORMAT_PDF);
		for (int i = 0; i < count; i++) {
			struct output *out = output_memory();
			struct meeting_sheet *sheet;
			size_t length;

			assert_done(meeting_paper_load(f.db, (enum meeting_paper)paper, meeting.id,
					    0, &units, "", &f.arena, &sheet, &f.err),
				f.err);
			assert_done(meeting_paper_write(sheet, formats[i], out, &f.err), f.err);
			assert_int_equal(strncmp(output_text(out, &length), starts[formats[i]],
						 strlen(starts[formats[i]])),
				0);
			assert_true(length > 200);
			output_abort(out);
		}
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_invitation_says_when_where_and_what_with_hours),
		TEST(open_homework_stands_first_on_the_agenda),
		TEST(the_list_to_sign_has_name_unit_and_signature_only),
		TEST(certificates_go_to_those_who_came),
		TEST(every_paper_is_written_in_every_form_it_has),
	};

	i18n_start("en");
	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
