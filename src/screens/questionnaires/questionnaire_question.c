/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of one question. What is typed is kept as a draft; a rule is checked while it is typed,
 * and one with a fault can be saved: only publishing asks that all be right. */
#include "config.h"

#include "screens/questionnaires/questionnaire_form.h"
#include "screens/questionnaires/questionnaire_rule.h"
#include "screens/questionnaires/questionnaire_values.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/keeper.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_TAKE = ACTION_ANSWER_1, ANSWER_DROP, ANSWER_LEAVE, ANSWER_RULE };

struct view_of_question {
	struct design *design;
	int question;
	bool fresh; /* made just now: left without saving it goes again */
	struct question_fields fields;
	struct question_values values, base;
	struct form form;
	struct keeper keeper;
	char draft[100];     /* name of the draft */
	char checked[4097];  /* the rule that was checked last, in which field, */
	int checked_field;
	struct error wrong;  /* and what is wrong with it */
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct design_view *view = argument;
	struct view_of_question *v = self;
	struct design *d = view->design;

	(void)err;
	v->design = d;
	v->question = view->question;
	v->fresh = view->fresh;
	v->checked_field = -1;
	question_fields_make(d, v->question, &v->fields);
	question_values_read(d, v->question, &v->fields, &v->values);
	v->base = v->values;
	if (d->fixed)
		for (int i = 0; i < v->fields.count; i++)
			v->fields.list[i].fixed = true;
	form_start(&v->form, v->fields.list, v->fields.count, &v->values, sizeof v->values, d);
	if (d->fixed)
		return 0;
	snprintf(v->draft, sizeof v->draft, "question %s", d->q.questions[v->question].name);
	keeper_start(&v->keeper, s, v->draft, d->q.uid, d->q.version_rev, v->fields.names,
		&v->form, ANSWER_TAKE, ANSWER_DROP);
	return 0;
}

/* ---- rules while they are typed ---- */

static const char *
rule_in_focus(const struct view_of_question *v)
{
	return v->fields.rules[v->form.focus];
}

static const char *
text_in_focus(const struct view_of_question *v)
{
	return (const char *)&v->values + v->fields.list[v->form.focus].offset;
}

static void
settle(struct screens *s, void *self)
{
	struct view_of_question *v = self;
	const char *column = rule_in_focus(v);

	(void)s;
	if (!column) {
		v->checked_field = -1;
		return;
	}
	if (v->checked_field == v->form.focus && strcmp(v->checked, text_in_focus(v)) == 0)
		return;
	v->checked_field = v->form.focus;
	text_copy(v->checked, sizeof v->checked, text_in_focus(v));
	v->wrong = (struct error){ 0 };
	(void)questionnaire_check_expression(
		&v->design->q, v->question, column, v->checked, &v->wrong);
}

static void
status(void *self, char *dst, size_t size)
{
	const struct view_of_question *v = self;

	if (v->design->fixed)
		text_copy(dst, size, design_frozen());
	else if (v->checked_field == v->form.focus && v->wrong.code != ERROR_NONE)
		text_copy(dst, size, v->wrong.text);
	else
		text_copy(dst, size, form_help(&v->form));
}

static void
ask_rule(struct screens *s, struct view_of_question *v)
{
	const char *column = rule_in_focus(v);

	if (!column || v->design->fixed) {
		screens_say(s, "%s", _("Go to a rule first: “Shown only if” or one below it."));
		return;
	}
	questionnaire_rule_open(
		s, v->design, v->question, column, text_in_focus(v), ANSWER_RULE);
}

static void
take_rule(struct view_of_question *v, const char *rule)
{
	const struct field *field = &v->fields.list[v->form.focus];

	text_copy((char *)&v->values + field->offset, field->size, rule);
	form_focus(&v->form, v->form.focus);
	keeper_save(&v->keeper, &v->form);
}

/* ---- saving and leaving ---- */

static int
save(struct screens *s, struct view_of_question *v)
{
	struct design *d = v->design;
	struct error err = { 0 };
	char title[160];

	if (!design_may_change(s, d) || form_check(&v->form, &err))
		return SCREEN_HANDLED;
	if (question_values_write(d, v->question, &v->fields, &v->values, &v->base, &err)) {
		form_error(&v->form, &err);
		return SCREEN_HANDLED;
	}
	keeper_drop(&v->keeper, &v->form);
	design_title(d, v->question, title, sizeof title);
	screens_pop(s);
	if (design_save(s, d))
		return SCREEN_HANDLED;
	if (d->errors)
		screens_say(s, _("Saved, with errors: %d (k shows them)."), d->errors);
	else
		screens_say(s, _("Saved: %s"), title);
	return SCREEN_HANDLED;
}

static bool
leave(struct screens *s, void *self)
{
	struct view_of_question *v = self;
	struct design *d = v->design;
	char title[160];

	return design_leave(s, d, &v->form, v->fresh,
		design_title(d, v->question, title, sizeof title), ANSWER_LEAVE);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_question *v = self;

	switch (action) {
	case ACTION_SAVE:
		return save(s, v);
	case ACTION_RULE:
		ask_rule(s, v);
		return SCREEN_HANDLED;
	case ACTION_CHOSEN:
		screens_say(s, "%s", _("That was the last field; F2 saves the question."));
		return SCREEN_HANDLED;
	case ANSWER_RULE:
		take_rule(v, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_LEAVE:
		if (event->number == KEEPER_SAVE)
			return save(s, v);
		if (event->number == KEEPER_DISCARD)
			design_give_up(s, v->design, &v->keeper, &v->form, v->fresh);
		return SCREEN_HANDLED;
	default:
		return keeper_act(&v->keeper, &v->form, action) ? SCREEN_HANDLED : SCREEN_PASS;
	}
}

static void
keep(struct screens *s, void *self)
{
	struct view_of_question *v = self;

	(void)s;
	keeper_save(&v->keeper, &v->form);
}

static void
draw(void *self, struct canvas *c)
{
	struct canvas inside = canvas_part(c, 0, 1, c->rows, c->columns - 1);

	form_draw(&((struct view_of_question *)self)->form, &inside);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_question *v = self;
	const struct question *q = &v->design->q.questions[v->question];

	text_copy(left, left_size, q->name);
	text_copy(right, right_size, design_type_label(q->type));
}

static struct focus
focus(void *self)
{
	struct view_of_question *v = self;

	return (struct focus){ &form_widget, &v->form };
}

static void
release(void *self)
{
	struct view_of_question *v = self;

	keeper_release(&v->keeper);
	form_release(&v->form);
}

static const int ids[] = { ACTION_SAVE, ACTION_RULE, 0 };

const struct screen questionnaire_question_screen = {
	.name = "questionnaire_question",
	.title = N_("Question"),
	.size = sizeof(struct view_of_question),
	.actions = ids,
	.start = start,
	.settle = settle,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.leave = leave,
	.keep = keep,
	.release = release,
};
