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
	bool in_remark;
	char value[64], remark[OWN_REMARK_SIZE]; /* as typed, of the selected row */
	struct own_figure was;                   /* what stood there when the field was shown */
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
