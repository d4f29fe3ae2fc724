/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells in memory, clipped drawing, and reading back. */
#include "config.h"

#include "tui/canvas.h"

#include "base/memory.h"
#include "base/text.h"
#include "tui/wrap.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	CELL_BYTES = 14, /* a base character and two marks */
	TEXT_BYTES = 2048
};

struct cell {
	char text[CELL_BYTES];
	unsigned char role;
	unsigned char width; /* 1, 2, or 0 for the right half of a wide character */
};

struct surface {
	int rows, columns;
	int cursor_row, cursor_column;
	enum tier tier;
	struct cell *cells;
	size_t capacity;
};

struct surface *
surface_new(int rows, int columns, enum tier tier)
{
	struct surface *s = memory_new(sizeof(*s));

	s->tier = tier;
	surface_resize(s, rows, columns);
	return s;
}

void
surface_free(struct surface *s)
{
	if (s)
		free(s->cells);
	free(s);
}

void
surface_tier(struct surface *s, enum tier tier)
{
	s->tier = tier;
}

void
surface_resize(struct surface *s, int rows, int columns)
{
	size_t count;

	s->rows = rows > 0 ? rows : 1;
	s->columns = columns > 0 ? columns : 1;
	count = (size_t)s->rows * (size_t)s->columns;
	if (count > s->capacity || !s->cells)
		s->cells = memory_grow(s->cells, &s->capacity, count, sizeof(*s->cells));
	for (size_t i = 0; i < count; i++)
		s->cells[i] = (struct cell){ " ", ROLE_TEXT, 1 };
	s->cursor_row = s->cursor_column = 0;
}

struct canvas
surface_canvas(struct surface *s)
{
	return (struct canvas){ s, 0, 0, s->rows, s->columns };
}

static int
clamp(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

struct canvas
canvas_part(const struct canvas *c, int row, int column, int rows, int columns)
{
	struct canvas part = { .surface = c->surface };
	int bottom = clamp(row + rows, 0, c->rows), right = clamp(column + columns, 0, c->columns);

	row = clamp(row, 0, c->rows);
	column = clamp(column, 0, c->columns);
	part.top = c->top + row;
	part.left = c->left + column;
	part.rows = bottom > row ? bottom - row : 0;
	part.columns = right > column ? right - column : 0;
	return part;
}

struct canvas
canvas_middle(const struct canvas *c, int rows, int columns)
{
	int row = (c->rows - rows) / 2, column = (c->columns - columns) / 2;

	return canvas_part(c, row > 0 ? row : 0, column > 0 ? column : 0, rows, columns);
}

enum tier
canvas_tier(const struct canvas *c)
{
	return c->surface->tier;
}

static struct cell *
at(const struct canvas *c, int row, int column)
{
	struct surface *s = c->surface;

	return &s->cells[(size_t)(c->top + row) * (size_t)s->columns + (size_t)(c->left + column)];
}

/* A wide character whose half is overwritten leaves a blank in the other half. */
static void
unpair(const struct canvas *c, int row, int column)
{
	struct cell *cell = at(c, row, column);
	struct cell *other = NULL;

	if (cell->width == 0 && c->left + column > 0)
		other = cell - 1;
	else if (cell->width == 2 && c->left + column + 1 < c->surface->columns)
		other = cell + 1;
	if (other) {
		strcpy(other->text, " ");
		other->width = 1;
	}
}

static void
put(const struct canvas *c, int row, int column, enum role role, const char *text, size_t length,
	int width)
{
	struct cell *cell = at(c, row, column);

	unpair(c, row, column);
	if (width == 2) {
		unpair(c, row, column + 1);
		*at(c, row, column + 1) = (struct cell){ "", (unsigned char)role, 0 };
	}
	if (length >= CELL_BYTES)
		length = CELL_BYTES - 1;
	memcpy(cell->text, text, length);
	cell->text[length] = '\0';
	cell->role = (unsigned char)role;
	cell->width = (unsigned char)width;
}

void
canvas_fill(struct canvas *c, int row, int column, int rows, int columns, enum role role,
	const char *cluster)
{
	struct canvas part = canvas_part(c, row, column, rows, columns);
	size_t length = strlen(cluster);

	for (int i = 0; i < part.rows; i++)
		for (int j = 0; j < part.columns; j++)
			put(&part, i, j, role, cluster, length, 1);
}

void
canvas_erase(struct canvas *c, enum role role)
{
	canvas_fill(c, 0, 0, c->rows, c->columns, role, " ");
}

/* The text as it may be shown: one line, no control characters. */
static const char *
shown(char dst[TEXT_BYTES], const char *text)
{
	char line[TEXT_BYTES];
	size_t length = strcspn(text, "\n");

	if (length >= sizeof(line))
		length = sizeof(line) - 1;
	memcpy(line, text, length);
	line[length] = '\0';
	return text_clean(dst, TEXT_BYTES, line);
}

/* Width of a cleaned text in cells: what has no width takes none, a cluster at most two. */
static int
cluster_width(const char *text, size_t length)
{
	char cluster[CELL_BYTES * 2];
	int width;

	if (length >= sizeof(cluster))
		length = sizeof(cluster) - 1;
	memcpy(cluster, text, length);
	cluster[length] = '\0';
	width = text_width(cluster);
	return clamp(width, 0, 2);
}

static int
draw(struct canvas *c, int row, int column, int width, enum role role, const char *text)
{
	int used = 0;
	size_t length;

	for (; (length = text_cluster(text)) > 0; text += length) {
		int w = cluster_width(text, length);

		if (w == 0)
			continue;
		if (used + w > width)
			break;
		if (column + used >= 0 && column + used + w <= c->columns)
			put(c, row, column + used, role, text, length, w);
		used += w;
	}
	return used;
}

/* Columns that are there, of the columns wanted. */
static int
room(const struct canvas *c, int row, int column, int width)
{
	int left = c->columns - column;

	if (row < 0 || row >= c->rows || left <= 0)
		return 0;
	return width < 0 || width > left ? left : width;
}

static int
draw_cut(struct canvas *c, int row, int column, int width, enum role role, const char *text)
{
	const char *mark = glyph_text(canvas_tier(c), GLYPH_ELLIPSIS);
	int used;

	if (text_width(text) <= width)
		return draw(c, row, column, width, role, text);
	used = draw(c, row, column, width - 1, role, text);
	draw(c, row, column + used, 1, role, mark);
	return used + 1;
}

int
canvas_text(struct canvas *c, int row, int column, int width, enum role role, const char *text)
{
	char clean[TEXT_BYTES];

	width = room(c, row, column, width);
	return width > 0 ? draw_cut(c, row, column, width, role, shown(clean, text)) : 0;
}

int
canvas_words(struct canvas *c, int row, int column, int width, enum role role, const char *text)
{
	char clean[TEXT_BYTES];
	size_t next;
	int used;

	width = room(c, row, column, width);
	if (width < 2 || text_width(shown(clean, text)) <= width)
		return canvas_text(c, row, column, width, role, text);
	clean[wrap_line(clean, width - 1, &next)] = '\0';
	used = draw(c, row, column, width - 1, role, clean);
	return used + canvas_glyph(c, row, column + used, role, GLYPH_ELLIPSIS);
}

int
canvas_lines(struct canvas *c, int row, int column, int width, enum role role, const char *text)
{
	size_t next = 1;
	int rows = 0;

	for (; next; text += next) {
		char line[TEXT_BYTES];
		size_t length = wrap_line(text, width, &next);

		text_copy(line, length + 1 < sizeof line ? length + 1 : sizeof line, text);
		canvas_text(c, row + rows++, column, width, role, line);
	}
	return rows;
}

static int
draw_moved(struct canvas *c, int row, int column, int width, enum role role, const char *text,
	int share)
{
	char clean[TEXT_BYTES];
	int spare;

	width = room(c, row, column, width);
	if (width <= 0)
		return 0;
	shown(clean, text);
	spare = width - text_width(clean);
	if (spare < 0)
		spare = 0;
	spare /= share;
	return draw_cut(c, row, column + spare, width - spare, role, clean);
}

int
canvas_right(struct canvas *c, int row, int column, int width, enum role role, const char *text)
{
	return draw_moved(c, row, column, width, role, text, 1);
}

int
canvas_center(struct canvas *c, int row, int column, int width, enum role role, const char *text)
{
	return draw_moved(c, row, column, width, role, text, 2);
}

int
canvas_printf(
	struct canvas *c, int row, int column, int width, enum role role, const char *fmt, ...)
{
	char text[TEXT_BYTES];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	return canvas_text(c, row, column, width, role, text);
}

int
canvas_glyph(struct canvas *c, int row, int column, enum role role, enum glyph glyph)
{
	return canvas_text(c, row, column, -1, role, glyph_text(canvas_tier(c), glyph));
}

void
canvas_role(struct canvas *c, int row, int column, int width, enum role role)
{
	struct canvas part = canvas_part(c, row, column, 1, width < 0 ? c->columns : width);

	for (int i = 0; i < part.columns && part.rows; i++)
		at(&part, 0, i)->role = (unsigned char)role;
}

void
canvas_horizontal(struct canvas *c, int row, int column, int width, enum role role)
{
	canvas_fill(c, row, column, 1, width, role, glyph_text(canvas_tier(c), GLYPH_HORIZONTAL));
}

void
canvas_vertical(struct canvas *c, int row, int column, int rows, enum role role)
{
	canvas_fill(c, row, column, rows, 1, role, glyph_text(canvas_tier(c), GLYPH_VERTICAL));
}

struct canvas
canvas_box(struct canvas *c, enum role role, const char *title)
{
	int bottom = c->rows - 1, right = c->columns - 1;

	canvas_erase(c, role);
	canvas_horizontal(c, 0, 0, c->columns, role);
	canvas_horizontal(c, bottom, 0, c->columns, role);
	canvas_vertical(c, 0, 0, c->rows, role);
	canvas_vertical(c, 0, right, c->rows, role);
	canvas_glyph(c, 0, 0, role, GLYPH_TOP_LEFT);
	canvas_glyph(c, 0, right, role, GLYPH_TOP_RIGHT);
	canvas_glyph(c, bottom, 0, role, GLYPH_BOTTOM_LEFT);
	canvas_glyph(c, bottom, right, role, GLYPH_BOTTOM_RIGHT);
	if (title && *title && c->columns > 6) {
		int width = canvas_center(c, 0, 2, c->columns - 4, role, title);
		int left = 2 + (c->columns - 4 - width) / 2;

		canvas_text(c, 0, left - 1, 1, role, " ");
		canvas_text(c, 0, left + width, 1, role, " ");
	}
	return canvas_part(c, 1, 1, c->rows - 2, c->columns - 2);
}

void
canvas_cursor(struct canvas *c, int row, int column)
{
	struct surface *s = c->surface;

	s->cursor_row = clamp(c->top + row, 0, s->rows - 1);
	s->cursor_column = clamp(c->left + column, 0, s->columns - 1);
}

void
surface_cursor(const struct surface *s, int *row, int *column)
{
	*row = s->cursor_row;
	*column = s->cursor_column;
}

const char *
surface_cell(const struct surface *s, int row, int column, enum role *role)
{
	const struct cell *cell = &s->cells[(size_t)row * (size_t)s->columns + (size_t)column];

	*role = (enum role)cell->role;
	return cell->text;
}

char *
canvas_row(const struct canvas *c, int row, char *dst, size_t size)
{
	size_t n = 0, end = 0;

	for (int i = 0; row >= 0 && row < c->rows && i < c->columns; i++) {
		const char *text = at(c, row, i)->text;
		size_t length = strlen(text);

		if (n + length + 1 > size)
			break;
		memcpy(dst + n, text, length);
		n += length;
		if (strcmp(text, " ") != 0)
			end = n;
	}
	dst[end] = '\0';
	return dst;
}

char *
canvas_export(const struct canvas *c)
{
	size_t line = (size_t)c->columns * CELL_BYTES + 2, n = 0;
	char *text = memory_new((size_t)c->rows * line + 1);

	for (int i = 0; i < c->rows; i++) {
		canvas_row(c, i, text + n, line);
		n += strlen(text + n);
		text[n++] = '\n';
	}
	text[n] = '\0';
	return text;
}

char *
canvas_roles(const struct canvas *c)
{
	char *text = memory_new((size_t)c->rows * ((size_t)c->columns + 1) + 1);
	size_t n = 0;

	for (int i = 0; i < c->rows; i++) {
		size_t end = n;

		for (int j = 0; j < c->columns; j++) {
			text[n++] = theme_letter((enum role)at(c, i, j)->role);
			if (text[n - 1] != '.')
				end = n;
		}
		n = end;
		text[n++] = '\n';
	}
	text[n] = '\0';
	return text;
}
