/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of several lines. Inserting and deleting inside the text is edit's work. */
#include "config.h"

#include "tui/textarea.h"

#include "base/memory.h"
#include "base/text.h"
#include "tui/edit.h"
#include "tui/wrap.h"

#include <stdlib.h>
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

/* One wrapped line; texts may be long, so each act walks over them once or twice and most lines,
 * which are shorter than the window, cost no look at their letters. */
struct line {
	int number;
	size_t start, length;
	size_t next; /* offset of the next line from start, 0 = this is the last */
};

static void
measure(const struct textarea *t, struct line *line)
{
	const char *text = t->text + line->start;
	size_t most = (size_t)t->columns, length = strnlen(text, most + 1);
	const char *end = memchr(text, '\n', length);

	/* No letter is wider than its bytes are many. */
	if (end || length <= most) {
		line->length = end ? (size_t)(end - text) : length;
		line->next = end ? line->length + 1 : 0;
	} else
		line->length = wrap_line(text, t->columns, &line->next);
}

static struct line
first_line(const struct textarea *t)
{
	struct line line = { 0, 0, 0, 0 };

	measure(t, &line);
	return line;
}

static bool
advance(const struct textarea *t, struct line *line)
{
	if (!line->next)
		return false;
	line->start += line->next;
	line->number++;
	measure(t, line);
	return true;
}

/* That line, or the last where there are not so many. */
static struct line
line_at(const struct textarea *t, int number)
{
	struct line line = first_line(t);

	while (line.number < number && advance(t, &line))
		;
	return line;
}

/* The wrapped line of the caret, and its columns left of the caret. */
static struct line
caret_line(const struct textarea *t, int *column)
{
	char part[LINE_BYTES];
	struct line line = first_line(t), next = line;
	size_t bytes;

	while (advance(t, &next) && next.start <= t->caret)
		line = next;
	bytes = t->caret - line.start;
	text_copy(part, bytes + 1 < sizeof(part) ? bytes + 1 : sizeof(part), t->text + line.start);
	*column = text_width(part);
	return line;
}

static enum widget_result
go_line(struct textarea *t, int step)
{
	int column;
	struct line line = caret_line(t, &column);

	if ((line.number == 0 && step < 0) || (!line.next && step > 0))
		return WIDGET_PASS;
	if (step < 0)
		line = line_at(t, line.number + step < 0 ? 0 : line.number + step);
	while (step-- > 0 && advance(t, &line))
		;
	t->caret = line.start;
	for (int used = 0; t->caret < line.start + line.length && used < column; used++)
		t->caret += text_cluster(t->text + t->caret);
	return WIDGET_HANDLED;
}

/* The edge of the line; from there the edge of the text. */
static enum widget_result
go_edge(struct textarea *t, bool end)
{
	size_t before = t->caret;
	int column;
	struct line line = caret_line(t, &column);

	t->caret = end ? line.start + line.length : line.start;
	if (t->caret == before)
		t->caret = end ? strlen(t->text) : 0;
	return WIDGET_HANDLED;
}

/* As much of the paste as fits, at whole clusters, in one piece. */
static enum widget_result
paste(struct textarea *t, const char *pasted)
{
	char *text = memory_string(pasted);
	size_t length = text_compose(text), old = strlen(t->text), room, used = 0;

	t->refused = false;
	room = t->size - 1 - old;
	while (used < length) {
		size_t n = text_cluster(text + used);

		if (used + n > room) {
			t->refused = true;
			break;
		}
		used += n;
	}
	memmove(t->text + t->caret + used, t->text + t->caret, old - t->caret + 1);
	memcpy(t->text + t->caret, text, used);
	t->caret += used;
	free(text);
	return used ? WIDGET_CHANGED : WIDGET_HANDLED;
}

/* What edit does to its line serves here too; newlines go in raw. */
static enum widget_result
change(struct textarea *t, const struct event *event)
{
	struct edit e = { .text = t->text, .size = t->size, .caret = t->caret };
	struct event newline = { .type = EVENT_KEY, .key = ' ', .text = "\n" };
	enum widget_result result = edit_event(&e, event->key == KEYS_ENTER ? &newline : event);

	t->caret = e.caret;
	t->refused = e.refused;
	return result;
}

/* Of the line that the person wrote, to its beginning or its end; at its end the lines join. */
static enum widget_result
cut_line(struct textarea *t, bool to_end)
{
	size_t from = t->caret, to = t->caret;

	t->refused = false;
	if (to_end) {
		to += strcspn(t->text + to, "\n");
		to += to == from && t->text[to];
	} else
		while (from > 0 && t->text[from - 1] != '\n')
			from--;
	if (from == to)
		return WIDGET_HANDLED;
	memmove(t->text + from, t->text + to, strlen(t->text + to) + 1);
	t->caret = from;
	return WIDGET_CHANGED;
}

/* The caller may have shortened the text. */
static void
settle(struct textarea *t)
{
	size_t length = strlen(t->text);

	if (t->caret > length)
		t->caret = length;
}

enum widget_result
textarea_event(struct textarea *t, const struct event *event)
{
	settle(t);
	if (event->type == EVENT_PASTE)
		return paste(t, event->paste);
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
	case KEYS_CONTROL('a'):
		return go_edge(t, false);
	case KEYS_END:
	case KEYS_CONTROL('e'):
		return go_edge(t, true);
	case KEYS_CTRL | KEYS_HOME:
		t->caret = 0;
		return WIDGET_HANDLED;
	case KEYS_CTRL | KEYS_END:
		t->caret = strlen(t->text);
		return WIDGET_HANDLED;
	case KEYS_CONTROL('k'):
		return cut_line(t, true);
	case KEYS_CONTROL('u'):
		return cut_line(t, false);
	default:
		return change(t, event);
	}
}

void
textarea_draw(struct textarea *t, struct canvas *c, enum role role, bool focused)
{
	int column, caret;
	struct line line;

	settle(t);
	t->columns =
		c->columns > 1 ? c->columns - 1 : 1; /* the caret needs a cell after the line */
	t->rows = c->rows;
	caret = caret_line(t, &column).number;
	if (caret < t->top)
		t->top = caret;
	if (caret >= t->top + c->rows)
		t->top = caret - c->rows + 1;
	canvas_erase(c, role);
	line = line_at(t, t->top);
	for (int i = 0; i < c->rows; i++) {
		char text[LINE_BYTES];

		text_copy(text, line.length + 1 < sizeof(text) ? line.length + 1 : sizeof(text),
			t->text + line.start);
		canvas_text(c, i, 0, -1, role, text);
		if (!advance(t, &line))
			break;
	}
	if (focused)
		canvas_cursor(c, caret - t->top, column);
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
