/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of reports about exchange groups share: tables that stand in several of them. */
#ifndef REPORT_EXCHANGE_REPORT_PARTS_H
#define REPORT_EXCHANGE_REPORT_PARTS_H

#include "model/plans/conclusion.h"
#include "model/plans/improvement_plan.h"
#include "report/exchange_report.h"

struct exchange_writing {
	const struct exchange_report *r;
	struct arena *arena;
	struct document *d;
	int year; /* of what is written, 0 = of all years */
};

/* The document with the office's heading and the day. */
struct exchange_writing exchange_begin(const struct exchange_report *r, struct arena *arena,
	struct document *d, const char *title);
const char *exchange_unit(const struct exchange_writing *w, int slot); /* "" for NO_SLOT */
struct report_table *exchange_table(const struct exchange_writing *w, const char *title);
bool exchange_in_year(const struct exchange_writing *w, const char *day); /* 2026-03-12 */
/* Each says in a sentence when there is none. group 0, slot NO_SLOT = of all. Of the year:
 * homework from its meeting until it is due; conclusions made in it; plans adopted in it, or
 * before it and with a result of the year or a target still to come. */
int exchange_homework(const struct exchange_writing *w, int64_t group, int slot, struct error *err);
int exchange_conclusions(
	const struct exchange_writing *w, int64_t group, int slot, struct error *err);
int exchange_plans(const struct exchange_writing *w, int64_t group, int slot, struct error *err);
/* What members leave at the end, of all under one heading, of one member under the group's code;
 * nothing where there is nothing. */
int exchange_closing_notes(const struct exchange_writing *w, const struct exchange_group *group,
	int slot, struct error *err);
/* Under that heading the group's plans that are not adopted, and so are of no year. */
int exchange_plans_open(
	const struct exchange_writing *w, int64_t group, const char *title, struct error *err);

#endif
