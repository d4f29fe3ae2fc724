/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes, dates and counts as people read them. */
#include "config.h"

#include "screens/frame/format.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

#include <stdio.h>
#include <time.h>

char *
format_path(char *dst, size_t size, const char *path, int columns)
{
	const char *tail = path;

	while (text_width(tail) > columns && *tail)
		tail += text_cluster(tail);
	if (tail == path)
		return text_copy(dst, size, path);
	for (int i = 0; i < 3; i++) /* the points that stand for the rest take columns too */
		tail += text_cluster(tail);
	snprintf(dst, size, "...%s", tail);
	return dst;
}

char *
format_size(char *dst, size_t size, int64_t bytes)
{
	char number[32];
	double mb = (double)bytes / (1024.0 * 1024.0);

	if (bytes < 1024)
		snprintf(dst, size, "%d B", (int)bytes);
	else if (mb < 1)
		snprintf(dst, size, "%s kB",
			number_format(number, sizeof number, (double)bytes / 1024.0, 0));
	else
		snprintf(dst, size, "%s MB",
			number_format(number, sizeof number, mb, mb < 10 ? 1 : 0));
	return dst;
}

char *
format_date(char *dst, size_t size, const char *iso)
{
	struct date date;

	if (!iso[0] || date_parse(iso, clock_today(), &date))
		return text_copy(dst, size, iso[0] ? iso : "–");
	return date_format(dst, size, date);
}

char *
format_days(char *dst, size_t size, const char *first, const char *last)
{
	struct date from, to;

	if (!last[0] || date_parse(first, clock_today(), &from) ||
		date_parse(last, clock_today(), &to))
		return format_date(dst, size, first);
	return date_format_days(dst, size, from, to);
}

char *
format_count(char *dst, size_t size, long count)
{
	return number_format(dst, size, (double)count, 0);
}

char *
format_instant(char *dst, size_t size, int64_t seconds)
{
	char utc[32];
	time_t at = (time_t)seconds;
	struct tm tm;

	if (!gmtime_r(&at, &tm) || !strftime(utc, sizeof utc, "%Y-%m-%dT%H:%M:%SZ", &tm))
		utc[0] = '\0';
	return clock_local(dst, size, utc);
}
