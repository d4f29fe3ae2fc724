/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a package that cannot be taken here are left out line by line, so that one unknown unit
 * does not keep the others back; results of surveys that it does not name any more are added as
 * values without data, so that undoing the package brings them back. */
#include "config.h"

#include "exchange/package_parts.h"

#include "base/memory.h"
#include "base/text.h"
#include "model/packages/package_results.h"

#include <stdlib.h>
#include <string.h>

struct sifting {
	struct import_job *job;
	char code[64]; /* of the last line's indicator */
	bool taken;
	struct package_sifted *out;
};

static int
judge_code(struct sifting *s, const char *code, size_t length, struct error *err)
{
	char now[64];
	enum package_card card;

	if (length >= sizeof(now)) { /* the importer will say so */
		s->taken = true;
		s->code[0] = '\0';
		return 0;
	}
	memcpy(now, code, length);
	now[length] = '\0';
	if (s->code[0] && !strcmp(now, s->code))
		return 0;
	text_copy(s->code, sizeof(s->code), now);
	if (package_card_of(s->job->db, now, &card, err) < 0)
		return -1;
	s->taken = card == PACKAGE_CARD_FREE;
	return 0;
}

/* Whether the line, without its end, is taken. */
static int
judge_line(struct sifting *s, const char *line, size_t length, bool *taken, struct error *err)
{
	const char *first = memchr(line, ';', length), *second;
	struct unit_code code;

	*taken = true;
	second = first ? memchr(first + 1, ';', length - (size_t)(first + 1 - line)) : NULL;
	if (!second || line[0] == '"')
		return 0; /* nothing that we wrote: the importer tells */
	if (unit_code_parse(line, (size_t)(first - line), &code, NULL) < 0)
		return 0;
	if (!unit_by_code(&s->job->units, code.key)) {
		s->out->units++;
		*taken = false;
		return 0;
	}
	if (judge_code(s, first + 1, (size_t)(second - first - 1), err) < 0)
		return -1;
	s->out->taken += !s->taken;
	*taken = s->taken;
	return 0;
}

int
package_values_sift(struct import_job *job, char *bytes, size_t *size, struct package_sifted *out,
	struct error *err)
{
	struct sifting s = { .job = job, .out = out };
	char *from = memchr(bytes, '\n', *size), *end = bytes + *size, *to;

	*out = (struct package_sifted){ 0 };
	from = to = from ? from + 1 : end;
	while (from < end) {
		char *stop = memchr(from, '\n', (size_t)(end - from));
		size_t length = (size_t)((stop ? stop + 1 : end) - from);
		bool taken;

		if (judge_line(&s, from, length, &taken, err) < 0)
			return -1;
		if (taken) {
			memmove(to, from, length);
			to += length;
		}
		from += length;
	}
	*size = (size_t)(to - bytes);
	return 0;
}

/* ---- what came before and is not named any more ---- */

struct awaited { /* "unit;indicator;year" that came before */
	const char *key;
	bool named; /* some line says it again */
};

struct span {
	const char *text;
	size_t length;
};

static int
by_key(const void *a, const void *b)
{
	const struct awaited *const *x = a, *const *y = b;

	return strcmp((*x)->key, (*y)->key);
}

static int
against_key(const void *span, const void *awaited)
{
	const struct span *s = span;
	const char *key = (*(const struct awaited *const *)awaited)->key;
	int order = strncmp(s->text, key, s->length);

	return order ? order : key[s->length] ? -1 : 0;
}

/* The lines are many, what came before is little. */
static void
mark_named(const struct package_nested *values, struct awaited **sorted, int count)
{
	const char *at = values->bytes, *end = at + values->size;

	qsort(sorted, (size_t)count, sizeof(*sorted), by_key);
	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at)), *key = at;
		struct awaited **found;

		stop = stop ? stop : end;
		for (int i = 0; i < 3 && key; i++)
			key = memchr(key + (i > 0), ';', (size_t)(stop - key - (i > 0)));
		found = key ? bsearch(&(struct span){ at, (size_t)(key - at) }, sorted,
				      (size_t)count, sizeof(*sorted), against_key)
			    : NULL;
		if (found)
			(*found)->named = true;
		at = stop + 1;
	}
}

static void
add_line(struct package_nested *values, const char *key)
{
	size_t length = strlen(key), room = values->size;

	values->bytes = memory_grow(values->bytes, &room, values->size + length + 7, 1);
	if (values->size && values->bytes[values->size - 1] != '\n')
		values->bytes[values->size++] = '\n';
	memcpy(values->bytes + values->size, key, length);
	memcpy(values->bytes + values->size + length, ";;bd\n", 6);
	values->size += length + 5;
}

/* *taken: whether values of the indicator are taken from packages, as package_values_sift() did. */
static int
judge_came(struct import_job *job, const struct package_came *came, int i, bool *taken,
	struct error *err)
{
	enum package_card card;

	if (i && !strcmp(came[i].code, came[i - 1].code))
		return 0;
	if (package_card_of(job->db, came[i].code, &card, err) < 0)
		return -1;
	*taken = card == PACKAGE_CARD_FREE;
	return 0;
}

static int
add_unnamed(struct import_job *job, const struct package_came *came, int came_count,
	struct package_nested *values, long *count, struct error *err)
{
	struct awaited *list = arena_array(&job->arena, (size_t)came_count, sizeof(*list));
	struct awaited **sorted = arena_array(&job->arena, (size_t)came_count, sizeof(*sorted));
	int awaited = 0;
	bool taken = false;

	for (int i = 0; i < came_count; i++) {
		const struct unit *unit = unit_by_slot(&job->units, came[i].slot);

		if (judge_came(job, came, i, &taken, err) < 0)
			return -1;
		if (!taken || !unit)
			continue;
		list[awaited].key = arena_format(
			&job->arena, "%s;%s;%d", unit->code, came[i].code, came[i].year);
		sorted[awaited] = &list[awaited];
		awaited++;
	}
	mark_named(values, sorted, awaited);
	for (int i = 0; i < awaited; i++)
		if (!list[i].named) {
			add_line(values, list[i].key);
			++*count;
		}
	return 0;
}

int
package_values_take_back(struct import_job *job, const struct package_from *from,
	const struct package_rows *rows, struct package_nested *values, long *count,
	struct error *err)
{
	struct package_came *came;
	int came_count;
	bool left;

	*count = 0;
	if (from->older)
		return 0;
	if (package_says_left(job->db, from, rows, &job->arena, &left, err) < 0)
		return -1;
	if (left)
		return 0;
	if (package_results_came(
		    job->db, from, job->units.slots, &job->arena, &came, &came_count, err) < 0)
		return -1;
	return came_count ? add_unnamed(job, came, came_count, values, count, err) : 0;
}
