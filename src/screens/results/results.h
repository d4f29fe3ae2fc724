/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distributions and cross-tables of a wave: what their screens share. */
#ifndef SCREENS_RESULTS_H
#define SCREENS_RESULTS_H

#include "model/tables/tabulation.h"
#include "report/result_tables.h"
#include "screens/frame/app.h"
#include "screens/surveys/wave_view.h"
#include "tui/pager.h"

/* The screen result_screen takes a struct result_request as its argument. */

struct result_request { /* zero = the wave looked at last, its first question */
	int64_t wave;
	const char *question, *by; /* names; NULL = none */
	const char *where;
	bool cross;
};

struct result_question {
	const char *name, *text; /* "12. Text" */
	bool answers;            /* it has answers to break others down by */
	bool open;               /* answered in words */
	bool counted;            /* has a table: an open one with categories, or any other */
};

/* Questions that were ticked, in the order of the paper. Outlives loads. */
struct question_choice { /* zero = none */
	struct arena arena;
	const char **names;
	int count;
};

struct results {
	/* what the person chose; lives on between loads */
	struct wave_view wave;
	char question[65], by[65];
	char where[512];
	bool cross, weighted, whole_grid;
	bool texts;    /* of an open question what was written, else its categories */
	bool together; /* a cross-table of those chosen */
	struct question_choice several;
	enum result_percent percent;
	/* made by results_load, in the arena */
	struct arena arena;
	struct wave_columns columns;
	struct result_question *questions;
	int question_count, at; /* at: of the question shown, -1 = there is none */
	struct frequency frequency, *grid;
	struct crosstab crosstab;
	struct crosstab *crosstabs; /* of those chosen */
	int crosstab_count;
	struct text_list text_list;
	const char *const *grid_rows, *grid_label;
	bool has_weights;       /* the wave has some */
	int grid_count;         /* 0 = the question stands in no grid */
	const char *refused;    /* why there is nothing to see; NULL = there is */
};

/* Whether the question in view is shown by what was written. */
bool results_show_texts(const struct results *r);
/* Questions of the wave; what cannot be counted is said in refused. */
int results_questions(struct results *r, struct app *app, struct error *err);
/* And the tables of the question. */
int results_load(struct results *r, struct app *app, struct error *err);
/* The tables as text for so many columns, in the arena given. */
const char *results_text(const struct results *r, int columns, bool ascii, struct arena *arena);
/* Title of what is shown. */
const char *results_title(const struct results *r);
/* For export: one table with codes. */
int results_table(const void *results, struct arena *arena, struct report_table *table,
	struct error *err);
/* Asks for a question by number or words; breaks: only such as others can be broken down by, and
 * the mode of answering. The answer is its name. */
void results_ask_question(
	struct screens *s, const struct results *r, bool breaks, const char *title, int action);

/* A list of questions to tick; what was ticked before is. empty: what an empty choice means,
 * translated. The screen below gets act(action) when the choice, which is its own, was changed. */
void question_choice_open(struct screens *s, int64_t wave, struct question_choice *choice,
	bool counted, const char *empty, int action);
bool question_choice_has(const struct question_choice *choice, const char *name);
void question_choice_clear(struct question_choice *choice);

#endif
