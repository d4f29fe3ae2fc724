/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the rows of a meeting, and over them. */
#include "config.h"

#include "screens/meetings/meeting_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/screens.h"
#include "screens/meetings/meeting_screens.h"

#include <stdio.h>
#include <string.h>

enum { LEAST_PLACE = 20 }; /* columns of the place beside a long reason */

static const struct list_column program[] = {
	{ N_("Item"), 0, false },
	{ N_("Speaker"), 20, false },
	{ N_("Min."), 5, true },
	{ N_("Until"), 6, true },
};
static const struct list_column people[] = {
	{ N_("Participant"), 0, false },
	{ N_("Unit"), 18, false },
	{ N_("Role"), 12, false },
	{ N_("Their answer"), 20, false },
};
static const struct list_column notes[] = {
	{ N_("Notes and agreements"), 0, false },
	{ N_("What"), 15, false },
};
static const struct list_column tasks[] = {
	{ N_("What is to be done"), 0, false },
	{ N_("Unit"), 18, false },
	{ N_("From no."), 10, false },
	{ N_("Due"), 10, false },
	{ N_("State"), 11, false },
};
static const struct list_column documents[] = {
	{ N_("Title"), 0, false },
	{ N_("Kind"), 15, false },
	{ N_("Whose"), 18, false },
	{ N_("File"), 6, false },
};

const struct list_column *const meeting_columns[MEETING_TABS] = { program, people, notes, tasks,
	documents };
const int meeting_column_counts[MEETING_TABS] = { 4, 4, 2, 5, 4 };
const char *const meeting_empty[MEETING_TABS] = {
	N_("No agenda: F7 adds an item, p takes that of the stage."),
	N_("Nobody on the list: g takes the people of the group, F7 adds one."),
	"",
	N_("No homework: F7 gives some."),
	N_("No documents: F7 enters the first one."),
};

static void
program_cell(const struct meeting_view *v, const struct agenda_item *item, int column,
	struct list_cell *c)
{
	char clock[8];

	switch (column) {
	case 0:
		agenda_clock(clock, sizeof clock, item->start);
		if (meeting_days(v->meeting.starts_at, v->meeting.ends_at) > 1)
			snprintf(c->text, sizeof c->text, _("day %d  %s  %s"), item->day, clock,
				item->title);
		else
			snprintf(c->text, sizeof c->text, "%s  %s", clock, item->title);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, item->speaker);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", item->minutes);
		break;
	default:
		agenda_clock(c->text, sizeof c->text, item->start + item->minutes);
	}
}

static void
people_cell(
	const struct meeting_view *v, const struct participant *p, int column, struct list_cell *c)
{
	static const char *const ticks[] = { "[ ]", "[x]", "[-]" };
	const char *unit = meeting_unit(v->base.app, p->slot);

	c->role = p->came == CAME_YES ? ROLE_OWN : p->came == CAME_NO ? ROLE_MISSING : ROLE_TEXT;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s %s%s", ticks[p->came],
			p->stands_for ? "> " : "", p->name[0] ? p->name : _("(erased)"));
		break;
	case 1:
		text_copy(c->text, sizeof c->text, unit[0] ? unit : p->organisation);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, participant_part_label(p->part));
		break;
	default:
		c->role = p->answer == REPLY_NO ? ROLE_MISSING : c->role;
		text_copy(c->text, sizeof c->text, participant_answer_label(p->answer));
	}
}

/* The first line of a text of several. */
static void
first_line(char *dst, size_t size, const char *text)
{
	size_t length = strcspn(text, "\n");

	snprintf(dst, size, "%.*s%s", (int)(length < size - 8 ? length : size - 8), text,
		text[length] ? " …" : "");
}

static void
notes_cell(const struct meeting_view *v, const struct note_row *r, int column, struct list_cell *c)
{
	char line[120], clock[8];
	const char *text = r->item ? r->item->notes : v->notes;

	if (column == 1) {
		text_copy(c->text, sizeof c->text,
			r->agreement ? agreement_kind_label(r->agreement->kind)
			: text[0]    ? _("notes")
				     : "");
		return;
	}
	if (r->agreement) {
		first_line(line, sizeof line, r->agreement->text);
		snprintf(c->text, sizeof c->text, "    %d. %s", r->agreement->position, line);
		return;
	}
	first_line(line, sizeof line, text);
	c->role = ROLE_TITLE;
	if (r->item)
		snprintf(c->text, sizeof c->text, "%s  %.100s%s%s",
			agenda_clock(clock, sizeof clock, r->item->start), r->item->title,
			line[0] ? ": " : "", line);
	else
		snprintf(c->text, sizeof c->text, "%s%s%s", _("The whole meeting"),
			line[0] ? ": " : "", line);
}

void
meeting_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct meeting_view *v = self;

	if (v->tab == MEETING_PROGRAM)
		program_cell(v, &v->items[row], column, c);
	else if (v->tab == MEETING_PEOPLE)
		people_cell(v, &v->people[row], column, c);
	else if (v->tab >= MEETING_TASKS)
		meeting_work_cell(v, row, column, c);
	else
		notes_cell(v, &v->rows[row], column, c);
}

void
meeting_row_key(const void *self, int row, char *dst, size_t size)
{
	const struct meeting_view *v = self;
	const struct participant *p;

	if (v->tab == MEETING_PEOPLE) {
		p = &v->people[row];
		snprintf(dst, size, "%s %s %s", p->name, meeting_unit(v->base.app, p->slot),
			p->organisation);
	} else if (v->tab == MEETING_PROGRAM)
		snprintf(dst, size, "%s %s", v->items[row].title, v->items[row].speaker);
	else if (v->tab >= MEETING_TASKS)
		meeting_work_key(v, row, dst, size);
	else if (v->rows[row].agreement)
		text_copy(dst, size, v->rows[row].agreement->text);
	else
		text_copy(dst, size, v->rows[row].item ? v->rows[row].item->title : v->notes);
}

/* ---- the lines above ---- */

enum { DAYS_SHOWN = 2 }; /* beside each other in a line of 80 columns */

/* Of many days those from the selected item's day on. */
static int
first_day(const struct meeting_view *v, int days)
{
	int row = list_selected(&v->base.list), day = 1;

	if (row >= 0 && row < v->item_count)
		day = v->items[row].day;
	return day < 1 || days <= DAYS_SHOWN ? 1
	       : day + DAYS_SHOWN - 1 > days ? days - DAYS_SHOWN + 1
					     : day;
}

static int
above_day(const struct meeting_view *v, struct canvas *c, int column, int day, int days)
{
	struct agenda_sum sum = agenda_sum(&v->meeting, v->items, v->item_count, day);
	char end[8];
	int from = column;

	if (days > 1)
		column += canvas_printf(c, 3, column, -1, ROLE_HINT, _("day %d: "), day);
	column += canvas_printf(c, 3, column, -1, ROLE_HINT, _("%d min until %s"), sum.minutes,
		agenda_clock(end, sizeof end, sum.end));
	if (sum.spare < 0)
		column += canvas_printf(
			c, 3, column, -1, ROLE_WARN, _(", %d min too long"), -sum.spare);
	else if (day == days)
		column += canvas_printf(c, 3, column, -1, ROLE_HINT, _(", %d min left"), sum.spare);
	return column - from;
}

static void
above_program(const struct meeting_view *v, struct canvas *c)
{
	int days = meeting_days(v->meeting.starts_at, v->meeting.ends_at), column = 0;

	for (int day = first_day(v, days), shown = 0; day <= days && shown < DAYS_SHOWN;
		day++, shown++) {
		column += canvas_text(c, 3, column, -1, ROLE_HINT, shown ? "; " : "");
		column += above_day(v, c, column, day, days);
	}
	if (v->open_homework)
		canvas_printf(c, 3, column, -1, ROLE_HINT,
			P_("; %d task open from before", "; %d tasks open from before",
				(unsigned long)v->open_homework),
			v->open_homework);
}

static void
above_people(const struct meeting_view *v, struct canvas *c)
{
	int came = 0, accepted = 0, members = 0, present = 0, invited = 0, guests = 0;
	int guests_came = 0, used;

	for (int i = 0; i < v->unit_count; i++) {
		came += v->units[i].came;
		accepted += v->units[i].accepted;
		members += v->units[i].member;
		present += v->units[i].member && v->units[i].came > 0;
		invited += v->units[i].invited;
		guests += v->units[i].guests;
		guests_came += v->units[i].guests_came;
	}
	used = canvas_printf(c, 3, 0, -1, ROLE_HINT,
		_("Invited %d, will come %d, came %d; members present %d of %d"), invited, accepted,
		came, present, members);
	if (guests)
		canvas_printf(
			c, 3, used, -1, ROLE_HINT, _("; guests %d, came %d"), guests, guests_came);
}

static void
above_notes(const struct meeting_view *v, struct canvas *c)
{
	int decided = 0, written = v->notes[0] != '\0', used;

	for (int i = 0; i < v->agreement_count; i++)
		decided += v->agreements[i].kind == AGREEMENT_DECIDED;
	for (int i = 0; i < v->item_count; i++)
		written += v->items[i].notes[0] != '\0';
	used = canvas_printf(c, 3, 0, -1, ROLE_HINT, _("Notes %d, agreements %d, decisions %d"),
		written, v->agreement_count - decided, decided);
	if (!v->meeting.frozen)
		canvas_text(c, 3, used, -1, ROLE_HINT, _(". Enter: notes; F7: a new one"));
}

static void
tabs(const struct meeting_view *v, struct canvas *c)
{
	const char *const words[MEETING_TABS] = { _("Agenda"), _("Attendance"), _("Notes"),
		C_("part of a meeting", "Homework"), _("Documents") };
	int column = 0;

	for (int i = 0; i < MEETING_TABS; i++) {
		column += canvas_printf(c, 2, column, -1,
			(int)v->tab == i ? ROLE_SELECTED : ROLE_TEXT, " %s ", words[i]);
		column++;
	}
	canvas_text(c, 2, column + 1, -1, ROLE_HINT, _("Tab turns; m minutes"));
}

/* Day and hours, where, the state: a long place is cut, because the state counts more. */
static void
draw_when(const struct meeting_view *v, struct canvas *c)
{
	const struct meeting *m = &v->meeting;
	const char *host = meeting_unit(v->base.app, m->host);
	char when[80], where[400], state[400];
	enum role role = m->state == MEETING_CANCELLED ? ROLE_WARN : ROLE_HINT;
	int column, room, wanted;

	snprintf(where, sizeof where, "%s%s%s", host, host[0] && m->place[0] ? ", " : "", m->place);
	snprintf(state, sizeof state, "; %s%s%s", meeting_state_label(m->state),
		m->reason[0] ? ": " : "", m->reason);
	column = canvas_printf(c, 1, 0, -1, role, "%s%s",
		meeting_when(when, sizeof when, m->starts_at, m->ends_at), where[0] ? "; " : "");
	wanted = text_width(where);
	room = c->columns - column - text_width(state);
	room = room < LEAST_PLACE ? LEAST_PLACE : room;
	if (wanted)
		column += canvas_text(c, 1, column, wanted < room ? wanted : room, role, where);
	canvas_text(c, 1, column, -1, role, state);
}

void
meeting_above(void *self, struct canvas *c)
{
	const struct meeting_view *v = self;
	const struct meeting *m = &v->meeting;
	char named[240];

	meeting_named(named, sizeof named, m->group_code, m->number,
		m->title[0] ? m->title : m->stage_name);
	canvas_text(c, 0, 0, -1, ROLE_TITLE, named);
	draw_when(v, c);
	tabs(v, c);
	if (v->tab == MEETING_PROGRAM)
		above_program(v, c);
	else if (v->tab == MEETING_PEOPLE)
		above_people(v, c);
	else if (v->tab >= MEETING_TASKS)
		meeting_work_above(v, c);
	else
		above_notes(v, c);
}
