/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and lists as networks; what must be hidden before anything is computed. */
#include "config.h"

#include "model/privacy/suppression.h"

#include "base/memory.h"
#include "model/privacy/suppression_parts.h"

#include <stdlib.h>
#include <string.h>

static long
people_at(const struct suppression_table *t, int row, int column)
{
	return t->people ? t->people[suppression_at(t, row, column)]
			 : suppression_count(t, row, column);
}

static unsigned char
too_small(const long *counts, const long *people, int i, int threshold)
{
	return counts[i] > 0 && (people ? people : counts)[i] < threshold ? SUPPRESSION_SMALL
									  : SUPPRESSION_SHOWN;
}

/* The rest of the cell, as the table of all has it, is too small. */
static bool
rest_too_small(const struct suppression_table *t, int row, int column)
{
	int k = suppression_at(t, row, column);

	return t->rest && t->counts[k] > 0 && t->rest[k] > 0 && t->rest[k] < t->threshold;
}

static void
hide_all(unsigned char *hidden, int count, struct suppression_outcome *out)
{
	out->all = true;
	for (int i = 0; i < count; i++)
		if (hidden[i] == SUPPRESSION_SHOWN)
			hidden[i] = SUPPRESSION_FURTHER;
}

static void
tally(const unsigned char *hidden, int count, struct suppression_outcome *out)
{
	for (int i = 0; i < count; i++) {
		out->small += hidden[i] == SUPPRESSION_SMALL;
		out->group += hidden[i] == SUPPRESSION_GROUP;
		out->further += hidden[i] == SUPPRESSION_FURTHER;
	}
}

static long
group_size(const struct suppression_table *t)
{
	return t->group < t->threshold ? t->threshold : t->group;
}

/* The totals are lists of their own, which other tables show too. */
static void
settle_rows(
	const struct suppression_table *t, unsigned char *hidden, struct suppression_outcome *out)
{
	size_t rows = (size_t)t->rows + 1;
	long *counts = memory_array(2 * rows, sizeof(*counts)), *people = counts + rows;
	unsigned char *states = memory_array(rows, 1);
	struct suppression_outcome alone;

	for (int i = 0; i <= t->rows; i++) {
		counts[i] = suppression_count(t, i, t->columns);
		people[i] = people_at(t, i, t->columns);
	}
	suppression_list(&(struct suppression_list){ .answers = counts,
				 .people = people,
				 .answer_count = t->rows,
				 .valid = counts[t->rows],
				 .valid_people = people[t->rows],
				 .answers_add_up = t->columns_add_up,
				 .threshold = t->threshold },
		states, &alone);
	states[t->rows] = too_small(counts, people, t->rows, t->threshold);
	for (int i = 0; i <= t->rows; i++)
		hidden[suppression_at(t, i, t->columns)] =
			t->row_totals ? t->row_totals[i] : states[i];
	out->all = alone.all && t->columns == 0;
	free(counts);
	free(states);
}

/* How many are without an answer to the head is shown in any case. */
static void
settle_columns(const struct suppression_table *t, unsigned char *hidden)
{
	const long *people = t->people ? t->people + suppression_at(t, t->rows, 0) : NULL;
	struct suppression_outcome alone;
	struct suppression_list list = { .answers = t->counts + suppression_at(t, t->rows, 0),
		.people = people,
		.answer_count = t->columns - t->blank,
		.valid = suppression_count(t, t->rows, t->columns),
		.valid_people = people_at(t, t->rows, t->columns),
		.before = t->column_totals,
		.answers_add_up = suppression_rows_add_up(t),
		.threshold = t->threshold };

	if (t->blank) {
		list.valid -= suppression_count(t, t->rows, t->columns - 1);
		list.valid_people -= people_at(t, t->rows, t->columns - 1);
		hidden[suppression_at(t, t->rows, t->columns - 1)] = SUPPRESSION_SHOWN;
	}
	suppression_list(&list, hidden + suppression_at(t, t->rows, 0), &alone);
}

/* Nobody stands under it, and everybody may see that. */
static bool
is_empty(const struct suppression_table *t, const unsigned char *hidden, int row, int column)
{
	return suppression_count(t, row, column) == 0 && !hidden[suppression_at(t, row, column)];
}

static void
hide_column(const struct suppression_table *t, unsigned char *hidden, int column)
{
	for (int i = 0; i < t->rows; i++)
		if (!is_empty(t, hidden, i, t->columns))
			hidden[suppression_at(t, i, column)] = SUPPRESSION_GROUP;
}

/* Nobody can be mistaken for others where few are without an answer to the head. */
static bool
is_blank(const struct suppression_table *t, int column)
{
	return t->blank && column == t->columns - 1 &&
	       people_at(t, t->rows, column) < group_size(t);
}

/* The smallest column that is not hidden whole; -1 = none. */
static int
next_column(const struct suppression_table *t, const bool *whole)
{
	int next = -1;

	for (int j = 0; j < t->columns; j++)
		if (!whole[j] && !is_blank(t, j) && suppression_count(t, t->rows, j) > 0 &&
			(next < 0 || suppression_count(t, t->rows, j) <
					     suppression_count(t, t->rows, next)))
			next = j;
	return next;
}

/* Those under the head whom the condition leaves out are too few. */
static bool
rest_is_group(const struct suppression_table *t, int column)
{
	int k = suppression_at(t, t->rows, column);

	return t->rest && t->rest[k] > 0 && t->rest[k] < group_size(t) &&
	       !(t->blank && column == t->columns - 1);
}

/* Columns of too few people, and then others that they can be mistaken for. whole: per column. */
static void
hide_groups(const struct suppression_table *t, unsigned char *hidden, bool *whole)
{
	long together = 0;
	int columns = 0, next;

	for (int j = 0; j < t->columns; j++) {
		long n = people_at(t, t->rows, j);

		if (is_empty(t, hidden, t->rows, j) || (n >= group_size(t) && !rest_is_group(t, j)))
			continue;
		hide_column(t, hidden, j);
		if (is_blank(t, j))
			continue;
		whole[j] = true;
		together += n;
		columns++;
	}
	while (suppression_rows_add_up(t) && columns > 0 &&
		(columns < 2 || together < group_size(t)) && (next = next_column(t, whole)) >= 0) {
		whole[next] = true;
		hide_column(t, hidden, next);
		together += people_at(t, t->rows, next);
		columns++;
	}
}

/* What nobody said in any column, or in any row, stands in the totals. */
static bool
is_told(const struct suppression_table *t, const unsigned char *hidden, int row, int column)
{
	return is_empty(t, hidden, row, t->columns) || is_empty(t, hidden, t->rows, column);
}

/* Whether another table hides the cell. */
static bool
hidden_before(const struct suppression_table *t, const unsigned char *hidden, int row, int column)
{
	int k = suppression_at(t, row, column);

	return t->before && row < t->rows && column < t->columns &&
	       (t->counts[k] > 0 ? t->before[k] != SUPPRESSION_SHOWN
				 : t->before[k] == SUPPRESSION_GROUP) &&
	       !is_told(t, hidden, row, column);
}

static void
hide_before(const struct suppression_table *t, unsigned char *hidden)
{
	for (int i = 0; i < t->rows; i++)
		for (int j = 0; j < t->columns; j++)
			if (hidden[suppression_at(t, i, j)] == SUPPRESSION_SHOWN &&
				hidden_before(t, hidden, i, j))
				hidden[suppression_at(t, i, j)] = SUPPRESSION_FURTHER;
}

static void
hide_rests(const struct suppression_table *t, unsigned char *hidden)
{
	for (int i = 0; i < t->rows; i++)
		for (int j = 0; j < t->columns; j++)
			if (hidden[suppression_at(t, i, j)] == SUPPRESSION_SHOWN &&
				rest_too_small(t, i, j))
				hidden[suppression_at(t, i, j)] = SUPPRESSION_SMALL;
}

static void
hide_cells(
	const struct suppression_table *t, unsigned char *hidden, struct suppression_outcome *out)
{
	out->all = true;
	for (int i = 0; i < t->rows; i++)
		for (int j = 0; j < t->columns; j++)
			if (hidden[suppression_at(t, i, j)] == SUPPRESSION_SHOWN &&
				!is_told(t, hidden, i, j))
				hidden[suppression_at(t, i, j)] = SUPPRESSION_FURTHER;
}

static void
lay_edges(const struct suppression_table *t, struct suppression_network *net,
	const unsigned char *hidden, const bool *whole)
{
	int cells = (t->rows + 1) * (t->columns + 1);

	suppression_lay(t, net);
	suppression_cover(t, hidden, whole, net);
	for (int k = 0; k < cells; k++) {
		int j = k % (t->columns + 1);

		net->edges[k].state = hidden[k];
		if (hidden_before(t, hidden, k / (t->columns + 1), j)) {
			net->edges[k].kept = true;
			net->edges[k].low = t->before[k] == SUPPRESSION_GROUP ? 0 : 1;
		}
		if (t->counts[k] == 0)
			net->edges[k].low = 0;
		if (j == t->columns || k >= suppression_at(t, t->rows, 0) ||
			(!whole[j] && !is_blank(t, j)))
			continue;
		net->edges[k].low = 0;
		if (!whole[j]) {
			net->edges[k].need = 1;
			net->edges[k].inner = net->edges[k].count == 0;
		}
	}
}

static void
take_states(const struct suppression_network *net, int cells, unsigned char *hidden)
{
	for (int e = 0; e < cells; e++)
		hidden[e] = net->edges[e].state;
}

static bool
any_hidden(const unsigned char *hidden, int count)
{
	for (int i = 0; i < count; i++)
		if (hidden[i] != SUPPRESSION_SHOWN)
			return true;
	return false;
}

void
suppression_table(
	const struct suppression_table *t, unsigned char *hidden, struct suppression_outcome *out)
{
	int cells = (t->rows + 1) * (t->columns + 1);
	struct suppression_network net;
	bool *whole;

	*out = (struct suppression_outcome){ 0 };
	for (int i = 0; i < cells; i++)
		hidden[i] = too_small(t->counts, t->people, i, t->threshold);
	settle_rows(t, hidden, out);
	suppression_network_new(&net, 2 * t->rows + t->columns + 4, suppression_edges(t));
	net.most = t->counts[cells - 1];
	net.need = (t->threshold > 2 ? t->threshold : 2) - 1;
	whole = arena_array(&net.arena, (size_t)t->columns + 1, sizeof(*whole));
	if (t->columns > 0) {
		settle_columns(t, hidden);
		hide_groups(t, hidden, whole);
		hide_rests(t, hidden);
		hide_before(t, hidden);
	}
	if (t->columns > 0 && any_hidden(hidden, cells)) {
		lay_edges(t, &net, hidden, whole);
		if (suppression_rows_add_up(t) && !t->columns_add_up)
			suppression_gather(t, &net, hidden, whole);
		if (people_at(t, t->rows, t->columns) < group_size(t) ||
			!suppression_network_protect(&net))
			hide_cells(t, hidden, out);
		else
			take_states(&net, cells, hidden);
	}
	suppression_network_release(&net);
	tally(hidden, cells, out);
}

void
suppression_all(
	const struct suppression_table *t, unsigned char *hidden, struct suppression_outcome *out)
{
	*out = (struct suppression_outcome){ 0 };
	hide_cells(t, hidden, out);
	tally(hidden, (t->rows + 1) * (t->columns + 1), out);
}

/* The valid ones split into the answers; their number is known. */
static void
lay_list(const struct suppression_list *l, struct suppression_network *net)
{
	enum { VALID, END };
	int count = l->answer_count;

	for (int i = 0; i <= count; i++) {
		struct suppression_edge *e = &net->edges[i];

		e->low = 1;
		e->high = l->valid;
		e->from = i < count && l->answers_add_up ? VALID : END;
		e->to = i < count || !l->answers_add_up ? END : VALID;
		e->count = i < count ? l->answers[i] : l->valid;
		e->bounds[0] = i < count && !l->answers_add_up ? count : -1;
		e->kept = i == count || (l->before && l->before[i]);
		if (i < count)
			e->state = too_small(l->answers, l->people, i, l->threshold);
		if (i < count && e->kept && e->state == SUPPRESSION_SHOWN)
			e->state = SUPPRESSION_FURTHER;
	}
}

void
suppression_list(
	const struct suppression_list *l, unsigned char *hidden, struct suppression_outcome *out)
{
	long people = l->people ? l->valid_people : l->valid;
	int count = l->answer_count;
	struct suppression_network net;

	*out = (struct suppression_outcome){ 0 };
	suppression_network_new(&net, 2, count + 1);
	lay_list(l, &net);
	suppression_lay_bounds(&net, count + 1);
	take_states(&net, count, hidden);
	net.most = l->valid;
	net.need = (l->threshold > 2 ? l->threshold : 2) - 1;
	if (any_hidden(hidden, count)) {
		if (people < l->threshold || !suppression_network_protect(&net))
			hide_all(hidden, count, out);
		else
			take_states(&net, count, hidden);
	}
	suppression_network_release(&net);
	tally(hidden, count, out);
}
