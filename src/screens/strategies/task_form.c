/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a task. */
#include "config.h"

#include "screens/strategies/task_forms.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdio.h>

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define KEY(member)                                    \
	.key_offset = offsetof(struct values, member), \
	.key_size = sizeof((struct values *)0)->member

struct values {
	char goal[160], goal_key[24];
	int kind;
	char name[TASK_NAME_SIZE], office[KEPT_OFFICE_SIZE], partners[KEPT_LINES_SIZE];
	char planned_from[32], planned_to[32], real_from[32], real_to[32];
	int state;
	char percent[8], reason[KEPT_LINES_SIZE], product[KEPT_LINES_SIZE], note[KEPT_LINES_SIZE];
};

static const char *const kinds[] = { N_("task"), N_("project"), NULL };
static const char *const states[] = { N_("not started"), N_("being prepared"), N_("under way"),
	N_("late"), N_("on hold"), N_("done"), N_("abandoned"), NULL };

static const struct field fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Goal"),
		AT(goal),
		KEY(goal_key),
		.width = 56,
		.suggest = strategy_suggest_goal,
		.none = N_("No goal of this strategy has this number or name."),
		.help = N_("By number or words; empty when it serves the whole strategy.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		AT(kind),
		.choices = kinds,
		.width = 12,
		.help = N_("A project has an application, partners and money of its own.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		AT(name),
		.required = true,
		.width = 56,
		.help = N_("What is to be done.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Responsible"),
		AT(office),
		.width = 40,
		.suggest = strategy_suggest_office,
		.help = N_("Department or post, not a person; its yearly sheet holds the task.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Partners"),
		AT(partners),
		.width = 56,
		.help = N_("Who else takes part; may stay empty.") },
	{ .kind = FIELD_DATE,
		.label = N_("Planned from"),
		AT(planned_from),
		.width = 12,
		.help = N_("The first day as planned.") },
	{ .kind = FIELD_DATE,
		.label = N_("Planned until"),
		AT(planned_to),
		.width = 12,
		.help = N_("The last day as planned; after it the task is late.") },
	{ .kind = FIELD_DATE,
		.label = N_("Began on"),
		AT(real_from),
		.width = 12,
		.help = N_("The day on which it really began.") },
	{ .kind = FIELD_DATE,
		.label = N_("Ended on"),
		AT(real_to),
		.width = 12,
		.help = N_("The day on which it was done or abandoned.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("State"),
		AT(state),
		.choices = states,
		.width = 20,
		.help = N_("As the office says; after the planned days a task is late by "
			   "itself.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Per cent"),
		AT(percent),
		.width = 6,
		.whole = true,
		.max = 100,
		.help = N_("How much of it is done; empty = not known; done is 100 by itself.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Reason"),
		AT(reason),
		.width = 56,
		.help = N_("Why it is on hold or was abandoned.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Product"),
		AT(product),
		.width = 56,
		.help = N_("What is there when it is done: 3 km of a cycle path.") },
	{ .kind = FIELD_LINES,
		.label = N_("Note"),
		AT(note),
		.rows = 2,
		.help = N_("May stay empty.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "goal", "kind", "name", "office", "partners",
	"planned_from", "planned_to", "real_from", "real_to", "state", "percent", "reason",
	"product", "note" };

static void
read_task(const struct task *t, struct values *v)
{
	v->kind = (int)t->kind;
	text_copy(v->name, sizeof v->name, t->name);
	text_copy(v->office, sizeof v->office, t->office);
	text_copy(v->partners, sizeof v->partners, t->partners);
	card_form_date(v->planned_from, sizeof v->planned_from, t->planned_from);
	card_form_date(v->planned_to, sizeof v->planned_to, t->planned_to);
	card_form_date(v->real_from, sizeof v->real_from, t->real_from);
	card_form_date(v->real_to, sizeof v->real_to, t->real_to);
	v->state = (int)t->state;
	task_percent_text(v->percent, sizeof v->percent, t->percent, "");
	text_copy(v->reason, sizeof v->reason, t->reason);
	text_copy(v->product, sizeof v->product, t->product);
	text_copy(v->note, sizeof v->note, t->note);
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct arena arena = { 0 };
	struct strategy s;
	struct task t;
	int result;

	if (strategy_load(app->db, of->parent, &s, err))
		return -1;
	app->last_strategy = s.id;
	of->rev = s.rev;
	text_copy(of->uid, sizeof of->uid, s.uid);
	if (of->id == 0)
		return 0;
	result = task_load(app->db, of->id, &arena, &t, err) || task_check_texts(&t, err) ? -1 : 0;
	if (!result) {
		text_copy(of->uid, sizeof of->uid, t.uid);
		read_task(&t, v);
		result = strategy_goal_put(app, s.id, t.goal, v->goal, sizeof v->goal, v->goal_key,
			sizeof v->goal_key, err);
	}
	arena_release(&arena);
	return result;
}

static int
write_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	char days[4][12];
	struct task t;

	task_start(&t, of->parent);
	t.id = of->id;
	if (strategy_line_take(v->goal, v->goal_key, TASK_FIELD_GOAL, &t.goal, err) ||
		task_percent_read(v->percent, &t.percent, err))
		return -1;
	t.kind = (enum task_kind)v->kind;
	t.state = (enum task_state)v->state;
	t.name = v->name;
	t.office = v->office;
	t.partners = v->partners;
	t.planned_from = card_form_iso(days[0], sizeof days[0], v->planned_from);
	t.planned_to = card_form_iso(days[1], sizeof days[1], v->planned_to);
	t.real_from = card_form_iso(days[2], sizeof days[2], v->real_from);
	t.real_to = card_form_iso(days[3], sizeof days[3], v->real_to);
	t.reason = v->reason;
	t.product = v->product;
	t.note = v->note;
	if (task_save(app->db, of->rev, &t, err))
		return -1;
	of->id = t.id;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Task %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New task"));
}

static int
gone(struct app *app, struct card_form_of *of, const void *base, struct deletion *out,
	struct error *err)
{
	(void)base;
	return deletion_of(app->db, DELETION_TASK, of->id, out, err);
}

static int
back(struct app *app, struct card_form_of *of, const void *values, const struct deletion *d,
	struct error *err)
{
	(void)values;
	(void)d;
	return task_restore(app->db, KEPT_ANY_REV, of->id, err);
}

const struct card_form_kind task_form = { .name = "strategy_task",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = write_values,
	.gone = gone,
	.back = back,
	.title = title,
	.saved = N_("The task is saved.") };
