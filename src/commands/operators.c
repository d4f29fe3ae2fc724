/* SPDX-License-Identifier: GPL-3.0-or-later */
/* operator: the register of people who key. Names are shown to coordinators only. */
#include "config.h"

#include "commands/given.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/operator.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))
#define O(member) GIVEN_AT(struct operator_entry, member)

static const struct given_field fields[] = {
	{ "name", GIVEN_TEXT, O(name), 0, 0, 0 },
	{ "initials", GIVEN_TEXT, O(initials), 0, 0, 0 },
	{ "from", GIVEN_DATE, O(starts_on), 0, 0, 0 },
	{ "to", GIVEN_DATE, O(ends_on), 0, 0, 0 },
	{ "authorisation", GIVEN_TEXT, O(authorisation), 0, 0, 0 },
	{ "account", GIVEN_TEXT, O(login), 0, 0, 0 },
};

static int
save(struct run *run, struct operator_entry *o, struct error *err)
{
	struct person person;

	if (given_apply(run, 1, fields, COUNT(fields), o, err))
		return -1;
	o->person = 0;
	if (o->login[0]) {
		if (person_load(run->db, o->login, &person, err))
			return -1;
		o->person = person.id;
	}
	return operator_save(run->db, o, err);
}

int
command_operator_add(struct run *run, struct error *err)
{
	const char *initials = run->arguments->operands[0];
	struct operator_entry o = { 0 };

	if (strlen(initials) >= sizeof(o.initials))
		return error_set(
			err, ERROR_INPUT, _("Give initials, two to six letters without a blank."));
	text_copy(o.initials, sizeof(o.initials), initials);
	date_iso(o.starts_on, sizeof(o.starts_on), clock_today());
	if (save(run, &o, err))
		return -1;
	run_say(_("%s is in the register of operators."), o.initials);
	return 0;
}

static int
find(struct run *run, struct operator_entry *o, struct error *err)
{
	if (operator_by_initials(run->db, run->arguments->operands[0], o, err) == 0)
		return 0;
	if (err->code == ERROR_MISSING)
		run_advise(err, _("gromada list operators prints all of them."));
	return -1;
}

int
command_operator_change(struct run *run, struct error *err)
{
	struct operator_entry o;

	if (find(run, &o, err) || save(run, &o, err))
		return -1;
	run_say(_("Changed the operator %s."), o.initials);
	return 0;
}

int
command_operator_erase(struct run *run, struct error *err)
{
	struct operator_entry o;
	char question[256];
	int yes = 1;

	if (find(run, &o, err))
		return -1;
	if (!run_option(run, OPTION_YES)) {
		snprintf(question, sizeof(question),
			_("Erase %s from the register for ever? What was keyed stays, under "
			  "nobody."),
			o.initials);
		yes = run_ask(question);
	}
	if (yes < 0)
		return error_set(err, ERROR_INPUT,
			_("Nobody can be asked here; --yes erases without asking."));
	if (yes == 0)
		return run_declined(run, _("Nothing was erased."));
	if (operator_erase(run->db, o.id, err))
		return -1;
	run_say(_("%s is erased from the register of operators."), o.initials);
	return 0;
}

/* Clerks see initials and days; the rest is for those who keep the register. */
int
command_list_operators(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "initials", N_("initials"), REPORT_CODE },
		{ "starts_on", N_("from"), REPORT_TEXT },
		{ "ends_on", N_("until"), REPORT_TEXT },
		{ "name", N_("name"), REPORT_TEXT },
		{ "authorisation", N_("authorisation"), REPORT_TEXT },
		{ "account", N_("account"), REPORT_TEXT },
	};
	bool all = run->person.role >= PERSON_COORDINATOR;
	struct operator_entry *list;
	struct result *r;
	int count;

	if (operator_list(run->db, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Operators"), columns, all ? COUNT(columns) : 3, err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_text(r, list[i].initials);
		result_text(r, list[i].starts_on);
		result_text(r, list[i].ends_on);
		if (!all)
			continue;
		result_text(r, list[i].name);
		result_text(r, list[i].authorisation);
		result_text(r, list[i].login);
	}
	return result_end(r, err);
}
