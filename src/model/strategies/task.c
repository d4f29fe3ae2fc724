/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks of strategies: their words, reading them, what their state is on a day, sums. */
#include "config.h"

#include "model/strategies/task.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/task_money.h"
#include "model/word.h"

#include <string.h>

static const struct word states[TASK_STATES] = {
	[TASK_NOT_STARTED] = { "not_started", N_("not started") },
	[TASK_PREPARED] = { "prepared", N_("being prepared") },
	[TASK_RUNNING] = { "running", N_("under way") },
	[TASK_LATE] = { "late", N_("late") },
	[TASK_HELD] = { "held", N_("on hold") },
	[TASK_DONE] = { "done", N_("done") },
	[TASK_GIVEN_UP] = { "given_up", N_("abandoned") },
};

static const struct word kinds[TASK_KINDS] = {
	[TASK_TASK] = { "task", N_("task") },
	[TASK_PROJECT] = { "project", N_("project") },
};

const char *
task_state_name(enum task_state s)
{
	return states[s].name;
}

const char *
task_state_label(enum task_state s)
{
	return _(states[s].label);
}

int
task_state_from_name(const char *name)
{
	return word_find(states, TASK_STATES, name, -1);
}

const char *
task_state_words(struct arena *arena)
{
	const char *all = "";

	for (int i = 0; i < TASK_STATES; i++)
		all = arena_format(
			arena, "%s%s%s", all, i ? ", " : "", task_state_label((enum task_state)i));
	return all;
}

int
task_state_from_words(const char *text)
{
	char typed[64], known[64];

	text_fold(typed, sizeof typed, text);
	for (int i = 0; i < TASK_STATES; i++)
		if (strcmp(typed, states[i].name) == 0 ||
			strcmp(typed, text_fold(known, sizeof known, _(states[i].label))) == 0)
			return i;
	return task_state_from_name(text);
}

const char *
task_kind_name(enum task_kind k)
{
	return kinds[k].name;
}

const char *
task_kind_label(enum task_kind k)
{
	return _(kinds[k].label);
}

int
task_kind_from_name(const char *name)
{
	return word_find(kinds, TASK_KINDS, name, -1);
}

void
task_start(struct task *t, int64_t strategy)
{
	*t = (struct task){ .strategy = strategy,
		.uid = "",
		.name = "",
		.office = "",
		.partners = "",
		.planned_from = "",
		.planned_to = "",
		.real_from = "",
		.real_to = "",
		.reason = "",
		.product = "",
		.note = "",
		.login = "",
		.entered_at = "",
		.file_name = "" };
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct arena *arena, struct task *t)
{
	*t = (struct task){ .id = db_int(q, 0),
		.strategy = db_int(q, 1),
		.goal = db_int(q, 2),
		.position = (int)db_int(q, 3),
		.kind = (enum task_kind)word_find(kinds, TASK_KINDS, db_text(q, 4), TASK_TASK),
		.state = (enum task_state)word_find(
			states, TASK_STATES, db_text(q, 5), TASK_NOT_STARTED),
		.percent = (int)db_int(q, 6),
		.uid = kept_string(arena, db_text(q, 7)),
		.name = kept_string(arena, db_text(q, 8)),
		.office = kept_string(arena, db_text(q, 9)),
		.partners = kept_string(arena, db_text(q, 10)),
		.planned_from = kept_string(arena, db_text(q, 11)),
		.planned_to = kept_string(arena, db_text(q, 12)),
		.real_from = kept_string(arena, db_text(q, 13)),
		.real_to = kept_string(arena, db_text(q, 14)),
		.reason = kept_string(arena, db_text(q, 15)),
		.product = kept_string(arena, db_text(q, 16)),
		.note = kept_string(arena, db_text(q, 17)),
		.planned = money_from(q, 18),
		.spent = money_from(q, 19),
		.login = kept_string(arena, db_text(q, 20)),
		.entered_at = kept_string(arena, db_text(q, 21)),
		.file_name = kept_string(arena, db_text(q, 22)),
		.said_for = (int)db_int(q, 23) };
}

/* Former sayings to their tasks, *said as long as them; rows come by task. */
static int
read_said(struct db *db, int64_t strategy, int64_t id, struct arena *arena, struct task *list,
	int count, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_SAID, err);
	struct task_said *said = NULL;
	struct task *t = NULL;
	size_t room = 0;

	db_bind_int(q, 1, strategy);
	db_bind_int(q, 2, id);
	while (db_next(q)) {
		if (!t || t->id != db_int(q, 0)) {
			int at = 0;

			while (at < count && list[at].id != db_int(q, 0))
				at++;
			t = at < count ? &list[at] : NULL;
			said = NULL;
			room = 0;
		}
		if (!t)
			continue;
		said = arena_grow(arena, said, (size_t)t->said_count, &room, sizeof(*said));
		said[t->said_count++] = (struct task_said){ .year = (int)db_int(q, 1),
			.state = (enum task_state)word_find(
				states, TASK_STATES, db_text(q, 2), TASK_NOT_STARTED),
			.percent = (int)db_int(q, 3),
			.login = kept_string(arena, db_text(q, 4)),
			.entered_at = kept_string(arena, db_text(q, 5)),
			.file_name = kept_string(arena, db_text(q, 6)) };
		t->said = said;
	}
	return db_end(q);
}

int
task_list(struct db *db, const struct task_filter *filter, struct arena *arena, struct task **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, filter->strategy);
	db_bind_int(q, 2, filter->goal);
	db_bind_text(q, 3, filter->office);
	db_bind_int(q, 4, filter->retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_row(q, arena, &(*list)[(*count)++]);
	}
	return db_end(q) ? -1 : read_said(db, filter->strategy, 0, arena, *list, *count, err);
}

int
task_load(struct db *db, int64_t id, struct arena *arena, struct task *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_row(q, arena, out);
	if (db_end(q) < 0)
		return -1;
	return found ? read_said(db, out->strategy, id, arena, out, 1, err)
		     : error_set(err, ERROR_MISSING, _("There is no task with the number %lld."),
			       (long long)id);
}

int
task_offices(struct db *db, int64_t strategy, struct arena *arena, const char ***list, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_OFFICES, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, strategy);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = arena_string(arena, db_text(q, 0));
	}
	return db_end(q);
}

/* ---- what it is on a day ---- */

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

enum task_state
task_state_in(const struct task *task, int year)
{
	struct task then = task_said_in(task, year);
	const struct task *t = &then;
	char day[16];

	end_of(year, day, sizeof(day));
	if (ended_after(t, year) || began_after(t, day) || said_later(t, year, day)) {
		bool begun = then.real_from[0] ? strcmp(then.real_from, day) <= 0
					       : then.state == TASK_DONE;

		then.state = begun ? TASK_RUNNING : TASK_NOT_STARTED;
		then.real_from = begun ? then.real_from : "";
		then.real_to = "";
	}
	return task_state_on(&then, day);
}

int
task_percent_in(const struct task *task, int year)
{
	struct task then = task_said_in(task, year);
	const struct task *t = &then;
	char day[16];

	end_of(year, day, sizeof(day));
	if (began_after(t, day))
		return 0;
	if (ended_after(t, year))
		return TASK_PERCENT_UNKNOWN;
	return t->state == TASK_DONE || t->percent == 0 || year >= said_from(t)
		       ? t->percent
		       : TASK_PERCENT_UNKNOWN;
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

void
task_totals(const struct task *tasks, int count, const char *day, struct task_totals *out)
{
	int counted = 0, percent = 0;

	*out = (struct task_totals){
		.count = count, .percent = -1, .planned = MONEY_NONE, .spent = MONEY_NONE
	};
	for (int i = 0; i < count; i++) {
		const struct task *t = &tasks[i];

		out->by_state[task_state_on(t, day)]++;
		out->planned = money_add(out->planned, t->planned);
		out->spent = money_add(out->spent, t->spent);
		if (t->state == TASK_GIVEN_UP)
			continue;
		percent += t->percent;
		counted++;
	}
	if (counted)
		out->percent = (percent + counted / 2) / counted;
}
