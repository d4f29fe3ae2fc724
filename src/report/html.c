/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as one page for a browser: no scripts, nothing loaded, fit for printing and for
 * screen readers. */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "report/bar_sign.h"
#include "report/writers.h"

#include <stdlib.h>
#include <string.h>

static const char style[] =
	"body{font:16px/1.4 sans-serif;margin:1.5em;color:#000;background:#fff}\n"
	"h1{font-size:1.4em;margin:0 0 .3em}\n"
	"h2{font-size:1.2em;margin:1.6em 0 .3em;border-bottom:1px solid #000}\n"
	"h3{font-size:1.05em;margin:1.4em 0 .3em}h4{font-size:1em;margin:1em 0 .3em}\n"
	"p{margin:.1em 0}p.c{font-weight:bold;margin-top:1em}\n"
	".f{font-size:.85em}p.f{max-width:60em}\n"
	"nav ul{list-style:none;padding:0}nav .l2{margin-left:1.5em}\n"
	"dl{display:grid;grid-template-columns:max-content auto;gap:.1em 1em}dd{margin:0}\n"
	"table{border-collapse:collapse;margin:1em 0}\n"
	"th,td{padding:.15em .6em;border-bottom:1px solid #999;text-align:left;"
	"vertical-align:top}\n"
	"thead th{border-bottom:2px solid #000}\n"
	"tbody th{font-weight:normal}\n"
	".n{text-align:right;white-space:nowrap}\n"
	".b{min-width:8em}.b span{display:block;border-top:.9em solid #555}\n"
	".b div{position:relative;width:24em;height:1.4em}\n"
	".b div span{position:absolute;top:.5em;border-top-width:.4em}\n"
	".b i{position:absolute;font-style:normal;transform:translateX(-50%)}\n"
	"tr.s th,tr.s td{border-top:1px solid #000}\n"
	"@media print{body{margin:0;font-size:10pt}thead{display:table-header-group}"
	"tr{break-inside:avoid}"
	"h2,h3,h4,.c{break-after:avoid}}\n";

static void
put_escaped(struct output *out, const char *text)
{
	size_t size = 3 * strlen(text) + 1;
	char *clean = text_clean_line(memory_new(size), size, text);

	for (const char *p = clean; *p; p++)
		switch (*p) {
		case '&':
			output_puts(out, "&amp;");
			break;
		case '<':
			output_puts(out, "&lt;");
			break;
		case '>':
			output_puts(out, "&gt;");
			break;
		case '"':
			output_puts(out, "&quot;");
			break;
		default:
			output_write(out, p, 1);
		}
	free(clean);
}

void
report_html_element(struct output *out, const char *open, const char *text, const char *close)
{
	output_puts(out, open);
	put_escaped(out, text);
	output_puts(out, close);
}

void
report_html_start(struct output *out, const char *title)
{
	output_printf(out,
		"<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n",
		i18n_code());
	report_html_element(out, "<title>", title, "</title>\n<style>\n");
	output_puts(out, style);
	report_html_element(out, "</style>\n</head>\n<body>\n<h1>", title, "</h1>\n");
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
		report_html_element(out, " <sup>", cell->mark, "</sup>");
	output_puts(out, names ? "</th>" : "</td>");
}

/* A border, because browsers print no backgrounds; hidden from readers that speak: the number
 * stands beside. */
static void
put_place(struct output *out, const char *place, double share)
{
	int tenths = (int)(share * 1000 + 0.5);

	output_printf(out, "%s:%d.%d%%", place, tenths / 10, tenths % 10);
}

static void
put_span(struct output *out, double from, double to)
{
	output_puts(out, "<span style=\"");
	if (from > 0) {
		put_place(out, "margin-left", from);
		output_puts(out, ";");
	}
	put_place(out, "width", to - from);
	output_puts(out, "\"></span>");
}

/* A thin bar with signs that are taller than it. */
static void
put_signs(struct output *out, const struct report_column *column, const struct report_cell *cell)
{
	double from, to;

	output_puts(out, "<td class=\"b\" aria-hidden=\"true\"><div>");
	if (report_bar_ends(column, cell, &from, &to))
		put_span(out, from, to);
	for (enum report_sign sign = 0; sign < REPORT_SIGNS; sign++) {
		double share = report_sign_share(column, cell, sign);

		if (share < 0)
			continue;
		output_puts(out, "<i style=\"");
		put_place(out, "left", share);
		output_printf(out, "\">%s</i>", report_sign_glyph(sign));
	}
	output_puts(out, "</div></td>");
}

static void
put_bar(struct output *out, const struct report_column *column, const struct report_cell *cell)
{
	double from, to;

	if (cell->signs) {
		put_signs(out, column, cell);
		return;
	}
	if (report_bar_ends(column, cell, &from, &to)) {
		output_puts(out, "<td class=\"b\" aria-hidden=\"true\">");
		put_span(out, from, to);
		output_puts(out, "</td>");
	} else {
		output_puts(out, "<td class=\"b\"></td>");
	}
}

static void
put_headings(const struct report_table *t, struct output *out)
{
	output_puts(out, "<table>\n<thead><tr>");
	for (size_t i = 0; i < t->column_count; i++) {
		bool number = t->columns[i].kind == REPORT_NUMBER;

		if (report_table_is_bar(t, i) && !*t->columns[i].heading)
			output_puts(out, "<td></td>");
		else
			report_html_element(out,
				number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">",
				t->columns[i].heading, "</th>");
	}
	output_puts(out, "</tr></thead>\n<tbody>\n");
}

void
report_html_table(const struct report_table *t, struct output *out)
{
	size_t naming = naming_column(t);

	put_headings(t, out);
	for (size_t row = 0; row < t->row_count; row++) {
		output_puts(out, t->rows[row].sum ? "<tr class=\"s\">" : "<tr>");
		for (size_t i = 0; i < t->column_count; i++)
			if (report_table_is_bar(t, i))
				put_bar(out, &t->columns[i], &t->rows[row].cells[i]);
			else
				put_cell(out, &t->rows[row].cells[i],
					t->columns[i].kind == REPORT_NUMBER, i == naming);
		output_puts(out, "</tr>\n");
	}
	output_puts(out, "</tbody>\n</table>\n");
}

int
report_html(struct report_table *t, struct output *out, struct error *err)
{
	(void)err;
	report_html_start(out, t->title);
	for (size_t i = 0; i < t->line_count; i++)
		report_html_element(out, "<p>", t->lines[i], "</p>\n");
	report_html_table(t, out);
	for (size_t i = 0; i < t->footnote_count; i++)
		report_html_element(out, "<p>", t->footnotes[i], "</p>\n");
	output_puts(out, "</body>\n</html>\n");
	return 0;
}
