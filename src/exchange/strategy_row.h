/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a strategy's file while it is read, and what its cells may hold. */
#ifndef EXCHANGE_STRATEGY_ROW_H
#define EXCHANGE_STRATEGY_ROW_H

#include "exchange/strategy_parts.h"

/* Below: 0, or -1 with a sentence that names line and column. */

struct strategy_row {
	struct strategy_read *f;
	long line;
	const char *cells[SC_COUNT];
	struct error *err;
};

int strategy_row_refuse(
	const struct strategy_row *r, enum strategy_column column, const char *expected);
const char *strategy_row_kept(const struct strategy_row *r, enum strategy_column column);
/* The same of a text for which the model has that room. */
int strategy_take_words(
	const struct strategy_row *r, enum strategy_column column, size_t size, const char **out);
int strategy_take_text(
	const struct strategy_row *r, enum strategy_column column, char *dst, size_t size);
#define STRATEGY_TAKE(column, field) strategy_take_text(r, column, field, sizeof(field))
/* Empty is NAN. */
int strategy_take_number(const struct strategy_row *r, enum strategy_column column, double *out);
/* Empty is 0. */
int strategy_take_whole(
	const struct strategy_row *r, enum strategy_column column, long low, long high, int *out);
int strategy_take_year(
	const struct strategy_row *r, enum strategy_column column, bool needed, int *out);
/* Empty is the given one; -1 = it must be said. */
int strategy_take_word(const struct strategy_row *r, enum strategy_column column,
	int (*find)(const char *name), int none, const char *words, int *out);
int strategy_take_letter(const struct strategy_row *r, enum strategy_column column,
	const char *letters, char none, char *out);
int strategy_take_unit(const struct strategy_row *r, int *slot);
/* The indicator, the task with the number in the column item; -1 = none above has it. */
int strategy_row_target(const struct strategy_row *r);
int strategy_row_task(const struct strategy_row *r);

/* A value of a year, or the sign of a missing one in the column flag. */
int strategy_take_figure(
	const struct strategy_row *r, int *year, double *value, unsigned char *flag);

/* A day as files write it, 2026-11-22; as a spreadsheet leaves it, too. */
int strategy_take_day(
	const struct strategy_row *r, enum strategy_column column, bool needed, const char **out);
/* Rows of strategy_read_lines.c. */
int strategy_row_correction(const struct strategy_row *r);
int strategy_row_step(const struct strategy_row *r);
int strategy_row_risk(const struct strategy_row *r);
int strategy_row_remark(const struct strategy_row *r);
int strategy_row_change(const struct strategy_row *r);

#endif
