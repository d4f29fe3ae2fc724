/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts for opinion, and what each member says of one. */
#include "config.h"

#include "screens/minutes/room.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/opinion.h"
#include "report/minutes_document.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"

#include <stdio.h>

/* ---- drafts ---- */

struct opinion_view_list {
	struct room room;
	struct opinion *rows;
};

static const struct room_kind room_kind = { .form = &opinion_form,
	.retire = opinion_retire,
	.bring_back = opinion_bring_back,
	.delete_title = N_("Delete this draft with its answers?"),
	.retired_empty = N_("Nothing was deleted: x shows the others."),
	.empty = N_("No drafts for opinion yet: F7 enters the first one.") };

static int
load(void *self, struct error *err)
{
	struct opinion_view_list *v = self;
	struct room *r = &v->room;

	return room_load(self, err) || opinion_list(r->base.app->db, room_group(r), r->base.retired,
					       &r->base.arena, &v->rows, &r->base.count, err)
		       ? -1
		       : 0;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct opinion *o = &((const struct opinion_view_list *)self)->rows[row];

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s%s%s", o->title, o->version[0] ? ", " : "",
			o->version);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, o->group_code);
		break;
	case 2:
		format_date(c->text, sizeof c->text, o->asked_on);
		break;
	case 3:
		format_date(c->text, sizeof c->text, o->due_on);
		break;
	case 4:
		snprintf(c->text, sizeof c->text, "%d/%d", o->answers, o->members);
		break;
	default:
		snprintf(c->text, sizeof c->text, "%d", o->settled);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	room_id(dst, size, ((const struct opinion_view_list *)self)->rows[row].id);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	if (row >= 0)
		text_copy(dst, size, ((const struct opinion_view_list *)self)->rows[row].question);
}

static void
above(void *self, struct canvas *c)
{
	room_above(self, c, _("drafts for opinion"),
		_("Enter shows what members say; there F2 writes the document."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	return room_act(s, self, action, event);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct opinion_view_list *v = self;

	if (action == ACTION_OPEN && !v->room.base.retired) {
		screens_push(s, &opinion_answers_screen, &v->rows[row].id);
		return SCREEN_HANDLED;
	}
	return room_act_row(
		s, &v->room, v->rows[row].id, v->rows[row].rev, v->rows[row].title, action);
}

static const struct list_column columns[] = {
	{ N_("Draft"), 0, false },
	{ N_("Group"), 12, false },
	{ N_("Asked on"), 10, false },
	{ N_("Until"), 10, false },
	{ N_("Answ."), 6, true },
	{ N_("Settl."), 6, true },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No drafts for opinion yet: F7 enters the first one."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("opinions"),
	.file_title = N_("Drafts for opinion"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	room_start(s, self, &kind, &room_kind, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_EXCHANGE_GROUP, ACTION_RETIRED, ACTION_BRING_BACK, 0 };

const struct screen opinion_list_screen = { .name = "opinion_list",
	.title = N_("Drafts for opinion"),
	.size = sizeof(struct opinion_view_list),
	.actions = ids,
	.start = start,
	LIST_SCREEN };

/* ---- answers ---- */

struct answers_view {
	struct list_screen base;
	struct opinion opinion;
	const struct unit_table *units;
	struct opinion_answer *rows;
	int64_t id;
};

static int
load_answers(void *self, struct error *err)
{
	struct answers_view *v = self;

	v->base.count = 0;
	v->units = app_units(v->base.app, err);
	if (!v->units || opinion_load(v->base.app->db, v->id, &v->base.arena, &v->opinion, err))
		return -1;
	return opinion_answers(
		v->base.app->db, v->id, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
answer_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct answers_view *v = self;
	const struct opinion_answer *a = &v->rows[row];
	const struct unit *u = unit_by_slot(v->units, a->slot);

	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, u ? u->told : "?");
		break;
	case 1:
		text_copy(c->text, sizeof c->text, opinion_view_label(a->view));
		break;
	case 2:
		text_copy(c->text, sizeof c->text, a->text);
		break;
	default:
		text_copy(c->text, sizeof c->text, opinion_outcome_label(a->outcome));
		break;
	}
}

static void
answer_id(const void *self, int row, char *dst, size_t size)
{
	room_id(dst, size, ((const struct answers_view *)self)->rows[row].slot);
}

static void
answer_note(const void *self, int row, char *dst, size_t size)
{
	const struct answers_view *v = self;

	if (row >= 0 && v->rows[row].reason[0])
		snprintf(dst, size, _("Reason: %s"), v->rows[row].reason);
}

static void
answers_above(void *self, struct canvas *c)
{
	const struct answers_view *v = self;

	canvas_text(c, 0, 0, -1, ROLE_LABEL, v->opinion.title);
	canvas_text(c, 1, 0, -1, ROLE_HINT, v->opinion.question);
}

static int
build(const void *self, struct arena *arena, struct document *d, struct error *err)
{
	const struct answers_view *v = self;

	return opinion_document(v->base.app->db, v->id, arena, d, err);
}

static int
act_answers(struct screens *s, void *self, int action, const struct event *event)
{
	static const enum report_format formats[] = { REPORT_FORMAT_DOCX, REPORT_FORMAT_PDF,
		REPORT_FORMAT_HTML, REPORT_FORMAT_TEXT };

	(void)event;
	if (action != ACTION_EXPORT)
		return SCREEN_PASS;
	export_report(
		s, build, formats, sizeof formats / sizeof *formats, self, _("opinions"));
	return SCREEN_HANDLED;
}

static int
act_answer(struct screens *s, void *self, int row, int action)
{
	struct answers_view *v = self;

	if (action != ACTION_OPEN && action != ACTION_EDIT)
		return SCREEN_PASS;
	card_form_open(s, &opinion_answer_form, v->rows[row].slot, v->id, 0);
	return SCREEN_HANDLED;
}

static const struct list_column answer_columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("The view"), 15, false },
	{ N_("What it says"), 24, false },
	{ N_("Outcome"), 15, false },
};

static const struct list_screen_kind answers_kind = {
	.columns = answer_columns,
	.column_count = sizeof answer_columns / sizeof *answer_columns,
	.empty = N_("The group had no members on the day of asking."),
	.lines_above = 2,
	.load = load_answers,
	.cell = answer_cell,
	.id = answer_id,
	.note = answer_note,
	.above = answers_above,
	.act = act_answers,
	.act_row = act_answer,
};

static int
start_answers(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	((struct answers_view *)self)->id = *(const int64_t *)argument;
	list_screen_start(s, self, &answers_kind);
	return 0;
}

static const int answer_ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT,
	ACTION_FILTER, 0 };

const struct screen opinion_answers_screen = { .name = "opinion_answers",
	.title = N_("Answers of members"),
	.size = sizeof(struct answers_view),
	.actions = answer_ids,
	.start = start_answers,
	LIST_SCREEN };
