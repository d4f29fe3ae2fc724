/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TERC as XML: <teryt><catalog name="TERC"><row><col name="WOJ">02</col>…, and copies whose
 * cells are elements of their own name. */
#include "config.h"

#include "exchange/teryt.h"

#include "base/i18n.h"
#include "base/text.h"
#include "base/xml.h"

#include <string.h>

struct reading {
	struct teryt *t;
	char cells[TERYT_COLUMNS][256];
	int column; /* of the open cell, -1 = none */
	bool in_row;
	long row_line;
};

static int
column_of(const char *name)
{
	for (int i = 0; i < TERYT_COLUMNS; i++)
		if (header_is(&teryt_columns[i], name, strlen(name)))
			return i;
	return -1;
}

static const char *
attribute(const char *const *attributes, const char *name)
{
	for (; attributes && attributes[0]; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1];
	return NULL;
}

static int
start(void *context, const char *name, const char *const *attributes, long line, struct error *err)
{
	struct reading *r = context;
	const char *value;

	if (strcmp(name, "catalog") == 0) {
		value = attribute(attributes, "name");
		if (value && strcmp(value, "TERC") != 0)
			return error_at(err, ERROR_INPUT, line, 0,
				_("Line %ld: the catalogue “%s” is not "
				  "the register of units TERC."),
				line, value);
		value = attribute(attributes, "date");
		text_copy(r->t->file_date, sizeof(r->t->file_date), value ? value : "");
	} else if (strcmp(name, "row") == 0) {
		memset(r->cells, 0, sizeof(r->cells));
		r->in_row = true;
		r->row_line = line;
	} else if (r->in_row) {
		value = strcmp(name, "col") == 0 ? attribute(attributes, "name") : name;
		r->column = value ? column_of(value) : -1;
	}
	return 0;
}

static void
trimmed(char *dst, size_t size, const char *text)
{
	size_t length;

	text += strspn(text, " \t\r\n");
	text_copy(dst, size, text);
	length = strlen(dst);
	while (length && strchr(" \t\r\n", dst[length - 1]))
		dst[--length] = '\0';
}

static int
end(void *context, const char *name, const char *text, long line, struct error *err)
{
	struct reading *r = context;
	const char *cells[TERYT_COLUMNS];
	int places[TERYT_COLUMNS];

	(void)line;
	if (strcmp(name, "row") != 0) {
		if (r->in_row && r->column >= 0)
			trimmed(r->cells[r->column], sizeof(r->cells[0]), text);
		r->column = -1;
		return 0;
	}
	r->in_row = false;
	for (int i = 0; i < TERYT_COLUMNS; i++) {
		cells[i] = r->cells[i];
		places[i] = i + 1;
	}
	return teryt_row(r->t, r->row_line, cells, places, err);
}

int
teryt_read_xml(struct teryt *t, struct input *in, struct error *err)
{
	static const struct xml_handler handler = { .start = start, .end = end };
	struct reading r = { .t = t, .column = -1 };

	return xml_read(in, &handler, &r, err);
}
