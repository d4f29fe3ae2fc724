/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of a wave as a table, a row a form: files of online forms in, data for analysts out.
 * Reading is a kind of import (importer.h); here stands what the mapping on screen needs. */
#ifndef EXCHANGE_ANSWERS_H
#define EXCHANGE_ANSWERS_H

#include "base/output.h"
#include "exchange/importer.h"
#include "model/surveys/wave.h"

/* ---- reading: how the file's columns and labels were understood ---- */
enum answers_role {
	ANSWERS_UNKNOWN,  /* the person has to say */
	ANSWERS_LEFT_OUT,
	ANSWERS_COMPUTED, /* a calculation: computed here */
	ANSWERS_NUMBER,   /* of the form */
	ANSWERS_MODE,
	ANSWERS_UID,      /* the online tool's own name of the answer */
	ANSWERS_VALUE,
	ANSWERS_REASON,   /* why there is no answer */
	ANSWERS_CHOICE    /* one choice of several: yes or no */
};

struct answers_heading {
	const char *source;     /* heading */
	const char *examples;   /* a few of its values */
	const char *target;     /* question as files name it, q7, q7/1, q7_missing; "" = none */
	const char *label;      /* of the question, "" = none */
	enum answers_role role;
	bool decided;           /* by a person, now or for an earlier file */
};

struct answers_label { /* a text that names no choice */
	const char *question, *source;
	const char *target; /* choice; "" = left out; NULL = not decided */
	long count;
};

/* In the arena. Of an importer of IMPORT_ANSWERS. */
void answers_headings(const struct importer *importer, struct arena *arena,
	struct answers_heading **list, int *count);
void answers_labels(const struct importer *importer, struct arena *arena,
	struct answers_label **list, int *count);
/* The questionnaire as it is keyed, for choosing targets. */
const struct questionnaire *answers_questionnaire(const struct importer *importer);

/* ---- giving out ---- */
struct answers_export {
	bool numbers; /* form number, keyer and instant too, in order of numbers; else shuffled */
	bool texts;   /* open answers too */
	bool unweighted; /* else the wave's weights too, when it has any */
	bool polish;  /* for people, as Polish spreadsheets open it: BOM, semicolon, decimal comma,
	               * CR LF; wording, labels and reasons in place of names */
};

/* Keyed forms of the wave as CSV, neutral unless polish; several passes of a repeat stand side by
 * side: name_1, name_2. A wave without keyed forms is refused in words. The caller commits or
 * aborts out. forms: how many were written; may be NULL. */
int answers_write(struct db *db, const struct wave *wave, const struct answers_export *options,
	struct output *out, const struct progress *progress, long *forms, struct error *err);

#endif
