/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packages as others could make them: whose rows are taken, which are refused, and what is no
 * package at all. How offices exchange them is walked by tests/cli/package.sh. */
#include "units_fixture.h"

#include "base/make_zip.h"
#include "base/sha256.h"
#include "base/text.h"
#include "exchange/package.h"
#include "model/sheets/data_sheet.h"
#include "model/groups/exchange_group.h"
#include "model/meetings/homework.h"
#include "model/minutes/minutes.h"
#include "model/indicators/indicator.h"
#include "model/office.h"
#include "model/packages/package.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNION "11111111111111111111111111111111"
#define MEMBER "22222222222222222222222222222222"
#define GROUP "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define OTHER "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define HOMEWORK "cccccccccccccccccccccccccccccccc"
#define MEETING "dddddddddddddddddddddddddddddddd"
#define CARDS "code;name;unit;direction\n"
#define VALUES "unit;indicator;year;value;flag\n"
#define F(name, text) "<f n=\"" name "\">" text "</f>"
#define ROW(noun, uid, rev, owner) \
	"<row noun=\"" noun "\" uid=\"" uid "\" rev=\"" rev "\" owner=\"" owner "\">"
#define GROUP_ROW(rev, name) ROW("exchange_group", GROUP, rev, UNION) \
	F("code", "GWD-1") F("name", name) F("kind", "gwd") F("service", "kultura") \
	F("units", "towns") F("starts_on", "2026-11-01") F("smallest", "4") F("largest", "8") \
	F("case_mark", "") F("made_up", "0") F("note", "") \
	"<line n=\"member\">" F("unit.code", "020101") F("joined_on", "2026-11-01") \
	F("host_order", "0") F("presentation", "") "</line></row>"
#define HOMEWORK_ROW(group, text) ROW("homework", HOMEWORK, "1", UNION) F("group.uid", group) \
	F("unit.code", "020101") F("text", text) F("due_on", "2026-12-01") F("review", "") "</row>"
#define RECORDS(rows) "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records>" rows "</records>\n"

static char ours[33]; /* uid of the database under test */

struct made { /* NULL = as a union's package for us would have it */
	const char *format, *office, *for_office, *for_unit, *owner, *made_at;
	const char *records, *cards, *values, *manifest, *sum;
	size_t cut; /* bytes missing at the end */
};

static void
sum_of(const char *text, char hex[SHA256_HEX])
{
	struct sha256 *sum = sha256_new();

	sha256_update(sum, text, strlen(text));
	sha256_finish(sum, hex);
}

#define OR(member, fallback) (m->member ? m->member : (fallback))

static const char *
make(struct fixture *f, const struct made *m)
{
	static char path[128], manifest[4096];
	const char *parts[3] = { OR(records, RECORDS(GROUP_ROW("1", "Grupa"))), OR(cards, CARDS),
		OR(values, VALUES) };
	static const char *const names[3] = { "records.xml", "catalogue.csv", "values.csv" };
	struct zip_part list[4] = { { "manifest.xml", manifest, 0, 0 } };
	size_t room = sizeof(manifest) + 4096, used, size;
	unsigned char *bytes;
	FILE *out;

	snprintf(manifest, sizeof manifest,
		"<package format=\"%s\" made_at=\"%s\" contacts=\"0\" made_up=\"0\">"
		"<office uid=\"%s\" name=\"Nadawca\" kind=\"union\" unit=\"%s\"/>"
		"<for office=\"%s\" unit=\"%s\"/><group uid=\"" GROUP "\" code=\"GWD-1\" "
		"name=\"Grupa\" owner=\"%s\"/>",
		OR(format, "1"), OR(made_at, "2026-11-22T10:00:00Z"), OR(office, UNION),
		m->office ? "020102" : "", OR(for_office, ""), OR(for_unit, "020101"),
		OR(owner, UNION));
	for (int i = 0; i < 3; i++) {
		char hex[SHA256_HEX];

		sum_of(parts[i], hex);
		used = strlen(manifest);
		snprintf(manifest + used, sizeof manifest - used,
			"<part name=\"%s\" sha256=\"%s\"/>", names[i], OR(sum, hex));
		list[i + 1] = (struct zip_part){ names[i], parts[i], 0, 0 };
		room += strlen(parts[i]) + 512;
	}
	strcat(manifest, "</package>");
	if (m->manifest)
		list[0].text = m->manifest;
	bytes = malloc(room);
	assert_non_null(bytes);
	size = make_zip(bytes, list, 4);
	snprintf(path, sizeof path, "%s/p.zip", f->folder);
	out = fopen(path, "wb");
	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, size - m->cut, out), size - m->cut);
	fclose(out);
	free(bytes);
	return path;
}

static int64_t
take(struct fixture *f, const struct made *m)
{
	const char *path = make(f, m);
	int64_t id;

	error_clear(&f->err);
	id = fixture_import(f, path, NULL);
	remove(path);
	return id;
}

static void
refused(struct fixture *f, const struct made *m, const char *sentence)
{
	struct exchange_group g;
	struct error none = { 0 };
	int before = exchange_group_by_code(f->db, "GWD-1", &g, &none);

	if (take(f, m) >= 0)
		fail_msg("taken: %s", sentence);
	if (!strstr(f->err.text, sentence))
		fail_msg("expected: %s; found: %s", sentence, f->err.text);
	assert_int_equal(exchange_group_by_code(f->db, "GWD-1", &g, &none), before);
}

static int
set_up(void **state)
{
	struct office office = { .kind = OFFICE_GMINA, .own_unit = "020101", .name = "My" };
	struct fixture *f;

	fixture_open(state);
	f = *state;
	assert_int_equal(fixture_import_register(f, "2020-01-01", NULL), 1);
	assert_int_equal(office_save(f->db, &office, &f->err), 0);
	assert_int_equal(office_uid(f->db, ours, &f->err), 0);
	return 0;
}

static struct exchange_group
group(struct fixture *f)
{
	struct exchange_group g;

	assert_int_equal(exchange_group_by_code(f->db, "GWD-1", &g, &f->err), 0);
	return g;
}

/* ---- */

static void
a_package_is_taken_once_and_read_only(void **state)
{
	struct fixture *f = *state;
	struct made m = { 0 };
	struct exchange_group g;

	assert_true(take(f, &m) > 0);
	assert_int_equal(f->preview.counts.new_values, 1);
	g = group(f);
	assert_string_equal(g.owner, UNION);
	assert_int_equal(g.members, 1);
	assert_int_equal(take(f, &m), 0);
	assert_int_equal(exchange_group_save(f->db, &g, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_non_null(strstr(f->err.text, "Nadawca"));
	assert_int_equal(fixture_faults(f), 0);
}

static void
a_newer_row_replaces_and_an_older_one_does_not(void **state)
{
	struct fixture *f = *state;
	struct made m = { .records = RECORDS(GROUP_ROW("3", "Trzecia")) };

	assert_true(take(f, &m) > 0);
	m.records = RECORDS(GROUP_ROW("2", "Druga"));
	m.made_at = "2026-12-22T10:00:00Z";
	assert_int_equal(take(f, &m), 0);
	assert_string_equal(group(f).name, "Trzecia");
	m.records = RECORDS(GROUP_ROW("4", "Czwarta"));
	assert_true(take(f, &m) > 0);
	assert_string_equal(group(f).name, "Czwarta");
	/* Of one rev the newer package counts. */
	m.records = RECORDS(GROUP_ROW("4", "Starsza"));
	m.made_at = "2026-11-01T10:00:00Z";
	assert_int_equal(take(f, &m), 0);
	assert_string_equal(group(f).name, "Czwarta");
}

static void
undoing_brings_back_what_stood_there(void **state)
{
	struct fixture *f = *state;
	struct made m = { .records = RECORDS(GROUP_ROW("1", "Pierwsza") HOMEWORK_ROW(GROUP, "Opis")) };
	int64_t first = take(f, &m), second;
	struct exchange_group g;

	assert_true(first > 0);
	m.records = RECORDS(GROUP_ROW("2", "Druga") HOMEWORK_ROW(GROUP, "Opis"));
	second = take(f, &m);
	assert_true(second > first);
	assert_int_equal(import_undo(f->db, first, &f->err), -1);
	assert_non_null(strstr(f->err.text, "Undo first"));
	error_clear(&f->err);
	assert_int_equal(import_undo(f->db, second, &f->err), 0);
	assert_string_equal(group(f).name, "Pierwsza");
	assert_int_equal(import_undo(f->db, first, &f->err), 0);
	assert_int_equal(exchange_group_by_code(f->db, "GWD-1", &g, &f->err), -1);
	error_clear(&f->err);
	assert_int_equal(fixture_faults(f), 0);
}

/* ---- homework ---- */

static int
homework_here(struct fixture *f, enum homework_show show)
{
	struct homework_filter filter = { .show = show };
	struct arena arena = { 0 };
	struct homework *list;
	int count;

	assert_int_equal(homework_list(f->db, &filter, &arena, &list, &count, &f->err), 0);
	arena_release(&arena);
	return count;
}

static void
homework_that_was_deleted_before_it_came_is_not_counted(void **state)
{
	struct fixture *f = *state;
	struct made m = {
		.records = RECORDS(GROUP_ROW("1", "Grupa") ROW("homework", HOMEWORK, "2", UNION) F(
			"group.uid", GROUP) F("unit.code", "020101") F("text",
			"Skreślone") F("due_on", "2026-12-01") F("review", "") F("retired_at",
			"2026-11-21T10:00:00Z") "</row>" ROW("homework_answer", OTHER, "1", UNION)
				F("homework.uid", HOMEWORK) F("state", "done") F("text", "Opis")
					F("answered_on", "2026-11-20") "</row>")
	};

	assert_true(take(f, &m) > 0);
	assert_int_equal(f->preview.counts.new_values, 1);
	assert_int_equal(f->preview.counts.skipped, 0);
	assert_int_equal(homework_here(f, HOMEWORK_SHOW_RETIRED), 0);
	assert_int_equal(fixture_faults(f), 0);
}

/* The first ten lines are named, all are counted; what stands inside a strange element is not. */
static void
all_faults_of_the_rows_are_told_at_once(void **state)
{
	struct fixture *f = *state;
	struct made m = { .records = RECORDS(
		"\n" GROUP_ROW("1", "Grupa") /* line 3 */
		"\n" ROW("homework", "short", "1", UNION) F("text", "a") "</row>"
		"\n" ROW("homework", HOMEWORK, "0", UNION) F("text", "a") "</row>"
		"\n" ROW("homework", HOMEWORK, "1", UNION) F("colour", "red") F("due_on", "31.02")
			F("text", "a\xe2\x80\x8b") "</row>"
		"\n<rubbish><row/><f n=\"x\"/></rubbish>"
		"\n<rubbish/>\n<rubbish/>\n<rubbish/>\n<rubbish/>\n<rubbish/>\n<rubbish/>"
		"\n" ROW("homework", OTHER, "1", UNION) "<line n=\"member\">" F("text", "a\x7f")
			"</line>" F("review", "b\x7f") "</row>") };

	refused(f, &m, "lines 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, …: these 12 places");
	assert_non_null(strstr(f->err.text, "lines 6, 14: these 2 texts hold invisible"));
	assert_int_equal(f->err.row, 4);
	/* One alone is told as ever. */
	m.records = RECORDS(GROUP_ROW("1", "Grupa") "\n<rubbish/>");
	refused(f, &m, "records.xml, line 3: this is nothing");
	m.records = RECORDS(GROUP_ROW("1", "Grupa\x7f"));
	refused(f, &m, "the text of \"name\" holds");
}

static void
homework_that_went_over_to_another_member_is_deleted_here(void **state)
{
	struct fixture *f = *state;
	struct made m = { .records = RECORDS(GROUP_ROW("1", "Grupa") HOMEWORK_ROW(GROUP, "Opis")) };
	int64_t id;

	assert_true(take(f, &m) > 0);
	assert_int_equal(homework_here(f, HOMEWORK_SHOW_ALL), 1);
	/* An older package knows less, so it says nothing. */
	m.made_at = "2026-11-01T10:00:00Z";
	m.records = RECORDS(GROUP_ROW("1", "Grupa"));
	assert_int_equal(take(f, &m), 0);
	assert_int_equal(homework_here(f, HOMEWORK_SHOW_ALL), 1);
	m.made_at = "2026-12-01T10:00:00Z";
	id = take(f, &m);
	assert_true(id > 0);
	assert_int_equal(f->preview.counts.changed, 1);
	assert_int_equal(homework_here(f, HOMEWORK_SHOW_ALL), 0);
	assert_int_equal(homework_here(f, HOMEWORK_SHOW_RETIRED), 1);
	assert_int_equal(take(f, &m), 0);
	assert_int_equal(import_undo(f->db, id, &f->err), 0);
	assert_int_equal(homework_here(f, HOMEWORK_SHOW_ALL), 1);
	assert_int_equal(fixture_faults(f), 0);
}

/* Homework that no meeting gave, and minutes of one of the day before. */
#define SAID(given, head) RECORDS(GROUP_ROW("1", "Grupa") \
	ROW("meeting", MEETING, "1", UNION) F("group.uid", GROUP) F("stage", "0") F("number", "1") F("title", "Koszty") \
	F("starts_at", "2026-11-20T10:00") F("ends_at", "2026-11-20T15:00") F("place", "") \
	F("presentation", "") F("state", "held") F("reason", "") F("sequence", "0") F("notes", "") "</row>" \
	ROW("homework", HOMEWORK, "1", UNION) F("group.uid", GROUP) F("unit.code", "020101") \
	F("text", "Opis") F("due_on", "2026-12-01") F("review", "") given "</row>" \
	ROW("minutes", OTHER, "1", UNION) F("meeting.uid", MEETING) F("state", "approved") \
	F("case_mark", "") F("approved_on", "2026-11-22") "<line n=\"version\">" F("number", "1") \
	F("text", "Tekst") F("source", "made") F("created_at", "2026-11-22T10:00:00Z") "</line>" head \
	"</row>")

/* How many pieces of homework the meeting looks back at, and what stands above its minutes. */
static void
told(struct fixture *f, int looked_at, const char *letterhead, const char *group_name)
{
	struct homework_filter filter = { .before = 1 };
	struct arena arena = { 0 };
	struct minutes_head head;
	struct homework *list;
	struct minutes m;
	int count;

	assert_int_equal(homework_list(f->db, &filter, &arena, &list, &count, &f->err), 0);
	assert_int_equal(count, looked_at);
	assert_int_equal(minutes_find(f->db, 1, &m, &f->err), 0);
	assert_int_equal(minutes_head_load(f->db, &m, 1, &arena, &head, &f->err), 0);
	assert_string_equal(head.letterhead, letterhead);
	assert_string_equal(head.group, group_name);
	arena_release(&arena);
}

static void
an_older_format_takes_nothing_away_that_it_does_not_say(void **state)
{
	struct fixture *f = *state;
	struct made older = { .records = SAID("", "") }, newer = { .format = "2",
		.made_at = "2026-11-23T10:00:00Z",
		.records = SAID(F("given_on", "2026-11-21"),
			"<line n=\"head\">" F("number", "1") F("letterhead", "Związek") F("title", "Protokół")
			F("group_name", "Dawna") F("meeting", "Koszty") "</line>") };
	int64_t id;

	if (take(f, &older) <= 0)
		fail_msg("%s", f->err.text);
	told(f, 1, "Nadawca", "Grupa");
	id = take(f, &newer);
	assert_true(id > 0);
	assert_int_equal(f->preview.counts.changed, 2);
	told(f, 0, "Związek", "Dawna");
	assert_int_equal(take(f, &newer), 0);
	older.made_at = "2026-11-24T10:00:00Z";
	assert_int_equal(take(f, &older), 0);
	assert_int_equal(f->preview.counts.skipped, 0);
	told(f, 0, "Związek", "Dawna");
	assert_int_equal(import_undo(f->db, id, &f->err), 0);
	told(f, 1, "Nadawca", "Grupa");
	assert_int_equal(fixture_faults(f), 0);
}

#define LEFT_ROW(rev) ROW("exchange_group", GROUP, rev, UNION) \
	F("code", "GWD-1") F("name", "Grupa") F("kind", "gwd") F("service", "kultura") \
	F("units", "towns") F("starts_on", "2026-11-01") F("smallest", "4") F("largest", "8") \
	F("case_mark", "") F("made_up", "0") F("note", "") \
	"<line n=\"member\">" F("unit.code", "020101") F("joined_on", "2026-11-01") \
	F("left_on", "2026-12-01") F("host_order", "0") F("presentation", "") "</line></row>"

static void
last_day(struct fixture *f, const char *day)
{
	struct arena arena = { 0 };
	struct exchange_member *list;
	int count;

	assert_int_equal(exchange_member_list(f->db, group(f).id, NULL, &arena, &list, &count, &f->err),
		0);
	assert_int_equal(count, 1);
	assert_string_equal(list[0].left_on, day);
	arena_release(&arena);
}

static void
the_day_of_leaving_was_the_first_one_after_in_the_older_format(void **state)
{
	struct fixture *f = *state;
	struct made m = { .records = RECORDS(LEFT_ROW("1")) };

	assert_true(take(f, &m) > 0);
	last_day(f, "2026-11-30");
	assert_int_equal(take(f, &m), 0);
	m.format = "2";
	assert_true(take(f, &m) > 0);
	last_day(f, "2026-12-01");
}

static void
without_the_register_its_import_is_asked_for(void **state)
{
	struct fixture *f = *state;
	struct office office;

	assert_int_equal(office_load(f->db, &office, &f->err), 0);
	text_copy(office.own_unit, sizeof office.own_unit, "");
	assert_int_equal(office_save(f->db, &office, &f->err), 0);
	refused(f, &(struct made){ 0 }, "menu 8 8");
	/* a unit that the register here does not hold, as where it was never imported */
	text_copy(office.own_unit, sizeof office.own_unit, "303101");
	assert_int_equal(office_save(f->db, &office, &f->err), 0);
	refused(f, &(struct made){ .for_unit = "303101" }, "import the TERYT register first");
}

static void
what_is_no_package_is_refused_whole(void **state)
{
	static char huge[70000];
	struct fixture *f = *state;

	refused(f, &(struct made){ .format = "4" }, "newer gromada");
	refused(f, &(struct made){ .format = "x" }, "manifest");
	refused(f, &(struct made){ .office = "nikt" }, "manifest");
	refused(f, &(struct made){ .made_at = "9999-99-99T99:99:99Z" }, "manifest");
	refused(f, &(struct made){ .made_at = "2026-11-22 10:00:00 " }, "manifest");
	refused(f, &(struct made){ .made_at = "2027-01-01T00:00:00Z" }, "still to come");
	refused(f, &(struct made){ .office = ours }, "this very office");
	refused(f, &(struct made){ .for_unit = "020102" }, "is for");
	refused(f, &(struct made){ .for_office = OTHER }, "another office");
	refused(f, &(struct made){ .for_unit = "" }, "another one");
	refused(f, &(struct made){ .sum = "00" }, "checksum");
	refused(f, &(struct made){ .manifest = "<!DOCTYPE p [<!ENTITY a \"b\">]><package/>" },
		"entities");
	refused(f, &(struct made){ .manifest = "<package" }, "cut off");
	refused(f, &(struct made){ .manifest = "<package format=\"1\"/>" }, "manifest");
	refused(f, &(struct made){ .records = "<!DOCTYPE r [<!ENTITY a \"b\">]><records>&a;</records>" },
		"entities");
	refused(f, &(struct made){ .cut = 30 }, "p.zip");
	memset(huge, 'a', sizeof huge - 1);
	huge[100] = '\n';
	refused(f, &(struct made){ .cards = huge }, "p.zip");
}

static void
rows_that_gromada_would_not_write_are_refused_whole(void **state)
{
	struct fixture *f = *state;
	struct made m = { 0 };
#define REFUSED(rows, sentence) (m.records = RECORDS(rows), refused(f, &m, sentence))

	REFUSED(ROW("person", GROUP, "1", UNION) "</row>", "changed or made by another");
	REFUSED(ROW("exchange_group", "krótki", "1", UNION) "</row>", "changed or made by another");
	REFUSED(ROW("exchange_group", GROUP, "0", UNION) "</row>", "changed or made by another");
	REFUSED(ROW("exchange_group", GROUP, "1", UNION) F("password", "x") "</row>",
		"changed or made by another");
	REFUSED(ROW("exchange_group", GROUP, "1", UNION) F("name", "a") F("name", "b") "</row>",
		"changed or made by another");
	REFUSED(ROW("exchange_group", GROUP, "1", UNION) F("starts_on", "2026-02-31") "</row>",
		"changed or made by another");
	REFUSED(ROW("exchange_group", GROUP, "1", UNION) F("starts_on", "2026-1-1") "</row>",
		"changed or made by another");
	REFUSED(GROUP_ROW("1", "Grupa") ROW("meeting", OTHER, "1", UNION)
			F("starts_at", "2026-11-22") "</row>",
		"changed or made by another");
	REFUSED(ROW("exchange_group", GROUP, "1", UNION) "<line n=\"nikt\"></line></row>",
		"changed or made by another");
	REFUSED(GROUP_ROW("1", "Gr&#x202E;upa"), "invisible or control");
	REFUSED(GROUP_ROW("1", "Grupa") GROUP_ROW("1", "Grupa"), "twice");
	REFUSED(HOMEWORK_ROW(GROUP, "Opis") GROUP_ROW("1", "Grupa"), "changed or made by another");
	REFUSED(ROW("exchange_group", GROUP, "1", UNION) F("code", "GWD-1") "</row>",
		"breaks the rules");
	REFUSED(GROUP_ROW("1", ""), "breaks the rules");
	assert_int_equal(fixture_faults(f), 0);
}

static void
rows_are_taken_from_their_office_only(void **state)
{
	struct fixture *f = *state;
	struct made m = { .records = RECORDS(GROUP_ROW("1", "Grupa") HOMEWORK_ROW(OTHER, "Cudze")) };

	/* of another group */
	assert_true(take(f, &m) > 0);
	assert_int_equal(f->preview.counts.skipped, 1);
	/* the union's, sent by a member */
	m = (struct made){ .office = MEMBER, .owner = UNION,
		.records = RECORDS(GROUP_ROW("9", "Przejęta")) };
	assert_int_equal(take(f, &m), 0);
	assert_int_equal(f->preview.counts.skipped, 1);
	assert_string_equal(group(f).name, "Grupa");
	/* nobody's, so ours */
	m = (struct made){ .records = RECORDS(GROUP_ROW("1", "Grupa")
		ROW("homework", HOMEWORK, "1", "") F("group.uid", GROUP) F("text", "Niczyje")
		F("due_on", "2026-12-01") F("review", "") "</row>") };
	assert_int_equal(take(f, &m), 0);
	assert_int_equal(f->preview.counts.skipped, 1);
	/* and the group itself claimed by another office */
	refused(f, &(struct made){ .office = MEMBER, .owner = MEMBER }, "another office");
	m = (struct made){ .office = MEMBER, .owner = UNION };
	/* a member's, of another unit than its own */
	m.records = RECORDS(ROW("closing_note", OTHER, "1", MEMBER) F("group.uid", GROUP)
		F("unit.code", "020101") F("kind", "problem") F("text", "Cudzy problem")
		F("made_on", "2026-11-22") "</row>");
	assert_int_equal(take(f, &m), 0);
	m.records = RECORDS(ROW("closing_note", OTHER, "1", MEMBER) F("group.uid", GROUP)
		F("unit.code", "020102") F("kind", "problem") F("text", "Własny problem")
		F("made_on", "2026-11-22") "</row>");
	assert_true(take(f, &m) > 0);
	assert_int_equal(fixture_faults(f), 0);
}

static void
this_offices_own_rows_are_never_overwritten(void **state)
{
	struct fixture *f = *state;
	struct made m = { 0 };
	struct exchange_group g = { 0 };

	exchange_group_defaults(&g, EXCHANGE_GWD);
	strcpy(g.code, "GWD-1");
	strcpy(g.name, "Nasza");
	strcpy(g.starts_on, "2026-11-01");
	assert_int_equal(exchange_group_save(f->db, &g, &f->err), 0);
	assert_int_equal(take(f, &m), 0);
	assert_int_equal(f->preview.counts.skipped, 1);
	assert_string_equal(group(f).name, "Nasza");
}

/* A group of ours with a sheet that we have handed in. */
static void
keep_a_sheet(struct fixture *f, struct data_sheet *sheet, struct sheet_return *r,
	struct arena *arena)
{
	struct exchange_member member = { .joined_on = "2026-11-01" };
	struct own_figure figure = { .year = 2025, .value = 3.5 }, nothing = { .indicator_id = 0 };
	struct data_sheet_line line = { .low = NAN, .high = NAN, .change = NAN };
	struct import_options options = { .new_indicators = true };
	struct exchange_group g;
	struct indicator card;
	struct unit_table units;

	exchange_group_defaults(&g, EXCHANGE_GWD);
	strcpy(g.code, "NASZA");
	strcpy(g.name, "Nasza");
	strcpy(g.starts_on, "2026-11-01");
	assert_int_equal(unit_table_load(f->db, &units, &f->err), 0);
	member.slot = unit_by_code(&units, "020101")->slot;
	unit_table_release(&units);
	assert_int_equal(exchange_group_found(f->db, &g, &member, 1, &f->err), 0);
	assert_true(fixture_import(f, fixture_file(f, "c.csv", "code;name;unit;direction;source\n"
							       "S1;Skargi;szt.;D;własne\n"),
			    &options) > 0);
	assert_int_equal(indicator_load(f->db, "S1", arena, &card, &f->err), 0);
	line.indicator_id = figure.indicator_id = card.id;
	*sheet = (struct data_sheet){ .group_id = g.id, .year = 2025 };
	assert_int_equal(data_sheet_save(f->db, sheet, &line, 1, &f->err), 0);
	assert_int_equal(sheet_return_load(f->db, sheet, member.slot, arena, r, &f->err), 0);
	figure.slot = member.slot;
	assert_int_equal(sheet_figure_save(f->db, r, &figure, &nothing, &f->err), 0);
	assert_int_equal(sheet_return_move(f->db, r, SHEET_SENT, &f->err), 0);
}

static void
return_uid(struct fixture *f, int64_t group, char uid[33])
{
	struct arena arena = { 0 };
	struct package_rows rows;

	uid[0] = '\0';
	assert_int_equal(package_load(f->db, group, true, false, NO_SLOT, ours, &arena, &rows,
				 &f->err), 0);
	for (int i = 0; i < rows.count; i++)
		if (!strcmp(package_noun_label(rows.rows[i].noun), "filled-in sheets"))
			text_copy(uid, 33, rows.rows[i].uid);
	assert_int_equal(strlen(uid), 32);
	arena_release(&arena);
}

static void
left_out(struct fixture *f, const char *rows, const char *sentence)
{
	struct made m = { .records = rows };
	const struct import_preview *p;
	struct importer *im;
	bool said = false;

	if (importer_read(&im, f->db, IMPORT_PACKAGE, make(f, &m), NULL, NULL, &f->err) < 0)
		fail_msg("%s", f->err.text);
	p = importer_preview(im);
	assert_int_equal(p->counts.skipped, 1);
	for (int i = 0; i < p->remark_count; i++)
		said |= strstr(p->remarks[i].text, sentence) != NULL;
	if (!said)
		fail_msg("expected: %s; found: %s", sentence,
			p->remark_count ? p->remarks[0].text : "nothing");
	importer_free(im);
	assert_true(take(f, &m) >= 0);
}

static void
rows_without_a_group_are_of_the_packages_group_too(void **state)
{
	struct fixture *f = *state;
	struct arena arena = { 0 };
	struct data_sheet sheet;
	struct sheet_return r;
	char rows[4096], uid[33];

	keep_a_sheet(f, &sheet, &r, &arena);
	/* a return of a sheet of another group */
	snprintf(rows, sizeof rows,
		RECORDS(GROUP_ROW("1", "Grupa") ROW("sheet_return", OTHER, "1", UNION)
				F("sheet.uid", "%s") F("unit.code", "020102") F("state", "sent")
					F("changed_on", "2026-11-22") "</row>"),
		sheet.uid);
	left_out(f, rows, "another group");
	/* an answer to a return of ours that the sender does not keep */
	return_uid(f, sheet.group_id, uid);
	snprintf(rows, sizeof rows,
		RECORDS(GROUP_ROW("1", "Grupa") ROW("sheet_return", "%s", "99", "%s")
				F("sheet.uid", "%s") F("unit.code", "020101") F("state", "verified")
					F("changed_on", "2026-11-22") "</row>"),
		uid, ours, sheet.uid);
	left_out(f, rows, "another group");
	assert_int_equal(
		sheet_return_load(f->db, &sheet, r.slot, &arena, &r, &f->err), 0);
	assert_int_equal(r.state, SHEET_SENT);
	/* how a unit outside the group works, a person of nobody's, a conclusion of no group */
	left_out(f, RECORDS(GROUP_ROW("1", "Grupa") ROW("service_organisation", OTHER, "1", UNION)
				F("unit.code", "020102") F("service", "kultura") F("year", "2025")
				F("provider", "company") "</row>"), "no member");
	left_out(f, RECORDS(ROW("contact", OTHER, "1", UNION) F("name", "Osoba") "</row>"
				GROUP_ROW("1", "Grupa")), "names this person");
	left_out(f, RECORDS(GROUP_ROW("1", "Grupa") ROW("conclusion", OTHER, "1", UNION)
				F("unit.code", "020102") F("text", "Wniosek") F("state", "proposed")
				F("made_on", "2026-11-22") "</row>"), "another group");
	arena_release(&arena);
	assert_int_equal(fixture_faults(f), 0);
}

static void
figures_come_along_and_go(void **state)
{
	struct fixture *f = *state;
	struct made m = { .cards = CARDS "\"W1\";\"Wydatki\";\"zł\";N\n",
		.values = VALUES "020101;W1;2025;12.5;\n020102;W1;2025;;#\n020199;W1;2025;1;\n" };
	struct arena arena = { 0 };
	struct indicator card;
	int64_t id = take(f, &m);

	assert_true(id > 0);
	assert_int_equal(f->preview.counts.skipped, 1);
	assert_int_equal(indicator_load(f->db, "W1", &arena, &card, &f->err), 0);
	assert_int_equal(card.values, 1);
	assert_int_equal(import_undo(f->db, id, &f->err), 0);
	assert_int_equal(indicator_load(f->db, "W1", &arena, &card, &f->err), -1);
	error_clear(&f->err);
	arena_release(&arena);
}

static void
figures_that_the_office_has_itself_stay(void **state)
{
	struct fixture *f = *state;
	struct made m = { .cards = CARDS "\"W1\";\"Inna nazwa\";\"zł\";N\n",
		.values = VALUES "020101;W1;2025;99;\n" };
	struct import_options options = { .new_indicators = true };
	struct arena arena = { 0 };
	struct indicator card;
	const char *path = fixture_file(f, "w.csv", VALUES "020101;W1;2025;12.5;\n");

	assert_true(fixture_import(f, path, &options) > 0);
	assert_true(take(f, &m) > 0);
	assert_int_equal(f->preview.counts.new_values, 1);
	assert_int_equal(indicator_load(f->db, "W1", &arena, &card, &f->err), 0);
	assert_string_equal(card.name, "W1");
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, fixture_close)
		TEST(a_package_is_taken_once_and_read_only),
		TEST(a_newer_row_replaces_and_an_older_one_does_not),
		TEST(undoing_brings_back_what_stood_there),
		TEST(homework_that_was_deleted_before_it_came_is_not_counted),
		TEST(all_faults_of_the_rows_are_told_at_once),
		TEST(homework_that_went_over_to_another_member_is_deleted_here),
		TEST(an_older_format_takes_nothing_away_that_it_does_not_say),
		TEST(the_day_of_leaving_was_the_first_one_after_in_the_older_format),
		TEST(without_the_register_its_import_is_asked_for),
		TEST(what_is_no_package_is_refused_whole),
		TEST(rows_that_gromada_would_not_write_are_refused_whole),
		TEST(rows_are_taken_from_their_office_only),
		TEST(this_offices_own_rows_are_never_overwritten),
		TEST(rows_without_a_group_are_of_the_packages_group_too),
		TEST(figures_come_along_and_go),
		TEST(figures_that_the_office_has_itself_stay),
	};

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-12-30T12:00:00Z", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
