/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as pages for printing: heads repeated on every page, numbers at the right, upright or
 * across as the width asks. A cell "[ ]" becomes a box to tick. */
#include "config.h"

#include "base/i18n.h"
#include "report/pdf.h"
#include "report/writers.h"

#include <string.h>

#define MARGIN 45.0
#define FOOT 14.0    /* height kept for the page number */
#define GAP 8.0      /* between columns */
#define NARROWEST 48.0
#define LEADING 1.25

enum { MOST_LINES = 400 }; /* of one cell */

struct column {
	double width, x;
};

struct sheet {
	struct report_table *table;
	struct pdf *pdf;
	struct column *columns;
	double size;           /* of the letters */
	double width, bottom;  /* of the page's inside */
	double y;
};

static const struct setting {
	double size;
	bool across;
} settings[] = { { 9, false }, { 8, false }, { 8, true }, { 7, true }, { 6, true }, { 5, true } };

static const char *
shown(const struct sheet *s, const struct report_cell *cell)
{
	struct arena *arena = s->table->arena;
	size_t size = 3 * (cell->text ? strlen(cell->text) : 0) + 64;
	char *text = report_cell_show(arena_new(arena, size), size, cell);

	return cell->mark && *text ? arena_format(arena, "%s %s", text, cell->mark) : text;
}

static double
measure(struct sheet *s, enum pdf_font font, const char *text)
{
	double widest = 0;

	/* A cell may hold several lines. */
	while (*text) {
		size_t length = strcspn(text, "\n");
		double width = pdf_width(s->pdf, font, s->size,
			arena_format(s->table->arena, "%.*s", (int)length, text));

		if (width > widest)
			widest = width;
		text += length + (text[length] == '\n');
	}
	return widest;
}

static double
longest_word(struct sheet *s, enum pdf_font font, const char *text)
{
	double widest = 0;

	while (*text) {
		size_t length = strcspn(text, " \n");
		double width = pdf_width(s->pdf, font, s->size,
			arena_format(s->table->arena, "%.*s", (int)length, text));

		if (width > widest)
			widest = width;
		text += length + strspn(text + length, " \n");
	}
	return widest;
}

static double
total(const struct sheet *s)
{
	double sum = 0;

	for (size_t i = 0; i < s->table->column_count; i++)
		sum += s->columns[i].width + (i > 0 ? GAP : 0);
	return sum;
}

/* Words give way, the widest column first; false where that does not help. */
static bool
narrow(struct sheet *s)
{
	while (total(s) > s->width) {
		struct column *widest = NULL;

		for (size_t i = 0; i < s->table->column_count; i++)
			if (s->table->columns[i].kind == REPORT_TEXT &&
				s->columns[i].width > NARROWEST &&
				(!widest || s->columns[i].width > widest->width))
				widest = &s->columns[i];
		if (!widest)
			return false;
		widest->width -= 2;
	}
	return true;
}

static bool
fit(struct sheet *s, const struct setting *setting)
{
	const struct report_table *t = s->table;

	s->size = setting->size;
	s->width = (setting->across ? PDF_HEIGHT : PDF_WIDTH) - 2 * MARGIN;
	s->bottom = (setting->across ? PDF_WIDTH : PDF_HEIGHT) - MARGIN - FOOT;
	for (size_t i = 0; i < t->column_count; i++) {
		double width = longest_word(s, PDF_BOLD, t->columns[i].heading);

		for (size_t row = 0; row < t->row_count; row++) {
			double cell = measure(
				s, PDF_REGULAR, shown(s, &t->rows[row].cells[i]));

			if (cell > width)
				width = cell;
		}
		s->columns[i].width = width + 1;
	}
	return narrow(s);
}

/* The first setting that holds the table; else the last, with all columns cut alike. */
static void
lay_out(struct sheet *s)
{
	size_t count = sizeof(settings) / sizeof(settings[0]), i = 0;
	double x = MARGIN, share;

	while (i + 1 < count && !fit(s, &settings[i]))
		i++;
	if (i + 1 == count && !fit(s, &settings[i])) {
		share = (s->width - GAP * (double)(s->table->column_count - 1)) /
			(total(s) - GAP * (double)(s->table->column_count - 1));
		for (size_t k = 0; share > 0 && k < s->table->column_count; k++)
			s->columns[k].width *= share;
	}
	for (size_t k = 0; k < s->table->column_count; k++) {
		/* Where there is room for it, a head stands in one line. */
		double head = measure(s, PDF_BOLD, s->table->columns[k].heading) + 1;

		if (head > s->columns[k].width && total(s) + head - s->columns[k].width <= s->width)
			s->columns[k].width = head;
	}
	for (size_t k = 0; k < s->table->column_count; k++) {
		s->columns[k].x = x;
		x += s->columns[k].width + GAP;
	}
	pdf_across(s->pdf, settings[i].across);
}

/* ---- drawing ---- */

static void
draw_cell(struct sheet *s, size_t column, enum pdf_font font, const char **lines, int count)
{
	double right = s->columns[column].x + s->columns[column].width;

	if (count == 1 && strcmp(lines[0], "[ ]") == 0) {
		pdf_box(s->pdf, 0.7, s->columns[column].x, s->y + 2, s->size, s->size);
		return;
	}
	for (int i = 0; i < count; i++) {
		double x = s->columns[column].x;

		if (s->table->columns[column].kind == REPORT_NUMBER)
			x = right - pdf_width(s->pdf, font, s->size, lines[i]);
		pdf_text(s->pdf, font, s->size, x, s->y + 2 + s->size + i * s->size * LEADING,
			lines[i]);
	}
}

static void draw_heads(struct sheet *s);

static void
next_page(struct sheet *s, bool heads)
{
	pdf_page(s->pdf);
	s->y = MARGIN;
	if (heads)
		draw_heads(s);
}

/* The texts of one row, in as many lines as the longest takes. */
static void
draw_row(struct sheet *s, enum pdf_font font, const char **texts)
{
	struct report_table *t = s->table;
	const char ***lines = arena_array(t->arena, t->column_count + 1, sizeof(*lines));
	int *counts = arena_array(t->arena, t->column_count + 1, sizeof(*counts)), most = 1;
	double height;

	for (size_t i = 0; i < t->column_count; i++) {
		counts[i] = pdf_wrap(s->pdf, font, s->size, s->columns[i].width, texts[i],
			t->arena, &lines[i]);
		if (counts[i] > MOST_LINES)
			counts[i] = MOST_LINES;
		if (counts[i] > most)
			most = counts[i];
	}
	height = most * s->size * LEADING + 4;
	if (s->y + height > s->bottom && s->y > MARGIN && font == PDF_REGULAR)
		next_page(s, true);
	for (size_t i = 0; i < t->column_count; i++)
		draw_cell(s, i, font, lines[i], counts[i]);
	s->y += height;
	pdf_line(s->pdf, font == PDF_BOLD ? 0.8 : 0.25, MARGIN, s->y, MARGIN + s->width, s->y);
}

static void
draw_heads(struct sheet *s)
{
	struct report_table *t = s->table;
	const char **texts = arena_array(t->arena, t->column_count + 1, sizeof(*texts));

	for (size_t i = 0; i < t->column_count; i++)
		texts[i] = t->columns[i].heading;
	draw_row(s, PDF_BOLD, texts);
}

static void
draw_paragraph(struct sheet *s, enum pdf_font font, double size, const char *text)
{
	const char **lines;
	int count = pdf_wrap(s->pdf, font, size, s->width, text, s->table->arena, &lines);

	for (int i = 0; i < count; i++) {
		if (s->y + size * LEADING > s->bottom)
			next_page(s, false);
		s->y += size * LEADING;
		pdf_text(s->pdf, font, size, MARGIN, s->y - size * 0.2, lines[i]);
	}
}

static void
number_pages(struct sheet *s)
{
	int pages = pdf_pages(s->pdf);

	for (int page = 1; page <= pages; page++) {
		const char *text = arena_format(
			s->table->arena, _("page %d of %d"), page, pages);

		pdf_go(s->pdf, page);
		pdf_text(s->pdf, PDF_REGULAR, 7,
			MARGIN + s->width - pdf_width(s->pdf, PDF_REGULAR, 7, text),
			s->bottom + FOOT - 2, text);
	}
}

static void
draw(struct sheet *s)
{
	struct report_table *t = s->table;
	const char **texts = arena_array(t->arena, t->column_count + 1, sizeof(*texts));

	next_page(s, false);
	if (*t->title)
		draw_paragraph(s, PDF_BOLD, 13, t->title);
	for (size_t i = 0; i < t->line_count; i++)
		draw_paragraph(s, PDF_REGULAR, 9, t->lines[i]);
	s->y += 6;
	draw_heads(s);
	for (size_t row = 0; row < t->row_count; row++) {
		for (size_t i = 0; i < t->column_count; i++)
			texts[i] = shown(s, &t->rows[row].cells[i]);
		draw_row(s, PDF_REGULAR, texts);
	}
	s->y += 6;
	for (size_t i = 0; i < t->footnote_count; i++) {
		/* What is signed stands where a hand has room. */
		if (strstr(t->footnotes[i], "......"))
			s->y += 12;
		draw_paragraph(s, PDF_REGULAR, 8.5, t->footnotes[i]);
	}
	number_pages(s);
}

int
report_pdf(struct report_table *t, struct output *out, struct error *err)
{
	struct sheet s = { .table = t };

	if (pdf_open(&s.pdf, t->fonts ? t->fonts : "", t->title, err))
		return -1;
	s.columns = arena_array(t->arena, t->column_count + 1, sizeof(*s.columns));
	lay_out(&s);
	draw(&s);
	return pdf_commit(s.pdf, out, err);
}
