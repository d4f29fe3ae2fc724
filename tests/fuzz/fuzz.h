/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a fuzz target is: one function that takes any bytes, checks what must hold for all of
 * them, and returns 0. libFuzzer calls it (--enable-fuzzing, make fuzz); in make check
 * replay.c calls it with the files of corpus/NAME and small changes of them.
 *
 * A new target: fuzz_NAME.c, some small files in corpus/NAME/, its lines in folder.mk. A file
 * that once broke something stays in the corpus under a name that says what. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* assert() may be compiled away; this may not. */
#define MUST(condition) \
	do { \
		if (!(condition)) { \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
			abort(); \
		} \
	} while (0)

/* A failure comes with a code and a sentence, success with neither. */
#define MUST_FIT(result, err) MUST(((result) == 0) == ((err).code == ERROR_NONE) \
	&& ((result) == 0) == ((err).text[0] == '\0'))

#endif
