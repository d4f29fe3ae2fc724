/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list rounds, list missing, list deviations, report strategy: how far a year is. */
#include "config.h"

#include "commands/result.h"
#include "commands/strategy_commands.h"
#include "commands/year_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "report/monitoring_report.h"

#include <string.h>

int
year_command_state(struct run *run, struct round_state *out, struct error *err)
{
	struct strategy s;
	int year, last;

	return run_strategy(run, run->arguments->operands[0], &s, err) || run_units(run, err) ||
			       run_years(run, true, &year, &last, err) ||
			       round_state_load(
				       run->db, &run->units, s.id, year, &run->arena, out, err)
		       ? -1
		       : 0;
}

int
command_list_rounds(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "strategy", N_("strategy"), REPORT_CODE },
		{ "year", N_("year"), REPORT_CODE },
		{ "opened_on", N_("begun on"), REPORT_TEXT },
		{ "due_on", N_("due by"), REPORT_TEXT },
		{ "offices", N_("offices"), REPORT_NUMBER },
		{ "delivered", N_("delivered"), REPORT_NUMBER },
		{ "deviations", N_("deviations explained"), REPORT_NUMBER },
		{ "measures", N_("measures open"), REPORT_NUMBER },
		{ "approved_on", N_("approved on"), REPORT_TEXT },
		{ "approved_by", N_("approved by"), REPORT_TEXT },
	};
	struct strategy s = { .id = 0 };
	struct monitoring_round *list;
	struct result *r;
	int count;

	if ((run->arguments->operand_count &&
		    run_strategy(run, run->arguments->operands[0], &s, err)) ||
		round_list(run->db, s.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Years of monitoring"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_text(r, list[i].strategy_code);
		result_year(r, list[i].year);
		result_text(r, list[i].opened_on);
		result_text(r, list[i].due_on);
		result_whole(r, list[i].offices);
		result_whole(r, list[i].delivered);
		result_whole(r, list[i].deviations);
		result_whole(r, list[i].measures);
		result_text(r, list[i].approved_on);
		result_text(r, list[i].approved_by);
	}
	return result_end(r, err);
}

int
command_list_missing(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "office", N_("office"), REPORT_TEXT },
		{ "target", N_("number"), REPORT_CODE },
		{ "goal", N_("goal"), REPORT_CODE },
		{ "name", N_("indicator"), REPORT_TEXT },
		{ "card", N_("card"), REPORT_CODE },
		{ "why", N_("what is missing"), REPORT_TEXT },
	};
	static const char *const words[] = { "", "keyed", "source", "later" };
	struct round_state s;
	struct result *r;

	if (year_command_state(run, &s, err) ||
		result_start(&r, run,
			arena_format(&run->arena, _("Figures that %d still wants"), s.course.year),
			RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < s.figure_count; i++) {
		const struct round_figure *f = &s.figures[i];

		if (f->want == WANT_NOTHING)
			continue;
		result_text(r, f->course->target->office);
		result_whole(r, f->course->target->id);
		result_text(r, f->course->goal < 0 ? "" : s.course.goals[f->course->goal].number);
		result_text(r, f->course->target->name);
		result_text(r, f->course->target->indicator);
		result_words(r, words[f->want], round_want_text(f, s.course.year, &run->arena));
	}
	return result_end(r, err);
}

static void
deviation_cells(struct result *r, const struct deviation *d)
{
	result_text(r, d ? d->cause : "");
	result_text(r, d ? d->measure : "");
	result_text(r, d ? d->office : "");
	result_text(r, d ? d->due_on : "");
	result_text(r, d ? d->done_on : "");
}

int
command_list_deviations(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "number", N_("number"), REPORT_CODE },
		{ "name", N_("indicator or task"), REPORT_TEXT },
		{ "state", N_("state"), REPORT_TEXT },
		{ "cause", N_("cause"), REPORT_TEXT },
		{ "measure", N_("measure"), REPORT_TEXT },
		{ "office", N_("office"), REPORT_TEXT },
		{ "due_on", N_("until"), REPORT_TEXT },
		{ "done_on", N_("done on"), REPORT_TEXT },
	};
	struct round_state s;
	struct result *r;

	if (year_command_state(run, &s, err) ||
		result_start(&r, run,
			arena_format(&run->arena, _("Deviations of %d"), s.course.year),
			RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < s.figure_count; i++) {
		const struct round_figure *f = &s.figures[i];

		if (!f->off && !f->deviation)
			continue;
		result_words(r, "target", _("indicator"));
		result_whole(r, f->course->target->id);
		result_text(r, f->course->target->name);
		result_words(r, target_state_name(round_figure_judged(f)->state),
			target_state_label(round_figure_judged(f)->state));
		deviation_cells(r, f->deviation);
	}
	for (int i = 0; i < s.task_count; i++) {
		const struct round_task *t = &s.tasks[i];

		if (!t->off && !t->deviation)
			continue;
		result_words(r, "task", _("task"));
		result_whole(r, t->task->id);
		result_text(r, t->task->name);
		result_words(r, task_state_name(t->said.state), task_state_label(t->said.state));
		deviation_cells(r, t->deviation);
	}
	return result_end(r, err);
}

int
command_report_strategy(struct run *run, struct error *err)
{
	enum report_format format = REPORT_FORMAT_TEXT;
	struct monitoring_report request = { .db = run->db, .units = &run->units, .fonts = "" };
	struct document document;
	struct office office;
	struct strategy s;
	int year, last;

	if (run_document_format(run, &format, err) || run_units(run, err) ||
		office_load(run->db, &office, err) ||
		run_strategy(run, run->arguments->operands[0], &s, err) ||
		run_years(run, true, &year, &last, err))
		return -1;
	request.office = &office;
	if ((run_option(run, OPTION_CHAPTER) ? state_report_build : monitoring_report_build)(
		    &request, s.id, year, &run->arena, &document, err))
		return -1;
	return run_document_write(run, &document, format, err);
}
