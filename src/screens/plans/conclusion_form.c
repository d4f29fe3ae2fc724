/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a conclusion, and how forms of this room read numbers and units. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/plans/conclusion.h"
#include "model/groups/exchange_group.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"
#include "screens/plans/plan_forms.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- numbers and units ---- */

char *
plan_number_text(char *dst, size_t size, double value)
{
	return isnan(value) ? text_copy(dst, size, "") : number_field(dst, size, value);
}

char *
plan_money_text(char *dst, size_t size, double value)
{
	double back;

	if (isnan(value))
		return text_copy(dst, size, "");
	number_money(dst, size, value);
	return number_parse(dst, &back) == 0 && back == value ? dst
							      : number_field(dst, size, value);
}

double
plan_number_read(const char *text)
{
	double value;

	return text[0] && number_parse(text, &value) == 0 ? value : NAN;
}

int
plan_group_service(struct app *app, int64_t group, char *dst, size_t size, struct error *err)
{
	struct exchange_group g;

	text_copy(dst, size, "");
	if (!group)
		return 0;
	if (exchange_group_load(app->db, group, &g, err))
		return -1;
	text_copy(dst, size, g.service);
	return 0;
}

/* ---- the form ---- */

struct values {
	char unit[160], unit_key[UNIT_CODE_SIZE];
	char service[128];
	char text[1024], cause[1024], proposal[1024];
	char learn_from[160], learn_from_key[UNIT_CODE_SIZE];
	char effect[512], cost[32], responsible[128], due_on[32];
	int state;
	char reason[512];
	int64_t group; /* not in the form */
	char made_on[12], was_due[32];
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define KEY(member)                                    \
	.key_offset = offsetof(struct values, member), \
	.key_size = sizeof((struct values *)0)->member

static const char *const state_words[] = { N_("proposed"), N_("accepted"), N_("being carried out"),
	N_("carried out"), N_("rejected"), NULL };

static int
suggest_who(
	void *app, const void *values, const char *typed, struct field_suggestion *rows, int max)
{
	return group_suggest_its_member(
		app, ((const struct values *)values)->group, typed, rows, max);
}

static const struct field fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Whose"),
		AT(unit),
		KEY(unit_key),
		.required = true,
		.width = 50,
		.suggest_beside = suggest_who,
		.none = N_("No such name or code; in a group its members are offered."),
		.help = N_("The member that will do something better.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Service"),
		AT(service),
		.width = 40,
		.suggest = lookup_suggest_service,
		.help = N_("The service of the group; another of the catalogue, or any text.") },
	{ .kind = FIELD_LINES,
		.label = N_("Conclusion"),
		AT(text),
		.required = true,
		.rows = 3,
		.help = N_("In a sentence: what the comparison has shown and what is to change.") },
	{ .kind = FIELD_LINES,
		.label = N_("Cause"),
		AT(cause),
		.rows = 2,
		.help = N_("Why the unit stands where it does.") },
	{ .kind = FIELD_LINES,
		.label = N_("Proposal"),
		AT(proposal),
		.rows = 2,
		.help = N_("What is proposed.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Learn from"),
		AT(learn_from),
		KEY(learn_from_key),
		.width = 50,
		.suggest_beside = suggest_who,
		.none = N_("No such name or code; in a group its members are offered."),
		.help = N_("The member that does it better; may stay empty.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Effect"),
		AT(effect),
		.width = 54,
		.help = N_("What will be better, and by how much.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Cost, zł"),
		AT(cost),
		.width = 14,
		.help = N_("Estimated; empty when nobody knows it yet.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Responsible"),
		AT(responsible),
		.width = 40,
		.help = N_("Department or post, not a name.") },
	{ .kind = FIELD_DATE,
		.label = N_("Until"),
		.due = true,
		AT(due_on),
		.width = 12,
		.help = N_("When it is to be done: 12.3, +30, or empty.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("State"),
		AT(state),
		.choices = state_words,
		.width = 22,
		.help = N_("How far it is. A rejected one needs its reason.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Reason"),
		AT(reason),
		.width = 54,
		.help = N_("Why it was rejected; else empty.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "unit", "service", "text", "cause", "proposal",
	"learn_from", "effect", "cost", "responsible", "due_on", "state", "reason" };

static int
read_new(struct app *app, const struct card_form_of *of, struct values *v, struct error *err)
{
	int slot = of->slot;

	if (slot == NO_SLOT && group_unit_of_new(app, of->parent, &slot, err))
		return -1;
	v->group = of->parent;
	if (plan_group_service(app, of->parent, v->service, sizeof v->service, err))
		return -1;
	return lookup_unit_put(
		app, slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

static int
read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct conclusion c;

	if (of->id == 0)
		return read_new(app, of, v, err);
	if (conclusion_load(app->db, of->id, &c, err) ||
		lookup_unit_put(app, c.slot, v->unit, sizeof v->unit, v->unit_key,
			sizeof v->unit_key, err) ||
		lookup_unit_put(app, c.learn_from, v->learn_from, sizeof v->learn_from,
			v->learn_from_key, sizeof v->learn_from_key, err))
		return -1;
	of->rev = c.rev;
	text_copy(of->uid, sizeof of->uid, c.uid);
	text_copy(of->owner, sizeof of->owner, c.owner);
	text_copy(v->service, sizeof v->service, c.service);
	text_copy(v->text, sizeof v->text, c.text);
	text_copy(v->cause, sizeof v->cause, c.cause);
	text_copy(v->proposal, sizeof v->proposal, c.proposal);
	text_copy(v->effect, sizeof v->effect, c.effect);
	plan_money_text(v->cost, sizeof v->cost, c.cost);
	text_copy(v->responsible, sizeof v->responsible, c.responsible);
	card_form_date(v->due_on, sizeof v->due_on, c.due_on);
	text_copy(v->was_due, sizeof v->was_due, v->due_on);
	v->state = (int)c.state;
	text_copy(v->reason, sizeof v->reason, c.reason);
	v->group = c.group;
	text_copy(v->made_on, sizeof v->made_on, c.made_on);
	return 0;
}

static int
save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct conclusion c = { .id = of->id,
		.rev = of->rev,
		.group = v->group,
		.cost = plan_number_read(v->cost),
		.state = (enum conclusion_state)v->state };

	if (lookup_unit_take(app, v->unit, v->unit_key, CONCLUSION_FIELD_UNIT, &c.slot, err) ||
		lookup_unit_take(app, v->learn_from, v->learn_from_key, CONCLUSION_FIELD_LEARN_FROM,
			&c.learn_from, err) ||
		group_member_meant(app, c.group, &c.slot, err) ||
		group_member_meant(app, c.group, &c.learn_from, err))
		return -1;
	text_copy(c.service, sizeof c.service, v->service);
	text_copy(c.text, sizeof c.text, v->text);
	text_copy(c.cause, sizeof c.cause, v->cause);
	text_copy(c.proposal, sizeof c.proposal, v->proposal);
	text_copy(c.effect, sizeof c.effect, v->effect);
	text_copy(c.responsible, sizeof c.responsible, v->responsible);
	card_form_iso(c.due_on, sizeof c.due_on, v->due_on);
	text_copy(c.reason, sizeof c.reason, v->reason);
	text_copy(c.made_on, sizeof c.made_on, v->made_on);
	if (conclusion_save(app->db, &c, err))
		return -1;
	of->id = c.id;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Conclusion %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New conclusion"));
}

static void
doubt(struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	(void)app, (void)of;
	if (v->state < (int)CONCLUSION_DONE)
		card_form_passed(dst, size, v->due_on, v->was_due);
}

const struct card_form_kind conclusion_form = { .name = "conclusion",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read,
	.save = save,
	.title = title,
	.doubt = doubt,
	.saved = N_("The conclusion is saved.") };
