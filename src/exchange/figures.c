/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathering figures while a file is read. Cells stand in pages of 64 units per series and year,
 * so that a file about one unit costs little and a file about all of them nothing extra. */
#include "config.h"

#include "exchange/figures.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/indicators/flag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

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
		_("\"%.40s\" is no year; a year from 1900 to 2199 is expected here."), text);
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

/* A code seen for the first time. */
static int
add_unit(struct figures *f, int unit, struct input *in, long line, const char *code, size_t length,
	struct error *err)
{
	struct error why = { 0 };
	struct figure_unit *u;

	f->units = memory_grow(f->units, &f->unit_capacity, (size_t)unit + 1, sizeof *f->units);
	u = &f->units[unit];
	*u = (struct figure_unit){ .name = NULL, .line = line };
	if (figures_waits(length) && strspn(code, "0123456789") == length &&
		(length > 1 || code[0] == '0'))
		return unit;
	if ((length < 6 && !f->short_codes) || parse_code(code, length, &u->code, &why)) {
		if (!why.text[0])
			snprintf(why.text, sizeof why.text,
				_("\"%.40s\" can be no unit: a code has 6, 7, 10 or 12 digits."),
				code);
		return figures_refuse(in, line, 1, err, "%s", why.text);
	}
	return unit;
}

int
figures_unit(struct figures *f, struct input *in, long line, const char *code, size_t length,
	struct error *err)
{
	int known = f->unit_codes.count, unit = byteset_add(&f->unit_codes, code, length);

	return unit < known ? unit : add_unit(f, unit, in, line, code, length, err);
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
figures_slice_add(struct figures *f, int series, int year)
{
	struct figure_series *s = &f->series[series];

	if (year < s->first_year || year >= s->first_year + s->year_count)
		span_year(s, year);
	f->slices = memory_grow(
		f->slices, &f->slice_capacity, (size_t)f->slice_count + 1, sizeof *f->slices);
	f->slices[f->slice_count] = (struct figure_slice){ .series = series, .year = year };
	s->by_year[year - s->first_year] = ++f->slice_count;
	return f->slice_count - 1;
}

/* Large pages of memory, where the system has them: rows in no order touch all of a block. */
static struct figure_page *
new_block(void)
{
	size_t size = FIGURES_BLOCK * sizeof(struct figure_page);
	struct figure_page *block = memory_new(size);
	uintptr_t skip = -(uintptr_t)block % (uintptr_t)sysconf(_SC_PAGESIZE);

	(void)madvise((char *)block + skip, size - skip, MADV_HUGEPAGE);
	return block;
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
	if (f->page_count == f->block_count * FIGURES_BLOCK) {
		f->blocks = memory_grow(
			f->blocks, &f->block_capacity, f->block_count + 1, sizeof *f->blocks);
		f->blocks[f->block_count++] = new_block();
		f->page_count += f->page_count == 0;
	}
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

	if (figure_missing(cell))
		snprintf(dst, size, "%s", flag_meaning((unsigned char)figure_flag(cell))->symbol);
	else
		number_comma(dst, size, decimal_value(d), d.decimals);
}

/* Of two cells for one place: the one to keep, 0 when they contradict each other. */
figure_cell
figures_prefer(figure_cell a, figure_cell b)
{
	bool a_missing = figure_missing(a), b_missing = figure_missing(b);

	if (a_missing != b_missing)
		return a_missing ? b : a;
	if (a_missing)
		return figure_flag(a) == FLAG_EMPTY ? b : a;
	if (!same_value(a, b))
		return 0;
	return figure_flag(a) == FLAG_NONE ? b : a;
}

int
figures_contradict(const char *file_name, const char *code, int year, long first, figure_cell a,
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

static int
put_cell(struct figures *f, struct input *in, const struct figure_put *p,
	struct figure_place *there, struct error *err)
{
	figure_cell kept;

	if (!there->cell) {
		*there = (struct figure_place){ p->cell, p->line };
		f->cells++;
		return 0;
	}
	kept = there->cell == p->cell ? p->cell : figures_prefer(there->cell, p->cell);
	if (!kept)
		return figures_contradict(input_name(in), f->unit_codes.entries[p->unit].bytes,
			f->slices[p->slice].year, there->line, there->cell, p->line, p->cell,
			p->column, err);
	if (kept != there->cell)
		*there = (struct figure_place){ kept, p->line };
	return 0;
}

/* Rows in no order would wait for memory at every cell: asking for many cells at once and
 * writing them afterwards lets the waits overlap. */
int
figures_flush(struct figures *f, struct input *in, struct error *err)
{
	struct figure_place *places[FIGURES_BATCH];
	int failed = 0;

	for (int i = 0; i < f->waiting_count; i++) {
		const struct figure_slice *s = &f->slices[f->waiting[i].slice];
		size_t place = (size_t)f->waiting[i].unit / FIGURES_PAGE;

		if (place < s->page_capacity)
			__builtin_prefetch(&s->pages[place]);
	}
	for (int i = 0; i < f->waiting_count; i++) {
		const struct figure_put *p = &f->waiting[i];
		struct figure_slice *s = &f->slices[p->slice];
		size_t place = (size_t)p->unit / FIGURES_PAGE;
		uint32_t number = place < s->page_capacity ? s->pages[place] : 0;

		if (!number)
			number = add_page(f, s, place);
		places[i] = &figures_page(f, number)->places[p->unit % FIGURES_PAGE];
		__builtin_prefetch(places[i], 1);
	}
	for (int i = 0; i < f->waiting_count && !failed; i++)
		failed = put_cell(f, in, &f->waiting[i], places[i], err);
	f->waiting_count = 0;
	return failed;
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
	free(f->units);
	free(f->series);
	free(f->slices);
	for (size_t i = 0; i < f->block_count; i++)
		free(f->blocks[i]);
	free(f->blocks);
	free(f->slot_of_unit);
	free(f->twins);
	free(f->parts);
	*f = (struct figures){ 0 };
}
