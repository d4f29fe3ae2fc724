/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies in a folder: names, sizes, dates, owners; by stat alone, nothing is opened. */
#ifndef SCREENS_FILES_H
#define SCREENS_FILES_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

struct file_entry {
	const char *name;
	const char *owner;     /* login */
	int64_t size, changed; /* bytes; seconds since 1970 */
	bool folder;
};

enum files_order { FILES_BY_NAME, FILES_NEWEST_FIRST };

/* Folders first (with "..", unless folders is false); hidden ones left out; endings: "csv zip
 * xml", NULL = all. Everything lies in the arena. */
int files_load(const char *path, const char *endings, bool folders, enum files_order order,
	struct arena *arena, struct file_entry **list, int *count, struct error *err);
/* path/name; "..": the folder above. Returns dst. */
char *files_join(char *dst, size_t size, const char *path, const char *name);
/* Deletes an ordinary file (no folder, no link). */
int files_delete(const char *path, const char *name, struct error *err);

#endif
