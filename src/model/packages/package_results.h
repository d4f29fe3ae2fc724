/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results of surveys that earlier packages of an office brought. */
#ifndef MODEL_PACKAGE_RESULTS_H
#define MODEL_PACKAGE_RESULTS_H

#include "model/packages/package.h"

struct package_came {
	const char *code; /* of the indicator */
	int slot, year;
};
/* Those that are read here from packages of the sender for its group, in the arena. slots: those
 * of the register. */
int package_results_came(struct db *db, const struct package_from *from, int slots,
	struct arena *arena, struct package_came **list, int *count, struct error *err);
/* Whether the rows say that this office's unit has left the group: it keeps what it had. */
int package_says_left(struct db *db, const struct package_from *from,
	const struct package_rows *rows, struct arena *arena, bool *left, struct error *err);

#endif
