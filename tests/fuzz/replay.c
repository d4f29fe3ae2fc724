/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fuzz target without a fuzzer: every file of its corpus, whole, cut off at FUZZ_CHANGES places
 * and with a byte changed at each, as TAP. */
#include "fuzz.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#define MAX_SIZE 65536
#define USUAL_CHANGES 40 /* places in a file; a large one is changed at every n-th byte */

static uint8_t *
read_file(const char *folder, const char *name, size_t *size)
{
	uint8_t *bytes = malloc(MAX_SIZE);
	char path[1024];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "rb");
	MUST(bytes && file);
	*size = fread(bytes, 1, MAX_SIZE, file);
	fclose(file);
	return bytes;
}

/* In memory of exactly that size, so that sanitizers see a step too far. */
static void
run(const uint8_t *bytes, size_t size)
{
	uint8_t *copy = malloc(size ? size : 1);

	MUST(copy);
	memcpy(copy, bytes, size);
	LLVMFuzzerTestOneInput(copy, size);
	free(copy);
}

static void
run_with_changes(uint8_t *bytes, size_t size, size_t changes)
{
	static const uint8_t others[] = { 0, '"', ';', '\n', '<', '&', '=', '[', 0x80, 0xC5, 0xFF };
	size_t step = size / changes + 1;

	run(bytes, size);
	for (size_t at = 0; at < size; at += step) {
		uint8_t was = bytes[at];

		run(bytes, at);
		bytes[at] = others[at / step % sizeof others];
		run(bytes, size);
		bytes[at] = was;
	}
}

int
main(void)
{
	const char *source = getenv("abs_top_srcdir"), *changes = getenv("FUZZ_CHANGES");
	char folder[768];
	struct dirent **names;
	int count, number = 0;
	size_t places = changes && atoi(changes) > 0 ? (size_t)atoi(changes) : USUAL_CHANGES;

	snprintf(folder, sizeof folder, "%s/tests/fuzz/corpus/%s", source ? source : ".", TARGET);
	count = scandir(folder, &names, NULL, alphasort);
	if (count <= 2) {
		printf("1..1\nnot ok 1 - there is a corpus in %s\n", folder);
		return 1;
	}
	for (int i = 0; i < count; i++) {
		size_t size;
		uint8_t *bytes;

		if (names[i]->d_name[0] != '.') {
			bytes = read_file(folder, names[i]->d_name, &size);
			run_with_changes(bytes, size, places);
			printf("ok %d - %s %s holds, also cut and changed\n", ++number, TARGET,
				names[i]->d_name);
			fflush(stdout);
			free(bytes);
		}
		free(names[i]);
	}
	free(names);
	printf("1..%d\n", number);
	return 0;
}
