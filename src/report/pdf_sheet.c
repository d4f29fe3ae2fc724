/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs and tables put on pages one below the other. A cell "[ ]" becomes a box to tick. */
#include "config.h"

#include "report/pdf_columns.h"

#include "base/i18n.h"
#include "report/bar_sign.h"

#include <math.h>
#include <string.h>

#define FOOT 14.0 /* height kept for the page number */
#define LAST_ROWS 3
#define LEADING 1.25
#define BETWEEN_PARTS 14.0

enum { MOST_LINES = 400 }; /* of one cell */

void
sheet_start(struct sheet *s, struct pdf *pdf, struct arena *arena, bool across)
{
	*s = (struct sheet){ .pdf = pdf, .arena = arena };
	s->width = (across ? PDF_HEIGHT : PDF_WIDTH) - 2 * SHEET_MARGIN;
	s->bottom = (across ? PDF_WIDTH : PDF_HEIGHT) - SHEET_MARGIN - FOOT;
	pdf_across(pdf, across);
}

void
sheet_page(struct sheet *s)
{
	pdf_page(s->pdf);
	s->y = SHEET_MARGIN;
}

double
sheet_room(const struct sheet *s)
{
	return s->bottom - SHEET_MARGIN;
}

/* ---- paragraphs ---- */

double
sheet_paragraph_height(
	struct sheet *s, enum pdf_font font, double size, double indent, const char *text)
{
	const char **lines;

	return pdf_wrap(s->pdf, font, size, s->width - indent, text, s->arena, &lines) * size *
	       LEADING;
}

void
sheet_paragraph(struct sheet *s, enum pdf_font font, double size, double indent, const char *text)
{
	const char **lines;
	int count = pdf_wrap(s->pdf, font, size, s->width - indent, text, s->arena, &lines);

	for (int i = 0; i < count; i++) {
		if (s->y + size * LEADING > s->bottom)
			sheet_page(s);
		s->y += size * LEADING;
		pdf_text(s->pdf, font, size, SHEET_MARGIN + indent, s->y - size * 0.2, lines[i]);
	}
}

/* ---- a table's layout ---- */

static void
wrap_row(struct sheet *s, struct sheet_row *row, enum pdf_font font, const char *const *texts)
{
	size_t columns = s->table->column_count;
	int most = 1;

	row->lines = arena_array(s->arena, columns + 1, sizeof(*row->lines));
	row->counts = arena_array(s->arena, columns + 1, sizeof(*row->counts));
	for (size_t i = 0; i < columns; i++) {
		row->counts[i] = pdf_wrap(s->pdf, font, s->size, s->columns[i].width, texts[i],
			s->arena, &row->lines[i]);
		if (row->counts[i] > MOST_LINES)
			row->counts[i] = MOST_LINES;
		if (row->counts[i] > most)
			most = row->counts[i];
	}
	row->height = most * s->size * LEADING + 4;
}

bool
sheet_lay_out(struct sheet *s, struct report_table *t, double size, double smallest)
{
	const char **texts = arena_array(s->arena, t->column_count + 1, sizeof(*texts));
	bool whole;

	whole = sheet_columns(s, t, size, smallest);
	for (size_t i = 0; i < t->column_count; i++)
		texts[i] = t->columns[i].heading;
	wrap_row(s, &s->head, PDF_BOLD, texts);
	s->rows = arena_array(s->arena, t->row_count + 1, sizeof(*s->rows));
	for (size_t row = 0; row < t->row_count; row++) {
		for (size_t i = 0; i < t->column_count; i++)
			texts[i] = report_table_is_bar(t, i)
					   ? ""
					   : sheet_shown(s, &t->rows[row].cells[i]);
		wrap_row(s, &s->rows[row], PDF_REGULAR, texts);
	}
	return whole;
}

static double
rows_height(const struct sheet *s, size_t count)
{
	double height = s->head.height;

	for (size_t row = 0; row < count && row < s->table->row_count; row++)
		height += s->rows[row].height;
	return height;
}

double
sheet_table_height(const struct sheet *s)
{
	return rows_height(s, s->table->row_count) * (double)s->part_count +
	       BETWEEN_PARTS * (double)(s->part_count - 1);
}

double
sheet_head_height(const struct sheet *s)
{
	return rows_height(s, 3);
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

static void
draw_row(struct sheet *s, const struct sheet_row *row, enum pdf_font font)
{
	for (size_t i = 0; i < s->table->column_count; i++)
		if (sheet_is_in(s, i))
			draw_cell(s, i, font, row->lines[i], row->counts[i]);
	s->y += row->height;
	pdf_line(s->pdf, font == PDF_BOLD ? 0.8 : 0.25, SHEET_MARGIN, s->y, SHEET_MARGIN + s->width,
		s->y);
}

/* Taller than the bar, so that they are seen on it; each stands with its middle in its place. */
static void
draw_signs(struct sheet *s, const struct report_cell *cell, size_t column, double room)
{
	for (enum report_sign sign = 0; sign < REPORT_SIGNS; sign++) {
		double share = report_sign_share(&s->table->columns[column], cell, sign);
		const char *glyph = report_sign_glyph(sign);

		if (share >= 0)
			pdf_text(s->pdf, PDF_REGULAR, s->size,
				s->columns[column].x + room * share -
					pdf_width(s->pdf, PDF_REGULAR, s->size, glyph) / 2,
				s->y + 2 + s->size, glyph);
	}
}

static void
draw_bar(struct sheet *s, const struct report_cell *cell, size_t column)
{
	const struct report_column *c = &s->table->columns[column];
	double room = s->columns[column].width - (c->signs ? s->size : 0);
	double from, to;

	if (report_bar_ends(c, cell, &from, &to))
		pdf_fill(s->pdf, 0.45, s->columns[column].x + room * from,
			s->y + (c->signs ? 2 + s->size * 0.5 : 4), room * (to - from),
			s->size * (c->signs ? 0.3 : 0.8));
	draw_signs(s, cell, column, room);
}

static void
draw_bars(struct sheet *s, size_t row)
{
	const struct report_table *t = s->table;

	for (size_t i = 0; i < t->column_count; i++)
		if (sheet_is_in(s, i) && report_table_is_bar(t, i))
			draw_bar(s, &t->rows[row].cells[i], i);
}

/* What has to stand on one page with the row: the last ones of a table stay together, so that no
 * sum stands alone on the next. */
static double
row_needs(const struct sheet *s, size_t row)
{
	size_t count = s->table->row_count;
	double height = 0;

	for (size_t i = row; row >= LAST_ROWS && row + LAST_ROWS == count && i < count; i++)
		height += s->rows[i].height;
	return height > 0 && height < sheet_room(s) / 2 ? height : s->rows[row].height;
}

static void
draw_part(struct sheet *s)
{
	const struct report_table *t = s->table;

	draw_row(s, &s->head, PDF_BOLD);
	for (size_t row = 0; row < t->row_count; row++) {
		if (s->y + row_needs(s, row) > s->bottom && s->y > SHEET_MARGIN) {
			sheet_page(s);
			draw_row(s, &s->head, PDF_BOLD);
		} else if (t->rows[row].sum && row > 0 && !t->rows[row - 1].sum) {
			pdf_line(s->pdf, 0.8, SHEET_MARGIN, s->y, SHEET_MARGIN + s->width, s->y);
		}
		draw_bars(s, row);
		draw_row(s, &s->rows[row], PDF_REGULAR);
	}
}

void
sheet_table(struct sheet *s)
{
	for (s->part = 0; s->part < s->part_count; s->part++) {
		if (s->part > 0)
			s->y += BETWEEN_PARTS;
		if (s->part > 0 && s->y + rows_height(s, s->table->row_count) > s->bottom)
			sheet_page(s);
		draw_part(s);
	}
	s->part = 0;
}

void
sheet_numbers(struct sheet *s)
{
	int pages = pdf_pages(s->pdf);

	for (int page = 1; page <= pages; page++) {
		const char *text = arena_format(s->arena, _("page %d of %d"), page, pages);

		pdf_go(s->pdf, page);
		pdf_text(s->pdf, PDF_REGULAR, 7,
			SHEET_MARGIN + s->width - pdf_width(s->pdf, PDF_REGULAR, 7, text),
			s->bottom + FOOT - 2, text);
	}
}
