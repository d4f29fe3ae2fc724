/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the views of indicators look at: one indicator, a year, and which units. Ranking,
 * tables, profile and chart hold a scope and share its keys. */
#ifndef SCREENS_SCOPE_H
#define SCREENS_SCOPE_H

#include "screens/frame/app.h"
#include "screens/frame/screens.h"
#include "model/indicators/value.h"
#include "tui/list.h"

struct scope {
	/* what the person chose; lives on between loads */
	char code[40];               /* of the indicator; "" = none yet */
	int year;                    /* 0 = newest */
	int level;                   /* enum unit_level */
	bool level_chosen;           /* by the person, not by the unit in view */
	int area;                    /* slot, NO_SLOT = everywhere */
	int64_t group;               /* comparison group, 0 = none */
	int slot;                    /* unit looked at, NO_SLOT = none */
	bool slot_given;             /* by the argument, not the unit in view */
	char chosen[UNIT_CODE_SIZE]; /* unit in view then; a later one replaces the given one */
	/* made by scope_load, in the arena that the screen gives */
	const struct unit_table *units;
	struct indicator indicator; /* code NULL when there is none */
	int *years, year_count;     /* with values, ascending */
	struct unit_filter filter;  /* level, area, group */
	char group_name[128];
	bool joined;      /* the unit looked at, which the group does not hold */
	char source[160]; /* for the right end of line 1 */
};

/* argument: struct view or NULL. */
void scope_start(struct scope *scope, struct app *app, const struct view *argument);
/* Units, indicator, its years and the filter. An indicator that is gone or was never chosen
 * gives way to the first one with values; without any, indicator.code stays NULL and 0 returns. */
int scope_load(struct scope *scope, struct app *app, struct arena *arena, struct error *err);
/* Other years than those of the indicator, ascending; wanted stays the year when it is one. */
void scope_take_years(struct scope *scope, int *years, int count, int wanted);
/* The years in which any of the indicators has values. */
int scope_take_years_of(struct scope *scope, struct app *app, struct arena *arena,
	const struct indicator *list, int n, int wanted, struct error *err);
bool scope_ready(const struct scope *scope); /* there is an indicator and a year */
/* Year, indicator, level, area and group actions: changes the scope and has the screen load
 * again. SCREEN_PASS for any other action. */
int scope_act(struct scope *scope, struct screens *s, int action, const struct event *event);
/* The argument to open another view of the same thing with. Points into scope. */
struct view scope_view(const struct scope *scope);
/* Opens ranking, table, profile, chart or card of the same thing; SCREEN_PASS otherwise. */
int scope_open(const struct scope *scope, struct screens *s, int action, int slot);

/* Why there is nothing to show, N_(): no indicator, no values of it, none of these units. */
const char *scope_empty(const struct scope *scope);
/* "Ludność, 2024" and "gminy, powiat bolesławiecki": for heads and exports. Return dst. */
char *scope_title(const struct scope *scope, char *dst, size_t size);
char *scope_units_text(const struct scope *scope, char *dst, size_t size);
/* "ranking P2137.1 2024", "profil nowy targ 2024": the file name offered; what: its first word;
 * unit NULL: the indicator. */
char *scope_file_name(const struct scope *scope, const char *what, const struct unit *unit,
	bool with_year, char *dst, size_t size);
/* Breadcrumb and source for struct screen.head. */
void scope_head(const struct scope *scope, const char *screen, char *left, size_t left_size,
	char *right, size_t right_size);
/* The unit becomes the unit in view, and the message line says so; NULL does nothing. */
void scope_take_unit(struct screens *s, const struct unit *unit);
/* What a list of units shows: the powiat or voivodeship above, "" for none; and the status line:
 * place and code alone, because each arrow key sends it anew. */
const char *scope_above(const struct unit_table *units, const struct unit *unit);
void scope_status(
	const struct unit_table *units, const struct list *list, int slot, char *dst, size_t size);
/* "Ludność [os.]"; a measure that ends the name already is not said twice. */
char *scope_name(const struct indicator *indicator, char *dst, size_t size);
/* "1 379/2 477". */
char *scope_place(char *dst, size_t size, int rank, int of);
/* The unit's label, with its kind or powiat where another unit of its level has that name. */
char *scope_unit(const struct unit_table *units, const struct unit *unit, char *dst, size_t size);
/* Columns that numbers from low to high need, their sign and the heading included. */
int scope_width(const char *heading, double low, double high, int decimals);
/* "gminas", "powiats": for heads of lists. */
const char *scope_level_text(int level);
/* A change with its sign, "" when it is not known. */
char *scope_change(char *dst, size_t size, double change, int decimals);
/* What the marks of a value (model/indicators/value.h) mean, the first of them; "" = none. */
const char *scope_mark_text(unsigned marks);
/* One value as text: number by the card's decimals, after its flag's sign if it has one, or the
 * sign alone; "" when absent. Signs need SCOPE_SIGN columns more. */
enum { SCOPE_SIGN = 3 };
char *scope_value(char *dst, size_t size, double value, unsigned char flag, int decimals);

#endif
