/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time from the kernel, and Poland's time from the rule itself: an office's machine may have
 * any TZ and no zone tables. */
#include "config.h"

#include "base/clock.h"

#include "base/testmode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DAY 86400
#define TEST_NOW "2026-01-31T12:00:00Z"

static int64_t
to_seconds(struct date d, int hour, int minute, int second)
{
	return (int64_t)date_to_days(d) * DAY + hour * 3600 + minute * 60 + second;
}

/* Reads 2026-01-31T12:00:00Z: 0, or -1 for anything else. */
static int
parse_utc(const char *text, int64_t *out)
{
	static const char shape[] = "dddd-dd-ddTdd:dd:ddZ";
	int part[6] = { 0 }, at = 0;
	struct date day;

	if (strlen(text) != sizeof(shape) - 1)
		return -1;
	for (size_t i = 0; shape[i]; i++) {
		bool digit = text[i] >= '0' && text[i] <= '9';

		if (shape[i] == 'd' ? !digit : text[i] != shape[i])
			return -1;
		if (digit)
			part[at] = part[at] * 10 + text[i] - '0';
		else
			at++;
		if (at == 6)
			break; /* the closing Z */
	}
	day = (struct date){ part[0], part[1], part[2] };
	if (!date_valid(day) || part[3] > 23 || part[4] > 59 || part[5] > 59)
		return -1;
	*out = to_seconds(day, part[3], part[4], part[5]);
	return 0;
}

static struct date
day_of(int64_t seconds, long *rest)
{
	int64_t days = seconds / DAY - (seconds % DAY < 0);

	*rest = (long)(seconds - days * DAY);
	return date_from_days((long)days);
}

/* 01:00 UTC on the last Sunday of a month with 31 days. */
static int64_t
last_sunday(int year, int month)
{
	long days = date_to_days((struct date){ year, month, 31 });

	days -= (days + 4) % 7; /* 1970-01-01 was a Thursday; no year before it comes here */
	return (int64_t)days * DAY + 3600;
}

/* Directive 2000/84/EC of the European Parliament and of the Council, articles 1 to 3: summer
 * time runs from the last Sunday of March to the last Sunday of October, both at 01:00 UTC.
 * The rule holds since 1996; gromada keeps no earlier instant. */
static int64_t
to_warsaw(int64_t utc)
{
	long rest;
	int year = day_of(utc, &rest).year;
	bool summer = year >= 1996 && utc >= last_sunday(year, 3) && utc < last_sunday(year, 10);

	return utc + (summer ? 7200 : 3600);
}

/* The instant that a test wishes: from the environment, or from the file that it names. */
static int64_t
wished(void)
{
	const char *wish = getenv("GROMADA_NOW");
	char text[sizeof TEST_NOW] = "";
	int64_t fixed;
	FILE *in;

	if (wish && wish[0] == '/') {
		in = fopen(wish, "re");
		wish = in ? fgets(text, sizeof text, in) : NULL;
		if (in)
			fclose(in);
	}
	if (!wish || parse_utc(wish, &fixed) < 0)
		parse_utc(TEST_NOW, &fixed);
	return fixed;
}

int64_t
clock_now(void)
{
	return testmode_on() ? wished() : (int64_t)time(NULL);
}

char *
clock_now_utc(char *dst, size_t size)
{
	long rest;
	struct date d = day_of(clock_now(), &rest);

	snprintf(dst, size, "%04d-%02d-%02dT%02ld:%02ld:%02ldZ", d.year, d.month, d.day,
		rest / 3600, rest / 60 % 60, rest % 60);
	return dst;
}

struct date
clock_today(void)
{
	long rest;

	return day_of(to_warsaw(clock_now()), &rest);
}

char *
clock_local(char *dst, size_t size, const char *utc)
{
	int64_t seconds;
	char day[16];
	long rest;

	if (parse_utc(utc, &seconds) < 0) {
		/* Not an instant: shown as it stands, so that nobody takes it for none. */
		snprintf(dst, size, "%s", utc);
		return dst;
	}
	date_format(day, sizeof(day), day_of(to_warsaw(seconds), &rest));
	snprintf(dst, size, "%s %02ld:%02ld", day, rest / 3600, rest / 60 % 60);
	return dst;
}

int
clock_local_day(const char *utc, struct date *out)
{
	int64_t seconds;
	long rest;

	if (parse_utc(utc, &seconds) < 0)
		return -1;
	*out = day_of(to_warsaw(seconds), &rest);
	return 0;
}

int64_t
clock_monotonic_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
