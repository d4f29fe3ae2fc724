/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list changes, and the reason of a change on the command line. */
#include "config.h"

#include "commands/given.h"
#include "commands/strategy_commands.h"

#include "base/i18n.h"
#include "model/strategies/strategy.h"
#include "model/strategies/strategy_change.h"

int
given_why(struct run *run, int first, struct given_why *given, struct error *err)
{
	static const struct given_field fields[] = {
		{ "resolution", GIVEN_TEXT, GIVEN_AT(struct given_why, resolution), 0, 0, 0 },
		{ "changed_on", GIVEN_DATE, GIVEN_AT(struct given_why, changed_on), 0, 0, 0 },
		{ "reason", GIVEN_TEXT, GIVEN_AT(struct given_why, reason), 0, 0, 0 },
	};

	return given_apply(run, first, fields, 3, given, err);
}

static void
print_line(struct result *r, const struct strategy_change *c, const struct change_line *line)
{
	result_text(r, c->changed_on);
	result_words(r, change_noun_name(c->noun), change_noun_label(c->noun));
	result_text(r, c->name);
	result_words(r, change_act_name(c->act), change_act_label(c->act));
	if (line) {
		result_words(r, line->field, change_field_label(line->field));
		result_words(r, line->before, change_value_label(line->field, line->before));
		result_words(r, line->now, change_value_label(line->field, line->now));
	} else {
		for (int i = 0; i < 3; i++)
			result_text(r, "");
	}
	result_text(r, c->resolution);
	result_text(r, c->reason);
	result_text(r, c->login);
}

int
command_list_changes(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "changed_on", N_("day"), REPORT_TEXT },
		{ "what", N_("what"), REPORT_TEXT },
		{ "name", N_("name"), REPORT_TEXT },
		{ "act", N_("change"), REPORT_TEXT },
		{ "field", N_("field"), REPORT_TEXT },
		{ "before", N_("before"), REPORT_TEXT },
		{ "now", N_("now"), REPORT_TEXT },
		{ "resolution", N_("resolution"), REPORT_TEXT },
		{ "reason", N_("reason"), REPORT_TEXT },
		{ "login", N_("entered by"), REPORT_TEXT },
	};
	struct strategy_change_filter filter = { .year = 0 };
	struct strategy_change *list;
	struct strategy s;
	struct result *r;
	int count;

	if (run_strategy(run, run->arguments->operands[0], &s, err) ||
		(run_option(run, OPTION_YEAR) &&
			run_year(run_option(run, OPTION_YEAR), &filter.year, err)))
		return -1;
	filter.strategy = s.id;
	if (strategy_change_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, s.name, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++)
		for (int k = 0; k == 0 || k < list[i].line_count; k++)
			print_line(r, &list[i], k < list[i].line_count ? &list[i].lines[k] : NULL);
	return result_end(r, err);
}
