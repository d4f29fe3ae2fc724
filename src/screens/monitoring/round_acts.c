/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done on the screen of a year's monitoring. */
#include "config.h"

#include "screens/monitoring/round_view_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/indicators/flag.h"
#include "model/monitoring/round_freeze.h"
#include "model/monitoring/round_source.h"
#include "report/monitoring_report.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	ANSWER_SAVED = ACTION_ANSWER_1,
	ANSWER_STRATEGY,
	ANSWER_VALUE,
	ANSWER_APPROVER,
	ANSWER_APPROVE,
	ANSWER_YEAR,
	ANSWER_REMOVE,
	ANSWER_ROUND
};
static bool
begun(struct screens *s, const struct round_view *v)
{
	if (!v->state.round.id)
		screens_say(s, "%s", _("The monitoring of this year has not begun; F7 begins it."));
	return v->state.round.id != 0;
}

static void
go_year(struct screens *s, struct round_view *v, int year)
{
	const struct strategy *of = &v->strategy.strategy;

	if (year < of->first_year || year > of->last_year || year > clock_today().year) {
		screens_refuse(s, _("The strategy has no such year to look at: %d."), year);
		return;
	}
	v->year = year;
	screens_stale(s);
}

static void
ask_approver(struct screens *s, const struct round_view *v)
{
	if (!begun(s, v))
		return;
	if (v->state.frozen)
		screens_say(
			s, "%s", _("It is approved already; later figures are corrections (w)."));
	else
		dialog_propose(s, _("Approve the report"), _("Who approves (function)"),
			v->approver, ANSWER_APPROVER);
}

/* "2 deviations have no cause", "3 figures are missing": a line for each, in the arena; "". */
static const char *
open_matters(const struct round_state *state, struct arena *arena)
{
	int causes = round_state_unexplained(state), figures = round_state_missing(state);
	const char *text = "";

	if (causes)
		text = arena_format(arena,
			P_("%d deviation has no cause yet; it is not written afterwards.\n",
				"%d deviations have no cause yet; they are not written "
				"afterwards.\n",
				causes),
			causes);
	if (figures)
		text = arena_format(arena,
			P_("%s%d figure of the year is missing.\n",
				"%s%d figures of the year are missing.\n", figures),
			text, figures);
	return text;
}

/* The one question, with all that it freezes and by whom. */
static void
ask_approval(struct screens *s, struct round_view *v, const char *by)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	const char *waits;

	text_copy(v->approver, sizeof v->approver, by);
	if (!by[strspn(by, " ")])
		screens_refuse(s, "%s", _("Say the function of who approves: “burmistrz”."));
	else if (round_approval_waits(app_of(s)->db, &v->state, &arena, &waits, &err))
		app_done(s, -1, &err, NULL);
	else
		dialog_ask(s,
			arena_format(&arena, _("Approve the report of %d?"), v->state.course.year),
			arena_format(&arena,
				_("Approved by: %s\n\n%s%s%sApproved figures are frozen; later "
				  "ones "
				  "stand beside them as corrections."),
				by, waits, waits[0] ? "\n" : "", open_matters(&v->state, &arena)),
			ANSWER_APPROVE, 0);
	arena_release(&arena);
}

static void
approve(struct screens *s, struct round_view *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	const struct monitoring_report request = {
		.db = app->db, .units = app_units(app, &err), .office = &app->office, .fonts = ""
	};
	char today[16];
	int failed;

	date_iso(today, sizeof today, clock_today());
	failed = !request.units || app_may_write(app, &err) ||
		 monitoring_report_approve(&request, &v->state, today, v->approver, &err);
	app_done(s, failed, &err, _("The report is approved: its figures are frozen."));
}

static const struct round_figure *
selected_figure(const struct round_view *v)
{
	int row = list_screen_row(v);

	return row < 0 ? NULL : v->rows[row].figure;
}

static void
type_value(struct screens *s, const struct round_view *v, const struct round_figure *f,
	const char *text)
{
	char title[200];

	snprintf(title, sizeof title, "%.120s, %d", f->course->target->name, v->year);
	dialog_input(s, title, _("Value, or bd or nd"), text, ANSWER_VALUE);
}

/* The year's figure as it is typed; what is refused stays in the box. */
static void
write_value(struct screens *s, struct round_view *v, const char *text)
{
	const struct round_figure *f = selected_figure(v);
	struct app *app = app_of(s);
	struct error err = { 0 };
	struct target_reading reading = { .year = v->year, .value = NAN, .source = "" };
	const struct target_point *p;
	int failed;

	if (!f)
		return;
	if (!text[strspn(text, " ")]) {
		screens_say(s, "%s",
			_("Nothing was typed, so nothing has changed. A figure that is not known "
			  "is bd; F8 in the card of the indicator (6 4) takes one away."));
		return;
	}
	reading.target = f->course->target->id;
	p = target_point_of(f->course, v->year);
	failed = app_may_write(app, &err) || number_doubt(text, &err) ||
		 target_reading_parse(text, &reading.value, &reading.flag, &err);
	if (p && p->reading && target_reading_same(p->reading, &reading))
		reading.source = p->reading->source;
	failed = failed || target_reading_save(app->db, &reading, p ? p->reading : NULL, &err);
	app_done(s, failed, &err,
		p && p->reading && p->reading->source[0] && !reading.source[0]
			? _("The figure is written; the source of the former one went with it. F4 "
			    "in the card of the indicator (6 4) enters another.")
			: _("The figure is written."));
}

/* What stands there, as somebody would type it. */
static void
standing(const struct target_reading *r, char *dst, size_t size)
{
	dst[0] = '\0';
	if (r && isnan(r->value))
		text_copy(dst, size, flag_meaning(r->flag)->symbol);
	else if (r)
		number_format(dst, size, r->value, -1);
}

static void
ask_value(struct screens *s, const struct round_view *v)
{
	const struct round_figure *f = selected_figure(v);
	const struct target_point *p;
	char now[48];

	if (!f) {
		screens_say(
			s, "%s", _("Figures are written for indicators; tasks are in menu 6 5."));
		return;
	}
	if (v->state.frozen) {
		card_form_open_for(s, &correction_form, v->state.round.id,
			(int)f->course->target->id, ANSWER_SAVED);
		return;
	}
	if (f->course->target->indicator[0]) {
		screens_say(s, _("This figure comes from the card %s; it is not typed here."),
			f->course->target->indicator);
		return;
	}
	p = target_point_of(f->course, v->year);
	standing(p && p->flag != FLAG_PENDING ? p->reading : NULL, now, sizeof now);
	type_value(s, v, f, now);
}

static void
remove_round(struct screens *s, struct round_view *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	app_done(s, app_may_write(app, &err) || round_remove(app->db, &v->state.round, &err), &err,
		_("The monitoring of the year is deleted."));
}

static void
open_report(struct screens *s, const struct round_view *v, enum year_report kind)
{
	const struct year_report_of of = { app_of(s), kind, v->strategy.strategy.id, v->year };

	year_report_preview(s, &of);
}

/* The year that was begun is the one to look at. */
static void
go_round(struct screens *s, struct round_view *v, int64_t id)
{
	struct monitoring_round r;
	struct error err = { 0 };

	if (round_load(app_of(s)->db, id, &r, &err) == 0)
		v->year = r.year;
	screens_stale(s);
}

static int
act_round(struct screens *s, struct round_view *v, int action)
{
	switch (action) {
	case ACTION_NEW:
	case ACTION_ROUND_CARD:
		if (!strategy_view_there(s, &v->strategy))
			return SCREEN_HANDLED;
		if (v->state.round.id)
			card_form_open(s, &round_form, v->state.round.id, v->strategy.strategy.id,
				ANSWER_ROUND);
		else
			card_form_open_for(
				s, &round_form, v->strategy.strategy.id, v->year, ANSWER_ROUND);
		return SCREEN_HANDLED;
	case ACTION_ROUND_OFFICES:
		if (begun(s, v))
			screens_push(s, &round_offices_screen, &v->state.round.id);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		if (strategy_view_there(s, &v->strategy))
			screens_push(s, &deleted_lines_screen,
				&(struct deleted_of){ DELETED_DEVIATION, v->strategy.strategy.id });
		return SCREEN_HANDLED;
	case ACTION_ROUND_APPROVE:
		ask_approver(s, v);
		return SCREEN_HANDLED;
	case ACTION_ROUND_REPORT:
		open_report(s, v, YEAR_REPORT_MONITORING);
		return SCREEN_HANDLED;
	case ACTION_ROUND_VALUE:
		ask_value(s, v);
		return SCREEN_HANDLED;
	case ACTION_ROUND_REMOVE:
		if (v->state.frozen)
			screens_say(s, "%s", _("The report is approved; its year is not deleted."));
		else if (begun(s, v))
			dialog_ask(s, _("Delete the monitoring of this year?"),
				_("Figures and tasks stay; the first and the last day of the round "
				  "go."),
				ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

int
round_view_act(struct screens *s, void *self, int action, const struct event *event)
{
	struct round_view *v = self;

	switch (action) {
	case ACTION_ROUND_SHOW:
		if (v->only_state != ROUND_EVERY || v->only_goal || v->show >= SHOW_OFF)
			v->show = SHOW_ALL;
		else
			v->show++;
		v->only_state = ROUND_EVERY;
		v->only_goal = 0;
		screens_stale(s);
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
	case ANSWER_APPROVER:
		ask_approval(s, v, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_APPROVE:
		approve(s, v);
		return SCREEN_HANDLED;
	case ANSWER_VALUE:
		write_value(s, v, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		remove_round(s, v);
		return SCREEN_HANDLED;
	case ANSWER_ROUND:
		go_round(s, v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		return SCREEN_HANDLED;
	default:
		if (act_round(s, v, action) == SCREEN_HANDLED)
			return SCREEN_HANDLED;
		return strategy_view_act(s, &v->strategy, action, ANSWER_STRATEGY, event);
	}
}

/* The row in words, and below it where its figures stand today, those of other years last. */
static const char *
detail(struct app *app, struct round_view *v, const struct round_row *r, struct arena *arena,
	struct error *err)
{
	const char *text, *origin, *years = "";

	if (r->task)
		return arena_format(arena, "%s\n%s", round_task_text(&v->state, r->task, arena),
			round_task_origin(&v->state, r->task, arena));
	if (round_state_sources(app->db, app_units(app, err), &v->base.arena, &v->state, err) ||
		round_figure_origin(app, &v->state, r->figure, arena, &origin, err) ||
		round_figure_years(app, r->figure, v->year, arena, &years, err))
		return NULL;
	text = round_figure_text(&v->state, r->figure, arena);
	if (origin[0])
		text = arena_format(arena, "%s\n%s", text, origin);
	return years[0] ? arena_format(arena, "%s%s%s%s", text, origin[0] ? "\n\n" : "\n",
				  _("Other years:"), years)
			: text;
}

static void
open_detail(struct screens *s, struct round_view *v, const struct round_row *r)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	const char *text = detail(app_of(s), v, r, &arena, &err);

	if (text)
		pager_open(s, r->figure ? _("Indicator of the year") : _("Task of the year"), text,
			true);
	else
		app_done(s, -1, &err, NULL);
	arena_release(&arena);
}

/* Of an approved year: what a correction put off its course. */
static bool
may_explain(const struct round_row *r, const struct deviation *d)
{
	return d ? d->later : r->figure && r->figure->correction && r->figure->off;
}

/* Cause and measure; of an approved year only the day on which the measure was done. */
static void
explain(struct screens *s, const struct round_view *v, const struct round_row *r)
{
	const struct deviation *d = r->figure ? r->figure->deviation : r->task->deviation;

	if (!begun(s, v))
		return;
	if (v->state.frozen && !may_explain(r, d) && (!d || !d->measure[0]))
		screens_say(s,
			_("The report of %d is approved: causes and measures belong to the next "
			  "year; "
			  "w writes a correction."),
			v->year);
	else if (d)
		card_form_open(s, v->state.frozen && !d->later ? &measure_form : &deviation_form,
			d->id, v->state.round.id, ANSWER_SAVED);
	else
		card_form_open_for(s, &deviation_form, v->state.round.id,
			r->figure ? (int)r->figure->course->target->id : -(int)r->task->task->id,
			ANSWER_SAVED);
}

int
round_view_act_row(struct screens *s, void *self, int row, int action)
{
	struct round_view *v = self;
	const struct round_row *r = &v->rows[row];

	switch (action) {
	case ACTION_OPEN: /* the source of the figure that is shown; where none is, its entry */
		if (r->figure && r->figure->want == WANT_KEYED && !r->figure->as.value_year)
			ask_value(s, v);
		else
			open_detail(s, v, r);
		return SCREEN_HANDLED;
	case ACTION_ROUND_ORIGIN:
		open_detail(s, v, r);
		return SCREEN_HANDLED;
	case ACTION_EDIT: /* what the line asks for */
		if (r->figure && r->figure->want == WANT_KEYED)
			ask_value(s, v);
		else
			explain(s, v, r);
		return SCREEN_HANDLED;
	case ACTION_ROUND_CAUSE:
		explain(s, v, r);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}
