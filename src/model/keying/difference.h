/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences between first and second keying, their settling, and what they say about quality. */
#ifndef MODEL_DIFFERENCE_H
#define MODEL_DIFFERENCE_H

#include "model/surveys/form.h"

struct difference {
	int64_t form, number; /* number = stamped on the form */
	int64_t question;
	int occurrence;
	int page;
	char question_number[16];
	const char *name, *label;   /* of the question */
	const char *first, *second; /* as stored; "" with a reason */
	enum missing first_missing, second_missing;
	const char *third; /* what stands instead of both, once that is settled; NULL = "" */
	enum missing third_missing;
	char outcome[12], charged[8], settled[8];
	char first_keyer[16], second_keyer[16]; /* initials; "" when erased or not one's own */
};

/* ---- places for lists: where, and whether it is settled ---- */
struct difference_place {
	int64_t form, number, question;
	int occurrence, page;
	const char *question_number, *name, *label;
	char outcome[12], settled[8];
};
struct difference_counts {
	int all, open;
};
int difference_count(struct db *db, int64_t wave, int64_t batch, struct difference_counts *counts,
	struct error *err);
/* Open ones, then settled ones, each by form number, page, question; batch 0 = of the wave. limit 0
 * = all of them, else the first ones, which cost little however many follow. counts = of all. */
int difference_places(struct db *db, int64_t wave, int64_t batch, int limit, struct arena *arena,
	struct difference_place **list, int *count, struct difference_counts *counts,
	struct error *err);

/* ---- with what was keyed ---- */
/* ERROR_MISSING = the readings do not differ there any more. */
int difference_load(struct db *db, const struct difference_place *place, struct arena *arena,
	struct difference *d, struct error *err);
/* The first open one of a form with that number or a higher one, else the first of all; left = how
 * many are open, 0 = there is no next one. */
int difference_next(struct db *db, int64_t wave, int64_t batch, int64_t number, struct arena *arena,
	struct difference *next, int *left, struct error *err);
/* batch 0 = of the wave; open_only: what is not settled. By form number, page, question. Keyers are
 * told to coordinators, to others only where it was they. */
int difference_list(struct db *db, int64_t wave, int64_t batch, bool open_only,
	struct arena *arena, struct difference **list, int *count, struct error *err);
/* Whether two answers to a question are the same: case and blanks at the ends do not count, numbers
 * are compared as numbers, several choices in any order; nothing keyed is the same whether blank or
 * off the route. NULL = not there. */
bool difference_same(const struct question *q, const struct answer *a, const struct answer *b);
/* Compares a finished second reading with the first, field by field; inside the caller's
 * transaction. Only questions keyed twice in this wave; what is off the route in both or was passed
 * over does not count. Each difference becomes a row: open, or in a wave that verifies while keying
 * settled for the second reading (the same value keyed twice). *differences = how many.
 *
 * reading_finish then judges the batch: when none of its forms waits for second keying, at least
 * 100 fields were compared and more than the wave's threshold differ, all of it is keyed twice. */
int difference_compare(struct db *db, int64_t form, const struct questionnaire *q,
	int *differences, struct error *err);
/* In a wave that verifies while keying: the verifier typed something else and came back to the
 * first reading's value. */
int difference_slip(struct db *db, const struct reading *r, int64_t question, int occurrence,
	struct error *err);
enum settled_by { SETTLED_VERIFY, SETTLED_THIRD, SETTLED_BOTH };
/* One decision: first, second, third with its own value (a third reading), or ambiguous with what
 * shall stand; a third value that equals one of the two counts as that one. By a person who read
 * neither (SETTLED_THIRD), or by the two readers with the paper (SETTLED_BOTH, said by one of them
 * or by a coordinator on an account of their own). Who read the form is no third person, whatever
 * the account may do. When the last one of a form is settled the form is done. */
int difference_settle(struct db *db, const struct difference *d, const struct keyer *keyer,
	const char *outcome, const char *value, enum missing missing, enum settled_by by,
	const struct questionnaire *q, struct error *err);
/* The same for what a person typed: the value must be allowed by the form's own questionnaire.
 * outcome: first, second, third or ambiguous; value is as stored. A printed exit brings its own
 * reason; missing may name that one too. */
int difference_decide(struct db *db, int64_t wave, const struct difference *d,
	const struct keyer *keyer, const char *outcome, const char *value, enum missing missing,
	enum settled_by by, struct error *err);
/* Takes the last decision on a field back: a coordinator, or who might have taken it in the same
 * way. keyer NULL or without an id = the operator of the account. */
int difference_reopen(struct db *db, const struct difference *d, const struct keyer *keyer,
	struct error *err);

/* Whether who is at work is a coordinator or administrator. */
int difference_coordinates(struct db *db, bool *yes, struct error *err);

/* ---- quality ---- */
/* Bounds in per cent of a share, 95 % (Wilson 1927); 0 and 100 when there is nothing. */
void quality_interval(int64_t found, int64_t of, double *low, double *high);
/* Per cent of fields that are still wrong after everything was keyed twice, when the second keying
 * showed that found per cent of them were wrong: found * (1 - s) / s. s is the share of mistakes
 * that a second keying by another person finds, 0.883 in 560 forms with 104,720 fields; by the same
 * person it is 0.690 (Kawado et al. 2003, doi 10.1016/S0197-2456(03)00089-8). */
double quality_left(double found);
enum quality_by { QUALITY_QUESTION, QUALITY_BATCH, QUALITY_KEYER };
struct quality_row {
	const char *key, *label;
	int forms;           /* keyed twice */
	int64_t fields;      /* compared */
	int64_t differing;
	int64_t first_wrong, second_wrong, both_wrong, open;
	double rate;         /* per cent of fields */
	double low, high;    /* its 95 % interval, Wilson (1927) */
	double wrong;        /* per cent of fields that the first keying had wrong, as settled; of
			      * keyers what they had wrong themselves */
	double left;         /* quality_left(wrong) */
	bool declared;       /* a keyer who said so on a shared account, at least once */
};
/* Keyers (who keyed first or second; a reading of two people counts for neither): differing is what
 * was found wrong against them, first_wrong and second_wrong in which of their roles. All for
 * coordinators and up, one's own row for others (keyer 0 = all, or one's own; on a shared account
 * it is the operator who was declared). */
int quality_report(struct db *db, int64_t wave, enum quality_by by, int64_t keyer,
	struct arena *arena, struct quality_row **rows, int *count, struct error *err);

struct operator_row { /* one operator in one wave */
	int64_t operator_id;
	const char *name, *initials;
	bool declared;
	int forms, fields, keys, rejected, corrections;
	int64_t seconds; /* without pauses and idle time; of others 0 until the wave's speed_from */
	int64_t compared, wrong; /* fields keyed twice by anyone, found wrong against this one */
};
int operator_report(struct db *db, int64_t wave, int64_t operator_id, struct arena *arena,
	struct operator_row **rows, int *count, struct error *err);

#endif
