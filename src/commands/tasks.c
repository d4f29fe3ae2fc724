/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list tasks, task, money: what is done for a strategy, how far it is, what it costs. */
#include "config.h"

#include "commands/given.h"
#include "commands/strategy_commands.h"
#include "commands/task_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/strategies/goal.h"
#include "model/strategies/task_money.h"
#include "model/strategies/task_state.h"
#include "report/task_documents.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- the list ---- */

static const struct result_column columns[] = {
	{ "number", N_("number"), REPORT_CODE },
	{ "goal", N_("goal"), REPORT_CODE },
	{ "place", N_("place"), REPORT_CODE },
	{ "kind", N_("kind"), REPORT_TEXT },
	{ "name", N_("task"), REPORT_TEXT },
	{ "office", N_("office"), REPORT_TEXT },
	{ "partners", N_("partners"), REPORT_TEXT },
	{ "planned_from", N_("planned from"), REPORT_TEXT },
	{ "planned_to", N_("planned until"), REPORT_TEXT },
	{ "real_from", N_("began on"), REPORT_TEXT },
	{ "real_to", N_("ended on"), REPORT_TEXT },
	{ "state", N_("state"), REPORT_TEXT },
	{ "days_late", N_("days late"), REPORT_NUMBER },
	{ "percent", N_("%"), REPORT_NUMBER },
	{ "planned", N_("planned, zł"), REPORT_NUMBER },
	{ "spent", N_("spent, zł"), REPORT_NUMBER },
	{ "reason", N_("reason"), REPORT_TEXT },
	{ "product", N_("product"), REPORT_TEXT },
};
enum { COLUMN_PLANNED = 14, COLUMN_SPENT };

static void
put_zloty(struct result *r, int64_t grosze)
{
	if (grosze == MONEY_NONE)
		result_none(r);
	else
		result_number(r, money_zloty(grosze));
}

static void
print_task(struct result *r, const struct goal *goals, int goal_count, const struct task *t,
	const char *day)
{
	int at = goal_index(goals, goal_count, t->goal);
	enum task_state state = task_state_on(t, day);

	result_whole(r, t->id);
	result_text(r, at < 0 ? "" : goals[at].number);
	result_whole(r, t->position);
	result_words(r, task_kind_name(t->kind), task_kind_label(t->kind));
	result_text(r, t->name);
	result_text(r, t->office);
	result_text(r, t->partners);
	result_text(r, t->planned_from);
	result_text(r, t->planned_to);
	result_text(r, t->real_from);
	result_text(r, t->real_to);
	result_words(r, task_state_name(state), task_state_label(state));
	result_whole(r, task_days_late(t, day));
	if (t->percent == TASK_PERCENT_UNKNOWN)
		result_none(r);
	else
		result_whole(r, t->percent);
	put_zloty(r, t->planned);
	put_zloty(r, t->spent);
	result_text(r, t->reason);
	result_text(r, t->product);
}

int
command_list_tasks(struct run *run, struct error *err)
{
	struct task_filter filter = { .retired = run_option(run, OPTION_RETIRED) != NULL };
	struct strategy s;
	struct goal *goals;
	struct task *list;
	struct result *r;
	int goal_count, count;
	char day[16];

	date_iso(day, sizeof day, clock_today());
	if (run_strategy(run, run->arguments->operands[0], &s, err))
		return -1;
	filter.strategy = s.id;
	if (goal_tree(run->db, s.id, false, &run->arena, &goals, &goal_count, err) ||
		task_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, s.name, RESULT_COLUMNS(columns), err))
		return -1;
	result_places(r, COLUMN_PLANNED, 2);
	result_places(r, COLUMN_SPENT, 2);
	for (int i = 0; i < count; i++)
		print_task(r, goals, goal_count, &list[i], day);
	return result_end(r, err);
}

/* ---- changing tasks ---- */

struct given_task {
	struct task t;
	char goal[GOAL_NUMBER_SIZE], kind[16], state[16], percent[16];
	char planned_from[12], planned_to[12], real_from[12], real_to[12];
};

static const struct given_field fields[] = {
	{ "goal", GIVEN_TEXT, GIVEN_AT(struct given_task, goal), 0, 0, 0 },
	{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_task, kind), 0, 0, 0 },
	{ "name", GIVEN_WORDS, GIVEN_AT(struct given_task, t.name), 0, 0, 0 },
	{ "office", GIVEN_WORDS, GIVEN_AT(struct given_task, t.office), 0, 0, 0 },
	{ "partners", GIVEN_WORDS, GIVEN_AT(struct given_task, t.partners), 0, 0, 0 },
	{ "planned_from", GIVEN_DATE, GIVEN_AT(struct given_task, planned_from), 0, 0, 0 },
	{ "planned_to", GIVEN_DATE, GIVEN_AT(struct given_task, planned_to), 0, 0, 0 },
	{ "real_from", GIVEN_DATE, GIVEN_AT(struct given_task, real_from), 0, 0, 0 },
	{ "real_to", GIVEN_DATE, GIVEN_AT(struct given_task, real_to), 0, 0, 0 },
	{ "state", GIVEN_TEXT, GIVEN_AT(struct given_task, state), 0, 0, 0 },
	{ "percent", GIVEN_TEXT, GIVEN_AT(struct given_task, percent), 0, 0, 0 },
	{ "reason", GIVEN_WORDS, GIVEN_AT(struct given_task, t.reason), 0, 0, 0 },
	{ "product", GIVEN_WORDS, GIVEN_AT(struct given_task, t.product), 0, 0, 0 },
	{ "note", GIVEN_WORDS, GIVEN_AT(struct given_task, t.note), 0, 0, 0 },
};

static void
give(struct given_task *g, const struct task *t, const char *goal)
{
	*g = (struct given_task){ .t = *t };
	text_copy(g->goal, sizeof g->goal, goal);
	text_copy(g->kind, sizeof g->kind, task_kind_name(t->kind));
	text_copy(g->state, sizeof g->state, task_state_name(t->state));
	task_percent_text(g->percent, sizeof g->percent, t->percent, "");
	text_copy(g->planned_from, sizeof g->planned_from, t->planned_from);
	text_copy(g->planned_to, sizeof g->planned_to, t->planned_to);
	text_copy(g->real_from, sizeof g->real_from, t->real_from);
	text_copy(g->real_to, sizeof g->real_to, t->real_to);
}

static int
take_words(struct given_task *g, struct error *err)
{
	const char *kinds[TASK_KINDS], *states[TASK_STATES];
	int kind, state;

	for (int i = 0; i < TASK_KINDS; i++)
		kinds[i] = task_kind_name((enum task_kind)i);
	for (int i = 0; i < TASK_STATES; i++)
		states[i] = task_state_name((enum task_state)i);
	if (given_one_of("kind", g->kind, kinds, TASK_KINDS, &kind, err) ||
		given_one_of("state", g->state, states, TASK_STATES, &state, err) ||
		task_percent_read(g->percent, &g->t.percent, err))
		return -1;
	g->t.kind = (enum task_kind)kind;
	g->t.state = (enum task_state)state;
	return 0;
}

/* Operands from the first one on over the task, which is then saved. */
static int
apply(struct run *run, const struct strategy *s, struct task *t, struct error *err)
{
	static struct given_task g; /* the task points into it */
	struct goal *goals;
	int count, at;

	if (goal_tree(run->db, s->id, false, &run->arena, &goals, &count, err))
		return -1;
	at = goal_index(goals, count, t->goal);
	give(&g, t, at < 0 ? "" : goals[at].number);
	if (given_apply(run, 1, fields, COUNT(fields), &g, err) || take_words(&g, err))
		return -1;
	at = g.goal[0] ? goal_by_number(goals, count, g.goal) : -1;
	if (g.goal[0] && at < 0)
		return error_set(err, ERROR_INPUT,
			_("The strategy has no goal “%s”; gromada list goals %s prints them."),
			g.goal, s->code);
	*t = g.t;
	t->goal = at < 0 ? 0 : goals[at].id;
	t->planned_from = g.planned_from;
	t->planned_to = g.planned_to;
	t->real_from = g.real_from;
	t->real_to = g.real_to;
	return task_save(run->db, s->rev, t, err);
}

int
command_task_new(struct run *run, struct error *err)
{
	struct strategy s;
	struct task t;

	if (run_strategy(run, run->arguments->operands[0], &s, err))
		return -1;
	task_start(&t, s.id);
	if (apply(run, &s, &t, err))
		return -1;
	run_say(_("Made task %lld."), (long long)t.id);
	return 0;
}

static int
find_task(struct run *run, struct task *t, struct strategy *s, struct error *err)
{
	const char *text = run->arguments->operands[0];
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number)) {
		error_set(err, ERROR_INPUT, _("“%s” is no number of a task."), text);
		return run_advise(err, _("gromada list tasks STRATEGY prints them."));
	}
	return task_load(run->db, number, &run->arena, t, err) ||
			       strategy_load(run->db, t->strategy, s, err)
		       ? -1
		       : 0;
}

int
command_task_set(struct run *run, struct error *err)
{
	struct strategy s;
	struct task t;

	if (find_task(run, &t, &s, err) || apply(run, &s, &t, err))
		return -1;
	run_say(_("Changed task %lld."), (long long)t.id);
	return 0;
}

int
command_task_move(struct run *run, struct error *err)
{
	static const char *const ways[] = { "up", "down" };
	struct strategy s;
	struct task t;
	int way;

	if (find_task(run, &t, &s, err) ||
		given_one_of("DIRECTION", run->arguments->operands[1], ways, 2, &way, err) ||
		task_move(run->db, s.rev, t.id, way ? 1 : -1, err) ||
		task_load(run->db, t.id, &run->arena, &t, err))
		return -1;
	run_say(_("Task %lld is number %d of its goal now."), (long long)t.id, t.position);
	return 0;
}

int
command_task_retire(struct run *run, struct error *err)
{
	struct strategy s;
	struct task t;

	if (find_task(run, &t, &s, err) || task_retire(run->db, s.rev, t.id, err))
		return -1;
	run_say(_("Task %lld is deleted; task restore brings it back."), (long long)t.id);
	return 0;
}

int
command_task_restore(struct run *run, struct error *err)
{
	struct strategy s;
	struct task t;

	if (find_task(run, &t, &s, err) || task_restore(run->db, s.rev, t.id, err))
		return -1;
	run_say(_("Task %lld is back."), (long long)t.id);
	return 0;
}

/* ---- money ---- */

/* planned=… and spent=… over what the line says; both empty take it away. */
static int
put_money(struct run *run, const struct task *t, const struct strategy *s, struct task_money *line,
	struct error *err)
{
	static const struct given_field amounts[] = {
		{ "planned", GIVEN_TEXT, 0, 40, 0, 0, 0 },
		{ "spent", GIVEN_TEXT, 40, 40, 0, 0, 0 },
		{ "reason", GIVEN_TEXT, 80, KEPT_LINES_SIZE, 0, 0, 0 },
	};
	struct {
		char amount[2][40], reason[KEPT_LINES_SIZE];
	} given = { 0 };
	struct task_money *lines;
	const struct task_money *former = NULL;
	int count;

	if (task_money_list(run->db, t->id, &run->arena, &lines, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (lines[i].year == line->year && lines[i].source == line->source)
			former = &lines[i];
	money_plain(given.amount[0], sizeof given.amount[0], former ? former->planned : MONEY_NONE);
	money_plain(given.amount[1], sizeof given.amount[1], former ? former->spent : MONEY_NONE);
	if (given_apply(run, 3, amounts, COUNT(amounts), &given, err) ||
		money_read(given.amount[0], 0, &line->planned, err) ||
		money_read(given.amount[1], 0, &line->spent, err))
		return -1;
	line->reason = arena_string(&run->arena, given.reason);
	if (line->planned == MONEY_NONE && line->spent == MONEY_NONE)
		return former ? task_money_remove(run->db, s->rev, line, err) : 0;
	return task_money_save(run->db, s->rev, line, former, err);
}

/* "delete" in place of amounts: the line must be there. */
static int
delete_money(struct run *run, const struct task *t, const struct strategy *s,
	struct task_money *line, struct error *err)
{
	static const struct given_field why[] = { { "reason", GIVEN_TEXT, 0, KEPT_LINES_SIZE, 0, 0,
		0 } };
	char reason[KEPT_LINES_SIZE] = "";
	struct task_money *lines;
	int count;

	if (run->arguments->operand_count > 4 && given_apply(run, 4, why, COUNT(why), reason, err))
		return -1;
	line->reason = reason;

	if (task_money_list(run->db, t->id, &run->arena, &lines, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (lines[i].year != line->year || lines[i].source != line->source)
			continue;
		if (task_money_remove(run->db, s->rev, line, err))
			return -1;
		run_say(_("Task %lld, %d, %s: the line is deleted."), (long long)t->id, line->year,
			money_source_label(line->source));
		return 0;
	}
	return error_set(err, ERROR_MISSING, _("Task %lld has no money of %d from this source."),
		(long long)t->id, line->year);
}

int
command_task_money(struct run *run, struct error *err)
{
	const char *sources[MONEY_SOURCES];
	char planned[40], spent[40];
	struct task_money line = { 0 };
	struct strategy s;
	struct task t;
	int source;

	for (int i = 0; i < MONEY_SOURCES; i++)
		sources[i] = money_source_name((enum money_source)i);
	if (find_task(run, &t, &s, err) || run_year(run->arguments->operands[1], &line.year, err) ||
		given_one_of("SOURCE", run->arguments->operands[2], sources, MONEY_SOURCES, &source,
			err))
		return -1;
	line.task = t.id;
	line.source = (enum money_source)source;
	if (run->arguments->operand_count >= 4 && !strcmp(run->arguments->operands[3], "delete"))
		return delete_money(run, &t, &s, &line, err);
	if (put_money(run, &t, &s, &line, err))
		return -1;
	run_say(_("Task %lld, %d, %s: planned %s, spent %s."), (long long)t.id, line.year,
		money_source_label(line.source), money_shown(planned, sizeof planned, line.planned),
		money_shown(spent, sizeof spent, line.spent));
	return 0;
}

int
command_money_sums(struct run *run, struct error *err)
{
	static const struct result_column money_columns[] = {
		{ "year", N_("year"), REPORT_CODE },
		{ "source", N_("source"), REPORT_TEXT },
		{ "planned", N_("planned, zł"), REPORT_NUMBER },
		{ "spent", N_("spent, zł"), REPORT_NUMBER },
	};
	struct task_money_sum *sums;
	struct task_money *lines;
	struct strategy s;
	struct result *r;
	int line_count, count;

	if (run_strategy(run, run->arguments->operands[0], &s, err) ||
		task_money_of_strategy(run->db, s.id, &run->arena, &lines, &line_count, err) ||
		result_start(&r, run, s.name, RESULT_COLUMNS(money_columns), err))
		return -1;
	result_places(r, 2, 2);
	result_places(r, 3, 2);
	task_money_sums(lines, line_count, &run->arena, &sums, &count);
	for (int i = 0; i + 1 < count; i++)
		for (int source = 0; source < MONEY_SOURCES; source++) {
			if (sums[i].planned[source] == MONEY_NONE &&
				sums[i].spent[source] == MONEY_NONE)
				continue;
			result_year(r, sums[i].year);
			result_words(r, money_source_name((enum money_source)source),
				money_source_label((enum money_source)source));
			put_zloty(r, sums[i].planned[source]);
			put_zloty(r, sums[i].spent[source]);
		}
	return result_end(r, err);
}
