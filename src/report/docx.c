/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document for word processors: Office Open XML (ECMA-376, part 1, WordprocessingML) with real
 * headings, lists and tables whose heads repeat, so that an office can work on in it. */
#include "config.h"

#include "report/docx_parts.h"

#include "base/i18n.h"
#include "base/zip.h"
#include "report/docx_bar.h"
#include "report/docx_widths.h"
#include "report/writers.h"

#include <stdio.h>
#include <string.h>

enum { SHORT_TABLE = 16 /* rows that stay on one page */ };

/* ---- paragraphs ---- */

static void
value(struct xml_writer *w, const char *element, const char *val)
{
	xml_open(w, element);
	xml_attribute(w, "w:val", val);
	xml_close(w);
}

static void
run(struct xml_writer *w, const char *text, bool bold, bool raised)
{
	xml_open(w, "w:r");
	if (bold || raised) {
		xml_open(w, "w:rPr");
		if (bold)
			xml_element(w, "w:b", "");
		if (raised)
			value(w, "w:vertAlign", "superscript");
		xml_close(w);
	}
	xml_open(w, "w:t");
	xml_attribute(w, "xml:space", "preserve");
	xml_text(w, text);
	xml_close(w);
	xml_close(w);
}

static void
open_paragraph(struct xml_writer *w, const char *style, bool keep)
{
	xml_open(w, "w:p");
	xml_open(w, "w:pPr");
	value(w, "w:pStyle", style);
	if (keep)
		xml_element(w, "w:keepNext", "");
	xml_close(w);
}

static void
paragraph(struct xml_writer *w, const char *style, const char *text, bool keep)
{
	open_paragraph(w, style, keep);
	if (*text)
		run(w, text, false, false);
	xml_close(w);
}

static void
heading(struct xml_writer *w, const struct document_part *part, size_t number)
{
	static const char *const styles[DOCUMENT_LEVELS] = { "Heading1", "Heading2", "Heading3" };
	char name[32];

	snprintf(name, sizeof name, "_Toc%06zu", number);
	open_paragraph(w, styles[part->level - 1], false);
	xml_open(w, "w:bookmarkStart");
	xml_number(w, "w:id", (long)number);
	xml_attribute(w, "w:name", name);
	xml_close(w);
	run(w, part->text, false, false);
	xml_open(w, "w:bookmarkEnd");
	xml_number(w, "w:id", (long)number);
	xml_close(w);
	xml_close(w);
}

/* ---- contents ---- */

static void
field_mark(struct xml_writer *w, const char *type)
{
	xml_open(w, "w:r");
	xml_open(w, "w:fldChar");
	xml_attribute(w, "w:fldCharType", type);
	xml_close(w);
	xml_close(w);
}

static void
start_field(struct xml_writer *w, const char *instruction)
{
	field_mark(w, "begin");
	xml_open(w, "w:r");
	xml_open(w, "w:instrText");
	xml_attribute(w, "xml:space", "preserve");
	xml_text(w, instruction);
	xml_close(w);
	xml_close(w);
	field_mark(w, "separate");
}

static void
contents_line(struct xml_writer *w, const struct document_part *part, size_t number, bool first)
{
	char name[32];

	snprintf(name, sizeof name, "_Toc%06zu", number);
	open_paragraph(w, part->level == 1 ? "TOC1" : "TOC2", false);
	if (first) /* \n: without page numbers, which only the word processor knows */
		start_field(w, " TOC \\o \"1-2\" \\n \\h \\z ");
	xml_open(w, "w:hyperlink");
	xml_attribute(w, "w:anchor", name);
	run(w, part->text, false, false);
	xml_close(w);
	xml_close(w);
}

static void
contents(const struct document *d, struct xml_writer *w)
{
	bool first = true;

	for (size_t i = 0; i < d->part_count; i++)
		if (d->parts[i].kind == DOCUMENT_HEADING && d->parts[i].level <= 2) {
			contents_line(w, &d->parts[i], i, first);
			first = false;
		}
	if (first)
		return;
	xml_open(w, "w:p");
	field_mark(w, "end");
	xml_close(w);
}

/* ---- tables ---- */

static const char *
cell_style(const struct report_table *t, size_t column, const struct docx_widths *widths)
{
	if (t->columns[column].kind == REPORT_NUMBER)
		return widths->small ? "TableNumberSmall" : "TableNumber";
	return widths->small ? "TableTextSmall" : "TableText";
}

static void
open_cell(struct xml_writer *w, int width)
{
	xml_open(w, "w:tc");
	xml_open(w, "w:tcPr");
	xml_open(w, "w:tcW");
	xml_number(w, "w:w", width);
	xml_attribute(w, "w:type", "dxa");
	xml_close(w);
	xml_close(w);
}

static void
cell(struct xml_writer *w, struct report_table *t, size_t row, size_t column,
	const struct docx_widths *widths, bool keep)
{
	const struct report_cell *c = &t->rows[row].cells[column];
	const char *style = cell_style(t, column, widths);
	int width = widths->columns[column];

	open_cell(w, width);
	if (report_table_is_bar(t, column)) {
		docx_bar(w, style, width - DOCX_PADDING, &t->columns[column], c);
	} else {
		const char *text = docx_shown(t, c);

		open_paragraph(w, style, keep);
		if (*text)
			run(w, text, false, false);
		if (c->mark && *c->mark) {
			run(w, " ", false, false);
			run(w, c->mark, false, true);
		}
		xml_close(w);
	}
	xml_close(w);
}

static void
open_row(struct xml_writer *w, bool head)
{
	xml_open(w, "w:tr");
	xml_open(w, "w:trPr");
	xml_element(w, "w:cantSplit", "");
	if (head)
		xml_element(w, "w:tblHeader", "");
	xml_close(w);
}

static void
head_row(struct xml_writer *w, const struct report_table *t, const struct docx_widths *widths)
{
	open_row(w, true);
	for (size_t i = 0; i < t->column_count; i++) {
		open_cell(w, widths->columns[i]);
		open_paragraph(w, cell_style(t, i, widths), true);
		if (*t->columns[i].heading)
			run(w, t->columns[i].heading, true, false);
		xml_close(w);
		xml_close(w);
	}
	xml_close(w);
}

static void
grid(struct xml_writer *w, const struct report_table *t, const int *widths)
{
	long total = 0;

	for (size_t i = 0; i < t->column_count; i++)
		total += widths[i];
	xml_open(w, "w:tblPr");
	value(w, "w:tblStyle", "Result");
	xml_open(w, "w:tblW");
	xml_number(w, "w:w", total);
	xml_attribute(w, "w:type", "dxa");
	xml_close(w);
	xml_open(w, "w:tblLayout");
	xml_attribute(w, "w:type", "fixed");
	xml_close(w);
	xml_open(w, "w:tblLook");
	xml_attribute(w, "w:val", "0020"); /* the first row is the head */
	xml_close(w);
	xml_close(w);
	xml_open(w, "w:tblGrid");
	for (size_t i = 0; i < t->column_count; i++) {
		xml_open(w, "w:gridCol");
		xml_number(w, "w:w", widths[i]);
		xml_close(w);
	}
	xml_close(w);
}

static void
table(struct xml_writer *w, struct report_table *t)
{
	struct docx_widths widths = docx_measure(t);

	if (*t->title)
		paragraph(w, "Caption", t->title, true);
	for (size_t i = 0; i < t->line_count; i++)
		paragraph(w, "Note", t->lines[i], true);
	xml_open(w, "w:tbl");
	grid(w, t, widths.columns);
	head_row(w, t, &widths);
	for (size_t row = 0; row < t->row_count; row++) {
		bool keep = t->row_count <= SHORT_TABLE && row + 1 < t->row_count;

		open_row(w, false);
		for (size_t i = 0; i < t->column_count; i++)
			cell(w, t, row, i, &widths, keep);
		xml_close(w);
	}
	xml_close(w);
	for (size_t i = 0; i < t->footnote_count; i++)
		paragraph(w, "Note", t->footnotes[i], false);
	if (t->footnote_count == 0) /* two tables in a row would become one */
		paragraph(w, "Note", "", false);
}

/* ---- the whole ---- */

static void
part(struct xml_writer *w, const struct document_part *p, size_t number)
{
	switch (p->kind) {
	case DOCUMENT_HEADING:
		heading(w, p, number);
		break;
	case DOCUMENT_PARAGRAPH:
		paragraph(w, "Normal", p->text, false);
		break;
	case DOCUMENT_ITEM:
		paragraph(w, "ListBullet", p->text, false);
		break;
	case DOCUMENT_NOTE:
		paragraph(w, "Note", p->text, false);
		break;
	case DOCUMENT_SIGNATURE:
		paragraph(w, "Signature", DOCUMENT_SIGN_HERE, true);
		paragraph(w, "Signature", p->text, false);
		break;
	case DOCUMENT_TABLE:
		table(w, p->table);
		break;
	}
}

static void
page(struct xml_writer *w)
{
	static const char *const margins[] = { "w:top", "w:right", "w:bottom", "w:left", "w:header",
		"w:footer" };

	xml_open(w, "w:sectPr");
	xml_open(w, "w:footerReference");
	xml_attribute(w, "w:type", "default");
	xml_attribute(w, "r:id", "rId4");
	xml_close(w);
	xml_open(w, "w:pgSz");
	xml_number(w, "w:w", 11906);
	xml_number(w, "w:h", 16838);
	xml_close(w);
	xml_open(w, "w:pgMar");
	for (int i = 0; i < 6; i++)
		xml_number(w, margins[i], i < 4 ? 1134 : 567);
	xml_number(w, "w:gutter", 0);
	xml_close(w);
	xml_close(w);
}

static void
body(const struct document *d, struct output *out)
{
	struct xml_writer w;

	xml_start(&w, out);
	xml_open(&w, "w:document");
	xml_attribute(&w, "xmlns:w", DOCX_NAMESPACE);
	xml_attribute(&w, "xmlns:r", DOCX_RELATIONS);
	xml_open(&w, "w:body");
	for (size_t i = 0; i < d->above_count; i++)
		paragraph(&w, "Letterhead", d->above[i], false);
	if (*d->title)
		paragraph(&w, "Title", d->title, false);
	for (size_t i = 0; i < d->fact_count; i++) {
		open_paragraph(&w, "Fact", false);
		run(&w, arena_format(d->arena, "%s: ", d->facts[i].name), true, false);
		run(&w, d->facts[i].text, false, false);
		xml_close(&w);
	}
	if (d->contents)
		contents(d, &w);
	for (size_t i = 0; i < d->part_count; i++)
		part(&w, &d->parts[i], i);
	page(&w);
	xml_end(&w);
}

int
document_docx(struct document *d, struct output *out, struct error *err)
{
	struct zipped *zip = zipped_new();
	struct output *files[DOCX_FILES + 1];
	const char *names[DOCX_FILES + 1];
	int result, count = docx_files(d);

	for (int i = 0; i < count; i++) {
		files[i] = output_memory();
		names[i] = docx_file(i, d, files[i]);
	}
	files[count] = output_memory();
	names[count] = "word/document.xml";
	body(d, files[count]);
	for (int i = 0; i <= count; i++) {
		size_t size;
		const char *text = output_text(files[i], &size);

		zipped_add(zip, names[i], text, size);
	}
	result = zipped_write(zip, out, err);
	for (int i = 0; i <= count; i++)
		output_abort(files[i]);
	return result;
}

int
report_docx(struct report_table *t, struct output *out, struct error *err)
{
	struct document d;
	struct report_table plain = *t;

	document_start(&d, t->arena, t->title);
	plain.title = "";
	plain.line_count = 0;
	for (size_t i = 0; i < t->line_count; i++)
		document_paragraph(&d, t->lines[i]);
	*document_table(&d) = plain;
	return document_docx(&d, out, err);
}
