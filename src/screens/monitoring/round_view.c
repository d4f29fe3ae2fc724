/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The monitoring of a year: all indicators and tasks of a strategy, what is missing, what is off
 * its course with its cause, approval. */
#include "config.h"

#include "screens/monitoring/round_view_parts.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/strategies/task_state.h"
#include "screens/frame/actions.h"

#include <stdio.h>

/* ---- reading ---- */

/* The goal that is shown alone; -1 = none, or it is not among those of the strategy. */
static int
chosen_goal(const struct round_view *v)
{
	for (int i = 0; v->only_goal && i < v->state.course.goal_count; i++)
		if (v->state.course.goals[i].id == v->only_goal)
			return i;
	return -1;
}

static bool
under_goal(const struct round_view *v, const struct round_row *r)
{
	const struct goal *goals = v->state.course.goals;
	int goal = r->figure ? r->figure->course->goal : r->task->goal;

	while (goal >= 0 && goals[goal].id != v->only_goal)
		goal = goals[goal].above;
	return goal >= 0;
}

static bool
shown(const struct round_view *v, const struct round_row *r)
{
	if (v->only_state != ROUND_EVERY &&
		!(r->figure && (int)r->figure->as.state == v->only_state))
		return false;
	if (v->only_goal && !under_goal(v, r))
		return false;
	switch (v->show) {
	case SHOW_MISSING:
		return r->figure && r->figure->want != WANT_NOTHING;
	case SHOW_OFF:
		return r->figure ? r->figure->off || r->figure->deviation
				 : r->task->off || r->task->deviation;
	case SHOW_UNEXPLAINED:
		return r->figure ? round_figure_unexplained(r->figure)
				 : round_task_unexplained(r->task);
	default:
		return true;
	}
}

static int
load(void *self, struct error *err)
{
	struct round_view *v = self;
	struct app *app = v->base.app;
	const struct unit_table *units = app_units(app, err);
	struct round_state *s = &v->state;

	*s = (struct round_state){ .figure_count = 0 };
	if (!units || strategy_view_load(&v->strategy, app, &v->base.arena, err))
		return -1;
	if (!v->strategy.strategy.id)
		return 0;
	if (!v->year && round_year_open(app->db, v->strategy.strategy.id, &v->year, err))
		return -1;
	if (round_state_load(
		    app->db, units, v->strategy.strategy.id, v->year, &v->base.arena, s, err))
		return -1;
	v->year = s->course.year;
	if (chosen_goal(v) < 0) /* deleted meanwhile, or of another strategy */
		v->only_goal = 0;
	v->rows = arena_array(
		&v->base.arena, (size_t)(s->figure_count + s->task_count) + 1, sizeof *v->rows);
	for (int i = 0; i < s->figure_count + s->task_count; i++) {
		struct round_row r = { i < s->figure_count ? &s->figures[i] : NULL,
			i < s->figure_count ? NULL : &s->tasks[i - s->figure_count] };

		if (shown(v, &r))
			v->rows[v->base.count++] = r;
	}
	return 0;
}

/* ---- drawing ---- */

static const struct list_column columns[] = {
	{ N_("Indicator or task"), 0, false },
	{ N_("Value"), 14, true },
	{ N_("Status"), 21, false },
	{ N_("To do"), 16, false },
};

static const char *
to_do(const struct round_view *v, bool off, bool again, const struct deviation *d)
{
	if (!off && !d)
		return "";
	if (off && !deviation_explains(d))
		return v->state.frozen ? _("not explained") : _("write the cause");
	if (d->measure[0] && !d->done_on[0])
		return d->overdue ? _("measure overdue") : _("measure open");
	return again ? _("on course again") : _("explained");
}

static void
name_cell(const struct round_view *v, int goal, const char *name, struct list_cell *c)
{
	size_t used = goal < 0 ? 0
			       : (size_t)snprintf(c->text, sizeof c->text, "%s  ",
					 v->state.course.goals[goal].number);

	text_copy(c->text + used, sizeof c->text - used, name);
}

static void
figure_cell(
	const struct round_view *v, const struct round_figure *f, int column, struct list_cell *c)
{
	const struct target *t = f->course->target;
	char value[48], name[TARGET_NAME_SIZE];

	switch (column) {
	case 0:
		name_cell(v, f->course->goal, target_course_name(f->course, name, sizeof name), c);
		break;
	case 1:
		number_format(value, sizeof value, f->as.value, t->decimals);
		if (f->as.value_year)
			snprintf(c->text, sizeof c->text, "%s (%d)%s", value, f->as.value_year,
				f->correction || target_corrected(f->course, &f->as, v->year) ? "*"
											      : "");
		else if (f->as.doubt == DOUBT_SAID_NONE)
			snprintf(c->text, sizeof c->text, "%s (%d)",
				flag_meaning(FLAG_NO_DATA)->symbol, v->year);
		break;
	case 2:
		target_state_text(v->tier, f->as.state, c->text, sizeof c->text);
		c->role = target_state_role(f->as.state);
		break;
	default:
		text_copy(c->text, sizeof c->text,
			f->want == WANT_KEYED    ? _("enter the figure")
			: f->want == WANT_SOURCE ? _("read the file in")
			: f->want == WANT_LATER
				? _("not known yet")
				: to_do(v, f->off, round_figure_again(f), f->deviation));
		break;
	}
}

static void
task_cell(const struct round_view *v, const struct round_task *t, int column, struct list_cell *c)
{
	switch (column) {
	case 0:
		name_cell(v, t->goal, t->task->name, c);
		break;
	case 1:
		if (t->said.percent != TASK_PERCENT_UNKNOWN)
			snprintf(c->text, sizeof c->text, "%d%%", t->said.percent);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, task_state_label(t->said.state));
		if (t->off)
			c->role = ROLE_BAD;
		break;
	default:
		text_copy(c->text, sizeof c->text,
			to_do(v, t->off, round_task_again(t), t->deviation));
		break;
	}
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct round_view *v = self;
	const struct round_row *r = &v->rows[row];

	r->figure ? figure_cell(v, r->figure, column, c) : task_cell(v, r->task, column, c);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct round_row *r = &((const struct round_view *)self)->rows[row];

	if (r->figure)
		snprintf(dst, size, "f%lld", (long long)r->figure->course->target->id);
	else
		snprintf(dst, size, "t%lld", (long long)r->task->task->id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct round_row *r = &((const struct round_view *)self)->rows[row];
	char name[TARGET_NAME_SIZE];

	if (r->figure)
		snprintf(dst, size, "%s %s",
			target_course_name(r->figure->course, name, sizeof name),
			r->figure->course->target->office);
	else
		snprintf(dst, size, "%s %s", r->task->task->name, r->task->task->office);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct round_view *v = self;
	const struct round_row *r = row < 0 ? NULL : &v->rows[row];
	struct arena arena = { 0 };
	const char *text = r && r->figure ? round_want_text(r->figure, v->year, &arena) : "";

	if (r && r->figure && r->figure->want == WANT_KEYED)
		snprintf(dst, size,
			!v->state.frozen && round_figure_unexplained(r->figure)
				? _("F4 enters it, p: cause; %s")
				: _("%s; F4 enters it"),
			text);
	else if (r && !v->state.frozen &&
		 (r->figure ? round_figure_unexplained(r->figure)
			    : round_task_unexplained(r->task)))
		snprintf(dst, size, "%s%s", text,
			text[0] ? _("; F4: cause") : _("F4 writes its cause and measure"));
	else
		text_copy(dst, size, text);
	arena_release(&arena);
}

static void
draw_round(const struct round_view *v, struct canvas *c)
{
	const struct monitoring_round *r = &v->state.round;
	char due[32], approved[32];

	if (!r->id)
		canvas_printf(c, 1, 0, -1, ROLE_WARN,
			_("%d: monitoring has not begun; F7 begins it and asks the offices"),
			v->year);
	else if (v->state.frozen)
		canvas_printf(c, 1, 0, -1, ROLE_GOOD, _("%d: approved %s, %s"), v->year,
			date_show(approved, sizeof approved, r->approved_on), r->approved_by);
	else
		canvas_printf(c, 1, 0, -1, ROLE_LABEL,
			_("%d: due %s; %d of %d offices have delivered"), v->year,
			date_show(due, sizeof due, r->due_on), r->delivered, r->offices);
}

static const char *
shown_label(const struct round_view *v, char *dst, size_t size)
{
	static const char *const labels[SHOWS] = { N_("everything"), N_("what is missing"),
		N_("what is or was off its course"), N_("what is not explained") };
	int goal = chosen_goal(v);

	if (v->only_state != ROUND_EVERY)
		return target_state_label((enum target_state)v->only_state);
	if (goal < 0)
		return _(labels[v->show]);
	snprintf(dst, size, _("goal %s"), v->state.course.goals[goal].number);
	return dst;
}

static void
above(void *self, struct canvas *c)
{
	struct round_view *v = self;
	char only[64];

	v->tier = canvas_tier(c);
	if (!v->strategy.strategy.id)
		return;
	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s  %s", v->strategy.strategy.code,
		v->strategy.strategy.name);
	draw_round(v, c);
	canvas_printf(c, 2, 0, -1, ROLE_HINT, _("Shown: %s. Missing: %d; not explained: %d"),
		shown_label(v, only, sizeof only), round_state_missing(&v->state),
		round_state_unexplained(&v->state));
}

static void
about(const void *self, char *dst, size_t size)
{
	const struct round_view *v = self;

	snprintf(dst, size, "%s %d", v->strategy.strategy.code, v->year);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nothing here: f shows everything again; menu 6 4 makes strategies."),
	.lines_above = 3,
	.whole_lines = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = round_view_act,
	.act_row = round_view_act_row,
	.file = N_("monitoring"),
	.file_title = N_("Monitoring of the year"),
	.about = about,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct round_view *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	v->base.list.flows = true;
	v->only_state = ROUND_EVERY;
	strategy_view_start(&v->strategy, STRATEGY_TABS, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_ROUND_ORIGIN, ACTION_ROUND_SHOW, ACTION_ROUND_VALUE, ACTION_ROUND_CAUSE,
	ACTION_ROUND_OFFICES, ACTION_ROUND_REPORT, ACTION_ROUND_APPROVE, ACTION_YEAR_PREVIOUS,
	ACTION_YEAR_NEXT, ACTION_YEAR_CHOOSE, ACTION_STRATEGY_CHOOSE, ACTION_ROUND_CARD,
	ACTION_ROUND_REMOVE, ACTION_RETIRED, 0 };

const struct screen round_view_screen = { .name = "monitoring_round",
	.title = N_("Yearly monitoring"),
	.size = sizeof(struct round_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };

/* ---- of a year that is said ---- */

static int
start_year(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct round_of *of = argument;
	struct round_view *v = self;

	v->year = of->year;
	if (start(s, self, &of->strategy, err))
		return -1;
	v->show = of->show;
	v->only_state = of->state;
	v->only_goal = of->goal;
	if (of->target)
		snprintf(v->base.id, sizeof v->base.id, "f%lld", (long long)of->target);
	else if (of->task)
		snprintf(v->base.id, sizeof v->base.id, "t%lld", (long long)of->task);
	return 0;
}

static const struct screen round_year_screen = { .name = "monitoring_round",
	.title = N_("Yearly monitoring"),
	.size = sizeof(struct round_view),
	.actions = ids,
	.start = start_year,
	LIST_SCREEN };

void
round_view_open(struct screens *s, const struct round_of *of)
{
	screens_push(s, &round_year_screen, of);
}
