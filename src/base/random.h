/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only source of random bytes. In test mode the sequence is fixed. */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

#define UID_SIZE 33 /* 32 hexadecimal digits and the end */

void random_bytes(void *dst, size_t size);
char *random_uid(char dst[UID_SIZE]); /* random 128 bits */

/* Moves the fixed sequence of test mode to another place; outside test mode nothing changes.
 * Every run starts at the same place, so whoever opens a database stirs in what has grown
 * there (the number of its last audit entry) and the name of its file: two runs on one file then
 * make different uids, and so do two files. */
void random_stir(uint64_t salt);

#endif
