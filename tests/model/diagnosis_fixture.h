/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database with six gminy, whose figures diagnoses are made of. */
#ifndef TESTS_MODEL_DIAGNOSIS_FIXTURE_H
#define TESTS_MODEL_DIAGNOSIS_FIXTURE_H

#include "values_fixture.h"

#include "model/diagnosis/diagnosis.h"

#define near(a, b) assert_true(fabs((a) - (b)) < 1e-9)

extern struct db *db;
extern struct unit_table units;
extern struct arena arena;
extern struct error err;

/* Before and after each test. */
int diagnosis_setup(void **state);
int diagnosis_teardown(void **state);
#define TEST(name) cmocka_unit_test_setup_teardown(name, diagnosis_setup, diagnosis_teardown)

int slot(const char *code);
/* Six gminy with 10 to 90 in 2020; 020101 rises by 1 a year, the others stand still. */
void give_values(const char *code, char direction);
/* Over 2018-2020. */
struct diagnosis question(const char *code, const char *peers);
struct diagnosis_result compute(const struct diagnosis *d);
const struct diagnosis_row *row_of(const struct diagnosis_result *r, const char *code);

#endif
