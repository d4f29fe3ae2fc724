/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people write them. The only place that speaks decimal comma. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct error;

/* A decimal as it was written: value = mantissa / 10^decimals. |mantissa| < 2^53. */
struct decimal {
	int64_t mantissa;
	int decimals;
};

/* Reads a whole number or decimal: optional sign (- or U+2212), digits, comma or point,
 * digits; no thousands separators unless they are spaces (U+0020, U+00A0, U+202F) between
 * groups of three. 0, or -1 if text[0..length) is anything else (1.234,5, 12a, empty,
 * more than 15 digits). */
int decimal_parse(const char *text, size_t length, struct decimal *out);
/* A number all the same, but of more digits than DECIMAL_DIGITS; blanks around it do not count. */
enum { DECIMAL_DIGITS = 15 };
bool decimal_too_long(const char *text, size_t length);
double decimal_value(struct decimal d); /* the nearest double */
double number_power10(int exponent);    /* exact for 0..22 */
/* To so many digits, so that what computing leaves behind them goes: 100 / 3 - 50 is
 * -16.666666666666668. With DECIMAL_DIGITS what was read stays as it is. */
double number_round(double value, int digits);

/* A whole string as typed: same rules, blanks around it do not count. */
int number_parse(const char *text, double *out);
/* Refuses in words what a hand may have meant for thousands: one point (in English a comma)
 * with three digits behind it, as 1.200, which would be read as 1,2. Not for files. */
int number_doubt(const char *text, struct error *err);
int number_parse_whole(const char *text, long min, long max, long *out);

/* All three round half away from zero on the decimal digits and never write "-0". A number
 * that is not finite gives an empty text; one that does not fit into dst gives "####".
 * People: "1 204,50" in Polish (U+00A0 between thousands, from 1 000 on; also 5 digits),
 * "1,204.50" in English. decimals < 0: as many as needed (at most 6). Returns dst. */
char *number_format(char *dst, size_t size, double value, int decimals);
/* An amount in zł: "120 000", with grosze "120 000,50". */
char *number_money(char *dst, size_t size, double value);
/* A number typed or stored as people read it, in the arena; any other text as it stands. */
const char *number_shown(struct arena *arena, const char *text);
/* As number_format without marks between thousands: years. */
char *number_ungrouped(char *dst, size_t size, double value, int decimals);
/* As people read it, with at most 6 decimals, where that reads back as the same number; else as
 * machines write it: English commas between thousands would be read as decimal ones. */
char *number_field(char *dst, size_t size, double value);
/* Machines: "1204.5". decimals < 0: the shortest that reads back as the same double, never
 * with an exponent. */
char *number_plain(char *dst, size_t size, double value, int decimals);
/* As number_plain with a decimal comma, for a Polish spreadsheet. */
char *number_comma(char *dst, size_t size, double value, int decimals);

#endif
