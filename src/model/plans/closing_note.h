/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members leave to others at the end of a programme: recommendations, problems met,
 * achievements. */
#ifndef MODEL_CLOSING_NOTE_H
#define MODEL_CLOSING_NOTE_H

#include "base/arena.h"
#include "model/owner.h"
#include "store/db.h"

enum closing_kind { CLOSING_RECOMMENDATION, CLOSING_PROBLEM, CLOSING_ACHIEVEMENT, CLOSING_KINDS };
const char *closing_kind_name(enum closing_kind k);  /* in files */
const char *closing_kind_label(enum closing_kind k); /* translated */

enum closing_field { CLOSING_FIELD_UNIT = 1, CLOSING_FIELD_KIND, CLOSING_FIELD_TEXT };

struct closing_note { /* zero = new */
	int64_t id, rev;
	char uid[33], owner[OWNER_SIZE];
	int64_t group;
	int slot;
	enum closing_kind kind;
	char text[1024];
	char made_on[12];
};

/* slot 0 = of all members; by kind, then in the order they were made. */
int closing_note_list(struct db *db, int64_t group, int slot, struct arena *arena,
	struct closing_note **list, int *count, struct error *err);
int closing_note_load(struct db *db, int64_t id, struct closing_note *out, struct error *err);
/* Refused: no text, no unit, a unit that never was a member, a rev that is not the one read
 * (ERROR_CONFLICT). */
int closing_note_save(struct db *db, struct closing_note *n, struct error *err);
int closing_note_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int closing_note_restore(struct db *db, int64_t id, struct error *err);

#endif
