/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sheet of an office did to its round, for taking it back. Its figures and what it says
 * of tasks carry its import; triggers keep what stood there before. */
#ifndef MODEL_ROUND_SHEET_H
#define MODEL_ROUND_SHEET_H

#include "model/monitoring/monitoring_round.h"

/* Inside db_write: the office has delivered today, by this sheet. */
int round_sheet_deliver(struct db *db, const struct monitoring_round *round, const char *office,
	int64_t import_id, struct error *err);
/* Inside db_write: what the sheet brought goes, what stood there before comes back, except where
 * somebody has entered something else since; so do the days of delivery. Refused once the report
 * of the year is approved. */
int round_sheet_forget(struct db *db, int64_t import_id, struct error *err);

#endif
