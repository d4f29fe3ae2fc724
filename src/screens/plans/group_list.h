/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The common frame of lists of what a group's members wrote down: the group chosen, making,
 * changing, deleting and bringing back the last one. */
#ifndef SCREENS_GROUP_LIST_H
#define SCREENS_GROUP_LIST_H

#include "screens/frame/actions.h"
#include "screens/frame/card_form.h"
#include "screens/frame/list_screen.h"
#include "screens/plans/group_view.h"

struct group_list;

struct group_list_kind {
	const struct card_form_kind *form; /* parent: the group, 0 = none */
	bool may_be_all;                   /* of all groups; a new one may be of none */
	int (*retire)(struct db *db, int64_t id, int64_t rev, struct error *err);
	int (*restore)(struct db *db, int64_t id, struct error *err);
	const char *question, *retired, *restored; /* N_() */
	/* Says what is odd about the one that was saved; NULL = nothing is. */
	void (*saved)(struct screens *s, struct group_list *g, int64_t id);
};

struct group_list { /* first member of a screen's struct */
	struct list_screen base;
	const struct group_list_kind *kind;
	struct group_view view;
	const struct unit_table *units;
	int64_t retired; /* what z brings back; 0 = nothing */
	int64_t asked, asked_rev; /* what a question is about */
};

/* argument: int64_t, the group; NULL = all, or the one looked at last. */
void group_list_start(struct screens *s, void *self, const struct list_screen_kind *list,
	const struct group_list_kind *kind, const void *argument);
/* Group and units; before the screen reads its rows. */
int group_list_load(void *self, struct error *err);
const char *group_list_unit(const struct group_list *g, int slot);
/* F7, g, z and the answers to this frame's questions. */
int group_list_act(struct screens *s, void *self, int action, const struct event *event);
/* F4, F8 on the row of this id, as it is shown; text is in the question. */
int group_list_act_row(struct screens *s, struct group_list *g, int64_t id, int64_t rev,
	const char *text, int action);

#endif
