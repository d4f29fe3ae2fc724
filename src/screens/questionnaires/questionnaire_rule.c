/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box over the form of a question. What is chosen becomes an expression of XLSForm. */
#include "config.h"

#include "screens/questionnaires/questionnaire_rule.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/questionnaires/questionnaire_suggest.h"
#include "tui/dialog.h"
#include "tui/form.h"

#include <stdio.h>
#include <string.h>

enum { IS, IS_NOT, AT_LEAST, AT_MOST, MARKED, NOT_MARKED, ANSWERED, NOT_ANSWERED, NAME_ONLY };
enum { JOIN_AND, JOIN_OR, JOIN_REPLACE };
enum { FIELD_QUESTION, FIELD_RELATION, FIELD_VALUE, FIELD_JOIN, RULE_FIELDS };
enum { ANSWER_QUESTION = ACTION_ANSWER_1, ANSWER_VALUE };

struct rule_values {
	char question[128], name[64]; /* name: "." = the question itself */
	int relation;
	char value[128];
	int join;
};

struct rule {
	struct design *design;
	struct arena arena; /* of lists offered */
	int question, action;
	bool own; /* a check of the answer itself */
	char column[32];
	char now[4097];
	struct rule_values values;
	struct form form;
	int *offered; /* questions or choices of the list that is open */
};

struct request {
	struct design *design;
	int question, action;
	const char *column, *now;
};

static const char *const relations[] = { N_("is"), N_("is not"), N_("is at least"),
	N_("is at most"), N_("was marked"), N_("was not marked"), N_("was answered"),
	N_("was not answered"), N_("(only put the question in)"), NULL };
static const char *const joins[] = { N_("and what stands there"), N_("or what stands there"),
	N_("instead of what stands there"), NULL };

/* ---- what is offered ---- */

static bool
may_ask(const struct rule *r, int question)
{
	return question != r->question && question < r->question &&
	       (question_asked(&r->design->q.questions[question]) ||
		       r->design->q.questions[question].type == QUESTION_CALCULATE);
}

static const char *
own_label(void)
{
	return _("this answer itself");
}

static void
offer(const struct design *d, int question, struct field_suggestion *row)
{
	char title[200];

	design_title(d, question, title, sizeof title);
	text_copy(row->text, sizeof row->text, title);
	text_copy(row->key, sizeof row->key, d->q.questions[question].name);
	text_copy(row->note, sizeof row->note, d->q.questions[question].name);
}

/* The one with the number typed comes first. */
static int
suggest_question(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	const struct rule *r = context;
	const struct design *d = r->design;
	char text[512], title[400];
	int n = 0;

	if (r->own && questionnaire_fits(typed, own_label())) {
		text_copy(rows[n].text, sizeof rows[n].text, own_label());
		rows[n].note[0] = '\0';
		text_copy(rows[n++].key, sizeof rows[0].key, ".");
	}
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < d->q.question_count && n < max; i++) {
			bool exact = questionnaire_has_number(d, i, typed);

			if (!may_ask(r, i) || exact != (pass == 0))
				continue;
			snprintf(text, sizeof text, "%s %s",
				design_title(d, i, title, sizeof title), d->q.questions[i].name);
			if (exact || questionnaire_fits(typed, text))
				offer(d, i, &rows[n++]);
		}
	return n;
}

static int
chosen_question(const struct rule *r)
{
	return strcmp(r->values.name, ".") == 0 ? r->question
						: question_by_name(&r->design->q, r->values.name);
}

static int
choices_of(const struct rule *r, struct arena *arena, int **list)
{
	int question = chosen_question(r);

	*list = NULL;
	if (question < 0 || !question_has_choices(&r->design->q.questions[question]))
		return 0;
	return choice_list(&r->design->q, r->design->q.questions[question].list, arena, list);
}

static int
suggest_value(void *context, const char *typed, struct field_suggestion *rows, int max)
{
	const struct rule *r = context;
	struct arena arena = { 0 };
	char text[200];
	int *list, count = choices_of(r, &arena, &list), n = 0;

	for (int i = 0; i < count && n < max; i++) {
		questionnaire_choice_text(r->design, list, i, count, text, sizeof text);
		if (!questionnaire_fits(typed, text))
			continue;
		text_copy(rows[n].text, sizeof rows[n].text, text);
		rows[n].note[0] = rows[n].key[0] = '\0';
		n++;
	}
	arena_release(&arena);
	return n;
}

#define AT(member) \
	.offset = offsetof(struct rule_values, member), \
	.size = sizeof((struct rule_values *)0)->member

static const struct field fields[RULE_FIELDS] = {
	[FIELD_QUESTION] = { .kind = FIELD_LOOKUP, .label = N_("Question"), AT(question),
		.key_offset = offsetof(struct rule_values, name),
		.key_size = sizeof((struct rule_values *)0)->name, .required = true, .width = 48,
		.suggest = suggest_question, .none = N_("No earlier question is called so."),
		.help = N_("Its number on paper or letters of its text; F4 shows all of them.") },
	[FIELD_RELATION] = { .kind = FIELD_CHOICE, .label = N_("Comparison"), AT(relation),
		.width = 40,
		.choices = relations, .help = N_("Space or arrows change the comparison.") },
	[FIELD_VALUE] = { .kind = FIELD_LOOKUP, .label = N_("Value"), AT(value), .width = 48,
		.suggest = suggest_value,
		.help = N_("A code or letters of a choice, a number, a date; F4 shows the "
			  "choices.") },
	[FIELD_JOIN] = { .kind = FIELD_CHOICE, .label = N_("Joined"), AT(join), .width = 40,
		.choices = joins,
		.help = N_("How it goes with the rule that stands there already.") },
};

/* ---- the expression ---- */

/* The name of the choice that was meant, or NULL. */
static const char *
find_choice(struct rule *r, const char *typed)
{
	struct arena arena = { 0 };
	const struct design *d = r->design;
	int *list, count = choices_of(r, &arena, &list);
	const char *found = NULL;
	char text[200], code[8];

	for (int i = 0; i < count && !found; i++) {
		const struct choice *c = &d->q.choices[list[i]];

		choice_code(&d->q, list[i], i + 1, count, code, sizeof code);
		if (strcmp(typed, code) == 0 || strcmp(typed, c->name) == 0 ||
			strcmp(typed, questionnaire_choice_text(
					      d, list, i, count, text, sizeof text)) == 0)
			found = c->name;
	}
	for (int i = 0; i < count && !found; i++)
		if (questionnaire_fits(
			    typed, questionnaire_choice_text(d, list, i, count, text, sizeof text)))
			found = d->q.choices[list[i]].name;
	arena_release(&arena);
	return found;
}

/* The value as an expression writes it. */
static int
write_value(struct rule *r, const struct question *q, char *dst, size_t size, struct error *err)
{
	const char *typed = r->values.value, *choice;
	bool counted = r->values.relation == AT_LEAST || r->values.relation == AT_MOST;
	double number;
	struct date date;

	if (!typed[0])
		return error_field(err, ERROR_INPUT, FIELD_VALUE + 1,
			_("Which value? F4 shows the choices."));
	if (question_has_choices(q) && !(counted && number_parse(typed, &number) == 0)) {
		choice = find_choice(r, typed);
		if (!choice)
			return error_field(err, ERROR_INPUT, FIELD_VALUE + 1,
				_("“%s” is no choice of this question; F4 shows them."), typed);
		/* Only numbers are more or less than others. */
		if (counted && number_parse(choice, &number))
			return error_field(err, ERROR_INPUT, FIELD_RELATION + 1,
				_("The choices of this question have no order: choose “is” or “is "
				  "not”."));
		snprintf(dst, size, counted ? "%s" : "'%s'", choice);
	} else if (q->type == QUESTION_DATE) {
		if (date_parse(typed, clock_today(), &date))
			return error_field(err, ERROR_INPUT, FIELD_VALUE + 1,
				_("\"%s\" is not a date. Write 22.11.2026, 22.11, +7 or tomorrow."),
				typed);
		snprintf(dst, size, "date('%04d-%02d-%02d')", date.year, date.month, date.day);
	} else if (q->type == QUESTION_TEXT) {
		snprintf(dst, size, strchr(typed, '\'') ? "\"%s\"" : "'%s'", typed);
	} else if (number_parse(typed, &number)) {
		return error_field(err, ERROR_INPUT, FIELD_VALUE + 1,
			_("\"%s\" is not a number. Write it as 1204,5."), typed);
	} else {
		snprintf(dst, size, "%.10g", number);
	}
	return 0;
}

static int
make_rule(struct rule *r, char *dst, size_t size, struct error *err)
{
	const struct rule_values *v = &r->values;
	static const char *const signs[] = { "=", "!=", ">=", "<=" };
	const struct question *q;
	bool several;
	char ref[80], value[200];
	int question = chosen_question(r);

	if (question < 0)
		return error_field(err, ERROR_INPUT, FIELD_QUESTION + 1,
			_("No earlier question is called so."));
	q = &r->design->q.questions[question];
	several = q->type == QUESTION_SELECT_MULTIPLE || q->type == QUESTION_RANK;
	snprintf(ref, sizeof ref, v->name[0] == '.' ? "." : "${%s}", q->name);
	if (v->relation == NAME_ONLY) {
		text_copy(dst, size, ref);
		return 0;
	}
	if (v->relation == ANSWERED || v->relation == NOT_ANSWERED) {
		snprintf(dst, size, "%s %s ''", ref, v->relation == ANSWERED ? "!=" : "=");
		return 0;
	}
	if (write_value(r, q, value, sizeof value, err))
		return -1;
	if (several && (v->relation == AT_LEAST || v->relation == AT_MOST))
		snprintf(dst, size, "count-selected(%s) %s %s", ref, signs[v->relation], value);
	else if (v->relation == MARKED || (several && v->relation == IS))
		snprintf(dst, size, "selected(%s, %s)", ref, value);
	else if (v->relation == NOT_MARKED || (several && v->relation == IS_NOT))
		snprintf(dst, size, "not(selected(%s, %s))", ref, value);
	else
		snprintf(dst, size, "%s %s %s", ref, signs[v->relation], value);
	return 0;
}

static void
answer(struct screens *s, struct rule *r)
{
	struct error err = { 0 };
	struct event event = { .type = EVENT_ANSWER };
	char made[600], whole[4097 + 700];
	int action = r->action;

	if (form_check(&r->form, &err))
		return;
	if (make_rule(r, made, sizeof made, &err)) {
		form_error(&r->form, &err);
		return;
	}
	if (!r->now[0] || r->values.join == JOIN_REPLACE)
		text_copy(whole, sizeof whole, made);
	else if (r->values.join == JOIN_AND)
		snprintf(whole, sizeof whole, strstr(r->now, " or ") ? "(%s) and %s" : "%s and %s",
			r->now, made);
	else
		snprintf(whole, sizeof whole, "%s or %s", r->now, made);
	event.answer = whole;
	screens_pop(s);
	screens_act(s, action, &event);
}

/* ---- the lists behind F4 ---- */

static void
show_questions(struct screens *s, struct rule *r)
{
	const struct design *d = &*r->design;
	const char **names;
	char title[120];
	int n = 0;

	arena_release(&r->arena);
	names = arena_array(&r->arena, (size_t)d->q.question_count + 2, sizeof *names);
	r->offered = arena_array(&r->arena, (size_t)d->q.question_count + 2, sizeof *r->offered);
	if (r->own) {
		names[n] = own_label();
		r->offered[n++] = r->question;
	}
	for (int i = 0; i < d->q.question_count; i++)
		if (may_ask(r, i)) {
			names[n] = arena_string(
				&r->arena, design_title(d, i, title, sizeof title));
			r->offered[n++] = i;
		}
	if (n)
		dialog_choose(s, _("Earlier questions"), names, n, 0, ANSWER_QUESTION);
	else
		screens_say(s, "%s", _("There is no earlier question."));
}

static void
show_choices(struct screens *s, struct rule *r)
{
	char text[120];
	const char **names;
	int *list, count;

	arena_release(&r->arena);
	count = choices_of(r, &r->arena, &list);
	if (!count) {
		screens_say(s, "%s", _("Choose a question with choices first; else type the "
			  "value."));
		return;
	}
	names = arena_array(&r->arena, (size_t)count, sizeof *names);
	for (int i = 0; i < count; i++)
		names[i] = arena_string(&r->arena,
			questionnaire_choice_text(r->design, list, i, count, text, sizeof text));
	r->offered = list;
	dialog_choose(s, _("Choices"), names, count, 0, ANSWER_VALUE);
}

static void
take_question(struct rule *r, int chosen)
{
	int question = r->offered[chosen];
	struct field_suggestion row = { .text = "" };
	struct question *q = &r->design->q.questions[question];

	offer(r->design, question, &row);
	text_copy(r->values.question, sizeof r->values.question,
		question == r->question ? own_label() : row.text);
	text_copy(r->values.name, sizeof r->values.name, question == r->question ? "." : row.key);
	if (q->type == QUESTION_SELECT_MULTIPLE)
		r->values.relation = MARKED;
	form_focus(&r->form, FIELD_RELATION);
}

static void
take_value(struct rule *r, int chosen)
{
	struct arena arena = { 0 };
	int *list, count = choices_of(r, &arena, &list);

	if (chosen < count)
		questionnaire_choice_text(r->design, list, chosen, count, r->values.value,
			sizeof r->values.value);
	arena_release(&arena);
	form_focus(&r->form, r->now[0] ? FIELD_JOIN : FIELD_VALUE);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct rule *r = self;

	switch (action) {
	case ACTION_SAVE:
	case ACTION_CHOSEN:
		answer(s, r);
		break;
	case ACTION_RULE:
		if (r->form.focus == FIELD_QUESTION)
			show_questions(s, r);
		else
			show_choices(s, r);
		break;
	case ANSWER_QUESTION:
		take_question(r, event->number);
		break;
	case ANSWER_VALUE:
		take_value(r, event->number);
		break;
	default:
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

/* ---- the screen ---- */

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct request *request = argument;
	struct rule *r = self;

	(void)s;
	(void)err;
	r->design = request->design;
	r->question = request->question;
	r->action = request->action;
	text_copy(r->column, sizeof r->column, request->column);
	text_copy(r->now, sizeof r->now, request->now);
	r->own = strcmp(r->column, "constraint") == 0 || strcmp(r->column, "soft_constraint") == 0;
	if (r->own) {
		text_copy(r->values.question, sizeof r->values.question, own_label());
		text_copy(r->values.name, sizeof r->values.name, ".");
		r->values.relation = AT_LEAST;
	}
	form_start(&r->form, fields, r->now[0] ? RULE_FIELDS : FIELD_JOIN, &r->values,
		sizeof r->values, r);
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	struct rule *r = self;
	struct canvas box = canvas_middle(c, 15, 72), inside, rows;

	canvas_erase(&box, ROLE_DIALOG);
	inside = canvas_box(&box, ROLE_DIALOG, design_column_label(r->column));
	if (r->now[0])
		canvas_printf(&inside, 10, 1, inside.columns - 2, ROLE_HINT, _("There now: %s"),
			r->now);
	canvas_text(&inside, 12, 1, inside.columns - 2, ROLE_HINT,
		_("F2 puts the rule in, F4 shows the list, Esc gives up"));
	rows = canvas_part(&inside, 1, 1, 9, inside.columns - 2);
	form_draw(&r->form, &rows);
}

static void
status(void *self, char *dst, size_t size)
{
	text_copy(dst, size, form_help(&((struct rule *)self)->form));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct rule *)self)->form };
}

static void
release(void *self)
{
	struct rule *r = self;

	form_release(&r->form);
	arena_release(&r->arena);
}

static const int ids[] = { ACTION_SAVE, ACTION_RULE, 0 };

static const struct screen rule_screen = {
	.name = "questionnaire_rule",
	.title = N_("Rule"),
	.size = sizeof(struct rule),
	.actions = ids,
	.overlay = true,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};

void
questionnaire_rule_open(struct screens *s, struct design *d, int question, const char *column,
	const char *now, int action)
{
	screens_push(s, &rule_screen, &(struct request){ d, question, action, column, now });
}
