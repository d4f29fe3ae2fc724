/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TAB, the wide layout: a row per unit, a column per series and year. It has no attributes: a
 * missing value is an empty cell or a zero. */
#include "config.h"

#include "exchange/bdl.h"

#include "base/i18n.h"
#include "model/indicators/flag.h"

#include <stdio.h>
#include <string.h>

/* Takes the part behind the last ';' off text. */
static char *
last_part(char *text)
{
	char *at = strrchr(text, ';');

	if (!at)
		return NULL;
	*at = '\0';
	return at + 1;
}

static char *
trim(char *text)
{
	size_t length;

	text += strspn(text, " \t");
	length = strlen(text);
	while (length && strchr(" \t", text[length - 1]))
		text[--length] = '\0';
	return text;
}

static int
strange(struct bdl_reader *r, long line, int column, const char *text, struct error *err)
{
	return figures_refuse(r->in, line, column, err,
		_("\"%.80s\" is no header of a BDL column; "
		  "\"name;year;[measure]\" is expected."),
		text);
}

/* "dimension;…;year;[measure]", without changing the header's text. */
static int
read_column(struct bdl_reader *r, long line, int column, struct error *err)
{
	struct figures *f = r->figures;
	const char *text = r->header[column];
	char *copy = arena_string(&f->texts.arena, text), *measure = last_part(copy), *year, *part;
	int ids[16], count = 0, series, number;
	char period = 'R';
	size_t length;

	year = measure ? last_part(copy) : NULL;
	if (!year)
		return strange(r, line, column + 1, text, err);
	measure = trim(measure);
	length = strlen(measure);
	if (length < 2 || measure[0] != '[' || measure[length - 1] != ']')
		return strange(r, line, column + 1, text, err);
	year = trim(year);
	number = figures_year(r->in, line, column + 1, year, strlen(year), err);
	if (number < 0)
		return -1;
	for (char *rest = copy; (part = strsep(&rest, ";")) && count < 15;) {
		part = trim(part);
		if (bdl_period(part) != 'R')
			period = bdl_period(part);
		ids[count++] = byteset_add(&f->texts, part, strlen(part));
	}
	ids[count++] = byteset_add(&f->texts, measure + 1, length - 2);
	series = figures_series(f, ids, count);
	f->series[series].frequency = period;
	r->slices[column] = figures_slice(f, series, number);
	for (int i = 2; i < column; i++)
		if (r->slices[i] == r->slices[column])
			return figures_refuse(r->in, line, column + 1, err,
				_("\"%.80s\" stands in the header twice (column %d too)."), text,
				i + 1);
	return 0;
}

static int
take_value(struct bdl_reader *r, int column, const char *text, size_t length)
{
	struct decimal value = { 0, 0 };

	if (length && bdl_number(text, length, &value))
		return bdl_fault(r, BDL_NO_NUMBER, column, text);
	r->cells[column] = figure_make(value, length ? FLAG_NONE : FLAG_EMPTY);
	return 0;
}

int
bdl_tab_header(struct bdl_reader *r, long line, struct error *err)
{
	for (int i = 2; i < r->columns; i++) {
		if (read_column(r, line, i, err))
			return -1;
		r->takers[i] = take_value;
	}
	return 0;
}

int
bdl_tab_row(struct bdl_reader *r, long line, struct error *err)
{
	bool bare = true;

	for (int i = 2; i < r->columns; i++) {
		bare = bare && figure_missing(r->cells[i]);
		if (figures_put(r->figures, r->in, r->slices[i], r->unit, line, i + 1, r->cells[i],
			    err))
			return -1;
	}
	r->figures->bare_rows += bare;
	return 0;
}
