/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deviations of a year: why a figure or a task is off its course, what is done about it, by whom
 * and until when. Written for a round; which ones want one: model/monitoring/round_state.h. */
#ifndef MODEL_DEVIATION_H
#define MODEL_DEVIATION_H

#include "model/monitoring/monitoring_round.h"

struct deviation {           /* id 0 = new */
	int64_t id, round;
	int64_t target, task; /* one of the two, the other is 0 */
	char cause[1024], measure[1024], office[128];
	char due_on[12], done_on[12];
	/* Read only. */
	char subject[512]; /* name of the target or the task */
	int year;
	int64_t strategy;
	bool overdue;
	bool later; /* written after approval, for a correction: the report does not tell it */
};

enum deviation_field { DEVIATION_FIELD_CAUSE = 1, DEVIATION_FIELD_MEASURE, DEVIATION_FIELD_OFFICE,
	DEVIATION_FIELD_DUE, DEVIATION_FIELD_DONE };

/* Whether its cause is said; NULL = nothing is written. */
bool deviation_explains(const struct deviation *d);
/* Targets first, in their order. */
int deviation_list(struct db *db, int64_t round, struct arena *arena, struct deviation **list,
	int *count, struct error *err);
/* Measures of all rounds that are not done, by day. strategy 0 = of all. */
int deviation_open_list(struct db *db, int64_t strategy, struct arena *arena,
	struct deviation **list, int *count, struct error *err);
/* What is written of the target or the task (the other 0) for the round; *id 0 = nothing. */
int deviation_find(struct db *db, int64_t round, int64_t target, int64_t task, int64_t *id,
	struct error *err);
/* A new one stands beside what colleagues wrote meanwhile about others; about the same it is
 * ERROR_CONFLICT. One that was written goes when all of it is empty, and deleted_line_restore()
 * (model/deleted_line.h) brings it back. Refused: neither cause nor measure, a
 * measure's day without a measure, one that is done on a day to come. After approval only done_on
 * may still change, what the council read stays; what a correction put off its course is explained
 * then, and may change. */
int deviation_save(struct db *db, struct monitoring_round *round, struct deviation *d,
	struct error *err);

#endif
