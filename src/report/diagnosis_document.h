/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnoses as tables of numbers: the same file from the screen and from the command. Method,
 * group, its number of units and the years stand above; n and what is missing in each row. */
#ifndef REPORT_DIAGNOSIS_DOCUMENT_H
#define REPORT_DIAGNOSIS_DOCUMENT_H

#include "model/diagnosis/diagnosis.h"
#include "report/table.h"

/* count indicators in this order of rows; rows NULL = the first count. t is started by it. */
void diagnosis_table(const struct diagnosis *question, const struct diagnosis_result *answer,
	const char *title, const int *rows, int count, struct arena *arena, struct report_table *t);
/* The areas of the tree, the whole first. */
void diagnosis_areas_table(const struct diagnosis *question, const struct diagnosis_result *answer,
	const char *title, struct arena *arena, struct report_table *t);

#endif
