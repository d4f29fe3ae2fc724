/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The month grid. A day stands in five columns: "[22]*", today in brackets, its sign behind. */
#include "config.h"

#include "tui/calendar.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdio.h>

const char *
calendar_month(int month)
{
	switch (month) {
	case 1:
		return C_("month", "January");
	case 2:
		return C_("month", "February");
	case 3:
		return C_("month", "March");
	case 4:
		return C_("month", "April");
	case 5:
		return C_("month", "May");
	case 6:
		return C_("month", "June");
	case 7:
		return C_("month", "July");
	case 8:
		return C_("month", "August");
	case 9:
		return C_("month", "September");
	case 10:
		return C_("month", "October");
	case 11:
		return C_("month", "November");
	default:
		return C_("month", "December");
	}
}

const char *
calendar_weekday(int weekday)
{
	switch (weekday) {
	case 0:
		return C_("weekday", "Mo");
	case 1:
		return C_("weekday", "Tu");
	case 2:
		return C_("weekday", "We");
	case 3:
		return C_("weekday", "Th");
	case 4:
		return C_("weekday", "Fr");
	case 5:
		return C_("weekday", "Sa");
	default:
		return C_("weekday", "Su");
	}
}

int
calendar_weekday_of(struct date day)
{
	return (int)(((date_to_days(day) + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

int
calendar_days(int year, int month)
{
	int days = 31;

	while (!date_valid((struct date){ year, month, days }))
		days--;
	return days;
}

void
calendar_start(struct calendar *c, struct date day, struct date today)
{
	c->day = day;
	c->today = today;
}

/* The same day of another month, its last one where it has no such day. */
static struct date
months_on(struct date d, int by)
{
	int month = d.month + by, days;

	d.year += month < 1 ? -1 : month > 12 ? 1 : 0;
	d.month = month < 1 ? 12 : month > 12 ? 1 : month;
	if (d.year < 1 || d.year > 9999)
		return (struct date){ 0 };
	days = calendar_days(d.year, d.month);
	d.day = d.day < days ? d.day : days;
	return d;
}

static struct date
target(const struct calendar *c, int key)
{
	long days = date_to_days(c->day);

	switch (key) {
	case KEYS_LEFT:
		return date_from_days(days - 1);
	case KEYS_RIGHT:
		return date_from_days(days + 1);
	case KEYS_UP:
		return date_from_days(days - 7);
	case KEYS_DOWN:
		return date_from_days(days + 7);
	case KEYS_PAGE_UP:
		return months_on(c->day, -1);
	case KEYS_PAGE_DOWN:
		return months_on(c->day, 1);
	case KEYS_HOME:
		return (struct date){ c->day.year, c->day.month, 1 };
	default:
		return (struct date){ c->day.year, c->day.month,
			calendar_days(c->day.year, c->day.month) };
	}
}

enum widget_result
calendar_event(struct calendar *c, const struct event *event)
{
	struct date day;

	if (event->type != EVENT_KEY)
		return WIDGET_PASS;
	if (event->key == KEYS_ENTER)
		return WIDGET_CHOSEN;
	if (event->key < KEYS_UP || event->key > KEYS_PAGE_DOWN)
		return WIDGET_PASS;
	day = target(c, event->key);
	if (date_valid(day))
		c->day = day;
	return WIDGET_CHANGED;
}

static void
draw_day(const struct calendar *c, struct canvas *canvas, int row, struct date d, enum role back)
{
	struct calendar_mark mark = { "", calendar_weekday_of(d) == 6 ? ROLE_BAD : back };
	int column = calendar_weekday_of(d) * CALENDAR_CELL;
	bool today = date_to_days(d) == date_to_days(c->today);

	if (c->mark)
		c->mark(c->context, d, &mark);
	if (mark.role == ROLE_TEXT)
		mark.role = back;
	if (date_to_days(d) == date_to_days(c->day))
		mark.role = ROLE_SELECTED;
	canvas_printf(canvas, row, column, CALENDAR_CELL, mark.role, "%s%2d%s%s", today ? "[" : " ",
		d.day, today ? "]" : " ", mark.sign[0] ? mark.sign : " ");
}

void
calendar_draw(const struct calendar *c, struct canvas *canvas, enum role back)
{
	struct date first = { c->day.year, c->day.month, 1 };
	int before = calendar_weekday_of(first), days = calendar_days(first.year, first.month);
	char title[64];

	snprintf(title, sizeof(title), "%s %d", calendar_month(first.month), first.year);
	canvas_center(canvas, 0, 0, CALENDAR_COLUMNS, ROLE_TITLE, title);
	for (int i = 0; i < 7; i++)
		canvas_right(canvas, 1, i * CALENDAR_CELL, 3, ROLE_HINT, calendar_weekday(i));
	for (int day = 1; day <= days; day++)
		draw_day(c, canvas, 2 + (before + day - 1) / 7,
			(struct date){ first.year, first.month, day }, back);
}

static enum widget_result
on_event(void *widget, const struct event *event)
{
	return calendar_event(widget, event);
}

const struct widget_kind calendar_widget = { .event = on_event };
