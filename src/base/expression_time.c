/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and times in expressions, on the clock as written; today and now are Warsaw's. */
#include "config.h"

#include "base/expression_parts.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY_MS 86400000L

/* So many digits, then the sign (0 = whatever); moves *text behind both. */
static bool
take(const char **text, int digits, char sign, int *out)
{
	int value = 0;

	for (int i = 0; i < digits; i++) {
		if ((*text)[i] < '0' || (*text)[i] > '9')
			return false;
		value = value * 10 + (*text)[i] - '0';
	}
	if (sign && (*text)[digits] != sign)
		return false;
	*text += digits + (sign != 0);
	*out = value;
	return true;
}

/* 10:20, 10:20:30 or 10:20:30.400, with or without a zone, to the end. */
static bool
read_time(const char *text, double *out)
{
	int hour, minute, second = 0, zone;
	double fraction = 0;
	char *end;

	if (!take(&text, 2, ':', &hour) || !take(&text, 2, 0, &minute) || hour > 24 || minute > 59)
		return false;
	if (*text == ':') {
		text++;
		if (!take(&text, 2, 0, &second) || second > 59)
			return false;
	}
	if (*text == '.' && text[1] >= '0' && text[1] <= '9') {
		fraction = strtod(text, &end);
		text += 1 + strspn(text + 1, "0123456789");
		if (end != text)
			return false; /* an exponent */
	}
	if (*text == 'Z') {
		text++;
	} else if (*text == '+' || *text == '-') {
		text++;
		if (!take(&text, 2, 0, &zone))
			return false;
		text += *text == ':';
		if (*text && !take(&text, 2, 0, &zone))
			return false;
	}
	*out = (hour * 3600 + minute * 60 + second + fraction) / 86400;
	return *text == '\0' && *out <= 1;
}

int
expression_days(const char *text, double *days, bool *has_time)
{
	struct date d;
	double time = 0;
	char copy[48];
	const char *at = copy;
	size_t length;

	text += strspn(text, " ");
	length = strcspn(text, " ");
	if (length >= sizeof copy || text[length + strspn(text + length, " ")])
		return -1;
	memcpy(copy, text, length);
	copy[length] = '\0';
	if (!take(&at, 4, '-', &d.year) || !take(&at, 2, '-', &d.month) ||
		!take(&at, 2, 0, &d.day) || !date_valid(d))
		return -1;
	if (*at && (*at != 'T' || !read_time(at + 1, &time)))
		return -1;
	if (has_time)
		*has_time = *at != '\0';
	*days = (double)date_to_days(d) + time;
	return 0;
}

/* "" for what is empty or NaN: 1; days: 0; -1 with the reason. */
static int
days_of(struct expression_call *c, double *days)
{
	const struct expression_value *v = &c->args[0];
	const char *text = expression_arg_text(c, 0);
	char shown[100];

	if (v->kind == EXPRESSION_NUMBER || v->kind == EXPRESSION_BOOLEAN) {
		*days = expression_to_number(v);
		if (isnan(*days))
			return 1;
	} else if (!*text) {
		return 1;
	} else if (expression_days(text, days, NULL) != 0) {
		*days = expression_to_number(v);
		if (isnan(*days))
			return error_set(c->err, ERROR_INPUT,
				_("“%s” is no date (2026-11-22), so %s() cannot work."),
				text_clean(shown, sizeof shown, text), c->name);
	}
	if (*days < -719162 || *days >= 2932897) /* years 1 to 9999 */
		return error_set(c->err, ERROR_INPUT,
			_("%s() was given a number of days that lies in no year."), c->name);
	return 0;
}

static int
give_day(struct expression_call *c, double days)
{
	char text[16];

	return expression_give_text(c,
		arena_string(c->arena,
			date_iso(text, sizeof text, date_from_days((long)floor(days)))));
}

int
expression_today(struct expression_call *c)
{
	char text[16];

	return expression_give_text(
		c, arena_string(c->arena, date_iso(text, sizeof text, clock_today())));
}

/* Warsaw is one or two hours ahead of UTC; the clock shows its hour and minute at the end. */
int
expression_now(struct expression_call *c)
{
	char utc[32], local[64], day[16];
	int ahead;
	size_t length;

	clock_local(local, sizeof local, clock_now_utc(utc, sizeof utc));
	length = strlen(local);
	ahead = (atoi(local + length - 5) - atoi(utc + 11) + 24) % 24;
	date_iso(day, sizeof day, clock_today());
	return expression_give_text(c, arena_format(c->arena, "%sT%s:%.2s.000+%02d:00", day,
		local + length - 5, utc + 17, ahead));
}

int
expression_date(struct expression_call *c)
{
	double days;
	int result = days_of(c, &days);

	return result > 0 ? expression_give_text(c, "") : result < 0 ? -1 : give_day(c, days);
}

static void
split(double days, struct date *day, int *hour, int *minute, int *second, int *milli)
{
	long whole = (long)floor(days);
	long ms = lround((days - (double)whole) * DAY_MS);

	if (ms >= DAY_MS) {
		whole++;
		ms -= DAY_MS;
	}
	*day = date_from_days(whole);
	*hour = (int)(ms / 3600000);
	*minute = (int)(ms / 60000 % 60);
	*second = (int)(ms / 1000 % 60);
	*milli = (int)(ms % 1000);
}

int
expression_date_time(struct expression_call *c)
{
	int hour, minute, second, milli;
	struct date day;
	double days;
	char text[16];
	int result = days_of(c, &days);

	if (result != 0)
		return result > 0 ? expression_give_text(c, "") : -1;
	split(days, &day, &hour, &minute, &second, &milli);
	return expression_give_text(c, arena_format(c->arena, "%sT%02d:%02d:%02d.%03d",
		date_iso(text, sizeof text, day), hour, minute, second, milli));
}

int
expression_decimal_date_time(struct expression_call *c)
{
	double days;
	int result = days_of(c, &days);

	if (result > 0)
		return expression_give_number(c, NAN);
	return result < 0 ? -1 : expression_give_number(c, days);
}

int
expression_decimal_time(struct expression_call *c)
{
	double days;
	int result = 0;

	if (c->args[0].kind == EXPRESSION_NUMBER || !read_time(expression_arg_text(c, 0), &days))
		result = days_of(c, &days);
	if (result > 0)
		return expression_give_number(c, NAN);
	return result < 0 ? -1 : expression_give_number(c, days - floor(days));
}

static const char *
short_month(int month)
{
	static const char *const names[2][12] = {
		{ "sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis",
			"gru" },
		{ "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
			"Dec" }
	};

	return names[i18n_language() == LANGUAGE_ENGLISH][month - 1];
}

static const char *
short_weekday(struct date day)
{
	static const char *const names[2][7] = {
		{ "czw", "pt", "sob", "niedz", "pon", "wt", "śr" }, /* 1970-01-01 was a Thursday */
		{ "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" }
	};

	return names[i18n_language() == LANGUAGE_ENGLISH][(date_to_days(day) % 7 + 7) % 7];
}

struct moment {
	struct date day;
	int hour, minute, second, milli;
	bool with_time;
};

/* What %letter stands for; NULL = nothing that ODK knows. */
static const char *
identifier(char *dst, size_t size, char letter, const struct moment *m)
{
	static const struct { char letter; bool time; int width; } all[] = {
		{ 'Y', false, 4 }, { 'y', false, 2 }, { 'm', false, 2 }, { 'n', false, 1 },
		{ 'd', false, 2 }, { 'e', false, 1 }, { 'H', true, 2 }, { 'h', true, 1 },
		{ 'M', true, 2 }, { 'S', true, 2 }, { '3', true, 3 },
	};
	const int values[] = { m->day.year, m->day.year % 100, m->day.month, m->day.month,
		m->day.day, m->day.day, m->hour, m->hour, m->minute, m->second, m->milli };

	if (letter == '%')
		return "%";
	if (letter == 'b')
		return short_month(m->day.month);
	if (letter == 'a')
		return short_weekday(m->day);
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (all[i].letter == letter && (m->with_time || !all[i].time)) {
			snprintf(dst, size, "%0*d", all[i].width, values[i]);
			return dst;
		}
	return NULL;
}

int
expression_format_date(struct expression_call *c)
{
	struct moment m = { .with_time = strcmp(c->name, "format-date-time") == 0 };
	const char *format = expression_arg_text(c, 1);
	char *out, *end, part[16];
	double days;
	int result = days_of(c, &days);

	if (result != 0)
		return result > 0 ? expression_give_text(c, "") : -1;
	split(days, &m.day, &m.hour, &m.minute, &m.second, &m.milli);
	if (!expression_spend(c, strlen(format)))
		return expression_give_text(c, "");
	end = out = arena_new(c->arena, 8 * strlen(format) + 1);
	for (; *format; format++) {
		const char *text;

		if (*format != '%') {
			*end++ = *format;
			continue;
		}
		format++;
		text = identifier(part, sizeof part, *format, &m);
		if (!text)
			return error_set(c->err, ERROR_INPUT,
				_("%s() does not know what %%%c stands for."), c->name,
				*format >= ' ' && *format < 127 ? *format : '?');
		end = (char *)memcpy(end, text, strlen(text)) + strlen(text);
	}
	*end = '\0';
	return expression_give_text(c, out);
}
