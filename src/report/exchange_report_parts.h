/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of reports about exchange groups share: tables that stand in several of them. */
#ifndef REPORT_EXCHANGE_REPORT_PARTS_H
#define REPORT_EXCHANGE_REPORT_PARTS_H

#include "model/conclusion.h"
#include "model/improvement_plan.h"
#include "report/exchange_report.h"

struct exchange_writing {
	const struct exchange_report *r;
	struct arena *arena;
	struct document *d;
};

/* The document with the office's heading and the day. */
struct exchange_writing exchange_begin(const struct exchange_report *r, struct arena *arena,
	struct document *d, const char *title);
const char *exchange_unit(const struct exchange_writing *w, int slot); /* "" for NO_SLOT */
struct report_table *exchange_table(const struct exchange_writing *w, const char *title);
/* Each says in a sentence when there is none. group 0, slot NO_SLOT = of all. */
int exchange_homework(const struct exchange_writing *w, int64_t group, int slot, struct error *err);
int exchange_conclusions(
	const struct exchange_writing *w, int64_t group, int slot, struct error *err);
int exchange_plans(const struct exchange_writing *w, int64_t group, int slot, struct error *err);

#endif
