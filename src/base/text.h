/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 text: what may be shown, how wide it is, Polish folding and Polish order. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* The character at text[0..length), length > 0: its code, or -1 where the bytes are ill-formed.
 * *used (never 0): its bytes, or those of the ill-formed piece that belong together. */
long text_decode(const char *text, size_t length, size_t *used);
/* Writes the character's bytes (at most 4, no NUL); returns how many. c is a valid code. */
size_t text_encode(char *dst, long c);

/* Byte offset of the first byte that is not well-formed UTF-8, or length. */
size_t text_valid(const char *text, size_t length);

/* Byte offset of the first character that must not stand in stored text: C0, DEL, C1,
 * bidi controls, zero-width, tags, BOM, soft hyphen, noncharacters, ill-formed UTF-8.
 * Returns length when there is none. Text of several lines: text_storable. */
size_t text_forbidden(const char *text, size_t length);
/* Whether none stands in text but those of also, which are ASCII: "\n" for text of several
 * lines, "" for text of one. */
bool text_storable(const char *text, const char *also);

/* Whether there are words in it: an ASCII letter or any character beyond ASCII. */
bool text_has_letter(const char *text);

/* Copies text for display: each forbidden character becomes U+FFFD, at most two
 * combining marks are kept, and the copy ends at a whole character. Returns dst. */
char *text_clean(char *dst, size_t size, const char *text);
/* The same of text of several lines where there is room for one: each break or tab, with the
 * spaces about it, becomes one space. */
char *text_clean_line(char *dst, size_t size, const char *text);

/* Copies at most size-1 bytes, ending at a whole character. Returns dst. */
char *text_copy(char *dst, size_t size, const char *text);

/* Takes out what is not well-formed: halves of letters that "%.40s" has cut. Returns text. */
char *text_whole(char *text);

/* A name that will stand between quotes: those in it become « and », as in „Usługi «Łódź»”.
 * Cut at a whole character when dst is too small. Returns dst. */
char *text_quotable(char *dst, size_t size, const char *text);

/* Bytes of the cluster (base character and its marks) that starts text; 0 at the end. */
size_t text_cluster(const char *text);
/* Bytes of the last cluster of text[0..length). */
size_t text_cluster_before(const char *text, size_t length);

/* Columns on a terminal, by wcwidth, of text that has passed text_clean; what wcwidth does
 * not know counts one column. */
int text_width(const char *text);
/* Bytes of the longest beginning of text that fits into the given columns. */
size_t text_fit(const char *text, int columns);

/* Lower case without Polish or other Latin accents: "Łódź" becomes "lodz"; every run of
 * spaces and punctuation becomes one space, none stands at the ends. For looking up, never
 * shown. Cut at a whole character when dst is too small. Returns dst. */
char *text_fold(char *dst, size_t size, const char *text);
/* Whether every word of the folded needle begins a word of the folded text, in any order. */
bool text_match(const char *folded, const char *folded_needle);

/* Polish alphabetical order: a ą b c ć … (q v x in their places), word by word, so that
 * "Nowa Sól" comes before "Nowaki"; digits before letters and by value. Between names otherwise
 * equal count, in turn: foreign accents (e, é), case (small first), bytes, which covers
 * punctuation; 0 for equal bytes only. The same on every machine. <0, 0, >0. */
int text_compare(const char *a, const char *b);
/* The same over byte ranges, for SQLite's collation. */
int text_compare_n(const char *a, size_t a_length, const char *b, size_t b_length);

/* Composes a letter and a combining acute, dot, ogonek or stroke into the Polish letter,
 * in place; other text stays. Returns the new length. */
size_t text_compose(char *text);

/* Lower case of Polish text (names in CAPITALS), into dst. Returns dst. */
char *text_lower(char *dst, size_t size, const char *text);

#endif
