/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table with more columns than fit: the first stays, the others scroll sideways; row and
 * column are selected. Rows, search and filter are the list's. */
#ifndef TUI_TABLE_H
#define TUI_TABLE_H

#include "tui/list.h"

struct table { /* zero-initialise, then table_start */
	struct list list;              /* list_selected, list_refresh, list_status work on it */
	struct list_column *columns;   /* the table's own copy */
};

/* Column 0 has name_width columns (0 = a third of the screen), value_count further columns
 * have value_width each, right-aligned, their heads come from source->head. */
void table_start(struct table *t, const struct list_source *source, const void *data,
	const char *name_title, int name_width, int value_count, int value_width);
void table_release(struct table *t);
void table_refresh(struct table *t, int row, int value_count); /* after load */
/* Selected value column, 0 = the first after the name; -1 when there is none. */
int table_column(const struct table *t);
void table_select_column(struct table *t, int column);
/* As the list, and Left Right move by a column, Ctrl-Left and Ctrl-Right to the first and last. */
enum widget_result table_event(struct table *t, const struct event *event);
void table_draw(struct table *t, struct canvas *c);

extern const struct widget_kind table_widget;

#endif
