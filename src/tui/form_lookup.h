/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lookups inside forms: rows that answer to what was typed. For form.c alone. */
#ifndef TUI_FORM_LOOKUP_H
#define TUI_FORM_LOOKUP_H

#include "tui/form.h"

/* Whether a text in field i waits for its row. */
bool form_lookup_open(const struct form *f, int i);
/* Takes the row that alone answers to what was typed: the only one, or the only one of which it
 * is the whole name or code. */
void form_lookup_settle(struct form *f, int i);
/* Rows for what stands in the field in focus; its code is forgotten. */
void form_lookup_find(struct form *f);
/* Up and Down in the rows that were found; Enter and Tab take one and pass; Esc closes them. */
bool form_lookup_key(struct form *f, int key);
/* Why a text in field i has no row: because none answers, or because several do. */
int form_lookup_refuse(const struct form *f, int i, struct error *err);

#endif
