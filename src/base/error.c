/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first failure is kept: what fails afterwards is mostly its consequence. */
#include "config.h"

#include "base/error.h"

#include "base/i18n.h"
#include "base/text.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

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
	text_copy(err->text, sizeof(err->text), text_whole(text));
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

const char *
error_reason(int number)
{
	static const struct {
		int number;
		const char *text;
	} reasons[] = {
		{ ENOENT, N_("it does not exist") },
		{ ENOTDIR, N_("what should be a folder is a file") },
		{ EISDIR, N_("it is a folder") },
		{ EACCES, N_("you have no right to it") },
		{ EPERM, N_("you have no right to it") },
		{ EROFS, N_("the disk is read-only") },
		{ ENOSPC, N_("the disk is full") },
		{ EDQUOT, N_("your share of the disk is full") },
		{ EFBIG, N_("the file would be too large") },
		{ EIO, N_("the disk does not answer") },
		{ ELOOP, N_("it is a link, and links are not followed") },
		{ ENAMETOOLONG, N_("the name is too long") },
		{ EEXIST, N_("there is one of this name") },
		{ EMFILE, N_("too many files are open") },
		{ ENFILE, N_("too many files are open") },
		{ ENOMEM, N_("there is no memory left") },
	};

	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (reasons[i].number == number)
			return _(reasons[i].text);
	return strerror(number);
}
