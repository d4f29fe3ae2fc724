/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results of surveys that became values of indicators: reading them as any other values, and
 * publishing, computing anew and taking them back. */
#ifndef MODEL_PUBLISHED_H
#define MODEL_PUBLISHED_H

#include "model/indicators/indicator.h"
#include "model/indicators/slice.h"
#include "model/indicators/value.h"
#include "model/surveys/wave.h"

enum published_statistic { PUBLISHED_MEAN, PUBLISHED_TOP2, PUBLISHED_BOTTOM2, PUBLISHED_NET,
	PUBLISHED_SHARE, PUBLISHED_STATISTICS };
const char *published_statistic_name(enum published_statistic s);  /* top2: in files */
const char *published_statistic_label(enum published_statistic s); /* translated */

/* ---- values, for model/indicators/value.c ---- */
/* All units of a year, laid over v, which grows where it must. While the wave is open its value
 * is preliminary; what privacy hides has FLAG_PRIVACY. */
int published_vector(struct db *db, int64_t indicator, int year, struct vector *v,
	struct error *err);
/* One unit's years into points[year - first]. */
int published_points(struct db *db, int64_t indicator, int slot, int first, int last,
	struct slice_point *points, struct error *err);
int published_source(struct db *db, int64_t indicator, int year, struct value_source *out,
	struct error *err);

/* ---- results ---- */
struct published { /* texts in the arena */
	int64_t id, rev, indicator_id, wave_id;
	const char *indicator, *indicator_name, *measure; /* indicator: code */
	int decimals, slot, year;
	const char *wave, *wave_name, *survey, *survey_name; /* wave, survey: codes */
	const char *question, *wording;                      /* wording: number, head and label */
	enum published_statistic statistic;
	const char *choice, *choice_label; /* share: whose */
	const char *filter;
	bool weighted, open;               /* open: the wave is not closed yet */
	double value;                      /* NAN = missing */
	const char *missing;               /* "", privacy, no_answers, no_weights */
	long answers;                      /* n it rests on */
	const char *computed_at, *person;  /* who published it or changed an answer last */
};
/* By survey, wave and indicator; wave or indicator 0 = of all. */
int published_list(struct db *db, int64_t wave, int64_t indicator, struct arena *arena,
	struct published **list, int *count, struct error *err);
/* *out NULL = nothing is published there. */
int published_find(struct db *db, int64_t indicator, int slot, int year, struct arena *arena,
	struct published **out, struct error *err);
/* "mean", "top two points (per cent)", "share of those who said “tak”": what was computed. */
const char *published_what(const struct published *p, struct arena *arena);
/* Why there is no value, in words; "" where there is one. */
const char *published_missing(const struct published *p);
unsigned char published_flag(const char *reason); /* FLAG_* of why there is none */
/* Codes of the indicators that have no value because the weights of their waves cannot be computed
 * any more, as one text; "" = none. */
int published_without_weights(
	struct db *db, struct arena *arena, const char **codes, struct error *err);

/* ---- publishing ---- */
struct publication { /* what becomes an indicator's value */
	const char *question;
	enum published_statistic statistic;
	const char *choice; /* PUBLISHED_SHARE: its name or code on paper; else NULL or "" */
	const char *filter; /* NULL or "" = none */
	bool weighted;
	bool replace;       /* also where another result of this unit and year stands */
};
/* Fields of errors; a form of fields follows this order. */
enum publication_field { PUBLICATION_FIELD_WAVE = 1, PUBLICATION_FIELD_QUESTION,
	PUBLICATION_FIELD_STATISTIC, PUBLICATION_FIELD_CHOICE, PUBLICATION_FIELD_FILTER,
	PUBLICATION_FIELD_WEIGHTED, PUBLICATION_FIELD_INDICATOR };
struct published_value {
	double value;        /* rounded to decimals; NAN = missing */
	const char *missing; /* "", privacy, no_answers, no_weights */
	long answers;        /* 0 beside a value: hidden answers could be computed from it */
	bool coarse;         /* a mean beside hidden cells, known to one place */
};
/* "n = 55"; without a number where it is hidden. */
const char *published_answers(long answers, bool value, char *dst, size_t size);
/* mean, top2, share:3, "share:3" with the name of a choice. -1 = a sentence naming all. */
int publication_parse(const char *text, struct publication *p, struct error *err);
/* Whether it means something for the question: a mean of a scale or of numbers, the ends of a scale
 * of four points or more, the share of an answer that can be chosen. */
struct answer_column;
bool published_fits(const struct answer_column *column, enum published_statistic s);
/* What would be published now; nothing is written. Per cents and percentage points lie between
 * -100 and 100. Refused in words: a wave without keyed forms, a statistic that does not fit. */
int published_compute(struct db *db, const struct wave *wave, const struct publication *p,
	int decimals, struct published_value *out, struct error *err);
/* The same of what stands already: what can no longer be counted is missing, with its reason. */
int published_compute_again(struct db *db, const struct wave *wave, const struct publication *p,
	int decimals, struct published_value *out, struct error *err);
/* A new card for it, of kind survey: named as the question is worded, with the measure, decimals,
 * direction and source that go with it; the code is the caller's. */
int published_card(struct db *db, const struct wave *wave, const struct publication *p,
	struct arena *arena, struct indicator *card, struct error *err);
/* Publishes under card: an existing one of kind survey, or a new one (id 0), made in the same
 * transaction. ERROR_CONFLICT: a result of another wave or question stands there and p->replace
 * was not said. former (may be NULL) gets what was replaced, to publish it again; id 0 = none. */
int published_publish(struct db *db, const struct wave *wave, const struct publication *p,
	struct indicator *card, struct arena *arena, struct published *former,
	struct published_value *out, struct error *err);
/* The publication that made this result, for publishing it once more. */
struct publication published_again(const struct published *p);
/* Takes it back; the indicator's card stays. */
int published_retract(struct db *db, const struct published *p, struct error *err);
/* Inside db_write: results published from the wave become what the answers say now. One look into
 * an index where nothing is published. The database calls it at the end of every transaction that
 * changes what counts (see model/database.c); who changes other things that results rest on, such
 * as weights or the terms of the wave, calls it in the same transaction. */
int published_recompute(struct db *db, int64_t wave, struct error *err);

#endif
