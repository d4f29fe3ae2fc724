/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces of the program's own work, each with a small database to do it on: imports of every
 * kind, undoing them, saving cards and groups, copies. Shared by the programs that let the disk,
 * the memory or the process fail in the middle of them. */
#ifndef TESTS_FAULT_WORKS_H
#define TESTS_FAULT_WORKS_H

#include "base/error.h"
#include "store/db.h"

#include <stdbool.h>

struct work {
	const char *name; /* a_sentence_like_this */
	/* Files into the folder, and what the open database holds before the work. */
	int (*build)(struct db *db, struct error *err);
	int (*run)(struct db *db, struct error *err);
	bool closed; /* run() opens the database itself; db is NULL */
};

extern const struct work works[];
extern const int work_count;

/* Odd variants have a cache of a few pages, so that a work writes long before its end. */
enum { WORK_VARIANTS = 2 };

/* Puts the old state into the empty folder; it is built once and kept in memory. */
int work_prepare(const struct work *w, int variant, struct error *err);
/* Opens, enters a person, runs, closes. */
int work_act(const struct work *w, int variant, struct error *err);
struct work_result {
	bool acknowledged; /* only the new state will do */
	bool killed;       /* temporaries may lie about */
};
/* Opens and looks: the old or the new state, sound, and no litter; else -1 and why. */
int work_verify(const struct work *w, int variant, const struct work_result *result,
	struct error *err);
/* Opens the folder's database and enters the person who works there. */
int work_open(struct db **db, int variant, struct error *err);
const struct work *work_named(const char *name);

/* ---- works_forms.c for works.c ---- */
int works_forms_build(struct db *db, struct error *err);
int works_forms_put(struct db *db, struct error *err);
int works_forms_finish(struct db *db, struct error *err);
int works_forms_finish_second(struct db *db, struct error *err);

/* ---- works.c for works_run.c ---- */
const char *works_database(void);
int works_write_files(struct error *err); /* the files that imports read */

#endif
