/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers from online forms into a wave. */
#ifndef SCREENS_ANSWERS_IMPORT_H
#define SCREENS_ANSWERS_IMPORT_H

#include "tui/screen.h"

/* Reads the file (bar, Esc) and shows what its columns mean, or says why it is refused. */
void answers_import_open(struct screens *s, const char *wave, const char *path);

#endif
