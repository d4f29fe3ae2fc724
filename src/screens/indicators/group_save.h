/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving the units on a screen as a comparison group under a name. */
#ifndef SCREENS_GROUP_SAVE_H
#define SCREENS_GROUP_SAVE_H

#include "tui/screen.h"

/* Asks for the name (slots are copied) and saves; an existing name is asked about. */
void group_save_open(struct screens *s, const int *slots, int count);

#endif
