/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the makers of paper forms share: the form as a list of items, in words of its language. */
#ifndef REPORT_PAPER_PARTS_H
#define REPORT_PAPER_PARTS_H

#include "report/paper.h"

enum paper_word {
	WORD_FORM_NUMBER,
	WORD_NUMBER_SHORT,
	WORD_PAGE,
	WORD_PAGE_ALONE,
	WORD_VERSION,
	WORD_AT_MOST,
	WORD_SEVERAL,
	WORD_PLACES,
	WORD_PLACES_ALL,
	WORD_DAY,
	WORD_MONTH,
	WORD_YEAR,
	WORD_CONTROLLER,
	WORD_PURPOSE,
	WORD_LEGAL_BASIS,
	WORD_ONLY_IF,
	WORD_OR,
	WORD_AND,
	WORD_MARKED,
	WORD_NOT_MARKED,
	WORD_EQUAL,
	WORD_NOT_EQUAL,
	WORD_MORE,
	WORD_LESS,
	WORD_AT_LEAST,
	WORD_MOST,
	WORDS
};

enum paper_kind {
	PAPER_HEADING,
	PAPER_NOTE,
	PAPER_CHOICES,
	PAPER_RANK,
	PAPER_SCALE,
	PAPER_GRID,
	PAPER_DIGITS,
	PAPER_DATE,
	PAPER_LINES
};

struct paper_choice {
	const char *code, *label;
	bool exit; /* counts as missing, or stands alone: set a little apart */
};

struct paper_row { /* of a grid */
	const char *number, *label;
};

struct paper_item {
	enum paper_kind kind;
	int level;                        /* of a heading, 0 = outermost */
	int page;                         /* of the questionnaire */
	const char *number;               /* "" = none */
	const char *label, *hint, *route; /* "" = none */
	struct paper_choice *choices;
	int choice_count;
	bool across;                      /* choices in one line, if they fit */
	struct paper_row *rows;
	int row_count;
	int digits, decimals, lines;
	bool follows;                     /* "which?" of a choice just above */
};

struct paper {
	const struct paper_request *request;
	const struct questionnaire *q;
	struct arena *arena;
	bool polish;
	const char *title, *under_title;
	const char *notice, *instruction; /* lines parted by \n */
	const char *foot;                 /* code and version */
	struct paper_item *items;
	int count;
	size_t room;
	const char **remarks;
	int remark_count;
	size_t remark_room;
};

const char *paper_word(const struct paper *p, enum paper_word word);
/* A word with one or two gaps, filled. */
const char *paper_phrase(
	const struct paper *p, enum paper_word word, const char *first, const char *second);
/* Text in the form's language; "" = none. */
const char *paper_text(const struct paper *p, const struct texts *t);
void paper_remark(struct paper *p, const char *text);
/* Whether the text names the number as a word of its own. */
bool paper_names(const char *text, const char *number);
/* The rule of a question or group in plain words: "" where there is none, where the questionnaire
 * says it already, or, with a remark, where it is not simple. */
const char *paper_route(struct paper *p, int question);
/* Whether the question asks only for the words of a choice of the question above: "which?" */
bool paper_follows(const struct paper *p, int question, int above);

/* Title, notice, instruction and the items. */
void paper_collect(struct paper *p);
void paper_items(struct paper *p);

void paper_as_text(const struct paper *p, struct output *out);
int paper_as_pdf(struct paper *p, struct output *out, int *pages, struct error *err);

#endif
