/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells of a table are hidden so that nobody's answer can be read or computed from it.
 *
 * The rule. A count of 1 to threshold - 1 is hidden, be it a cell or a total. A zero is shown:
 * nobody stands behind it. Totals are lists of their own: they stand in the distributions of both
 * questions too, so they are hidden exactly where these hide them, and never for the sake of a
 * cell. The cells of a column of fewer than `group` people (or than the threshold, where that is
 * more) are hidden, its zeros too; what all such columns hold together would stand in the
 * difference of the totals, so the cells of further columns, the smallest first, are hidden until
 * they are two at least and have `group` people together. A row that is empty in total stays
 * visible as zeros. Of a table of fewer than threshold people, or of fewer than group where it has
 * columns, all cells are hidden.
 *
 * Then further cells are hidden until every hidden cell is safe. The cells are flows between
 * rows, columns and totals; those hidden form a graph. A reader who adds and subtracts whatever
 * is shown, knows that no count is negative and knows this very rule (so a hidden count outside
 * hidden columns is 1 at least) can narrow a hidden cell to the numbers between least and most
 * flow, which are reached in whole numbers. The cell is safe when at least `threshold` numbers
 * are left (2 at least), the highest of which then is the threshold at least: it cannot be told
 * from a cell that may be shown. A bridge of the graph has one number left, so it never is safe.
 * Where counts are no parts of a total (multiple answers) each is at most its base, and all of a
 * column, where everybody marked something, are its base at least. Further cells
 * are chosen along the shortest path that opens the cell: fewest cells first, then
 * the smallest counts. Equal tables are hidden equally. When nothing helps, all cells are hidden;
 * the totals stay.
 *
 * Those without an answer to the question in the head have a column too, so that totals agree with
 * the distribution. How many they are is shown in any case; what they answered is hidden, zeros
 * too, while they are fewer than a group. Of a group so small no `threshold` numbers can be left:
 * two are asked for.
 *
 * L. H. Cox, Journal of the American Statistical Association 75 (1980) 377-385 (suppression and
 * intervals) and 90 (1995) 1453-1462 (networks); J. P. Kelly, B. L. Golden, A. A. Assad, Networks
 * 22 (1992) 397-417 (shortest paths, one cell after the other); D. Gusfield, SIAM Journal on
 * Computing 17 (1988) 552-571 (bridges); L. Willenborg, T. de Waal, Elements of Statistical
 * Disclosure Control (2001); A. Hundepool and others, Handbook on Statistical Disclosure Control
 * (ESSnet, 2010), chapter 4 (thresholds, intervals, whole groups).
 *
 * What a caller hides along with a cell: its percentages and shares of any base, its weighted
 * count and weighted shares, its interval, and what bars or marks show of them; with a hidden
 * total also the percentages that have it as a base. With a column hidden whole also its mean,
 * sd, median, quantiles, top-2, bottom-2 and net, and the table's chi-square. Where single cells
 * of a column are hidden, figures that are sums over the column's cells are one more equation about
 * them: sd, top-2, bottom-2 and net are hidden, the mean is told as far as `threshold` numbers are
 * left to each cell, if need be to fewer places (tabulate_scale.c).
 *
 * A filter or another threshold of the same answers makes a second table: rest, most and before
 * hold one against that of all, suppression_beside() that of all against one. Tables by two breaks
 * are not held against each other: where one is the finer only, its cells add up to the other's.
 * What a lowered threshold of a wave showed stays known.
 *
 * Not defended: how many forms came by each way of answering. Tables by it and the report's note
 * hide few, but who may see the wave and its list of forms knows how many they are, and with that
 * may narrow the cells of so small a column in a table by the way of answering.
 *
 * Nor is this: in a list the partner of a small cell is the smallest that serves. Who knows how
 * it was chosen knows that it is at most the smallest count that is shown; together with the sum of
 * the hidden ones that can tell both (4, 9 of 4, 9, 9, 30, 30; 4 and 40 of 40, 40, 40, 40, 4). */
#ifndef MODEL_SUPPRESSION_H
#define MODEL_SUPPRESSION_H

#include <stdbool.h>
#include <stddef.h>

enum suppression_state {
	SUPPRESSION_SHOWN,
	SUPPRESSION_SMALL,  /* under the threshold */
	SUPPRESSION_GROUP,  /* in a column whose cells are all hidden */
	SUPPRESSION_FURTHER /* hidden so that others cannot be computed */
};

/* counts[row * (columns + 1) + column], (rows + 1) x (columns + 1): the last column holds the
 * totals of rows, the last row the totals (or bases) of columns, the last cell the table's. All
 * are shown to the reader where they are not hidden. columns 0: a plain list, totals and all. */
struct suppression_table {
	int rows, columns;
	const long *counts;
	const long *people;  /* behind each count, where one person may be counted more than once
	                      * (passes of a repeat); NULL = as many as counted */
	bool rows_add_up;    /* false: one person may stand in several columns */
	bool columns_add_up; /* false: one person may stand in several rows (multiple answers) */
	bool covered;        /* who stands in a column stands in one of its rows at least */
	bool blank;          /* the last column are those without an answer to the head */
	/* Which totals of rows (the table's last) and of columns other tables hide; NULL = as
	 * suppression_list() says. */
	const unsigned char *row_totals, *column_totals;
	/* Cells that another table hides, in the layout of hidden, or NULL: FURTHER, GROUP = zeros
	 * too. What stands in an empty row or column is known to be empty. */
	const unsigned char *before;
	/* Of a table of some, beside that of all: the people behind the rest of each cell, and what
	 * the table of all shows in it, -1 = nothing. A cell is hidden too where its rest is too
	 * small, and is never more than it is there. NULL = there is no such table. */
	const long *rest, *most;
	int threshold;       /* under 2: no cell is too small, but a group may be */
	int group;           /* cells in columns of fewer people are hidden; 0 = none are */
};

struct suppression_outcome {
	bool all;              /* all cells (of a table), all answers (of a list) */
	int small, group, further; /* cells hidden, by state */
};

/* hidden: (rows + 1) x (columns + 1) bytes, enum suppression_state. */
void suppression_table(const struct suppression_table *table, unsigned char *hidden,
	struct suppression_outcome *out);

/* A table and the same turned round, for readers who have both: they hide the same cells, and each
 * is safe as it stands and without those who left its head blank, whom the other one tells. For
 * each row of a table its column in the other one, -1 = none, where nobody stands. Cells of the
 * blank columns are hidden as in a table that stands alone: how many left the other question blank
 * is the difference between the bases and the distribution, and told on purpose. */
void suppression_pair(const struct suppression_table *one, const struct suppression_table *two,
	const int *column_of_one, const int *column_of_two, unsigned char *hidden_one,
	unsigned char *hidden_two, struct suppression_outcome *out_one,
	struct suppression_outcome *out_two);

/* Whether what a table of all hides stays safe where a table of some stands beside it: table are
 * those left out, hidden what the table of all hides. For the cells of all can then be others while
 * those of some stay as they are. */
bool suppression_beside(const struct suppression_table *table, const unsigned char *hidden);
/* All cells, the totals stay. */
void suppression_all(const struct suppression_table *table, unsigned char *hidden,
	struct suppression_outcome *out);

/* A frequency: answers that add up to the valid ones, or (answers_add_up false) multiple answers,
 * each on the base of valid ones. How many forms there are, how many valid ones, and why the others
 * are not, is shown in any case: that somebody left a question blank is no answer of theirs, and
 * hiding it would cost every per cent of a table. hidden: a byte for each answer. */
struct suppression_list {
	const long *answers, *people; /* people: as above */
	int answer_count;
	long valid, valid_people;     /* valid_people: where there are people */
	const unsigned char *before;  /* hidden in any case, where another table does; or NULL */
	bool answers_add_up;
	int threshold;
};
void suppression_list(const struct suppression_list *list, unsigned char *hidden,
	struct suppression_outcome *out);

#endif
