/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a year that was loaded: what is missing, unexplained, and whose it is. */
#include "config.h"

#include "model/monitoring/round_state.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/indicators/flag.h"
#include "model/strategies/task_state.h"

#include <math.h>
#include <string.h>

const struct target_judgement *
round_figure_judged(const struct round_figure *f)
{
	return f->correction ? &f->correction->as : &f->as;
}

const char *
round_correction_text(const struct round_correction *c, int decimals, struct arena *arena)
{
	char value[64];

	return isnan(c->value) ? flag_meaning(c->flag)->symbol
			       : arena_string(arena,
					 number_format(value, sizeof value, c->value, decimals));
}

bool
round_figure_unexplained(const struct round_figure *f)
{
	return f->off && !deviation_explains(f->deviation);
}

bool
round_task_unexplained(const struct round_task *t)
{
	return t->off && !deviation_explains(t->deviation);
}

int
round_state_unexplained(const struct round_state *state)
{
	int n = 0;

	for (int i = 0; i < state->figure_count; i++)
		n += round_figure_unexplained(&state->figures[i]);
	for (int i = 0; i < state->task_count; i++)
		n += round_task_unexplained(&state->tasks[i]);
	return n;
}

bool
round_figure_again(const struct round_figure *f)
{
	enum target_state state = round_figure_judged(f)->state;

	return f->deviation && (state == TARGET_ON_COURSE || state == TARGET_ACHIEVED);
}

const char *
round_task_reason(const struct round_task *t, int year, struct arena *arena)
{
	const struct task *task = t->task;

	if (task->reason[0] && t->said.state == task->state)
		return task->reason;
	return t->said.state == TASK_LATE
		       ? task_late_reason(task, arena_format(arena, "%d-12-31", year), arena)
		       : "";
}

bool
round_task_again(const struct round_task *t)
{
	return t->deviation && !t->off;
}

/* Years approved before it was kept say zero for what nobody had entered. */
static bool
other_money(int64_t approved, int64_t now)
{
	return money_add(approved, 0) != money_add(now, 0);
}

bool
round_task_otherwise(const struct round_task *t)
{
	const struct round_saying *said = &t->said, *now = &t->now;

	return t->gone || said->state != now->state || said->percent != now->percent ||
	       other_money(said->planned, now->planned) || other_money(said->spent, now->spent);
}

int
round_state_missing(const struct round_state *state)
{
	int n = 0;

	for (int i = 0; i < state->figure_count; i++) {
		const struct round_figure *f = &state->figures[i];

		n += f->want == WANT_KEYED || f->want == WANT_SOURCE ||
		     (state->frozen && f->as.value_year < state->round.year && !f->flag);
	}
	return n;
}

bool
round_figure_of(const struct round_figure *f, const char *office)
{
	return !office || strcmp(f->course->target->office, office) == 0;
}

struct round_share
round_share_of(const struct round_state *state, const char *office)
{
	struct round_share share = { 0 };
	int keyed = 0, waiting = 0;

	for (int i = 0; i < state->figure_count; i++) {
		const struct round_figure *f = &state->figures[i];

		if (!round_figure_of(f, office))
			continue;
		share.figures++;
		share.missing += f->want == WANT_KEYED || f->want == WANT_SOURCE;
		if (!f->course->target->indicator[0]) {
			keyed++;
			waiting += f->want != WANT_NOTHING;
		}
	}
	for (int i = 0; i < state->task_count; i++)
		share.tasks += !office || strcmp(state->tasks[i].task->office, office) == 0;
	share.keyed_all = keyed && !waiting && !share.missing;
	return share;
}

const char *
round_age_text(int value_year, int year, struct arena *arena)
{
	int age = value_year ? year - value_year : 0;

	return age > 0 ? arena_format(arena, P_("%d year older", "%d years older", age), age) : "";
}

const char *
round_want_text(const struct round_figure *f, int year, struct arena *arena)
{
	const char *what;

	switch (f->want) {
	case WANT_KEYED:
		what = _("not entered yet");
		break;
	case WANT_SOURCE:
		what = _("not in the files yet");
		break;
	case WANT_LATER:
		what = arena_format(
			arena, _("known from %02d.%d"), f->course->target->month, year + 1);
		break;
	default:
		return "";
	}
	if (!f->as.value_year)
		return what;
	return arena_format(arena, _("%s; newest %d, %s"), what, f->as.value_year,
		round_age_text(f->as.value_year, year, arena));
}
