/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strategy risk, step, remark, steps, rules, and their lists: lines of a strategy by place. */
#include "config.h"

#include "commands/given.h"
#include "commands/strategy_commands.h"
#include "commands/task_commands.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/strategies/adoption_step.h"
#include "model/strategies/consultation.h"
#include "model/strategies/risk.h"
#include "report/strategy_rules.h"
#include "report/task_documents.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* CODE new|NUMBER FIELD=VALUE...|delete: the strategy, the place (0 = a new one). */
static int
find_line(struct run *run, struct strategy *s, int *position, bool *gone, struct error *err)
{
	const struct arguments *a = run->arguments;
	long number = 0;

	if (run_strategy(run, a->operands[0], s, err))
		return -1;
	*gone = a->operand_count == 3 && strcmp(a->operands[2], "delete") == 0;
	if (strcmp(a->operands[1], "new") != 0 &&
		number_parse_whole(a->operands[1], 1, 1000000, &number))
		return error_set(err, ERROR_INPUT,
			_("“%s” is no number of a line; say its number, or new."), a->operands[1]);
	*position = (int)number;
	return 0;
}

static int
done(const struct strategy *s, int position, bool gone)
{
	if (gone)
		run_say(_("Line %d of %s is deleted."), position, s->code);
	else
		run_say(_("Line %d of %s is saved."), position, s->code);
	return 0;
}

/* ---- risks ---- */

struct given_risk {
	struct risk r;
	char closed_on[12];
};

static const struct given_field risk_fields[] = {
	{ "task", GIVEN_WHOLE, GIVEN_AT(struct given_risk, r.task), 0, 1000000000, 0 },
	{ "text", GIVEN_WORDS, GIVEN_AT(struct given_risk, r.text), 0, 0, 0 },
	{ "likelihood", GIVEN_WHOLE, GIVEN_AT(struct given_risk, r.likelihood), RISK_LOWEST,
		RISK_HIGHEST, 0 },
	{ "effect", GIVEN_WHOLE, GIVEN_AT(struct given_risk, r.effect), RISK_LOWEST, RISK_HIGHEST,
		0 },
	{ "response", GIVEN_WORDS, GIVEN_AT(struct given_risk, r.response), 0, 0, 0 },
	{ "office", GIVEN_WORDS, GIVEN_AT(struct given_risk, r.office), 0, 0, 0 },
	{ "closed_on", GIVEN_DATE, GIVEN_AT(struct given_risk, closed_on), 0, 0, 0 },
};

static int
save_risk(struct run *run, const struct strategy *s, int *position, struct error *err)
{
	struct given_risk g = { .r = { .task_name = "",
					.likelihood = 3,
					.effect = 3,
					.text = "",
					.response = "",
					.office = "",
					.closed_on = "" } };

	if (*position && risk_load(run->db, s->id, *position, &run->arena, &g.r, err))
		return -1;
	text_copy(g.closed_on, sizeof g.closed_on, g.r.closed_on);
	if (given_apply(run, 2, risk_fields, COUNT(risk_fields), &g, err))
		return -1;
	g.r.closed_on = g.closed_on;
	if (risk_save(run->db, s->id, s->rev, &g.r, err))
		return -1;
	*position = g.r.position;
	return 0;
}

int
command_risk(struct run *run, struct error *err)
{
	struct strategy s;
	int position;
	bool gone;

	if (find_line(run, &s, &position, &gone, err))
		return -1;
	if (gone ? risk_remove(run->db, s.id, s.rev, position, err)
		 : save_risk(run, &s, &position, err))
		return -1;
	return done(&s, position, gone);
}

int
command_list_risks(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "text", N_("risk"), REPORT_TEXT },
		{ "task", N_("task"), REPORT_CODE },
		{ "likelihood", N_("likelihood"), REPORT_NUMBER },
		{ "effect", N_("effect"), REPORT_NUMBER },
		{ "level", N_("level"), REPORT_TEXT },
		{ "response", N_("response"), REPORT_TEXT },
		{ "office", N_("office"), REPORT_TEXT },
		{ "closed_on", N_("ceased on"), REPORT_TEXT },
	};
	static const char *const levels[RISK_LEVELS] = { "low", "medium", "high" };
	struct strategy s;
	struct risk *list;
	struct result *r;
	int count;

	if (run_strategy(run, run->arguments->operands[0], &s, err) ||
		risk_list(run->db, s.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, s.name, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		enum risk_level level = risk_level(list[i].likelihood, list[i].effect);

		result_whole(r, list[i].position);
		result_text(r, list[i].text);
		if (list[i].task)
			result_whole(r, list[i].task);
		else
			result_none(r);
		result_whole(r, list[i].likelihood);
		result_whole(r, list[i].effect);
		result_words(r, levels[level], risk_level_label(level));
		result_text(r, list[i].response);
		result_text(r, list[i].office);
		result_text(r, list[i].closed_on);
	}
	return result_end(r, err);
}

/* ---- steps of adoption ---- */

struct given_step {
	struct adoption_step a;
	char kind[16], planned_on[12], done_on[12];
};

static const struct given_field step_fields[] = {
	{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_step, kind), 0, 0, 0 },
	{ "name", GIVEN_WORDS, GIVEN_AT(struct given_step, a.name), 0, 0, 0 },
	{ "planned_on", GIVEN_DATE, GIVEN_AT(struct given_step, planned_on), 0, 0, 0 },
	{ "done_on", GIVEN_DATE, GIVEN_AT(struct given_step, done_on), 0, 0, 0 },
	{ "document", GIVEN_WORDS, GIVEN_AT(struct given_step, a.document), 0, 0, 0 },
	{ "note", GIVEN_WORDS, GIVEN_AT(struct given_step, a.note), 0, 0, 0 },
};

static int
save_step(struct run *run, const struct strategy *s, int *position, struct error *err)
{
	struct given_step g = { .a = { .kind = ADOPTION_OTHER,
					.name = "",
					.planned_on = "",
					.done_on = "",
					.document = "",
					.note = "" } };
	const char *kinds[ADOPTION_KINDS];
	int kind;

	if (*position && adoption_load(run->db, s->id, *position, &run->arena, &g.a, err))
		return -1;
	text_copy(g.kind, sizeof g.kind, adoption_kind_name(g.a.kind));
	text_copy(g.planned_on, sizeof g.planned_on, g.a.planned_on);
	text_copy(g.done_on, sizeof g.done_on, g.a.done_on);
	for (int i = 0; i < ADOPTION_KINDS; i++)
		kinds[i] = adoption_kind_name((enum adoption_kind)i);
	if (given_apply(run, 2, step_fields, COUNT(step_fields), &g, err) ||
		given_one_of("kind", g.kind, kinds, ADOPTION_KINDS, &kind, err))
		return -1;
	g.a.kind = (enum adoption_kind)kind;
	g.a.planned_on = g.planned_on;
	g.a.done_on = g.done_on;
	if (adoption_save(run->db, s->id, s->rev, &g.a, err))
		return -1;
	*position = g.a.position;
	return 0;
}

int
command_step(struct run *run, struct error *err)
{
	struct strategy s;
	int position;
	bool gone;

	if (find_line(run, &s, &position, &gone, err))
		return -1;
	if (gone ? adoption_remove(run->db, s.id, s.rev, position, err)
		 : save_step(run, &s, &position, err))
		return -1;
	return done(&s, position, gone);
}

int
command_step_usual(struct run *run, struct error *err)
{
	struct strategy s;
	int added;

	if (run_strategy(run, run->arguments->operands[0], &s, err) ||
		adoption_add_usual(run->db, s.id, s.rev, &added, err))
		return -1;
	run_say(P_("%d step added.", "%d steps added.", added), added);
	return 0;
}

int
command_list_steps(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "name", N_("step"), REPORT_TEXT },
		{ "planned_on", N_("planned on"), REPORT_TEXT },
		{ "done_on", N_("done on"), REPORT_TEXT },
		{ "document", N_("document"), REPORT_TEXT },
		{ "note", N_("note"), REPORT_TEXT },
	};
	struct strategy s;
	struct adoption_step *list;
	struct result *r;
	int count;

	if (run_strategy(run, run->arguments->operands[0], &s, err) ||
		adoption_list(run->db, s.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, s.name, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, list[i].position);
		result_words(
			r, adoption_kind_name(list[i].kind), adoption_kind_label(list[i].kind));
		result_text(r, list[i].name);
		result_text(r, list[i].planned_on);
		result_text(r, list[i].done_on);
		result_text(r, list[i].document);
		result_text(r, list[i].note);
	}
	return result_end(r, err);
}

/* ---- remarks ---- */

struct given_remark {
	struct remark m;
	char made_on[12], outcome[16];
};

static const struct given_field remark_fields[] = {
	{ "author", GIVEN_WORDS, GIVEN_AT(struct given_remark, m.author), 0, 0, 0 },
	{ "made_on", GIVEN_DATE, GIVEN_AT(struct given_remark, made_on), 0, 0, 0 },
	{ "place", GIVEN_WORDS, GIVEN_AT(struct given_remark, m.place), 0, 0, 0 },
	{ "text", GIVEN_WORDS, GIVEN_AT(struct given_remark, m.text), 0, 0, 0 },
	{ "outcome", GIVEN_TEXT, GIVEN_AT(struct given_remark, outcome), 0, 0, 0 },
	{ "answer", GIVEN_WORDS, GIVEN_AT(struct given_remark, m.answer), 0, 0, 0 },
};

static int
save_remark(struct run *run, const struct strategy *s, int *position, struct error *err)
{
	struct given_remark g = {
		.m = { .author = "", .place = "", .text = "", .made_on = "", .answer = "" }
	};
	const char *outcomes[REMARK_OUTCOMES];
	int outcome;

	if (*position && remark_load(run->db, s->id, *position, &run->arena, &g.m, err))
		return -1;
	text_copy(g.made_on, sizeof g.made_on, g.m.made_on);
	text_copy(g.outcome, sizeof g.outcome, remark_outcome_name(g.m.outcome));
	for (int i = 0; i < REMARK_OUTCOMES; i++)
		outcomes[i] = remark_outcome_name((enum remark_outcome)i);
	if (given_apply(run, 2, remark_fields, COUNT(remark_fields), &g, err) ||
		given_one_of("outcome", g.outcome, outcomes, REMARK_OUTCOMES, &outcome, err))
		return -1;
	g.m.outcome = (enum remark_outcome)outcome;
	g.m.made_on = g.made_on;
	if (remark_save(run->db, s->id, s->rev, &g.m, err))
		return -1;
	*position = g.m.position;
	return 0;
}

int
command_remark(struct run *run, struct error *err)
{
	struct strategy s;
	int position;
	bool gone;

	if (find_line(run, &s, &position, &gone, err))
		return -1;
	if (gone ? remark_remove(run->db, s.id, s.rev, position, err)
		 : save_remark(run, &s, &position, err))
		return -1;
	return done(&s, position, gone);
}

int
command_list_remarks(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "made_on", N_("day"), REPORT_TEXT },
		{ "author", N_("whose"), REPORT_TEXT },
		{ "place", N_("part of the draft"), REPORT_TEXT },
		{ "text", N_("remark"), REPORT_TEXT },
		{ "outcome", N_("outcome"), REPORT_TEXT },
		{ "answer", N_("answer"), REPORT_TEXT },
	};
	struct strategy s;
	struct remark *list;
	struct result *r;
	int count;

	if (run_strategy(run, run->arguments->operands[0], &s, err) ||
		remark_list(run->db, s.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, s.name, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, list[i].position);
		result_text(r, list[i].made_on);
		result_text(r, list[i].author);
		result_text(r, list[i].place);
		result_text(r, list[i].text);
		result_words(r, remark_outcome_name(list[i].outcome),
			remark_outcome_label(list[i].outcome));
		result_text(r, list[i].answer);
	}
	return result_end(r, err);
}

/* ---- the order on monitoring ---- */

/* The schedule of annex 1, for programs. */
static void
print_schedule(struct result *r, const struct strategy_rules *rules)
{
	for (int i = 0; i < rules->target_count; i++) {
		const struct target *t = &rules->targets[i];
		const char frequency[] = { t->frequency, '\0' };
		int at = goal_index(rules->goals, rules->goal_count, t->goal);

		result_text(r, at < 0 ? "" : rules->goals[at].number);
		result_whole(r, t->id);
		result_text(r, t->name);
		result_text(r, t->office);
		result_text(r, t->source);
		result_text(r, frequency);
		if (t->month)
			result_whole(r, t->month);
		else
			result_none(r);
	}
}

int
command_strategy_rules(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "goal", N_("goal"), REPORT_CODE },
		{ "number", N_("number"), REPORT_CODE },
		{ "name", N_("indicator"), REPORT_TEXT },
		{ "office", N_("who delivers"), REPORT_TEXT },
		{ "source", N_("from where"), REPORT_TEXT },
		{ "frequency", N_("frequency"), REPORT_TEXT },
		{ "month", N_("known in month"), REPORT_CODE },
	};
	struct strategy_rules rules;
	struct office office;
	struct strategy s;
	struct document *d;
	struct arena *arena;
	struct result *r;

	if (run_strategy(run, run->arguments->operands[0], &s, err) || run_units(run, err) ||
		office_load(run->db, &office, err) ||
		strategy_rules_load(run->db, &run->units, s.id, &run->arena, &rules, err) ||
		result_start(&r, run, s.name, RESULT_COLUMNS(columns), err))
		return -1;
	d = result_document(r, &arena);
	if (d)
		strategy_rules_document(d, arena, &office, &rules);
	else
		print_schedule(r, &rules);
	return result_end(r, err);
}
