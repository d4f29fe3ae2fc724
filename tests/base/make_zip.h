/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small zip files written byte by byte, so that tests can also write wrong ones. */
#ifndef TESTS_BASE_MAKE_ZIP_H
#define TESTS_BASE_MAKE_ZIP_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct zip_part {
	const char *name, *text;
	uint32_t claimed; /* unpacked size to lie about; 0 = the truth */
	int flags;        /* 1 = encrypted */
};

static inline uint32_t
make_zip_crc(const char *text, size_t length)
{
	uint32_t crc = 0xFFFFFFFFu;

	for (size_t i = 0; i < length; i++) {
		crc ^= (unsigned char)text[i];
		for (int bit = 0; bit < 8; bit++)
			crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0);
	}
	return ~crc;
}

static inline size_t
make_zip_put(unsigned char *to, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		to[i] = (unsigned char)(value >> (8 * i));
	return (size_t)bytes;
}

/* The fields that local and central headers share. */
static inline size_t
make_zip_common(unsigned char *to, const struct zip_part *part)
{
	uint32_t size = (uint32_t)strlen(part->text);
	size_t at = 0;

	at += make_zip_put(to + at, 20, 2);
	at += make_zip_put(to + at, (uint32_t)part->flags, 2);
	at += make_zip_put(to + at, 0, 2);
	at += make_zip_put(to + at, 0x5B760000u, 4);
	at += make_zip_put(to + at, make_zip_crc(part->text, size), 4);
	at += make_zip_put(to + at, size, 4);
	at += make_zip_put(to + at, part->claimed ? part->claimed : size, 4);
	at += make_zip_put(to + at, (uint32_t)strlen(part->name), 2);
	at += make_zip_put(to + at, 0, 2);
	return at;
}

/* Writes an archive of count parts, stored unpacked; returns its size. */
static inline size_t
make_zip(unsigned char *to, const struct zip_part *parts, int count)
{
	uint32_t offsets[16], start;
	size_t at = 0;

	for (int i = 0; i < count; i++) {
		offsets[i] = (uint32_t)at;
		at += make_zip_put(to + at, 0x04034B50u, 4);
		at += make_zip_common(to + at, &parts[i]);
		memcpy(to + at, parts[i].name, strlen(parts[i].name));
		at += strlen(parts[i].name);
		memcpy(to + at, parts[i].text, strlen(parts[i].text));
		at += strlen(parts[i].text);
	}
	start = (uint32_t)at;
	for (int i = 0; i < count; i++) {
		at += make_zip_put(to + at, 0x02014B50u, 4);
		at += make_zip_put(to + at, 20, 2);
		at += make_zip_common(to + at, &parts[i]);
		at += make_zip_put(to + at, 0, 2);
		at += make_zip_put(to + at, 0, 4);
		at += make_zip_put(to + at, 0, 4);
		at += make_zip_put(to + at, offsets[i], 4);
		memcpy(to + at, parts[i].name, strlen(parts[i].name));
		at += strlen(parts[i].name);
	}
	at += make_zip_put(to + at, 0x06054B50u, 4);
	at += make_zip_put(to + at, 0, 4);
	at += make_zip_put(to + at, (uint32_t)count, 2);
	at += make_zip_put(to + at, (uint32_t)count, 2);
	at += make_zip_put(to + at, (uint32_t)(at - 12 - start), 4);
	at += make_zip_put(to + at, start, 4);
	at += make_zip_put(to + at, 0, 2);
	return at;
}

#endif
