/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a monitoring round share, all inside db_write. For them alone. */
#ifndef MODEL_MONITORING_ROUND_PARTS_H
#define MODEL_MONITORING_ROUND_PARTS_H

#include "model/monitoring/monitoring_round.h"

/* The round is as it was read, else ERROR_CONFLICT; rev KEPT_ANY_REV (model/kept.h) = however it
 * is now. Writes its rev and its year; *approved: whether its report is. */
int round_check(struct db *db, struct monitoring_round *round, bool *approved, struct error *err);
int round_raise(struct db *db, struct monitoring_round *round, struct error *err);
int round_delivery_put(struct db *db, const struct monitoring_round *round,
	const struct round_delivery *delivery, struct error *err);

#endif
