/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnoses as tables of numbers, with what they stand against above them. */
#include "config.h"

#include "report/diagnosis_document.h"

#include "base/i18n.h"

#include <math.h>
#include <stdio.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

struct heading {
	const char *name, *text; /* of the neutral CSV; N_(), for people */
	enum report_kind kind;
};

static void
add_columns(struct report_table *t, const struct heading *columns, int count)
{
	for (int i = 0; i < count; i++)
		report_table_column(t, columns[i].name, _(columns[i].text), columns[i].kind, 0);
}

static const char *
row_words(const struct diagnosis_row *row)
{
	if (row->standing != STANDING_NONE)
		return standing_words(row->standing, row->near);
	return standard_lack_label(row->level_lack ? row->level_lack : row->change_lack);
}

static void
add_row(struct report_table *t, const struct diagnosis_row *row, bool middles)
{
	int decimals = row->indicator->decimals;
	char text[32] = "";

	report_table_row(t);
	report_cell_text(t, row->indicator->code);
	report_cell_text(t, row->indicator->name);
	report_cell_decimals(t, row->value, decimals);
	report_cell_decimals(t, row->group.n ? row->group.mean : NAN, decimals);
	report_cell_decimals(t, row->group.n ? row->group.median : NAN, decimals);
	report_cell_decimals(t, row->group.n > 1 ? row->group.sd : NAN, decimals + 1);
	if (row->quarter)
		snprintf(text, sizeof text, "%d", row->quarter);
	report_cell_text(t, text);
	text[0] = '\0';
	if (row->rank)
		snprintf(text, sizeof text, "%d/%d", row->rank, row->group.n);
	report_cell_text(t, text);
	report_cell_decimals(t, row->slope, decimals + 1);
	report_cell_decimals(t, row->mean_change, decimals + 1);
	text[0] = '\0';
	if (row->change_first)
		snprintf(text, sizeof text, "%d–%d", row->change_first, row->change_last);
	report_cell_text(t, text);
	report_cell_decimals(t, row->level, 2);
	report_cell_decimals(t, row->change, 2);
	report_cell_decimals(t, row->change_mean, 2);
	if (middles) {
		report_cell_decimals(t, row->level_middle, 2);
		report_cell_decimals(t, row->change_middle, 2);
	}
	report_cell_text(t, row_words(row));
	report_cell_number(t, row->group.n);
	report_cell_number(t, row->change_n);
	report_cell_number(t, row->change_other);
	report_cell_number(t, row->missing);
}

void
diagnosis_table(const struct diagnosis *question, const struct diagnosis_result *answer,
	const char *title, const int *rows, int count, struct arena *arena, struct report_table *t)
{
	static const struct heading columns[] = {
		{ "indicator", N_("indicator"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "value", N_("value"), REPORT_NUMBER },
		{ "mean", N_("mean"), REPORT_NUMBER },
		{ "median", N_("median"), REPORT_NUMBER },
		{ "sd", N_("sd"), REPORT_NUMBER },
		{ "quartile", N_("quartile"), REPORT_CODE },
		{ "rank", N_("rank"), REPORT_CODE },
		{ "slope", N_("slope a year"), REPORT_NUMBER },
		{ "mean_change", N_("mean yearly change"), REPORT_NUMBER },
		{ "change_years", N_("years of the change"), REPORT_TEXT },
		{ "level", N_("level"), REPORT_NUMBER },
		{ "change", N_("change (slope)"), REPORT_NUMBER },
		{ "change_mean", N_("change (mean)"), REPORT_NUMBER },
	};
	/* From 0 to 1 the middle of the group is not 0: what a level is above or below. */
	static const struct heading middles[] = {
		{ "level_middle", N_("group's mean level"), REPORT_NUMBER },
		{ "change_middle", N_("group's mean change"), REPORT_NUMBER },
	};
	static const struct heading rest[] = {
		{ "class", N_("class"), REPORT_TEXT },
		{ "n", N_("n"), REPORT_NUMBER },
		{ "change_n", N_("n of the change"), REPORT_NUMBER },
		{ "change_other", N_("over other years"), REPORT_NUMBER },
		{ "missing", N_("missing"), REPORT_NUMBER },
	};
	bool by_unit = question->method == STANDARD_UNIT;
	char line[512];

	report_table_start(t, arena, title);
	report_table_line(t, diagnosis_describe(question, answer, line, sizeof line));
	add_columns(t, columns, COUNT(columns));
	if (by_unit)
		add_columns(t, middles, COUNT(middles));
	add_columns(t, rest, COUNT(rest));
	for (int i = 0; i < count; i++)
		add_row(t, &answer->rows[rows ? rows[i] : i], by_unit);
}

/* With the weight that has no level, and whose it is: it went to the others. */
static void
add_area(struct report_table *t, const struct diagnosis_result *answer, int area,
	struct arena *arena)
{
	const struct area_tree *tree = &answer->tree;
	const struct diagnosis_area *a = &answer->areas[area];

	report_table_row(t);
	report_cell_text(t, area < tree->count ? tree->areas[area].code : "");
	report_cell_text(t, arena_format(arena, "%*s%s",
				    area < tree->count ? 2 * tree->areas[area].depth + 2 : 0, "",
				    area < tree->count ? tree->areas[area].name : _("whole")));
	report_cell_decimals(t, a->level, 2);
	report_cell_decimals(t, a->change, 2);
	report_cell_text(t, standing_words(a->standing, a->near));
	report_cell_number(t, a->n);
	report_cell_number(t, a->change_n);
	report_cell_number(t, a->of);
	report_cell_number(t, a->of ? a->weight_missing * 100 : NAN);
	report_cell_text(t, diagnosis_area_missing(answer, area, arena));
}

void
diagnosis_areas_table(const struct diagnosis *question, const struct diagnosis_result *answer,
	const char *title, struct arena *arena, struct report_table *t)
{
	static const struct heading columns[] = {
		{ "area", N_("area"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "level", N_("level"), REPORT_NUMBER },
		{ "change", N_("change"), REPORT_NUMBER },
		{ "class", N_("class"), REPORT_TEXT },
		{ "n", N_("n"), REPORT_NUMBER },
		{ "change_n", N_("n of the change"), REPORT_NUMBER },
		{ "of", N_("of"), REPORT_NUMBER },
		{ "weight_missing", N_("weight without a level, %"), REPORT_NUMBER },
		{ "missing", N_("without a level"), REPORT_TEXT },
	};
	char line[512];

	report_table_start(t, arena, title);
	report_table_line(t, diagnosis_describe(question, answer, line, sizeof line));
	add_columns(t, columns, COUNT(columns));
	add_area(t, answer, answer->tree.count, arena);
	for (int i = 0; i < answer->tree.count; i++)
		add_area(t, answer, i, arena);
}
