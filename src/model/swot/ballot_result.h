/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a team voted: sums, means, spread and rank of the items of a ballot. */
#ifndef MODEL_BALLOT_RESULT_H
#define MODEL_BALLOT_RESULT_H

#include "model/swot/ballot.h"

struct ballot_line { /* one item */
	struct ballot_item item;
	int n;       /* cards that score it; of points all valid ones */
	double sum;
	double mean; /* sum / n; NAN = nobody scored it */
	double sd;   /* standard deviation with n - 1; NAN below two cards */
	int low, high; /* the extreme scores; 0 with n = 0 */
	double share;  /* of points: of all points given; NAN = of scores */
	int rank;      /* by sum of points or by mean, largest first; equals share it; 0 = none */
	bool few;      /* a single own vote: it has no figures, which would be that vote */
};

struct ballot_result { /* in the arena */
	struct ballot ballot;
	int valid;     /* cards that count: paper without the spoilt ones, and own votes */
	bool agrees;   /* as many paper cards keyed as handed out */
	bool shown;    /* closed; or of paper cards, to which no own votes come, and it agrees.
	                * Else lines hold no figures. */
	struct ballot_line *lines;
	int count;
};
/* Figures are computed only where they may be shown, so that nobody is swayed by half a result. */
int ballot_result_load(struct db *db, int64_t ballot, struct arena *arena,
	struct ballot_result *out, struct error *err);

/* What closing replaces, as a sentence with a question at its end; "" = nothing stands there yet.
 * Whether an item has votes does not count, so it tells nothing of them. Refused as closing is. */
int ballot_replaces(
	struct db *db, const struct ballot *b, char *dst, size_t size, struct error *err);

#endif
