/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A distribution and all its cross-tables at once: what one hides no other tells, judged by a
 * linear programme over all of them. GROMADA_TABLES says how many random waves. */
#include "values_fixture.h"

#include "linear.h"
#include "model/privacy/suppression.h"

enum { PEOPLE = 160, ANSWERS = 5, BREAKS = 2, HEADS = 4, MOST = (ANSWERS + 1) * (HEADS + 1) };

struct page { /* people, their distribution and its tables by each break */
	int people, answers, answer[PEOPLE];
	bool several;                  /* more answers than one: marks */
	long list[ANSWERS];
	unsigned char hidden[ANSWERS];
	struct by {
		int heads, head[PEOPLE];   /* the last one: without an answer */
		bool blank;
		long counts[MOST];
		unsigned char hidden[MOST];
		struct suppression_outcome outcome;
		int variable[MOST];
	} by[BREAKS];
	int variable[ANSWERS], threshold;
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

static int
at(const struct by *b, int row, int head)
{
	return row * (b->heads + 1) + head;
}

static bool
says(const struct page *p, int person, int answer)
{
	return p->several ? p->answer[person] >> answer & 1 : p->answer[person] == answer;
}

static void
ask(struct page *p)
{
	memset(p, 0, sizeof(*p));
	p->people = 40 + below(PEOPLE - 40);
	p->answers = 2 + below(ANSWERS - 1);
	p->several = below(4) == 0;
	p->threshold = 3 + below(4);
	for (int i = 0; i < p->people; i++)
		p->answer[i] = p->several ? below(1 << p->answers) & below(1 << p->answers)
					  : pick(p->answers);
	for (int i = 0; i < p->people; i++)
		for (int a = 0; a < p->answers; a++)
			p->list[a] += says(p, i, a);
	for (int k = 0; k < BREAKS; k++) {
		struct by *b = &p->by[k];
		int blanks = below(3) == 0 ? below(40) : below(4), named = 2 + below(HEADS - 2);

		b->heads = named + (blanks > 0);
		b->blank = blanks > 0;
		for (int i = 0; i < p->people; i++)
			b->head[i] = below(p->people) < blanks ? named : pick(named);
		b->blank = false;
		for (int i = 0; i < p->people; i++)
			b->blank |= b->head[i] == named;
		b->heads = named + b->blank;
	}
}

static void
cross(const struct page *p, struct by *b)
{
	for (int i = 0; i < p->people; i++) {
		for (int a = 0; a < p->answers; a++) {
			b->counts[at(b, a, b->head[i])] += says(p, i, a);
			b->counts[at(b, a, b->heads)] += says(p, i, a);
		}
		b->counts[at(b, p->answers, b->head[i])]++;
		b->counts[at(b, p->answers, b->heads)]++;
	}
	suppression_table(&(struct suppression_table){ .rows = p->answers,
				  .columns = b->heads,
				  .counts = b->counts,
				  .rows_add_up = true,
				  .columns_add_up = !p->several,
				  .blank = b->blank,
				  .threshold = p->threshold,
				  .group = 10 },
		b->hidden, &b->outcome);
}

static void
hide(struct page *p)
{
	struct suppression_outcome out;

	suppression_list(&(struct suppression_list){ .answers = p->list,
				 .answer_count = p->answers,
				 .valid = p->people,
				 .answers_add_up = !p->several,
				 .threshold = p->threshold },
		p->hidden, &out);
	for (int k = 0; k < BREAKS; k++)
		cross(p, &p->by[k]);
}

/* ---- the judge ---- */

struct equation {
	double factors[LINEAR_VARIABLES], constant;
};

/* A cell of a table, or a line of the distribution: a variable from 0 on where it is hidden. */
static void
put(struct equation *e, bool hidden, int variable, long count, double factor)
{
	if (hidden)
		e->factors[variable] += factor;
	else
		e->constant -= factor * (double)count;
}

static void
pose_table(struct linear *l, const struct page *p, const struct by *b)
{
	for (int a = 0; a <= p->answers; a++) {
		struct equation e = { { 0 }, 0 };
		int total = at(b, a, b->heads);

		for (int h = 0; h < b->heads; h++)
			put(&e, b->hidden[at(b, a, h)], b->variable[at(b, a, h)], b->counts[at(b, a, h)], 1);
		put(&e, b->hidden[total], b->variable[total], b->counts[total], -1);
		linear_row(l, e.factors, false, e.constant);
	}
	for (int h = 0; h < b->heads; h++) {
		struct equation e = { { 0 }, 0 };
		int base = at(b, p->answers, h);

		for (int a = 0; a < p->answers; a++) {
			struct equation one = { { 0 }, 0 };
			int cell = at(b, a, h);

			put(&e, b->hidden[cell], b->variable[cell], b->counts[cell], 1);
			put(&one, b->hidden[cell], b->variable[cell], b->counts[cell], 1);
			put(&one, b->hidden[base], b->variable[base], b->counts[base], -1);
			if (p->several && (b->hidden[cell] || b->hidden[base]))
				linear_row(l, one.factors, true, one.constant);
		}
		put(&e, b->hidden[base], b->variable[base], b->counts[base], -1);
		if (!p->several)
			linear_row(l, e.factors, false, e.constant);
	}
}

/* What all tables of the page say together; the totals of each are lines of the distribution, and a
 * total that only one of them hides is known. */
static void
pose(struct linear *l, struct page *p)
{
	struct equation sum = { { 0 }, (double)p->people };
	bool known[ANSWERS] = { false };

	memset(l, 0, sizeof(*l));
	for (int a = 0; a < p->answers; a++) {
		known[a] = !p->hidden[a];
		for (int k = 0; k < BREAKS; k++)
			known[a] |= !p->by[k].hidden[at(&p->by[k], a, p->by[k].heads)];
		if (!known[a])
			p->variable[a] = l->variables++;
		put(&sum, !known[a], p->variable[a], p->list[a], 1);
	}
	for (int k = 0; k < BREAKS; k++) {
		struct by *b = &p->by[k];

		for (int i = 0; i < at(b, p->answers, b->heads); i++)
			if (i % (b->heads + 1) < b->heads && b->hidden[i])
				b->variable[i] = l->variables++;
		for (int a = 0; a < p->answers; a++) {
			b->hidden[at(b, a, b->heads)] = !known[a];
			b->variable[at(b, a, b->heads)] = p->variable[a];
		}
	}
	for (int k = 0; k < BREAKS; k++)
		pose_table(l, p, &p->by[k]);
	if (!p->several)
		linear_row(l, sum.factors, false, sum.constant);
}

static double
room(struct linear *l, int variable)
{
	return linear_extreme(l, variable, 1) - linear_extreme(l, variable, -1);
}

static bool
few(const struct page *p, long n)
{
	return n > 0 && n < p->threshold;
}

/* Of cells with too few people, and of each hidden line; how many can be computed. */
static int
computed(struct linear *l, const struct page *p)
{
	int found = 0;

	for (int a = 0; a < p->answers; a++)
		found += p->hidden[a] && (!p->by[0].hidden[at(&p->by[0], a, p->by[0].heads)] ||
						 room(l, p->variable[a]) < 1 - 1e-6);
	for (int k = 0; k < BREAKS; k++) {
		const struct by *b = &p->by[k];

		for (int i = 0; i < at(b, p->answers, b->heads - b->blank); i++)
			if (i % (b->heads + 1) < b->heads && few(p, b->counts[i]))
				found += !b->hidden[i] || room(l, b->variable[i]) < 1 - 1e-6;
	}
	return found;
}

static void
no_hidden_line_or_cell_is_told_by_another_table(void **state)
{
	static struct linear l;
	static struct page p;
	const char *wanted = getenv("GROMADA_TABLES");
	long pages = wanted ? atol(wanted) : 400, hidden = 0, all = 0;

	(void)state;
	seed = 20261123;
	for (long n = 0; n < pages; n++) {
		ask(&p);
		hide(&p);
		for (int k = 0; k < BREAKS; k++)
			for (int a = 0; a < p.answers; a++)
				assert_int_equal(!p.hidden[a],
					!p.by[k].hidden[at(&p.by[k], a, p.by[k].heads)]);
		pose(&l, &p);
		if (l.variables == 0)
			continue;
		hidden++;
		all += p.by[0].outcome.all + p.by[1].outcome.all;
		assert_true(linear_solve(&l));
		if (computed(&l, &p) == 0)
			continue;
		print_message("# page %ld, threshold %d, several %d\n", n, p.threshold, p.several);
		for (int k = 0; k < BREAKS; k++)
			for (int i = 0; i < (p.answers + 1) * (p.by[k].heads + 1); i++)
				print_message("%4ld%c%s", p.by[k].counts[i],
					p.by[k].hidden[i] > 3 ? '?' : " sgf"[p.by[k].hidden[i]],
					(i + 1) % (p.by[k].heads + 1) ? "" : "\n");
		fail();
	}
	print_message("# %ld pages, %ld with hidden cells, %ld tables without any\n", pages, hidden,
		all);
	assert_true(hidden > pages / 2);
}

/* The judge must be able to find a culprit. */
static void
the_judge_sees_a_total_that_one_table_shows(void **state)
{
	static struct linear l;
	static struct page p;
	int found = 0;

	(void)state;
	seed = 5;
	for (int n = 0; n < 100; n++) {
		bool shown = false;

		ask(&p);
		hide(&p);
		for (int a = 0; a < p.answers; a++)
			if (p.hidden[a] && !shown && !few(&p, p.list[a])) {
				p.by[1].hidden[at(&p.by[1], a, p.by[1].heads)] = SUPPRESSION_SHOWN;
				shown = true;
			}
		if (!shown)
			continue;
		pose(&l, &p);
		assert_true(l.variables == 0 || linear_solve(&l));
		found += computed(&l, &p) > 0;
	}
	assert_true(found > 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_hidden_line_or_cell_is_told_by_another_table),
		cmocka_unit_test(the_judge_sees_a_total_that_one_table_shows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
