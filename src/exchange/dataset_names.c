/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of variables that SPSS, PSPP, Stata and R take as they are. */
#include "config.h"

#include "exchange/dataset.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Words of SPSS, then of Stata. */
static const char *const reserved[] = { "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne",
	"not", "or", "to", "with", "_all", "_b", "_coef", "_cons", "_n", "_pi", "_pred", "_rc",
	"_skip", "byte", "double", "float", "if", "in", "int", "long", "strl", "using" };

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_legal(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

static bool
is_reserved(const char *name)
{
	if (!strncasecmp(name, "str", 3) && name[3] &&
		strspn(name + 3, "0123456789") == strlen(name + 3))
		return true;
	for (size_t i = 0; i < sizeof(reserved) / sizeof(*reserved); i++)
		if (!strcasecmp(name, reserved[i]))
			return true;
	return false;
}

/* Polish letters lose their accents; whatever else no program takes becomes a line. */
static void
make_legal(char *dst, size_t size, const char *wanted)
{
	char letters[256];
	size_t used, n = 0;
	size_t length = strlen(wanted);

	for (size_t i = 0; i < length && n + 1 < size; i += used) {
		char one[8] = "";

		(void)text_decode(wanted + i, length - i, &used);
		memcpy(one, wanted + i, used < sizeof(one) ? used : sizeof(one) - 1);
		if (used > 1)
			text_fold(letters, sizeof(letters), one);
		else
			strcpy(letters, one);
		if (n == 0 && !is_letter(letters[0]) && n + 2 < size)
			dst[n++] = 'q';
		dst[n++] = is_legal(letters[0]) ? letters[0] : '_';
	}
	while (n > 1 && dst[n - 1] == '_')
		n--;
	dst[n] = '\0';
	if (n == 0)
		snprintf(dst, size, "q");
}

static bool
is_taken(const struct dataset *d, const char *name)
{
	for (int i = 0; i < d->count; i++)
		if (!strcasecmp(d->variables[i].name, name))
			return true;
	for (int i = 0; i < d->set_count; i++)
		if (!strcasecmp(d->sets[i].name, name))
			return true;
	return false;
}

void
dataset_name(struct dataset *d, char dst[DATA_NAME_MOST + 1], const char *wanted, bool told)
{
	char legal[512], name[DATA_NAME_MOST + 1], end[16] = "";

	make_legal(legal, sizeof(legal), wanted);
	if (is_reserved(legal)) {
		memmove(legal + 2, legal,
			strlen(legal) + 1 < sizeof(legal) - 2 ? strlen(legal) + 1 : 1);
		memcpy(legal, "q_", 2);
	}
	text_copy(name, sizeof(name), legal);
	for (int i = 2; is_taken(d, name); i++) {
		size_t kept;

		snprintf(end, sizeof(end), "_%d", i);
		kept = DATA_NAME_MOST - strlen(end);
		for (kept = strlen(legal) < kept ? strlen(legal) : kept; legal[kept - 1] == '_';)
			kept--;
		snprintf(name, sizeof(name), "%.*s%s", (int)kept, legal, end);
	}
	strcpy(dst, name);
	if (!told || !strcmp(name, wanted))
		return;
	d->renames = arena_grow(d->arena, d->renames, (size_t)d->rename_count, &d->rename_room,
		sizeof(*d->renames));
	d->renames[d->rename_count++] = (struct data_rename){ arena_string(d->arena, wanted),
		arena_string(d->arena, name) };
}
