/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of the internal order on monitoring: its paragraphs are the usual ones, its annexes
 * come from the strategy. */
#include "config.h"

#include "report/strategy_rules.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/authority.h"
#include "model/units/unit_told.h"
#include "report/task_documents.h"

#include <string.h>

int
strategy_rules_load(struct db *db, const struct unit_table *units, int64_t strategy,
	struct arena *arena, struct strategy_rules *out, struct error *err)
{
	const struct target_filter targets = { .strategy = strategy };
	const struct task_filter tasks = { .strategy = strategy };
	struct office office;

	*out = (struct strategy_rules){ 0 };
	if (strategy_load(db, strategy, &out->strategy, err) ||
		goal_tree(db, strategy, false, arena, &out->goals, &out->goal_count, err) ||
		target_list(db, &targets, arena, &out->targets, &out->target_count, err) ||
		task_list(db, &tasks, arena, &out->tasks, &out->task_count, err))
		return -1;
	out->unit = unit_by_slot(units, out->strategy.slot);
	if (office_load(db, &office, err))
		return -1;
	out->executive = arena_string(arena, authority_executive(&office, out->unit));
	out->council = arena_string(arena, authority_council(&office, out->unit));
	return 0;
}

/* ---- words ---- */

static const char *
frequency_label(char frequency)
{
	switch (frequency) {
	case 'M':
		return _("every month");
	case 'Q':
		return _("every quarter");
	case '2':
		return _("every two years");
	default:
		return _("every year");
	}
}

static const char *
month_label(int month)
{
	static const char *const labels[] = { N_("on the day that the coordinator says"),
		N_("by the end of January"), N_("by the end of February"),
		N_("by the end of March"), N_("by the end of April"), N_("by the end of May"),
		N_("by the end of June"), N_("by the end of July"), N_("by the end of August"),
		N_("by the end of September"), N_("by the end of October"),
		N_("by the end of November"), N_("by the end of December") };

	return _(labels[month >= 1 && month <= 12 ? month : 0]);
}

static const char *
office_label(const char *office)
{
	return office[0] ? office : _("(to be said)");
}

/* ---- annexes ---- */

static void
add_columns(struct report_table *t)
{
	report_table_column(t, "goal", _("Goal"), REPORT_CODE, 0);
	report_table_column(t, "indicator", _("Indicator"), REPORT_TEXT, 0);
	report_table_column(t, "office", _("Who delivers"), REPORT_TEXT, 0);
	report_table_column(t, "source", _("From where"), REPORT_TEXT, 0);
	report_table_column(t, "frequency", _("How often"), REPORT_TEXT, 0);
	report_table_column(t, "when", _("When, in the next year"), REPORT_TEXT, 0);
	report_table_column(t, "whom", _("To whom"), REPORT_TEXT, 0);
}

static const char *
source_label(struct arena *arena, const struct target *target)
{
	if (target->source[0])
		return target->source;
	return target->indicator[0]
		       ? arena_format(arena, _("indicator %s of the database"), target->indicator)
		       : _("the office's own records");
}

static void
target_rows(struct report_table *t, struct arena *arena, const struct strategy_rules *rules,
	int64_t goal, const char *number)
{
	for (int i = 0; i < rules->target_count; i++) {
		const struct target *target = &rules->targets[i];

		if (target->goal != goal)
			continue;
		report_table_row(t);
		report_cell_text(t, number);
		report_cell_text(t, target->measure[0] ? arena_format(arena, "%s [%s]",
								 target->name, target->measure)
						       : target->name);
		report_cell_text(t, office_label(target->office));
		report_cell_text(t, source_label(arena, target));
		report_cell_text(t, frequency_label(target->frequency));
		report_cell_text(t, month_label(target->month));
		report_cell_text(t, _("coordinator of monitoring"));
	}
}

static void
annex_of_targets(struct document *d, struct arena *arena, const struct strategy_rules *rules)
{
	struct report_table *t;

	document_heading(d, 1, _("Annex 1. Who delivers which figure, when and to whom"));
	if (rules->target_count == 0) {
		document_paragraph(d, _("The document has no indicators yet."));
		return;
	}
	t = document_table(d);
	report_table_start(t, arena, _("Schedule of figures"));
	add_columns(t);
	target_rows(t, arena, rules, 0, "");
	for (int i = 0; i < rules->goal_count; i++)
		target_rows(t, arena, rules, rules->goals[i].id, rules->goals[i].number);
}

static void
annex_of_tasks(struct document *d, struct arena *arena, const struct strategy_rules *rules)
{
	struct report_table *t;
	char number[40];

	document_heading(d, 1, _("Annex 2. Who reports on which task"));
	if (rules->task_count == 0) {
		document_paragraph(d, _("The document has no tasks yet."));
		return;
	}
	t = document_table(d);
	report_table_start(t, arena, _("Tasks by who answers for them"));
	report_table_column(t, "number", _("No."), REPORT_CODE, 0);
	report_table_column(t, "task", _("Task"), REPORT_TEXT, 0);
	report_table_column(t, "office", _("Who reports"), REPORT_TEXT, 0);
	report_table_column(t, "until", _("Planned until"), REPORT_TEXT, 0);
	for (int i = 0; i < rules->task_count; i++) {
		const struct task *task = &rules->tasks[i];

		report_table_row(t);
		report_cell_text(t, document_task_number(number, sizeof number, rules->goals,
					    rules->goal_count, task));
		report_cell_text(t, task->name);
		report_cell_text(t, office_label(task->office));
		report_cell_text(t, task->planned_to[0] ? date_shown(arena, task->planned_to) : "");
	}
}

static void
annex_of_year(struct document *d, struct arena *arena, const struct strategy_rules *rules)
{
	const char *const rows[][4] = {
		{ _("by 15 January"), _("entry sheets go out, for the state as of 31 December"),
			_("coordinator of monitoring"), _("offices of annexes 1 and 2") },
		{ _("in the months of annex 1"), _("figures of indicators"),
			_("offices of annex 1"), _("coordinator of monitoring") },
		{ _("by the end of February"),
			_("tasks: state, per cent, reasons of delays"),
			_("offices of annex 2"), _("coordinator of monitoring") },
		{ _("by 31 March"), _("causes of deviations and corrective measures"),
			_("offices whose figures or tasks deviate"),
			_("coordinator of monitoring") },
		{ _("by 30 April"), _("monitoring report"), _("coordinator of monitoring"),
			rules->executive },
		{ _("by 31 May"), _("chapter for the report on the state of the unit"),
			rules->executive, rules->council },
	};
	struct report_table *t;

	document_heading(d, 1, _("Annex 3. The year of monitoring"));
	t = document_table(d);
	report_table_start(t, arena, _("Calendar of a year"));
	report_table_column(t, "when", _("When"), REPORT_TEXT, 0);
	report_table_column(t, "what", _("What"), REPORT_TEXT, 0);
	report_table_column(t, "who", _("Who"), REPORT_TEXT, 0);
	report_table_column(t, "whom", _("To whom"), REPORT_TEXT, 0);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		report_table_row(t);
		for (int cell = 0; cell < 4; cell++)
			report_cell_text(t, rows[i][cell]);
	}
}

/* ---- the order ---- */

static const char *
adopted_text(struct arena *arena, const struct strategy *s)
{
	if (!s->resolution[0])
		return s->adopted_on[0]
			       ? arena_format(arena,
					 _("on %s; the number of the resolution is not entered"),
					 date_shown(arena, s->adopted_on))
			       : _("not adopted yet");
	return s->adopted_on[0] ? arena_format(arena, _("resolution %s of %s"), s->resolution,
					  date_shown(arena, s->adopted_on))
				: s->resolution;
}

static void
paragraphs(struct document *d, struct arena *arena, const struct strategy_rules *rules)
{
	char name[512];
	const char *const texts[] = {
		arena_format(arena,
			_("This order says how the document “%s” for the years %d–%d is monitored, "
			  "reported on and evaluated."),
			text_quotable(name, sizeof name, rules->strategy.name),
			rules->strategy.first_year,
			rules->strategy.last_year),
		_("The year of monitoring is the calendar year. What counts is the state as of "
		  "31 December."),
		_("A coordinator of monitoring is appointed, who sends out entry sheets, gathers "
		  "figures, reminds offices and prepares the report."),
		_("Offices named in annex 1 deliver the figures of their indicators in the months "
		  "named there. Offices named in annex 2 report on their tasks by the end of "
		  "February."),
		_("A figure that is not known in time is reported as missing, with the reason. "
		  "The last known one is then shown with its year."),
		_("Where an indicator is at risk or off its course, or a task is late or on hold, "
		  "the office that answers for it gives the cause, a corrective measure and the "
		  "day by which it will be taken."),
		arena_format(arena,
			_("The monitoring report is approved by %s. With the approval its figures "
			  "are frozen; later ones are entered beside them as dated corrections."),
			rules->executive),
		_("Targets are changed by a resolution only; the former values are kept with the "
		  "reason of the change."),
		_("The document is evaluated at least once half way and once after its last year. "
		  "Recommendations are followed until each is carried out or rejected with a "
		  "reason."),
		_("The order comes into force on the day of its signature."),
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		document_paragraph(d, arena_format(arena, "§ %d. %s", (int)i + 1, texts[i]));
}

/* What a person has to settle before the order can be signed. */
static void
open_questions(struct document *d, struct arena *arena, const struct strategy_rules *rules)
{
	int no_office = 0, no_month = 0, no_task_office = 0;

	for (int i = 0; i < rules->target_count; i++) {
		no_office += !rules->targets[i].office[0];
		no_month += !rules->targets[i].month;
	}
	for (int i = 0; i < rules->task_count; i++)
		no_task_office += !rules->tasks[i].office[0];
	if (no_office + no_month + no_task_office == 0)
		return;
	document_heading(d, 2, _("To be settled before signing"));
	if (no_office)
		document_item(d, arena_format(arena,
					 P_("%d indicator has no office.",
						 "%d indicators have no office.", no_office),
					 no_office));
	if (no_month)
		document_item(
			d, arena_format(arena,
				   P_("%d indicator has no month of delivery.",
					   "%d indicators have no month of delivery.", no_month),
				   no_month));
	if (no_task_office)
		document_item(d, arena_format(arena,
					 P_("%d task has no office.", "%d tasks have no office.",
						 no_task_office),
					 no_task_office));
}

void
strategy_rules_document(struct document *d, struct arena *arena, const struct office *office,
	const struct strategy_rules *rules)
{
	const struct strategy *s = &rules->strategy;

	document_start(d, arena, _("Draft order on monitoring, reporting and evaluation"));
	document_above(d, office_letterhead(office, arena));
	document_fact(d, _("Document"), s->name);
	document_fact(d, _("Unit"), rules->unit ? unit_told_with_code(rules->unit, arena) : "");
	document_fact(d, _("Years"), arena_format(arena, "%d–%d", s->first_year, s->last_year));
	document_fact(d, _("Adopted"), adopted_text(arena, s));
	document_fact(d, _("Case mark"), s->case_mark);
	if (s->made_up)
		document_note(d, _("Made-up data of a demonstration."));
	document_heading(d, 1, _("Content of the order"));
	paragraphs(d, arena, rules);
	document_signature(d, rules->executive);
	open_questions(d, arena, rules);
	annex_of_targets(d, arena, rules);
	annex_of_tasks(d, arena, rules);
	annex_of_year(d, arena, rules);
}
