/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs and tables put on pages one below the other. A cell "[ ]" becomes a box to tick. */
#include "config.h"

#include "report/pdf_sheet.h"

#include "base/i18n.h"

#include <math.h>
#include <string.h>

#define FOOT 14.0 /* height kept for the page number */
#define GAP 0.95  /* between columns, in letters' height */
#define NARROWEST 48.0
#define LEADING 1.25
#define BAR 110.0
#define SHORT_BAR 40.0
#define READABLE 6.0
#define RAGGED 1.15 /* lines end at words: those of one text are not equally long */
#define STEP 2.0

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

static const char *
shown(struct sheet *s, const struct report_cell *cell)
{
	size_t size = 3 * (cell->text ? strlen(cell->text) : 0) + 64;
	char *text = report_cell_show(arena_new(s->arena, size), size, cell);

	return cell->mark && *text ? arena_format(s->arena, "%s %s", text, cell->mark) : text;
}

/* Bytes of the text up to where a line may end. */
static size_t
word_length(const char *text)
{
	size_t end = strcspn(text, " \n");

	for (size_t i = 0; i < end; i++)
		if (pdf_breaks_after(text, i))
			return i + 1;
	return end;
}

/* The widest line of the text, or word of it, in letters of 1 point. */
static double
widest(struct sheet *s, enum pdf_font font, const char *text, bool words)
{
	double most = 0;

	while (*text) {
		size_t length = words ? word_length(text) : strcspn(text, "\n");
		double width = pdf_width(
			s->pdf, font, 1, arena_format(s->arena, "%.*s", (int)length, text));

		if (width > most)
			most = width;
		text += length + strspn(text + length, words ? " \n" : "\n");
	}
	return most;
}

static double
total(const struct sheet *s)
{
	double sum = 0;

	for (size_t i = 0; i < s->table->column_count; i++)
		sum += s->columns[i].width + (i > 0 ? GAP * s->size : 0);
	return sum;
}

static bool
may_wrap(const struct sheet *s, size_t column)
{
	return s->table->columns[column].kind == REPORT_TEXT;
}

static void
measure(struct sheet *s)
{
	const struct report_table *t = s->table;

	s->columns = arena_array(s->arena, t->column_count + 1, sizeof(*s->columns));
	for (size_t i = 0; i < t->column_count; i++) {
		double word = widest(s, PDF_BOLD, t->columns[i].heading, true), most = word;

		for (size_t row = 0; row < t->row_count && !report_table_is_bar(t, i); row++) {
			const char *text = shown(s, &t->rows[row].cells[i]);

			/* A cell may hold several lines. */
			most = fmax(most, widest(s, PDF_REGULAR, text, false));
			if (may_wrap(s, i))
				word = fmax(word, widest(s, PDF_REGULAR, text, true));
		}
		s->columns[i].natural = most;
		s->columns[i].word = word;
	}
}

/* So that nothing in the column wraps. */
static double
full_width(const struct sheet *s, size_t column)
{
	return report_table_is_bar(s->table, column) ? BAR
						     : s->columns[column].natural * s->size + 1;
}

/* narrowest: of texts, 0 = no word is broken. */
static double
least_width(const struct sheet *s, size_t column, double narrowest)
{
	double width = s->columns[column].word * s->size + 1;

	if (report_table_is_bar(s->table, column))
		return SHORT_BAR;
	if (!may_wrap(s, column))
		return full_width(s, column);
	return narrowest > 0 ? fmin(width, narrowest) : width;
}

/* The column that wraps into the most lines, or, where none has more than two, the one that lacks
 * least to be whole; column_count when all are. */
static size_t
neediest(const struct sheet *s)
{
	size_t count = s->table->column_count, found = count;
	double most = 2, least = 0;

	for (size_t i = 0; i < count; i++)
		if (full_width(s, i) * RAGGED / s->columns[i].width > most) {
			most = full_width(s, i) * RAGGED / s->columns[i].width;
			found = i;
		}
	for (size_t i = 0; i < count && most == 2; i++) {
		double lacks = full_width(s, i) - s->columns[i].width;

		if (lacks > 0 && (found == count || lacks < least)) {
			found = i;
			least = lacks;
		}
	}
	return found;
}

/* What room the narrowest columns leave. */
static void
spend_room(struct sheet *s)
{
	size_t i;

	for (double room = s->width - total(s);
		room > 0 && (i = neediest(s)) < s->table->column_count; room -= STEP)
		s->columns[i].width += fmin(room, STEP);
}

static bool
fit(struct sheet *s, double size, double narrowest)
{
	s->size = size;
	for (size_t i = 0; i < s->table->column_count; i++)
		s->columns[i].width = least_width(s, i, narrowest);
	if (total(s) > s->width)
		return false;
	spend_room(s);
	return true;
}

/* Smaller letters before broken words, as long as they can be read well. */
static bool
fit_somehow(struct sheet *s, double size, double smallest)
{
	for (double at = size; at >= fmax(READABLE, smallest); at -= 0.5)
		if (fit(s, at, 0))
			return true;
	for (double at = fmin(size, READABLE); at >= smallest; at -= 0.5)
		if (fit(s, at, NARROWEST))
			return true;
	return false;
}

/* What does not fit even in the smallest letters: all columns cut alike. */
static void
squeeze(struct sheet *s)
{
	double gaps = GAP * s->size * (double)(s->table->column_count - 1);
	double share = (s->width - gaps) / (total(s) - gaps);

	for (size_t i = 0; share > 0 && i < s->table->column_count; i++)
		s->columns[i].width *= share;
}

/* Heads stand in few lines where there is room: the narrowest that wraps is given of it first, so
 * that one long head does not take the room of all. */
static void
widen_heads(struct sheet *s)
{
	size_t count = s->table->column_count;
	double *heads = arena_array(s->arena, count + 1, sizeof(*heads));

	for (size_t i = 0; i < count; i++)
		heads[i] = widest(s, PDF_BOLD, s->table->columns[i].heading, false) * s->size + 1;
	for (double room = s->width - total(s); room > 0; room -= STEP) {
		size_t least = count;

		for (size_t i = 0; i < count; i++)
			if (s->columns[i].width < heads[i] &&
				(least == count ||
					s->columns[i].width < s->columns[least].width))
				least = i;
		if (least == count)
			return;
		s->columns[least].width += room < STEP ? room : STEP;
	}
}

static void
place_columns(struct sheet *s)
{
	double x = SHEET_MARGIN;

	widen_heads(s);
	for (size_t i = 0; i < s->table->column_count; i++) {
		s->columns[i].x = x;
		x += s->columns[i].width + GAP * s->size;
	}
}

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

	s->table = t;
	measure(s);
	whole = fit_somehow(s, size, smallest);
	if (!whole)
		squeeze(s);
	place_columns(s);
	for (size_t i = 0; i < t->column_count; i++)
		texts[i] = t->columns[i].heading;
	wrap_row(s, &s->head, PDF_BOLD, texts);
	s->rows = arena_array(s->arena, t->row_count + 1, sizeof(*s->rows));
	for (size_t row = 0; row < t->row_count; row++) {
		for (size_t i = 0; i < t->column_count; i++)
			texts[i] =
				report_table_is_bar(t, i) ? "" : shown(s, &t->rows[row].cells[i]);
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
	return rows_height(s, s->table->row_count);
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
		draw_cell(s, i, font, row->lines[i], row->counts[i]);
	s->y += row->height;
	pdf_line(s->pdf, font == PDF_BOLD ? 0.8 : 0.25, SHEET_MARGIN, s->y, SHEET_MARGIN + s->width,
		s->y);
}

static void
draw_bars(struct sheet *s, size_t row)
{
	const struct report_table *t = s->table;

	for (size_t i = 0; i < t->column_count; i++) {
		double share = report_table_is_bar(t, i)
				       ? report_bar_share(&t->columns[i], &t->rows[row].cells[i])
				       : 0;

		if (share > 0)
			pdf_fill(s->pdf, 0.45, s->columns[i].x, s->y + 4,
				s->columns[i].width * share, s->size * 0.8);
	}
}

void
sheet_table(struct sheet *s)
{
	const struct report_table *t = s->table;

	draw_row(s, &s->head, PDF_BOLD);
	for (size_t row = 0; row < t->row_count; row++) {
		if (s->y + s->rows[row].height > s->bottom && s->y > SHEET_MARGIN) {
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
