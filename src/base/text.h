/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 text: what may be shown, how wide it is, Polish folding and Polish order. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Byte offset of the first byte that is not well-formed UTF-8, or length. */
size_t text_valid(const char *text, size_t length);

/* Byte offset of the first character that must not stand in stored text: C0, DEL, C1,
 * bidi controls, zero-width, tags, BOM, soft hyphen, noncharacters, ill-formed UTF-8.
 * Returns length when there is none. */
size_t text_forbidden(const char *text, size_t length);

/* Copies text for display: each forbidden character becomes U+FFFD, at most two
 * combining marks are kept, and the copy ends at a whole character. Returns dst. */
char *text_clean(char *dst, size_t size, const char *text);

/* Copies at most size-1 bytes, ending at a whole character. Returns dst. */
char *text_copy(char *dst, size_t size, const char *text);

/* Bytes of the cluster (base character and its marks) that starts text; 0 at the end. */
size_t text_cluster(const char *text);
/* Bytes of the last cluster of text[0..length). */
size_t text_cluster_before(const char *text, size_t length);

/* Columns on a terminal, by wcwidth. */
int text_width(const char *text);
/* Bytes of the longest beginning of text that fits into the given columns. */
size_t text_fit(const char *text, int columns);

/* Lower case without Polish or other Latin accents: "Łódź" becomes "lodz"; every run of
 * spaces, dots, commas, hyphens, brackets becomes one space. For looking up, never shown.
 * Returns dst. */
char *text_fold(char *dst, size_t size, const char *text);
/* Whether every word of the folded needle begins a word of the folded text, in any order. */
bool text_match(const char *folded, const char *folded_needle);

/* Polish alphabetical order: a ą b c ć … (q v x in their places), case and punctuation
 * only break ties, digits before letters and by value. <0, 0, >0. */
int text_compare(const char *a, const char *b);
/* The same over byte ranges, for SQLite's collation. */
int text_compare_n(const char *a, size_t a_length, const char *b, size_t b_length);

/* Composes a letter and a combining acute, dot, ogonek, stroke … into the Polish letter,
 * in place; other text stays. Returns the new length. */
size_t text_compose(char *text);

/* Lower case of Polish text (names in CAPITALS), into dst. Returns dst. */
char *text_lower(char *dst, size_t size, const char *text);

#endif
