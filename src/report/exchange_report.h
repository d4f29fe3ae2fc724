/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports about exchange groups: a group's year, a member's file, the coordinator's overview. */
#ifndef REPORT_EXCHANGE_REPORT_H
#define REPORT_EXCHANGE_REPORT_H

#include "model/groups/exchange_group.h"
#include "model/units/unit.h"
#include "report/document.h"

struct exchange_report {
	struct db *db;
	const struct unit_table *units;
	const char *heading; /* of the office, lines parted by \n; "" = none */
	const char *fonts;   /* as in struct report_table */
};

/* Each fills d from the arena, in the language of the interface. */
/* What the group did in a year: members, meetings, attendance, agreements, homework, figures,
 * conclusions, plans, advice. */
int exchange_report_group(const struct exchange_report *r, const struct exchange_group *group,
	int year, struct arena *arena, struct document *d, struct error *err);
/* Decisions and forms of organisation of the members, side by side. year 0 = the newest of
 * decisions; forms of organisation are the newest until then. cases, department: of these decisions
 * alone, NULL = all. */
int exchange_report_practice(const struct exchange_report *r, const struct exchange_group *group,
	int year, const char *cases, const char *department, struct arena *arena,
	struct document *d, struct error *err);
/* All that one member takes home: its groups, meetings and who came to them, homework, the data it
 * gave, conclusions with their evidence, plans with their progress. */
int exchange_report_member(const struct exchange_report *r, int slot, struct arena *arena,
	struct document *d, struct error *err);
/* Every group in one table, by today's state. */
int exchange_report_coordinator(const struct exchange_report *r, struct arena *arena,
	struct document *d, struct error *err);

#endif
