/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose turn it is with a return that travels between offices: from sending to the coordinator's
 * question the office that keeps the sheet may change it, else the member. So only one of them ever
 * does, and nothing has to be merged. */
#ifndef MODEL_SHEET_TURN_H
#define MODEL_SHEET_TURN_H

#include "store/db.h"

#include <stdbool.h>

/* owner: of the return, leader: of the sheet; "" = this office. state: as stored. ERROR_DENIED says
 * whose turn it is. */
int sheet_turn_check(struct db *db, const char *owner, const char *leader, const char *state,
	struct error *err);
/* Sent or verified: at the office that keeps the sheet. */
bool sheet_turn_of_leader(const char *state);

#endif
