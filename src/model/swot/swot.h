/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SWOT analyses of units: strengths, weaknesses, opportunities and threats with weight, rating and
 * place on the axis. What pairs of factors do to each other is in swot_pair.h. */
#ifndef MODEL_SWOT_H
#define MODEL_SWOT_H

#include "base/arena.h"
#include "store/db.h"

enum factor_kind { FACTOR_STRENGTH, FACTOR_WEAKNESS, FACTOR_OPPORTUNITY, FACTOR_THREAT,
	FACTOR_KINDS };
const char *factor_kind_name(enum factor_kind k);    /* in files */
const char *factor_kind_label(enum factor_kind k);   /* translated, one: "strength" */
const char *factor_kind_heading(enum factor_kind k); /* translated, many: "Strengths" */
const char *factor_kind_letter(enum factor_kind k);  /* S, W, O, T */
int factor_kind_from_name(const char *name);         /* -1 = unknown */

/* Fields that errors name; a form of fields follows this order. */
enum swot_field { SWOT_FIELD_UNIT = 1, SWOT_FIELD_TITLE, SWOT_FIELD_CODE, SWOT_FIELD_YEAR,
	SWOT_FIELD_HALVES, SWOT_FIELD_NOTE };

struct swot { /* zero = new */
	int64_t id, rev;
	char uid[33];
	char code[33]; /* what commands take; "" of a new one: proposed from its year */
	int slot;
	char title[256];
	int year;
	bool halves;   /* pairs by 0,5 in place of whole numbers */
	bool made_up;
	char note[1024];
	int factors;   /* read only */
};

struct swot_filter {
	int slot;     /* NO_SLOT = any */
	bool retired; /* the retired ones in place of those in use */
};
/* The newest year first. */
int swot_list(struct db *db, const struct swot_filter *filter, struct arena *arena,
	struct swot **list, int *count, struct error *err);
int swot_load(struct db *db, int64_t id, struct swot *out, struct error *err);
int swot_find(struct db *db, const char *code, struct swot *out, struct error *err);
/* Refused: no unit, no title, a code that is taken or has other signs than letters, digits, "-",
 * "_" and ".", whole numbers while pairs have halves, a rev that is not the one read
 * (ERROR_CONFLICT). */
int swot_save(struct db *db, struct swot *s, struct error *err);
int swot_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int swot_restore(struct db *db, int64_t id, struct error *err);

/* ---- factors ---- */

enum factor_field { FACTOR_FIELD_KIND = 1, FACTOR_FIELD_TEXT, FACTOR_FIELD_AREA,
	FACTOR_FIELD_WEIGHT, FACTOR_FIELD_RATING, FACTOR_FIELD_AXIS };

struct swot_factor { /* zero and numbers NAN = new */
	int64_t id;
	enum factor_kind kind;
	int position;    /* within its kind; read only */
	char text[1024];
	char area[128];  /* name of a dimension in files (goal.h), or words; "" = none */
	double weight;   /* 0 to 1 within its kind; NAN = not weighed */
	double rating;   /* 1 to 5, by hand or the mean of a closed ballot; NAN = not rated */
	double spread;   /* standard deviation of the ballot; NAN = rated by hand; read only */
	double axis;     /* -5 hinders most … 5 helps most; NAN = not placed */
	int evidence;    /* read only: how many */
};

/* By kind and position. */
/* The area as people read it: a dimension's label, else the word. */
const char *swot_area_words(const struct swot_factor *f);
int swot_factors(struct db *db, int64_t swot, struct arena *arena, struct swot_factor **list,
	int *count, struct error *err);
/* The rest changes lines of the SWOT as it was read at *rev, which is raised with them; *rev 0:
 * however it stands now. */
/* A new factor goes to the end of its kind, and so does one whose kind changed; then its pairs are
 * dropped, because they were keyed for the other side. A rating by hand forgets the ballot's
 * spread. An area without a letter is refused. */
int swot_factor_save(struct db *db, int64_t swot, int64_t *rev, struct swot_factor *factor,
	struct error *err);
/* A key problem becomes a weakness, a driver of development a strength, each with its evidence as
 * it was frozen; refused of another unit. *factor: the new one. */
int swot_factor_take(struct db *db, int64_t swot, int64_t *rev, int64_t problem, int64_t *factor,
	struct error *err);
/* Pairs that are keyed of it, in both matrices. */
int swot_factor_pairs(struct db *db, int64_t factor, int *count, struct error *err);
/* It, its pairs and evidence come back by deleted_line_restore(). */
int swot_factor_remove(struct db *db, int64_t swot, int64_t *rev, int64_t factor,
	struct error *err);
/* Up (-1) or down (1) by one place within its kind. */
int swot_factor_move(struct db *db, int64_t swot, int64_t *rev, int64_t factor, int by,
	struct error *err);
/* Along the axis; NAN takes it off. */
int swot_factor_place(struct db *db, int64_t swot, int64_t *rev, int64_t factor, double axis,
	struct error *err);
/* Equal weights for a kind, or those there are made to sum to 1: refused with the numbers of
 * factors that have none. */
int swot_weights_even(struct db *db, int64_t swot, int64_t *rev, enum factor_kind kind,
	struct error *err);
int swot_weights_scale(struct db *db, int64_t swot, int64_t *rev, enum factor_kind kind,
	struct error *err);

struct swot_weights { /* of one kind */
	int count, weighed;
	int first_open; /* number of the first that is not weighed; 0 = none */
	double sum;
	bool usable; /* all are weighed and sum to 1, each ± 0,005: hundredths are rounded */
};
/* Pure. Whether somebody has weighed one otherwise than the same for each. */
bool swot_weights_given(const struct swot_factor *list, int count, enum factor_kind kind);
/* Pure. */
struct swot_weights swot_weights_of(const struct swot_factor *list, int count,
	enum factor_kind kind);

#endif
