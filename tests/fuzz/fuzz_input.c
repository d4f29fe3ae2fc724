/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file, zip or not: what is read is always UTF-8. The first byte chooses the
 * encoding and how much is read at once. */
#include "fuzz.h"

#include "base/input.h"
#include "base/text.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct error err = { 0 };
	struct input *in;
	size_t used = 0, room = 3 * 65536, piece;
	char *text;
	long got;

	if (size == 0)
		return 0;
	piece = 16 + bytes[0] / 4;
	if (input_open_memory(&in, "f", bytes + 1, size - 1, bytes[0] % 4, &err) != 0) {
		MUST(!in);
		MUST_FIT(-1, err);
		return 0;
	}
	text = malloc(room + 512);
	MUST(text);
	while (used < room && (got = input_read(in, text + used, piece, &err)) > 0)
		used += (size_t)got;
	if (used < room) {
		MUST_FIT((int)got, err);
		if (got == 0) {
			MUST(text_valid(text, used) == used);
			MUST(!memchr(text, 0, used));
			MUST(input_done(in) == input_size(in));
			MUST(strlen(input_sha256(in)) == 64);
		}
	}
	free(text);
	input_close(in);
	return 0;
}
