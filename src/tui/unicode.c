/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters of texts that end with NUL, over those of base. */
#include "config.h"

#include "tui/unicode.h"

#include "base/text.h"

#include <string.h>

enum { REPLACEMENT = 0xfffd, CHARACTER_MOST = 4 };

int
unicode_read(const char *text, size_t *length)
{
	size_t most = strnlen(text, CHARACTER_MOST);
	long code = 0;

	*length = 0;
	if (most)
		code = text_decode(text, most, length);
	if (code >= 0)
		return (int)code;
	*length = 1;
	return REPLACEMENT;
}

size_t
unicode_write(char dst[5], int code)
{
	size_t length = text_encode(dst, code);

	dst[length] = '\0';
	return length;
}
