/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a data sheet asks for: indicators in order, and from when on a value asks for a remark. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/groups/group_sheet.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/lookup.h"
#include "screens/frame/picker.h"
#include "screens/sheets/sheet_screens.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>

struct lines_view {
	struct list_screen base;
	int64_t id;
	struct data_sheet sheet;
	struct data_sheet_line *rows;
	const char *left_out; /* codes that the group's comparison leaves out */
};

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_INDICATOR, ANSWER_MADE };

static void
limit(struct list_cell *c, double value, const char *after)
{
	char number[48];

	if (!isnan(value))
		snprintf(c->text, sizeof c->text, "%s%s",
			number_format(number, sizeof number, value, -1), after);
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct data_sheet_line *l = &((const struct lines_view *)data)->rows[row];

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%d. %s", l->position, l->name);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, l->code);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, l->measure);
		break;
	case 3:
		limit(c, l->low, "");
		break;
	case 4:
		limit(c, l->high, "");
		break;
	default:
		limit(c, l->change, "%");
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld",
		(long long)((const struct lines_view *)self)->rows[row].indicator_id);
}

static const struct list_column columns[] = {
	{ N_("Indicator"), 0, false },
	{ N_("Code"), 9, false },
	{ N_("Meas."), 12, false },
	{ N_("Lowest"), 9, true },
	{ N_("Highest"), 9, true },
	{ N_("Change"), 8, true },
};

static int
load(void *self, struct error *err)
{
	struct lines_view *v = self;
	struct db *db = v->base.app->db;

	return data_sheet_load(db, v->id, &v->sheet, err) ||
			       data_sheet_lines(db, v->id, &v->base.arena, &v->rows,
				       &v->base.count, err) ||
			       group_sheet_left_out(
				       db, v->id, &v->base.arena, &v->left_out, err)
		       ? -1
		       : 0;
}

static void
above(void *self, struct canvas *c)
{
	const struct lines_view *v = self;
	const struct data_sheet *s = &v->sheet;

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, _("Data sheet %s, %d: %s"), s->group_code, s->year,
		s->group_name);
	if (v->left_out[0])
		canvas_printf(c, 1, 0, -1, ROLE_WARN,
			_("No rows of the comparison (2 4, F7 there adds them): %s"), v->left_out);
	else
		canvas_text(c, 1, 0, -1, ROLE_HINT,
			_("A value outside, or a larger change against the year before, asks for a "
			  "remark."));
}

static void
save(struct screens *s, struct lines_view *v, const struct data_sheet_line *lines, int count)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_may_write(app, &err) || data_sheet_save(app->db, &v->sheet, lines, count, &err)) {
		app_error(s, _("The data sheet was not changed"), &err);
		screens_stale(s);
		return;
	}
	app_changed(s);
}

static void
add(struct screens *s, struct lines_view *v, int64_t card)
{
	struct data_sheet_line *lines =
		arena_array(&v->base.arena, (size_t)v->base.count + 1, sizeof *lines);

	snprintf(v->base.id, sizeof v->base.id, "%lld", (long long)card);
	for (int i = 0; i < v->base.count; i++) {
		lines[i] = v->rows[i];
		if (lines[i].indicator_id != card)
			continue;
		list_screen_want(v, card);
		screens_stale(s);
		screens_say(s, _("%s is in the sheet already; nothing was added."), lines[i].name);
		return;
	}
	lines[v->base.count] = (struct data_sheet_line){
		.indicator_id = card, .low = NAN, .high = NAN, .change = NAN
	};
	save(s, v, lines, v->base.count + 1);
}

/* The card that was chosen, or a new one that is made at once. */
static void
chosen(struct screens *s, struct lines_view *v, const struct event *event)
{
	struct indicator card;
	struct error err = { 0 };

	if (event->number == PICKER_NEW)
		card_form_open(s, &sheet_indicator_form, 0, v->id, ANSWER_MADE);
	else if (indicator_load(app_of(s)->db, event->answer, &v->base.arena, &card, &err))
		screens_error(s, &err);
	else
		add(s, v, card.id);
}

static void
move(struct screens *s, struct lines_view *v, int row, int to)
{
	struct data_sheet_line line = v->rows[row];

	if (to < 0 || to >= v->base.count)
		return;
	v->rows[row] = v->rows[to];
	v->rows[to] = line;
	save(s, v, v->rows, v->base.count);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct lines_view *v = self;
	struct error err = { 0 };

	switch (action) {
	case ACTION_NEW:
		if (owner_check(app_of(s)->db, v->sheet.owner, &err))
			screens_error(s, &err);
		else
			lookup_sheet_indicator(
				s, _("Which figure is asked for?"), v->id, ANSWER_INDICATOR);
		return SCREEN_HANDLED;
	case ANSWER_INDICATOR:
		chosen(s, v, event);
		return SCREEN_HANDLED;
	case ANSWER_MADE:
		add(s, v, event->number);
		return SCREEN_HANDLED;
	case ACTION_SHEET_HEAD:
		card_form_open(s, &sheet_form, v->id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct lines_view *v = self;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &sheet_line_form, v->id * SHEET_LINE_OF + v->rows[row].position,
			0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_MOVE_UP:
	case ACTION_MOVE_DOWN:
		move(s, v, row, action == ACTION_MOVE_UP ? row - 1 : row + 1);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		screens_say(s, _("%s is no longer asked for; figures that were keyed stay."),
			v->rows[row].code);
		for (int i = row; i + 1 < v->base.count; i++)
			v->rows[i] = v->rows[i + 1];
		v->base.count--;
		save(s, v, v->rows, v->base.count);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("The sheet asks for nothing yet: F7 adds an indicator."),
	.lines_above = 2,
	.whole_lines = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("data sheet"),
	.file_title = N_("What a data sheet asks for"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	((struct lines_view *)self)->id = *(const int64_t *)argument;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_MOVE_UP, ACTION_MOVE_DOWN, ACTION_SHEET_HEAD, 0 };

const struct screen sheet_lines_screen = { .name = "sheet_lines",
	.title = N_("What is asked for"),
	.size = sizeof(struct lines_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
