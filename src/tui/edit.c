/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one-line editor. */
#include "config.h"

#include "tui/edit.h"

#include "base/text.h"

#include <string.h>

void
edit_start(struct edit *e, char *text, size_t size)
{
	*e = (struct edit){ .text = text, .size = size, .caret = strlen(text) };
}

/* The caller may have shortened the text. */
static void
settle(struct edit *e)
{
	size_t length = strlen(e->text);

	if (e->caret > length) {
		e->caret = length;
		e->first = 0;
	}
}

static size_t
next(const struct edit *e)
{
	return e->caret + text_cluster(e->text + e->caret);
}

static size_t
before(const struct edit *e)
{
	return e->caret - text_cluster_before(e->text, e->caret);
}

static enum widget_result
delete_range(struct edit *e, size_t from, size_t to)
{
	if (from == to)
		return WIDGET_HANDLED;
	memmove(e->text + from, e->text + to, strlen(e->text + to) + 1);
	e->caret = from;
	return WIDGET_CHANGED;
}

/* A mark typed after its letter becomes one letter with it, where there is one. */
static void
compose_before(struct edit *e)
{
	size_t start = e->caret - text_cluster_before(e->text, e->caret);
	size_t length = e->caret - start, composed;
	char cluster[64];

	if (length >= sizeof(cluster))
		return;
	memcpy(cluster, e->text + start, length);
	cluster[length] = '\0';
	composed = text_compose(cluster);
	if (composed >= length)
		return;
	memcpy(e->text + start, cluster, composed);
	delete_range(e, start + composed, e->caret);
}

static enum widget_result
insert(struct edit *e, const char *text, size_t length)
{
	size_t old = strlen(e->text);

	if (old + length >= e->size) {
		e->refused = true;
		return WIDGET_HANDLED;
	}
	memmove(e->text + e->caret + length, e->text + e->caret, old - e->caret + 1);
	memcpy(e->text + e->caret, text, length);
	e->caret += length;
	compose_before(e);
	return WIDGET_CHANGED;
}

/* As much of the paste as fits, at whole clusters, newlines as spaces. */
static enum widget_result
insert_paste(struct edit *e, const char *text)
{
	enum widget_result result = WIDGET_HANDLED;

	while (*text && !e->refused) {
		size_t length = text_cluster(text);

		if (insert(e, *text == '\n' ? " " : text, length) == WIDGET_CHANGED)
			result = WIDGET_CHANGED;
		text += length;
	}
	return result;
}

/* Whoever types a whole path does not mean it to hang on the folder that stands there. */
static void
begin_path(struct edit *e, const char *typed)
{
	size_t length = strlen(e->text);
	bool at_end = e->caret == length && length && e->text[length - 1] == '/';

	if (e->path && (*typed == '/' || *typed == '~') && (e->caret == 0 || at_end)) {
		e->text[0] = '\0';
		e->caret = 0;
	}
}

/* What was marked goes when something else is typed; every other key only takes the mark off. */
static void
replace_marked(struct edit *e, const struct event *event)
{
	bool typed = event->type == EVENT_PASTE ||
		     (event->type == EVENT_KEY && key_is_text(event->key));

	if (e->fresh && typed) {
		e->text[0] = '\0';
		e->caret = e->first = 0;
	}
	if (event->type == EVENT_PASTE || event->type == EVENT_KEY)
		e->fresh = false;
}

static size_t
word_before(const struct edit *e)
{
	size_t i = e->caret;

	while (i > 0 && e->text[i - 1] == ' ')
		i--;
	while (i > 0 && e->text[i - 1] != ' ')
		i--;
	return i;
}

static bool
move(struct edit *e, int key)
{
	if (key == KEYS_LEFT)
		e->caret = before(e);
	else if (key == KEYS_RIGHT)
		e->caret = next(e);
	else if (key == KEYS_HOME || key == KEYS_CONTROL('a'))
		e->caret = 0;
	else if (key == KEYS_END || key == KEYS_CONTROL('e'))
		e->caret = strlen(e->text);
	else
		return false;
	return true;
}

enum widget_result
edit_event(struct edit *e, const struct event *event)
{
	e->refused = false;
	settle(e);
	replace_marked(e, event);
	if (event->type == EVENT_PASTE) {
		begin_path(e, event->paste);
		return insert_paste(e, event->paste);
	}
	if (event->type != EVENT_KEY)
		return WIDGET_PASS;
	if (key_is_text(event->key)) {
		begin_path(e, event->text);
		return insert(e, event->text, strlen(event->text));
	}
	if (move(e, event->key))
		return WIDGET_HANDLED;
	switch (event->key) {
	case KEYS_BACKSPACE:
		return delete_range(e, before(e), e->caret);
	case KEYS_DELETE:
		return delete_range(e, e->caret, next(e));
	case KEYS_CONTROL('u'):
		return delete_range(e, 0, e->caret);
	case KEYS_CONTROL('k'):
		return delete_range(e, e->caret, strlen(e->text));
	case KEYS_CONTROL('w'):
		return delete_range(e, word_before(e), e->caret);
	default:
		return WIDGET_PASS;
	}
}

/* Columns of text[from..to). */
static int
columns_between(const char *text, size_t from, size_t to)
{
	int columns = 0;

	while (from < to) {
		size_t length = text_cluster(text + from);
		char cluster[64];

		if (length == 0)
			break;
		if (length < sizeof(cluster)) {
			memcpy(cluster, text + from, length);
			cluster[length] = '\0';
			columns += text_width(cluster);
		}
		from += length;
	}
	return columns;
}

/* Moves the first shown cluster so that the caret has a column. */
static void
scroll(struct edit *e, int width)
{
	int columns;

	settle(e);
	if (e->first > e->caret)
		e->first = e->caret;
	columns = columns_between(e->text, e->first, e->caret);
	while (e->first < e->caret && columns >= width) {
		size_t length = text_cluster(e->text + e->first);

		columns -= columns_between(e->text, e->first, e->first + length);
		e->first += length;
	}
}

void
edit_draw(struct edit *e, struct canvas *c, int row, int column, int width, enum role role,
	bool focused)
{
	struct canvas part = canvas_part(c, row, column, 1, width);

	scroll(e, width > 1 ? width : 1);
	canvas_erase(&part, role);
	if (e->secret) {
		int used = columns_between(e->text, e->first, strlen(e->text));

		canvas_fill(&part, 0, 0, 1, used, role, "*");
	} else {
		char shown[1024];

		text_copy(shown, sizeof(shown), e->text + e->first);
		shown[text_fit(shown, width)] = '\0';
		canvas_text(&part, 0, 0, -1, focused && e->fresh ? ROLE_SELECTED : role, shown);
	}
	if (focused)
		canvas_cursor(&part, 0, columns_between(e->text, e->first, e->caret));
}

static enum widget_result
on_event(void *widget, const struct event *event)
{
	return edit_event(widget, event);
}

static enum context
typing(const void *widget)
{
	(void)widget;
	return CONTEXT_TYPING;
}

const struct widget_kind edit_widget = { on_event, typing };
