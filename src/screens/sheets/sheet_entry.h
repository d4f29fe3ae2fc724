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
	struct sheet_next next; /* the states that were offered */
	struct sheet_entry *rows;
	int count, selected, top;
	int64_t marked; /* indicator of the selected row, over reloads */
	enum entry_field { ENTRY_VALUE, ENTRY_REMARK, ENTRY_SOURCE, ENTRY_FIELDS } field;
	/* as typed, of the selected row; where nothing is saved the source is last year's */
	char value[64], remark[OWN_REMARK_SIZE], source[OWN_SOURCE_SIZE];
	char offered[OWN_SOURCE_SIZE]; /* the source when the row was shown */
	struct own_figure was;         /* what stood there then */
	bool faster; /* a colleague's newer figure was told: Enter alone may replace it */
	struct edit edit;
	char problem[1024]; /* why what was typed is not saved yet */
};

/* What is typed in the selected row's fields as a figure; whether its source is another than the
 * one that was offered; whether anything is another than what is saved. */
int sheet_entry_read(const struct entry_view *v, struct own_figure *f, struct error *err);
bool sheet_entry_other_source(const struct entry_view *v);
bool sheet_entry_dirty(const struct entry_view *v);
/* As sheet_entry_read(); words without a value, and a number as reason, are refused too. */
int sheet_entry_judge(const struct entry_view *v, struct own_figure *f, struct error *err);
/* The same in words, so that it can be typed again: the value, and remark and source where they are
 * new. */
enum { ENTRY_WORDS_SIZE = 64 + OWN_REMARK_SIZE + OWN_SOURCE_SIZE + 8 };
const char *sheet_entry_words(const struct entry_view *v, char dst[ENTRY_WORDS_SIZE]);
/* The figure as it is typed over, with the card's decimals where that says the same. */
void sheet_entry_typed(const struct sheet_entry *e, char *dst, size_t size);
/* What the selected figure was before; what was asked about one. */
void sheet_entry_history(struct screens *s, struct entry_view *v);
void sheet_entry_questions(struct screens *s, const struct sheet_entry *e);
void sheet_entry_draw(void *self, struct canvas *c);

#endif
