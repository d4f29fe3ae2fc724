/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of a file as text: UTF-8 checked block by block, old Polish encodings turned to UTF-8. */
#ifndef BASE_ENCODING_H
#define BASE_ENCODING_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

enum encoding { ENCODING_DETECT, ENCODING_UTF8, ENCODING_CP1250, ENCODING_ISO8859_2 };

/* Where the check stands between two blocks; zero-initialise. */
struct encoding_check {
	unsigned missing;        /* bytes that the open character still lacks */
	unsigned char low, high; /* what its next byte may be */
	unsigned char lead;
	bool evident; /* a character was met that only UTF-8 explains, not cp1250 by chance */
};

/* Offset of the first byte that cannot be UTF-8, or length when the block is well-formed.
 * A character may go on in the next block. */
size_t encoding_check(struct encoding_check *check, const void *bytes, size_t length);
bool encoding_check_ended(const struct encoding_check *check); /* no character stands open */

/* One byte in, up to three bytes out. */
struct encoding_table {
	unsigned char length[256]; /* 0: the byte means nothing in this encoding */
	char text[256][4];
};

int encoding_table_load(struct encoding_table *table, enum encoding encoding, struct error *err);
/* Turns bytes to UTF-8; dst has room for three times length. Returns bytes written, and in
 * *taken how many were read: fewer than length when a byte means nothing. */
size_t encoding_convert(const struct encoding_table *table, char *dst, const void *bytes,
	size_t length, size_t *taken);

/* The encoding that an XML declaration at the start names, or ENCODING_DETECT. */
enum encoding encoding_of_xml(const char *start, size_t length);

#endif
