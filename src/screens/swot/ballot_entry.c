/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying one card of a ballot. */
#include "config.h"

#include "screens/swot/ballot_entry.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "tui/key.h"

#include <stdio.h>
#include <string.h>

void
ballot_entry_start(struct ballot_entry *e, const struct ballot *ballot, int *values, int count)
{
	*e = (struct ballot_entry){ .ballot = ballot, .values = values, .count = count };
}

static bool
one_digit(const struct ballot_entry *e)
{
	return e->ballot->method != BALLOT_POINTS && e->ballot->highest <= 9;
}

static int
put(struct ballot_entry *e, int value, struct error *err)
{
	int low, high;

	ballot_range(e->ballot, &low, &high);
	if (value != BALLOT_BLANK && (value < low || value > high))
		return error_set(err, ERROR_INPUT,
			_("Item %d: a number from %d to %d, or nothing."), e->at + 1, low, high);
	e->touched = e->touched || e->values[e->at] != value;
	e->values[e->at] = value;
	return 0;
}

int
ballot_entry_take(struct ballot_entry *e, struct error *err)
{
	long value;
	int bad;

	if (!e->typed[0])
		return 0;
	bad = number_parse_whole(e->typed, 0, 1000000, &value);
	e->typed[0] = '\0';
	return bad ? 0 : put(e, (int)value, err);
}

static int
forward(struct ballot_entry *e)
{
	if (e->at + 1 >= e->count)
		return ENTRY_END;
	e->at++;
	return ENTRY_HANDLED;
}

static int
digit(struct ballot_entry *e, int key, struct error *err)
{
	size_t length = strlen(e->typed);

	if (one_digit(e)) {
		int sign = e->typed[0] == '-' ? -1 : 1;

		e->typed[0] = '\0';
		return put(e, sign * (key - '0'), err) ? -1 : forward(e);
	}
	if (length + 1 < sizeof e->typed) {
		e->typed[length] = (char)key;
		e->typed[length + 1] = '\0';
	}
	return ENTRY_HANDLED;
}

static int
back(struct ballot_entry *e, struct error *err)
{
	if (e->typed[0]) {
		e->typed[strlen(e->typed) - 1] = '\0';
		return ENTRY_HANDLED;
	}
	if (e->values[e->at] == BALLOT_BLANK && e->at > 0)
		e->at--;
	return put(e, BALLOT_BLANK, err) ? -1 : ENTRY_HANDLED;
}

int
ballot_entry_key(struct ballot_entry *e, int key, struct error *err)
{
	if (key >= '0' && key <= '9')
		return digit(e, key, err);
	if (key == '-' && e->ballot->method == BALLOT_AXIS) {
		text_copy(e->typed, sizeof e->typed, "-");
		return ENTRY_HANDLED;
	}
	switch (key) {
	case KEYS_BACKSPACE:
		return back(e, err);
	case KEYS_DELETE:
		e->typed[0] = '\0';
		return put(e, BALLOT_BLANK, err) ? -1 : ENTRY_HANDLED;
	case KEYS_ENTER:
	case ' ':
		return ballot_entry_take(e, err) ? -1 : forward(e);
	default:
		return ENTRY_PASS;
	}
}

int
ballot_entry_sum(const struct ballot_entry *e)
{
	int sum = 0;

	for (int i = 0; i < e->count; i++)
		sum += e->values[i] == BALLOT_BLANK ? 0 : e->values[i];
	return sum;
}

char *
ballot_entry_text(const struct ballot_entry *e, int item, char *dst, size_t size)
{
	if (item == e->at && e->typed[0])
		return text_copy(dst, size, e->typed);
	if (e->values[item] == BALLOT_BLANK)
		return text_copy(dst, size, "");
	return number_format(dst, size, e->values[item], 0);
}
