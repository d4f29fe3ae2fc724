/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 by hand, so that a byte means the same under any locale; only width asks the locale. */
#include "config.h"

#include "base/text.h"

#include "base/i18n.h"
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define REPLACEMENT "\xef\xbf\xbd"
#define MARKS_KEPT 2
#define CHARACTER_MOST 4 /* bytes */

/* The second byte's bounds forbid overlong forms, surrogates and codes above U+10FFFF
 * (The Unicode Standard, table 3-7). */
static int
lead_byte(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
	*high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
	if (lead < 0xc2 || lead > 0xf4)
		return 0;
	return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

bool
text_has_letter(const char *text)
{
	for (const unsigned char *c = (const unsigned char *)text; *c; c++)
		if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || *c >= 0x80)
			return true;
	return false;
}

long
text_decode(const char *text, size_t length, size_t *used)
{
	const unsigned char *s = (const unsigned char *)text;
	unsigned char low, high;
	size_t size;
	long c;

	*used = 1;
	if (s[0] < 0x80)
		return s[0];
	size = (size_t)lead_byte(s[0], &low, &high);
	if (size == 0)
		return -1;
	c = s[0] & (0x7f >> size);
	for (size_t i = 1; i < size; i++) {
		if (i >= length || s[i] < low || s[i] > high)
			return -1;
		c = c << 6 | (s[i] & 0x3f);
		low = 0x80;
		high = 0xbf;
		*used = i + 1;
	}
	return c;
}

size_t
text_encode(char *dst, long c)
{
	if (c < 0x80) {
		dst[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		dst[0] = (char)(0xc0 | c >> 6);
		dst[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		dst[0] = (char)(0xe0 | c >> 12);
		dst[1] = (char)(0x80 | (c >> 6 & 0x3f));
		dst[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	dst[0] = (char)(0xf0 | c >> 18);
	dst[1] = (char)(0x80 | (c >> 12 & 0x3f));
	dst[2] = (char)(0x80 | (c >> 6 & 0x3f));
	dst[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

/* Bytes at the start that are printable ASCII, counted by eights. */
static size_t
plain_run(const char *text, size_t length)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
	size_t i = 0;

	for (; i + 8 <= length; i += 8) {
		uint64_t w;

		memcpy(&w, text + i, 8);
		/* The top bit of a byte is set where it is not ASCII, DEL, or below a space. */
		if ((w | (w + ones) | (w - ones * 0x20)) & tops)
			break;
	}
	while (i < length && text[i] >= 0x20 && text[i] < 0x7f)
		i++;
	return i;
}

size_t
text_valid(const char *text, size_t length)
{
	size_t i = 0, used;

	while (i < length) {
		i += plain_run(text + i, length - i);
		if (i == length)
			break;
		if (text_decode(text + i, length - i, &used) < 0)
			return i;
		i += used;
	}
	return length;
}

/* Characters that no font shows and that lead the eye astray, beyond ASCII. */
static bool
is_forbidden(long c)
{
	static const struct {
		long first, last;
	} ranges[] = {
		{ 0x80, 0x9f },       /* C1 */
		{ 0xad, 0xad },       /* soft hyphen */
		{ 0x34f, 0x34f },     /* grapheme joiner */
		{ 0x61c, 0x61c },     /* Arabic letter mark */
		{ 0x115f, 0x1160 },   /* Hangul fillers */
		{ 0x17b4, 0x17b5 },   /* Khmer inherent vowels */
		{ 0x180b, 0x180f },   /* Mongolian selectors */
		{ 0x200b, 0x200f },   /* zero width, direction marks */
		{ 0x2028, 0x202e },   /* line and paragraph separator, bidi */
		{ 0x2060, 0x206f },   /* word joiner, invisible operators, bidi isolates */
		{ 0x3164, 0x3164 },   /* Hangul filler */
		{ 0xfdd0, 0xfdef },   /* noncharacters */
		{ 0xfe00, 0xfe0f },   /* variation selectors */
		{ 0xfeff, 0xfeff },   /* byte-order mark */
		{ 0xffa0, 0xffa0 },   /* half-width filler */
		{ 0xfff0, 0xfffb },   /* interlinear annotation */
		{ 0x1bca0, 0x1bca3 }, /* shorthand format controls */
		{ 0x1d173, 0x1d17a }, /* musical format controls */
		{ 0xe0000, 0xe0fff }, /* tags, more selectors */
	};

	if (c < 0x80)
		return c < 0x20 || c == 0x7f;
	if ((c & 0xfffe) == 0xfffe)
		return true;
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]) && c >= ranges[i].first; i++)
		if (c <= ranges[i].last)
			return true;
	return false;
}

size_t
text_forbidden(const char *text, size_t length)
{
	size_t i = 0, used;

	while (i < length) {
		long c;

		i += plain_run(text + i, length - i);
		if (i == length)
			break;
		c = text_decode(text + i, length - i, &used);
		if (c < 0 || is_forbidden(c))
			return i;
		i += used;
	}
	return length;
}

bool
text_storable(const char *text, const char *also)
{
	for (;;) {
		size_t length = strcspn(text, also);

		if (text_forbidden(text, length) < length)
			return false;
		if (!text[length])
			return true;
		text += length + 1;
	}
}

char *
text_clean(char *dst, size_t size, const char *text)
{
	size_t length = strlen(text), out = 0, used;
	int marks = 0;

	if (size == 0)
		return dst;
	for (size_t i = 0; i < length; i += used) {
		long c = text_decode(text + i, length - i, &used);
		bool bad = c < 0 || is_forbidden(c);
		int width = bad ? 1 : wcwidth((wchar_t)c);
		const char *from = text + i;
		size_t bytes = used;

		marks = width == 0 ? marks + 1 : 0;
		if (marks > MARKS_KEPT)
			continue;
		/* A character that this system does not know has no reliable width. */
		if (bad || (width < 0 && i18n_utf8())) {
			from = REPLACEMENT;
			bytes = strlen(REPLACEMENT);
		}
		if (out + bytes >= size)
			break;
		memcpy(dst + out, from, bytes);
		out += bytes;
	}
	dst[out] = '\0';
	return dst;
}

char *
text_clean_line(char *dst, size_t size, const char *text)
{
	static const char breaks[] = "\n\r\t";
	char *line, *at;

	if (!text[strcspn(text, breaks)])
		return text_clean(dst, size, text);
	at = line = memory_new(strlen(text) + 1);
	while (*text) {
		size_t words = strcspn(text, breaks), gap = strspn(text + words, "\n\r\t ");

		memcpy(at, text, words);
		at += words;
		text += words + gap;
		while (gap > 0 && at > line && at[-1] == ' ')
			at--;
		if (gap > 0 && at > line && *text)
			*at++ = ' ';
	}
	*at = '\0';
	text_clean(dst, size, line);
	free(line);
	return dst;
}

/* Bytes of the double quote that text begins with, 0 = none. */
static size_t
quote_at(const char *text)
{
	static const char *const quotes[] = { "\"", "„", "“", "”" };

	for (size_t i = 0; i < sizeof(quotes) / sizeof(quotes[0]); i++)
		if (strncmp(text, quotes[i], strlen(quotes[i])) == 0)
			return strlen(quotes[i]);
	return 0;
}

char *
text_quotable(char *dst, size_t size, const char *text)
{
	size_t used = 0, length;
	bool open = false;

	while (*text) {
		size_t quote = quote_at(text);
		const char *from = !quote ? text : open ? "»" : "«";

		length = quote ? strlen(from) : text_cluster(text);
		if (used + length >= size)
			break;
		memcpy(dst + used, from, length);
		used += length;
		open ^= quote > 0;
		text += quote ? quote : length;
	}
	dst[used] = '\0';
	return dst;
}

char *
text_whole(char *text)
{
	size_t length = strlen(text), from = text_valid(text, length), to = from, used;

	while (from < length) {
		if (text_decode(text + from, length - from, &used) >= 0) {
			memmove(text + to, text + from, used);
			to += used;
		}
		from += used;
	}
	text[to] = '\0';
	return text;
}

char *
text_copy(char *dst, size_t size, const char *text)
{
	size_t length = strlen(text);

	if (size == 0)
		return dst;
	if (length >= size) {
		length = size - 1;
		/* Step back to where the character that would be cut begins. */
		for (int i = 0; i < 3 && length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80;
			i++)
			length--;
	}
	memmove(dst, text, length);
	dst[length] = '\0';
	return dst;
}

static int
width_at(const char *text, size_t length, size_t *used)
{
	long c = text_decode(text, length, used);
	int width = c < 0 ? 1 : wcwidth((wchar_t)c);

	return width < 0 ? 1 : width;
}

size_t
text_cluster(const char *text)
{
	size_t end, used;

	if (!*text)
		return 0;
	/* Never the length of the rest: whoever walks a long text would walk it each time. */
	text_decode(text, strnlen(text, CHARACTER_MOST), &end);
	while (text[end] && width_at(text + end, strnlen(text + end, CHARACTER_MOST), &used) == 0)
		end += used;
	return end;
}

size_t
text_cluster_before(const char *text, size_t length)
{
	size_t start = length, used;

	while (start > 0) {
		size_t end = start--;

		while (start > 0 && end - start < 4 && ((unsigned char)text[start] & 0xc0) == 0x80)
			start--;
		if (text_decode(text + start, end - start, &used) < 0 || used != end - start) {
			start = end - 1; /* an ill-formed byte stands alone */
			break;
		}
		if (width_at(text + start, end - start, &used) != 0)
			break;
	}
	return length - start;
}

int
text_width(const char *text)
{
	size_t length = strlen(text), used;
	int width = 0;

	for (size_t i = 0; i < length; i += used)
		width += width_at(text + i, length - i, &used);
	return width;
}

size_t
text_fit(const char *text, int columns)
{
	size_t length = strlen(text), i = 0, used;

	while (i < length) {
		columns -= width_at(text + i, length - i, &used);
		if (columns < 0)
			break;
		i += used;
	}
	return i;
}
