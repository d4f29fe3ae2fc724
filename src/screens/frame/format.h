/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small texts that several screens show. */
#ifndef SCREENS_FORMAT_H
#define SCREENS_FORMAT_H

#include <stddef.h>
#include <stdint.h>

char *format_path(
	char *dst, size_t size, const char *path, int columns); /* its end, if it is long */
char *format_size(char *dst, size_t size, int64_t bytes);       /* "2,3 MB" */
char *format_date(char *dst, size_t size, const char *iso);     /* of YYYY-MM-DD; "–" for "" */
char *format_days(char *dst, size_t size, const char *first, const char *last); /* of both */
char *format_count(char *dst, size_t size, long count);                         /* "12 345" */
char *format_instant(char *dst, size_t size, int64_t seconds); /* of seconds since 1970 */

#endif
