/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a strategy's file and what their cells may hold; a refusal names line and column. */
#include "config.h"

#include "exchange/strategy_row.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "exchange/strategy_words.h"
#include "model/indicators/flag.h"
#include "model/kept.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const struct header_column strategy_columns[SC_COUNT] = {
	[SC_ROW] = { { "row", NULL }, true },
	[SC_GOAL] = { { "goal", NULL }, true },
	[SC_ITEM] = { { "item", NULL }, true },
	[SC_YEAR] = { { "year", NULL }, false },
	[SC_NAME] = { { "name", NULL }, true },
	[SC_TEXT] = { { "text", NULL }, false },
	[SC_KIND] = { { "kind", NULL }, false },
	[SC_CODE] = { { "code", NULL }, true },
	[SC_UNIT] = { { "unit", NULL }, true },
	[SC_DIMENSION] = { { "dimension", NULL }, false },
	[SC_MEASURE] = { { "measure", NULL }, false },
	[SC_DECIMALS] = { { "decimals", NULL }, false },
	[SC_DIRECTION] = { { "direction", NULL }, false },
	[SC_LOW] = { { "low", NULL }, false },
	[SC_HIGH] = { { "high", NULL }, false },
	[SC_TOLERANCE] = { { "tolerance", NULL }, false },
	[SC_BASE_YEAR] = { { "base_year", NULL }, false },
	[SC_BASE] = { { "base", NULL }, false },
	[SC_TARGET_YEAR] = { { "target_year", NULL }, false },
	[SC_TARGET] = { { "target", NULL }, false },
	[SC_VALUE] = { { "value", NULL }, false },
	[SC_FLAG] = { { "flag", NULL }, false },
	[SC_OFFICE] = { { "office", NULL }, false },
	[SC_SOURCE] = { { "source", NULL }, false },
	[SC_FREQUENCY] = { { "frequency", NULL }, false },
	[SC_MONTH] = { { "month", NULL }, false },
	[SC_METHOD] = { { "method", NULL }, false },
	[SC_NOTE] = { { "note", NULL }, false },
	[SC_STATE] = { { "state", NULL }, false },
	[SC_REASON] = { { "reason", NULL }, false },
	[SC_FROM] = { { "from", NULL }, false },
	[SC_TO] = { { "to", NULL }, false },
	[SC_REAL_FROM] = { { "real_from", NULL }, false },
	[SC_REAL_TO] = { { "real_to", NULL }, false },
	[SC_PERCENT] = { { "percent", NULL }, false },
	[SC_PARTNERS] = { { "partners", NULL }, false },
	[SC_PRODUCT] = { { "product", NULL }, false },
	[SC_PLANNED] = { { "planned", NULL }, false },
	[SC_SPENT] = { { "spent", NULL }, false },
	[SC_RESOLUTION] = { { "resolution", NULL }, false },
	[SC_ADOPTED_ON] = { { "adopted_on", NULL }, false },
	[SC_CASE_MARK] = { { "case_mark", NULL }, false },
	[SC_MISSION] = { { "mission", NULL }, false },
	[SC_LEVEL1] = { { "level1", NULL }, false },
	[SC_LEVEL2] = { { "level2", NULL }, false },
	[SC_LEVEL3] = { { "level3", NULL }, false },
	[SC_RULE] = { { "rule", NULL }, false },
	[SC_PARENT] = { { "parent", NULL }, false },
	[SC_MADE_UP] = { { "made_up", NULL }, false },
	[SC_PLANNED_ON] = { { "planned_on", NULL }, false },
	[SC_DAY] = { { "day", NULL }, false },
	[SC_DOCUMENT] = { { "document", NULL }, false },
	[SC_AUTHOR] = { { "author", NULL }, false },
	[SC_PLACE] = { { "place", NULL }, false },
	[SC_OUTCOME] = { { "outcome", NULL }, false },
	[SC_ANSWER] = { { "answer", NULL }, false },
	[SC_LIKELIHOOD] = { { "likelihood", NULL }, false },
	[SC_EFFECT] = { { "effect", NULL }, false },
	[SC_NEW_BASE_YEAR] = { { "new_base_year", NULL }, false },
	[SC_NEW_BASE] = { { "new_base", NULL }, false },
	[SC_NEW_TARGET_YEAR] = { { "new_target_year", NULL }, false },
	[SC_NEW_TARGET] = { { "new_target", NULL }, false },
	[SC_NUMBER] = { { "number", NULL }, false },
	[SC_REV] = { { "rev", NULL }, false },
	[SC_WAS] = { { "was", NULL }, false },
};

int
strategy_row_refuse(const struct strategy_row *r, enum strategy_column column, const char *expected)
{
	int at = header_column(&r->f->header, column);
	char shown[64], place[STRATEGY_PLACE_SIZE];

	text_clean(shown, sizeof(shown), r->cells[column]);
	return error_at(r->err, ERROR_INPUT, r->line, at, _("%s: “%s” where %s is expected."),
		strategy_place(r->f, r->line, column, place), shown, expected);
}

static int
check_room(const struct strategy_row *r, enum strategy_column column, size_t size)
{
	struct error said = { .code = ERROR_NONE };
	char place[STRATEGY_PLACE_SIZE];

	if (strlen(r->cells[column]) < size)
		return 0;
	strategy_place(r->f, r->line, column, place);
	return kept_fits(r->cells[column], size, 0, place, &said)
		       ? error_at(r->err, ERROR_INPUT, r->line,
				 header_column(&r->f->header, column), "%s", said.text)
		       : 0;
}

int
strategy_take_text(
	const struct strategy_row *r, enum strategy_column column, char *dst, size_t size)
{
	if (check_room(r, column, size))
		return -1;
	text_copy(dst, size, r->cells[column]);
	return 0;
}

int
strategy_take_words(
	const struct strategy_row *r, enum strategy_column column, size_t size, const char **out)
{
	if (check_room(r, column, size))
		return -1;
	*out = strategy_row_kept(r, column);
	return 0;
}

/* Empty is NAN. */
int
strategy_take_number(const struct strategy_row *r, enum strategy_column column, double *out)
{
	*out = NAN;
	if (!r->cells[column][0])
		return 0;
	return number_parse(r->cells[column], out) ? strategy_row_refuse(r, column, _("a number"))
						   : 0;
}

/* Empty is 0. */
int
strategy_take_whole(
	const struct strategy_row *r, enum strategy_column column, long low, long high, int *out)
{
	long number = 0;
	char limit[64];

	if (r->cells[column][0] && number_parse_whole(r->cells[column], low, high, &number)) {
		snprintf(limit, sizeof(limit), _("a whole number from %ld to %ld"), low, high);
		return strategy_row_refuse(r, column, limit);
	}
	*out = (int)number;
	return 0;
}

int
strategy_take_year(const struct strategy_row *r, enum strategy_column column, bool needed, int *out)
{
	if (needed && !r->cells[column][0])
		return strategy_row_refuse(r, column, _("a year, such as 2030"));
	return strategy_take_whole(r, column, UNIT_FIRST_YEAR, UNIT_LAST_YEAR, out);
}

/* Empty is the given one. */
int
strategy_take_word(const struct strategy_row *r, enum strategy_column column,
	int (*find)(const char *name), int none, const char *words, int *out)
{
	*out = r->cells[column][0] ? find(r->cells[column]) : none;
	return *out < 0 ? strategy_row_refuse(r, column, words) : 0;
}

int
strategy_take_letter(const struct strategy_row *r, enum strategy_column column, const char *letters,
	char none, char *out)
{
	const char *cell = r->cells[column];

	*out = cell[0] ? cell[0] : none;
	return cell[0] && (cell[1] || !strchr(letters, cell[0]))
		       ? strategy_row_refuse(r, column, letters)
		       : 0;
}

int
strategy_take_unit(const struct strategy_row *r, int *slot)
{
	const char *code = r->cells[SC_UNIT];
	const struct unit *unit = unit_by_code(r->f->units, code);
	char whole[UNIT_CODE_SIZE];

	/* spreadsheets take the zero in front */
	if (!unit && unit_code_restore(code, strlen(code), whole))
		unit = unit_by_code(r->f->units, whole);
	*slot = unit ? unit->slot : NO_SLOT;
	return unit ? 0 : strategy_row_refuse(r, SC_UNIT, _("the code of a unit of the register"));
}

const char *
strategy_row_kept(const struct strategy_row *r, enum strategy_column column)
{
	return kept_string(&r->f->arena, r->cells[column]);
}

int
strategy_take_day(
	const struct strategy_row *r, enum strategy_column column, bool needed, const char **out)
{
	const char *cell = r->cells[column];
	struct date day;
	char iso[16];

	*out = "";
	if (!cell[0] && !needed)
		return 0;
	/* 1.1.2026, but never 22.11 or a word */
	if (strlen(cell) < 8 || !(cell[0] >= '0' && cell[0] <= '9') ||
		date_parse(cell, clock_today(), &day))
		return strategy_row_refuse(r, column, _("a day (2026-11-22)"));
	*out = kept_string(&r->f->arena, date_iso(iso, sizeof(iso), day));
	return 0;
}

int
strategy_take_figure(const struct strategy_row *r, int *year, double *value, unsigned char *flag)
{
	int known = r->cells[SC_FLAG][0] ? flag_from_own(r->cells[SC_FLAG]) : FLAG_NONE;

	if (known < 0)
		return strategy_row_refuse(r, SC_FLAG, _("a sign of a missing value, such as bd"));
	if (strategy_take_year(r, SC_YEAR, true, year) || strategy_take_number(r, SC_VALUE, value))
		return -1;
	*flag = (unsigned char)known;
	return isnan(*value) != flag_missing(*flag)
		       ? strategy_row_refuse(
				 r, SC_VALUE, _("a number, or the sign of a missing one in flag"))
		       : 0;
}
