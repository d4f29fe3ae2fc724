/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a row of a data set: a value, or the reason why there is none. */
#include "config.h"

#include "exchange/dataset.h"

#include "base/i18n.h"

#include <math.h>

bool
dataset_leaves(const struct data_variable *v, enum missing exit)
{
	return exit != MISSING_NONE && v->column &&
	       (v->column->scale || !missing_reason(exit)->valid_base);
}

bool
dataset_refuses(const struct answer_column *c, int choice)
{
	enum missing exit = c->choices[choice].exit;

	return exit != MISSING_NONE && !missing_reason(exit)->valid_base;
}

static enum missing
refusal_marked(const struct data_variable *v, size_t row)
{
	const struct answer_column *c = v->column;

	for (int i = v->refusal; i >= 0 && i < c->choice_count; i++)
		if (dataset_refuses(c, i) &&
			c->marks[row * (size_t)c->words + (size_t)i / 64] >> (i % 64) & 1)
			return c->choices[i].exit;
	return MISSING_NONE;
}

/* As if the exit had been marked, alone. */
static enum missing
stands(const struct data_variable *v, enum missing reason, double *value)
{
	int choice = v->stands[reason];

	if (choice < 0)
		return reason;
	if (v->column->kind == COLUMN_CHOICE)
		*value = v->printed[choice].number;
	else if (v->column->kind == COLUMN_CHOICES)
		*value = v->choice == choice;
	else
		*value = v->choice == choice ? 1 : NAN;
	return MISSING_NONE;
}

enum missing
data_number(const struct dataset *d, const struct data_variable *v, size_t row, double *value)
{
	const struct answer_column *c = v->column;
	uint32_t form = d->order[row];
	enum missing exit;
	size_t at = form;

	if (v->values) {
		*value = v->values[form];
		return MISSING_NONE;
	}
	if (v->first) { /* a pass that was not made is off the route */
		at = v->first[form] + (size_t)v->pass - 1;
		if (at >= v->first[form + 1])
			return MISSING_OFF_ROUTE;
	}
	if (c->missing[at] != MISSING_NONE)
		return stands(v, c->missing[at], value);
	switch (c->kind) {
	case COLUMN_CHOICE:
		*value = v->printed[c->choice[at]].number;
		exit = v->printed[c->choice[at]].exit;
		return dataset_leaves(v, exit) ? exit : MISSING_NONE;
	case COLUMN_CHOICES:
		exit = refusal_marked(v, at);
		if (exit != MISSING_NONE)
			return exit;
		*value = (double)(c->marks[at * (size_t)c->words + (size_t)v->choice / 64] >>
					  (v->choice % 64) &
				  1);
		break;
	case COLUMN_RANKS:
		*value = c->place[at * (size_t)c->choice_count + (size_t)v->choice];
		if (*value == 0)
			*value = NAN;
		break;
	default:
		*value = c->value[at];
	}
	return MISSING_NONE;
}

const char *
data_text(const struct dataset *d, const struct data_variable *v, size_t row)
{
	return v->texts[d->order[row]];
}

const char *
data_whole(const struct dataset *d, const struct data_variable *v, size_t row)
{
	return v->whole[d->order[row]];
}

double
data_reason_code(const struct data_variable *v, enum missing missing)
{
	return missing_reason(missing)->sav + v->shift;
}

const char *
data_reason_label(const struct data_variable *v, enum missing missing)
{
	const char *own = v->reason_labels[missing];

	return own ? own : _(missing_reason(missing)->label);
}
