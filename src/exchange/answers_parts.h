/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read answers share; nobody else includes it. */
#ifndef EXCHANGE_ANSWERS_PARTS_H
#define EXCHANGE_ANSWERS_PARTS_H

#include "exchange/answers.h"
#include "exchange/byteset.h"
#include "exchange/kind.h"
#include "model/surveys/form_import.h"

enum answers_state {
	ANSWERS_EMPTY,
	ANSWERS_TAKEN,  /* value stands for it */
	ANSWERS_LACKS,  /* a reason: missing */
	ANSWERS_STRANGE, /* no choice has this name or label */
	ANSWERS_WRONG   /* why says what is wrong */
};

struct answers_text { /* one of the different texts of a column, turned into an answer once */
	long count, line; /* how often, and where first */
	enum answers_state state;
	bool legal;       /* route_legal() has said yes */
	const char *value, *why;
	enum missing missing;
};

struct answers_column {
	const char *heading;
	struct byteset texts;
	struct answers_text *list; /* by number of the text */
	size_t room;
	enum answers_role role;
	bool decided;
	int question, occurrence, choice;
};

struct answers_target { /* an answer that the file can hold */
	int question, occurrence;
	int value, reason;    /* columns, -1 = none */
	int *choices;         /* columns of single choices */
	int choice_count;
};

enum answers_row { ROW_NEW, ROW_SAME, ROW_DIFFERS, ROW_BAD };

struct answers_entry { /* a row of the file */
	long line;
	int64_t number; /* 0 = is given one */
	char uid[33];
	enum answers_row state;
};

struct answers_file {
	struct arena arena;   /* lives as long as the importer */
	struct arena choosing; /* of one comparison */
	struct wave wave;
	struct questionnaire q;
	struct route *route;
	struct answers_column *columns;
	int column_count;
	size_t column_room;
	int *cells; /* row by row: number of the column's text */
	long *lines;
	size_t cell_room, line_room;
	int row_count;
	const struct progress *progress; /* of reading; NULL afterwards; below: by a comparison */
	struct answer_mapping *remembered;
	int remembered_count;
	const struct answer_mapping *given;
	int given_count;
	struct answers_target *targets;
	int target_count;
	int number_column, mode_column, uid_column; /* -1 = none */
	const char *mode; /* of rows that do not say */
	struct answers_entry *rows;
	int undecided;
	long bad, soft, off_route, on_paper;
	char soft_names[400];   /* line and question of the first soft ones */
	long blank, unnumbered, again; /* new rows: empty; nothing names them; as a form says */
	struct answer *room; /* for the answers of FORM_IMPORT_MANY rows */
	size_t room_size; /* of one row */
};

/* ---- answers_read.c ---- */
const char *answers_cell_text(const struct answers_file *f, int row, int column);
struct answers_text *answers_cell_of(const struct answers_file *f, int row, int column);
bool answers_is_workbook(const char *path);
int answers_read(struct answers_file *f, struct import_job *job, struct input *in,
	const struct progress *progress, struct error *err);

/* ---- answers_columns.c ---- */
/* Finds what every column is; refuses two columns for one thing. */
int answers_columns(struct answers_file *f, struct import_job *job, struct error *err);
/* The mapping of a heading (question "") or of a label; NULL = there is none. */
const struct answer_mapping *answers_mapping(
	const struct answers_file *f, const char *question, const char *source);
/* As files name it. */
const char *answers_target_name(
	const struct answers_file *f, const struct answers_column *c, struct arena *arena);

/* ---- answers_values.c ---- */
void answers_convert(struct answers_file *f, struct answers_column *c);
/* The choice of the question's list that a name, a code or a label means; -1 = none. */
int answers_choice(const struct questionnaire *q, int question, const char *text);

/* ---- answers_judge.c ---- */
struct answers_numbering {
	struct form_known *known; /* in order of numbers */
	int known_count;
	struct byteset uids;          /* of known forms, in their order */
	struct byteset seen, numbers, contents; /* of the file */
	int *times; /* how often a content was seen */
	size_t room;
	int64_t highest;
	struct byteset there; /* what keyed forms say, when it was asked for */
	bool there_read;
	long keyed;
	struct arena arena;
};
int answers_start_numbering(struct answers_file *f, struct import_job *job,
	struct answers_numbering *n, struct error *err);
void answers_end_numbering(struct answers_numbering *n);
const struct form_known *answers_known(const struct answers_numbering *n, int64_t number);

struct answers_judging {
	struct answers_file *f;
	struct import_job *job;
	struct answers_numbering numbering;
	struct arena arena; /* of the row */
	int language;
};
/* Fills the row's entry and adds remarks; -1 only when the database fails. */
int answers_judge(struct answers_judging *j, int row, struct error *err);
/* ---- answers_again.c ---- */
bool answers_any(const struct answers_file *f, const struct answers *a); /* not reasons alone */
/* Counts a new row that nothing names, and whether a form of the wave says the same. */
int answers_again(struct answers_judging *j, int row, const struct answers *a, struct error *err);
void answers_say_again(const struct answers_judging *j);

/* ---- answers_rows.c ---- */
/* The answers of a row, as they stand in the file, in one of FORM_IMPORT_MANY places that do not
 * disturb each other; -1 = the sentence says what is wrong. */
int answers_compose(struct answers_file *f, int row, int place, struct answers *out, int *column,
	struct error *err);
/* "paper", "online", "interviewer"; NULL = the text is none of them. */
const char *answers_mode(const struct answers_file *f, int row);
const char *answers_mode_word(const char *text);
int answers_refuse_mode(const char *text, struct error *err); /* -1: says which words there are */

#endif
