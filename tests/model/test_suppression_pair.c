/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table and the same turned round, side by side with both distributions: what one hides no other
 * tells, judged by a linear programme over all of them. GROMADA_TABLES says how many random pairs. */
#include "values_fixture.h"

#include "linear.h"
#include "model/privacy/suppression.h"

enum { PEOPLE = 200, ROWS = 4, HEADS = ROWS + 1,
	MOST = (ROWS + 1) * (HEADS + 1) };

struct question {
	int rows;
	bool several;       /* marks */
	int answer[PEOPLE]; /* of marks a set; row; -1 = blank */
	long list[ROWS], valid;
	unsigned char hidden[ROWS];
	int variable[ROWS];
};

struct turn { /* question[k] by question[1 - k] */
	struct suppression_table table;
	struct suppression_outcome outcome;
	int column_of[ROWS], variable[MOST];
	long counts[MOST];
	unsigned char hidden[MOST], heads[HEADS];
	bool blank;
};

struct page {
	int people, threshold;
	struct question question[2];
	struct turn turn[2];
};

static uint64_t seed;

static int
below(int n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((seed >> 33) % (uint64_t)n);
}

/* Some answers are rare. */
static int
pick(int n)
{
	int a = below(n), b = below(n);

	return below(3) ? (a < b ? a : b) : a < b ? a : below(n + 1) % n;
}

static bool
says(const struct question *q, int person, int row)
{
	int answer = q->answer[person];

	if (answer < 0)
		return false;
	return q->several ? answer >> row & 1 : answer == row;
}

static bool
is_valid(const struct question *q, int person)
{
	return q->answer[person] >= 0;
}

static void
ask(struct page *p, struct question *q)
{
	int blanks = below(3) == 0 ? below(40) : below(4);

	q->rows = 2 + below(ROWS - 1);
	q->several = below(4) == 0;
	for (int i = 0; i < p->people; i++) {
		q->answer[i] = pick(q->rows);
		if (q->several)
			q->answer[i] = 1 + below((1 << q->rows) - 1);
		if (below(p->people) < blanks)
			q->answer[i] = -1;
		q->valid += is_valid(q, i);
		for (int row = 0; row < q->rows; row++)
			q->list[row] += says(q, i, row);
	}
	suppression_list(&(struct suppression_list){ .answers = q->list,
				 .answer_count = q->rows,
				 .valid = q->valid,
				 .answers_add_up = !q->several,
				 .threshold = p->threshold },
		q->hidden, &(struct suppression_outcome){ 0 });
}

static int
at(const struct turn *t, int row, int column)
{
	return row * (t->table.columns + 1) + column;
}

static void
cross(struct page *p, int k)
{
	const struct question *q = &p->question[k], *by = &p->question[1 - k];
	struct turn *t = &p->turn[k];

	for (int i = 0; i < p->people; i++)
		t->blank |= is_valid(q, i) && !is_valid(by, i);
	for (int i = 0; i < q->rows; i++)
		t->column_of[i] = i;
	memcpy(t->heads, by->hidden, (size_t)by->rows);
	t->table = (struct suppression_table){ .rows = q->rows,
		.columns = by->rows + t->blank,
		.counts = t->counts,
		.rows_add_up = !by->several,
		.columns_add_up = !q->several,
		.blank = t->blank,
		.row_totals = q->hidden,
		.column_totals = t->heads,
		.threshold = p->threshold,
		.group = 10 };
	for (int i = 0; i < p->people; i++)
		for (int row = 0; row <= q->rows; row++) {
			bool in = row < q->rows ? says(q, i, row) : is_valid(q, i);

			for (int j = 0; j < by->rows && in; j++)
				t->counts[at(t, row, j)] += says(by, i, j);
			if (in && !is_valid(by, i))
				t->counts[at(t, row, by->rows)]++;
			t->counts[at(t, row, t->table.columns)] += in;
		}
}

static void
make(struct page *p)
{
	memset(p, 0, sizeof(*p));
	p->people = 40 + below(PEOPLE - 40);
	p->threshold = 3 + below(4);
	ask(p, &p->question[0]);
	ask(p, &p->question[1]);
	cross(p, 0);
	cross(p, 1);
}

static int
both(const struct page *p)
{
	int people = 0;

	for (int i = 0; i < p->people; i++)
		people += is_valid(&p->question[0], i) && is_valid(&p->question[1], i);
	return people;
}

static void
hide(struct page *p, bool together)
{
	struct turn *one = &p->turn[0], *two = &p->turn[1];

	if (together)
		suppression_pair(&one->table, &two->table, one->column_of, two->column_of,
			one->hidden, two->hidden, &one->outcome, &two->outcome);
	else
		for (int k = 0; k < 2; k++)
			suppression_table(
				&p->turn[k].table, p->turn[k].hidden, &p->turn[k].outcome);
}

/* ---- the judge ---- */

struct equation {
	double factors[LINEAR_VARIABLES], constant;
};

static void
put(struct equation *e, int variable, long count, double factor)
{
	if (variable >= 0)
		e->factors[variable] += factor;
	else
		e->constant -= factor * (double)count;
}

static void
put_cell(struct equation *e, const struct turn *t, int row, int column, double factor)
{
	put(e, t->variable[at(t, row, column)], t->counts[at(t, row, column)], factor);
}

static bool
told(const struct page *p, int k, int row, int column)
{
	const struct turn *t = &p->turn[k], *o = &p->turn[1 - k];

	return !t->hidden[at(t, row, column)] ||
	       (row < p->question[k].rows && column < p->question[1 - k].rows &&
		       !o->hidden[at(o, column, row)]);
}

static void
name_variables(struct linear *l, struct page *p)
{
	for (int k = 0; k < 2; k++) {
		struct question *q = &p->question[k];
		struct turn *t = &p->turn[k], *first = &p->turn[0];

		for (int i = 0; i < q->rows; i++)
			q->variable[i] = t->hidden[at(t, i, t->table.columns)] ? l->variables++ : -1;
		for (int i = 0; i <= q->rows; i++)
			for (int j = 0; j < t->table.columns; j++) {
				int *variable = &t->variable[at(t, i, j)];
				bool core = i < q->rows && j < p->question[1 - k].rows;

				*variable = k == 1 && core    ? first->variable[at(first, j, i)]
					    : told(p, k, i, j) ? -1
							       : l->variables++;
			}
		for (int i = 0; i < q->rows; i++)
			t->variable[at(t, i, t->table.columns)] = q->variable[i];
		t->variable[at(t, q->rows, t->table.columns)] = -1;
	}
}

static void
at_most(struct linear *l, const struct turn *t, int row, int column, int bound_row,
	int bound_column)
{
	struct equation e = { { 0 }, 0 };

	put_cell(&e, t, row, column, 1);
	put_cell(&e, t, bound_row, bound_column, -1);
	if (t->variable[at(t, row, column)] >= 0 || t->variable[at(t, bound_row, bound_column)] >= 0)
		linear_row(l, e.factors, true, e.constant);
}

static void
pose_turn(struct linear *l, const struct turn *t)
{
	int rows = t->table.rows, columns = t->table.columns;

	for (int i = 0; i <= rows; i++) {
		struct equation e = { { 0 }, 0 };

		for (int j = 0; j < columns; j++) {
			put_cell(&e, t, i, j, 1);
			if (!t->table.rows_add_up)
				at_most(l, t, i, j, i, columns);
		}
		put_cell(&e, t, i, columns, -1);
		if (t->table.rows_add_up)
			linear_row(l, e.factors, false, e.constant);
	}
	for (int j = 0; j <= columns; j++) {
		struct equation e = { { 0 }, 0 };

		for (int i = 0; i < rows; i++) {
			put_cell(&e, t, i, j, 1);
			if (!t->table.columns_add_up)
				at_most(l, t, i, j, rows, j);
		}
		put_cell(&e, t, rows, j, -1);
		if (t->table.columns_add_up)
			linear_row(l, e.factors, false, e.constant);
	}
}

static bool
pose(struct linear *l, struct page *p)
{
	memset(l, 0, sizeof(*l));
	name_variables(l, p);
	for (int k = 0; k < 2; k++)
		pose_turn(l, &p->turn[k]);
	return l->variables > 0;
}

static double
room(struct linear *l, int variable)
{
	return linear_extreme(l, variable, 1) - linear_extreme(l, variable, -1);
}

static bool
is_safe(struct linear *l, int variable)
{
	return variable >= 0 && room(l, variable) >= 1 - 1e-6;
}

/* Of lines and of cells with too few people; those who left the head blank are told on purpose. */
static int
computed(struct linear *l, const struct page *p)
{
	int found = 0;

	for (int k = 0; k < 2; k++) {
		const struct question *q = &p->question[k];
		const struct turn *t = &p->turn[k];

		for (int i = 0; i < q->rows; i++)
			found += q->list[i] > 0 && q->list[i] < p->threshold &&
				 !is_safe(l, q->variable[i]);
		for (int i = 0; i < q->rows; i++)
			for (int j = 0; j < p->question[1 - k].rows; j++) {
				long n = t->counts[at(t, i, j)];

				found += n > 0 && n < p->threshold &&
					 !is_safe(l, t->variable[at(t, i, j)]);
			}
	}
	return found;
}

static void
show(const struct page *p)
{
	for (int k = 0; k < 2; k++) {
		const struct turn *t = &p->turn[k];

		print_message("# by turn %d, threshold %d, several %d, choices %d, blank %d\n", k,
			p->threshold, p->question[k].several, p->question[k].rows, t->blank);
		for (int i = 0; i < (t->table.rows + 1) * (t->table.columns + 1); i++)
			print_message("%4ld%c%s", t->counts[i], " sgf"[t->hidden[i]],
				(i + 1) % (t->table.columns + 1) ? "" : "\n");
	}
}

/* A zero is told by a head without anybody. */
static void
both_hide_the_same(const struct page *p)
{
	const struct turn *one = &p->turn[0], *two = &p->turn[1];

	for (int i = 0; i < p->question[0].rows; i++)
		for (int j = 0; j < p->question[1].rows; j++)
			if (one->counts[at(one, i, j)] > 0 &&
				!one->hidden[at(one, i, j)] != !two->hidden[at(two, j, i)]) {
				show(p);
				fail();
			}
}

static long
hidden_cells(const struct page *p)
{
	long hidden = 0;

	for (int k = 0; k < 2; k++)
		for (int i = 0; i < p->question[k].rows; i++)
			for (int j = 0; j < p->question[1 - k].rows; j++)
				hidden += p->turn[k].hidden[at(&p->turn[k], i, j)] != 0;
	return hidden;
}

static void
nothing_hidden_is_told_by_the_table_turned_round(void **state)
{
	static struct linear l;
	static struct page p;
	const char *wanted = getenv("GROMADA_TABLES");
	long pages = wanted ? atol(wanted) : 400, posed = 0, hidden = 0;

	(void)state;
	seed = 20261122;
	for (long n = 0; n < pages; n++) {
		make(&p);
		if (both(&p) < 10) /* how many left a question blank tells too much of so few */
			continue;
		hide(&p, true);
		both_hide_the_same(&p);
		if (!pose(&l, &p))
			continue;
		posed++;
		hidden += hidden_cells(&p);
		assert_true(linear_solve(&l));
		if (computed(&l, &p) > 0) {
			print_message("# pair %ld\n", n);
			show(&p);
			fail();
		}
	}
	print_message("# %ld pairs, %ld with hidden cells, %ld cells\n", pages, posed, hidden);
	assert_true(posed > pages / 2);
}

/* What each would hide alone: the judge must be able to find a culprit. */
static void
the_judge_sees_what_tables_hidden_one_by_one_tell(void **state)
{
	static struct linear l;
	static struct page p;
	long hidden = 0;
	int found = 0;

	(void)state;
	seed = 20261122;
	for (int n = 0; n < 400; n++) {
		make(&p);
		hide(&p, false);
		hidden += hidden_cells(&p);
		if (pose(&l, &p) && linear_solve(&l))
			found += computed(&l, &p) > 0;
	}
	print_message("# %ld cells hidden one by one\n", hidden);
	assert_true(found > 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_hidden_is_told_by_the_table_turned_round),
		cmocka_unit_test(the_judge_sees_what_tables_hidden_one_by_one_tell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
