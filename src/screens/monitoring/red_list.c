/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indicators at risk or off their course in the last full year: of the strategies in force that
 * Home counts too. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/due.h"
#include "screens/frame/actions.h"
#include "screens/frame/target_state.h"
#include "screens/strategies/target_screens.h"

#include <math.h>
#include <stdio.h>

struct red {
	const struct strategy *strategy;
	const struct target_course *course;
};

struct reds {
	struct list_screen base;
	struct red *rows;
	size_t room;
	enum tier tier;
};

/* The worst first, those of one strategy together. */
static void
gather(struct reds *v, const struct strategy_course *course, enum target_state state)
{
	for (int i = 0; i < course->target_count; i++) {
		const struct target_course *c = &course->targets[i];

		if (c->now.state != state)
			continue;
		v->rows = arena_grow(
			&v->base.arena, v->rows, (size_t)v->base.count, &v->room, sizeof *v->rows);
		v->rows[v->base.count++] = (struct red){ &course->strategy, c };
	}
}

static int
load(void *self, struct error *err)
{
	struct reds *v = self;
	struct app *app = v->base.app;
	const struct unit_table *units = app_units(app, err);
	const struct unit *own;
	struct due_summary due;

	v->rows = NULL;
	v->room = 0;
	if (!units)
		return -1;
	own = app->office.own_unit[0] ? unit_by_code(units, app->office.own_unit) : NULL;
	if (due_in_force(
		    app->db, clock_today(), own ? own->slot : NO_SLOT, &v->base.arena, &due, err))
		return -1;
	for (int i = 0; i < due.in_force_count; i++) {
		struct strategy_course *course = arena_new(&v->base.arena, sizeof *course);

		if (target_course_load(
			    app->db, units, due.in_force[i], due.year, &v->base.arena, course, err))
			return -1;
		gather(v, course, TARGET_OFF_COURSE);
		gather(v, course, TARGET_AT_RISK);
	}
	return 0;
}

static const struct list_column columns[] = {
	{ N_("Indicator"), 0, false },
	{ N_("Strategy"), 12, false },
	{ N_("Value"), 14, true },
	{ N_("Expected"), 9, true },
	{ N_("Status"), 20, false },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct red *r = &((const struct reds *)self)->rows[row];
	const struct target *t = r->course->target;
	const struct target_judgement *j = &r->course->now;
	char value[48];

	switch (column) {
	case 0:
		target_course_name(r->course, c->text, sizeof c->text);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, r->strategy->code);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%s (%d)",
			number_format(value, sizeof value, j->value, t->decimals), j->value_year);
		break;
	case 3:
		target_expected_figure(t, j->expected, c->text, sizeof c->text);
		break;
	default:
		target_state_text(
			((const struct reds *)self)->tier, j->state, c->text, sizeof c->text);
		c->role = target_state_role(j->state);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld",
		(long long)((const struct reds *)self)->rows[row].course->target->id);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	if (row >= 0)
		text_copy(dst, size, ((const struct reds *)self)->rows[row].course->target->office);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct reds *v = self;

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	screens_push(s, &round_view_screen, &v->rows[row].strategy->id);
	return SCREEN_HANDLED;
}

static void
above(void *self, struct canvas *c)
{
	((struct reds *)self)->tier = canvas_tier(c);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No indicator of a strategy in force is at risk or off its course."),
	.whole_lines = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act_row = act_row,
	.file = N_("indicators at risk"),
	.file_title = N_("Indicators at risk"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen red_list_screen = { .name = "indicators_at_risk",
	.title = N_("Indicators at risk"),
	.size = sizeof(struct reds),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
