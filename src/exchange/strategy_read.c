/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a strategy's file: every kind has its function; a refusal names line and column. */
#include "config.h"

#include "exchange/strategy_row.h"

#include "base/i18n.h"
#include "base/text.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

/* ---- what rows refer to ---- */

static int
find_goal(const struct strategy_row *r, int *index)
{
	*index = -1;
	if (!r->cells[SC_GOAL][0])
		return 0;
	for (int i = 0; i < r->f->goal_count; i++)
		if (strcmp(r->f->goals[i].number, r->cells[SC_GOAL]) == 0)
			*index = i;
	return *index < 0 ? strategy_row_refuse(
				    r, SC_GOAL, _("the number of a goal that stands above"))
			  : 0;
}

int
strategy_row_target(const struct strategy_row *r)
{
	for (int i = r->f->target_count - 1; i >= 0; i--)
		if (strcmp(r->f->targets[i].item, r->cells[SC_ITEM]) == 0)
			return i;
	return -1;
}

int
strategy_row_task(const struct strategy_row *r)
{
	for (int i = r->f->task_count - 1; i >= 0; i--)
		if (strcmp(r->f->tasks[i].item, r->cells[SC_ITEM]) == 0)
			return i;
	return -1;
}

/* ---- rows ---- */

static int
strategy_words(const struct strategy_row *r, struct strategy *s)
{
	int kind, state, rule;

	if (strategy_take_word(r, SC_KIND, strategy_kind_from_name, STRATEGY_DEVELOPMENT,
		    "development, supralocal, policy, executive, local_programme, "
		    "institutional_programme, revitalisation, social, cooperation",
		    &kind) ||
		strategy_take_word(r, SC_STATE, strategy_state_from_name, STRATEGY_DRAFT,
			"draft, adopted, closed", &state) ||
		strategy_take_word(r, SC_RULE, goal_rule_from_name, GOAL_RULE_WORST_HALF,
			"worst, worst_half, mean", &rule))
		return -1;
	if (strcmp(r->cells[SC_MADE_UP], "") && strcmp(r->cells[SC_MADE_UP], "yes") &&
		strcmp(r->cells[SC_MADE_UP], "no"))
		return strategy_row_refuse(r, SC_MADE_UP, "yes, no");
	s->kind = (enum strategy_kind)kind;
	s->state = (enum strategy_state)state;
	s->rule = (enum goal_rule)rule;
	s->made_up = strcmp(r->cells[SC_MADE_UP], "yes") == 0;
	return 0;
}

static int
row_strategy(const struct strategy_row *r)
{
	struct strategy *s = &r->f->strategy;
	const char *adopted_on, *changed_on;

	if (r->f->line)
		return strategy_row_refuse(r, SC_ROW, _("one strategy only; a file holds one"));
	r->f->line = r->line;
	r->f->parent = strategy_row_kept(r, SC_PARENT);
	r->f->state = strategy_row_kept(r, SC_REV);
	if (strategy_take_day(r, SC_ADOPTED_ON, false, &adopted_on) ||
		strategy_take_day(r, SC_DAY, false, &changed_on))
		return -1;
	text_copy(s->changed_on, sizeof(s->changed_on), changed_on);
	text_copy(s->adopted_on, sizeof(s->adopted_on), adopted_on);
	return STRATEGY_TAKE(SC_CODE, s->code) || strategy_take_unit(r, &s->slot) ||
			       strategy_words(r, s) || STRATEGY_TAKE(SC_NAME, s->name) ||
			       STRATEGY_TAKE(SC_TEXT, s->vision) ||
			       strategy_take_year(r, SC_FROM, true, &s->first_year) ||
			       strategy_take_year(r, SC_TO, true, &s->last_year) ||
			       STRATEGY_TAKE(SC_RESOLUTION, s->resolution) ||
			       STRATEGY_TAKE(SC_CASE_MARK, s->case_mark) ||
			       STRATEGY_TAKE(SC_MISSION, s->mission) ||
			       STRATEGY_TAKE(SC_LEVEL1, s->level[0]) ||
			       STRATEGY_TAKE(SC_LEVEL2, s->level[1]) ||
			       STRATEGY_TAKE(SC_LEVEL3, s->level[2]) ||
			       STRATEGY_TAKE(SC_NOTE, s->note)
		       ? -1
		       : 0;
}

static int
row_unit(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;

	f->slots = arena_grow(
		&f->arena, f->slots, (size_t)f->slot_count, &f->slot_room, sizeof(*f->slots));
	return strategy_take_unit(r, &f->slots[f->slot_count++]);
}

/* "1.2.3" lies below "1.2". */
static int
find_above(const struct strategy_row *r, int *above)
{
	const char *dot = strrchr(r->cells[SC_GOAL], '.');
	size_t length = dot ? (size_t)(dot - r->cells[SC_GOAL]) : 0;

	*above = -1;
	if (!r->cells[SC_GOAL][0])
		return strategy_row_refuse(r, SC_GOAL, _("the number of the goal, such as 1.2"));
	for (int i = 0; i < r->f->goal_count; i++) {
		const char *number = r->f->goals[i].number;

		if (strcmp(number, r->cells[SC_GOAL]) == 0)
			return strategy_row_refuse(
				r, SC_GOAL, _("a number that stands in no line above"));
		if (dot && strlen(number) == length &&
			strncmp(number, r->cells[SC_GOAL], length) == 0)
			*above = i;
	}
	return dot && *above < 0 ? strategy_row_refuse(
					   r, SC_GOAL, _("a number whose goal above stands above"))
				 : 0;
}

static int
row_goal(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_goal g = { .line = r->line, .number = strategy_row_kept(r, SC_GOAL) };
	int dimension;

	if (find_above(r, &g.above) || STRATEGY_TAKE(SC_NAME, g.goal.name) ||
		strategy_take_day(r, SC_DAY, false, &g.changed_on) ||
		STRATEGY_TAKE(SC_TEXT, g.goal.text) ||
		strategy_take_word(r, SC_DIMENSION, goal_dimension_from_name, GOAL_NO_DIMENSION,
			"social, economic, spatial", &dimension))
		return -1;
	g.goal.dimension = (enum goal_dimension)dimension;
	f->goals = arena_grow(
		&f->arena, f->goals, (size_t)f->goal_count, &f->goal_room, sizeof(*f->goals));
	f->goals[f->goal_count++] = g;
	return 0;
}

static int
target_numbers(const struct strategy_row *r, struct target *t)
{
	return strategy_take_whole(r, SC_DECIMALS, 0, 6, &t->decimals) ||
			       strategy_take_letter(r, SC_DIRECTION, "SDNK", 'S', &t->direction) ||
			       strategy_take_number(r, SC_LOW, &t->low) ||
			       strategy_take_number(r, SC_HIGH, &t->high) ||
			       strategy_take_number(r, SC_TOLERANCE, &t->tolerance) ||
			       strategy_take_year(r, SC_BASE_YEAR, false, &t->base_year) ||
			       strategy_take_number(r, SC_BASE, &t->base) ||
			       strategy_take_year(r, SC_TARGET_YEAR, false, &t->target_year) ||
			       strategy_take_number(r, SC_TARGET, &t->target) ||
			       strategy_take_letter(r, SC_FREQUENCY, "RQM2", 'R', &t->frequency) ||
			       strategy_take_whole(r, SC_MONTH, 1, 12, &t->month)
		       ? -1
		       : 0;
}

static int
row_target(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_target read = {
		.line = r->line, .item = strategy_row_kept(r, SC_ITEM), .target = target_new(0, 0)
	};
	struct target *t = &read.target;
	int kind;

	if (!read.item[0] || strategy_row_target(r) >= 0)
		return strategy_row_refuse(r, SC_ITEM, _("a number that no indicator above has"));
	if (find_goal(r, &read.goal) || STRATEGY_TAKE(SC_NAME, t->name) ||
		strategy_take_word(r, SC_KIND, target_kind_from_name, TARGET_RESULT,
			"context, product, result, impact", &kind) ||
		STRATEGY_TAKE(SC_CODE, t->indicator) || STRATEGY_TAKE(SC_MEASURE, t->measure) ||
		target_numbers(r, t) || STRATEGY_TAKE(SC_OFFICE, t->office) ||
		STRATEGY_TAKE(SC_SOURCE, t->source) || STRATEGY_TAKE(SC_METHOD, t->method) ||
		STRATEGY_TAKE(SC_NOTE, t->note) ||
		strategy_take_day(r, SC_DAY, false, &read.changed_on) ||
		(r->cells[SC_UNIT][0] && strategy_take_unit(r, &t->slot)))
		return -1;
	t->kind = (enum target_kind)kind;
	f->targets = arena_grow(&f->arena, f->targets, (size_t)f->target_count, &f->target_room,
		sizeof(*f->targets));
	f->targets[f->target_count++] = read;
	return 0;
}

static int
row_path(const struct strategy_row *r)
{
	int i = strategy_row_target(r);
	struct target_step step;
	struct target *t;

	if (i < 0)
		return strategy_row_refuse(r, SC_ITEM, _("the number of an indicator above"));
	t = &r->f->targets[i].target;
	if (t->path_count == TARGET_PATH_MOST)
		return strategy_row_refuse(r, SC_YEAR, _("a path of at most 40 years"));
	if (strategy_take_year(r, SC_YEAR, true, &step.year) ||
		strategy_take_number(r, SC_VALUE, &step.value))
		return -1;
	if (isnan(step.value))
		return strategy_row_refuse(r, SC_VALUE, _("a number"));
	t->path[t->path_count++] = step;
	return 0;
}

static int
row_reading(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_reading read = { .line = r->line, .target = strategy_row_target(r) };

	if (read.target < 0)
		return strategy_row_refuse(r, SC_ITEM, _("the number of an indicator above"));
	if (strategy_take_figure(r, &read.reading.year, &read.reading.value, &read.reading.flag))
		return -1;
	for (int i = 0; i < f->reading_count; i++)
		if (f->readings[i].target == read.target &&
			f->readings[i].reading.year == read.reading.year)
			return strategy_row_refuse(
				r, SC_YEAR, _("a year that no row above has for this indicator"));
	if (strategy_take_words(r, SC_SOURCE, KEPT_LINE_SIZE, &read.reading.source))
		return -1;
	f->readings = arena_grow(&f->arena, f->readings, (size_t)f->reading_count, &f->reading_room,
		sizeof(*f->readings));
	f->readings[f->reading_count++] = read;
	return 0;
}

static int
task_texts(const struct strategy_row *r, struct task *t)
{
	return strategy_take_words(r, SC_NAME, TASK_NAME_SIZE, &t->name) ||
			       strategy_take_words(r, SC_OFFICE, KEPT_OFFICE_SIZE, &t->office) ||
			       strategy_take_words(r, SC_PARTNERS, KEPT_LINES_SIZE, &t->partners) ||
			       strategy_take_words(r, SC_REASON, KEPT_LINES_SIZE, &t->reason) ||
			       strategy_take_words(r, SC_PRODUCT, KEPT_LINES_SIZE, &t->product) ||
			       strategy_take_words(r, SC_NOTE, KEPT_LINES_SIZE, &t->note)
		       ? -1
		       : 0;
}

/* Empty is unknown. */
static int
take_percent(const struct strategy_row *r, int *percent)
{
	if (strategy_take_whole(r, SC_PERCENT, 0, 100, percent))
		return -1;
	if (!r->cells[SC_PERCENT][0])
		*percent = TASK_PERCENT_UNKNOWN;
	return 0;
}

static int
row_task(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_task read = { .line = r->line, .item = strategy_row_kept(r, SC_ITEM) };
	struct task *t = &read.task;
	int kind, state;

	task_start(t, 0);
	if (!read.item[0] || strategy_row_task(r) >= 0)
		return strategy_row_refuse(r, SC_ITEM, _("a number that no task above has"));
	if (find_goal(r, &read.goal) ||
		strategy_take_word(
			r, SC_KIND, task_kind_from_name, TASK_TASK, "task, project", &kind) ||
		strategy_take_word(r, SC_STATE, task_state_from_name, TASK_NOT_STARTED,
			"not_started, prepared, running, late, held, done, given_up", &state) ||
		take_percent(r, &t->percent) ||
		strategy_take_day(r, SC_FROM, false, &t->planned_from) ||
		strategy_take_day(r, SC_TO, false, &t->planned_to) ||
		strategy_take_day(r, SC_REAL_FROM, false, &t->real_from) ||
		strategy_take_day(r, SC_REAL_TO, false, &t->real_to) || task_texts(r, t))
		return -1;
	t->kind = (enum task_kind)kind;
	t->state = (enum task_state)state;
	f->tasks = arena_grow(
		&f->arena, f->tasks, (size_t)f->task_count, &f->task_room, sizeof(*f->tasks));
	f->tasks[f->task_count++] = read;
	return 0;
}

static int
row_money(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_money read = { .line = r->line, .task = strategy_row_task(r) };
	int source;

	if (read.task < 0)
		return strategy_row_refuse(r, SC_ITEM, _("the number of a task above"));
	if (strategy_take_year(r, SC_YEAR, true, &read.money.year) ||
		strategy_take_word(
			r, SC_KIND, money_source_from_name, -1, "own, eu, state, other", &source))
		return -1;
	for (int i = 0; i < f->money_count; i++)
		if (f->money[i].task == read.task && f->money[i].money.year == read.money.year &&
			(int)f->money[i].money.source == source)
			return strategy_row_refuse(r, SC_YEAR,
				_("a year and source that no row above has for this task"));
	if (money_read(r->cells[SC_PLANNED], 0, &read.money.planned, NULL))
		return strategy_row_refuse(r, SC_PLANNED, _("an amount in złoty"));
	if (money_read(r->cells[SC_SPENT], 0, &read.money.spent, NULL))
		return strategy_row_refuse(r, SC_SPENT, _("an amount in złoty"));
	read.money.source = (enum money_source)source;
	f->money = arena_grow(
		&f->arena, f->money, (size_t)f->money_count, &f->money_room, sizeof(*f->money));
	f->money[f->money_count++] = read;
	return 0;
}

#define COUNT(list) offsetof(struct strategy_read, list##_count)
static const struct {
	const char *name;
	int (*take)(const struct strategy_row *r);
	size_t count; /* where the length of its list stands; 0 = it has none */
} kinds[ROW_KINDS] = {
	[ROW_STRATEGY] = { "strategy", row_strategy, 0 },
	[ROW_UNIT] = { "unit", row_unit, COUNT(slot) },
	[ROW_GOAL] = { "goal", row_goal, COUNT(goal) },
	[ROW_TARGET] = { "indicator", row_target, COUNT(target) },
	[ROW_PATH] = { "path", row_path, 0 },
	[ROW_READING] = { "reading", row_reading, COUNT(reading) },
	[ROW_CORRECTION] = { "correction", strategy_row_correction, COUNT(correction) },
	[ROW_CHANGE] = { "change", strategy_row_change, COUNT(change) },
	[ROW_TASK] = { "task", row_task, COUNT(task) },
	[ROW_MONEY] = { "money", row_money, COUNT(money) },
	[ROW_STEP] = { "step", strategy_row_step, COUNT(step) },
	[ROW_REMARK] = { "remark", strategy_row_remark, COUNT(remark) },
	[ROW_RISK] = { "risk", strategy_row_risk, COUNT(risk) },
};

static int
check_cells(const struct strategy_row *r)
{
	for (int i = 0; i < SC_COUNT; i++)
		if (!text_storable(r->cells[i], "\n"))
			return header_check_text(
				r->cells[i], r->line, header_column(&r->f->header, i), r->err);
	return 0;
}

static int
keep_row(const struct strategy_row *r, enum strategy_row_kind kind)
{
	struct strategy_read *f = r->f;
	struct read_row *row;

	f->rows = arena_grow(
		&f->arena, f->rows, (size_t)f->row_count, &f->row_room, sizeof(*f->rows));
	row = &f->rows[f->row_count++];
	row->line = r->line;
	row->kind = kind;
	row->index = kind == ROW_PATH ? strategy_row_target(r)
		     : kinds[kind].count
			     ? *(const int *)(const void *)((const char *)f + kinds[kind].count) - 1
			     : 0;
	for (int i = 0; i < SC_COUNT; i++)
		row->cells[i] = strategy_row_kept(r, (enum strategy_column)i);
	return 0;
}

int
strategy_row_take(
	void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct strategy_read *f = context;
	struct strategy_row r = { .f = f, .line = line, .err = err };

	if (!f->header_seen) {
		f->header_seen = true;
		return header_take(
			&f->header, strategy_columns, SC_COUNT, line, fields, count, false, err);
	}
	if (header_check_row(&f->header, line, fields, count, err))
		return -1;
	for (int i = 0; i < SC_COUNT; i++)
		r.cells[i] = header_cell(&f->header, fields, i);
	if (check_cells(&r))
		return -1;
	for (int i = 0; i < ROW_KINDS; i++)
		if (strcmp(kinds[i].name, r.cells[SC_ROW]) == 0) {
			if (i != ROW_STRATEGY && !f->line)
				return strategy_row_refuse(
					&r, SC_ROW, _("the row “strategy” first"));
			return kinds[i].take(&r) ? -1 : keep_row(&r, i);
		}
	return strategy_row_refuse(&r, SC_ROW,
		"strategy, unit, goal, indicator, path, reading, correction, change, task, money, "
		"step, risk, remark");
}
