/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks of strategies: their words, reading them, sums. */
#include "config.h"

#include "model/strategies/task.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/task_money.h"
#include "model/strategies/task_state.h"
#include "model/word.h"

#include <stdio.h>
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
	return word_find_said(states, TASK_STATES, text, -1);
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
		.percent = TASK_PERCENT_UNKNOWN,
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

/* ---- how far it is ---- */

int
task_percent_from(struct stmt *q, int column)
{
	return db_null(q, column) ? TASK_PERCENT_UNKNOWN : (int)db_int(q, column);
}

void
task_percent_bind(struct stmt *q, int parameter, int percent)
{
	if (percent == TASK_PERCENT_UNKNOWN)
		db_bind_null(q, parameter);
	else
		db_bind_int(q, parameter, percent);
}

char *
task_percent_text(char *dst, size_t size, int percent, const char *unknown)
{
	if (percent == TASK_PERCENT_UNKNOWN)
		text_copy(dst, size, unknown);
	else
		snprintf(dst, size, "%d", percent);
	return dst;
}

int
task_percent_read(const char *text, int *percent, struct error *err)
{
	long number = TASK_PERCENT_UNKNOWN;

	if (text[0] && number_parse_whole(text, 0, 100, &number))
		return error_field(err, ERROR_INPUT, TASK_FIELD_PERCENT,
			_("“%.40s”: how far a task is, is said in per cent, 0 to 100."), text);
	*percent = (int)number;
	return 0;
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
		.percent = task_percent_from(q, 6),
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
			.percent = task_percent_from(q, 3),
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

/* ---- sums ---- */

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
		if (t->state == TASK_GIVEN_UP || t->percent == TASK_PERCENT_UNKNOWN)
			continue;
		percent += t->percent;
		counted++;
	}
	if (counted)
		out->percent = (percent + counted / 2) / counted;
}
