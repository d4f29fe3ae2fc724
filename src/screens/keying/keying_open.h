/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open answers that are probably a lost step: digits and signs where words were asked. */
#ifndef SCREENS_KEYING_OPEN_H
#define SCREENS_KEYING_OPEN_H

#include "model/questionnaires/questionnaire.h"

#include <stdbool.h>

/* Whether the answer to an open question holds digits but no letter, where no number is asked. */
bool keying_open_lost(const struct questionnaire *q, int question, const char *value);

#endif
