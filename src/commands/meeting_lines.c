/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting: its people invited, answering, ticked off, and those who come as well. */
#include "config.h"

#include "commands/given.h"
#include "commands/meeting_commands.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "model/meetings/attendance.h"
#include "model/meetings/participant.h"
#include "model/units/unit_city.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static int
refuse_person(const char *who, const struct meeting *m, int found, struct error *err)
{
	if (found > 1)
		return error_set(err, ERROR_INPUT,
			_("Several people of the meeting are meant by “%s”; gromada meeting "
			  "attendance %lld prints them with their names."),
			who, (long long)m->id);
	return error_set(err, ERROR_MISSING,
		_("Nobody of the meeting is meant by “%s”; gromada meeting attendance %lld prints "
		  "them with their units and names."),
		who, (long long)m->id);
}

int
meeting_person(struct run *run, const struct meeting *m, const char *who, struct participant *out,
	struct error *err)
{
	char wanted[256], name[256];
	struct participant *list;
	int count, found = 0;

	if (run_units(run, err) ||
		participant_list(run->db, m->id, &run->arena, &list, &count, err))
		return -1;
	text_fold(wanted, sizeof(wanted), who);
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(&run->units, list[i].slot);

		text_fold(name, sizeof(name), list[i].name);
		if (strcmp(name, wanted) != 0 && !(u && strcmp(run_code(u), who) == 0))
			continue;
		if (found++ == 0)
			*out = list[i];
	}
	return found == 1 ? 0 : refuse_person(who, m, found, err);
}

int
command_meeting_invite(struct run *run, struct error *err)
{
	struct meeting m;
	int count;

	if (meeting_operand(run, &m, err) || participant_invite_group(run->db, m.id, &count, err))
		return -1;
	run_say(P_("%d person was added to the invitation list.",
			"%d people were added to the invitation list.", (unsigned long)count),
		count);
	return 0;
}

/* ---- who comes as well ---- */

struct given_person {
	char part[16], unit[16], instead_of[128], remark[200];
	bool card;
};
static const struct given_field fields[] = {
	{ "part", GIVEN_TEXT, GIVEN_AT(struct given_person, part), 0, 0, 0 },
	{ "unit", GIVEN_TEXT, GIVEN_AT(struct given_person, unit), 0, 0, 0 },
	{ "for", GIVEN_TEXT, GIVEN_AT(struct given_person, instead_of), 0, 0, 0 },
	{ "remark", GIVEN_TEXT, GIVEN_AT(struct given_person, remark), 0, 0, 0 },
	{ "card", GIVEN_YES_NO, GIVEN_AT(struct given_person, card), 0, 0, 0 },
};

static int
take_part(const char *text, enum participant_part *part, struct error *err)
{
	const char *words[PARTICIPANT_COORDINATOR + 1];
	int found = 0;

	for (int i = 0; i < COUNT(words); i++)
		words[i] = participant_part_name((enum participant_part)i);
	if (given_one_of("part", text, words, COUNT(words), &found, err))
		return -1;
	*part = (enum participant_part)found;
	return 0;
}

/* A contact of that name is taken with the card, unless card=no says that a namesake comes. */
static int
take_name(struct run *run, struct participant *p, const char *name, bool card, struct error *err)
{
	struct error why = { .code = ERROR_NONE };
	struct contact c;

	if (run_text(name, p->name, sizeof(p->name), err))
		return -1;
	if (!card)
		return 0;
	if (contact_find(run->db, name, &c, &why) == 0) {
		text_copy(p->name, sizeof(p->name), c.name);
		p->contact = c.id;
		p->slot = c.slot;
		return 0;
	}
	return why.code != ERROR_INPUT
		       ? 0
		       : error_set(err, ERROR_INPUT,
				 _("%s Add card=no for somebody without a card."), why.text);
}

/* The unit as it was given; of who has a card it is the card's. */
static int
take_unit(struct run *run, struct participant *p, const char *code, struct error *err)
{
	const struct unit *unit, *of_card = unit_by_slot(&run->units, p->slot);

	if (!code[0])
		return 0;
	if (run_unit(run, code, &unit, err))
		return -1;
	if (p->contact && of_card && !unit_code_same(of_card->code, unit->code))
		return error_set(err, ERROR_INPUT,
			_("“%s” has a card, which is of %s, and not of %s. Leave unit= out; if "
			  "somebody else of this name comes, add card=no."),
			p->name, of_card->told, unit->told);
	p->slot = unit->slot;
	return 0;
}

int
command_meeting_person(struct run *run, struct error *err)
{
	struct participant p = { .slot = NO_SLOT }, other;
	struct given_person g = { .part = "guest", .card = true };
	struct meeting m;

	if (meeting_operand(run, &m, err) || run_units(run, err) ||
		given_apply(run, 2, fields, COUNT(fields), &g, err) ||
		take_name(run, &p, run->arguments->operands[1], g.card, err) ||
		take_unit(run, &p, g.unit, err))
		return -1;
	if (g.instead_of[0]) {
		if (meeting_person(run, &m, g.instead_of, &other, err))
			return -1;
		p.stands_for = other.id;
		p.slot = g.unit[0] ? p.slot : other.slot;
		text_copy(g.part, sizeof(g.part), "substitute");
	}
	if (take_part(g.part, &p.part, err))
		return -1;
	p.meeting = m.id;
	text_copy(p.remark, sizeof(p.remark), g.remark);
	if (participant_save(run->db, &p, err))
		return -1;
	run_say(_("%s, meeting %d: %s is on the list."), m.group_code, m.number, p.name);
	return 0;
}

int
command_meeting_remove(struct run *run, struct error *err)
{
	struct participant p;
	struct meeting m;

	if (meeting_operand(run, &m, err) ||
		meeting_person(run, &m, run->arguments->operands[1], &p, err) ||
		participant_remove(run->db, p.id, p.whole, err))
		return -1;
	run_say(_("%s, meeting %d: %s is taken off the list."), m.group_code, m.number, p.name);
	return 0;
}

/* ---- answers and ticks ---- */

int
command_meeting_answer(struct run *run, struct error *err)
{
	const char *words[REPLY_SUBSTITUTE + 1];
	struct participant p;
	struct meeting m;
	int answer = 0;

	for (int i = 0; i < COUNT(words); i++)
		words[i] = participant_answer_name((enum participant_answer)i);
	if (meeting_operand(run, &m, err) ||
		given_one_of(
			"ANSWER", run->arguments->operands[2], words, COUNT(words), &answer, err) ||
		meeting_person(run, &m, run->arguments->operands[1], &p, err) ||
		participant_answered(run->db, &p, (enum participant_answer)answer, err))
		return -1;
	run_say("%s: %s.", p.name, participant_answer_label((enum participant_answer)answer));
	return 0;
}

int
command_meeting_tick(struct run *run, struct error *err)
{
	static const char *const words[] = { "unknown", "yes", "no" };
	const char *who = run->arguments->operands[1];
	struct participant p;
	struct meeting m;
	int came, count = 1;

	if (meeting_operand(run, &m, err) ||
		given_one_of("CAME", run->arguments->operands[2], words, COUNT(words), &came, err))
		return -1;
	if (strcmp(who, "rest") == 0) {
		if (attendance_tick_rest(run->db, m.id, (enum participant_came)came, &count, err))
			return -1;
	} else if (meeting_person(run, &m, who, &p, err) ||
		   attendance_tick(run->db, p.id, (enum participant_came)came, err)) {
		return -1;
	}
	run_say(P_("%s, meeting %d: %d person ticked.", "%s, meeting %d: %d people ticked.",
			(unsigned long)count),
		m.group_code, m.number, count);
	return 0;
}
