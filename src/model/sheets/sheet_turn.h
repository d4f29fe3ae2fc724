/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose turn it is with a return that travels between offices: from sending to the coordinator's
 * question the office that keeps the sheet may change it, else the member. So only one of them ever
 * does, and nothing has to be merged. */
#ifndef MODEL_SHEET_TURN_H
#define MODEL_SHEET_TURN_H

#include "model/sheets/data_sheet.h"

#include <stdbool.h>

/* owner: of the return, leader: of the sheet; "" = this office. state: as stored. ERROR_DENIED says
 * whose turn it is. */
int sheet_turn_check(struct db *db, const char *owner, const char *leader, const char *state,
	struct error *err);
/* Sent or verified: at the office that keeps the sheet. */
bool sheet_turn_of_leader(const char *state);

/* Inside data_sheet_save(), after the lines were written: who handed the sheet in before is asked
 * for what was added, and questions about what is gone are closed. */
int sheet_lines_changed(struct db *db, int64_t sheet, const struct data_sheet_line *before,
	int before_count, const struct data_sheet_line *lines, int count, struct error *err);

#endif
