/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The path of a target as people type it: 2024=60; 2027=75. */
#include "config.h"

#include "model/strategies/target.h"

#include "base/i18n.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

char *
target_path_text(const struct target *t, char *dst, size_t size)
{
	size_t used = 0;
	char number[40];

	dst[0] = '\0';
	for (int i = 0; i < t->path_count && used + 48 < size; i++)
		used += (size_t)snprintf(dst + used, size - used, "%s%d=%s", i ? "; " : "",
			t->path[i].year,
			number_comma(number, sizeof(number), t->path[i].value, -1));
	return dst;
}

static bool
has_course(const struct target *t)
{
	const struct target_rule rule = target_rule_of(t);

	return t->direction != 'K' && t->base_year && t->target_year > t->base_year &&
	       !isnan(target_expected(&rule, t->target_year));
}

const char *
target_path_words(const struct target *t, struct arena *arena)
{
	const char *steps = "";
	char value[40];

	if (!has_course(t))
		return "";
	for (int i = 0; i < t->path_count; i++)
		steps = arena_format(arena, _("%s%s%s in %d"), steps, i ? ", " : "",
			number_format(value, sizeof value, t->path[i].value, t->decimals),
			t->path[i].year);
	return steps[0] ? arena_format(arena, _("linear through %s"), steps) : _("linear");
}

int
target_path_parse(const char *text, struct target *t, struct error *err)
{
	char piece[64], *equals;
	long year;

	t->path_count = 0;
	for (const char *from = text + strspn(text, " ;"); *from; from += strspn(from, " ;")) {
		size_t length = strcspn(from, ";");

		snprintf(piece, sizeof(piece), "%.*s", (int)(length < 60 ? length : 60), from);
		from += length;
		equals = strchr(piece, '=');
		if (equals)
			*equals = '\0';
		if (!equals || t->path_count == TARGET_PATH_MOST ||
			number_parse_whole(piece, UNIT_FIRST_YEAR, UNIT_LAST_YEAR, &year) ||
			number_parse(equals + 1, &t->path[t->path_count].value))
			return error_field(err, ERROR_INPUT, TARGET_FIELD_PATH,
				_("“%s” is no path. Type years with their values: 2024=60; "
				  "2027=75."),
				text);
		t->path[t->path_count++].year = (int)year;
	}
	return 0;
}
