/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars of a table in a word processor's file: shades that can be edited like text. */
#ifndef REPORT_DOCX_BAR_H
#define REPORT_DOCX_BAR_H

#include "base/xml_write.h"
#include "report/table.h"

/* The paragraph of a bar's cell of that many twentieths of a point. */
void docx_bar(struct xml_writer *w, const char *style, int room, const struct report_column *column,
	const struct report_cell *cell);

#endif
