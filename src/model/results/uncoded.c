/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open answers that no category was given to. */
#include "config.h"

#include "model/results/uncoded.h"

#include "base/i18n.h"

#include <math.h>

static bool
has_mark(const struct answer_column *c, size_t row)
{
	for (int k = 0; k < c->words; k++)
		if (c->marks[row * (size_t)c->words + (size_t)k])
			return true;
	return false;
}

enum uncoded
uncoded_row(const struct frequency *f, bool weighted, struct result_row *row)
{
	const struct answer_column *c = f->column;
	long answers = 0, without = 0;

	*row = (struct result_row){ .name = "uncoded", .label = _("without a category") };
	if (c->type != QUESTION_TEXT || c->kind != COLUMN_CHOICES)
		return UNCODED_NONE;
	for (size_t i = 0; i < c->count; i++) {
		if (c->missing[i] != MISSING_NONE)
			continue;
		answers++;
		without += !has_mark(c, i);
	}
	if (without == 0)
		return UNCODED_NONE;
	/* Of some of the forms it is not known here; few are not told, as of a category. */
	if (weighted || answers != f->valid || frequency_hides(f) || without < f->threshold)
		return UNCODED_SOME;
	row->n = without;
	row->weighted = (double)without;
	row->percent = f->forms > 0 ? (double)without * 100 / (double)f->forms : NAN;
	row->valid = (struct estimate){ (double)without / (double)answers, NAN, NAN };
	row->mean_place = row->points = NAN;
	return UNCODED_TOLD;
}
