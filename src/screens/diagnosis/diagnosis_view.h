/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the diagnosis screen share. */
#ifndef SCREENS_DIAGNOSIS_VIEW_H
#define SCREENS_DIAGNOSIS_VIEW_H

#include "model/diagnosis/finding.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"

enum { DIAGNOSIS_LINES = 3 }; /* over the list */
enum {
	DIAGNOSIS_ANSWER_PEERS = ACTION_ANSWER_1,
	DIAGNOSIS_ANSWER_TREE,
	DIAGNOSIS_ANSWER_YEARS,
	DIAGNOSIS_ANSWER_YEAR,
	DIAGNOSIS_ANSWER_REASON,
	DIAGNOSIS_ANSWER_CONFIRM,
	DIAGNOSIS_ANSWER_TAKE,
	DIAGNOSIS_ANSWER_FACTOR,
	DIAGNOSIS_ANSWER_TURN
};

struct diagnosis_factor { /* a row on its way into a SWOT, box by box */
	enum { FACTOR_ASKS_SWOT, FACTOR_MAKES_SWOT, FACTOR_ASKS_KIND, FACTOR_ASKS_TEXT } step;
	int64_t swot;
	enum factor_kind kind;
};

struct diagnosis_view {
	struct list_screen base;
	struct diagnosis question; /* as the person set it */
	struct diagnosis_result answer;
	const struct unit_table *units;
	const struct unit *unit;   /* NULL: none chosen yet */
	struct finding *findings;
	int finding_count;
	bool areas, quadrant;      /* what is wanted */
	bool lent;                 /* the tree was not chosen */
	bool folded;               /* the rows that are loaded are areas */
	int area;                  /* only this one's indicators, -1 = all */
	int only;                  /* a class, STANDINGS = about the mean; STANDING_NONE = all */
	bool empty;                /* rows without any value too */
	int counts[STANDINGS + 1]; /* of rows by class, last those about the mean */
	int hidden;                /* rows without any value */
	int context;               /* rows with values and without a direction */
	int *shown; /* rows or areas of the answer that the list shows; -1 = the whole */
	int first_year, last_year; /* of the database */
	struct diagnosis_factor factor;
	int taking;  /* kind of the entry that is being written, enum problem_kind; -1 = asked */
	int turning; /* action that turns a rejected row, once it is agreed to */
};

/* The row of the answer that the list's row stands for; NULL with areas. */
const struct diagnosis_row *diagnosis_view_row(const struct diagnosis_view *v, int row);
const struct finding *diagnosis_view_finding(
	const struct diagnosis_view *v, const struct diagnosis_row *row);

extern const struct list_column diagnosis_columns[];
/* Areas have no value of their own, and more room for their names. */
void diagnosis_columns_choose(struct diagnosis_view *v);
void diagnosis_cell(const void *self, int row, int column, struct list_cell *c);
void diagnosis_above(void *self, struct canvas *c);
void diagnosis_note(const void *self, int row, char *dst, size_t size);
/* The rows as the list shows them, with all their numbers. */
int diagnosis_build(
	const void *self, struct arena *arena, struct report_table *table, struct error *err);
bool diagnosis_quadrant(void *self, struct canvas *c);
/* The area that the list's row stands for; *index its place in the tree, -1 = the whole. */
const struct diagnosis_area *diagnosis_view_area(
	const struct diagnosis_view *v, int row, int *index);
enum role standing_role(enum standing s);
/* Sign and word of a class. */
void diagnosis_standing_cell(struct list_cell *c, enum standing s, bool near);
/* "+ driver: 9 …": how many of each class, last ([STANDINGS]) those about the mean. */
void diagnosis_count_line(const int *counts, struct canvas *c, int line);
/* One sign, the same without colours and lines; none is a line of the chart. */
const char *standing_sign(enum standing s);

/* Boxes that ask; their answers come as DIAGNOSIS_ANSWER_… */
void diagnosis_ask_peers(struct screens *s);
void diagnosis_ask_tree(struct screens *s);
void diagnosis_ask_years(struct screens *s, const struct diagnosis_view *v);
void diagnosis_ask_year(struct screens *s, const struct diagnosis_view *v);
/* What is done to an indicator's row; SCREEN_PASS: something else was meant. */
int diagnosis_act_indicator(struct screens *s, struct diagnosis_view *v, int row, int action);
/* An answer of a box that was opened for the row; false = of another box. */
bool diagnosis_answer(struct screens *s, struct diagnosis_view *v, int row, int action,
	const struct event *event);
/* The row as a factor of a SWOT: which one, of which kind, in which words. */
void diagnosis_factor_ask(struct screens *s, struct diagnosis_view *v, int row);
void diagnosis_factor_answer(
	struct screens *s, struct diagnosis_view *v, int row, const struct event *event);

#endif
