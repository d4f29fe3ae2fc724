/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a strategy's reports share. For them alone. */
#ifndef REPORT_MONITORING_REPORT_PARTS_H
#define REPORT_MONITORING_REPORT_PARTS_H

#include "model/monitoring/round_frozen.h"
#include "report/monitoring_report.h"

struct monitoring_writing {
	const struct monitoring_report *r;
	struct arena *arena;
	struct document *d;
	struct round_state *state;
	const struct unit *unit; /* the strategy's; NULL = unknown */
	int year;
};

/* Loads the year and makes w ready for it. */
int monitoring_open(const struct monitoring_report *r, int64_t strategy, int year,
	struct arena *arena, struct document *d, struct round_state *state,
	struct monitoring_writing *w, struct error *err);
/* The document as it was approved, with the corrections since then behind it; *kept false: the year
 * has none. */
int monitoring_kept(
	const struct monitoring_writing *w, enum round_paper paper, bool *kept, struct error *err);
/* Whole documents from the state. */
int monitoring_report_fill(const struct monitoring_writing *w, struct error *err);
int state_report_fill(const struct monitoring_writing *w, struct error *err);

struct report_table *monitoring_table(const struct monitoring_writing *w, const char *title);
/* Number of the goal of an indicator or a task; "" of the whole strategy. */
const char *monitoring_goal(const struct monitoring_writing *w, int goal);
/* "1.2 Name"; the name alone of what belongs to the whole strategy. */
const char *monitoring_numbered(const struct monitoring_writing *w, int goal, const char *name);
/* Its name, with the unit where that is not the strategy's; the same with its measure:
 * "Roads [km]". */
const char *monitoring_target(
	const struct monitoring_writing *w, const struct target_course *target);
const char *monitoring_measured(
	const struct monitoring_writing *w, const struct target_course *target);
const char *monitoring_year(const struct monitoring_writing *w, int year); /* 0: "" */
const char *monitoring_number(const struct monitoring_writing *w, double value, int decimals);
/* "10 (2021)"; the text alone without a year. */
const char *monitoring_of_year(const struct monitoring_writing *w, const char *text, int year);
/* What is aimed at: a number, an interval, or keeping the base. */
const char *monitoring_aim(const struct monitoring_writing *w, const struct round_figure *f);
extern const char monitoring_corrected_before[]; /* a footnote, N_() */
void monitoring_value(struct report_table *t, double value, int decimals);
void monitoring_zloty(struct report_table *t, int64_t grosze);

/* Of a supralocal strategy the units beside its leader, on the title page. */
int monitoring_partners(const struct monitoring_writing *w, struct error *err);

/* Chapters, in the order of the report. */
int monitoring_summary(const struct monitoring_writing *w, struct error *err);
void monitoring_goals(const struct monitoring_writing *w);
void monitoring_course(const struct monitoring_writing *w, const struct round_figure *f);
void monitoring_indicators(const struct monitoring_writing *w);
int monitoring_tasks(const struct monitoring_writing *w, struct error *err);
int monitoring_deviations(const struct monitoring_writing *w, struct error *err);
int monitoring_changes(const struct monitoring_writing *w, struct error *err);
int monitoring_recommendations(const struct monitoring_writing *w, struct error *err);
int monitoring_corrections(const struct monitoring_writing *w, struct error *err);
int monitoring_values(const struct monitoring_writing *w, struct error *err);

#endif
