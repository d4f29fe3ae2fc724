/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meetings of all groups or of one: those to come, those that were, all of them. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/groups/group_screens.h"
#include "screens/meetings/meeting_screens.h"
#include "screens/plans/group_view.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum which { COMING, PAST, ALL, DELETED };

struct meetings {
	struct list_screen base;
	struct group_view view;
	enum which which;
	struct meeting_row *rows;
	struct meeting asked; /* what a question is about, as it was then */
};

enum {
	ANSWER_SAVED = ACTION_ANSWER_1,
	ANSWER_GROUP,
	ANSWER_STATE,
	ANSWER_REASON,
	ANSWER_PAPER,
	ANSWER_DELETE,
	ANSWER_NEW,
	ANSWER_NUMBERS
};

static const char *
which_text(enum which which)
{
	switch (which) {
	case COMING:
		return _("coming meetings");
	case PAST:
		return _("past meetings");
	case ALL:
		return _("all meetings");
	default:
		return _("deleted meetings");
	}
}

static void
fill_filter(const struct meetings *v, struct meeting_filter *f, char today[16])
{
	date_iso(today, 16, clock_today());
	*f = (struct meeting_filter){ .group = v->view.group.id, .retired = v->base.retired };
	if (v->which == COMING)
		f->from = today;
	if (v->which == PAST) {
		f->before = today;
		f->newest_first = true;
	}
}

static int
load(void *self, struct error *err)
{
	struct meetings *v = self;
	struct app *app = v->base.app;
	struct meeting_filter filter;
	char today[16];

	if (!app_units(app, err) || group_view_load(&v->view, app, &v->base.arena, err))
		return -1;
	fill_filter(v, &filter, today);
	return meeting_list(app->db, &filter, &v->base.arena, &v->rows, &v->base.count, err);
}

static enum role
row_role(const struct meeting_row *r)
{
	return r->state == MEETING_CANCELLED ? ROLE_MISSING
	       : r->state == MEETING_HELD    ? ROLE_HINT
					     : ROLE_TEXT;
}

/* "5/6+2": who will come or came, of those invited, and guests. */
static void
people(const struct meeting_row *r, struct list_cell *c)
{
	bool held = r->state == MEETING_HELD;
	int used = snprintf(
		c->text, sizeof c->text, "%d/%d", held ? r->attended : r->accepted, r->invited);
	int guests = held ? r->guests_came : r->guests;

	if (guests)
		snprintf(c->text + used, sizeof c->text - (size_t)used, "+%d", guests);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct meetings *v = self;
	const struct meeting_row *r = &v->rows[row];

	c->role = row_role(r);
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s %d. %s", r->group_code, r->number,
			r->title[0] ? r->title : r->stage_name);
		break;
	case 1:
		meeting_when(c->text, sizeof c->text, r->starts_at, r->ends_at);
		break;
	case 2:
		text_copy(c->text, sizeof c->text,
			r->host ? meeting_unit(v->base.app, r->host) : r->place);
		break;
	case 3:
		text_copy(c->text, sizeof c->text, meeting_state_label(r->state));
		break;
	default:
		people(r, c);
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct meetings *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct meetings *v = self;
	const struct meeting_row *r = &v->rows[row];

	snprintf(dst, size, "%s %s %s %s %s %s", r->group_code, r->group_name, r->title,
		r->stage_name, meeting_unit(v->base.app, r->host), r->place);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct meeting_row *r = row < 0 ? NULL : &((const struct meetings *)self)->rows[row];

	if (r && r->state == MEETING_CANCELLED)
		snprintf(dst, size, _("cancelled: %s"), r->reason);
	else if (r)
		text_copy(dst, size, r->place);
}

static void
above(void *self, struct canvas *c)
{
	const struct meetings *v = self;
	const char *others[] = { _("w: past ones"), _("w: all"), _("w: coming ones"),
		_("x: those in use") };
	char text[200], what[160];

	snprintf(what, sizeof what, "%s (%s)", which_text(v->which), others[v->which]);
	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s: %s",
		group_view_text(&v->view, text, sizeof text), what);
}

/* ---- what is done ---- */

static void
plan_new(struct screens *s, struct meetings *v)
{
	struct arena arena = { 0 };
	const char **words = arena_array(&arena, (size_t)v->view.count + 1, sizeof *words);
	bool ask = v->view.group.id == 0 && v->view.count > 0;

	for (int i = 0; ask && i < v->view.count; i++)
		words[i] =
			arena_format(&arena, "%s: %s", v->view.list[i].code, v->view.list[i].name);
	if (v->view.group.id)
		card_form_open(s, &meeting_form, 0, v->view.group.id, ANSWER_SAVED);
	else if (ask)
		dialog_choose(s, _("Meeting of which group?"), words, v->view.count, 0, ANSWER_NEW);
	else
		screens_say(s, "%s", _("There is no group yet: menu 2 1 founds one."));
	arena_release(&arena);
}

static void
calendar_file(struct screens *s, const struct meetings *v)
{
	struct meeting_filter filter;
	char today[16], name[96], what[96];

	fill_filter(v, &filter, today);
	snprintf(name, sizeof name, "%s%s%s", _("meetings"), v->view.group.id ? "-" : "",
		v->view.group.id ? v->view.group.code : "");
	snprintf(what, sizeof what, v->which == COMING ? _("%s (w: past ones too)") : "%s",
		which_text(v->which));
	meeting_calendar_file(s, &filter, name, what);
}

static void
bring_back(struct screens *s, struct meetings *v, bool back)
{
	struct error err = { 0 };

	app_done(s,
		group_may(app_of(s), &err) || meeting_retire(app_of(s)->db, &v->asked, back, &err),
		&err,
		back ? _("The meeting is back.")
		     : _("The meeting is deleted; x and p bring it back."));
}

static void
show(struct screens *s, struct meetings *v, enum which which)
{
	v->which = which;
	v->base.retired = which == DELETED;
	v->base.list.empty = which == COMING
				     ? N_("No meeting is planned: F7 plans one; w shows past ones.")
				     : N_("No meeting: w shows others, F7 plans one.");
	screens_stale(s);
}

/* A meeting of another time than the list shows would be saved and not be there. */
static void
show_saved(struct screens *s, struct meetings *v, int64_t id)
{
	struct error ignored = { 0 };
	struct meeting m;
	char today[16];
	bool past;

	if (meeting_load(app_of(s)->db, id, &m, &ignored))
		return;
	past = strncmp(m.starts_at, date_iso(today, sizeof today, clock_today()), 10) < 0;
	if (v->which == DELETED || (v->which == COMING && past) || (v->which == PAST && !past))
		show(s, v, past ? PAST : COMING);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct meetings *v = self;

	switch (action) {
	case ACTION_NEW:
		plan_new(s, v);
		return SCREEN_HANDLED;
	case ANSWER_NEW:
		if (event->number < v->view.count)
			card_form_open(
				s, &meeting_form, 0, v->view.list[event->number].id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		show_saved(s, v, event->number);
		meeting_say_odd(s, event->number);
		return SCREEN_HANDLED;
	case ACTION_MEETING_WHEN:
		show(s, v, v->which >= ALL ? COMING : v->which + 1);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		show(s, v, v->which == DELETED ? COMING : DELETED);
		return SCREEN_HANDLED;
	case ANSWER_STATE:
		meeting_take_state(s, &v->asked, event->number, ANSWER_REASON);
		return SCREEN_HANDLED;
	case ANSWER_REASON:
		meeting_take_reason(s, &v->asked, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_PAPER:
		meeting_print(s, v->asked.id, 0, (enum meeting_paper)event->number);
		return SCREEN_HANDLED;
	case ANSWER_DELETE:
		bring_back(s, v, false);
		return SCREEN_HANDLED;
	case ANSWER_NUMBERS:
		meeting_take_numbers(s, &v->asked);
		return SCREEN_HANDLED;
	case ACTION_CALENDAR_FILE:
		calendar_file(s, v);
		return SCREEN_HANDLED;
	default:
		return group_view_act(s, &v->view, action, ANSWER_GROUP, event);
	}
}

static void
ask_delete(struct screens *s, const struct meetings *v)
{
	char text[300], named[240];

	if (v->which == DELETED) {
		screens_say(s, "%s", _("It is deleted already; p brings it back."));
		return;
	}
	snprintf(text, sizeof text,
		_("Delete %s? Whoever has it in a calendar is told only of a cancelled one (s)."),
		meeting_named(
			named, sizeof named, v->asked.group_code, v->asked.number, v->asked.title));
	dialog_ask(s, _("Delete"), text, ANSWER_DELETE, 0);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct meetings *v = self;
	const struct meeting_row *r = &v->rows[row];
	struct error err = { 0 };

	if (action == ACTION_OPEN) {
		screens_push(s, &meeting_screen, &r->id);
		return SCREEN_HANDLED;
	}
	if (action == ACTION_EDIT) {
		card_form_open(s, &meeting_form, r->id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	}
	if (action != ACTION_DELETE && action != ACTION_BRING_BACK &&
		action != ACTION_MEETING_STATE && action != ACTION_PRINT &&
		action != ACTION_MEETING_NUMBERS)
		return SCREEN_PASS;
	if (meeting_load(app_of(s)->db, r->id, &v->asked, &err)) {
		screens_error(s, &err);
		return SCREEN_HANDLED;
	}
	if (action == ACTION_DELETE)
		ask_delete(s, v);
	else if (action == ACTION_MEETING_STATE)
		meeting_ask_state(s, &v->asked, ANSWER_STATE);
	else if (action == ACTION_MEETING_NUMBERS)
		meeting_ask_numbers(s, &v->asked, ANSWER_NUMBERS);
	else if (action == ACTION_PRINT)
		meeting_ask_paper(s, ANSWER_PAPER);
	else if (v->which == DELETED)
		bring_back(s, v, true);
	else
		screens_say(s, "%s", _("x shows deleted meetings; p brings one back there."));
	return SCREEN_HANDLED;
}

static const struct list_column columns[] = {
	{ N_("Meeting"), 0, false },
	{ N_("Day and hour"), 22, false },
	{ N_("Where"), 15, false },
	{ N_("State"), 10, false },
	{ N_("People"), 7, true },
};

static const int row_ids[] = { ACTION_MEETING_STATE, ACTION_MEETING_NUMBERS, ACTION_PRINT, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No meeting is planned: F7 plans one; w shows past ones."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.file = N_("meetings"),
	.file_title = N_("Meetings of groups"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct of_meeting *of = argument;
	struct meetings *v = self;

	v->view.may_be_all = true;
	if (of && of->group && exchange_group_load(app_of(s)->db, of->group, &v->view.group, err))
		return -1;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_EXCHANGE_GROUP, ACTION_MEETING_WHEN, ACTION_MEETING_STATE,
	ACTION_MEETING_NUMBERS, ACTION_PRINT, ACTION_CALENDAR_FILE, ACTION_RETIRED,
	ACTION_BRING_BACK, 0 };

const struct screen meeting_list_screen = { .name = "meeting_list",
	.title = N_("Meetings"),
	.size = sizeof(struct meetings),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
