/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zip archives that people bring (libzip): entries listed and read as streams. */
#ifndef BASE_ZIP_H
#define BASE_ZIP_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct zip_file;

bool zip_looks_like(const void *first_bytes, size_t length);
int zip_open(struct zip_file **out, int fd, const char *name, struct error *err); /* fd stays the caller's */
int zip_entries(const struct zip_file *z);
const char *zip_entry_name(const struct zip_file *z, int entry);
int64_t zip_entry_size(const struct zip_file *z, int entry);
int zip_entry_open(struct zip_file *z, int entry, struct error *err); /* one at a time */
long zip_entry_read(struct zip_file *z, void *buffer, size_t size, struct error *err);
void zip_close(struct zip_file *z);

#endif
