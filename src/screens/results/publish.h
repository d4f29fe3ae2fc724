/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a survey's result the value of an indicator: for every screen that shows one. */
#ifndef SCREENS_PUBLISH_H
#define SCREENS_PUBLISH_H

#include "model/surveys/wave.h"
#include "screens/frame/app.h"

/* The form; question: its name, or NULL = still to be chosen. The screen below gets act(action,
 * event) after saving, event->number = the id of the indicator; action 0 = nothing. */
void publish_open(struct screens *s, const struct wave *wave, const char *question, int action);

#endif
