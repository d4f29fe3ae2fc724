/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own figures: values keyed by hand for indicators of kind own, read as any other values. What
 * stood there before each change is kept. */
#ifndef MODEL_OWN_FIGURE_H
#define MODEL_OWN_FIGURE_H

#include "model/indicators/indicator.h"
#include "model/indicators/slice.h"
#include "model/indicators/value.h"
#include "model/owner.h"

/* ---- values, for model/indicators/value.c ---- */
/* What is not verified yet is preliminary, and what only draft sheets ask for, begun or not, is
 * FLAG_DRAFT, with its number: so it counts nowhere. Under what is keyed lie totals of decisions
 * (model/sheets/decision_feed.h), for the cards that they feed. */
int own_vector(struct db *db, int64_t indicator, int year, struct vector *v, struct error *err);
/* One unit's years into points[year - first]. */
int own_points(struct db *db, int64_t indicator, int slot, int first, int last,
	struct slice_point *points, struct error *err);
/* Sets years[year - first] for years that have figures or totals of decisions; drafts: also where
 * all figures are drafts. */
int own_years(struct db *db, int64_t indicator, bool drafts, int first, int count,
	unsigned char *years, struct error *err);
/* Sets at[slot] where a figure of the year is not verified yet. */
int own_unverified(struct db *db, int64_t indicator, int year, bool *at, int slots,
	struct error *err);
/* Of a whole year, or of one unit: who keyed the newest figure and when. slot NO_SLOT = all; where
 * several units gave figures, it is said of how many, unless all name the same source. */
int own_source(struct db *db, int64_t indicator, int year, int slot, struct value_source *out,
	struct error *err);

/* Figures keyed as made up, and quarters that feed the card. slot NO_SLOT = of any unit. */
int own_made_up(
	struct db *db, int64_t indicator, int year, int slot, bool *made_up, struct error *err);

/* ---- figures ---- */
enum { OWN_REMARK_SIZE = 512, OWN_SOURCE_SIZE = 128 };

struct own_figure {
	int64_t indicator_id; /* 0 = nothing is there */
	int year, slot;
	double value;     /* NAN = missing */
	char missing[4];  /* "", bd, nd */
	char remark[OWN_REMARK_SIZE];
	char source[OWN_SOURCE_SIZE]; /* where the office took it from */
	bool verified, made_up;
	int64_t import_id; /* file that brought it; 0 = keyed */
	char login[64], changed_at[32]; /* who keyed it last, UTC */
};

/* out->indicator_id 0: no figure. */
int own_figure_load(struct db *db, int64_t indicator, int year, int slot, struct own_figure *out,
	struct error *err);
/* The same, and where this office has none what a member told beside its sheets: to be looked at,
 * not to be saved. */
int own_figure_read(struct db *db, int64_t indicator, int year, int slot, struct own_figure *out,
	struct error *err);
/* "1 234,5", "12.5", "bd", "nd" into value and missing; "" = no figure (both empty). What it cannot
 * be is refused in words. */
int own_figure_parse(const char *text, double *value, char missing[4], struct error *err);
/* As it is typed: decimal comma, at most the decimals it has; bd, nd, "". */
const char *own_figure_show(double value, const char *missing, char *dst, size_t size);

/* Saves what f says where was is what the caller read (all zero: nothing was there): another figure
 * meanwhile is ERROR_CONFLICT with what stands there and whose it is. A figure without value and
 * reason is deleted. A change begins the sheets that ask the unit for it, makes an approved one a
 * draft again, and a sent or verified one queried, with a question that says so. */
int own_figure_save(struct db *db, const struct own_figure *f, const struct own_figure *was,
	struct error *err);
/* The same inside db_write; *changed if not NULL. */
int own_figure_put(struct db *db, const struct own_figure *f, const struct own_figure *was,
	bool *changed, struct error *err);
/* The groups whose sheets, handed in with the figure, a change makes “to be explained”: "GWD-1,
 * GWD-2"; "" = none. Asked before the change. */
int own_figure_reopens(struct db *db, const struct own_figure *f, char *groups, size_t size,
	struct error *err);
/* The office that told the figure beside its sheets, where this one has none and no sheet asks for
 * it; "" = none. It is only read. */
int own_figure_told(struct db *db, const struct own_figure *f, char owner[OWNER_SIZE],
	struct error *err);
/* Refused where figures or a data sheet hang on the indicator; field: of the error. */
int own_figure_check_free(struct db *db, int64_t indicator, int field, struct error *err);
/* Same value or reason, the same remark and source. */
bool own_figure_same(const struct own_figure *a, const struct own_figure *b);

/* Of the figures that were keyed, came in files and came in packages the last stands there that was
 * not taken back, in whatever order others are: what lies under another figure is left out when
 * that is taken back. A package gives way before older ones of its return; what this office goes on
 * with after it is its own word and stays.
 * Inside db_write: takes back what a file brought. */
int own_figure_forget(struct db *db, int64_t import_id, struct error *err);
/* Inside db_write: the same for files undone before, whose figures came back from below something
 * that was undone after them. */
int own_figure_forget_undone(struct db *db, struct error *err);

struct own_figure_beside { /* of a unit, asked for by no sheet; texts in the arena */
	const char *code, *name, *measure, *missing, *remark;
	int decimals, year;
	double value; /* NAN = missing, for the reason */
	bool made_up;
};
/* By code and year. */
int own_figure_beside(struct db *db, int slot, struct arena *arena, struct own_figure_beside **list,
	int *count, struct error *err);

struct own_figure_former { /* newest first; texts in the arena */
	double value;
	const char *missing, *remark, *login, *changed_at;
};
int own_figure_history(struct db *db, int64_t indicator, int year, int slot, struct arena *arena,
	struct own_figure_former **list, int *count, struct error *err);

#endif
