/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row said when it was read, as one number: rows without a rev of their own (a colleague's
 * tick must not stop an open form) are held against it, to see whether somebody changed them. */
#ifndef MODEL_SEEN_H
#define MODEL_SEEN_H

#include <stdint.h>

/* seen with the text or the number behind it; begins with 0. */
int64_t seen_text(int64_t seen, const char *text);
int64_t seen_number(int64_t seen, int64_t number);

#endif
