/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the pieces of a paper form. */
#include "config.h"

#include "report/paper_pieces.h"

#include <string.h>

#define THIN 0.4
#define BOX 0.7
#define CODE 6.4 /* size of the codes to key */
#define CODE_GREY 0.25

static void
text_right(const struct layout *l, double size, double right, double y, const char *text)
{
	pdf_text(l->pdf, PDF_REGULAR, size,
		right - pdf_width(l->pdf, PDF_REGULAR, size, text), y, text);
}

static void
text_middle(const struct layout *l, double size, double middle, double y, const char *text)
{
	pdf_text(l->pdf, PDF_REGULAR, size,
		middle - pdf_width(l->pdf, PDF_REGULAR, size, text) / 2, y, text);
}

static void
code_right(const struct layout *l, double right, double y, const char *code)
{
	pdf_grey(l->pdf, CODE_GREY);
	text_right(l, CODE, right, y, code);
	pdf_grey(l->pdf, 0);
}

static void
boxes(const struct layout *l, double x, double y, int count)
{
	for (int i = 0; i < count; i++)
		pdf_box(l->pdf, BOX, x + 13 * i, y, 13, 16);
}

/* ---- texts ---- */

static void
draw_lines(const struct layout *l, const struct piece *piece, double y)
{
	double leading = piece->size * 1.24;

	pdf_grey(l->pdf, piece->grey);
	for (int i = 0; i < piece->line_count; i++)
		pdf_text(l->pdf, piece->font, piece->size, piece->x,
			y + piece->size * 0.98 + leading * i, piece->lines[i]);
	pdf_grey(l->pdf, 0);
	if (*piece->number)
		pdf_text(l->pdf, piece->kind == PIECE_TEXT && piece->font == PDF_BOLD
				? PDF_BOLD : PDF_REGULAR, piece->size, PAPER_LEFT,
			y + piece->size * 0.98, piece->number);
}

static void
draw_date(const struct layout *l, double x)
{
	static const enum paper_word words[] = { WORD_DAY, WORD_MONTH, WORD_YEAR };

	for (int i = 0; i < 3; i++) {
		int count = i == 2 ? 4 : 2;

		boxes(l, x, l->y, count);
		pdf_grey(l->pdf, CODE_GREY);
		text_middle(l, CODE, x + 13 * count / 2.0, l->y + 23,
			paper_word(l->paper, words[i]));
		pdf_grey(l->pdf, 0);
		x += 13 * count + 8;
	}
}

static void
draw_digits(const struct layout *l, const struct paper_item *item, double x)
{
	boxes(l, x, l->y, item->digits);
	if (item->decimals == 0)
		return;
	x += item->digits * 13;
	pdf_text(l->pdf, PDF_BOLD, 11, x + 2, l->y + 14, l->paper->polish ? "," : ".");
	boxes(l, x + 8, l->y, item->decimals);
}

/* The line on which the answer to "which?" is written. */
static void
draw_answer_line(const struct layout *l, const struct piece *piece)
{
	const char *last = piece->lines[piece->line_count - 1];
	double y = l->y + piece->height - 3;

	pdf_line(l->pdf, THIN, piece->x + pdf_width(l->pdf, piece->font, piece->size, last) + 6, y,
		PAPER_RIGHT, y);
}

static void
draw_text(const struct layout *l, const struct piece *piece)
{
	double width = piece->item ? piece_boxes_width(piece->item) : 0;
	bool beside = width > 0 && piece->line_count == 1 && piece->height >= 19;

	draw_lines(l, piece, l->y + (beside ? 2.5 : 0));
	if (piece->item && piece->item->follows)
		draw_answer_line(l, piece);
	else if (piece->item && piece->item->kind == PAPER_DATE)
		draw_date(l, PAPER_RIGHT - width);
	else if (piece->item && piece->item->kind == PAPER_DIGITS)
		draw_digits(l, piece->item, PAPER_RIGHT - width);
}

static void
draw_title(const struct layout *l, const struct piece *piece)
{
	const struct paper *p = l->paper;
	double y = l->y + 14, x = PAPER_RIGHT - 6 * 17;

	for (int i = 0; i < piece->line_count; i++, y += 19)
		pdf_text(l->pdf, PDF_BOLD, piece->size, PAPER_LEFT, y, piece->lines[i]);
	if (*p->under_title)
		pdf_text(l->pdf, PDF_REGULAR, 10, PAPER_LEFT, y - 1, p->under_title);
	pdf_text(l->pdf, PDF_REGULAR, 7, x, l->y + 7, paper_word(p, WORD_FORM_NUMBER));
	for (int i = 0; i < 6; i++)
		pdf_box(l->pdf, BOX, x + 17 * i, l->y + 11, 17, 22);
}

static void
draw_heading(const struct layout *l, const struct piece *piece)
{
	bool band = piece->kind == PIECE_BAND;

	if (band)
		pdf_fill(l->pdf, 0.88, PAPER_LEFT, l->y, PAPER_RIGHT - PAPER_LEFT,
			piece->height - 2);
	draw_lines(l, piece, l->y + (band ? 3.5 : 0));
	if (!band)
		pdf_line(l->pdf, THIN, PAPER_LEFT, l->y + piece->height - 2, PAPER_RIGHT,
			l->y + piece->height - 2);
}

static void
draw_frame(const struct layout *l, const struct piece *piece)
{
	pdf_box(l->pdf, BOX, PAPER_LEFT + BOX / 2, l->y, PAPER_RIGHT - PAPER_LEFT - BOX,
		piece->height - 1);
	draw_lines(l, piece, l->y + 4.5);
}

/* ---- boxes to tick ---- */

static void
draw_choice(const struct layout *l, const struct piece *piece, const struct paper_choice *choice,
	double x)
{
	bool place = piece->item->kind == PAPER_RANK;
	double height = place ? 13 : 9.5, width = place ? 15 : 9.5, size = piece->size;
	double base = l->y + (height + size * 0.73) / 2, text = x + 11 + width + 5;
	const char **lines;
	int count = pdf_wrap(l->pdf, PDF_REGULAR, size, piece->width - 31, choice->label,
		l->paper->arena, &lines);

	code_right(l, x + 9, l->y + (height + CODE * 0.73) / 2, choice->code);
	pdf_box(l->pdf, BOX, x + 11, l->y, width, height);
	for (int i = 0; i < count; i++)
		pdf_text(l->pdf, PDF_REGULAR, size, text, base + i * size * 1.24, lines[i]);
}

static void
draw_choices(const struct layout *l, const struct piece *piece)
{
	double x = PAPER_LEFT + PAPER_INDENT;

	for (int i = piece->row; i < piece->item->choice_count; i += piece->rows) {
		draw_choice(l, piece, &piece->item->choices[i], x);
		x += piece->width;
	}
}

static void
draw_scale(const struct layout *l, const struct piece *piece)
{
	double x = PAPER_LEFT + PAPER_INDENT + 11 + 5;

	for (int i = 0; i < piece->item->choice_count; i++) {
		text_middle(l, piece->size, x, l->y + 8, piece->item->choices[i].label);
		pdf_box(l->pdf, BOX, x - 5.25, l->y + 12, 10.5, 10.5);
		x += piece->width;
	}
}

/* ---- tables ---- */

static double
first_column(const struct piece *piece)
{
	return PAPER_RIGHT - piece->width * piece->item->choice_count;
}

/* A thin line keeps "hard to say" apart from the scale. */
static void
draw_exit(const struct layout *l, const struct piece *piece)
{
	const struct paper_item *item = piece->item;

	for (int i = 1; i < item->choice_count; i++)
		if (item->choices[i].exit && !item->choices[i - 1].exit) {
			double x = first_column(piece) + piece->width * i;

			pdf_line(l->pdf, THIN, x, l->y, x, l->y + piece->height);
		}
}

static void
draw_grid_head(const struct layout *l, const struct piece *piece)
{
	double bottom = l->y + piece->height, x = first_column(piece) + piece->width / 2;

	for (int i = 0; i < piece->item->choice_count; i++, x += piece->width) {
		const char **lines;
		int count = pdf_wrap(l->pdf, PDF_REGULAR, piece->size, piece->width - 3,
			piece->item->choices[i].label, l->paper->arena, &lines);
		double y = bottom - 12 - (count - 1) * piece->size * 1.18;

		for (int k = 0; k < count; k++)
			text_middle(l, piece->size, x, y + k * piece->size * 1.18, lines[k]);
		pdf_grey(l->pdf, CODE_GREY);
		text_middle(l, CODE, x, bottom - 3.5, piece->item->choices[i].code);
		pdf_grey(l->pdf, 0);
	}
	draw_exit(l, piece);
	pdf_line(l->pdf, BOX, PAPER_LEFT, bottom, PAPER_RIGHT, bottom);
}

static void
draw_grid_row(const struct layout *l, const struct piece *piece)
{
	double x = first_column(piece) + piece->width / 2, middle = l->y + piece->height / 2;
	double text = piece->line_count * piece->size * 1.24;

	if (piece->row % 2 == 0)
		pdf_fill(l->pdf, 0.94, PAPER_LEFT, l->y, PAPER_RIGHT - PAPER_LEFT, piece->height);
	draw_lines(l, piece, middle - text / 2);
	pdf_text(l->pdf, PDF_REGULAR, 7.5, PAPER_LEFT + 2, middle - text / 2 + piece->size * 0.98,
		piece->item->rows[piece->row].number);
	for (int i = 0; i < piece->item->choice_count; i++, x += piece->width) {
		pdf_fill(l->pdf, 1, x - 4.75, middle - 4.75, 9.5, 9.5);
		pdf_box(l->pdf, BOX, x - 4.75, middle - 4.75, 9.5, 9.5);
	}
	draw_exit(l, piece);
	if (piece->row + 1 == piece->item->row_count)
		pdf_line(l->pdf, THIN, PAPER_LEFT, l->y + piece->height, PAPER_RIGHT,
			l->y + piece->height);
}

void
piece_draw(const struct layout *l, const struct piece *piece)
{
	switch (piece->kind) {
	case PIECE_BREAK:
	case PIECE_SPACE: break;
	case PIECE_TITLE: draw_title(l, piece); break;
	case PIECE_BAND:
	case PIECE_RULED: draw_heading(l, piece); break;
	case PIECE_TEXT: draw_text(l, piece); break;
	case PIECE_FRAME: draw_frame(l, piece); break;
	case PIECE_CHOICES: draw_choices(l, piece); break;
	case PIECE_SCALE: draw_scale(l, piece); break;
	case PIECE_GRID_HEAD: draw_grid_head(l, piece); break;
	case PIECE_GRID_ROW: draw_grid_row(l, piece); break;
	case PIECE_LINE:
		pdf_line(l->pdf, THIN, piece->x, l->y + piece->height, PAPER_RIGHT,
			l->y + piece->height);
		break;
	}
}
