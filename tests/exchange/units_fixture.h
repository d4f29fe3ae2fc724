/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small register of 16 voivodeships, files for the importers, and a database in memory. */
#ifndef TESTS_EXCHANGE_UNITS_FIXTURE_H
#define TESTS_EXCHANGE_UNITS_FIXTURE_H

#include "exchange/importer.h"
#include "model/database.h"
#include "model/person.h"
#include "model/units/register.h"
#include "model/units/unit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct fixture {
	struct db *db;
	char folder[64];
	struct error err;
	struct import_preview preview; /* of the last import; texts are gone, numbers count */
};

int fixture_open(void **state);
int fixture_close(void **state);

/* The register as CSV: in every voivodeship WW the powiat WW01 with a town WW0101, a rural gmina
 * WW0102 and an urban-rural one WW0103; and the city 1465 with its district. Each pair of
 * change, ended by NULL, is a text to find and its replacement. The result is freed. */
char *fixture_register(const char *date, const char *const *change);
/* Replaces each occurrence; frees text. */
char *fixture_replace(char *text, const char *find, const char *with);
const char *fixture_file(struct fixture *f, const char *name, const char *text); /* static path */
/* Reads and writes; returns the import's number, 0 = nothing new, -1 refused (f->err). */
int64_t fixture_import(struct fixture *f, const char *path, const struct import_options *options);
int64_t fixture_import_text(struct fixture *f, const char *name, const char *text);
int64_t fixture_import_register(struct fixture *f, const char *date, const char *const *change);
/* Refused with a sentence that holds the text, and the database is as before. */
void fixture_refused(struct fixture *f, const char *name, const char *text, const char *sentence);
void fixture_units(struct fixture *f, struct unit_table *t);
int fixture_faults(struct fixture *f); /* of check_database; printed too */
/* Everything the units' tables hold, as text to compare; freed. */
char *fixture_dump(struct fixture *f);

#endif
