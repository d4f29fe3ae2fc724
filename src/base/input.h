/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that a person brings: opened without following links, read once from start to
 * end, plain or as the only entry of a zip, hashed on the way, and turned to UTF-8. */
#ifndef BASE_INPUT_H
#define BASE_INPUT_H

#include "base/error.h"
#include "base/progress.h"

#include <stddef.h>
#include <stdint.h>

enum encoding { ENCODING_DETECT, ENCODING_UTF8, ENCODING_CP1250, ENCODING_ISO8859_2 };

#define SHA256_HEX 65

struct input;

/* Refuses in words: no such file, a directory, a device, no right to read, empty, a zip
 * with no or several data files or unpacked size over 4 GB. With ENCODING_DETECT: a BOM or valid UTF-8 is
 * UTF-8, else cp1250; binary files (NUL bytes) are refused with the row. */
int input_open(struct input **out, const char *path, enum encoding encoding, struct error *err);
/* Like input_open for bytes in memory (tests, fuzzers); not copied. */
int input_open_memory(struct input **out, const char *name, const void *bytes, size_t size,
	enum encoding encoding, struct error *err);
void input_close(struct input *in);

/* Fills buffer with the next UTF-8 bytes without BOM; 0 at the end, -1 on error. */
long input_read(struct input *in, char *buffer, size_t size, struct error *err);
const char *input_name(const struct input *in);   /* name without folders; of the entry in a zip */
const char *input_outer_name(const struct input *in); /* name of the file on disk, without folders */
enum encoding input_encoding(const struct input *in);
int64_t input_size(const struct input *in);       /* bytes to read in all (unpacked) */
int64_t input_done(const struct input *in);       /* bytes read so far */
/* SHA-256 of the bytes as stored (unpacked, before recoding); valid after the end was read. */
const char *input_sha256(struct input *in);

#endif
