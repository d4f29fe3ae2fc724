/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbered menu. */
#include "config.h"

#include "tui/menu.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { ROW_STEP = 1, MANY = 5 };

void
menu_start(struct menu *m, const struct menu_entry *entries, int count)
{
	*m = (struct menu){ .entries = entries, .count = count };
}

static int
columns_of(const struct menu *m)
{
	return m->columns ? m->columns : m->count >= MANY ? 2 : 1;
}

const struct menu_entry *
menu_chosen(const struct menu *m)
{
	return m->selected < m->count ? &m->entries[m->selected] : NULL;
}

/* The entry that the typed character names, by number or by folded letter. */
static int
named(const struct menu *m, const struct event *event)
{
	char typed[16], letter[16];

	text_fold(typed, sizeof(typed), event->text);
	for (int i = 0; i < m->count; i++) {
		const struct menu_entry *e = &m->entries[i];

		if (e->number && event->key == '0' + e->number)
			return i;
		if (e->letter && *typed &&
			strcmp(text_fold(letter, sizeof(letter), _(e->letter)), typed) == 0)
			return i;
	}
	return -1;
}

static enum widget_result
go(struct menu *m, int selected)
{
	if (selected >= 0 && selected < m->count)
		m->selected = selected;
	return WIDGET_HANDLED;
}

enum widget_result
menu_event(struct menu *m, const struct event *event)
{
	int columns = columns_of(m), found;

	if (event->type != EVENT_KEY)
		return WIDGET_PASS;
	switch (event->key) {
	case KEYS_UP:
		return go(m, m->selected - columns);
	case KEYS_DOWN:
		return go(m, m->selected + columns);
	case KEYS_LEFT:
		return go(m, m->selected - 1);
	case KEYS_RIGHT:
	case KEYS_TAB:
		return go(m, m->selected + 1);
	case KEYS_HOME:
	case KEYS_PAGE_UP:
		return go(m, 0);
	case KEYS_END:
	case KEYS_PAGE_DOWN:
		return go(m, m->count - 1);
	case KEYS_ENTER:
		return m->count ? WIDGET_CHOSEN : WIDGET_HANDLED;
	default:
		break;
	}
	found = key_is_text(event->key) ? named(m, event) : -1;
	if (found < 0)
		return WIDGET_PASS;
	m->selected = found;
	return WIDGET_CHOSEN;
}

static void
draw_entry(const struct menu *m, struct canvas *c, int index, int row, int column, int width)
{
	const struct menu_entry *e = &m->entries[index];
	enum role role = index == m->selected ? ROLE_SELECTED : e->off ? ROLE_HINT : ROLE_TEXT;
	int used = 0;

	if (e->number)
		used += canvas_printf(c, row, column, width, ROLE_TITLE, "%d ", e->number);
	if (e->letter)
		used += canvas_printf(
			c, row, column + used, width - used, ROLE_HINT, "[%s] ", _(e->letter));
	if (index == m->selected)
		canvas_cursor(c, row, column + used);
	canvas_text(c, row, column + used, width - used, role, _(e->text));
}

void
menu_draw(struct menu *m, struct canvas *c)
{
	int columns = columns_of(m), width = (c->columns - 2) / columns;
	int lines = (m->count + columns - 1) / columns;
	int step = lines * 2 <= c->rows ? 2 : ROW_STEP;

	for (int i = 0; i < m->count; i++)
		draw_entry(m, c, i, i / columns * step, 2 + i % columns * width, width - 2);
	if (m->count && menu_chosen(m)->off && menu_chosen(m)->note)
		canvas_text(c, (lines - 1) * step + 2, 2, -1, ROLE_HINT, _(menu_chosen(m)->note));
}

static enum widget_result
on_event(void *widget, const struct event *event)
{
	return menu_event(widget, event);
}

const struct widget_kind menu_widget = { on_event, NULL };
