/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One writer per form; report_write chooses among them. Documents of several parts are written with
 * the pieces of the same writers. */
#ifndef REPORT_WRITERS_H
#define REPORT_WRITERS_H

#include "report/table.h"

int report_csv_neutral(struct report_table *t, struct output *out, struct error *err);
int report_csv_polish(struct report_table *t, struct output *out, struct error *err);
int report_text(struct report_table *t, struct output *out, struct error *err);
int report_html(struct report_table *t, struct output *out, struct error *err);
int report_xlsx(struct report_table *t, struct output *out, struct error *err);
int report_pdf(struct report_table *t, struct output *out, struct error *err);
int report_docx(struct report_table *t, struct output *out, struct error *err);

/* Text: a paragraph within the page; its first line begins with the mark, the others under the
 * text behind it. */
void report_text_paragraph(struct output *out, const char *mark, const char *text);
/* The text that follows is of this row; row_count = of none. */
void report_table_place(struct report_table *t, size_t row, struct output *out);

/* HTML: to <body>, an escaped text between two tags, the table alone. */
void report_html_start(struct output *out, const char *title);
void report_html_element(
	struct output *out, const char *open, const char *text, const char *close);
void report_html_table(const struct report_table *t, struct output *out);

/* Where nothing can be drawn. */
#define DOCUMENT_SIGN_HERE "......................................"

#endif
