/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a package that cannot be taken here are left out line by line, so that one unknown unit
 * does not keep the others back. */
#include "config.h"

#include "exchange/package_parts.h"

#include "base/text.h"

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
package_values_sift(struct import_job *job, char *bytes, size_t *size,
	struct package_sifted *out, struct error *err)
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
