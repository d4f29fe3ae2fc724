/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only source of time. In test mode it stands still at GROMADA_NOW, else at
 * 2026-01-31T12:00:00Z. GROMADA_NOW may be the path of a file that holds the instant, so that
 * a test can let time pass while the program runs. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/date.h"

#include <stddef.h>
#include <stdint.h>

int64_t clock_now(void);                     /* seconds since 1970, UTC */
char *clock_now_utc(char *dst, size_t size); /* 2026-11-22T02:40:00Z */
struct date clock_today(void);               /* Warsaw's date, whatever TZ says */
/* "22.11.2026 03:40" in Warsaw ("2026-11-22 03:40" in English) from UTC text; empty for empty,
 * what is not UTC text stays as it is. Returns dst. */
char *clock_local(char *dst, size_t size, const char *utc);
/* The day in Warsaw of UTC text: 0, or -1 with *out untouched for any other text. */
int clock_local_day(const char *utc, struct date *out);
int64_t clock_monotonic_ms(void); /* for waiting and measuring only; real in tests too */

#endif
