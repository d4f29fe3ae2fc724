/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What opening, cards and closing of ballots share. For them alone. */
#ifndef MODEL_BALLOT_PARTS_H
#define MODEL_BALLOT_PARTS_H

#include "model/swot/ballot.h"

/* Inside db_write: there, in use, open, and at rev (0 = however it is now). */
int ballot_find_open(struct db *db, int64_t ballot, int64_t rev, struct error *err);
int ballot_raise(struct db *db, int64_t ballot, struct error *err);

#endif
