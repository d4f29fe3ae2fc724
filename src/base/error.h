/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong, as a whole sentence in the language of the person, and where. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

enum error_code {
	ERROR_NONE,
	ERROR_INPUT,    /* what a person typed or a file holds cannot be taken */
	ERROR_MISSING,  /* what was asked for is not there */
	ERROR_CONFLICT, /* a colleague was faster */
	ERROR_BUSY,     /* the database is held by somebody else */
	ERROR_FULL,     /* disk or quota full */
	ERROR_IO,       /* reading or writing failed */
	ERROR_DATA,     /* the database is damaged or not ours */
	ERROR_NEWER,    /* the database belongs to a newer gromada */
	ERROR_DENIED,   /* the person may not do this */
	ERROR_CANCEL    /* the person gave up waiting */
};

struct error {
	enum error_code code;
	int field;      /* 1-based number of the form's field concerned; 0 = none */
	long row;       /* 1-based line of a file; 0 = none */
	int column;     /* 1-based column of a file; 0 = none */
	char text[512]; /* whole sentence, UTF-8, cut at a whole character */
};

/* Records the first failure and returns -1, so that "return error_set(...)" ends
 * a function. Later calls keep the first. err may be NULL. */
int error_set(struct error *err, enum error_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* The same, and names the place in a file (row, column; 0 = unknown). */
int error_at(struct error *err, enum error_code code, long row, int column, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* The same, and names the form's field. */
int error_field(struct error *err, enum error_code code, int field, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

void error_clear(struct error *err);

/* What the system says about a number of errno, a few words for the brackets of a sentence; in the
 * language of the program also where the system itself speaks no Polish. */
const char *error_reason(int number);

#endif
