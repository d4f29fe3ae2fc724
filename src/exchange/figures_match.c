/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matching a file's units with the database: lost zeros, units written in two ways, gminy with
 * their parts. */
#include "config.h"

#include "exchange/figures.h"

#include "base/i18n.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct figure_place
place_of(const struct figures *f, int slice, int unit)
{
	const struct figure_slice *s = &f->slices[slice];
	size_t place = (size_t)unit / FIGURES_PAGE;

	if (place >= s->page_capacity || !s->pages[place])
		return (struct figure_place){ 0, 0 };
	return figures_page(f, s->pages[place])->places[unit % FIGURES_PAGE];
}

/* Whether six digits are what is left of seven: none begins with 0, and seven stand beside, or a
 * lone 0 does, or the register knows more of them with the zero than without. */
static bool
zeros_lost(const struct figures *f, const struct unit_table *units)
{
	int without = 0, with = 0;
	bool beside = false;

	for (int i = 0; i < f->unit_codes.count; i++) {
		const struct byteset_entry *e = &f->unit_codes.entries[i];
		char restored[UNIT_CODE_SIZE];
		size_t length;

		beside |= e->length == 7 || e->length == 1;
		if (e->length != 6)
			continue;
		if (e->bytes[0] == '0')
			return false;
		length = unit_code_restore(e->bytes, e->length, restored);
		without += unit_slot_by_number(units, unit_code_number(e->bytes, e->length)) !=
			   NO_SLOT;
		with += unit_slot_by_number(units, unit_code_number(restored, length)) != NO_SLOT;
	}
	return beside || with > without;
}

static int
settle_codes(
	struct figures *f, const struct unit_table *units, const char *file_name, struct error *err)
{
	bool lost = zeros_lost(f, units);

	f->zeros_restored = false;
	for (int i = 0; i < f->unit_codes.count; i++) {
		const struct byteset_entry *e = &f->unit_codes.entries[i];
		char text[UNIT_CODE_SIZE];
		struct error why = { 0 };
		size_t length = e->length;

		if (!figures_waits(length))
			continue;
		if (lost || length == 1)
			length = unit_code_restore(e->bytes, length, text);
		else
			memcpy(text, e->bytes, length + 1);
		f->zeros_restored |= lost;
		if (unit_code_parse(text, length, &f->units[i].code, &why))
			return error_at(err, ERROR_INPUT, f->units[i].line, 1,
				_("%s, line %ld, column %d: %s"), file_name, f->units[i].line, 1,
				why.text);
	}
	return 0;
}

static int
slot_of(struct figures *f, const struct unit_table *units, struct figure_unit *u)
{
	char text[UNIT_CODE_SIZE];
	uint64_t number;
	int slot;

	/* The key without its kind; a region's 12 digits as they are. */
	snprintf(text, sizeof text, "%s", u->code.key);
	number = unit_code_number(text, strlen(text));
	slot = unit_slot_by_number(units, number);
	u->fresh = slot == NO_SLOT;
	return u->fresh ? f->base + byteset_add(&f->fresh, &number, sizeof number) : slot;
}

static int
by_slot(const void *a, const void *b, void *context)
{
	const struct figures *f = context;
	int x = *(const int *)a, y = *(const int *)b;

	if (f->units[x].slot != f->units[y].slot)
		return f->units[x].slot < f->units[y].slot ? -1 : 1;
	return x - y;
}

/* Units that the file writes in two ways (two kinds, mostly): pairs of earlier and later. */
static void
find_twins(struct figures *f)
{
	int count = f->unit_codes.count;
	int *order = memory_array((size_t)count + 1, sizeof *order);
	size_t capacity = 0;

	for (int i = 0; i < count; i++)
		order[i] = i;
	qsort_r(order, (size_t)count, sizeof *order, by_slot, f);
	free(f->twins);
	f->twins = NULL;
	f->twin_count = 0;
	for (int i = 0; i < count; i++)
		for (int j = i + 1; j < count && f->units[order[j]].slot == f->units[order[i]].slot;
			j++) {
			f->twins = memory_grow(f->twins, &capacity, 2 * (size_t)f->twin_count + 2,
				sizeof *f->twins);
			f->twins[2 * f->twin_count] = order[i];
			f->twins[2 * f->twin_count++ + 1] = order[j];
		}
	free(order);
}

static int
check_twins(const struct figures *f, const char *file_name, struct error *err)
{
	for (int t = 0; t < f->twin_count; t++) {
		int one = f->twins[2 * t], other = f->twins[2 * t + 1];

		for (int s = 0; s < f->slice_count; s++) {
			struct figure_place a = place_of(f, s, one), b = place_of(f, s, other);

			if (a.cell && b.cell && !figures_prefer(a.cell, b.cell))
				return figures_contradict(file_name,
					f->unit_codes.entries[other].bytes, f->slices[s].year,
					a.line, a.cell, b.line, b.cell, 1, err);
		}
	}
	return 0;
}

struct place {
	char key[7];
	char kind;
	int slot;
};

static int
by_key(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : x->kind - y->kind;
}

/* Mixed gminy with their town and rural part, all three in the file. */
static void
find_parts(struct figures *f)
{
	int count = f->unit_codes.count, n = 0;
	struct place *places = memory_array((size_t)count + 1, sizeof *places);
	size_t capacity = 0;

	for (int i = 0; i < count; i++) {
		const struct figure_unit *u = &f->units[i];

		if (u->code.level != LEVEL_GMINA && u->code.level != LEVEL_PART)
			continue;
		snprintf(places[n].key, sizeof places[n].key, "%.6s", u->code.key);
		places[n].kind = u->code.level == LEVEL_PART ? u->code.kind : '0';
		places[n++].slot = u->slot;
	}
	qsort(places, (size_t)n, sizeof *places, by_key);
	free(f->parts);
	f->parts = NULL;
	f->part_count = 0;
	for (int i = 2; i < n; i++) {
		if (places[i].kind != '5' || places[i - 1].kind != '4' ||
			places[i - 2].kind != '0' || strcmp(places[i].key, places[i - 1].key) ||
			strcmp(places[i].key, places[i - 2].key))
			continue;
		f->parts = memory_grow(
			f->parts, &capacity, (size_t)f->part_count + 1, sizeof *f->parts);
		f->parts[f->part_count++] = (struct figure_parts){ places[i - 2].slot,
			places[i - 1].slot, places[i].slot };
	}
	free(places);
}

void
figures_settle_slots(struct figures *f)
{
	free(f->slot_of_unit);
	f->slot_of_unit = memory_array((size_t)f->unit_codes.count + 1, sizeof *f->slot_of_unit);
	f->slots = f->base;
	for (int i = 0; i < f->unit_codes.count; i++) {
		f->slot_of_unit[i] = f->units[i].slot;
		f->slots = f->units[i].slot >= f->slots ? f->units[i].slot + 1 : f->slots;
	}
	find_twins(f);
	find_parts(f);
}

int
figures_match(
	struct figures *f, const struct unit_table *units, const char *file_name, struct error *err)
{
	byteset_release(&f->fresh);
	f->base = units->slots;
	if (settle_codes(f, units, file_name, err))
		return -1;
	for (int i = 0; i < f->unit_codes.count; i++)
		f->units[i].slot = slot_of(f, units, &f->units[i]);
	figures_settle_slots(f);
	return check_twins(f, file_name, err);
}
