/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list acts: who did what and when, from the audit log. */
#include "config.h"

#include "commands/result.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "store/audit.h"

#include <stdio.h>
#include <string.h>

struct wanted {
	const char *login;   /* NULL = anybody */
	char from[16], to[16]; /* days in Warsaw, both counted; "" = any */
};

static int
read_day(const struct run *run, enum option_id option, char day[16], struct error *err)
{
	const char *given = run_option(run, option);
	struct date date;

	day[0] = '\0';
	if (!given)
		return 0;
	if (date_parse(given, clock_today(), &date))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no date for %s; write 2026-11-22."),
			given, option == OPTION_FROM ? "--from" : "--to");
	date_iso(day, 16, date);
	return 0;
}

static bool
is_wanted(const struct wanted *w, const struct audit_line *line)
{
	char shown[32], day[16] = "";
	struct date date;

	if (w->login && strcmp(w->login, line->login) != 0)
		return false;
	clock_local(shown, sizeof shown, line->at);
	shown[strcspn(shown, " ")] = '\0';
	if (date_parse(shown, clock_today(), &date) == 0)
		date_iso(day, sizeof day, date);
	return strcmp(day, w->from) >= 0 && (!w->to[0] || strcmp(day, w->to) <= 0);
}

int
command_list_acts(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "at", N_("when"), REPORT_TEXT },
		{ "login", N_("login"), REPORT_TEXT },
		{ "action", N_("action"), REPORT_TEXT },
		{ "entity", N_("what"), REPORT_TEXT },
		{ "entity_number", N_("its number"), REPORT_CODE },
		{ "summary", N_("summary"), REPORT_TEXT },
	};
	struct wanted wanted = { .login = run_option(run, OPTION_PERSON) };
	struct audit_line *lines;
	struct result *r;
	int count;

	if (read_day(run, OPTION_FROM, wanted.from, err) ||
		read_day(run, OPTION_TO, wanted.to, err) ||
		audit_list(run->db, -1, &run->arena, &lines, &count, err) ||
		result_start(&r, run, _("Who did what and when"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct audit_line *line = &lines[i];

		if (!is_wanted(&wanted, line))
			continue;
		result_whole(r, (long)line->id);
		result_text(r, line->at);
		result_text(r, line->login);
		result_text(r, line->action);
		result_text(r, line->entity);
		if (line->entity_id)
			result_whole(r, (long)line->entity_id);
		else
			result_text(r, "");
		result_text(r, line->summary);
	}
	return result_end(r, err);
}
