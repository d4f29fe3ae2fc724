/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Administrative decisions as quarterly totals, without records of cases: how many were issued,
 * late, appealed against, and what the board of appeal (SKO) did with them. */
#ifndef MODEL_DECISION_COUNT_H
#define MODEL_DECISION_COUNT_H

#include "base/arena.h"
#include "model/owner.h"

#include <math.h>

enum decision_item {
	DECISION_ISSUED,
	DECISION_LATE,          /* after the statutory time */
	DECISION_LATE_EXTENDED, /* after the extended time; apart from the former */
	DECISION_APPEALED,
	DECISION_UPHELD,        /* these five are the appeals decided: upheld to inadmissible */
	DECISION_SENT_BACK,
	DECISION_OVERTURNED,
	DECISION_DISCONTINUED,
	DECISION_INADMISSIBLE,
	DECISION_INVALID,       /* declared invalid */
	DECISION_CHANGED,       /* by the office itself */
	DECISION_ITEMS
};
const char *decision_item_name(enum decision_item item);  /* issued: in files */
const char *decision_item_label(enum decision_item item); /* translated */

struct decision_count {
	int64_t id, rev; /* id 0 = new */
	char uid[33], owner[OWNER_SIZE];
	int slot, year, quarter;
	char case_type[96], department[96], remark[256];
	int64_t count[DECISION_ITEMS];
	bool made_up;
	char unit[16], unit_name[96]; /* code, name; by the functions that load */
};

struct decision_filter {  /* zero = all */
	int slot;         /* NO_SLOT = all */
	int64_t group;    /* members of an exchange group; 0 = all */
	int first_year, last_year;
	const char *case_type, *department; /* NULL = all; however they are written */
	bool retired;     /* the retired ones in place of those in force */
};

/* By unit's name, year, quarter, case type, department. Of a unit or group that is asked for, what
 * stands under the other code of a city too, as that member's. */
int decision_count_list(struct db *db, const struct decision_filter *filter, struct arena *arena,
	struct decision_count **list, int *count, struct error *err);
int decision_count_load(struct db *db, int64_t id, struct decision_count *out, struct error *err);
enum decision_field { DECISION_FIELD_UNIT = 1, DECISION_FIELD_YEAR, DECISION_FIELD_QUARTER,
	DECISION_FIELD_CASE, DECISION_FIELD_DEPARTMENT, DECISION_FIELD_COUNTS };
/* error.field of a number: DECISION_FIELD_COUNTS + item. New ones take type of cases and department
 * as the unit wrote them before: blanks and case make no other word, and sums go by words. */
int decision_count_save(struct db *db, struct decision_count *c, struct error *err);
int decision_count_retire(struct db *db, const struct decision_count *c, struct error *err);
int decision_count_restore(struct db *db, int64_t id, struct error *err);
/* The types of cases, or departments, that a unit has totals of, each once, as it was written last,
 * in Polish order. slot NO_SLOT = of all units. */
int decision_words(struct db *db, int slot, bool departments, struct arena *arena,
	const char ***list, int *count, struct error *err);

/* What does not go together: sentences in the arena; 0 = nothing. earlier: appeals of former
 * quarters that still waited, −1 = not known. */
int decision_warnings(const struct decision_count *c, int64_t earlier, struct arena *arena,
	const char **list, int max);
/* Appeals of the same unit, case type and department before this quarter less those decided. */
int decision_waiting(struct db *db, const struct decision_count *c, int64_t *earlier,
	struct error *err);

/* ---- shares ---- */
enum decision_share {
	DECISION_SHARE_LATE,          /* DA02: late of issued */
	DECISION_SHARE_LATE_EXTENDED, /* of issued */
	DECISION_SHARE_APPEALED,      /* DA03: of issued */
	DECISION_SHARE_OVERTURNED,    /* DA04A: sent back and overturned of appeals decided */
	DECISION_SHARE_OF_ISSUED,     /* DA04B: the same of issued */
	DECISION_SHARE_SENT_BACK,     /* DA05: sent back of appeals decided */
	DECISION_SHARES
};
const char *decision_share_name(enum decision_share share);        /* late_of_issued: in files */
const char *decision_share_label(enum decision_share share);       /* translated */
const char *decision_share_denominator(enum decision_share share); /* "of decisions issued" */
int64_t decision_decided(const int64_t *count); /* upheld to inadmissible */
/* Per cent; NAN where the denominator is 0. */
double decision_share_of(const int64_t *count, enum decision_share share);

/* Sums by unit and period. */
struct decision_sum {
	int slot;
	const char *unit, *unit_name;
	int year, quarter; /* quarter 0 = the whole year */
	int rows, quarters; /* quarters: of the department that has the fewest, of any type */
	int64_t count[DECISION_ITEMS];
	bool made_up;
};
/* quarterly: one sum per quarter; else one per year. By unit's name, then time. Of a type of cases
 * or department alone where the filter says so. */
int decision_sums(struct db *db, const struct decision_filter *filter, bool quarterly,
	struct arena *arena, struct decision_sum **list, int *count, struct error *err);

#endif
