/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan: improvement plans with their conclusions, actions and results. */
#include "config.h"

#include "commands/given.h"
#include "commands/plan_commands.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/plans/improvement_plan.h"

#include <math.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

struct given_plan { /* the state in words beside the card itself */
	struct improvement_plan p;
	char state[16];
};

static const struct given_field fields[] = {
	{ "service", GIVEN_TEXT, GIVEN_AT(struct given_plan, p.service), 0, 0, 0 },
	{ "title", GIVEN_TEXT, GIVEN_AT(struct given_plan, p.title), 0, 0, 0 },
	{ "goal", GIVEN_TEXT, GIVEN_AT(struct given_plan, p.goal), 0, 0, 0 },
	{ "indicator", GIVEN_TEXT, GIVEN_AT(struct given_plan, p.indicator), 0, 0, 0 },
	{ "measure", GIVEN_TEXT, GIVEN_AT(struct given_plan, p.measure), 0, 0, 0 },
	{ "base", GIVEN_NUMBER, GIVEN_AT(struct given_plan, p.base), 0, 0, 0 },
	{ "base_year", GIVEN_WHOLE, GIVEN_AT(struct given_plan, p.base_year), 1900, 2199, 0 },
	{ "target", GIVEN_NUMBER, GIVEN_AT(struct given_plan, p.target), 0, 0, 0 },
	{ "target_year", GIVEN_WHOLE, GIVEN_AT(struct given_plan, p.target_year), 1900, 2199, 0 },
	{ "budget", GIVEN_NUMBER, GIVEN_AT(struct given_plan, p.budget), 0, 0, 0 },
	{ "state", GIVEN_TEXT, GIVEN_AT(struct given_plan, state), 0, 0, 0 },
	{ "adopted_on", GIVEN_DATE, GIVEN_AT(struct given_plan, p.adopted_on), 0, 0, 0 },
};

static int
find_plan(struct run *run, struct improvement_plan *p, struct error *err)
{
	const char *text = run->arguments->operands[0];
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number) == 0 &&
		plan_load(run->db, number, p, err) == 0)
		return 0;
	if (err->code == ERROR_NONE || err->code == ERROR_MISSING) {
		error_set(err, ERROR_MISSING, _("There is no plan “%s”."), text);
		run_advise(err, _("gromada list plans prints all of them."));
	}
	return -1;
}

static int
apply(struct run *run, struct given_plan *g, struct error *err)
{
	int state;

	text_copy(g->state, sizeof g->state, plan_state_name(g->p.state));
	if (given_apply(run, 1, fields, COUNT(fields), g, err))
		return -1;
	state = plan_state_from_name(g->state);
	if (state < 0)
		return error_set(err, ERROR_INPUT,
			_("“%s” is no state of a plan: draft, adopted, closed."), g->state);
	g->p.state = (enum plan_state)state;
	return plan_save(run->db, &g->p, err);
}

static int
say_odd(struct run *run, const struct improvement_plan *p, struct error *err)
{
	char odd[256];

	if (run_units(run, err) || plan_warning(run->db, &run->units, p, odd, sizeof odd, err))
		return -1;
	if (odd[0])
		run_say("%s", odd);
	return 0;
}

int
command_plan_new(struct run *run, struct error *err)
{
	struct given_plan g = { .p = { .base = NAN, .target = NAN, .budget = NAN } };

	if (plan_command_whose(run, &g.p.slot, &g.p.group, g.p.service, sizeof g.p.service, err) ||
		apply(run, &g, err))
		return -1;
	run_say(_("Made plan %lld."), (long long)g.p.id);
	return say_odd(run, &g.p, err);
}

int
command_plan_set(struct run *run, struct error *err)
{
	struct given_plan g = { .state = "" };

	if (find_plan(run, &g.p, err) || apply(run, &g, err))
		return -1;
	run_say(_("Changed plan %lld."), (long long)g.p.id);
	return say_odd(run, &g.p, err);
}

/* ---- actions ---- */

struct given_action {
	struct plan_action a;
	char state[16];
	int move;
	bool out;
};

static const char *const action_states[] = { "planned", "running", "done", "given_up" };

int
command_plan_actions(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "action", N_("action"), REPORT_CODE },
		{ "text", N_("text"), REPORT_TEXT },
		{ "responsible", N_("responsible"), REPORT_TEXT },
		{ "from_on", N_("from"), REPORT_TEXT },
		{ "to_on", N_("to"), REPORT_TEXT },
		{ "cost", N_("cost, zł"), REPORT_NUMBER },
		{ "state", N_("state"), REPORT_TEXT },
		{ "remark", N_("remark"), REPORT_TEXT },
	};
	struct improvement_plan p;
	struct plan_action *list;
	struct result *r;
	int count;

	if (find_plan(run, &p, err) ||
		plan_actions(run->db, p.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, p.title, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct plan_action *a = &list[i];

		result_whole(r, a->position);
		result_text(r, a->text);
		result_text(r, a->responsible);
		result_text(r, a->from_on);
		result_text(r, a->to_on);
		result_number(r, a->cost);
		result_words(r, action_states[a->state], plan_action_state_label(a->state));
		result_text(r, a->remark);
	}
	return result_end(r, err);
}

/* The second operand where it is a number, else a new action. *first: of the fields. */
static int
find_action(struct run *run, const struct improvement_plan *p, struct given_action *g, int *first,
	struct error *err)
{
	const char *text = run->arguments->operands[1];
	struct plan_action *list;
	int count, number = 0;

	*first = strchr(text, '=') ? 1 : 2;
	if (*first == 1)
		return 0;
	if (given_number_or_new(text, &number, err) ||
		plan_actions(run->db, p->id, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (number && list[i].position == number)
			g->a = list[i];
	if (number && !g->a.position) {
		error_set(err, ERROR_MISSING, _("The plan has no action %d."), number);
		return run_advise(err, _("gromada plan actions with its number prints them."));
	}
	return 0;
}

/* Each step raises the plan's rev. */
static int
move_action(struct run *run, struct improvement_plan *p, int position, int by, struct error *err)
{
	int step = by < 0 ? -1 : 1;

	for (; by != 0; by -= step, position += step)
		if (plan_load(run->db, p->id, p, err) ||
			(position + step >= 1 && position + step <= p->actions &&
				plan_action_move(run->db, p->id, p->rev, position, step, err)))
			return -1;
	return 0;
}

int
command_plan_action(struct run *run, struct error *err)
{
	static const struct given_field action_fields[] = {
		{ "text", GIVEN_TEXT, GIVEN_AT(struct given_action, a.text), 0, 0, 0 },
		{ "responsible", GIVEN_TEXT, GIVEN_AT(struct given_action, a.responsible), 0, 0,
			0 },
		{ "from_on", GIVEN_DATE, GIVEN_AT(struct given_action, a.from_on), 0, 0, 0 },
		{ "to_on", GIVEN_DUE, GIVEN_AT(struct given_action, a.to_on), 0, 0, 0 },
		{ "cost", GIVEN_NUMBER, GIVEN_AT(struct given_action, a.cost), 0, 0, 0 },
		{ "state", GIVEN_TEXT, GIVEN_AT(struct given_action, state), 0, 0, 0 },
		{ "remark", GIVEN_TEXT, GIVEN_AT(struct given_action, a.remark), 0, 0, 0 },
		{ "move", GIVEN_WHOLE, GIVEN_AT(struct given_action, move), -99, 99, 0 },
		{ "out", GIVEN_YES_NO, GIVEN_AT(struct given_action, out), 0, 0, 0 },
	};
	struct given_action g = { .a = { .cost = NAN } };
	struct improvement_plan p;
	int state, first;
	char before[sizeof g.a.to_on];

	if (find_plan(run, &p, err) || find_action(run, &p, &g, &first, err))
		return -1;
	text_copy(before, sizeof before, g.a.to_on);
	text_copy(g.state, sizeof g.state, action_states[g.a.state]);
	if (given_apply(run, first, action_fields, COUNT(action_fields), &g, err))
		return -1;
	state = plan_action_state_from_name(g.state);
	if (state < 0)
		return error_set(err, ERROR_INPUT,
			_("“%s” is no state of an action: planned, running, done, given_up."),
			g.state);
	g.a.state = (enum plan_action_state)state;
	if (g.out && g.a.position) {
		if (plan_action_remove(run->db, p.id, p.rev, g.a.position, err))
			return -1;
		run_say(_("Action %d is taken out of plan %lld."), g.a.position, (long long)p.id);
		return 0;
	}
	if (plan_action_save(run->db, p.id, p.rev, &g.a, err) ||
		(g.a.position && move_action(run, &p, g.a.position, g.move, err)))
		return -1;
	if (g.a.position)
		run_say(_("Action %d of plan %lld is saved."), g.a.position, (long long)p.id);
	else
		run_say(_("Plan %lld has a new action."), (long long)p.id);
	if (g.a.state < PLAN_ACTION_DONE)
		run_say_passed(g.a.to_on, before);
	return 0;
}

/* ---- conclusions, results ---- */

int
command_plan_gather(struct run *run, struct error *err)
{
	int count = run->arguments->operand_count - 1;
	int64_t *ids = arena_array(&run->arena, (size_t)count + 1, sizeof *ids);
	struct improvement_plan p;

	if (find_plan(run, &p, err))
		return -1;
	for (int i = 0; i < count; i++) {
		const char *text = run->arguments->operands[i + 1];
		long number;

		if (number_parse_whole(text, 1, 1000000000, &number))
			return error_set(err, ERROR_INPUT, _("There is no conclusion “%s”."), text);
		ids[i] = number;
	}
	if (plan_gather(run->db, p.id, p.rev, ids, count, err))
		return -1;
	run_say(P_("Plan %lld gathers %d conclusion.", "Plan %lld gathers %d conclusions.",
			(unsigned long)count),
		(long long)p.id, count);
	return 0;
}

int
command_plan_result(struct run *run, struct error *err)
{
	struct improvement_plan p;
	long year;

	if (find_plan(run, &p, err) || run_units(run, err))
		return -1;
	if (number_parse_whole(run->arguments->operands[1], UNIT_FIRST_YEAR, UNIT_LAST_YEAR, &year))
		return error_set(
			err, ERROR_INPUT, _("“%s” is no year."), run->arguments->operands[1]);
	if (plan_result_write(
		    run->db, &run->units, p.id, p.rev, (int)year, run->arguments->operands[2], err))
		return -1;
	run_say(_("The result of %ld stands in plan %lld."), year, (long long)p.id);
	return 0;
}

int
command_plan_retire(struct run *run, struct error *err)
{
	struct improvement_plan p;

	if (find_plan(run, &p, err) || plan_retire(run->db, p.id, p.rev, err))
		return -1;
	run_say(_("Plan %lld is deleted; plan restore brings it back."), (long long)p.id);
	return 0;
}

int
command_plan_restore(struct run *run, struct error *err)
{
	long number;

	if (number_parse_whole(run->arguments->operands[0], 1, 1000000000, &number))
		return error_set(err, ERROR_MISSING, _("There is no plan “%s”."),
			run->arguments->operands[0]);
	if (plan_restore(run->db, number, err))
		return -1;
	run_say(_("Plan %ld is back."), number);
	return 0;
}

int
command_list_plans(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "group", N_("group"), REPORT_CODE },
		{ "unit", N_("TERYT"), REPORT_CODE },
		{ "title", N_("plan"), REPORT_TEXT },
		{ "indicator", N_("measure"), REPORT_CODE },
		{ "base", N_("base"), REPORT_NUMBER },
		{ "target", N_("target"), REPORT_NUMBER },
		{ "value", N_("now"), REPORT_NUMBER },
		{ "year", N_("year"), REPORT_CODE },
		{ "percent", N_("of the way, %"), REPORT_NUMBER },
		{ "actions", N_("actions"), REPORT_NUMBER },
		{ "done", N_("done"), REPORT_NUMBER },
		{ "state", N_("state"), REPORT_TEXT },
	};
	struct plan_filter filter = { .retired = run_option(run, OPTION_RETIRED) != NULL };
	struct improvement_plan *list;
	struct result *r;
	int count;

	if (run_whose(run, &filter.group, &filter.slot, err) ||
		plan_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Improvement plans"), RESULT_COLUMNS(columns), err))
		return -1;
	result_places(r, 9, 0);
	for (int i = 0; i < count; i++) {
		const struct improvement_plan *p = &list[i];
		struct plan_progress now;

		if (plan_progress_load(run->db, &run->units, p, &now, err)) {
			result_abandon(r);
			return -1;
		}
		result_whole(r, p->id);
		result_text(r, p->group_code);
		result_text(r, run_code_of(run, p->slot));
		result_text(r, p->title);
		result_text(r, p->indicator);
		result_number(r, p->base);
		result_number(r, p->target);
		result_number(r, now.value);
		result_year(r, now.year);
		result_sum(r, now.percent);
		result_whole(r, p->actions);
		result_whole(r, p->actions_done);
		result_words(r, plan_state_name(p->state), plan_state_label(p->state));
	}
	return result_end(r, err);
}
