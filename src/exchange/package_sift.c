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

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "unit;indicator;year" of every line, in order. */
static const char **
name_lines(const struct package_nested *values, struct arena *arena, int *count)
{
	const char *at = values->bytes, *end = at + values->size, **list = NULL;
	size_t room = 0;

	*count = 0;
	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at)), *key = at;

		stop = stop ? stop : end;
		for (int i = 0; i < 3 && key; i++)
			key = memchr(key + (i > 0), ';', (size_t)(stop - key - (i > 0)));
		if (key) {
			list = arena_grow(arena, list, (size_t)*count, &room, sizeof(*list));
			list[(*count)++] = arena_format(arena, "%.*s", (int)(key - at), at);
		}
		at = stop + 1;
	}
	if (*count)
		qsort(list, (size_t)*count, sizeof(*list), by_text);
	return list;
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
	int named_count;
	const char **named = name_lines(values, &job->arena, &named_count);
	bool taken = false;

	for (int i = 0; i < came_count; i++) {
		const struct unit *unit = unit_by_slot(&job->units, came[i].slot);
		const char *key;

		if (judge_came(job, came, i, &taken, err) < 0)
			return -1;
		if (!taken || !unit)
			continue;
		key = arena_format(&job->arena, "%s;%s;%d", unit->code, came[i].code, came[i].year);
		if (named_count &&
			bsearch(&key, named, (size_t)named_count, sizeof(*named), by_text))
			continue;
		add_line(values, key);
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
	if (package_says_left(job->db, from, rows, &job->arena, &left, err) < 0 ||
		package_results_came(
			job->db, from, job->units.slots, &job->arena, &came, &came_count, err) < 0)
		return -1;
	return left ? 0 : add_unnamed(job, came, came_count, values, count, err);
}
