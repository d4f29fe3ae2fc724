/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group member: units join exchange groups and leave them; what was entered of one is corrected. */
#include "config.h"

#include "commands/given.h"
#include "commands/group_commands.h"

#include "base/clock.h"
#include "base/i18n.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))
#define M(member) GIVEN_AT(struct exchange_member, member)

static const struct given_field fields[] = {
	{ "joined", GIVEN_DATE, M(joined_on), 0, 0, 0 },
	{ "left", GIVEN_DATE, M(left_on), 0, 0, 0 },
	{ "turn", GIVEN_WHOLE, M(host_order), 1, 99, 0 },
	{ "presentation", GIVEN_TEXT, M(presentation), 0, 0, 0 },
};

/* The membership that has not ended yet; with ended_too else the last one that has. */
static int
find_member(struct run *run, const struct exchange_group *g, const struct unit *u, bool ended_too,
	struct exchange_member *out, struct error *err)
{
	struct exchange_member *list, *found = NULL;
	char today[16];
	int count;

	if (exchange_member_list(run->db, g->id, NULL, &run->arena, &list, &count, err))
		return -1;
	date_iso(today, sizeof(today), clock_today());
	for (int i = 0; i < count; i++)
		if (list[i].slot == u->slot &&
			(ended_too || !exchange_member_left(&list[i], today)) &&
			(!found || strcmp(list[i].joined_on, found->joined_on) > 0))
			found = &list[i];
	if (!found)
		return error_set(err, ERROR_MISSING, _("%s is no member of the group %s."),
			u->told, g->code);
	*out = *found;
	return 0;
}

enum act { ACT_ADD, ACT_LEAVE, ACT_STAY, ACT_REMOVE, ACT_SET, ACTS };

static int
find_act(struct run *run, enum act *act, struct error *err)
{
	static const char *const words[ACTS] = { "add", "leave", "stay", "remove", "set" };
	const char **operands = run->arguments->operands, *word = operands[1];
	int fields_given = run->arguments->operand_count - 3, found = 0;

	while (found < ACTS && strcmp(words[found], word) != 0)
		found++;
	*act = (enum act)found;
	if (found == ACTS)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is none of add, leave, stay, remove, set; write gromada group "
			  "member %s add UNIT."),
			word, operands[0]);
	if (found == ACT_SET && !fields_given)
		return error_set(err, ERROR_INPUT,
			_("Say what is to be changed of the member: joined=, left=, turn=, "
			  "presentation=."));
	if (fields_given && found == ACT_LEAVE)
		return error_set(err, ERROR_INPUT,
			_("The day of leaving is given as --on DAY; fields such as turn=2 go with "
			  "add or set."));
	if (fields_given && found != ACT_ADD && found != ACT_SET)
		return error_set(err, ERROR_INPUT,
			_("Fields such as turn=2 are given with add or set, not with %s."), word);
	if (run_option(run, OPTION_ON) && (found == ACT_STAY || found == ACT_SET))
		return error_set(err, ERROR_INPUT,
			_("--on is the day of add and leave; gromada group member %s set UNIT "
			  "joined=DAY left=DAY corrects both."),
			operands[0]);
	return 0;
}

/* Entered by mistake. */
static int
remove_member(struct run *run, struct exchange_group *g, const struct exchange_member *m,
	const struct unit *u, struct error *err)
{
	if (run_option(run, OPTION_ON) || run_option(run, OPTION_NOTE))
		return error_set(err, ERROR_INPUT,
			_("Whoever is taken out as entered by mistake has neither a day nor a "
			  "note; leave ends a membership on a day."));
	if (exchange_member_remove(run->db, g, m->id, err))
		return -1;
	run_say(_("%s is taken out of the group %s, as if it had never been a member."), u->told,
		g->code);
	return group_say_warnings(run, g, err);
}

/* --on, --note and fields into the member. */
static int
take(struct run *run, enum act act, struct exchange_member *m, struct error *err)
{
	const char *on = run_option(run, OPTION_ON), *note = run_option(run, OPTION_NOTE);

	if (act == ACT_STAY)
		m->left_on[0] = '\0';
	if (note && run_text(note, m->presentation, sizeof(m->presentation), err))
		return -1;
	if (on &&
		run_day(on, act == ACT_LEAVE ? m->left_on : m->joined_on, sizeof(m->left_on), err))
		return -1;
	if (act == ACT_LEAVE && !on)
		date_iso(m->left_on, sizeof(m->left_on), clock_today());
	return given_apply(run, 3, fields, COUNT(fields), m, err);
}

static void
say_member(enum act act, const struct exchange_group *g, const struct exchange_member *m,
	const struct unit *u)
{
	if (act == ACT_SET)
		run_say(_("Saved."));
	else if (act == ACT_LEAVE)
		run_say(_("%s leaves the group %s on %s."), u->told, g->code, m->left_on);
	else
		run_say(_("%s is a member of the group %s from %s."), u->told, g->code,
			m->joined_on);
}

int
command_group_member(struct run *run, struct error *err)
{
	struct exchange_member m = { 0 };
	struct exchange_group g;
	const struct unit *u;
	enum act act;

	if (find_act(run, &act, err) || group_operand(run, &g, err) ||
		run_member(run, act == ACT_ADD ? 0 : g.id, run->arguments->operands[2], &u, err) ||
		(act != ACT_ADD && find_member(run, &g, u, act != ACT_LEAVE, &m, err)))
		return -1;
	if (act == ACT_LEAVE && !run_option(run, OPTION_ON) && m.left_on[0])
		return error_set(err, ERROR_INPUT,
			_("%s leaves the group %s on %s already; --on gives another day, stay "
			  "instead of leave takes the leaving back."),
			u->told, g.code, m.left_on);
	if (act == ACT_REMOVE)
		return remove_member(run, &g, &m, u, err);
	m.slot = u->slot;
	if (take(run, act, &m, err) || exchange_member_save(run->db, &g, &m, err))
		return -1;
	say_member(act, &g, &m, u);
	return group_say_warnings(run, &g, err);
}
