/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the views call indicators, units and values, and how wide their columns are. */
#include "config.h"
#include "screens/indicators/scope.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char *
scope_level_text(int level)
{
	static const char *const texts[LEVEL_COUNT] = {
		[LEVEL_COUNTRY] = N_("Poland"),
		[LEVEL_VOIVODESHIP] = N_("voivodeships"),
		[LEVEL_POWIAT] = N_("powiats"),
		[LEVEL_GMINA] = N_("gminas"),
		[LEVEL_PART] = N_("parts of gminas"),
		[LEVEL_DISTRICT] = N_("districts and delegaturas"),
		[LEVEL_REGION] = N_("statistical regions"),
	};

	return level >= 0 && level < LEVEL_COUNT ? _(texts[level]) : _("all levels");
}

const char *
scope_empty(const struct scope *scope)
{
	if (!scope->indicator.code)
		return N_("There are no values yet: import a BDL file first (menu 8 1).");
	if (!scope->year_count)
		return N_("This indicator has no values yet: choose another one (i).");
	return N_("No values for these units: choose another level (l), area (a) or year (y).");
}

char *
scope_name(const struct indicator *indicator, char *dst, size_t size)
{
	char measure[96];
	size_t length = strlen(indicator->name), end;

	end = (size_t)snprintf(measure, sizeof measure, "[%s]", indicator->measure);
	if (indicator->measure[0] &&
		(length < end || strcmp(indicator->name + length - end, measure) != 0))
		snprintf(dst, size, "%s %s", indicator->name, measure);
	else
		text_copy(dst, size, indicator->name);
	return dst;
}

char *
scope_place(char *dst, size_t size, int rank, int of)
{
	char first[24], second[24];

	snprintf(dst, size, "%s/%s", number_format(first, sizeof first, rank, 0),
		number_format(second, sizeof second, of, 0));
	return dst;
}

char *
scope_title(const struct scope *scope, char *dst, size_t size)
{
	dst[0] = '\0';
	return scope->indicator.code ? scope_name(&scope->indicator, dst, size) : dst;
}

/* The neighbour in Polish order when it has the same label. */
static const struct unit *
namesake(const struct unit_table *units, const struct unit *unit, int step)
{
	const struct unit *other;

	for (int at = unit->order + step; at >= 0 && at < units->count; at += step) {
		other = &units->units[units->in_order[at]];
		if (strcmp(other->label, unit->label) != 0)
			return NULL;
		if (other->level == unit->level)
			return other;
	}
	return NULL;
}

static const char *
kind_word(const struct unit *unit)
{
	return unit->kind == '1'   ? _("urban")
	       : unit->kind == '2' ? _("rural")
	       : unit->kind == '3' ? _("urban-rural")
				   : "";
}

char *
scope_unit(const struct unit_table *units, const struct unit *unit, char *dst, size_t size)
{
	const struct unit *before = namesake(units, unit, -1), *after = namesake(units, unit, 1);
	const char *word = kind_word(unit);

	if (!before && !after)
		return text_copy(dst, size, unit->label);
	if ((before && before->kind == unit->kind) || (after && after->kind == unit->kind) ||
		!word[0])
		word = scope_above(units, unit);
	snprintf(dst, size, "%s (%s)", unit->label, word);
	return dst;
}

char *
scope_file_name(const struct scope *scope, const char *what, const struct unit *unit,
	bool with_year, char *dst, size_t size)
{
	char year[16] = "";

	if (with_year && scope->year)
		snprintf(year, sizeof year, " %d", scope->year);
	snprintf(dst, size, "%s %s%s", what, unit ? unit->label : scope->code, year);
	return dst;
}

char *
scope_units_text(const struct scope *scope, char *dst, size_t size)
{
	const struct unit *area = unit_by_slot(scope->units, scope->area);
	char joined[160] = "";

	if (scope->joined)
		scope_unit(scope->units, unit_by_slot(scope->units, scope->slot), joined,
			sizeof joined);
	if (scope->group)
		snprintf(dst, size, "%s: %s%s%s", _("group"), scope->group_name,
			scope->joined ? " + " : "", joined);
	else
		snprintf(dst, size, "%s, %s", scope_level_text(scope->level),
			area ? area->label : _("all of Poland"));
	return dst;
}

void
scope_head(const struct scope *scope, const char *screen, char *left, size_t left_size, char *right,
	size_t right_size)
{
	if (scope_ready(scope))
		snprintf(left, left_size, "%s %d", screen, scope->year);
	else
		text_copy(left, left_size, screen);
	text_copy(right, right_size, scope->source);
}

const char *
scope_above(const struct unit_table *units, const struct unit *unit)
{
	const struct unit *above = unit_above(units, unit, LEVEL_POWIAT);

	if (!above || above == unit)
		above = unit_above(units, unit, LEVEL_VOIVODESHIP);
	return above && above != unit ? above->label : "";
}

void
scope_status(
	const struct unit_table *units, const struct list *list, int slot, char *dst, size_t size)
{
	const struct unit *unit = units ? unit_by_slot(units, slot) : NULL;
	char where[64];

	list_status(list, where, sizeof where);
	if (unit)
		snprintf(dst, size, "%s  %s", where, unit_teryt(unit));
	else
		text_copy(dst, size, where);
}

int
scope_width(const char *heading, double low, double high, int decimals)
{
	char number[64];
	int width = text_width(heading) + 1; /* and the mark of the order */
	const double ends[] = { low, high };

	for (int i = 0; i < 2; i++) {
		int needed =
			text_width(number_format(number, sizeof number, ends[i], decimals)) + 1;

		if (needed > width)
			width = needed;
	}
	return width;
}

char *
scope_value(char *dst, size_t size, double value, unsigned char flag, int decimals)
{
	char number[48];

	if (flag == FLAG_ABSENT)
		dst[0] = '\0';
	else if (flag_missing(flag))
		text_copy(dst, size, flag_meaning(flag)->symbol);
	else if (flag == FLAG_NONE)
		number_format(dst, size, value, decimals);
	else /* the sign leads, so that the numbers stay in line */
		snprintf(dst, size, "%s %s", flag_meaning(flag)->symbol,
			number_format(number, sizeof number, value, decimals));
	return dst;
}

char *
scope_change(char *dst, size_t size, double change, int decimals)
{
	char number[48], zero[48];

	dst[0] = '\0';
	if (isnan(change))
		return dst;
	number_format(number, sizeof number, change, decimals);
	number_format(zero, sizeof zero, 0, decimals);
	snprintf(dst, size, "%s%s", change > 0 && strcmp(number, zero) != 0 ? "+" : "", number);
	return dst;
}

const char *
scope_mark_text(unsigned marks)
{
	static const struct {
		unsigned mark;
		const char *text;
	} texts[] = {
		{ MARK_SUCCESSION, N_("value of the predecessor") },
		{ MARK_STOP, N_("territory changed in this year") },
		{ MARK_BREAK, N_("change of method") },
		{ MARK_BEFORE_UNIT, N_("from before the unit began") },
		{ MARK_AFTER_UNIT, N_("from after the unit ended") },
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (marks & texts[i].mark)
			return _(texts[i].text);
	return "";
}
