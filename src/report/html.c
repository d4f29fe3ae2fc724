/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as one page for a browser: no scripts, nothing loaded, fit for printing and for
 * screen readers. */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "report/writers.h"

#include <stdlib.h>
#include <string.h>

static const char style[] =
	"body{font:16px/1.4 sans-serif;margin:1.5em;color:#000;background:#fff}\n"
	"h1{font-size:1.4em;margin:0 0 .3em}\n"
	"p{margin:.1em 0}\n"
	"table{border-collapse:collapse;margin:1em 0}\n"
	"th,td{padding:.15em .6em;border-bottom:1px solid #999;text-align:left;"
	"vertical-align:top}\n"
	"thead th{border-bottom:2px solid #000}\n"
	"tbody th{font-weight:normal}\n"
	".n{text-align:right;white-space:nowrap}\n"
	"@media print{body{margin:0;font-size:10pt}thead{display:table-header-group}"
	"tr{break-inside:avoid}}\n";

static void
put_escaped(struct output *out, const char *text)
{
	size_t size = 3 * strlen(text) + 1;
	char *clean = text_clean(memory_new(size), size, text);

	for (const char *p = clean; *p; p++)
		switch (*p) {
		case '&': output_puts(out, "&amp;"); break;
		case '<': output_puts(out, "&lt;"); break;
		case '>': output_puts(out, "&gt;"); break;
		case '"': output_puts(out, "&quot;"); break;
		default: output_write(out, p, 1);
		}
	free(clean);
}

static void
put_element(struct output *out, const char *open, const char *text, const char *close)
{
	output_puts(out, open);
	put_escaped(out, text);
	output_puts(out, close);
}

static void
put_head(const struct report_table *t, struct output *out)
{
	output_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n",
		i18n_language() == LANGUAGE_POLISH ? "pl" : "en");
	put_element(out, "<title>", t->title, "</title>\n<style>\n");
	output_puts(out, style);
	put_element(out, "</style>\n</head>\n<body>\n<h1>", t->title, "</h1>\n");
	for (size_t i = 0; i < t->line_count; i++)
		put_element(out, "<p>", t->lines[i], "</p>\n");
	output_puts(out, "<table>\n<thead><tr>");
	for (size_t i = 0; i < t->column_count; i++) {
		bool number = t->columns[i].kind == REPORT_NUMBER;

		put_element(out, number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">",
			t->columns[i].heading, "</th>");
	}
	output_puts(out, "</tr></thead>\n<tbody>\n");
}

/* The column that names the row: the first of words, else the first of all. */
static size_t
naming_column(const struct report_table *t)
{
	for (size_t i = 0; i < t->column_count; i++)
		if (t->columns[i].kind == REPORT_TEXT)
			return i;
	return 0;
}

static void
put_cell(struct output *out, const struct report_cell *cell, bool number, bool names)
{
	char shown[64];

	output_puts(out, names ? "<th scope=\"row\"" : "<td");
	output_puts(out, number ? " class=\"n\">" : ">");
	if (cell->kind == REPORT_CELL_NUMBER)
		put_escaped(out, report_cell_show(shown, sizeof shown, cell));
	else if (cell->text)
		put_escaped(out, cell->text);
	if (cell->mark)
		put_element(out, " <sup>", cell->mark, "</sup>");
	output_puts(out, names ? "</th>" : "</td>");
}

int
report_html(struct report_table *t, struct output *out, struct error *err)
{
	size_t naming = naming_column(t);

	(void)err;
	put_head(t, out);
	for (size_t row = 0; row < t->row_count; row++) {
		output_puts(out, "<tr>");
		for (size_t i = 0; i < t->column_count; i++)
			put_cell(out, &t->rows[row].cells[i], t->columns[i].kind == REPORT_NUMBER,
				i == naming);
		output_puts(out, "</tr>\n");
	}
	output_puts(out, "</tbody>\n</table>\n");
	for (size_t i = 0; i < t->footnote_count; i++)
		put_element(out, "<p>", t->footnotes[i], "</p>\n");
	output_puts(out, "</body>\n</html>\n");
	return 0;
}
