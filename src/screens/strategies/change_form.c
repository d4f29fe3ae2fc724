/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why something goes, comes back or is moved in a strategy in force; of a draft nobody is asked. */
#include "config.h"

#include "screens/strategies/target_screens.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdio.h>

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member

struct values {
	char what[320], resolution[128], changed_on[32], reason[512];
	int act; /* not in the form */
};

static const struct field fields[] = {
	{ .kind = FIELD_TEXT, .label = N_("Change"), AT(what), .fixed = true, .width = 56 },
	{ .kind = FIELD_TEXT,
		.label = N_("Resolution"),
		AT(resolution),
		.width = 30,
		.help = N_("The number of the resolution by which the strategy changes; may stay "
			   "empty.") },
	CHANGED_ON_FIELD(AT(changed_on)),
	{ .kind = FIELD_TEXT,
		.label = N_("Why changed"),
		AT(reason),
		.required = true,
		.width = 56,
		.help = N_("The strategy is in force; the report of the year tells the reason.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
enum { FIELD_CHANGED_ON = FIELDS - 1, FIELD_REASON };
static const char *const names[FIELDS] = { "what", "resolution", "changed_on", "reason" };

static const char *const acts[STRATEGY_ACTS] = {
	[STRATEGY_RETIRE_GOAL] = N_("delete the goal"),
	[STRATEGY_RETIRE_TARGET] = N_("delete the indicator"),
	[STRATEGY_RESTORE_GOAL] = N_("bring the goal back"),
	[STRATEGY_RESTORE_TARGET] = N_("bring the indicator back"),
	[STRATEGY_GOAL_DEEPER] = N_("move the goal below the one before it"),
	[STRATEGY_GOAL_HIGHER] = N_("move the goal one level up"),
};

static int
act_on(struct app *app, enum strategy_act act, int64_t row, int64_t rev,
	const struct strategy_why *why, struct error *err)
{
	switch (act) {
	case STRATEGY_RETIRE_GOAL:
		return goal_retire(app->db, rev, row, why, err);
	case STRATEGY_RETIRE_TARGET:
		return target_retire(app->db, rev, row, why, err);
	case STRATEGY_RESTORE_GOAL:
		return goal_restore(app->db, rev, row, why, err);
	case STRATEGY_RESTORE_TARGET:
		return target_restore(app->db, rev, row, why, err);
	default:
		return goal_shift(
			app->db, rev, row, act == STRATEGY_GOAL_DEEPER ? 1 : -1, why, err);
	}
}

static int
read_row(struct app *app, struct card_form_of *of, char *name, size_t size, int64_t *strategy,
	struct error *err)
{
	struct target t;
	struct goal g;

	if (of->slot == STRATEGY_RETIRE_TARGET || of->slot == STRATEGY_RESTORE_TARGET) {
		if (target_load(app->db, of->parent, &t, err))
			return -1;
		*strategy = t.strategy;
		text_copy(name, size, t.name);
		text_copy(of->uid, sizeof of->uid, t.uid);
		return 0;
	}
	if (goal_load(app->db, of->parent, &g, err))
		return -1;
	*strategy = g.strategy;
	text_copy(name, size, g.name);
	text_copy(of->uid, sizeof of->uid, g.uid);
	return 0;
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct strategy s;
	char name[256];
	int64_t strategy;

	if (read_row(app, of, name, sizeof name, &strategy, err) ||
		strategy_load(app->db, strategy, &s, err))
		return -1;
	of->rev = s.rev;
	v->act = of->slot;
	snprintf(v->what, sizeof v->what, "%s: %s", _(acts[of->slot]), name);
	return 0;
}

static int
write_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	char day[12];
	const struct strategy_why why = { v->resolution, v->reason,
		card_form_iso(day, sizeof day, v->changed_on) };

	if (!act_on(app, (enum strategy_act)v->act, of->parent, of->rev, &why, err))
		return 0;
	if (err && err->field)
		err->field =
			err->field == GOAL_FIELD_CHANGED_ON || err->field == TARGET_FIELD_CHANGED_ON
				? FIELD_CHANGED_ON
				: FIELD_REASON;
	return -1;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)of;
	(void)values;
	text_copy(dst, size, _("Change of a strategy in force"));
}

static const struct card_form_kind strategy_change_form = { .name = "strategy_change",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = write_values,
	.title = title,
	.saved = N_("It is done, and the history of changes tells it.") };

void
strategy_change(struct screens *s, const struct strategy *strategy, enum strategy_act act,
	int64_t row, int action, const char *done)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (strategy->state != STRATEGY_DRAFT)
		card_form_open_for(s, &strategy_change_form, row, (int)act, action);
	else
		app_done(s,
			app_may_write(app, &err) ||
				act_on(app, act, row, strategy->rev, NULL, &err),
			&err, done);
}
