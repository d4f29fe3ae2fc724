/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was deleted of one list: p brings a line back. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/strategies/task_money.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"

#include <stdio.h>

enum { ANSWER_REASON = ACTION_ANSWER_1 };

struct deleted_lines {
	struct list_screen base;
	struct deleted_of of;
	struct deleted_line *rows;
};

static const struct list_column columns[] = {
	{ N_("Deleted"), 0, false },
	{ N_("When"), 17, false },
	{ N_("By"), 12, false },
};

static int
load(void *self, struct error *err)
{
	struct deleted_lines *v = self;

	v->base.retired = true;
	return deleted_line_list(
		v->base.app->db, &v->of, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct deleted_line *l = &((const struct deleted_lines *)self)->rows[row];
	char when[32];

	text_copy(c->text, sizeof c->text,
		column == 0   ? l->text
		: column == 1 ? clock_local(when, sizeof when, l->deleted_at)
			      : l->login);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct deleted_lines *)self)->rows[row].id);
}

static void
above(void *self, struct canvas *c)
{
	(void)self;
	canvas_text(
		c, 0, 0, -1, ROLE_WARN, _("Deleted ones; p brings one back, x shows those in use"));
}

/* Money of an approved year asks for its reason, as in its form. */
static void
bring_back(struct screens *s, const struct deleted_line *l, const char *reason)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	int failed = app_may_write(app, &err) || deleted_line_restore(app->db, l->id, reason, &err);

	if (failed && l->noun == DELETED_MONEY && err.field == TASK_MONEY_REASON && !reason[0])
		dialog_input(
			s, _("Bring the line back?"), _("Reason of the change"), "", ANSWER_REASON);
	else
		app_done(s, failed, &err, _("It is back."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct deleted_lines *v = self;

	if (action == ANSWER_REASON && list_screen_row(v) >= 0) {
		bring_back(s, &v->rows[list_screen_row(v)], event->answer);
		return SCREEN_HANDLED;
	}
	if (action != ACTION_RETIRED)
		return SCREEN_PASS;
	screens_pop(s);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct deleted_lines *v = self;

	if (action != ACTION_BRING_BACK)
		return SCREEN_PASS;
	bring_back(s, &v->rows[row], "");
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nothing is deleted: x shows those in use."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("deleted"),
	.file_title = N_("Deleted"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct deleted_lines *)self)->of = *(const struct deleted_of *)argument;
	return 0;
}

static const int ids[] = { ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_RETIRED,
	ACTION_BRING_BACK, 0 };

const struct screen deleted_lines_screen = { .name = "deleted_lines",
	.title = N_("Deleted"),
	.size = sizeof(struct deleted_lines),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
