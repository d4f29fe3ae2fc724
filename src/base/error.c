/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first failure is kept: what fails afterwards is mostly its consequence. */
#include "config.h"

#include "base/error.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>

static int record(struct error *err, enum error_code code, int field, long row, int column,
	const char *fmt, va_list args) __attribute__((format(printf, 6, 0)));

static int
record(struct error *err, enum error_code code, int field, long row, int column, const char *fmt,
	va_list args)
{
	char text[2 * sizeof(err->text)];

	if (!err || err->code != ERROR_NONE)
		return -1;
	vsnprintf(text, sizeof(text), fmt, args);
	text_copy(err->text, sizeof(err->text), text);
	err->code = code;
	err->field = field;
	err->row = row;
	err->column = column;
	return -1;
}

int
error_set(struct error *err, enum error_code code, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	record(err, code, 0, 0, 0, fmt, args);
	va_end(args);
	return -1;
}

int
error_at(struct error *err, enum error_code code, long row, int column, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	record(err, code, 0, row, column, fmt, args);
	va_end(args);
	return -1;
}

int
error_field(struct error *err, enum error_code code, int field, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	record(err, code, field, 0, 0, fmt, args);
	va_end(args);
	return -1;
}

void
error_clear(struct error *err)
{
	if (err)
		*err = (struct error){ .code = ERROR_NONE };
}
