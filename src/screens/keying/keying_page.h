/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper as lines on the screen: numbers, fields, codes with their labels beside them, page by
 * page. Within a view
 * nothing moves but the field, so that an answer costs few bytes on the line. */
#ifndef SCREENS_KEYING_PAGE_H
#define SCREENS_KEYING_PAGE_H

#include "screens/keying/keying_sheet.h"

enum { PAGE_NUMBER = 5, PAGE_SIGN = 6, PAGE_FIELD = 8, PAGE_WIDTH = 16, PAGE_LABEL = 25 };

enum page_kind { PAGE_HEAD, PAGE_NOTE, PAGE_ROW, PAGE_CODES, PAGE_ENTRY };

struct page_line {
	enum page_kind kind;
	struct place at; /* rows and entries */
	const char *number, *text;
	const char *right; /* codes behind the text of a row, at the column below */
	int column;
	int more;  /* lines below its own in which a question's text goes on */
	bool grid; /* right holds the codes of a grid's row, three columns each */
	const struct keyed_code *codes;
	int code_count;
	bool off; /* the routes do not lead here: filled by keying_page_mark */
};

struct page_view {
	int first, count; /* lines */
	int height;       /* rows of the screen, with those in which texts go on */
	int page;         /* of the paper */
};

struct keying_page { /* zero-initialise */
	struct arena arena;
	struct page_line *lines;
	int line_count;
	size_t line_room;
	struct page_view *views;
	int view_count;
	size_t view_room;
	int rows, columns, passes; /* it was made for */
};

/* Columns for a question's text on a page so wide, with what stands right of it from a column
 * (0 = nothing). */
int page_label_width(int columns, int right);
/* Makes the lines anew when the size or the number of repeated groups is another. */
void keying_page_make(struct keying_page *p, struct sheet *h, int rows, int columns);
void keying_page_release(struct keying_page *p);
/* The view that holds the place; the last one for the end of the form. */
int keying_page_view(const struct keying_page *p, struct place at);
/* The first place of the view. */
struct place keying_page_first(const struct keying_page *p, int view);
/* Finds what lies off the route in the view of the sheet's place. */
void keying_page_mark(struct keying_page *p, struct sheet *h);

#endif
