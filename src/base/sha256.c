/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 (nettle). */
#include "config.h"

#include <nettle/sha2.h>
/* nettle renames its functions by macros; ours keep their own names. */
#undef sha256_update

#include "base/sha256.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>

struct sha256 {
	struct sha256_ctx state;
};

struct sha256 *
sha256_new(void)
{
	struct sha256 *s = memory_new(sizeof *s);

	nettle_sha256_init(&s->state);
	return s;
}

void
sha256_update(struct sha256 *s, const void *bytes, size_t length)
{
	nettle_sha256_update(&s->state, length, bytes);
}

void
sha256_finish(struct sha256 *s, char hex[SHA256_HEX])
{
	static const char digits[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_SIZE];

	nettle_sha256_digest(&s->state, sizeof digest, digest);
	for (size_t i = 0; i < sizeof digest; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 15];
	}
	hex[2 * sizeof digest] = '\0';
	free(s);
}
