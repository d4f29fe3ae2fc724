/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps on the way to the resolution that adopts a strategy, with their days and documents. Lines
 * of the strategy: each change raises its rev. */
#ifndef MODEL_ADOPTION_STEP_H
#define MODEL_ADOPTION_STEP_H

#include "model/kept.h"

enum adoption_kind {
	ADOPTION_PROCEDURE,
	ADOPTION_DIAGNOSIS,
	ADOPTION_DRAFT,
	ADOPTION_CONSULTATIONS,
	ADOPTION_OPINION,
	ADOPTION_EX_ANTE,
	ADOPTION_RESOLUTION,
	ADOPTION_RULES,
	ADOPTION_OTHER,
	ADOPTION_KINDS
};
const char *adoption_kind_name(enum adoption_kind k);  /* in files */
const char *adoption_kind_label(enum adoption_kind k); /* translated */
int adoption_kind_from_name(const char *name);         /* -1 = unknown */

enum adoption_field { ADOPTION_FIELD_KIND = 1, ADOPTION_FIELD_NAME, ADOPTION_FIELD_PLANNED,
	ADOPTION_FIELD_DONE, ADOPTION_FIELD_DOCUMENT, ADOPTION_FIELD_NOTE };
struct adoption_step {
	int position; /* 0 = a new one, at the end */
	enum adoption_kind kind;
	/* Never NULL; "" = none. name and document: KEPT_LINE_SIZE, note: KEPT_LINES_SIZE
	 * (model/kept.h). */
	const char *name, *planned_on, *done_on, *document, *note;
};

/* Texts in the arena. */
int adoption_list(struct db *db, int64_t strategy, struct arena *arena,
	struct adoption_step **list, int *count, struct error *err);
int adoption_load(struct db *db, int64_t strategy, int position, struct arena *arena,
	struct adoption_step *out, struct error *err);
/* Whether its texts have the room that a form gives them. */
int adoption_check_texts(const struct adoption_step *step, struct error *err);
/* rev: of the strategy as it was read; raised. Refused: no name, a day that is none, done in the
 * time to come, ERROR_CONFLICT. A new one's place is written. */
int adoption_save(struct db *db, int64_t strategy, int64_t rev, struct adoption_step *step,
	struct error *err);
/* The same inside a write of the caller, who has touched the strategy. */
int adoption_put(struct db *db, int64_t strategy, struct adoption_step *step, struct error *err);
int adoption_remove(struct db *db, int64_t strategy, int64_t rev, int position, struct error *err);
int adoption_move(struct db *db, int64_t strategy, int64_t rev, int position, int by,
	struct error *err);
/* Adds the steps that a development strategy usually takes (art. 10f of the act on municipal
 * self-government, art. 6 of the act on the principles of development policy) after those that
 * are there; those whose kind is there are left out, opinions and the like all or none. *added:
 * how many. Without days: they are for people to say. */
int adoption_add_usual(struct db *db, int64_t strategy, int64_t rev, int *added,
	struct error *err);

#endif
