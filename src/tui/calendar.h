/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month as a grid of days, Monday first: to choose a day, or to see what a month holds. */
#ifndef TUI_CALENDAR_H
#define TUI_CALENDAR_H

#include "base/date.h"
#include "tui/canvas.h"
#include "tui/widget.h"

enum { CALENDAR_CELL = 5, CALENDAR_COLUMNS = 7 * CALENDAR_CELL, CALENDAR_ROWS = 8 };

struct calendar_mark { /* comes empty, ROLE_TEXT */
	char sign[8];  /* one column, behind the number */
	enum role role;
};

struct calendar {
	struct date day, today; /* selected one; the one in brackets */
	/* What a day is; NULL = Sundays stand out and nothing else. */
	void (*mark)(const void *context, struct date day, struct calendar_mark *mark);
	const void *context;
};

void calendar_start(struct calendar *c, struct date day, struct date today);
/* Arrows go by days and weeks, PgUp and PgDn by months, Home and End to the month's first and last
 * day: CHANGED. Enter: CHOSEN. */
enum widget_result calendar_event(struct calendar *c, const struct event *event);
/* Month and year, days of the week, six weeks: CALENDAR_ROWS by CALENDAR_COLUMNS. back: role of
 * what is nothing special. */
void calendar_draw(const struct calendar *c, struct canvas *canvas, enum role back);

/* In the nominative: marzec. 1 to 12. */
const char *calendar_month(int month);
const char *calendar_weekday(int weekday); /* short; 0 = Monday */
int calendar_weekday_of(struct date day);  /* 0 = Monday … 6 = Sunday */
int calendar_days(int year, int month);    /* of the month */

extern const struct widget_kind calendar_widget;

#endif
