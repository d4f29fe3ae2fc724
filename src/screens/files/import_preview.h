/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before a file is taken in: what it is, what it would change, what is to be decided. */
#ifndef SCREENS_IMPORT_PREVIEW_H
#define SCREENS_IMPORT_PREVIEW_H

#include "exchange/importer.h"
#include "tui/screen.h"

/* Reads the file (bar, Esc) and shows the preview, or says why it is refused. */
void import_preview_open(struct screens *s, const char *path);

/* The same for a data sheet of this group, unit and year. */
void import_preview_sheet(struct screens *s, const char *path, const char *group, const char *unit,
	int year);

/* The same for the sheet of an office for a year of a strategy. */
void import_preview_round(struct screens *s, const char *path);

/* The preview as text lines; the caller frees. */
char *import_preview_text(
	const struct import_preview *preview, const struct import_options *options);
/* "Values: new 5, changed 0 …" once it is written. */
char *import_result_text(char *dst, size_t size, const struct import_preview *preview);

#endif
