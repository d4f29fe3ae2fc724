/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a whole wave: how the survey was done, every question in the order of the paper,
 * grids as ranked tables, and everything once more by chosen questions. */
#ifndef REPORT_SURVEY_REPORT_H
#define REPORT_SURVEY_REPORT_H

#include "model/tables/tabulation.h"
#include "report/document.h"

struct survey_report {         /* zero = the whole wave, unweighted, without breaks */
	const char *unit;      /* as people call the wave's; "" or NULL = none */
	const char *const *by; /* questions; TABULATION_MODE = by mode of answering */
	int by_count;
	/* Of which questions, whatever their order; none = all. */
	const char *const *questions;
	int question_count;
	bool texts; /* what people wrote stands in it; it may name persons */
	bool services;  /* with a chapter on importance and rating of services */
	bool potential; /* and on the profile of the questionnaire's parts */
	bool weighted;
	const char *where; /* filter, NULL = all */
	int threshold;     /* 0 = the wave's */
};

/* Fills d from the arena, in the language of the interface. wave must outlive d. */
int survey_report_build(struct db *db, const struct wave *wave, const struct survey_report *request,
	struct arena *arena, struct document *d, struct error *err);

#endif
