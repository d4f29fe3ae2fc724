/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave whose answers are drawn anew again and again. */
#include "config.h"

#include "small_wave.h"

#include "model/results/answer_column_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

int
small_wave_open(struct small_wave *w)
{
	const struct answer_column *unpacked;
	struct error unspoken = { 0 };

	if (survey_make(&w->made, NULL, "anna", SMALL_FORMS) < 0 ||
		wave_columns_open(w->made.db, &w->made.wave, "en", &w->arena, &w->all,
			&w->made.err) < 0)
		return -1;
	for (int i = 0; i < w->all.book->asked_count; i++) /* none in an arena of tables */
		if (wave_column(&w->all, w->all.book->asked[i].name, &unpacked, &unspoken) < 0)
			error_clear(&unspoken);
	return 0;
}

void
small_wave_release(struct small_wave *w)
{
	arena_release(&w->arena);
	survey_release(&w->made);
}

int
small_wave_below(struct small_wave *w, int n)
{
	w->seed = w->seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((w->seed >> 33) % (uint64_t)n);
}

static int
pick(struct small_wave *w, int n)
{
	int a = small_wave_below(w, n), b = small_wave_below(w, n);

	return small_wave_below(w, 3) ? (a < b ? a : b)
	       : a < b                ? a
				      : small_wave_below(w, n + 1) % n;
}

static void
forget(struct small_wave *w)
{
	for (int i = 0; i < w->all.book->asked_count; i++) {
		struct column_asked *a = &w->all.book->asked[i];

		a->same = NULL;
		a->sorted = false;
		a->sorts = NULL;
		a->heads = NULL;
	}
	w->all.book->selection = NULL;
}

void
small_wave_answer(struct small_wave *w, const char *question, int choices, int blanks, int people)
{
	const struct answer_column *c;
	struct error err;

	assert_int_equal(wave_column(&w->all, question, &c, &err), 0);
	for (int i = 0; i < SMALL_FORMS; i++) {
		int answer = pick(w, choices);

		((unsigned char *)c->missing)[i] =
			i >= people || small_wave_below(w, SMALL_FORMS) < blanks ? MISSING_NO_ANSWER
										 : MISSING_NONE;
		if (c->kind == COLUMN_CHOICE)
			((uint16_t *)c->choice)[i] = (uint16_t)answer;
		else
			((double *)c->value)[i] = c->low + c->step * answer;
	}
}

void
small_wave_begin(struct small_wave *w)
{
	forget(w);
	w->all.arena = &w->tables;
}

void
small_wave_end(struct small_wave *w)
{
	forget(w);
	arena_release(&w->tables);
	w->all.arena = &w->arena;
}

long
small_wave_count(long usual)
{
	const char *wanted = getenv("GROMADA_TABLES");

	return wanted ? atol(wanted) : usual;
}
