/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office's sheet (report/office_sheet.h) that comes back: read whole, compared with the
 * database, then written in one transaction or not at all. */
#ifndef EXCHANGE_OFFICE_SHEET_H
#define EXCHANGE_OFFICE_SHEET_H

#include "model/monitoring_round.h"
#include "model/target.h"
#include "model/task.h"

enum office_fate { OFFICE_SAME, OFFICE_NEW, OFFICE_CHANGED };

struct office_line { /* texts in the arena */
	long row;    /* of the file */
	enum office_fate fate;
	const char *code, *name, *was, *now; /* was, now: value, of tasks per cent and state */
	const char *office;
	struct target_reading reading; /* of an indicator */
	struct task task;              /* of a task; id 0 = an indicator */
};

struct office_sheet {
	struct monitoring_round round;
	int64_t rev; /* of the strategy */
	struct office_line *lines;
	int count, fresh, changed, same;
};

/* .csv or .xlsx. Refused with row and column: a code that the strategy does not have, text in a
 * figure, an unknown state, a figure that a colleague changed since the sheet went out, lines of
 * two strategies or years, a year whose round has not begun or is approved. */
int office_sheet_read(struct db *db, const struct unit_table *units, const char *path,
	struct arena *arena, struct office_sheet *out, struct error *err);
/* Writes what differs and notes the delivery; the file's name stays with each figure. */
int office_sheet_take(struct db *db, struct office_sheet *sheet, struct error *err);

#endif
