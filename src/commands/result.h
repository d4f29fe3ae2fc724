/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a command prints: rows of typed cells, in the form that --format or the name behind -o
 * asks for. CSV is written as it comes, so that its size costs no memory. */
#ifndef COMMANDS_RESULT_H
#define COMMANDS_RESULT_H

#include "commands/run.h"
#include "report/document.h"

struct result_column {
	const char *name;      /* of the neutral CSV: "first_year"; fixed, never translated */
	const char *heading;   /* N_(), for people */
	enum report_kind kind; /* years and numbers of entries are codes: nobody adds them */
};

struct result;

/* title stands above the rows where the form has room for it; columns must outlive the result. */
int result_start(struct result **out, struct run *run, const char *title,
	const struct result_column *columns, int count, struct error *err);
#define RESULT_COLUMNS(array) array, (int)(sizeof(array) / sizeof((array)[0]))
/* A line under the title: source, year; before the first cell. CSV has no room for it. */
void result_line(struct result *r, const char *text);
/* One cell after another, row by row. */
void result_text(struct result *r, const char *text); /* texts and codes */
/* A fixed code for programs (neutral and Polish CSV), words for people. */
void result_words(struct result *r, const char *code, const char *words);
void result_yes(struct result *r, bool yes);
/* Decimals of a column for people; CSV has all of them. */
void result_places(struct result *r, int column, int decimals);
void result_number(struct result *r, double value);   /* NaN: empty */
/* A mean, a median: for people so rounded, in CSV without what computing left behind its twelfth
 * digit. */
void result_computed(struct result *r, double value, int decimals);
void result_sum(struct result *r, double value); /* the same, for people as result_number() */
void result_rounded(struct result *r, double value, int decimals); /* for people; CSV: in full */
void result_whole(
	struct result *r, long long value);   /* also into a column of codes; 0 is written */
void result_year(struct result *r, int year); /* 0: empty */
void result_none(struct result *r);
/* The table of a form for people, which the caller makes anew in the arena in place of cells; NULL
 * of CSV, which takes cells. */
struct report_table *result_table(struct result *r, struct arena **arena);
/* The same for what is more than one table: the caller starts the document in the arena. */
struct document *result_document(struct result *r, struct arena **arena);
/* A report: by --format or the name of the file; a document goes into a file. */
int run_document_format(const struct run *run, enum report_format *format, struct error *err);
int run_document_write(
	struct run *run, struct document *document, enum report_format format, struct error *err);
/* Writes what is left; frees r either way. -1: nothing of a file stays. */
int result_end(struct result *r, struct error *err);
void result_abandon(struct result *r); /* after a failure; NULL is fine */

/* A table of two columns, for cards. */
extern const struct result_column result_pairs[2];
void result_pair(struct result *r, const char *name, const char *value);

#endif
