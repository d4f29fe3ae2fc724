/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents made from the model's results. */
#include "config.h"
#include "report/documents.h"

#include "base/i18n.h"
#include "model/indicators/flag.h"

#include <math.h>
#include <string.h>

static void
begin(struct report_table *t, struct arena *arena, const struct document_facts *facts,
	const char *title)
{
	report_table_start(t, arena, title);
	if (facts->where && facts->where[0])
		report_table_line(t, facts->where);
	if (facts->source && facts->source[0])
		report_table_line(t, arena_format(arena, _("Source: %s"), facts->source));
}

static const char *
indicator_title(struct arena *arena, const struct indicator *indicator)
{
	const char *measure = arena_format(arena, "[%s]", indicator->measure);
	size_t length = strlen(indicator->name), end = strlen(measure);

	/* names of series end with their measure already */
	if (!indicator->measure[0] ||
		(length >= end && strcmp(indicator->name + length - end, measure) == 0))
		return indicator->name;
	return arena_format(arena, "%s [%s]", indicator->name, indicator->measure);
}

static void
value_cell(struct report_table *t, double value, unsigned char flag, int decimals)
{
	const struct flag_meaning *meaning = flag_meaning(flag);

	if (flag == FLAG_ABSENT) {
		report_cell_empty(t);
	} else if (meaning->missing) {
		report_cell_missing(t, meaning->symbol);
	} else {
		report_cell_decimals(t, value, decimals);
		if (flag != FLAG_NONE)
			report_cell_mark(t, meaning->symbol);
	}
}

void
document_flags(struct report_table *t, struct arena *arena, const bool seen[256])
{
	for (int i = 0; flag_at(i); i++) {
		const struct flag_meaning *m = flag_at(i);

		if (m->flag != FLAG_NONE && seen[m->flag] && m->symbol[0])
			report_table_footnote(
				t, arena_format(arena, "%s  %s", m->symbol, _(m->meaning)));
	}
}

void
document_ranking(struct report_table *t, struct arena *arena, const struct document_facts *facts,
	const struct indicator *indicator, int year, const struct ranking *ranking)
{
	bool seen[256] = { false };

	begin(t, arena, facts,
		arena_format(arena, "%s, %d", indicator_title(arena, indicator), year));
	report_table_column(t, "rank", _("Place"), REPORT_NUMBER, 0);
	report_table_column(t, "unit", _("TERYT"), REPORT_CODE, 0);
	report_table_column(t, "name", _("Unit"), REPORT_TEXT, 0);
	report_table_column(t, "value", _("Value"), REPORT_NUMBER, indicator->decimals);
	report_table_alone(t, arena_format(arena, _("Value: %s, %d"),
				      indicator_title(arena, indicator), year));
	report_table_column(t, "share_of_best", _("Of best, %"), REPORT_NUMBER, 1);
	report_table_column(t, "change_1", _("Change, 1 year"), REPORT_NUMBER, indicator->decimals);
	report_table_column(
		t, "change_5", _("Change, 5 years"), REPORT_NUMBER, indicator->decimals);
	for (int i = 0; i < ranking->count; i++) {
		const struct ranking_row *r = &ranking->rows[i];
		const struct unit *unit = unit_by_slot(facts->units, r->slot);

		seen[r->flag] = true;
		report_table_row(t);
		if (r->rank > 0)
			report_cell_number(t, r->rank);
		else
			report_cell_empty(t);
		report_cell_text(t, unit_teryt(unit));
		report_cell_text(t, unit->label);
		value_cell(t, r->value, r->flag, indicator->decimals);
		report_cell_number(t, r->share_of_best);
		report_cell_number(t, r->previous);
		report_cell_number(t, r->five_years);
	}
	document_flags(t, arena, seen);
}

/* Columns are years, or indicators when the matrix has them. */
void
document_matrix(struct report_table *t, struct arena *arena, const struct document_facts *facts,
	const char *title, const struct indicator *indicator, const struct matrix *matrix)
{
	bool seen[256] = { false };

	begin(t, arena, facts, title);
	report_table_column(t, "unit", _("TERYT"), REPORT_CODE, 0);
	report_table_column(t, "name", _("Unit"), REPORT_TEXT, 0);
	for (int i = 0; i < matrix->columns; i++) {
		const char *name = matrix->years ? arena_format(arena, "%d", matrix->years[i])
						 : matrix->indicators[i].code;
		const char *heading =
			matrix->years ? name : indicator_title(arena, &matrix->indicators[i]);

		report_table_column(t, name, heading, REPORT_NUMBER,
			matrix->years ? indicator->decimals : matrix->indicators[i].decimals);
	}
	for (int row = 0; row < matrix->rows; row++) {
		const struct unit *unit = unit_by_slot(facts->units, matrix->slots[row]);

		report_table_row(t);
		report_cell_text(t, unit_teryt(unit));
		report_cell_text(t, unit->label);
		for (int i = 0; i < matrix->columns; i++) {
			const struct matrix_cell *cell = &matrix->cells[row * matrix->columns + i];

			seen[cell->flag] = true;
			value_cell(t, cell->value, cell->flag,
				matrix->years ? indicator->decimals
					      : matrix->indicators[i].decimals);
		}
	}
	document_flags(t, arena, seen);
}

static void
profile_columns(struct report_table *t, const char *value)
{
	static const struct {
		const char *name, *heading;
	} numbers[] = {
		{ "rank", N_("Place") },
		{ "n", N_("n") },
		{ "median", N_("Median") },
		{ "q1", N_("Q1") },
		{ "q3", N_("Q3") },
		{ "quarter", N_("Quarter") },
		{ "powiat", N_("Powiat") },
		{ "voivodeship", N_("Voivodeship") },
		{ "country", N_("Poland") },
	};

	report_table_column(t, "indicator", _("Code"), REPORT_CODE, 0);
	report_table_column(t, "name", _("Indicator"), REPORT_TEXT, 0);
	report_table_column(t, "measure", _("Measure"), REPORT_TEXT, 0);
	report_table_column(t, "value", _("Value"), REPORT_NUMBER, -1);
	report_table_alone(t, arena_format(t->arena, _("Value: %s"), value));
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		report_table_column(t, numbers[i].name, _(numbers[i].heading), REPORT_NUMBER, -1);
}

void
document_profile(struct report_table *t, struct arena *arena, const struct document_facts *facts,
	const struct unit *unit, int year, const struct profile *profile)
{
	bool seen[256] = { false };
	const char *title;

	title = arena_format(arena, "%s (%s), %d", unit->label, unit_teryt(unit), year);
	begin(t, arena, facts, title);
	profile_columns(t, title);
	for (int i = 0; i < profile->count; i++) {
		const struct profile_row *r = &profile->rows[i];
		int decimals = r->indicator->decimals;

		seen[r->flag] = true;
		report_table_row(t);
		report_cell_text(t, r->indicator->code);
		report_cell_text(t, r->indicator->name);
		report_cell_text(t, r->indicator->measure);
		value_cell(t, r->value, r->flag, decimals);
		report_cell_decimals(t, r->rank > 0 ? r->rank : NAN, 0);
		report_cell_decimals(t, r->group.n, 0);
		report_cell_decimals(t, r->group.n > 0 ? r->group.median : NAN, decimals);
		report_cell_decimals(t, r->group.n > 0 ? r->group.q1 : NAN, decimals);
		report_cell_decimals(t, r->group.n > 0 ? r->group.q3 : NAN, decimals);
		report_cell_decimals(t, r->quarter > 0 ? r->quarter : NAN, 0);
		report_cell_decimals(t, r->powiat, decimals);
		report_cell_decimals(t, r->voivodeship, decimals);
		report_cell_decimals(t, r->country, decimals);
	}
	document_flags(t, arena, seen);
}

void
document_trend(struct report_table *t, struct arena *arena, const struct document_facts *facts,
	const struct indicator *indicator, const struct unit *unit,
	const struct trend_point *points, int count)
{
	bool seen[256] = { false };

	begin(t, arena, facts,
		arena_format(arena, "%s: %s", indicator_title(arena, indicator),
			unit ? unit->label : facts->where));
	report_table_column(t, "year", _("Year"), REPORT_CODE, 0);
	if (unit)
		report_table_column(t, "value", unit->label, REPORT_NUMBER, indicator->decimals);
	report_table_column(t, "median", _("Median"), REPORT_NUMBER, indicator->decimals);
	report_table_column(t, "best", _("Best"), REPORT_NUMBER, indicator->decimals);
	report_table_column(t, "n", _("n"), REPORT_NUMBER, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, arena_format(arena, "%d", points[i].year));
		if (unit) {
			seen[points[i].own_flag] = true;
			value_cell(t, points[i].own, points[i].own_flag, indicator->decimals);
		}
		report_cell_number(t, points[i].median);
		report_cell_number(t, points[i].best);
		report_cell_number(t, points[i].group.n);
	}
	document_flags(t, arena, seen);
}

void
document_units(struct report_table *t, struct arena *arena, const struct unit_table *units,
	const int *slots, int count)
{
	report_table_start(t, arena, _("Units"));
	if (units->register_date[0])
		report_table_line(
			t, arena_format(arena, _("Register of %s"), units->register_date));
	report_table_column(t, "unit", _("TERYT"), REPORT_CODE, 0);
	report_table_column(t, "name", _("Name"), REPORT_TEXT, 0);
	report_table_column(t, "level", _("Level"), REPORT_TEXT, 0);
	report_table_column(t, "kind", _("Kind"), REPORT_TEXT, 0);
	report_table_column(t, "parent", _("Unit above"), REPORT_TEXT, 0);
	report_table_column(t, "starts_on", _("From"), REPORT_TEXT, 0);
	report_table_column(t, "ends_on", _("To"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		const struct unit *unit = unit_by_slot(units, slots[i]);
		const struct unit *parent = unit_by_slot(units, unit->parent);

		report_table_row(t);
		report_cell_text(t, unit_teryt(unit));
		report_cell_text(t, unit->label);
		report_cell_text(t, unit_level_label(unit->level));
		report_cell_text(t, unit_kind_label(unit));
		report_cell_text(t, parent ? parent->label : "");
		report_cell_text(t, unit->starts_on);
		report_cell_text(t, unit->ends_on);
	}
}

void
document_indicators(
	struct report_table *t, struct arena *arena, const struct indicator *list, int count)
{
	report_table_start(t, arena, _("Indicators"));
	report_table_column(t, "code", _("Code"), REPORT_CODE, 0);
	report_table_column(t, "name", _("Indicator"), REPORT_TEXT, 0);
	report_table_column(t, "measure", _("Measure"), REPORT_TEXT, 0);
	report_table_column(t, "service", _("Service"), REPORT_TEXT, 0);
	report_table_column(t, "dimension", _("Dimension"), REPORT_TEXT, 0);
	report_table_column(t, "source", _("Source"), REPORT_TEXT, 0);
	report_table_column(t, "first_year", _("First year"), REPORT_CODE, 0);
	report_table_column(t, "last_year", _("Last year"), REPORT_CODE, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, list[i].code);
		report_cell_text(t, list[i].name);
		report_cell_text(t, list[i].measure);
		report_cell_text(t, list[i].service);
		report_cell_text(t, list[i].dimension);
		report_cell_text(t, list[i].source);
		report_cell_text(
			t, list[i].first_year ? arena_format(arena, "%d", list[i].first_year) : "");
		report_cell_text(
			t, list[i].last_year ? arena_format(arena, "%d", list[i].last_year) : "");
	}
}
