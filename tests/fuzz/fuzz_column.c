/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as packed answers: refused, or taken apart without a step beyond them; numbers packed
 * again are the same numbers. */
#include "fuzz.h"

#include "model/results/answer_column_parts.h"

#include <string.h>

enum { ROWS_MOST = 100000 /* a column without cells may speak of any number of rows */ };

static void
names_end_where_they_must(const struct packed *p)
{
	const char *name = p->names;

	for (int i = 0; i < p->name_count; i++)
		name = packed_name_next(name);
	MUST((const unsigned char *)name == p->forms);
}

static void
choices_have_names(const struct packed *p)
{
	for (size_t i = 0; i < p->rows && p->kind == PACKED_CHOICE; i++) {
		unsigned at = p->cells[i * (size_t)p->width];

		if (p->width == 2)
			at |= (unsigned)p->cells[2 * i + 1] << 8;
		MUST(at == 0 || at < (unsigned)p->name_count);
	}
}

static void
same_packed_again(const struct packed *p, const unsigned char *missing)
{
	double *value = calloc(p->rows + 1, sizeof(*value)), *again = calloc(p->rows + 1, sizeof(*again));
	struct packing packing = { .kind = p->kind, .rows = p->rows, .missing = missing, .cells = value };
	struct error err = { 0 };
	struct packed q;
	unsigned char *data;
	size_t size;

	packed_numbers(p, value);
	data = column_pack(&packing, &size);
	MUST(packed_read(data, size, &q, &err) == 0);
	MUST(q.rows == p->rows);
	packed_numbers(&q, again);
	for (size_t i = 0; i < p->rows; i++)
		MUST(missing[i] || value[i] == again[i] || (value[i] != value[i] && again[i] != again[i]));
	free(data);
	free(value);
	free(again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct error err = { 0 };
	unsigned char *missing;
	struct packed p;
	int result = packed_read(bytes, size, &p, &err);

	MUST_FIT(result, err);
	if (result) {
		MUST(err.code == ERROR_DATA);
		return 0;
	}
	names_end_where_they_must(&p);
	if (p.rows > ROWS_MOST)
		return 0;
	missing = calloc(p.rows + 1, 1);
	packed_reasons(&p, missing);
	for (size_t i = 0; i < p.rows; i++)
		MUST(missing[i] < MISSING_COUNT);
	if (packed_sound(&p))
		choices_have_names(&p);
	if (p.kind == PACKED_NUMBER || p.kind == PACKED_DATE)
		same_packed_again(&p, missing);
	free(missing);
	return 0;
}
