/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One meeting: its homework, those it reviews first, and its documents. What was deleted, and
 * looking for the files, is in the lists of their own (z, d). */
#include "config.h"

#include "screens/meetings/meeting_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/format.h"
#include "screens/meetings/meeting_screens.h"
#include "screens/minutes/room.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

/* What earlier meetings gave and this one looks at, then what this one gives. */
static int
load_tasks(struct meeting_view *v, struct error *err)
{
	const struct homework_filter before = { .group = v->meeting.group, .before = v->id };
	const struct homework_filter here = { .group = v->meeting.group, .meeting = v->id };
	struct arena *arena = &v->base.arena;
	const struct unit_table *units = app_units(v->base.app, err);
	struct homework *earlier, *given;
	int given_count;

	v->task_count = v->reviewed = 0;
	if (!units || homework_list(v->base.app->db, &before, arena, &earlier, &v->reviewed, err) ||
		homework_list(v->base.app->db, &here, arena, &given, &given_count, err))
		return -1;
	homework_sort(earlier, v->reviewed, units);
	homework_sort(given, given_count, units);
	v->task_count = v->reviewed + given_count;
	v->tasks = arena_array(arena, (size_t)v->task_count + 1, sizeof *v->tasks);
	for (int i = 0; i < v->task_count; i++)
		v->tasks[i] = i < v->reviewed ? earlier[i] : given[i - v->reviewed];
	return 0;
}

int
meeting_work_load(struct meeting_view *v, struct error *err)
{
	int result = v->tab == MEETING_TASKS
			     ? load_tasks(v, err)
			     : register_list(v->base.app->db, v->meeting.group, v->id, false,
				       &v->base.arena, &v->documents, &v->document_count, err);

	v->base.count = v->tab == MEETING_TASKS ? v->task_count : v->document_count;
	return result;
}

void
meeting_work_id(const struct meeting_view *v, int row, char *dst, size_t size)
{
	if (v->tab == MEETING_TASKS)
		snprintf(dst, size, "h%lld", (long long)v->tasks[row].id);
	else
		snprintf(dst, size, "d%lld", (long long)v->documents[row].id);
}

static const char *
whose(const struct meeting_view *v, const struct homework *h)
{
	return h->slot == NO_SLOT ? _("moderator") : meeting_unit(v->base.app, h->slot);
}

void
meeting_work_key(const struct meeting_view *v, int row, char *dst, size_t size)
{
	const struct register_entry *e;

	if (v->tab == MEETING_TASKS) {
		snprintf(dst, size, "%s %s", v->tasks[row].text, whose(v, &v->tasks[row]));
		return;
	}
	e = &v->documents[row];
	snprintf(dst, size, "%s %s %s %s", e->title, register_kind_label(e->kind), e->place,
		meeting_unit(v->base.app, e->slot));
}

static void
task_cell(const struct meeting_view *v, const struct homework *h, int column, struct list_cell *c)
{
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, h->text);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, whose(v, h));
		break;
	case 2:
		if (h->meeting_number)
			snprintf(c->text, sizeof c->text, "%d", h->meeting_number);
		break;
	case 3:
		format_date(c->text, sizeof c->text, h->due_on);
		break;
	default:
		text_copy(c->text, sizeof c->text, homework_state_label(h->state));
		break;
	}
	c->role = homework_role(h, column == 4);
}

void
meeting_work_cell(const struct meeting_view *v, int row, int column, struct list_cell *c)
{
	const struct register_entry *e;

	if (v->tab == MEETING_TASKS) {
		task_cell(v, &v->tasks[row], column, c);
		return;
	}
	e = &v->documents[row];
	text_copy(c->text, sizeof c->text,
		column == 0   ? e->title
		: column == 1 ? register_kind_label(e->kind)
		: column == 2 ? meeting_unit(v->base.app, e->slot)
			      : document_place_word(e));
}

void
meeting_work_note(const struct meeting_view *v, int row, char *dst, size_t size)
{
	if (v->tab == MEETING_TASKS)
		homework_note(&v->tasks[row], dst, size);
	else
		document_place_note(&v->documents[row], dst, size);
}

void
meeting_work_above(const struct meeting_view *v, struct canvas *c)
{
	int counts[HOMEWORK_STATES] = { 0 };

	if (v->tab == MEETING_DOCUMENTS) {
		canvas_text(c, 3, 0, -1, ROLE_HINT,
			_("F7 enters one; d: the register, which finds lost files and deleted "
			  "entries"));
		return;
	}
	if (v->task_count == 0) {
		canvas_text(c, 3, 0, -1, ROLE_HINT, _("z: the list, which shows what was deleted"));
		return;
	}
	for (int i = 0; i < v->task_count; i++)
		counts[v->tasks[i].state]++;
	canvas_printf(c, 3, 0, -1, ROLE_HINT,
		_("Open %d, overdue %d, done %d, not done %d. Enter answer, F4 review"),
		counts[HOMEWORK_OPEN], counts[HOMEWORK_OVERDUE], counts[HOMEWORK_DONE],
		counts[HOMEWORK_NOT_DONE]);
}

/* ---- changes ---- */

void
meeting_work_add(struct screens *s, const struct meeting_view *v, int action)
{
	card_form_open(
		s, v->tab == MEETING_TASKS ? &homework_form : &document_form, 0, v->id, action);
}

void
meeting_work_open(struct screens *s, const struct meeting_view *v, int row, int action, int answer)
{
	if (v->tab == MEETING_DOCUMENTS)
		card_form_open(s, &document_form, v->documents[row].id, 0, answer);
	else
		card_form_open(s, action == ACTION_OPEN ? &homework_answer_form : &homework_form,
			v->tasks[row].id, 0, answer);
}

void
meeting_work_ask_delete(struct screens *s, struct meeting_view *v, int row, int action)
{
	if (v->tab == MEETING_TASKS) {
		v->asked = v->tasks[row].id;
		v->asked_rev = v->tasks[row].rev;
		dialog_ask(s, _("Delete this homework?"), v->tasks[row].text, action, 0);
	} else {
		v->asked = v->documents[row].id;
		v->asked_rev = v->documents[row].rev;
		dialog_ask(s, _("Delete it from the register? The file stays."),
			v->documents[row].title, action, 0);
	}
}
