/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What folding, order and case know of letters, the same on every machine: no locale is asked. */
#ifndef BASE_LETTERS_H
#define BASE_LETTERS_H

/* Lower case of a Latin, Greek or Cyrillic letter; any other character is returned as it is. */
long letters_lower(long c);
/* The plain lower-case letters under a Latin letter: "l" for Ł, "ss" for ß; NULL for others. */
const char *letters_base(long c);
/* The Polish letter made of a plain letter and a combining mark, or 0. */
long letters_compose(long base, long mark);
/* Place of a lower-case letter among the 35 of the Polish alphabet with q, v and x: 1..35, or 0. */
int letters_place(long lower);

#endif
