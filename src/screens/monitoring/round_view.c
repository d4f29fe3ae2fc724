/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The monitoring of a year: all indicators and tasks of a strategy, what is missing, what is off its
 * course with its cause, approval. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/flag.h"
#include "model/round_freeze.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
	ANSWER_SAVED = ACTION_ANSWER_1,
	ANSWER_STRATEGY,
	ANSWER_VALUE,
	ANSWER_APPROVE,
	ANSWER_YEAR,
	ANSWER_REMOVE
};
enum show { SHOW_ALL, SHOW_MISSING, SHOW_OFF, SHOWS };

struct row { /* one of the two */
	const struct round_figure *figure;
	const struct round_task *task;
};

struct view {
	struct list_screen base;
	struct strategy_view strategy;
	struct round_state state;
	struct row *rows;
	enum show show;
	int year;
};

/* ---- reading ---- */

static bool
shown(const struct view *v, const struct row *r)
{
	switch (v->show) {
	case SHOW_MISSING:
		return r->figure && r->figure->want != WANT_NOTHING;
	case SHOW_OFF:
		return r->figure ? r->figure->off || r->figure->deviation
				 : r->task->off || r->task->deviation;
	default:
		return true;
	}
}

static int
load(void *self, struct error *err)
{
	struct view *v = self;
	struct app *app = v->base.app;
	const struct unit_table *units = app_units(app, err);
	struct round_state *s = &v->state;

	*s = (struct round_state){ .figure_count = 0 };
	if (!units || strategy_view_load(&v->strategy, app, &v->base.arena, err))
		return -1;
	if (!v->strategy.strategy.id)
		return 0;
	if (round_state_load(
		    app->db, units, v->strategy.strategy.id, v->year, &v->base.arena, s, err))
		return -1;
	v->year = s->course.year;
	v->rows = arena_array(
		&v->base.arena, (size_t)(s->figure_count + s->task_count) + 1, sizeof *v->rows);
	for (int i = 0; i < s->figure_count + s->task_count; i++) {
		struct row r = { i < s->figure_count ? &s->figures[i] : NULL,
			i < s->figure_count ? NULL : &s->tasks[i - s->figure_count] };

		if (shown(v, &r))
			v->rows[v->base.count++] = r;
	}
	return 0;
}

/* ---- drawing ---- */

static const struct list_column columns[] = {
	{ N_("Goal"), 6, false },
	{ N_("Indicator or task"), 0, false },
	{ N_("Office"), 13, false },
	{ N_("Value"), 15, true },
	{ N_("Status"), 19, false },
	{ N_("To do"), 16, false },
};

static const char *
to_do(bool off, const struct deviation *d)
{
	if (!off && !d)
		return "";
	if (!d)
		return _("write the cause");
	if (d->measure[0] && !d->done_on[0])
		return d->overdue ? _("measure overdue") : _("measure open");
	return _("explained");
}

static void
figure_cell(const struct view *v, const struct round_figure *f, int column, struct list_cell *c)
{
	const struct target *t = f->course->target;
	char value[48];

	switch (column) {
	case 0:
		if (f->course->goal >= 0)
			text_copy(c->text, sizeof c->text,
				v->state.course.goals[f->course->goal].number);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, t->name);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, t->office);
		break;
	case 3:
		number_format(value, sizeof value, f->as.value, t->decimals);
		if (f->as.value_year)
			snprintf(c->text, sizeof c->text, "%s (%d)%s", value, f->as.value_year,
				f->correction ? "*" : "");
		break;
	case 4:
		text_copy(c->text, sizeof c->text, target_state_label(f->as.state));
		c->role = round_status_role(f->as.state);
		break;
	default:
		text_copy(c->text, sizeof c->text,
			f->want == WANT_KEYED    ? _("enter the figure")
			: f->want == WANT_SOURCE ? _("read the file in")
			: f->want == WANT_LATER  ? _("not known yet")
						 : to_do(f->off, f->deviation));
		break;
	}
}

static void
task_cell(const struct view *v, const struct round_task *t, int column, struct list_cell *c)
{
	switch (column) {
	case 0:
		if (t->goal >= 0)
			text_copy(c->text, sizeof c->text, v->state.course.goals[t->goal].number);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, t->task->name);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, t->task->office);
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%d%%", t->percent);
		break;
	case 4:
		text_copy(c->text, sizeof c->text, task_state_label(t->state));
		if (t->off)
			c->role = ROLE_BAD;
		break;
	default:
		text_copy(c->text, sizeof c->text, to_do(t->off, t->deviation));
		break;
	}
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct view *v = self;
	const struct row *r = &v->rows[row];

	r->figure ? figure_cell(v, r->figure, column, c) : task_cell(v, r->task, column, c);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct row *r = &((const struct view *)self)->rows[row];

	if (r->figure)
		snprintf(dst, size, "f%lld", (long long)r->figure->course->target->id);
	else
		snprintf(dst, size, "t%lld", (long long)r->task->task->id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct row *r = &((const struct view *)self)->rows[row];

	if (r->figure)
		snprintf(dst, size, "%s %s", r->figure->course->target->name,
			r->figure->course->target->office);
	else
		snprintf(dst, size, "%s %s", r->task->task->name, r->task->task->office);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct view *v = self;
	struct arena arena = { 0 };

	if (row >= 0 && v->rows[row].figure)
		text_copy(dst, size, round_want_text(v->rows[row].figure, v->year, &arena));
	arena_release(&arena);
}

static void
draw_round(const struct view *v, struct canvas *c)
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

static void
above(void *self, struct canvas *c)
{
	const struct view *v = self;
	static const char *const labels[SHOWS] = { N_("everything"), N_("what is missing"),
		N_("what is off its course") };

	if (!v->strategy.strategy.id)
		return;
	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s  %s", v->strategy.strategy.code,
		v->strategy.strategy.name);
	draw_round(v, c);
	canvas_printf(c, 2, 0, -1, ROLE_HINT, _("Shown: %s. Missing: %d; not explained: %d"),
		_(labels[v->show]), round_state_missing(&v->state),
		round_state_unexplained(&v->state));
}

/* ---- what is done ---- */

static bool
begun(struct screens *s, const struct view *v)
{
	if (!v->state.round.id)
		screens_say(s, "%s", _("The monitoring of this year has not begun; F7 begins it."));
	return v->state.round.id != 0;
}

static void
go_year(struct screens *s, struct view *v, int year)
{
	const struct strategy *of = &v->strategy.strategy;

	if (year < of->first_year || year > of->last_year || year > clock_today().year)
		screens_say(s, _("The strategy has no such year to look at: %d."), year);
	else
		v->year = year;
}

static void
ask_approval(struct screens *s, const struct view *v)
{
	char title[160];
	int open = round_state_missing(&v->state) + round_state_unexplained(&v->state);

	if (!begun(s, v))
		return;
	if (v->state.frozen) {
		screens_say(
			s, "%s", _("It is approved already; later figures are corrections (w)."));
		return;
	}
	snprintf(title, sizeof title,
		P_("Approve the report; %d matter is still open",
			"Approve the report; %d matters are still open", open),
		open);
	dialog_input(s, title, _("Who approves (function)"), "", ANSWER_APPROVE);
}

static void
approve(struct screens *s, struct view *v, const char *by)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	char today[16];

	date_iso(today, sizeof today, clock_today());
	app_done(s,
		app_may_write(app, &err) || round_approve(app->db, app_units(app, &err),
						    &v->state.round, today, by, &err),
		&err, _("The report is approved: its figures are frozen."));
}

static const struct round_figure *
selected_figure(const struct view *v)
{
	int row = list_screen_row(v);

	return row < 0 ? NULL : v->rows[row].figure;
}

/* The year's figure as it is typed; of an approved report it is a correction. */
static void
write_value(struct screens *s, struct view *v, const char *text)
{
	const struct round_figure *f = selected_figure(v);
	struct app *app = app_of(s);
	struct error err = { 0 };
	struct target_reading reading = { .year = v->year, .value = NAN, .source = "" };
	const struct target_point *p;

	if (!f)
		return;
	reading.target = f->course->target->id;
	p = target_point_of(f->course, v->year);
	if (p && p->reading)
		reading.source = p->reading->source;
	app_done(s,
		app_may_write(app, &err) ||
			target_reading_parse(text, &reading.value, &reading.flag, &err) ||
			target_reading_save(app->db, &reading, p ? p->reading : NULL, &err),
		&err, _("The figure is written."));
}

/* "25,5 Korekta GUS": the value, then why. */
static void
write_correction(struct screens *s, struct view *v, const char *text)
{
	const struct round_figure *f = selected_figure(v);
	struct app *app = app_of(s);
	struct error err = { 0 };
	char number[64];
	size_t length = 0;
	double value = NAN;

	while (text[length] && text[length] != ' ')
		length++;
	snprintf(number, sizeof number, "%.*s", (int)(length < 60 ? length : 60), text);
	if (!f)
		return;
	if (number_parse(number, &value))
		error_set(&err, ERROR_INPUT, _("“%s” is no number; type the value, then why."),
			number);
	app_done(s,
		err.code || app_may_write(app, &err) ||
			round_correct(app->db, &v->state.round, f->course->target->id, value,
				text[length] ? text + length + 1 : "", &err),
		&err, _("The correction stands beside the approved figure."));
}

static void
ask_value(struct screens *s, const struct view *v)
{
	const struct round_figure *f = selected_figure(v);
	char title[200];

	if (!f) {
		screens_say(
			s, "%s", _("Figures are written for indicators; tasks are in menu 6 5."));
		return;
	}
	if (v->state.frozen) {
		dialog_input(s, _("Correction of the approved figure"), _("Value, then why"), "",
			ANSWER_VALUE);
		return;
	}
	if (f->course->target->indicator[0]) {
		screens_say(s, _("This figure comes from the card %s; it is not typed here."),
			f->course->target->indicator);
		return;
	}
	snprintf(title, sizeof title, "%.120s, %d", f->course->target->name, v->year);
	dialog_input(s, title, _("Value, or bd or nd"), "", ANSWER_VALUE);
}

static void
remove_round(struct screens *s, struct view *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	app_done(s, app_may_write(app, &err) || round_remove(app->db, &v->state.round, &err), &err,
		_("The monitoring of the year is deleted."));
}

static void
open_report(struct screens *s, const struct view *v, enum year_report kind)
{
	const struct year_report_of of = { app_of(s), kind, v->strategy.strategy.id, v->year };

	year_report_preview(s, &of);
}

static int
act_round(struct screens *s, struct view *v, int action)
{
	switch (action) {
	case ACTION_NEW:
	case ACTION_ROUND_CARD:
		if (!strategy_view_there(s, &v->strategy))
			return SCREEN_HANDLED;
		if (v->state.round.id)
			card_form_open(s, &round_form, v->state.round.id, v->strategy.strategy.id,
				ANSWER_SAVED);
		else
			card_form_open_for(
				s, &round_form, v->strategy.strategy.id, v->year, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_ROUND_OFFICES:
		if (begun(s, v))
			screens_push(s, &round_offices_screen, &v->state.round.id);
		return SCREEN_HANDLED;
	case ACTION_ROUND_APPROVE:
		ask_approval(s, v);
		return SCREEN_HANDLED;
	case ACTION_ROUND_REPORT:
		open_report(s, v, YEAR_REPORT_MONITORING);
		return SCREEN_HANDLED;
	case ACTION_ROUND_VALUE:
		ask_value(s, v);
		return SCREEN_HANDLED;
	case ACTION_ROUND_REMOVE:
		if (begun(s, v))
			dialog_ask(s, _("Delete the monitoring of this year?"),
				_("Figures and tasks stay; days and offices of the round go."),
				ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view *v = self;

	switch (action) {
	case ACTION_ROUND_SHOW:
		v->show = (v->show + 1) % SHOWS;
		return SCREEN_HANDLED;
	case ACTION_YEAR_PREVIOUS:
	case ACTION_YEAR_NEXT:
		go_year(s, v, v->year + (action == ACTION_YEAR_NEXT ? 1 : -1));
		return SCREEN_HANDLED;
	case ACTION_YEAR_CHOOSE:
		dialog_input(s, _("Choose the year"), _("Year"), "", ANSWER_YEAR);
		return SCREEN_HANDLED;
	case ANSWER_YEAR:
		go_year(s, v, atoi(event->answer));
		return SCREEN_HANDLED;
	case ANSWER_APPROVE:
		approve(s, v, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_VALUE:
		v->state.frozen ? write_correction(s, v, event->answer)
				: write_value(s, v, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		remove_round(s, v);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		return SCREEN_HANDLED;
	default:
		if (act_round(s, v, action) == SCREEN_HANDLED)
			return SCREEN_HANDLED;
		return strategy_view_act(s, &v->strategy, action, ANSWER_STRATEGY, event);
	}
}

static void
open_detail(struct screens *s, struct view *v, const struct row *r)
{
	struct app *app = app_of(s);
	struct arena arena = { 0 };
	struct error err = { 0 };
	const char *text;

	if (round_state_sources(app->db, app_units(app, &err), &v->base.arena, &v->state, &err)) {
		app_done(s, -1, &err, NULL);
		return;
	}
	text = r->figure ? round_figure_text(&v->state, r->figure, &arena)
			 : round_task_text(&v->state, r->task, &arena);
	pager_open(s, r->figure ? _("Indicator of the year") : _("Task of the year"), text, true);
	arena_release(&arena);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct view *v = self;
	const struct row *r = &v->rows[row];
	const struct deviation *d = r->figure ? r->figure->deviation : r->task->deviation;

	switch (action) {
	case ACTION_OPEN:
		open_detail(s, v, r);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		if (!begun(s, v))
			return SCREEN_HANDLED;
		if (d)
			card_form_open(s, &deviation_form, d->id, v->state.round.id, ANSWER_SAVED);
		else
			card_form_open_for(s, &deviation_form, v->state.round.id,
				r->figure ? (int)r->figure->course->target->id
					  : -(int)r->task->task->id,
				ANSWER_SAVED);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
about(const void *self, char *dst, size_t size)
{
	const struct view *v = self;

	snprintf(dst, size, "%s %d", v->strategy.strategy.code, v->year);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nothing here: f shows everything again; menu 6 4 makes strategies."),
	.lines_above = 3,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("monitoring"),
	.file_title = N_("Monitoring of the year"),
	.about = about,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	strategy_view_start(&v->strategy, STRATEGY_TABS, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_ROUND_SHOW, ACTION_ROUND_VALUE, ACTION_ROUND_OFFICES,
	ACTION_ROUND_REPORT, ACTION_ROUND_APPROVE, ACTION_YEAR_PREVIOUS, ACTION_YEAR_NEXT,
	ACTION_YEAR_CHOOSE, ACTION_STRATEGY_CHOOSE, ACTION_ROUND_CARD, ACTION_ROUND_REMOVE, 0 };

const struct screen round_view_screen = { .name = "monitoring_round",
	.title = N_("Yearly monitoring"),
	.size = sizeof(struct view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
