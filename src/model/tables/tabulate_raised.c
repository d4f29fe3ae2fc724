/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A threshold above the wave's own hides what it needs and all that the wave's own hides, so that
 * two tables of the same answers never tell more than the one with the wave's own does. What is
 * left is told by either of two tables that are safe: so it is safe under both thresholds. */
#include "config.h"

#include "model/tables/tabulate_raised.h"

#include <math.h>
#include <string.h>

bool
tabulation_raised(const struct wave_columns *w, const struct tabulation *asked)
{
	return tabulation_threshold(w, asked->threshold) > tabulation_threshold(w, 0) &&
	       tabulation_threshold(w, 0) > 0;
}

static void
take_number(double *number, double own)
{
	if (isnan(own))
		*number = NAN;
}

static void
take_estimate(struct estimate *e, const struct estimate *own)
{
	take_number(&e->value, own->value);
	take_number(&e->low, own->low);
	take_number(&e->high, own->high);
}

/* The coarser of two means of the same answers. */
static void
take_scale(struct scale_result *s, const struct scale_result *own)
{
	if (s->n <= 0)
		return;
	if (own->n <= 0 || (!s->coarse && (own->coarse || isnan(own->sd))))
		s->mean = own->mean;
	s->n = own->n <= 0 ? own->n : s->n;
	s->coarse |= own->coarse;
	s->n_hidden |= own->n_hidden;
	take_number(&s->effective, own->effective);
	take_number(&s->sd, own->sd);
	take_number(&s->median, own->median);
	take_number(&s->q1, own->q1);
	take_number(&s->q3, own->q3);
	take_number(&s->min, own->min);
	take_number(&s->max, own->max);
	take_number(&s->mean_low, own->mean_low);
	take_number(&s->mean_high, own->mean_high);
	take_number(&s->top2, own->top2);
	take_number(&s->bottom2, own->bottom2);
	take_number(&s->net, own->net);
}

static void
take_row(struct result_row *row, const struct result_row *own)
{
	row->n = own->n < 0 ? -1 : row->n;
	row->first = own->first < 0 ? -1 : row->first;
	take_number(&row->weighted, own->weighted);
	take_number(&row->percent, own->percent);
	take_estimate(&row->valid, &own->valid);
	take_number(&row->mean_place, own->mean_place);
	take_number(&row->points, own->points);
}

/* Listed numbers may be left out under a higher threshold. */
static int
same_row(const struct result_row *row, const struct result_row *own, int count)
{
	for (int i = 0; i < count; i++)
		if (own[i].missing == row->missing && own[i].exit == row->exit &&
			strcmp(own[i].name, row->name) == 0)
			return i;
	return -1;
}

static unsigned
hiding(unsigned notes)
{
	return notes & (NOTE_HIDDEN | NOTE_GROUP_HIDDEN);
}

void
frequency_hide_too(struct frequency *f, const struct frequency *own)
{
	f->notes |= hiding(own->notes);
	f->forms = own->forms < 0 ? -1 : f->forms;
	f->valid = own->valid < 0 ? -1 : f->valid;
	take_number(&f->weighted_forms, own->weighted_forms);
	take_number(&f->weighted_valid, own->weighted_valid);
	take_number(&f->effective, own->effective);
	take_scale(&f->scale, &own->scale);
	for (int i = 0; i < f->row_count; i++) {
		int at = same_row(&f->rows[i], own->rows, own->row_count);

		if (at >= 0)
			take_row(&f->rows[i], &own->rows[at]);
		if (i < f->missing_from && f->rows[i].n < 0)
			f->notes &= ~(unsigned)NOTE_ROUNDED;
	}
}

static void
take_head(struct column_head *head, const struct column_head *own)
{
	head->hidden |= own->hidden;
	head->n = own->n < 0 ? -1 : head->n;
	take_number(&head->weighted, own->weighted);
	take_number(&head->effective, own->effective);
	take_scale(&head->scale, &own->scale);
}

static void
take_cell(struct crosstab_cell *cell, const struct crosstab_cell *own)
{
	cell->n = own->n < 0 ? -1 : cell->n;
	take_number(&cell->weighted, own->weighted);
	take_number(&cell->row, own->row);
	take_number(&cell->column, own->column);
	take_number(&cell->total, own->total);
	take_number(&cell->low, own->low);
	take_number(&cell->high, own->high);
}

void
crosstab_hide_too(struct crosstab *x, const struct crosstab *own)
{
	x->notes |= hiding(own->notes);
	x->tested &= own->tested;
	take_number(&x->chi_square, own->chi_square);
	take_number(&x->p, own->p);
	for (int h = 0; h < x->head_count; h++)
		take_head(&x->heads[h], &own->heads[h]);
	for (int i = 0; i < x->row_count; i++) {
		int at = same_row(&x->rows[i], own->rows, own->row_count);

		if (at < 0)
			continue;
		take_row(&x->rows[i], &own->rows[at]);
		for (int h = 0; h < x->head_count; h++)
			take_cell(&x->cells[i * x->head_count + h],
				&own->cells[at * x->head_count + h]);
	}
}
