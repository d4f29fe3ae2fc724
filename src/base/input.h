/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that a person brings: opened without following links, read once from start to
 * end, plain or as the only entry of a zip, hashed on the way, and turned to UTF-8. */
#ifndef BASE_INPUT_H
#define BASE_INPUT_H

#include "base/encoding.h"
#include "base/error.h"
#include "base/progress.h"
#include "base/sha256.h"

#include <stddef.h>
#include <stdint.h>

struct input;
struct unzip;

/* Refuses in words: no such file, a link, a folder, a device, no right to read, empty, a zip
 * with no or several data files or unpacked size over 4 GB. With ENCODING_DETECT: a BOM, an
 * XML declaration or characters that only UTF-8 explains decide before anything is handed
 * out; the first byte that is no UTF-8 before such a character means cp1250. Later such a
 * byte is an error with its line. Binary files (NUL bytes) are refused with the line. */
int input_open(struct input **out, const char *path, enum encoding encoding, struct error *err);
/* Like input_open for bytes in memory (tests, fuzzers); not copied. */
int input_open_memory(struct input **out, const char *name, const void *bytes, size_t size,
	enum encoding encoding, struct error *err);
/* One entry of an open zip, for formats that are a zip inside (xlsx, docx). z stays the
 * caller's, must outlive the input, and has one entry open at a time. */
int input_open_entry(
	struct input **out, struct unzip *z, int entry, enum encoding encoding, struct error *err);
void input_close(struct input *in); /* NULL is fine */

/* For a second reading of the same file: input_sha256 stays empty and costs nothing. */
void input_skip_sha256(struct input *in);

/* Fills buffer (at least 16 bytes) with the next UTF-8 bytes without BOM, as many as come
 * at once; a character may be cut at the end. 0 at the end, -1 on error. Fastest with
 * buffers of 64 kB. */
long input_read(struct input *in, char *buffer, size_t size, struct error *err);
const char *input_name(const struct input *in); /* name without folders; of the entry in a zip */
const char *input_outer_name(
	const struct input *in); /* name of the file on disk, without folders */
enum encoding input_encoding(const struct input *in);
int64_t input_size(const struct input *in); /* bytes to read in all (unpacked) */
int64_t input_done(const struct input *in); /* bytes read so far */
/* SHA-256 of the bytes as stored (unpacked, before recoding); empty before the end was read. */
const char *input_sha256(const struct input *in);

#endif
