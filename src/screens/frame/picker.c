/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows are found anew at each key; none is kept longer than it is shown. */
#include "config.h"

#include "screens/frame/picker.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "tui/edit.h"

#include <assert.h>
#include <string.h>

struct picker {
	struct screens *screens;
	struct picker_request request;
	char context[256];
	char typed[128];
	struct edit edit;
	struct pick rows[PICKER_MOST];
	int count, total, selected, first; /* first: the row on top of the box */
};

static void
find(struct picker *p)
{
	struct error err = { 0 };
	int n;

	p->total = 0;
	n = p->request.find(
		p->screens, p->context, p->typed, p->rows, PICKER_MOST, &p->total, &err);
	if (n < 0)
		screens_error(p->screens, &err);
	p->count = n < 0 ? 0 : n;
	p->selected = p->first = 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct picker *p = self;

	(void)err;
	p->screens = s;
	p->request = *(const struct picker_request *)argument;
	assert(p->request.context_size <= sizeof p->context);
	if (p->request.context)
		memcpy(p->context, p->request.context, p->request.context_size);
	edit_start(&p->edit, p->typed, sizeof p->typed);
	find(p);
	return 0;
}

static void
draw_row(struct picker *p, struct canvas *c, int row, int i)
{
	const struct pick *pick = &p->rows[i];
	int key = p->request.hide_key ? 0 : text_width(pick->key);
	int room = c->columns - 2 - (key ? key + 2 : 0);
	int used = canvas_text(
		c, row, 1, room, i == p->selected ? ROLE_SELECTED : ROLE_DIALOG, pick->text);

	if (pick->note[0] && room - used > 4)
		canvas_text(c, row, used + 3, room - used - 2, ROLE_HINT, pick->note);
	if (key)
		canvas_right(c, row, c->columns - key - 1, key, ROLE_DIALOG, pick->key);
}

static void
draw(void *self, struct canvas *c)
{
	struct picker *p = self;
	int columns = c->columns > 100 ? 96 : c->columns - 4;
	struct canvas box = canvas_middle(c, PICKER_ROWS + 6, columns);
	int label = text_width(p->request.label);
	struct canvas in;

	canvas_erase(&box, ROLE_DIALOG);
	in = canvas_box(&box, ROLE_DIALOG, p->request.title);
	canvas_text(&in, 0, 1, -1, ROLE_DIALOG, p->request.label);
	for (int i = 0; i < PICKER_ROWS && p->first + i < p->count; i++)
		draw_row(p, &in, 2 + i, p->first + i);
	if (!p->count)
		canvas_text(&in, 2, 1, in.columns - 2, ROLE_DIALOG, p->request.empty);
	if (p->request.make)
		canvas_text(&in, PICKER_ROWS + 3, 1, in.columns - 2, ROLE_HINT, p->request.make);
	else if (p->total > PICKER_ROWS)
		canvas_printf(&in, PICKER_ROWS + 3, 1, in.columns - 2, ROLE_HINT,
			_("%d of %d; type more letters to see fewer"), PICKER_ROWS, p->total);
	edit_draw(&p->edit, &in, 0, label + 2, in.columns - label - 3, ROLE_FOCUS, true);
}

static void
answer(struct screens *s, struct picker *p)
{
	struct pick pick;
	int action = p->request.action;
	struct event event = { .type = EVENT_ANSWER };

	if (!p->count)
		return;
	pick = p->rows[p->selected];
	event.number = pick.number;
	event.answer = pick.key;
	screens_pop(s);
	screens_act(s, action, &event);
}

static int
make_new(struct screens *s, const struct picker *p)
{
	const struct event event = { .type = EVENT_ANSWER, .number = PICKER_NEW, .answer = "" };
	int action = p->request.action;

	if (!p->request.make)
		return SCREEN_PASS;
	screens_pop(s);
	screens_act(s, action, &event);
	return SCREEN_HANDLED;
}

static int
move(struct picker *p, int by)
{
	int to = p->selected + by;

	p->selected = to < 0 || !p->count ? 0 : to >= p->count ? p->count - 1 : to;
	if (p->first > p->selected)
		p->first = p->selected;
	if (p->first < p->selected - PICKER_ROWS + 1)
		p->first = p->selected - PICKER_ROWS + 1;
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct picker *p = self;

	if (action == ACTION_CHANGED) {
		find(p);
		return SCREEN_HANDLED;
	}
	if (!event || event->type != EVENT_KEY)
		return SCREEN_PASS;
	switch (event->key) {
	case KEYS_UP:
	case KEYS_BACKTAB:
		return move(p, -1);
	case KEYS_DOWN:
	case KEYS_TAB:
		return move(p, 1);
	case KEYS_PAGE_UP:
		return move(p, -PICKER_ROWS);
	case KEYS_PAGE_DOWN:
		return move(p, PICKER_ROWS);
	case KEYS_HOME:
		return move(p, -p->count);
	case KEYS_END:
		return move(p, p->count);
	case KEYS_F(7):
		return make_new(s, p);
	case KEYS_ENTER:
		answer(s, p);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* Home and End move in what is typed; at its ends, in the rows. */
static enum widget_result
on_event(void *widget, const struct event *event)
{
	struct edit *e = widget;

	if (event->type == EVENT_KEY &&
		((event->key == KEYS_HOME && e->caret == 0) ||
			(event->key == KEYS_END && e->caret == strlen(e->text))))
		return WIDGET_PASS;
	return edit_widget.event(e, event);
}

static enum context
typing(const void *widget)
{
	return edit_widget.context(widget);
}

static const struct widget_kind line_widget = { on_event, typing };

static struct focus
focus(void *self)
{
	struct picker *p = self;

	return (struct focus){ &line_widget, &p->edit };
}

static const struct screen picker_screen = {
	.name = "picker",
	.title = N_("Choose"),
	.size = sizeof(struct picker),
	.overlay = true,
	.start = start,
	.draw = draw,
	.act = act,
	.focus = focus,
};

void
picker_open(struct screens *s, const struct picker_request *request)
{
	screens_push(s, &picker_screen, request);
}
