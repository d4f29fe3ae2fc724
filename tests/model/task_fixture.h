/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft strategy with a handful of goals, put in by hand. */
#ifndef TESTS_MODEL_TASK_FIXTURE_H
#define TESTS_MODEL_TASK_FIXTURE_H

#include "values_fixture.h"

#include "model/strategies/strategy.h"

enum { TASK_FIXTURE_STRATEGY = 1, TASK_FIXTURE_OTHER = 2 };
/* Goals of the first one: 1 and 2 strategic, 3 (1.1) and 4 (1.2) below the first, 5 (2.1) below the
 * second; 6 is the other strategy's. */

struct task_fixture {
	struct db *db;
	struct arena arena;
	struct error err;
};

void task_fixture_start(struct task_fixture *f);
void task_fixture_end(struct task_fixture *f);
void task_fixture_sql(struct task_fixture *f, const char *sql);
int64_t task_fixture_number(struct task_fixture *f, const char *sql);
int64_t task_fixture_rev(struct task_fixture *f); /* of the first strategy now */

#endif
