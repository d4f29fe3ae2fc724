/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is planned and spent for all tasks of a strategy, by year and source. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/strategies/task_money.h"
#include "report/task_documents.h"
#include "screens/frame/actions.h"
#include "screens/strategies/strategies.h"
#include "screens/strategies/task_forms.h"
#include "tui/pager.h"

#include <stdio.h>

struct sums {
	struct list_screen base;
	int64_t id;
	struct strategy strategy;
	struct task_money_sum *rows;
	int count; /* of sums; each is two rows: planned, spent */
};

static int
load(void *self, struct error *err)
{
	struct sums *v = self;
	struct db *db = v->base.app->db;
	struct task_money *lines;
	int count;

	if (strategy_load(db, v->id, &v->strategy, err) ||
		task_money_of_strategy(db, v->id, &v->base.arena, &lines, &count, err))
		return -1;
	task_money_sums(lines, count, &v->base.arena, &v->rows, &v->count);
	v->base.count = 2 * v->count;
	return 0;
}

static const struct list_column columns[] = {
	{ N_("Year"), 0, false },
	{ N_("Own funds"), 10, true },
	{ N_("EU"), 10, true },
	{ N_("State budget"), 10, true },
	{ N_("Other funds"), 10, true },
	{ N_("Together, zł"), 12, true },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct task_money_sum *m = &((const struct sums *)self)->rows[row / 2];
	bool spent = row % 2;
	int64_t grosze;

	if (column == 0) {
		if (m->year)
			snprintf(c->text, sizeof c->text, "%d  %s", m->year,
				spent ? _("spent") : _("planned"));
		else
			text_copy(c->text, sizeof c->text,
				spent ? _("all years, spent") : _("all years, planned"));
		return;
	}
	if (column == MONEY_SOURCES + 1)
		grosze = spent ? m->spent_all : m->planned_all;
	else
		grosze = spent ? m->spent[column - 1] : m->planned[column - 1];
	if (grosze != MONEY_NONE)
		money_format(c->text, sizeof c->text, grosze);
}

static void
above(void *self, struct canvas *c)
{
	const struct sums *v = self;

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s  %s", v->strategy.code, v->strategy.name);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct sums *v = self;

	(void)err;
	document_task_money(table, arena, &v->strategy, v->rows, v->count);
	return 0;
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct sums *)self)->strategy.code);
}

void
money_by_task_open(struct screens *s, int64_t strategy, int year)
{
	int count, task_count;
	struct db *db = app_of(s)->db;
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct task_money *lines;
	struct task *tasks;
	const char *text = "";

	if (task_list(db, &(struct task_filter){ .strategy = strategy }, &arena, &tasks,
		    &task_count, &err) ||
		task_money_of_strategy(db, strategy, &arena, &lines, &count, &err)) {
		screens_error(s, &err);
		arena_release(&arena);
		return;
	}
	for (int i = 0; i < count; i++) {
		char planned[40], spent[40];
		const struct task *t = tasks;

		while (t < tasks + task_count && t->id != lines[i].task)
			t++;
		if (t == tasks + task_count || (year && lines[i].year != year))
			continue;
		text = arena_format(&arena, _("%s%s\n  %d, %s: planned %s, spent %s\n"), text,
			t->name, lines[i].year, money_source_label(lines[i].source),
			money_shown(planned, sizeof planned, lines[i].planned),
			money_shown(spent, sizeof spent, lines[i].spent));
		text = arena_format(&arena, "%s  %s\n", text,
			kept_origin(
				&arena, lines[i].entered_at, lines[i].login, lines[i].file_name));
	}
	pager_open(s, _("Money by task"), text, true);
	arena_release(&arena);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct sums *v = self;

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	money_by_task_open(s, v->id, v->rows[row / 2].year);
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No money yet: m on a task adds it."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.above = above,
	.act_row = act_row,
	.file = N_("money"),
	.file_title = N_("Money of all tasks"),
	.build = build,
	.about = about,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct sums *)self)->id = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen money_sums_screen = { .name = "money_sums",
	.title = N_("Money of all tasks"),
	.size = sizeof(struct sums),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
