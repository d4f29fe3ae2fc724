/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Header lines: names are compared without case, Polish signs and underscores, because copies
 * differ in them. */
#include "config.h"

#include "exchange/header.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

static void
make_plain(char dst[32], const char *text, size_t length)
{
	char part[64], folded[128];
	size_t used = 0;

	length = length < sizeof(part) ? length : sizeof(part) - 1;
	memcpy(part, text, length);
	part[length] = '\0';
	text_fold(folded, sizeof(folded), part);
	for (size_t i = 0; folded[i] && used < 31; i++)
		if (!strchr("_ \"", folded[i]))
			dst[used++] = folded[i];
	dst[used] = '\0';
}

/* Which of the column's names the text is, -1 = none. */
static int
spelling(const struct header_column *column, const char *text, size_t length)
{
	char plain[32], name[32];

	make_plain(plain, text, length);
	for (int i = 0; i < 4 && column->names[i]; i++) {
		make_plain(name, column->names[i], strlen(column->names[i]));
		if (strcmp(plain, name) == 0)
			return i;
	}
	return -1;
}

bool
header_is(const struct header_column *column, const char *text, size_t length)
{
	return spelling(column, text, length) >= 0;
}

int
header_recognise(const struct header_column *columns, int count, const char *head)
{
	size_t line = strcspn(head, "\r\n");
	int found = 0, wanted = 0;

	for (int c = 0; c < count; c++) {
		if (!columns[c].required)
			continue;
		wanted++;
		for (size_t at = 0; at < line;) {
			size_t length = strcspn(head + at, ";,\t\r\n");
			if (header_is(&columns[c], head + at, length)) {
				found++;
				break;
			}
			at += length + 1;
		}
	}
	return found == wanted;
}

static int
place_of(const struct header *h, const struct csv_field *field)
{
	for (int c = 0; c < h->count; c++)
		if (header_is(&h->columns[c], field->text, field->length))
			return c;
	return -1;
}

int
header_take(struct header *h, const struct header_column *columns, int count, long line,
	const struct csv_field *fields, int field_count, bool lenient, struct error *err)
{
	char shown[64];

	*h = (struct header){ .columns = columns, .count = count, .width = field_count };
	memset(h->place, 0xff, sizeof(h->place));
	if (field_count > 1 && fields[field_count - 1].length == 0)
		h->width--;
	for (int i = 0; i < h->width; i++) {
		int c = place_of(h, &fields[i]);

		text_clean(shown, sizeof(shown), fields[i].text);
		if (c < 0 && lenient)
			continue;
		if (c < 0)
			return error_at(err, ERROR_INPUT, line, i + 1,
				_("Line %ld, column %d: “%s” is the "
				  "name of no column of this kind of file."),
				line, i + 1, shown);
		if (h->place[c] >= 0)
			return error_at(err, ERROR_INPUT, line, i + 1,
				_("Line %ld, column %d: “%s” stands "
				  "in column %d already."),
				line, i + 1, shown, h->place[c] + 1);
		h->place[c] = i;
	}
	for (int c = 0; c < count; c++)
		if (columns[c].required && h->place[c] < 0)
			return error_at(err, ERROR_INPUT, line, 0,
				_("Line %ld: the header lacks the column "
				  "“%s”."),
				line, columns[c].names[0]);
	return 0;
}

const char *
header_changed(const struct header_column *columns, int count, const int *places,
	const struct csv_field *fields, int field_count, int *at)
{
	const struct header h = { .columns = columns, .count = count };
	bool there[HEADER_COLUMNS] = { false };
	int written = 0; /* in which of the names */
	int placed = 0, in_place = 0;

	for (int i = 0; i < field_count; i++) {
		int c = place_of(&h, &fields[i]);

		if (c < 0)
			continue;
		there[c] = true;
		if (spelling(&columns[c], fields[i].text, fields[i].length) == 1)
			written = 1;
	}
	for (int c = 0; c < count; c++) {
		placed += places[c] >= 0;
		in_place += places[c] >= 0 && places[c] < field_count &&
			    place_of(&h, &fields[places[c]]) == c;
	}
	for (int c = 0; c < count; c++) {
		*at = places[c];
		if (!there[c] && (columns[c].required || 2 * in_place > placed) && *at >= 0 &&
			*at < field_count && place_of(&h, &fields[*at]) < 0)
			return columns[c].names[columns[c].names[written] ? written : 0];
	}
	return NULL;
}

int
header_check_row(const struct header *h, long line, const struct csv_field *fields, int count,
	struct error *err)
{
	if (count == h->width + 1 && fields[count - 1].length == 0)
		count--;
	if (count == h->width)
		return 0;
	return error_at(err, ERROR_INPUT, line, 0,
		_("Line %ld has %d columns where the header has %d; "
		  "the file may be cut short."),
		line, count, h->width);
}

const char *
header_cell(const struct header *h, const struct csv_field *fields, int column)
{
	return h->place[column] < 0 ? "" : fields[h->place[column]].text;
}

int
header_column(const struct header *h, int column)
{
	return h->place[column] + 1;
}

int
header_check_text(const char *text, long line, int column, struct error *err)
{
	size_t length = strlen(text), bad = text_forbidden(text, length);
	char shown[64];

	if (bad == length)
		return 0;
	text_clean(shown, sizeof(shown), text);
	return error_at(err, ERROR_INPUT, line, column,
		_("Line %ld, column %d: “%s” holds a control or "
		  "invisible character; such characters may not stand in names."),
		line, column, shown);
}
