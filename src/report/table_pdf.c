/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as pages for printing, upright or across as the width asks. */
#include "config.h"

#include "report/pdf_sheet.h"
#include "report/writers.h"

#include <string.h>

/* The first of upright and across that holds the table in letters that are easy to read. */
static void
lay_out(struct sheet *s, struct pdf *pdf, struct report_table *t)
{
	sheet_start(s, pdf, t->arena, false);
	if (sheet_lay_out(s, t, 9, 8))
		return;
	sheet_start(s, pdf, t->arena, true);
	sheet_lay_out(s, t, 8, 5);
}

static void
draw(struct sheet *s)
{
	struct report_table *t = s->table;

	sheet_page(s);
	if (*t->title)
		sheet_paragraph(s, PDF_BOLD, 13, 0, t->title);
	for (size_t i = 0; i < t->line_count; i++)
		sheet_paragraph(s, PDF_REGULAR, 9, 0, t->lines[i]);
	s->y += 6;
	sheet_table(s);
	s->y += 6;
	for (size_t i = 0; i < t->footnote_count; i++) {
		/* What is signed stands where a hand has room. */
		if (strstr(t->footnotes[i], "......"))
			s->y += 12;
		sheet_paragraph(s, PDF_REGULAR, 8.5, 0, t->footnotes[i]);
	}
	sheet_numbers(s);
}

int
report_pdf(struct report_table *t, struct output *out, struct error *err)
{
	struct sheet s;
	struct pdf *pdf;

	if (pdf_open(&pdf, t->fonts ? t->fonts : "", t->title, err))
		return -1;
	lay_out(&s, pdf, t);
	draw(&s);
	return pdf_commit(pdf, out, err);
}
