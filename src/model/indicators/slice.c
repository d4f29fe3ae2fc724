/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packing of slices, format 1. All numbers little-endian.
 *
 *   byte  0      1: the format
 *   byte  1      decimals d, 0..15
 *   byte  2      kind of cell: 1, 2, 4 or 8 = signed whole numbers of so many bytes, the value
 *                is number / 10^d; 128 = IEEE 754 doubles of 8 bytes (d is for showing only)
 *   byte  3      flags: 0 none (every cell has FLAG_NONE), 1 one byte per cell, 2 runs
 *   bytes 4-7    slot of the first cell
 *   bytes 8-11   number of cells n, at least 1
 *   then         n cells; 0 where the flag says that there is no value
 *   then         the flags: nothing, n bytes, or runs of two bytes (flag, length 1..255) whose
 *                lengths add up to n
 *
 * A cell flagged FLAG_ABSENT lies inside the range and is not brought by the slice. The value
 * of a decimal is one division of two exact numbers, so it is the double nearest to the decimal
 * that the file held. */
#include "config.h"

#include "model/indicators/slice.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "model/indicators/flag.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { FORMAT = 1, HEADER = 12, CELL_DOUBLE = 128, MAX_DECIMALS = 15 };
enum { FLAGS_NONE, FLAGS_BYTES, FLAGS_RUNS };

#define MAX_MANTISSA 9007199254740992.0 /* 2^53: whole numbers up to here are exact */

/* What the first bytes say, checked against the size. */
struct head {
	int decimals, cell, width, flags, first, count;
	const unsigned char *cells, *flag_bytes;
	size_t flag_size;
};

void
vector_new(struct vector *v, int slots)
{
	*v = (struct vector){ .slots = slots };
	v->value = memory_array((size_t)slots + 1, sizeof *v->value);
	v->flag = memory_array((size_t)slots + 1, 1);
	memset(v->flag, FLAG_ABSENT, (size_t)slots);
}

void
vector_reset(struct vector *v)
{
	memset(v->flag, FLAG_ABSENT, (size_t)v->slots);
	v->decimals = 0;
}

void
vector_grow(struct vector *v, int slots)
{
	struct vector more;

	if (slots <= v->slots)
		return;
	vector_new(&more, slots);
	memcpy(more.value, v->value, (size_t)v->slots * sizeof *v->value);
	memcpy(more.flag, v->flag, (size_t)v->slots);
	more.decimals = v->decimals;
	vector_release(v);
	*v = more;
}

void
vector_release(struct vector *v)
{
	free(v->value);
	free(v->flag);
	*v = (struct vector){ 0 };
}

static void
put_number(unsigned char *dst, uint64_t number, int width)
{
	for (int i = 0; i < width; i++)
		dst[i] = (unsigned char)(number >> (8 * i));
}

static uint64_t
get_number(const unsigned char *src, int width)
{
	uint64_t number = 0;

	for (int i = 0; i < width; i++)
		number |= (uint64_t)src[i] << (8 * i);
	return number;
}

/* Written out, so that compilers make one load of it where the machine has this order. */
static uint64_t
get_wide(const unsigned char *p)
{
	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
	       (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 |
	       (uint64_t)p[7] << 56;
}

/* ---- packing ---- */

/* For numbers within 2^53, without a call of the library. */
static int64_t
nearest(double number)
{
	return (int64_t)(number < 0 ? number - 0.5 : number + 0.5);
}

/* Bytes per cell when every value is exact with so many decimals, 0 when one is not. */
static int
width_for(const struct vector *v, int first, int last, int decimals)
{
	double power = number_power10(decimals), most = 0;

	for (int i = first; i <= last; i++) {
		double scaled = v->value[i] * power, mantissa;

		if (flag_missing(v->flag[i]))
			continue;
		/* Written so that a NaN fails too. */
		if (!(fabs(scaled) <= MAX_MANTISSA))
			return 0;
		mantissa = (double)nearest(scaled);
		if (mantissa / power != v->value[i] || (mantissa == 0 && signbit(v->value[i])))
			return 0;
		mantissa = mantissa < 0 ? -mantissa - 1 : mantissa;
		most = mantissa > most ? mantissa : most;
	}
	return most <= INT8_MAX ? 1 : most <= INT16_MAX ? 2 : most <= INT32_MAX ? 4 : 8;
}

static int
choose_cell(const struct vector *v, int first, int last, int *decimals)
{
	int width = 0;

	*decimals = v->decimals < 0 ? 0 : v->decimals > MAX_DECIMALS ? MAX_DECIMALS : v->decimals;
	width = width_for(v, first, last, *decimals);
	for (int d = 0; !width && d <= MAX_DECIMALS; d++) {
		width = width_for(v, first, last, d);
		if (width)
			*decimals = d;
	}
	return width ? width : CELL_DOUBLE;
}

static void
pack_cells(const struct vector *v, int first, int count, int cell, int decimals, unsigned char *dst)
{
	double power = number_power10(decimals);
	int width = cell == CELL_DOUBLE ? 8 : cell;

	for (int i = 0; i < count; i++, dst += width) {
		double value = v->value[first + i];
		uint64_t bits = 0;

		if (flag_missing(v->flag[first + i]))
			continue;
		if (cell == CELL_DOUBLE)
			memcpy(&bits, &value, sizeof bits);
		else
			bits = (uint64_t)nearest(value * power);
		put_number(dst, bits, width);
	}
}

/* Writes the runs, or only counts their bytes when dst is NULL. */
static size_t
pack_runs(const unsigned char *flags, int count, unsigned char *dst)
{
	size_t size = 0;

	for (int i = 0, next; i < count; i = next) {
		for (next = i + 1; next < count && next - i < 255 && flags[next] == flags[i];)
			next++;
		if (dst) {
			dst[size] = flags[i];
			dst[size + 1] = (unsigned char)(next - i);
		}
		size += 2;
	}
	return size;
}

static int
choose_flags(const unsigned char *flags, int count, size_t *size)
{
	size_t runs = pack_runs(flags, count, NULL);
	bool any = false;

	for (int i = 0; i < count && !any; i++)
		any = flags[i] != FLAG_NONE;
	*size = !any ? 0 : runs < (size_t)count ? runs : (size_t)count;
	return !any ? FLAGS_NONE : runs < (size_t)count ? FLAGS_RUNS : FLAGS_BYTES;
}

int
slice_pack(const struct vector *v, unsigned char **data, size_t *size)
{
	int first = 0, last = v->slots - 1, cell, decimals, flags, count;
	size_t flag_size, cell_size;
	unsigned char *p;

	while (first <= last && v->flag[first] == FLAG_ABSENT)
		first++;
	while (last >= first && v->flag[last] == FLAG_ABSENT)
		last--;
	if (first > last)
		return -1;
	count = last - first + 1;
	cell = choose_cell(v, first, last, &decimals);
	flags = choose_flags(v->flag + first, count, &flag_size);
	cell_size = (size_t)count * (size_t)(cell == CELL_DOUBLE ? 8 : cell);
	*size = HEADER + cell_size + flag_size;
	*data = p = memory_new(*size);
	p[0] = FORMAT;
	p[1] = (unsigned char)decimals;
	p[2] = (unsigned char)cell;
	p[3] = (unsigned char)flags;
	put_number(p + 4, (uint64_t)first, 4);
	put_number(p + 8, (uint64_t)count, 4);
	pack_cells(v, first, count, cell, decimals, p + HEADER);
	if (flags == FLAGS_RUNS)
		pack_runs(v->flag + first, count, p + HEADER + cell_size);
	else if (flags == FLAGS_BYTES)
		memcpy(p + HEADER + cell_size, v->flag + first, (size_t)count);
	return 0;
}

/* ---- unpacking ---- */

static int
damaged(struct error *err)
{
	return error_set(err, ERROR_DATA,
		_("The database holds a slice that cannot be read; restore it from a backup."));
}

static int
read_head(const unsigned char *data, size_t size, struct head *head, struct error *err)
{
	uint64_t first, count, cells;

	if (size < HEADER || data[0] != FORMAT || data[1] > MAX_DECIMALS || data[3] > FLAGS_RUNS)
		return damaged(err);
	head->decimals = data[1];
	head->cell = data[2];
	head->width = head->cell == CELL_DOUBLE ? 8 : head->cell;
	head->flags = data[3];
	if (head->width != 1 && head->width != 2 && head->width != 4 && head->width != 8)
		return damaged(err);
	first = get_number(data + 4, 4);
	count = get_number(data + 8, 4);
	if (!count || first + count > SLICE_MAX_SLOTS)
		return damaged(err);
	cells = count * (uint64_t)head->width;
	if (size - HEADER < cells)
		return damaged(err);
	head->first = (int)first;
	head->count = (int)count;
	head->cells = data + HEADER;
	head->flag_bytes = data + HEADER + cells;
	head->flag_size = size - HEADER - (size_t)cells;
	if ((head->flags == FLAGS_NONE && head->flag_size != 0) ||
		(head->flags == FLAGS_BYTES && head->flag_size != count) ||
		(head->flags == FLAGS_RUNS && head->flag_size % 2))
		return damaged(err);
	return 0;
}

/* All are looked at, without a branch: damage is rare. */
static bool
all_finite(const struct head *head)
{
	const uint64_t exponent = (uint64_t)0x7ff << 52;
	bool finite = true;

	for (int i = 0; i < head->count; i++)
		finite &= (get_wide(head->cells + (size_t)i * 8) & exponent) != exponent;
	return finite;
}

/* Flags are known, runs add up, doubles are finite. */
static int
check_body(const struct head *head, struct error *err)
{
	size_t step = head->flags == FLAGS_RUNS ? 2 : 1;
	uint64_t sum = 0;

	for (size_t i = 0; i < head->flag_size; i += step) {
		unsigned char flag = head->flag_bytes[i];

		if (flag != FLAG_NONE && !flag_known(flag))
			return damaged(err);
		sum += step == 2 ? head->flag_bytes[i + 1] : 1;
		if (step == 2 && !head->flag_bytes[i + 1])
			return damaged(err);
	}
	if (head->flags != FLAGS_NONE && sum != (uint64_t)head->count)
		return damaged(err);
	return head->cell == CELL_DOUBLE && !all_finite(head) ? damaged(err) : 0;
}

/* Cells from..from+count of the slice into values; the loops are alike so that the compiler
 * can turn each into wide instructions. */
static void
unpack_cells(const struct head *head, int from, int count, double *restrict values)
{
	const unsigned char *restrict p = head->cells + (size_t)from * (size_t)head->width;
	double power = number_power10(head->decimals);

	switch (head->cell) {
	case 1:
		for (int i = 0; i < count; i++)
			values[i] = (int8_t)p[i] / power;
		return;
	case 2:
		for (int i = 0; i < count; i++)
			values[i] = (int16_t)(p[2 * i] | p[2 * i + 1] << 8) / power;
		return;
	case 4:
		for (int i = 0; i < count; i++)
			values[i] = (int32_t)((uint32_t)p[4 * i] | (uint32_t)p[4 * i + 1] << 8 |
					      (uint32_t)p[4 * i + 2] << 16 |
					      (uint32_t)p[4 * i + 3] << 24) /
				    power;
		return;
	case 8:
		for (int i = 0; i < count; i++)
			values[i] = (double)(int64_t)get_wide(p + 8 * i) / power;
		return;
	default:
		for (int i = 0; i < count; i++) {
			uint64_t bits = get_wide(p + 8 * i);

			memcpy(&values[i], &bits, sizeof bits);
		}
	}
}

static bool
all_absent(const unsigned char *flags, int count)
{
	/* The first is, and each is like the one before. */
	return flags[0] == FLAG_ABSENT && !memcmp(flags, flags + 1, (size_t)count - 1);
}

static void
expand_runs(const struct head *head, unsigned char *flags)
{
	for (size_t i = 0; i < head->flag_size; i += 2) {
		memset(flags, head->flag_bytes[i], head->flag_bytes[i + 1]);
		flags += head->flag_bytes[i + 1];
	}
}

/* The first layer covers nothing: all cells at once, those of absent ones too. */
static void
lay_down(const struct head *head, struct vector *v)
{
	unsigned char *flags = v->flag + head->first;

	unpack_cells(head, 0, head->count, v->value + head->first);
	if (head->flags == FLAGS_NONE)
		memset(flags, FLAG_NONE, (size_t)head->count);
	else if (head->flags == FLAGS_BYTES)
		memcpy(flags, head->flag_bytes, (size_t)head->count);
	else
		expand_runs(head, flags);
}

static void
lay_over(const struct head *head, struct vector *v)
{
	double *values = v->value + head->first;
	unsigned char *flags = v->flag + head->first;
	int at = 0;

	if (head->flags == FLAGS_NONE) {
		unpack_cells(head, 0, head->count, values);
		memset(flags, FLAG_NONE, (size_t)head->count);
	} else if (head->flags == FLAGS_RUNS) {
		for (size_t i = 0; i < head->flag_size; i += 2) {
			unsigned char flag = head->flag_bytes[i];
			int length = head->flag_bytes[i + 1];

			if (flag != FLAG_ABSENT) {
				unpack_cells(head, at, length, values + at);
				memset(flags + at, flag, (size_t)length);
			}
			at += length;
		}
	} else {
		for (int next; at < head->count; at = next) {
			bool absent = head->flag_bytes[at] == FLAG_ABSENT;

			for (next = at + 1; next < head->count &&
					    (head->flag_bytes[next] == FLAG_ABSENT) == absent;)
				next++;
			if (absent)
				continue;
			unpack_cells(head, at, next - at, values + at);
			memcpy(flags + at, head->flag_bytes + at, (size_t)(next - at));
		}
	}
}

int
slice_unpack(const unsigned char *data, size_t size, struct vector *v, struct error *err)
{
	struct head head;

	if (read_head(data, size, &head, err) || check_body(&head, err))
		return -1;
	if (head.first + head.count > v->slots)
		return damaged(err);
	if (all_absent(v->flag + head.first, head.count))
		lay_down(&head, v);
	else
		lay_over(&head, v);
	if (head.decimals > v->decimals)
		v->decimals = head.decimals;
	return 0;
}

int
slice_unpack_cell(
	const unsigned char *data, size_t size, int slot, struct slice_cell *out, struct error *err)
{
	struct head head;
	int i;

	*out = (struct slice_cell){ 0, FLAG_ABSENT };
	if (read_head(data, size, &head, err))
		return -1;
	i = slot - head.first;
	if (slot < head.first || i >= head.count)
		return 0;
	if (head.flags == FLAGS_NONE) {
		out->flag = FLAG_NONE;
	} else if (head.flags == FLAGS_BYTES) {
		out->flag = head.flag_bytes[i];
	} else {
		size_t at = 0;

		for (int left = i; at < head.flag_size && left >= head.flag_bytes[at + 1]; at += 2)
			left -= head.flag_bytes[at + 1];
		if (at >= head.flag_size)
			return damaged(err);
		out->flag = head.flag_bytes[at];
	}
	if (!flag_known(out->flag))
		return damaged(err);
	unpack_cells(&head, i, 1, &out->value);
	return isfinite(out->value) ? 0 : damaged(err);
}
