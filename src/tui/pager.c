/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pager, as a widget and as a ready screen. */
#include "config.h"

#include "tui/pager.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "tui/edit.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 2048, SIDE_STEP = 8 };

void
pager_start(struct pager *p, const char *text, bool wrap)
{
	*p = (struct pager){ .text = text, .wrap = wrap, .hit = -1, .columns = -1 };
}

void
pager_release(struct pager *p)
{
	free(p->lines);
	p->lines = NULL;
	p->capacity = 0;
	p->count = 0;
}

/* How far lines go in that carry on the one that begins here: as it does, and past its bullet. */
static int
hanging(const char *text, int columns)
{
	size_t blanks = strspn(text, " ");

	if (blanks && text[blanks] && text[blanks + 1] == ' ' && strchr("-!*", text[blanks]))
		blanks += 2;
	return blanks < (size_t)columns / 2 ? (int)blanks : 0;
}

size_t
pager_place(const struct pager *p)
{
	return p->at < p->count ? p->lines[p->at].start : 0;
}

/* Breaks the text for the width; the line at the top keeps its text, the marked one too. */
static void
lay_out(struct pager *p, int columns)
{
	size_t start = 0, next, keep = p->count && p->top < p->count ? p->lines[p->top].start : 0;
	size_t stay = pager_place(p);
	int indent = 0;

	if (columns == p->columns)
		return;
	p->columns = columns;
	p->count = 0;
	do {
		bool begins = !start || p->text[start - 1] == '\n';
		size_t length;

		if (begins)
			indent = 0;
		length = wrap_line(p->text + start, p->wrap ? columns - indent : 0, &next);

		p->lines = memory_grow(
			p->lines, &p->capacity, (size_t)p->count + 1, sizeof(*p->lines));
		p->lines[p->count++] = (struct pager_line){ start, length, indent };
		if (begins && p->wrap)
			indent = hanging(p->text + start, columns);
		if (start <= keep)
			p->top = p->count - 1;
		if (start <= stay)
			p->at = p->count - 1;
		start += next;
	} while (next && p->text[start]);
	p->hit = -1;
}

/* A line from the given column on, as much as dst holds. */
static char *
line_text(const struct pager *p, int line, int column, char *dst, size_t size)
{
	const char *text = p->text + p->lines[line].start;
	size_t length = p->lines[line].length, skip = column ? text_fit(text, column) : 0;

	if (skip > length)
		skip = length;
	return text_copy(dst, length - skip < size ? length - skip + 1 : size, text + skip);
}

static enum widget_result
go(struct pager *p, int top)
{
	int last = p->count - (p->rows > 0 ? p->rows : 1);

	if (top > last)
		top = last;
	p->top = top > 0 ? top : 0;
	return WIDGET_HANDLED;
}

/* The marked line, onto the page. */
static enum widget_result
walk(struct pager *p, int at)
{
	at = at < p->count ? at : p->count - 1;
	p->at = at > 0 ? at : 0;
	if (p->at < p->top)
		return go(p, p->at);
	return p->at >= p->top + p->rows ? go(p, p->at - p->rows + 1) : WIDGET_HANDLED;
}

/* So many lines on, by the page or by the marked line. */
static enum widget_result
step(struct pager *p, int lines, bool page)
{
	if (!p->walks || page)
		go(p, p->top + lines);
	return p->walks ? walk(p, p->at + lines) : WIDGET_HANDLED;
}

static bool
line_matches(const struct pager *p, int line, const char *needle)
{
	char text[LINE_BYTES], folded[LINE_BYTES];

	text_fold(folded, sizeof(folded), line_text(p, line, 0, text, sizeof(text)));
	return strstr(folded, needle) != NULL;
}

static enum widget_result
find(struct pager *p, int from, int step)
{
	char needle[LINE_BYTES];

	text_fold(needle, sizeof(needle), p->search);
	for (int i = 0; *needle && i < p->count; i++) {
		int line = ((from + i * step) % p->count + p->count) % p->count;

		if (line_matches(p, line, needle)) {
			p->hit = line;
			if (line < p->top || line >= p->top + p->rows)
				go(p, line);
			p->at = line;
			return WIDGET_HANDLED;
		}
	}
	p->hit = -1;
	return WIDGET_HANDLED;
}

/* Where a search goes on from. */
static int
found_last(const struct pager *p)
{
	return p->hit >= 0 ? p->hit : p->walks ? p->at : p->top;
}

static enum widget_result
typed(struct pager *p, const struct event *event)
{
	struct edit e = { .text = p->search, .size = sizeof(p->search), .caret = p->caret };
	enum widget_result result;

	if (event->type == EVENT_KEY && (event->key == KEYS_ENTER || event->key == KEYS_ESC)) {
		p->typing = false;
		if (event->key == KEYS_ESC) {
			*p->search = '\0';
			p->hit = -1;
		}
		return WIDGET_HANDLED;
	}
	result = edit_event(&e, event);
	p->caret = e.caret;
	return result == WIDGET_CHANGED ? find(p, p->top, 1) : result;
}

static enum widget_result
move(struct pager *p, int key)
{
	int page = p->rows > 1 ? p->rows - 1 : 1;

	switch (key) {
	case KEYS_UP:
		return step(p, -1, false);
	case KEYS_DOWN:
	case KEYS_ENTER:
		return step(p, 1, false);
	case KEYS_PAGE_UP:
		return step(p, -page, true);
	case KEYS_PAGE_DOWN:
	case ' ':
		return step(p, page, true);
	case KEYS_HOME:
		return step(p, -p->count, true);
	case KEYS_END:
		return step(p, p->count, true);
	default:
		break;
	}
	if (p->wrap || (key != KEYS_LEFT && key != KEYS_RIGHT))
		return WIDGET_PASS;
	p->left += key == KEYS_RIGHT ? SIDE_STEP : -SIDE_STEP;
	if (p->left < 0)
		p->left = 0;
	return WIDGET_HANDLED;
}

enum widget_result
pager_event(struct pager *p, const struct event *event)
{
	if (p->typing) {
		enum widget_result result = typed(p, event);

		if (result != WIDGET_PASS)
			return result;
	}
	if (event->type != EVENT_KEY)
		return WIDGET_PASS;
	if (event->key == '/' || key_function(event->key) == 3) {
		p->typing = true;
		*p->search = '\0';
		p->caret = 0;
		return WIDGET_HANDLED;
	}
	if (event->key == 'n' && *p->search)
		return find(p, found_last(p) + 1, 1);
	if (event->key == 'N' && *p->search)
		return find(p, found_last(p) - 1, -1);
	return move(p, event->key);
}

void
pager_draw(struct pager *p, struct canvas *c)
{
	char text[LINE_BYTES];
	int used;

	lay_out(p, c->columns);
	p->rows = c->rows - p->typing;
	go(p, p->top);
	if (p->walks) /* the page may be lower than it was */
		walk(p, p->at);
	for (int i = 0; i < p->rows && p->top + i < p->count; i++) {
		int line = p->top + i;

		canvas_text(c, i, p->lines[line].indent, -1,
			p->walks && line == p->at ? ROLE_SELECTED
			: line == p->hit          ? ROLE_FOUND
						  : ROLE_TEXT,
			line_text(p, line, p->left, text, sizeof(text)));
	}
	if (p->walks)
		canvas_cursor(c, p->at - p->top, 0);
	else
		canvas_cursor(c, p->hit >= p->top ? p->hit - p->top : 0, 0);
	if (p->typing) {
		struct edit e = { .text = p->search, .size = sizeof(p->search), .caret = p->caret };

		used = canvas_text(c, c->rows - 1, 0, -1, ROLE_LABEL, _("Search:")) + 1;
		edit_draw(&e, c, c->rows - 1, used, 40, ROLE_FOCUS, true);
	}
}

/* Whether some line of the page ends beyond its right edge, or begins left of it. */
static bool
goes_on_aside(const struct pager *p)
{
	char text[LINE_BYTES];

	if (p->wrap)
		return false;
	for (int i = p->top; i < p->count && i < p->top + p->rows; i++)
		if (text_width(line_text(p, i, p->left, text, sizeof(text))) > p->columns)
			return true;
	return p->left > 0;
}

char *
pager_status(const struct pager *p, char *dst, size_t size)
{
	int last = p->top + p->rows;

	if (last > p->count)
		last = p->count;
	snprintf(dst, size,
		goes_on_aside(p) ? _("lines %d-%d of %d; wide ones: arrows left and right")
				 : _("lines %d-%d of %d"),
		p->top + 1, last, p->count);
	return dst;
}

static enum widget_result
on_event(void *widget, const struct event *event)
{
	return pager_event(widget, event);
}

static enum context
context(const void *widget)
{
	const struct pager *p = widget;

	return p->typing ? CONTEXT_TYPING : CONTEXT_LIST;
}

const struct widget_kind pager_widget = { on_event, context };

/* The ready screen. */

struct view {
	struct pager pager;
	char *title, *text;
};

static int
view_start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct view *given = argument;
	struct view *v = self;

	(void)s;
	(void)err;
	v->title = memory_string(given->title);
	v->text = memory_string(given->text);
	pager_start(&v->pager, v->text, given->pager.wrap);
	return 0;
}

static void
view_draw(void *self, struct canvas *c)
{
	struct view *v = self;

	pager_draw(&v->pager, c);
}

static void
view_head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	struct view *v = self;

	(void)right;
	(void)right_size;
	text_copy(left, left_size, v->title);
}

static void
view_status(void *self, char *dst, size_t size)
{
	struct view *v = self;

	pager_status(&v->pager, dst, size);
}

static struct focus
view_focus(void *self)
{
	struct view *v = self;

	return (struct focus){ &pager_widget, &v->pager };
}

static void
view_release(void *self)
{
	struct view *v = self;

	pager_release(&v->pager);
	free(v->title);
	free(v->text);
}

static const int view_actions[] = { ACTION_SEARCH, 0 };

static const struct screen view_screen = {
	.name = "pager",
	.title = N_("Text"),
	.size = sizeof(struct view),
	.actions = view_actions,
	.start = view_start,
	.draw = view_draw,
	.head = view_head,
	.status = view_status,
	.focus = view_focus,
	.release = view_release,
};

void
pager_open(struct screens *s, const char *title, const char *text, bool wrap)
{
	struct view given = {
		.pager = { .wrap = wrap }, .title = (char *)title, .text = (char *)text
	};

	screens_push(s, &view_screen, &given);
}
