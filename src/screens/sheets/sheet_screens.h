/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens of members' figures share. */
#ifndef SCREENS_SHEET_SCREENS_H
#define SCREENS_SHEET_SCREENS_H

#include "model/sheets/data_sheet.h"
#include "model/sheets/sheet_turn.h"
#include "screens/frame/app.h"
#include "screens/frame/card_form.h"

struct sheet_of { /* argument: one member's sheet */
	int64_t sheet;
	int slot;
};
extern const struct screen sheet_entry_screen; /* argument: struct sheet_of */
extern const struct screen sheet_lines_screen; /* argument: int64_t, the sheet */

/* Asks for the next state of the return, where there is one that would be taken; the answer comes
 * as action with the state's number among those offered, to be given to sheet_state_take(). Where
 * a sheet to be handed in has unusual figures that no remark explains, that asks once more, and its
 * answer comes as action again. */
void sheet_state_ask(
	struct screens *s, const struct sheet_return *r, struct sheet_next *next, int action);
void sheet_state_take(
	struct screens *s, struct sheet_return *r, struct sheet_next *next, int number, int action);
/* Asks for the form of the file, and writes it into the folder for files to take away. */
void sheet_out_ask(struct screens *s, int action);
void sheet_out_take(struct screens *s, const struct data_sheet *sheet, const struct sheet_return *r,
	int number);
/* The chooser of files that come back. */
void sheet_in_open(struct screens *s, const struct data_sheet *sheet, const struct sheet_return *r);
enum role sheet_state_role(const struct sheet_return *r);

/* Forms: the sheet itself, one line of it (id = sheet * SHEET_LINE_OF + position), totals of
 * decisions, a form of organisation. */
enum { SHEET_LINE_OF = 1000 };
extern const struct card_form_kind sheet_form;
extern const struct card_form_kind sheet_line_form;
extern const struct card_form_kind sheet_indicator_form; /* parent: the sheet; answers the card */
extern const struct card_form_kind decision_form;
extern const struct card_form_kind organisation_form;

#endif
