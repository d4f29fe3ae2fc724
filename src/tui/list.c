/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The virtual list: position, keys, search and filter. Drawing is in list_draw.c. */
#include "config.h"

#include "tui/list.h"

#include "base/memory.h"
#include "base/text.h"
#include "tui/edit.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

void
list_start(struct list *l, const struct list_source *source, const void *data,
	const struct list_column *columns, int column_count)
{
	*l = (struct list){ .source = source,
		.data = data,
		.columns = columns,
		.column_count = column_count,
		.sort_column = -1 };
	list_refresh(l, -1);
}

void
list_release(struct list *l)
{
	free(l->map);
	l->map = NULL;
	l->map_capacity = 0;
}

int
list_row(const struct list *l, int position)
{
	if (position < 0 || position >= l->shown)
		return -1;
	return *l->filter && l->map ? l->map[position] : position;
}

int
list_selected(const struct list *l)
{
	return list_row(l, l->selected);
}

static char *
folded_row(const struct list *l, int row, char folded[LIST_TEXT])
{
	struct list_cell cell = { "", ROLE_TEXT };

	if (l->source->key)
		l->source->key(l->data, row, cell.text, sizeof(cell.text));
	else
		l->source->cell(l->data, row, 0, &cell);
	return text_fold(folded, LIST_TEXT, cell.text);
}

/* Whether the row answers the folded words. */
static bool
matches(const struct list *l, int row, const char *needle)
{
	char folded[LIST_TEXT];

	return text_match(folded_row(l, row, folded), needle);
}

static bool
begins_with(const struct list *l, int row, const char *needle)
{
	char folded[LIST_TEXT];
	const char *text = folded_row(l, row, folded);

	return strncmp(text + strspn(text, " "), needle, strlen(needle)) == 0;
}

static int
clamp(const struct list *l, int position)
{
	if (position >= l->shown)
		position = l->shown - 1;
	return position < 0 ? 0 : position;
}

void
list_select(struct list *l, int row)
{
	for (int i = 0; i < l->shown; i++)
		if (list_row(l, i) == row) {
			l->selected = i;
			return;
		}
}

void
list_refresh(struct list *l, int row)
{
	char needle[LIST_TEXT];
	int count = l->source->count(l->data);

	l->shown = count;
	if (*l->filter) {
		text_fold(needle, sizeof(needle), l->filter);
		l->map = memory_grow(l->map, &l->map_capacity, (size_t)count + 1, sizeof(*l->map));
		l->shown = 0;
		for (int i = 0; i < count; i++)
			if (matches(l, i, needle))
				l->map[l->shown++] = i;
	}
	l->selected = clamp(l, l->selected);
	if (row >= 0)
		list_select(l, row);
}

/* Rows of data that fit under the head. */
static int
page(const struct list *l)
{
	return l->rows > 2 ? l->rows - 1 : 1;
}

static enum widget_result
go(struct list *l, int position)
{
	int before = l->selected;

	l->selected = clamp(l, position);
	return l->selected == before ? WIDGET_HANDLED : WIDGET_CHANGED;
}

static enum widget_result
go_page(struct list *l, int direction)
{
	int step = page(l) * direction;

	l->top += step; /* the selected row keeps its place on the screen */
	if (l->top > l->shown - page(l))
		l->top = l->shown - page(l);
	if (l->top < 0)
		l->top = 0;
	return go(l, l->selected + step);
}

static enum widget_result
move(struct list *l, int key)
{
	switch (key) {
	case KEYS_UP:
		return go(l, l->selected - 1);
	case KEYS_DOWN:
		return go(l, l->selected + 1);
	case KEYS_PAGE_UP:
		return go_page(l, -1);
	case KEYS_PAGE_DOWN:
		return go_page(l, 1);
	case KEYS_HOME:
		return go(l, 0);
	case KEYS_END:
		return go(l, l->shown - 1);
	default:
		return WIDGET_PASS;
	}
}

/* The next position that fits, from the given one on in steps of 1 or -1, round the end. */
static int
find(const struct list *l, int from, int step,
	bool (*fits)(const struct list *l, int row, const char *words))
{
	char needle[LIST_TEXT];

	text_fold(needle, sizeof(needle), l->search);
	for (int i = 0; *needle && i < l->shown; i++) {
		int position = ((from + i * step) % l->shown + l->shown) % l->shown;

		if (fits(l, list_row(l, position), needle))
			return position;
	}
	return -1;
}

static enum widget_result
find_from(struct list *l, int from, int step)
{
	int position = find(l, from, step, matches);

	return position >= 0 ? go(l, position) : WIDGET_HANDLED;
}

/* While the words are typed: "lodz" is Łódź before Aleksandrów Łódzki; without a hit the
 * cursor is where the search began. */
static enum widget_result
find_typed(struct list *l)
{
	int position = find(l, l->origin, 1, begins_with);

	if (position < 0)
		position = find(l, l->origin, 1, matches);
	return go(l, position >= 0 ? position : l->origin);
}

/* Which hit is selected (0 = none) and how many there are. */
void
list_hits(const struct list *l, int *hit, int *hits)
{
	char needle[LIST_TEXT];

	*hit = *hits = 0;
	text_fold(needle, sizeof(needle), l->search);
	for (int i = 0; *needle && i < l->shown; i++)
		if (matches(l, list_row(l, i), needle)) {
			++*hits;
			if (i == l->selected)
				*hit = *hits;
		}
}

static void
open_line(struct list *l, enum list_line line, const char *text)
{
	l->line = line;
	l->caret = strlen(text);
	l->origin = l->selected;
}

void
list_search(struct list *l)
{
	*l->search = '\0';
	open_line(l, LIST_LINE_SEARCH, l->search);
}

void
list_filter(struct list *l)
{
	open_line(l, LIST_LINE_FILTER, l->filter);
}

/* Filter with the text as it is now; the selected row stays selected if it is still there. */
static enum widget_result
apply_filter(struct list *l, int row)
{
	list_refresh(l, row);
	return WIDGET_CHANGED;
}

static enum widget_result
close_line(struct list *l, bool keep)
{
	enum list_line line = l->line;
	int row = list_selected(l);

	l->line = LIST_LINE_NONE;
	if (keep)
		return WIDGET_HANDLED;
	if (line == LIST_LINE_FILTER) {
		*l->filter = '\0';
		return apply_filter(l, row);
	}
	*l->search = '\0';
	return go(l, l->origin);
}

static enum widget_result
typed(struct list *l, const struct event *event)
{
	bool search = l->line == LIST_LINE_SEARCH;
	struct edit e = { .text = search ? l->search : l->filter,
		.size = search ? sizeof(l->search) : sizeof(l->filter),
		.caret = l->caret };
	int row = list_selected(l);
	enum widget_result result;

	if (event->type == EVENT_KEY && event->key == KEYS_ENTER)
		return close_line(l, true);
	if (event->type == EVENT_KEY && event->key == KEYS_ESC)
		return close_line(l, false);
	if (event->type == EVENT_KEY && event->key != KEYS_HOME && event->key != KEYS_END) {
		result = move(l, event->key);
		if (result != WIDGET_PASS)
			return result;
	}
	result = edit_event(&e, event);
	l->caret = e.caret;
	if (result != WIDGET_CHANGED)
		return result;
	return search ? find_typed(l) : apply_filter(l, row);
}

/* Signs and blanks begin no search: "/" opens an empty line, as everywhere. */
static bool
begins_name(const struct list *l, const struct event *event)
{
	int key = event->key;

	return l->names && key_is_text(key) && (key >= 0x80 || isalnum(key));
}

enum widget_result
list_event(struct list *l, const struct event *event)
{
	if (l->line != LIST_LINE_NONE) {
		enum widget_result result = typed(l, event);

		if (result != WIDGET_PASS)
			return result;
	}
	if (event->type != EVENT_KEY)
		return WIDGET_PASS;
	if (event->key == '/' || key_function(event->key) == 3) {
		list_search(l);
		return WIDGET_HANDLED;
	}
	if (key_function(event->key) == 5) {
		list_filter(l);
		return WIDGET_HANDLED;
	}
	if (begins_name(l, event)) {
		list_search(l);
		return typed(l, event);
	}
	if (event->key == 'n' && *l->search)
		return find_from(l, l->selected + 1, 1);
	if (event->key == 'N' && *l->search)
		return find_from(l, l->selected - 1, -1);
	if (event->key == KEYS_ESC && *l->filter) {
		l->line = LIST_LINE_FILTER;
		return close_line(l, false);
	}
	if (event->key == KEYS_ENTER && list_selected(l) >= 0)
		return WIDGET_CHOSEN;
	return move(l, event->key);
}

static enum widget_result
on_event(void *widget, const struct event *event)
{
	return list_event(widget, event);
}

static enum context
context(const void *widget)
{
	const struct list *l = widget;

	return l->line == LIST_LINE_NONE && !l->names ? CONTEXT_LIST : CONTEXT_TYPING;
}

const struct widget_kind list_widget = { on_event, context };
