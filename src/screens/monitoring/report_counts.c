/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report counts and sums: indicators by status, goals with theirs, what is missing or not
 * explained, money of each year. Enter opens what was counted. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/monitoring/round_frozen.h"
#include "model/strategies/task_money.h"
#include "report/monitoring_report.h"
#include "screens/frame/actions.h"

#include <stdio.h>

struct row {
	const char *name, *figure;
	struct round_of of;
	bool money; /* of year, 0 = of all; else the rows of the year's monitoring */
	int year;
};

struct counts {
	struct list_screen base;
	int64_t strategy;
	int year;
	struct round_state state;
	struct row *rows;
	size_t room;
};

static void
add(struct counts *v, struct row row)
{
	v->rows = arena_grow(
		&v->base.arena, v->rows, (size_t)v->base.count, &v->room, sizeof *v->rows);
	v->rows[v->base.count++] = row;
}

static struct round_of
everything(const struct counts *v)
{
	return (struct round_of){ .strategy = v->strategy, .year = v->year, .state = ROUND_EVERY };
}

static void
add_count(struct counts *v, const char *name, int count, struct round_of of)
{
	add(v, (struct row){ name, arena_format(&v->base.arena, "%d", count), of, false, 0 });
}

static void
add_states(struct counts *v)
{
	struct round_of of = everything(v);

	for (of.state = 0; of.state < TARGET_WORDS; of.state++) {
		int count = v->state.counts[of.state];

		if (count || of.state < TARGET_STATES)
			add_count(v,
				arena_format(&v->base.arena, _("Indicators: %s"),
					target_state_label((enum target_state)of.state)),
				count, of);
	}
}

static void
add_goals(struct counts *v)
{
	const struct strategy_course *c = &v->state.course;
	struct arena *arena = &v->base.arena;
	struct round_of of = everything(v);

	for (int i = 0; i <= c->goal_count; i++) {
		bool whole = i == c->goal_count;

		if (!whole && c->goals[i].depth > 1)
			continue;
		of.goal = whole ? 0 : c->goals[i].id;
		add(v, (struct row){ whole ? _("The whole strategy")
					   : arena_format(arena, "%s  %s", c->goals[i].number,
						     c->goals[i].name),
			       monitoring_status_text(v->state.goals[i].state, arena), of, false,
			       0 });
	}
}

static void
add_open_matters(struct counts *v)
{
	struct round_of of = everything(v);

	of.show = SHOW_MISSING;
	add_count(v, _("Figures of the year that are missing"), round_state_missing(&v->state), of);
	of.show = SHOW_UNEXPLAINED;
	add_count(v, _("Deviations without a cause"), round_state_unexplained(&v->state), of);
}

static void
add_sum(struct counts *v, int year, bool spent, int64_t grosze)
{
	struct arena *arena = &v->base.arena;
	char shown[48];
	const char *name =
		!year ? (spent ? _("Money of all years, spent") : _("Money of all years, planned"))
		: spent ? arena_format(arena, _("Money of %d, spent"), year)
			: arena_format(arena, _("Money of %d, planned"), year);

	add(v, (struct row){ name, arena_string(arena, money_shown(shown, sizeof shown, grosze)),
		       everything(v), true, year });
}

static int
add_money(struct counts *v, struct error *err)
{
	struct arena *arena = &v->base.arena;
	struct task_money_sum *sums, *approved;
	struct task_money *lines;
	int count, line_count, approved_count;

	if (task_money_of_strategy(v->base.app->db, v->strategy, arena, &lines, &line_count, err) ||
		round_money_approved(
			v->base.app->db, v->strategy, arena, &approved, &approved_count, err))
		return -1;
	task_money_sums(lines, line_count, arena, &sums, &count);
	for (int i = 0; i < count; i++) {
		const struct task_money_sum *sum = &sums[i];

		for (int k = 0; k < approved_count; k++)
			if (approved[k].year == v->year && sum->year == v->year)
				sum = &approved[k];
		add_sum(v, sum->year, false, sum->planned_all);
		add_sum(v, sum->year, true, sum->spent_all);
	}
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct counts *v = self;
	struct app *app = v->base.app;
	const struct unit_table *units = app_units(app, err);

	v->rows = NULL;
	v->room = 0;
	if (!units || round_state_load(
			      app->db, units, v->strategy, v->year, &v->base.arena, &v->state, err))
		return -1;
	add_states(v);
	add_goals(v);
	add_open_matters(v);
	return add_money(v, err);
}

static const struct list_column columns[] = {
	{ N_("The report says"), 0, false },
	{ "", 22, true },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct row *r = &((const struct counts *)self)->rows[row];

	text_copy(c->text, sizeof c->text, column == 0 ? r->name : r->figure);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct row *r = &((const struct counts *)self)->rows[row];

	snprintf(dst, size, "%s/%d/%lld", r->name, r->of.state, (long long)r->of.goal);
}

static void
above(void *self, struct canvas *c)
{
	const struct counts *v = self;

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s, %d", v->state.course.strategy.name, v->year);
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		v->state.frozen ? _("Enter opens what was counted; money of other years is today's")
				: _("Enter opens what was counted"));
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct counts *v = self;
	const struct row *r = &v->rows[row];

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	if (r->money)
		money_by_task_open(s, v->strategy, r->year);
	else
		round_view_open(s, &r->of);
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("The report counts nothing."),
	.lines_above = 2,
	.whole_lines = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act_row = act_row,
	.file = N_("counts of a report"),
	.file_title = N_("What the report counts"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct year_report_of *of = argument;
	struct counts *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	v->strategy = of->id;
	v->year = of->year;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen report_counts_screen = { .name = "report_counts",
	.title = N_("What the report counts"),
	.size = sizeof(struct counts),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
