/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remarks of members on minutes, and annexes to approved ones: two lists and their forms' doors. */
#include "config.h"

#include "screens/minutes/minutes_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "tui/pager.h"

#include <stdio.h>

struct lines_view {
	struct list_screen base;
	int64_t meeting;
	struct minutes minutes;
	const struct unit_table *units;
	struct minutes_remark *remarks;
	struct minutes_annex *annexes;
};

enum { ANSWER_SAVED = ACTION_ANSWER_1 };

static int
load_minutes(struct lines_view *v, struct error *err)
{
	v->base.count = 0;
	v->units = app_units(v->base.app, err);
	return !v->units || minutes_find(v->base.app->db, v->meeting, &v->minutes, err) ? -1 : 0;
}

static int
start_lines(struct screens *s, void *self, const struct list_screen_kind *kind,
	const void *argument, struct error *err)
{
	struct lines_view *v = self;

	v->meeting = *(const int64_t *)argument;
	if (minutes_find(app_of(s)->db, v->meeting, &v->minutes, err))
		return -1;
	if (!v->minutes.id)
		return error_set(err, ERROR_INPUT, _("There are no minutes yet: F7 makes them."));
	list_screen_start(s, self, kind);
	return 0;
}

/* ---- remarks ---- */

static int
load_remarks(void *self, struct error *err)
{
	struct lines_view *v = self;

	return load_minutes(v, err) || minutes_remarks(v->base.app->db, v->minutes.id,
					       &v->base.arena, &v->remarks, &v->base.count, err)
		       ? -1
		       : 0;
}

static void
remark_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct lines_view *v = self;
	const struct minutes_remark *r = &v->remarks[row];
	const struct unit *u = unit_by_slot(v->units, r->slot);

	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, r->text);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, u ? u->told : _("moderator, expert"));
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", r->version);
		break;
	case 3:
		format_date(c->text, sizeof c->text, r->made_on);
		break;
	default:
		text_copy(c->text, sizeof c->text, minutes_outcome_label(r->outcome));
		break;
	}
}

static void
remark_id(const void *self, int row, char *dst, size_t size)
{
	room_id(dst, size, ((const struct lines_view *)self)->remarks[row].id);
}

static void
remark_note(const void *self, int row, char *dst, size_t size)
{
	const struct lines_view *v = self;

	if (row >= 0 && v->remarks[row].answer[0])
		snprintf(dst, size, _("Reason: %s"), v->remarks[row].answer);
}

static int
act_remarks(struct screens *s, void *self, int action, const struct event *event)
{
	struct lines_view *v = self;

	if (action == ACTION_NEW)
		card_form_open(s, &minutes_remark_form, 0, v->meeting, ANSWER_SAVED);
	else if (action == ANSWER_SAVED)
		list_screen_want(v, event->number);
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

static int
act_remark(struct screens *s, void *self, int row, int action)
{
	struct lines_view *v = self;

	if (action != ACTION_EDIT && action != ACTION_OPEN)
		return SCREEN_PASS;
	card_form_open(s, &minutes_remark_form, v->remarks[row].id, v->meeting, ANSWER_SAVED);
	return SCREEN_HANDLED;
}

/* Approved minutes take no more remarks; what came before still gets its answer. */
static bool
able_remark(const void *self, int row, int action)
{
	(void)row;
	return action != ACTION_NEW ||
	       ((const struct lines_view *)self)->minutes.state != MINUTES_APPROVED;
}

static const struct list_column remark_columns[] = {
	{ N_("Remark"), 0, false },
	{ N_("Who"), 18, false },
	{ N_("Ver."), 5, true },
	{ N_("Day"), 10, false },
	{ N_("Outcome"), 15, false },
};

static const struct list_screen_kind remarks_kind = {
	.columns = remark_columns,
	.column_count = sizeof remark_columns / sizeof *remark_columns,
	.empty = N_("No remarks yet: F7 enters one."),
	.load = load_remarks,
	.cell = remark_cell,
	.id = remark_id,
	.note = remark_note,
	.act = act_remarks,
	.act_row = act_remark,
	.able = able_remark,
	.file = N_("remarks"),
	.file_title = N_("Remarks on the minutes"),
};

static int
start_remarks(struct screens *s, void *self, const void *argument, struct error *err)
{
	return start_lines(s, self, &remarks_kind, argument, err);
}

static const int remark_ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT,
	ACTION_FILTER, ACTION_NEW, 0 };

const struct screen minutes_remarks_screen = { .name = "minutes_remarks",
	.title = N_("Remarks on the minutes"),
	.size = sizeof(struct lines_view),
	.actions = remark_ids,
	.start = start_remarks,
	LIST_SCREEN };

/* ---- annexes ---- */

static int
load_annexes(void *self, struct error *err)
{
	struct lines_view *v = self;

	return load_minutes(v, err) || minutes_annexes(v->base.app->db, v->minutes.id,
					       &v->base.arena, &v->annexes, &v->base.count, err)
		       ? -1
		       : 0;
}

static void
annex_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct minutes_annex *a = &((const struct lines_view *)self)->annexes[row];

	if (column == 0)
		snprintf(c->text, sizeof c->text, _("Annex %d: %s"), a->number, a->reason);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, a->login);
	else
		format_date(c->text, sizeof c->text, a->approved_on);
}

static int
act_annexes(struct screens *s, void *self, int action, const struct event *event)
{
	struct lines_view *v = self;

	(void)event;
	if (action == ACTION_NEW)
		card_form_open(s, &minutes_annex_form, 0, v->meeting, ANSWER_SAVED);
	else if (action != ANSWER_SAVED)
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

static int
act_annex(struct screens *s, void *self, int row, int action)
{
	const struct minutes_annex *a = &((struct lines_view *)self)->annexes[row];
	char title[64];

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	snprintf(title, sizeof title, _("Annex %d"), a->number);
	pager_open(s, title, a->text, true);
	return SCREEN_HANDLED;
}

static bool
able_annex(const void *self, int row, int action)
{
	(void)row;
	return action != ACTION_NEW ||
	       ((const struct lines_view *)self)->minutes.state == MINUTES_APPROVED;
}

static const struct list_column annex_columns[] = {
	{ N_("Annex"), 0, false },
	{ N_("Who"), 16, false },
	{ N_("Approved on"), 13, false },
};

static const struct list_screen_kind annexes_kind = {
	.columns = annex_columns,
	.column_count = sizeof annex_columns / sizeof *annex_columns,
	.empty = N_("No annexes: F7 writes one, once the minutes are approved."),
	.load = load_annexes,
	.cell = annex_cell,
	.act = act_annexes,
	.act_row = act_annex,
	.able = able_annex,
	.file = N_("annexes"),
	.file_title = N_("Annexes to the minutes"),
};

static int
start_annexes(struct screens *s, void *self, const void *argument, struct error *err)
{
	return start_lines(s, self, &annexes_kind, argument, err);
}

static const int annex_ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_NEW, 0 };

const struct screen minutes_annexes_screen = { .name = "minutes_annexes",
	.title = N_("Annexes to the minutes"),
	.size = sizeof(struct lines_view),
	.actions = annex_ids,
	.start = start_annexes,
	LIST_SCREEN };
