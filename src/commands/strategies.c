/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list strategies, list goals, list targets, status: what is aimed at, and where it stands. */
#include "config.h"

#include "commands/result.h"
#include "commands/strategy_commands.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/strategies/goal_status.h"
#include "model/monitoring/round_frozen.h"
#include "model/strategies/target_course.h"

#include <math.h>

int
run_strategy(struct run *run, const char *code, struct strategy *out, struct error *err)
{
	if (strategy_load_code(run->db, code, out, err))
		return -1;
	if (out->retired)
		return error_set(err, ERROR_MISSING,
			_("Strategy “%s” is deleted; bring it back on the screen (6 4, then x and "
			  "p)."),
			code);
	return 0;
}

int
command_list_strategies(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "code", N_("code"), REPORT_CODE },
		{ "unit", N_("TERYT"), REPORT_CODE },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "name", N_("strategy"), REPORT_TEXT },
		{ "first_year", N_("from"), REPORT_CODE },
		{ "last_year", N_("to"), REPORT_CODE },
		{ "state", N_("state"), REPORT_TEXT },
		{ "goals", N_("goals"), REPORT_NUMBER },
		{ "targets", N_("indicators"), REPORT_NUMBER },
		{ "tasks", N_("tasks"), REPORT_NUMBER },
		{ "made_up", N_("made up"), REPORT_TEXT },
	};
	struct strategy_filter filter = { .retired = run_option(run, OPTION_RETIRED) != NULL };
	const char *code = run_option(run, OPTION_UNIT);
	const struct unit *unit = NULL;
	struct strategy *list;
	struct result *r;
	int count;

	if (run_units(run, err) || (code && run_unit(run, code, &unit, err)))
		return -1;
	filter.slot = unit ? unit->slot : NO_SLOT;
	if (strategy_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Strategies"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct strategy *s = &list[i];

		result_text(r, s->code);
		result_text(r, run_code_of(run, s->slot));
		result_words(r, strategy_kind_name(s->kind), strategy_kind_label(s->kind));
		result_text(r, s->name);
		result_year(r, s->first_year);
		result_year(r, s->last_year);
		result_words(r, strategy_state_name(s->state), strategy_state_label(s->state));
		result_whole(r, s->goals);
		result_whole(r, s->targets);
		result_whole(r, s->tasks);
		result_yes(r, s->made_up);
	}
	return result_end(r, err);
}

static int
load_course(struct run *run, struct strategy_course *out, struct error *err)
{
	struct strategy s;
	int first, last;

	return run_strategy(run, run->arguments->operands[0], &s, err) || run_units(run, err) ||
			       run_years(run, true, &first, &last, err) ||
			       target_course_load(
				       run->db, &run->units, s.id, first, &run->arena, out, err)
		       ? -1
		       : 0;
}

/* Of a year whose report is approved, figures and statuses are those that the council read. */
static void
approved_line(struct run *run, struct result *r, const struct strategy_course *c)
{
	if (c->approved_on[0])
		result_line(r, arena_format(&run->arena,
				       _("The report of %d was approved on %s: figures and "
					 "statuses are those of the report."),
				       c->year, date_shown(&run->arena, c->approved_on)));
}

static void
corrected_lines(struct run *run, struct result *r, const struct strategy_course *c)
{
	for (int i = 0; i < c->target_count + c->gone_count; i++) {
		const struct target_course *t =
			i < c->target_count ? &c->targets[i] : &c->gone[i - c->target_count];
		const struct target_correction *known = target_corrected(t, &t->now, c->year);

		if (known && (t->approved || i < c->target_count))
			result_line(r,
				arena_format(&run->arena, "%s, %d: %s", t->target->name,
					known->year, target_correction_text(known, &run->arena)));
	}
}

/* Where there is no value because a file was taken back. */
static void
taken_lines(struct run *run, struct result *r, const struct strategy_course *c)
{
	for (int i = 0; i < c->target_count; i++)
		if (c->targets[i].taken)
			result_line(
				r, arena_format(&run->arena, "%s: %s", c->targets[i].target->name,
					   target_course_why(&c->targets[i],
						   c->targets[i].now.doubt, &run->arena)));
}

int
command_list_goals(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "goal", N_("goal"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "dimension", N_("dimension"), REPORT_TEXT },
		{ "status", N_("status"), REPORT_TEXT },
		{ "achieved", N_("achieved"), REPORT_NUMBER },
		{ "on_course", N_("on course"), REPORT_NUMBER },
		{ "at_risk", N_("at risk"), REPORT_NUMBER },
		{ "off_course", N_("off course"), REPORT_NUMBER },
		{ "no_data", N_("no data"), REPORT_NUMBER },
		{ "tasks", N_("tasks"), REPORT_NUMBER },
		{ "done", N_("done"), REPORT_NUMBER },
		{ "behind", N_("behind"), REPORT_NUMBER },
	};
	struct strategy_course c;
	struct result *r;

	if (load_course(run, &c, err) ||
		result_start(&r, run, c.strategy.name, RESULT_COLUMNS(columns), err))
		return -1;
	if (c.strategy.vision[0])
		result_line(r, arena_format(&run->arena, _("Vision: %s"), c.strategy.vision));
	if (c.strategy.mission[0])
		result_line(r, arena_format(&run->arena, _("Mission: %s"), c.strategy.mission));
	result_line(r, goal_rule_sentence(c.strategy.rule));
	approved_line(run, r, &c);
	corrected_lines(run, r, &c);
	for (int i = 0; i < c.goal_count; i++) {
		const struct goal *g = &c.goals[i];
		const struct goal_status *s = &c.goal_status[i];

		result_text(r, g->number);
		result_text(r, g->name);
		result_words(r, goal_dimension_name(g->dimension),
			g->dimension ? goal_dimension_label(g->dimension) : "");
		result_words(r, target_state_name(s->state), target_state_label(s->state));
		for (int state = 0; state < TARGET_STATES; state++)
			result_whole(r, s->counts[state]);
		result_whole(r, s->tasks);
		result_whole(r, s->done);
		result_whole(r, s->behind);
	}
	return result_end(r, err);
}

static const char *
goal_of(const struct strategy_course *c, const struct target_course *t)
{
	return t->goal < 0 ? "" : c->goals[t->goal].number;
}

int
command_list_targets(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "goal", N_("goal"), REPORT_CODE },
		{ "name", N_("indicator"), REPORT_TEXT },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "indicator", N_("code"), REPORT_CODE },
		{ "unit", N_("TERYT"), REPORT_CODE },
		{ "measure", N_("measure"), REPORT_TEXT },
		{ "direction", N_("direction"), REPORT_TEXT },
		{ "base_year", N_("base year"), REPORT_CODE },
		{ "base", N_("base"), REPORT_NUMBER },
		{ "target_year", N_("target year"), REPORT_CODE },
		{ "target", N_("target"), REPORT_NUMBER },
		{ "office", N_("office"), REPORT_TEXT },
		{ "frequency", N_("frequency"), REPORT_TEXT },
		{ "month", N_("known in month"), REPORT_CODE },
		{ "value_year", N_("year"), REPORT_CODE },
		{ "value", N_("value"), REPORT_NUMBER },
		{ "status", N_("status"), REPORT_TEXT },
		{ "reason", N_("why there is none"), REPORT_TEXT },
		{ "corrected_on", N_("corrected on"), REPORT_TEXT },
		{ "path", N_("path"), REPORT_TEXT },
	};
	struct strategy_course c;
	struct result *r;

	if (load_course(run, &c, err) ||
		result_start(&r, run, c.strategy.name, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < c.target_count; i++) {
		const struct target_course *tc = &c.targets[i];
		const struct target *t = tc->target;
		const struct target_correction *known;
		const char direction[] = { t->direction, '\0' },
			   frequency[] = { t->frequency, '\0' };
		char path[2048];

		result_whole(r, t->id);
		result_text(r, goal_of(&c, tc));
		result_text(r, t->name);
		result_words(r, target_kind_name(t->kind), target_kind_label(t->kind));
		result_text(r, t->indicator);
		result_text(r, run_code_of(run, tc->slot));
		result_text(r, t->measure);
		result_words(r, direction, target_direction_label(t->direction));
		result_year(r, t->base_year);
		result_rounded(r, t->base, t->decimals);
		result_year(r, t->target_year);
		result_rounded(r, t->target, t->decimals);
		result_text(r, t->office);
		result_text(r, frequency);
		if (t->month)
			result_whole(r, t->month);
		else
			result_none(r);
		result_year(r, tc->now.value_year);
		result_computed(r, tc->now.value, t->decimals);
		result_words(
			r, target_state_name(tc->now.state), target_state_label(tc->now.state));
		result_text(r, target_course_why(tc, tc->now.doubt, &run->arena));
		known = target_corrected(tc, &tc->now, c.year);
		result_text(r, known ? known->dated_on : "");
		result_words(r, target_path_text(t, path, sizeof path),
			target_path_words(t, &run->arena));
	}
	return result_end(r, err);
}

static void
print_status(struct result *r, const struct strategy_course *c, const struct target_course *tc)
{
	static const char *const trends[] = { "down", "same", "up" };
	struct target_rule rule;
	struct target card = *tc->target;
	const struct target *t = &card;
	char forecast[64];

	target_forecast_text(tc->now.forecast_year, forecast, sizeof forecast);
	if (tc->approved)
		round_frozen_card(tc->approved, &card);
	rule = target_rule_of(&card);
	result_text(r,
		tc->approved && tc->approved->ruled ? tc->approved->goal_number : goal_of(c, tc));
	result_text(r, t->name);
	result_computed(r, t->base, t->decimals);
	result_computed(r, t->target, t->decimals);
	result_computed(r, tc->now.expected, t->decimals);
	result_computed(r, tc->now.value, t->decimals);
	result_computed(r, target_percent(tc->now.progress) / 100, 2);
	result_words(r, target_state_name(tc->now.state), target_state_label(tc->now.state));
	if (tc->now.compared)
		result_words(r, trends[tc->now.trend + 1], target_trend_label(&rule, &tc->now));
	else
		result_none(r);
	result_words(r, tc->now.forecast_year > 0 ? forecast : "", forecast);
}

int
command_status(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "goal", N_("goal"), REPORT_CODE },
		{ "indicator", N_("indicator"), REPORT_TEXT },
		{ "base", N_("base"), REPORT_NUMBER },
		{ "target", N_("target"), REPORT_NUMBER },
		{ "expected", N_("expected"), REPORT_NUMBER },
		{ "value", N_("value"), REPORT_NUMBER },
		{ "progress", N_("progress"), REPORT_NUMBER },
		{ "status", N_("status"), REPORT_TEXT },
		{ "trend", N_("trend"), REPORT_TEXT },
		{ "forecast_year", N_("reached in"), REPORT_CODE },
	};
	struct strategy_course c;
	struct result *r;
	const char *title;

	if (load_course(run, &c, err))
		return -1;
	title = arena_format(
		&run->arena, _("%s: status at the end of %d"), c.strategy.name, c.year);
	if (result_start(&r, run, title, RESULT_COLUMNS(columns), err))
		return -1;
	if (c.strategy.made_up)
		result_line(r, _("Made-up data of a demonstration."));
	approved_line(run, r, &c);
	corrected_lines(run, r, &c);
	taken_lines(run, r, &c);
	for (int i = 0; i < c.target_count; i++)
		if (!c.approved_on[0] || c.targets[i].approved)
			print_status(r, &c, &c.targets[i]);
	for (int i = 0; i < c.gone_count; i++)
		if (c.gone[i].approved)
			print_status(r, &c, &c.gone[i]);
	return result_end(r, err);
}
