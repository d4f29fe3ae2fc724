/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database in memory with a dozen units, and values put into it by hand. */
#ifndef TESTS_MODEL_VALUES_FIXTURE_H
#define TESTS_MODEL_VALUES_FIXTURE_H

#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/database.h"
#include "model/indicators/flag.h"
#include "model/person.h"
#include "model/units/register.h"
#include "model/indicators/series.h"
#include "model/indicators/slice.h"
#include "model/units/unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define assert_done(call, err) \
	do { \
		int done_result = (call); \
		if (done_result) \
			print_message("# %s\n", (err).text); \
		assert_int_equal(done_result, 0); \
	} while (0)
#define assert_code(err, wanted) \
	do { \
		if ((err).code != (wanted)) \
			print_message("# %s\n", (err).text); \
		assert_int_equal((err).code, (wanted)); \
		error_clear(&(err)); \
	} while (0)

/* Values are decimals, so they are compared exactly. */
#define assert_value(a, b) assert_true((a) == (b))

/* Opens the database with voivodeships 02 and 14, three powiaty, six gminy, two parts. */
struct db *fixture_database(void);
int fixture_slot(struct db *db, const char *code);
/* Wałbrzych was 0221091 until 2012 and is 0265011 since; 0201022 went into 0201011 after 2014. */
void fixture_changes(struct db *db);
/* A card with a series fed by "values", direction as given; returns its id. */
int64_t fixture_indicator(struct db *db, const char *code, char direction);
int64_t fixture_derived(struct db *db, const char *code, const char *numerator,
	const char *denominator, double multiplier);
/* One import that brings cells "code=value" or "code=:flag", separated by blanks, for a year of
 * an indicator. Returns its number, 0 when it brought nothing new. */
int64_t fixture_values(struct db *db, const char *indicator, int year, const char *cells);
struct indicator fixture_card(struct db *db, const char *code, struct arena *arena);

#endif
