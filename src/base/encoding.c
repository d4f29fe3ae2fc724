/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of a file as text: UTF-8 checked block by block, old Polish encodings turned to UTF-8. */
#include "config.h"

#include "base/encoding.h"

#include "base/i18n.h"

#include <endian.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

/* Lead bytes that are Polish letters of cp1250 (Ć Ę Ń Ó, ć ę ń ó): followed by another
 * Polish letter they look like UTF-8, as in SPÓŁKA, and so prove nothing. */
static bool
lead_is_polish_cp1250(unsigned char lead)
{
	switch (lead) {
	case 0xC6:
	case 0xCA:
	case 0xD1:
	case 0xD3:
	case 0xE6:
	case 0xEA:
	case 0xF1:
	case 0xF3:
		return true;
	default:
		return false;
	}
}

/* The start of a character; false when no character starts so (Unicode 15, table 3-7). */
static bool
lead_take(struct encoding_check *check, unsigned char byte)
{
	check->lead = byte;
	check->low = 0x80;
	check->high = 0xBF;
	if (byte >= 0xC2 && byte <= 0xDF) {
		check->missing = 1;
	} else if (byte >= 0xE0 && byte <= 0xEF) {
		check->missing = 2;
		if (byte == 0xE0)
			check->low = 0xA0;
		if (byte == 0xED)
			check->high = 0x9F;
	} else if (byte >= 0xF0 && byte <= 0xF4) {
		check->missing = 3;
		if (byte == 0xF0)
			check->low = 0x90;
		if (byte == 0xF4)
			check->high = 0x8F;
	} else {
		return false;
	}
	return true;
}

/* The first byte from p on that is not ASCII, eight at a time. */
static const unsigned char *
ascii_skip(const unsigned char *p, const unsigned char *end)
{
	for (; end - p >= 8; p += 8) {
		uint64_t eight;

		memcpy(&eight, p, sizeof eight);
		eight = le64toh(eight) & UINT64_C(0x8080808080808080);
		if (eight)
			return p + __builtin_ctzll(eight) / 8;
	}
	while (p < end && *p < 0x80)
		p++;
	return p;
}

/* Past ASCII and characters of two bytes, which nearly all letters beyond it are here. */
static const unsigned char *
usual_skip(struct encoding_check *check, const unsigned char *p, const unsigned char *end)
{
	for (;;) {
		p = ascii_skip(p, end);
		if (end - p < 2 || *p < 0xC2 || *p > 0xDF || p[1] < 0x80 || p[1] > 0xBF)
			return p;
		check->evident = check->evident || !lead_is_polish_cp1250(*p);
		p += 2;
	}
}

size_t
encoding_check(struct encoding_check *check, const void *bytes, size_t length)
{
	const unsigned char *start = bytes, *end = start + length, *p = start;

	for (;;) {
		while (check->missing) {
			if (p == end)
				return length;
			if (*p < check->low || *p > check->high)
				return (size_t)(p - start);
			check->low = 0x80;
			check->high = 0xBF;
			p++;
			if (--check->missing == 0 && !lead_is_polish_cp1250(check->lead))
				check->evident = true;
		}
		p = usual_skip(check, p, end);
		if (p == end)
			return length;
		if (!lead_take(check, *p))
			return (size_t)(p - start);
		p++;
	}
}

bool
encoding_check_ended(const struct encoding_check *check)
{
	return check->missing == 0;
}

int
encoding_table_load(struct encoding_table *table, enum encoding encoding, struct error *err)
{
	const char *name = encoding == ENCODING_CP1250 ? "CP1250" : "ISO-8859-2";
	iconv_t converter = iconv_open("UTF-8", name);

	if (converter == (iconv_t)-1)
		return error_set(err, ERROR_IO,
			_("This system cannot read the encoding %s. Save the file as UTF-8."),
			name);
	memset(table, 0, sizeof *table);
	for (int i = 0; i < 256; i++) {
		char byte = (char)i, *in = &byte, *out = table->text[i];
		size_t in_left = 1, out_left = 3;

		if (iconv(converter, &in, &in_left, &out, &out_left) != (size_t)-1)
			table->length[i] = (unsigned char)(3 - out_left);
		iconv(converter, NULL, NULL, NULL, NULL);
	}
	iconv_close(converter);
	return 0;
}

size_t
encoding_convert(const struct encoding_table *table, char *dst, const void *bytes, size_t length,
	size_t *taken)
{
	const unsigned char *p = bytes, *end = p + length;
	char *to = dst;

	while (p < end && table->length[*p]) {
		unsigned char size = table->length[*p];

		if (size == 1) {
			*to = table->text[*p][0];
		} else {
			memcpy(to, table->text[*p], size);
		}
		to += size;
		p++;
	}
	*taken = (size_t)(p - (const unsigned char *)bytes);
	return (size_t)(to - dst);
}

enum encoding
encoding_of_xml(const char *start, size_t length)
{
	static const struct {
		const char *name;
		enum encoding encoding;
	} known[] = {
		{ "utf-8", ENCODING_UTF8 },
		{ "windows-1250", ENCODING_CP1250 },
		{ "cp1250", ENCODING_CP1250 },
		{ "iso-8859-2", ENCODING_ISO8859_2 },
	};
	char head[128];
	const char *found;

	if (length > sizeof head - 1)
		length = sizeof head - 1;
	memcpy(head, start, length);
	head[length] = '\0';
	if (strncmp(head, "<?xml", 5) != 0)
		return ENCODING_DETECT;
	head[strcspn(head, ">")] = '\0';
	found = strstr(head, "encoding=");
	if (!found)
		return ENCODING_UTF8;
	found += strlen("encoding=");
	if (*found != '"' && *found != '\'')
		return ENCODING_DETECT;
	found++;
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
		size_t size = strlen(known[i].name);

		if (strncasecmp(found, known[i].name, size) == 0 &&
			(found[size] == '"' || found[size] == '\''))
			return known[i].encoding;
	}
	return ENCODING_DETECT;
}
