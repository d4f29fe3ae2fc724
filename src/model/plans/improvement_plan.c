/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Improvement plans: the card and what is done to it as a whole. */
#include "config.h"

#include "model/plans/improvement_plan.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/plans/improvement_plan_parts.h"
#include "model/groups/own_member.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/surveys/wave.h"
#include "model/word.h"

#include <math.h>
#include <string.h>

static const struct word states[PLAN_STATES] = {
	[PLAN_DRAFT] = { "draft", N_("being drafted") },
	[PLAN_ADOPTED] = { "adopted", N_("adopted") },
	[PLAN_CLOSED] = { "closed", N_("ended") },
};

const char *
plan_state_name(enum plan_state s)
{
	return states[s].name;
}

const char *
plan_state_label(enum plan_state s)
{
	return _(states[s].label);
}

int
plan_state_from_name(const char *name)
{
	return word_find(states, PLAN_STATES, name, -1);
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct improvement_plan *p)
{
	*p = (struct improvement_plan){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.group = db_int(q, 4),
		.slot = (int)db_int(q, 6),
		.base = db_double_or_nan(q, 12),
		.target = db_double_or_nan(q, 13),
		.budget = db_double_or_nan(q, 14),
		.base_year = (int)db_int(q, 15),
		.target_year = (int)db_int(q, 16),
		.conclusions = (int)db_int(q, 19),
		.actions = (int)db_int(q, 20),
		.actions_done = (int)db_int(q, 21) };
	text_copy(p->uid, sizeof p->uid, db_text(q, 2));
	text_copy(p->owner, sizeof p->owner, db_text(q, 3));
	text_copy(p->group_code, sizeof p->group_code, db_text(q, 5));
	text_copy(p->service, sizeof p->service, db_text(q, 7));
	text_copy(p->title, sizeof p->title, db_text(q, 8));
	text_copy(p->goal, sizeof p->goal, db_text(q, 9));
	text_copy(p->indicator, sizeof p->indicator, db_text(q, 10));
	text_copy(p->measure, sizeof p->measure, db_text(q, 11));
	p->state = (enum plan_state)word_find(states, PLAN_STATES, db_text(q, 17), PLAN_DRAFT);
	text_copy(p->adopted_on, sizeof p->adopted_on, db_text(q, 18));
}

static struct stmt *
start_list(struct db *db, const struct plan_filter *filter, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_PLAN_LIST, err);

	db_bind_int(q, 1, filter->group);
	db_bind_int(q, 2, filter->slot);
	db_bind_int(q, 3, filter->retired);
	db_bind_int(q, 4, id);
	return q;
}

int
plan_list(struct db *db, const struct plan_filter *filter, struct arena *arena,
	struct improvement_plan **list, int *count, struct error *err)
{
	struct stmt *q = start_list(db, filter, 0, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
plan_load(struct db *db, int64_t id, struct improvement_plan *out, struct error *err)
{
	const struct plan_filter any = { 0 };
	struct stmt *q = start_list(db, &any, id, err);
	bool found = db_next(q);

	if (found)
		read_row(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This plan is gone already."));
}

/* ---- saving ---- */

/* A target comes after its base and differs from it; a number has its year. */
static int
check_measure(const struct improvement_plan *p, struct error *err)
{
	if (!isnan(p->base) && !p->base_year)
		return error_field(err, ERROR_INPUT, PLAN_FIELD_BASE_YEAR,
			_("Say of which year the base value is."));
	if (!isnan(p->target) && !p->target_year)
		return error_field(err, ERROR_INPUT, PLAN_FIELD_TARGET_YEAR,
			_("Say by which year the target is to be reached."));
	if (p->base_year && p->target_year && p->target_year <= p->base_year)
		return error_field(err, ERROR_INPUT, PLAN_FIELD_TARGET_YEAR,
			_("The target's year must come after the base year."));
	if (!isnan(p->base) && !isnan(p->target) && !(p->base < p->target) &&
		!(p->target < p->base))
		return error_field(err, ERROR_INPUT, PLAN_FIELD_TARGET,
			_("The target equals the base value: then there is nothing to improve."));
	return 0;
}

static int
check(const struct improvement_plan *p, struct error *err)
{
	const struct {
		const char *text;
		int field;
	} texts[] = { { p->service, PLAN_FIELD_SERVICE }, { p->title, PLAN_FIELD_TITLE },
		{ p->measure, PLAN_FIELD_MEASURE } };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (kept_line_check(texts[i].text, texts[i].field, err) < 0)
			return -1;
	if (kept_lines_check(p->goal, PLAN_FIELD_GOAL, err) < 0)
		return -1;
	if (p->slot == NO_SLOT)
		return error_field(err, ERROR_INPUT, PLAN_FIELD_UNIT,
			_("Say whose plan it is: choose a unit."));
	if (!p->title[0])
		return error_field(err, ERROR_INPUT, PLAN_FIELD_TITLE, _("A plan needs a title."));
	if (kept_money_check(p->budget, PLAN_FIELD_BUDGET, err) < 0)
		return -1;
	if (p->state != PLAN_DRAFT && !p->adopted_on[0])
		return error_field(err, ERROR_INPUT, PLAN_FIELD_ADOPTED,
			_("Say on which day the plan was adopted."));
	if (survey_date_check(p->adopted_on, PLAN_FIELD_ADOPTED, err) < 0)
		return -1;
	return check_measure(p, err);
}

static int
find_indicator(struct db *db, const char *code, int64_t *id, struct error *err)
{
	struct stmt *q;

	*id = 0;
	if (!code[0])
		return 0;
	q = db_start(db, Q_PLAN_INDICATOR, err);
	db_bind_text(q, 1, code);
	if (db_next(q))
		*id = db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	return *id ? 0
		   : error_field(err, ERROR_INPUT, PLAN_FIELD_INDICATOR,
			     _("There is no indicator “%s”."), code);
}

static void
bind_fields(struct stmt *q, const struct improvement_plan *p, int64_t indicator)
{
	db_bind_int_or_null(q, 2, p->group);
	db_bind_int(q, 3, p->slot);
	db_bind_text(q, 4, p->service);
	db_bind_text(q, 5, p->title);
	db_bind_text(q, 6, p->goal);
	db_bind_int_or_null(q, 7, indicator);
	db_bind_text(q, 8, p->measure);
	db_bind_int_or_null(q, 9, p->base_year);
	db_bind_double_or_null(q, 10, p->base);
	db_bind_int_or_null(q, 11, p->target_year);
	db_bind_double_or_null(q, 12, p->target);
	db_bind_double_or_null(q, 13, p->budget);
	db_bind_text(q, 14, states[p->state].name);
	db_bind_text_or_null(q, 15, p->adopted_on);
}

/* What a plan gathers is of its unit. */
static int
check_gathered(struct db *db, const struct improvement_plan *p, struct error *err)
{
	struct stmt *q;
	bool other;

	if (!p->id)
		return 0;
	q = db_start(db, Q_PLAN_GATHERS_OTHERS, err);
	db_bind_int(q, 1, p->id);
	db_bind_int(q, 2, p->slot);
	other = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return other ? error_field(err, ERROR_INPUT, PLAN_FIELD_UNIT,
			       _("The plan gathers conclusions of another unit. Take them out of "
				 "the plan first, or make a new plan."))
		     : 0;
}

/* Once a member is enough: one that left keeps its plans. */
static int
check_member(struct db *db, const struct improvement_plan *p, struct error *err)
{
	struct stmt *q;
	bool member;

	if (!p->group)
		return 0;
	q = db_start(db, Q_CONCLUSION_IS_MEMBER, err);
	db_bind_int(q, 1, p->group);
	db_bind_int(q, 2, p->slot);
	member = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return member ? 0
		      : error_field(err, ERROR_INPUT, PLAN_FIELD_UNIT,
				_("This unit was never a member of the group. Choose a member."));
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct improvement_plan *p = context;
	struct stmt *q;
	int64_t indicator;
	int former;
	char uid[UID_SIZE];

	if ((p->id && plan_find_own(db, p->id, p->rev, err)) || check(p, err) ||
		own_member_former(db, Q_PLAN_SLOT, p->id, &former, err) ||
		check_member(db, p, err) ||
		check_gathered(db, p, err) ||
		own_member_check(db, p->group, p->slot, former, PLAN_FIELD_UNIT, err) ||
		find_indicator(db, p->indicator, &indicator, err))
		return -1;
	q = db_start(db, p->id ? Q_PLAN_UPDATE : Q_PLAN_INSERT, err);
	if (p->id) {
		db_bind_int(q, 16, p->id);
		db_bind_int(q, 17, p->rev);
	} else {
		text_copy(p->uid, sizeof p->uid, random_uid(uid));
		db_bind_text(q, 1, p->uid);
	}
	bind_fields(q, p, indicator);
	return kept_store(db, q, &p->id, &p->rev, err);
}

int
plan_save(struct db *db, struct improvement_plan *p, struct error *err)
{
	const struct db_act act = { .action = p->id ? "plan.change" : "plan.add",
		.entity = "improvement_plan" };
	struct improvement_plan copy = *p;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*p = copy;
	return 0;
}

/* ---- whole plans ---- */

int
plan_conflict(struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the plan meanwhile. Nothing was saved; look at the new "
		  "state first."));
}

static const struct kept_kind kept = { "improvement_plan", "plan.retire", "plan.restore",
	Q_PLAN_HEAD, Q_PLAN_RETIRE };

int
plan_find_own(struct db *db, int64_t plan, int64_t rev, struct error *err)
{
	if (kept_check_line(db, &kept, plan, rev, err))
		return -1;
	db_act_entity(db, plan);
	return 0;
}

int
plan_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &kept, id, rev, err);
}

int
plan_restore(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}

/* ---- actions as numbers ---- */

bool
plan_action_overdue(const struct plan_action *action, const char *today)
{
	return action->to_on[0] && strcmp(action->to_on, today) < 0 &&
	       action->state != PLAN_ACTION_DONE && action->state != PLAN_ACTION_GIVEN_UP;
}

double
plan_cost(const struct plan_action *list, int count)
{
	double sum = NAN;

	for (int i = 0; i < count; i++)
		if (!isnan(list[i].cost) && list[i].state != PLAN_ACTION_GIVEN_UP)
			sum = (isnan(sum) ? 0 : sum) + list[i].cost;
	return sum;
}
