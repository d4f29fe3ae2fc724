/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a new database: the catalogue always, the demonstration data when asked for. */
#ifndef EXCHANGE_DEMO_H
#define EXCHANGE_DEMO_H

#include "base/error.h"
#include "base/progress.h"
#include "model/monitoring/round_state.h"
#include "store/db.h"

#include <stdbool.h>

/* Approves a year's report with its documents, which are made on the floor beside this one
 * (monitoring_report_approve_own() in report/monitoring_report.h). */
typedef int demo_approve(struct db *db, const struct unit_table *units,
	const struct round_state *seen, const char *on, const char *by, struct error *err);

/* Loads catalogue/indicators.csv and, if demo, demo/ (register, changes, values, groups, a
 * strategy's years) from share_path() through the importers, and marks the file's purpose. approve
 * NULL: the demonstration's approved report is kept without documents. */
int demo_fill(struct db *db, bool demo, demo_approve *approve, const struct progress *progress,
	struct error *err);

#endif
