/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of one indicator for many units over the years of a diagnosis, and the folding of a
 * tree. Known in this folder only. */
#ifndef MODEL_DIAGNOSIS_PARTS_H
#define MODEL_DIAGNOSIS_PARTS_H

#include "model/diagnosis/diagnosis.h"
#include "model/indicators/path.h"

/* All units that are looked at, and what one indicator says of them. */
struct courses {
	struct db *db;
	const struct unit_table *units;
	int first_year, years;   /* the last of them is the diagnosis's */
	int *slots, count;
	struct path path;
	unsigned char *stops;    /* [unit][year]: a split or merge before it */
	struct vector *v;        /* one per year */
	double *values;          /* [unit][year] as they are; NAN = none */
	unsigned char *breaks;   /* [unit][year] */
	unsigned char *flags;    /* [unit], of the last year */
	double *turned, *slopes, *changes; /* [unit]: more is better; NAN = none */
	unsigned char *lacks;    /* [unit]: enum standard_lack of the change */
	unsigned char *firsts, *lasts; /* [unit]: places of the years between which it is drawn */
};
/* slots: kept, not copied. Released by courses_end. */
int courses_begin(struct courses *c, struct db *db, const struct unit_table *units,
	const struct diagnosis *question, int *slots, int count, struct arena *arena,
	struct error *err);
void courses_end(struct courses *c);
int courses_load(struct courses *c, const struct indicator *card, struct error *err);

/* Sums on the way from indicators to the whole; one set per area. */
struct fold {
	double level, level_middle, level_weight;
	double change, change_middle, change_weight;
	double weight; /* of all parts */
	int n, of, change_n;
};
void fold_add(struct fold *f, double weight, double level, double level_middle, double change,
	double change_middle);
/* folds[tree->count] is the whole; indicators are in already. areas may be folds of one unit. */
void fold_tree(const struct area_tree *tree, enum standard_method method, struct fold *folds,
	struct diagnosis_area *areas);

/* The indicators that a question asks about, in order; areas and weights beside them. */
struct asked {
	struct indicator *card;
	int area;       /* -1 = in none */
	double weight;
};
int diagnosis_asked(struct db *db, const struct diagnosis *question, struct arena *arena,
	struct area_tree *tree, struct asked **list, int *count, struct error *err);

/* Inside db_write: keeps a new question; id, uid and rev are set. */
int diagnosis_put(struct db *db, struct diagnosis *d, struct error *err);

#endif
