/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What opening, cards and closing of ballots share. For them alone. */
#ifndef MODEL_BALLOT_PARTS_H
#define MODEL_BALLOT_PARTS_H

#include "model/swot/ballot.h"

/* ERROR_MISSING where what is voted on, or what that hangs on, is deleted; 0 = none. */
int ballot_check_there(struct db *db, int64_t swot, int64_t evaluation, struct error *err);
/* Inside db_write: there with what is voted on, in use, open, and at rev (0 = however it is
 * now). */
int ballot_find_open(struct db *db, int64_t ballot, int64_t rev, struct error *err);
int ballot_raise(struct db *db, int64_t ballot, struct error *err);

#endif
