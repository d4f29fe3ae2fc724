/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short mark of words (a source, a reason) that a file carries, to see when it comes back whether
 * the file or a colleague has changed them since. */
#ifndef MODEL_WORDS_MARK_H
#define MODEL_WORDS_MARK_H

#include <stdbool.h>

enum { WORDS_MARK_SIZE = 10 };

/* "#1a2b3c4d"; files lose spaces, breaks of lines and an apostrophe in front, so these do not
 * count. Returns dst. */
char *words_mark(char dst[WORDS_MARK_SIZE], const char *words);
/* Whether words are still those of the mark. A file that was written before it carried marks has
 * none: "" is a mark of any words. */
bool words_marked(const char *mark, const char *words);

#endif
