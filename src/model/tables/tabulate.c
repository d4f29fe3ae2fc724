/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distributions of answers, and grids of them. */
#include "config.h"

#include "model/tables/tabulate_means.h"

#include "base/i18n.h"
#include "model/tables/tabulate_heads.h"
#include "model/tables/tabulate_raised.h"
#include "model/tables/tabulate_weighed.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct listing { /* a frequency on its way */
	const struct tally *t;
	struct frequency *f;
	int reasons[MISSING_COUNT], reason_count;
	bool several;         /* a person may give more than one answer */
	struct tally_hidden hidden;
};

/* ---- rows ---- */

static void
answer_row(struct listing *l, int i, struct result_row *row)
{
	const struct tally *t = l->t;
	const struct tally_base *b = &t->base[0];
	struct interval interval;
	double effective = tally_effective(b->weight, b->squares);

	row->name = t->answers[i].name;
	row->label = t->answers[i].label;
	row->exit = t->answers[i].exit;
	if (l->hidden.answers[i])
		return;
	row->n = t->n[i];
	row->weighted = t->weight[i];
	if (t->forms > 0 && !l->hidden.asked)
		row->percent = t->weight[i] / t->forms_weight * 100;
	if (t->column->kind == COLUMN_RANKS && !row->exit) {
		row->first = t->first[i];
		row->points = t->points[i];
		row->mean_place = t->n[i] ? t->place_weight[i] / t->weight[i] : NAN;
	}
	if (b->n == 0)
		return;
	row->valid.value = t->weight[i] / b->weight;
	if (!t->intervals)
		return;
	interval = estimate_share(row->valid.value, effective, t->correction);
	row->valid.low = interval.low;
	row->valid.high = interval.high;
}

static void
reason_row(struct listing *l, int i, struct result_row *row)
{
	const struct tally *t = l->t;
	const struct missing_reason *reason = missing_reason((enum missing)l->reasons[i]);

	row->name = reason->name;
	row->label = tally_reason_label(t->column, (enum missing)l->reasons[i]);
	row->missing = (enum missing)l->reasons[i];
	if (l->hidden.few || l->hidden.asked)
		return;
	row->n = t->missing_n[l->reasons[i]];
	row->weighted = t->missing_weight[l->reasons[i]];
	row->percent = row->weighted / t->forms_weight * 100;
}

static const struct result_row unknown = { .n = -1,
	.weighted = NAN,
	.percent = NAN,
	.valid = { NAN, NAN, NAN },
	.mean_place = NAN,
	.points = NAN };

static void
make_rows(struct listing *l)
{
	const struct tally *t = l->t;
	struct frequency *f = l->f;

	f->missing_from = t->answer_count;
	f->row_count = f->missing_from + l->reason_count;
	f->rows = arena_array(t->w->arena, (size_t)f->row_count + 1, sizeof(*f->rows));
	for (int i = 0; i < f->row_count; i++)
		f->rows[i] = unknown;
	for (int i = 0; i < f->missing_from; i++)
		answer_row(l, i, &f->rows[i]);
	for (int i = 0; i < l->reason_count; i++)
		reason_row(l, i, &f->rows[f->missing_from + i]);
}

/* ---- sums and notes ---- */

/* Per cents as they are printed: whole ones under a hundred answers. */
static bool
adds_up(const struct frequency *f)
{
	double power = f->valid < 100 ? 1 : 10, sum = 0;

	for (int i = 0; i < f->missing_from; i++)
		sum += floor(f->rows[i].valid.value * 100 * power + 0.5);
	return isnan(sum) || sum == 100 * power;
}

static void
find_notes(struct listing *l)
{
	const struct tally *t = l->t;
	struct frequency *f = l->f;
	bool share = f->missing_from > 0 || f->scale.n > 0;

	if (share && !t->random)
		f->notes |= NOTE_NOT_RANDOM;
	if (share && t->intervals && t->correction < 1)
		f->notes |= NOTE_FPC;
	if (t->selected && t->threshold > 0)
		f->notes |= NOTE_FILTER;
	if (t->uneven_hidden)
		f->notes |= NOTE_WEIGHTS;
	if (l->several)
		f->notes |= NOTE_MULTIPLE;
	if (t->column->form)
		f->notes |= NOTE_REPEAT;
	if (!l->several && tally_adds_up(t) && f->valid > 0 && f->missing_from > 0 && !adds_up(f))
		f->notes |= NOTE_ROUNDED;
}

static void
list_reasons(struct listing *l)
{
	for (int m = 0; m < MISSING_COUNT; m++)
		if (l->t->missing_n[m] > 0)
			l->reasons[l->reason_count++] = m;
}

static int
make_frequency(const struct tally *t, const struct tabulation *asked, struct frequency *f,
	struct error *err)
{
	struct listing l = { .t = t, .f = f };
	const struct tally_base *b = &t->base[0];

	*f = (struct frequency){ .column = t->column, .threshold = t->threshold };
	l.several = t->column->kind == COLUMN_CHOICES || t->column->kind == COLUMN_RANKS;
	f->notes = t->dropped ? NOTE_HIDDEN : 0;
	list_reasons(&l);
	tally_hide(t, &l.hidden);
	if (tally_hide_part(t, asked, &l.hidden, err) < 0)
		return -1;
	f->notes |= l.hidden.notes;
	make_rows(&l);
	if (t->column->kind == COLUMN_RANKS && tally_hide_places(t, asked, f, err) < 0)
		return -1;
	f->forms = l.hidden.nothing || l.hidden.asked ? -1 : t->forms;
	f->weighted_forms = f->forms < 0 ? NAN : t->forms_weight;
	f->valid = l.hidden.few ? -1 : b->n;
	f->weighted_valid = l.hidden.few ? NAN : b->weight;
	f->effective = l.hidden.few ? NAN : tally_effective(b->weight, b->squares);
	tally_scale(t, l.hidden.whole || l.hidden.meanless ? -1 : 0, l.hidden.answers, &f->scale);
	if (tally_few_scored(t, 0))
		f->notes |= NOTE_GROUP_HIDDEN;
	find_notes(&l);
	return frequency_hide_weighed(t, asked, f, err);
}

static int
count_alone(struct wave_columns *w, const struct tabulation *alone, struct frequency *out,
	struct error *err)
{
	struct tally t;
	int result;

	if (tally_count(w, alone, &t, err) < 0)
		return -1;
	result = tally_find_most(&t, alone, err);
	if (result == 0)
		result = make_frequency(&t, alone, out, err);
	tally_release(&t);
	return result;
}

int
tabulate_frequency(struct wave_columns *w, const struct tabulation *asked, struct frequency *out,
	struct error *err)
{
	struct tabulation alone = *asked;
	struct frequency own;

	alone.by = NULL;
	if (count_alone(w, &alone, out, err) < 0)
		return -1;
	if (!tabulation_raised(w, asked))
		return 0;
	alone.threshold = 0;
	if (count_alone(w, &alone, &own, err) < 0)
		return -1;
	frequency_hide_too(out, &own);
	return 0;
}

bool
frequency_hides(const struct frequency *f)
{
	for (int i = 0; i < f->missing_from; i++)
		if (f->rows[i].n < 0 || isnan(f->rows[i].weighted))
			return true;
	return false;
}

/* ---- grids ---- */

/* The best first; without a mean last, in the order of the paper. */
static int
by_mean(const void *a, const void *b)
{
	const struct frequency *x = a, *y = b;
	bool x_known = x->scale.n > 0, y_known = y->scale.n > 0;

	if (x_known != y_known)
		return x_known ? -1 : 1;
	if (!x_known || x->scale.mean == y->scale.mean)
		return 0;
	return x->scale.mean > y->scale.mean ? -1 : 1;
}

/* qsort() may change the order of equals. */
static void
sort_by_means(struct frequency *list, int count)
{
	for (int i = 1; i < count; i++)
		for (int k = i; k > 0 && by_mean(&list[k - 1], &list[k]) > 0; k--) {
			struct frequency other = list[k];

			list[k] = list[k - 1];
			list[k - 1] = other;
		}
}

int
tabulate_grid(struct wave_columns *w, const struct tabulation *asked, const char *const *questions,
	int count, struct frequency **out, struct error *err)
{
	struct tabulation each = *asked;

	*out = arena_array(w->arena, (size_t)count + 1, sizeof(**out));
	for (int i = 0; i < count; i++) {
		each.question = questions[i];
		if (tabulate_frequency(w, &each, &(*out)[i], err) < 0)
			return -1;
	}
	sort_by_means(*out, count);
	return 0;
}

/* ---- notes ---- */

static void
write_note(enum table_note note, int threshold, char *dst, size_t size)
{
	const char *text = "";

	switch (note) {
	case NOTE_NOT_RANDOM:
		text = _("The sample is not random, so no error of sampling is given.");
		break;
	case NOTE_MULTIPLE:
		text = _("Several answers could be given: per cents add up to more than 100.");
		break;
	case NOTE_HIDDEN:
		if (threshold < 2) { /* no count is too small, but a group may be */
			snprintf(dst, size,
				_("Hidden: counts from which those of groups of fewer than %d "
				  "people could be computed."),
				TABULATION_GROUP);
			return;
		}
		snprintf(dst, size,
			_("Hidden: counts of fewer than %d answers, and those from which they "
			  "could be computed."),
			threshold);
		return;
	case NOTE_GROUP_HIDDEN:
		snprintf(dst, size, _("Hidden: groups of fewer than %d people."), TABULATION_GROUP);
		return;
	case NOTE_SMALL_GROUP:
		snprintf(dst, size, _("* fewer than %d answers: read with care."),
			TABULATION_SMALL);
		return;
	case NOTE_FPC:
		text = _("Intervals take into account how much of the population answered.");
		break;
	case NOTE_WEIGHTS:
		text = _("Effective n and what rests on it are not given: the margins of the "
			 "weights have hidden categories.");
		break;
	case NOTE_WEIGHED:
		text = _("Weighted figures are not given where, beside plain ones, they would tell "
			 "how many answers are from a category of the weights that is hidden in a "
			 "cross-table.");
		break;
	case NOTE_REPEAT:
		text = _("Counted are passes of a repeated part, not forms.");
		break;
	case NOTE_ROUNDED:
		text = _("Per cents are rounded and need not add up to 100.");
		break;
	case NOTE_FILTER:
		snprintf(dst, size,
			_("A condition must be fulfilled by at least %d forms, and leave out none "
			  "or at least %d."),
			TABULATION_GROUP, TABULATION_GROUP);
		return;
	}
	snprintf(dst, size, "%s", text);
}

bool
table_note_next(unsigned *notes, int threshold, char *dst, size_t size)
{
	unsigned next = *notes & -*notes; /* the lowest bit */

	if (next == 0)
		return false;
	*notes &= ~next;
	write_note((enum table_note)next, threshold, dst, size);
	return true;
}
