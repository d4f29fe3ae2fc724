/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data sheet as a file holds it, for sheet.c and sheet_read.c. */
#ifndef EXCHANGE_SHEET_PARTS_H
#define EXCHANGE_SHEET_PARTS_H

#include "exchange/kind.h"
#include "exchange/workbook.h"
#include "model/sheets/data_sheet.h"

struct sheet_text {
	const char *text;
	char cell[SHEET_CELL_SIZE]; /* "G7" */
	bool words, percent;        /* as in struct csv_field */
};

struct sheet_line {         /* of the file */
	struct sheet_text code, name, measure, definition, value, remark, source;
	struct sheet_text stray; /* the first cell of a row without code and value, else NULL */
	long row;
};

struct sheet_sent {         /* what a line held when the file was made */
	const char *code;
	double value;
	char missing[4];
	const char *remark, *source;
	bool nothing;       /* there was no figure */
};

enum sheet_fate { SHEET_SAME, SHEET_NEW, SHEET_DIFFERS, SHEET_REFUSED, SHEET_NOTHING };
struct sheet_taken {        /* what becomes of a line */
	enum sheet_fate fate;
	struct own_figure f, was;
};

struct sheet_in {
	struct arena arena;
	bool workbook;
	bool has_version;   /* the file says what it was made from; one made by hand does not */
	bool has_source;    /* it has a column of sources; older ones have none */
	struct sheet_text group, unit, year, version; /* text "" = not said */
	const char *office, *office_name; /* uid of who made the file; NULL = not said */
	struct sheet_sent *sent; /* of a workbook */
	int sent_count;
	struct sheet_line *lines;
	int line_count;
	size_t line_room, sent_room;
	/* with the database */
	struct data_sheet sheet;
	struct sheet_return r;
	struct sheet_entry *entries;
	int entry_count;
	struct sheet_taken *taken; /* one per line */
};

/* As texts of files are compared: cleaned, cut at a length, without blanks at their ends. */
const char *sheet_clean(struct arena *arena, const char *text);
/* Says what becomes of every line: s->taken, and remarks on what is odd. */
void sheet_judge(struct sheet_in *s, struct import_job *job);
/* in NULL: the workbook job->path. */
int sheet_read(struct sheet_in *s, struct import_job *job, struct input *in,
	const struct progress *progress, struct error *err);


/* ---- between sheet_read.c and sheet_csv.c ---- */
int sheet_read_csv(struct sheet_in *s, struct input *in, const struct progress *progress,
	struct error *err);
/* The text of a field, cleaned, without the sign that Polish CSV puts before what a spreadsheet
 * would take for a formula. */
const char *sheet_field(struct sheet_in *s, const char *text);
void sheet_take_text(
	struct sheet_in *s, struct sheet_text *t, const char *text, int column, long row);
bool sheet_blank(struct sheet_in *s, const struct csv_field *fields, int count);
struct sheet_line *sheet_add_line(struct sheet_in *s, long row, struct error *err);
bool sheet_any_line(const struct sheet_in *s);
int sheet_take_stray(struct sheet_in *s, const struct csv_field *fields, int count, long line,
	struct error *err);

#endif
