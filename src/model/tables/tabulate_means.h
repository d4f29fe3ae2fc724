/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What means tell of hidden cells; only the files of tables include it. */
#ifndef MODEL_TABULATE_MEANS_H
#define MODEL_TABULATE_MEANS_H

#include "model/tables/tabulate_parts.h"

/* Whether all scores stand as rows: of numbers that do not nobody knows the sum. */
bool tally_lists_scores(const struct tally *t);
/* ---- tabulate_numbers.c: means of numbers of which no list stands in the table ---- */
/* Those whose numbers the mean under the head would be of, or whom the condition leaves out, are
 * people, but too few to tell of. */
bool tally_few_scored(const struct tally *t, int head);
bool tally_few_quartiles(const struct tally *t, int head); /* each is somebody's own number */
/* What a condition leaves out under each head. */
int tally_find_left(struct tally *t, const struct tabulation *asked, struct error *err);
/* Takes further means away, until all that are missing under heads are of a group at least: the
 * mean of all would tell a single one. rows_add_up: those under the heads are all. */
void tally_join_means(const struct tally *t, bool rows_add_up, struct column_head *heads);
/* ---- tabulate_unlisted.c: of lists that few people's numbers keep out of the table ---- */
/* That few, of which a reader can guess what they may be: as points on a line. */
bool tally_numbers_dropped(const struct tally *t);
/* The steps, not finer than from, in which the mean under the head can be said, as with hidden
 * cells (tally_mean_safe()), of which a reader knows no more than what numbers there may be; -1 =
 * in none. */
double tally_unlisted_unit(const struct tally *t, int head, double from);
/* Whether the mean of those whom a condition leaves out, which is the difference of two, tells
 * nothing; nor that of all under heads without a mean together. */
bool tally_left_safe(const struct tally *all, int all_head, const struct tally *t, int head);
bool tally_untold_safe(const struct tally *t, const struct column_head *heads);
#define TALLY_COARSE 0.1 /* the steps of a mean that is said coarsely */
/* A number that a reader does not know is more by so much, and one or two others make up for it. */
struct tally_move {
	int cells[3], count;
	long more[3];
};
enum { TALLY_REACH = 20 }; /* how far a number is moved to see whether it could be another */
/* Whether any such move of the cell is possible, among the cells listed. */
bool tally_could_have(const int *cells, int count, int cell, long more,
	bool (*possible)(const void *context, const struct tally_move *move), const void *context);
/* As printed in such steps; unit 0 = in full. */
double tally_printed(double mean, double unit);
struct tally_known { /* of numbers that a reader does not know */
	const long *counts;
	const double *scores; /* NAN = outside the scale: its number moves what the mean is of */
	const long *least, *most; /* by other tables; NULL = one, any */
	int count;
	long scored; /* answers that the mean is of, the hidden ones too */
	double sum;  /* of their scores */
	double unit; /* the mean is printed in steps of this; 0 = in full */
	int under;   /* one of them is under this, or none would be hidden; 0 = none need be */
};
/* Whether a mean can be said though some numbers are hidden: each of them could still be as many
 * different numbers as the threshold asks for, the highest of them at least the threshold, and the
 * mean be printed the same while one of them stays small. What others could hold instead is looked
 * for in two of them at a time: a safe side. */
bool tally_mean_safe(const struct tally_known *known, int threshold);
/* Whether the mean of all, whose distribution hides these answers, can be said beside a table of
 * some, which tells that each number is so much at least: of many answers two numbers are left. */
bool tally_mean_beside(const struct tally *all, const unsigned char *hidden, const long *least);
/* Makes means under heads coarse, or takes them away, until no hidden cell of the cross-table can
 * be computed from all of them together: each could still be as many other numbers as it must,
 * between two columns or a column and hidden totals. hidden: [row * heads + head]. Where the
 * question in the head is a scale too, heads with hidden cells have no mean. */
void tally_weigh_means(const struct tally *t, const unsigned char *hidden, bool rows_add_up,
	struct column_head *heads);

#endif
