/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One UTF-8 character to its number and back, whatever the locale. */
#ifndef TUI_UNICODE_H
#define TUI_UNICODE_H

#include <stddef.h>

/* Code point that starts text, its bytes in *length; ill-formed bytes are U+FFFD, one byte each.
 * At the end of text 0 and length 0. */
int unicode_read(const char *text, size_t *length);
/* Writes the character and a NUL; returns its bytes. */
size_t unicode_write(char dst[5], int code);

#endif
