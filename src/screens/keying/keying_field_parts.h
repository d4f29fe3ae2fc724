/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a field share; nobody else includes it. */
#ifndef SCREENS_KEYING_FIELD_PARTS_H
#define SCREENS_KEYING_FIELD_PARTS_H

#include "screens/keying/keying_field.h"

/* Always KEYED_REFUSED, with the sentence. */
enum keyed keyed_refuse(struct error *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Numbers: a digit, the decimal point, minus there or gone, and the whole of it. */
enum keyed keyed_digit(struct keying_field *f, char digit, struct error *err);
enum keyed keyed_point(struct keying_field *f, struct error *err);
enum keyed keyed_sign(struct keying_field *f);
enum keyed keyed_number(struct keying_field *f, struct error *err);
/* Dates: a digit or a separator, and the whole of it. */
enum keyed keyed_date_key(struct keying_field *f, char c, struct error *err);
enum keyed keyed_date(struct keying_field *f, struct error *err);

#endif
