/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zip archives (libzip): those that people bring, listed and read as streams, and those that the
 * program writes. The names begin with unzip_ and zipped_ because libzip owns zip_. */
#ifndef BASE_ZIP_H
#define BASE_ZIP_H

#include "base/error.h"
#include "base/output.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UNZIP_MAX_SIZE (INT64_C(4) << 30) /* unpacked bytes of one entry */
#define UNZIP_MAX_RATIO 400               /* unpacked to packed, from 16 MB on */

struct unzip;

bool unzip_looks_like(const void *first_bytes, size_t length);
/* name is for messages. fd stays the caller's and is read at its own position afterwards. */
int unzip_open(struct unzip **out, int fd, const char *name, struct error *err);
/* The same for bytes in memory; not copied. */
int unzip_open_memory(
	struct unzip **out, const char *name, const void *bytes, size_t size, struct error *err);
void unzip_close(struct unzip *z);

int unzip_entries(const struct unzip *z);
const char *unzip_entry_name(const struct unzip *z, int entry); /* with folders, cleaned */
int64_t unzip_entry_size(const struct unzip *z, int entry);     /* unpacked, as declared */
int unzip_find(const struct unzip *z, const char *name);        /* entry of that name, or -1 */

/* The only data file (.csv, .xml, .txt) in the archive of that name; of a .csv and .xml that
 * share their name (the register as GUS packs it) the .csv. -1 with the reason: none, several,
 * or the archive is a workbook. */
int unzip_data_entry(const struct unzip *z, const char *name, struct error *err);

/* One entry at a time; opening again starts from its beginning. Refuses what is encrypted
 * or larger than the limits above, and what turns out longer or shorter than declared. */
int unzip_entry_open(struct unzip *z, int entry, struct error *err);
/* Up to size bytes; 0 at the end (the check sum was right), -1 on error. */
long unzip_entry_read(struct unzip *z, void *buffer, size_t size, struct error *err);

/* ---- writing ---- */

struct zipped;

struct zipped *zipped_new(void);
/* The bytes must stay until zipped_write; names are written as they are, entries in this order. */
void zipped_add(struct zipped *z, const char *name, const void *bytes, size_t size);
/* Packs everything in memory, writes it into out, which the caller commits, and frees z. The same
 * entries at the same time give the same bytes. */
int zipped_write(struct zipped *z, struct output *out, struct error *err);

#endif
