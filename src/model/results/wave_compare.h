/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same question in several waves: of one survey over the years, or of several units in one.
 * What makes it the same is its identity, which copies of a questionnaire keep. */
#ifndef MODEL_WAVE_COMPARE_H
#define MODEL_WAVE_COMPARE_H

#include "model/tables/tabulation.h"
#include "model/units/unit.h"

struct compared_wave {
	struct wave wave;
	bool asked;          /* else its questionnaire has no such question */
	bool keyed;          /* else it has no keyed forms yet */
	const char *name, *number, *wording; /* of the question there, with the head of its grid */
	bool reworded, other_answers; /* against the first wave: other words; other choices */
	bool own;            /* of the unit that is to be marked */
	struct frequency table; /* asked and keyed only */
};

struct compared_row {
	const char *name, *label; /* of a choice; or mean, top2, bottom2, net */
	enum { COMPARED_SHARE, COMPARED_BOX, COMPARED_NET, COMPARED_MEAN } kind;
};

struct compared_cell {
	double value;       /* share 0..1, net -1..1, or mean; NAN = hidden, not asked or none */
	bool hidden;
	double difference;  /* to the wave it is compared with, in the same measure; NAN = none,
	                     * and where one of two means is coarse */
	double low, high, p; /* of the difference; NAN = not tested: both samples must be random */
};

enum compare_to { COMPARE_PREVIOUS, COMPARE_OWN };

struct wave_compare {
	const char *identity, *wording; /* of the first wave */
	struct compared_wave *waves;
	int wave_count;
	struct compared_row *rows; /* choices in order, exits last; then what a scale gives */
	int row_count;
	struct compared_cell *cells; /* [row * wave_count + wave] */
	int threshold;
	unsigned notes; /* enum table_note, of any of the tables, where they hold here too */
};

/* question: its name in one of the waves, the first that has it. Waves are compared in the order
 * given: with COMPARE_PREVIOUS each with the last before it that asked, with COMPARE_OWN each with
 * the first marked own. Tests: two shares, net scores or means as in estimate.h; weighted by
 * effective n.
 * mark: slot of the own unit, NO_SLOT = none. */
int wave_compare(struct db *db, const struct wave *waves, int count, const char *question,
	enum compare_to to, bool weighted, int mark, const char *language, struct arena *arena,
	struct wave_compare *out, struct error *err);
/* Sentences below: what is hidden and why, which samples allow no test. */
int wave_compare_notes(
	const struct wave_compare *c, struct arena *arena, const char *const **lines);
/* Of a mean: one where hidden cells leave it coarse, two else; of all else one. */
int wave_compare_decimals(const struct wave_compare *c, int row, int wave);
/* What the figure is of: of a scale's, the answers on the scale; -1 = hidden. */
long wave_compare_answers(const struct wave_compare *c, int row, int wave);

/* All waves whose questionnaires ask it, by year and code. */
int waves_asking(struct db *db, const char *identity, struct arena *arena, struct wave **list,
	int *count, struct error *err);
/* The own wave first, which is one of these, then the newest of each other unit that passes the
 * filter (NULL = all), in Polish order. */
void waves_of_units(const struct unit_table *units, const struct unit_filter *filter,
	const struct wave *own, struct wave *list, int *count, struct arena *arena);

#endif
