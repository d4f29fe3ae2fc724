/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-P, "What are you looking for?": every entry of the menu by any part of its name. */
#ifndef SCREENS_PALETTE_H
#define SCREENS_PALETTE_H

#include "tui/screen.h"

void palette_open(struct screens *s);

#endif
