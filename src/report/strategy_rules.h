/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of the internal order on monitoring a strategy, with its schedule: who delivers what,
 * when and to whom, made from the strategy's targets and tasks. */
#ifndef REPORT_STRATEGY_RULES_H
#define REPORT_STRATEGY_RULES_H

#include "model/strategies/goal.h"
#include "model/office.h"
#include "model/strategies/target.h"
#include "model/strategies/task.h"
#include "report/document.h"

struct strategy_rules {
	struct strategy strategy;
	const struct unit *unit; /* whose; may be NULL */
	const char *executive, *council; /* as model/authority.h names them */
	struct goal *goals;
	int goal_count;
	struct target *targets;
	int target_count;
	struct task *tasks;
	int task_count;
};
/* What the order speaks of; in the arena. */
int strategy_rules_load(struct db *db, const struct unit_table *units, int64_t strategy,
	struct arena *arena, struct strategy_rules *out, struct error *err);

/* The whole draft; what has no office or no month stands out in words. */
void strategy_rules_document(struct document *d, struct arena *arena,
	const struct office *office, const struct strategy_rules *rules);

#endif
