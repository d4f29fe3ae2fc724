/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy as a workbook: goals with statuses, indicators, values by years, tasks, money. */
#ifndef REPORT_STRATEGY_BOOK_H
#define REPORT_STRATEGY_BOOK_H

#include "model/strategies/target_course.h"
#include "report/document.h"

/* Texts and tables go into the arena. */
int strategy_book(struct db *db, const struct unit_table *units,
	const struct strategy_course *course, struct arena *arena, struct document *out,
	struct error *err);
/* One sheet more: the rows of a CSV file, written into memory, all of them as text, so that codes
 * and numbers of goals stay what they are. */
int strategy_book_rows(
	struct document *d, const char *sheet, struct output *written, struct error *err);

#endif
