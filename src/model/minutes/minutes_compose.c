/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of minutes from what the meeting holds: people are counted by their units, because
 * minutes are kept for good and names are not. */
#include "config.h"

#include "model/minutes/minutes.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/agenda.h"
#include "model/meetings/document_register.h"
#include "model/meetings/homework.h"
#include "model/meetings/meeting.h"
#include "model/meetings/attendance.h"
#include "model/queries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct composing {
	struct db *db;
	struct arena *arena;
	struct unit_table units;
	struct meeting m;
	struct attendance *units_there; /* that take part */
	int unit_count;
	FILE *out;
};

static const char *
unit_label(const struct composing *c, int slot)
{
	const struct unit *u = unit_by_slot(&c->units, slot);

	return u ? u->told : slot ? "?" : _("moderator");
}

/* Of one line, without what would part cells. */
static void
cell(const struct composing *c, const char *text)
{
	fputs("| ", c->out);
	for (; *text; text++)
		putc(*text == '\n' ? ' ' : *text == '|' ? '/' : *text, c->out);
	putc(' ', c->out);
}

static void
row(const struct composing *c, const char *const *cells, int count)
{
	for (int i = 0; i < count; i++)
		cell(c, cells[i]);
	fputs("|\n", c->out);
}

/* Notes may carry the marks of minutes: lists, headings. */
static void
paragraphs(const struct composing *c, const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");

		if (length)
			fprintf(c->out, "%.*s\n\n", (int)length, text);
		text += length + (text[length] == '\n');
	}
}

static bool
to_come(const struct composing *c)
{
	char today[16];

	return strncmp(c->m.starts_at, date_iso(today, sizeof(today), clock_today()), 10) > 0;
}

static void
opening(const struct composing *c)
{
	char when[64];

	meeting_when_said(when, sizeof(when), c->m.starts_at, c->m.ends_at);
	if (to_come(c))
		fprintf(c->out, _("The meeting of the group “%s” is planned for %s."),
			c->m.group_name, when);
	else
		fprintf(c->out, _("The meeting of the group “%s” was held on %s."), c->m.group_name,
			when);
	fputs("\n\n", c->out);
	if (c->m.host)
		fprintf(c->out, "%s %s\n\n", _("Host:"), unit_label(c, c->m.host));
	if (c->m.place[0])
		fprintf(c->out, "%s %s\n\n", _("Place:"), c->m.place);
	if (c->m.stage_name[0])
		fprintf(c->out, "%s %s\n\n", _("Stage:"), c->m.stage_name);
	if (c->m.presentation[0])
		fprintf(c->out, "%s %s\n\n", _("Presentation of the host:"), c->m.presentation);
}

/* Members and who leads by seats; guests stand apart. */
static void
people(const struct composing *c)
{
	int invited = 0, came = 0, guests = 0, guests_came = 0;

	if (c->unit_count == 0)
		return;
	fprintf(c->out, "# %s\n\n", _("Participants"));
	row(c, (const char *[]){ _("Unit"), _("Invited"), _("Present") }, 3);
	for (int i = 0; i < c->unit_count; i++) {
		const struct attendance *a = &c->units_there[i];
		const char *who = a->slot ? unit_label(c, a->slot) : _("moderator, experts");

		invited += a->invited;
		came += a->came;
		guests += a->guests;
		guests_came += a->guests_came;
		if (!a->member && !a->invited && !a->came)
			continue;
		row(c,
			(const char *[]){ who, arena_format(c->arena, "%d", a->invited),
				arena_format(c->arena, "%d", a->came) },
			3);
	}
	if (came + guests_came) { /* nobody: not ticked yet */
		fputs("\n", c->out);
		fprintf(c->out, _("Invited: %d, present: %d."), invited, came);
		if (guests)
			fprintf(c->out, _(" Guests: invited %d, present %d."), guests, guests_came);
		fprintf(c->out, " %s\n", _("The signed list is attached."));
	}
	putc('\n', c->out);
}

static void
agreements_of(const struct composing *c, const struct agreement *list, int count, int64_t item,
	const char *heading)
{
	bool any = false;

	for (int i = 0; i < count; i++) {
		if (list[i].item != item)
			continue;
		if (!any && heading)
			fprintf(c->out, "# %s\n\n", heading);
		any = true;
		fprintf(c->out, "- %s: ", agreement_kind_label(list[i].kind));
		for (const char *t = list[i].text; *t; t++)
			putc(*t == '\n' ? ' ' : *t, c->out);
		putc('\n', c->out);
	}
	if (any)
		putc('\n', c->out);
}

static int
course(const struct composing *c, struct error *err)
{
	struct agenda_item *items;
	struct agreement *agreed;
	const char *notes;
	int count, agreed_count;

	if (agenda_list(c->db, c->m.id, c->arena, &items, &count, err) ||
		agreement_list(c->db, c->m.id, c->arena, &agreed, &agreed_count, err) ||
		meeting_notes_load(c->db, c->m.id, c->arena, &notes, err))
		return -1;
	if (count || *notes)
		fprintf(c->out, "# %s\n\n", _("Course of the meeting"));
	for (int i = 0; i < count; i++) {
		fprintf(c->out, "## %d. %s\n\n", i + 1, items[i].title);
		if (items[i].speaker[0])
			fprintf(c->out, "%s %s\n\n", _("Speaker:"), items[i].speaker);
		if (items[i].notes)
			paragraphs(c, items[i].notes);
		agreements_of(c, agreed, agreed_count, items[i].id, NULL);
	}
	/* Without headings they would stand under the last item. */
	if (count && *notes)
		fprintf(c->out, "## %s\n\n", _("The whole meeting"));
	paragraphs(c, notes);
	agreements_of(c, agreed, agreed_count, 0, _("Agreements"));
	return 0;
}

/* By due day and name. */
static int
read_homework(const struct composing *c, struct homework_filter filter, struct homework **list,
	int *count, struct error *err)
{
	filter.group = c->m.group;
	if (homework_list(c->db, &filter, c->arena, list, count, err))
		return -1;
	homework_sort(*list, *count, &c->units);
	return 0;
}

/* That the meeting had before it, that was due by then, and that nobody has reviewed since. */
static bool
passed_over(const struct composing *c, const struct homework *h)
{
	return !h->reviewed && strncmp(h->due_on, c->m.ends_at, 10) <= 0 && !to_come(c);
}

static void
review_row(const struct composing *c, const struct homework *h)
{
	row(c,
		(const char *[]){ unit_label(c, h->slot), h->text, date_shown(c->arena, h->due_on),
			homework_state_label(h->answer.state),
			h->reviewed ? h->review : _("not discussed") },
		5);
}

/* What it reviewed, of that also what it gave itself; then what it should have. */
static int
reviewed(const struct composing *c, struct error *err)
{
	const struct homework_filter all = { .before = 0 }, before = { .before = c->m.id };
	struct homework *list, *due;
	int count, due_count, rows = 0;

	if (read_homework(c, all, &list, &count, err) ||
		read_homework(c, before, &due, &due_count, err))
		return -1;
	for (int i = 0; i < count; i++)
		rows += list[i].reviewed == c->m.id;
	for (int i = 0; i < due_count; i++)
		rows += passed_over(c, &due[i]);
	if (rows == 0)
		return 0;
	fprintf(c->out, "# %s\n\n", _("Homework reviewed"));
	row(c, (const char *[]){ _("Unit"), _("What"), _("Due"), _("State"), _("Review") }, 5);
	for (int i = 0; i < count; i++)
		if (list[i].reviewed == c->m.id)
			review_row(c, &list[i]);
	for (int i = 0; i < due_count; i++)
		if (passed_over(c, &due[i]))
			review_row(c, &due[i]);
	putc('\n', c->out);
	return 0;
}

static int
given(const struct composing *c, struct error *err)
{
	const struct homework_filter filter = { .meeting = c->m.id };
	struct homework *list;
	int count;

	if (read_homework(c, filter, &list, &count, err))
		return -1;
	if (count == 0)
		return 0;
	fprintf(c->out, "# %s\n\n", _("Homework until the next meeting"));
	row(c, (const char *[]){ _("Unit"), _("What"), _("Due") }, 3);
	for (int i = 0; i < count; i++)
		row(c,
			(const char *[]){ unit_label(c, list[i].slot), list[i].text,
				date_shown(c->arena, list[i].due_on) },
			3);
	putc('\n', c->out);
	return 0;
}

static int
materials(const struct composing *c, struct error *err)
{
	struct register_entry *list;
	int count;

	if (register_list(c->db, c->m.group, c->m.id, false, c->arena, &list, &count, err))
		return -1;
	if (count)
		fprintf(c->out, "# %s\n\n", _("Documents of the meeting"));
	for (int i = 0; i < count; i++)
		fprintf(c->out, "- %s (%s)%s%s\n", list[i].title, register_kind_label(list[i].kind),
			register_is_link(list[i].place) ? ": " : "",
			register_is_link(list[i].place) ? list[i].place : "");
	return 0;
}

static int
compose(struct composing *c, struct error *err)
{
	if (attendance_count(c->db, c->m.id, c->arena, &c->units_there, &c->unit_count, err))
		return -1;
	attendance_sort(c->units_there, c->unit_count, &c->units);
	opening(c);
	people(c);
	return reviewed(c, err) || course(c, err) || given(c, err) || materials(c, err) ? -1 : 0;
}

int
minutes_compose(
	struct db *db, int64_t meeting, struct arena *arena, const char **text, struct error *err)
{
	struct composing c = { .db = db, .arena = arena };
	char *buffer = NULL;
	size_t size;
	int result;

	if (meeting_load(db, meeting, &c.m, err) || unit_table_load(db, &c.units, err))
		return -1;
	c.out = open_memstream(&buffer, &size);
	result = c.out ? compose(&c, err) : error_set(err, ERROR_IO, _("There is no memory left."));
	if (c.out)
		fclose(c.out);
	if (result == 0) {
		while (size > 1 && buffer[size - 1] == '\n' && buffer[size - 2] == '\n')
			buffer[--size] = '\0';
		*text = arena_string(arena, buffer);
	}
	free(buffer);
	unit_table_release(&c.units);
	return result;
}
