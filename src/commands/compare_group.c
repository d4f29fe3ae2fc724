/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare group: a group's indicators, member by member. */
#include "config.h"

#include "commands/marks.h"
#include "commands/result.h"

#include "base/i18n.h"
#include "model/groups/exchange_group.h"
#include "model/indicators/flag.h"
#include "model/groups/group_sheet.h"
#include "report/group_documents.h"

#include <string.h>

static const struct result_column columns[] = {
	{ "indicator", N_("code"), REPORT_CODE },
	{ "name", N_("indicator"), REPORT_TEXT },
	{ "direction", N_("direction"), REPORT_TEXT },
	{ "unit", N_("TERYT"), REPORT_CODE },
	{ "value", N_("value"), REPORT_NUMBER },
	{ "flag", N_("flag"), REPORT_TEXT },
	{ "best", N_("best"), REPORT_TEXT },
	{ "worst", N_("worst"), REPORT_TEXT },
};

/* --year, else the newest with values. */
static int
find_year(struct run *run, int64_t group, int *year, struct error *err)
{
	int last, *years, count;

	if (run_years(run, true, year, &last, err))
		return -1;
	if (*year)
		return 0;
	if (group_sheet_years(run->db, group, &run->arena, &years, &count, err))
		return -1;
	if (!count)
		return error_set(
			err, ERROR_MISSING, _("The group has no figures to compare in any year."));
	return run_units(run, err) || group_sheet_usual_year(run->db, &run->units, group, years,
					      count, 0, year, err)
		       ? -1
		       : 0;
}

static void
print_cell(struct result *r, const struct run *run, const struct sheet_row *row, int slot,
	const struct sheet_cell *cell)
{
	const char direction[] = { row->indicator->direction, '\0' };
	bool missing = flag_missing(cell->flag);
	char marks[MARKS_SIZE];

	result_text(r, row->indicator->code);
	result_text(r, row->indicator->name);
	result_text(r, direction);
	result_text(r, run_code(unit_by_slot(&run->units, slot)));
	if (missing)
		result_none(r);
	else
		result_sum(r, cell->value);
	result_text(r, marks_text(marks, cell->draft ? FLAG_DRAFT : cell->flag,
			       cell->before ? MARK_SUCCESSION : 0));
	result_yes(r, cell->best);
	result_yes(r, cell->worst);
}

int
command_compare_group(struct run *run, struct error *err)
{
	struct exchange_group group;
	struct group_facts facts;
	struct report_table *t;
	struct group_sheet sheet;
	struct arena *arena;
	struct result *r;
	int year;

	if (run_units(run, err) ||
		exchange_group_by_code(run->db, run->arguments->operands[0], &group, err) ||
		find_year(run, group.id, &year, err) ||
		group_sheet_load(run->db, &run->units, group.id, year, &run->arena, &sheet, err) ||
		result_start(&r, run, _("Comparison in the group"), RESULT_COLUMNS(columns), err))
		return -1;
	facts = (struct group_facts){
		.group = arena_format(&run->arena, "%s  %s", group.code, group.name),
		.internal = !group.agreed_on[0],
		.made_up = group.made_up,
	};
	t = result_table(r, &arena);
	if (t)
		document_group_sheet(t, arena, &facts, &sheet);
	for (int i = 0; !t && i < sheet.count; i++)
		for (int j = 0; j < sheet.member_count; j++)
			print_cell(r, run, &sheet.rows[i], sheet.members[j].slot,
				&sheet.rows[i].cells[j]);
	return result_end(r, err);
}

int
command_compare_choose(struct run *run, struct error *err)
{
	int count = run->arguments->operand_count - 1;
	int64_t *ids = arena_array(&run->arena, (size_t)count + 1, sizeof *ids);
	struct exchange_group group;

	if (exchange_group_by_code(run->db, run->arguments->operands[0], &group, err))
		return -1;
	for (int i = 0; i < count; i++) {
		struct indicator card;

		if (run_card(run, run->arguments->operands[i + 1], &card, err))
			return -1;
		ids[i] = card.id;
	}
	if (group_sheet_choose(run->db, group.id, group.rev, ids, count, err))
		return -1;
	run_say(P_("The group %s compares %d indicator.", "The group %s compares %d indicators.",
			(unsigned long)count),
		group.code, count);
	return 0;
}
