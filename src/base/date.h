/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar dates as text YYYY-MM-DD, and how people type and read them. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>

struct date {
	int year, month, day;
};

bool date_valid(struct date d);
int date_parse(const char *text, struct date today, struct date *out); /* 2026-11-22, 22.11.2026, 22.11, +7, jutro */
char *date_format(char *dst, size_t size, struct date d); /* 22.11.2026 in Polish, 2026-11-22 in English */
char *date_iso(char *dst, size_t size, struct date d);
long date_to_days(struct date d);    /* days since 1970-01-01 */
struct date date_from_days(long days);

#endif
