/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching and marking lines in the editor of minutes. */
#ifndef SCREENS_MINUTES_EDITOR_H
#define SCREENS_MINUTES_EDITOR_H

#include "screens/minutes/minutes_view.h"
#include "tui/textarea.h"

/* The next place after from, else the first one from the beginning, whatever the case of letters
 * and with or without Polish signs. */
bool minutes_editor_find(const char *text, const char *needle, size_t from, size_t *found);
/* The line of the caret becomes in turn a heading, a smaller one, an item of a list, plain. False
 * where there is no room. */
bool minutes_editor_mark(char *text, size_t size, size_t *caret);

#endif
