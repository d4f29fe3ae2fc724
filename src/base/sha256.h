/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 (nettle). */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>

#define SHA256_HEX 65 /* 64 hexadecimal digits and the end */

struct sha256;

struct sha256 *sha256_new(void);
void sha256_update(struct sha256 *s, const void *bytes, size_t length);
void sha256_finish(struct sha256 *s, char hex[SHA256_HEX]); /* frees s */

#endif
