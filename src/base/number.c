/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading in one pass without strtod; writing from the shortest digits that mean the value. */
#include "config.h"

#include "base/number.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_MAX DECIMAL_DIGITS
#define DECIMALS_SHOWN 6 /* at most, when nobody says how many */
#define DIGITS_ALL 17    /* enough for every double */

double
number_power10(int exponent)
{
	static const double exact[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10,
		1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

	if (exponent >= 0 && exponent < (int)(sizeof(exact) / sizeof(exact[0])))
		return exact[exponent];
	return pow(10, exponent);
}

double
decimal_value(struct decimal d)
{
	/* Both are exact, so the division rounds once, to the nearest. */
	return (double)d.mantissa / number_power10(d.decimals);
}

/* Bytes of a space that may part thousands at text[0..length), or 0. */
static size_t
group_space(const char *text, size_t length)
{
	if (length > 0 && text[0] == ' ')
		return 1;
	if (length > 1 && memcmp(text, "\xc2\xa0", 2) == 0)
		return 2;
	if (length > 2 && memcmp(text, "\xe2\x80\xaf", 3) == 0)
		return 3;
	return 0;
}

static size_t
minus_sign(const char *text, size_t length)
{
	if (length > 0 && text[0] == '-')
		return 1;
	return length > 2 && memcmp(text, "\xe2\x88\x92", 3) == 0 ? 3 : 0;
}

/* Reads digits from *at on; adds them to *mantissa and those that count to *digits. */
static int
read_digits(const char *text, size_t length, size_t *at, int64_t *mantissa, int *digits)
{
	int count = 0;

	for (; *at < length; (*at)++, count++) {
		unsigned digit = (unsigned)(unsigned char)text[*at] - '0';

		if (digit > 9)
			break;
		if (*mantissa != 0 || digit != 0)
			++*digits;
		if (*digits > DIGITS_MAX)
			return -1;
		*mantissa = *mantissa * 10 + digit;
	}
	return count;
}

/* The whole part, "1234" or "1 234": a first group of one to three, then groups of three. */
static int
read_whole(const char *text, size_t length, size_t *at, int64_t *mantissa, int *digits)
{
	int count = read_digits(text, length, at, mantissa, digits);
	size_t space;

	if (count < 1)
		return -1;
	space = group_space(text + *at, length - *at);
	if (space && count > 3)
		return -1;
	while (space) {
		*at += space;
		if (read_digits(text, length, at, mantissa, digits) != 3)
			return -1;
		space = group_space(text + *at, length - *at);
	}
	return 0;
}

int
decimal_parse(const char *text, size_t length, struct decimal *out)
{
	size_t at = minus_sign(text, length), sign = at;
	int64_t mantissa = 0;
	int digits = 0, decimals = 0;

	if (read_whole(text, length, &at, &mantissa, &digits) < 0)
		return -1;
	if (at < length && (text[at] == ',' || text[at] == '.')) {
		at++;
		decimals = read_digits(text, length, &at, &mantissa, &digits);
		if (decimals < 1 || decimals > DIGITS_MAX)
			return -1;
	}
	if (at != length)
		return -1;
	out->mantissa = sign ? -mantissa : mantissa;
	out->decimals = decimals;
	return 0;
}

bool
decimal_too_long(const char *text, size_t length)
{
	size_t at, digits = 0, signs = 0;

	while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
		length--;
	for (; length > 0 && (*text == ' ' || *text == '\t'); text++)
		length--;
	for (at = minus_sign(text, length); at < length; at++) {
		size_t space = group_space(text + at, length - at);
		bool digit = text[at] >= '0' && text[at] <= '9';
		bool sign = text[at] == ',' || text[at] == '.';

		if (!space && !digit && !sign)
			return false;
		digits += digit;
		signs += sign;
		at += space ? space - 1 : 0;
	}
	return digits > DECIMAL_DIGITS && signs < 2;
}

/* The typed number without the blanks around it. */
static int
parse_typed(const char *text, struct decimal *out)
{
	size_t length;

	while (*text == ' ' || *text == '\t')
		text++;
	length = strlen(text);
	while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
		length--;
	return decimal_parse(text, length, out);
}

int
number_parse(const char *text, double *out)
{
	struct decimal d;

	if (parse_typed(text, &d) < 0)
		return -1;
	*out = decimal_value(d);
	return 0;
}

int
number_doubt(const char *text, struct error *err)
{
	const char mark = i18n_language() == LANGUAGE_POLISH ? '.' : ',';
	const char *at = strchr(text, mark);
	char typed[64], whole[32], fraction[32];
	struct decimal d;
	double value;

	if (!at || number_parse(text, &value) || strspn(at + 1, "0123456789") != 3)
		return 0;
	text_clean(typed, sizeof(typed), text + strspn(text, " \t"));
	typed[strcspn(typed, " \t")] = '\0';
	if (decimal_parse(typed, strlen(typed), &d) < 0 || d.decimals != 3 ||
		llabs(d.mantissa) < 1000)
		return 0;
	return error_set(err, ERROR_INPUT, _("“%s” may mean %s or %s; write one of them."), typed,
		number_ungrouped(whole, sizeof(whole), (double)d.mantissa, 0),
		number_ungrouped(fraction, sizeof(fraction), value, -1));
}

int
number_parse_whole(const char *text, long min, long max, long *out)
{
	struct decimal d;

	if (parse_typed(text, &d) < 0 || d.decimals > 0 || d.mantissa < min || d.mantissa > max)
		return -1;
	*out = (long)d.mantissa;
	return 0;
}

/* A finite number without its sign: 0.DIGITS times ten to the power of point. */
struct digits {
	char text[DIGITS_ALL + 2];
	int count, point;
	bool negative;
};

/* The shortest digits, of at most so many, that read back as the same double, trailing zeros
 * removed. */
static void
take_apart(double value, int most, struct digits *d)
{
	char text[40];
	int precision = DIGITS_MAX - 1;

	do
		snprintf(text, sizeof(text), "%.*e", precision, fabs(value));
	while (++precision < most && strtod(text, NULL) != fabs(value));
	d->negative = value < 0;
	d->count = 0;
	for (const char *p = text; *p != 'e'; p++)
		if (*p >= '0' && *p <= '9')
			d->text[d->count++] = *p;
	d->point = atoi(strchr(text, 'e') + 1) + 1;
	while (d->count > 0 && d->text[d->count - 1] == '0')
		d->count--;
	if (d->count == 0)
		d->point = 0;
}

/* Half away from zero, on the decimal digits: 2.675 has two decimals 2.68. */
static void
round_to(struct digits *d, int decimals)
{
	int keep = d->point + decimals;
	bool up;

	if (keep >= d->count)
		return;
	up = keep >= 0 && d->text[keep] >= '5';
	d->count = keep > 0 ? keep : 0;
	if (up) {
		while (d->count > 0 && d->text[d->count - 1] == '9')
			d->count--;
		if (d->count > 0) {
			d->text[d->count - 1]++;
		} else {
			/* 9.99 became 10, or 0.5 became 1 */
			d->text[d->count++] = '1';
			d->point = keep > 0 ? d->point + 1 : 1 - decimals;
		}
	}
	while (d->count > 0 && d->text[d->count - 1] == '0')
		d->count--;
	if (d->count == 0)
		d->point = 0;
}

double
number_round(double value, int digits)
{
	char text[40];

	snprintf(text, sizeof(text), "%.*g", digits, value);
	return strtod(text, NULL);
}

struct writer {
	char *dst;
	size_t size, used;
	bool overflow;
};

static void
put(struct writer *w, const char *bytes, size_t length)
{
	if (w->used + length >= w->size) {
		w->overflow = true;
		return;
	}
	memcpy(w->dst + w->used, bytes, length);
	w->used += length;
}

/* decimals < 0: those that the digits have. */
static void
write_digits(struct writer *w, const struct digits *d, int decimals, const char *group,
	const char *point)
{
	int whole = d->point > 0 ? d->point : 1;

	if (decimals < 0)
		decimals = d->count > d->point ? d->count - d->point : 0;
	if (d->negative && d->count > 0)
		put(w, "-", 1);
	for (int i = whole; i > -decimals; i--) {
		int at = d->point - i;

		if (i == 0)
			put(w, point, 1);
		else if (i < whole && i > 0 && i % 3 == 0)
			put(w, group, strlen(group));
		put(w, at >= 0 && at < d->count ? d->text + at : "0", 1);
	}
	w->dst[w->used] = '\0';
}

static char *
write_number(char *dst, size_t size, double value, int decimals, int most, const char *group,
	const char *point)
{
	struct writer w = { .dst = dst, .size = size };
	struct digits d;

	if (size == 0)
		return dst;
	dst[0] = '\0';
	if (!isfinite(value))
		return dst;
	take_apart(value, DIGITS_ALL, &d);
	if (decimals >= 0 || most >= 0) {
		int places = decimals >= 0 ? decimals : most;

		/* (2.9 + 2.8) / 2 is 2.8499999999999996 in a computer, and 2.85 to anybody else. */
		if (d.count > DIGITS_MAX && d.point + places < DIGITS_MAX)
			take_apart(value, DIGITS_MAX, &d);
		round_to(&d, places);
	}
	write_digits(&w, &d, decimals, group, point);
	if (w.overflow) {
		/* A cut number would pass for another one. */
		memset(dst, '#', size - 1);
		dst[size - 1] = '\0';
	}
	return dst;
}

char *
number_format(char *dst, size_t size, double value, int decimals)
{
	bool polish = i18n_language() == LANGUAGE_POLISH;

	return write_number(dst, size, value, decimals, DECIMALS_SHOWN, polish ? "\xc2\xa0" : ",",
		polish ? "," : ".");
}

const char *
number_shown(struct arena *arena, const char *text)
{
	char shown[64];
	double value;

	return number_parse(text, &value)
		       ? text
		       : arena_string(arena, number_format(shown, sizeof(shown), value, -1));
}

char *
number_ungrouped(char *dst, size_t size, double value, int decimals)
{
	return write_number(dst, size, value, decimals, DECIMALS_SHOWN, "",
		i18n_language() == LANGUAGE_POLISH ? "," : ".");
}

char *
number_plain(char *dst, size_t size, double value, int decimals)
{
	return write_number(dst, size, value, decimals, -1, "", ".");
}

char *
number_money(char *dst, size_t size, double value)
{
	return number_format(dst, size, value, fmod(round(value * 100), 100) != 0 ? 2 : 0);
}

char *
number_field(char *dst, size_t size, double value)
{
	char plain[64];
	double shown, back;

	if (number_parse(number_plain(plain, sizeof(plain), value, 6), &shown) < 0)
		return number_plain(dst, size, value, -1);
	number_format(dst, size, value, -1);
	return number_parse(dst, &back) == 0 && back == shown ? dst
							      : number_plain(dst, size, shown, -1);
}

char *
number_comma(char *dst, size_t size, double value, int decimals)
{
	return write_number(dst, size, value, decimals, -1, "", ",");
}
