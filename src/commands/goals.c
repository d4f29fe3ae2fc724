/* SPDX-License-Identifier: GPL-3.0-or-later */
/* goal new, set, move, retire, restore. */
#include "config.h"

#include "commands/given.h"
#include "commands/strategy_commands.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/strategies/goal.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

struct given_goal {
	char parent[GOAL_NUMBER_SIZE], dimension[16], name[512], text[1024];
	int64_t priority;
	char resolution[128], reason[512], changed_on[12];
};

static const struct given_field fields[] = {
	{ "parent", GIVEN_TEXT, GIVEN_AT(struct given_goal, parent), 0, 0, 0 },
	{ "dimension", GIVEN_TEXT, GIVEN_AT(struct given_goal, dimension), 0, 0, 0 },
	{ "name", GIVEN_TEXT, GIVEN_AT(struct given_goal, name), 0, 0, 0 },
	{ "text", GIVEN_TEXT, GIVEN_AT(struct given_goal, text), 0, 0, 0 },
	{ "priority", GIVEN_WHOLE, GIVEN_AT(struct given_goal, priority), 0, 1000000000, 0 },
	{ "resolution", GIVEN_TEXT, GIVEN_AT(struct given_goal, resolution), 0, 0, 0 },
	{ "changed_on", GIVEN_DATE, GIVEN_AT(struct given_goal, changed_on), 0, 0, 0 },
	{ "reason", GIVEN_TEXT, GIVEN_AT(struct given_goal, reason), 0, 0, 0 },
};

struct tree {
	struct strategy strategy;
	struct goal *goals;
	int count;
};

static int
load_tree(struct run *run, struct tree *t, struct error *err)
{
	return run_strategy(run, run->arguments->operands[0], &t->strategy, err) ||
			       goal_tree(run->db, t->strategy.id, false, &run->arena, &t->goals,
				       &t->count, err)
		       ? -1
		       : 0;
}

static int
find(const struct tree *t, const char *number, struct goal **out, struct error *err)
{
	int at = goal_by_number(t->goals, t->count, number);

	if (at < 0)
		return error_set(err, ERROR_INPUT,
			_("The strategy has no goal “%s”; gromada list goals %s prints them."),
			number, t->strategy.code);
	*out = &t->goals[at];
	return 0;
}

/* Operands from the given one on over the goal, which is then saved. */
static int
apply(struct run *run, const struct tree *t, int first, struct goal *g, struct error *err)
{
	int at = goal_index(t->goals, t->count, g->parent), dimension;
	const char *dimensions[GOAL_DIMENSIONS];
	struct given_goal given = { .priority = g->priority };
	const struct strategy_why why = { given.resolution, given.reason, given.changed_on };
	struct goal *above;

	for (int i = 0; i < GOAL_DIMENSIONS; i++)
		dimensions[i] = goal_dimension_name((enum goal_dimension)i);
	text_copy(given.parent, sizeof given.parent, at < 0 ? "" : t->goals[at].number);
	text_copy(given.dimension, sizeof given.dimension, dimensions[g->dimension]);
	text_copy(given.name, sizeof given.name, g->name);
	text_copy(given.text, sizeof given.text, g->text);
	if (given_apply(run, first, fields, COUNT(fields), &given, err) ||
		given_one_of(
			"dimension", given.dimension, dimensions, GOAL_DIMENSIONS, &dimension, err))
		return -1;
	g->parent = 0;
	if (given.parent[0]) {
		if (find(t, given.parent, &above, err))
			return -1;
		g->parent = above->id;
	}
	g->dimension = (enum goal_dimension)dimension;
	text_copy(g->name, sizeof g->name, given.name);
	text_copy(g->text, sizeof g->text, given.text);
	g->priority = given.priority;
	return goal_save(run->db, t->strategy.rev, g, &why, err);
}

/* The goal's number as it is now. */
static int
number_of(struct run *run, struct tree *t, int64_t id, const char **number, struct error *err)
{
	int at;

	if (load_tree(run, t, err))
		return -1;
	at = goal_index(t->goals, t->count, id);
	*number = at < 0 ? "" : t->goals[at].number;
	return 0;
}

int
command_goal_new(struct run *run, struct error *err)
{
	const char *number;
	struct tree t;
	struct goal g = { .id = 0 };

	if (load_tree(run, &t, err))
		return -1;
	g.strategy = t.strategy.id;
	if (apply(run, &t, 1, &g, err) || number_of(run, &t, g.id, &number, err))
		return -1;
	run_say(_("Made goal %s."), number);
	return 0;
}

int
command_goal_set(struct run *run, struct error *err)
{
	struct goal *there, g;
	const char *number;
	struct tree t;

	if (load_tree(run, &t, err) || find(&t, run->arguments->operands[1], &there, err))
		return -1;
	g = *there;
	if (apply(run, &t, 2, &g, err) || number_of(run, &t, g.id, &number, err))
		return -1;
	run_say(_("Changed goal %s."), number);
	return 0;
}

int
command_goal_move(struct run *run, struct error *err)
{
	static const char *const ways[] = { "up", "down", "deeper", "higher" };
	struct given_why given = { .reason = "" };
	const struct strategy_why why = { given.resolution, given.reason, given.changed_on };
	const char *number;
	struct goal *g;
	struct tree t;
	int way;

	if (load_tree(run, &t, err) || find(&t, run->arguments->operands[1], &g, err) ||
		given_one_of("DIRECTION", run->arguments->operands[2], ways, 4, &way, err) ||
		given_why(run, 3, &given, err))
		return -1;
	if (way < 2 && run->arguments->operand_count > 3)
		return error_set(err, ERROR_INPUT,
			_("The order of goals of one level is not told in the history, so no "
			  "reason and no resolution is kept with it. Leave them out."));
	if (way < 2 ? goal_move(run->db, t.strategy.rev, g->id, way ? 1 : -1, err)
		    : goal_shift(run->db, t.strategy.rev, g->id, way == 2 ? 1 : -1, &why, err))
		return -1;
	if (number_of(run, &t, g->id, &number, err))
		return -1;
	run_say(_("The goal is number %s now."), number);
	return 0;
}

int
command_goal_retire(struct run *run, struct error *err)
{
	struct given_why given = { .reason = "" };
	const struct strategy_why why = { given.resolution, given.reason, given.changed_on };
	struct goal *g;
	struct tree t;

	if (load_tree(run, &t, err) || find(&t, run->arguments->operands[1], &g, err) ||
		given_why(run, 2, &given, err) ||
		goal_retire(run->db, t.strategy.rev, g->id, &why, err))
		return -1;
	run_say(_("Goal %s is deleted; goal restore %s with its name brings it back: “%s”."),
		g->number, t.strategy.code, g->name);
	return 0;
}

int
command_goal_restore(struct run *run, struct error *err)
{
	const char *name = run->arguments->operands[1], *number;
	struct given_why given = { .reason = "" };
	const struct strategy_why why = { given.resolution, given.reason, given.changed_on };
	struct goal *gone;
	struct tree t;
	int count;

	if (load_tree(run, &t, err) || given_why(run, 2, &given, err) ||
		goal_tree(run->db, t.strategy.id, true, &run->arena, &gone, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (strcmp(gone[i].name, name) != 0)
			continue;
		if (goal_restore(run->db, t.strategy.rev, gone[i].id, &why, err) ||
			number_of(run, &t, gone[i].id, &number, err))
			return -1;
		run_say(_("The goal is back as number %s."), number);
		return 0;
	}
	return error_set(
		err, ERROR_MISSING, _("No deleted goal of this strategy is called “%s”."), name);
}
