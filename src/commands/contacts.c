/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact, group person, person show and erase: people of groups, and all that is kept of one. */
#include "config.h"

#include "commands/given.h"
#include "commands/group_commands.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "model/groups/exchange_group.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

struct contact_given {
	struct contact contact;
	char unit[16];
};
#define C(member) GIVEN_AT(struct contact_given, member)

static const struct given_field fields[] = {
	{ "name", GIVEN_TEXT, C(contact.name), 0, 0, 0 },
	{ "unit", GIVEN_TEXT, C(unit), 0, 0, 0 },
	{ "organisation", GIVEN_TEXT, C(contact.organisation), 0, 0, 0 },
	{ "post", GIVEN_TEXT, C(contact.post), 0, 0, 0 },
	{ "telephone", GIVEN_TEXT, C(contact.telephone), 0, 0, 0 },
	{ "email", GIVEN_TEXT, C(contact.email), 0, 0, 0 },
	{ "purpose", GIVEN_TEXT, C(contact.purpose), 0, 0, 0 },
	{ "notice-on", GIVEN_DATE, C(contact.notice_on), 0, 0, 0 },
	{ "keep-until", GIVEN_DATE, C(contact.keep_until), 0, 0, 0 },
	{ "note", GIVEN_TEXT, C(contact.note), 0, 0, 0 },
};

static int
as_given(struct run *run, const struct contact *c, struct contact_given *out, struct error *err)
{
	if (run_units(run, err))
		return -1;
	*out = (struct contact_given){ .contact = *c };
	text_copy(out->unit, sizeof(out->unit), run_code_of(run, c->slot));
	return 0;
}

static int
save(struct run *run, struct contact_given *given, struct error *err)
{
	const struct unit *u = NULL;

	if (given_apply(run, 1, fields, COUNT(fields), given, err) ||
		(given->unit[0] && run_unit(run, given->unit, &u, err)))
		return -1;
	given->contact.slot = u ? u->slot : NO_SLOT;
	return contact_save(run->db, &given->contact, err);
}

int
command_contact_add(struct run *run, struct error *err)
{
	const char *name = run->arguments->operands[0];
	struct contact_given given = { .contact = { .id = 0 } };

	if (strlen(name) >= sizeof(given.contact.name))
		return error_set(err, ERROR_INPUT, _("The name of a person is too long."));
	text_copy(given.contact.name, sizeof(given.contact.name), name);
	if (save(run, &given, err))
		return -1;
	run_say(_("The contact has the number %lld."), (long long)given.contact.id);
	return 0;
}

static int
find_contact(struct run *run, const char *what, struct contact *c, struct error *err)
{
	if (contact_find(run->db, what, c, err) == 0)
		return 0;
	if (err->code == ERROR_MISSING)
		run_advise(err, _("gromada list contacts prints all of them."));
	return -1;
}

int
command_contact_change(struct run *run, struct error *err)
{
	struct contact_given given;
	struct contact c;

	if (find_contact(run, run->arguments->operands[0], &c, err) ||
		as_given(run, &c, &given, err) || save(run, &given, err))
		return -1;
	run_say(_("Saved."));
	return 0;
}

int
command_list_contacts(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "organisation", N_("organisation"), REPORT_TEXT },
		{ "post", N_("post"), REPORT_TEXT },
		{ "groups", N_("groups"), REPORT_NUMBER },
		{ "notice_on", N_("informed on"), REPORT_TEXT },
		{ "keep_until", N_("kept until"), REPORT_TEXT },
	};
	struct contact *list;
	struct result *r;
	int count;

	if (run_units(run, err) || contact_list(run->db, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Contacts"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, list[i].id);
		result_text(r, list[i].name);
		result_text(r, run_code_of(run, list[i].slot));
		result_text(r, list[i].organisation);
		result_text(r, list[i].post);
		result_whole(r, list[i].groups);
		result_text(r, list[i].notice_on);
		result_text(r, list[i].keep_until);
	}
	return result_end(r, err);
}

/* ---- a person's part in a group ---- */

static const struct given_field person_fields[] = {
	{ "field", GIVEN_TEXT, GIVEN_AT(struct exchange_person, field), 0, 0, 0 },
	{ "from", GIVEN_DATE, GIVEN_AT(struct exchange_person, from_on), 0, 0, 0 },
	{ "to", GIVEN_DATE, GIVEN_AT(struct exchange_person, to_on), 0, 0, 0 },
};

/* Field and days that the person has in the group already stay. */
static int
part_there(struct run *run, const struct exchange_group *g, struct exchange_person *p,
	struct error *err)
{
	struct exchange_person *list;
	int count;

	if (exchange_person_list(run->db, g->id, NULL, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].contact == p->contact)
			*p = list[i];
	return 0;
}

static int
take_out(struct run *run, struct exchange_group *g, const struct contact *c, struct error *err)
{
	if (run->arguments->operand_count > 3)
		return error_set(err, ERROR_INPUT,
			_("Whoever is taken out of a group has no fields; to=DAY with the part "
			  "ends it on a day."));
	if (exchange_person_remove(run->db, g, c->id, err))
		return -1;
	run_say(_("Taken out of the group."));
	return 0;
}

int
command_group_person(struct run *run, struct error *err)
{
	const struct arguments *a = run->arguments;
	struct exchange_person p = { 0 };
	struct exchange_group g;
	struct contact c;
	int part;

	if (exchange_group_by_code(run->db, a->operands[0], &g, err))
		return run_advise(err, _("gromada list groups prints all of them."));
	if (find_contact(run, a->operands[1], &c, err))
		return -1;
	if (strcmp(a->operands[2], "none") == 0)
		return take_out(run, &g, &c, err);
	part = exchange_part_from_name(a->operands[2]);
	if (part < 0)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no part in a group; the parts are leader, member, observer, "
			  "expert, coordinator, and none."),
			a->operands[2]);
	p.contact = c.id;
	if (part_there(run, &g, &p, err) ||
		given_apply(run, 3, person_fields, COUNT(person_fields), &p, err))
		return -1;
	p.part = (enum exchange_part)part;
	if (exchange_person_save(run->db, &g, &p, err))
		return -1;
	run_say(_("Saved."));
	return 0;
}

/* ---- all that is kept ---- */

int
command_person_show(struct run *run, struct error *err)
{
	struct contact_given given;
	struct contact_trace *list;
	struct result *r;
	struct contact c;
	char number[24];
	int count;

	if (find_contact(run, run->arguments->operands[0], &c, err) ||
		as_given(run, &c, &given, err) ||
		contact_traces(run->db, c.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, c.name, result_pairs, 2, err))
		return -1;
	snprintf(number, sizeof(number), "%lld", (long long)c.id);
	result_pair(r, "number", number);
	given_print(r, fields, COUNT(fields), &given);
	for (int i = 0; i < count; i++) {
		static const char *const names[] = {
			[TRACE_GROUP] = "group",
			[TRACE_MODERATOR] = "moderator",
			[TRACE_MEETING] = "meeting",
			[TRACE_HOMEWORK] = "homework",
			[TRACE_ADVICE] = "advice",
			[TRACE_TEXT] = "text",
			[TRACE_MINUTES] = "minutes",
		};
		const struct contact_trace *t = &list[i];

		result_pair(r, names[t->kind],
			arena_format(&run->arena, "%s%s%s%s%s%s%s", t->group, t->date[0] ? " " : "",
				t->date, t->what[0] ? " " : "", t->what, t->state[0] ? ", " : "",
				t->state));
	}
	return result_end(r, err);
}

/* The line of the text that has the name. */
static const char *
line_with(struct arena *arena, const char *text, const char *name)
{
	const char *at = strstr(text, name), *from;
	char line[161];
	size_t length;

	if (!at)
		at = text;
	for (from = at; from > text && from[-1] != '\n' && at - from < 80;)
		from--;
	while (((unsigned char)*from & 0xC0) == 0x80) /* within a character */
		from++;
	length = strcspn(from, "\n");
	text_copy(line, length + 1 < sizeof line ? length + 1 : sizeof line, from);
	return arena_string(arena, line);
}

/* Where the name of who was erased still stands. */
static void
say_left(struct run *run, const struct contact_trace *t, const char *name)
{
	const char *line = line_with(&run->arena, t->what, name), *comma = t->date[0] ? ", " : "";

	if (t->kind == TRACE_TEXT)
		run_say(_("The name stays in a text of %s%s%s; change it there: %s"), t->group,
			comma, t->date, line);
	else if (t->kind == TRACE_MINUTES)
		run_say(_("The name stays in the minutes of %s%s%s, whose versions never change: "
			  "%s"),
			t->group, comma, t->date, line);
}

int
command_person_erase(struct run *run, struct error *err)
{
	char question[320];
	struct contact_trace *traces;
	struct contact c;
	int yes = 1, count;

	if (find_contact(run, run->arguments->operands[0], &c, err))
		return -1;
	if (!run_option(run, OPTION_YES)) {
		snprintf(question, sizeof(question),
			_("Erase %s and its parts in groups for ever? Attendance stays without the "
			  "name."),
			c.name);
		yes = run_ask(question);
	}
	if (yes < 0)
		return error_set(err, ERROR_INPUT,
			_("Nobody can be asked here; --yes erases without asking."));
	if (yes == 0)
		return run_declined(run, _("Nothing was erased."));
	if (contact_traces(run->db, c.id, &run->arena, &traces, &count, err) ||
		contact_erase(run->db, c.id, err))
		return -1;
	run_say(_("The contact is erased."));
	for (int i = 0; i < count; i++)
		say_left(run, &traces[i], c.name);
	return 0;
}
