/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The F9 bar: an overlay screen over the one whose actions it shows. */
#include "config.h"

#include "tui/pulldown.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { MENUS_MAX = 16, OWN_MAX = 64, GAP_MAX = 2 };

struct pulldown {
	const struct screens_program *program;
	struct pulldown_entry own[OWN_MAX];     /* the screen's actions, then the global ones */
	char keys[OWN_MAX][64];
	struct pulldown_menu menus[MENUS_MAX];
	int count, menu, entry, top, rows;
};

struct request {
	const struct screens_program *program;
	const int *actions;
	enum context context; /* of the screen below, whose keys are told */
};

static void
add_own(struct pulldown *p, const int *ids, const int *without, enum context context)
{
	const struct action_table *t = &p->program->actions;

	for (; ids && *ids && p->menus[0].count < OWN_MAX; ids++) {
		const struct action *a = action_by_id(t, *ids);
		int n = p->menus[0].count;

		if (!a || !a->title || a->id == ACTION_MENU || action_listed(without, *ids))
			continue;
		p->own[n] = (struct pulldown_entry){ a->title, NULL, a->id };
		action_keys(p->keys[n], sizeof(p->keys[n]), t, a, context);
		p->menus[0].count++;
	}
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct request *r = argument;
	struct pulldown *p = self;

	(void)s;
	(void)err;
	p->program = r->program;
	p->menus[0] = (struct pulldown_menu){ N_("Screen"), p->own, 0 };
	add_own(p, r->actions, NULL, r->context);
	add_own(p, r->program->global, r->actions, r->context);
	p->count = 1;
	for (int i = 0; i < r->program->menu_count && p->count < MENUS_MAX; i++)
		p->menus[p->count++] = r->program->menus[i];
	return 0;
}

static int
gap(const struct pulldown *p, int columns)
{
	int room = columns;

	for (int i = 0; i < p->count; i++)
		room -= text_width(_(p->menus[i].title));
	room /= p->count + 1;
	return room > GAP_MAX ? GAP_MAX : room > 1 ? room : 1;
}

static int
entry_width(const struct pulldown *p, const struct pulldown_menu *m, int index)
{
	int width = text_width(_(m->entries[index].text));

	if (m->entries[index].letter)
		width += 4;
	return m == &p->menus[0] ? width + 2 + text_width(p->keys[index]) : width;
}

static void
draw_entry(const struct pulldown *p, const struct pulldown_menu *m, struct canvas *c, int row,
	int index)
{
	const struct pulldown_entry *e = &m->entries[index];
	enum role role = index == p->entry ? ROLE_SELECTED : ROLE_MENU;
	int used = 1;

	if (index == p->entry)
		canvas_cursor(c, row, used);
	if (e->letter)
		used += canvas_printf(c, row, used, -1, ROLE_MENU, "[%s] ", _(e->letter));
	used += canvas_text(c, row, used, c->columns - used - 1, role, _(e->text)) + 1;
	if (m == &p->menus[0])
		canvas_right(c, row, used, c->columns - used - 1, ROLE_MENU, p->keys[index]);
}

static void
draw_menu(struct pulldown *p, struct canvas *c, int column)
{
	const struct pulldown_menu *m = &p->menus[p->menu];
	struct canvas box, in;
	int width = 0, rows = m->count;

	for (int i = 0; i < m->count; i++)
		if (entry_width(p, m, i) > width)
			width = entry_width(p, m, i);
	if (rows > c->rows - 5)
		rows = c->rows - 5;
	if (column + width + 4 > c->columns)
		column = c->columns - width - 4;
	box = canvas_part(c, 1, column > 0 ? column : 0, rows + 2, width + 4);
	in = canvas_box(&box, ROLE_MENU, NULL);
	p->rows = in.rows;
	if (p->entry < p->top)
		p->top = p->entry;
	if (p->entry >= p->top + p->rows)
		p->top = p->entry - p->rows + 1;
	for (int i = 0; i < p->rows && p->top + i < m->count; i++)
		draw_entry(p, m, &in, i, p->top + i);
}

static void
draw(void *self, struct canvas *c)
{
	struct pulldown *p = self;
	int space = gap(p, c->columns), column = space, place = 0;

	canvas_fill(c, 0, 0, 1, c->columns, ROLE_MENU, " ");
	for (int i = 0; i < p->count; i++) {
		enum role role = i == p->menu ? ROLE_SELECTED : ROLE_MENU;

		if (i == p->menu)
			place = column;
		column += canvas_text(c, 0, column, -1, role, _(p->menus[i].title)) + space;
	}
	draw_menu(p, c, place > 0 ? place - 1 : 0);
}

static int
go_menu(struct pulldown *p, int step)
{
	p->menu = (p->menu + step + p->count) % p->count;
	p->entry = p->top = 0;
	return SCREEN_HANDLED;
}

static int
go_entry(struct pulldown *p, int entry)
{
	int count = p->menus[p->menu].count;

	if (count)
		p->entry = (entry + count) % count;
	return SCREEN_HANDLED;
}

static int
choose(struct screens *s, struct pulldown *p)
{
	const struct pulldown_menu *m = &p->menus[p->menu];
	int action = p->entry < m->count ? m->entries[p->entry].action : ACTION_NONE;

	screens_pop(s);
	if (action != ACTION_NONE)
		screens_act(s, action, NULL);
	return SCREEN_HANDLED;
}

/* Entry by digit, by its letter, or by the first letter of its text. */
static int
entry_named(const struct pulldown *p, const struct event *event)
{
	const struct pulldown_menu *m = &p->menus[p->menu];
	char typed[16], text[256];

	if (event->key >= '1' && event->key <= '9')
		return event->key - '1' < m->count ? event->key - '1' : -1;
	text_fold(typed, sizeof(typed), event->text);
	for (int i = 1; *typed && i <= m->count; i++) {
		int index = (p->entry + i) % m->count;
		const struct pulldown_entry *e = &m->entries[index];

		text_fold(text, sizeof(text), e->letter ? _(e->letter) : _(e->text));
		if (*text == *typed)
			return index;
	}
	return -1;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct pulldown *p = self;
	int index;

	(void)action;
	if (event->type != EVENT_KEY)
		return SCREEN_HANDLED;
	switch (event->key) {
	case KEYS_LEFT:
		return go_menu(p, -1);
	case KEYS_RIGHT:
	case KEYS_TAB:
		return go_menu(p, 1);
	case KEYS_UP:
		return go_entry(p, p->entry - 1);
	case KEYS_DOWN:
		return go_entry(p, p->entry + 1);
	case KEYS_HOME:
		return go_entry(p, 0);
	case KEYS_END:
		return go_entry(p, -1);
	case KEYS_ENTER:
		return choose(s, p);
	case KEYS_ESC:
		screens_pop(s);
		return SCREEN_HANDLED;
	default:
		break;
	}
	if (key_function(event->key) == 9 || key_function(event->key) == 10) {
		screens_pop(s);
		return SCREEN_HANDLED;
	}
	index = key_is_text(event->key) ? entry_named(p, event) : -1;
	if (index < 0)
		return SCREEN_HANDLED;
	p->entry = index;
	return p->menu > 0 ? choose(s, p) : SCREEN_HANDLED;
}

static const struct screen pulldown_screen = {
	.name = "pulldown",
	.size = sizeof(struct pulldown),
	.overlay = true,
	.start = start,
	.draw = draw,
	.act = act,
};

void
pulldown_open(struct screens *s)
{
	struct request r = { screens_program(s), screens_able(s), screens_context(s) };

	screens_push(s, &pulldown_screen, &r);
}
