/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Register of documents: what there is, where it lies, what became of the files. */
#include "config.h"

#include "screens/minutes/room.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/document_register.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <stdio.h>

struct document_view {
	struct room room;
	struct register_entry *rows;
	enum register_found *found; /* of each row, once it was looked for */
	bool look;
};

static const struct room_kind room_kind = { .form = &document_form,
	.retire = register_retire,
	.bring_back = register_bring_back,
	.delete_title = N_("Delete it from the register? The file stays."),
	.retired_empty = N_("Nothing was deleted: x shows the others."),
	.empty = N_("No documents yet: F7 enters the first one.") };

static int
load(void *self, struct error *err)
{
	struct document_view *v = self;
	struct room *r = &v->room;

	v->found = NULL;
	if (room_load(self, err) ||
		register_list(r->base.app->db, room_group(r), r->of.meeting, r->base.retired,
			&r->base.arena, &v->rows, &r->base.count, err))
		return -1;
	if (v->look)
		v->found = arena_array(&r->base.arena, (size_t)r->base.count + 1, sizeof *v->found);
	for (int i = 0; v->look && i < r->base.count; i++)
		v->found[i] = register_look(&v->rows[i]);
	return 0;
}

const char *
document_place_word(const struct register_entry *e)
{
	return register_is_link(e->place) ? _("link") : e->place[0] ? _("file") : "";
}

void
document_place_note(const struct register_entry *e, char *dst, size_t size)
{
	snprintf(dst, size, "%s%s%s", e->later ? _("Entered after the minutes were approved.") : "",
		e->later && e->place[0] ? " " : "", e->place);
}

static void
found_cell(const struct document_view *v, int row, struct list_cell *c)
{
	const struct register_entry *e = &v->rows[row];

	if (!v->found) {
		text_copy(c->text, sizeof c->text, document_place_word(e));
		return;
	}
	text_copy(c->text, sizeof c->text,
		register_is_link(e->place) ? _("link") : register_found_label(v->found[row]));
	if (v->found[row] == REGISTER_GONE || v->found[row] == REGISTER_CHANGED ||
		v->found[row] == REGISTER_UNREADABLE)
		c->role = ROLE_BAD;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct document_view *v = self;
	const struct register_entry *e = &v->rows[row];

	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, e->title);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, register_kind_label(e->kind));
		break;
	case 2:
		room_where(c->text, sizeof c->text, e->group_code, e->meeting_number);
		break;
	case 3:
		text_copy(c->text, sizeof c->text, room_unit(&v->room, e->slot, ""));
		break;
	default:
		found_cell(v, row, c);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	room_id(dst, size, ((const struct document_view *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct document_view *v = self;
	const struct register_entry *e = &v->rows[row];

	snprintf(dst, size, "%s %s %s %s", e->title, register_kind_label(e->kind), e->place,
		room_unit(&v->room, e->slot, ""));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct document_view *v = self;

	if (row >= 0)
		document_place_note(&v->rows[row], dst, size);
}

static void
above(void *self, struct canvas *c)
{
	room_above(self, c, _("documents"),
		_("c looks whether the files are still there as they were entered."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct document_view *v = self;

	if (action == ACTION_DOCUMENT_LOOK) {
		v->look = true;
		screens_stale(s);
		return SCREEN_HANDLED;
	}
	return room_act(s, &v->room, action, event);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct document_view *v = self;
	const struct register_entry *e = &v->rows[row];

	if (action == ACTION_OPEN)
		action = ACTION_EDIT;
	return room_act_row(s, &v->room, e->id, e->rev, e->title, action);
}

static const struct list_column columns[] = {
	{ N_("Title"), 0, false },
	{ N_("Kind"), 15, false },
	{ N_("Meeting"), 15, false },
	{ N_("Whose"), 14, false },
	{ N_("File"), 16, false },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No documents yet: F7 enters the first one."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("documents"),
	.file_title = N_("Documents of exchange groups"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	room_start(s, self, &kind, &room_kind, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_DOCUMENT_LOOK, ACTION_EXCHANGE_GROUP, ACTION_RETIRED,
	ACTION_BRING_BACK, 0 };

const struct screen document_list_screen = { .name = "document_list",
	.title = N_("Documents"),
	.size = sizeof(struct document_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
