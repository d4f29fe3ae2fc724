/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of several lines. Inserting and deleting inside the text is edit's work. */
#include "config.h"

#include "tui/textarea.h"

#include "base/text.h"
#include "tui/edit.h"
#include "tui/wrap.h"

#include <string.h>

enum { USUAL_COLUMNS = 72, LINE_BYTES = 1024 };

void
textarea_start(struct textarea *t, char *text, size_t size)
{
	*t = (struct textarea){ .text = text,
		.size = size,
		.caret = strlen(text),
		.columns = USUAL_COLUMNS,
		.rows = 4 };
}

/* Start and length of a wrapped line; false when there are not so many. */
static bool
line_at(const struct textarea *t, int line, size_t *start, size_t *length)
{
	size_t next = 0;

	*start = 0;
	for (int i = 0;; i++) {
		*length = wrap_line(t->text + *start, t->columns, &next);
		if (i == line)
			return true;
		if (!next)
			return false;
		*start += next;
	}
}

/* The wrapped line of the caret, and its columns left of the caret. */
static int
caret_line(const struct textarea *t, int *column)
{
	char part[LINE_BYTES];
	size_t start, length, bytes;
	int line = 0, found = 0;

	while (line_at(t, line, &start, &length) && start <= t->caret)
		found = line++;
	line_at(t, found, &start, &length);
	bytes = t->caret - start;
	text_copy(part, bytes + 1 < sizeof(part) ? bytes + 1 : sizeof(part), t->text + start);
	*column = text_width(part);
	return found;
}

static enum widget_result
go_line(struct textarea *t, int step)
{
	size_t start, length;
	int column, line = caret_line(t, &column), last = wrap_count(t->text, t->columns, NULL) - 1;
	int wanted = line + step;

	if ((line == 0 && step < 0) || (line == last && step > 0))
		return WIDGET_PASS;
	wanted = wanted < 0 ? 0 : wanted > last ? last : wanted;
	if (!line_at(t, wanted, &start, &length))
		return WIDGET_HANDLED;
	t->caret = start;
	for (int used = 0; t->caret < start + length && used < column; used++)
		t->caret += text_cluster(t->text + t->caret);
	return WIDGET_HANDLED;
}

/* The edge of the line; from there the edge of the text. */
static enum widget_result
go_edge(struct textarea *t, bool end)
{
	size_t start, length, before = t->caret;
	int column;

	line_at(t, caret_line(t, &column), &start, &length);
	t->caret = end ? start + length : start;
	if (t->caret == before)
		t->caret = end ? strlen(t->text) : 0;
	return WIDGET_HANDLED;
}

/* Everything that edit does to a line it does to the whole text; newlines go in raw. */
static enum widget_result
change(struct textarea *t, const struct event *event)
{
	struct edit e = { .text = t->text, .size = t->size, .caret = t->caret };
	struct event newline = { .type = EVENT_KEY, .key = ' ', .text = "\n" };
	enum widget_result result = WIDGET_HANDLED, one;

	if (event->type == EVENT_PASTE)
		for (const char *s = event->paste; *s && !e.refused;) {
			struct event key = event_key('a');
			size_t length = text_cluster(s);

			if (length < sizeof(key.text))
				text_copy(key.text, length + 1, s);
			one = *s == '\n' ? edit_event(&e, &newline) :
				length < sizeof(key.text) ? edit_event(&e, &key) : WIDGET_HANDLED;
			result = one == WIDGET_CHANGED ? one : result;
			s += length;
		}
	else
		result = edit_event(&e, event->key == KEYS_ENTER ? &newline : event);
	t->caret = e.caret;
	t->refused = e.refused;
	return result;
}

enum widget_result
textarea_event(struct textarea *t, const struct event *event)
{
	if (event->type == EVENT_PASTE)
		return change(t, event);
	if (event->type != EVENT_KEY)
		return WIDGET_PASS;
	switch (event->key) {
	case KEYS_UP:
		return go_line(t, -1);
	case KEYS_DOWN:
		return go_line(t, 1);
	case KEYS_PAGE_UP:
		return go_line(t, -t->rows);
	case KEYS_PAGE_DOWN:
		return go_line(t, t->rows);
	case KEYS_HOME:
		return go_edge(t, false);
	case KEYS_END:
		return go_edge(t, true);
	default:
		return change(t, event);
	}
}

void
textarea_draw(struct textarea *t, struct canvas *c, enum role role, bool focused)
{
	size_t start, length;
	int column, line;

	t->columns =
		c->columns > 1 ? c->columns - 1 : 1; /* the caret needs a cell after the line */
	t->rows = c->rows;
	line = caret_line(t, &column);
	if (line < t->top)
		t->top = line;
	if (line >= t->top + c->rows)
		t->top = line - c->rows + 1;
	canvas_erase(c, role);
	for (int i = 0; i < c->rows && line_at(t, t->top + i, &start, &length); i++) {
		char text[LINE_BYTES];

		text_copy(text, length + 1 < sizeof(text) ? length + 1 : sizeof(text),
			t->text + start);
		canvas_text(c, i, 0, -1, role, text);
	}
	if (focused)
		canvas_cursor(c, line - t->top, column);
}

static enum widget_result
on_event(void *widget, const struct event *event)
{
	return textarea_event(widget, event);
}

static enum context
typing(const void *widget)
{
	(void)widget;
	return CONTEXT_TYPING;
}

const struct widget_kind textarea_widget = { on_event, typing };
