/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table: a list whose columns scroll sideways beside a name that stays. */
#include "config.h"

#include "tui/table.h"

#include "base/memory.h"

#include <stdlib.h>

enum { NAME_WIDTH = 26 };

/* One description serves every value column. */
static void
describe(struct table *t, int value_count)
{
	struct list_column name = t->columns[0], value = t->columns[1];

	free(t->columns);
	t->columns = memory_array((size_t)value_count + 2, sizeof(*t->columns));
	t->columns[0] = name;
	for (int i = 1; i <= value_count + 1; i++)
		t->columns[i] = value;
	t->list.columns = t->columns;
	t->list.column_count = value_count + 1;
	if (t->list.column > value_count)
		t->list.column = value_count;
	if (t->list.column < 1 && value_count > 0)
		t->list.column = 1;
}

void
table_start(struct table *t, const struct list_source *source, const void *data,
	const char *name_title, int name_width, int value_count, int value_width)
{
	*t = (struct table){ .columns = memory_array(2, sizeof(*t->columns)) };
	t->columns[0] =
		(struct list_column){ name_title, name_width ? name_width : NAME_WIDTH, false };
	t->columns[1] = (struct list_column){ NULL, value_width, true };
	list_start(&t->list, source, data, t->columns, 1);
	t->list.by_column = true;
	describe(t, value_count);
}

void
table_release(struct table *t)
{
	list_release(&t->list);
	free(t->columns);
	t->columns = NULL;
}

void
table_refresh(struct table *t, int row, int value_count)
{
	describe(t, value_count);
	list_refresh(&t->list, row);
}

int
table_column(const struct table *t)
{
	return t->list.column - 1;
}

void
table_select_column(struct table *t, int column)
{
	if (column >= 0 && column < t->list.column_count - 1)
		t->list.column = column + 1;
}

static enum widget_result
go(struct table *t, int column)
{
	int before = table_column(t);

	table_select_column(t, column);
	return table_column(t) == before ? WIDGET_HANDLED : WIDGET_CHANGED;
}

enum widget_result
table_event(struct table *t, const struct event *event)
{
	if (event->type == EVENT_KEY && t->list.line == LIST_LINE_NONE) {
		switch (event->key) {
		case KEYS_LEFT:
			return go(t, table_column(t) - 1);
		case KEYS_RIGHT:
			return go(t, table_column(t) + 1);
		case KEYS_CTRL | KEYS_LEFT:
			return go(t, 0);
		case KEYS_CTRL | KEYS_RIGHT:
			return go(t, t->list.column_count - 2);
		default:
			break;
		}
	}
	return list_event(&t->list, event);
}

void
table_draw(struct table *t, struct canvas *c)
{
	list_draw(&t->list, c);
}

static enum widget_result
on_event(void *widget, const struct event *event)
{
	return table_event(widget, event);
}

static enum context
context(const void *widget)
{
	const struct table *t = widget;

	return list_widget.context(&t->list);
}

const struct widget_kind table_widget = { on_event, context };
