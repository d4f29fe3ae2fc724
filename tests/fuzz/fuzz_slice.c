/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a packed slice: refused, or unpacked alike as a whole and cell by cell; packed
 * again and unpacked it is the same. */
#include "fuzz.h"

#include "model/indicators/flag.h"
#include "model/indicators/slice.h"

#include <string.h>

enum { SLOTS = 300 };

static bool
same(double a, double b)
{
	return memcmp(&a, &b, sizeof a) == 0;
}

static void
same_cell_by_cell(const uint8_t *bytes, size_t size, const struct vector *v)
{
	for (int i = 0; i < SLOTS; i++) {
		struct error err = { 0 };
		struct slice_cell cell;

		MUST(slice_unpack_cell(bytes, size, i, &cell, &err) == 0);
		MUST(cell.flag == v->flag[i]);
		MUST(flag_missing(cell.flag) || same(cell.value, v->value[i]));
	}
}

static void
same_packed_again(const struct vector *v)
{
	struct error err = { 0 };
	unsigned char *data;
	struct vector w;
	size_t size;
	bool any = false;

	for (int i = 0; i < SLOTS; i++)
		any |= v->flag[i] != FLAG_ABSENT;
	if (slice_pack(v, &data, &size)) {
		MUST(!any);
		return;
	}
	MUST(any);
	vector_new(&w, SLOTS);
	MUST(slice_unpack(data, size, &w, &err) == 0);
	MUST(memcmp(v->flag, w.flag, SLOTS) == 0);
	for (int i = 0; i < SLOTS; i++)
		MUST(flag_missing(v->flag[i]) || v->value[i] == w.value[i]);
	vector_release(&w);
	free(data);
}

static void
untouched(const struct vector *v)
{
	for (int i = 0; i < SLOTS; i++)
		MUST(v->flag[i] == FLAG_ABSENT);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct error err = { 0 };
	struct slice_cell cell;
	struct vector v;
	int result;

	vector_new(&v, SLOTS);
	result = slice_unpack(bytes, size, &v, &err);
	MUST_FIT(result, err);
	if (result == 0) {
		same_cell_by_cell(bytes, size, &v);
		same_packed_again(&v);
	} else {
		untouched(&v);
		MUST(err.code == ERROR_DATA);
		memset(&err, 0, sizeof err);
		slice_unpack_cell(bytes, size, 7, &cell, &err); /* no step beyond the bytes */
	}
	vector_release(&v);
	return 0;
}
