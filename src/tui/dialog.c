/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs: overlay screens that hand their answer to the screen below. */
#include "config.h"

#include "tui/dialog.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUTTONS_MAX = 4 };
enum kind { KIND_BUTTONS, KIND_CHOICES };

struct dialog {
	enum kind kind;
	char *title, *text;
	char **items;          /* buttons or choices */
	int count, selected, top, rows;
	int action;            /* for the screen below */
	int actions[3];        /* ask: action of button 0, of 1, of Esc, when ask is set */
	bool ask;
	char typed[64]; /* letters that search among choices */
};

struct request { /* what start() copies */
	enum kind kind;
	const char *title, *text;
	const char *const *items;
	int count, selected, action;
	int actions[3];
	bool ask;
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct request *r = argument;
	struct dialog *d = self;

	(void)s;
	(void)err;
	d->kind = r->kind;
	d->title = memory_string(r->title ? r->title : "");
	d->text = memory_string(r->text ? r->text : "");
	d->items = memory_array((size_t)r->count + 1, sizeof(*d->items));
	for (d->count = 0; d->count < r->count; d->count++)
		d->items[d->count] = memory_string(r->items[d->count]);
	d->selected = r->selected;
	d->action = r->action;
	memcpy(d->actions, r->actions, sizeof(d->actions));
	d->ask = r->ask;
	return 0;
}

static void
release(void *self)
{
	struct dialog *d = self;

	for (int i = 0; i < d->count; i++)
		free(d->items[i]);
	free(d->items);
	free(d->title);
	free(d->text);
}

/* Drawing. */

static void
draw_buttons(const struct dialog *d, struct canvas *c, int row)
{
	int width = 0, column;

	for (int i = 0; i < d->count; i++)
		width += text_width(d->items[i]) + 4;
	column = (c->columns - width) / 2;
	if (column < 0)
		column = 0;
	for (int i = 0; i < d->count; i++) {
		enum role role = i == d->selected ? ROLE_SELECTED : ROLE_DIALOG;
		int used = canvas_printf(c, row, column, -1, role, " %s ", d->items[i]);

		if (i == d->selected)
			canvas_cursor(c, row, column + 1);
		column += used + 2;
	}
}

static void
draw_choices(struct dialog *d, struct canvas *c)
{
	d->rows = c->rows;
	if (d->selected < d->top)
		d->top = d->selected;
	if (d->selected >= d->top + d->rows)
		d->top = d->selected - d->rows + 1;
	for (int i = 0; i < d->rows && d->top + i < d->count; i++) {
		int index = d->top + i;

		canvas_text(c, i, 1, c->columns - 2,
			index == d->selected ? ROLE_SELECTED : ROLE_DIALOG, d->items[index]);
		if (index == d->selected)
			canvas_cursor(c, i, 1);
	}
	if (d->top > 0)
		canvas_glyph(c, 0, c->columns - 1, ROLE_DIALOG, GLYPH_UP);
	if (d->top + d->rows < d->count)
		canvas_glyph(c, d->rows - 1, c->columns - 1, ROLE_DIALOG, GLYPH_DOWN);
}

static int
inner_width(const struct dialog *d, int limit)
{
	int widest, buttons = 0;

	if (limit > DIALOG_WIDEST)
		limit = DIALOG_WIDEST;
	wrap_count(d->text, limit, &widest);
	if (text_width(d->title) + 2 > widest)
		widest = text_width(d->title) + 2;
	for (int i = 0; i < d->count; i++) {
		int width = text_width(d->items[i]);

		buttons += width + 4;
		if (d->kind == KIND_CHOICES && width > widest)
			widest = width;
	}
	if (d->kind == KIND_BUTTONS && buttons > widest)
		widest = buttons;
	return widest < limit ? widest : limit;
}

static void
draw(void *self, struct canvas *c)
{
	struct dialog *d = self;
	int width = inner_width(d, c->columns - DIALOG_MARGIN), lines, height;
	struct canvas box, in, words;

	lines = *d->text ? wrap_count(d->text, width, NULL) : 0;
	height = lines + (d->kind == KIND_CHOICES ? d->count : 2);
	if (height > c->rows - 6)
		height = c->rows - 6;
	box = canvas_middle(c, height + 2, width + 4);
	in = canvas_box(&box, ROLE_DIALOG, d->title);
	words = canvas_part(&in, 0, 0, in.rows - 1, in.columns);
	canvas_lines(&words, 0, 1, width, ROLE_DIALOG, d->text);
	if (d->kind == KIND_CHOICES) {
		struct canvas rest = canvas_part(&in, lines, 0, in.rows - lines, in.columns);

		draw_choices(d, &rest);
	} else {
		draw_buttons(d, &in, in.rows - 1);
	}
}

/* Answers. */

static int
run_action(struct screens *s, int action, int chosen)
{
	struct event answer = { .type = EVENT_ANSWER, .number = chosen, .answer = "" };

	screens_pop(s);
	if (action != ACTION_NONE)
		screens_act(s, action, &answer);
	return SCREEN_HANDLED;
}

static int
give(struct screens *s, const struct dialog *d, int chosen)
{
	return run_action(s, d->ask ? d->actions[chosen] : d->action, chosen);
}

static int
give_up(struct screens *s, const struct dialog *d)
{
	return run_action(s, d->ask ? d->actions[2] : ACTION_NONE, 1);
}

/* The letter that chooses an item: the one in brackets, else the first; folded. */
static void
item_letter(const char *item, char *dst, size_t size)
{
	const char *open = strchr(item, '[');
	const char *from = open ? open + 1 : item;
	char letter[16];
	size_t length = text_cluster(from);

	text_copy(letter, length + 1 < sizeof(letter) ? length + 1 : sizeof(letter), from);
	text_fold(dst, size, letter);
}

/* The next item after the selected one whose letter was typed, or -1. */
static int
item_named(const struct dialog *d, const char *typed)
{
	char letter[16], wanted[16];

	text_fold(wanted, sizeof(wanted), typed);
	for (int i = 1; *wanted && i <= d->count; i++) {
		int index = (d->selected + i) % d->count;

		item_letter(d->items[index], letter, sizeof(letter));
		if (strcmp(letter, wanted) == 0)
			return index;
	}
	return -1;
}

/* Letters typed one after the other name the choice in which they stand; where they stand in none,
 * the last one begins anew. */
static int
item_searched(struct dialog *d, const char *letter)
{
	char typed[sizeof d->typed * 2], item[512];
	size_t length = strlen(d->typed);
	int index;

	if (length + strlen(letter) < sizeof d->typed)
		text_copy(d->typed + length, sizeof d->typed - length, letter);
	text_fold(typed, sizeof typed, d->typed);
	for (int i = 0; length && *typed && i < d->count; i++) {
		index = (d->selected + i) % d->count;
		if (strstr(text_fold(item, sizeof item, d->items[index]), typed))
			return index;
	}
	text_copy(d->typed, sizeof d->typed, letter);
	index = item_named(d, letter);
	text_fold(typed, sizeof typed, letter);
	for (int i = 0; index < 0 && *typed && i < d->count; i++)
		if (strstr(text_fold(item, sizeof item, d->items[i]), typed))
			index = i;
	return index;
}

static int
select_item(struct dialog *d, int index)
{
	if (index >= d->count)
		index = d->count - 1;
	d->selected = index > 0 ? index : 0;
	return SCREEN_HANDLED;
}

static int
move(struct dialog *d, int key)
{
	int page = d->kind == KIND_CHOICES && d->rows > 1 ? d->rows - 1 : 1;

	switch (key) {
	case KEYS_UP:
	case KEYS_LEFT:
	case KEYS_BACKTAB:
		return select_item(d, d->selected - 1);
	case KEYS_DOWN:
	case KEYS_RIGHT:
	case KEYS_TAB:
		return select_item(d, d->selected + 1);
	case KEYS_PAGE_UP:
		return select_item(d, d->selected - page);
	case KEYS_PAGE_DOWN:
		return select_item(d, d->selected + page);
	case KEYS_HOME:
		return select_item(d, 0);
	case KEYS_END:
		return select_item(d, d->count - 1);
	default:
		return SCREEN_HANDLED;
	}
}

/* Every key ends here: what lies below a dialog does not hear it. */
static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct dialog *d = self;
	int index;

	(void)action;
	if (event->type != EVENT_KEY)
		return SCREEN_HANDLED;
	if (event->key == KEYS_ESC || key_function(event->key) == 10)
		return give_up(s, d);
	if (event->key == KEYS_ENTER)
		return give(s, d, d->selected);
	if (key_is_text(event->key)) {
		index = d->kind == KIND_CHOICES ? item_searched(d, event->text)
						: item_named(d, event->text);
		if (index >= 0 && d->kind == KIND_BUTTONS)
			return give(s, d, index);
		return index >= 0 ? select_item(d, index) : SCREEN_HANDLED;
	}
	d->typed[0] = '\0';
	return move(d, event->key);
}

static const struct screen dialog_screen = {
	.name = "dialog",
	.size = sizeof(struct dialog),
	.overlay = true,
	.start = start,
	.draw = draw,
	.act = act,
	.release = release,
};

void
dialog_message(struct screens *s, const char *title, const char *text)
{
	const char *ok = _("[O]K");
	struct request r = { .title = title, .text = text, .items = &ok, .count = 1 };

	screens_push(s, &dialog_screen, &r);
}

static void
ask(struct screens *s, const char *title, const char *text, const int actions[3], int selected)
{
	const char *items[] = { _("[Y]es"), _("[N]o") };
	struct request r = { .title = title,
		.text = text,
		.items = items,
		.count = 2,
		.selected = selected,
		.ask = true,
		.actions = { actions[0], actions[1], actions[2] } };

	screens_push(s, &dialog_screen, &r);
}

void
dialog_ask(struct screens *s, const char *title, const char *text, int yes, int no)
{
	ask(s, title, text, (const int[]){ yes, no, no }, 1);
}

void
dialog_offer(struct screens *s, const char *title, const char *text, int yes, int no)
{
	ask(s, title, text, (const int[]){ yes, no, no }, 0);
}

void
dialog_decide(struct screens *s, const char *title, const char *text, int yes, int no)
{
	ask(s, title, text, (const int[]){ yes, no, ACTION_BACK }, 0);
}

void
dialog_buttons(struct screens *s, const char *title, const char *text, const char *const *buttons,
	int count, int first, int action)
{
	struct request r = { .title = title,
		.text = text,
		.items = buttons,
		.count = count < BUTTONS_MAX ? count : BUTTONS_MAX,
		.selected = first,
		.action = action };

	screens_push(s, &dialog_screen, &r);
}

void
dialog_choose(struct screens *s, const char *title, const char *const *choices, int count,
	int selected, int action)
{
	struct request r = { .kind = KIND_CHOICES, .title = title, .items = choices, .count = count,
		.selected = selected, .action = action };

	if (count > 0)
		screens_push(s, &dialog_screen, &r);
}
