/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results of a survey as tables with what is needed to read them truly below: bases, weights,
 * intervals, what is hidden and why. Screens, commands and the report of a wave show the same. Per
 * cents have no decimals below 100 answers and one from there on. */
#ifndef REPORT_RESULT_TABLES_H
#define REPORT_RESULT_TABLES_H

#include "model/tables/tabulate_texts.h"
#include "report/table.h"

struct result_view {
	bool weighted;     /* as it was asked of the tabulation */
	const char *where; /* filter, said above the table; NULL = none */
	bool codes;        /* codes of the answers in a first column */
	bool bars;         /* a bar beside each share */
	bool untitled;     /* the question stands above already */
	bool organisations; /* who answered are no people */
};

enum result_percent { RESULT_COLUMN, RESULT_ROW, RESULT_TOTAL, RESULT_PERCENTS };
enum { RESULT_HEADS = 5 }; /* that a page upright holds beside the total */

/* "12. Text of the question" in the arena. */
const char *result_question(struct arena *arena, const struct answer_column *column);
/* Decimals of a per cent of n answers. */
int result_decimals(long n);
/* "# hidden": a sign and a word, never the number. */
const char *result_hidden(void);
/* Per cent of a share 0..1 of n answers, as people read it: "45,2 %", "# hidden", "–". */
char *result_share(char *dst, size_t size, double share, long n, bool hidden);
/* What per cents of a cross-table are of, translated. */
const char *result_percent_label(enum result_percent percent);

/* Each starts the table in the arena. The rows of answers, then under a line their number, the
 * reasons why there are none, and all forms. */
void result_frequency(struct report_table *t, struct arena *arena, const struct frequency *f,
	const struct result_view *view);
/* Of a question with scores or numbers (f->scale.n > 0): statistic and value. */
void result_scale(struct report_table *t, struct arena *arena, const struct frequency *f,
	const struct result_view *view);
/* Heads on one page, at most RESULT_HEADS and about as many on each. */
int result_heads(const struct crosstab *x);
/* Heads first to first + count - 1 (0-based, less the total) and the total. */
void result_cross(struct report_table *t, struct arena *arena, const struct crosstab *x,
	const struct result_view *view, enum result_percent percent, int first, int count);
/* Questions of one scale in order of their means. */
void result_grid(struct report_table *t, struct arena *arena, const struct frequency *list,
	int count, const char *title, const struct result_view *view);
/* The same questions with all answers: a row a question, a column an answer. */
void result_grid_shares(struct report_table *t, struct arena *arena, const struct frequency *list,
	int count, const char *title, const struct result_view *view);
/* Several questions by one: the answers of each under its words, all under the same heads. Heads
 * are chosen as of result_cross(); x: of one break. */
void result_banner(struct report_table *t, struct arena *arena, const struct crosstab *x, int count,
	const struct result_view *view, enum result_percent percent, int first, int head_count);
/* The question as result_question() words it. */
const char *result_open_question(struct arena *arena, const struct open_question *question);
/* What people wrote, and the rule by which it is shown. */
void result_texts(struct report_table *t, struct arena *arena, const struct text_list *list,
	const struct result_view *view);
/* Sentences under a table, the same for screens: means and shares of the scale, and the notes. */
int result_scale_text(struct arena *arena, const struct frequency *f, const char *const **lines);
void result_notes(struct report_table *t, unsigned notes, int threshold);

#endif
