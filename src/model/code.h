/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes that people choose for surveys, indicators, strategies: one rule for all of them. */
#ifndef MODEL_CODE_H
#define MODEL_CODE_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* Letters without accents, digits, "-", "_" and ".": what can be typed in a command without
 * quotes. The empty code passes: whether there must be one is for the noun to say. */
bool code_fits(const char *code);
/* The same with a sentence; field as in error_field. */
int code_check(const char *code, int field, struct error *err);
/* A code made of words, "Usługi 2026" to "uslugi-2026"; "" where none of it can stay. Returns
 * dst. */
char *code_offer(char *dst, size_t size, const char *words);

#endif
