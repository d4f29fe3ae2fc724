/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of answers to bytes and back; the format stands in answer_column_parts.h. */
#include "config.h"

#include "model/results/answer_column_parts.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FORMAT = 1, HEADER = 20, DOUBLES = 128, MAX_DECIMALS = 15 };
enum { REASONS_NONE, REASONS_BYTES, REASONS_RUNS };

#define MAX_MANTISSA 9007199254740992.0 /* 2^53: whole numbers up to here are exact */

static void
put(unsigned char *dst, uint64_t number, int width)
{
	for (int i = 0; i < width; i++)
		dst[i] = (unsigned char)(number >> (8 * i));
}

static uint64_t
get(const unsigned char *src, int width)
{
	uint64_t number = 0;

	for (int i = 0; i < width; i++)
		number |= (uint64_t)src[i] << (8 * i);
	return number;
}

int64_t
packed_whole(const unsigned char *src, int width)
{
	uint64_t number = get(src, width);

	if (width < 8 && (number >> (8 * width - 1)) & 1)
		number |= UINT64_MAX << (8 * width);
	return (int64_t)number;
}

/* ---- packing ---- */

/* Bytes per cell when every number is exact with so many decimals, 0 when one is not. */
static int
width_for(const struct packing *p, int decimals)
{
	const double *values = p->cells;
	double power = number_power10(decimals), most = 0;

	for (size_t i = 0; i < p->rows; i++) {
		double scaled = values[i] * power, whole = nearbyint(scaled);

		if (p->missing[i])
			continue;
		/* Written so that a NaN fails too. */
		if (!(fabs(scaled) <= MAX_MANTISSA) || whole / power != values[i])
			return 0;
		whole = whole < 0 ? -whole - 1 : whole;
		most = whole > most ? whole : most;
	}
	return most <= INT8_MAX ? 1 : most <= INT16_MAX ? 2 : most <= INT32_MAX ? 4 : 8;
}

static int
cell_width(const struct packing *p, int *decimals)
{
	*decimals = 0;
	switch (p->kind) {
	case PACKED_FORMS:
		return p->stride;
	case PACKED_CHOICE:
		return p->name_count <= 256 ? 1 : 2;
	case PACKED_MARKS:
		return (p->name_count + 7) / 8;
	case PACKED_PLACES:
		return p->name_count;
	case PACKED_TEXT:
		return 0;
	default:
		for (int d = 0; d <= MAX_DECIMALS; d++) {
			int width = width_for(p, d);

			*decimals = d;
			if (width)
				return width;
		}
		*decimals = 0;
		return DOUBLES;
	}
}

static void
pack_number(const struct packing *p, size_t row, int width, int decimals, unsigned char *dst)
{
	double value = ((const double *)p->cells)[row];
	uint64_t bits;

	if (width == DOUBLES)
		memcpy(&bits, &value, sizeof(bits));
	else
		bits = (uint64_t)(int64_t)nearbyint(value * number_power10(decimals));
	put(dst, bits, width == DOUBLES ? 8 : width);
}

static unsigned char *
pack_cells(const struct packing *p, int width, int decimals, unsigned char *dst)
{
	int bytes = width == DOUBLES && p->kind >= PACKED_NUMBER ? 8 : width;

	for (size_t i = 0; i < p->rows; i++, dst += bytes) {
		const unsigned char *cell = p->cells;

		if (p->kind != PACKED_FORMS && p->missing[i])
			continue;
		if (p->kind == PACKED_NUMBER || p->kind == PACKED_DATE)
			pack_number(p, i, width, decimals, dst);
		else if (p->kind == PACKED_CHOICE)
			put(dst, ((const uint16_t *)p->cells)[i], bytes);
		else if (p->kind == PACKED_MARKS)
			for (int b = 0; b < bytes; b++)
				dst[b] = (unsigned char)(((const uint64_t *)p->cells)
						[i * (size_t)(p->stride / 8) + (size_t)b / 8] >>
							 (b % 8 * 8));
		else if (p->kind != PACKED_TEXT)
			memcpy(dst, cell + i * (size_t)p->stride, (size_t)bytes);
	}
	return dst;
}

/* Writes the runs, or only counts their bytes when dst is NULL. */
static size_t
pack_runs(const unsigned char *reasons, size_t count, unsigned char *dst)
{
	size_t size = 0;

	for (size_t i = 0, next; i < count; i = next) {
		for (next = i + 1; next < count && next - i < 255 && reasons[next] == reasons[i];)
			next++;
		if (dst) {
			dst[size] = reasons[i];
			dst[size + 1] = (unsigned char)(next - i);
		}
		size += 2;
	}
	return size;
}

static int
choose_reasons(const struct packing *p, size_t *size)
{
	size_t runs, any = 0;

	*size = 0;
	if (!p->missing)
		return REASONS_NONE;
	for (size_t i = 0; i < p->rows; i++)
		any += p->missing[i] != 0;
	if (!any)
		return REASONS_NONE;
	runs = pack_runs(p->missing, p->rows, NULL);
	*size = runs < p->rows ? runs : p->rows;
	return runs < p->rows ? REASONS_RUNS : REASONS_BYTES;
}

static size_t
names_size(const struct packing *p)
{
	size_t size = 0;

	for (int i = 0; i < p->name_count; i++)
		size += strlen(p->names[i]) + 1;
	return size;
}

unsigned char *
column_pack(const struct packing *p, size_t *size)
{
	int decimals, width = cell_width(p, &decimals);
	size_t names = names_size(p), reason_size, bytes;
	int reasons = choose_reasons(p, &reason_size);
	unsigned char *data, *at;

	bytes = width == DOUBLES && p->kind >= PACKED_NUMBER ? 8 : (size_t)width;
	*size = HEADER + names + (p->forms ? p->rows * 4 : 0) + p->rows * bytes + reason_size;
	data = memory_new(*size);
	data[0] = FORMAT;
	data[1] = (unsigned char)p->kind;
	put(data + 2, (uint64_t)width, 2);
	data[4] = (unsigned char)decimals;
	data[5] = (unsigned char)reasons;
	data[6] = p->forms != NULL;
	put(data + 8, p->rows, 4);
	put(data + 12, (uint64_t)p->name_count, 4);
	put(data + 16, names, 4);
	at = data + HEADER;
	for (int i = 0; i < p->name_count; i++) {
		size_t length = strlen(p->names[i]) + 1;

		memcpy(at, p->names[i], length);
		at += length;
	}
	for (size_t i = 0; p->forms && i < p->rows; i++, at += 4)
		put(at, p->forms[i], 4);
	at = pack_cells(p, width, decimals, at);
	if (reasons == REASONS_RUNS)
		pack_runs(p->missing, p->rows, at);
	else if (reasons == REASONS_BYTES)
		memcpy(at, p->missing, p->rows);
	return data;
}

/* ---- taking apart ---- */

int
packed_damaged(struct error *err)
{
	return error_set(err, ERROR_DATA,
		_("The database holds packed answers that cannot be read."));
}

static bool
width_fits(const struct packed *p)
{
	switch (p->kind) {
	case PACKED_FORMS:
		return p->width == COLUMN_FORM_WIDE || p->width == COLUMN_FORM_NARROW;
	case PACKED_CHOICE:
		return p->width == (p->name_count <= 256 ? 1 : 2);
	case PACKED_MARKS:
		return p->width == (p->name_count + 7) / 8;
	case PACKED_PLACES:
		return p->width == p->name_count;
	case PACKED_TEXT:
		return p->width == 0;
	default:
		return p->doubles || p->width == 1 || p->width == 2 || p->width == 4 ||
		       p->width == 8;
	}
}

/* The names end where the header says, and there are as many. */
static bool
names_fit(const struct packed *p, size_t size)
{
	const char *at = p->names, *end = p->names + size;
	int count = 0;

	for (; at < end; count++) {
		const char *zero = memchr(at, 0, (size_t)(end - at));

		if (!zero)
			return false;
		at = zero + 1;
	}
	return count == p->name_count;
}

static bool
reasons_fit(const struct packed *p, size_t size)
{
	size_t rows = 0;

	if (p->reasons == REASONS_NONE)
		return size == 0;
	if (p->reasons == REASONS_BYTES) {
		if (size != p->rows)
			return false;
		for (size_t i = 0; i < size; i++)
			if (p->reason_bytes[i] >= MISSING_COUNT)
				return false;
		return true;
	}
	if (size % 2)
		return false;
	for (size_t i = 0; i < size; i += 2) {
		if (p->reason_bytes[i] >= MISSING_COUNT || p->reason_bytes[i + 1] == 0)
			return false;
		rows += p->reason_bytes[i + 1];
	}
	return rows == p->rows;
}

int
packed_read(const unsigned char *data, size_t size, struct packed *out, struct error *err)
{
	size_t names, fixed, cells;
	uint64_t name_count;

	if (size < HEADER || data[0] != FORMAT || data[1] >= PACKED_KINDS ||
		data[4] > MAX_DECIMALS || data[5] > REASONS_RUNS || data[6] > 1 || data[7])
		return packed_damaged(err);
	*out = (struct packed){ .kind = (enum packed_kind)data[1],
		.width = (int)get(data + 2, 2),
		.decimals = data[4],
		.reasons = data[5],
		.passes = data[6] == 1,
		.rows = (size_t)get(data + 8, 4) };
	name_count = get(data + 12, 4);
	names = (size_t)get(data + 16, 4);
	if (name_count > 65535 || names > size - HEADER)
		return packed_damaged(err);
	out->name_count = (int)name_count;
	if (out->kind == PACKED_NUMBER || out->kind == PACKED_DATE)
		out->doubles = out->width == DOUBLES;
	if (!width_fits(out))
		return packed_damaged(err);
	if (out->doubles)
		out->width = 8;
	out->names = (const char *)data + HEADER;
	out->forms = data + HEADER + names;
	cells = (size_t)out->width + (out->passes ? 4 : 0);
	fixed = size - HEADER - names;
	if (cells && out->rows > fixed / cells)
		return packed_damaged(err);
	out->cells = out->forms + (out->passes ? out->rows * 4 : 0);
	out->reason_bytes = out->forms + out->rows * cells;
	if (!names_fit(out, names) || !reasons_fit(out, fixed - out->rows * cells))
		return packed_damaged(err);
	return 0;
}

static bool
indices_rise(const struct packed *p)
{
	for (size_t i = 1; p->passes && i < p->rows; i++)
		if (get(p->forms + 4 * i, 4) < get(p->forms + 4 * (i - 1), 4))
			return false;
	return true;
}

static bool
choices_fit(const struct packed *p)
{
	for (size_t i = 0; p->kind == PACKED_CHOICE && i < p->rows; i++) {
		uint64_t at = get(p->cells + i * (size_t)p->width, p->width);

		if (at && at >= (uint64_t)p->name_count)
			return false;
	}
	return true;
}

bool
packed_sound(const struct packed *p)
{
	return indices_rise(p) && choices_fit(p);
}

const char *
packed_name_next(const char *name)
{
	return name + strlen(name) + 1;
}

void
packed_reasons(const struct packed *p, unsigned char *dst)
{
	const unsigned char *run = p->reason_bytes;

	if (p->reasons == REASONS_NONE)
		memset(dst, 0, p->rows);
	else if (p->reasons == REASONS_BYTES)
		memcpy(dst, p->reason_bytes, p->rows);
	else
		for (size_t at = 0; at < p->rows; at += run[1], run += 2)
			memset(dst + at, run[0], run[1]);
}

void
packed_numbers(const struct packed *p, double *dst)
{
	double power = number_power10(p->decimals);

	for (size_t i = 0; i < p->rows; i++) {
		const unsigned char *cell = p->cells + i * (size_t)p->width;

		if (p->doubles) {
			uint64_t bits = get(cell, 8);

			memcpy(&dst[i], &bits, sizeof(dst[i]));
		} else {
			dst[i] = (double)packed_whole(cell, p->width) / power;
		}
	}
}
