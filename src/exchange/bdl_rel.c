/* SPDX-License-Identifier: GPL-3.0-or-later */
/* REL, the long layout: a row per unit, dimensions and year, with measure and attribute. */
#include "config.h"

#include "exchange/bdl.h"

#include "model/indicators/flag.h"

#include <string.h>

/* Columns: code, name, dimensions, year, value, measure, attribute. */
enum { FIRST_DIMENSION = 2 };

/* A dimension or the measure, the i-th of them: mostly the same as in the row before. */
static inline int
take_text(struct bdl_reader *r, int i, const char *text, size_t length)
{
	if (r->last_length[i] == length && r->ids[i] >= 0 && byteset_same(r->last[i], text, length))
		return 0;
	r->ids[i] = byteset_add(&r->figures->texts, text, length);
	r->last[i] = r->figures->texts.entries[r->ids[i]].bytes;
	r->last_length[i] = length;
	r->same_series = false;
	return 0;
}

static int
take_dimension(struct bdl_reader *r, int column, const char *text, size_t length)
{
	return take_text(r, column - FIRST_DIMENSION, text, length);
}

static int
take_measure(struct bdl_reader *r, int column, const char *text, size_t length)
{
	(void)column;
	return take_text(r, r->dimensions, text, length);
}

static int
read_year(const char *text, size_t length)
{
	int year = 0;

	if (length != 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		year = year * 10 + text[i] - '0';
	}
	return year >= FIGURES_FIRST_YEAR && year <= FIGURES_LAST_YEAR ? year : -1;
}

static int
take_year(struct bdl_reader *r, int column, const char *text, size_t length)
{
	r->year = read_year(text, length);
	return r->year < 0 ? bdl_fault(r, BDL_NO_YEAR, column, text) : 0;
}

static int
take_value(struct bdl_reader *r, int column, const char *text, size_t length)
{
	r->value_empty = length == 0;
	r->value = (struct decimal){ 0, 0 };
	return length && bdl_number(text, length, &r->value)
		       ? bdl_fault(r, BDL_NO_NUMBER, column, text)
		       : 0;
}

static int
take_attribute(struct bdl_reader *r, int column, const char *text, size_t length)
{
	r->flag = length ? flag_from_bdl(text) : FLAG_NONE;
	return r->flag < 0 ? bdl_fault(r, BDL_NO_ATTRIBUTE, column, text) : 0;
}

void
bdl_rel_header(struct bdl_reader *r)
{
	bdl_taker **last = r->takers + r->columns - 4;

	r->dimensions = r->columns - 6;
	for (int i = 0; i <= r->dimensions; i++)
		r->ids[i] = -1;
	for (int i = 0; i < r->dimensions; i++)
		r->takers[FIRST_DIMENSION + i] = take_dimension;
	last[0] = take_year;
	last[1] = take_value;
	last[2] = take_measure;
	last[3] = take_attribute;
}

static int
find_series(struct bdl_reader *r, long line, struct error *err)
{
	struct figures *f = r->figures;
	int known = f->series_keys.count;

	/* Texts are checked once, when they are new. */
	for (int i = 0; i <= r->dimensions && f->texts.count > r->checked_texts; i++) {
		int column = i < r->dimensions ? i + 3 : r->columns - 1;

		if (r->ids[i] >= r->checked_texts &&
			figures_text(r->in, line, column, r->last[i], r->last_length[i], err))
			return -1;
	}
	r->checked_texts = f->texts.count;
	r->series = figures_series(f, r->ids, r->dimensions + 1);
	r->same_series = true;
	for (int i = 0; i < r->dimensions && r->series == known; i++)
		if (bdl_period(r->last[i]) != 'R')
			f->series[r->series].frequency = bdl_period(r->last[i]);
	return 0;
}

int
bdl_rel_row(struct bdl_reader *r, long line, struct error *err)
{
	int flag = r->flag;
	figure_cell cell;

	if (!r->same_series && find_series(r, line, err))
		return -1;
	if (r->value_empty && !flag_missing((unsigned char)flag))
		flag = FLAG_EMPTY;
	cell = figure_make(r->value, flag);
	r->figures->bare_rows += figure_missing(cell);
	return figures_put(r->figures, r->in, figures_slice(r->figures, r->series, r->year),
		r->unit, line, r->columns - 2, cell, err);
}
