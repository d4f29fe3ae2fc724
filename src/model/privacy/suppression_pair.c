/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table and the same turned round, side by side: both hide the same. */
#include "config.h"

#include "model/privacy/suppression.h"

#include "base/arena.h"

#include <string.h>

struct side { /* one of the two tables */
	const struct suppression_table *t;
	const int *column_of;           /* of each row: the column of the other table, -1 = none */
	struct suppression_table plain; /* without the blank column */
	unsigned char *hidden, *plain_hidden;
	unsigned char *before, *plain_before; /* what any of the tables hides */
	unsigned char *plain_totals;
	struct suppression_outcome outcome;
};

static int
place(const struct suppression_table *t, int row, int column)
{
	return row * (t->columns + 1) + column;
}

/* The turned table says how many under each answer left the head blank, so they can be taken
 * away. */
static void
make_plain(struct side *s, struct arena *arena)
{
	const struct suppression_table *t = s->t;
	size_t cells = (size_t)(t->rows + 1) * (size_t)t->columns;
	long *counts = arena_array(arena, cells, sizeof(*counts)),
	     *people = t->people ? arena_array(arena, cells, sizeof(*people)) : NULL,
	     *rest = t->rest ? arena_array(arena, cells, sizeof(*rest)) : NULL,
	     *most = t->rest ? arena_array(arena, cells, sizeof(*most)) : NULL;

	s->plain = *t;
	s->plain.columns = t->columns - 1;
	s->plain.blank = false;
	s->plain.counts = counts;
	s->plain.people = people;
	s->plain.rest = rest;
	s->plain.most = most;
	s->plain.before = s->plain_before = arena_array(arena, cells, 1);
	s->plain.row_totals = s->plain_totals = arena_array(arena, (size_t)t->rows + 1, 1);
	s->plain_hidden = arena_array(arena, cells, 1);
	for (int i = 0; i <= t->rows; i++)
		for (int j = 0; j < t->columns; j++) {
			int from = place(t, i, j + (j == t->columns - 1)),
			    to = place(&s->plain, i, j);

			counts[to] = t->counts[from];
			if (j == t->columns - 1)
				counts[to] -= t->counts[from - 1];
			if (people)
				people[to] = t->people[from];
			if (rest) { /* of cells only */
				rest[to] = t->rest[from];
				most[to] = t->most[from];
			}
			s->plain_before[to] = j < t->columns - 1 ? s->before[from] : 0;
		}
}

static void
open_side(struct side *s, const struct suppression_table *t, struct suppression_table *own,
	const int *column_of, unsigned char *hidden, struct arena *arena)
{
	size_t cells = (size_t)(t->rows + 1) * (size_t)(t->columns + 1);

	*own = *t;
	own->before = s->before = arena_array(arena, cells, 1);
	if (t->before)
		memcpy(s->before, t->before, cells);
	s->t = own;
	s->column_of = column_of;
	s->hidden = hidden;
	if (t->blank)
		make_plain(s, arena);
}

/* The row of the other table that a column of this one is; -1 = none. */
static int
row_of_column(const struct side *other, int column)
{
	for (int i = 0; i < other->t->rows; i++)
		if (other->column_of[i] == column)
			return i;
	return -1;
}

/* A cell that one table hides all of them hide; of a small group the zeros too. */
static bool
hide_before(struct side *s, int row, int column, unsigned char state)
{
	unsigned char *before = &s->before[place(s->t, row, column)];

	state = state == SUPPRESSION_GROUP ? SUPPRESSION_GROUP : SUPPRESSION_FURTHER;
	if (*before == SUPPRESSION_GROUP || *before == state)
		return false;
	*before = state;
	if (s->t->blank && column < s->plain.columns)
		s->plain_before[place(&s->plain, row, column)] = state;
	return true;
}

/* Those who left the head blank are the difference between a line of the distribution and a base of
 * the other table: where this is hidden, so are they. */
static bool
hide_blank(struct side *s, const struct side *other)
{
	bool more = false;

	for (int i = 0; i < s->t->rows && s->t->blank; i++) {
		int column = s->column_of[i], line = place(s->t, i, s->t->columns);

		s->plain_totals[i] =
			column < 0 ? s->hidden[line]
				   : other->hidden[place(other->t, other->t->rows, column)];
		if (s->plain_totals[i] && column >= 0 && s->t->counts[line - 1] > 0)
			more |= hide_before(s, i, s->t->columns - 1, SUPPRESSION_FURTHER);
	}
	return more;
}

/* Takes over what a look at one of the tables has hidden; groups_only: of that what is no choice
 * among cells. */
static bool
take(struct side *s, struct side *other, const struct suppression_table *t,
	const unsigned char *hidden, bool groups_only)
{
	int columns = s->t->columns - s->t->blank;
	bool more = false;

	for (int j = 0; j < columns; j++) {
		int turned = row_of_column(other, j);

		for (int i = 0; i < s->t->rows; i++) {
			unsigned char state = hidden[place(t, i, j)];

			if (state == SUPPRESSION_SHOWN ||
				(groups_only && state == SUPPRESSION_FURTHER))
				continue;
			more |= hide_before(s, i, j, state);
			if (turned >= 0 && s->column_of[i] >= 0)
				more |= hide_before(other, turned, s->column_of[i], state);
		}
	}
	return more;
}

static bool
look(struct side *s, struct side *other, bool groups_only)
{
	suppression_table(s->t, s->hidden, &s->outcome);
	return take(s, other, s->t, s->hidden, groups_only);
}

static bool
look_plain(struct side *s, struct side *other)
{
	struct suppression_outcome outcome;

	if (!s->t->blank)
		return false;
	suppression_table(&s->plain, s->plain_hidden, &outcome);
	return take(s, other, &s->plain, s->plain_hidden, false);
}

void
suppression_pair(const struct suppression_table *one, const struct suppression_table *two,
	const int *column_of_one, const int *column_of_two, unsigned char *hidden_one,
	unsigned char *hidden_two, struct suppression_outcome *out_one,
	struct suppression_outcome *out_two)
{
	struct arena arena = { 0 };
	struct suppression_table own[2];
	struct side s[2] = { { 0 } };
	bool more;

	open_side(&s[0], one, &own[0], column_of_one, hidden_one, &arena);
	open_side(&s[1], two, &own[1], column_of_two, hidden_two, &arena);
	look(&s[0], &s[1], true);
	look(&s[1], &s[0], true);
	do {
		more = hide_blank(&s[0], &s[1]);
		more |= hide_blank(&s[1], &s[0]);
		more |= look_plain(&s[0], &s[1]);
		more |= look_plain(&s[1], &s[0]);
		more |= look(&s[0], &s[1], false);
		more |= look(&s[1], &s[0], false);
	} while (more);
	*out_one = s[0].outcome;
	*out_two = s[1].outcome;
	arena_release(&arena);
}
