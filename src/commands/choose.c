/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which indicator, years and units: options that several commands share. */
#include "config.h"

#include "commands/run.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"

#include <string.h>

int
run_card(struct run *run, const char *code, struct indicator *out, struct error *err)
{
	if (indicator_load(run->db, code, &run->arena, out, err) == 0)
		return 0;
	if (err->code == ERROR_MISSING)
		run_advise(err, _("gromada list indicators prints all of them."));
	return -1;
}

int
run_indicator(struct run *run, struct indicator *out, struct error *err)
{
	return run_card(run, run_option(run, OPTION_INDICATOR), out, err);
}

static int
read_year(const char *text, size_t length, int *year)
{
	char digits[5];
	long number;

	if (length != 4)
		return -1;
	memcpy(digits, text, 4);
	digits[4] = '\0';
	if (number_parse_whole(digits, 1900, 2199, &number))
		return -1;
	*year = (int)number;
	return 0;
}

int
run_years(struct run *run, bool single, int *first, int *last, struct error *err)
{
	const char *text = run_option(run, OPTION_YEAR), *hyphen = text ? strchr(text, '-') : NULL;
	int result = 0;

	*first = *last = 0;
	if (!text)
		return 0;
	if (hyphen && !single)
		result = read_year(text, (size_t)(hyphen - text), first) ||
			 read_year(hyphen + 1, strlen(hyphen + 1), last) || *last < *first;
	else {
		result = read_year(text, strlen(text), first);
		*last = *first;
	}
	if (!result)
		return 0;
	if (single)
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is no year; a year is four digits, 1900 to 2199."), text);
	return error_set(
		err, ERROR_INPUT, _("\"%s\" is neither a year nor two, such as 2015-2024."), text);
}

int
run_unit(struct run *run, const char *code, const struct unit **out, struct error *err)
{
	if (run_units(run, err))
		return -1;
	*out = unit_need(&run->units, code, err);
	return *out ? 0 : -1;
}

int
run_member(struct run *run, int64_t group, const char *code, const struct unit **out,
	struct error *err)
{
	int slot;

	if (run_unit(run, code, out, err))
		return -1;
	slot = (*out)->slot;
	if (exchange_member_meant(run->db, &run->units, group, &slot, err))
		return -1;
	*out = unit_by_slot(&run->units, slot);
	return 0;
}

int
run_filter(struct run *run, struct unit_filter *filter, struct error *err)
{
	const char *level = run_option(run, OPTION_LEVEL), *area = run_option(run, OPTION_IN),
		   *name = run_option(run, OPTION_GROUP);
	const struct unit *unit;
	struct group group;

	memset(filter, 0, sizeof(*filter));
	if (run_units(run, err))
		return -1;
	filter->level = level ? unit_level_from_name(level) : -1;
	filter->search = run_option(run, OPTION_SEARCH);
	if (area) {
		if (run_unit(run, area, &unit, err))
			return -1;
		filter->area = unit->slot;
	}
	if (!name)
		return 0;
	if (group_by_name(run->db, name, &group, err))
		return -1;
	return group_load_filter(run->db, group.id, &run->units, &run->arena, filter, err);
}

const char *
run_code(const struct unit *unit)
{
	return *unit->teryt ? unit->teryt : unit->code;
}

const char *
run_code_of(const struct run *run, int slot)
{
	const struct unit *u = unit_by_slot(&run->units, slot);

	return u ? run_code(u) : "";
}

int
run_text(const char *text, char *dst, size_t size, struct error *err)
{
	char beginning[200]; /* so that the room is still said */

	if (strlen(text) >= size)
		return error_set(err, ERROR_INPUT, _("\"%s\" is too long: %d bytes at most."),
			text_copy(beginning, sizeof beginning, text),
			(int)size - 1);
	text_copy(dst, size, text);
	return 0;
}

int
run_day(const char *text, char *dst, size_t size, struct error *err)
{
	struct date day;

	if (date_parse(text, clock_today(), &day))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" is not a date. Write 22.11.2026, 22.11, +7 or tomorrow."), text);
	date_iso(dst, size, day);
	return 0;
}

int
run_year(const char *text, int *year, struct error *err)
{
	long number;

	if (number_parse_whole(text, UNIT_FIRST_YEAR, UNIT_LAST_YEAR, &number))
		return error_set(err, ERROR_INPUT, _("\"%s\" is no year."), text);
	*year = (int)number;
	return 0;
}

int
run_whose(struct run *run, int64_t *group, int *slot, struct error *err)
{
	const char *code = run_option(run, OPTION_GROUP);
	const char *unit_code = slot ? run_option(run, OPTION_UNIT) : NULL;
	struct exchange_group g = { .id = 0 };
	const struct unit *unit;

	if (run_units(run, err) || (code && exchange_group_by_code(run->db, code, &g, err)) ||
		(unit_code && run_unit(run, unit_code, &unit, err)))
		return -1;
	*group = g.id;
	if (slot)
		*slot = unit_code ? unit->slot : NO_SLOT;
	return 0;
}
