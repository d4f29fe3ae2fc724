/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One frame for every screen that is a list: memory, focus, the selected row kept over reloads,
 * status line, export, reading again. A screen brings its columns, its rows and its actions:
 *
 *	struct persons {
 *		struct list_screen base;        // the first member
 *		struct person *rows;
 *	};
 *
 *	static int
 *	load(void *self, struct error *err)     // rows into the arena, their number into count
 *	{
 *		struct persons *p = self;
 *
 *		return person_list(p->base.app->db, &p->base.arena, &p->rows, &p->base.count, err);
 *	}
 *
 *	static const struct list_column columns[] = { { N_("Name"), 0, false }, … };
 *	static const struct list_screen_kind kind = {
 *		.columns = columns, .column_count = sizeof columns / sizeof *columns,
 *		.empty = N_("Nobody yet: F7 adds a person."),
 *		.file = N_("persons"), .file_title = N_("Persons"),
 *		.load = load, .cell = cell, .id = id, .act = act, .act_row = act_row,
 *	};
 *
 *	static int
 *	start(struct screens *s, void *self, const void *argument, struct error *err)
 *	{
 *		list_screen_start(s, self, &kind);
 *		return 0;
 *	}
 *
 *	const struct screen person_list_screen = { .name = "person_list", .title = N_("Persons"),
 *		.size = sizeof(struct persons), .actions = ids, .start = start, LIST_SCREEN };
 *
 * Letters are actions until "/", F3 or F5 opens a line: that is the list's own way. */
#ifndef SCREENS_LIST_SCREEN_H
#define SCREENS_LIST_SCREEN_H

#include "base/arena.h"
#include "screens/files/export.h"
#include "screens/frame/app.h"
#include "tui/list.h"

enum { LIST_SCREEN_ID = 256 };

struct list_screen_kind {
	const struct list_column *columns; /* base.list.columns may be set to others later */
	int column_count;
	const char *empty; /* N_() what to do first; base.list.empty may change */
	int lines_above;   /* that above() draws over the list */
	/* How many they are where that depends on what is said; NULL = lines_above. */
	int (*lines)(void *self, const struct canvas *c);
	int whole_lines;   /* under them: the name of the selected row, where its column cuts it */

	/* Rows into base.arena, which is empty now, and their number into base.count. */
	int (*load)(void *self, struct error *err);
	void (*cell)(const void *self, int row, int column, struct list_cell *cell);
	/* What tells a row from all others (id, code, file name); NULL = its place. */
	void (*id)(const void *self, int row, char *dst, size_t size);
	/* What search and filter look through; NULL = the text of column 0. */
	void (*key)(const void *self, int row, char *dst, size_t size);
	void (*above)(void *self, struct canvas *c); /* the lines over the list */
	/* A drawing in place of the list; false = now it is the list. */
	bool (*chart)(void *self, struct canvas *c);
	/* What follows "17/2 900" in the status line, row -1 = none; comes empty. */
	void (*note)(const void *self, int row, char *dst, size_t size);

	/* Any action or answer: SCREEN_HANDLED or SCREEN_PASS. Enter comes as ACTION_OPEN. */
	int (*act)(struct screens *s, void *self, int action, const struct event *event);
	/* Then, if there is a selected row, what is done to it. */
	int (*act_row)(struct screens *s, void *self, int row, int action);
	/* Ids of what act_row does beside open, edit, delete and bring back, ended by 0: no bar and
	 * no help speaks of them while there is no row. NULL = none. */
	const int *of_row;
	/* Whether the action could be used on this selected row, -1 = none; NULL = yes, and
	 * bringing back where base.retired. */
	bool (*able)(const void *self, int row, int action);

	/* ACTION_EXPORT: N_() name of the file offered, NULL = no export (or act() does it), N_()
	 * title; the cells as they stand, or the table that build makes. */
	const char *file, *file_title;
	export_build *build;
	/* What the file is about, after its name: code of the wave, number of the batch. */
	void (*about)(const void *self, char *dst, size_t size);
	void (*release)(void *self); /* of what the screen holds beside the arena */
};

struct list_screen { /* first member of the screen's struct */
	const struct list_screen_kind *kind;
	struct app *app;
	struct arena arena; /* emptied before each load */
	struct list list;
	int count;
	bool retired; /* the rows are what was deleted: it comes back and changes in no other way */
	/* The row to stand on after a load: start() and load() may write it, else it is the one
	 * wanted, else the row that was selected before. */
	char id[LIST_SCREEN_ID], wanted[LIST_SCREEN_ID];
};

void list_screen_start(struct screens *s, void *self, const struct list_screen_kind *kind);
void list_screen_want(void *self, int64_t id);           /* to stand on after the next load */
int list_screen_row(const void *self);                   /* selected one, -1 = none */
int list_screen_find(const void *self, const char *id);  /* row, -1 = none */

/* whole_lines for above(): there the name stands among other lines. */
void list_screen_whole(const void *self, struct canvas *c, int line, int lines);

/* The functions of struct screen; head, leave and keep stay the screen's own. */
int list_screen_load(struct screens *s, void *self, struct error *err);
void list_screen_draw(void *self, struct canvas *c);
void list_screen_status(void *self, char *dst, size_t size);
bool list_screen_able(const void *self, int action);
int list_screen_act(struct screens *s, void *self, int action, const struct event *event);
struct focus list_screen_focus(void *self);
void list_screen_release(void *self);

#define LIST_SCREEN                                                             \
	.load = list_screen_load, .draw = list_screen_draw,                     \
	.status = list_screen_status, .act = list_screen_act,                   \
	.focus = list_screen_focus, .release = list_screen_release, .able = list_screen_able

#endif
