/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Polish words that are longer than their line part between syllables, near enough: before a
 * consonant that a vowel follows, and never within a digraph. */
#ifndef REPORT_SYLLABLE_H
#define REPORT_SYLLABLE_H

#include <stddef.h>

/* Bytes of the first word of text that stand in the width with a hyphen behind them; two letters at
 * least on each side. 0 = it does not part: no place, or a code, a file, a number. */
size_t syllable_end(const char *text, int width);

#endif
