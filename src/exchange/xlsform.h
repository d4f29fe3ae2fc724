/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questionnaires as XLSForm (xlsform.org): sheets survey, choices and settings, as three CSV files
 * in a folder or as one workbook. Read whole or not at all; all that is wrong is listed. */
#ifndef EXCHANGE_XLSFORM_H
#define EXCHANGE_XLSFORM_H

#include "model/questionnaires/questionnaire.h"

enum { XLSFORM_SURVEY, XLSFORM_CHOICES, XLSFORM_SETTINGS, XLSFORM_SHEETS };

struct xlsform_row {
	long line;          /* of the file; of a workbook the row of the sheet */
	const char **cells; /* as many as there are columns; "" = empty */
};

struct xlsform_sheet {
	const char *name; /* survey, choices, settings */
	bool present;
	int columns;
	const char **heads;
	long head_line;
	struct xlsform_row *rows; /* rows in which something stands */
	int row_count;
	size_t row_room;
};

struct xlsform_problem {
	bool error; /* else a remark */
	const char *sheet;
	long row;           /* 0 = the sheet as a whole */
	const char *column; /* heading; "" = none */
	const char *text;   /* whole sentence, translated */
};

struct xlsform { /* all in the arena that was given */
	struct questionnaire q;
	bool workbook; /* else CSV files */
	struct xlsform_problem *problems; /* of the file, then of the questionnaire */
	int problem_count, errors;
	size_t problem_room;
};

/* path: a folder with survey.csv, choices.csv, settings.csv (the last two where needed), one of
 * these files, or a workbook (.xlsx). -1: there is nothing that could be read. 0: look at errors;
 * with errors q is not to be saved. */
int xlsform_read(const char *path, struct arena *arena, struct xlsform *out, struct error *err);
/* The same for the three CSV files in memory; NULL = there is none. */
struct xlsform_texts {
	const char *code; /* where the form does not say its own */
	const char *text[XLSFORM_SHEETS];
	size_t size[XLSFORM_SHEETS];
};
int xlsform_read_texts(const struct xlsform_texts *texts, struct arena *arena, struct xlsform *out,
	struct error *err);
/* The problem with its place: "survey.csv, line 12, column relevant: …". Returns dst. */
char *xlsform_problem_text(
	char *dst, size_t size, const struct xlsform *form, const struct xlsform_problem *p);
/* ERROR_INPUT with the first error and how many there are; always -1. */
int xlsform_refuse(const struct xlsform *form, struct error *err);

/* The three sheets of a questionnaire, for whoever writes them. */
void xlsform_sheets(const struct questionnaire *q, struct arena *arena,
	struct xlsform_sheet sheets[XLSFORM_SHEETS]);
struct output;
/* One of them as CSV. */
void xlsform_write_sheet(const struct xlsform_sheet *sheet, struct output *out);
/* survey.csv, choices.csv and settings.csv in a folder, which is made when there is none. Nothing
 * is replaced unless replace. */
int xlsform_write_folder(
	const struct questionnaire *q, const char *folder, bool replace, struct error *err);

#endif
