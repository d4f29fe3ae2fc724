/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts the form into pieces and measures them: what is glued stays on one page. */
#include "config.h"

#include "report/paper_pieces.h"

#include <string.h>

enum { MOST_COLUMNS = 4, TWO_LINES_FROM = 7, TORN_FROM = 40, GRID_WHOLE = 6, MOST_LINES = 40 };

#define CHOICE_ROOM 31.0 /* of code, box and gaps beside a choice's text */
#define LEADING 1.24

static struct piece *
add(struct layout *l, enum piece_kind kind, double height)
{
	struct piece *piece;

	l->pieces = arena_grow(l->paper->arena, l->pieces, (size_t)l->count, &l->room,
		sizeof(*l->pieces));
	piece = &l->pieces[l->count++];
	*piece = (struct piece){ .kind = kind, .height = height, .number = "" };
	return piece;
}

static void
add_space(struct layout *l, double height)
{
	add(l, PIECE_SPACE, height * l->gaps)->glue = true;
}

static int
wrap(struct layout *l, enum pdf_font font, double size, double width, const char *text,
	const char ***lines)
{
	return pdf_wrap(l->pdf, font, size, width, text, l->paper->arena, lines);
}

/* Returns the piece; of a text too long for one page the first of several. */
static struct piece *
add_text(struct layout *l, enum pdf_font font, double size, double x, double width,
	const char *text)
{
	const char **lines;
	int count = wrap(l, font, size, width, text, &lines), first = l->count;

	for (int from = 0; from < count; from += MOST_LINES) {
		struct piece *piece = add(l, PIECE_TEXT, 0);

		piece->font = font;
		piece->size = size;
		piece->x = x;
		piece->lines = lines + from;
		piece->line_count = count - from < MOST_LINES ? count - from : MOST_LINES;
		piece->height = piece->line_count * size * LEADING;
		piece->glue = true;
	}
	return &l->pieces[first];
}

/* ---- above the questions ---- */

static void
cut_top(struct layout *l)
{
	const struct paper *p = l->paper;
	struct piece *title = add(l, PIECE_TITLE, 44);
	double width = PAPER_RIGHT - PAPER_LEFT;

	title->font = PDF_BOLD;
	title->size = 15;
	title->line_count = wrap(l, PDF_BOLD, 15, width - 135, p->title, &title->lines);
	title->height = title->line_count * 19 + (*p->under_title ? 16 : 0);
	if (title->height < 44)
		title->height = 44;
	title->glue = true;
	if (*p->notice) {
		add_space(l, 8);
		add_text(l, PDF_REGULAR, 7.8 * l->type, PAPER_LEFT, width, p->notice);
	}
	if (*p->instruction) {
		struct piece *frame;

		add_space(l, 8);
		frame = add_text(l, PDF_REGULAR, 7.8 * l->type, PAPER_LEFT + 8, width - 16,
			p->instruction);
		frame->kind = PIECE_FRAME;
		frame->height += 11;
	}
	add_space(l, 4);
}

static void
cut_heading(struct layout *l, const struct paper_item *item)
{
	double size = (item->level == 0 ? 11 : 9.5) * l->type;
	double inset = item->level == 0 ? 7 : 0;
	struct piece *piece;

	add_space(l, 12);
	if (*item->label) {
		piece = add_text(l, PDF_BOLD, size, PAPER_LEFT + inset,
			PAPER_RIGHT - PAPER_LEFT - 2 * inset, item->label);
		piece->kind = item->level == 0 ? PIECE_BAND : PIECE_RULED;
		piece->height += item->level == 0 ? 8 : 4;
	}
	if (*item->route)
		add_text(l, PDF_REGULAR, 8 * l->type, PAPER_LEFT + inset,
			PAPER_RIGHT - PAPER_LEFT - inset,
			arena_format(l->paper->arena, "→ %s", item->route));
	if (*item->hint)
		add_text(l, PDF_REGULAR, 8 * l->type, PAPER_LEFT + inset,
			PAPER_RIGHT - PAPER_LEFT - inset, item->hint)->grey = 0.25;
}

/* ---- questions ---- */

double
piece_boxes_width(const struct paper_item *item)
{
	if (item->kind == PAPER_DATE)
		return 8 * 13 + 2 * 8;
	if (item->kind != PAPER_DIGITS)
		return 0;
	return item->digits * 13 + (item->decimals ? 8 + item->decimals * 13 : 0);
}

/* Number, question, boxes of digits at the right end, then route and hint below. */
static void
cut_question(struct layout *l, const struct paper_item *item)
{
	double x = PAPER_LEFT + PAPER_INDENT, width = PAPER_RIGHT - x;
	double boxes = piece_boxes_width(item), beside = 0;
	double least = item->kind == PAPER_DATE ? 27 : 19; /* of the boxes */
	struct piece *piece;
	int below;

	add_space(l, 9);
	piece = add_text(l, PDF_BOLD, 9.2 * l->type, x, width - (boxes > 0 ? boxes + 14 : 0),
		item->label);
	piece->number = item->number;
	if (boxes > 0) {
		piece->item = item;
		beside = piece->height;
		if (!*item->route && !*item->hint && piece->height < least)
			piece->height = least;
	}
	below = l->count;
	if (*item->route)
		add_text(l, PDF_REGULAR, 8 * l->type, x, width - (boxes > 0 ? boxes + 14 : 0),
			arena_format(l->paper->arena, "→ %s", item->route));
	if (*item->hint)
		add_text(l, PDF_REGULAR, 8 * l->type, x, width - (boxes > 0 ? boxes + 14 : 0),
			item->hint)->grey = 0.3;
	for (int i = below; i < l->count; i++)
		beside += l->pieces[i].height;
	if (boxes > 0 && below < l->count && beside < least)
		l->pieces[l->count - 1].height += least - beside;
	if (boxes == 0)
		add_space(l, 3.5);
}

/* How many columns the choices stand in: as many as their words leave room for. */
static int
choice_columns(struct layout *l, const struct paper_item *item)
{
	double width = PAPER_RIGHT - PAPER_LEFT - PAPER_INDENT;
	int most = item->across ? item->choice_count : MOST_COLUMNS;

	for (int columns = most; columns > 1; columns--) {
		bool fits = columns <= item->choice_count;
		int longer = 0, most_longer = 0; /* labels of two lines */

		if (item->choice_count >= TWO_LINES_FROM && columns == 2)
			most_longer = item->choice_count;
		else if (item->choice_count >= TWO_LINES_FROM && columns == 3 && l->gaps < 1)
			most_longer = item->choice_count / 3;
		for (int i = 0; fits && i < item->choice_count; i++) {
			const char **unused;
			int lines = wrap(l, PDF_REGULAR, 9 * l->type,
				width / columns - CHOICE_ROOM, item->choices[i].label, &unused);

			longer += lines > 1;
			fits = lines <= 2 && longer <= most_longer;
		}
		if (fits)
			return columns;
	}
	return 1;
}

static void
cut_choices(struct layout *l, const struct paper_item *item)
{
	int columns = choice_columns(l, item), rows;
	double width = (PAPER_RIGHT - PAPER_LEFT - PAPER_INDENT) / columns;
	double least = (item->kind == PAPER_RANK ? 13 : 10.5) + 4 * l->gaps;

	rows = (item->choice_count + columns - 1) / columns;
	for (int row = 0; row < rows; row++) {
		struct piece *piece = add(l, PIECE_CHOICES, least);

		piece->item = item;
		piece->row = row;
		piece->rows = rows;
		piece->columns = columns;
		piece->width = width;
		piece->size = 9 * l->type;
		for (int i = row; i < item->choice_count; i += rows) {
			const char **unused;
			double height = 3.5 * l->gaps + piece->size * LEADING *
				wrap(l, PDF_REGULAR, piece->size, width - CHOICE_ROOM,
					item->choices[i].label, &unused);

			if (height > piece->height)
				piece->height = height;
		}
		piece->glue = row + 1 < rows &&
			(rows < TORN_FROM || row < 2 || row + 3 > rows);
	}
}

static void
cut_scale(struct layout *l, const struct paper_item *item)
{
	struct piece *piece = add(l, PIECE_SCALE, 27);

	piece->item = item;
	piece->size = 9 * l->type;
	piece->width = (PAPER_RIGHT - PAPER_LEFT - PAPER_INDENT) / item->choice_count;
	if (piece->width > 40)
		piece->width = 40;
}

/* ---- tables ---- */

/* The size at which every word of the heads fits its column. */
static double
head_size(struct layout *l, const struct paper_item *item, double width)
{
	double size = 7.2;

	for (; size > 5; size -= 0.2)
		for (int i = 0;; i++) {
			const char *word = item->choices[i].label;
			bool fits = true;

			if (i == item->choice_count)
				return size;
			while (fits && *word) {
				size_t length = strcspn(word, " ");
				char text[256];

				if (length >= sizeof(text))
					length = sizeof(text) - 1;
				memcpy(text, word, length);
				text[length] = '\0';
				fits = pdf_width(l->pdf, PDF_REGULAR, size, text) <= width - 3;
				word += length + strspn(word + length, " ");
			}
			if (!fits)
				break;
		}
	return size;
}

static int
cut_grid_head(struct layout *l, const struct paper_item *item, double width)
{
	struct piece *head = add(l, PIECE_GRID_HEAD, 0);
	int lines = 1;

	head->item = item;
	head->width = width;
	head->size = head_size(l, item, width);
	head->glue = true;
	for (int i = 0; i < item->choice_count; i++) {
		const char **unused;
		int count = wrap(l, PDF_REGULAR, head->size, width - 3, item->choices[i].label,
			&unused);

		if (count > lines)
			lines = count;
	}
	head->line_count = lines;
	head->height = lines * head->size * 1.18 + 11;
	return l->count - 1;
}

static void
cut_grid(struct layout *l, const struct paper_item *item)
{
	double all = PAPER_RIGHT - PAPER_LEFT, words = 110, width;
	int head;

	/* What the words of the rows leave, but no more than a hand needs. */
	for (int row = 0; row < item->row_count; row++) {
		double need = pdf_width(
			l->pdf, PDF_REGULAR, 8.6 * l->type, item->rows[row].label) + 2;

		if (need > words)
			words = need < 182 ? need : 182;
	}
	width = (all - PAPER_INDENT - 8 - words) / item->choice_count;
	if (words > 140 && head_size(l, item, width) < 6.4) /* long words above small ones */
		width = (all - PAPER_INDENT - 8 - 140) / item->choice_count;
	if (width > 56)
		width = 56;
	head = cut_grid_head(l, item, width);
	for (int row = 0; row < item->row_count; row++) {
		struct piece *piece = add_text(l, PDF_REGULAR, 8.6 * l->type,
			PAPER_LEFT + PAPER_INDENT,
			all - PAPER_INDENT - width * item->choice_count - 6, item->rows[row].label);

		piece->kind = PIECE_GRID_ROW;
		piece->height += 6.5 * l->gaps;
		if (piece->height < 13)
			piece->height = 13;
		piece->item = item;
		piece->row = row;
		piece->width = width;
		piece->head = head;
		piece->glue = row + 1 < item->row_count && (item->row_count <= GRID_WHOLE ||
			row < 2 || row + 3 > item->row_count);
	}
}

static void
cut_lines(struct layout *l, const struct paper_item *item)
{
	for (int i = 0; i < item->lines; i++) {
		struct piece *piece = add(l, PIECE_LINE, i == 0 ? 14 : 16 + 3 * l->gaps);

		piece->x = PAPER_LEFT + PAPER_INDENT;
		piece->glue = i + 1 < item->lines;
	}
}

/* "Which?" with its line beside it, on the page of the choice that asks for it. */
static void
cut_follow(struct layout *l, const struct paper_item *item)
{
	struct piece *piece;
	double x = PAPER_LEFT + PAPER_INDENT;

	if (l->count > 0)
		l->pieces[l->count - 1].glue = true;
	add_space(l, 2);
	piece = add_text(l, PDF_REGULAR, 9 * l->type, x, PAPER_RIGHT - x - 150, item->label);
	piece->number = item->number;
	piece->item = item;
	piece->height += 5;
	piece->glue = false;
}

static void
cut_item(struct layout *l, const struct paper_item *item)
{
	if (item->kind == PAPER_HEADING) {
		cut_heading(l, item);
		return;
	}
	if (item->follows) {
		cut_follow(l, item);
		return;
	}
	if (item->kind == PAPER_NOTE) {
		add_space(l, 9);
		add_text(l, PDF_REGULAR, 9 * l->type, PAPER_LEFT, PAPER_RIGHT - PAPER_LEFT,
			item->label);
		if (*item->hint)
			add_text(l, PDF_REGULAR, 8 * l->type, PAPER_LEFT, PAPER_RIGHT - PAPER_LEFT,
				item->hint)->grey = 0.3;
		return;
	}
	cut_question(l, item);
	switch (item->kind) {
	case PAPER_CHOICES:
	case PAPER_RANK: cut_choices(l, item); break;
	case PAPER_SCALE: cut_scale(l, item); break;
	case PAPER_GRID: cut_grid(l, item); break;
	case PAPER_LINES: cut_lines(l, item); break;
	default: break;
	}
	l->pieces[l->count - 1].glue = false;
}

void
pieces_cut(struct layout *l, int from, int to)
{
	if (from == 0)
		cut_top(l);
	for (int i = from; i < to; i++)
		cut_item(l, &l->paper->items[i]);
	if (l->count > 0)
		l->pieces[l->count - 1].glue = false;
}

void
pieces_break(struct layout *l)
{
	add(l, PIECE_BREAK, 0);
}
