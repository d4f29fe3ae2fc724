/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flag cell: the symbol of the value's flag, and signs for what the register knows. */
#ifndef COMMANDS_MARKS_H
#define COMMANDS_MARKS_H

#include "commands/result.h"
#include "model/indicators/value.h"

#define MARKS_SIZE 16

/* "M<": symbol, then one sign per mark; a break is the flag's own matter. Returns dst. */
char *marks_text(char dst[MARKS_SIZE], unsigned char flag, unsigned marks);
/* A value dated before the unit began or after it ended. */
unsigned marks_of_unit(const struct unit *unit, int year);
/* Rows for list flags: sign, missing, break, meaning. */
void marks_list(struct result *r);

#endif
