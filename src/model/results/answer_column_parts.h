/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of packed answers share; nobody else includes it. */
#ifndef MODEL_ANSWER_COLUMN_PARTS_H
#define MODEL_ANSWER_COLUMN_PARTS_H

#include "model/results/answer_column.h"

/* Bytes of a column as they lie in the database. Numbers are little-endian.
 *
 *   byte  0      1: the format
 *   byte  1      what a row holds, enum packed_kind
 *   bytes 2-3    width of a cell in bytes; 128 = IEEE 754 doubles of 8 bytes
 *   byte  4      decimals d of numbers, 0..15: value = number / 10^d
 *   byte  5      reasons: 0 none is missing, 1 one byte per row, 2 runs of (reason, length 1..255)
 *   byte  6      1 = the rows are passes of a repeat, each with the index of its form
 *   byte  7      0
 *   bytes 8-11   number of rows n
 *   bytes 12-15  number of names
 *   bytes 16-19  bytes of names
 *   then         the names that cells speak of, each ended by a zero byte
 *   then         n indices of forms of 4 bytes, where byte 6 says so
 *   then         n cells
 *   then         the reasons */
enum packed_kind {
	PACKED_FORMS,  /* id and number (8 bytes each, or 4), mode (1); names: ids of versions,
	                * the newest first */
	PACKED_CHOICE, /* index of the name, 1 or 2 bytes */
	PACKED_MARKS,  /* a bit per name, from the lowest of the first byte on */
	PACKED_PLACES, /* a byte per name: its place, 0 = none */
	PACKED_NUMBER, /* signed whole numbers of 1, 2, 4 or 8 bytes, or doubles */
	PACKED_DATE,   /* the same */
	PACKED_TEXT,   /* no cells, only reasons: whether something is written */
	PACKED_KINDS
};

enum { COLUMN_FORM_WIDE = 17, COLUMN_FORM_NARROW = 9, COLUMN_NAMES_MOST = 60000 };

struct packed { /* a blob taken apart; pointers lead into it */
	enum packed_kind kind;
	bool doubles, passes;
	int width, decimals, reasons, name_count;
	size_t rows;
	const char *names;
	const unsigned char *forms, *cells, *reason_bytes;
};

/* Refuses in words what is no column, without a step beyond the bytes. What the cells say is
 * looked at when they are read: packed_sound(). */
int packed_read(const unsigned char *data, size_t size, struct packed *out, struct error *err);
int packed_damaged(struct error *err);
bool packed_sound(const struct packed *p); /* indices rise, choices have names */
const char *packed_name_next(const char *name);
void packed_reasons(const struct packed *p, unsigned char *dst);
int64_t packed_whole(const unsigned char *src, int width); /* signed */
void packed_numbers(const struct packed *p, double *dst);

/* A column on its way into bytes: what a row holds stands in cells as in struct answer_column. */
struct packing {
	enum packed_kind kind;
	size_t rows;
	const char *const *names;
	int name_count;
	const uint32_t *forms; /* of passes, or NULL */
	const unsigned char *missing;
	const void *cells;
	int stride; /* bytes of a cell of PACKED_FORMS, MARKS and PLACES in cells */
};
unsigned char *column_pack(const struct packing *p, size_t *size); /* free() */

/* ---- what the wave asks, through all the versions in which it was keyed ---- */
struct column_version {
	int64_t id;
	struct questionnaire q; /* as keyed */
	int language;           /* of the interface, in it */
};

struct column_asked { /* one question */
	const char *name, *identity;
	enum question_type type;
	bool repeats;
	int version, question; /* of the newest version that asks it */
	int *in;               /* index in each version, -1 = not asked there */
	const char **choices;  /* names of the union */
	int choice_count;
	const unsigned char *data; /* packed; NULL = none */
	size_t size;
	struct answer_column *column; /* unpacked; NULL = not yet */
	struct column_same *same;     /* of numbers; NULL = not yet */
	struct column_sorts *sorts;   /* NULL = none */
	bool sorted;                  /* they were looked for */
	struct tally_heads *heads;    /* of tables; NULL = not yet */
};

struct column_book {
	struct column_version *versions;
	int version_count;
	struct column_asked *asked;
	int asked_count;
	size_t asked_room;
	const char **coded; /* names of open questions with categories */
	int coded_count;
	const unsigned char *forms_data;
	size_t forms_size;
	const int64_t *of_forms; /* their versions; NULL = all columns were packed at once */
	int read_later;          /* columns packed when they were asked for */
	struct tally_selection *selection; /* of the last condition; NULL = none yet */
};

/* ---- answer_column_asked.c ---- */
int column_asked_load(struct wave_columns *w, const int64_t *versions, int count,
	const char *language, struct error *err);
int column_asked_by_name(const struct column_book *b, const char *name); /* -1 = none */
enum packed_kind column_packed_kind(enum question_type type);

/* ---- answer_column.c ---- */
/* ERROR_MISSING: no such question, and those there are. */
int column_no_question(const struct wave_columns *w, const char *question, struct error *err);
/* Number and words of a question as its newest version has them. */
void column_words(const struct wave_columns *w, const struct column_asked *a, const char **number,
	const char **label);

/* ---- wave_filter.c ---- */
/* wave_filter() of the forms marked in `of` (NULL = all); the others are not selected. */
int wave_filter_some(struct wave_columns *w, const char *expression, const unsigned char *of,
	const unsigned char **selected, size_t *count, struct error *err);

/* ---- answer_column_text.c ---- */
bool column_coded(const struct column_book *b, const char *name); /* has categories */
int column_add_codes(struct wave_columns *w, const char *question, struct answer_column *c,
	struct error *err);

/* ---- answer_column_year.c ---- */
/* By what the question allows, else by what was answered. */
bool column_is_year(const struct question *x, const struct answer_column *c);

/* ---- answer_column_read.c ---- */
/* One pass over the answers that count: every column packed, in the arena. versions: of each
 * form. */
int column_read_all(struct wave_columns *w, const int64_t *versions, struct error *err);
/* Packs the column of one question that nobody asked for before; after some of them the others
 * too, for then one pass over all answers is less work. */
int column_read_later(struct wave_columns *w, int asked, struct error *err);

/* ---- answer_column_open.c ---- */
/* As wave_columns_open, but always packs anew and keeps nothing. */
int column_open_anew(struct db *db, const struct wave *wave, struct arena *arena,
	struct wave_columns *out, struct error *err);

#endif
