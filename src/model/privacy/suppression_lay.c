/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as networks: which sums each cell is a part of, and what else a reader knows of it. */
#include "config.h"

#include "model/privacy/suppression_parts.h"

/* A cell is not more than it is in the table of all. */
static long
most_of(const struct suppression_table *t, int row, int column, long high)
{
	long most = t->most ? t->most[suppression_at(t, row, column)] : -1;

	return most >= 0 && most < high ? most : high;
}

/* Rows and columns are nodes where their cells add up; else one node, the hub, stands for all of
 * them, and each sum is a bound only. The totals close the circle. */
static void
lay_edge(const struct suppression_table *t, int i, int j, struct suppression_edge *e)
{
	int hub = t->rows + 1 + t->columns + 1, row = suppression_rows_add_up(t) ? i : hub,
	    column = t->columns_add_up ? t->rows + 1 + j : hub;
	bool turned = (t->columns_add_up && i == t->rows) !=
		      (suppression_rows_add_up(t) && j == t->columns);

	e->from = turned ? column : row;
	e->to = turned ? row : column;
	e->count = suppression_count(t, i, j);
	e->kept = i == t->rows || j == t->columns;
	e->low = 1;
	e->high = suppression_count(t, t->rows, t->columns);
	if (!e->kept)
		e->high = most_of(t, i, j, e->high);
	if (!t->columns_add_up && i < t->rows)
		e->bounds[0] = suppression_at(t, t->rows, j);
	if (!suppression_rows_add_up(t) && j < t->columns)
		e->bounds[1] = suppression_at(t, i, t->columns);
}

/* A cell is at most its bounds, and these are at least their cells: as these are, so that no
 * answer to one question about the table rests on the answer to another. */
void
suppression_lay_bounds(struct suppression_network *net, int cells)
{
	for (int k = 0; k < cells; k++)
		for (int b = 0; b < 2; b++) {
			struct suppression_edge *e = &net->edges[k], *bound;

			if (e->bounds[b] < 0)
				continue;
			bound = &net->edges[e->bounds[b]];
			if (bound->count < e->high)
				e->high = bound->count;
			if (e->count > bound->low)
				bound->low = e->count;
		}
}

void
suppression_lay(const struct suppression_table *t, struct suppression_network *net)
{
	for (int i = 0; i <= t->rows; i++)
		for (int j = 0; j <= t->columns; j++)
			lay_edge(t, i, j, &net->edges[suppression_at(t, i, j)]);
	suppression_lay_bounds(net, (t->rows + 1) * (t->columns + 1));
}

/* ---- who answered has marked something ---- */

static long
marks_over_base(const struct suppression_table *t, int column)
{
	long over = -suppression_count(t, t->rows, column);

	for (int i = 0; i < t->rows; i++)
		over += suppression_count(t, i, column);
	return over;
}

/* A column's cells make at least its base: what they have over it passes through an edge to the
 * hub. */
static void
cover_column(const struct suppression_table *t, struct suppression_network *net, int column, int by)
{
	int hub = t->rows + 1 + t->columns + 1, node = t->rows + 1 + by;
	struct suppression_edge *over =
		&net->edges[(t->rows + 1) * (t->columns + 1) + t->rows + 1 + by];

	for (int i = 0; i < t->rows; i++)
		net->edges[suppression_at(t, i, column)].to = node;
	net->edges[suppression_at(t, t->rows, column)].from = node;
	over->from = node;
	over->to = hub;
	over->count += marks_over_base(t, column);
	over->high = over->count + net->most * (t->rows + 1);
	over->inner = over->kept = true;
	over->state = SUPPRESSION_GROUP;
}

void
suppression_cover(const struct suppression_table *t, const unsigned char *hidden, const bool *whole,
	struct suppression_network *net)
{
	int first = -1;

	if (!t->covered || t->columns_add_up)
		return;
	for (int j = 0; j <= t->columns; j++) { /* bases come from columns, as cells go there */
		struct suppression_edge *base = &net->edges[suppression_at(t, t->rows, j)];
		int from = base->from;

		base->from = base->to;
		base->to = from;
	}
	for (int j = 0; j < t->columns; j++) {
		bool base_hidden = hidden[suppression_at(t, t->rows, j)] != SUPPRESSION_SHOWN;

		if (marks_over_base(t, j) < 0 ||
			(base_hidden && !(whole && whole[j] && suppression_rows_add_up(t))))
			continue;
		/* Of those hidden whole with their bases only the sum is known. */
		if (base_hidden && first < 0)
			first = j;
		cover_column(t, net, j, base_hidden ? first : j);
	}
}

/* ---- columns hidden whole ---- */

/* Multiple answers in columns hidden whole, with their bases: a reader knows what the bases of
 * these columns are together, and can part it between them as he likes as long as each has
 * somebody and no row has more marks in them than all of them have people. So the cells of a row
 * in these columns pass through one edge, which carries their sum. */
void
suppression_gather(const struct suppression_table *t, struct suppression_network *net,
	const unsigned char *hidden, bool *whole)
{
	int cells = (t->rows + 1) * (t->columns + 1), columns = 0;
	long people = 0, most_marks = 0, highest;

	for (int j = 0; j < t->columns; j++) {
		whole[j] = whole[j] && hidden[suppression_at(t, t->rows, j)];
		columns += whole[j];
		people += whole[j] ? suppression_count(t, t->rows, j) : 0;
	}
	highest = people - columns + 1; /* of one of them */
	for (int i = 0; i <= t->rows && columns > 0; i++) {
		struct suppression_edge *sum = &net->edges[cells + i];
		int node = t->rows + t->columns + 3 + i;
		bool bases = i == t->rows && t->covered; /* these come from columns */

		sum->from = bases ? node : i;
		sum->to = bases ? i : node;
		for (int j = 0; j < t->columns; j++)
			sum->count += whole[j] ? suppression_count(t, i, j) : 0;
		sum->inner = true;
		if (suppression_count(t, i, t->columns) > 0)
			sum->state = SUPPRESSION_GROUP;
		sum->low = i == t->rows ? most_marks : 0;
		sum->high = i == t->rows ? net->most : sum->count < highest ? highest : sum->count;
		most_marks = sum->count > most_marks ? sum->count : most_marks;
		for (int j = 0; j < t->columns; j++) {
			struct suppression_edge *e = &net->edges[suppression_at(t, i, j)];

			if (!whole[j])
				continue;
			*(bases ? &e->to : &e->from) = node;
			e->high = i == t->rows ? net->most : most_of(t, i, j, highest);
			e->low = i == t->rows || (sum->count > highest && e->count > 0) ? 1 : 0;
			e->bounds[0] = -1;
		}
	}
}
