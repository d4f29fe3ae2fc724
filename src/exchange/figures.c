/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathering figures while a file is read. Cells stand in pages of 64 units per series and year,
 * so that a file about one unit costs little and a file about all of them nothing extra. */
#include "config.h"

#include "exchange/figures.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/flag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH = 64 }; /* cells put at once */

int
figures_refuse(struct input *in, long line, int column, struct error *err, const char *fmt, ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	return error_at(err, ERROR_INPUT, line, column, _("%s, line %ld, column %d: %s"),
		input_name(in), line, column, text);
}

int
figures_text(
	struct input *in, long line, int column, const char *text, size_t length, struct error *err)
{
	if (text_forbidden(text, length) == length)
		return 0;
	return figures_refuse(in, line, column, err,
		_("the text holds a control character or an invisible one; correct the file."));
}

int
figures_year(
	struct input *in, long line, int column, const char *text, size_t length, struct error *err)
{
	int year = 0;

	for (size_t i = 0; i < length && length == 4; i++)
		year = text[i] >= '0' && text[i] <= '9' && year >= 0 ? year * 10 + text[i] - '0'
								     : -1;
	if (year >= FIGURES_FIRST_YEAR && year <= FIGURES_LAST_YEAR)
		return year;
	return figures_refuse(in, line, column, err,
		_("“%.40s” is no year; a year from 1900 to 2199 is expected here."), text);
}

/* Nine digits are the ten of NTS without the kind: region, voivodeship, subregion, powiat and
 * gmina. The region is not 0, so no zero can have been lost. Returns the length in dst. */
static size_t
shorten_nine(const char *text, char dst[UNIT_CODE_SIZE])
{
	snprintf(dst, UNIT_CODE_SIZE, "%.2s%.4s", text + 1, text + 5);
	if (!memcmp(text + 5, "0000", 4))
		snprintf(dst, UNIT_CODE_SIZE, "%s0", text);
	else if (!memcmp(dst + 4, "00", 2))
		dst[4] = '\0';
	return strlen(dst);
}

/* Six digits and a lone 0 wait until the whole column is known. */
static bool
waits(size_t length)
{
	return length == 6 || length == 1;
}

static int
parse_code(const char *text, size_t length, struct unit_code *out, struct error *err)
{
	char buffer[UNIT_CODE_SIZE];

	if (length == 9 && text[0] >= '1' && text[0] <= '6' && strspn(text, "0123456789") == 9) {
		length = shorten_nine(text, buffer);
		return unit_code_parse(buffer, length, out, err);
	}
	return unit_code_parse(text, length, out, err);
}

int
figures_unit(struct figures *f, struct input *in, long line, const char *code, size_t length,
	struct error *err)
{
	int known = f->unit_codes.count, unit = byteset_add(&f->unit_codes, code, length);
	struct error why = { 0 };
	struct figure_unit *u;

	if (unit < known)
		return unit;
	f->units = memory_grow(f->units, &f->unit_capacity, (size_t)unit + 1, sizeof *f->units);
	u = &f->units[unit];
	*u = (struct figure_unit){ .name = NULL, .line = line };
	if (waits(length) && strspn(code, "0123456789") == length && (length > 1 || code[0] == '0'))
		return unit;
	if ((length < 6 && !f->short_codes) || parse_code(code, length, &u->code, &why)) {
		if (!why.text[0])
			snprintf(why.text, sizeof why.text,
				_("“%.40s” can be no unit: a code has 6, 7, 10 or 12 digits."),
				code);
		return figures_refuse(in, line, 1, err, "%s", why.text);
	}
	return unit;
}

int
figures_series(struct figures *f, const int *ids, int count)
{
	int known = f->series_keys.count;
	int series = byteset_add(&f->series_keys, ids, (size_t)count * sizeof *ids);
	struct figure_series *s;
	char *joined;
	size_t length = 1;

	if (series < known)
		return series;
	f->series =
		memory_grow(f->series, &f->series_capacity, (size_t)series + 1, sizeof *f->series);
	s = &f->series[series];
	for (int i = 0; i < count - 1; i++)
		length += f->texts.entries[ids[i]].length + 2;
	joined = arena_new(&f->texts.arena, length);
	for (int i = 0; i < count - 1; i++) {
		if (i)
			strcat(joined, "; ");
		strcat(joined, f->texts.entries[ids[i]].bytes);
	}
	*s = (struct figure_series){ .dimensions = joined,
		.frequency = 'R',
		.measure = f->texts.entries[ids[count - 1]].bytes };
	return series;
}

/* Makes by_year span the year too. */
static void
span_year(struct figure_series *s, int year)
{
	int first = s->year_count && s->first_year < year ? s->first_year : year;
	int end = s->year_count && s->first_year + s->year_count > year
			  ? s->first_year + s->year_count
			  : year + 1;
	int *wider = memory_array((size_t)(end - first), sizeof *wider);

	if (s->year_count)
		memcpy(wider + (s->first_year - first), s->by_year,
			(size_t)s->year_count * sizeof *wider);
	free(s->by_year);
	s->by_year = wider;
	s->first_year = first;
	s->year_count = end - first;
}

int
figures_slice(struct figures *f, int series, int year)
{
	struct figure_series *s = &f->series[series];

	if (year < s->first_year || year >= s->first_year + s->year_count)
		span_year(s, year);
	if (s->by_year[year - s->first_year])
		return s->by_year[year - s->first_year] - 1;
	f->slices = memory_grow(
		f->slices, &f->slice_capacity, (size_t)f->slice_count + 1, sizeof *f->slices);
	f->slices[f->slice_count] = (struct figure_slice){ .series = series, .year = year };
	s->by_year[year - s->first_year] = ++f->slice_count;
	return f->slice_count - 1;
}

figure_cell
figure_make(struct decimal value, int flag)
{
	if (flag_missing((unsigned char)flag))
		value = (struct decimal){ 0, 0 };
	return (uint64_t)value.mantissa << 12 | (uint64_t)value.decimals << 8 |
	       (uint64_t)(flag + 1);
}

static uint32_t
add_page(struct figures *f, struct figure_slice *slice, size_t place)
{
	size_t had = slice->page_capacity;

	if (place >= had) {
		slice->pages = memory_grow(
			slice->pages, &slice->page_capacity, place + 1, sizeof *slice->pages);
		memset(slice->pages + had, 0, (slice->page_capacity - had) * sizeof *slice->pages);
	}
	if (slice->pages[place])
		return slice->pages[place];
	if (!f->page_count)
		f->page_count = 1;
	f->pages = memory_grow(f->pages, &f->page_capacity, f->page_count + 1, sizeof *f->pages);
	memset(&f->pages[f->page_count], 0, sizeof *f->pages);
	return slice->pages[place] = (uint32_t)f->page_count++;
}

static bool
same_value(figure_cell a, figure_cell b)
{
	struct decimal x = { (int64_t)a >> 12, figure_decimals(a) };
	struct decimal y = { (int64_t)b >> 12, figure_decimals(b) };

	return decimal_value(x) == decimal_value(y);
}

static void
show_cell(char *dst, size_t size, figure_cell cell)
{
	struct decimal d = { (int64_t)cell >> 12, figure_decimals(cell) };

	if (flag_missing((unsigned char)figure_flag(cell)))
		snprintf(dst, size, "%s", flag_meaning((unsigned char)figure_flag(cell))->symbol);
	else
		number_comma(dst, size, decimal_value(d), d.decimals);
}

/* Of two cells for one place: the one to keep, 0 when they contradict each other. */
static figure_cell
prefer(figure_cell a, figure_cell b)
{
	bool a_missing = flag_missing((unsigned char)figure_flag(a));
	bool b_missing = flag_missing((unsigned char)figure_flag(b));

	if (a_missing != b_missing)
		return a_missing ? b : a;
	if (a_missing)
		return figure_flag(a) == FLAG_EMPTY ? b : a;
	if (!same_value(a, b))
		return 0;
	return figure_flag(a) == FLAG_NONE ? b : a;
}

static int
contradict(const char *file_name, const char *code, int year, long first, figure_cell a,
	long second, figure_cell b, int column, struct error *err)
{
	char before[40], after[40];

	show_cell(before, sizeof before, a);
	show_cell(after, sizeof after, b);
	return error_at(err, ERROR_INPUT, second, column,
		_("%s: two different values for unit %s in %d: line %ld says %s, line %ld says %s. "
		  "Export the file again or correct it."),
		file_name, code, year, first, before, second, after);
}

struct figure_put {
	int slice, unit, column;
	long line;
	figure_cell cell;
};

static int
put_cell(struct figures *f, struct input *in, const struct figure_put *p, struct error *err)
{
	struct figure_slice *s = &f->slices[p->slice];
	size_t place = (size_t)p->unit / FIGURES_PAGE, i = (size_t)p->unit % FIGURES_PAGE;
	uint32_t number = place < s->page_capacity ? s->pages[place] : 0;
	struct figure_page *page;
	figure_cell kept;

	if (!number)
		number = add_page(f, s, place);
	page = &f->pages[number];
	if (!page->cell[i]) {
		page->cell[i] = p->cell;
		page->line[i] = (uint32_t)p->line;
		f->cells++;
		return 0;
	}
	kept = page->cell[i] == p->cell ? p->cell : prefer(page->cell[i], p->cell);
	if (!kept)
		return contradict(input_name(in), f->unit_codes.entries[p->unit].bytes, s->year,
			page->line[i], page->cell[i], p->line, p->cell, p->column, err);
	if (kept != page->cell[i]) {
		page->cell[i] = kept;
		page->line[i] = (uint32_t)p->line;
	}
	return 0;
}

/* Rows in no order would wait for memory at every cell: asking for many cells at once and
 * writing them afterwards lets the waits overlap. */
int
figures_flush(struct figures *f, struct input *in, struct error *err)
{
	int failed = 0;

	for (int i = 0; i < f->waiting_count; i++) {
		const struct figure_put *p = &f->waiting[i];
		const struct figure_slice *s = &f->slices[p->slice];
		size_t place = (size_t)p->unit / FIGURES_PAGE;

		if (place < s->page_capacity) {
			const struct figure_page *page = &f->pages[s->pages[place]];

			__builtin_prefetch(&page->cell[p->unit % FIGURES_PAGE], 1);
			__builtin_prefetch(&page->line[p->unit % FIGURES_PAGE], 1);
		}
	}
	for (int i = 0; i < f->waiting_count && !failed; i++)
		failed = put_cell(f, in, &f->waiting[i], err);
	f->waiting_count = 0;
	return failed;
}

int
figures_put(struct figures *f, struct input *in, int slice, int unit, long line, int column,
	figure_cell cell, struct error *err)
{
	if (!f->waiting)
		f->waiting = memory_array(BATCH, sizeof *f->waiting);
	f->waiting[f->waiting_count++] = (struct figure_put){ slice, unit, column, line, cell };
	return f->waiting_count == BATCH ? figures_flush(f, in, err) : 0;
}

/* ---- matching with the database ---- */

static figure_cell *
cell_at(const struct figures *f, int slice, int unit, uint32_t **line)
{
	const struct figure_slice *s = &f->slices[slice];
	size_t place = (size_t)unit / FIGURES_PAGE;
	struct figure_page *page;

	if (place >= s->page_capacity || !s->pages[place])
		return NULL;
	page = &f->pages[s->pages[place]];
	if (line)
		*line = &page->line[unit % FIGURES_PAGE];
	return &page->cell[unit % FIGURES_PAGE];
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

		if (!waits(length))
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
			uint32_t *first = NULL, *second = NULL;
			figure_cell *a = cell_at(f, s, one, &first),
				    *b = cell_at(f, s, other, &second);

			if (a && b && *a && *b && !prefer(*a, *b))
				return contradict(file_name, f->unit_codes.entries[other].bytes,
					f->slices[s].year, *first, *a, *second, *b, 1, err);
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

void
figures_release(struct figures *f)
{
	for (int i = 0; i < f->slice_count; i++)
		free(f->slices[i].pages);
	for (int i = 0; i < f->series_keys.count; i++)
		free(f->series[i].by_year);
	byteset_release(&f->unit_codes);
	byteset_release(&f->texts);
	byteset_release(&f->series_keys);
	byteset_release(&f->fresh);
	free(f->waiting);
	free(f->units);
	free(f->series);
	free(f->slices);
	free(f->pages);
	free(f->slot_of_unit);
	free(f->twins);
	free(f->parts);
	*f = (struct figures){ 0 };
}
