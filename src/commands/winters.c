/* SPDX-License-Identifier: GPL-3.0-or-later */
/* winter: winter holidays of schools by voivodeship, which proposed meetings avoid. */
#include "config.h"

#include "commands/given.h"
#include "commands/group_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/group_calendar.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static int
take_voivodeship(struct run *run, const char **code, struct error *err)
{
	const char *text = run->arguments->operands[0];
	const struct unit *u;

	if (run_unit(run, text, &u, err))
		return -1;
	if (u->level != LEVEL_VOIVODESHIP)
		return error_set(err, ERROR_INPUT,
			_("%s is no voivodeship, and winter holidays are those of one."), u->label);
	*code = u->code;
	return 0;
}

int
command_list_winter(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "voivodeship", N_("code of the voivodeship"), REPORT_CODE },
		{ "name", N_("voivodeship"), REPORT_TEXT },
		{ "first", N_("first day"), REPORT_TEXT },
		{ "last", N_("last day"), REPORT_TEXT },
		{ "source", N_("source"), REPORT_TEXT },
	};
	struct winter_break *list;
	const char *code = NULL;
	struct result *r;
	int count;

	if (run_units(run, err) ||
		(run->arguments->operand_count && take_voivodeship(run, &code, err)) ||
		winter_break_list(run->db, code, &run->arena, &list, &count, err) ||
		result_start(
			&r, run, _("Winter holidays of schools"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_code(&run->units, list[i].voivodeship);

		result_text(r, list[i].voivodeship);
		result_text(r, u ? u->label : "");
		result_text(r, list[i].first_on);
		result_text(r, list[i].last_on);
		result_text(r, list[i].source);
	}
	return result_end(r, err);
}

/* VOIVODESHIP FIRST of the operands. *found: NULL = the table has no such holidays. */
static int
find_winter(struct run *run, struct winter_break *out, const struct winter_break **found,
	struct error *err)
{
	const char *text = run->arguments->operands[1], *code;
	struct winter_break *list;
	char first[16];
	int count;

	if (take_voivodeship(run, &code, err) || run_day(text, first, sizeof(first), err))
		return -1;
	*out = (struct winter_break){ .source = "" };
	text_copy(out->voivodeship, sizeof(out->voivodeship), code);
	text_copy(out->first_on, sizeof(out->first_on), first);
	if (winter_break_list(run->db, code, &run->arena, &list, &count, err))
		return -1;
	*found = NULL;
	for (int i = 0; i < count; i++)
		if (strcmp(list[i].first_on, out->first_on) == 0)
			*found = &list[i];
	if (*found)
		*out = **found;
	return 0;
}

int
command_winter_set(struct run *run, struct error *err)
{
	static const struct given_field fields[] = {
		{ "first", GIVEN_DATE, GIVEN_AT(struct winter_break, first_on), 0, 0, 0 },
		{ "last", GIVEN_DATE, GIVEN_AT(struct winter_break, last_on), 0, 0, 0 },
		{ "source", GIVEN_TEXT, GIVEN_AT(struct winter_break, source), 0, 0, 0 },
	};
	const struct winter_break *former;
	struct winter_break b;

	if (find_winter(run, &b, &former, err) ||
		given_apply(run, 2, fields, COUNT(fields), &b, err) ||
		winter_break_save(run->db, former, &b, err))
		return -1;
	run_say(_("The holidays are saved."));
	return 0;
}

int
command_winter_remove(struct run *run, struct error *err)
{
	const struct winter_break *former;
	struct winter_break b;

	if (find_winter(run, &b, &former, err))
		return -1;
	if (!former) {
		error_set(err, ERROR_MISSING,
			_("No winter holidays of this voivodeship begin on %s."), b.first_on);
		return run_advise(err, _("gromada list winter prints all of them."));
	}
	if (winter_break_remove(run->db, former, err))
		return -1;
	run_say(_("The holidays are deleted."));
	return 0;
}
