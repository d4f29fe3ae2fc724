/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What offices were asked for a year: who has delivered, what each still owes. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/office_sheet.h"
#include "screens/files/export.h"
#include "screens/files/import_preview.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_PATH };

struct offices {
	struct list_screen base;
	int64_t round;
	int chosen; /* whose sheet is written */
	struct round_state state;
	struct round_delivery *rows;
	struct round_share *shares; /* by row */
};

static int
load(void *self, struct error *err)
{
	struct offices *v = self;
	struct app *app = v->base.app;
	struct arena *arena = &v->base.arena;
	const struct unit_table *units = app_units(app, err);
	struct monitoring_round r;

	if (!units || round_load(app->db, v->round, &r, err) ||
		round_state_load(app->db, units, r.strategy, r.year, arena, &v->state, err) ||
		round_deliveries(app->db, &r, arena, &v->rows, &v->base.count, err))
		return -1;
	v->shares = arena_array(arena, (size_t)v->base.count + 1, sizeof *v->shares);
	for (int i = 0; i < v->base.count; i++)
		v->shares[i] = round_share_of(&v->state, v->rows[i].office);
	return 0;
}

static const struct list_column columns[] = {
	{ N_("Office"), 0, false },
	{ N_("Indicators"), 10, true },
	{ N_("Missing"), 7, true },
	{ N_("Tasks"), 7, true },
	{ N_("Sheet sent"), 10, false },
	{ N_("Delivered"), 10, false },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct offices *v = self;
	const struct round_delivery *d = &v->rows[row];
	const struct round_share *share = &v->shares[row];

	if (d->late)
		c->role = ROLE_WARN;
	switch (column) {
	case 0:
		text_copy(
			c->text, sizeof c->text, d->office[0] ? d->office : _("(no office named)"));
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%d", share->figures);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", share->missing);
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%d", share->tasks);
		break;
	case 4:
		date_show(c->text, sizeof c->text, d->sent_on);
		break;
	default:
		if (d->delivered_on[0])
			date_show(c->text, sizeof c->text, d->delivered_on);
		else
			text_copy(c->text, sizeof c->text,
				share->keyed_all ? C_("office", "keyed")
				: d->late        ? _("late")
						 : "");
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct offices *)self)->rows[row].office);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct offices *v = self;
	const struct round_delivery *d = row < 0 ? NULL : &v->rows[row];
	bool keyed = d && !d->delivered_on[0] && v->shares[row].keyed_all;

	if (d)
		snprintf(dst, size, "%s%s%s",
			keyed ? _("keyed all its figures, not delivered yet") : "",
			keyed && d->note[0] ? "; " : "", d->note);
}

static void
above(void *self, struct canvas *c)
{
	const struct offices *v = self;
	char due[32], year[16];

	snprintf(year, sizeof year, ", %d", v->state.course.year);
	strategy_title_draw(c, &v->state.course.strategy, year, ROLE_TITLE);
	canvas_printf(c, 1, 0, -1, ROLE_HINT, _("Offices deliver by %s. Enter notes what came."),
		date_show(due, sizeof due, v->state.round.due_on));
}

static int
build_sheet(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct offices *v = self;

	return office_sheet_table(table, &v->state, v->rows[v->chosen].office, arena, err);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct offices *v = self;
	char name[KEPT_OFFICE_SIZE + 8];

	if (action == ACTION_ROUND_SHEET) {
		v->chosen = row;
		snprintf(name, sizeof name, "%s %d", v->rows[row].office, v->state.course.year);
		export_open(s, build_sheet, v, name);
		return SCREEN_HANDLED;
	}
	if (action != ACTION_OPEN && action != ACTION_EDIT)
		return SCREEN_PASS;
	card_form_open(s, &delivery_form, row + 1, v->round, ANSWER_SAVED);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	const struct offices *v = self;
	char folder[PATH_MAX];

	switch (action) {
	case ACTION_ROUND_TAKE:
		dialog_path(s, _("Take a sheet in"), _("Sheet of the office (.xlsx, .csv)"),
			app_folder_in(v->base.app, folder, sizeof folder), ANSWER_PATH);
		return SCREEN_HANDLED;
	case ANSWER_PATH:
		if (app_path_there(s, _("Take a sheet in"), _("Sheet of the office (.xlsx, .csv)"),
			    event->answer, ANSWER_PATH))
			import_preview_round(s, event->answer);
		return SCREEN_HANDLED;
	default:
		return action == ANSWER_SAVED ? SCREEN_HANDLED : SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No office is named by indicators or tasks of this strategy."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("offices"),
	.file_title = N_("Offices of the monitoring"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct offices *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	v->round = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_ROUND_SHEET, ACTION_ROUND_TAKE, 0 };

const struct screen round_offices_screen = { .name = "monitoring_offices",
	.title = N_("Offices asked"),
	.size = sizeof(struct offices),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
