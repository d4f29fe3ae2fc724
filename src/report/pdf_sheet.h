/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs and tables put on pages one below the other: heads of tables are repeated, page
 * numbers stand at the foot. */
#ifndef REPORT_PDF_SHEET_H
#define REPORT_PDF_SHEET_H

#include "report/pdf.h"
#include "report/table.h"

struct sheet_column {
	double natural, word; /* widths at letters of 1 point: of all, of the longest word */
	double width, x;
};

struct sheet_row {
	const char ***lines; /* of each cell */
	int *counts;
	double height;
};

struct sheet {
	struct pdf *pdf;
	struct arena *arena;
	double width, bottom; /* of the page's inside */
	double y;
	/* the table laid out last */
	struct report_table *table;
	struct sheet_column *columns;
	struct sheet_row head, *rows;
	double size; /* of its letters */
	/* Too wide a table comes in parts, each with the key columns: part i has those from
	 * parts[i] up to parts[i + 1]. */
	size_t keys, part, part_count, *parts;
};

#define SHEET_MARGIN 45.0

/* No page is begun. */
void sheet_start(struct sheet *s, struct pdf *pdf, struct arena *arena, bool across);
void sheet_page(struct sheet *s);
double sheet_room(const struct sheet *s); /* of a whole page */

double sheet_paragraph_height(
	struct sheet *s, enum pdf_font font, double size, double indent, const char *text);
void sheet_paragraph(
	struct sheet *s, enum pdf_font font, double size, double indent, const char *text);

/* Chooses letters, from the size given down, and columns; whether all words stand whole and all
 * columns side by side. */
bool sheet_lay_out(struct sheet *s, struct report_table *t, double size, double smallest);
double sheet_table_height(const struct sheet *s); /* of what was laid out last */
double sheet_head_height(const struct sheet *s);  /* with the first three rows */
void sheet_table(struct sheet *s);
void sheet_numbers(struct sheet *s);

#endif
