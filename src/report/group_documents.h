/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents about exchange groups, the same for screens and commands. */
#ifndef REPORT_GROUP_DOCUMENTS_H
#define REPORT_GROUP_DOCUMENTS_H

#include "model/group_sheet.h"
#include "report/table.h"

/* What stands above a group's comparison. Texts are translated and may be "". */
struct group_facts {
	const char *group;  /* "GWD-1  Oświata w miastach" */
	bool internal;      /* members have not agreed that it leaves the group */
	bool made_up;
};

/* Indicators in rows, members in columns, then mean, median, reference and how many have data. The
 * best is marked +, the worst -, a figure that nobody verified ?; a note says so. */
void document_group_sheet(struct report_table *t, struct arena *arena,
	const struct group_facts *facts, const struct group_sheet *sheet);
/* The same as rows for scripts: indicator,name,direction,unit,value,flag,best,worst. */
void document_group_cells(struct report_table *t, struct arena *arena,
	const struct unit_table *units, const struct group_sheet *sheet);
/* "+", "-", "?", "+?" …; "" for an ordinary value. */
const char *group_cell_mark(const struct sheet_cell *cell);

#endif
