/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of a strategy's year: the monitoring report, the chapter for the report on the state of
 * the unit, an evaluation. They are made from model/monitoring/round_state.h; those of an approved
 * year are kept whole and printed from what was kept, in the language in which they were approved,
 * with the corrections since then behind them. */
#ifndef REPORT_MONITORING_REPORT_H
#define REPORT_MONITORING_REPORT_H

#include "model/monitoring/evaluation.h"
#include "model/office.h"
#include "model/monitoring/round_state.h"
#include "model/units/unit.h"
#include "report/document.h"

struct monitoring_report {
	struct db *db;
	const struct unit_table *units;
	const struct office *office;
	const char *fonts; /* as in struct report_table */
};

/* Each fills d from the arena, in the language of the interface. */
/* Summary, goals with their indicators and their courses as bars, tasks and money, deviations with
 * causes and measures, changes, recommendations, corrections; all values with their sources at the
 * end. year 0 = the last full year. */
int monitoring_report_build(const struct monitoring_report *r, int64_t strategy, int year,
	struct arena *arena, struct document *d, struct error *err);
/* The chapter for the report on the state of the gmina (art. 28aa u.s.g.), the powiat (art. 30a
 * u.s.p.) or the voivodeship (art. 34a u.s.w.), titled by the kind of the unit. */
int state_report_build(const struct monitoring_report *r, int64_t strategy, int year,
	struct arena *arena, struct document *d, struct error *err);
/* round_approve_seen() (model/monitoring/round_freeze.h) with both documents as they are then. */
int monitoring_report_approve(const struct monitoring_report *r, const struct round_state *seen,
	const char *on, const char *by, struct error *err);
/* The same by the office that the database knows, for who has none in hand. */
int monitoring_report_approve_own(struct db *db, const struct unit_table *units,
	const struct round_state *seen, const char *on, const char *by, struct error *err);
/* Criteria with questions, evidence and judgements, recommendations and what became of them. */
int evaluation_report_build(const struct monitoring_report *r, int64_t evaluation,
	struct arena *arena, struct document *d, struct error *err);

/* What the summary says of figures that are missing and of deviations that nobody explained, in the
 * arena; "" where there are none. */
const char *monitoring_missing_text(const struct round_state *s, struct arena *arena);
const char *monitoring_unexplained_text(const struct round_state *s, struct arena *arena);

/* "√ achieved": sign and word of a status. */
const char *monitoring_status_text(enum target_state state, struct arena *arena);

#endif
