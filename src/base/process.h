/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The running program by a name that no later process has, and whether that one still runs. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

enum { PROCESS_NAME_SIZE = 160 };

/* This process: computer, number, start. */
char *process_name(char *dst, size_t size);
/* false too for another computer's, of which nothing can be seen. */
bool process_lives(const char *name);

#endif
