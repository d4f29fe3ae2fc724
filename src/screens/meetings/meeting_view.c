/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One meeting: what is done to its agenda, people, notes, homework, documents. */
#include "config.h"

#include "screens/meetings/meeting_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/groups/group_screens.h"
#include "screens/meetings/meeting_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum {
	ANSWER_SAVED = ACTION_ANSWER_1,
	ANSWER_STATE,
	ANSWER_REASON,
	ANSWER_PAPER,
	ANSWER_DELETE,
	ANSWER_REPLY,
	ANSWER_STAGE,
	ANSWER_LINE
};

/* ---- loading ---- */

/* Under each item what was agreed at it; what belongs to no item stands with the whole meeting. */
static void
lay_notes(struct meeting_view *v)
{
	int n = 0;

	v->rows = arena_array(
		&v->base.arena, (size_t)(1 + v->item_count + v->agreement_count), sizeof *v->rows);
	for (int i = -1; i < v->item_count; i++) {
		const struct agenda_item *item = i < 0 ? NULL : &v->items[i];

		v->rows[n++] = (struct note_row){ item, NULL };
		for (int j = 0; j < v->agreement_count; j++)
			if (v->agreements[j].item == (item ? item->id : 0))
				v->rows[n++] = (struct note_row){ item, &v->agreements[j] };
	}
	v->base.count = n;
}

static int
load(void *self, struct error *err)
{
	struct meeting_view *v = self;
	struct homework_filter open = { .before = v->id, .show = HOMEWORK_SHOW_OPEN };
	struct db *db = v->base.app->db;
	struct arena *arena = &v->base.arena;
	const struct unit_table *units = app_units(v->base.app, err);
	struct homework *homework;

	v->item_count = v->people_count = v->agreement_count = 0;
	if (!units || meeting_load(db, v->id, &v->meeting, err) ||
		agenda_list(db, v->id, arena, &v->items, &v->item_count, err) ||
		participant_list(db, v->id, arena, &v->people, &v->people_count, err) ||
		attendance_count(db, v->id, arena, &v->units, &v->unit_count, err) ||
		agreement_list(db, v->id, arena, &v->agreements, &v->agreement_count, err) ||
		meeting_notes_load(db, v->id, arena, &v->notes, err))
		return -1;
	open.group = v->meeting.group;
	if (homework_list(db, &open, arena, &homework, &v->open_homework, err))
		return -1;
	participant_sort(v->people, v->people_count, units);
	attendance_sort(v->units, v->unit_count, units);
	v->base.count = v->tab == MEETING_PROGRAM ? v->item_count : v->people_count;
	if (v->tab == MEETING_NOTES)
		lay_notes(v);
	if (!meeting_able(v, -1, ACTION_NEW))
		v->base.list.empty = N_("Nothing was entered here, and the minutes are approved.");
	return v->tab >= MEETING_TASKS ? meeting_work_load(v, err) : 0;
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct meeting_view *v = self;

	if (v->tab == MEETING_PROGRAM)
		snprintf(dst, size, "i%lld", (long long)v->items[row].id);
	else if (v->tab == MEETING_PEOPLE)
		snprintf(dst, size, "p%lld", (long long)v->people[row].id);
	else if (v->tab >= MEETING_TASKS)
		meeting_work_id(v, row, dst, size);
	else if (v->rows[row].agreement)
		snprintf(dst, size, "a%lld", (long long)v->rows[row].agreement->id);
	else
		snprintf(dst, size, "n%lld",
			v->rows[row].item ? (long long)v->rows[row].item->id : 0LL);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct meeting_view *v = self;

	if (row >= 0 && v->tab >= MEETING_TASKS)
		meeting_work_note(v, row, dst, size);
	if (row < 0 || v->tab != MEETING_PEOPLE)
		return;
	if (v->people[row].stands_for_name[0])
		snprintf(dst, size, _("for: %s. "), v->people[row].stands_for_name);
	snprintf(dst + strlen(dst), size - strlen(dst), "%s", v->people[row].remark);
}

/* ---- changes ---- */

static void
show_tab(struct screens *s, struct meeting_view *v, enum meeting_tab tab)
{
	v->tab = tab;
	v->base.list.columns = meeting_columns[tab];
	v->base.list.column_count = meeting_column_counts[tab];
	v->base.list.empty = meeting_empty[tab];
	v->base.id[0] = '\0';
	v->base.count = 0;
	list_select(&v->base.list, 0);
	screens_stale(s);
}

static void
add_line(struct screens *s, struct meeting_view *v)
{
	int row = list_screen_row(v);

	if (v->tab == MEETING_PROGRAM)
		card_form_open(s, &agenda_form, 0, v->id, ANSWER_LINE);
	else if (v->tab == MEETING_PEOPLE)
		card_form_open(s, &participant_form, 0, v->id, ANSWER_LINE);
	else if (v->tab >= MEETING_TASKS)
		meeting_work_add(s, v, ANSWER_LINE);
	else
		card_form_open_for(s, &agreement_form, v->id,
			row >= 0 && v->rows[row].item ? (int)v->rows[row].item->id : 0,
			ANSWER_LINE);
}

/* From a form: the cursor stands on what was saved. */
static void
stand_on(struct meeting_view *v, int number)
{
	static const char letters[MEETING_TABS] = { 'i', 'p', 'a', 'h', 'd' };

	if (v->tab != MEETING_NOTES || number)
		snprintf(v->base.wanted, sizeof v->base.wanted, "%c%d", letters[v->tab], number);
}

static int
go_elsewhere(struct screens *s, const struct meeting_view *v, int action)
{
	struct of_meeting of = { v->meeting.group, v->id };

	if (action == ACTION_HOMEWORK)
		screens_push(s, &homework_list_screen, &of);
	else if (action == ACTION_DOCUMENTS)
		screens_push(s, &document_list_screen, &of);
	else if (action == ACTION_MINUTES)
		screens_push(s, &minutes_screen, &of);
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

static void
calendar_file(struct screens *s, const struct meeting_view *v)
{
	struct meeting_filter filter = { .id = v->id };
	char name[96];

	snprintf(name, sizeof name, "%s-%d", v->meeting.group_code, v->meeting.number);
	meeting_calendar_file(s, &filter, name, _("this meeting"));
}

static int
answered(struct screens *s, struct meeting_view *v, int action, const struct event *event)
{
	switch (action) {
	case ANSWER_LINE:
		stand_on(v, event->number);
		break;
	case ANSWER_SAVED:
		meeting_say_odd(s, v->id);
		break;
	case ANSWER_STATE:
		meeting_take_state(s, &v->meeting, event->number, ANSWER_REASON);
		break;
	case ANSWER_REASON:
		meeting_take_reason(s, &v->meeting, event->answer);
		break;
	case ANSWER_PAPER:
		meeting_print(s, v->id, 0, (enum meeting_paper)event->number);
		break;
	case ANSWER_DELETE:
		meeting_delete_line(s, v);
		break;
	case ANSWER_REPLY:
		meeting_take_reply(s, v, event->number);
		break;
	case ANSWER_STAGE:
		meeting_from_stage(s, v);
		break;
	default:
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

/* Keys that belong to one part say where they work elsewhere. */
static bool
only_in(struct screens *s, const struct meeting_view *v, enum meeting_tab tab)
{
	if (v->tab == tab)
		return true;
	screens_say(s, "%s",
		tab == MEETING_PROGRAM ? _("This key is for the agenda (Tab).")
				       : _("This key is for attendance (Tab)."));
	return false;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct meeting_view *v = self;

	switch (action) {
	case ACTION_MEETING_TAB:
		show_tab(s, v, (v->tab + 1) % MEETING_TABS);
		return SCREEN_HANDLED;
	case ACTION_MEETING_TAB_BACK:
		show_tab(s, v, (v->tab + MEETING_TABS - 1) % MEETING_TABS);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		add_line(s, v);
		return SCREEN_HANDLED;
	case ACTION_MEETING_EDIT:
		card_form_open(s, &meeting_form, v->id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_MEETING_STATE:
		meeting_ask_state(s, &v->meeting, ANSWER_STATE);
		return SCREEN_HANDLED;
	case ACTION_PRINT:
		meeting_ask_paper(s, ANSWER_PAPER);
		return SCREEN_HANDLED;
	case ACTION_CALENDAR_FILE:
		calendar_file(s, v);
		return SCREEN_HANDLED;
	case ACTION_CAME_REST:
		if (only_in(s, v, MEETING_PEOPLE))
			meeting_tick_rest(s, v);
		return SCREEN_HANDLED;
	case ACTION_INVITE_GROUP:
		if (only_in(s, v, MEETING_PEOPLE))
			meeting_invite_group(s, v);
		return SCREEN_HANDLED;
	case ACTION_FROM_STAGE:
		if (only_in(s, v, MEETING_PROGRAM))
			dialog_ask(s, _("Agenda of the stage"),
				_("Replace the whole agenda by that of the stage?"), ANSWER_STAGE,
				0);
		return SCREEN_HANDLED;
	default:
		break;
	}
	if (go_elsewhere(s, v, action) == SCREEN_HANDLED)
		return SCREEN_HANDLED;
	return answered(s, v, action, event);
}

/* ---- one row ---- */

static int
act_item(struct screens *s, const struct agenda_item *item, int action)
{
	struct db *db = app_of(s)->db;
	struct error err = { 0 };
	int result = group_may(app_of(s), &err);

	switch (action) {
	case ACTION_MOVE_UP:
	case ACTION_MOVE_DOWN:
		result =
			result ? -1
			       : agenda_move(db, item->id, action == ACTION_MOVE_UP ? -1 : 1, &err);
		break;
	case ACTION_LONGER:
	case ACTION_SHORTER:
		result = result ? -1
				: agenda_lengthen(
					  db, item->id, action == ACTION_LONGER ? 5 : -5, &err);
		break;
	default:
		return SCREEN_PASS;
	}
	meeting_changed(s, result, &err, NULL);
	return SCREEN_HANDLED;
}

static void
tick(struct screens *s, struct meeting_view *v, int row)
{
	const struct participant *p = &v->people[row];
	enum participant_came next = p->came == CAME_YES  ? CAME_NO
				     : p->came == CAME_NO ? CAME_UNKNOWN
							  : CAME_YES;
	struct error err = { 0 };
	int result =
		group_may(app_of(s), &err) || attendance_tick_shown(app_of(s)->db, p, next, &err)
			? -1
			: 0;

	meeting_changed(s, result, &err, NULL);
}

static void
ask_reply(struct screens *s, struct meeting_view *v, const struct participant *p)
{
	const char *words[REPLY_SUBSTITUTE + 1];

	v->asked_person = *p;
	for (int i = 0; i <= REPLY_SUBSTITUTE; i++)
		words[i] = participant_answer_label((enum participant_answer)i);
	dialog_choose(s, p->name, words, REPLY_SUBSTITUTE + 1, (int)p->answer, ANSWER_REPLY);
}

static int
act_person(struct screens *s, struct meeting_view *v, int row, int action)
{
	const struct participant *p = &v->people[row];

	switch (action) {
	case ACTION_MARK:
		tick(s, v, row);
		return SCREEN_HANDLED;
	case ACTION_REPLY:
		ask_reply(s, v, p);
		return SCREEN_HANDLED;
	case ACTION_SUBSTITUTE:
		card_form_open_for(s, &substitute_form, v->id, (int)p->id, ANSWER_LINE);
		return SCREEN_HANDLED;
	case ACTION_CERTIFICATE:
		meeting_print(s, v->id, p->id, MEETING_CERTIFICATES);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
open_row(struct screens *s, const struct meeting_view *v, int row)
{
	const struct note_row *r = v->tab == MEETING_NOTES ? &v->rows[row] : NULL;

	if (v->tab == MEETING_PROGRAM)
		card_form_open(s, &agenda_form, v->items[row].id, 0, ANSWER_LINE);
	else if (v->tab == MEETING_PEOPLE)
		card_form_open(s, &participant_form, v->people[row].id, 0, ANSWER_LINE);
	else if (r->agreement)
		card_form_open(s, &agreement_form, r->agreement->id, 0, ANSWER_LINE);
	else if (r->item)
		card_form_open(s, &agenda_notes_form, r->item->id, 0, 0);
	else
		card_form_open(s, &meeting_notes_form, v->id, 0, 0);
}

static void
ask_delete(struct screens *s, struct meeting_view *v, int row)
{
	char text[400];

	if (v->tab >= MEETING_TASKS) {
		meeting_work_ask_delete(s, v, row, ANSWER_DELETE);
		return;
	}
	if (v->tab == MEETING_NOTES && !v->rows[row].agreement) {
		screens_say(s, "%s", _("Notes are emptied where they are written (Enter)."));
		return;
	}
	if (v->tab == MEETING_PROGRAM) {
		v->asked = v->items[row].id;
		v->asked_rev = v->items[row].whole;
		snprintf(text, sizeof text,
			_("Delete “%s” from the agenda? What was agreed at it stays with the "
			  "meeting."),
			v->items[row].title);
	} else if (v->tab == MEETING_PEOPLE) {
		v->asked = v->people[row].id;
		v->asked_rev = v->people[row].whole;
		snprintf(text, sizeof text, _("Take “%s” off the list?"), v->people[row].name);
	} else {
		v->asked = v->rows[row].agreement->id;
		v->asked_rev = v->rows[row].agreement->seen;
		snprintf(text, sizeof text,
			v->rows[row].agreement->kind == AGREEMENT_DECIDED
				? _("Delete the decision “%.200s”?")
				: _("Delete the agreement “%.200s”?"),
			v->rows[row].agreement->text);
	}
	dialog_ask(s, _("Delete"), text, ANSWER_DELETE, 0);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct meeting_view *v = self;

	if (action == ACTION_OPEN || action == ACTION_EDIT) {
		if (v->tab >= MEETING_TASKS)
			meeting_work_open(s, v, row, action, ANSWER_LINE);
		else
			open_row(s, v, row);
		return SCREEN_HANDLED;
	}
	if (action == ACTION_DELETE) {
		ask_delete(s, v, row);
		return SCREEN_HANDLED;
	}
	if (action == ACTION_MOVE_UP || action == ACTION_MOVE_DOWN || action == ACTION_LONGER ||
		action == ACTION_SHORTER)
		return only_in(s, v, MEETING_PROGRAM) ? act_item(s, &v->items[row], action)
						      : SCREEN_HANDLED;
	if (action == ACTION_MARK || action == ACTION_REPLY || action == ACTION_SUBSTITUTE ||
		action == ACTION_CERTIFICATE)
		return only_in(s, v, MEETING_PEOPLE) ? act_person(s, v, row, action)
						     : SCREEN_HANDLED;
	return SCREEN_PASS;
}

static void
about(const void *self, char *dst, size_t size)
{
	const struct meeting *m = &((const struct meeting_view *)self)->meeting;

	snprintf(dst, size, "%s %d", m->group_code, m->number);
}

static const struct list_screen_kind kind = {
	.columns = NULL,
	.column_count = 0,
	.empty = "",
	.lines_above = 4,
	.load = load,
	.cell = meeting_cell,
	.id = id,
	.key = meeting_row_key,
	.note = note,
	.above = meeting_above,
	.act = act,
	.act_row = act_row,
	.able = meeting_able,
	.about = about,
	.file = N_("meeting"),
	.file_title = N_("Meeting"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct meeting_view *v = self;

	v->id = *(const int64_t *)argument;
	if (meeting_load(app_of(s)->db, v->id, &v->meeting, err))
		return -1;
	list_screen_start(s, self, &kind);
	show_tab(s, v, MEETING_PROGRAM);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_MEETING_TAB, ACTION_MEETING_TAB_BACK, ACTION_MOVE_UP,
	ACTION_MOVE_DOWN, ACTION_LONGER, ACTION_SHORTER, ACTION_FROM_STAGE, ACTION_MARK,
	ACTION_CAME_REST, ACTION_REPLY, ACTION_SUBSTITUTE, ACTION_INVITE_GROUP, ACTION_CERTIFICATE,
	ACTION_MEETING_EDIT, ACTION_MEETING_STATE, ACTION_HOMEWORK, ACTION_DOCUMENTS,
	ACTION_MINUTES, ACTION_PRINT, ACTION_CALENDAR_FILE, 0 };

const struct screen meeting_screen = { .name = "meeting",
	.title = N_("Meeting"),
	.size = sizeof(struct meeting_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
