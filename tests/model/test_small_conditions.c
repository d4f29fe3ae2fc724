/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions of all kinds on many small random waves: those that are accepted differ by nobody or
 * by a group. GROMADA_TABLES says how many waves. */
#include "config.h"

#include "small_wave.h"

#include "model/tables/tabulate_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { CONDITIONS = 40, WORDS = SMALL_FORMS / 64 + 1 };
static const char *const questions[] = { "sex", "place", "services", "age" };
enum { SEX, PLACE, SERVICES, AGE, QUESTIONS };

static struct small_wave w;
static struct error err;

struct accepted {
	char where[256];
	int names; /* bits of questions, above them of marks */
	uint64_t forms[WORDS];
};

static int
make(void **state)
{
	(void)state;
	return small_wave_open(&w);
}

static int
drop(void **state)
{
	(void)state;
	small_wave_release(&w);
	return 0;
}

static int
below(int n)
{
	return small_wave_below(&w, n);
}

/* ---- waves ---- */

static struct answer_column *
column(int question)
{
	const struct answer_column *c;

	assert_int_equal(wave_column(&w.all, questions[question], &c, &err), 0);
	return (struct answer_column *)c;
}

static void
fill_number(int blanks)
{
	struct answer_column *c = column(AGE);
	int range = below(2) ? 8 : 70;

	for (int i = 0; i < SMALL_FORMS; i++) {
		((unsigned char *)c->missing)[i] =
			below(SMALL_FORMS) < blanks ? MISSING_NO_ANSWER : MISSING_NONE;
		((double *)c->value)[i] = 18 + below(1 + below(range));
	}
}

static void
fill_marks(int blanks)
{
	struct answer_column *c = column(SERVICES);
	int often = 1 + below(6);

	for (int i = 0; i < SMALL_FORMS; i++) {
		((unsigned char *)c->missing)[i] =
			below(SMALL_FORMS) < blanks ? MISSING_NO_ANSWER : MISSING_NONE;
		((uint64_t *)c->marks)[i] =
			(uint64_t)(below(3) == 0) | (uint64_t)(below(6 * often) < often) << 1 |
			(uint64_t)(below(20 * often) == 0) << 2;
	}
}

static void
begin(void)
{
	int people = 60 + below(below(2) ? 140 : SMALL_FORMS - 60);

	for (int q = 0; q < QUESTIONS; q++)
		column(q)->count = SMALL_FORMS;
	small_wave_answer(&w, "sex", 2, below(2) ? 0 : below(40), SMALL_FORMS);
	small_wave_answer(&w, "place", 2 + below(5), below(2) ? 0 : below(40), SMALL_FORMS);
	fill_number(below(2) ? 0 : below(40));
	fill_marks(below(2) ? 0 : below(40));
	w.all.forms = (size_t)people;
	for (int q = 0; q < QUESTIONS; q++)
		column(q)->count = (size_t)people;
	small_wave_begin(&w);
}

/* ---- conditions ---- */

static int
add_clause(char *where, size_t size, int question)
{
	static const char *const signs[] = { "=", "!=", "=" };
	static const char *const orders[] = { "<", ">=", "=", ">" };
	size_t length = strlen(where);
	int mark = below(2);

	switch (question) {
	case SERVICES:
		snprintf(where + length, size - length, "%s(selected(${services}, '%d'))",
			below(2) ? "not" : "", mark + 1);
		return 1 << (QUESTIONS + mark);
	case AGE:
		snprintf(where + length, size - length, "${age} %s %d", orders[below(4)],
			16 + below(below(2) ? 10 : 70));
		break;
	default:
		snprintf(where + length, size - length, "${%s} %s '%d'", questions[question],
			signs[below(3)], 1 + below(question == SEX ? 2 : 6));
		break;
	}
	return 1 << question;
}

static int
draw(char *where, size_t size)
{
	int clauses = 1 + below(4), names = 0, wanted = 1 + below(3);
	int of[3] = { below(QUESTIONS), below(QUESTIONS), below(QUESTIONS) };

	where[0] = '\0';
	for (int i = 0; i < clauses; i++) {
		int question = of[below(wanted)];

		if (i > 0)
			snprintf(where + strlen(where), size - strlen(where), "%s",
				below(2) ? " and " : " or ");
		names |= add_clause(where, size, question);
	}
	return names;
}

static bool
accepts(struct accepted *a)
{
	const unsigned char *selected;

	error_clear(&err);
	if (tally_select(&w.all, a->where, tabulation_threshold(&w.all, 0), &selected, &err) < 0) {
		assert_int_equal(err.code, ERROR_DENIED);
		return false;
	}
	memset(a->forms, 0, sizeof(a->forms));
	for (size_t i = 0; i < w.all.forms; i++)
		a->forms[i / 64] |= (uint64_t)(selected[i] != 0) << i % 64;
	return true;
}

/* How many the first takes and neither of the others does, which must lie within it and apart. */
static int
left(const struct accepted *a, const struct accepted *b, const struct accepted *c, uint64_t *rest)
{
	int count = 0;

	for (int i = 0; i < WORDS; i++) {
		uint64_t others = b->forms[i] | (c ? c->forms[i] : 0);

		if (others & ~a->forms[i] || (c && b->forms[i] & c->forms[i]))
			return 0;
		rest[i] = a->forms[i] & ~others;
		count += __builtin_popcountll(rest[i]);
	}
	return count;
}

static bool
nested(int a, int b)
{
	return (a & b) == a || (a & b) == b;
}

static bool
all_left_blank(const uint64_t *rest, int names)
{
	for (size_t i = 0; i < w.all.forms; i++) {
		bool blank = false;

		for (int q = 0; q < QUESTIONS; q++)
			blank = blank || (names >> q & 1 && column(q)->missing[i]);
		if (rest[i / 64] >> i % 64 & 1 && !blank)
			return false;
	}
	return true;
}

static void
everybody(struct accepted *a)
{
	*a = (struct accepted){ .where = "(all)" };
	for (size_t i = 0; i < w.all.forms; i++)
		a->forms[i / 64] |= UINT64_C(1) << i % 64;
}

static int
draw_conditions(struct accepted *list)
{
	int count = 1;

	everybody(&list[0]);
	for (int i = 0; i < CONDITIONS; i++) {
		list[count].names = draw(list[count].where, sizeof(list[count].where));
		count += accepts(&list[count]);
	}
	return count;
}

/* ---- the tests ---- */

static void
no_two_conditions_on_the_same_questions_or_some_of_them_differ_by_few(void **state)
{
	static struct accepted list[CONDITIONS + 1];
	long accepted = 0, pairs = 0, differ = 0;
	uint64_t rest[WORDS];

	(void)state;
	w.seed = 20261124;
	for (long n = 0; n < small_wave_count(120); n++) {
		int count;

		begin();
		count = draw_conditions(list);
		accepted += count - 1;
		for (int a = 0; a < count; a++)
			for (int b = 0; b < count; b++) {
				int people = left(&list[a], &list[b], NULL, rest);

				if (!nested(list[a].names, list[b].names) || people == 0)
					continue;
				pairs++;
				differ += people < 10;
				if (people < 10 && differ < 6)
					print_message("# %d: %s, not %s\n", people, list[a].where,
						list[b].where);
			}
		small_wave_end(&w);
	}
	print_message("# %ld conditions accepted, %ld pairs, %ld differ by few\n", accepted, pairs,
		differ);
	assert_int_equal(differ, 0);
	assert_true(accepted > 500 && pairs > 1000);
}

/* Three tables together: only of those who left a question blank a rest may be told. */
static void
nor_do_two_of_them_leave_few_of_a_third_but_who_left_a_question_blank(void **state)
{
	static struct accepted list[CONDITIONS + 1];
	const int listed = 1 << SEX | 1 << PLACE;
	long triples = 0, tell = 0;
	uint64_t rest[WORDS];

	(void)state;
	w.seed = 20261125;
	for (long n = 0; n < small_wave_count(120); n++) {
		int count;

		begin();
		count = draw_conditions(list);
		for (int a = 0; a < count; a++)
			for (int b = 0; b < count; b++)
				for (int c = b + 1; c < count; c++) {
					int names = list[a].names | list[b].names | list[c].names;
					int people;

					if (names & ~listed)
						continue;
					people = left(&list[a], &list[b], &list[c], rest);
					triples += people > 0;
					if (people == 0 || people >= 10 ||
						all_left_blank(rest, names))
						continue;
					if (++tell < 6)
						print_message("# %d: %s, not %s, not %s\n", people,
							list[a].where, list[b].where,
							list[c].where);
				}
		small_wave_end(&w);
	}
	print_message("# %ld triples, %ld tell of few\n", triples, tell);
	assert_int_equal(tell, 0);
	assert_true(triples > 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			no_two_conditions_on_the_same_questions_or_some_of_them_differ_by_few),
		cmocka_unit_test(
			nor_do_two_of_them_leave_few_of_a_third_but_who_left_a_question_blank),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
