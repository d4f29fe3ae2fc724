/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group rule: a comparison group whose members follow from a rule. */
#include "config.h"

#include "commands/diagnosis_commands.h"
#include "commands/given.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/indicators/group.h"
#include "model/diagnosis/group_rule.h"

#include <math.h>
#include <string.h>

struct typed { /* as it was typed */
	char level[16], within[UNIT_CODE_SIZE], kind[8], type[4], size_by[33];
	double from, to;
};

static const struct given_field fields[] = {
	{ "level", GIVEN_TEXT, GIVEN_AT(struct typed, level), 0, 0, 0 },
	{ "within", GIVEN_TEXT, GIVEN_AT(struct typed, within), 0, 0, 0 },
	{ "kind", GIVEN_TEXT, GIVEN_AT(struct typed, kind), 0, 0, 0 },
	{ "type", GIVEN_TEXT, GIVEN_AT(struct typed, type), 0, 0, 0 },
	{ "size_by", GIVEN_TEXT, GIVEN_AT(struct typed, size_by), 0, 0, 0 },
	{ "from", GIVEN_NUMBER, GIVEN_AT(struct typed, from), 0, 0, 0 },
	{ "to", GIVEN_NUMBER, GIVEN_AT(struct typed, to), 0, 0, 0 },
};

static int
read_rule(const struct typed *t, struct group_rule *rule, struct error *err)
{
	int level = unit_level_from_name(t->level);

	if (level < 0)
		return error_set(err, ERROR_INPUT,
			_("“%s” is no level of a rule; write level=gmina, powiat or voivodeship."),
			t->level);
	if (t->kind[0] && strcmp(t->kind, "city") && (t->kind[1] || !strchr("123", t->kind[0])))
		return error_set(err, ERROR_INPUT,
			_("“%s” is no kind of gmina; write kind=1 (urban), 2 (rural), 3 "
			  "(urban-rural) or city (with powiat rights)."),
			t->kind);
	*rule = (struct group_rule){ .level = (enum unit_level)level,
		.kind = strcmp(t->kind, "city") == 0 ? 'c' : t->kind[0],
		.functional = t->type[0],
		.from = t->from,
		.to = t->to };
	if (t->type[0] && t->type[1])
		rule->functional = '?';
	text_copy(rule->within, sizeof rule->within, t->within);
	text_copy(rule->size_by, sizeof rule->size_by, t->size_by);
	return 0;
}

static int
find_group(struct run *run, const char *name, struct group *group, struct error *err)
{
	struct error unknown = { .code = ERROR_NONE };

	*group = (struct group){ .id = 0 };
	if (group_by_name(run->db, name, group, &unknown) == 0)
		return 0;
	if (unknown.code != ERROR_MISSING)
		return error_set(err, unknown.code, "%s", unknown.text);
	return run_text(name, group->name, sizeof group->name, err);
}

static int
take_away(struct run *run, struct group *group, struct error *err)
{
	if (!group->ruled)
		return error_set(err, ERROR_INPUT, _("The group %s has no rule."), group->name);
	if (group_save_rule(run->db, group, NULL, err))
		return -1;
	run_say(P_("The group %s has no rule any more; its %d unit stays until you change it.",
			"The group %s has no rule any more; its %d units stay until you change "
			"them.",
			(unsigned long)group->members),
		group->name, group->members);
	return 0;
}

int
command_group_rule(struct run *run, struct error *err)
{
	struct typed typed = { .level = "gmina", .from = NAN, .to = NAN };
	struct group_rule rule;
	struct group group;
	char words[256];

	if (run_units(run, err) || find_group(run, run->arguments->operands[0], &group, err))
		return -1;
	if (run->arguments->operand_count == 1)
		return take_away(run, &group, err);
	if (given_apply(run, 1, fields, (int)(sizeof fields / sizeof *fields), &typed, err) ||
		read_rule(&typed, &rule, err) ||
		group_rule_check(run->db, &run->units, &rule, err) ||
		group_save_rule(run->db, &group, &rule, err))
		return -1;
	run_say(P_("The group %s follows its rule (%s): %d unit.",
			"The group %s follows its rule (%s): %d units.",
			(unsigned long)group.members),
		group.name, group_rule_words(&run->units, &rule, words, sizeof words),
		group.members);
	return 0;
}
