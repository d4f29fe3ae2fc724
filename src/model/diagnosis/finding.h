/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the expert says of what a diagnosis proposes: confirmed or rejected, with the figures as
 * they were seen. */
#ifndef MODEL_FINDING_H
#define MODEL_FINDING_H

#include "model/diagnosis/diagnosis.h"
#include "model/diagnosis/problem.h"
#include "model/swot/swot.h"

struct finding { /* texts in the arena; numbers NAN = none */
	int64_t diagnosis;
	const char *indicator, *name, *measure;
	enum standing standing;
	/* Level or change was about the group's middle, which is 0 where levels are z; of others
	 * the middle is not kept. */
	bool near;
	bool confirmed; /* else rejected */
	const char *reason;
	int decimals;
	double value, mean, sd, level, change;
	int n, missing;
	const char *peers; /* the group in words */
	const char *login, *decided_at;
};
int finding_list(struct db *db, int64_t diagnosis, struct arena *arena, struct finding **list,
	int *count, struct error *err);
/* Of a list; NULL = nobody has decided on the indicator. */
const struct finding *finding_of(const struct finding *list, int count, const char *indicator);
/* Whether there is something to decide on: ERROR_INPUT says of a row without a class why not. */
int finding_check(const struct diagnosis_row *row, struct error *err);
/* Freezes the row as it is computed now. seen: what stood there when the person decided (NULL =
 * nothing), else ERROR_CONFLICT; it is replaced. Where the reason is "", that of the same decision
 * stays, and that of a rejection that is turned is kept as such: "rejected before – anna: …". A
 * question that is not kept yet is saved with it. Rejecting needs a reason. */
int finding_decide(struct db *db, struct diagnosis *question, const struct diagnosis_result *result,
	int row, const struct finding *seen, bool confirmed, const char *reason, struct error *err);
enum { FINDING_KINDS = 2 };
extern const enum problem_kind finding_kinds[FINDING_KINDS]; /* what a row may be written as */
/* What its class proposes: a problem below the group, a driver above it. */
enum problem_kind finding_problem_kind(const struct diagnosis_row *row);
/* Confirms the row, as finding_decide does, and writes it among the unit's problems or drivers,
 * with its figures as evidence, all in one write. text: in a sentence; *problem gets its id.
 * Refused: an indicator that stands in one of the year already, of either kind. */
int finding_take(struct db *db, struct diagnosis *question, const struct diagnosis_result *result,
	int row, const struct finding *seen, enum problem_kind kind, const char *text,
	int64_t *problem, struct error *err);
/* What a row would be in a SWOT: a strength above the middle of the group, a weakness below. */
enum factor_kind finding_factor_kind(const struct diagnosis_row *row);
/* Writes the row among the factors of a SWOT of the same unit, as factor says its kind and text,
 * with its figures as evidence, and confirms it where it has a class; all in one write. A text
 * that is "" is the indicator's name. factor->id gets its id. Refused: a factor of that kind that
 * says the same. */
int finding_take_factor(struct db *db, struct diagnosis *question,
	const struct diagnosis_result *result, int row, const struct finding *seen, int64_t swot,
	struct swot_factor *factor, struct error *err);
int finding_withdraw(struct db *db, int64_t diagnosis, const char *indicator, struct error *err);

#endif
