/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person typed and has not saved, field by field, as typed. */
#ifndef MODEL_DRAFT_H
#define MODEL_DRAFT_H

#include "base/arena.h"
#include "store/db.h"

struct draft_field { const char *field, *text; };
struct draft { int64_t base_rev; const char *saved_at; struct draft_field *fields; int count; };

int draft_save_field(struct db *db, int64_t person, const char *screen, const char *uid,
	int64_t base_rev,
	const char *field, const char *text, struct error *err);
int draft_load(struct db *db, int64_t person, const char *screen, const char *uid,
	struct arena *arena,
	struct draft *out, struct error *err); /* count 0 = none */
int draft_drop(struct db *db, int64_t person, const char *screen, const char *uid,
	struct error *err);

/* The same inside the caller's transaction; text NULL takes the field away. */
int draft_put(struct db *db, int64_t person, const char *screen, const char *uid, int64_t base_rev,
	const char *field, const char *text, struct error *err);
int draft_forget(struct db *db, int64_t person, const char *screen, const char *uid,
	struct error *err);

#endif
