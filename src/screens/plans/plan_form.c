/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of an improvement plan, of one action of it, and of a closing note. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/plans/closing_note.h"
#include "model/plans/improvement_plan.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"
#include "screens/plans/plan_forms.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member
#define KEY(type, member) \
	.key_offset = offsetof(type, member), .key_size = sizeof((type *)0)->member

/* ---- a plan ---- */

struct plan_values {
	char unit[160], unit_key[UNIT_CODE_SIZE], service[128], title[256], goal[1024];
	char indicator[256], indicator_key[40], measure[256];
	char base[32], base_year[8], target[32], target_year[8], budget[32];
	int state;
	char adopted_on[32];
	int64_t group; /* not in the form */
};

static const char *const plan_states[] = { N_("being drafted"), N_("adopted"), N_("ended"), NULL };

static int
suggest_plan_unit(
	void *app, const void *values, const char *typed, struct field_suggestion *rows, int max)
{
	return group_suggest_unit(
		app, ((const struct plan_values *)values)->group, typed, rows, max);
}

static const struct field plan_fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Whose"),
		AT(struct plan_values, unit),
		KEY(struct plan_values, unit_key),
		.required = true,
		.width = 50,
		.suggest_beside = suggest_plan_unit,
		.none = N_("No unit has such a name or code."),
		.help = N_("The unit that will carry the plan out.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Service"),
		AT(struct plan_values, service),
		.width = 40,
		.suggest = lookup_suggest_service,
		.help = N_("The service of the group; another of the catalogue, or any text.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Title"),
		AT(struct plan_values, title),
		.required = true,
		.width = 54,
		.help = N_("What the plan is called.") },
	{ .kind = FIELD_LINES,
		.label = N_("Goal"),
		AT(struct plan_values, goal),
		.rows = 2,
		.help = N_("What is to be better when it is done.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Indicator"),
		AT(struct plan_values, indicator),
		KEY(struct plan_values, indicator_key),
		.width = 54,
		.suggest = lookup_suggest_indicator,
		.none = N_("No indicator has these words; say the measure in words below."),
		.help = N_("Its value is followed by itself, year after year.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Measure"),
		AT(struct plan_values, measure),
		.width = 54,
		.help = N_("In words, where no indicator measures it.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Base"),
		AT(struct plan_values, base),
		.width = 14,
		.help = N_("The value from which the plan starts.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("of the year"),
		AT(struct plan_values, base_year),
		.width = 6,
		.whole = true,
		.min = 1900,
		.max = 2199,
		.help = N_("The year of the base value.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Target"),
		AT(struct plan_values, target),
		.width = 14,
		.help = N_("The value to be reached.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("by the year"),
		AT(struct plan_values, target_year),
		.width = 6,
		.whole = true,
		.min = 1900,
		.max = 2199,
		.help = N_("The year by which it is to be reached.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Budget, zł"),
		AT(struct plan_values, budget),
		.width = 14,
		.help = N_("Money for the whole plan; empty when not decided.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("State"),
		AT(struct plan_values, state),
		.choices = plan_states,
		.width = 14,
		.help = N_("Being drafted, adopted, ended.") },
	{ .kind = FIELD_DATE,
		.label = N_("Adopted on"),
		AT(struct plan_values, adopted_on),
		.width = 12,
		.help = N_("The day on which it was adopted.") },
};
enum { PLAN_FIELDS = sizeof plan_fields / sizeof *plan_fields };
static const char *const plan_names[PLAN_FIELDS] = { "unit", "service", "title", "goal",
	"indicator", "measure", "base", "base_year", "target", "target_year", "budget", "state",
	"adopted_on" };

static int
plan_read_new(
	struct app *app, const struct card_form_of *of, struct plan_values *v, struct error *err)
{
	int slot;

	v->group = of->parent;
	if (plan_group_service(app, of->parent, v->service, sizeof v->service, err) ||
		group_unit_of_new(app, of->parent, &slot, err))
		return -1;
	return lookup_unit_put(
		app, slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

static int
plan_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct plan_values *v = values;
	struct improvement_plan p;

	if (of->id == 0)
		return plan_read_new(app, of, v, err);
	if (plan_load(app->db, of->id, &p, err) ||
		lookup_unit_put(
			app, p.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err))
		return -1;
	of->rev = p.rev;
	text_copy(of->uid, sizeof of->uid, p.uid);
	text_copy(of->owner, sizeof of->owner, p.owner);
	text_copy(v->service, sizeof v->service, p.service);
	text_copy(v->title, sizeof v->title, p.title);
	text_copy(v->goal, sizeof v->goal, p.goal);
	text_copy(v->indicator, sizeof v->indicator, p.indicator);
	text_copy(v->indicator_key, sizeof v->indicator_key, p.indicator);
	text_copy(v->measure, sizeof v->measure, p.measure);
	plan_number_text(v->base, sizeof v->base, p.base);
	card_form_number(v->base_year, sizeof v->base_year, p.base_year);
	plan_number_text(v->target, sizeof v->target, p.target);
	card_form_number(v->target_year, sizeof v->target_year, p.target_year);
	plan_money_text(v->budget, sizeof v->budget, p.budget);
	v->state = (int)p.state;
	card_form_date(v->adopted_on, sizeof v->adopted_on, p.adopted_on);
	v->group = p.group;
	return 0;
}

static int
plan_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct plan_values *v = values;
	struct improvement_plan p = { .id = of->id,
		.rev = of->rev,
		.group = v->group,
		.base = plan_number_read(v->base),
		.target = plan_number_read(v->target),
		.budget = plan_number_read(v->budget),
		.base_year = (int)card_form_whole(v->base_year),
		.target_year = (int)card_form_whole(v->target_year),
		.state = (enum plan_state)v->state };

	if (lookup_unit_take(app, v->unit, v->unit_key, PLAN_FIELD_UNIT, &p.slot, err) ||
		group_member_meant(app, p.group, &p.slot, err))
		return -1;
	text_copy(p.service, sizeof p.service, v->service);
	text_copy(p.title, sizeof p.title, v->title);
	text_copy(p.goal, sizeof p.goal, v->goal);
	if (v->indicator[0])
		text_copy(p.indicator, sizeof p.indicator,
			v->indicator_key[0] ? v->indicator_key : v->indicator);
	text_copy(p.measure, sizeof p.measure, v->measure);
	card_form_iso(p.adopted_on, sizeof p.adopted_on, v->adopted_on);
	if (plan_save(app->db, &p, err))
		return -1;
	of->id = p.id;
	return 0;
}

static void
plan_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Plan %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New plan"));
}

const struct card_form_kind plan_form = { .name = "improvement_plan",
	.fields = plan_fields,
	.names = plan_names,
	.count = PLAN_FIELDS,
	.size = sizeof(struct plan_values),
	.role = PERSON_CLERK,
	.read = plan_read,
	.save = plan_write,
	.title = plan_title,
	.saved = N_("The plan is saved.") };

/* ---- an action ---- */

struct action_values {
	char text[512], responsible[128], from_on[32], to_on[32], cost[32];
	int state;
	char remark[256], was_due[32]; /* the last is not in the form */
};

static const char *const action_states[] = { N_("planned"), N_("being carried out"),
	N_("carried out"), N_("given up"), NULL };

static const struct field action_fields[] = {
	{ .kind = FIELD_LINES,
		.label = N_("What"),
		AT(struct action_values, text),
		.required = true,
		.rows = 3,
		.help = N_("In a sentence: what is to be done.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Responsible"),
		AT(struct action_values, responsible),
		.width = 40,
		.help = N_("Department or post, not a name.") },
	{ .kind = FIELD_DATE,
		.label = N_("From"),
		AT(struct action_values, from_on),
		.width = 12,
		.help = N_("The first day; may stay empty.") },
	{ .kind = FIELD_DATE,
		.label = N_("Until"),
		AT(struct action_values, to_on),
		.due = true,
		.width = 12,
		.help = N_("The last day; may stay empty.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Cost, zł"),
		AT(struct action_values, cost),
		.width = 14,
		.help = N_("Empty when nobody knows it yet.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("State"),
		AT(struct action_values, state),
		.choices = action_states,
		.width = 22,
		.help = N_("How far it is.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Remark"),
		AT(struct action_values, remark),
		.width = 54,
		.help = N_("May stay empty.") },
};
enum { ACTION_FIELDS = sizeof action_fields / sizeof *action_fields };
static const char *const action_names[ACTION_FIELDS] = { "text", "responsible", "from_on", "to_on",
	"cost", "state", "remark" };

/* The action's place, 0 = a new one; its plan gives rev and the drafts' place. */
static int
action_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct action_values *v = values;
	struct improvement_plan p;
	struct plan_action *list;
	struct arena arena = { 0 };
	int count = 0, result;

	if (plan_load(app->db, of->parent, &p, err))
		return -1;
	of->rev = p.rev;
	text_copy(of->uid, sizeof of->uid, p.uid);
	text_copy(of->owner, sizeof of->owner, p.owner);
	result = plan_actions(app->db, of->parent, &arena, &list, &count, err);
	for (int i = 0; i < count; i++) {
		const struct plan_action *a = &list[i];

		if (a->position != of->id)
			continue;
		text_copy(v->text, sizeof v->text, a->text);
		text_copy(v->responsible, sizeof v->responsible, a->responsible);
		card_form_date(v->from_on, sizeof v->from_on, a->from_on);
		card_form_date(v->to_on, sizeof v->to_on, a->to_on);
		text_copy(v->was_due, sizeof v->was_due, v->to_on);
		plan_money_text(v->cost, sizeof v->cost, a->cost);
		v->state = (int)a->state;
		text_copy(v->remark, sizeof v->remark, a->remark);
	}
	arena_release(&arena);
	return result;
}

static int
action_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct action_values *v = values;
	struct plan_action a = { .position = (int)of->id,
		.cost = plan_number_read(v->cost),
		.state = (enum plan_action_state)v->state };

	text_copy(a.text, sizeof a.text, v->text);
	text_copy(a.responsible, sizeof a.responsible, v->responsible);
	card_form_iso(a.from_on, sizeof a.from_on, v->from_on);
	card_form_iso(a.to_on, sizeof a.to_on, v->to_on);
	text_copy(a.remark, sizeof a.remark, v->remark);
	return plan_action_save(app->db, of->parent, of->rev, &a, err);
}

static void
action_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Action %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New action"));
}

static void
action_doubt(
	struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct action_values *v = values;

	(void)app, (void)of;
	if (v->state < (int)PLAN_ACTION_DONE)
		card_form_passed(dst, size, v->to_on, v->was_due);
}

const struct card_form_kind plan_action_form = { .name = "improvement_action",
	.fields = action_fields,
	.names = action_names,
	.count = ACTION_FIELDS,
	.size = sizeof(struct action_values),
	.role = PERSON_CLERK,
	.read = action_read,
	.save = action_write,
	.title = action_title,
	.doubt = action_doubt,
	.saved = N_("The action is saved.") };

/* ---- a closing note ---- */

struct note_values {
	char unit[160], unit_key[UNIT_CODE_SIZE];
	int kind;
	char text[1024];
	int64_t group; /* not in the form */
	char made_on[12];
};

static const char *const note_kinds[] = { N_("recommendation"), N_("problem met"),
	N_("achievement"), NULL };

static int
suggest_note_unit(
	void *app, const void *values, const char *typed, struct field_suggestion *rows, int max)
{
	return group_suggest_unit(
		app, ((const struct note_values *)values)->group, typed, rows, max);
}

static const struct field note_fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Whose"),
		AT(struct note_values, unit),
		KEY(struct note_values, unit_key),
		.required = true,
		.width = 50,
		.suggest_beside = suggest_note_unit,
		.none = N_("No unit has such a name or code."),
		.help = N_("The member that says it.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		AT(struct note_values, kind),
		.choices = note_kinds,
		.width = 20,
		.help = N_("For others: what to do, what to beware of, what has worked.") },
	{ .kind = FIELD_LINES,
		.label = N_("Text"),
		AT(struct note_values, text),
		.required = true,
		.rows = 5,
		.help = N_("In a sentence or a few.") },
};
enum { NOTE_FIELDS = sizeof note_fields / sizeof *note_fields };
static const char *const note_names[NOTE_FIELDS] = { "unit", "kind", "text" };

static int
note_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct note_values *v = values;
	struct closing_note n;
	int slot;

	if (of->id == 0) {
		v->group = of->parent;
		if (group_unit_of_new(app, of->parent, &slot, err))
			return -1;
		return lookup_unit_put(
			app, slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
	}
	if (closing_note_load(app->db, of->id, &n, err))
		return -1;
	of->rev = n.rev;
	text_copy(of->uid, sizeof of->uid, n.uid);
	text_copy(of->owner, sizeof of->owner, n.owner);
	v->kind = (int)n.kind;
	text_copy(v->text, sizeof v->text, n.text);
	v->group = n.group;
	text_copy(v->made_on, sizeof v->made_on, n.made_on);
	return lookup_unit_put(
		app, n.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

static int
note_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct note_values *v = values;
	struct closing_note n = {
		.id = of->id, .rev = of->rev, .group = v->group, .kind = (enum closing_kind)v->kind
	};

	if (lookup_unit_take(app, v->unit, v->unit_key, CLOSING_FIELD_UNIT, &n.slot, err) ||
		group_member_meant(app, n.group, &n.slot, err))
		return -1;
	text_copy(n.text, sizeof n.text, v->text);
	text_copy(n.made_on, sizeof n.made_on, v->made_on);
	if (closing_note_save(app->db, &n, err))
		return -1;
	of->id = n.id;
	return 0;
}

static void
note_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	text_copy(dst, size, of->id ? _("Closing note") : _("New closing note"));
}

const struct card_form_kind closing_note_form = { .name = "closing_note",
	.fields = note_fields,
	.names = note_names,
	.count = NOTE_FIELDS,
	.size = sizeof(struct note_values),
	.role = PERSON_CLERK,
	.read = note_read,
	.save = note_write,
	.title = note_title,
	.saved = N_("The note is saved.") };
