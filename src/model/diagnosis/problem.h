/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key problems of a unit, its priorities and its drivers of development. A priority follows from
 * problems and drivers; a ballot ranks problems. */
#ifndef MODEL_PROBLEM_H
#define MODEL_PROBLEM_H

#include "base/arena.h"
#include "model/units/unit.h"
#include "store/db.h"

enum problem_kind { PROBLEM_PROBLEM, PROBLEM_PRIORITY, PROBLEM_DRIVER, PROBLEM_KINDS };
const char *problem_kind_name(enum problem_kind k);  /* in files */
const char *problem_kind_label(enum problem_kind k); /* translated */
int problem_kind_from_name(const char *name);        /* -1 = unknown */

enum problem_field {
	PROBLEM_FIELD_KIND = 1,
	PROBLEM_FIELD_UNIT,
	PROBLEM_FIELD_YEAR,
	PROBLEM_FIELD_TEXT,
	PROBLEM_FIELD_AREA,
	PROBLEM_FIELD_POSITION,
	PROBLEM_FIELD_NOTE
};

struct problem { /* zero = new */
	int64_t id, rev;
	char uid[33];
	int slot;
	enum problem_kind kind;
	int year;
	int position; /* rank, 0 = not ranked */
	char text[1024];
	char area[128]; /* in words */
	char note[1024];
	int evidence, links; /* read only: how many; links of a priority: what it follows from */
	/* Read only: the newest closed ballot on entries of its unit, kind and year was without it,
	 * so that its place is an older one. */
	bool not_voted;
};

struct problem_filter {
	int slot;         /* NO_SLOT = any */
	int kind;         /* enum problem_kind, -1 = any */
	int year;         /* 0 = any */
	int64_t priority; /* those that it follows from; 0 = any */
	bool retired;     /* the retired ones in place of those in use */
};
/* By year; those of the newest ballot by rank, then what it was not asked about. */
int problem_list(struct db *db, const struct problem_filter *filter, struct arena *arena,
	struct problem **list, int *count, struct error *err);
int problem_load(struct db *db, int64_t id, struct problem *out, struct error *err);
/* ERROR_CONFLICT when rev is not the one that was read. Refused: a new one of the unit, kind and
 * year with the words of another that is in use. */
int problem_save(struct db *db, struct problem *p, struct error *err);
/* The same inside db_write. */
int problem_put(struct db *db, struct problem *p, struct error *err);
int problem_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int problem_restore(struct db *db, int64_t id, struct error *err);
/* From which problems and drivers a priority follows; takes the place of what stood there.
 * Raises its rev. */
int problem_link(struct db *db, struct problem *priority, const int64_t *problems, int count,
	struct error *err);
/* Inside db_write, for a ballot that closes: problems in the order of their votes get ranks 1,
 * 2, …; equal means share a rank (ranks[i] of problems[i]). */
int problem_rank(
	struct db *db, const int64_t *problems, const int *ranks, int count, struct error *err);

#endif
