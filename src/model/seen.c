/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row said when it was read, as one number. */
#include "config.h"

#include "model/seen.h"

/* FNV-1a */
int64_t
seen_text(int64_t seen, const char *text)
{
	uint64_t hash = seen ? (uint64_t)seen : 14695981039346656037u;

	do
		hash = (hash ^ (unsigned char)*text) * 1099511628211u;
	while (*text++);
	return (int64_t)hash;
}

int64_t
seen_number(int64_t seen, int64_t number)
{
	uint64_t hash = seen ? (uint64_t)seen : 14695981039346656037u;

	for (int i = 0; i < 8; i++)
		hash = (hash ^ (unsigned char)((uint64_t)number >> (8 * i))) * 1099511628211u;
	return (int64_t)hash;
}
