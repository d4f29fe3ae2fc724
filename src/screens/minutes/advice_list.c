/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of advice, and its hours by expert and unit. */
#include "config.h"

#include "screens/minutes/room.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/advice.h"
#include "report/minutes_document.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"

#include <stdio.h>

struct advice_view {
	struct room room;
	struct advice *rows;
	struct advice_sum *sums;
	long minutes; /* of all rows */
	bool added;   /* the sums are shown */
};

static const struct room_kind room_kind = { .form = &advice_form,
	.retire = advice_retire,
	.bring_back = advice_bring_back,
	.delete_title = N_("Delete this advice?"),
	.retired_empty = N_("Nothing was deleted: x shows the others."),
	.empty = N_("No advice yet: F7 enters the first one.") };

static const struct list_column columns[] = {
	{ N_("The question"), 0, false },
	{ N_("Expert"), 16, false },
	{ N_("Unit"), 15, false },
	{ N_("Day"), 10, false },
	{ N_("Hours"), 7, true },
};
static const struct list_column sum_columns[] = {
	{ N_("Expert"), 0, false },
	{ N_("Unit"), 28, false },
	{ N_("Times"), 6, true },
	{ N_("Hours"), 8, true },
};

static int
load(void *self, struct error *err)
{
	struct advice_view *v = self;
	struct room *r = &v->room;
	struct db *db = r->base.app->db;
	int sums;

	if (room_load(self, err) ||
		advice_list(db, room_group(r), r->base.retired, &r->base.arena, &v->rows,
			&r->base.count, err) ||
		advice_sums(db, room_group(r), 0, &r->base.arena, &v->sums, &sums, err))
		return -1;
	v->minutes = 0;
	for (int i = 0; i < sums; i++)
		v->minutes += v->sums[i].minutes;
	r->base.list.columns = v->added ? sum_columns : columns;
	r->base.list.column_count = v->added ? sizeof sum_columns / sizeof *sum_columns
					     : sizeof columns / sizeof *columns;
	if (v->added)
		r->base.count = sums;
	return 0;
}

static void
sum_cell(const struct advice_view *v, int row, int column, struct list_cell *c)
{
	const struct advice_sum *a = &v->sums[row];

	if (column == 0)
		text_copy(c->text, sizeof c->text, a->expert[0] ? a->expert : "–");
	else if (column == 1)
		text_copy(c->text, sizeof c->text, room_unit(&v->room, a->slot, _("the group")));
	else if (column == 2)
		snprintf(c->text, sizeof c->text, "%d", a->times);
	else
		advice_hours_show(c->text, sizeof c->text, a->minutes);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct advice_view *v = self;
	const struct advice *a;

	if (v->added) {
		sum_cell(v, row, column, c);
		return;
	}
	a = &v->rows[row];
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, a->question);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, a->expert[0] ? a->expert : "–");
		break;
	case 2:
		text_copy(c->text, sizeof c->text, room_unit(&v->room, a->slot, _("the group")));
		break;
	case 3:
		format_date(c->text, sizeof c->text, a->given_on);
		break;
	default:
		advice_hours_show(c->text, sizeof c->text, a->minutes);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct advice_view *v = self;

	if (v->added)
		snprintf(dst, size, "%lld-%d", (long long)v->sums[row].contact, v->sums[row].slot);
	else
		room_id(dst, size, v->rows[row].id);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct advice_view *v = self;

	if (row >= 0 && !v->added)
		snprintf(dst, size, "%s: %s", advice_form_label(v->rows[row].form),
			v->rows[row].answer[0] ? v->rows[row].answer : "–");
}

static void
above(void *self, struct canvas *c)
{
	const struct advice_view *v = self;
	char hint[128], hours[32];

	snprintf(hint, sizeof hint,
		_("Together %s hours.  Tab: log or sums  F2 writes the document"),
		advice_hours_show(hours, sizeof hours, v->minutes));
	room_above(&v->room, c, v->added ? _("hours of advice") : _("advice"), hint);
}

static int
build(const void *self, struct arena *arena, struct document *d, struct error *err)
{
	const struct advice_view *v = self;

	return advice_document(v->room.base.app->db, room_group(&v->room), arena, d, err);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	static const enum report_format formats[] = { REPORT_FORMAT_XLSX, REPORT_FORMAT_DOCX,
		REPORT_FORMAT_PDF, REPORT_FORMAT_HTML, REPORT_FORMAT_TEXT };
	struct advice_view *v = self;

	if (action == ACTION_EXPORT) {
		export_report(s, build, formats, sizeof formats / sizeof *formats, self,
			C_("file", "advice"));
		return SCREEN_HANDLED;
	}
	if (action == ACTION_ADVICE_SUMS) {
		v->added = !v->added;
		screens_stale(s);
		return SCREEN_HANDLED;
	}
	return room_act(s, &v->room, action, event);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct advice_view *v = self;

	if (v->added)
		return SCREEN_PASS;
	if (action == ACTION_OPEN)
		action = ACTION_EDIT;
	return room_act_row(
		s, &v->room, v->rows[row].id, v->rows[row].rev, v->rows[row].question, action);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No advice yet: F7 enters the first one."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	room_start(s, self, &kind, &room_kind, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_ADVICE_SUMS, ACTION_EXCHANGE_GROUP, ACTION_RETIRED,
	ACTION_BRING_BACK, 0 };

const struct screen advice_list_screen = { .name = "advice_list",
	.title = N_("Advice between meetings"),
	.size = sizeof(struct advice_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
