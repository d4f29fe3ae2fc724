/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a strategy's file changed of a strategy that was here, so that the file can be taken back:
 * one query says what every row holds (strategy_former_say), and the table strategy_former keeps
 * the rows that said something else after the file than before it. A new column that files bring
 * goes into that query and into the one that puts its row back. */
#ifndef MODEL_STRATEGY_FORMER_H
#define MODEL_STRATEGY_FORMER_H

#include "base/arena.h"
#include "store/db.h"

/* Inside the write of the import, around all of its changes. */
int strategy_former_begin(struct db *db, int64_t import_id, int64_t strategy, struct error *err);
int strategy_former_end(struct db *db, int64_t import_id, int64_t strategy, struct error *err);

/* Inside the undo of such an import: what it changed is as it found it, and what it brought is
 * gone, except where somebody has changed it or built upon it since; a change of what an adopted
 * strategy aims at stays in the history, with one back. Refused once a newer file changed the same
 * rows, and for figures of years whose report was approved meanwhile. */
int strategy_former_restore(struct db *db, int64_t import_id, struct error *err);
/* Steps, remarks and risks of a strategy are known by their places. Inside the write that moves a
 * line, what is kept of it goes along; a line that is deleted has the negative number of its
 * deleted_line until it comes back. */
int strategy_former_move(struct db *db, int64_t strategy, const char *noun, int64_t from,
	int64_t to, struct error *err);
/* Nothing is kept of a place that a new line takes. */
int strategy_former_free(
	struct db *db, int64_t strategy, const char *noun, int64_t place, struct error *err);

/* Rows of an import that was taken back which stayed, because somebody had changed them: how many,
 * and in the arena their names: indicator “Places”, risk 2. */
int strategy_former_left(struct db *db, int64_t import_id, struct arena *arena, const char **names,
	int *count, struct error *err);

#endif
