/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Homework, documents, opinions and advice of exchange groups. */
#include "meeting_fixture.h"

#include "base/clock.h"
#include "model/meetings/advice.h"
#include "model/meetings/document_register.h"
#include "model/groups/exchange_group.h"
#include "model/kept.h"
#include "model/meetings/homework.h"
#include "model/meetings/opinion.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static struct meeting_fixture f;
static struct meeting first;

static int
set_up(void **state)
{
	(void)state;
	meeting_fixture_start(&f);
	first = meeting_fixture_meeting(&f);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	meeting_fixture_end(&f);
	return 0;
}

static struct homework
given(int slot, const char *due)
{
	struct homework h = { .group = f.group,
		.meeting = first.id,
		.slot = slot,
		.text = "Zebrać dane za 2025 rok",
		.due_on = due };

	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	return h;
}

static struct homework
again(int64_t id)
{
	struct homework h;

	assert_done(homework_load(f.db, id, &f.arena, &h, &f.err), f.err);
	return h;
}

static struct agenda_item *
agenda_of(const struct meeting *m, int *count)
{
	struct agenda_item *list;

	assert_done(agenda_list(f.db, m->id, &f.arena, &list, count, &f.err), f.err);
	return list;
}

static struct meeting
planned(const char *day)
{
	struct meeting m = { .group = f.group, .host = f.slots[0], .stage = 3 };

	snprintf(m.starts_at, sizeof m.starts_at, "%sT10:00", day);
	snprintf(m.ends_at, sizeof m.ends_at, "%sT15:00", day);
	assert_done(meeting_save(f.db, &m, &f.err), f.err);
	return m;
}

static void
homework_given_when_the_next_meeting_is_planned_already_stands_first_on_its_agenda(void **state)
{
	struct meeting next, later, invited;
	struct agenda_item *items;
	int before, count, after;

	(void)state;
	meeting_fixture_sql(
		&f, "DELETE FROM exchange_group_stage_item WHERE stage = 3 AND position = 1");
	invited = planned("2026-02-20");
	assert_done(meeting_cancel(f.db, &invited, "nikt nie może", &f.err), f.err);
	next = planned("2026-04-14");
	later = planned("2026-06-16");
	items = agenda_of(&next, &before);
	assert_false(agenda_begins_with_homework(items, before));
	given(f.slots[0], "2026-03-01");
	given(f.slots[3], "2026-03-01"); /* once is enough */
	items = agenda_of(&next, &count);
	assert_int_equal(count, before + 1);
	assert_string_equal(items[0].title, "Homework since the last meeting");
	for (int i = 0; i < count; i++)
		assert_int_equal(items[i].position, i + 1);
	agenda_of(&later, &after);
	assert_int_equal(after, before);
	/* where somebody moved it, it stays */
	assert_int_equal(agenda_move(f.db, items[0].id, 1, &f.err), 1);
	given(f.slots[2], "2026-03-01");
	items = agenda_of(&next, &count);
	assert_int_equal(count, before + 1);
	/* people have been invited with these hours */
	assert_done(agenda_delete(f.db, items[1].id, items[1].whole, &f.err), f.err);
	assert_done(meeting_load(f.db, next.id, &next, &f.err), f.err);
	assert_done(meeting_set_state(f.db, &next, MEETING_INVITED, &f.err), f.err);
	given(f.slots[1], "2026-03-01");
	agenda_of(&next, &count);
	assert_int_equal(count, before);
	agenda_of(&later, &after);
	assert_int_equal(after, before);
}

static int
listed(struct homework_filter filter)
{
	struct homework *list;
	int count;

	assert_done(homework_list(f.db, &filter, &f.arena, &list, &count, &f.err), f.err);
	return count;
}

static void
homework_for_all_is_given_to_the_members_of_the_day(void **state)
{
	struct homework h = {
		.group = f.group, .meeting = first.id, .text = "Zebrać dane", .due_on = "2026-03-01"
	};
	int count;

	(void)state;
	assert_done(homework_give_all(f.db, &h, &count, &f.err), f.err);
	assert_int_equal(count, 4);
	assert_int_equal(listed((struct homework_filter){ .group = f.group }), 4);
	assert_int_equal(listed((struct homework_filter){ .slot = f.slots[1] }), 1);
	h.meeting = 0; /* given today, 2026-01-31 */
	assert_done(homework_give_all(f.db, &h, &count, &f.err), f.err);
	assert_int_equal(count, 4);
}

static void
homework_for_all_is_given_to_all_however_many(void **state)
{
	struct homework h = { .group = f.group, .text = "Zebrać dane", .due_on = "2026-03-01" };
	int count;

	(void)state;
	meeting_fixture_sql(&f,
		"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80) "
		"INSERT INTO unit (code, level, origin) SELECT printf('30%04d', i), 'gmina', 'bdl' "
		"FROM n;"
		"INSERT INTO exchange_member (group_id, slot, joined_on) "
		"SELECT 1, slot, '2026-01-01' FROM unit WHERE code GLOB '300*'");
	assert_done(homework_give_all(f.db, &h, &count, &f.err), f.err);
	assert_int_equal(count, 84);
}

static void
days_on_which_nothing_can_have_been_are_refused(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28");
	struct homework_answer a = {
		.state = HOMEWORK_DONE, .text = "", .answered_on = "2026-02-01"
	};
	struct advice v = { .group = f.group,
		.contact = 11,
		.slot = f.slots[0],
		.given_on = "2026-02-01",
		.minutes = 90,
		.question = "Jak liczyć koszt?",
		.answer = "" };
	struct opinion o = { .group = f.group,
		.title = "Model współpracy",
		.version = "",
		.question = "Czy przyjąć?",
		.asked_on = "2025-12-31",
		.due_on = "2026-02-14" };

	(void)state;
	assert_int_equal(homework_answer(f.db, &h, &a, &f.err), -1); /* tomorrow */
	assert_int_equal(f.err.field, 3);
	assert_code(f.err, ERROR_INPUT);
	a.answered_on = "2026-01-29"; /* before the meeting that gave it */
	assert_int_equal(homework_answer(f.db, &h, &a, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	a.answered_on = "2026-01-30";
	assert_done(homework_answer(f.db, &h, &a, &f.err), f.err);
	assert_int_equal(advice_save(f.db, &v, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, ADVICE_FIELD_ON);
	assert_code(f.err, ERROR_INPUT);
	v.given_on = "2026-01-31";
	v.minutes = 25 * 60;
	assert_int_equal(advice_save(f.db, &v, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, ADVICE_FIELD_HOURS);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(opinion_save(f.db, &o, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, OPINION_FIELD_ASKED);
	assert_code(f.err, ERROR_INPUT);
}

static void
homework_is_overdue_after_its_day_until_it_is_answered(void **state)
{
	struct homework h = given(f.slots[0], "2026-01-30"),
			on_time = given(f.slots[1], "2026-01-31");
	struct homework_answer a = {
		.state = HOMEWORK_DONE, .text = "wysłane", .answered_on = "2026-01-31"
	};

	(void)state;
	assert_int_equal(again(h.id).state, HOMEWORK_OVERDUE);
	assert_int_equal(again(on_time.id).state, HOMEWORK_OPEN);
	assert_int_equal(listed((struct homework_filter){ .show = HOMEWORK_SHOW_OVERDUE }), 1);
	assert_int_equal(listed((struct homework_filter){ .show = HOMEWORK_SHOW_OPEN }), 2);
	assert_done(homework_answer(f.db, &h, &a, &f.err), f.err);
	h = again(h.id);
	assert_int_equal(h.state, HOMEWORK_DONE);
	assert_string_equal(h.answer.text, "wysłane");
	assert_int_equal(listed((struct homework_filter){ .show = HOMEWORK_SHOW_ALL }), 2);
	assert_int_equal(listed((struct homework_filter){ .show = HOMEWORK_SHOW_OVERDUE }), 0);
	assert_int_equal(listed((struct homework_filter){ .show = HOMEWORK_SHOW_OPEN }), 1);
}

static void
an_answer_stays_with_the_unit_that_gave_it(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28");
	struct homework_answer a = {
		.state = HOMEWORK_DONE, .text = "wysłane", .answered_on = "2026-01-31"
	};

	(void)state;
	assert_done(homework_answer(f.db, &h, &a, &f.err), f.err);
	h = again(h.id);
	h.slot = f.slots[2];
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_UNIT);
	assert_code(f.err, ERROR_INPUT);
	h.slot = f.slots[0];
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
}

static void
what_was_not_done_says_why(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28");
	struct homework_answer a = {
		.state = HOMEWORK_NOT_DONE, .text = " ", .answered_on = "2026-01-31"
	};

	(void)state;
	assert_int_equal(homework_answer(f.db, &h, &a, &f.err), -1);
	assert_int_equal(f.err.field, 2);
	assert_code(f.err, ERROR_INPUT);
	a.text = "Brak danych z ZUS";
	assert_done(homework_answer(f.db, &h, &a, &f.err), f.err);
	assert_int_equal(again(h.id).state, HOMEWORK_NOT_DONE);
}

static void
homework_that_is_open_again_was_answered_on_no_day(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28");
	struct homework_answer a = {
		.state = HOMEWORK_DONE, .text = "wysłane", .answered_on = "2026-01-31"
	};

	(void)state;
	assert_done(homework_answer(f.db, &h, &a, &f.err), f.err);
	h = again(h.id);
	a = h.answer;
	a.state = HOMEWORK_OPEN;
	assert_done(homework_answer(f.db, &h, &a, &f.err), f.err);
	h = again(h.id);
	assert_string_equal(h.answer.answered_on, "");
	assert_string_equal(h.answer.text, "wysłane");
}

static void
two_who_answer_are_told_of_each_other(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28");
	struct homework_answer a = {
		.state = HOMEWORK_DONE, .text = "", .answered_on = "2026-01-31"
	};

	(void)state;
	assert_done(homework_answer(f.db, &h, &a, &f.err), f.err);
	assert_int_equal(homework_answer(f.db, &h, &a, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	h.text = "inne";
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	h.rev--;
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
}

static void
homework_with_a_day_that_cannot_be_is_refused(void **state)
{
	struct homework h = { .group = f.group, .text = "x", .due_on = "2026-02-31" };

	(void)state;
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_DUE);
	assert_code(f.err, ERROR_INPUT);
	h.due_on = "2026-01-29"; /* the meeting was on the 30th */
	h.meeting = first.id;
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_DUE);
	assert_code(f.err, ERROR_INPUT);
	h.due_on = "2026-02-28";
	h.text = "a\tb";
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_TEXT);
	assert_code(f.err, ERROR_INPUT);
}

static void
the_next_meeting_reviews_what_is_open(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28"), done = given(f.slots[1], "2026-02-28");
	struct homework_answer a = {
		.state = HOMEWORK_DONE, .text = "", .answered_on = "2026-01-31"
	};
	struct meeting next = { .group = f.group };
	struct homework_filter filter = { .group = f.group };

	(void)state;
	assert_done(meeting_defaults(f.db, f.group, &next, &f.err), f.err);
	snprintf(next.starts_at, sizeof next.starts_at, "2026-03-10T10:00");
	snprintf(next.ends_at, sizeof next.ends_at, "2026-03-10T15:00");
	assert_done(meeting_save(f.db, &next, &f.err), f.err);
	filter.before = next.id;
	assert_int_equal(listed(filter), 2);
	assert_done(homework_answer(f.db, &done, &a, &f.err), f.err);
	assert_int_equal(listed(filter), 2); /* answered, not reviewed yet */
	assert_done(homework_review(f.db, &h, next.id, "do końca kwartału", &f.err), f.err);
	h = again(h.id);
	assert_int_equal(h.reviewed, next.id);
	assert_int_equal(h.reviewed_number, next.number);
	filter.before = first.id;
	assert_int_equal(listed(filter), 0);
}

static void
approved_minutes_take_no_more_homework(void **state)
{
	struct homework kept = given(f.slots[0], "2026-02-28");
	struct homework h = { .group = f.group,
		.meeting = first.id,
		.slot = f.slots[0],
		.text = "Jeszcze jedno",
		.due_on = "2026-03-01" };

	(void)state;
	meeting_fixture_sql(&f, "INSERT INTO minutes (uid, meeting_id, state) VALUES "
				"(printf('%032d', 7), 1, 'approved')");
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_MEETING);
	assert_code(f.err, ERROR_INPUT);
	h.meeting = 0;
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	/* what it gave before stays as they say it, and is reviewed */
	for (int i = 0; i < 4; i++) {
		static const int fields[] = { HOMEWORK_FIELD_DUE, HOMEWORK_FIELD_TEXT,
			HOMEWORK_FIELD_MEETING, HOMEWORK_FIELD_UNIT };

		h = kept;
		h.due_on = i == 0 ? "2026-03-31" : kept.due_on;
		h.text = i == 1 ? "Inne" : kept.text;
		h.meeting = i == 2 ? 0 : kept.meeting;
		h.slot = i == 3 ? f.slots[2] : kept.slot;
		assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
		assert_int_equal(f.err.field, fields[i]);
		assert_code(f.err, ERROR_INPUT);
	}
	assert_int_equal(homework_retire(f.db, kept.id, kept.rev, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	kept.review = "Zrobione";
	assert_done(homework_save(f.db, &kept, &f.arena, &f.err), f.err);
}

static int
between(const char *given_on)
{
	char sql[128];
	struct homework h = { .group = f.group,
		.slot = f.slots[0],
		.text = "Opisać praktykę",
		.due_on = "2026-03-01" };

	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	snprintf(sql, sizeof sql, "UPDATE homework SET given_on = '%s' WHERE id = %lld", given_on,
		(long long)h.id);
	meeting_fixture_sql(&f, sql);
	return (int)h.id;
}

static void
what_was_given_between_meetings_is_reviewed_at_the_next_one(void **state)
{
	struct homework_filter filter = { .group = f.group, .before = first.id };
	struct homework h;

	(void)state;
	between("2026-01-29");
	assert_int_equal(listed(filter), 1);
	between("2026-02-15");
	assert_int_equal(listed(filter), 1); /* for the meeting after that */
	h = again(between("2026-02-15"));
	assert_done(homework_review(f.db, &h, first.id, "od ręki", &f.err), f.err);
	assert_int_equal(listed(filter), 2); /* looked at there after all */
	filter.group = 0;
	assert_int_equal(listed(filter), 2);
}

static void
deleted_homework_comes_back(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28");

	(void)state;
	assert_done(homework_retire(f.db, h.id, h.rev, &f.err), f.err);
	assert_int_equal(listed((struct homework_filter){ .group = f.group }), 0);
	assert_int_equal(listed((struct homework_filter){ .show = HOMEWORK_SHOW_RETIRED }), 1);
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
	assert_done(homework_bring_back(f.db, h.id, &f.err), f.err);
	assert_int_equal(listed((struct homework_filter){ .group = f.group }), 1);
	assert_int_equal(homework_bring_back(f.db, h.id, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
}

static void
homework_deleted_before_its_minutes_were_approved_does_not_come_back(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28");

	(void)state;
	assert_done(homework_retire(f.db, h.id, h.rev, &f.err), f.err);
	meeting_fixture_sql(&f, "INSERT INTO minutes (uid, meeting_id, state) SELECT "
				"'2123456789abcdef0123456789abcdef', id, 'approved' FROM meeting");
	assert_int_equal(homework_bring_back(f.db, h.id, &f.err), -1);
	assert_non_null(strstr(f.err.text, "annex"));
	assert_code(f.err, ERROR_INPUT);
	meeting_fixture_sql(&f, "UPDATE minutes SET state = 'draft'");
	assert_done(homework_bring_back(f.db, h.id, &f.err), f.err);
}

static void
deleted_homework_and_drafts_for_opinion_take_no_answers(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28");
	struct homework_answer a = {
		.state = HOMEWORK_DONE, .text = "Wysłane", .answered_on = "2026-01-31"
	};
	struct opinion o = { .group = f.group,
		.title = "Model współpracy",
		.version = "2",
		.question = "Czy przyjąć?",
		.asked_on = "2026-01-31",
		.due_on = "2026-02-14" };
	struct opinion_answer *list;
	int count;

	(void)state;
	assert_done(homework_retire(f.db, h.id, h.rev, &f.err), f.err);
	assert_int_equal(homework_answer(f.db, &h, &a, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
	/* the keeper's, as it came in a package: no difference */
	meeting_fixture_sql(&f, "UPDATE homework SET owner = printf('%032d', 7)");
	assert_int_equal(homework_answer(f.db, &h, &a, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
	meeting_fixture_sql(&f, "UPDATE homework SET owner = ''");
	assert_done(homework_bring_back(f.db, h.id, &f.err), f.err);
	assert_done(homework_answer(f.db, &h, &a, &f.err), f.err);

	assert_done(opinion_save(f.db, &o, &f.arena, &f.err), f.err);
	assert_done(opinion_answers(f.db, o.id, &f.arena, &list, &count, &f.err), f.err);
	list[0].view = OPINION_AGREES;
	list[0].answered_on = "2026-01-31";
	assert_done(opinion_retire(f.db, o.id, o.rev, &f.err), f.err);
	assert_int_equal(opinion_answer_save(f.db, o.id, &list[0], &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
	assert_done(opinion_bring_back(f.db, o.id, &f.err), f.err);
	assert_done(opinion_answer_save(f.db, o.id, &list[0], &f.err), f.err);
}

static void
what_a_colleague_changed_meanwhile_is_not_deleted(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28"), seen = h;
	struct register_entry e = { .group = f.group,
		.title = "Prezentacja",
		.place = "https://www.dobrepraktyki.pl/1",
		.dated_on = "",
		.note = "" };
	struct register_entry shown;

	(void)state;
	h.text = "Policzyć awarie sieci";
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	assert_int_equal(homework_retire(f.db, seen.id, seen.rev, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_int_equal(listed((struct homework_filter){ .group = f.group }), 1);
	assert_done(homework_retire(f.db, h.id, h.rev, &f.err), f.err);
	assert_done(register_save(f.db, &e, true, &f.arena, &f.err), f.err);
	shown = e;
	e.title = "Prezentacja gospodarza";
	assert_done(register_save(f.db, &e, true, &f.arena, &f.err), f.err);
	assert_int_equal(register_retire(f.db, shown.id, shown.rev, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
}

static void
homework_of_another_office_is_only_read_but_answered(void **state)
{
	struct homework h = given(f.slots[0], "2026-02-28");
	struct homework_answer a = {
		.state = HOMEWORK_DONE, .text = "", .answered_on = "2026-01-31"
	};

	(void)state;
	meeting_fixture_sql(&f, "UPDATE homework SET owner = printf('%032d', 7)");
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
	assert_int_equal(homework_retire(f.db, h.id, h.rev, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
	assert_done(homework_answer(f.db, &h, &a, &f.err), f.err);
	meeting_fixture_sql(&f, "UPDATE homework_answer SET owner = printf('%032d', 7)");
	h = again(h.id);
	assert_int_equal(homework_answer(f.db, &h, &h.answer, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
}

/* ---- documents ---- */

static char folder[] = "/tmp/gromada-register-XXXXXX";

static void
write_file(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
}

static void
only_the_office_that_keeps_the_group_gives_its_homework(void **state)
{
	struct homework h = { .group = f.group, .text = "Zebrać dane", .due_on = "2026-03-01" };
	int count;

	(void)state;
	meeting_fixture_sql(
		&f, "UPDATE exchange_group SET owner = '0123456789abcdef0123456789abcdef'");
	assert_int_equal(homework_give_all(f.db, &h, &count, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
	h.slot = f.slots[0];
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
}

static void
only_the_office_that_keeps_the_group_notes_advice_and_asks_for_opinions(void **state)
{
	struct advice a = { .group = f.group,
		.given_on = "2026-01-20",
		.minutes = 90,
		.question = "Jak liczyć koszt?",
		.answer = "" };
	struct opinion o = { .group = f.group,
		.title = "Model współpracy",
		.version = "",
		.question = "Czy przyjąć?",
		.asked_on = "2026-01-31",
		.due_on = "2026-02-14" };

	(void)state;
	meeting_fixture_sql(
		&f, "UPDATE exchange_group SET owner = '0123456789abcdef0123456789abcdef'");
	assert_int_equal(advice_save(f.db, &a, &f.arena, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
	assert_int_equal(opinion_save(f.db, &o, &f.arena, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
}

static void
homework_is_given_to_chosen_members_at_once(void **state)
{
	struct homework h = { .group = f.group, .text = "Zebrać dane", .due_on = "2026-03-01" };
	int chosen[] = { f.slots[0], f.slots[2], f.slots[0] }, count;

	(void)state;
	assert_done(homework_give(f.db, &h, chosen, 3, &count, &f.err), f.err);
	assert_int_equal(count, 2); /* one was named twice */
	assert_int_equal(listed((struct homework_filter){ .group = f.group }), 2);
	assert_int_equal(listed((struct homework_filter){ .slot = f.slots[2] }), 1);
	assert_int_equal(homework_give(f.db, &h, chosen, 0, &count, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_CHOSEN);
	assert_code(f.err, ERROR_INPUT);
}

static void
a_document_knows_what_became_of_its_file(void **state)
{
	char path[64], other[64];
	struct register_entry e = { .group = f.group,
		.meeting = first.id,
		.title = "Prezentacja gospodarza",
		.kind = REGISTER_PRESENTATION,
		.place = path,
		.dated_on = "",
		.note = "" };

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/a.pdf", folder);
	snprintf(other, sizeof other, "%s/b.pdf", folder);
	assert_int_equal(register_save(f.db, &e, true, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, REGISTER_FIELD_PLACE);
	assert_code(f.err, ERROR_INPUT);
	write_file(path, "abc");
	assert_done(register_save(f.db, &e, true, &f.arena, &f.err), f.err);
	assert_string_equal(
		e.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_int_equal(e.size, 3);
	assert_int_equal(register_look(&e), REGISTER_SAME);
	write_file(path, "abd");
	assert_int_equal(register_look(&e), REGISTER_CHANGED);
	unlink(path);
	assert_int_equal(register_look(&e), REGISTER_GONE);
	write_file(other, "abc");
	assert_int_equal(symlink(other, path), 0);
	assert_int_equal(register_look(&e), REGISTER_UNREADABLE);
	unlink(path);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(register_look(&e), REGISTER_UNREADABLE);
	unlink(path);
	unlink(other);
	rmdir(folder);
}

static void
links_and_paths_are_told_apart(void **state)
{
	struct register_entry e = { .group = f.group,
		.title = "Dobra praktyka",
		.kind = REGISTER_PRACTICE,
		.place = "https://www.dobrepraktyki.pl/1",
		.dated_on = "2026-01-15",
		.note = "" };
	struct register_entry *list;
	int count;

	(void)state;
	assert_done(register_save(f.db, &e, true, &f.arena, &f.err), f.err);
	assert_int_equal(register_look(&e), REGISTER_NOT_A_FILE);
	e.place = "plik.pdf";
	assert_int_equal(register_save(f.db, &e, true, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, REGISTER_FIELD_PLACE);
	assert_code(f.err, ERROR_INPUT);
	assert_done(register_list(f.db, 0, 0, false, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].kind, REGISTER_PRACTICE);
	assert_done(register_retire(f.db, e.id, e.rev, &f.err), f.err);
	assert_done(register_list(f.db, f.group, 0, true, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
}

static void
homework_is_for_members(void **state)
{
	struct homework h = { .group = f.group,
		.meeting = first.id,
		.slot = fixture_slot(f.db, "0201022"),
		.text = "Zebrać dane",
		.due_on = "2026-03-01" };

	(void)state;
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_UNIT);
	assert_code(f.err, ERROR_INPUT);
}

static struct meeting
another_meeting(const char *starts_at, const char *ends_at)
{
	struct meeting m = { .group = f.group };

	assert_done(meeting_defaults(f.db, f.group, &m, &f.err), f.err);
	snprintf(m.starts_at, sizeof m.starts_at, "%s", starts_at);
	snprintf(m.ends_at, sizeof m.ends_at, "%s", ends_at);
	assert_done(meeting_save(f.db, &m, &f.err), f.err);
	return m;
}

/* Gromadka left on 2026-09-30. */
static void
homework_is_not_given_to_a_member_that_has_left(void **state)
{
	struct meeting late = another_meeting("2026-11-10T10:00", "2026-11-10T15:00");
	struct homework h = { .group = f.group,
		.meeting = late.id,
		.slot = f.slots[1],
		.text = "Zebrać dane",
		.due_on = "2026-12-01" };
	const int two[] = { f.slots[0], f.slots[1] };
	int count;

	(void)state;
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_UNIT);
	assert_non_null(strstr(f.err.text, "30.09.2026"));
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(homework_give(f.db, &h, two, 2, &count, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_CHOSEN);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(listed((struct homework_filter){ .group = f.group }), 0);
	h.meeting = first.id; /* then it was one */
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
}

static void
a_cancelled_meeting_gives_and_reviews_no_homework(void **state)
{
	struct homework kept = given(f.slots[0], "2026-05-30"), fresh = kept;
	struct meeting off = another_meeting("2026-03-10T10:00", "2026-03-10T15:00");
	int count;

	(void)state;
	assert_done(meeting_cancel(f.db, &off, "brak sali", &f.err), f.err);
	fresh.id = 0;
	fresh.meeting = off.id;
	assert_int_equal(homework_save(f.db, &fresh, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_MEETING);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(homework_give_all(f.db, &fresh, &count, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(homework_review(f.db, &kept, off.id, "jest", &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_REVIEWED);
	assert_code(f.err, ERROR_INPUT);
	/* what it had given before stays and can be changed */
	assert_done(meeting_load(f.db, first.id, &first, &f.err), f.err);
	assert_done(meeting_cancel(f.db, &first, "brak sali", &f.err), f.err);
	kept.text = "Zebrać dane za 2025 rok i wcześniej";
	assert_done(homework_save(f.db, &kept, &f.arena, &f.err), f.err);
}

static void
homework_is_not_reviewed_before_it_was_given(void **state)
{
	struct meeting next = another_meeting("2026-03-10T10:00", "2026-03-10T15:00");
	struct homework h = { .group = f.group,
		.meeting = next.id,
		.slot = f.slots[0],
		.text = "Zebrać dane",
		.due_on = "2026-05-30" };

	(void)state;
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	assert_int_equal(homework_review(f.db, &h, first.id, "jest", &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_REVIEWED);
	assert_code(f.err, ERROR_INPUT);
	h.reviewed = first.id;
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, HOMEWORK_FIELD_REVIEWED);
	assert_code(f.err, ERROR_INPUT);
	h.meeting = 0; /* nobody says at which meeting: any may review it */
	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
}

/* ---- opinions and advice ---- */

static void
every_member_has_a_row_in_an_opinion(void **state)
{
	struct opinion o = { .group = f.group,
		.title = "Model współpracy",
		.version = "2",
		.question = "Czy przyjąć?",
		.asked_on = "2026-01-31",
		.due_on = "2026-02-14" };
	struct opinion_answer *list;
	int count;

	(void)state;
	assert_done(opinion_save(f.db, &o, &f.arena, &f.err), f.err);
	assert_done(opinion_answers(f.db, o.id, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 4);
	assert_int_equal(list[0].view, OPINION_NONE);
	list[0].view = OPINION_AGAINST;
	list[0].answered_on = "2026-01-31";
	assert_int_equal(opinion_answer_save(f.db, o.id, &list[0], &f.err), -1);
	assert_int_equal(f.err.field, OPINION_ANSWER_TEXT);
	assert_code(f.err, ERROR_INPUT);
	list[0].text = "Za drogo";
	assert_done(opinion_answer_save(f.db, o.id, &list[0], &f.err), f.err);
	list[0].outcome = OPINION_NOT_TAKEN;
	assert_int_equal(opinion_answer_save(f.db, o.id, &list[0], &f.err), -1);
	assert_int_equal(f.err.field, OPINION_ANSWER_REASON);
	assert_code(f.err, ERROR_INPUT);
	meeting_fixture_sql(&f, "UPDATE opinion_answer SET owner = printf('%032d', 7)");
	list[0].reason = "Koszt mieści się w planie";
	assert_done(opinion_answer_save(f.db, o.id, &list[0], &f.err), f.err);
	list[0].text = "Tanio";
	assert_int_equal(opinion_answer_save(f.db, o.id, &list[0], &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
	assert_done(opinion_load(f.db, o.id, &f.arena, &o, &f.err), f.err);
	assert_int_equal(o.members, 4);
	assert_int_equal(o.answers, 1);
	assert_int_equal(o.settled, 1);
}

static void
what_becomes_of_an_opinion_says_the_office_that_asks(void **state)
{
	struct opinion o = { .group = f.group,
		.title = "Model współpracy",
		.version = "2",
		.question = "Czy przyjąć?",
		.asked_on = "2026-01-31",
		.due_on = "2026-02-14" };
	struct opinion_answer own = { .slot = f.slots[0],
		.view = OPINION_AGREES,
		.text = "",
		.answered_on = "2026-01-31",
		.outcome = OPINION_TAKEN,
		.reason = "" };
	struct opinion_answer other = own;

	(void)state;
	assert_done(opinion_save(f.db, &o, &f.arena, &f.err), f.err);
	meeting_fixture_sql(&f,
		"UPDATE opinion SET owner = printf('%032d', 7);"
		"INSERT OR REPLACE INTO office (key, value) SELECT 'own_unit', code FROM unit "
		"WHERE slot = (SELECT min(slot) FROM exchange_member WHERE host_order = 1)");
	assert_int_equal(opinion_answer_save(f.db, o.id, &own, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
	own.outcome = OPINION_OPEN;
	assert_done(opinion_answer_save(f.db, o.id, &own, &f.err), f.err);
	own.reason = "sam";
	assert_int_equal(opinion_answer_save(f.db, o.id, &own, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
	other.outcome = OPINION_OPEN;
	other.slot = f.slots[2];
	assert_int_equal(opinion_answer_save(f.db, o.id, &other, &f.err), -1);
	assert_code(f.err, ERROR_DENIED);
}

static void
an_opinion_changed_meanwhile_is_neither_overwritten_nor_deleted(void **state)
{
	struct opinion o = { .group = f.group,
		.title = "Model współpracy",
		.version = "2",
		.question = "Czy przyjąć?",
		.asked_on = "2026-01-31",
		.due_on = "2026-02-14" };
	struct opinion mine;
	struct opinion_answer *list, answer;
	int count;

	(void)state;
	assert_done(opinion_save(f.db, &o, &f.arena, &f.err), f.err);
	assert_done(opinion_load(f.db, o.id, &f.arena, &o, &f.err), f.err);
	mine = o;
	o.due_on = "2026-02-20";
	assert_done(opinion_save(f.db, &o, &f.arena, &f.err), f.err);
	mine.question = "Czy odrzucić?";
	assert_int_equal(opinion_save(f.db, &mine, &f.arena, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_int_equal(opinion_retire(f.db, mine.id, mine.rev, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_done(opinion_load(f.db, o.id, &f.arena, &mine, &f.err), f.err);
	assert_string_equal(mine.due_on, "2026-02-20");
	assert_string_equal(mine.question, "Czy przyjąć?");
	assert_string_equal(mine.retired_at, "");

	assert_done(opinion_answers(f.db, o.id, &f.arena, &list, &count, &f.err), f.err);
	answer = list[0]; /* of a member that nobody has written down yet */
	list[0].view = OPINION_AGREES;
	list[0].answered_on = "2026-01-30";
	assert_done(opinion_answer_save(f.db, o.id, &list[0], &f.err), f.err);
	answer.view = OPINION_AGAINST;
	answer.text = "Za drogo";
	answer.answered_on = "2026-01-31";
	assert_int_equal(opinion_answer_save(f.db, o.id, &answer, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_done(opinion_answers(f.db, o.id, &f.arena, &list, &count, &f.err), f.err);
	answer = list[0];
	list[0].text = "Tak";
	assert_done(opinion_answer_save(f.db, o.id, &list[0], &f.err), f.err);
	answer.text = "Nie";
	assert_int_equal(opinion_answer_save(f.db, o.id, &answer, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_done(opinion_answers(f.db, o.id, &f.arena, &list, &count, &f.err), f.err);
	assert_string_equal(list[0].text, "Tak");
}

static void
advice_changed_meanwhile_is_neither_overwritten_nor_deleted(void **state)
{
	struct advice a = { .group = f.group,
		.contact = 11,
		.slot = f.slots[0],
		.given_on = "2026-01-20",
		.minutes = 90,
		.form = ADVICE_VISIT,
		.question = "Jak liczyć koszt?",
		.answer = "" };
	struct advice mine;

	(void)state;
	assert_done(advice_save(f.db, &a, &f.arena, &f.err), f.err);
	assert_done(advice_load(f.db, a.id, &f.arena, &a, &f.err), f.err);
	mine = a;
	a.answer = "Na mieszkańca";
	assert_done(advice_save(f.db, &a, &f.arena, &f.err), f.err);
	mine.answer = "Na ucznia";
	assert_int_equal(advice_save(f.db, &mine, &f.arena, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_int_equal(advice_retire(f.db, mine.id, mine.rev, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_done(advice_load(f.db, a.id, &f.arena, &mine, &f.err), f.err);
	assert_string_equal(mine.answer, "Na mieszkańca");
	assert_string_equal(mine.retired_at, "");
}

static void
hours_of_advice_are_read_and_added_up(void **state)
{
	struct advice a = { .group = f.group,
		.contact = 11,
		.slot = f.slots[0],
		.given_on = "2026-01-20",
		.form = ADVICE_VISIT,
		.question = "Jak liczyć koszt?",
		.answer = "" };
	struct advice_sum *sums;
	char text[16];
	int count;

	(void)state;
	assert_int_equal(advice_hours_parse("1:30"), 90);
	assert_int_equal(advice_hours_parse("1,5"), 90);
	assert_int_equal(advice_hours_parse("0:60"), 0);
	assert_int_equal(advice_hours_parse("-1"), 0);
	assert_int_equal(advice_save(f.db, &a, &f.arena, &f.err), -1);
	assert_int_equal(f.err.field, ADVICE_FIELD_HOURS);
	assert_code(f.err, ERROR_INPUT);
	a.minutes = 90;
	assert_done(advice_save(f.db, &a, &f.arena, &f.err), f.err);
	a.id = 0;
	a.minutes = 45;
	assert_done(advice_save(f.db, &a, &f.arena, &f.err), f.err);
	assert_done(advice_sums(f.db, f.group, 0, &f.arena, &sums, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_int_equal(sums[0].times, 2);
	assert_string_equal(advice_hours_show(text, sizeof text, sums[0].minutes), "2:15");
	assert_string_equal(sums[0].expert, "ekspert oświaty");
	meeting_fixture_sql(&f, "UPDATE advice SET given_on = '2027-02-01', slot = NULL "
				"WHERE minutes = 45");
	assert_done(advice_sums(f.db, f.group, 0, &f.arena, &sums, &count, &f.err), f.err);
	assert_int_equal(count, 2); /* by whom was advised */
	assert_done(advice_sums(f.db, f.group, 2027, &f.arena, &sums, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_int_equal(sums[0].minutes, 45);
	assert_int_equal(sums[0].slot, NO_SLOT);
	assert_done(advice_sums(f.db, f.group, 2025, &f.arena, &sums, &count, &f.err), f.err);
	assert_int_equal(count, 0);
}

/* ---- a deleted group takes with it what is its own ---- */

static void
homework_and_meetings_of_a_deleted_group_stand_in_its_own_list_only(void **state)
{
	const struct homework_filter all = { 0 }, own = { .group = f.group };
	const struct meeting_filter every = { 0 }, of_group = { .group = f.group },
				    calendar = { .retired_too = true };
	struct exchange_group g;
	struct meeting_row *rows;
	struct homework *list;
	int64_t sequence;
	int count;

	(void)state;
	given(f.slots[0], "2026-02-10");
	assert_done(exchange_group_load(f.db, f.group, &g, &f.err), f.err);
	assert_done(meeting_list(f.db, &every, &f.arena, &rows, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	sequence = rows[0].sequence;
	assert_done(exchange_group_retire(f.db, &g, false, &f.err), f.err);
	assert_done(homework_list(f.db, &all, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 0);
	assert_done(homework_list(f.db, &own, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_done(meeting_list(f.db, &every, &f.arena, &rows, &count, &f.err), f.err);
	assert_int_equal(count, 0);
	assert_done(meeting_list(f.db, &of_group, &f.arena, &rows, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_done(meeting_list(f.db, &calendar, &f.arena, &rows, &count, &f.err), f.err);
	assert_true(count == 1 && rows[0].retired); /* CANCELLED in calendars */
	assert_true(rows[0].sequence > sequence);
	assert_done(exchange_group_retire(f.db, &g, true, &f.err), f.err);
	assert_done(meeting_list(f.db, &calendar, &f.arena, &rows, &count, &f.err), f.err);
	assert_true(count == 1 && !rows[0].retired);
}

/* As long as the header says, and one letter of two bytes more. */
static void
a_text_is_kept_whole_or_refused_in_words(void **state)
{
	static char text[KEPT_LINES_SIZE + 4];
	struct homework h = given(f.slots[0], "2026-03-01");
	struct homework_answer a = {
		.state = HOMEWORK_DONE, .text = text, .answered_on = "2026-01-31"
	};

	(void)state;
	memset(text, 'a', KEPT_LINES_SIZE - 1);
	assert_done(homework_answer(f.db, &h, &a, &f.err), f.err);
	assert_string_equal(again(h.id).answer.text, text);
	assert_done(homework_review(f.db, &h, first.id, text, &f.err), f.err);
	assert_string_equal(again(h.id).review, text);
	memcpy(text + KEPT_LINES_SIZE - 2, "ąą", 4);
	h = again(h.id);
	a.id = h.answer.id;
	a.rev = h.answer.rev;
	assert_int_equal(homework_answer(f.db, &h, &a, &f.err), -1);
	assert_string_equal(
		f.err.text, "What was done: the text is too long by 2 characters. Shorten it.");
	f.err = (struct error){ 0 };
	assert_int_equal(homework_review(f.db, &h, first.id, text, &f.err), -1);
	assert_string_equal(
		f.err.text, "Review: the text is too long by 2 characters. Shorten it.");
	f.err = (struct error){ 0 };
	h.text = text;
	assert_int_equal(homework_save(f.db, &h, &f.arena, &f.err), -1);
	assert_string_equal(f.err.text,
		"What is to be done: the text is too long by 2 characters. Shorten it.");
}

static void
notes_of_a_meeting_are_kept_whole_or_refused(void **state)
{
	static char text[MEETING_NOTES_SIZE + 1];
	const char *kept;

	(void)state;
	memset(text, 'a', MEETING_NOTES_SIZE - 1);
	assert_done(meeting_notes_save(f.db, first.id, "", text, &f.err), f.err);
	assert_done(meeting_notes_load(f.db, first.id, &f.arena, &kept, &f.err), f.err);
	assert_string_equal(kept, text);
	text[MEETING_NOTES_SIZE - 1] = 'a';
	assert_int_equal(meeting_notes_save(f.db, first.id, kept, text, &f.err), -1);
	assert_string_equal(f.err.text, "Notes: the text is too long by 1 character. Shorten it.");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(homework_given_when_the_next_meeting_is_planned_already_stands_first_on_its_agenda),
		TEST(homework_for_all_is_given_to_the_members_of_the_day),
		TEST(homework_for_all_is_given_to_all_however_many),
		TEST(days_on_which_nothing_can_have_been_are_refused),
		TEST(homework_is_overdue_after_its_day_until_it_is_answered),
		TEST(an_answer_stays_with_the_unit_that_gave_it),
		TEST(what_was_not_done_says_why),
		TEST(homework_that_is_open_again_was_answered_on_no_day),
		TEST(two_who_answer_are_told_of_each_other),
		TEST(homework_with_a_day_that_cannot_be_is_refused),
		TEST(the_next_meeting_reviews_what_is_open),
		TEST(approved_minutes_take_no_more_homework),
		TEST(what_was_given_between_meetings_is_reviewed_at_the_next_one),
		TEST(deleted_homework_comes_back),
		TEST(homework_deleted_before_its_minutes_were_approved_does_not_come_back),
		TEST(deleted_homework_and_drafts_for_opinion_take_no_answers),
		TEST(what_a_colleague_changed_meanwhile_is_not_deleted),
		TEST(homework_of_another_office_is_only_read_but_answered),
		TEST(only_the_office_that_keeps_the_group_gives_its_homework),
		TEST(only_the_office_that_keeps_the_group_notes_advice_and_asks_for_opinions),
		TEST(homework_is_given_to_chosen_members_at_once),
		TEST(a_document_knows_what_became_of_its_file),
		TEST(links_and_paths_are_told_apart),
		TEST(homework_is_for_members),
		TEST(homework_is_not_given_to_a_member_that_has_left),
		TEST(a_cancelled_meeting_gives_and_reviews_no_homework),
		TEST(homework_is_not_reviewed_before_it_was_given),
		TEST(every_member_has_a_row_in_an_opinion),
		TEST(what_becomes_of_an_opinion_says_the_office_that_asks),
		TEST(an_opinion_changed_meanwhile_is_neither_overwritten_nor_deleted),
		TEST(advice_changed_meanwhile_is_neither_overwritten_nor_deleted),
		TEST(hours_of_advice_are_read_and_added_up),
		TEST(a_text_is_kept_whole_or_refused_in_words),
		TEST(notes_of_a_meeting_are_kept_whole_or_refused),
		TEST(homework_and_meetings_of_a_deleted_group_stand_in_its_own_list_only),
	};

	setenv("GROMADA_TEST", "1", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
