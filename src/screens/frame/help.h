/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F1: what this screen does, its keys, the legend of flags, what the program is. */
#ifndef SCREENS_HELP_H
#define SCREENS_HELP_H

#include "tui/screen.h"

void help_open(struct screens *s);   /* on the top screen */
void legend_open(struct screens *s); /* flags of values */
/* The same under a screen's own signs, whole lines; NULL = it has none. */
void legend_open_with(struct screens *s, const char *own);

#endif
