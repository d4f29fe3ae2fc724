/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small schema in three versions. */
#ifndef TESTS_STORE_FIXTURE_H
#define TESTS_STORE_FIXTURE_H

#include "files.h"
#include "store/db.h"

enum fixture_query {
	FQ_ADD,     /* name */
	FQ_ADD_PART, /* item, blob */
	FQ_NAMES,
	FQ_COUNT,
	FQ_PARTS,
	FQ_NOTE,    /* note of a name; from version 2 */
	FQ_NOTES,   /* what version 2 does to each row */
	FQ_MISSING_TABLE,
	FQ_TWO,
	FQ_DDL,
	FQ_ATTACH,
	FQ_PRAGMA,
	FQ_PRAGMA_READ,
	FQ_FOLD,    /* text */
	FQ_ENDLESS,
	FQ_TYPES,   /* integer, real, text, blob, NULL as given */
	FQ_AUDIT,
	FQ_AUDIT_CHANGE,
	FQ_AUDIT_DELETE,
	FQ_AUDIT_REPLACE,
	FQ_REMOVE,  /* name */
	FQ_REV,     /* raises rev of a name */
	FQ_REVS,    /* sum of rev */
	FQ_WORD,
	FQ_NONE,
	FQ_COUNT_OF
};

#define FIXTURE_APPLICATION 0x67726f6d

extern const struct db_schema fixture_v1, fixture_v3;

/* Runs SQL through a connection that knows nothing of gromada; asserts that it succeeds. */
void fixture_raw(const char *path, const char *sql);
long fixture_raw_number(const char *path, const char *sql);
void fixture_raw_word(const char *path, const char *sql, char *word, size_t size);

/* One db_write that adds an item. */
int fixture_add(struct db *db, const char *name, struct error *err);
int64_t fixture_count(struct db *db);
/* A file of version 1 with so many items. */
void fixture_make_old(const char *path, int items);

#endif
