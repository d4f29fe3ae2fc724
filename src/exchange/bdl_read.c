/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading an export of BDL: the header decides the layout, rows go to it. Fields come one by
 * one straight from the parser; nothing is allocated for a row. */
#include "config.h"

#include "exchange/bdl.h"

#include "base/csv.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
bdl_fault(struct bdl_reader *r, enum bdl_fault fault, int column, const char *text)
{
	if (r->fault)
		return 0;
	r->fault = fault;
	r->fault_column = column;
	text_copy(r->fault_text, sizeof r->fault_text, text);
	return 0;
}

static int
tell_fault(struct bdl_reader *r, long line, struct error *err)
{
	static const char *const told[] = {
		[BDL_CODE_LONG] = N_("\"%s\" can be no unit: a code has 6, 7, 10 or 12 digits."),
		[BDL_NAME_LONG] = N_("the name \"%s\" is too long."),
		[BDL_NO_NUMBER] =
			N_("\"%s\" is no number; digits with at most one comma are expected."),
		[BDL_NO_YEAR] = N_("\"%s\" is no year; a year from 1900 to 2199 is "
				   "expected here."),
		[BDL_NO_ATTRIBUTE] = N_("\"%s\" is no attribute of BDL."),
	};
	char text[256];

	text_clean(text, sizeof text, r->fault_text);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	return figures_refuse(r->in, line, r->fault_column + 1, err, _(told[r->fault]), text);
#pragma GCC diagnostic pop
}

int
bdl_row_unit(struct bdl_reader *r, long line, struct error *err)
{
	struct figure_unit *u;

	if (r->same_unit)
		return 0;
	r->unit = figures_unit(r->figures, r->in, line, r->code, r->code_length, err);
	if (r->unit < 0)
		return -1;
	if (r->unit < r->named)
		return 0;
	if (figures_text(r->in, line, 2, r->name, strlen(r->name), err))
		return -1;
	u = &r->figures->units[r->unit];
	r->named = r->unit + 1;
	u->name = bdl_unit_name(&r->figures->texts.arena, r->name);
	return 0;
}

static int
take_code(struct bdl_reader *r, int column, const char *text, size_t length)
{
	r->same_unit =
		r->unit >= 0 && length == r->code_length && byteset_same(text, r->code, length);
	if (r->same_unit)
		return 0;
	if (length >= sizeof r->code)
		return bdl_fault(r, BDL_CODE_LONG, column, text);
	memcpy(r->code, text, length + 1);
	r->code_length = length;
	byteset_expect(&r->figures->unit_codes, text, length);
	return 0;
}

static int
take_name(struct bdl_reader *r, int column, const char *text, size_t length)
{
	if (r->same_unit)
		return 0;
	if (length >= sizeof r->name)
		return bdl_fault(r, BDL_NAME_LONG, column, text);
	memcpy(r->name, text, length + 1);
	return 0;
}

/* Behind the last column of the header nothing may stand. */
static int
take_nothing(struct bdl_reader *r, int column, const char *text, size_t length)
{
	return length ? bdl_fault(r, BDL_NO_NUMBER, column, text) : 0;
}

static int
take_title(struct bdl_reader *r, int column, const char *text, size_t length)
{
	(void)length;
	r->header[column] = arena_string(&r->figures->texts.arena, text);
	return 0;
}

static int
take_field(void *context, int column, const char *text, size_t length, struct error *err)
{
	struct bdl_reader *r = context;

	(void)err;
	return r->takers[column](r, column, text, length);
}

static bool
is_one_of(const char *text, const char *const *names)
{
	char folded[64];

	text_fold(folded, sizeof folded, text);
	for (int i = 0; names[i]; i++)
		if (!strcmp(folded, names[i]))
			return true;
	return false;
}

static bool
ends_as_rel(char *const *header, int columns)
{
	static const char *const year[] = { "rok", "year", NULL };
	static const char *const value[] = { "wartosc", "value", NULL };
	static const char *const measure[] = { "jednostka miary", "unit of measure", "measure unit",
		NULL };
	static const char *const attribute[] = { "atrybut", "attribute", NULL };

	return columns >= 7 && is_one_of(header[columns - 4], year) &&
	       is_one_of(header[columns - 3], value) && is_one_of(header[columns - 2], measure) &&
	       is_one_of(header[columns - 1], attribute);
}

static int
take_header(struct bdl_reader *r, long line, int count, struct error *err)
{
	static const char *const code[] = { "kod", "code", NULL };
	static const char *const name[] = { "nazwa", "name", NULL };

	r->has_header = true;
	r->columns = count;
	if (count > 2 && !r->header[count - 1][0])
		r->columns--;
	if (r->columns < 3 || !is_one_of(r->header[0], code) || !is_one_of(r->header[1], name))
		return figures_refuse(r->in, line, 1, err,
			_("this is no header of a BDL export; it begins with Kod;Nazwa or "
			  "Code;Name."));
	for (int i = 2; i < r->columns; i++)
		if (figures_text(r->in, line, i + 1, r->header[i], strlen(r->header[i]), err))
			return -1;
	for (int i = 0; i < BDL_COLUMNS; i++)
		r->takers[i] = i == 0 ? take_code : i == 1 ? take_name : take_nothing;
	if (ends_as_rel(r->header, r->columns)) {
		r->bdl->layout = BDL_REL;
		bdl_rel_header(r);
		return 0;
	}
	r->bdl->layout = BDL_TAB;
	return bdl_tab_header(r, line, err);
}

static int
take_row(void *context, long line, int count, struct error *err)
{
	struct bdl_reader *r = context;

	if (!r->has_header)
		return take_header(r, line, count, err);
	if (r->fault)
		return tell_fault(r, line, err);
	if (count != r->columns && count != r->columns + 1)
		return figures_refuse(r->in, line, count, err,
			_("the row has %d fields; the header has %d. The file was cut off or "
			  "edited."),
			count, r->columns);
	r->figures->rows++;
	if (bdl_row_unit(r, line, err))
		return -1;
	return r->bdl->layout == BDL_REL ? bdl_rel_row(r, line, err) : bdl_tab_row(r, line, err);
}

int
bdl_read(struct bdl *bdl, struct input *in, const struct progress *progress, struct error *err)
{
	static const struct csv_events events = { take_field, take_row };
	static const struct csv_limits limits = { .columns = BDL_COLUMNS };
	struct bdl_reader *r = memory_new(sizeof *r);
	int failed;

	*r = (struct bdl_reader){
		.bdl = bdl, .figures = &bdl->figures, .in = in, .unit = -1, .series = -1
	};
	r->header = memory_array(BDL_COLUMNS + 1, sizeof *r->header);
	r->slices = memory_array(BDL_COLUMNS + 1, sizeof *r->slices);
	r->cells = memory_array(BDL_COLUMNS + 1, sizeof *r->cells);
	for (int i = 0; i < BDL_COLUMNS; i++)
		r->takers[i] = take_title;
	failed = csv_read_fields(in, 0, &limits, &events, r, progress, err);
	failed = failed || figures_flush(&bdl->figures, in, err);
	if (!failed && !bdl->figures.cells)
		failed = error_set(err, ERROR_INPUT,
			_("%s: the file holds a header, but no values."), input_name(in));
	free(r->header);
	free(r->slices);
	free(r->cells);
	free(r);
	return failed ? -1 : 0;
}
