/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents about exchange groups. */
#include "config.h"
#include "report/group_documents.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/indicators/flag.h"
#include "report/documents.h"

#include <math.h>
#include <string.h>

const char *
group_cell_mark(const struct sheet_cell *cell, bool made_up_said)
{
	static const char *const marks[] = { "", "+", "-", "?", "+?", "-?", "m", "+m", "-m", "~",
		"+~", "-~", "?~", "+?~", "-?~", "m~", "+m~", "-m~" };
	static const char *const drafts[] = { "??", "m??", "??~", "m??~" };

	if (cell->draft)
		return drafts[(cell->made_up && !made_up_said) + (cell->before ? 2 : 0)];
	return marks[(cell->best           ? 1
			     : cell->worst ? 2
					   : 0) +
		     (cell->made_up && !made_up_said ? 6
			     : cell->unverified      ? 3
						     : 0) +
		     (cell->before ? 9 : 0)];
}

static const char *
row_title(struct arena *arena, const struct indicator *card)
{
	return card->measure[0] ? arena_format(arena, "%s [%s]", card->name, card->measure)
				: card->name;
}

static void
value_cell(struct report_table *t, const struct sheet_cell *cell, bool made_up_said, int decimals)
{
	const struct flag_meaning *meaning = flag_meaning(cell->flag);
	const char *mark = group_cell_mark(cell, made_up_said);

	if (cell->flag == FLAG_ABSENT) {
		report_cell_empty(t);
	} else if (meaning->missing) {
		report_cell_missing(t, meaning->symbol);
	} else {
		report_cell_decimals(t, cell->value, decimals);
		/* "?" says of an own figure that it is preliminary */
		if (cell->flag != FLAG_NONE && !strchr(mark, '?'))
			mark = arena_format(t->arena, "%s%s", mark, meaning->symbol);
		report_cell_mark(t, mark);
	}
}

/* The ratio of sums where there is one: the mean of ratios says nothing of the whole group. */
static void
group_cells(struct report_table *t, const struct sheet_row *row)
{
	int decimals = row->indicator->decimals;
	bool sums = !isnan(row->ratio_of_sums);

	if (row->group.n) {
		report_cell_decimals(t, sums ? row->ratio_of_sums : row->group.mean, decimals);
		if (sums)
			report_cell_mark(t, "S");
		report_cell_decimals(t, row->group.median, decimals);
	} else {
		report_cell_empty(t);
		report_cell_empty(t);
	}
	if (row->reference_kind == REFERENCE_NONE)
		report_cell_empty(t);
	else
		report_cell_decimals(t, row->reference, decimals);
	if (row->reference_kind == REFERENCE_TYPE)
		report_cell_mark(t, "T");
	report_cell_decimals(t, row->group.n, 0);
}

struct seen {
	bool flags[256], ends, unverified, drafts, made_up, before, sums, type;
};

/* A flag is explained where its sign stands. */
static void
look(struct seen *seen, const struct sheet_row *row, int members, bool made_up_said)
{
	for (int i = 0; i < members; i++) {
		const struct sheet_cell *cell = &row->cells[i];

		seen->flags[cell->flag] |= !strchr(group_cell_mark(cell, made_up_said), '?');
		seen->ends |= cell->best || cell->worst;
		seen->unverified |= cell->unverified && !cell->draft;
		seen->drafts |= cell->draft;
		seen->made_up |= cell->made_up;
		seen->before |= cell->before;
	}
	seen->sums |= !isnan(row->ratio_of_sums);
	seen->type |= row->reference_kind == REFERENCE_TYPE;
}

static void
explain_before(struct report_table *t, struct arena *arena)
{
	report_table_footnote(
		t, arena_format(arena, "~ %s",
			   _("value of the unit's code before it was changed one to one")));
}

static void
explain(struct report_table *t, struct arena *arena, const struct seen *seen)
{
	if (seen->ends)
		report_table_footnote(t, _("+ the best, - the worst of the group by the "
					   "indicator's direction"));
	if (seen->unverified)
		report_table_footnote(t, _("? an own figure that is not verified yet"));
	if (seen->drafts)
		report_table_footnote(t, _("?? of a data sheet that is still a draft: it counts in "
					   "neither mean, median nor ends"));
	if (seen->made_up)
		report_table_footnote(t, _("m  made-up data"));
	if (seen->before)
		explain_before(t, arena);
	if (seen->sums)
		report_table_footnote(t, _("S the sum of numerators by the sum of denominators of "
					   "the members, not the mean of their ratios"));
	if (seen->type)
		report_table_footnote(
			t, _("T the mean of all units of the members' type that have a value"));
	document_flags(t, arena, seen->flags);
}

static void
explain_gone(
	struct report_table *t, struct arena *arena, const struct sheet_member *list, int count)
{
	for (int i = 0; i < count; i++)
		if (list[i].left_on[0])
			report_table_footnote(
				t, arena_format(arena, _("* %s left the group on %s"),
					   list[i].label, date_shown(arena, list[i].left_on)));
}

static void
above(struct report_table *t, const struct group_facts *facts, bool all_made_up)
{
	report_table_line(t, facts->group);
	if (facts->internal)
		report_table_line(t, _("For internal use of the group"));
	if (facts->made_up)
		report_table_line(t, _("Made-up data of the demonstration"));
	else if (all_made_up)
		report_table_line(t, _("All figures are made up"));
}

void
document_group_sheet(struct report_table *t, struct arena *arena, const struct group_facts *facts,
	const struct group_sheet *sheet)
{
	bool said = facts->made_up || sheet->made_up;
	struct seen seen = { .ends = false };

	report_table_start(t, arena,
		sheet->year ? arena_format(arena, _("Comparison in the group, %d"), sheet->year)
			    : _("Comparison in the group"));
	above(t, facts, sheet->made_up);
	report_table_column(t, "indicator", _("Code"), REPORT_CODE, 0);
	report_table_column(t, "name", _("Indicator"), REPORT_TEXT, 0);
	for (int i = 0; i < sheet->member_count; i++)
		report_table_column(t, arena_format(arena, "member_%d", i + 1),
			sheet->members[i].head, REPORT_NUMBER, -1);
	report_table_column(t, "mean", _("Mean"), REPORT_NUMBER, -1);
	report_table_column(t, "median", _("Median"), REPORT_NUMBER, -1);
	report_table_column(t, "reference", _("Country or type"), REPORT_NUMBER, -1);
	report_table_column(t, "with_data", _("With data"), REPORT_NUMBER, 0);
	for (int i = 0; i < sheet->count; i++) {
		const struct sheet_row *row = &sheet->rows[i];

		report_table_row(t);
		report_cell_text(t, row->indicator->code);
		report_cell_text(t, row_title(arena, row->indicator));
		for (int j = 0; j < sheet->member_count; j++)
			value_cell(t, &row->cells[j], said, row->indicator->decimals);
		group_cells(t, row);
		look(&seen, row, sheet->member_count, said);
	}
	seen.made_up &= !said;
	explain(t, arena, &seen);
	explain_gone(t, arena, sheet->members, sheet->member_count);
}

void
document_group_trend(struct report_table *t, struct arena *arena, const struct group_facts *facts,
	const struct indicator *indicator, const struct group_trend *trend)
{
	int decimals = indicator->decimals;
	bool seen[256] = { false }, made_up = false, before = false;

	report_table_start(t, arena, row_title(arena, indicator));
	above(t, facts, false);
	report_table_column(t, "year", _("Year"), REPORT_CODE, 0);
	for (int i = 0; i < trend->member_count; i++)
		report_table_column(t, arena_format(arena, "member_%d", i + 1),
			trend->members[i].head, REPORT_NUMBER, -1);
	report_table_column(t, "median", _("Median"), REPORT_NUMBER, -1);
	for (int at = 0; at < trend->count; at++) {
		report_table_row(t);
		report_cell_text(t, arena_format(arena, "%d", trend->first_year + at));
		for (int i = 0; i < trend->member_count; i++) {
			const struct sheet_cell cell = { .value = trend->values[i][at],
				.flag = trend->flags[i][at],
				.before = trend->before[i][at],
				.made_up = trend->made_up[at] };

			value_cell(t, &cell, facts->made_up, decimals);
			made_up |= cell.made_up && !facts->made_up;
			before |= cell.before;
			seen[cell.flag] = true;
		}
		report_cell_decimals(t, trend->median[at], decimals);
	}
	document_flags(t, arena, seen);
	if (made_up)
		report_table_footnote(t, _("m  made-up data"));
	if (before)
		explain_before(t, arena);
	explain_gone(t, arena, trend->members, trend->member_count);
}
