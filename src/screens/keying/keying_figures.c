/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and dates as they are keyed, digit by digit. */
#include "config.h"

#include "screens/keying/keying_field_parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DATE_DIGITS = 8, NUMBER_DIGITS = 15 };

enum keyed
keyed_refuse(struct error *err, const char *fmt, ...)
{
	char text[256];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	error_set(err, ERROR_INPUT, "%s", text);
	return KEYED_REFUSED;
}

/* ---- numbers ---- */

enum keyed
keyed_digit(struct keying_field *f, char digit, struct error *err)
{
	size_t length;

	if (f->spent)
		f->typed[0] = '\0';
	f->spent = false;
	f->touched = true;
	length = strlen(f->typed);
	if (length - (f->typed[0] == '-') >= NUMBER_DIGITS)
		return keyed_refuse(err, "%s", _("A number has at most 15 digits."));
	f->typed[length] = digit;
	f->typed[length + 1] = '\0';
	return KEYED_WAITS;
}

enum keyed
keyed_point(struct keying_field *f, struct error *err)
{
	if (f->kind == KEYED_WHOLE)
		return keyed_refuse(err, "%s", _("A whole number is asked for here."));
	if (strchr(f->typed, '.'))
		return keyed_refuse(err, "%s", _("There is a decimal point already."));
	return keyed_digit(f, '.', err);
}

enum keyed
keyed_sign(struct keying_field *f)
{
	size_t length = strlen(f->typed);

	if (f->typed[0] == '-') {
		memmove(f->typed, f->typed + 1, length);
		return KEYED_WAITS;
	}
	memmove(f->typed + 1, f->typed, length + 1);
	f->typed[0] = '-';
	return KEYED_WAITS;
}

enum keyed
keyed_number(struct keying_field *f, struct error *err)
{
	const char *from = f->typed + (f->typed[0] == '-');
	bool below = from > f->typed && strpbrk(from, "123456789");
	size_t length = strlen(from);

	if (from[length - 1] == '.')
		return keyed_refuse(err, "%s", _("Digits are missing after the decimal point."));
	while (from[0] == '0' && isdigit((unsigned char)from[1]))
		from++;
	snprintf(f->value, sizeof f->value, "%s%s", below ? "-" : "", from);
	f->missing = MISSING_NONE;
	return KEYED_ANSWER;
}

/* ---- dates ---- */

/* "22.1.2026" or "22012026", of which the paper may ask the end only, to numbers. */
static bool
date_parts(const char *typed, int wanted, int parts[3])
{
	static const int digits[3] = { 2, 2, 4 };
	int count = 0, skip = 3 - wanted;

	if (!strpbrk(typed, ".-/")) {
		const char *p = typed;

		for (int i = skip; i < 3; i++) {
			char piece[8];

			if (strlen(p) < (size_t)digits[i])
				return false;
			snprintf(piece, sizeof piece, "%.*s", digits[i], p);
			parts[i] = atoi(piece);
			p += digits[i];
		}
		return !*p;
	}
	for (const char *p = typed; *p && count < wanted; count++) {
		size_t n = strspn(p, "0123456789");

		if (n == 0 || n > 4)
			return false;
		parts[skip + count] = atoi(p);
		p += n;
		if (*p && count + 1 == wanted)
			return false;
		p += *p != '\0';
	}
	return count == wanted;
}

enum keyed
keyed_date(struct keying_field *f, struct error *err)
{
	int parts[3] = { 1, 1, 0 };
	struct date d;
	bool whole = false;

	/* The paper may hold more than it asks for. */
	for (int wanted = 3 - (int)f->date; wanted <= 3 && !whole; wanted++) {
		parts[0] = parts[1] = 1;
		whole = date_parts(f->typed, wanted, parts);
		if (whole)
			snprintf(f->value, sizeof f->value,
				wanted == 1   ? "%04d"
				: wanted == 2 ? "%04d-%02d"
					      : "%04d-%02d-%02d",
				parts[2], parts[1], parts[0]);
	}
	f->spent = true;
	if (!whole)
		return keyed_refuse(err, "%s",
			f->date == KEYED_DAY     ? _("A date is day, month and year: 22112026.")
			: f->date == KEYED_MONTH ? _("A date is month and year here: 112026.")
						 : _("A year is asked for here: 2026."));
	d = (struct date){ parts[2], parts[1], parts[0] };
	if (!date_valid(d) || d.year < 1000)
		return keyed_refuse(
			err, _("There is no such day: %s. Key the date anew."), f->typed);
	f->spent = false;
	f->missing = MISSING_NONE;
	return KEYED_ANSWER;
}

enum keyed
keyed_date_key(struct keying_field *f, char c, struct error *err)
{
	size_t length;

	if (f->spent)
		f->typed[0] = '\0';
	f->spent = false;
	f->touched = true;
	length = strlen(f->typed);
	if (!isdigit((unsigned char)c) && strchr(".-/", f->typed[length - 1]))
		return keyed_refuse(err, "%s", _("Digits are missing between the points."));
	if (length >= DATE_DIGITS + 2)
		return keyed_refuse(err, "%s", _("A date is day, month and year: 22112026."));
	f->typed[length] = c;
	f->typed[length + 1] = '\0';
	if (f->date == KEYED_DAY && length + 1 == DATE_DIGITS && !strpbrk(f->typed, ".-/"))
		return keyed_date(f, err);
	return KEYED_WAITS;
}
