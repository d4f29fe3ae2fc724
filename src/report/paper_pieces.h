/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper form cut into pieces that are never torn, put on pages one below the other. */
#ifndef REPORT_PAPER_PIECES_H
#define REPORT_PAPER_PIECES_H

#include "report/paper_parts.h"
#include "report/pdf.h"

/* Places in points. All that is drawn keeps 15 mm (42.5 points) from the edges. */
#define PAPER_LEFT 45.0
#define PAPER_RIGHT 550.0
#define PAPER_TOP 43.0
#define PAPER_BOTTOM 782.0 /* of the questions; below it the foot */
#define PAPER_FOOT 797.0
#define PAPER_INDENT 26.0  /* of all that stands under a question's number */

enum piece_kind {
	PIECE_BREAK, /* a new page begins, if this one holds something */
	PIECE_SPACE, /* falls away at the top of a page */
	PIECE_TITLE,
	PIECE_BAND,  /* heading on grey */
	PIECE_RULED, /* heading under a thin line */
	PIECE_TEXT,
	PIECE_FRAME, /* text in a frame */
	PIECE_CHOICES,
	PIECE_SCALE,
	PIECE_GRID_HEAD,
	PIECE_GRID_ROW,
	PIECE_LINE
};

struct piece {
	enum piece_kind kind;
	double height;
	bool glue;             /* stays on the page of the next one */
	const char **lines;    /* of text */
	int line_count;
	enum pdf_font font;
	double size, grey, x;
	const char *number;    /* beside the first line; "" = none */
	const struct paper_item *item; /* with boxes: beside the text, or the body */
	int row, rows;         /* of choices in columns, of a grid */
	int columns;
	int head;              /* of a grid's row: its head's piece */
	double width;          /* of a column */
};

struct layout {
	const struct paper *paper;
	struct pdf *pdf;
	double gaps, type; /* how much denser than usual: 1 = not */
	struct piece *pieces;
	int count;
	size_t room;
	bool dry; /* counts pages only */
	int page, pages;
	double y;
	bool fresh; /* nothing on the page yet */
};

/* Cuts the items from … to at the layout's density, behind what was cut before; the first ones with
 * what stands above all questions. */
void pieces_cut(struct layout *l, int from, int to);
void pieces_break(struct layout *l); /* what follows begins a page */
/* Draws one at l->y. */
void piece_draw(const struct layout *l, const struct piece *piece);
/* Width of the boxes of a number or date beside its question; 0 = none. */
double piece_boxes_width(const struct paper_item *item);

#endif
