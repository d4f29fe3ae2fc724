/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members still owe: sheets that are not handed in, by the day they were due. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/sheets/sheet_screens.h"

#include <stdio.h>

struct missing_view {
	struct list_screen base;
	struct sheet_return *rows;
};

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct sheet_return *r = &((const struct missing_view *)data)->rows[row];

	c->role = r->late ? ROLE_WARN : ROLE_TEXT;
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, r->unit_name);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, r->group_code);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", r->year);
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%s%s",
			format_date((char[32]){ "" }, 32, r->due_on), r->late ? " !" : "");
		break;
	case 4:
		snprintf(c->text, sizeof c->text, _("%d of %d"), r->lines - r->filled, r->lines);
		break;
	default:
		if (r->questions)
			snprintf(c->text, sizeof c->text, P_("%d question", "%d questions",
					(unsigned long)r->questions), r->questions);
		else
			text_copy(c->text, sizeof c->text,
				r->id ? sheet_state_label(r->state) : _("not begun"));
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct sheet_return *r = &((const struct missing_view *)self)->rows[row];

	snprintf(dst, size, "%lld/%d", (long long)r->sheet_id, r->slot);
}

/* Whole: the column may cut what tells a town and the rural gmina of its name apart. */
static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct sheet_return *rows = ((const struct missing_view *)self)->rows;

	if (row >= 0)
		snprintf(dst, size, "%s (%s)", rows[row].unit_name, rows[row].unit);
}

static const struct list_column columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("Group"), 12, false },
	{ N_("Year"), 5, true },
	{ N_("Due on"), 13, false },
	{ N_("Missing"), 10, true },
	{ N_("State"), 22, false },
};

/* A union looks after all members, an office after itself. */
static int
load(void *self, struct error *err)
{
	struct missing_view *v = self;
	struct app *app = v->base.app;
	const struct unit *own = NULL;

	if (app->office.own_unit[0]) {
		const struct unit_table *units = app_units(app, err);

		if (!units)
			return -1;
		own = unit_by_code(units, app->office.own_unit);
	}
	return sheet_missing_list(app->db, own ? own->slot : NO_SLOT, &v->base.arena, &v->rows,
		&v->base.count, err);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct sheet_return *r = &((struct missing_view *)self)->rows[row];
	struct sheet_of of = { r->sheet_id, r->slot };

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	screens_push(s, &sheet_entry_screen, &of);
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nothing is missing: every sheet that a group asked for is handed in."),
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.act_row = act_row,
	.file = N_("missing data"),
	.file_title = N_("Missing data"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen sheet_missing_screen = { .name = "sheet_missing",
	.title = N_("Missing data"),
	.size = sizeof(struct missing_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
