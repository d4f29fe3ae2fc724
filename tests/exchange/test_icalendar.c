/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar file byte by byte: ends of lines, folding, escaping, what changes say. With a path
 * as argument the test writes the fixture's calendar there, for another program to read. */
#include "../model/meeting_fixture.h"

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/icalendar.h"

static struct meeting_fixture f;
static struct unit_table units;
static struct output *out;
static int count;

static int
set_up(void **state)
{
	(void)state;
	meeting_fixture_start(&f);
	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	output_abort(out);
	out = NULL;
	unit_table_release(&units);
	meeting_fixture_end(&f);
	return 0;
}

static const char *
written(const struct meeting_filter *filter)
{
	size_t length;
	const char *text;

	output_abort(out);
	out = output_memory();
	assert_done(icalendar_write(f.db, filter, &units, out, &count, &f.err), f.err);
	text = output_text(out, &length);
	assert_int_equal(strlen(text), length);
	return text;
}

/* The lines as they are meant, without folds. */
static const char *
unfolded(const char *text)
{
	char *plain = arena_new(&f.arena, strlen(text) + 1), *to = plain;

	while (*text)
		if (strncmp(text, "\r\n ", 3) == 0)
			text += 3;
		else
			*to++ = *text++;
	*to = '\0';
	return plain;
}

static void
has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("%s is not in\n%s", part, text);
}

static void
make_long(struct meeting *m)
{
	text_copy(m->title, sizeof(m->title),
		"Świadczenie usług; koszty, jakość \\ żółć, gęślą jaźń i łączność między urzędami");
	assert_done(meeting_save(f.db, m, &f.err), f.err);
}

static void
every_line_ends_with_both_signs_and_has_at_most_75_bytes(void **state)
{
	struct meeting m = meeting_fixture_meeting(&f);
	const char *text, *end;
	size_t used;

	(void)state;
	make_long(&m);
	text = written(&(struct meeting_filter){ 0 });
	for (; *text; text = end + 2) {
		end = strstr(text, "\r\n");
		assert_non_null(end);
		assert_null(memchr(text, '\n', (size_t)(end - text)));
		assert_true(end - text <= 75);
		/* a fold stands between characters */
		assert_int_equal(text_valid(text, (size_t)(end - text)), end - text);
		for (const char *at = text; at < end; at += used)
			assert_true(text_decode(at, (size_t)(end - at), &used) >= ' ');
	}
}

static void
texts_are_escaped(void **state)
{
	struct meeting m = meeting_fixture_meeting(&f);
	const char *text;

	(void)state;
	make_long(&m);
	text = unfolded(written(&(struct meeting_filter){ 0 }));
	has(text, "SUMMARY:GWD-1\\, meeting 1: Świadczenie usług\\; koszty\\, jakość \\\\ żółć\\,");
	has(text, "DESCRIPTION:Oświata w miastach\\n\\n10:00 Otwarcie\\, przedstawienie");
	has(text, "\\n10:20 Prezentacja gospodarza");
	has(text, "LOCATION:Bolesławiec\\, Ratusz\\, sala 12\r\n");
}

static void
the_head_says_who_wrote_it_and_brings_the_zone(void **state)
{
	const char *text = written(&(struct meeting_filter){ 0 });

	(void)state;
	assert_int_equal(count, 0);
	assert_int_equal(
		strncmp(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//gromada//", 48), 0);
	has(text, "METHOD:PUBLISH\r\n");
	has(text, "TZID:Europe/Warsaw\r\n");
	has(text, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n");
	has(text, "\r\nEND:VCALENDAR\r\n");
}

static void
the_same_meeting_keeps_its_uid_and_says_that_it_changed(void **state)
{
	struct meeting m = meeting_fixture_meeting(&f);
	char uid[64];

	(void)state;
	snprintf(uid, sizeof(uid), "\r\nUID:%s@gromada\r\n", m.uid);
	has(written(&(struct meeting_filter){ 0 }), uid);
	has(written(&(struct meeting_filter){ 0 }), "\r\nSEQUENCE:0\r\n");
	has(written(&(struct meeting_filter){ 0 }), "\r\nSTATUS:TENTATIVE\r\n");
	has(written(&(struct meeting_filter){ 0 }), "\r\nDTSTAMP:20260131T120000Z\r\n");
	has(written(&(struct meeting_filter){ 0 }),
		"\r\nDTSTART;TZID=Europe/Warsaw:20260130T100000\r\n");
	text_copy(m.starts_at, sizeof(m.starts_at), "2026-01-29T09:30");
	assert_done(meeting_save(f.db, &m, &f.err), f.err);
	assert_done(meeting_set_state(f.db, &m, MEETING_INVITED, &f.err), f.err);
	has(written(&(struct meeting_filter){ 0 }), uid);
	has(written(&(struct meeting_filter){ 0 }), "\r\nSEQUENCE:1\r\n");
	has(written(&(struct meeting_filter){ 0 }), "\r\nSTATUS:CONFIRMED\r\n");
	has(written(&(struct meeting_filter){ 0 }),
		"\r\nDTSTART;TZID=Europe/Warsaw:20260129T093000\r\n");
	has(written(&(struct meeting_filter){ 0 }),
		"\r\nDTEND;TZID=Europe/Warsaw:20260130T150000\r\n");
	has(unfolded(written(&(struct meeting_filter){ 0 })),
		"\\n\\nDay 1\\, 2026-01-29\\n09:30 Otwarcie");
	assert_done(meeting_cancel(f.db, &m, "śnieg", &f.err), f.err);
	has(written(&(struct meeting_filter){ 0 }), "\r\nSEQUENCE:2\r\n");
	has(written(&(struct meeting_filter){ 0 }), "\r\nSTATUS:CANCELLED\r\n");
	has(unfolded(written(&(struct meeting_filter){ 0 })), "Cancelled: śnieg");
}

static void
a_deleted_meeting_stays_in_the_file_as_cancelled_until_it_is_brought_back(void **state)
{
	struct meeting m = meeting_fixture_meeting(&f);

	(void)state;
	assert_done(meeting_set_state(f.db, &m, MEETING_INVITED, &f.err), f.err);
	assert_done(meeting_retire(f.db, &m, false, &f.err), f.err);
	has(written(&(struct meeting_filter){ .group = f.group }), m.uid);
	has(written(&(struct meeting_filter){ 0 }), "\r\nSEQUENCE:1\r\n");
	has(written(&(struct meeting_filter){ 0 }), "\r\nSTATUS:CANCELLED\r\n");
	assert_done(meeting_retire(f.db, &m, true, &f.err), f.err);
	has(written(&(struct meeting_filter){ 0 }), "\r\nSEQUENCE:2\r\n");
	has(written(&(struct meeting_filter){ 0 }), "\r\nSTATUS:CONFIRMED\r\n");
}

static void
one_meeting_or_one_year_is_written(void **state)
{
	struct meeting m = meeting_fixture_meeting(&f), later = { .group = f.group };

	(void)state;
	text_copy(later.starts_at, sizeof(later.starts_at), "2027-04-14T10:00");
	text_copy(later.ends_at, sizeof(later.ends_at), "2027-04-14T15:00");
	assert_done(meeting_save(f.db, &later, &f.err), f.err);
	written(&(struct meeting_filter){ .group = f.group });
	assert_int_equal(count, 2);
	written(&(struct meeting_filter){ .group = f.group, .year = 2027 });
	assert_int_equal(count, 1);
	has(written(&(struct meeting_filter){ .id = m.id }), m.uid);
	assert_int_equal(count, 1);
}

/* Everything at once, for a parser that is not ours. */
static int
write_sample(const char *path)
{
	struct meeting m, two = { .group = 1 }, gone = { .group = 1 };
	struct error err = { 0 };
	struct output *file;

	set_up(NULL);
	m = meeting_fixture_meeting(&f);
	make_long(&m);
	text_copy(two.starts_at, sizeof(two.starts_at), "2026-03-28T10:00");
	text_copy(two.ends_at, sizeof(two.ends_at), "2026-03-29T12:00");
	text_copy(two.place, sizeof(two.place), "Sala im. Łokietka; II p.");
	two.stage = 2;
	two.host = f.slots[3];
	assert_done(meeting_save(f.db, &two, &err), err);
	text_copy(gone.starts_at, sizeof(gone.starts_at), "2026-09-15T10:00");
	text_copy(gone.ends_at, sizeof(gone.ends_at), "2026-09-15T15:00");
	assert_done(meeting_save(f.db, &gone, &err), err);
	assert_done(meeting_cancel(f.db, &gone, "zmiana terminu", &err), err);
	assert_done(output_open(&file, path, true, &err), err);
	assert_done(
		icalendar_write(f.db, &(struct meeting_filter){ 0 }, &units, file, &count, &err),
		err);
	assert_done(output_commit(file, &err), err);
	return tear_down(NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		TEST(every_line_ends_with_both_signs_and_has_at_most_75_bytes),
		TEST(texts_are_escaped),
		TEST(the_head_says_who_wrote_it_and_brings_the_zone),
		TEST(the_same_meeting_keeps_its_uid_and_says_that_it_changed),
		TEST(a_deleted_meeting_stays_in_the_file_as_cancelled_until_it_is_brought_back),
		TEST(one_meeting_or_one_year_is_written),
	};

	i18n_start("en");
	if (argc > 1)
		return write_sample(argv[1]);
	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
