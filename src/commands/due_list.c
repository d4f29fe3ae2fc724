/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list due: contacts and waves whose personal data are kept longer than they may be. */
#include "config.h"

#include "commands/result.h"
#include "commands/survey_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/groups/contact.h"
#include "model/surveys/wave.h"

int
command_list_due(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "code", N_("code"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "unit", N_("unit"), REPORT_CODE },
		{ "year", N_("year"), REPORT_CODE },
		{ "keep_until", N_("kept until"), REPORT_TEXT },
	};
	struct contact *people;
	struct wave *waves;
	struct result *r;
	char today[16];
	int people_count, wave_count;

	date_iso(today, sizeof(today), clock_today());
	if (run_units(run, err) ||
		contact_due(run->db, today, &run->arena, &people, &people_count, err) ||
		wave_due(run->db, today, &run->arena, &waves, &wave_count, err) ||
		result_start(&r, run, _("Contacts and waves whose data are due for erasure"),
			RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < people_count; i++) {
		result_words(r, "contact", _("contact"));
		result_whole(r, people[i].id);
		result_text(r, people[i].name);
		result_text(r, run_code_of(run, people[i].slot));
		result_none(r);
		result_text(r, people[i].keep_until);
	}
	for (int i = 0; i < wave_count; i++) {
		result_words(r, "wave", _("wave"));
		result_text(r, waves[i].code);
		result_text(r, waves[i].name);
		result_text(r, run_code_of(run, waves[i].slot));
		result_year(r, waves[i].year);
		result_text(r, waves[i].keep_until);
	}
	return result_end(r, err);
}
