/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose turn it is with a return that travels between offices: from sending to the coordinator's
 * question the office that keeps the sheet may change it, else the member. So only one of them ever
 * does, and nothing has to be merged. */
#ifndef MODEL_SHEET_TURN_H
#define MODEL_SHEET_TURN_H

#include "model/sheets/data_sheet.h"

#include <stdbool.h>

struct sheet_turn {
	int64_t id;                 /* of the return */
	const char *owner, *leader; /* of the return, of the sheet; "" = this office */
	const char *state;          /* as stored */
	bool back;                  /* to take back what was handed in: free until a package went */
};
/* ERROR_DENIED says whose turn it is, and when the sheet went. */
int sheet_turn_check(struct db *db, const struct sheet_turn *turn, struct error *err);
/* The states that sheet_return_move() would take as things stand. */
struct sheet_next {
	enum sheet_state states[SHEET_STATES];
	int count;
	char why[512]; /* what stands against another that comes next; "" = nothing */
	int doubted;   /* 1 + number of the state that a screen asked about once more; 0 = none */
};
int sheet_return_next(
	struct db *db, const struct sheet_return *r, struct sheet_next *next, struct error *err);
/* Inside db_write: the figures of a return are verified with it, and with it no longer. */
int sheet_mark_verified(struct db *db, int64_t return_id, bool verified, struct error *err);
/* Sent or verified: at the office that keeps the sheet. */
bool sheet_turn_of_leader(const char *state);

/* Inside data_sheet_save(), after the lines were written: who handed the sheet in before is asked
 * for what was added, and questions about what is gone are closed. */
int sheet_lines_changed(struct db *db, int64_t sheet, const struct data_sheet_line *before,
	int before_count, const struct data_sheet_line *lines, int count, struct error *err);

#endif
