/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing by typing: a unit, an indicator, a comparison group. Boxes over the top screen;
 * the answer comes to it as act(action, EVENT_ANSWER): answer = code (or name), number = slot
 * of a unit, id of a group, 0 for an indicator. Esc answers nothing. */
#ifndef SCREENS_LOOKUP_H
#define SCREENS_LOOKUP_H

#include "screens/frame/app.h"
#include "tui/form.h"

/* filter: which units are offered (search is ignored); NULL = all that exist. */
void lookup_unit(
	struct screens *s, const char *title, const struct unit_filter *filter, int action);
/* Where units of a level may lie, -1 = any: only units above it. Before them stands an entry for
 * "all of Poland" (slot NO_SLOT, answer ""). */
void lookup_area(struct screens *s, const char *title, int level, int action);
void lookup_indicator(struct screens *s, const char *title, bool with_values, int action);
/* Those that a data sheet could ask for too; F7 answers number PICKER_NEW
 * (screens/frame/picker.h): a new one. */
void lookup_sheet_indicator(struct screens *s, const char *title, int64_t sheet, int action);
/* Cards of the catalogue that carry no series yet. */
void lookup_card(struct screens *s, const char *title, int action);
/* With an entry for "no group" (number 0). */
void lookup_group(struct screens *s, const char *title, int action);

/* For FIELD_LOOKUP: context is a struct app; key = code of the unit or indicator. */
/* "Gniezno, urban gmina": the unit as it stands in the field of a form. */
char *lookup_unit_text(char *dst, size_t size, const struct unit *unit);
int lookup_suggest_unit(void *app, const char *typed, struct field_suggestion *rows, int max);
/* The same with these units before all others that answer. */
int lookup_suggest_unit_first(struct app *app, const int *slots, int count, const char *typed,
	struct field_suggestion *rows, int max);
/* A unit of such a field: text and code of the slot, and the way back; NO_SLOT = empty. */
int lookup_unit_put(struct app *app, int slot, char *text, size_t text_size, char *key,
	size_t key_size, struct error *err);
int lookup_unit_take(struct app *app, const char *text, const char *key, int field, int *slot,
	struct error *err);
int lookup_suggest_indicator(void *app, const char *typed, struct field_suggestion *rows, int max);
/* Services of cards; what no card has is offered too where nothing else answers, because the
 * catalogue may come later. */
int lookup_suggest_service(void *app, const char *typed, struct field_suggestion *rows, int max);
/* Those of groups, of forms of organisation and of cards, and as the last row a new one. */
int lookup_suggest_any_service(
	void *app, const char *typed, struct field_suggestion *rows, int max);
/* "new: Kowal", the last row of a lookup that also takes what is not there yet; its key is
 * LOOKUP_NEW. 1 = one row. */
#define LOOKUP_NEW "new"
int lookup_offer_new(struct field_suggestion *row, const char *typed, const char *note);
const char *lookup_new_text(const char *text); /* without the words in front */

#endif
