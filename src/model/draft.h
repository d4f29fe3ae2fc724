/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person typed and has not saved, field by field, as typed. */
#ifndef MODEL_DRAFT_H
#define MODEL_DRAFT_H

#include "base/arena.h"
#include "base/process.h"
#include "store/db.h"

struct draft_field { const char *field, *text; int64_t base_rev; };
struct draft { int64_t base_rev; const char *saved_at; struct draft_field *fields; int count; };

/* text NULL takes the field away. */
int draft_save_field(struct db *db, int64_t person, const char *screen, const char *uid,
	int64_t base_rev,
	const char *field, const char *text, struct error *err);
int draft_load(struct db *db, int64_t person, const char *screen, const char *uid,
	struct arena *arena,
	struct draft *out, struct error *err); /* count 0 = none */

/* A form that may be open in several windows, field by field: each window (process) keeps its own
 * under "FIELD@process"; only what one that has ended left is offered, and what one kept before it
 * opened the form once more. window: PROCESS_NAME_SIZE; "" = of an older program. */
int draft_keep(struct db *db, int64_t person, const char *screen, const char *uid,
	int64_t base_rev, const char *field, const char *text, struct error *err);
/* The newest that was left: its window, and when. 1, 0 = none, -1. */
int draft_find_left(struct db *db, int64_t person, const char *screen, const char *uid,
	char window[PROCESS_NAME_SIZE], char saved_at[32], struct error *err);
/* It becomes this window's own. */
int draft_adopt(struct db *db, int64_t person, const char *screen, const char *uid,
	const char *window, struct error *err);
/* This window's own, fields without its name; base_rev: the oldest of theirs. */
int draft_load_own(struct db *db, int64_t person, const char *screen, const char *uid,
	struct arena *arena, struct draft *out, struct error *err); /* saved_at: of any window */
/* The same after draft_adopt() of what was left. */
int draft_take_left(struct db *db, int64_t person, const char *screen, const char *uid,
	struct arena *arena, struct draft *out, struct error *err);
/* window NULL = this one. */
int draft_drop_window(struct db *db, int64_t person, const char *screen, const char *uid,
	const char *window, struct error *err);

enum { DRAFT_FIELD_SIZE = PROCESS_NAME_SIZE + 8 };
/* A text that may be open in several windows: each keeps its own, and only what a window that has
 * ended left is offered; nobody throws away what another is typing. */
struct draft_text {
	const char *field; /* under which it lies; NULL = nothing was left */
	const char *text, *saved_at;
	int64_t base_rev;
	bool open; /* another window that still runs has it, too */
};
/* The field of this window. */
char *draft_own_field(char dst[DRAFT_FIELD_SIZE]);
int draft_left(struct db *db, int64_t person, const char *screen, const char *uid,
	struct arena *arena, struct draft_text *out, struct error *err);

/* draft_save_field(), and dropping it all, inside the caller's transaction; text NULL as there. */
int draft_put(struct db *db, int64_t person, const char *screen, const char *uid, int64_t base_rev,
	const char *field, const char *text, struct error *err);
int draft_forget(struct db *db, int64_t person, const char *screen, const char *uid,
	struct error *err);

#endif
