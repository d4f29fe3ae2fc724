/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers that go with the forms of a wave: slip of a batch, forms to fetch, differences to look up,
 * closing protocols. Tables, so that report_write() makes PDF, text or anything else of them. */
#ifndef REPORT_SLIPS_H
#define REPORT_SLIPS_H

#include "model/surveys/batch.h"
#include "report/table.h"

enum slip {
	SLIP_BATCH,       /* goes with a batch; needs one */
	SLIP_SECOND,      /* forms to fetch for second keying; needs a batch */
	SLIP_DIFFERENCES, /* open ones, with a column for what the paper says */
	SLIP_PROTOCOL     /* of closing */
};

/* Reads what is needed and starts the table in the arena. batch NULL = of the whole wave; unit: the
 * wave's, as people call it, "" = none. */
int slip_make(struct db *db, enum slip slip, const struct wave *wave, const struct batch *batch,
	const char *unit, struct arena *arena, struct report_table *t, struct error *err);
/* What it is, translated. */
const char *slip_label(enum slip slip);

#endif
