/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means under the heads of a cross-table beside hidden cells: under its own head each of them may
 * tell nothing, but rows add up too, and every mean is one more equation for all cells together. */
#include "config.h"

#include "model/tables/tabulate_means.h"

#include "base/memory.h"
#include "model/privacy/suppression.h"

#include <math.h>
#include <stdlib.h>

struct weave { /* what a reader knows */
	const struct tally *t;
	const unsigned char *hidden; /* [row * heads + head] */
	struct column_head *heads;
	bool rows_add_up;
};

static int
total_of(const struct weave *w)
{
	return w->t->heads - 1;
}

static int
at(const struct weave *w, int row, int head)
{
	return row * w->t->heads + head;
}

static bool
is_hidden(const struct weave *w, int row, int head)
{
	return w->hidden[at(w, row, head)] != SUPPRESSION_SHOWN;
}

static bool
hides_any(const struct weave *w, int head)
{
	for (int row = 0; row < w->t->answer_count; row++)
		if (is_hidden(w, row, head) && w->t->n[at(w, row, head)] > 0)
			return true;
	return false;
}

static bool
has_mean(const struct weave *w, int head)
{
	return w->heads[head].scale.n > 0;
}

/* ---- what could be ---- */

/* The mean is printed as it is; in full where it is not coarse: a safe side. */
static bool
keeps_mean(const struct weave *w, int head, const struct tally_move *m, int sign)
{
	const struct tally *t = w->t;
	double unit = w->heads[head].scale.coarse ? TALLY_COARSE : 0, sum = 0, moved = 0;
	long scored = t->base[head].scored, more = 0;

	for (int i = 0; i < t->answer_count; i++)
		if (!isnan(t->answers[i].score))
			sum += t->answers[i].score * (double)t->n[at(w, i, head)];
	for (int i = 0; i < m->count; i++) {
		double score = t->answers[m->cells[i]].score;

		if (isnan(score))
			continue;
		more += sign * m->more[i];
		moved += (double)(sign * m->more[i]) * score;
	}
	return scored + more > 0 &&
	       fabs(tally_printed((sum + moved) / (double)(scored + more), unit) -
		       tally_printed(sum / (double)scored, unit)) < 1e-9;
}

/* Whether a reader must think the move possible as far as he looks at this column. */
static bool
could_move(const struct weave *w, int head, const struct tally_move *m, int sign)
{
	for (int i = 0; i < m->count; i++) {
		int row = m->cells[i];
		long count = w->t->n[at(w, row, head)] + sign * m->more[i];
		bool group = w->hidden[at(w, row, head)] == SUPPRESSION_GROUP;

		if (!is_hidden(w, row, head) || count < (group ? 0 : 1) ||
			(w->t->most && count > w->t->most[at(w, row, head)]))
			return false;
		if (!w->rows_add_up && !is_hidden(w, row, total_of(w)) &&
			count > w->t->n[at(w, row, total_of(w))])
			return false;
	}
	return !has_mean(w, head) || keeps_mean(w, head, m, sign);
}

/* What one column has more another one has less, or the hidden totals have more too. Those who left
 * the head blank are told by the table turned round. */
static bool
is_made_up_for(const struct weave *w, int head, const struct tally_move *m)
{
	if (!w->rows_add_up)
		return true;
	if (head < total_of(w) && could_move(w, total_of(w), m, 1))
		return true;
	for (int other = 0; other < total_of(w); other++)
		if (other != head && other != w->t->blank &&
			could_move(w, other, m, head == total_of(w) ? 1 : -1))
			return true;
	return false;
}

struct column { /* of a weave */
	const struct weave *w;
	int head;
};

static bool
is_possible(const void *context, const struct tally_move *m)
{
	const struct column *c = context;

	return could_move(c->w, c->head, m, 1) && is_made_up_for(c->w, c->head, m);
}

static bool
could_have(const struct weave *w, int row, int head, long more)
{
	const struct column column = { w, head };
	int *rows = memory_array((size_t)w->t->answer_count + 1, sizeof(*rows)), count = 0;
	bool found;

	for (int i = 0; i < w->t->answer_count; i++)
		if (is_hidden(w, i, head))
			rows[count++] = i;
	found = tally_could_have(rows, count, row, more, is_possible, &column);
	free(rows);
	return found;
}

/* So many different numbers, the highest of them high enough. */
static bool
is_safe(const struct weave *w, int row, int head, int numbers, long high)
{
	long n = w->t->n[at(w, row, head)], most = n;
	int found = 1;

	for (long more = 1; more <= TALLY_REACH && (found < numbers || most < high); more++) {
		if (could_have(w, row, head, more)) {
			found++;
			most = n + more;
		}
		if (n >= more && could_have(w, row, head, -more))
			found++;
	}
	return found >= numbers && most >= high;
}

/* ---- what is said less ---- */

/* The mean that gives way: of the cell's own head, else of the smallest in which its row is hidden
 * too; -1 = none stands there. */
static int
giving_way(const struct weave *w, int row, int head)
{
	int found = -1;

	if (head < total_of(w) && has_mean(w, head))
		return head;
	for (int h = 0; h < total_of(w); h++)
		if (has_mean(w, h) && is_hidden(w, row, h) &&
			(found < 0 || w->t->base[h].scored < w->t->base[found].scored))
			found = h;
	return found;
}

/* Of many answers a coarse mean is told as long as the cell cannot be computed from it. */
static bool
say_less(struct weave *w, int row, int head)
{
	int threshold = w->t->threshold > 2 ? w->t->threshold : 2, giving;
	struct scale_result *s;

	if (w->t->n[at(w, row, head)] == 0 || !is_hidden(w, row, head) ||
		(giving = giving_way(w, row, head)) < 0 ||
		is_safe(w, row, head, threshold, threshold))
		return false;
	s = &w->heads[giving].scale;
	if (!s->coarse) {
		s->mean = tally_printed(s->mean, TALLY_COARSE);
		s->coarse = true;
		return true;
	}
	tally_scale(w->t, -1, NULL, s);
	return true;
}

void
tally_weigh_means(const struct tally *t, const unsigned char *hidden, bool rows_add_up,
	struct column_head *heads)
{
	struct weave w = { t, hidden, heads, rows_add_up };
	bool more = tally_lists_scores(t);

	/* The table turned round has means too, along the rows of this one. */
	for (int h = 0; more && t->by && t->by->scale && h < total_of(&w); h++)
		if (hides_any(&w, h))
			tally_scale(t, -1, NULL, &heads[h].scale);
	while (more) {
		more = false;
		for (int h = 0; h < t->heads; h++)
			for (int row = 0; h != t->blank && row < t->answer_count; row++)
				while (say_less(&w, row, h))
					more = true;
	}
}
