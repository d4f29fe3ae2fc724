/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Homework between meetings (menu 2 3): of all groups, of one, of one meeting, of one unit. */
#include "config.h"

#include "screens/minutes/room.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/homework.h"
#include "model/units/unit_told.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/lookup.h"

#include <stdio.h>
#include <string.h>

enum show { SHOW_OPEN, SHOW_OVERDUE, SHOW_ALL, SHOW_EARLIER /* only of a meeting */, SHOWS };

struct homework_view {
	struct room room;
	struct homework *rows;
	int counts[HOMEWORK_STATES]; /* of the rows */
	enum show show;
	int slot; /* only this unit's */
};

enum { ANSWER_UNIT = ROOM_OWN };

static const struct room_kind room_kind = { .form = &homework_form,
	.retire = homework_retire,
	.bring_back = homework_bring_back,
	.delete_title = N_("Delete this homework?"),
	.retired_empty = N_("No homework was deleted: x shows the others."),
	.empty = N_("No homework here: F7 gives some, Tab shows others.") };

static void
count_rows(struct homework_view *v)
{
	memset(v->counts, 0, sizeof v->counts);
	for (int i = 0; i < v->room.base.count; i++)
		v->counts[v->rows[i].state]++;
}

static int
load(void *self, struct error *err)
{
	static const enum homework_show shown[SHOWS] = { HOMEWORK_SHOW_OPEN, HOMEWORK_SHOW_OVERDUE,
		HOMEWORK_SHOW_ALL, HOMEWORK_SHOW_ALL };
	struct homework_view *v = self;
	struct room *r = &v->room;
	struct homework_filter filter = { .slot = v->slot };

	if (room_load(self, err))
		return -1;
	filter.group = room_group(r);
	filter.show = r->base.retired ? HOMEWORK_SHOW_RETIRED : shown[v->show];
	if (v->show == SHOW_EARLIER)
		filter.before = r->of.meeting;
	else
		filter.meeting = r->of.meeting;
	if (homework_list(
		    r->base.app->db, &filter, &r->base.arena, &v->rows, &r->base.count, err))
		return -1;
	homework_sort(v->rows, r->base.count, r->units);
	count_rows(v);
	return 0;
}

int
homework_role(const struct homework *h, bool state)
{
	if (h->state == HOMEWORK_DONE || h->state == HOMEWORK_NOT_DONE)
		return ROLE_HINT;
	return state && h->state == HOMEWORK_OVERDUE ? ROLE_BAD : ROLE_TEXT;
}

static const struct list_column columns[] = {
	{ N_("What is to be done"), 0, false },
	{ N_("Unit"), 15, false },
	{ N_("Meeting"), 15, false },
	{ N_("Due"), 10, false },
	{ N_("State"), 11, false },
};
static const struct list_column wide_columns[] = {
	{ N_("What is to be done"), 0, false },
	{ N_("Unit"), 26, false },
	{ N_("Meeting"), 22, false },
	{ N_("Due"), 10, false },
	{ N_("State"), 11, false },
};

/* At the width of 80 the names of two neighbours begin alike: these go in front. */
static void
put_unit(const struct homework_view *v, int slot, struct list_cell *c)
{
	const struct unit *u = unit_by_slot(v->room.units, slot);

	if (u && v->room.base.list.columns != wide_columns)
		unit_told_short(u, c->text, sizeof c->text);
	else
		text_copy(c->text, sizeof c->text, room_unit(&v->room, slot, _("moderator")));
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct homework_view *v = self;
	const struct homework *h = &v->rows[row];

	c->role = homework_role(h, column == 4);
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, h->text);
		break;
	case 1:
		put_unit(v, h->slot, c);
		break;
	case 2:
		room_where(c->text, sizeof c->text, h->group_code, h->meeting_number);
		break;
	case 3:
		format_date(c->text, sizeof c->text, h->due_on);
		break;
	default:
		text_copy(c->text, sizeof c->text, homework_state_label(h->state));
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	room_id(dst, size, ((const struct homework_view *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct homework_view *v = self;
	const struct homework *h = &v->rows[row];

	snprintf(dst, size, "%s %s %s", h->text, room_unit(&v->room, h->slot, _("moderator")),
		h->group_code);
}

void
homework_note(const struct homework *h, char *dst, size_t size)
{
	if (h->answer.text[0])
		snprintf(dst, size, _("no. %lld: %s"), (long long)h->id, h->answer.text);
	else if (h->review[0])
		snprintf(dst, size, _("no. %lld, meeting %d: %s"), (long long)h->id,
			h->reviewed_number, h->review);
	else
		snprintf(dst, size, _("no. %lld"), (long long)h->id);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	if (row >= 0)
		homework_note(&((const struct homework_view *)self)->rows[row], dst, size);
}
enum { WIDE = 110 }; /* from here on names of units are whole */

static void
above(void *self, struct canvas *c)
{
	static const char *const shown[SHOWS] = { N_("open homework"), N_("overdue homework"),
		N_("all homework"), N_("from earlier meetings, to review") };
	struct homework_view *v = self;
	char hint[160];

	v->room.base.list.columns = c->columns < WIDE ? columns : wide_columns;
	if (v->show == SHOW_OPEN || v->show == SHOW_OVERDUE)
		snprintf(hint, sizeof hint, _("Open %d, overdue %d.  Enter answer  Tab others"),
			v->counts[HOMEWORK_OPEN], v->counts[HOMEWORK_OVERDUE]);
	else
		snprintf(hint, sizeof hint,
			_("Open %d, overdue %d, done %d, not done %d.  Enter answer  Tab others"),
			v->counts[HOMEWORK_OPEN], v->counts[HOMEWORK_OVERDUE],
			v->counts[HOMEWORK_DONE], v->counts[HOMEWORK_NOT_DONE]);
	room_above(&v->room, c, _(shown[v->show]), hint);
	if (v->slot)
		canvas_right(
			c, 0, 40, c->columns - 40, ROLE_LABEL, room_unit(&v->room, v->slot, ""));
}

/* Of the same group or meeting. */
static int
open_list(struct screens *s, const struct homework_view *v, const struct screen *screen)
{
	const struct of_meeting of = { room_group(&v->room), v->room.of.meeting };

	screens_push(s, screen, &of);
	return SCREEN_HANDLED;
}

static int
open_minutes(struct screens *s, const struct homework *h)
{
	const struct of_meeting of = { h->group, h->meeting };

	if (h->meeting)
		screens_push(s, &minutes_screen, &of);
	else
		screens_say(s, "%s", _("It was not given at a meeting."));
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct homework_view *v = self;

	switch (action) {
	case ACTION_NEW:
		if (v->slot == NO_SLOT)
			break;
		card_form_open_for(s, &homework_form, room_parent(&v->room), v->slot, ROOM_SAVED);
		return SCREEN_HANDLED;
	case ACTION_HOMEWORK_SHOW:
		v->show = (v->show + 1) % (v->room.of.meeting ? SHOWS : SHOW_EARLIER);
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_ONE_UNIT:
		if (v->slot == NO_SLOT) {
			lookup_unit(s, _("Only this unit"), NULL, ANSWER_UNIT);
			return SCREEN_HANDLED;
		}
		v->slot = NO_SLOT;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ANSWER_UNIT:
		v->slot = event->number;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_DOCUMENTS:
		return open_list(s, v, &document_list_screen);
	case ACTION_ROOM_OPINIONS:
		return open_list(s, v, &opinion_list_screen);
	case ACTION_ROOM_ADVICE:
		return open_list(s, v, &advice_list_screen);
	default:
		break;
	}
	return room_act(s, &v->room, action, event);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct homework_view *v = self;
	const struct homework *h = &v->rows[row];

	if (action == ACTION_OPEN && !v->room.base.retired) {
		card_form_open(s, &homework_answer_form, h->id, 0, ROOM_SAVED);
		return SCREEN_HANDLED;
	}
	if (action == ACTION_MINUTES)
		return open_minutes(s, h);
	return room_act_row(s, &v->room, h->id, h->rev, h->text, action);
}

static const int row_ids[] = { ACTION_MINUTES, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No homework here: F7 gives some, Tab shows others."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.file = N_("homework"),
	.file_title = N_("Homework between meetings"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct homework_view *v = self;

	(void)err;
	room_start(s, self, &kind, &room_kind, argument);
	v->show = v->room.of.meeting ? SHOW_ALL : SHOW_OPEN;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_HOMEWORK_SHOW, ACTION_ONE_UNIT, ACTION_EXCHANGE_GROUP,
	ACTION_DOCUMENTS, ACTION_ROOM_OPINIONS, ACTION_ROOM_ADVICE, ACTION_MINUTES, ACTION_RETIRED,
	ACTION_BRING_BACK, 0 };

const struct screen homework_list_screen = { .name = "homework_list",
	.title = N_("Homework between meetings"),
	.size = sizeof(struct homework_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
