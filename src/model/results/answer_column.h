/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to one question in one wave, packed: every table, weight and file of answers is
 * counted from columns. They are laid down in one pass over the wave's answers and kept in the
 * database until an answer that counts changes; who asks for a column need not know. */
#ifndef MODEL_ANSWER_COLUMN_H
#define MODEL_ANSWER_COLUMN_H

#include "model/questionnaires/missing.h"
#include "model/questionnaires/questionnaire.h"
#include "model/surveys/wave.h"

#include <stdint.h>

enum column_kind {
	COLUMN_CHOICE,  /* one of the choices: select_one */
	COLUMN_CHOICES, /* any of them: select_multiple, and the codes of an open answer */
	COLUMN_RANKS,   /* places given to choices: rank */
	COLUMN_NUMBER,  /* integer, decimal, range, a calculation; one that gives words is CHOICE */
	COLUMN_DATE     /* days since 1970-01-01, in number[] */
};

struct column_choice {
	const char *name;  /* what an answer stores; of an open answer the code's number */
	const char *label; /* in the language the wave was opened in */
	enum missing exit; /* a printed exit (hard to say): in tables, out of means */
	double score;      /* what the choice stands for where the question is a scale: its name or
	                    * else its code; NAN for an exit and where there is no scale */
};

struct answer_column {
	const char *name, *number, *label; /* of the newest version that asks it */
	const char *wording; /* as a person reads it alone: of a row with its grid's question; NULL
	                      * = the label */
	const char *identity;              /* of the same question elsewhere */
	enum question_type type;
	enum column_kind kind;
	/* Choices with scores, or numbers: means are meant. Names of choices are often mere
	 * numbers; a select_one is a scale when it is one in its appearance (likert) or in a grid,
	 * its list says how many points it has (rating5), or each label begins with its number;
	 * three points at least, and no label with other digits (18-24 years). */
	bool scale;
	double low, high; /* ends of the scale, of scores or of a range; else NAN */
	double step;      /* of a range, above zero; else NAN */
	bool year;        /* its numbers are years */
	int choice_count;
	const struct column_choice *choices;
	size_t count;                 /* rows */
	const uint32_t *form;         /* index of the row's form; NULL = row i is form i. In a
	                               * repeat a form has a row for each pass. */
	const unsigned char *missing; /* enum missing of the row; the arrays below hold something
	                               * only where it is MISSING_NONE */
	const uint16_t *choice;       /* COLUMN_CHOICE: index of the choice */
	const uint64_t *marks;        /* COLUMN_CHOICES: words per row, bit = choice; none in an
	                               * open answer that is not coded yet */
	int words;
	const unsigned char *place;   /* COLUMN_RANKS: choice_count per row, 0 = not placed */
	const double *value;          /* COLUMN_NUMBER, COLUMN_DATE */
};

struct weighting_fit;

/* A wave opened for counting: its keyed forms in the order of their numbers. */
struct wave_columns {
	struct db *db;
	struct arena *arena;
	const struct wave *wave;
	int language;                  /* index in the questionnaire */
	const struct questionnaire *q; /* as it is keyed, of the wave's version */
	size_t forms;
	const int64_t *ids, *numbers;
	const unsigned char *mode;     /* enum form_mode */
	int64_t changes;               /* rises with whatever changes a table of this wave */
	struct column_book *book;      /* versions and packed columns */
	const double *weights;         /* of each form; NULL = not asked for yet */
	bool weights_hidden;           /* as in struct weights; known once weights are */
	const struct weighting_fit *margins; /* the same */
	int margin_count;
};

enum form_mode { MODE_PAPER, MODE_ONLINE, MODE_INTERVIEWER, MODE_COUNT };

/* language: of the interface ("pl"). Everything lives in the arena; wave must outlive it. A wave
 * without keyed forms is the user's error: a sentence. All packed answers are read here, in one
 * read transaction, so that what is counted later is of one moment. Columns out of date are packed
 * anew from the answers, and kept when the database is free to write; to have them kept, call it
 * outside db_read_begin() and db_write(). */
int wave_columns_open(struct db *db, const struct wave *wave, const char *language,
	struct arena *arena, struct wave_columns *out, struct error *err);
/* The same in a write transaction (asserted), for who counts a few questions: what is out of date
 * is packed when its column is asked for, and not kept. */
int wave_columns_open_few(struct db *db, const struct wave *wave, const char *language,
	struct arena *arena, struct wave_columns *out, struct error *err);
/* The column of a question, read once. ERROR_MISSING names what there is. A text without codes is
 * refused in words. The pointer stays good until the arena goes. */
int wave_column(struct wave_columns *wave, const char *question, const struct answer_column **out,
	struct error *err);
/* A number of the column as people write it, a mean too: years without a mark between thousands. */
char *column_figure(
	const struct answer_column *c, char *dst, size_t size, double value, int decimals);
/* Whether any form of the wave was keyed in a version that asks it; the wave's own version, q, may
 * be newer than all its forms. */
bool wave_asks(const struct wave_columns *wave, const char *question);
/* Of COLUMN_NUMBER and COLUMN_DATE: rows by value. Sorted at the first call. */
struct column_same {
	const uint32_t *order; /* rows with a value, the smallest first */
	size_t count;          /* of them */
	const uint32_t *place; /* of each such row: its value's place among the distinct ones */
	size_t distinct;
};
const struct column_same *wave_column_same(
	struct wave_columns *wave, const struct answer_column *column);
/* The questions that have a column, in the order of the paper: names. */
int wave_column_names(struct wave_columns *wave, const char *const **names, int *count,
	struct error *err);
/* And all that are asked, with the open ones without categories, which have no column. */
int wave_asked_names(
	struct wave_columns *wave, const char *const **names, int *count, struct error *err);

struct open_question {                     /* its answers are texts */
	const char *name, *number, *label; /* as in struct answer_column */
	bool coded;                        /* has a column too: its categories */
};
/* In the arena; NULL = the wave asks no such question, or it is not open. */
const struct open_question *wave_open_question(
	const struct wave_columns *wave, const char *question);
/* Open answers as they were typed, in order of forms; "" where there is none. */
int wave_texts(struct wave_columns *wave, const char *question, const char *const **texts,
	struct error *err);
/* true for each form for which the expression holds (ODK's expressions over ${questions}). One
 * that does not compile is the user's error. selected: forms bytes in the
 * arena. */
int wave_filter(struct wave_columns *wave, const char *expression, const unsigned char **selected,
	size_t *count, struct error *err);

#endif
