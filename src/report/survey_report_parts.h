/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the chapters of a wave's report share. */
#ifndef REPORT_SURVEY_REPORT_PARTS_H
#define REPORT_SURVEY_REPORT_PARTS_H

#include "report/result_tables.h"
#include "report/survey_report.h"

struct reporting {
	struct db *db;
	const struct wave *wave;
	const struct survey_report *request;
	struct arena *arena;
	struct document *d;
	struct wave_columns columns;
	const char *const *names; /* of the questions, in order */
	int name_count;
	struct result_view view;
};

/* The tabulation of a question as the report asks for it. */
struct tabulation reporting_of(const struct reporting *r, const char *question, const char *by);
int reporting_method(struct reporting *r, struct error *err);

#endif
