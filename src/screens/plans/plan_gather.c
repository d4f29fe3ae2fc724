/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conclusions of a plan's unit; those that it carries out are ticked. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/plans/conclusion.h"
#include "model/plans/improvement_plan.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/plans/plan_forms.h"

#include <stdio.h>

struct gathering {
	struct list_screen base;
	int64_t id;
	struct improvement_plan plan;
	struct conclusion *rows, *ticked;
	int ticked_count;
};

static int
load(void *self, struct error *err)
{
	struct gathering *v = self;
	struct db *db = v->base.app->db;
	struct arena *arena = &v->base.arena;
	const struct conclusion_filter of_plan = { .plan = v->id };
	struct conclusion_filter of_unit = { 0 };

	if (plan_load(db, v->id, &v->plan, err))
		return -1;
	of_unit.slot = v->plan.slot;
	return conclusion_list(db, &of_unit, arena, &v->rows, &v->base.count, err) ||
			       conclusion_list(
				       db, &of_plan, arena, &v->ticked, &v->ticked_count, err)
		       ? -1
		       : 0;
}

static bool
is_ticked(const struct gathering *v, int row)
{
	for (int i = 0; i < v->ticked_count; i++)
		if (v->ticked[i].id == v->rows[row].id)
			return true;
	return false;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct gathering *v = self;
	bool ticked = is_ticked(v, row);

	if (ticked)
		c->role = ROLE_OWN;
	else if (v->rows[row].state == CONCLUSION_REJECTED)
		c->role = ROLE_HINT;
	if (column == 0)
		text_copy(text_copy(c->text, sizeof c->text, ticked ? "[x] " : "[ ] ") + 4,
			sizeof c->text - 4, v->rows[row].text);
	else
		text_copy(c->text, sizeof c->text, conclusion_state_label(v->rows[row].state));
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct gathering *)self)->rows[row].id);
}

static const struct list_column columns[] = {
	{ N_("Conclusion"), 0, false },
	{ N_("State"), 14, false },
};

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct gathering *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };
	int64_t *ids;
	int n = 0;

	if (action != ACTION_MARK && action != ACTION_OPEN)
		return SCREEN_PASS;
	ids = arena_array(&v->base.arena, (size_t)v->base.count + 1, sizeof *ids);
	for (int i = 0; i < v->base.count; i++)
		if (is_ticked(v, i) != (i == row))
			ids[n++] = v->rows[i].id;
	app_done(s,
		app_may_write(app, &err) || plan_gather(app->db, v->id, v->plan.rev, ids, n, &err),
		&err, NULL);
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("This unit has drawn no conclusion yet: menu 2 4 or 2 7."),
	.load = load,
	.cell = cell,
	.id = id,
	.act_row = act_row,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct gathering *)self)->id = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_MARK, ACTION_OPEN, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen plan_gather_screen = { .name = "plan_gather",
	.title = N_("Conclusions of the plan"),
	.size = sizeof(struct gathering),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
