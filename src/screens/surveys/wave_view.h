/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wave that a screen shows: the one looked at last, and choosing another. */
#ifndef SCREENS_WAVE_VIEW_H
#define SCREENS_WAVE_VIEW_H

#include "base/arena.h"
#include "model/surveys/wave.h"
#include "screens/frame/app.h"

struct wave_view { /* zero-initialise; part of a screen's struct */
	struct wave wave;
	struct wave *list; /* that can be chosen; in the arena of the load */
	int count;
};

/* The wave anew (its id 0: the one looked at last), and those there are. */
int wave_view_load(struct wave_view *v, struct app *app, struct arena *arena, struct error *err);
void wave_view_ask(struct screens *s, const struct wave_view *v, int action);
/* The answer to that question; the screen loads again. */
void wave_view_take(struct screens *s, struct wave_view *v, int number);

#endif
