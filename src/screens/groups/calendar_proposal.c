/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar of a group's whole cycle: proposed, changed by key, taken over as meetings. What is
 * changed by key is kept as a draft of the person, stage by stage, until it is taken over. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/draft.h"
#include "model/groups/group_calendar.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/groups/group_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct plan {
	struct list_screen base;
	int64_t id;
	struct exchange_group group;
	struct arena kept;             /* the proposal outlives loading */
	struct proposed_meeting *rows; /* NULL = to be proposed */
	int count;
	bool *left_out, *by_hand; /* by_hand: a person chose the host */
	struct free_days free;
	const char **voivodeships;
	struct host_turn *turns;
	int turn_count;
	const struct unit_table *units;
	int asked;                   /* row */
	int *offered, offered_count; /* slots that can be its host */
	bool again;                  /* propose anew */
	bool looked;                 /* for what another window left: once */
	bool kept_before;            /* days come from a draft: said once */
};

#define DRAFT "group-calendar"

static const struct list_column columns[2][4] = {
	/* the other where one lasts several days */
	{ { N_("Stage"), 0, false }, { N_("Day"), 10, false }, { N_("Host"), 20, false },
		{ N_("Remark"), 27, false } },
	{ { N_("Stage"), 0, false }, { N_("Days"), 16, false }, { N_("Host"), 16, false },
		{ N_("Remark"), 24, false } },
};

enum { ANSWER_DAY = ACTION_ANSWER_1, ANSWER_HOST, ANSWER_TAKE };

/* ---- the draft: "day;host;1 = left out" under the stage; a host is a code, "" = nobody, or in its
 * turn, where a person changed something else ---- */

#define IN_TURN "*"

static void
keep_row(const struct plan *v, int row)
{
	const struct proposed_meeting *m = &v->rows[row];
	const struct app *app = v->base.app;
	const struct unit *host = unit_by_slot(v->units, m->host);
	struct error ignored = { 0 };
	char stage[16], text[64];

	snprintf(stage, sizeof stage, "%d", m->stage);
	snprintf(text, sizeof text, "%s;%s;%d", m->starts_on,
		!v->by_hand[row] ? IN_TURN
		: host           ? host->code
				 : "",
		v->left_out[row]);
	(void)draft_keep(
		app->db, app->person.id, DRAFT, v->group.uid, v->group.rev, stage, text, &ignored);
}

static void
drop_draft(const struct plan *v)
{
	const struct app *app = v->base.app;
	struct error ignored = { 0 };

	(void)draft_drop_window(app->db, app->person.id, DRAFT, v->group.uid, NULL, &ignored);
}

/* Why nobody should meet then, the group's own days first, and that its stage is another time. */
static void
judge_day(struct plan *v, struct proposed_meeting *m)
{
	const char *reason = group_calendar_outside(&v->group, m);
	const char *beside = group_calendar_beside(m);

	if (!reason)
		reason = group_calendar_against(&v->free, v->voivodeships, m, &v->kept);
	m->remark = reason && beside ? arena_format(&v->kept, "%s; %s", beside, reason)
		    : reason         ? reason
		    : beside         ? beside
				     : "";
}

static void
turn_hosts(struct plan *v)
{
	group_calendar_hosts(v->rows, v->count, v->by_hand, v->turns, v->turn_count, &v->kept);
}

static const char *
presentation_of(const struct plan *v, int slot)
{
	for (int i = 0; i < v->turn_count; i++)
		if (v->turns[i].member.slot == slot)
			return v->turns[i].member.presentation;
	return "";
}

static void
take_row(struct plan *v, int row, const char *text)
{
	struct proposed_meeting *m = &v->rows[row];
	char day[16] = "", code[UNIT_CODE_SIZE] = "";
	const char *host = strchr(text, ';'), *left_out = host ? strchr(host + 1, ';') : NULL;
	const struct unit *unit;
	struct date d;

	if (!left_out)
		return;
	snprintf(day, sizeof day, "%.*s", (int)(host - text), text);
	snprintf(code, sizeof code, "%.*s", (int)(left_out - host - 1), host + 1);
	if (day[0] && date_parse(day, clock_today(), &d) == 0) {
		date_iso(m->starts_on, sizeof m->starts_on, d);
		judge_day(v, m);
	}
	v->left_out[row] = atoi(left_out + 1) != 0;
	v->kept_before = true;
	v->by_hand[row] = strcmp(code, IN_TURN) != 0;
	if (!v->by_hand[row])
		return;
	unit = code[0] ? unit_by_code(v->units, code) : NULL;
	m->host = unit ? unit->slot : NO_SLOT;
	m->presentation = arena_string(&v->kept, presentation_of(v, m->host));
}

static int
take_draft(struct plan *v, struct error *err)
{
	const struct app *app = v->base.app;
	struct arena arena = { 0 };
	struct draft draft;
	int failed = (v->looked ? draft_load_own : draft_take_left)(
		app->db, app->person.id, DRAFT, v->group.uid, &arena, &draft, err);

	v->looked = true;
	for (int i = 0; !failed && i < draft.count; i++)
		for (int row = 0; row < v->count; row++)
			if (v->rows[row].stage == atoi(draft.fields[i].field) &&
				!v->rows[row].there)
				take_row(v, row, draft.fields[i].text);
	if (!failed && v->kept_before)
		turn_hosts(v);
	arena_release(&arena);
	return failed;
}

static int
propose(struct plan *v, struct error *err)
{
	struct db *db = v->base.app->db;

	arena_release(&v->kept);
	v->rows = NULL;
	if (exchange_group_load(db, v->id, &v->group, err) ||
		free_days_load(db, &v->kept, &v->free, err) ||
		group_calendar_voivodeships(db, &v->group, &v->kept, &v->voivodeships, err) ||
		host_turn_list(db, v->id, true, &v->kept, &v->turns, &v->turn_count, err) ||
		group_calendar_propose(db, &v->group, &v->kept, &v->rows, &v->count, err))
		return -1;
	v->left_out = arena_array(&v->kept, (size_t)v->count + 1, sizeof *v->left_out);
	v->by_hand = arena_array(&v->kept, (size_t)v->count + 1, sizeof *v->by_hand);
	return take_draft(v, err);
}

/* What a person changed stays until it is taken over or thrown away. */
static int
load(void *self, struct error *err)
{
	struct plan *v = self;

	v->units = app_units(v->base.app, err);
	if (!v->units || ((!v->rows || v->again) && propose(v, err)))
		return -1;
	v->again = false;
	v->base.count = v->count;
	v->base.list.columns = columns[0];
	for (int i = 0; i < v->count; i++)
		if (v->rows[i].days > 1)
			v->base.list.columns = columns[1];
	return 0;
}

static bool
is_taken(const struct plan *v, int row)
{
	return v->rows[row].starts_on[0] && !v->rows[row].there && !v->left_out[row];
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct plan *v = self;
	const struct proposed_meeting *m = &v->rows[row];
	const struct unit *u;
	char last[12];

	c->role = m->there || v->left_out[row] ? ROLE_HINT : ROLE_TEXT;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%d. %s", m->stage, m->stage_name);
		break;
	case 1:
		format_days(
			c->text, sizeof c->text, m->starts_on, group_calendar_last_day(last, m));
		break;
	case 2:
		u = unit_by_slot(v->units, m->host);
		text_copy(c->text, sizeof c->text, u ? u->told : "–");
		break;
	default:
		text_copy(c->text, sizeof c->text,
			m->there           ? _("there already")
			: v->left_out[row] ? _("left out")
					   : m->remark);
		if (!m->there && !v->left_out[row] && m->remark[0])
			c->role = ROLE_WARN;
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct plan *)self)->rows[row].stage);
}

static void
above(void *self, struct canvas *c)
{
	const struct plan *v = self;

	canvas_text(c, 0, 0, -1, v->kept_before ? ROLE_WARN : ROLE_TEXT,
		v->kept_before ? _("With what you changed before and did not take over yet.")
			       : v->group.name);
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("Enter day  h host  Space leave out  Ctrl-R propose anew  F2 make the meetings"));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct proposed_meeting *m = row < 0 ? NULL : &((const struct plan *)self)->rows[row];

	if (m) /* the column cuts a long remark */
		snprintf(dst, size, "%s%s%s", m->remark,
			m->remark[0] && m->presentation[0] ? "; " : "", m->presentation);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	(void)right;
	(void)right_size;
	snprintf(left, left_size, _("Calendar of %s"), ((const struct plan *)self)->group.code);
}

/* ---- changing ---- */

static void
set_day(struct screens *s, struct plan *v, const char *typed)
{
	struct proposed_meeting *m = &v->rows[v->asked];
	struct date d;

	if (date_parse(typed, clock_today(), &d)) {
		screens_refuse(
			s, _("“%s” is no day; write it as 12.3, 12.03.2027, +7 or pt."), typed);
		return;
	}
	date_iso(m->starts_on, sizeof m->starts_on, d);
	judge_day(v, m);
	v->left_out[v->asked] = false;
	turn_hosts(v);
	keep_row(v, v->asked);
	screens_stale(s);
}

static void
set_host(struct screens *s, struct plan *v, int which)
{
	struct proposed_meeting *m = &v->rows[v->asked];

	m->host = which < v->offered_count ? v->offered[which] : NO_SLOT;
	m->presentation = arena_string(&v->kept, presentation_of(v, m->host));
	v->by_hand[v->asked] = true;
	keep_row(v, v->asked);
	turn_hosts(v);
	screens_stale(s);
}

static void
ask_host(struct screens *s, struct plan *v)
{
	const char **choices = arena_array(&v->kept, (size_t)v->turn_count + 1, sizeof *choices);
	const struct proposed_meeting *m = &v->rows[v->asked];
	int now = -1;

	v->offered = arena_array(&v->kept, (size_t)v->turn_count + 1, sizeof *v->offered);
	v->offered_count = 0;
	for (int i = 0; i < v->turn_count; i++) {
		int slot = v->turns[i].member.slot;
		const struct unit *u = unit_by_slot(v->units, slot);

		if (m->starts_on[0] && !host_turn_on(&v->turns[i], m->starts_on))
			continue;
		if (slot == m->host)
			now = v->offered_count;
		choices[v->offered_count] = u ? u->told : "–";
		v->offered[v->offered_count++] = slot;
	}
	choices[v->offered_count] = _("not at a member's");
	dialog_choose(s, _("Host"), choices, v->offered_count + 1, now < 0 ? v->offered_count : now,
		ANSWER_HOST);
}

/* ---- taking over ---- */

static void
take(struct screens *s, struct plan *v)
{
	struct proposed_meeting *taken = arena_array(&v->kept, (size_t)v->count + 1, sizeof *taken);
	struct error err = { 0 };
	int made = 0;

	for (int i = 0; i < v->count; i++)
		if (is_taken(v, i))
			taken[made++] = v->rows[i];
	if (group_may(v->base.app, &err) ||
		group_calendar_take(v->base.app->db, v->id, taken, made, &err)) {
		if (err.code == ERROR_CONFLICT) { /* what was keyed lies in the draft */
			v->again = true;
			screens_stale(s);
		}
		app_error(s, _("No meeting was made"), &err);
		return;
	}
	for (int i = 0; i < v->count; i++)
		if (is_taken(v, i)) {
			v->rows[i].there = true;
			v->rows[i].remark = "";
		}
	drop_draft(v);
	v->kept_before = false;
	app_changed(s);
	screens_say(s,
		P_("%d meeting is in the calendar.", "%d meetings are in the calendar.",
			(unsigned long)made),
		made);
}

static void
ask_take(struct screens *s, struct plan *v)
{
	char text[256];
	int count = 0, outside = 0;

	for (int i = 0; i < v->count; i++) {
		count += is_taken(v, i);
		outside += is_taken(v, i) && group_calendar_outside(&v->group, &v->rows[i]);
	}
	if (count == 0) {
		screens_say(s, "%s", _("There is nothing to make: no stage has a new day."));
		return;
	}
	if (outside) {
		snprintf(text, sizeof text,
			P_("%d day lies outside the group's time. Change it (Enter), leave it out "
			   "(Space) or change when the group ends.",
				"%d days lie outside the group's time. Change them (Enter), leave "
				"them out (Space) or change when the group ends.",
				(unsigned long)outside),
			outside);
		dialog_message(s, _("No meeting was made"), text);
		return;
	}
	snprintf(text, sizeof text,
		P_("Make %d meeting with these days and hosts, from 10:00 to 15:00?",
			"Make %d meetings with these days and hosts, from 10:00 to 15:00?",
			(unsigned long)count),
		count);
	dialog_offer(s, _("Calendar of the group"), text, ANSWER_TAKE, 0);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct plan *v = self;

	switch (action) {
	case ACTION_SAVE:
		ask_take(s, v);
		return SCREEN_HANDLED;
	case ACTION_REFRESH:
		drop_draft(v);
		v->kept_before = false;
		v->again = true;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ANSWER_DAY:
		set_day(s, v, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_HOST:
		set_host(s, v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_TAKE:
		take(s, v);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct plan *v = self;
	char day[32] = "";

	if (action != ACTION_OPEN && action != ACTION_EDIT && action != ACTION_HOST &&
		action != ACTION_LEAVE_OUT)
		return SCREEN_PASS;
	if (v->rows[row].there) {
		screens_say(s, "%s", _("This stage has its meeting; change it there (menu 2 2)."));
		return SCREEN_HANDLED;
	}
	v->asked = row;
	if (action == ACTION_LEAVE_OUT) {
		v->left_out[row] = !v->left_out[row];
		keep_row(v, row);
		screens_stale(s);
	} else if (action == ACTION_HOST) {
		ask_host(s, v);
	} else {
		if (v->rows[row].starts_on[0])
			format_date(day, sizeof day, v->rows[row].starts_on);
		dialog_input(s, v->rows[row].stage_name, _("Day"), day, ANSWER_DAY);
	}
	return SCREEN_HANDLED;
}

static void
release(void *self)
{
	arena_release(&((struct plan *)self)->kept);
}

static const struct list_screen_kind kind = {
	.columns = columns[0],
	.column_count = sizeof columns[0] / sizeof *columns[0],
	.empty = N_("The group has no stages: its card adds them (Tab, F7)."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	((struct plan *)self)->id = *(const int64_t *)argument;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_SAVE, ACTION_OPEN, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_HOST, ACTION_LEAVE_OUT, ACTION_REFRESH, 0 };

const struct screen group_calendar_screen = {
	.name = "group_calendar",
	.title = N_("Calendar of the cycle"),
	.size = sizeof(struct plan),
	.actions = ids,
	.start = start,
	.head = head,
	LIST_SCREEN,
};
