/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the state of a task is on a day, and was at the end of a year. */
#include "config.h"

#include "model/strategies/task_state.h"

#include "base/clock.h"
#include "base/i18n.h"

#include <string.h>

static bool
settled(enum task_state s)
{
	return s == TASK_DONE || s == TASK_HELD || s == TASK_GIVEN_UP;
}

static bool
passed(const char *planned, const char *day)
{
	return planned[0] && strcmp(planned, day) < 0;
}

/* Nothing says that it has begun. */
static bool
waits(const struct task *t)
{
	return !t->real_from[0] && (t->state == TASK_NOT_STARTED || t->state == TASK_PREPARED);
}

enum task_state
task_state_on(const struct task *t, const char *day)
{
	if (settled(t->state))
		return t->state;
	if (passed(t->planned_to, day) || (waits(t) && passed(t->planned_from, day)))
		return TASK_LATE;
	return t->state;
}

/* The last day of the year, or today. */
static const char *
end_of(int year, char *day, size_t size)
{
	struct date today = clock_today();

	return date_iso(day, size, year < today.year ? (struct date){ year, 12, 31 } : today);
}

static bool
ended_after(const struct task *t, int year)
{
	char day[16];

	return (t->state == TASK_DONE || t->state == TASK_GIVEN_UP) &&
	       strcmp(t->real_to, end_of(year, day, sizeof(day))) > 0;
}

/* What is said without a year is asked for the one that ended last. */
static int
said_from(const struct task *t)
{
	return t->said_for ? t->said_for : clock_today().year - 1;
}

/* Since when it is so, nobody has said. */
static bool
said_later(const struct task *t, int year, const char *day)
{
	if (t->state == TASK_GIVEN_UP && !t->real_to[0])
		return passed(day, t->planned_from);
	return (t->state == TASK_LATE || t->state == TASK_HELD) && year < said_from(t);
}

static bool
began_after(const struct task *t, const char *day)
{
	return strcmp(t->real_from, day) > 0;
}

/* What had been said for the year, or last for one before it: a saying for a year is not undone by
 * one for another, which came later or earlier. NULL = it is what the task says now, or nothing. */
static const struct task_said *
said_in(const struct task *t, int year)
{
	int now = said_from(t) > year || ended_after(t, year) ? 0 : said_from(t);
	const struct task_said *said = NULL;

	for (int i = 0; i < t->said_count; i++)
		if (t->said[i].year <= year && t->said[i].year > now)
			said = &t->said[i];
	/* It was taken back: what it is now says more. */
	return said && (said->state == TASK_DONE || said->state == TASK_GIVEN_UP) ? NULL : said;
}

struct task
task_said_in(const struct task *t, int year)
{
	bool over = (t->state == TASK_DONE || t->state == TASK_GIVEN_UP) && !ended_after(t, year);
	const struct task_said *said = over ? NULL : said_in(t, year);
	struct task then = *t;

	if (!said)
		return then;
	then.state = said->state;
	then.percent = said->percent;
	then.said_for = said->year;
	then.login = said->login;
	then.entered_at = said->entered_at;
	then.file_name = said->file_name;
	then.real_to = "";
	return then;
}

static int
percent_then(const struct task *t, int year, const char *day)
{
	if (began_after(t, day))
		return 0;
	if (ended_after(t, year))
		return TASK_PERCENT_UNKNOWN;
	return t->state == TASK_DONE || t->percent == 0 || year >= said_from(t)
		       ? t->percent
		       : TASK_PERCENT_UNKNOWN;
}

struct task
task_as_of(const struct task *task, int year)
{
	struct task then = task_said_in(task, year);
	const struct task t = then;
	char day[16];

	end_of(year, day, sizeof(day));
	then.percent = percent_then(&t, year, day);
	if (ended_after(&t, year) || began_after(&t, day) || said_later(&t, year, day)) {
		bool begun = t.real_from[0] ? strcmp(t.real_from, day) <= 0 : t.state == TASK_DONE;

		then.state = begun ? TASK_RUNNING : TASK_NOT_STARTED;
		then.real_from = begun ? then.real_from : "";
		then.real_to = "";
	}
	return then;
}

enum task_state
task_state_in(const struct task *task, int year)
{
	const struct task then = task_as_of(task, year);
	char day[16];

	return task_state_on(&then, end_of(year, day, sizeof(day)));
}

int
task_percent_in(const struct task *task, int year)
{
	return task_as_of(task, year).percent;
}

const char *
task_otherwise_from(const struct task *t, int year)
{
	char day[16];

	if (began_after(t, end_of(year, day, sizeof(day))))
		return t->real_from;
	return ended_after(t, year) ? t->real_to : "";
}

bool
task_comes_after(const struct task *t, int year)
{
	const struct task then = task_as_of(t, year);
	char day[16];

	return waits(&then) && strcmp(t->planned_from, end_of(year, day, sizeof(day))) > 0;
}

bool
task_state_behind(enum task_state s)
{
	return s == TASK_LATE || s == TASK_HELD || s == TASK_GIVEN_UP;
}

static int
days_between(const char *from, const char *to)
{
	struct date a, b;

	if (date_parse(from, clock_today(), &a) || date_parse(to, clock_today(), &b))
		return 0;
	return (int)(date_to_days(b) - date_to_days(a));
}

int
task_days_late(const struct task *t, const char *day)
{
	if (settled(t->state))
		return 0;
	if (passed(t->planned_to, day))
		return days_between(t->planned_to, day);
	return waits(t) && passed(t->planned_from, day) ? days_between(t->planned_from, day) : 0;
}

const char *
task_late_reason(const struct task *t, const char *day, struct arena *arena)
{
	if (passed(t->planned_to, day))
		return arena_format(
			arena, _("should have ended on %s"), date_shown(arena, t->planned_to));
	if (passed(t->planned_from, day) && (!t->real_from[0] || strcmp(t->real_from, day) > 0))
		return arena_format(
			arena, _("should have begun on %s"), date_shown(arena, t->planned_from));
	return "";
}
