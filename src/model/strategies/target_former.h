/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a strategy's file changed of targets that were here already: their cards before and after
 * it, in rows of package_row, so that the file can be taken back. */
#ifndef MODEL_TARGET_FORMER_H
#define MODEL_TARGET_FORMER_H

#include "model/strategies/target.h"

/* All that such a file may change of a card is the same; goal, indicator and unit it may not. */
bool target_card_same(const struct target *a, const struct target *b);
/* Inside the write of the import. rev: of the strategy. */
int target_former_keep(struct db *db, int64_t import_id, int64_t rev, const struct target *before,
	const struct target *now, struct error *err);
/* Inside the undo of an import that changed a strategy which was here: cards, readings and states
 * of tasks are again what the file found, unless somebody has said otherwise since; a change of
 * what an adopted strategy aims at stays in the history, with one back. Refused once a newer file
 * changed the same targets, and for figures of years whose report was approved meanwhile. */
int target_former_restore(struct db *db, int64_t import_id, struct error *err);

#endif
