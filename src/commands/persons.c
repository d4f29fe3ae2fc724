/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person: who uses the database, and what each may do. */
#include "config.h"

#include "commands/result.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

int
command_list_persons(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "login", N_("login"), REPORT_TEXT },
		{ "name", N_("name"), REPORT_TEXT },
		{ "role", N_("role"), REPORT_TEXT },
	};
	bool retired = run_option(run, OPTION_RETIRED) != NULL;
	struct person *list;
	struct result *r;
	int count;

	if (person_list_everyone(run->db, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("People"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (list[i].retired != retired)
			continue;
		result_text(r, list[i].login);
		result_text(r, list[i].name);
		result_text(r, person_role_name(list[i].role));
	}
	return result_end(r, err);
}

static int
set_field(struct person *person, const char *given, struct error *err)
{
	int role;

	if (strncmp(given, "name=", 5) == 0) {
		if (strlen(given + 5) >= sizeof(person->name))
			return error_set(err, ERROR_INPUT, _("The name of a person is too long."));
		text_copy(person->name, sizeof(person->name), given + 5);
		return 0;
	}
	if (strncmp(given, "role=", 5) != 0)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" says nothing about a person; give name= or role=."), given);
	role = person_role_from_name(given + 5);
	if (role < 0)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no role; the roles are reader, clerk, coordinator, "
			  "administrator."),
			given + 5);
	person->role = (enum person_role)role;
	return 0;
}

int
command_person_set(struct run *run, struct error *err)
{
	const struct arguments *a = run->arguments;
	struct person person;

	if (person_load(run->db, a->operands[0], &person, err))
		return -1;
	for (int i = 1; i < a->operand_count; i++)
		if (set_field(&person, a->operands[i], err))
			return -1;
	if (person_save(run->db, &person, err))
		return -1;
	run_say(_("Saved."));
	return 0;
}

int
command_person_retire(struct run *run, struct error *err)
{
	struct person person;

	if (person_load(run->db, run->arguments->operands[0], &person, err) ||
		person_retire(run->db, &person, err))
		return -1;
	run_say(_("%s may not use this database any more; gromada person restore %s brings the "
		  "right back."),
		person.login, person.login);
	return 0;
}

int
command_person_restore(struct run *run, struct error *err)
{
	struct person person;

	if (person_load(run->db, run->arguments->operands[0], &person, err) ||
		person_restore(run->db, &person, err))
		return -1;
	run_say(_("%s may use this database again."), person.login);
	return 0;
}
