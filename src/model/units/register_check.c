/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a file can be a whole state of the register; a file cut short is none. */
#include "config.h"

#include "model/units/register.h"

#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

enum { VOIVODESHIPS = 16 };

static int
compare_rows(const void *a, const void *b)
{
	const struct register_row *x = a, *y = b;
	int order = strcmp(x->code.key, y->code.key);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

static const struct register_row *
find(const struct register_state *state, const char *key, size_t length)
{
	int low = 0, high = state->count;

	while (low < high) {
		int middle = (low + high) / 2;
		const char *code = state->rows[middle].code.key;
		int order = strncmp(code, key, length);

		if (order == 0 && code[length] == '\0')
			return &state->rows[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static int
check_above(const struct register_state *state, const struct register_row *row, size_t length,
	const char *what, struct error *err)
{
	if (find(state, row->code.key, length))
		return 0;
	return error_at(err, ERROR_INPUT, row->line, 0,
		_("Line %ld: %s (%s) has no row for its %s "
		  "%.*s; the file is no whole register."),
		row->line, row->name, row->code.key, what, (int)length, row->code.key);
}

static int
check_parts(const struct register_state *state, const struct register_row *row, struct error *err)
{
	for (char kind = '4'; kind <= '5'; kind++) {
		char key[UNIT_CODE_SIZE];

		memcpy(key, row->code.key, 6);
		key[6] = '-';
		key[7] = kind;
		key[8] = '\0';
		if (!find(state, key, 8))
			return error_at(err, ERROR_INPUT, row->line, 0,
				_("Line %ld: the urban-rural "
				  "gmina %s (%s3) has no row of kind %c; the file is no whole "
				  "register."),
				row->line, row->name, row->code.key, kind);
	}
	return 0;
}

/* The rows are sorted: what lies in a powiat follows it. A selection may leave gminy out. */
static int
check_gmina(const struct register_state *state, const struct register_row *row, struct error *err)
{
	const struct register_row *next = row + 1;

	if (state->partial || (next < state->rows + state->count &&
			strncmp(next->code.key, row->code.key, 4) == 0))
		return 0;
	return error_at(err, ERROR_INPUT, row->line, 0,
		_("Line %ld: the powiat %s (%s) has no gmina; the file is cut short or no whole "
		  "register."),
		row->line, row->name, row->code.key);
}

static int
check_row(const struct register_state *state, const struct register_row *row, struct error *err)
{
	switch (row->code.level) {
	case LEVEL_POWIAT:
		if (check_gmina(state, row, err) < 0)
			return -1;
		return check_above(state, row, 2, _("voivodeship"), err);
	case LEVEL_GMINA:
		if (row->code.kind == '3' && check_parts(state, row, err) < 0)
			return -1;
		return check_above(state, row, 4, _("powiat"), err);
	case LEVEL_DISTRICT:
		return check_above(state, row, 4, _("powiat"), err);
	case LEVEL_PART:
		return check_above(state, row, 6, _("gmina"), err);
	default:
		return 0;
	}
}

/* Sorting puts both rows of one unit side by side; prefix order needs no more. */
static int
check_twice(const struct register_row *row, const struct register_row *next, struct error *err)
{
	if (strcmp(row->code.key, next->code.key) != 0)
		return 0;
	return error_at(err, ERROR_INPUT, next->line, 0,
		_("Line %ld: the unit %s stands in line %ld "
		  "already."),
		next->line, next->code.key, row->line);
}

int
register_check(struct register_state *state, struct error *err)
{
	int voivodeships = 0;
	long last = 0;

	if (state->count)
		qsort(state->rows, (size_t)state->count, sizeof(*state->rows), compare_rows);
	for (int i = 0; i < state->count; i++) {
		const struct register_row *row = &state->rows[i];

		if (i + 1 < state->count && check_twice(row, row + 1, err) < 0)
			return -1;
		voivodeships += row->code.level == LEVEL_VOIVODESHIP;
		if (row->line > last)
			last = row->line;
	}
	if (!state->partial && voivodeships != VOIVODESHIPS)
		return error_at(err, ERROR_INPUT, last, 0,
			_("The register ends in line %ld, and of %d voivodeships only %d are in "
			  "it; the file is cut short or no whole register."),
			last, VOIVODESHIPS, voivodeships);
	for (int i = 0; i < state->count; i++)
		if (check_row(state, &state->rows[i], err) < 0)
			return -1;
	return 0;
}
