/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar dates as text YYYY-MM-DD, and how people type and read them. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct date {
	int year, month, day;
};

bool date_valid(struct date d); /* years 1 to 9999 */

/* What a person types, blanks around it do not count: 2026-11-22, 22.11.2026, 22.11.26, 22.11
 * (the nearest to today), +7 and -7 days, dziś, jutro, pojutrze, wczoraj, a day of the week
 * (pt = the next Friday, not today), and the English words. 0, or -1 with *out untouched. */
int date_parse(const char *text, struct date today, struct date *out);
/* The same of a day that is due: 22.11 is today or the next one, never one that has passed. */
int date_parse_due(const char *text, struct date today, struct date *out);
/* 22.11.2026 in Polish, 2026-11-22 in English. Both return dst. */
char *date_format(char *dst, size_t size, struct date d);
/* "01–02.12.2026", "30.11–01.12.2026", "31.12.2026–01.01.2027" of the first and the last day: what
 * both have in common stands once. */
char *date_format_days(char *dst, size_t size, struct date first, struct date last);
/* What is stored (2026-11-22, also with an hour behind it; of an instant in UTC the day in Warsaw)
 * as people read it; any other text as it stands. Returns dst. */
char *date_show(char *dst, size_t size, const char *stored);
/* The same, kept in the arena. */
const char *date_shown(struct arena *arena, const char *stored);
char *date_iso(char *dst, size_t size, struct date d);
long date_to_days(struct date d); /* days since 1970-01-01 */
struct date date_from_days(long days);

#endif
