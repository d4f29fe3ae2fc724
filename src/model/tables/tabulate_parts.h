/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of tables share; nobody else includes it. */
#ifndef MODEL_TABULATE_PARTS_H
#define MODEL_TABULATE_PARTS_H

#include "model/weights/estimate.h"
#include "model/tables/tabulation.h"

struct tally_answer { /* a row of the table */
	const char *name, *label;
	enum missing missing; /* an exit, or a reason that counts as an answer of its own */
	bool exit;
	double score;         /* NAN = none */
};

struct tally_base { /* under one head */
	long n, people;           /* valid; in repeats the forms that they are of */
	size_t seen, scored_seen; /* the last of them + 1 */
	double weight, squares;
	long scored, scored_people; /* those that a mean is of; in repeats their forms */
	double scored_weight, scored_squares;
	struct estimate_value *values; /* of numbers: malloc */
	size_t value_count, value_room;
};

/* A question in the head of tables: found once, kept beside its column. */
struct tally_heads {
	int count;             /* without the total */
	int choices;           /* the first of them; then reasons */
	int *choice, *of_choice; /* of each head; head of each choice, refusals have none: -1 */
	enum missing *reason;  /* of each head that is no choice but a reason that counts as one */
	int of_reason[MISSING_COUNT]; /* the printed exit where there is one; -1 = none */
	uint16_t *of;          /* of one choice: head of each row, count = none */
	bool blanks;           /* a row stands under none */
	/* What its distribution hides, by head, with this filter and threshold; or NULL. */
	const unsigned char *hidden;
	const char *where;
	int threshold;
};

/* Answers counted under heads; the last head is the total of all valid answers, whatever the head
 * was answered: it is the distribution. */
struct tally {
	struct wave_columns *w;
	const struct answer_column *column, *by; /* by NULL: mode, or no heads */
	bool by_mode;
	int threshold;
	const unsigned char *selected; /* forms; NULL = all */
	const double *weights;         /* of forms; NULL = 1 */
	double correction;             /* of the finite population */
	bool random;
	bool uneven_hidden;            /* by weights of which the effective n is hidden */
	bool intervals;                /* passes of one form are no sample of passes */

	struct tally_answer *answers;
	int answer_count;
	int *choice_answer;                 /* row of each choice, -1 = out of the valid ones */
	int reason_answer[MISSING_COUNT];   /* row of a reason that is an answer, -1 = none */
	double numbers[TABULATION_POINTS + 1]; /* in order */
	int number_count;                   /* more than TABULATION_POINTS: not listed */
	bool whole_range, dropped;          /* all points of a range are rows; few numbers none */
	int places;                         /* ranks: places to give */

	const struct column_sorts *sorts;   /* of the column; NULL = it is counted row by row */
	const size_t *rows;                 /* of each sort, fulfilling the condition */
	int heads;                          /* with the total */
	int blank;                          /* of those without an answer to by; -1 = none are */
	struct tally_heads *head_list;      /* of by */
	long *n;                            /* [answer * heads + head] */
	long *people;                       /* forms behind each n; NULL = as many: no repeat */
	size_t *seen;                       /* the last of them + 1 */
	double *weight;
	struct tally_base *base;            /* [head] */
	const bool *few_left; /* [head] numbers that a condition leaves out; NULL = none */
	const long *most; /* [answer * heads + head] of all; NULL = there is no condition */
	long *first;                        /* ranks, total: [answer] */
	double *points, *place_weight;      /* ranks, total: [answer]: sums of w points, w place */
	long *place_n;                      /* ranks, total: [answer * (places + 1) + place] */
	long forms, distinct;               /* rows in the base; forms that they are of */
	double forms_weight;
	long missing_n[MISSING_COUNT];
	double missing_weight[MISSING_COUNT];
};

int tally_count(struct wave_columns *w, const struct tabulation *t, struct tally *out,
	struct error *err);
void tally_release(struct tally *t);
/* The forms that fulfil the condition (NULL or "" = all: *selected NULL); ERROR_DENIED where they,
 * or those left out, are so few that a table would tell of persons, or where it parts answers that
 * the distribution of a question named in it hides. */
int tally_select(struct wave_columns *w, const char *where, int threshold,
	const unsigned char **selected, struct error *err);
static inline size_t
tally_form_of(const struct tally *t, size_t row)
{
	return t->column->form ? t->column->form[row] : row;
}

static inline size_t /* the row of the question in the head */
tally_head_row(const struct tally *t, size_t row)
{
	return t->by->form ? row : tally_form_of(t, row);
}
/* Off the route or filtered away it does not count at all. */
static inline bool
tally_in_base(const struct tally *t, size_t row)
{
	return t->column->missing[row] != MISSING_OFF_ROUTE &&
	       (!t->selected || t->selected[tally_form_of(t, row)]);
}

/* What a distribution hides: of the total where there are heads. */
struct tally_hidden {
	unsigned char *answers; /* enum suppression_state; in the arena */
	bool whole;             /* no answer is shown */
	bool few;               /* nor how many gave one: too small a group to be broken down */
	bool nothing;           /* nor how many forms there are */
	bool meanless;          /* no mean is told, beside other tables */
	int asked;              /* enum route_telling: nor how many were asked */
	unsigned notes;
};
void tally_hide(const struct tally *t, struct tally_hidden *out);
/* Further of a condition's forms: that of all tells the others. */
int tally_hide_part(const struct tally *t, const struct tabulation *asked, struct tally_hidden *out,
	struct error *err);
/* Ranks: first places and points beside the mentions, which f has already. */
int tally_hide_places(const struct tally *t, const struct tabulation *asked, struct frequency *f,
	struct error *err);
int tally_find_most(struct tally *t, const struct tabulation *asked, struct error *err);
/* Where all have the head; only the blank one need not be there: -1. */
int tally_head_among(const struct tally *all, const struct tally *t, int head);
bool tally_adds_up(const struct tally *t); /* the answers, to the valid ones */
bool tally_heads_add_up(const struct tally *t); /* the heads, to the total */
void tally_list_heads(struct tally *t);         /* of by */
bool tally_under(const struct tally *t, size_t row, int head); /* of several choices */
bool tally_under_none(const struct tally *t, size_t row);
/* What the distribution of the question in the head hides, by head; NULL = there is none. */
int tally_hidden_heads(const struct tally *t, const struct tabulation *asked,
	const unsigned char **out, struct error *err);

void tally_list_answers(struct tally *t);
int tally_row_of(const struct tally *t, const char *name); /* of an answer; -1 = there is none */
void tally_drop_numbers(struct tally *t);
int tally_number_place(const struct tally *t, double value); /* among numbers */
double tally_effective(double weight, double squares);
/* Mean and the rest under one head; head -1: nothing. hidden: of the answers under it, NULL = none
 * is; where some are, only what does not give them away. */
void tally_scale(
	const struct tally *t, int head, const unsigned char *hidden, struct scale_result *out);
#endif
