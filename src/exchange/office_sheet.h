/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office's sheet (report/office_sheet.h) that comes back, for office_sheet_read.c (rows of the
 * file), office_sheet.c (judged against the database), office_sheet_say.c (shown) and
 * office_sheet_write.c. */
#ifndef EXCHANGE_OFFICE_SHEET_H
#define EXCHANGE_OFFICE_SHEET_H

#include "exchange/kind.h"
#include "model/monitoring/office_sheet_layout.h"
#include "model/strategies/target.h"

struct office_row { /* of the file, as it stands there */
	long line;
	const char *cell[OFFICE_COLUMNS];
	bool percent; /* the cell of the value shows per cent: 12% is 0.12 there */
};

enum office_fate { OFFICE_SAME, OFFICE_NEW, OFFICE_CHANGED };

struct office_line { /* a row against the database */
	enum office_fate fate;
	const char *name, *was, *now;  /* was, now: value, of tasks per cent and state */
	const char *words_was, *words; /* source, of tasks reason, there and in the file */
	const char *office;
	struct target_reading reading; /* of an indicator */
	struct task task;              /* of a task; id 0 = an indicator */
};

struct office_sheet {
	struct arena arena;       /* of the rows */
	struct office_row *above; /* the first code: titles, headings, remarks */
	int above_count;
	size_t above_room;
	struct office_row *rows;
	int count;
	size_t room;
	bool workbook;
	/* with the database, in the arena of the job */
	struct round_state state;
	struct office_line *lines; /* one per row */
	int fresh, changed, same;
};

/* .csv from in, or the workbook job->path where in is NULL. */
int office_sheet_read(struct office_sheet *sheet, struct import_job *job, struct input *in,
	const struct progress *progress, struct error *err);

/* Whether the columns have the headings with which the sheet of the year went out; of a sheet in
 * another language whether that of the value has the year. The headings are the row above the first
 * code that has most of their words. The error names row and column. */
int office_sheet_check_heads(const struct office_sheet *sheet, int year, struct error *err);

/* NULL = the year has none of that id. */
const struct task *office_sheet_task(const struct office_sheet *sheet, int64_t id);
/* What the rows that were judged change becomes remarks of the preview. */
void office_sheet_say(struct import_job *job, const struct office_sheet *sheet);
/* Inside db_write, of rows that were judged. */
int office_sheet_write(
	struct import_job *job, struct office_sheet *sheet, int64_t import_id, struct error *err);

#endif
