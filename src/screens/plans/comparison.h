/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison of a group: what the files of this screen share. */
#ifndef SCREENS_COMPARISON_H
#define SCREENS_COMPARISON_H

#include "model/groups/group_sheet.h"
#include "screens/plans/group_view.h"
#include "tui/table.h"

enum { COMPARISON_EXTRAS = 4 }; /* columns behind the members: mean, median, country, data */

struct comparison {
	struct arena arena;
	struct group_view view;
	const struct unit_table *units;
	struct group_sheet sheet;
	int *years, year_count, year; /* year 0 = the newest */
	int marked;                   /* slot of the own unit */
	struct table table;
	int marks;    /* columns of the widest sign behind a figure, at least 1 */
	bool scrolls; /* as drawn: not all columns stand beside each other */
	char evidence[40]; /* indicator whose figures a conclusion being written rests on */
};

extern const struct list_source comparison_source;
/* How much room signs behind the figures need; before any cell. */
void comparison_fit_marks(struct comparison *v);
/* "* Kutno left the group on 31.10.2026" of all that did, below the table; rows that it took. */
int comparison_gone(const struct comparison *v, struct canvas *c);
/* What a member's cell says, in words: whose, and what its signs mean. */
void comparison_words(const struct comparison *v, int row, int column, char *dst, size_t size);
void comparison_cell(const void *data, int row, int column, struct list_cell *c);

/* Asks on which day the members let the comparison out, or whether they take that back. */
void comparison_ask_agreed(struct screens *s, const struct comparison *v, int day, int take_back);
/* "" = for internal use of the group again. */
void comparison_agree(struct screens *s, const struct comparison *v, const char *day);
/* What members' residents answered to the same questions, side by side. */
void comparison_residents(struct screens *s, const struct comparison *v);
/* Where the figure under the cursor is from; it must be a member's. */
void comparison_open_source(struct screens *s, const struct comparison *v, int row);
/* The signs behind figures here, above those of all screens. */
void comparison_legend(struct screens *s);

/* One indicator over the years for all members. */
struct members_of { /* argument of member_chart_screen; the screen copies what it needs */
	int64_t group;
	const char *indicator; /* code */
	int slot;              /* whose line is drawn; NO_SLOT = the own unit's */
};
extern const struct screen member_chart_screen;

#endif
