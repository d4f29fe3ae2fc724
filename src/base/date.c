/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proleptic Gregorian calendar from year 1 to 9999, and the ways people write a day. */
#include "config.h"

#include "base/date.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define YEAR_MOST 366 /* days */

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool
date_valid(struct date d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
	       d.day <= month_days(d.year, d.month);
}

/* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil: years that
 * begin in March, in eras of 400 years. */
long
date_to_days(struct date d)
{
	long year = d.year - (d.month <= 2);
	long era = (year >= 0 ? year : year - 399) / 400;
	long of_era = year - era * 400;
	long of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* The same paper, civil_from_days. */
struct date
date_from_days(long days)
{
	long shifted = days + 719468;
	long era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	long day = shifted - era * 146097;
	long year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	long of_year = day - (365 * year + year / 4 - year / 100);
	long month = (5 * of_year + 2) / 153;
	struct date d = {
		.month = (int)(month < 10 ? month + 3 : month - 9),
		.day = (int)(of_year - (153 * month + 2) / 5 + 1),
	};

	d.year = (int)(year + era * 400) + (d.month <= 2);
	return d;
}

/* Reads up to most digits; returns how many, the number in *out. */
static int
read_number(const char **text, int most, int *out)
{
	int count = 0;

	*out = 0;
	for (; count < most && **text >= '0' && **text <= '9'; count++)
		*out = *out * 10 + *(*text)++ - '0';
	return count;
}

static int
parse_iso(const char *text, struct date *out)
{
	if (read_number(&text, 4, &out->year) != 4 || *text++ != '-' ||
		read_number(&text, 2, &out->month) != 2 || *text++ != '-' ||
		read_number(&text, 2, &out->day) != 2 || *text)
		return -1;
	return date_valid(*out) ? 0 : -1;
}

/* Gives a day the year, of the three around today, that brings it nearest to today. */
static int
nearest_year(struct date today, struct date *out)
{
	struct date d = *out;
	long best = YEAR_MOST + 1;

	for (d.year = today.year - 1; d.year <= today.year + 1; d.year++) {
		long distance = date_valid(d) ? labs(date_to_days(d) - date_to_days(today)) : best;

		if (distance < best) {
			best = distance;
			*out = d;
		}
	}
	return best <= YEAR_MOST ? 0 : -1;
}

/* This year, or the next where the day has passed. */
static int
next_year(struct date today, struct date *out)
{
	out->year = today.year;
	if (!date_valid(*out) || date_to_days(*out) < date_to_days(today))
		out->year++;
	return date_valid(*out) ? 0 : -1;
}

/* 22.11.2026, 22.11.26, 22.11. and 22.11, whose year says year. */
static int
parse_dotted(const char *text, struct date today, int (*year)(struct date, struct date *),
	struct date *out)
{
	int digits;

	if (read_number(&text, 2, &out->day) < 1 || *text++ != '.' ||
		read_number(&text, 2, &out->month) < 1)
		return -1;
	if (*text == '.')
		text++;
	digits = read_number(&text, 4, &out->year);
	if (*text || (digits != 0 && digits != 2 && digits != 4))
		return -1;
	if (digits == 2)
		out->year += 2000;
	if (digits == 0)
		return year(today, out);
	return date_valid(*out) ? 0 : -1;
}

/* Words are understood folded, in both languages; a day of the week is the next one. */
static const struct {
	const char *word;
	int offset;  /* days from today */
	int weekday; /* 1 Monday to 7 Sunday; 0 = offset counts */
} words[] = {
	{ "dzis", 0, 0 },
	{ "dzisiaj", 0, 0 },
	{ "today", 0, 0 },
	{ "jutro", 1, 0 },
	{ "tomorrow", 1, 0 },
	{ "pojutrze", 2, 0 },
	{ "wczoraj", -1, 0 },
	{ "yesterday", -1, 0 },
	{ "przedwczoraj", -2, 0 },
	{ "pn", 0, 1 },
	{ "pon", 0, 1 },
	{ "poniedzialek", 0, 1 },
	{ "mon", 0, 1 },
	{ "monday", 0, 1 },
	{ "wt", 0, 2 },
	{ "wtorek", 0, 2 },
	{ "tue", 0, 2 },
	{ "tuesday", 0, 2 },
	{ "sr", 0, 3 },
	{ "sroda", 0, 3 },
	{ "wed", 0, 3 },
	{ "wednesday", 0, 3 },
	{ "cz", 0, 4 },
	{ "czw", 0, 4 },
	{ "czwartek", 0, 4 },
	{ "thu", 0, 4 },
	{ "thursday", 0, 4 },
	{ "pt", 0, 5 },
	{ "piatek", 0, 5 },
	{ "fri", 0, 5 },
	{ "friday", 0, 5 },
	{ "so", 0, 6 },
	{ "sob", 0, 6 },
	{ "sobota", 0, 6 },
	{ "sat", 0, 6 },
	{ "saturday", 0, 6 },
	{ "nd", 0, 7 },
	{ "niedz", 0, 7 },
	{ "niedziela", 0, 7 },
	{ "sun", 0, 7 },
	{ "sunday", 0, 7 },
};

static int
parse_word(const char *text, struct date today, struct date *out)
{
	char folded[32];
	long days = date_to_days(today);
	long weekday = ((days + 3) % 7 + 7) % 7 + 1; /* 1970-01-01 was a Thursday */

	text_fold(folded, sizeof(folded), text);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(folded, words[i].word) != 0)
			continue;
		days += words[i].offset;
		if (words[i].weekday)
			days += (words[i].weekday - weekday + 6) % 7 + 1;
		*out = date_from_days(days);
		return date_valid(*out) ? 0 : -1;
	}
	return -1;
}

static int
parse_offset(const char *text, struct date today, struct date *out)
{
	int sign = *text++ == '-' ? -1 : 1, count, days;

	count = read_number(&text, 5, &days);
	if (count < 1 || *text)
		return -1;
	*out = date_from_days(date_to_days(today) + (long)sign * days);
	return date_valid(*out) ? 0 : -1;
}

static int
parse(const char *text, struct date today, int (*year)(struct date, struct date *),
	struct date *out)
{
	char typed[64];
	struct date d = { 0, 0, 0 };
	size_t length;
	int result;

	text += strspn(text, " \t");
	length = strlen(text);
	while (length > 0 && strchr(" \t", text[length - 1]))
		length--;
	if (length == 0 || length >= sizeof(typed))
		return -1;
	memcpy(typed, text, length);
	typed[length] = '\0';
	if (*typed == '+' || *typed == '-')
		result = parse_offset(typed, today, &d);
	else if (*typed < '0' || *typed > '9')
		result = parse_word(typed, today, &d);
	else if (strchr(typed, '-'))
		result = parse_iso(typed, &d);
	else
		result = parse_dotted(typed, today, year, &d);
	if (result == 0)
		*out = d;
	return result;
}

int
date_parse(const char *text, struct date today, struct date *out)
{
	return parse(text, today, nearest_year, out);
}

int
date_parse_due(const char *text, struct date today, struct date *out)
{
	return parse(text, today, next_year, out);
}

char *
date_format(char *dst, size_t size, struct date d)
{
	if (i18n_language() != LANGUAGE_POLISH)
		return date_iso(dst, size, d);
	snprintf(dst, size, "%02d.%02d.%04d", d.day, d.month, d.year);
	return dst;
}

char *
date_format_days(char *dst, size_t size, struct date first, struct date last)
{
	bool year = first.year == last.year, month = year && first.month == last.month;
	char begin[16], end[16];

	if (month && first.day == last.day)
		return date_format(dst, size, first);
	date_format(begin, sizeof(begin), first);
	date_format(end, sizeof(end), last);
	if (i18n_language() == LANGUAGE_POLISH) /* the year last */
		snprintf(dst, size, "%.*s–%s", month ? 2 : year ? 5 : 10, begin, end);
	else
		snprintf(dst, size, "%s–%s", begin, end + (month ? 8 : year ? 5 : 0));
	return dst;
}

char *
date_show(char *dst, size_t size, const char *stored)
{
	char day[11];
	struct date d;

	text_copy(day, sizeof(day), stored);
	if (clock_local_day(stored, &d) && parse_iso(day, &d))
		return text_copy(dst, size, stored);
	return date_format(dst, size, d);
}

const char *
date_shown(struct arena *arena, const char *stored)
{
	char text[32];

	return arena_string(arena,
		strlen(stored) < sizeof(text) ? date_show(text, sizeof(text), stored) : stored);
}

char *
date_iso(char *dst, size_t size, struct date d)
{
	snprintf(dst, size, "%04d-%02d-%02d", d.year, d.month, d.day);
	return dst;
}
