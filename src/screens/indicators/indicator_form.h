/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of an indicator's card. */
#ifndef SCREENS_INDICATOR_FORM_H
#define SCREENS_INDICATOR_FORM_H

#include "tui/screen.h"

#include <stdint.h>

/* id 0: a new one (derived from two others, or a card waiting for values). */
void indicator_form_open(struct screens *s, int64_t id);

#endif
