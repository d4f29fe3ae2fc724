/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One group on the screen: its parts, of which one is shown. For the group's screens alone. */
#ifndef SCREENS_GROUP_PARTS_H
#define SCREENS_GROUP_PARTS_H

#include "model/groups/group_calendar.h"
#include "model/groups/stage.h"
#include "screens/frame/list_screen.h"

enum group_tab { TAB_MEMBERS, TAB_PEOPLE, TAB_STAGES, TAB_HOSTS, GROUP_TABS };

struct group_card {
	struct list_screen base;
	int64_t id;
	struct exchange_group group;
	enum group_tab tab, next; /* shown; after the next load */
	const struct unit_table *units;
	struct exchange_member *members;
	struct exchange_person *people;
	struct group_stage *stages;
	struct proposed_meeting *meetings; /* by stage, where there is one */
	struct host_turn *turns;
	int counts[GROUP_TABS];
	const char **warnings;
	int warning_count;
	int64_t asked;   /* line that a question is about */
	struct exchange_group asked_group;
};

/* Columns and cells of the part that is shown. */
extern const struct list_column *const group_columns[GROUP_TABS];
extern const int group_column_counts[GROUP_TABS];
extern const char *const group_empty[GROUP_TABS];
void group_cell(const void *self, int row, int column, struct list_cell *c);
/* What tells a row from the others of its part. */
int64_t group_row_id(const struct group_card *v, int row);
const char *group_unit(const struct group_card *v, int slot);

#endif
