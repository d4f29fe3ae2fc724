/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy of 2021 to 2030 with four indicators and two tasks of three offices, put in by hand. */
#ifndef TESTS_MODEL_YEAR_FIXTURE_H
#define TESTS_MODEL_YEAR_FIXTURE_H

#include "values_fixture.h"

enum { YEAR_STRATEGY = 1 };
/* Goals 1 (strategic) and 2 (1.1). Targets of goal 2, base 2021, target 2030 at 100 from 10:
 * 1 keyed by the office Oświata, 2 fed by the card L1 (office Oświata), 3 keyed, fewer is better,
 * of the office Drogi, 4 keyed, of nobody. Tasks: 1 of Drogi, 2 of Kultura. */

struct year_fixture {
	struct db *db;
	struct arena arena;
	struct error err;
};

void year_start(struct year_fixture *f);
void year_end(struct year_fixture *f);
void year_sql(struct year_fixture *f, const char *sql);
int64_t year_number(struct year_fixture *f, const char *sql);
/* "act" of the newest line of the audit log. */
const char *year_last_act(struct year_fixture *f);

#endif
