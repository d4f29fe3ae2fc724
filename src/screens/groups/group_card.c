/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One exchange group: members, people, stages and hosts, one part at a time. */
#include "config.h"

#include "screens/groups/group_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/groups/group_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_LINE = ACTION_ANSWER_1, ANSWER_REMOVE, ANSWER_MOVE };

static const char *const tab_names[GROUP_TABS] = {
	[TAB_MEMBERS] = N_("Members"),
	[TAB_PEOPLE] = N_("People"),
	[TAB_STAGES] = N_("Stages"),
	[TAB_HOSTS] = N_("Hosts"),
};

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct group_card *v = self;

	snprintf(dst, size, "%d:%lld", (int)v->tab, (long long)group_row_id(v, row));
}

static int
load(void *self, struct error *err)
{
	struct group_card *v = self;
	struct db *db = v->base.app->db;
	struct arena *arena = &v->base.arena;
	int planned;

	v->units = app_units(v->base.app, err);
	v->base.count = 0;
	if (!v->units || exchange_group_load(db, v->id, &v->group, err) ||
		exchange_member_list(
			db, v->id, NULL, arena, &v->members, &v->counts[TAB_MEMBERS], err) ||
		exchange_person_list(
			db, v->id, NULL, arena, &v->people, &v->counts[TAB_PEOPLE], err) ||
		group_stage_list(db, v->id, arena, &v->stages, &v->counts[TAB_STAGES], err) ||
		host_turn_list(db, v->id, false, arena, &v->turns, &v->counts[TAB_HOSTS], err) ||
		group_calendar_propose(db, &v->group, arena, &v->meetings, &planned, err) ||
		exchange_group_warnings(
			db, &v->group, v->units, arena, &v->warnings, &v->warning_count, err))
		return -1;
	v->tab = v->next;
	v->base.count = v->counts[v->tab];
	v->base.list.columns = group_columns[v->tab];
	v->base.list.column_count = group_column_counts[v->tab];
	v->base.list.empty = group_empty[v->tab];
	return 0;
}

/* Members are those of today, as in the list of groups; others that the tab lists, who left or
 * will join, are told from them. */
static void
tab_text(const struct group_card *v, int tab, char *dst, size_t size)
{
	if (tab == TAB_MEMBERS && v->group.members != v->counts[tab])
		snprintf(dst, size, _("%s: today %d of %d"), _(tab_names[tab]), v->group.members,
			v->counts[tab]);
	else
		snprintf(dst, size, "%s %d", _(tab_names[tab]), v->counts[tab]);
}

static void
draw_tabs(const struct group_card *v, struct canvas *c, int line)
{
	int column = 0;

	for (int i = 0; i < GROUP_TABS; i++) {
		char named[64], text[72];

		tab_text(v, i, named, sizeof named);
		snprintf(text, sizeof text, i == (int)v->tab ? "[%s]" : " %s ", named);
		canvas_text(c, line, column, -1, i == (int)v->tab ? ROLE_TITLE : ROLE_HINT, text);
		column += text_width(text) + 1;
	}
}

static void
above(void *self, struct canvas *c)
{
	const struct group_card *v = self;
	char from[32], to[32], when[96];

	format_date(from, sizeof from, v->group.starts_on);
	canvas_printf(c, 0, 0, -1, ROLE_TEXT, "%s", v->group.name);
	if (v->group.ends_on[0])
		snprintf(when, sizeof when, "%s – %s", from,
			format_date(to, sizeof to, v->group.ends_on));
	else
		snprintf(when, sizeof when, _("from %s"), from);
	canvas_printf(c, 1, 0, -1, ROLE_HINT, "%s, %s%s%s%s%s", group_short_kind(v->group.kind),
		when, v->group.service[0] ? "  " : "", v->group.service,
		v->group.moderator_name[0] ? "  " : "", v->group.moderator_name);
	if (v->warning_count > 1)
		canvas_printf(c, 2, 0, -1, ROLE_WARN, _("(%d, w shows all) %s"), v->warning_count,
			v->warnings[0]);
	else if (v->warning_count)
		canvas_text(c, 2, 0, -1, ROLE_WARN, v->warnings[0]);
	draw_tabs(v, c, 3);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct group_card *v = self;

	(void)right;
	(void)right_size;
	snprintf(left, left_size, _("Group %s"), v->group.code);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct group_card *v = self;

	if (row >= 0 && v->tab == TAB_STAGES)
		text_copy(dst, size, v->stages[row].aim);
	else if (row >= 0 && v->tab == TAB_PEOPLE)
		snprintf(dst, size, "%s  %s", v->people[row].telephone, v->people[row].email);
}

static const struct card_form_kind *
form_of(const struct group_card *v, bool fresh)
{
	switch (v->tab) {
	case TAB_PEOPLE:
		return &exchange_person_form;
	case TAB_STAGES:
		return &group_stage_form;
	default:
		return fresh ? &exchange_new_member_form : &exchange_member_form;
	}
}

static int
tell(struct screens *s, int failed, const struct error *err, const char *done)
{
	screens_stale(s);
	if (failed)
		app_error(s, _("Nothing was saved"), err);
	else {
		app_changed(s);
		screens_say(s, "%s", done);
	}
	return SCREEN_HANDLED;
}

static int
remove_line(struct screens *s, struct group_card *v)
{
	struct db *db = v->base.app->db;
	struct exchange_group *g = &v->asked_group;
	struct error err = { 0 };
	int failed = group_may(v->base.app, &err);

	if (!failed)
		failed = v->tab == TAB_PEOPLE   ? exchange_person_remove(db, g, v->asked, &err)
			 : v->tab == TAB_STAGES ? group_stage_remove(db, g, (int)v->asked, &err)
						: exchange_member_remove(db, g, v->asked, &err);
	return tell(s, failed, &err, _("Taken out of the group."));
}

static void
show_warnings(struct screens *s, const struct group_card *v)
{
	struct arena arena = { 0 };
	const char *text = "";

	for (int i = 0; i < v->warning_count; i++)
		text = arena_format(&arena, "%s%s%s", text, i ? "\n\n" : "", v->warnings[i]);
	if (v->warning_count)
		dialog_message(s, _("What is unusual in this group"), text);
	else
		screens_say(s, "%s", _("Nothing is unusual in this group."));
	arena_release(&arena);
}

/* A new person is mostly of the member whose people are looked at. */
static void
add_line(struct screens *s, const struct group_card *v)
{
	int row = list_screen_row(v);

	if (v->tab == TAB_PEOPLE)
		card_form_open_for(s, &exchange_new_person_form, v->id,
			row >= 0 ? v->people[row].slot : NO_SLOT, ANSWER_LINE);
	else
		card_form_open(s, form_of(v, true), 0, v->id, ANSWER_LINE);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct group_card *v = self;
	struct error err = { 0 };

	switch (action) {
	case ACTION_WARNINGS:
		show_warnings(s, v);
		return SCREEN_HANDLED;
	case ACTION_PART_NEXT:
		v->next = (enum group_tab)((v->tab + 1) % GROUP_TABS);
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		add_line(s, v);
		return SCREEN_HANDLED;
	case ANSWER_LINE:
		snprintf(
			v->base.wanted, sizeof v->base.wanted, "%d:%d", (int)v->tab, event->number);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		return remove_line(s, v);
	case ACTION_GROUP_HEAD:
		card_form_open(s, &exchange_group_form, v->id, 0, 0);
		return SCREEN_HANDLED;
	case ACTION_PROPOSE:
		screens_push(s, &group_calendar_screen, &v->id);
		return SCREEN_HANDLED;
	case ACTION_STAGES_MOVE:
		v->asked_group = v->group;
		dialog_ask(s, _("Periods anew"),
			_("Count the periods of all stages anew from the group's first day? "
			  "Periods that were changed by hand are lost; meetings stay."),
			ANSWER_MOVE, 0);
		return SCREEN_HANDLED;
	case ANSWER_MOVE:
		return tell(s,
			group_may(v->base.app, &err) ||
				group_stage_move(v->base.app->db, &v->asked_group, &err),
			&err, _("The periods are counted anew."));
	default:
		return SCREEN_PASS;
	}
}

static void
ask_remove(struct screens *s, struct group_card *v, int row)
{
	static const char *const questions[GROUP_TABS] = {
		[TAB_MEMBERS] = N_("Delete this member? Only one that was entered by mistake: who "
				   "was a member leaves by a date (F4)."),
		[TAB_PEOPLE] = N_("Take this person out of the group? The contact stays; who had a "
				  "part leaves by a date (F4)."),
		[TAB_STAGES] = N_("Take the last stage away?"),
		[TAB_HOSTS] = N_("Delete this member? Only one that was entered by mistake: who "
				 "was a member leaves by a date (F4)."),
	};

	v->asked = group_row_id(v, row);
	v->asked_group = v->group;
	dialog_ask(s, _("Delete"), _(questions[v->tab]), ANSWER_REMOVE, 0);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct group_card *v = self;

	switch (action) {
	case ACTION_OPEN:
		if (v->tab == TAB_PEOPLE) {
			screens_push(s, &contact_card_screen, &v->people[row].contact);
			return SCREEN_HANDLED;
		}
		if (v->tab == TAB_STAGES) {
			screens_push(s, &stage_item_screen,
				&(struct stage_named){
					{ v->group.kind, v->id, v->stages[row].position },
					v->stages[row].name, v->group.code });
			return SCREEN_HANDLED;
		}
		/* fall through */
	case ACTION_EDIT:
		card_form_open(s, form_of(v, false), group_row_id(v, row), v->id, ANSWER_LINE);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		ask_remove(s, v, row);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct group_card *)self)->group.code);
}

static const struct list_screen_kind kind = {
	.lines_above = 4,
	.load = load,
	.cell = group_cell,
	.id = id,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
	.file = N_("group"),
	.file_title = N_("Exchange group"),
	.about = about,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct group_card *v = self;

	(void)err;
	v->id = *(const int64_t *)argument;
	list_screen_start(s, self, &kind);
	v->base.list.columns = group_columns[TAB_MEMBERS];
	v->base.list.column_count = group_column_counts[TAB_MEMBERS];
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_PART_NEXT, ACTION_GROUP_HEAD, ACTION_PROPOSE,
	ACTION_STAGES_MOVE, ACTION_WARNINGS, ACTION_REFRESH, 0 };

const struct screen exchange_group_screen = {
	.name = "exchange_group",
	.title = N_("Exchange group"),
	.size = sizeof(struct group_card),
	.actions = ids,
	.start = start,
	.head = head,
	LIST_SCREEN,
};
