/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of the demonstration data, their rows by the first column, ballots on paper among them. */
#include "config.h"

#include "exchange/demo_parts.h"

#include "base/i18n.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
demo_damaged(struct error *err)
{
	return error_set(err, ERROR_DATA, _("The demonstration data are damaged."));
}

static int
take_line(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	const struct demo_file *file = context;

	if (count != file->columns)
		return error_at(err, ERROR_INPUT, line, 0,
			_("Line %ld has %d columns where the header has "
			  "%d; the file may be cut short."),
			line, count, file->columns);
	return line == 1 ? 0 : file->take(file->filling, fields, err);
}

int
demo_read_file(const char *name, struct demo_file file, struct error *err)
{
	struct input *in;
	char path[PATH_MAX];
	int result;

	snprintf(path, sizeof(path), "%s/demo/%s", share_path(), name);
	if (input_open(&in, path, ENCODING_UTF8, err) < 0)
		return -1;
	result = csv_read(in, ';', NULL, take_line, &file, NULL, err);
	input_close(in);
	return result;
}

int
demo_take_row(struct demo_filling *f, const struct demo_row *rows, const struct csv_field *fields,
	struct error *err)
{
	for (; rows->name; rows++)
		if (strcmp(fields[0].text, rows->name) == 0)
			return rows->take(f, fields, err);
	return demo_damaged(err);
}

int
demo_numbers(const char *text, int *values, int count)
{
	for (int i = 0; i < count; i++) {
		char *end;

		values[i] = (int)strtol(text, &end, 10);
		if (end == text)
			return -1;
		text = end;
	}
	return *text ? -1 : 0;
}

int
demo_ballot_open(struct demo_filling *f, struct ballot *b, struct ballot *out, struct error *err)
{
	struct ballot_item *items;
	int count;

	if (ballot_gather(f->db, b, "problem", 0, &f->arena, &items, &count, err) ||
		ballot_open(f->db, b, items, count, err))
		return -1;
	return ballot_load(f->db, b->id, out, err);
}

int
demo_ballot_card(struct demo_filling *f, const struct ballot *b, int number, const char *values,
	struct error *err)
{
	int numbers[DEMO_VALUES];

	if (b->items > DEMO_VALUES || demo_numbers(values, numbers, b->items))
		return demo_damaged(err);
	return ballot_card_put(
		f->db, b->id, number, BALLOT_CARD_WHOLE, numbers, b->items, NULL, err);
}

int
demo_ballot_close(struct demo_filling *f, struct ballot *b, struct error *err)
{
	return ballot_load(f->db, b->id, b, err) || ballot_close(f->db, b->id, b->rev, err) ? -1
											    : 0;
}
