/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets: indicators of goals, or of the whole strategy, with what they are to reach; values on
 * the way, changes after adoption, and readings of those that no indicator feeds. */
#ifndef MODEL_TARGET_H
#define MODEL_TARGET_H

#include "model/kept.h"
#include "model/strategies/strategy.h"
#include "model/strategies/strategy_change.h"
#include "model/strategies/target_status.h"

enum target_kind { TARGET_CONTEXT, TARGET_PRODUCT, TARGET_RESULT, TARGET_IMPACT, TARGET_KINDS };
const char *target_kind_name(enum target_kind k);   /* in files */
const char *target_kind_label(enum target_kind k);  /* translated */
int target_kind_from_name(const char *name);        /* -1 = unknown */
const char *target_direction_label(char direction); /* S, D, N, K; translated */

/* Fields that errors name; a form of fields follows this order. */
enum target_field {
	TARGET_FIELD_GOAL = 1,
	TARGET_FIELD_NAME,
	TARGET_FIELD_KIND,
	TARGET_FIELD_INDICATOR,
	TARGET_FIELD_UNIT,
	TARGET_FIELD_MEASURE,
	TARGET_FIELD_DECIMALS,
	TARGET_FIELD_DIRECTION,
	TARGET_FIELD_LOW,
	TARGET_FIELD_HIGH,
	TARGET_FIELD_TOLERANCE,
	TARGET_FIELD_BASE_YEAR,
	TARGET_FIELD_BASE,
	TARGET_FIELD_PATH,
	TARGET_FIELD_TARGET_YEAR,
	TARGET_FIELD_TARGET,
	TARGET_FIELD_OFFICE,
	TARGET_FIELD_SOURCE,
	TARGET_FIELD_FREQUENCY,
	TARGET_FIELD_MONTH,
	TARGET_FIELD_METHOD,
	TARGET_FIELD_NOTE,
	TARGET_FIELD_RESOLUTION,
	TARGET_FIELD_CHANGED_ON,
	TARGET_FIELD_REASON
};

enum { TARGET_PATH_MOST = 40, TARGET_DECIMALS_MOST = 6 };

struct target { /* target_new() = new */
	int64_t id;
	char uid[33];
	int64_t strategy;
	int64_t goal; /* 0 = of the whole strategy */
	int position; /* within its goal; 0 = at the end */
	char name[256];
	enum target_kind kind;
	char indicator[33]; /* code; "" = keyed in readings */
	int slot;           /* whose figure; NO_SLOT = the strategy's unit */
	char measure[64];
	int decimals;
	char direction;              /* S, D, N, K */
	double low, high, tolerance; /* NAN = not said */
	int base_year, target_year;  /* 0 = not said */
	double base, target;         /* NAN = not said */
	char office[KEPT_OFFICE_SIZE], source[KEPT_LINE_SIZE];
	char frequency; /* R yearly, 2 every two years, Q, M */
	int month;      /* of the next year in which it is known; 0 = not said */
	char method[1024], note[1024];
	bool retired;
	struct target_step path[TARGET_PATH_MOST];
	int path_count;
};
struct target target_new(int64_t strategy, int64_t goal);
/* "2024=60; 2027=75", as people type it. Returns dst. */
char *target_path_text(const struct target *t, char *dst, size_t size);
/* How its course runs from base to target, as people read it: "linear", "linear through 60 in 2024,
 * 75 in 2027"; "" where no line leads. In the arena. */
const char *target_path_words(const struct target *t, struct arena *arena);
/* Into the target; the error names TARGET_FIELD_PATH. */
int target_path_parse(const char *text, struct target *t, struct error *err);
/* What it is judged by; points into the target. Context aims at nothing. */
struct target_rule target_rule_of(const struct target *t);

struct target_filter {
	int64_t strategy;
	int64_t goal; /* 0 = all */
	bool retired;
};
/* With their paths, by goal and place; not in the order of the tree (target_course.h is). */
int target_list(struct db *db, const struct target_filter *filter, struct arena *arena,
	struct target **list, int *count, struct error *err);
int target_load(struct db *db, int64_t id, struct target *out, struct error *err);

/* Refused: no name; a number without its year; a target not after its base or equal to it; one
 * that lies on the wrong side of it; a path that leaves its years, turns, or overshoots (the nearer
 * end of an interval, where that is all that is wanted); low above high; K without base and
 * tolerance; an unknown indicator or unit; a new one of a strategy in force, or one that aims
 * otherwise, without a reason; a second name in one goal for one unit. */
int target_save(struct db *db, int64_t rev, struct target *t, const struct strategy_why *why,
	struct error *err);
/* The same inside a write of the caller, who has touched the strategy. */
int target_put(struct db *db, struct target *t, const struct strategy_why *why, struct error *err);
int target_check(struct db *db, const struct target *t, struct error *err);
/* Whether what the history of a strategy in force tells differs: name, goal, what is measured and
 * of whom, base, path, what is wanted. */
bool target_aims_otherwise(const struct target *a, const struct target *b);
int target_move(struct db *db, int64_t rev, int64_t id, int by, struct error *err);
/* why: of a strategy in force; may be NULL of a draft. */
int target_retire(
	struct db *db, int64_t rev, int64_t id, const struct strategy_why *why, struct error *err);
int target_restore(
	struct db *db, int64_t rev, int64_t id, const struct strategy_why *why, struct error *err);

/* ---- readings ---- */

struct target_reading {
	int64_t target;
	int year;
	double value; /* NAN = missing, why says the flag */
	unsigned char flag;
	const char *source; /* KEPT_LINE_SIZE (model/kept.h) */
	const char *login, *entered_at;
	int64_t import_id;     /* the sheet or file that brought it; 0 = keyed */
	const char *file_name; /* of it; "" */
};
/* Of one target, or of all of a strategy (target 0), by target and year. */
int target_readings(struct db *db, int64_t strategy, int64_t target, struct arena *arena,
	struct target_reading **list, int *count, struct error *err);
/* Writes or rewrites a year; value NAN with FLAG_NONE takes the reading away. seen: what stood
 * there when it was read (NULL = nothing); another value now is an ERROR_CONFLICT. Refused for
 * targets that an indicator feeds, and for years whose approved report has the figure: what is
 * known later is a correction (round_correct(), model/monitoring/round_freeze.h). */
int target_reading_save(struct db *db, const struct target_reading *reading,
	const struct target_reading *seen, struct error *err);
/* Whether they say the same, whatever their sources: the source of one is not that of another. */
bool target_reading_same(const struct target_reading *a, const struct target_reading *b);
/* The same inside a write of the caller, whatever stood there; login and entered_at are filled
 * in. */
int target_reading_put(struct db *db, const struct target_reading *reading, struct error *err);
/* Whether a reading of the year may be written at all: 0, or -1 with the sentence why not. */
int target_reading_open(struct db *db, int64_t target, int year, struct error *err);
/* A figure as it is typed: a number, or a reason such as bd or nd. 0, or -1 with a sentence. */
int target_reading_parse(const char *text, double *value, unsigned char *flag, struct error *err);

#endif
