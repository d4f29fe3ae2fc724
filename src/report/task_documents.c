/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of tasks, money, risks, steps of adoption and remarks. */
#include "config.h"

#include "report/task_documents.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/strategies/task_state.h"

#include <stdio.h>

char *
document_task_number(
	char *dst, size_t size, const struct goal *goals, int goal_count, const struct task *t)
{
	int at = goal_index(goals, goal_count, t->goal);

	if (at < 0)
		snprintf(dst, size, "%d", t->position);
	else
		snprintf(dst, size, "%s/%d", goals[at].number, t->position);
	return dst;
}

static void
start(struct report_table *t, struct arena *arena, const struct strategy *s, const char *title)
{
	report_table_start(t, arena, title);
	report_table_line(t, arena_format(arena, "%s  %s", s->code, s->name));
	if (s->made_up)
		report_table_line(t, _("Made-up data of a demonstration."));
}

static void
column(struct report_table *t, const char *name, const char *heading, enum report_kind kind)
{
	report_table_column(t, name, heading, kind, 0);
}

static void
money_column(struct report_table *t, const char *name, const char *heading)
{
	report_table_column(t, name, heading, REPORT_NUMBER, 2);
}

static void
money_cell(struct report_table *t, int64_t grosze)
{
	if (grosze == MONEY_NONE)
		report_cell_missing(t, "–");
	else
		report_cell_number(t, money_zloty(grosze));
}

static void
day_cell(struct report_table *t, struct arena *arena, const char *day)
{
	if (day[0])
		report_cell_text(t, date_shown(arena, day));
	else
		report_cell_empty(t);
}

/* ---- tasks ---- */

static void
task_columns(struct report_table *t)
{
	column(t, "number", _("No."), REPORT_CODE);
	column(t, "task", _("Task"), REPORT_TEXT);
	column(t, "office", _("Responsible"), REPORT_TEXT);
	column(t, "planned_from", _("Planned from"), REPORT_TEXT);
	column(t, "planned_to", _("Planned until"), REPORT_TEXT);
	column(t, "state", _("State"), REPORT_TEXT);
	column(t, "percent", _("%"), REPORT_NUMBER);
	money_column(t, "planned", _("Planned, zł"));
	money_column(t, "spent", _("Spent, zł"));
	column(t, "remarks", _("Product, reason"), REPORT_TEXT);
}

static void
task_row(struct report_table *t, struct arena *arena, const struct goal *goals, int goal_count,
	const struct task *task, const char *day)
{
	char number[40];

	report_table_row(t);
	report_cell_text(t, document_task_number(number, sizeof number, goals, goal_count, task));
	report_cell_text(t, task->name);
	report_cell_text(t, task->office);
	day_cell(t, arena, task->planned_from);
	day_cell(t, arena, task->planned_to);
	report_cell_text(t, task_state_label(task_state_on(task, day)));
	if (task->percent == TASK_PERCENT_UNKNOWN)
		report_cell_missing(t, "–");
	else
		report_cell_number(t, task->percent);
	money_cell(t, task->planned);
	money_cell(t, task->spent);
	report_cell_text(t, task->reason[0] ? task->reason : task->product);
}

void
document_tasks(struct report_table *t, struct arena *arena, const struct strategy *s,
	const struct goal *goals, int goal_count, const struct task *tasks, int count,
	const char *day)
{
	struct task_totals totals;

	start(t, arena, s, _("Tasks of the strategy"));
	report_table_line(t, arena_format(arena, _("State as of %s"), date_shown(arena, day)));
	task_columns(t);
	for (int i = 0; i < count; i++)
		task_row(t, arena, goals, goal_count, &tasks[i], day);
	task_totals(tasks, count, day, &totals);
	if (count == 0)
		return;
	report_table_row(t);
	report_cell_empty(t);
	report_cell_text(t, _("Together"));
	for (int i = 0; i < 4; i++)
		report_cell_empty(t);
	if (totals.percent < 0)
		report_cell_empty(t);
	else
		report_cell_number(t, totals.percent);
	money_cell(t, totals.planned);
	money_cell(t, totals.spent);
	report_table_sum(t);
}

/* ---- money ---- */

static void
money_row(struct report_table *t, const struct task_money_sum *sum, bool spent)
{
	const int64_t *parts = spent ? sum->spent : sum->planned;
	char year[16];

	snprintf(year, sizeof year, "%d", sum->year);
	report_table_row(t);
	report_cell_text(t, sum->year ? year : _("all years"));
	report_cell_text(t, spent ? _("spent") : _("planned"));
	for (int i = 0; i < MONEY_SOURCES; i++)
		money_cell(t, parts[i]);
	money_cell(t, spent ? sum->spent_all : sum->planned_all);
	if (!sum->year)
		report_table_sum(t);
}

void
document_task_money(struct report_table *t, struct arena *arena, const struct strategy *s,
	const struct task_money_sum *sums, int count)
{
	start(t, arena, s, _("Money of all tasks"));
	column(t, "year", _("Year"), REPORT_CODE);
	column(t, "what", _("What"), REPORT_TEXT);
	for (int i = 0; i < MONEY_SOURCES; i++)
		money_column(t, money_source_name((enum money_source)i),
			arena_format(arena, _("%s, zł"), money_source_label((enum money_source)i)));
	money_column(t, "together", _("Together, zł"));
	for (int i = 0; i < count; i++) {
		money_row(t, &sums[i], false);
		money_row(t, &sums[i], true);
	}
}

/* ---- risks ---- */

void
document_risks(struct report_table *t, struct arena *arena, const struct strategy *s,
	const struct risk *risks, int count)
{
	start(t, arena, s, _("Risks of the strategy"));
	column(t, "number", _("No."), REPORT_CODE);
	column(t, "risk", _("Risk"), REPORT_TEXT);
	column(t, "task", _("Task"), REPORT_TEXT);
	column(t, "likelihood", _("Likelihood"), REPORT_NUMBER);
	column(t, "effect", _("Consequence"), REPORT_NUMBER);
	column(t, "level", _("Level"), REPORT_TEXT);
	column(t, "response", _("Response"), REPORT_TEXT);
	column(t, "office", _("Responsible"), REPORT_TEXT);
	column(t, "closed_on", _("Ceased on"), REPORT_TEXT);
	for (int i = 0; i < count; i++) {
		const struct risk *r = &risks[i];

		report_table_row(t);
		report_cell_text(t, arena_format(arena, "%d", r->position));
		report_cell_text(t, r->text);
		report_cell_text(t, r->task_name);
		report_cell_number(t, r->likelihood);
		report_cell_number(t, r->effect);
		report_cell_text(t, risk_level_label(risk_level(r->likelihood, r->effect)));
		report_cell_text(t, r->response);
		report_cell_text(t, r->office);
		day_cell(t, arena, r->closed_on);
	}
	report_table_footnote(t, _("Level: likelihood times effect, each from 1 to 5; up to 4 low, "
				   "up to 12 medium, from 15 high."));
}

/* ---- the way to adoption ---- */

void
document_steps(struct report_table *t, struct arena *arena, const struct strategy *s,
	const struct adoption_step *steps, int count)
{
	start(t, arena, s, _("Steps of adoption"));
	column(t, "number", _("No."), REPORT_CODE);
	column(t, "step", _("Step"), REPORT_TEXT);
	column(t, "kind", _("Kind"), REPORT_TEXT);
	column(t, "planned_on", _("Planned on"), REPORT_TEXT);
	column(t, "done_on", _("Done on"), REPORT_TEXT);
	column(t, "document", _("Document"), REPORT_TEXT);
	column(t, "note", _("Note"), REPORT_TEXT);
	for (int i = 0; i < count; i++) {
		const struct adoption_step *a = &steps[i];

		report_table_row(t);
		report_cell_text(t, arena_format(arena, "%d", a->position));
		report_cell_text(t, a->name);
		report_cell_text(t, adoption_kind_label(a->kind));
		day_cell(t, arena, a->planned_on);
		day_cell(t, arena, a->done_on);
		report_cell_text(t, a->document);
		report_cell_text(t, a->note);
	}
}

static const char *
taken_text(struct arena *arena, const struct remark *remarks, int count)
{
	struct remark_totals totals;

	remark_totals(remarks, count, &totals);
	return arena_format(arena,
		_("Remarks: %d; taken into account %d, in part %d, not taken %d, not answered yet "
		  "%d"),
		totals.count, totals.by_outcome[REMARK_TAKEN], totals.by_outcome[REMARK_PARTLY],
		totals.by_outcome[REMARK_NOT_TAKEN], totals.by_outcome[REMARK_OPEN]);
}

void
document_remarks(struct report_table *t, struct arena *arena, const struct strategy *s,
	const struct remark *remarks, int count)
{
	start(t, arena, s, _("Remarks of the consultations and their answers"));
	report_table_line(t, taken_text(arena, remarks, count));
	column(t, "number", _("No."), REPORT_CODE);
	column(t, "made_on", _("Day"), REPORT_TEXT);
	column(t, "author", _("Whose"), REPORT_TEXT);
	column(t, "place", _("Part of the draft"), REPORT_TEXT);
	column(t, "remark", _("Remark"), REPORT_TEXT);
	column(t, "outcome", _("What became of it"), REPORT_TEXT);
	column(t, "answer", _("Answer and reason"), REPORT_TEXT);
	for (int i = 0; i < count; i++) {
		const struct remark *r = &remarks[i];

		report_table_row(t);
		report_cell_text(t, arena_format(arena, "%d", r->position));
		day_cell(t, arena, r->made_on);
		report_cell_text(t, r->author);
		report_cell_text(t, r->place);
		report_cell_text(t, r->text);
		report_cell_text(t, remark_outcome_label(r->outcome));
		report_cell_text(t, r->answer);
	}
}
