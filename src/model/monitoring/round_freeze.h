/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Approval of a year's report: what it says is frozen, with the day and by whom. Figures that come
 * later stand beside the frozen ones as dated corrections. */
#ifndef MODEL_ROUND_FREEZE_H
#define MODEL_ROUND_FREEZE_H

#include "model/monitoring/round_frozen.h"

/* Makes what is kept of the report, inside the write that approves it. */
struct round_printer {
	int (*print)(void *context, enum round_paper paper, struct round_state *state,
		struct arena *arena, const char **body, struct error *err);
	void *context;
};

/* What stands against approving although nothing forbids it: "2 of 7 offices have not delivered: …"
 * in the arena, "" where all have. For people to be asked first. */
int round_approval_waits(struct db *db, const struct round_state *state, struct arena *arena,
	const char **text, struct error *err);

enum approval_field { APPROVAL_FIELD_ON = 1, APPROVAL_FIELD_BY };
/* Freezes what was seen. The state is computed again inside the write; where it is not the one that
 * was seen, ERROR_CONFLICT names the first figure or task that changed. Refused: no day, one to
 * come or before the round began, nobody named, a state that is frozen already. What is missing or
 * not explained is no hindrance; who asks shows it first. by: a function, no name. printer NULL: no
 * documents are kept. */
int round_approve_seen(struct db *db, const struct unit_table *units,
	const struct round_state *seen, const char *on, const char *by,
	const struct round_printer *printer, struct error *err);

/* Position, value and reason, which lies in the arena; position 0 = there is none. */
int round_correction_newest(struct db *db, int64_t round, int64_t target, struct arena *arena,
	struct round_correction *out, struct error *err);
struct round_standing { /* of an indicator in an approved report */
	char name[256];
	int decimals;
	int value_year; /* of the approved value, which may be an older one; 0 = there was none */
	double value;
	double corrected; /* the newest correction of the year; NAN = none, or it says that there is
	                     no figure */
	unsigned char corrected_flag;
	char corrected_on[12]; /* "" = none */
};
/* ERROR_MISSING where the report does not know it. */
int round_standing_load(struct db *db, const struct monitoring_round *round, int64_t target,
	struct round_standing *out, struct error *err);
/* "20", "no figure of the year; newest 20 (2023)", "20; corrected on 22 Nov 2026: 25", in the
 * arena. */
const char *round_standing_text(const struct round_standing *s, int year, struct arena *arena);

enum correction_field {
	CORRECTION_FIELD_STANDING = 1,
	CORRECTION_FIELD_VALUE,
	CORRECTION_FIELD_REASON
};
/* Of an approved round, dated today; value NAN with a flag that says why: there is no figure after
 * all. Refused: a target that was not frozen, what stands there for the year already, no reason. */
int round_correct(struct db *db, struct monitoring_round *round, int64_t target, double value,
	unsigned char flag, const char *reason, struct error *err);

#endif
