/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing of lists and tables, and their text for export. */
#include "config.h"

#include "tui/list.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "tui/edit.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GAP = 1, NAME_LEAST = 12, SHOWN_MAX = 64, BAR = 12 };

/* The columns that are drawn: number, place, width. */
struct layout {
	int count;
	int column[SHOWN_MAX], left[SHOWN_MAX], width[SHOWN_MAX];
};

static void
add(struct layout *y, int column, int left, int width)
{
	if (y->count == SHOWN_MAX)
		return;
	y->column[y->count] = column;
	y->left[y->count] = left;
	y->width[y->count++] = width;
}

/* Last column from first on that still fits beside a name of the given width. */
static int
last_fitting(const struct list *l, int first, int room)
{
	int last = first - 1;

	while (last + 1 < l->column_count && last + 1 - first < SHOWN_MAX - 1) {
		room -= l->columns[last + 1].width + GAP;
		if (room < 0)
			break;
		last++;
	}
	return last;
}

static struct layout
lay_out(struct list *l, int columns)
{
	struct layout y = { .count = 0 };
	int name = l->columns[0].width, least = name ? name : NAME_LEAST;
	int first = 1, last, left;

	if (l->by_column) {
		if (l->first_column < 1)
			l->first_column = 1;
		if (l->column < l->first_column)
			l->first_column = l->column > 1 ? l->column : 1;
		while (l->first_column < l->column &&
			last_fitting(l, l->first_column, columns - least) < l->column)
			l->first_column++;
		first = l->first_column;
	}
	last = last_fitting(l, first, columns - least);
	if (name == 0) {
		name = columns;
		for (int i = first; i <= last; i++)
			name -= l->columns[i].width + GAP;
	}
	add(&y, 0, 0, name);
	left = name + GAP;
	for (int i = first; i <= last; i++) {
		add(&y, i, left, l->columns[i].width);
		left += l->columns[i].width + GAP;
	}
	return y;
}

static void
heading(const struct list *l, int column, char *dst, size_t size)
{
	*dst = '\0';
	if (l->columns[column].title)
		text_copy(dst, size, _(l->columns[column].title));
	else if (l->source->head)
		l->source->head(l->data, column, dst, size);
}

static void
draw_head(const struct list *l, struct canvas *c, const struct layout *y)
{
	canvas_fill(c, 0, 0, 1, c->columns, ROLE_TITLE, " ");
	for (int i = 0; i < y->count; i++) {
		char text[LIST_TEXT + 4];
		int column = y->column[i];
		bool chosen = l->by_column && column == l->column && column > 0;
		enum role role = chosen ? ROLE_SELECTED : ROLE_TITLE;

		heading(l, column, text, LIST_TEXT);
		if (column == l->sort_column)
			strcat(text,
				glyph_text(canvas_tier(c), l->sort_down ? GLYPH_DOWN : GLYPH_UP));
		if (l->columns[column].right)
			canvas_right(c, 0, y->left[i], y->width[i], role, text);
		else
			canvas_text(c, 0, y->left[i], y->width[i], role, text);
	}
	if (l->by_column && l->first_column > 1)
		canvas_glyph(c, 0, y->left[0] + y->width[0] - 1, ROLE_TITLE, GLYPH_LEFT);
	if (l->by_column && y->count && y->column[y->count - 1] < l->column_count - 1)
		canvas_glyph(c, 0, c->columns - 1, ROLE_TITLE, GLYPH_RIGHT);
}

/* The bar that an arrow key moves covers the beginning of a long name: each cell of it is sent
 * twice, and lines may be slow. */
static void
draw_bar(struct canvas *c, int line, const char *name, int width)
{
	char head[LIST_TEXT];

	if (text_width(name) <= BAR || width <= BAR) {
		canvas_text(c, line, 0, width, ROLE_SELECTED, *name ? name : " ");
		return;
	}
	snprintf(head, sizeof head, "%.*s", (int)text_fit(name, BAR), name);
	canvas_text(c, line, 0, BAR, ROLE_SELECTED, head);
}

/* What the name of a row has: its column, and empty ones beside it where it is longer. */
static int
name_room(const struct list *l, const struct layout *y, int row, const char *name)
{
	int width = y->width[0];

	for (int i = 1; l->flows && i < y->count && text_width(name) > width; i++) {
		struct list_cell cell = { "", ROLE_TEXT };

		l->source->cell(l->data, row, y->column[i], &cell);
		if (cell.text[0])
			break;
		width = y->left[i] + y->width[i] - y->left[0];
	}
	return width;
}

static void
draw_row(const struct list *l, struct canvas *c, const struct layout *y, int line, int position)
{
	bool selected = position == l->selected;
	int row = list_row(l, position);

	for (int i = 0; i < y->count; i++) {
		struct list_cell cell = { "", ROLE_TEXT };
		int column = y->column[i], used;

		l->source->cell(l->data, row, column, &cell);
		if (l->columns[column].right)
			used = canvas_right(c, line, y->left[i], y->width[i], cell.role, cell.text);
		else if (i == 0)
			used = canvas_text(
				c, line, 0, name_room(l, y, row, cell.text), cell.role, cell.text);
		else
			used = canvas_text(c, line, y->left[i], y->width[i], cell.role, cell.text);
		if (selected && i == 0)
			draw_bar(c, line, cell.text, y->width[0]);
		if (!selected || column != (l->by_column ? l->column : 0))
			continue;
		if (l->columns[column].right)
			canvas_cursor(c, line, y->left[i] + y->width[i] - (used ? used : 1));
		else
			canvas_cursor(c, line, y->left[i]);
	}
}

static void
draw_line(struct list *l, struct canvas *c, int line)
{
	bool search = l->line == LIST_LINE_SEARCH;
	struct edit e = { .text = search ? l->search : l->filter,
		.size = search ? sizeof(l->search) : sizeof(l->filter),
		.caret = l->caret };
	int hit, hits, used;

	canvas_fill(c, line, 0, 1, c->columns, ROLE_LABEL, " ");
	used = canvas_text(c, line, 0, -1, ROLE_LABEL, search ? _("Search:") : _("Filter:")) + 1;
	edit_draw(&e, c, line, used, 40, ROLE_FOCUS, true);
	list_hits(l, &hit, &hits);
	if (search && *l->search && !hits) {
		canvas_text(c, line, used + 42, -1, ROLE_WARN, _("not found"));
	} else if (search) {
		canvas_printf(c, line, used + 42, -1, ROLE_HINT, "%d/%d", hit, hits);
	} else {
		canvas_printf(c, line, used + 42, -1, ROLE_HINT,
			P_("%d row", "%d rows", (unsigned long)l->shown), l->shown);
	}
}

/* Whole, on as many lines as it takes. */
static void
draw_empty(struct canvas *c, const char *text)
{
	size_t next = 1;

	for (int row = 2; row < c->rows && next > 0; row++, text += next) {
		size_t length = wrap_line(text, c->columns - 2, &next);

		canvas_printf(c, row, 2, -1, ROLE_HINT, "%.*s", (int)length, text);
	}
	canvas_cursor(c, 2, 2);
}

void
list_draw(struct list *l, struct canvas *c)
{
	struct layout y = lay_out(l, c->columns);
	int page = c->rows - 1 - (l->line != LIST_LINE_NONE);

	l->rows = page + 1;
	draw_head(l, c, &y);
	if (page < 1)
		return;
	if (l->selected < l->top)
		l->top = l->selected;
	if (l->selected >= l->top + page)
		l->top = l->selected - page + 1;
	if (l->top > 0 && l->top > l->shown - page)
		l->top = l->shown > page ? l->shown - page : 0;
	for (int i = 0; i < page && l->top + i < l->shown; i++)
		draw_row(l, c, &y, 1 + i, l->top + i);
	if (l->shown == 0) {
		const char *empty = l->empty ? _(l->empty) : _("There is nothing here yet.");

		draw_empty(c,
			*l->filter ? _("No row has these words. Esc clears the filter.") : empty);
	}
	if (l->line != LIST_LINE_NONE)
		draw_line(l, c, c->rows - 1);
}

char *
list_status(const struct list *l, char *dst, size_t size)
{
	char position[32], count[32];
	size_t n;

	number_format(position, sizeof(position), l->shown ? l->selected + 1 : 0, 0);
	number_format(count, sizeof(count), l->shown, 0);
	n = (size_t)snprintf(dst, size, "%s/%s", position, count);
	if (*l->filter && n < size)
		snprintf(dst + n, size - n, "   %s %s", _("Filter:"), l->filter);
	return dst;
}

static void
print_padded(FILE *out, const char *text, int width, bool right, bool last)
{
	int blanks = width - text_width(text);

	if (blanks < 0)
		blanks = 0;
	if (right)
		fprintf(out, "%*s%s", blanks, "", text);
	else
		fprintf(out, "%s%*s", text, last ? 0 : blanks, "");
	if (!last)
		fputs("  ", out);
}

/* Widest text of a column, its heading included; row -1 is the heading. */
static int
text_columns(const struct list *l, int column)
{
	char head[LIST_TEXT];
	int width;

	heading(l, column, head, sizeof(head));
	width = text_width(head);
	for (int i = 0; i < l->shown; i++) {
		struct list_cell cell = { "", ROLE_TEXT };
		int w;

		l->source->cell(l->data, list_row(l, i), column, &cell);
		w = text_width(cell.text);
		if (w > width)
			width = w;
	}
	return width;
}

char *
list_text(const struct list *l)
{
	int *widths = memory_array((size_t)l->column_count + 1, sizeof(*widths));
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);

	for (int j = 0; j < l->column_count; j++)
		widths[j] = text_columns(l, j);
	for (int i = -1; out && i < l->shown; i++) {
		for (int j = 0; j < l->column_count; j++) {
			struct list_cell cell = { "", ROLE_TEXT };

			if (i < 0)
				heading(l, j, cell.text, sizeof(cell.text));
			else
				l->source->cell(l->data, list_row(l, i), j, &cell);
			print_padded(out, cell.text, widths[j], l->columns[j].right,
				j == l->column_count - 1);
		}
		fputc('\n', out);
	}
	free(widths);
	if (!out)
		return memory_string("");
	fclose(out);
	return text;
}
