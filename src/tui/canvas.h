/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rectangle of cells in memory. Widgets draw into it, term.c shows it, tests and exports
 * read it back; nothing here knows a terminal. */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include "tui/glyph.h"
#include "tui/theme.h"

#include <stddef.h>

struct surface; /* the cells, the cursor, the glyph tier */

/* A view on a part of a surface, passed by value or address, nothing to free. Rows and
 * columns count from 0; whatever falls outside the view is cut off. */
struct canvas {
	struct surface *surface;
	int top, left;      /* place on the surface */
	int rows, columns;  /* never negative */
};

struct surface *surface_new(int rows, int columns, enum tier tier);
void surface_free(struct surface *s);
void surface_tier(struct surface *s, enum tier tier); /* for what is drawn from now on */
void surface_resize(struct surface *s, int rows, int columns); /* and erases */
struct canvas surface_canvas(struct surface *s);               /* the whole of it */

/* The part at (row, column); what does not fit into the parent is cut off. */
struct canvas canvas_part(const struct canvas *c, int row, int column, int rows, int columns);
/* A part of the given size in the middle of c. */
struct canvas canvas_middle(const struct canvas *c, int rows, int columns);
enum tier canvas_tier(const struct canvas *c);

void canvas_erase(struct canvas *c, enum role role); /* blanks */
void canvas_fill(struct canvas *c, int row, int column, int rows, int columns, enum role role,
	const char *cluster);

/* Draws text_clean(text) in at most width columns (width < 0: to the edge) and returns the
 * columns used. Text that does not fit ends with the ellipsis. Newlines end the text. */
int canvas_text(struct canvas *c, int row, int column, int width, enum role role, const char *text);
/* The same, cut behind a word where there is one: for a name that others follow. */
int canvas_words(
	struct canvas *c, int row, int column, int width, enum role role, const char *text);
/* The whole text, wrapped at words and newlines in width columns: how many rows it took. */
int canvas_lines(
	struct canvas *c, int row, int column, int width, enum role role, const char *text);
/* canvas_text, moved to the right or the middle of width columns; the rest stays untouched. */
int canvas_right(
	struct canvas *c, int row, int column, int width, enum role role, const char *text);
int canvas_center(
	struct canvas *c, int row, int column, int width, enum role role, const char *text);
int canvas_printf(struct canvas *c, int row, int column, int width, enum role role,
	const char *fmt, ...) __attribute__((format(printf, 6, 7)));
int canvas_glyph(struct canvas *c, int row, int column, enum role role, enum glyph glyph);
/* Gives cells another role and keeps their text. */
void canvas_role(struct canvas *c, int row, int column, int width, enum role role);

void canvas_horizontal(struct canvas *c, int row, int column, int width, enum role role);
void canvas_vertical(struct canvas *c, int row, int column, int rows, enum role role);
/* Frame round the whole canvas with a title (may be NULL) in its top line; returns the inside. */
struct canvas canvas_box(struct canvas *c, enum role role, const char *title);

/* Where the terminal's cursor goes; the last call before showing wins. */
void canvas_cursor(struct canvas *c, int row, int column);
void surface_cursor(const struct surface *s, int *row, int *column);

/* Reading back. A cell's text is "" for the right half of a wide character. */
const char *surface_cell(const struct surface *s, int row, int column, enum role *role);
/* One row without trailing blanks; dst of 4 * columns + 1 bytes holds nearly every row. */
char *canvas_row(const struct canvas *c, int row, char *dst, size_t size);
/* The whole view as lines, each ended by a newline; the caller frees. */
char *canvas_export(const struct canvas *c);
/* One letter a cell (theme_letter), lines as above without trailing '.'; the caller frees. */
char *canvas_roles(const struct canvas *c);

#endif
