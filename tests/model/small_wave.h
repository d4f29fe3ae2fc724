/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave whose answers are drawn anew again and again, in the columns that tables are counted
 * from. */
#ifndef TESTS_MODEL_SMALL_WAVE_H
#define TESTS_MODEL_SMALL_WAVE_H

#include "survey_fixture.h"

#include <stdint.h>

enum { SMALL_FORMS = 600 };

struct small_wave {
	struct made_survey made;
	struct wave_columns all;
	struct arena arena, tables; /* the wave stays, its tables go */
	uint64_t seed;
};

int small_wave_open(struct small_wave *w);
void small_wave_release(struct small_wave *w);
int small_wave_below(struct small_wave *w, int n);
/* New answers among the first choices (low) or points of a range; some are rare. Forms from people
 * on count nowhere. */
void small_wave_answer(
	struct small_wave *w, const char *question, int choices, int blanks, int people);
/* Between them tables are made. */
void small_wave_begin(struct small_wave *w);
void small_wave_end(struct small_wave *w);
/* How many waves GROMADA_TABLES asks for. */
long small_wave_count(long usual);

#endif
