/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group of three gminy with a data sheet of three lines, in a database in memory. */
#ifndef TESTS_MODEL_SHEETS_FIXTURE_H
#define TESTS_MODEL_SHEETS_FIXTURE_H

#include "model/sheets/data_sheet.h"
#include "store/db.h"

enum { GROUP = 1, OWN_A = 11, OWN_B = 12, OWN_C = 13, FED = 14 }; /* FED: has a series */

struct sheets {
	struct db *db;
	struct arena arena;
	struct data_sheet sheet; /* of 2025: OWN_A 0 to 100, OWN_B ±20 %, OWN_C anything */
	struct error err;
};

int sheets_open(void **state); /* cmocka: *state is a struct sheets */
int sheets_close(void **state);
void sheets_sql(struct db *db, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
long sheets_number(struct db *db, const char *sql);
/* Keys a figure over whatever stands there. */
int sheets_key(struct sheets *s, int64_t indicator, int year, int slot, const char *text,
	const char *remark);

#endif
