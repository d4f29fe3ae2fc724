/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document, advice: entries in the register of documents and in the log of advice. */
#include "config.h"

#include "commands/given.h"
#include "commands/meeting_commands.h"
#include "commands/minutes_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/advice.h"
#include "model/groups/contact.h"
#include "model/meetings/document_register.h"
#include "model/groups/exchange_group.h"
#include "model/kept.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- documents ---- */

struct given_document {
	char title[KEPT_LINE_SIZE], kind[16], place[REGISTER_PLACE_SIZE], unit[16], dated[16];
	char note[KEPT_LINES_SIZE];
	int meeting;
};
static const struct given_field document_fields[] = {
	{ "title", GIVEN_TEXT, GIVEN_AT(struct given_document, title), 0, 0, 0 },
	{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_document, kind), 0, 0, 0 },
	{ "place", GIVEN_TEXT, GIVEN_AT(struct given_document, place), 0, 0, 0 },
	{ "unit", GIVEN_TEXT, GIVEN_AT(struct given_document, unit), 0, 0, 0 },
	{ "meeting", GIVEN_WHOLE, GIVEN_AT(struct given_document, meeting), 1, 999, 0 },
	{ "dated", GIVEN_DATE, GIVEN_AT(struct given_document, dated), 0, 0, 0 },
	{ "note", GIVEN_TEXT, GIVEN_AT(struct given_document, note), 0, 0, 0 },
};

static int
take_kind(const char *text, enum register_kind *kind, struct error *err)
{
	const char *words[REGISTER_KINDS];
	int found = 0;

	for (int i = 0; i < REGISTER_KINDS; i++)
		words[i] = register_kind_name((enum register_kind)i);
	if (given_one_of("kind", text, words, REGISTER_KINDS, &found, err))
		return -1;
	*kind = (enum register_kind)found;
	return 0;
}

int
command_document_add(struct run *run, struct error *err)
{
	struct given_document given = { .kind = "material" };
	struct register_entry e = { .slot = NO_SLOT };
	const struct unit *unit;
	struct exchange_group g;

	if (exchange_group_by_code(run->db, run->arguments->operands[0], &g, err) ||
		given_apply(run, 1, document_fields, COUNT(document_fields), &given, err) ||
		take_kind(given.kind, &e.kind, err) ||
		meeting_of_group(run, g.id, given.meeting, &e.meeting, err) ||
		(given.unit[0] && run_unit(run, given.unit, &unit, err)))
		return -1;
	e.group = g.id;
	if (given.unit[0])
		e.slot = unit->slot;
	e.title = given.title;
	e.place = given.place;
	e.dated_on = given.dated;
	e.note = given.note;
	e.sha256 = "";
	if (register_save(run->db, &e, true, &run->arena, err))
		return -1;
	run_say(_("The document has number %lld in the register."), (long long)e.id);
	return 0;
}

/* ---- advice ---- */

struct given_advice {
	char expert[128], unit[16], on[16], hours[16], form[16], question[KEPT_LINES_SIZE],
		answer[KEPT_LINES_SIZE];
};
static const struct given_field advice_fields[] = {
	{ "expert", GIVEN_TEXT, GIVEN_AT(struct given_advice, expert), 0, 0, 0 },
	{ "unit", GIVEN_TEXT, GIVEN_AT(struct given_advice, unit), 0, 0, 0 },
	{ "on", GIVEN_DATE, GIVEN_AT(struct given_advice, on), 0, 0, 0 },
	{ "hours", GIVEN_TEXT, GIVEN_AT(struct given_advice, hours), 0, 0, 0 },
	{ "form", GIVEN_TEXT, GIVEN_AT(struct given_advice, form), 0, 0, 0 },
	{ "question", GIVEN_TEXT, GIVEN_AT(struct given_advice, question), 0, 0, 0 },
	{ "answer", GIVEN_TEXT, GIVEN_AT(struct given_advice, answer), 0, 0, 0 },
};

static int
take_advice(struct run *run, const struct given_advice *given, struct advice *a, struct error *err)
{
	const char *words[ADVICE_FORMS];
	struct contact c = { .id = 0 };
	const struct unit *unit;
	int form = 0;

	for (int i = 0; i < ADVICE_FORMS; i++)
		words[i] = advice_form_name((enum advice_form)i);
	if (given_one_of("form", given->form, words, ADVICE_FORMS, &form, err) ||
		(given->expert[0] && contact_find(run->db, given->expert, &c, err)) ||
		(given->unit[0] && run_unit(run, given->unit, &unit, err)))
		return -1;
	a->form = (enum advice_form)form;
	a->contact = c.id;
	if (given->unit[0])
		a->slot = unit->slot;
	a->minutes = advice_hours_parse(given->hours);
	a->given_on = given->on;
	a->question = given->question;
	a->answer = given->answer;
	return 0;
}

int
command_advice_add(struct run *run, struct error *err)
{
	struct given_advice given = { .form = "telephone" };
	struct advice a = { .slot = NO_SLOT };
	struct exchange_group g;

	date_iso(given.on, sizeof(given.on), clock_today());
	if (exchange_group_by_code(run->db, run->arguments->operands[0], &g, err) ||
		given_apply(run, 1, advice_fields, COUNT(advice_fields), &given, err) ||
		take_advice(run, &given, &a, err))
		return -1;
	a.group = g.id;
	if (advice_save(run->db, &a, &run->arena, err))
		return -1;
	run_say(_("The advice is in the log."));
	return 0;
}
