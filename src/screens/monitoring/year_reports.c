/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of a strategy's years, as a list. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"

#include <stdio.h>

enum { ANSWER_STRATEGY = ACTION_ANSWER_1 };

/* ---- the list ---- */

struct row {
	struct year_report_of of;
	const char *name, *state;
	int year;
};

struct reports {
	struct list_screen base;
	struct strategy_view strategy;
	struct row *rows;
	size_t room;
};

static void
add(struct reports *v, enum year_report kind, int64_t id, int year, const char *name,
	const char *state)
{
	v->rows = arena_grow(
		&v->base.arena, v->rows, (size_t)v->base.count, &v->room, sizeof *v->rows);
	v->rows[v->base.count++] = (struct row){
		.of = { v->base.app, kind, id, year }, .name = name, .state = state, .year = year
	};
}

static void
add_year(struct reports *v, const struct monitoring_round *r, int year)
{
	struct arena *arena = &v->base.arena;
	int64_t id = v->strategy.strategy.id;
	char due[32];
	const char *state = !r                  ? _("monitoring not begun")
			    : r->approved_on[0] ? arena_format(arena, _("approved %s"),
							  date_shown(arena, r->approved_on))
						: C_("report", "draft");

	add(v, YEAR_REPORT_MONITORING, id, year, _("Monitoring report"), state);
	add(v, YEAR_REPORT_CHAPTER, id, year, _("Chapter of the report on the state of the unit"),
		arena_format(arena, _("due %s"),
			date_format(due, sizeof due, round_state_report_day(year))));
}

static int
load(void *self, struct error *err)
{
	struct reports *v = self;
	struct app *app = v->base.app;
	struct monitoring_round *rounds;
	struct evaluation_filter filter = { 0 };
	struct evaluation *list;
	int count, n, usual = strategy_usual_year();
	bool there = false;

	v->rows = NULL;
	v->room = 0;
	if (strategy_view_load(&v->strategy, app, &v->base.arena, err))
		return -1;
	filter.strategy = v->strategy.strategy.id;
	if (!filter.strategy)
		return 0;
	if (round_list(app->db, filter.strategy, &v->base.arena, &rounds, &count, err) ||
		evaluation_list(app->db, &filter, &v->base.arena, &list, &n, err))
		return -1;
	for (int i = 0; i < count; i++)
		there |= rounds[i].year == usual;
	for (int i = 0; i < count; i++)
		add_year(v, &rounds[i], rounds[i].year);
	if (!there && usual >= v->strategy.strategy.first_year &&
		usual <= v->strategy.strategy.last_year)
		add_year(v, NULL, usual); /* what was begun stands first */
	for (int i = 0; i < n; i++)
		add(v, YEAR_REPORT_EVALUATION, list[i].id, list[i].year, list[i].title,
			evaluation_kind_label(list[i].kind));
	return 0;
}

static const struct list_column columns[] = {
	{ N_("Report"), 0, false },
	{ N_("Year"), 5, false },
	{ N_("State"), 26, false },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct row *r = &((const struct reports *)self)->rows[row];

	if (column == 1)
		snprintf(c->text, sizeof c->text, "%d", r->year);
	else
		text_copy(c->text, sizeof c->text, column == 0 ? r->name : r->state);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct row *r = &((const struct reports *)self)->rows[row];

	snprintf(dst, size, "%d/%lld/%d", (int)r->of.kind, (long long)r->of.id, r->year);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct reports *)self)->rows[row].name);
}

static void
above(void *self, struct canvas *c)
{
	const struct reports *v = self;

	if (!v->strategy.strategy.id)
		return;
	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s  %s", v->strategy.strategy.code,
		v->strategy.strategy.name);
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("Enter shows a report, w its figures with sources; F2 writes PDF, Word, Excel "
		  "…"));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct reports *v = self;
	int row = list_screen_row(v);

	if (action == ACTION_EXPORT) {
		if (row >= 0)
			year_report_write(s, &v->rows[row].of);
		return SCREEN_HANDLED;
	}
	return strategy_view_act(s, &v->strategy, action, ANSWER_STRATEGY, event);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct reports *v = self;

	const struct year_report_of *of = &v->rows[row].of;

	switch (action) {
	case ACTION_OPEN:
		year_report_preview(s, of);
		return SCREEN_HANDLED;
	case ACTION_REPORT_FIGURES:
		year_report_figures(s, of);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No report yet: menu 6 6 begins the monitoring of a year."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.act = act,
	.act_row = act_row,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct reports *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	strategy_view_start(&v->strategy, STRATEGY_TABS, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_REPORT_FIGURES, ACTION_EXPORT, ACTION_SEARCH,
	ACTION_FILTER, ACTION_STRATEGY_CHOOSE, 0 };

const struct screen year_reports_screen = { .name = "monitoring_reports",
	.title = N_("Reports of the strategy"),
	.size = sizeof(struct reports),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
