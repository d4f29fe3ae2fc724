/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks, money, deviations, recommendations and corrections in a report. */
#include "config.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/indicators/flag.h"
#include "model/monitoring/recommendation.h"
#include "model/monitoring/round_frozen.h"
#include "model/strategies/task_state.h"
#include "report/monitoring_report_parts.h"
#include "report/task_documents.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- tasks ---- */

/* Why a task has no per cent of the year, though one is known today. */
static void
percent_told_later(const struct monitoring_writing *w, struct report_table *t)
{
	const struct strategy_course *c = &w->state->course;
	const char *tasks = "";
	char number[32];

	for (int i = 0; i < w->state->task_count && !w->state->frozen; i++) {
		const struct round_task *k = &w->state->tasks[i];

		if (k->said.percent == TASK_PERCENT_UNKNOWN &&
			k->task->percent != TASK_PERCENT_UNKNOWN && k->task->said_for > w->year)
			tasks = arena_format(w->arena, "%s%s%s (%d)", tasks, tasks[0] ? ", " : "",
				document_task_number(
					number, sizeof number, c->goals, c->goal_count, k->task),
				k->task->said_for);
	}
	if (tasks[0])
		report_table_footnote(
			t, arena_format(w->arena,
				   _("Per cent told for a later year alone, not for %d: tasks %s."),
				   w->year, tasks));
}

static void
task_table(const struct monitoring_writing *w)
{
	struct report_table *t = monitoring_table(w, C_("report", "Tasks"));
	const struct strategy_course *c = &w->state->course;
	int64_t planned = MONEY_NONE, spent = MONEY_NONE;
	char number[32];

	report_table_column(t, "task", _("No."), REPORT_CODE, 0);
	report_table_column(t, "name", _("Task"), REPORT_TEXT, 0);
	report_table_column(t, "office", _("Office"), REPORT_TEXT, 0);
	report_table_column(t, "planned_to", _("Planned end"), REPORT_TEXT, 0);
	report_table_column(t, "state", _("State on 31 December"), REPORT_TEXT, 0);
	report_table_column(t, "percent", "%", REPORT_NUMBER, 0);
	report_table_column(t, "planned", _("Planned, zł"), REPORT_NUMBER, 2);
	report_table_column(t, "spent", _("Spent, zł"), REPORT_NUMBER, 2);
	for (int i = 0; i < w->state->task_count; i++) {
		const struct round_task *k = &w->state->tasks[i];

		report_table_row(t);
		report_cell_text(t, document_task_number(number, sizeof number, c->goals,
					    c->goal_count, k->task));
		report_cell_text(t, k->task->name);
		report_cell_text(t, k->task->office);
		report_cell_text(t, date_shown(w->arena, k->task->planned_to));
		report_cell_text(t, task_state_label(k->said.state));
		if (k->said.percent == TASK_PERCENT_UNKNOWN)
			report_cell_missing(t, "–");
		else
			report_cell_number(t, k->said.percent);
		monitoring_zloty(t, k->said.planned);
		monitoring_zloty(t, k->said.spent);
		planned = money_add(planned, k->said.planned);
		spent = money_add(spent, k->said.spent);
	}
	report_table_row(t);
	report_cell_empty(t);
	report_cell_text(t, arena_format(w->arena, _("Money of %d"), w->year));
	for (int i = 0; i < 4; i++)
		report_cell_empty(t);
	monitoring_zloty(t, planned);
	monitoring_zloty(t, spent);
	report_table_sum(t);
	percent_told_later(w, t);
}

/* The table has what is entered now; of an approved year that its report says otherwise. */
static int
approved_money(const struct monitoring_writing *w, const struct task_money_sum *sums, int count,
	struct error *err)
{
	struct task_money_sum *approved;
	char planned[40], spent[40];
	int years;

	if (round_money_approved(
		    w->r->db, w->state->course.strategy.id, w->arena, &approved, &years, err))
		return -1;
	for (int i = 0; i < years; i++) {
		struct task_money_sum now = { .planned_all = 0 };

		for (int n = 0; n < count; n++)
			if (sums[n].year == approved[i].year)
				now = sums[n];
		if (money_add(now.planned_all, 0) == money_add(approved[i].planned_all, 0) &&
			money_add(now.spent_all, 0) == money_add(approved[i].spent_all, 0))
			continue;
		document_note(
			w->d, arena_format(w->arena,
				      _("%d: the approved report has planned %s, spent %s; the "
					"amounts were changed since."),
				      approved[i].year,
				      money_shown(planned, sizeof planned, approved[i].planned_all),
				      money_shown(spent, sizeof spent, approved[i].spent_all)));
	}
	return 0;
}

/* Each change since the year that the report tells, with both amounts, day and reason. */
static int
changed_money(const struct monitoring_writing *w, struct error *err)
{
	const struct strategy_change_filter filter = { .strategy = w->state->course.strategy.id };
	struct strategy_change *list;
	int count;

	if (strategy_change_list(w->r->db, &filter, w->arena, &list, &count, err))
		return -1;
	for (int i = count - 1; i >= 0; i--)
		if (list[i].noun == CHANGE_TASK && atoi(list[i].changed_on) >= w->year)
			document_note(w->d,
				arena_format(w->arena,
					_("Money of an approved year changed on %s: %s: %s. "
					  "Reason: %s"),
					date_shown(w->arena, list[i].changed_on), list[i].name,
					strategy_change_text(&list[i], w->arena), list[i].reason));
	return 0;
}

int
monitoring_tasks(const struct monitoring_writing *w, struct error *err)
{
	const struct strategy *s = &w->state->course.strategy;
	struct task_money_sum *sums;
	struct task_money *lines;
	int line_count, count;

	document_heading(w->d, 1, _("Tasks and money"));
	if (!w->state->task_count) {
		document_paragraph(w->d, _("The strategy has no tasks."));
		return 0;
	}
	task_table(w);
	if (task_money_of_strategy(w->r->db, s->id, w->arena, &lines, &line_count, err))
		return -1;
	task_money_sums(lines, line_count, w->arena, &sums, &count);
	if (count)
		document_task_money(document_table(w->d), w->arena, s, sums, count);
	return approved_money(w, sums, count, err) || changed_money(w, err) ? -1 : 0;
}

/* ---- deviations ---- */

/* The day on which a measure was done may be written after approval: where the table is made anew
 * for every print, it is left out then. */
static bool
tells_done(const struct monitoring_writing *w)
{
	return !w->state->frozen;
}

static void
deviation_columns(const struct monitoring_writing *w, struct report_table *t, const char *key,
	const char *head)
{
	report_table_column(t, "what", _("Indicator or task"), REPORT_TEXT, 0);
	report_table_column(t, key, head, REPORT_TEXT, 0);
	report_table_column(t, "cause", _("Cause"), REPORT_TEXT, 0);
	report_table_column(t, "measure", _("Measure taken"), REPORT_TEXT, 0);
	report_table_column(t, "office", _("Office"), REPORT_TEXT, 0);
	report_table_column(t, "due_on", _("Due by"), REPORT_TEXT, 0);
	if (tells_done(w))
		report_table_column(t, "done_on", _("Done on"), REPORT_TEXT, 0);
}

static void
deviation_cells(
	const struct monitoring_writing *w, struct report_table *t, const struct deviation *d)
{
	report_cell_text(t, d ? d->cause : _("not explained yet"));
	report_cell_text(t, d ? d->measure : "");
	report_cell_text(t, d ? d->office : "");
	report_cell_text(t, d ? date_shown(w->arena, d->due_on) : "");
	if (tells_done(w))
		report_cell_text(t, d ? date_shown(w->arena, d->done_on) : "");
}

static const char *
how_far(const struct monitoring_writing *w, const struct round_figure *f)
{
	const char *status = monitoring_status_text(f->as.state, w->arena);
	const struct target *t = f->course->target;
	char value[64], expected[96];

	if (isnan(f->as.expected))
		target_interval_text(t->low, t->high, t->decimals, expected, sizeof expected);
	else
		number_format(expected, sizeof expected, f->as.expected, t->decimals);
	if (isnan(f->as.value) || !expected[0])
		return status;
	number_format(value, sizeof value, f->as.value, t->decimals);
	return arena_format(w->arena, _("%s; is %s, expected %s (%d)"), status, value, expected,
		f->as.value_year);
}

/* Whether a line belongs under the heading: what is off, or what was explained and is on course. */
static bool
belongs(bool wanted_off, bool off, const struct deviation *d)
{
	return wanted_off ? off : d && !off;
}

/* What the report itself tells; corrections and what they put off stand behind it. */
static bool
off_told(const struct round_figure *f)
{
	return f->as.state == TARGET_AT_RISK || f->as.state == TARGET_OFF_COURSE;
}

static const struct deviation *
told(const struct deviation *d)
{
	return d && !d->later ? d : NULL;
}

static int
count_rows(const struct round_state *s, bool off)
{
	int rows = 0;

	for (int i = 0; i < s->figure_count; i++)
		rows += belongs(off, off_told(&s->figures[i]), told(s->figures[i].deviation));
	for (int i = 0; i < s->task_count; i++)
		rows += belongs(off, s->tasks[i].off, s->tasks[i].deviation);
	return rows;
}

static void
deviation_table(const struct monitoring_writing *w, bool off, const char *title)
{
	const struct round_state *s = w->state;
	struct report_table *t;

	if (!count_rows(s, off))
		return;
	t = monitoring_table(w, title);
	deviation_columns(w, t, "status", _("State"));
	for (int i = 0; i < s->figure_count; i++) {
		const struct round_figure *f = &s->figures[i];

		if (!belongs(off, off_told(f), told(f->deviation)))
			continue;
		report_table_row(t);
		report_cell_text(t,
			monitoring_numbered(w, f->course->goal, monitoring_target(w, f->course)));
		report_cell_text(t, how_far(w, f));
		deviation_cells(w, t, told(f->deviation));
	}
	for (int i = 0; i < s->task_count; i++) {
		const struct round_task *k = &s->tasks[i];
		const char *why;

		if (!belongs(off, k->off, k->deviation))
			continue;
		report_table_row(t);
		report_cell_text(t, k->task->name);
		why = round_task_reason(k, w->year, w->arena);
		report_cell_text(t, why[0] ? arena_format(w->arena, "%s: %s",
						     task_state_label(k->said.state), why)
					   : task_state_label(k->said.state));
		deviation_cells(w, t, k->deviation);
	}
}

int
monitoring_deviations(const struct monitoring_writing *w, struct error *err)
{
	struct deviation *open;
	struct report_table *t = NULL;
	int count;

	document_heading(w->d, 1, _("Deviations and measures"));
	if (!count_rows(w->state, true))
		document_paragraph(w->d, _("Nothing is off its course."));
	deviation_table(w, true, _("What is off its course"));
	deviation_table(w, false, _("Explained, and not off its course now"));
	if (deviation_open_list(
		    w->r->db, w->state->course.strategy.id, w->arena, &open, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (open[i].year >= w->year)
			continue;
		if (!t) {
			t = monitoring_table(w, _("Measures of earlier years that are not done"));
			deviation_columns(w, t, "year", _("Year"));
		}
		report_table_row(t);
		report_cell_text(t, open[i].subject);
		report_cell_text(t, arena_format(w->arena, "%d", open[i].year));
		deviation_cells(w, t, &open[i]);
	}
	return 0;
}

/* ---- recommendations, corrections ---- */

int
monitoring_recommendations(const struct monitoring_writing *w, struct error *err)
{
	const struct recommendation_filter filter = { .strategy = w->state->course.strategy.id,
		.open = true };
	struct recommendation *list;
	struct report_table *t;
	int count;

	if (recommendation_list(w->r->db, &filter, w->arena, &list, &count, err))
		return -1;
	if (!count)
		return 0;
	document_heading(w->d, 1, _("Recommendations that are not settled"));
	t = monitoring_table(w, "");
	report_table_column(t, "evaluation", _("Evaluation"), REPORT_TEXT, 0);
	report_table_column(t, "text", _("Recommendation"), REPORT_TEXT, 0);
	report_table_column(t, "office", _("Office"), REPORT_TEXT, 0);
	report_table_column(t, "due_on", _("Due by"), REPORT_TEXT, 0);
	report_table_column(t, "state", _("State"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, list[i].evaluation_title);
		report_cell_text(t, list[i].text);
		report_cell_text(t, list[i].office);
		report_cell_text(t, date_shown(w->arena, list[i].due_on));
		report_cell_text(t, recommendation_state_label(list[i].state));
	}
	return 0;
}

/* What a correction put off its course is explained after approval. */
static void
explained_later(const struct monitoring_writing *w)
{
	struct report_table *t = NULL;

	for (int i = 0; i < w->state->figure_count; i++) {
		const struct round_figure *f = &w->state->figures[i];

		if (!f->deviation || !f->deviation->later)
			continue;
		if (!t) {
			t = monitoring_table(w, _("Causes and measures after a correction"));
			deviation_columns(w, t, "status", _("Status after it"));
		}
		report_table_row(t);
		report_cell_text(t, monitoring_target(w, f->course));
		report_cell_text(
			t, monitoring_status_text(round_figure_judged(f)->state, w->arena));
		deviation_cells(w, t, f->deviation);
	}
}

static void
corrected_figures(const struct monitoring_writing *w)
{
	const struct round_state *s = w->state;
	struct report_table *t = monitoring_table(w, "");

	report_table_column(t, "dated_on", _("Day"), REPORT_TEXT, 0);
	report_table_column(t, "indicator", _("Indicator"), REPORT_TEXT, 0);
	report_table_column(t, "approved", _("Approved value"), REPORT_NUMBER, -1);
	report_table_column(t, "corrected", _("Corrected value"), REPORT_NUMBER, -1);
	report_table_column(t, "status", _("Approved status"), REPORT_TEXT, 0);
	report_table_column(t, "corrected_status", _("Status after it"), REPORT_TEXT, 0);
	report_table_column(t, "reason", _("Reason"), REPORT_TEXT, 0);
	for (int i = 0; i < s->correction_count; i++)
		for (int j = 0; j < s->figure_count; j++) {
			const struct round_figure *f = &s->figures[j];

			if (f->course->target->id != s->corrections[i].target)
				continue;
			report_table_row(t);
			report_cell_text(t, date_shown(w->arena, s->corrections[i].dated_on));
			report_cell_text(t, monitoring_target(w, f->course));
			monitoring_value(t, f->as.value_year == s->round.year ? f->as.value : NAN,
				f->course->target->decimals);
			if (isnan(s->corrections[i].value))
				report_cell_missing(
					t, flag_meaning(s->corrections[i].flag)->symbol);
			else
				report_cell_decimals(
					t, s->corrections[i].value, f->course->target->decimals);
			report_cell_text(t, monitoring_status_text(f->as.state, w->arena));
			report_cell_text(
				t, monitoring_status_text(s->corrections[i].as.state, w->arena));
			report_cell_text(t, s->corrections[i].reason);
		}
}

/* Each change of the year's own money since its approval, the oldest first. */
static void
corrected_money(const struct monitoring_writing *w, const struct strategy_change *list, int count)
{
	struct report_table *t = monitoring_table(w, _("Money of tasks"));

	report_table_column(t, "changed_on", _("Day"), REPORT_TEXT, 0);
	report_table_column(t, "task", _("Task"), REPORT_TEXT, 0);
	report_table_column(t, "change", _("Change"), REPORT_TEXT, 0);
	report_table_column(t, "reason", _("Reason"), REPORT_TEXT, 0);
	for (int i = count - 1; i >= 0; i--) {
		report_table_row(t);
		report_cell_text(t, date_shown(w->arena, list[i].changed_on));
		report_cell_text(t, list[i].name);
		report_cell_text(t, strategy_change_text(&list[i], w->arena));
		report_cell_text(t, list[i].reason);
	}
}

int
monitoring_corrections(const struct monitoring_writing *w, struct error *err)
{
	const struct strategy_change_filter filter = { .strategy = w->state->course.strategy.id };
	struct strategy_change *list;
	int count, money = 0;

	if (!w->state->frozen)
		return 0;
	if (strategy_change_list(w->r->db, &filter, w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (task_money_change_year(&list[i]) == w->state->round.year)
			list[money++] = list[i];
	if (!w->state->correction_count && !money)
		return 0;
	document_heading(w->d, 1, _("Corrections after approval"));
	if (w->state->correction_count) {
		corrected_figures(w);
		explained_later(w);
	}
	if (money)
		corrected_money(w, list, money);
	return 0;
}
