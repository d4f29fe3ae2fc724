/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering one member's figures: what the screen holds, for the file that draws it. */
#ifndef SCREENS_SHEET_ENTRY_H
#define SCREENS_SHEET_ENTRY_H

#include "model/sheets/data_sheet.h"
#include "screens/sheets/sheet_screens.h"
#include "tui/edit.h"

struct entry_view {
	struct app *app;
	struct arena arena;
	struct sheet_of of;
	struct data_sheet sheet;
	struct sheet_return r;
	struct sheet_entry *rows;
	int count, selected, top;
	int64_t marked;    /* indicator of the selected row, over reloads */
	enum entry_field { ENTRY_VALUE, ENTRY_REMARK, ENTRY_SOURCE, ENTRY_FIELDS } field;
	/* as typed, of the selected row; where nothing is saved the source is last year's */
	char value[64], remark[OWN_REMARK_SIZE], source[OWN_SOURCE_SIZE];
	char offered[OWN_SOURCE_SIZE]; /* the source when the row was shown */
	struct own_figure was;         /* what stood there then */
	bool faster; /* a colleague's newer figure was told: Enter alone may replace it */
	struct edit edit;
	char problem[512]; /* why what was typed is not saved yet */
};

/* The figure as it is typed over, with the card's decimals where that says the same. */
void sheet_entry_typed(const struct sheet_entry *e, char *dst, size_t size);
/* What the selected figure was before; what was asked about one. */
void sheet_entry_history(struct screens *s, struct entry_view *v);
void sheet_entry_questions(struct screens *s, const struct sheet_entry *e);
void sheet_entry_draw(void *self, struct canvas *c);

#endif
