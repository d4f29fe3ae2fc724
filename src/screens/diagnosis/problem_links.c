/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From which problems and drivers a priority follows: ticked in a list. */
#include "config.h"

#include "screens/diagnosis/diagnosis_screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/diagnosis/problem.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"

#include <stdio.h>

struct links {
	struct list_screen base;
	int64_t priority;
	struct problem card, *rows;
	bool *ticked;
};

/* Problems and drivers of the priority's unit; those it follows from are ticked. */
static int
load(void *self, struct error *err)
{
	struct links *v = self;
	struct db *db = v->base.app->db;
	struct problem_filter filter = { .kind = -1 };
	struct problem *all, *linked;
	int count, linked_count;

	if (problem_load(db, v->priority, &v->card, err))
		return -1;
	filter.slot = v->card.slot;
	if (problem_list(db, &filter, &v->base.arena, &all, &count, err))
		return -1;
	filter.priority = v->priority;
	if (problem_list(db, &filter, &v->base.arena, &linked, &linked_count, err))
		return -1;
	v->rows = arena_array(&v->base.arena, (size_t)count + 1, sizeof *v->rows);
	v->ticked = arena_array(&v->base.arena, (size_t)count + 1, sizeof *v->ticked);
	for (int i = 0; i < count; i++) {
		if (all[i].kind == PROBLEM_PRIORITY)
			continue;
		for (int k = 0; k < linked_count; k++)
			v->ticked[v->base.count] |= linked[k].id == all[i].id;
		v->rows[v->base.count++] = all[i];
	}
	return 0;
}

static const struct list_column columns[] = {
	{ N_("Follows from"), 0, false },
	{ N_("Kind"), 22, false },
	{ N_("Year"), 5, true },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct links *v = self;

	if (v->ticked[row])
		c->role = ROLE_OWN;
	if (column == 0)
		snprintf(c->text, sizeof c->text, "%s %.240s", v->ticked[row] ? "[x]" : "[ ]",
			v->rows[row].text);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, problem_kind_label(v->rows[row].kind));
	else
		snprintf(c->text, sizeof c->text, "%d", v->rows[row].year);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct links *)self)->rows[row].id);
}

static void
above(void *self, struct canvas *c)
{
	const struct links *v = self;

	canvas_text(c, 0, 0, -1, ROLE_TITLE, v->card.text);
	canvas_text(c, 1, 0, -1, ROLE_HINT, _("Space or Enter ticks; it is saved at once."));
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct links *v = self;
	struct app *app = app_of(s);
	struct arena arena = { 0 };
	struct error err = { 0 };
	int64_t *ids;
	int count = 0;

	if (action != ACTION_OPEN && action != ACTION_MARK)
		return SCREEN_PASS;
	ids = arena_array(&arena, (size_t)v->base.count + 1, sizeof *ids);
	for (int i = 0; i < v->base.count; i++)
		if (v->ticked[i] != (i == row))
			ids[count++] = v->rows[i].id;
	app_done(s, app_may_write(app, &err) || problem_link(app->db, &v->card, ids, count, &err),
		&err, NULL);
	arena_release(&arena);
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("The unit has no problems and drivers yet."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act_row = act_row,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct links *)self)->priority = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_MARK, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen problem_links_screen = { .name = "problem_links",
	.title = N_("What the priority follows from"),
	.size = sizeof(struct links),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
