/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes that were edited outside, as the text with light marks (model/minutes/minutes.h): files
 * of word processors (.docx, ECMA-376 part 1) and plain text. */
#ifndef EXCHANGE_MINUTES_FILE_H
#define EXCHANGE_MINUTES_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "store/db.h"

#include <stddef.h>

struct minutes_file {
	const char *text;
	int left_out; /* footnotes, endnotes and comments of the document, which minutes do not
	               * hold; who takes the file is told (minutes_file_left_out()) */
	char meeting[33]; /* uid of that whose minutes went out so; "" = the file does not say */
};

/* newest: the text that went out, "" = none: where lines are the same, its empty lines stay, so
 * that only what was changed differs. What the document puts around the text (title, facts,
 * heading, contents, places to sign) is left out; tracked insertions are taken, deletions not. */
int minutes_file_read(const char *path, const char *newest, struct arena *arena,
	struct minutes_file *out, struct error *err);
/* *sentence: that the file of this name holds the minutes of another meeting, both named; "" = it
 * does not. In the arena. */
int minutes_file_of_another(struct db *db, const struct minutes_file *file, const char *name,
	int64_t meeting, struct arena *arena, const char **sentence, struct error *err);
/* The sentence on them; "" for 0. In the arena. */
const char *minutes_file_left_out(int left_out, struct arena *arena);
/* A .docx in memory, for tests and fuzzers. */
int minutes_file_docx(const char *name, const void *bytes, size_t size, struct arena *arena,
	struct minutes_file *out, struct error *err);
/* The lines of edited, laid out as newest. */
const char *minutes_file_lay(const char *edited, const char *newest, struct arena *arena);

#endif
