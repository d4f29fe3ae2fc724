/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random bytes from the kernel; in test mode from splitmix64 (Steele, Lea, Flood 2014). */
#include "config.h"

#include "base/random.h"

#include "base/testmode.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

static uint64_t state;

static uint64_t
mix(uint64_t z)
{
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

/* Mixed, because salts that follow each other must not start sequences that overlap. */
void
random_stir(uint64_t salt)
{
	state = mix(mix(state ^ salt) + salt);
}

static uint64_t
next_fixed(void)
{
	return mix(state += 0x9e3779b97f4a7c15u);
}

void
random_bytes(void *dst, size_t size)
{
	unsigned char *bytes = dst;

	if (testmode_on()) {
		for (size_t i = 0; i < size; i++)
			bytes[i] = (unsigned char)(next_fixed() >> 56);
		return;
	}
	while (size > 0) {
		ssize_t got = getrandom(bytes, size, 0);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			abort(); /* a kernel without random bytes; a guessable uid would be worse */
		bytes += got;
		size -= (size_t)got;
	}
}

char *
random_uid(char dst[UID_SIZE])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char bytes[16];

	random_bytes(bytes, sizeof(bytes));
	for (size_t i = 0; i < sizeof(bytes); i++) {
		dst[2 * i] = digits[bytes[i] >> 4];
		dst[2 * i + 1] = digits[bytes[i] & 15];
	}
	dst[UID_SIZE - 1] = '\0';
	return dst;
}
