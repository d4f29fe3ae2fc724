/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One improvement plan: its goal and measure over the list of its actions; results of years. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/plans/improvement_plan.h"
#include "model/indicators/indicator.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/plans/group_view.h"
#include "screens/plans/plan_forms.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_REMOVE, ANSWER_YEAR };
enum { LINES_ABOVE = 6 };

struct plan_card {
	struct list_screen base;
	int64_t id;
	struct improvement_plan plan;
	struct plan_progress progress;
	char today[16]; /* actions before it are late */
	struct plan_action *rows;
	struct plan_result *results;
	int result_count;
	const struct unit_table *units;
	const char *measure; /* the indicator's name, or the words */
};

static int
find_measure(struct plan_card *v, struct error *err)
{
	struct arena *arena = &v->base.arena;
	struct indicator card;

	v->measure = v->plan.measure;
	if (!v->plan.indicator[0])
		return 0;
	if (indicator_load(v->base.app->db, v->plan.indicator, arena, &card, err))
		return -1;
	v->measure = arena_format(arena, "%s  %s", card.code, card.name);
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct plan_card *v = self;
	struct db *db = v->base.app->db;

	date_iso(v->today, sizeof v->today, clock_today());
	v->units = app_units(v->base.app, err);
	return !v->units || plan_load(db, v->id, &v->plan, err) || find_measure(v, err) ||
			       plan_progress_load(db, v->units, &v->plan, &v->progress, err) ||
			       plan_results(db, v->id, &v->base.arena, &v->results,
				       &v->result_count, err) ||
			       plan_actions(
				       db, v->id, &v->base.arena, &v->rows, &v->base.count, err)
		       ? -1
		       : 0;
}

/* ---- over the actions ---- */

static const char *
figure(char *dst, size_t size, double value)
{
	return isnan(value) ? "–" : number_format(dst, size, value, -1);
}

/* "121,6 in 2022, target 140 in 2027; now 128,5 in 2024: 37% of the way". */
static void
draw_way(const struct plan_card *v, struct canvas *c, int row)
{
	const struct improvement_plan *p = &v->plan;
	char base[32], target[32], now[32], way[32];
	int used = 0;

	if (!isnan(p->base) || !isnan(p->target))
		used = canvas_printf(c, row, 0, -1, ROLE_TEXT, _("%s in %d, target %s in %d"),
			figure(base, sizeof base, p->base), p->base_year,
			figure(target, sizeof target, p->target), p->target_year);
	if (!v->progress.year)
		return;
	if (used)
		used += canvas_text(c, row, used, -1, ROLE_TEXT, "; ");
	if (isnan(v->progress.percent))
		canvas_printf(c, row, used, -1, ROLE_TEXT, _("now %s in %d"),
			figure(now, sizeof now, v->progress.value), v->progress.year);
	else
		canvas_printf(c, row, used, -1, ROLE_TEXT, _("now %s in %d: %s%% of the way"),
			figure(now, sizeof now, v->progress.value), v->progress.year,
			number_format(way, sizeof way, v->progress.percent, 0));
}

/* Costs of the actions beside the budget, so that nobody has to add them up. */
static void
draw_cost(const struct plan_card *v, struct canvas *c, int row)
{
	double cost = v->base.retired ? NAN : plan_cost(v->rows, v->base.count);
	bool above = cost > v->plan.budget + 0.005;
	char sum[48], budget[48];

	if (isnan(cost))
		return;
	number_money(sum, sizeof sum, cost);
	if (isnan(v->plan.budget))
		canvas_printf(c, row, 0, -1, ROLE_TEXT, _("Actions cost %s zł together"), sum);
	else
		canvas_printf(c, row, 0, -1, above ? ROLE_WARN : ROLE_TEXT,
			above ? _("! Actions cost %s zł together, above the budget of %s zł")
			      : _("Actions cost %s zł together, of the budget of %s zł"),
			sum, number_money(budget, sizeof budget, v->plan.budget));
}

static void
above(void *self, struct canvas *c)
{
	const struct plan_card *v = self;
	const struct unit *u = unit_by_slot(v->units, v->plan.slot);

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s: %s", u ? u->told : "", v->plan.title);
	canvas_text(c, 1, 0, -1, ROLE_TEXT, v->plan.goal);
	if (v->measure[0])
		canvas_printf(c, 2, 0, -1, ROLE_TEXT, _("Measure: %s"), v->measure);
	draw_way(v, c, 3);
	draw_cost(v, c, 4);
	if (v->result_count)
		canvas_printf(c, 5, 0, -1, ROLE_HINT, "%d: %s",
			v->results[v->result_count - 1].year, v->results[v->result_count - 1].text);
	else
		canvas_text(c, 5, 0, -1, ROLE_HINT,
			_("F7 an action, w its conclusions, r the result of a year, c the chart"));
}

/* ---- actions as rows ---- */

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct plan_card *v = self;
	const struct plan_action *a = &v->rows[row];
	bool late = plan_action_overdue(a, v->today);
	size_t used;

	if (late)
		c->role = ROLE_WARN;
	if (a->state == PLAN_ACTION_DONE || a->state == PLAN_ACTION_GIVEN_UP)
		c->role = ROLE_HINT;
	switch (column) {
	case 0:
		used = (size_t)snprintf(
			c->text, sizeof c->text, "%s%d. ", late ? "! " : "", a->position);
		text_copy(c->text + used, sizeof c->text - used, a->text);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, a->responsible);
		break;
	case 2:
		if (a->to_on[0])
			format_date(c->text, sizeof c->text, a->to_on);
		break;
	case 3:
		if (!isnan(a->cost))
			number_money(c->text, sizeof c->text, a->cost);
		break;
	default:
		text_copy(c->text, sizeof c->text, plan_action_state_label(a->state));
		break;
	}
}

static const struct list_column columns[] = {
	{ N_("Action"), 0, false },
	{ N_("Responsible"), 16, false },
	{ N_("Until"), 10, false },
	{ N_("Cost, zł"), 11, true },
	{ N_("State"), 14, false },
};

/* ---- what is done ---- */

static void
ask_result(struct screens *s, const struct plan_card *v, const char *year)
{
	long number;

	if (number_parse_whole(year, UNIT_FIRST_YEAR, UNIT_LAST_YEAR, &number)) {
		screens_refuse(s, _("“%s” is no year."), year);
		return;
	}
	if (number > clock_today().year) {
		screens_refuse(
			s, _("The year %d has not begun yet: it has no result."), (int)number);
		return;
	}
	card_form_open_for(s, &plan_result_form, v->id, (int)number, ANSWER_SAVED);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct plan_card *v = self;
	char year[16];

	switch (action) {
	case ACTION_NEW:
		card_form_open(s, &plan_action_form, 0, v->id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_GATHER:
		screens_push(s, &plan_gather_screen, &v->id);
		return SCREEN_HANDLED;
	case ACTION_YEAR_RESULT:
		snprintf(year, sizeof year, "%d", clock_today().year - 1);
		dialog_input(s, _("Result of a year"), _("Year"), year, ANSWER_YEAR);
		return SCREEN_HANDLED;
	case ANSWER_YEAR:
		ask_result(s, v, event->answer);
		return SCREEN_HANDLED;
	case ACTION_CHART:
		if (v->plan.indicator[0]) {
			struct view view = { .indicator = v->plan.indicator, .slot = v->plan.slot };

			group_view_chart(s, v->plan.group, &view);
		} else {
			screens_say(
				s, "%s", _("The plan is measured in words: there is no chart."));
		}
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
move(struct screens *s, struct plan_card *v, int row, int by)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	int failed = app_may_write(app, &err) ||
		     plan_action_move(app->db, v->id, v->plan.rev, v->rows[row].position, by, &err);

	if (!failed && row + by >= 0 && row + by < v->base.count)
		list_select(&v->base.list, row + by);
	app_done(s, failed, &err, NULL);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct plan_card *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &plan_action_form, v->rows[row].position, v->id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_MOVE_UP:
	case ACTION_MOVE_DOWN:
		return move(s, v, row, action == ACTION_MOVE_UP ? -1 : 1);
	case ACTION_DELETE:
		dialog_ask(s, _("Delete the action?"), v->rows[row].text, ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		app_done(s,
			app_may_write(app, &err) || plan_action_remove(app->db, v->id, v->plan.rev,
							    v->rows[row].position, &err),
			&err, _("The action is deleted."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No action yet: F7 adds the first one."),
	.lines_above = LINES_ABOVE,
	.load = load,
	.cell = cell,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("plan"),
	.file_title = N_("Improvement plan"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct plan_card *)self)->id = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_MOVE_UP, ACTION_MOVE_DOWN, ACTION_GATHER,
	ACTION_YEAR_RESULT, ACTION_CHART, 0 };

const struct screen plan_card_screen = { .name = "plan_card",
	.title = N_("Improvement plan"),
	.size = sizeof(struct plan_card),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
