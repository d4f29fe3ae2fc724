/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside the reader of XLSForm: what its files share. Only they include it. */
#ifndef EXCHANGE_XLSFORM_PARTS_H
#define EXCHANGE_XLSFORM_PARTS_H

#include "exchange/xlsform.h"

enum xlsform_column_kind {
	XLSFORM_NOTHING, /* no heading */
	XLSFORM_FIELD,   /* of the question, choice or questionnaire */
	XLSFORM_TEXTS,   /* in one language */
	XLSFORM_EXTRA    /* unknown here: kept */
};

struct xlsform_column {
	enum xlsform_column_kind kind;
	int field;    /* place in the table of the sheet's columns */
	int language; /* of texts, 0-based */
};

struct xlsform_reader {
	struct arena *arena;
	struct xlsform *form;
	struct xlsform_sheet sheets[XLSFORM_SHEETS];
	struct xlsform_column *columns[XLSFORM_SHEETS]; /* of each sheet, as many as it has */
};

void xlsform_add(struct xlsform_reader *r, bool error, int sheet, long row, const char *column,
	const char *fmt, ...) __attribute__((format(printf, 6, 7)));

/* ---- xlsform_sheet.c ---- */
int xlsform_load_sheets(struct xlsform_reader *r, const char *path, struct error *err);
int xlsform_load_texts(
	struct xlsform_reader *r, const struct xlsform_texts *texts, struct error *err);

/* ---- xlsform_columns.c ---- */
enum xlsform_survey_field {
	FIELD_TYPE, FIELD_NAME, FIELD_REQUIRED, FIELD_RELEVANT, FIELD_CONSTRAINT, FIELD_SOFT,
	FIELD_CALCULATION, FIELD_APPEARANCE, FIELD_DEFAULT, FIELD_READ_ONLY, FIELD_FILTER,
	FIELD_REPEAT_COUNT, FIELD_PARAMETERS, FIELD_NUMBER, FIELD_IDENTITY, FIELD_MAX_ANSWERS,
	FIELD_PAGE, FIELD_SECOND, FIELD_REPEAT_LAST,
	FIELD_LABEL, FIELD_HINT, FIELD_HARD_MESSAGE, FIELD_SOFT_MESSAGE, FIELD_REQUIRED_MESSAGE,
	SURVEY_FIELDS
};
enum xlsform_choice_field {
	CHOICE_LIST, CHOICE_NAME, CHOICE_CODE, CHOICE_EXCLUSIVE, CHOICE_MISSING, CHOICE_LABEL,
	CHOICE_FIELDS
};
enum xlsform_setting_field {
	SETTING_TITLE, SETTING_ID, SETTING_VERSION, SETTING_LANGUAGE, SETTING_KIND,
	SETTING_TITLES, SETTING_NOTICE, SETTING_INSTRUCTION,
	SETTING_FIELDS
};

struct xlsform_field {
	const char *name;
	bool texts; /* may stand once for each language: label::Polski (pl) */
};
/* Of a sheet: *count fields, in the order in which they are written. */
const struct xlsform_field *xlsform_fields(int sheet, int *count);
/* Knows the headings of all sheets and finds the languages. */
void xlsform_know_columns(struct xlsform_reader *r);
/* The cell of a field that has no language; "" where the sheet lacks it. */
const char *xlsform_cell(
	const struct xlsform_reader *r, int sheet, const struct xlsform_row *row, int field);

/* ---- xlsform_survey.c ---- */
void xlsform_read_survey(struct xlsform_reader *r);

/* ---- xlsform_read.c ---- */
/* The heading of a field as the file writes it. */
const char *xlsform_heading(const struct xlsform_reader *r, int sheet, const char *column);
/* yes or no; anything else is a problem. */
bool xlsform_yes(struct xlsform_reader *r, int sheet, long line, const char *column,
	const char *text, bool fallback);
/* Keeps a cell that means nothing here. */
void xlsform_keep(struct arena *arena, struct extra **extras, int *count, const char *column,
	const char *text);

#endif
