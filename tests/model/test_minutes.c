/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes: made, edited, remarked on, approved; and two texts compared line by line. */
#include "meeting_fixture.h"

#include "base/i18n.h"
#include "model/meetings/homework.h"
#include "model/minutes/line_diff.h"
#include "model/minutes/minutes.h"

static struct meeting_fixture f;
static struct meeting meeting;
static struct minutes m;

static int
set_up(void **state)
{
	(void)state;
	meeting_fixture_start(&f);
	meeting = meeting_fixture_meeting(&f);
	assert_done(minutes_find(f.db, meeting.id, &m, &f.err), f.err);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	meeting_fixture_end(&f);
	return 0;
}

static void
add(const char *text)
{
	assert_done(minutes_add(f.db, &m, text, MINUTES_EDITED, NULL, &f.err), f.err);
}

static const char *
text_of(int number)
{
	struct minutes_version v;

	assert_done(minutes_version(f.db, m.id, number, &f.arena, &v, &f.err), f.err);
	return v.text;
}

static void
homework_that_a_meeting_gave_and_reviewed_itself_is_told_as_both(void **state)
{
	struct homework h = { .group = f.group,
		.meeting = meeting.id,
		.slot = f.slots[0],
		.text = "Zebrać dane",
		.due_on = "2026-02-28" };
	const char *text;

	(void)state;
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	assert_done(homework_review(f.db, &h, meeting.id, "jest", &f.err), f.err);
	assert_done(minutes_compose(f.db, meeting.id, &f.arena, &text, &f.err), f.err);
	text = strstr(text, "# Homework reviewed");
	assert_non_null(text);
	assert_non_null(strstr(text, "Zebrać dane"));
	assert_non_null(strstr(text, "jest |"));
	assert_non_null(strstr(text, "# Homework until the next meeting"));
}

static void
homework_that_was_due_and_that_nobody_reviewed_is_told_as_not_discussed(void **state)
{
	struct meeting next = { .group = f.group, .host = f.slots[2] };
	struct homework h = { .group = f.group,
		.meeting = meeting.id,
		.slot = f.slots[0],
		.text = "Zebrać dane",
		.due_on = "2026-02-04" };
	const char *text;

	(void)state;
	strcpy(next.starts_at, "2026-02-05T10:00");
	strcpy(next.ends_at, "2026-02-05T15:00");
	assert_done(meeting_save(f.db, &next, &f.err), f.err);
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	h = (struct homework){ .group = f.group,
		.meeting = meeting.id,
		.slot = f.slots[2],
		.text = "Przed wakacjami",
		.due_on = "2026-06-15" };
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	assert_done(minutes_compose(f.db, next.id, &f.arena, &text, &f.err), f.err);
	text = strstr(text, "# Homework reviewed");
	assert_non_null(text);
	assert_non_null(strstr(text, "| Zebrać dane | 2026-02-04 | open | not discussed |\n"));
	assert_null(strstr(text, "Przed wakacjami")); /* not due there */
	/* Nobody could discuss anything at a meeting that is still to come. */
	meeting_fixture_sql(&f, "UPDATE meeting SET starts_at = '2099-03-12T10:00', "
				"ends_at = '2099-03-12T15:00' WHERE number = 2");
	assert_done(minutes_compose(f.db, next.id, &f.arena, &text, &f.err), f.err);
	assert_null(strstr(text, "# Homework reviewed"));
}

static void
minutes_are_made_from_what_the_meeting_holds(void **state)
{
	struct agreement a = { .meeting = meeting.id,
		.kind = AGREEMENT_DECIDED,
		.text = "Dane za 2025 rok\ndo końca lutego" };
	struct homework h = { .group = f.group,
		.meeting = meeting.id,
		.slot = f.slots[0],
		.text = "Zebrać | dane",
		.due_on = "2026-02-28" };
	const char *text;

	(void)state;
	assert_done(agreement_save(f.db, &a, &f.err), f.err);
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	assert_done(meeting_notes_save(f.db, meeting.id, "", "Dyskusja.\n- pierwszy głos", &f.err),
		f.err);
	assert_done(minutes_compose(f.db, meeting.id, &f.arena, &text, &f.err), f.err);
	assert_non_null(strstr(text, "Ratusz, sala 12"));
	assert_non_null(strstr(text, "# Course of the meeting\n\n## 1. "));
	/* What the whole meeting noted and agreed is not of its last item. */
	assert_non_null(strstr(text, "\n\n## The whole meeting\n\nDyskusja.\n\n- pierwszy głos\n"));
	text = strstr(text, "\n# Agreements\n\n- ");
	assert_non_null(text);
	assert_non_null(strstr(text, ": Dane za 2025 rok do końca lutego\n"));
	assert_non_null(strstr(text, "| Zebrać / dane | 2026-02-28 |\n"));
	assert_done(minutes_compose(f.db, meeting.id, &f.arena, &text, &f.err), f.err);
	/* Nobody is ticked yet; guests are counted apart. */
	assert_null(strstr(text, "Invited:"));
	meeting_fixture_sql(&f, "UPDATE participant SET attended = 1");
	meeting_fixture_sql(&f, "UPDATE participant SET part = 'guest' WHERE contact_id = 11");
	assert_done(minutes_compose(f.db, meeting.id, &f.arena, &text, &f.err), f.err);
	assert_non_null(strstr(text, "\nInvited: 5, present: 5. Guests: invited 1, present 1."));
	assert_null(strstr(text, "guests |"));
	/* People are counted, not named. */
	assert_null(strstr(text, "Osoba"));
	assert_done(minutes_add(f.db, &m, text, MINUTES_MADE, NULL, &f.err), f.err);
	assert_int_equal(m.versions, 1);
	assert_string_equal(m.case_mark, "ZMP.071.1.2026");
}

static void
a_new_version_leaves_the_old_ones_as_they_were(void **state)
{
	struct minutes_version *list;
	int count;

	(void)state;
	add("# A\n\npierwsza");
	add("# A\n\ndruga");
	assert_int_equal(m.versions, 2);
	assert_string_equal(text_of(1), "# A\n\npierwsza");
	assert_string_equal(text_of(0), "# A\n\ndruga");
	assert_int_equal(minutes_add(f.db, &m, "# A\n\ndruga", MINUTES_EDITED, NULL, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(minutes_add(f.db, &m, " \n", MINUTES_EDITED, NULL, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(minutes_add(f.db, &m, "a\x1b[2J", MINUTES_EDITED, NULL, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_done(minutes_versions(f.db, m.id, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 2);
	assert_int_equal(list[0].number, 2);
}

static void
two_who_write_are_told_of_each_other(void **state)
{
	struct minutes mine, theirs;

	(void)state;
	mine = theirs = m;
	assert_done(minutes_add(f.db, &theirs, "ich", MINUTES_EDITED, NULL, &f.err), f.err);
	assert_int_equal(minutes_add(f.db, &mine, "moja", MINUTES_EDITED, NULL, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_done(minutes_find(f.db, meeting.id, &mine, &f.err), f.err);
	theirs = mine;
	assert_done(minutes_add(f.db, &theirs, "ich 2", MINUTES_EDITED, NULL, &f.err), f.err);
	assert_int_equal(minutes_add(f.db, &mine, "moja", MINUTES_EDITED, NULL, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
}

static void
remarks_are_settled_before_approval(void **state)
{
	struct minutes_remark r = { .version = 1,
		.slot = f.slots[1],
		.text = "Brak naszego głosu",
		.made_on = "2026-02-03",
		.answer = "" };

	(void)state;
	assert_int_equal(minutes_approve(f.db, &m, "2026-02-10", &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	add("tekst");
	assert_int_equal(minutes_send(f.db, &m, "2026-02-01", "2026-01-01", &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_done(minutes_send(f.db, &m, "2026-02-01", "2026-02-08", &f.err), f.err);
	assert_int_equal(m.state, MINUTES_REMARKS);
	assert_done(minutes_remark_save(f.db, m.id, &r, &f.err), f.err);
	assert_done(minutes_find(f.db, meeting.id, &m, &f.err), f.err);
	assert_int_equal(m.open_remarks, 1);
	assert_int_equal(minutes_approve(f.db, &m, "2026-02-10", &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	r.outcome = MINUTES_NOT_TAKEN;
	assert_int_equal(minutes_remark_save(f.db, m.id, &r, &f.err), -1);
	assert_int_equal(f.err.field, MINUTES_REMARK_ANSWER);
	assert_code(f.err, ERROR_INPUT);
	r.answer = "Głosu nie było";
	assert_done(minutes_remark_save(f.db, m.id, &r, &f.err), f.err);
	assert_done(minutes_find(f.db, meeting.id, &m, &f.err), f.err);
	assert_done(minutes_approve(f.db, &m, "2026-02-10", &f.err), f.err);
	assert_int_equal(m.state, MINUTES_APPROVED);
	assert_string_equal(m.approved_by, "tester");
}

/* ---- a meeting that changed after its minutes were made ---- */

static void
make_minutes(void)
{
	const char *text;

	assert_done(minutes_compose(f.db, meeting.id, &f.arena, &text, &f.err), f.err);
	assert_done(minutes_add(f.db, &m, text, MINUTES_MADE, NULL, &f.err), f.err);
}

static const char *
outdated(void)
{
	const char *words;

	assert_done(minutes_outdated(f.db, &m, &f.arena, &words, &f.err), f.err);
	return words;
}

static void
minutes_say_when_the_meeting_changed_after_they_were_made(void **state)
{
	struct agreement a = {
		.meeting = meeting.id, .kind = AGREEMENT_DECIDED, .text = "Dane do końca lutego"
	};

	(void)state;
	make_minutes();
	assert_string_equal(outdated(), "");
	meeting_fixture_sql(&f, "UPDATE participant SET attended = 1");
	assert_non_null(strstr(outdated(), ": attendance."));
	meeting_fixture_sql(&f, "UPDATE meeting SET starts_at = '2026-02-02T10:00', "
				"ends_at = '2026-02-02T15:00'");
	assert_non_null(strstr(outdated(), ": day, hours, host or place; attendance."));
	make_minutes();
	assert_string_equal(outdated(), "");
	assert_done(agreement_save(f.db, &a, &f.err), f.err);
	assert_non_null(strstr(outdated(), ": agenda, notes or agreements."));
	assert_done(agreement_delete(f.db, a.id, a.seen, &f.err), f.err);
	assert_string_equal(outdated(), "");
	/* A place that was taken away is said of the opening, too. */
	meeting_fixture_sql(&f, "UPDATE meeting SET place = ''");
	assert_non_null(strstr(outdated(), ": day, hours, host or place."));
}

static void
what_was_written_by_hand_is_meant_so(void **state)
{
	(void)state;
	assert_string_equal(outdated(), "");
	add("Napisany ręcznie.");
	meeting_fixture_sql(&f, "UPDATE participant SET attended = 1");
	assert_string_equal(outdated(), "");
	make_minutes();
	add("Byli wszyscy.\n\n| Bolesławiec | 2 | 2 |");
	meeting_fixture_sql(&f, "UPDATE meeting SET place = 'Biblioteka'; "
				"UPDATE participant SET attended = 0");
	assert_string_equal(outdated(), "");
	meeting_fixture_sql(&f, "UPDATE meeting SET starts_at = '2026-02-02T10:00', "
				"ends_at = '2026-02-02T15:00'");
	assert_string_equal(outdated(), "");
}

static const char *
odd_about(const char *code)
{
	static char odd[400];
	struct unit_table units;

	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	assert_done(minutes_find(f.db, meeting.id, &m, &f.err), f.err);
	minutes_remark_warnings(
		f.db, &m, code ? unit_by_code(&units, code) : NULL, odd, sizeof(odd));
	unit_table_release(&units);
	return odd;
}

static void
a_remark_of_no_member_and_before_the_minutes_went_out_is_odd(void **state)
{
	(void)state;
	add("tekst");
	assert_non_null(strstr(odd_about("0265011"), "not sent for remarks"));
	assert_null(strstr(odd_about("0265011"), "no member"));
	assert_string_equal(odd_about(NULL), "");
	assert_done(minutes_send(f.db, &m, "2026-02-01", "", &f.err), f.err);
	assert_string_equal(odd_about("0265011"), "");
	assert_non_null(strstr(odd_about("0201022"), "was no member of the group"));
	/* Who left later was there. */
	assert_string_equal(odd_about("0201032"), "");
	assert_done(minutes_take_back(f.db, &m, &f.err), f.err);
	assert_non_null(strstr(odd_about("0265011"), "not sent for remarks"));
}

static void
a_remark_that_comes_after_approval_gets_its_answer(void **state)
{
	struct minutes_remark r = { .version = 1,
		.slot = f.slots[1],
		.text = "Brak naszego głosu",
		.made_on = "2026-02-03",
		.answer = "" };

	(void)state;
	add("tekst");
	assert_done(minutes_remark_save(f.db, m.id, &r, &f.err), f.err);
	meeting_fixture_sql(&f, "UPDATE minutes SET state = 'approved', approved_on = '2026-02-10';"
				"UPDATE minutes_remark SET owner = printf('%032d', 7)");
	assert_done(minutes_find(f.db, meeting.id, &m, &f.err), f.err);
	assert_int_equal(m.open_remarks, 1);
	assert_int_equal(minutes_approve(f.db, &m, "2026-02-10", &f.err), -1);
	assert_non_null(strstr(f.err.text, "approved"));
	r.outcome = MINUTES_NOT_TAKEN;
	r.answer = "Po terminie";
	assert_done(minutes_remark_save(f.db, m.id, &r, &f.err), f.err);
	r.text = "Inna uwaga";
	assert_int_equal(minutes_remark_save(f.db, m.id, &r, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
}

static enum meeting_state
state_of_meeting(void)
{
	struct meeting now;

	assert_done(meeting_load(f.db, meeting.id, &now, &f.err), f.err);
	return now.state;
}

static void
a_meeting_was_held_when_its_minutes_are_sent_or_approved(void **state)
{
	(void)state;
	add("tekst");
	assert_int_equal(state_of_meeting(), MEETING_PLANNED);
	assert_int_equal(minutes_send(f.db, &m, "2026-02-01", "2026-01-01", &f.err), -1);
	assert_int_equal(state_of_meeting(), MEETING_PLANNED);
	assert_done(minutes_send(f.db, &m, "2026-02-01", "", &f.err), f.err);
	assert_int_equal(state_of_meeting(), MEETING_HELD);
	meeting_fixture_sql(&f, "UPDATE meeting SET state = 'invited'");
	assert_done(minutes_approve(f.db, &m, "2026-02-10", &f.err), f.err);
	assert_int_equal(state_of_meeting(), MEETING_HELD);
}

/* All within one second of the clock: days and hours do not say it. */
static void
minutes_know_which_version_was_sent(void **state)
{
	(void)state;
	add("tekst");
	add("tekst do uwag");
	assert_int_equal(m.sent_version, 0);
	assert_done(minutes_send(f.db, &m, "2026-02-01", "", &f.err), f.err);
	assert_int_equal(m.sent_version, 2);
	add("tekst po uwagach");
	assert_int_equal(m.sent_version, 2);
	assert_done(minutes_take_back(f.db, &m, &f.err), f.err);
	assert_int_equal(m.sent_version, 0);
}

static void
a_cancelled_meeting_has_no_minutes(void **state)
{
	(void)state;
	meeting_fixture_sql(&f, "UPDATE meeting SET state = 'cancelled'");
	assert_int_equal(minutes_add(f.db, &m, "tekst", MINUTES_EDITED, NULL, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	meeting_fixture_sql(&f, "UPDATE meeting SET state = 'held'");
	add("tekst");
	meeting_fixture_sql(&f, "UPDATE meeting SET state = 'cancelled'");
	assert_int_equal(minutes_send(f.db, &m, "2026-02-01", "", &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(minutes_approve(f.db, &m, "2026-02-10", &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(state_of_meeting(), MEETING_CANCELLED);
}

static void
a_meeting_is_not_moved_while_its_minutes_wait_for_remarks(void **state)
{
	struct meeting now;

	(void)state;
	add("tekst");
	assert_done(minutes_send(f.db, &m, "2026-02-01", "", &f.err), f.err);
	assert_done(meeting_load(f.db, meeting.id, &now, &f.err), f.err);
	strcpy(now.place, "Biblioteka");
	assert_int_equal(meeting_save(f.db, &now, &f.err), -1);
	assert_non_null(strstr(f.err.text, "Take them back"));
	assert_code(f.err, ERROR_INPUT);
	assert_done(minutes_take_back(f.db, &m, &f.err), f.err);
	assert_done(meeting_save(f.db, &now, &f.err), f.err);
}

static void
minutes_of_a_meeting_to_come_are_not_sent_nor_approved(void **state)
{
	(void)state;
	add("tekst");
	meeting_fixture_sql(&f, "UPDATE meeting SET starts_at = '2090-01-30T10:00', "
				"ends_at = '2090-01-30T15:00'");
	assert_int_equal(minutes_send(f.db, &m, "2026-02-01", "", &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(minutes_approve(f.db, &m, "2026-02-10", &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(state_of_meeting(), MEETING_PLANNED);
	assert_done(minutes_find(f.db, meeting.id, &m, &f.err), f.err);
	assert_int_equal(m.state, MINUTES_DRAFT);
}

static void
approved_minutes_are_corrected_by_an_annex_alone(void **state)
{
	struct minutes_annex a = { .text = "Zamiast „3” ma być „4”.",
		.reason = "Pomyłka pisarska",
		.approved_on = "2026-03-01" };
	struct minutes_remark r = {
		.version = 1, .text = "x", .made_on = "2026-02-03", .answer = ""
	};
	struct minutes_annex *list;
	int count;

	(void)state;
	add("tekst");
	assert_int_equal(minutes_annex_add(f.db, &m, &a, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_done(minutes_approve(f.db, &m, "2026-02-10", &f.err), f.err);
	assert_int_equal(minutes_add(f.db, &m, "inny", MINUTES_EDITED, NULL, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(minutes_take_back(f.db, &m, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(minutes_remark_save(f.db, m.id, &r, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_done(minutes_annex_add(f.db, &m, &a, &f.err), f.err);
	assert_int_equal(a.number, 1);
	a.approved_on = "2026-02-01";
	assert_int_equal(minutes_annex_add(f.db, &m, &a, &f.err), -1);
	assert_int_equal(f.err.field, MINUTES_ANNEX_ON);
	assert_code(f.err, ERROR_INPUT);
	assert_done(minutes_annexes(f.db, m.id, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_string_equal(list[0].login, "tester");
	assert_string_equal(text_of(0), "tekst");
}

static void
minutes_of_another_office_are_only_read(void **state)
{
	(void)state;
	add("tekst");
	meeting_fixture_sql(&f, "UPDATE minutes SET owner = printf('%032d', 7)");
	assert_int_equal(minutes_add(f.db, &m, "inny", MINUTES_EDITED, NULL, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
	assert_int_equal(minutes_send(f.db, &m, "2026-02-01", "", &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
}

/* ---- line by line ---- */

static const char *
signs(const char *before, const char *after)
{
	struct diff_line *lines;
	int count = line_diff(before, after, &f.arena, &lines);
	char *text = arena_new(&f.arena, (size_t)count + 1);

	for (int i = 0; i < count; i++)
		text[i] = lines[i].sign == LINE_SAME ? '=' : (char)lines[i].sign;
	return text;
}

static void
a_difference_is_the_shortest_one(void **state)
{
	(void)state;
	assert_string_equal(signs("", ""), "");
	assert_string_equal(signs("a\nb\nc", "a\nb\nc"), "===");
	assert_string_equal(signs("", "a\nb"), "++");
	assert_string_equal(signs("a\nb", ""), "--");
	assert_string_equal(signs("a\nb\nc", "a\nx\nc"), "=-+=");
	assert_string_equal(signs("a\nb\nc\na\nb\nb\na", "c\nb\na\nb\na\nc"), "--=+==-=+");
}

/* Whatever they are, gone and same make the one text, new and same the other. */
static void
a_difference_gives_both_texts_back(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 60; round++) {
		char text[2][400] = { "", "" }, back[2][400] = { "", "" };
		struct diff_line *lines;
		int count;

		for (int side = 0; side < 2; side++)
			for (int i = 0; i < round; i++) {
				seed = seed * 1103515245u + 12345u;
				snprintf(text[side] + strlen(text[side]), 4, "%c\n",
					'a' + (int)(seed >> 16) % 4);
			}
		count = line_diff(text[0], text[1], &f.arena, &lines);
		for (int i = 0; i < count; i++)
			for (int side = 0; side < 2; side++)
				if (lines[i].sign != (side ? LINE_GONE : LINE_NEW))
					snprintf(back[side] + strlen(back[side]), 4, "%s\n",
						lines[i].text);
		assert_string_equal(back[0], text[0]);
		assert_string_equal(back[1], text[1]);
	}
}

static void
texts_that_share_nothing_are_told_as_a_whole(void **state)
{
	char *a = arena_new(&f.arena, 40000), *b = arena_new(&f.arena, 40000);
	struct diff_line *lines;
	int count;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		sprintf(a + strlen(a), "a%d\n", i);
		sprintf(b + strlen(b), "b%d\n", i);
	}
	count = line_diff(a, b, &f.arena, &lines);
	assert_int_equal(count, 6000);
	assert_int_equal(lines[0].sign, LINE_GONE);
	assert_int_equal(lines[3000].sign, LINE_NEW);
}

static void
what_is_the_same_far_from_changes_is_left_out(void **state)
{
	struct diff_line *lines;
	int count = line_diff(
		"1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\nx\n6\n7\n8\n9", &f.arena, &lines);

	(void)state;
	count = line_diff_changes(lines, count, 1);
	assert_int_equal(count, 6); /* …, 4, -5, +x, 6, … */
	assert_int_equal(lines[0].before, 0);
	assert_string_equal(lines[1].text, "4");
	assert_string_equal(lines[4].text, "6");
	assert_int_equal(lines[5].after, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(minutes_are_made_from_what_the_meeting_holds),
		TEST(homework_that_a_meeting_gave_and_reviewed_itself_is_told_as_both),
		TEST(homework_that_was_due_and_that_nobody_reviewed_is_told_as_not_discussed),
		TEST(a_new_version_leaves_the_old_ones_as_they_were),
		TEST(two_who_write_are_told_of_each_other),
		TEST(remarks_are_settled_before_approval),
		TEST(minutes_say_when_the_meeting_changed_after_they_were_made),
		TEST(what_was_written_by_hand_is_meant_so),
		TEST(a_remark_of_no_member_and_before_the_minutes_went_out_is_odd),
		TEST(a_remark_that_comes_after_approval_gets_its_answer),
		TEST(a_meeting_was_held_when_its_minutes_are_sent_or_approved),
		TEST(minutes_know_which_version_was_sent),
		TEST(a_cancelled_meeting_has_no_minutes),
		TEST(a_meeting_is_not_moved_while_its_minutes_wait_for_remarks),
		TEST(minutes_of_a_meeting_to_come_are_not_sent_nor_approved),
		TEST(approved_minutes_are_corrected_by_an_annex_alone),
		TEST(minutes_of_another_office_are_only_read),
		TEST(a_difference_is_the_shortest_one),
		TEST(a_difference_gives_both_texts_back),
		TEST(texts_that_share_nothing_are_told_as_a_whole),
		TEST(what_is_the_same_far_from_changes_is_left_out),
	};

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-03-01T12:00:00Z", 1); /* after what is sent and approved */
	i18n_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
