/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the sheet of an office lies in a file: report/office_sheet.c writes it,
 * exchange/office_sheet_read.c reads it. */
#ifndef MODEL_OFFICE_SHEET_LAYOUT_H
#define MODEL_OFFICE_SHEET_LAYOUT_H

#include "model/monitoring/round_state.h"

/* Columns by their places, which is how they are found again; the last three say what the sheet was
 * made from. */
enum office_column {
	OFFICE_CODE, /* T12: an indicator; K7: a task */
	OFFICE_GOAL,
	OFFICE_NAME,
	OFFICE_MEASURE,
	OFFICE_BEFORE, /* the value of the year before */
	OFFICE_VALUE,  /* to be filled in, as what follows; of tasks the per cent */
	OFFICE_SOURCE,
	OFFICE_STATE, /* of tasks, in words; as in files (running) is understood too */
	OFFICE_REASON,
	OFFICE_WAS, /* what stood in value (and state), and a mark of source or reason */
	OFFICE_STRATEGY,
	OFFICE_YEAR,
	OFFICE_COLUMNS
};

const char *office_sheet_key(enum office_column c); /* the heading of a .csv */
/* The heading of a workbook, translated; in the arena. */
const char *office_sheet_heading(enum office_column c, int year, struct arena *arena);

/* What OFFICE_WAS says first: to see whether a colleague was faster. t: as of the sheet's year
 * (task_as_of()). In the arena. */
const char *office_sheet_was_figure(const struct round_figure *f, int year, struct arena *arena);
const char *office_sheet_was_task(const struct task *t, struct arena *arena);
/* The whole of OFFICE_WAS, with the mark of what stood beside it (words_mark.h); words: NULL =
 * there is no figure yet to which they belong. In the arena. */
const char *office_sheet_was(const char *said, const char *words, struct arena *arena);
/* What it says first, in the arena; mark: "" in sheets that went out before there were marks. */
const char *office_sheet_was_read(const char *cell, const char **mark, struct arena *arena);
/* A year's point as it stands in the sheet: 12.5, bd, "". In the arena. */
const char *office_sheet_point(const struct target_point *p, struct arena *arena);

#endif
