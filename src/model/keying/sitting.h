/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person keying one batch without a break: what was counted, for honest speeds. */
#ifndef MODEL_SITTING_H
#define MODEL_SITTING_H

#include "model/surveys/form.h"

enum { SITTING_IDLE = 60 }; /* seconds without a key that count as a pause */

struct sitting {
	int64_t id;
	int64_t wave, batch;
	struct keyer keyer;
	enum reading_kind mode;
	int paused; /* seconds */
	int forms, fields, keys, rejected, corrections;
};

int sitting_start(struct db *db, struct sitting *s, struct error *err); /* the row; id filled in */
/* The counts so far, in the caller's transaction or one of its own; reading_finish() saves those of
 * reading.sitting. */
int sitting_save(struct db *db, const struct sitting *s, struct error *err);

#endif
