/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strategy new, set, show, units, retire, restore. */
#include "config.h"

#include "commands/given.h"
#include "commands/strategy_commands.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/strategies/strategy_change.h"
#include "model/strategies/strategy.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

struct given_strategy {
	struct strategy s;
	char unit[16], kind[32], parent[33], state[16], rule[16];
};

#define OWN(member) GIVEN_AT(struct given_strategy, member)

static const struct given_field fields[] = {
	{ "code", GIVEN_TEXT, OWN(s.code), 0, 0, 0 },
	{ "unit", GIVEN_TEXT, OWN(unit), 0, 0, 0 },
	{ "kind", GIVEN_TEXT, OWN(kind), 0, 0, 0 },
	{ "name", GIVEN_TEXT, OWN(s.name), 0, 0, 0 },
	{ "parent", GIVEN_TEXT, OWN(parent), 0, 0, 0 },
	{ "first_year", GIVEN_WHOLE, OWN(s.first_year), UNIT_FIRST_YEAR, UNIT_LAST_YEAR, 0 },
	{ "last_year", GIVEN_WHOLE, OWN(s.last_year), UNIT_FIRST_YEAR, UNIT_LAST_YEAR, 0 },
	{ "state", GIVEN_TEXT, OWN(state), 0, 0, 0 },
	{ "resolution", GIVEN_TEXT, OWN(s.resolution), 0, 0, 0 },
	{ "adopted_on", GIVEN_DATE, OWN(s.adopted_on), 0, 0, 0 },
	{ "case_mark", GIVEN_TEXT, OWN(s.case_mark), 0, 0, 0 },
	{ "vision", GIVEN_TEXT, OWN(s.vision), 0, 0, 0 },
	{ "mission", GIVEN_TEXT, OWN(s.mission), 0, 0, 0 },
	{ "level1", GIVEN_TEXT, OWN(s.level[0]), 0, 0, 0 },
	{ "level2", GIVEN_TEXT, OWN(s.level[1]), 0, 0, 0 },
	{ "level3", GIVEN_TEXT, OWN(s.level[2]), 0, 0, 0 },
	{ "rule", GIVEN_TEXT, OWN(rule), 0, 0, 0 },
	{ "note", GIVEN_TEXT, OWN(s.note), 0, 0, 0 },
	{ "changed_on", GIVEN_DATE, OWN(s.changed_on), 0, 0, 0 },
	{ "reason", GIVEN_WORDS, OWN(s.reason), 0, 0, 0 },
};

static int
take_words(struct given_strategy *g, struct error *err)
{
	const char *kinds[STRATEGY_KINDS], *states[STRATEGY_STATES], *rules[GOAL_RULES];
	int kind, state, rule;

	for (int i = 0; i < STRATEGY_KINDS; i++)
		kinds[i] = strategy_kind_name((enum strategy_kind)i);
	for (int i = 0; i < STRATEGY_STATES; i++)
		states[i] = strategy_state_name((enum strategy_state)i);
	for (int i = 0; i < GOAL_RULES; i++)
		rules[i] = goal_rule_name((enum goal_rule)i);
	if (given_one_of("kind", g->kind, kinds, STRATEGY_KINDS, &kind, err) ||
		given_one_of("state", g->state, states, STRATEGY_STATES, &state, err) ||
		given_one_of("rule", g->rule, rules, GOAL_RULES, &rule, err))
		return -1;
	g->s.kind = (enum strategy_kind)kind;
	g->s.state = (enum strategy_state)state;
	g->s.rule = (enum goal_rule)rule;
	return 0;
}

/* Words of the strategy as they are typed; run->units is loaded. */
static void
as_given(const struct run *run, struct given_strategy *g)
{
	const struct unit *unit = unit_by_slot(&run->units, g->s.slot);

	text_copy(g->unit, sizeof g->unit, unit ? unit->code : "");
	text_copy(g->kind, sizeof g->kind, strategy_kind_name(g->s.kind));
	text_copy(g->parent, sizeof g->parent, g->s.parent_code);
	text_copy(g->state, sizeof g->state, strategy_state_name(g->s.state));
	text_copy(g->rule, sizeof g->rule, goal_rule_name(g->s.rule));
}

/* Operands from the second on over the strategy. */
static int
apply(struct run *run, struct given_strategy *g, struct error *err)
{
	const struct unit *unit;
	struct strategy parent;

	if (run_units(run, err))
		return -1;
	as_given(run, g);
	if (given_apply(run, 1, fields, COUNT(fields), g, err) || take_words(g, err))
		return -1;
	g->s.slot = NO_SLOT;
	if (g->unit[0]) {
		if (run_unit(run, g->unit, &unit, err))
			return -1;
		g->s.slot = unit->slot;
	}
	if (strcmp(g->parent, g->s.parent_code) != 0) { /* one that is deleted may stay */
		g->s.parent = 0;
		if (g->parent[0] && run_strategy(run, g->parent, &parent, err))
			return -1;
		if (g->parent[0])
			g->s.parent = parent.id;
	}
	return 0;
}

int
command_strategy_new(struct run *run, struct error *err)
{
	struct given_strategy g = { .s = { .rule = GOAL_RULE_WORST_HALF } };
	const char *code = run->arguments->operands[0];

	if (strlen(code) >= sizeof g.s.code)
		return error_set(
			err, ERROR_INPUT, _("The code of a strategy has at most 32 characters."));
	text_copy(g.s.code, sizeof g.s.code, code);
	if (apply(run, &g, err) || strategy_save(run->db, &g.s, err))
		return -1;
	run_say(_("Made strategy %s."), g.s.code);
	return 0;
}

/* Beside what a resolution changes in a strategy in force its number is that of the change. */
static void
take_amendment(struct strategy *s, const struct strategy *was)
{
	if (was->state == STRATEGY_DRAFT || !was->resolution[0] || !strategy_aims_otherwise(s, was))
		return;
	text_copy(s->change_resolution, sizeof s->change_resolution,
		strcmp(s->resolution, was->resolution) != 0 ? s->resolution : "");
	text_copy(s->resolution, sizeof s->resolution, was->resolution);
}

int
command_strategy_set(struct run *run, struct error *err)
{
	struct given_strategy g = { .s = { .id = 0 } };
	struct strategy was;

	if (run_strategy(run, run->arguments->operands[0], &was, err))
		return -1;
	g.s = was;
	if (apply(run, &g, err))
		return -1;
	take_amendment(&g.s, &was);
	if (strategy_save(run->db, &g.s, err))
		return -1;
	run_say(_("Changed strategy %s."), g.s.code);
	return 0;
}

int
command_strategy_show(struct run *run, struct error *err)
{
	enum { OF_A_CHANGE = 2 }; /* changed_on and reason are typed with one */
	struct given_strategy g = { .s = { .id = 0 } };
	struct result *r;

	if (run_strategy(run, run->arguments->operands[0], &g.s, err) || run_units(run, err) ||
		result_start(&r, run, g.s.name, result_pairs, 2, err))
		return -1;
	as_given(run, &g);
	given_print(r, fields, COUNT(fields) - OF_A_CHANGE, &g);
	result_pair(r, "made_up", g.s.made_up ? "yes" : "no");
	return result_end(r, err);
}

static int
print_units(struct run *run, const struct strategy *s, struct error *err)
{
	static const struct result_column columns[] = {
		{ "unit", N_("TERYT"), REPORT_CODE },
		{ "name", N_("unit"), REPORT_TEXT },
		{ "part", N_("part"), REPORT_TEXT },
	};
	struct result *r;
	int *slots, count;

	if (strategy_units(run->db, s->id, &run->arena, &slots, &count, err) ||
		result_start(&r, run, s->name, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = -1; i < count; i++) {
		int slot = i < 0 ? s->slot : slots[i];
		const struct unit *unit = unit_by_slot(&run->units, slot);

		result_text(r, run_code_of(run, slot));
		result_text(r, unit ? unit->name : "");
		result_words(
			r, i < 0 ? "leader" : "member", i < 0 ? _("leader") : _("takes part"));
	}
	return result_end(r, err);
}

int
command_strategy_units(struct run *run, struct error *err)
{
	const struct arguments *a = run->arguments;
	const struct unit *unit;
	struct strategy s;
	int *slots, kept, count = a->operand_count - 1;

	if (run_strategy(run, a->operands[0], &s, err) || run_units(run, err))
		return -1;
	if (count == 0)
		return print_units(run, &s, err);
	slots = arena_array(&run->arena, (size_t)count, sizeof *slots);
	for (int i = 0; i < count; i++) {
		if (run_unit(run, a->operands[i + 1], &unit, err))
			return -1;
		slots[i] = unit->slot;
		if (unit->teryt[0] && strlen(a->operands[i + 1]) == strlen(unit->teryt) &&
			strcmp(a->operands[i + 1], unit->teryt) != 0)
			run_say(_("%s was taken as %s, %s."), a->operands[i + 1], unit->teryt,
				unit->label);
	}
	if (strategy_units_save(run->db, s.id, s.rev, slots, count, err) ||
		strategy_units(run->db, s.id, &run->arena, &slots, &kept, err))
		return -1;
	if (kept < count)
		run_say(_("Left out as named twice, or the leader itself: %d."), count - kept);
	count = kept;
	run_say(P_("%d unit beside the leader.", "%d units beside the leader.", count), count);
	return 0;
}

int
command_strategy_retire(struct run *run, struct error *err)
{
	struct strategy s;

	if (run_strategy(run, run->arguments->operands[0], &s, err) ||
		strategy_retire(run->db, s.id, s.rev, err))
		return -1;
	run_say(_("Strategy %s is deleted; strategy restore brings it back."), s.code);
	return 0;
}

int
command_strategy_restore(struct run *run, struct error *err)
{
	struct strategy s;

	if (strategy_load_code(run->db, run->arguments->operands[0], &s, err) ||
		strategy_restore(run->db, s.id, err))
		return -1;
	run_say(_("Strategy %s is back."), s.code);
	return 0;
}
