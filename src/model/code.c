/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes that people choose. */
#include "config.h"

#include "model/code.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
			    "0123456789-_.";

bool
code_fits(const char *code)
{
	return code[strspn(code, signs)] == '\0';
}

int
code_check(const char *code, int field, struct error *err)
{
	if (code_fits(code))
		return 0;
	return error_field(err, ERROR_INPUT, field,
		_("A code is made of letters without accents, digits, “-”, “_” and “.”: “%s” is "
		  "not."),
		code);
}

char *
code_offer(char *dst, size_t size, const char *words)
{
	text_fold(dst, size, words);
	for (char *p = dst; *p; p++)
		if (!strchr(signs, *p))
			*p = '-';
	if (!dst[strspn(dst, "-")])
		dst[0] = '\0';
	return dst;
}
