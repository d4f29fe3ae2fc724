/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data sheet from CSV into memory: one that went out, with all its columns, or one made by hand,
 * which says neither whose it is nor what it was made from. */
#include "config.h"

#include "exchange/sheet_parts.h"

#include "base/csv.h"
#include "base/i18n.h"
#include "exchange/header.h"
#include "model/sheets/sheet_layout.h"

#include <string.h>

static const struct csv_limits limits = { .field = 64 * 1024, .row = 256 * 1024, .columns = 64 };

enum column {
	CODE,
	NAME,
	MEASURE,
	DEFINITION,
	VALUE,
	REMARK,
	SOURCE,
	GROUP,
	UNIT,
	YEAR,
	MADE_FROM,
	COLUMNS
};

static const struct header_column columns[COLUMNS] = {
	[CODE] = { { "indicator", "kod", "code" }, true },
	[NAME] = { { "name", "nazwa" }, false },
	[MEASURE] = { { "measure", "jedn. miary", "jednostka miary" }, false },
	[DEFINITION] = { { "definition", "definicja" }, false },
	[VALUE] = { { "value", "wartość", "wartosc" }, true },
	[REMARK] = { { "remark", "uwagi", "uwaga" }, false },
	[SOURCE] = { { "source", "źródło", "zrodlo" }, false },
	[GROUP] = { { "group", "grupa" }, false },
	[UNIT] = { { "unit", "jednostka" }, false },
	[YEAR] = { { "year", "rok" }, false },
	[MADE_FROM] = { { "version", "wersja" }, false },
};

/* Where they lie in the file that goes out; those of whose it is follow. */
static const int places[COLUMNS] = { SHEET_FILE_CODE, SHEET_FILE_NAME, SHEET_FILE_MEASURE,
	SHEET_FILE_DEFINITION, SHEET_FILE_VALUE, SHEET_FILE_REMARK, SHEET_FILE_SOURCE,
	SHEET_FILE_COLUMNS, SHEET_FILE_COLUMNS + 1, SHEET_FILE_COLUMNS + 2,
	SHEET_FILE_COLUMNS + 3 };

static int
check_csv_heads(struct sheet_in *s, const struct csv_field *fields, int count, long line,
	struct error *err)
{
	char cell[SHEET_CELL_SIZE];
	int at;
	const char *name = header_changed(columns, COLUMNS, places, fields, count, &at);

	if (!name)
		return 0;
	return error_at(err, ERROR_INPUT, line, at + 1,
		_("%s: the heading is “%.60s” where the sheet went out with “%.60s”. Put it back, "
		  "or export the sheet again."),
		sheet_cell(cell, at, line), sheet_field(s, fields[at].text), name);
}

struct reading {
	struct sheet_in *s;
	struct header header;
	bool header_seen;
};

static void
column_text(struct reading *r, struct sheet_text *t, const struct csv_field *fields, int column,
	long line)
{
	int place = header_column(&r->header, column);

	sheet_take_text(
		r->s, t, header_cell(&r->header, fields, column), place ? place - 1 : 0, line);
}

/* Group, unit and year stand there all or none, and with a version all of them: a sheet of which
 * only a part is known could be that of another unit or year. */
static int
check_whose_columns(const struct header *h, long line, struct error *err)
{
	bool any = false;

	for (int c = GROUP; c <= MADE_FROM; c++)
		any = any || header_column(h, c);
	for (int c = GROUP; any && c <= YEAR; c++)
		if (!header_column(h, c))
			return error_at(err, ERROR_INPUT, line, 0,
				_("The column “%s” is missing. A data sheet that comes back has "
				  "the columns group, unit, year and version as it went out; one "
				  "made by hand has none of them. Put it back, or export the sheet "
				  "again."),
				columns[c].names[0]);
	return 0;
}

/* Group, unit, year and version are the same in every row. */
static int
take_whose(struct reading *r, const struct csv_field *fields, long line, bool first,
	struct error *err)
{
	struct sheet_in *s = r->s;
	struct sheet_text *all[] = { &s->group, &s->unit, &s->year, &s->version };

	for (int i = 0; i < 4; i++) {
		struct sheet_text now;

		column_text(r, &now, fields, GROUP + i, line);
		if (!now.text[0] && GROUP + i != MADE_FROM && header_column(&r->header, GROUP + i))
			return error_at(err, ERROR_INPUT, line, 0,
				_("%s: the cell of the column “%s” is empty. Put it back, or "
				  "export the sheet again."),
				now.cell, columns[GROUP + i].names[0]);
		if (first)
			*all[i] = now;
		else if (strcmp(now.text, all[i]->text))
			return error_at(err, ERROR_INPUT, line, 0,
				_("%s: “%.40s” where the rows above say “%.40s”; a file holds the "
				  "sheet of one group, unit and year."),
				now.cell, now.text, all[i]->text);
	}
	return 0;
}

static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct reading *r = context;
	struct sheet_line *l;
	bool first;

	if (!r->header_seen) {
		r->header_seen = true;
		if (check_csv_heads(r->s, fields, count, line, err))
			return -1;
		return header_take(&r->header, columns, COLUMNS, line, fields, count, true, err) < 0
			       ? -1
			       : check_whose_columns(&r->header, line, err);
	}
	if (sheet_blank(r->s, fields, count))
		return 0;
	if (header_check_row(&r->header, line, fields, count, err) < 0)
		return -1;
	if (!sheet_field(r->s, header_cell(&r->header, fields, CODE))[0] &&
		!sheet_field(r->s, header_cell(&r->header, fields, VALUE))[0])
		return sheet_take_stray(r->s, fields, count, line, err);
	first = !sheet_any_line(r->s);
	l = sheet_add_line(r->s, line, err);
	if (!l)
		return -1;
	column_text(r, &l->code, fields, CODE, line);
	column_text(r, &l->name, fields, NAME, line);
	column_text(r, &l->measure, fields, MEASURE, line);
	column_text(r, &l->definition, fields, DEFINITION, line);
	column_text(r, &l->value, fields, VALUE, line);
	column_text(r, &l->remark, fields, REMARK, line);
	column_text(r, &l->source, fields, SOURCE, line);
	return l->code.text[0] ? take_whose(r, fields, line, first, err) : 0;
}

int
sheet_read_csv(struct sheet_in *s, struct input *in, const struct progress *progress,
	struct error *err)
{
	struct reading r = { .s = s };
	int result = csv_read(in, 0, &limits, take_row, &r, progress, err);

	s->has_version = s->version.text[0] != '\0';
	s->has_source = header_column(&r.header, SOURCE) != 0;
	return result;
}
