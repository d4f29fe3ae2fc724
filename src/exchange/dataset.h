/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves for analysis, before any format: variables with names that every program takes,
 * labels, codes, reasons for missing answers, and forms in an order that tells nothing. Values are
 * read from the packed columns as they are asked for; nothing is copied. */
#ifndef EXCHANGE_DATASET_H
#define EXCHANGE_DATASET_H

#include "base/progress.h"
#include "model/results/answer_column.h"

enum {
	DATA_NAME_MOST = 32,  /* of Stata; SPSS takes 64 bytes. One set of names for all formats */
	DATA_TEXT_MOST = 255, /* bytes: longer strings are torn by some readers of .sav */
	DATA_CODE_FIRST = -91 /* of the reasons, see struct missing_reason */
};

struct dataset_options { /* zero = what may leave without a second thought */
	bool numbers; /* form number, keyer and instant too, in order of numbers; else shuffled */
	bool texts;   /* open answers too */
	bool unweighted; /* leaves the wave's weights out */
};

enum data_kind { DATA_NUMBER, DATA_DATE, DATA_TEXT };
enum data_measure { DATA_NOMINAL, DATA_ORDINAL, DATA_SCALE };

struct data_code {
	int number;
	const char *name;  /* of the choice */
	const char *label; /* whole, one line */
	enum missing exit; /* a printed exit */
	double score;      /* what it stands for in a mean; NAN = in none */
};

struct data_variable {
	char name[DATA_NAME_MOST + 1]; /* ASCII, unique whatever the case */
	const char *question;          /* its name; "" = the form's own: mode, weight */
	const char *asked;             /* the question's label */
	const char *label;             /* the variable's, whole, one line */
	enum data_kind kind;
	enum data_measure measure;
	int decimals; /* of numbers */
	int width;    /* bytes of the longest text, at least 1 */
	const struct data_code *codes; /* of answers */
	int code_count;
	/* All choices as they are printed: codes, and the exits that leave as reasons, because they
	 * stand in no mean (of a scale) or among no valid answers (a refusal). */
	const struct data_code *printed;
	int printed_count;
	bool reasons; /* an answer may be missing for a reason */
	const char *reason_labels[MISSING_COUNT]; /* of such exits; NULL = the reason's own */
	int stands[MISSING_COUNT]; /* the choice that prints a reason and stays an answer: both
	                            * are one, as in our tables; -1 = none */
	double shift; /* added to a reason's code so that no answer is equal to it */
	int pass;     /* of a repeat, 1 and up; else 0 */
	/* where values come from; for dataset.c */
	const struct answer_column *column;
	const uint32_t *first; /* of a repeat: row of each form's first pass, forms + 1 of them */
	int choice;            /* of several or of ranks: which; else -1 */
	int refusal;           /* of several: the first choice that is a refusal; -1 = none */
	const char *const *texts; /* each on one line */
	const char *const *whole; /* as they were written */
	const double *values;
};

struct data_set { /* variables of one question with several answers */
	char name[DATA_NAME_MOST + 1];
	const char *label;
	bool ranks; /* places, else 0 and 1 */
	int first, count;
};

struct data_rename { /* a name that could not be kept */
	const char *wanted, *name;
};

struct dataset {
	struct arena *arena;
	const struct wave *wave;
	const struct questionnaire *q;
	int language;
	const char *title;
	size_t rows;
	const uint32_t *order; /* forms in the order of rows */
	struct data_variable *variables;
	int count;
	size_t room;
	struct data_set *sets;
	int set_count;
	size_t set_room;
	struct data_rename *renames;
	int rename_count;
	size_t rename_room;
	int weight; /* index of the variable, -1 = none */
};

struct data_text { /* an open question, with what was written */
	const char *question, *label;
	const char *const *texts; /* one a form */
};

struct data_keyed { /* who keyed a form first, and when; "" = erased */
	const char *keyed_at, *keyer;
};

struct dataset_source { /* all that a data set is made of; forms are those of the wave */
	const struct wave_columns *wave;
	const struct answer_column *const *columns;
	int column_count;
	const struct data_text *texts;
	int text_count;
	const struct data_keyed *keyed; /* NULL = without numbers and shuffled; else one a form */
	const double *weights;          /* NULL = none; one a form, all above zero */
};

/* Makes the data set in the wave's arena. What source points to must outlive it. A weight of zero
 * or below is refused in words. */
int dataset_make(const struct dataset_source *source, struct dataset *out, struct error *err);
/* The same of an opened wave, with all its questions. */
int dataset_load(struct wave_columns *wave, const struct dataset_options *options,
	const struct progress *progress, struct dataset *out, struct error *err);

/* The number of a variable in a row: MISSING_NONE and *value (NAN = nothing there though the
 * question was answered: a choice that was given no place), else the reason; of a printed exit the
 * reason and in *value its code on paper, else *value stays as it is. */
enum missing data_number(
	const struct dataset *d, const struct data_variable *v, size_t row, double *value);
/* An open answer on one line, and as it was written; "" = none. */
const char *data_text(const struct dataset *d, const struct data_variable *v, size_t row);
const char *data_whole(const struct dataset *d, const struct data_variable *v, size_t row);
double data_reason_code(const struct data_variable *v, enum missing missing);
const char *data_reason_label(const struct data_variable *v, enum missing missing);

/* One line of at most bytes (0 = any) and characters (0 = any), ending at a whole character; *cut
 * is raised when something was lost. In the arena. */
const char *data_label(
	struct arena *arena, const char *text, size_t bytes, size_t characters, int *cut);

/* ---- parts, for dataset.c ---- */
/* A legal name near wanted that no variable and no set has; told: one that differs is noted. */
void dataset_name(struct dataset *d, char dst[DATA_NAME_MOST + 1], const char *wanted, bool told);
/* Numbers for the choices of a column: those of its scale, else those on paper, else places. */
const struct data_code *dataset_codes(const struct dataset *d, const struct answer_column *column);
/* Whether a printed exit leaves as a reason, as our tables have it: outside the mean of a scale,
 * and a refusal outside all that is valid. */
bool dataset_leaves(const struct data_variable *v, enum missing exit);
bool dataset_refuses(const struct answer_column *c, int choice);

#endif
