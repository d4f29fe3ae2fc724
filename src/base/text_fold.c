/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text made comparable: without accents for looking up, in lower case, composed. */
#include "config.h"

#include "base/text.h"

#include "base/letters.h"

#include <string.h>

/* Spaces and punctuation outside ASCII: NBSP and others, dashes, quotes, bullets, dots. */
static bool
is_gap(long c)
{
	return c == 0xa0 || c == 0xab || c == 0xb7 || c == 0xbb || (c >= 0x2000 && c <= 0x205f) ||
	       c == 0x3000;
}

/* What a character becomes: nothing (a mark), a gap (" "), or letters. */
static const char *
folded(long c, char encoded[5])
{
	const char *base = letters_base(c);

	if (base)
		return base;
	if (is_gap(c))
		return " ";
	if (c >= 0x300 && c <= 0x36f)
		return "";
	encoded[text_encode(encoded, letters_lower(c))] = '\0';
	return encoded;
}

char *
text_fold(char *dst, size_t size, const char *text)
{
	size_t length = strlen(text), out = 0, used;
	bool gap = false;

	if (size == 0)
		return dst;
	for (size_t i = 0; i < length; i += used) {
		char encoded[5] = { 0 };
		const char *letters = encoded;
		unsigned char byte = (unsigned char)text[i];
		size_t bytes = 1;

		used = 1;
		if (byte >= 0x80) {
			long c = text_decode(text + i, length - i, &used);

			letters = c < 0 ? " " : folded(c, encoded);
			bytes = strlen(letters);
		} else if (byte >= 'A' && byte <= 'Z') {
			encoded[0] = (char)(byte + 32);
		} else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
			encoded[0] = (char)byte;
		} else {
			letters = " ";
		}
		if (*letters == ' ') {
			gap = out > 0;
			continue;
		}
		if (out + gap + bytes >= size)
			break;
		if (gap && bytes)
			dst[out++] = ' ';
		gap = gap && !bytes;
		memcpy(dst + out, letters, bytes);
		out += bytes;
	}
	dst[out] = '\0';
	return dst;
}

/* Whether word[0..length) begins some word of the folded text. */
static bool
begins_a_word(const char *folded_text, const char *word, size_t length)
{
	const char *at = folded_text;

	while (at) {
		if (strncmp(at, word, length) == 0)
			return true;
		at = strchr(at, ' ');
		at = at ? at + 1 : NULL;
	}
	return false;
}

bool
text_match(const char *folded_text, const char *folded_needle)
{
	while (*folded_needle) {
		size_t length = strcspn(folded_needle, " ");

		if (length > 0 && !begins_a_word(folded_text, folded_needle, length))
			return false;
		folded_needle += length;
		folded_needle += strspn(folded_needle, " ");
	}
	return true;
}

size_t
text_compose(char *text)
{
	size_t length = strlen(text), out = 0, used;

	/* A letter and its mark are always longer than the composed letter. */
	for (size_t i = 0; i < length; i += used) {
		size_t mark_used = 0;
		long mark = 0, letter = 0;

		used = 1;
		if ((unsigned char)text[i] >= 0x80)
			text_decode(text + i, length - i, &used);
		else if (i + 1 < length && (unsigned char)text[i + 1] >= 0x80)
			mark = text_decode(text + i + 1, length - i - 1, &mark_used);
		if (mark > 0)
			letter = letters_compose(text[i], mark);
		if (letter) {
			used += mark_used;
			out += text_encode(text + out, letter);
		} else {
			memmove(text + out, text + i, used);
			out += used;
		}
	}
	text[out] = '\0';
	return out;
}

char *
text_lower(char *dst, size_t size, const char *text)
{
	size_t length = strlen(text), out = 0, used;

	if (size == 0)
		return dst;
	for (size_t i = 0; i < length; i += used) {
		long c = text_decode(text + i, length - i, &used);
		char encoded[4];
		const char *from = text + i;
		size_t bytes = used;

		if (c >= 0) {
			bytes = text_encode(encoded, letters_lower(c));
			from = encoded;
		}
		if (out + bytes >= size)
			break;
		memcpy(dst + out, from, bytes);
		out += bytes;
	}
	dst[out] = '\0';
	return dst;
}
