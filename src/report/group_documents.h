/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents about exchange groups, the same for screens and commands. */
#ifndef REPORT_GROUP_DOCUMENTS_H
#define REPORT_GROUP_DOCUMENTS_H

#include "model/groups/group_sheet.h"
#include "report/table.h"

/* What stands above a group's comparison. Texts are translated and may be "". */
struct group_facts {
	const char *group;  /* "GWD-1  Oświata w miastach" */
	bool internal;      /* members have not agreed that it leaves the group */
	bool made_up;
};

/* Indicators in rows, members in columns, then mean, median, reference and how many have data. The
 * best is marked +, the worst -, a figure that nobody verified ?, a made-up one m, one of a former
 * code ~; notes say so. */
void document_group_sheet(struct report_table *t, struct arena *arena,
	const struct group_facts *facts, const struct group_sheet *sheet);
/* Years in rows, members in columns, the median last. */
void document_group_trend(struct report_table *t, struct arena *arena,
	const struct group_facts *facts, const struct indicator *indicator,
	const struct group_trend *trend);
/* "+", "-", "?", "+?", "m" …; "" for an ordinary value. made_up_said: it stands above already. */
const char *group_cell_mark(const struct sheet_cell *cell, bool made_up_said);

#endif
