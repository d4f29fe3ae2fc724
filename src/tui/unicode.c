/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 by hand, because the locale's charset may be another one. */
#include "config.h"

#include "tui/unicode.h"

enum { REPLACEMENT = 0xfffd };

/* Bytes that a first byte announces; 0 = it is no first byte. */
static size_t
announced(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xc2 && first <= 0xdf)
		return 2;
	if (first >= 0xe0 && first <= 0xef)
		return 3;
	return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

int
unicode_read(const char *text, size_t *length)
{
	static const int least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *s = (const unsigned char *)text;
	size_t need = announced(*s);
	int code;

	*length = *s ? 1 : 0;
	if (need <= 1)
		return need ? *s : REPLACEMENT;
	code = *s & (0x7f >> need);
	for (size_t i = 1; i < need; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return REPLACEMENT;
		code = code << 6 | (s[i] & 0x3f);
	}
	if (code < least[need] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
		return REPLACEMENT;
	*length = need;
	return code;
}

size_t
unicode_write(char dst[5], int code)
{
	size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	static const int first[] = { 0, 0, 0xc0, 0xe0, 0xf0 };

	dst[n] = '\0';
	for (size_t i = n; i-- > 1; code >>= 6)
		dst[i] = (char)(0x80 | (code & 0x3f));
	dst[0] = (char)(n == 1 ? code : first[n] | code);
	return n;
}
