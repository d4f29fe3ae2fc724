/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as pages for printing: a heading stays with what it heads, a short table on one page
 * (a longer one where that leaves no large part of a page empty), contents with page numbers in
 * front, bookmarks beside. */
#include "config.h"

#include "report/document.h"

#include "base/i18n.h"
#include "report/pdf_sheet.h"

#include <stdbool.h>
#include <stdio.h>

#define TEXT 9.5
#define SMALL 8.0
#define TABLE 8.5
#define SMALLEST 5.0
#define CONTENTS_LEADING 1.5
#define INDENT 12.0
#define AFTER_PARAGRAPH 5.0
#define LEAD_LINES 3    /* a paragraph that only leads to what stands under it */
#define WHOLE_MOST 0.8  /* of a page: a table that is higher is torn */
#define EMPTY_MOST 0.35 /* of a page: so much may stay empty so that a table stays whole */
#define SIGN_ABOVE 44.0
#define SIGN_WIDTH 200.0

static const struct {
	double size, before, after;
} headings[DOCUMENT_LEVELS] = { { 15, 22, 6 }, { 11.5, 16, 4 }, { 10, 12, 3 } };

struct layout {
	struct sheet s;
	struct document *d;
	int *pages; /* of each part, 0 = not drawn yet */
	bool tear;  /* tables may go on on the next page */
};

/* ---- heights, so that nothing is torn that should not be ---- */

/* Once is enough: a table is measured with its heading and drawn right after. */
static void
lay_out(struct layout *l, struct report_table *t)
{
	if (l->s.table != t)
		sheet_lay_out(&l->s, t, TABLE, SMALLEST);
}

static double
table_height(struct layout *l, struct report_table *t)
{
	double above = *t->title ? sheet_paragraph_height(&l->s, PDF_BOLD, TEXT, 0, t->title) : 0;
	double below = 4;

	for (size_t i = 0; i < t->line_count; i++)
		above += sheet_paragraph_height(&l->s, PDF_REGULAR, SMALL, 0, t->lines[i]);
	lay_out(l, t);
	for (size_t i = 0; i < t->footnote_count; i++)
		below += sheet_paragraph_height(&l->s, PDF_REGULAR, SMALL, 0, t->footnotes[i]);
	if (!l->tear && above + sheet_table_height(&l->s) + below <= sheet_room(&l->s) * WHOLE_MOST)
		return above + sheet_table_height(&l->s) + below;
	return above + sheet_head_height(&l->s) + 8;
}

static double together(struct layout *l, size_t i);

/* A heading, the lines about it, and what they lead to. */
static double
heading_height(struct layout *l, size_t i)
{
	const struct document_part *part = &l->d->parts[i];
	double height = headings[part->level - 1].before + headings[part->level - 1].after +
			sheet_paragraph_height(
				&l->s, PDF_BOLD, headings[part->level - 1].size, 0, part->text);

	for (i++; i + 1 < l->d->part_count && l->d->parts[i].kind == DOCUMENT_PARAGRAPH; i++) {
		double lines =
			sheet_paragraph_height(&l->s, PDF_REGULAR, TEXT, 0, l->d->parts[i].text);

		if (lines > LEAD_LINES * TEXT * 1.25)
			break;
		height += lines + AFTER_PARAGRAPH;
	}
	return height + (i < l->d->part_count ? together(l, i) : 0);
}

/* Of a part together with what must stand under it. */
static double
together(struct layout *l, size_t i)
{
	const struct document_part *part = &l->d->parts[i];

	switch (part->kind) {
	case DOCUMENT_HEADING:
		return heading_height(l, i);
	case DOCUMENT_TABLE:
		return table_height(l, part->table);
	case DOCUMENT_SIGNATURE:
		return SIGN_ABOVE + 2 * SMALL;
	default:
		return 2 * TEXT * 1.25;
	}
}

/* On this page, whole or, where much of the page would stay empty otherwise, at least begun. */
static bool
fits(struct layout *l, size_t i)
{
	double rest = l->s.bottom - l->s.y;
	bool here;

	l->tear = false;
	if (together(l, i) <= rest)
		return true;
	l->tear = true;
	here = rest > sheet_room(&l->s) * EMPTY_MOST && together(l, i) <= rest;
	l->tear = false;
	return here;
}

/* ---- drawing ---- */

static void
draw_heading(struct layout *l, size_t i)
{
	const struct document_part *part = &l->d->parts[i];
	int level = part->level - 1;

	if (l->s.y > SHEET_MARGIN)
		l->s.y += headings[level].before;
	l->pages[i] = pdf_pages(l->s.pdf);
	pdf_mark(l->s.pdf, part->level, l->s.y, part->text);
	sheet_paragraph(&l->s, PDF_BOLD, headings[level].size, 0, part->text);
	l->s.y += headings[level].after;
}

static void
draw_table(struct layout *l, struct report_table *t)
{
	if (*t->title)
		sheet_paragraph(&l->s, PDF_BOLD, TEXT, 0, t->title);
	for (size_t i = 0; i < t->line_count; i++)
		sheet_paragraph(&l->s, PDF_REGULAR, SMALL, 0, t->lines[i]);
	lay_out(l, t);
	sheet_table(&l->s);
	l->s.y += 4;
	for (size_t i = 0; i < t->footnote_count; i++)
		sheet_paragraph(&l->s, PDF_REGULAR, SMALL, 0, t->footnotes[i]);
	l->s.y += 8;
}

static void
draw_signature(struct layout *l, const char *who)
{
	l->s.y += SIGN_ABOVE;
	pdf_line(l->s.pdf, 0.5, SHEET_MARGIN, l->s.y, SHEET_MARGIN + SIGN_WIDTH, l->s.y);
	sheet_paragraph(&l->s, PDF_REGULAR, SMALL, 0, who);
}

static void
draw_part(struct layout *l, size_t i)
{
	const struct document_part *part = &l->d->parts[i];
	bool heads_on = i > 0 && l->d->parts[i - 1].kind == DOCUMENT_HEADING;

	/* What a heading carries was measured with it. */
	if (!heads_on && l->s.y > SHEET_MARGIN && !fits(l, i))
		sheet_page(&l->s);
	switch (part->kind) {
	case DOCUMENT_HEADING:
		draw_heading(l, i);
		break;
	case DOCUMENT_PARAGRAPH:
		sheet_paragraph(&l->s, PDF_REGULAR, TEXT, 0, part->text);
		l->s.y += AFTER_PARAGRAPH;
		break;
	case DOCUMENT_NOTE:
		sheet_paragraph(&l->s, PDF_REGULAR, SMALL, 0, part->text);
		l->s.y += 3;
		break;
	case DOCUMENT_ITEM:
		pdf_text(l->s.pdf, PDF_REGULAR, TEXT, SHEET_MARGIN + 2, l->s.y + TEXT * 1.05, "•");
		sheet_paragraph(&l->s, PDF_REGULAR, TEXT, INDENT, part->text);
		l->s.y += 2;
		break;
	case DOCUMENT_SIGNATURE:
		draw_signature(l, part->text);
		break;
	case DOCUMENT_TABLE:
		draw_table(l, part->table);
		break;
	}
}

/* ---- title and contents ---- */

static void
draw_title(struct layout *l)
{
	const struct document *d = l->d;
	double name = 0;

	sheet_page(&l->s);
	for (size_t i = 0; i < d->above_count; i++)
		sheet_paragraph(&l->s, i == 0 ? PDF_BOLD : PDF_REGULAR, TEXT, 0, d->above[i]);
	l->s.y += d->above_count > 0 ? 14 : 0;
	sheet_paragraph(&l->s, PDF_BOLD, 18, 0, d->title);
	l->s.y += 8;
	for (size_t i = 0; i < d->fact_count; i++) {
		double width = pdf_width(l->s.pdf, PDF_BOLD, TEXT, d->facts[i].name);

		if (width > name)
			name = width;
	}
	for (size_t i = 0; i < d->fact_count; i++) {
		pdf_text(l->s.pdf, PDF_BOLD, TEXT, SHEET_MARGIN, l->s.y + TEXT * 1.05,
			d->facts[i].name);
		sheet_paragraph(&l->s, PDF_REGULAR, TEXT, name + 12, d->facts[i].text);
		l->s.y += 2;
	}
	l->s.y += 10;
}

static bool
listed(const struct document_part *part)
{
	return part->kind == DOCUMENT_HEADING && part->level <= 2;
}

/* Calls for each line of the contents; a first time to leave room, a second one to write. */
static void
draw_contents(struct layout *l, bool write)
{
	int page = 1;

	for (size_t i = 0; i < l->d->part_count; i++) {
		const struct document_part *part = &l->d->parts[i];
		double indent = part->level > 1 ? INDENT : 0, right = SHEET_MARGIN + l->s.width;
		const char **lines;
		char number[16];

		if (!listed(part))
			continue;
		if (l->s.y + TEXT * CONTENTS_LEADING > l->s.bottom) {
			if (write)
				pdf_go(l->s.pdf, ++page);
			else
				pdf_page(l->s.pdf);
			l->s.y = SHEET_MARGIN;
		}
		l->s.y += TEXT * CONTENTS_LEADING;
		if (!write)
			continue;
		pdf_wrap(l->s.pdf, part->level > 1 ? PDF_REGULAR : PDF_BOLD, TEXT,
			l->s.width - indent - 40, part->text, l->d->arena, &lines);
		pdf_text(l->s.pdf, part->level > 1 ? PDF_REGULAR : PDF_BOLD, TEXT,
			SHEET_MARGIN + indent, l->s.y, lines[0]);
		snprintf(number, sizeof(number), "%d", l->pages[i]);
		pdf_text(l->s.pdf, PDF_REGULAR, TEXT,
			right - pdf_width(l->s.pdf, PDF_REGULAR, TEXT, number), l->s.y, number);
	}
}

int
document_pdf(struct document *d, struct output *out, struct error *err)
{
	struct layout l = { .d = d };
	struct pdf *pdf;
	double below_title;

	if (pdf_open(&pdf, d->fonts ? d->fonts : "", d->title, err))
		return -1;
	l.pages = arena_array(d->arena, d->part_count + 1, sizeof(*l.pages));
	sheet_start(&l.s, pdf, d->arena, false);
	draw_title(&l);
	below_title = l.s.y;
	if (d->contents) {
		draw_contents(&l, false);
		sheet_page(&l.s);
	}
	for (size_t i = 0; i < d->part_count; i++)
		draw_part(&l, i);
	if (d->contents) {
		pdf_go(pdf, 1);
		l.s.y = below_title;
		draw_contents(&l, true);
	}
	sheet_numbers(&l.s);
	return pdf_commit(pdf, out, err);
}
