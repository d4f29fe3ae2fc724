/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was kept of a year when its report was approved: figures with the rule by which they were
 * judged, statuses of goals, documents. Rounds approved before documents were kept have figures and
 * tasks alone; those approved before rules were kept are judged by direction, tolerance, interval,
 * limits and tree as they are now. */
#ifndef MODEL_ROUND_FROZEN_H
#define MODEL_ROUND_FROZEN_H

#include "model/monitoring/round_state.h"

/* ---- figures and goals ---- */

struct round_frozen { /* texts in the arena; name "" = not kept then */
	int64_t target;
	const char *name, *measure;
	int decimals;
	struct round_figure f; /* without course */
	bool ruled;            /* what follows was kept */
	char direction;
	double low, high, tolerance; /* NAN = not said */
	const char *path;            /* as target_path_text() */
	struct status_limits limits;
	enum goal_rule goal_rule;
	const int64_t *goals; /* the goal under which it stood, and those above it then */
	int goal_count;
	const char *goal_number; /* of the first of them; "" = of the whole strategy */
};
int round_frozen_figures(struct db *db, int64_t round, struct arena *arena,
	struct round_frozen **list, int *count, struct error *err);
/* What the card said then: name, measure, base and target, and the whole rule where it was kept. A
 * row without a name leaves it. */
void round_frozen_card(const struct round_frozen *row, struct target *card);
/* Into the list of all goals of the course and the whole strategy behind them; *kept false: nothing
 * was kept, the list is as it was. A goal that came later has no data. */
int round_frozen_goals(struct db *db, int64_t round, const struct strategy_course *course,
	struct goal_status *list, bool *kept, struct error *err);
/* Money of all tasks as the approved reports of a strategy have it, one for each year; without
 * sources. */
int round_money_approved(struct db *db, int64_t strategy, struct arena *arena,
	struct task_money_sum **list, int *count, struct error *err);
/* Inside db_write. */
int round_frozen_put(
	struct db *db, int64_t round, const struct round_state *state, struct error *err);

/* ---- documents ---- */

enum round_paper { ROUND_PAPER_REPORT, ROUND_PAPER_CHAPTER, ROUND_PAPERS };
/* In the arena; NULL = none was kept. ERROR_DATA where it is not what was approved. */
int round_paper_load(struct db *db, int64_t round, enum round_paper paper, struct arena *arena,
	const char **body, struct error *err);
/* Whether all that were kept are what was approved; says of each that is not which it is, and adds
 * to *found. */
int round_papers_check(struct db *db, void (*fault)(void *context, const char *sentence),
	void *context, int *found, struct error *err);
/* Inside db_write. */
int round_paper_put(
	struct db *db, int64_t round, enum round_paper paper, const char *body, struct error *err);

#endif
