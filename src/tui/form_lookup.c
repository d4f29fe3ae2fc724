/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lookups inside forms: rows that answer to what was typed, and taking one of them. */
#include "config.h"

#include "tui/form_lookup.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

enum { TEXT = 256 };

static char *
typed_in(const struct form *f, int i)
{
	return (char *)f->data + f->fields[i].offset;
}

bool
form_lookup_open(const struct form *f, int i)
{
	const struct field *field = &f->fields[i];

	return field->kind == FIELD_LOOKUP && field->key_size && !field->fixed && *typed_in(f, i) &&
	       !*((char *)f->data + field->key_offset);
}

static int
find(const struct form *f, int i, struct field_suggestion *rows)
{
	const struct field *field = &f->fields[i];

	memset(rows, 0, FORM_SUGGESTIONS * sizeof(*rows));
	if (!typed_in(f, i)[strspn(typed_in(f, i), " ")])
		return 0;
	if (field->suggest_beside)
		return field->suggest_beside(
			f->context, f->data, typed_in(f, i), rows, FORM_SUGGESTIONS);
	return field->suggest ? field->suggest(f->context, typed_in(f, i), rows, FORM_SUGGESTIONS)
			      : 0;
}

/* The one row of which the text is the whole name or code, or -1. */
static int
whole_row(const struct field_suggestion *rows, int count, const char *text)
{
	char typed[TEXT], name[TEXT];
	int found = -1;

	text_fold(typed, sizeof(typed), text);
	for (int i = 0; i < count; i++) {
		if (!rows[i].whole && strcmp(rows[i].key, text) != 0 &&
			strcmp(text_fold(name, sizeof(name), rows[i].text), typed) != 0)
			continue;
		if (found >= 0)
			return -1;
		found = i;
	}
	return found;
}

static void
take(struct form *f, int i, const struct field_suggestion *row)
{
	const struct field *field = &f->fields[i];

	text_copy(typed_in(f, i), field->size, row->text);
	if (field->key_size)
		text_copy((char *)f->data + field->key_offset, field->key_size, row->key);
}

void
form_lookup_settle(struct form *f, int i)
{
	struct field_suggestion rows[FORM_SUGGESTIONS];
	int count, row;

	if (!form_lookup_open(f, i))
		return;
	count = find(f, i, rows);
	row = count == 1 ? 0 : whole_row(rows, count, typed_in(f, i));
	if (row >= 0)
		take(f, i, &rows[row]);
}

void
form_lookup_find(struct form *f)
{
	const struct field *field = &f->fields[f->focus];
	int whole;

	if (field->key_size)
		*((char *)f->data + field->key_offset) = '\0';
	f->suggestions = find(f, f->focus, f->suggestion);
	whole = whole_row(f->suggestion, f->suggestions, typed_in(f, f->focus));
	f->suggested = whole > 0 ? whole : 0;
}

bool
form_lookup_key(struct form *f, int key)
{
	if (!f->suggestions)
		return false;
	if (key == KEYS_UP && f->suggested > 0)
		f->suggested--;
	else if (key == KEYS_DOWN && f->suggested + 1 < f->suggestions)
		f->suggested++;
	else if (key == KEYS_ESC)
		f->suggestions = 0;
	else if (key == KEYS_ENTER || key == KEYS_TAB) {
		take(f, f->focus, &f->suggestion[f->suggested]);
		f->suggestions = 0;
		f->touched = true;
		return false; /* and on to the next field */
	} else
		return key == KEYS_UP || key == KEYS_DOWN;
	return true;
}

int
form_lookup_refuse(const struct form *f, int i, struct error *err)
{
	const char *none = f->fields[i].none;
	struct field_suggestion rows[FORM_SUGGESTIONS];

	if (find(f, i, rows) == 0)
		return error_field(err, ERROR_INPUT, i + 1, "%s",
			none ? _(none) : _("Nothing has this name or code."));
	return error_field(err, ERROR_INPUT, i + 1, _("Choose one of the rows that were found."));
}
