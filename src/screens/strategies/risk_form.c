/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a risk. */
#include "config.h"

#include "screens/strategies/task_forms.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/strategies/risk.h"

#include <stdio.h>

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define KEY(member)                                    \
	.key_offset = offsetof(struct values, member), \
	.key_size = sizeof((struct values *)0)->member

struct values {
	char task[128], task_key[24], text[KEPT_LINES_SIZE];
	int likelihood, effect; /* from 0 */
	char response[KEPT_LINES_SIZE], office[KEPT_OFFICE_SIZE], closed_on[32];
};

static const char *const likelihoods[] = { N_("1 hardly ever"), N_("2 unlikely"), N_("3 possible"),
	N_("4 likely"), N_("5 nearly certain"), NULL };
static const char *const effects[] = { N_("1 negligible"), N_("2 small"), N_("3 noticeable"),
	N_("4 grave"), N_("5 stops it"), NULL };

static const struct field fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Task"),
		AT(task),
		KEY(task_key),
		.width = 56,
		.suggest = strategy_suggest_task,
		.none = N_("No task of this strategy has these words."),
		.help = N_("Empty when it threatens the whole strategy.") },
	{ .kind = FIELD_LINES,
		.label = N_("Risk"),
		AT(text),
		.required = true,
		.rows = 3,
		.help = N_("What may happen, and why.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Likelihood"),
		AT(likelihood),
		.choices = likelihoods,
		.width = 20,
		.help = N_("How likely it is, from 1 to 5.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Consequence"),
		AT(effect),
		.choices = effects,
		.width = 20,
		.help = N_("How grave it would be, from 1 to 5.") },
	{ .kind = FIELD_LINES,
		.label = N_("Response"),
		AT(response),
		.rows = 3,
		.help = N_("What is done about it; a high risk (from 15) needs it.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Responsible"),
		AT(office),
		.width = 40,
		.suggest = strategy_suggest_office,
		.help = N_("Department or post, not a person.") },
	{ .kind = FIELD_DATE,
		.label = N_("Ceased on"),
		AT(closed_on),
		.width = 12,
		.help = N_("The day from which it threatens no more.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "task", "text", "likelihood", "effect", "response",
	"office", "closed_on" };

static void
read_risk(const struct risk *r, struct values *v)
{
	text_copy(v->task, sizeof v->task, r->task_name);
	if (r->task)
		snprintf(v->task_key, sizeof v->task_key, "%lld", (long long)r->task);
	text_copy(v->text, sizeof v->text, r->text);
	v->likelihood = r->likelihood - RISK_LOWEST;
	v->effect = r->effect - RISK_LOWEST;
	text_copy(v->response, sizeof v->response, r->response);
	text_copy(v->office, sizeof v->office, r->office);
	card_form_date(v->closed_on, sizeof v->closed_on, r->closed_on);
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct arena arena = { 0 };
	struct strategy s;
	struct risk r;
	int result;

	if (strategy_load(app->db, of->parent, &s, err))
		return -1;
	app->last_strategy = s.id;
	of->rev = s.rev;
	strategy_line_uid(of, s.uid);
	v->likelihood = v->effect = 2; /* the middle */
	if (of->id == 0)
		return 0;
	result = risk_load(app->db, of->parent, (int)of->id, &arena, &r, err) ||
		 risk_check_texts(&r, err);
	if (!result)
		read_risk(&r, v);
	arena_release(&arena);
	return result;
}

static int
write_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	char closed[12];
	struct risk r = { .position = (int)of->id,
		.likelihood = v->likelihood + RISK_LOWEST,
		.effect = v->effect + RISK_LOWEST,
		.text = v->text,
		.response = v->response,
		.office = v->office,
		.closed_on = card_form_iso(closed, sizeof closed, v->closed_on) };

	if (strategy_line_take(v->task, v->task_key, RISK_FIELD_TASK, &r.task, err) ||
		risk_save(app->db, of->parent, of->rev, &r, err))
		return -1;
	of->id = r.position;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Risk %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New risk"));
}

/* A risk has a place and its words: where these stand elsewhere, others were deleted or moved. */
static int
gone(struct app *app, struct card_form_of *of, const void *base, struct deletion *out,
	struct error *err)
{
	const struct values *v = base;
	const struct deleted_of whose = { DELETED_RISK, of->parent };
	int place = (int)of->id;

	if (risk_find(app->db, of->parent, v->text, &place, err))
		return -1;
	if (!place)
		return deletion_of_words(app->db, &whose, v->text, of->read_at, out, err);
	of->id = place;
	return 0;
}

static int
back(struct app *app, struct card_form_of *of, const void *values, const struct deletion *d,
	struct error *err)
{
	struct arena arena = { 0 };
	struct risk *list;
	int count = 0, failed;

	(void)values;
	failed = deleted_line_restore(app->db, d->line, "", err) ||
		 risk_list(app->db, of->parent, &arena, &list, &count, err);
	if (!failed)
		of->id = count; /* it comes back as the last one */
	arena_release(&arena);
	return failed ? -1 : 0;
}

const struct card_form_kind risk_form = { .name = "strategy_risk",
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
	.saved = N_("The risk is saved.") };
