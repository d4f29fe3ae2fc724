/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screens of a strategy's year that open each other. */
#ifndef SCREENS_MONITORING_H
#define SCREENS_MONITORING_H

#include "model/monitoring/evaluation.h"
#include "model/monitoring/round_state.h"
#include "report/document.h"
#include "screens/frame/card_form.h"
#include "screens/frame/list_screen.h"
#include "screens/strategies/strategies.h"

extern const struct screen round_view_screen;           /* 6 6 */
extern const struct screen year_reports_screen;         /* 6 7 */
extern const struct screen evaluation_list_screen;      /* 6 8 */
extern const struct screen red_list_screen;             /* 1 4 */
extern const struct screen report_counts_screen;         /* argument: struct year_report_of */
extern const struct screen round_offices_screen;        /* argument: int64_t, the round */
extern const struct screen evaluation_questions_screen; /* argument: int64_t, the evaluation */
extern const struct screen recommendation_list_screen;  /* the same, or NULL = all that are open */

extern const struct card_form_kind round_form;    /* parent: the strategy; slot: year proposed */
extern const struct card_form_kind delivery_form; /* id: place from 1; parent: the round */
/* parent: the round; of a new one slot is the target's number, or minus the task's. */
extern const struct card_form_kind deviation_form;
extern const struct card_form_kind measure_form;    /* of an approved year: the day it was done */
extern const struct card_form_kind correction_form; /* parent: the round; slot: the target */
extern const struct card_form_kind evaluation_form; /* parent: the strategy */
extern const struct card_form_kind evaluation_question_form; /* id: place; parent: the evaluation */
extern const struct card_form_kind recommendation_form;      /* parent: the evaluation */
/* Whether questions and recommendations may change; of a closed evaluation it says why not. */
bool evaluation_open(struct screens *s, const struct evaluation *e);

/* All that is known of a row of the year: the figure with its source, cause and measure. */
const char *round_figure_text(
	const struct round_state *state, const struct round_figure *f, struct arena *arena);
const char *round_task_text(
	const struct round_state *state, const struct round_task *t, struct arena *arena);
/* What stands behind the figure now, file or survey, day and person, under a heading; of an
 * approved one with the value that is there today; "" where nothing does. */
int round_figure_origin(struct app *app, const struct round_state *state,
	const struct round_figure *f, struct arena *arena, const char **text, struct error *err);
/* The same of the figures of other years up to the one asked, the newest first, of the annex of
 * the report. */
int round_figure_years(struct app *app, const struct round_figure *f, int year, struct arena *arena,
	const char **text, struct error *err);
/* Who said the task's state and its money of the year, when, from which file; of an approved year
 * as it was then, and what has changed since. */
const char *round_task_origin(
	const struct round_state *state, const struct round_task *t, struct arena *arena);

/* f goes through the first three. */
enum round_show { SHOW_ALL, SHOW_MISSING, SHOW_OFF, SHOW_UNEXPLAINED, SHOWS };
enum { ROUND_EVERY = -1 };
struct round_of { /* what is shown first of a year; f shows everything again */
	int64_t strategy;
	int year;
	enum round_show show;
	int state;            /* indicators with this status alone; ROUND_EVERY */
	int64_t goal;         /* what stands under this goal alone; 0 = everything */
	int64_t target, task; /* the row to stand on; 0 = the first */
};
/* The year of a report with its figures, each of which leads to its source. */
void round_view_open(struct screens *s, const struct round_of *of);

enum year_report { YEAR_REPORT_MONITORING, YEAR_REPORT_CHAPTER, YEAR_REPORT_EVALUATION };
struct year_report_of {
	struct app *app;
	enum year_report kind;
	int64_t id; /* of the strategy, of the evaluation */
	int year;
};
/* What stands in the text of a report, as document_write() put it, behind so many bytes: Enter on
 * its number opens what it was counted from, at its row. Where nothing is known of the place, all
 * that the report counts. */
void report_place_open(
	struct screens *s, const struct year_report_of *of, const struct document *d, size_t at);
/* On the screen as text, from where w leads to its figures; to a file in any form. */
void year_report_preview(struct screens *s, const struct year_report_of *of);
void year_report_write(struct screens *s, const struct year_report_of *of);
/* The figures of its year, each of which leads to its source; of an evaluation its questions. */
void year_report_figures(struct screens *s, const struct year_report_of *of);

#endif
