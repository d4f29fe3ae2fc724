/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document, advice: entries in the register of documents and in the log of advice, made and
 * changed. */
#include "config.h"

#include "commands/given.h"
#include "commands/meeting_commands.h"
#include "commands/minutes_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/meetings/advice.h"
#include "model/groups/contact.h"
#include "model/meetings/document_register.h"
#include "model/groups/exchange_group.h"
#include "model/kept.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- where an entry belongs; what stands there already is not looked for again ---- */

int
paper_number(const char *text, int64_t *id)
{
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number))
		return -1;
	*id = number;
	return 0;
}

int
paper_missing(const char *none, const char *lists, struct error *err)
{
	if (err->code != ERROR_NONE && err->code != ERROR_MISSING)
		return -1;
	error_clear(err);
	error_set(err, ERROR_MISSING, "%s", none);
	return run_advise(err, lists);
}

int
paper_group(
	struct run *run, const char *code, const char *former, int64_t *group, struct error *err)
{
	struct exchange_group g;

	if (strcmp(code, former) == 0)
		return 0;
	if (exchange_group_by_code(run->db, code, &g, err))
		return -1;
	*group = g.id;
	return 0;
}

int
paper_unit(struct run *run, const char *code, int *slot, struct error *err)
{
	const struct unit *unit;

	if (run_units(run, err))
		return -1;
	if (strcmp(code, run_code_of(run, *slot)) == 0)
		return 0;
	if (code[0] && run_unit(run, code, &unit, err))
		return -1;
	*slot = code[0] ? unit->slot : NO_SLOT;
	return 0;
}

/* ---- documents ---- */

struct given_document {
	char group[33]; /* of an entry that is changed */
	char title[KEPT_LINE_SIZE], kind[16], place[REGISTER_PLACE_SIZE], unit[16], dated[16];
	char note[KEPT_LINES_SIZE];
	int meeting;
};
static const struct given_field document_fields[] = {
	{ "group", GIVEN_TEXT, GIVEN_AT(struct given_document, group), 0, 0, 0 },
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
		given_apply(run, 1, document_fields + 1, COUNT(document_fields) - 1, &given, err) ||
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

static int
find_document(struct run *run, struct register_entry *e, struct error *err)
{
	int64_t id;

	if (paper_number(run->arguments->operands[0], &id) == 0 &&
		register_load(run->db, id, &run->arena, e, err) == 0)
		return 0;
	return paper_missing(_("There is no document with this number in the register."),
		_("gromada list documents prints all of them, with --retired those deleted."), err);
}

static int
document_as_given(struct run *run, const struct register_entry *e, struct given_document *given,
	struct error *err)
{
	*given = (struct given_document){ .meeting = e->meeting_number };
	text_copy(given->group, sizeof(given->group), e->group_code);
	text_copy(given->kind, sizeof(given->kind), register_kind_name(e->kind));
	text_copy(given->dated, sizeof(given->dated), e->dated_on);
	if (run_units(run, err) || run_text(e->title, given->title, sizeof(given->title), err) ||
		run_text(e->place, given->place, sizeof(given->place), err) ||
		run_text(e->note, given->note, sizeof(given->note), err))
		return -1;
	text_copy(given->unit, sizeof(given->unit), run_code_of(run, e->slot));
	return 0;
}

int
command_document_set(struct run *run, struct error *err)
{
	struct given_document given;
	struct register_entry e;
	int64_t group;
	bool look;

	if (find_document(run, &e, err) || document_as_given(run, &e, &given, err) ||
		given_apply(run, 1, document_fields, COUNT(document_fields), &given, err) ||
		take_kind(given.kind, &e.kind, err))
		return -1;
	group = e.group;
	if (paper_group(run, given.group, e.group_code, &e.group, err) ||
		((e.group != group || given.meeting != e.meeting_number) &&
			meeting_of_group(run, e.group, given.meeting, &e.meeting, err)) ||
		paper_unit(run, given.unit, &e.slot, err))
		return -1;
	/* A file that is gone stops nobody who corrects the title. */
	look = strcmp(e.place, given.place) != 0;
	e.title = given.title;
	e.place = given.place;
	e.dated_on = given.dated;
	e.note = given.note;
	if (register_save(run->db, &e, look, &run->arena, err))
		return -1;
	run_say(_("Saved."));
	return 0;
}

/* ---- advice ---- */

struct given_advice {
	char group[33]; /* of advice that is changed */
	char expert[128], unit[16], on[16], hours[16], form[16], question[KEPT_LINES_SIZE],
		answer[KEPT_LINES_SIZE];
};
static const struct given_field advice_fields[] = {
	{ "group", GIVEN_TEXT, GIVEN_AT(struct given_advice, group), 0, 0, 0 },
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
	int form = 0;

	for (int i = 0; i < ADVICE_FORMS; i++)
		words[i] = advice_form_name((enum advice_form)i);
	if (given_one_of("form", given->form, words, ADVICE_FORMS, &form, err) ||
		(given->expert[0] && contact_find(run->db, given->expert, &c, err)) ||
		paper_unit(run, given->unit, &a->slot, err))
		return -1;
	a->form = (enum advice_form)form;
	a->contact = c.id;
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
		given_apply(run, 1, advice_fields + 1, COUNT(advice_fields) - 1, &given, err) ||
		take_advice(run, &given, &a, err))
		return -1;
	a.group = g.id;
	if (advice_save(run->db, &a, &run->arena, err))
		return -1;
	run_say(_("The advice is in the log."));
	return 0;
}

static int
find_advice(struct run *run, struct advice *a, struct error *err)
{
	int64_t id;

	if (paper_number(run->arguments->operands[0], &id) == 0 &&
		advice_load(run->db, id, &run->arena, a, err) == 0)
		return 0;
	return paper_missing(_("There is no advice with this number in the log."),
		_("gromada list advice prints all of it, with --retired what was deleted."), err);
}

static int
advice_as_given(
	struct run *run, const struct advice *a, struct given_advice *given, struct error *err)
{
	*given = (struct given_advice){ .form = "" };
	text_copy(given->group, sizeof(given->group), a->group_code);
	text_copy(given->on, sizeof(given->on), a->given_on);
	text_copy(given->form, sizeof(given->form), advice_form_name(a->form));
	advice_hours_show(given->hours, sizeof(given->hours), a->minutes);
	if (a->contact)
		snprintf(given->expert, sizeof(given->expert), "%lld", (long long)a->contact);
	if (run_units(run, err) ||
		run_text(a->question, given->question, sizeof(given->question), err) ||
		run_text(a->answer, given->answer, sizeof(given->answer), err))
		return -1;
	text_copy(given->unit, sizeof(given->unit), run_code_of(run, a->slot));
	return 0;
}

int
command_advice_set(struct run *run, struct error *err)
{
	struct given_advice given;
	struct advice a;

	if (find_advice(run, &a, err) || advice_as_given(run, &a, &given, err) ||
		given_apply(run, 1, advice_fields, COUNT(advice_fields), &given, err) ||
		paper_group(run, given.group, a.group_code, &a.group, err) ||
		take_advice(run, &given, &a, err) || advice_save(run->db, &a, &run->arena, err))
		return -1;
	run_say(_("Saved."));
	return 0;
}
