/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar: a month with its meetings, holidays and winter breaks, the chosen day beside it and
 * the month's meetings below. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/group_calendar.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/meetings/meeting_screens.h"
#include "screens/plans/group_view.h"
#include "tui/calendar.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { DAYS = 31, GRID_LEFT = 1, SIDE_LEFT = CALENDAR_COLUMNS + 5, BELOW = CALENDAR_ROWS + 3 };
enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_GROUP, ANSWER_OPEN, ANSWER_NEW };

struct month {
	struct app *app;
	struct arena arena;
	struct group_view view;
	struct calendar calendar;
	int year, month; /* that are loaded */
	struct meeting_row *rows;
	int count;
	const char *reasons[DAYS + 1]; /* why nobody should meet, by day of the month */
	bool holidays[DAYS + 1];
};

/* ---- loading ---- */

static void
iso_day(char dst[16], int year, int month, int day)
{
	date_iso(dst, 16, (struct date){ year, month, day });
}

/* Winter breaks of the office's own voivodeship; a union's are those of every voivodeship. */
static int
load_reasons(struct month *v, struct error *err)
{
	const struct unit_table *units = app_units(v->app, err);
	const char *codes[2] = { NULL, NULL };
	const struct unit *own;
	struct free_days days;

	if (!units || free_days_load(v->app->db, &v->arena, &days, err))
		return -1;
	own = unit_by_code(units, v->app->office.own_unit);
	if (own && own->level != LEVEL_COUNTRY)
		codes[0] = arena_format(&v->arena, "%.2s", own->code);
	for (int day = 1; day <= calendar_days(v->year, v->month); day++) {
		struct date d = { v->year, v->month, day };

		v->holidays[day] = holiday_name(d) != NULL;
		v->reasons[day] =
			calendar_weekday_of(d) > 4 && !v->holidays[day]
				? NULL
				: free_days_reason(&days, d, codes[0] ? codes : NULL, &v->arena);
	}
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct month *v = self;
	struct date *day = &v->calendar.day;
	struct meeting_filter filter = { 0 };
	char from[16], before[16];

	(void)s;
	arena_release(&v->arena);
	v->count = 0;
	v->year = day->year;
	v->month = day->month;
	memset(v->reasons, 0, sizeof v->reasons);
	memset(v->holidays, 0, sizeof v->holidays);
	v->calendar.today = clock_today();
	iso_day(from, v->year, v->month, 1);
	iso_day(before, v->year + v->month / 12, v->month % 12 + 1, 1);
	if (group_view_load(&v->view, v->app, &v->arena, err) || load_reasons(v, err))
		return -1;
	filter.from = from;
	filter.before = before;
	filter.group = v->view.group.id;
	return meeting_list(v->app->db, &filter, &v->arena, &v->rows, &v->count, err);
}

static bool
is_on(const struct meeting_row *r, struct date d)
{
	char day[16];

	date_iso(day, sizeof day, d);
	return strncmp(r->starts_at, day, 10) <= 0 && strncmp(r->ends_at, day, 10) >= 0;
}

static void
mark(const void *context, struct date d, struct calendar_mark *m)
{
	const struct month *v = context;

	if (d.year != v->year || d.month != v->month)
		return;
	if (v->holidays[d.day]) {
		text_copy(m->sign, sizeof m->sign, "+");
		m->role = ROLE_BAD;
	} else if (v->reasons[d.day]) {
		text_copy(m->sign, sizeof m->sign, "~");
		m->role = ROLE_WARN;
	}
	for (int i = 0; i < v->count; i++)
		if (v->rows[i].state != MEETING_CANCELLED && is_on(&v->rows[i], d)) {
			text_copy(m->sign, sizeof m->sign, "*");
			m->role = ROLE_OWN;
		}
}

/* ---- drawing ---- */

static void
meeting_line(const struct month *v, const struct meeting_row *r, char *dst, size_t size)
{
	snprintf(dst, size, "%s %s %d. %s", r->starts_at + 11, r->group_code, r->number,
		r->title[0] ? r->title : r->stage_name);
	if (r->state == MEETING_CANCELLED)
		snprintf(dst + strlen(dst), size - strlen(dst), " (%s)",
			meeting_state_label(r->state));
	(void)v;
}

static void
draw_day(const struct month *v, struct canvas *c)
{
	const struct date *d = &v->calendar.day;
	char text[240];
	int row = 2;

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s %s", calendar_weekday(calendar_weekday_of(*d)),
		date_format(text, sizeof text, *d));
	if (v->reasons[d->day])
		canvas_text(c, 1, 0, -1, v->holidays[d->day] ? ROLE_BAD : ROLE_WARN,
			v->reasons[d->day]);
	for (int i = 0; i < v->count; i++) {
		if (!is_on(&v->rows[i], *d))
			continue;
		meeting_line(v, &v->rows[i], text, sizeof text);
		canvas_text(c, row++, 0, -1, ROLE_TEXT, text);
		snprintf(text, sizeof text, "  %s%s%s", meeting_unit(v->app, v->rows[i].host),
			v->rows[i].host && v->rows[i].place[0] ? ", " : "", v->rows[i].place);
		canvas_text(c, row++, 0, -1, ROLE_HINT, text);
	}
}

static void
draw_list(const struct month *v, struct canvas *c)
{
	int shown = 0;

	for (int i = 0; i < v->count; i++) {
		const struct meeting_row *r = &v->rows[i];
		char text[240];

		if (shown == c->rows - 1 && i + 1 < v->count) {
			canvas_printf(
				c, shown, 0, -1, ROLE_HINT, _("… and %d more: l"), v->count - i);
			return;
		}
		meeting_line(v, r, text, sizeof text);
		canvas_printf(c, shown, 0, 58,
			r->state == MEETING_CANCELLED ? ROLE_MISSING
			: is_on(r, v->calendar.day)   ? ROLE_OWN
						      : ROLE_TEXT,
			"%.2s.%.2s  %s", r->starts_at + 8, r->starts_at + 5, text);
		canvas_text(c, shown++, 60, -1, ROLE_HINT, meeting_unit(v->app, r->host));
	}
	if (v->count == 0)
		canvas_text(c, 0, 0, -1, ROLE_HINT,
			_("No meeting in this month: F7 plans one on the chosen day."));
}

static void
draw(void *self, struct canvas *c)
{
	struct month *v = self;
	struct canvas grid = canvas_part(c, 0, GRID_LEFT, CALENDAR_ROWS, CALENDAR_COLUMNS);
	struct canvas side = canvas_part(c, 0, SIDE_LEFT, CALENDAR_ROWS, c->columns - SIDE_LEFT);
	struct canvas below = canvas_part(c, BELOW, 0, c->rows - BELOW, c->columns);
	char text[200];

	v->calendar.context = v; /* the screen's memory stays where it is, its arena does not */
	calendar_draw(&v->calendar, &grid, ROLE_TEXT);
	draw_day(v, &side);
	canvas_text(c, CALENDAR_ROWS, GRID_LEFT, -1, ROLE_HINT,
		_("* meeting, + holiday, ~ winter holidays of schools, [ ] today"));
	canvas_printf(c, CALENDAR_ROWS + 2, 0, -1, ROLE_TITLE, "%s %d, %s",
		calendar_month(v->calendar.day.month), v->calendar.day.year,
		group_view_text(&v->view, text, sizeof text));
	draw_list(v, &below);
}

static void
status(void *self, char *dst, size_t size)
{
	(void)self;
	text_copy(dst, size,
		_("Arrows go by days, PgUp and PgDn by months; Enter opens the meeting"));
}

/* ---- what is done ---- */

static void
open_day(struct screens *s, const struct month *v)
{
	struct arena arena = { 0 };
	const char **words = arena_array(&arena, (size_t)v->count + 1, sizeof *words);
	const struct meeting_row *found = NULL;
	char text[240];
	int count = 0;

	for (int i = 0; i < v->count; i++) {
		if (!is_on(&v->rows[i], v->calendar.day))
			continue;
		found = &v->rows[i];
		meeting_line(v, found, text, sizeof text);
		words[count++] = arena_string(&arena, text);
	}
	if (count == 1)
		screens_push(s, &meeting_screen, &found->id);
	else if (count)
		dialog_choose(s, _("Which meeting?"), words, count, 0, ANSWER_OPEN);
	else
		screens_say(s, "%s", _("No meeting on this day: F7 plans one."));
	arena_release(&arena);
}

static void
open_chosen(struct screens *s, const struct month *v, int number)
{
	for (int i = 0; i < v->count; i++)
		if (is_on(&v->rows[i], v->calendar.day) && number-- == 0) {
			screens_push(s, &meeting_screen, &v->rows[i].id);
			return;
		}
}

static void
plan_new(struct screens *s, const struct month *v)
{
	struct arena arena = { 0 };
	const char **words = arena_array(&arena, (size_t)v->view.count + 1, sizeof *words);

	for (int i = 0; i < v->view.count; i++)
		words[i] =
			arena_format(&arena, "%s: %s", v->view.list[i].code, v->view.list[i].name);
	if (v->view.group.id)
		meeting_form_on(s, v->view.group.id, v->calendar.day, ANSWER_SAVED);
	else if (v->view.count)
		dialog_choose(s, _("Meeting of which group?"), words, v->view.count, 0, ANSWER_NEW);
	else
		screens_say(s, "%s", _("There is no group yet: menu 2 1 founds one."));
	arena_release(&arena);
}

static void
turned(struct screens *s, struct month *v)
{
	if (v->calendar.day.year != v->year || v->calendar.day.month != v->month)
		screens_stale(s);
}

static void
calendar_file(struct screens *s, const struct month *v)
{
	struct meeting_filter filter = { .group = v->view.group.id, .year = v->year };
	char name[96], what[96];

	snprintf(name, sizeof name, "%s%s%s-%d", _("meetings"), v->view.group.id ? "-" : "",
		v->view.group.code, v->year);
	snprintf(what, sizeof what, _("meetings of %d"), v->year);
	meeting_calendar_file(s, &filter, name, what);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct month *v = self;
	struct of_meeting of = { v->view.group.id, 0 };

	switch (action) {
	case ACTION_CHANGED:
		turned(s, v);
		break;
	case ACTION_OPEN:
	case ACTION_CHOSEN:
		open_day(s, v);
		break;
	case ACTION_TODAY:
		v->calendar.day = clock_today();
		turned(s, v);
		break;
	case ACTION_NEW:
		plan_new(s, v);
		break;
	case ANSWER_NEW:
		if (event->number < v->view.count)
			meeting_form_on(
				s, v->view.list[event->number].id, v->calendar.day, ANSWER_SAVED);
		break;
	case ANSWER_SAVED:
		meeting_say_odd(s, event->number);
		break;
	case ANSWER_OPEN:
		open_chosen(s, v, event->number);
		break;
	case ACTION_EXCHANGE_GROUP:
		group_view_ask(s, &v->view, ANSWER_GROUP);
		break;
	case ANSWER_GROUP:
		group_view_take(s, &v->view, event->number);
		break;
	case ACTION_MEETING_LIST:
		screens_push(s, &meeting_list_screen, &of);
		break;
	case ACTION_CALENDAR_FILE:
		calendar_file(s, v);
		break;
	default:
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

static struct focus
focus(void *self)
{
	return (struct focus){ &calendar_widget, &((struct month *)self)->calendar };
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct month *v = self;

	(void)argument;
	(void)err;
	v->app = app_of(s);
	v->view.may_be_all = true;
	v->calendar.mark = mark;
	calendar_start(&v->calendar, clock_today(), clock_today());
	return 0;
}

static void
release(void *self)
{
	arena_release(&((struct month *)self)->arena);
}

static const int ids[] = { ACTION_OPEN, ACTION_NEW, ACTION_TODAY, ACTION_EXCHANGE_GROUP,
	ACTION_MEETING_LIST, ACTION_CALENDAR_FILE, 0 };

const struct screen month_screen = { .name = "month",
	.title = N_("Calendar"),
	.size = sizeof(struct month),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release };
