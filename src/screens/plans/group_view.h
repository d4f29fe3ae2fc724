/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exchange group that a screen shows: the one looked at last, and choosing another. */
#ifndef SCREENS_GROUP_VIEW_H
#define SCREENS_GROUP_VIEW_H

#include "base/arena.h"
#include "model/groups/exchange_group.h"
#include "screens/frame/app.h"

struct group_view { /* zero-initialise; part of a screen's struct */
	struct exchange_group group; /* id 0: all of them, or there is none yet */
	struct exchange_group *list; /* that can be chosen; in the arena of the load */
	int count;
	bool may_be_all;             /* "all groups" can be chosen too, and is what comes first */
};

/* The group anew (its id 0: the one looked at last, else the first), and those there are. */
int group_view_load(struct group_view *v, struct app *app, struct arena *arena, struct error *err);
void group_view_ask(struct screens *s, const struct group_view *v, int action);
/* To which group something new belongs; the answer: group_view_chosen(). */
void group_view_ask_new(struct screens *s, const struct group_view *v, int action);
int64_t group_view_chosen(const struct group_view *v, int number); /* 0 = to none */
/* The answer to that question; the screen loads again. */
void group_view_take(struct screens *s, struct group_view *v, int number);
/* The key that chooses the group, and its answer; else SCREEN_PASS. */
int group_view_act(
	struct screens *s, struct group_view *v, int action, int answer, const struct event *event);
/* "GWD-1  Oświata" or "all groups", for a line over a list. Returns dst. */
char *group_view_text(const struct group_view *v, char *dst, size_t size);

struct view;
/* The chart of an indicator among the members of a group; 0 = of the country. */
void group_view_chart(struct screens *s, int64_t group, const struct view *view);

#endif
