/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only source of random bytes. In test mode the sequence is fixed. */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stddef.h>

#define UID_SIZE 33 /* 32 hexadecimal digits and the end */

void random_bytes(void *dst, size_t size);
char *random_uid(char dst[UID_SIZE]); /* random 128 bits */

#endif
