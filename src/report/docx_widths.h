/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide the columns of a table are in a word processor's document. */
#ifndef REPORT_DOCX_WIDTHS_H
#define REPORT_DOCX_WIDTHS_H

#include "report/table.h"

/* In twentieths of a point. */
enum {
	DOCX_INSIDE = 9638, /* of an A4 page with margins of 2 cm */
	DOCX_PADDING = 180  /* beside what stands in a cell */
};

struct docx_widths {
	int *columns;
	bool small; /* in smaller letters, because it is wide */
};

struct docx_widths docx_measure(struct report_table *t);
/* What stands in a cell; in the table's arena. */
const char *docx_shown(struct report_table *t, const struct report_cell *cell);

#endif
