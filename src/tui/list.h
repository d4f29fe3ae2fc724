/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Virtual list over rows that somebody else owns: position, search and filter, never data.
 * Full width; only the name cell (column 0) of the selected row is highlighted. */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "tui/canvas.h"
#include "tui/widget.h"

#include <stdbool.h>
#include <stddef.h>

enum { LIST_TEXT = 256 };

struct list_column {
	const char *title;  /* N_(); NULL = the head callback gives it */
	int width;          /* columns; 0 = what is left (the name, first column as a rule) */
	bool right;         /* numbers */
};

struct list_cell { /* comes empty, ROLE_TEXT */
	char text[LIST_TEXT];
	enum role role;
};

struct list_source { /* constant, one per screen */
	int (*count)(const void *data);
	void (*cell)(const void *data, int row, int column, struct list_cell *cell);
	/* Text that search and filter look through; NULL = the text of column 0. */
	void (*key)(const void *data, int row, char *dst, size_t size);
	/* Heading of a column whose title is NULL (a year, an indicator); may be NULL. */
	void (*head)(const void *data, int column, char *dst, size_t size);
};

enum list_line { LIST_LINE_NONE, LIST_LINE_SEARCH, LIST_LINE_FILTER };

struct list { /* zero-initialise, then list_start */
	const struct list_source *source;
	const void *data;
	const struct list_column *columns;
	int column_count;
	const char *empty;       /* N_() shown when there is no row: says what to do first */
	int sort_column;         /* -1 = none; shown in the head */
	bool sort_down;
	bool flows;              /* a name that is cut goes on over empty cells beside it */
	bool names;              /* of files: a letter begins a search, none is an action */
	/* the rest is the widget's */
	int *map;                /* shown position to row, NULL = all rows */
	size_t map_capacity;
	int shown;               /* rows shown */
	int top, selected;       /* shown positions */
	int rows;                /* height of the last drawing */
	enum list_line line;     /* the line that is being typed */
	char search[64], filter[64];
	size_t caret;
	int origin;              /* where the search began */
	/* used by table.c; a plain list leaves them 0 */
	bool by_column;          /* a column is selected too */
	int column, first_column;
};

void list_start(struct list *l, const struct list_source *source, const void *data,
	const struct list_column *columns, int column_count);
void list_release(struct list *l);
/* After each load: counts again, applies the filter, keeps the selected row if row >= 0 is
 * given (row number after the load), else the position. */
void list_refresh(struct list *l, int row);
int list_selected(const struct list *l);      /* row number of the data, -1 = none */
void list_select(struct list *l, int row);
int list_row(const struct list *l, int position); /* shown position to row of the data */

/* Up Down PgUp PgDn Home End; "/" and F3 (also by list_search) open the search line, F5
 * (list_filter) the filter line; n and N the next and previous hit; Esc closes a line, a
 * filter that stands is cleared by Esc before anything else; Enter is CHOSEN. While a line
 * is open, and where names are typed, the context is CONTEXT_TYPING. CHANGED when selection or
 * filter moved. */
enum widget_result list_event(struct list *l, const struct event *event);
void list_search(struct list *l);
void list_filter(struct list *l);
/* Which hit of the search is selected (0 = none of them), and how many there are. */
void list_hits(const struct list *l, int *hit, int *hits);
/* Head, rows, and while typing the line itself in the last row. */
void list_draw(struct list *l, struct canvas *c);
/* "17/2 900", with search "… 3/17", with filter its text: for the status line. Returns dst. */
char *list_status(const struct list *l, char *dst, size_t size);
/* The whole list as text, all rows, columns padded; for export and print. The caller frees. */
char *list_text(const struct list *l);

extern const struct widget_kind list_widget;

#endif
