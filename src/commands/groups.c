/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group: units chosen to compare with. */
#include "config.h"

#include "commands/result.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/diagnosis/group_rule.h"

#include <stdio.h>
#include <string.h>

/* In words; a group picked by hand has none. */
static int
write_rule(struct run *run, struct result *r, const struct group *g, struct error *err)
{
	struct group_rule rule;
	char words[256] = "";
	bool found = false;

	if (g->ruled && group_rule_load(run->db, g->id, &rule, &found, err))
		return -1;
	if (found)
		group_rule_words(&run->units, &rule, words, sizeof words);
	result_text(r, words);
	return 0;
}

static int
list_comparison_groups(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "name", N_("name"), REPORT_TEXT },
		{ "units", N_("units"), REPORT_NUMBER },
		{ "note", N_("note"), REPORT_TEXT },
		{ "rule", N_("rule"), REPORT_TEXT },
	};
	bool retired = run_option(run, OPTION_RETIRED) != NULL;
	struct group *list;
	struct result *r;
	int count;

	if (run_units(run, err) ||
		(retired ? group_list_retired : group_list)(
			run->db, &run->arena, &list, &count, err) ||
		group_list_count(run->db, list, count, err) ||
		result_start(&r, run, _("Comparison groups"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_text(r, list[i].name);
		result_whole(r, list[i].members);
		result_text(r, list[i].note);
		if (write_rule(run, r, &list[i], err))
			return -1;
	}
	return result_end(r, err);
}

int
command_group_list(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "level", N_("level"), REPORT_TEXT },
	};
	struct unit_filter members = { .level = -1, .ended_too = true, .bdl_too = true };
	struct group group;
	struct result *r;
	int *slots, count;

	if (run->arguments->operand_count == 0)
		return list_comparison_groups(run, err);
	if (run_units(run, err) ||
		group_by_name(run->db, run->arguments->operands[0], &group, err) ||
		group_load_filter(run->db, group.id, &run->units, &run->arena, &members, err) ||
		result_start(&r, run, group.name, RESULT_COLUMNS(columns), err))
		return -1;
	count = unit_find(&run->units, &members, &run->arena, &slots);
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(&run->units, slots[i]);

		result_text(r, run_code(u));
		result_text(r, u->label);
		result_text(r, unit_level_name(u->level));
	}
	return result_end(r, err);
}

/* The units named after the group's name. */
static int
read_units(struct run *run, int **slots, int *count, struct error *err)
{
	const struct arguments *a = run->arguments;

	*count = 0;
	*slots = arena_array(&run->arena, (size_t)a->operand_count, sizeof(**slots));
	for (int i = 1; i < a->operand_count; i++) {
		const struct unit *u;

		if (run_unit(run, a->operands[i], &u, err))
			return -1;
		(*slots)[(*count)++] = u->slot;
	}
	return 0;
}

/* A code that the register has under another kind: which unit is meant is said. */
static void
say_others(struct run *run, const int *slots, int count)
{
	for (int i = 0; i < count; i++) {
		const char *typed = run->arguments->operands[i + 1];
		const struct unit *u = unit_by_slot(&run->units, slots[i]);

		if (strspn(typed, "0123456789") == 7 && !typed[7] && strcmp(typed, run_code(u)))
			run_say(_("The register has %s as %s (%s): that unit was taken."), typed,
				run_code(u), u->label);
	}
}

static bool
has(const int *slots, int count, int slot)
{
	for (int i = 0; i < count; i++)
		if (slots[i] == slot)
			return true;
	return false;
}

static void
say_size(const struct group *group, int count)
{
	run_say(P_("The group %s has %d unit.", "The group %s has %d units.", (unsigned long)count),
		group->name, count);
}

int
command_group_add(struct run *run, struct error *err)
{
	const char *name = run->arguments->operands[0], *note = run_option(run, OPTION_NOTE);
	int *given, *members = NULL, *all, given_count, member_count = 0, count = 0;
	struct group group = { .id = 0 };
	struct error unknown = { .code = ERROR_NONE };

	if (run_option(run, OPTION_KIND))
		return command_exchange_add(run, err);
	if (run->arguments->operand_count < 2)
		return error_set(err, ERROR_INPUT,
			_("Give the units of the comparison group, or --kind to make an exchange "
			  "group."));
	if (read_units(run, &given, &given_count, err))
		return -1;
	say_others(run, given, given_count);
	if (group_by_name(run->db, name, &group, &unknown)) {
		if (unknown.code != ERROR_MISSING)
			return error_set(err, unknown.code, "%s", unknown.text);
		memset(&group, 0, sizeof(group));
		if (run_text(name, group.name, sizeof(group.name), err))
			return -1;
	} else if (group_members(run->db, group.id, &run->arena, &members, &member_count, err))
		return -1;
	if (note && run_text(note, group.note, sizeof(group.note), err))
		return -1;
	all = arena_array(&run->arena, (size_t)(given_count + member_count) + 1, sizeof(*all));
	for (int i = 0; i < member_count; i++)
		all[count++] = members[i];
	for (int i = 0; i < given_count; i++)
		if (!has(all, count, given[i]))
			all[count++] = given[i];
	if (group_save(run->db, &group, all, count, err))
		return -1;
	say_size(&group, count);
	return 0;
}

int
command_group_remove(struct run *run, struct error *err)
{
	int *given, *members, *rest, given_count, member_count, count = 0;
	struct group group;

	if (group_by_name(run->db, run->arguments->operands[0], &group, err) ||
		read_units(run, &given, &given_count, err))
		return -1;
	if (given_count == 0) {
		if (group_retire(run->db, group.id, err))
			return -1;
		run_say(_("The group %s is no longer in use; gromada group restore brings it "
			  "back."),
			group.name);
		return 0;
	}
	if (group_members(run->db, group.id, &run->arena, &members, &member_count, err))
		return -1;
	rest = arena_array(&run->arena, (size_t)member_count + 1, sizeof(*rest));
	for (int i = 0; i < member_count; i++)
		if (!has(given, given_count, members[i]))
			rest[count++] = members[i];
	if (count == member_count)
		return error_set(
			err, ERROR_INPUT, _("None of these units is in the group %s."), group.name);
	if (group_save(run->db, &group, rest, count, err))
		return -1;
	say_size(&group, count);
	return 0;
}

int
command_comparison_restore(struct run *run, struct error *err)
{
	const char *name = run->arguments->operands[0];
	struct group *list;
	int count;

	if (group_list_retired(run->db, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (strcmp(list[i].name, name) == 0) {
			if (group_restore(run->db, &list[i], err))
				return -1;
			run_say(_("The comparison group %s is in use again."), name);
			return 0;
		}
	return error_set(err, ERROR_MISSING, _("There is no deleted group “%s”."), name);
}
