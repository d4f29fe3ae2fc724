/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list deleted, line restore: lines that were deleted. */
#include "config.h"

#include "commands/given.h"
#include "commands/task_commands.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/deleted_line.h"

int
command_list_deleted(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "text", N_("text"), REPORT_TEXT },
		{ "deleted_by", N_("deleted by"), REPORT_TEXT },
		{ "deleted_at", N_("deleted at"), REPORT_CODE },
	};
	struct deleted_line *list;
	struct result *r;
	int count;

	if (deleted_line_list(run->db, NULL, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Deleted"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, list[i].id);
		result_words(r, deleted_noun_name(list[i].noun), deleted_noun_label(list[i].noun));
		result_text(r, list[i].text);
		result_text(r, list[i].login);
		result_text(r, list[i].deleted_at);
	}
	return result_end(r, err);
}

struct given_restoring {
	const char *reason;
};

int
command_line_restore(struct run *run, struct error *err)
{
	static const struct given_field fields[] = {
		{ "reason", GIVEN_WORDS, GIVEN_AT(struct given_restoring, reason), 0, 0, 0 },
	};
	const char *text = run->arguments->operands[0];
	struct given_restoring g = { .reason = "" };
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number)) {
		error_set(err, ERROR_MISSING, _("There is no deleted line “%s”."), text);
		return run_advise(err, _("gromada list deleted prints all of them."));
	}
	if (given_apply(run, 1, fields, sizeof fields / sizeof *fields, &g, err) ||
		deleted_line_restore(run->db, number, g.reason, err))
		return -1;
	run_say("%s", _("It is back."));
	return 0;
}
