/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hidden in tables cannot be computed: judged by a linear programme and by trying all
 * tables that agree with what is shown. GROMADA_TABLES says how many random tables. */
#include "values_fixture.h"

#include "linear.h"
#include "model/privacy/suppression.h"

enum { MOST_CELLS = 49 };

#define assert_near_long(got, wanted) assert_true(fabs((got) - (double)(wanted)) < 1e-6)

struct sheet { /* a table and what became of it */
	int rows, columns;
	long counts[MOST_CELLS];
	bool across, down; /* adds up */
	bool covered;      /* the cells of a column are its base at least */
	int threshold, group;
	unsigned char hidden[MOST_CELLS];
	struct suppression_outcome outcome;
};

static int
place(const struct sheet *s, int row, int column)
{
	return row * (s->columns + 1) + column;
}

static void
hide(struct sheet *s)
{
	struct suppression_table t = { .rows = s->rows,
		.columns = s->columns,
		.counts = s->counts,
		.rows_add_up = s->across,
		.columns_add_up = s->down,
		.covered = s->covered,
		.threshold = s->threshold,
		.group = s->group };

	suppression_table(&t, s->hidden, &s->outcome);
}

/* Fills the totals of a table that adds up. */
static void
total(struct sheet *s)
{
	int c = s->columns;

	s->across = s->columns > 0;
	s->down = true;
	for (int i = 0; i < s->rows; i++)
		for (int j = 0; j < c; j++) {
			long n = s->counts[place(s, i, j)];

			s->counts[place(s, i, c)] += n;
			s->counts[place(s, s->rows, j)] += n;
		}
	for (int i = 0; i < s->rows; i++)
		s->counts[place(s, s->rows, c)] += s->counts[place(s, i, c)];
}

static struct sheet
sheet_of(int rows, int columns, const long *cells, int threshold, int group)
{
	struct sheet s = { .rows = rows, .columns = columns, .threshold = threshold,
		.group = group };

	for (int i = 0; i < rows; i++)
		for (int j = 0; j < (columns ? columns : 1); j++)
			s.counts[place(&s, i, j)] = cells[i * (columns ? columns : 1) + j];
	total(&s);
	return s;
}

/* Whether a reader sees the whole column hidden, so that its zeros may be hidden too. */
static bool
looks_whole(const struct sheet *s, int column)
{
	for (int i = 0; i < s->rows; i++)
		if (!s->hidden[place(s, i, column)] && s->counts[place(s, i, s->columns)] > 0)
			return false;
	return true;
}

static long
lowest(const struct sheet *s, int cell)
{
	int column = cell % (s->columns + 1);

	return column < s->columns && cell < place(s, s->rows, 0) && looks_whole(s, column) ? 0 : 1;
}

/* Adds factor * cell to a row of the programme: hidden cells are variables above their lowest. */
static void
add_cell(const struct sheet *s, const int *variable, int cell, double factor, double *row,
	double *constant)
{
	if (s->hidden[cell]) {
		row[variable[cell]] += factor;
		*constant -= factor * (double)lowest(s, cell);
	} else
		*constant -= factor * (double)s->counts[cell];
}

static void
add_sum(struct linear *p, const struct sheet *s, const int *variable, int first, int step,
	int count)
{
	double row[LINEAR_VARIABLES] = { 0 }, constant = 0;

	for (int k = 0; k < count; k++)
		add_cell(s, variable, first + k * step, 1, row, &constant);
	add_cell(s, variable, first + count * step, -1, row, &constant);
	linear_row(p, row, false, constant);
}

/* Where cells do not add up to a total, each is at most the total. */
static void
add_bounds(struct linear *p, const struct sheet *s, const int *variable, int first, int step,
	int count)
{
	for (int k = 0; k < count; k++) {
		double row[LINEAR_VARIABLES] = { 0 }, constant = 0;

		if (!s->hidden[first + k * step] && !s->hidden[first + count * step])
			continue;
		add_cell(s, variable, first + k * step, 1, row, &constant);
		add_cell(s, variable, first + count * step, -1, row, &constant);
		linear_row(p, row, true, constant);
	}
}

/* Everybody in the column marked something. */
static void
add_cover(struct linear *p, const struct sheet *s, const int *variable, int column)
{
	double row[LINEAR_VARIABLES] = { 0 }, constant = 0;

	for (int i = 0; i < s->rows; i++)
		add_cell(s, variable, place(s, i, column), -1, row, &constant);
	add_cell(s, variable, place(s, s->rows, column), 1, row, &constant);
	linear_row(p, row, true, constant);
}

static void
pose(struct linear *p, const struct sheet *s, int *variable)
{
	int width = s->columns + 1, cells = (s->rows + 1) * width;

	memset(p, 0, sizeof(*p));
	for (int i = 0; i < cells; i++)
		if (s->hidden[i])
			variable[i] = p->variables++;
	for (int i = 0; i <= s->rows && s->columns > 0; i++)
		(s->across ? add_sum : add_bounds)(p, s, variable, i * width, 1, s->columns);
	for (int j = 0; j <= s->columns; j++)
		(s->down ? add_sum : add_bounds)(p, s, variable, j, width, s->rows);
	for (int j = 0; j < s->columns && s->covered && !s->down; j++)
		add_cover(p, s, variable, j);
}

/* Fails on a hidden cell for which fewer than threshold numbers are possible. */
static void
assert_safe(const struct sheet *s)
{
	static struct linear p;
	int variable[MOST_CELLS], cells = (s->rows + 1) * (s->columns + 1);
	double need = (s->threshold > 2 ? s->threshold : 2) - 1;

	if (s->outcome.all)
		return;
	pose(&p, s, variable);
	assert_true(p.variables == 0 || linear_solve(&p));
	for (int i = 0; i < cells; i++) {
		double low, high;

		if (!s->hidden[i])
			continue;
		high = linear_extreme(&p, variable[i], 1);
		low = linear_extreme(&p, variable[i], -1);
		if (high - low >= need - 1e-6)
			continue;
		for (int k = 0; k < cells; k++)
			print_message("%s%4ld%c", k % (s->columns + 1) ? "" : "\n#", s->counts[k],
				" sgf"[s->hidden[k]]);
		print_message("\n# cell %d is %g to %g, threshold %d, group %d, %d %d\n", i,
			low + (double)lowest(s, i), high + (double)lowest(s, i), s->threshold,
			s->group, s->across, s->down);
		fail();
	}
}

static void
assert_small_are_hidden(const struct sheet *s)
{
	int cells = (s->rows + 1) * (s->columns + 1);

	for (int i = 0; i < cells; i++)
		if (s->counts[i] > 0 && s->counts[i] < s->threshold)
			assert_true(s->hidden[i]);
}

static void
many_passes_of_few_people_are_hidden(void **state)
{
	/* In the first column twelve passes of two people. */
	const long counts[] = { 12, 30, 25, 67, 20, 30, 25, 75, 32, 60, 50, 142 };
	const long people[] = { 2, 20, 20, 42, 20, 20, 20, 60, 22, 40, 40, 100 };
	const struct suppression_table t = { .rows = 2, .columns = 3, .counts = counts,
		.people = people, .rows_add_up = true, .columns_add_up = true, .threshold = 5,
		.group = 10 };
	struct suppression_outcome out;
	unsigned char hidden[12];

	(void)state;
	suppression_table(&t, hidden, &out);
	assert_int_equal(hidden[0], SUPPRESSION_SMALL);
	assert_int_equal(hidden[4], SUPPRESSION_FURTHER);
	assert_true(hidden[1] || hidden[2]);
	assert_int_equal(hidden[11], SUPPRESSION_SHOWN);
}

/* ---- tables known by heart ---- */

static void
a_table_of_large_counts_is_shown_whole(void **state)
{
	static const long cells[] = { 10, 20, 0, 30, 40, 12 };
	struct sheet s = sheet_of(2, 3, cells, 5, 10);

	(void)state;
	hide(&s);
	assert_int_equal(s.outcome.small + s.outcome.group + s.outcome.further, 0);
	assert_false(s.outcome.all);
}

/* The least that hides one cell of a two-way table are three more, one at each end of a rectangle
 * (Cox 1980); here the one with the smallest counts. */
static void
one_small_cell_takes_three_more_with_it(void **state)
{
	static const long cells[] = { 3, 20, 40, 30, 25, 60, 50, 90, 70 };
	static const unsigned char wanted[] = { SUPPRESSION_SMALL, SUPPRESSION_FURTHER, 0, 0,
		SUPPRESSION_FURTHER, SUPPRESSION_FURTHER, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
	struct sheet s = sheet_of(3, 3, cells, 5, 10);

	(void)state;
	hide(&s);
	assert_memory_equal(s.hidden, wanted, sizeof(wanted));
	assert_int_equal(s.outcome.small, 1);
	assert_int_equal(s.outcome.further, 3);
	assert_safe(&s);
}

static void
a_zero_is_shown_and_protects_nobody(void **state)
{
	static const long cells[] = { 3, 0, 40, 30, 25, 60 };
	struct sheet s = sheet_of(2, 3, cells, 5, 0);

	(void)state;
	hide(&s);
	assert_int_equal(s.hidden[1], SUPPRESSION_SHOWN);
	assert_int_equal(s.hidden[2], SUPPRESSION_FURTHER);
	assert_safe(&s);
}

/* 2 + 2 in a list of 54: their sum can be computed, so only 1 to 3 would be left for each. */
static void
two_small_cells_that_leave_too_few_numbers_take_a_third(void **state)
{
	static const long cells[] = { 2, 2, 50 };
	struct sheet s = sheet_of(3, 0, cells, 5, 10);

	(void)state;
	hide(&s);
	assert_int_equal(s.hidden[0], SUPPRESSION_SMALL);
	assert_int_equal(s.hidden[2], SUPPRESSION_FURTHER);
	assert_int_equal(s.hidden[3], SUPPRESSION_SHOWN);
	assert_safe(&s);
}

static void
three_and_three_leave_five_numbers_each(void **state)
{
	static const long cells[] = { 3, 3, 50 };
	struct sheet s = sheet_of(3, 0, cells, 5, 10);

	(void)state;
	hide(&s);
	assert_int_equal(s.hidden[2], SUPPRESSION_SHOWN);
	assert_int_equal(s.outcome.small, 2);
	assert_safe(&s);
}

static void
a_column_of_few_people_is_hidden_whole_with_the_next_smallest(void **state)
{
	static const long cells[] = { 6, 20, 40, 0, 25, 60, 2, 0, 30 };
	struct sheet s = sheet_of(3, 3, cells, 5, 10);

	(void)state;
	hide(&s);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(s.hidden[i * 4], SUPPRESSION_GROUP);
		assert_int_equal(s.hidden[i * 4 + 1], SUPPRESSION_GROUP);
	}
	/* How many are in the column stands in the distribution. */
	assert_int_equal(s.hidden[3 * 4], SUPPRESSION_SHOWN);
	assert_safe(&s);
}

/* 4 + 5 people: as one group they would stand in the difference of the totals. */
static void
two_columns_of_few_people_take_a_third_with_them(void **state)
{
	static const long cells[] = { 4, 0, 30, 50, 0, 5, 40, 60 };
	struct sheet s = sheet_of(2, 4, cells, 5, 10);

	(void)state;
	hide(&s);
	assert_int_equal(s.hidden[2], SUPPRESSION_GROUP);
	assert_int_equal(s.hidden[3], SUPPRESSION_SHOWN);
	assert_safe(&s);
}

static void
rows_that_nobody_chose_stay_zeros(void **state)
{
	static const long cells[] = { 6, 20, 40, 0, 0, 0, 2, 7, 30 };
	struct sheet s = sheet_of(3, 3, cells, 5, 10);

	(void)state;
	hide(&s);
	for (int j = 0; j <= 3; j++)
		assert_int_equal(s.hidden[4 + j], SUPPRESSION_SHOWN);
	assert_safe(&s);
}

static void
a_table_of_few_people_is_hidden_whole(void **state)
{
	static const long cells[] = { 3, 2, 0, 4 };
	struct sheet s = sheet_of(2, 2, cells, 5, 10);

	(void)state;
	hide(&s);
	assert_true(s.outcome.all);
	for (int i = 0; i < 8; i++)
		assert_true(s.hidden[i]);
}

/* Where nothing can stand beside a small cell, nothing is left to show. */
static void
a_small_cell_beside_zeros_hides_its_totals(void **state)
{
	static const long cells[] = { 3, 0, 0, 40, 20, 30 };
	struct sheet s = sheet_of(2, 3, cells, 5, 0);

	(void)state;
	hide(&s);
	assert_true(s.hidden[0] && s.hidden[3]);
	assert_false(s.outcome.all);
	assert_safe(&s);
}

static void
no_threshold_hides_nothing(void **state)
{
	static const long cells[] = { 1, 2, 3, 1 };
	struct sheet s = sheet_of(2, 2, cells, 0, 0);

	(void)state;
	hide(&s);
	assert_int_equal(s.outcome.small + s.outcome.further + s.outcome.group, 0);
}

static void
an_empty_table_hides_nothing(void **state)
{
	static const long cells[] = { 0, 0, 0, 0 };
	struct sheet s = sheet_of(2, 2, cells, 5, 10);

	(void)state;
	hide(&s);
	assert_int_equal(s.outcome.small + s.outcome.further + s.outcome.group, 0);
	assert_false(s.outcome.all);
}

static void
equal_tables_are_hidden_equally(void **state)
{
	static const long cells[] = { 3, 9, 9, 9, 9, 9, 9, 9, 2 };
	struct sheet a = sheet_of(3, 3, cells, 5, 0), b = a;

	(void)state;
	hide(&a);
	hide(&b);
	assert_memory_equal(a.hidden, b.hidden, 16);
}

static void
list_of(const long *answers, int answer_count, bool adds_up, long valid, unsigned char *hidden,
	struct suppression_outcome *out)
{
	struct suppression_list l = { .answers = answers, .answer_count = answer_count,
		.valid = valid, .answers_add_up = adds_up, .threshold = 5 };

	suppression_list(&l, hidden, out);
}

static void
an_answer_of_few_hides_the_next_smallest_with_it(void **state)
{
	static const long answers[] = { 30, 2, 50 };
	static const unsigned char wanted[] = { SUPPRESSION_FURTHER, SUPPRESSION_SMALL, 0 };
	struct suppression_outcome out;
	unsigned char hidden[3];

	(void)state;
	list_of(answers, 3, true, 82, hidden, &out);
	assert_memory_equal(hidden, wanted, 3);
}

static void
an_answer_that_all_the_others_would_tell_hides_them_all(void **state)
{
	static const long answers[] = { 0, 3 };
	struct suppression_outcome out;
	unsigned char hidden[2];

	(void)state;
	list_of(answers, 2, true, 3, hidden, &out);
	assert_true(out.all);
	assert_true(hidden[0] && hidden[1]);
}

static void
multiple_answers_do_not_give_each_other_away(void **state)
{
	static const long answers[] = { 3, 40, 50 };
	struct suppression_outcome out;
	unsigned char hidden[3];

	(void)state;
	list_of(answers, 3, false, 60, hidden, &out);
	assert_int_equal(hidden[0], SUPPRESSION_SMALL);
	assert_int_equal(out.further, 0);
}

/* Who answered ticked one of the two: of 30 in the north 26 the one, so 4 at least the other, and 8
 * of 40 in the south; together they are 12. */
static void
a_mark_does_not_follow_from_those_who_marked_nothing_else(void **state)
{
	struct sheet s = { .rows = 2,
		.columns = 3,
		.counts = { 26, 32, 60, 118, 4, 8, 80, 92, 30, 40, 100, 170 },
		.across = true,
		.covered = true,
		.threshold = 5,
		.group = 10 };

	(void)state;
	hide(&s);
	assert_int_equal(s.hidden[4], SUPPRESSION_SMALL);
	assert_int_equal(s.hidden[11], SUPPRESSION_SHOWN);
	assert_safe(&s);
}

/* ---- random tables ---- */

static uint64_t seed;

static long
below(long n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (long)((seed >> 33) % (uint64_t)n);
}

static long
pick_count(long size)
{
	long kind = below(10);

	return kind < 3 ? 0 : kind < 7 ? below(size) : below(size) * below(size) / 3;
}

static struct sheet
random_sheet(int most_rows, int most_columns, long size)
{
	struct sheet s = { .rows = (int)below(most_rows) + 1,
		.columns = (int)below(most_columns + 1),
		.threshold = (int)below(8) + 3, .group = below(2) ? 10 : 0 };

	for (int i = 0; i < s.rows; i++)
		for (int j = 0; j < (s.columns ? s.columns : 1); j++)
			s.counts[place(&s, i, j)] = pick_count(size);
	total(&s);
	return s;
}

/* Some number between the largest of the parts and their sum. */
static long
some_union(long largest, long sum)
{
	return largest + (sum > largest ? below(sum - largest + 1) : 0);
}

/* Multiple answers: people part into columns and choose any rows; or part into rows and stand in
 * any columns; or both. */
static struct sheet
random_multiple(bool across, bool down)
{
	struct sheet s = { .rows = (int)below(4) + 1, .columns = (int)below(4) + 1,
		.threshold = (int)below(8) + 3, .group = below(2) ? 10 : 0 };
	int c = s.columns, r = s.rows;

	for (int i = 0; i < r; i++)
		for (int j = 0; j < c; j++)
			s.counts[place(&s, i, j)] = pick_count(20);
	total(&s);
	s.across = across;
	s.down = down;
	for (int j = 0; j < c && !down; j++) {
		long most = 0;

		for (int i = 0; i < r; i++)
			if (s.counts[place(&s, i, j)] > most)
				most = s.counts[place(&s, i, j)];
		s.counts[place(&s, r, j)] = some_union(most, s.counts[place(&s, r, j)]);
	}
	for (int i = 0; i <= r; i++) {
		long most = 0, sum = 0;

		for (int j = 0; j < c; j++) {
			sum += s.counts[place(&s, i, j)];
			if (s.counts[place(&s, i, j)] > most)
				most = s.counts[place(&s, i, j)];
		}
		s.counts[place(&s, i, c)] = across ? sum : some_union(most, sum);
	}
	if (!across && down) {
		s.counts[place(&s, r, c)] = 0;
		for (int i = 0; i < r; i++)
			s.counts[place(&s, r, c)] += s.counts[place(&s, i, c)];
	}
	if (!across && !down)
		for (int i = 0; i < r; i++)
			if (s.counts[place(&s, i, c)] > s.counts[place(&s, r, c)])
				s.counts[place(&s, r, c)] = s.counts[place(&s, i, c)];
	return s;
}

static long
tables_wanted(long quick)
{
	const char *wanted = getenv("GROMADA_TABLES");

	return wanted ? atol(wanted) : quick;
}

static void
no_hidden_cell_of_a_random_table_can_be_computed(void **state)
{
	long tables = tables_wanted(600), whole = 0;

	(void)state;
	seed = 20261122;
	for (long k = 0; k < tables; k++) {
		struct sheet s = random_sheet(6, 6, k % 2 ? 8 : 25);

		hide(&s);
		assert_small_are_hidden(&s);
		assert_safe(&s);
		whole += s.outcome.all && s.counts[(s.rows + 1) * (s.columns + 1) - 1] >= 40;
	}
	/* Of enough people all cells are seldom hidden. */
	print_message("# %ld tables, %ld of forty people or more without cells\n", tables, whole);
	assert_true(whole <= tables / 15);
}

static void
no_hidden_cell_of_multiple_answers_can_be_computed(void **state)
{
	long tables = tables_wanted(400) / 4, whole = 0;

	(void)state;
	seed = 4;
	for (long k = 0; k < tables; k++) {
		struct sheet s = random_multiple(k % 3 == 0, k % 3 == 1);

		s.covered = k % 2;
		hide(&s);
		assert_small_are_hidden(&s);
		assert_safe(&s);
		whole += s.outcome.all && s.counts[(s.rows + 1) * (s.columns + 1) - 1] >= 40;
	}
	print_message("# %ld tables, %ld of forty people or more hidden whole\n", tables, whole);
	assert_true(whole <= tables / 20);
}

/* A frequency as its equations: answers make the valid ones, or are at most these. A variable is
 * what a hidden count exceeds one by. */
static void
pose_list(struct linear *p, const struct suppression_list *l, const unsigned char *hidden)
{
	double sum[LINEAR_VARIABLES] = { 0 }, left = (double)l->valid;

	memset(p, 0, sizeof(*p));
	for (int i = 0; i < l->answer_count; i++) {
		double row[LINEAR_VARIABLES] = { 0 };

		left -= hidden[i] ? 1 : (double)l->answers[i];
		if (!hidden[i])
			continue;
		row[p->variables] = sum[p->variables] = 1;
		p->variables++;
		if (!l->answers_add_up)
			linear_row(p, row, true, (double)l->valid - 1);
	}
	if (l->answers_add_up)
		linear_row(p, sum, false, left);
}

static void
no_hidden_line_of_a_random_frequency_can_be_computed(void **state)
{
	static struct linear p;
	long lists = tables_wanted(600), whole = 0;

	(void)state;
	seed = 77;
	for (long k = 0; k < lists; k++) {
		long counts[MOST_CELLS], sum = 0, most = 0;
		struct suppression_list l = { .answers = counts, .answer_count = (int)below(8) + 1,
			.answers_add_up = below(3) > 0, .threshold = (int)below(8) + 3 };
		struct suppression_outcome out;
		unsigned char hidden[MOST_CELLS];

		for (int i = 0; i < l.answer_count; i++) {
			counts[i] = pick_count(k % 2 ? 8 : 25);
			sum += counts[i];
			most = counts[i] > most ? counts[i] : most;
		}
		l.valid = l.answers_add_up ? sum : some_union(most, sum);
		suppression_list(&l, hidden, &out);
		for (int i = 0; i < l.answer_count; i++)
			if (counts[i] > 0 && counts[i] < l.threshold)
				assert_true(hidden[i]);
		whole += out.all && l.valid >= 60;
		pose_list(&p, &l, hidden);
		if (out.all || p.variables == 0)
			continue;
		assert_true(linear_solve(&p));
		for (int at = 0; at < p.variables; at++)
			assert_true(linear_extreme(&p, at, 1) - linear_extreme(&p, at, -1) >=
				    l.threshold - 1 - 1e-6);
	}
	print_message("# %ld lists, %ld of sixty answers or more hidden whole\n", lists, whole);
	assert_true(whole <= lists / 20);
}

/* What a reader can find by trying every table of whole numbers. */
struct trial {
	const struct sheet *s;
	int hidden[MOST_CELLS], count; /* hidden cells that are no totals */
	long now[MOST_CELLS], low[MOST_CELLS], high[MOST_CELLS];
};

static void
take_trial(struct trial *t)
{
	const struct sheet *s = t->s;
	int c = s->columns, cells = (s->rows + 1) * (c + 1);
	long sum[MOST_CELLS];

	memcpy(sum, t->now, sizeof(sum));
	for (int i = 0; i < s->rows && c > 0; i++) {
		sum[place(s, i, c)] = 0;
		for (int j = 0; j < c; j++)
			sum[place(s, i, c)] += sum[place(s, i, j)];
	}
	for (int j = 0; j <= c; j++) {
		sum[place(s, s->rows, j)] = 0;
		for (int i = 0; i < s->rows; i++)
			sum[place(s, s->rows, j)] += sum[place(s, i, j)];
	}
	for (int k = 0; k < cells; k++)
		if (s->hidden[k] ? sum[k] < lowest(s, k) : sum[k] != s->counts[k])
			return;
	for (int k = 0; k < cells; k++) {
		t->low[k] = sum[k] < t->low[k] ? sum[k] : t->low[k];
		t->high[k] = sum[k] > t->high[k] ? sum[k] : t->high[k];
	}
}

static void
try_all(struct trial *t, int k)
{
	const struct sheet *s = t->s;
	int cell;

	if (k == t->count) {
		take_trial(t);
		return;
	}
	cell = t->hidden[k];
	for (long n = lowest(s, cell); n <= s->counts[place(s, s->rows, s->columns)]; n++) {
		t->now[cell] = n;
		try_all(t, k + 1);
	}
}

static bool
start_trial(struct trial *t, const struct sheet *s)
{
	int cells = (s->rows + 1) * (s->columns + 1);
	double ways = 1;

	*t = (struct trial){ .s = s };
	for (int i = 0; i < cells; i++) {
		bool sum = i >= place(s, s->rows, 0) ||
			(s->columns > 0 && i % (s->columns + 1) == s->columns);

		t->now[i] = t->low[i] = t->high[i] = s->counts[i];
		if (!s->hidden[i] || sum)
			continue;
		t->hidden[t->count++] = i;
		ways *= (double)s->counts[cells - 1] + 1;
	}
	return !s->outcome.all && t->count > 0 && ways < 200000;
}

/* Both judges must say the same of every cell, and both that it is safe. */
static void
trying_all_tables_finds_no_hidden_cell_either(void **state)
{
	static struct linear p;
	long tables = tables_wanted(400), tried = 0;

	(void)state;
	seed = 1;
	for (long k = 0; k < tables; k++) {
		struct sheet s = random_sheet(3, 3, 7);
		int variable[MOST_CELLS], cells = (s.rows + 1) * (s.columns + 1);
		struct trial t;

		hide(&s);
		if (!start_trial(&t, &s))
			continue;
		tried++;
		try_all(&t, 0);
		pose(&p, &s, variable);
		assert_true(linear_solve(&p));
		for (int i = 0; i < cells; i++) {
			if (!s.hidden[i])
				continue;
			assert_true(t.high[i] - t.low[i] >= s.threshold - 1);
			assert_near_long(linear_extreme(&p, variable[i], 1),
				t.high[i] - lowest(&s, i));
			assert_near_long(linear_extreme(&p, variable[i], -1),
				t.low[i] - lowest(&s, i));
		}
	}
	assert_true(tried > tables / 20);
}

/* The judge must be able to find a culprit: without the further cells most tables give way. */
static void
the_judge_sees_a_cell_that_is_hidden_alone(void **state)
{
	static const long cells[] = { 3, 20, 40, 30, 25, 60, 50, 90, 70 };
	struct sheet s = sheet_of(3, 3, cells, 5, 10);
	static struct linear p;
	int variable[MOST_CELLS];

	(void)state;
	s.hidden[0] = SUPPRESSION_SMALL;
	pose(&p, &s, variable);
	assert_true(linear_solve(&p));
	assert_near_long(linear_extreme(&p, 0, 1), 2);
	assert_near_long(linear_extreme(&p, 0, -1), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_of_large_counts_is_shown_whole),
		cmocka_unit_test(one_small_cell_takes_three_more_with_it),
		cmocka_unit_test(a_zero_is_shown_and_protects_nobody),
		cmocka_unit_test(two_small_cells_that_leave_too_few_numbers_take_a_third),
		cmocka_unit_test(three_and_three_leave_five_numbers_each),
		cmocka_unit_test(a_column_of_few_people_is_hidden_whole_with_the_next_smallest),
		cmocka_unit_test(two_columns_of_few_people_take_a_third_with_them),
		cmocka_unit_test(rows_that_nobody_chose_stay_zeros),
		cmocka_unit_test(a_table_of_few_people_is_hidden_whole),
		cmocka_unit_test(a_small_cell_beside_zeros_hides_its_totals),
		cmocka_unit_test(no_threshold_hides_nothing),
		cmocka_unit_test(an_empty_table_hides_nothing),
		cmocka_unit_test(equal_tables_are_hidden_equally),
		cmocka_unit_test(an_answer_of_few_hides_the_next_smallest_with_it),
		cmocka_unit_test(an_answer_that_all_the_others_would_tell_hides_them_all),
		cmocka_unit_test(multiple_answers_do_not_give_each_other_away),
		cmocka_unit_test(a_mark_does_not_follow_from_those_who_marked_nothing_else),
		cmocka_unit_test(no_hidden_cell_of_a_random_table_can_be_computed),
		cmocka_unit_test(no_hidden_cell_of_multiple_answers_can_be_computed),
		cmocka_unit_test(many_passes_of_few_people_are_hidden),
		cmocka_unit_test(no_hidden_line_of_a_random_frequency_can_be_computed),
		cmocka_unit_test(trying_all_tables_finds_no_hidden_cell_either),
		cmocka_unit_test(the_judge_sees_a_cell_that_is_hidden_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
