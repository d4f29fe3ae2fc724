/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what is typed into a form as a draft, field by field, and offers it on return. */
#ifndef SCREENS_KEEPER_H
#define SCREENS_KEEPER_H

#include "base/process.h"
#include "screens/frame/app.h"
#include "tui/form.h"

struct keeper { /* zero-initialise, then keeper_start */
	struct app *app;
	const char *screen;       /* name under which drafts lie */
	char uid[33];             /* of the noun; "" = a new one */
	int64_t rev;              /* that the person saw; of a draft that was taken, then */
	const char *const *names; /* one per field of the form, never translated; NULL = not kept */
	char *last;               /* values as they were stored; NULL = nothing is kept */
	int take, drop;           /* actions of the answers */
	bool offered;             /* what a window, left, that has ended kept: not answered yet */
	char left[PROCESS_NAME_SIZE];
};

/* The form must have been started. Where a window that has ended left a draft, asks whether to
 * take it: yes and no come back as the actions (then keeper_take, keeper_drop), Esc leaves the
 * form and keeps the draft. */
void keeper_start(struct keeper *k, struct screens *s, const char *screen, const char *uid,
	int64_t rev, const char *const *names, const struct form *form, int take, int drop);
/* Stores every field that differs from what was stored: at ACTION_CHANGED and in keep(). */
void keeper_save(struct keeper *k, const struct form *form);
/* In settle(): a line is stored when it is left, a text of several lines as it is typed. */
void keeper_settle(struct keeper *k, const struct form *form);
void keeper_take(struct keeper *k, struct form *form);       /* fills the form from the draft */
void keeper_drop(struct keeper *k, const struct form *form); /* after saving or giving up */
void keeper_release(struct keeper *k);
/* ACTION_CHANGED and the answers of keeper_start; false = another action. */
bool keeper_act(struct keeper *k, struct form *form, int action);

/* Before leaving a form with unsaved values: asks; the action's event->number is one of these. */
enum { KEEPER_SAVE, KEEPER_DISCARD, KEEPER_STAY };
void keeper_ask(struct screens *s, const char *what, int action);

#endif
