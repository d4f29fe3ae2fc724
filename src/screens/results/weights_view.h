/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the list of margins and the form in which one is keyed. */
#ifndef SCREENS_WEIGHTS_VIEW_H
#define SCREENS_WEIGHTS_VIEW_H

#include "model/surveys/wave.h"
#include "screens/frame/actions.h"
#include "screens/frame/app.h"

/* The screen below a margin that was saved gets it when its person wants weighted results. */
enum { ANSWER_USE_WEIGHTS = ACTION_ANSWER_1 + 3 };

/* Opens a margin of the wave, or a new one (margin -1). */
void margin_form_open(struct screens *s, int64_t wave, int margin);

#endif
