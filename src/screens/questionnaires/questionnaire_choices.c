/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices of one list. Says which questions share it, and makes a list for one alone. */
#include "config.h"

#include "screens/frame/list_screen.h"
#include "screens/questionnaires/questionnaire_form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

struct choices {
	struct list_screen base;
	struct design *design;
	char list[64], question[64]; /* names */
	int *rows;                   /* indices of choices */
	char asked[64];              /* name of the choice that a question is about */
	int place; /* choice to stand on after the load, from 1; 0 = none */
};

enum { ANSWER_DELETE = ACTION_ANSWER_1, ANSWER_OWN };

/* ---- rows ---- */

static const struct choice *
choice_at(const struct choices *v, int row)
{
	return &v->design->q.choices[v->rows[row]];
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct choices *v = self;
	const struct choice *choice = choice_at(v, row);

	switch (column) {
	case 0:
		design_line(c->text, sizeof c->text, design_text(v->design, &choice->label));
		break;
	case 1:
		choice_code(&v->design->q, v->rows[row], row + 1, v->base.count, c->text, 8);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, choice->name);
		break;
	case 3:
		text_copy(c->text, sizeof c->text, choice->exclusive ? _("yes") : "");
		break;
	default:
		text_copy(c->text, sizeof c->text,
			choice->missing ? _(missing_reason(choice->missing)->label) : "");
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct choices *v = self;

	/* Asked for the row of before the load too, which may be gone. */
	if (v->rows[row] < v->design->q.choice_count)
		text_copy(dst, size, choice_at(v, row)->name);
}

static const struct list_column columns[] = {
	{ N_("Choice"), 0, false },
	{ N_("Code"), 6, true },
	{ N_("Name"), 14, false },
	{ N_("Alone"), 6, false },
	{ N_("Counts as missing"), 20, false },
};

static int
load(void *self, struct error *err)
{
	struct choices *v = self;
	int question = question_by_name(&v->design->q, v->question);

	(void)err;
	/* Undo and a colleague may have given the question another list. */
	if (question >= 0 && v->design->q.questions[question].list[0])
		text_copy(v->list, sizeof v->list, v->design->q.questions[question].list);
	if (v->place > 0 && v->place <= v->design->q.choice_count)
		text_copy(v->base.id, sizeof v->base.id,
			v->design->q.choices[v->place - 1].name);
	v->place = 0;
	v->base.count = choice_list(&v->design->q, v->list, &v->base.arena, &v->rows);
	return 0;
}

static int
sharing(const struct choices *v, char *names, size_t size)
{
	const struct questionnaire *q = &v->design->q;
	char number[16];
	size_t used = 0;
	int n = 0;

	names[0] = '\0';
	for (int i = 0; i < q->question_count; i++) {
		if (strcmp(q->questions[i].list, v->list) != 0 ||
			strcmp(q->questions[i].name, v->question) == 0)
			continue;
		if (used + 24 < size)
			used += (size_t)snprintf(names + used, size - used, "%s%s", n ? ", " : "",
				question_number(q, i, number, sizeof number));
		n++;
	}
	return n;
}

static void
above(void *self, struct canvas *c)
{
	const struct choices *v = self;
	char title[200], names[120];
	int question = question_by_name(&v->design->q, v->question);
	int shared = sharing(v, names, sizeof names);

	if (question >= 0)
		canvas_text(c, 0, 0, -1, ROLE_LABEL,
			design_title(v->design, question, title, sizeof title));
	if (shared)
		canvas_printf(c, 1, 0, -1, ROLE_WARN,
			_("The list %s also serves questions %s (s: a list of its own)."),
			v->list, names);
	else
		canvas_printf(c, 1, 0, -1, ROLE_HINT, _("The list %s serves this question only."),
			v->list);
}

/* ---- one choice ---- */

struct choice_values {
	char label[QUESTIONNAIRE_LANGUAGES][1000];
	char name[64], code[8];
	int exclusive, missing;
};

/* Names of reasons as a form chooses them; the first is none. */
static const enum missing reasons[] = { MISSING_NONE, MISSING_DONT_KNOW, MISSING_REFUSED,
	MISSING_NOT_APPLICABLE };
enum { REASONS = sizeof reasons / sizeof *reasons };

static int
find(const struct questionnaire *q, const char *list, const char *name)
{
	for (int i = 0; i < q->choice_count; i++)
		if (strcmp(q->choices[i].list, list) == 0 &&
			strcmp(q->choices[i].name, name) == 0)
			return i;
	return -1;
}

static int
check_code(const void *data, const struct field *field, struct error *err)
{
	const char *code = ((const struct choice_values *)data)->code;

	(void)field;
	for (; *code; code++)
		if (!isdigit((unsigned char)*code))
			return error_set(err, ERROR_INPUT, _("A code is made of digits, as 1 or "
				  "97."));
	return 0;
}

static void
write_label(struct design *d, struct choice *c, const struct choice_values *now,
	const struct choice_values *before)
{
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++)
		if (strcmp(now->label[i], before->label[i]) != 0)
			c->label.in[i] = arena_string(&d->arena, now->label[i]);
}

/* key: the list, a newline, the name. */
static int
apply(struct design *d, const char *key, const void *data, const void *was, struct error *err)
{
	const struct choice_values *now = data, *before = was;
	char list[64];
	struct choice *c;
	int at;

	snprintf(list, sizeof list, "%.*s", (int)strcspn(key, "\n"), key);
	at = find(&d->q, list, strchr(key, '\n') + 1);
	if (at < 0)
		return error_set(err, ERROR_MISSING, _("This choice is gone."));
	if (strcmp(now->name, before->name) != 0 && find(&d->q, list, now->name) >= 0)
		return error_set(err, ERROR_INPUT, _("Another choice of the list is called “%s”."),
			now->name);
	if (strchr(now->name, ' '))
		return error_set(err, ERROR_INPUT, _("A name has no blanks."));
	questionnaire_edit_keep(&d->edit);
	c = &d->q.choices[at];
	write_label(d, c, now, before);
	c->name = arena_string(&d->arena, now->name);
	c->code = arena_string(&d->arena, now->code);
	c->exclusive = now->exclusive;
	if (now->missing < REASONS)
		c->missing = reasons[now->missing];
	return 0;
}

static void
open_choice(struct screens *s, struct choices *v, const char *name, bool fresh)
{
	static const char *words[REASONS + 2];
	struct design *d = v->design;
	const struct choice *c = &d->q.choices[find(&d->q, v->list, name)];
	struct choice_values values = { .exclusive = c->exclusive, .missing = REASONS };
	struct design_form f = { .design = d, .title = _("Choice"), .data = &values,
		.size = sizeof values, .fresh = fresh, .apply = apply };
	struct field *field;

#define AT(member) offsetof(struct choice_values, member), sizeof values.member
	words[0] = N_("no, it is an answer");
	for (int i = 0; i < REASONS; i++) {
		if (i)
			words[i] = missing_reason(reasons[i])->label;
		if (c->missing == reasons[i])
			values.missing = i;
	}
	words[REASONS] = values.missing == REASONS ? missing_reason(c->missing)->label : NULL;
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++)
		text_copy(values.label[i], sizeof values.label[i],
			c->label.in[i] ? c->label.in[i] : "");
	text_copy(values.name, sizeof values.name, c->name);
	text_copy(values.code, sizeof values.code, c->code);
	design_form_texts(&f, 2, N_("Text"), "label", offsetof(struct choice_values, label),
		sizeof values.label[0]);
	field = design_form_add(&f, FIELD_TEXT, N_("Code that is keyed"), "code", AT(code));
	field->width = 6;
	field->check = check_code;
	field->help = N_("Digits printed small beside the box; empty: its place, 1, 2, 3 …");
	field = design_form_add(&f, FIELD_TEXT, N_("Name"), "name", AT(name));
	field->required = true;
	field->width = 24;
	field->help = N_("A word or number without blanks that rules and results use.");
	field = design_form_add(&f, FIELD_YES_NO, N_("Excludes the others"), "exclusive",
		AT(exclusive));
	field->help = N_("“None of these”: it cannot stand beside another mark.");
	field = design_form_add(&f, FIELD_CHOICE, N_("Counts as missing"), "missing", AT(missing));
	field->choices = words;
	field->help = N_("A printed way out, as “hard to say”: it stays out of means.");
	snprintf(f.key, sizeof f.key, "%s\n%s", v->list, name);
	f.draft = arena_format(&d->arena, "choice %s %s", v->list, name);
	design_form_open(s, &f);
}

/* ---- changes of the list ---- */

/* A new choice comes last, but before ways out as “hard to say” and “none of these”. */
static int
last_answer(const struct choices *v)
{
	int row = v->base.count - 1;

	while (row > 0 && (choice_at(v, row)->exclusive || choice_at(v, row)->missing))
		row--;
	return row < 0 ? -1 : v->rows[row];
}

static void
insert(struct screens *s, struct choices *v)
{
	struct design *d = v->design;
	int at = questionnaire_edit_insert_choice(&d->edit, v->list, last_answer(v));

	v->place = at + 1;
	if (design_save(s, d) == 0)
		open_choice(s, v, d->q.choices[at].name, true);
}

static void
move(struct screens *s, struct choices *v, int row, int step)
{
	int at = v->rows[row];
	int to = questionnaire_edit_move_choice(&v->design->edit, at, step);

	v->place = to + 1;
	if (to == at)
		screens_say(s, "%s", step < 0 ? _("This is the first one already.")
					      : _("This is the last one already."));
	else
		(void)design_save(s, v->design);
}

static void
ask_delete(struct screens *s, struct choices *v, int row)
{
	char text[400], line[200], names[120];

	text_copy(v->asked, sizeof v->asked, choice_at(v, row)->name);
	design_line(line, sizeof line, design_text(v->design, &choice_at(v, row)->label));
	if (sharing(v, names, sizeof names))
		snprintf(text, sizeof text,
			_("Delete the choice “%s” from the list %s? Questions %s lose it too; z "
				  "brings it "
			  "back."),
			line, v->list, names);
	else
		snprintf(text, sizeof text, _("Delete the choice “%s”? z brings it back."), line);
	dialog_ask(s, _("Delete the choice"), text, ANSWER_DELETE, 0);
}

static void
delete(struct screens *s, struct choices *v)
{
	struct error err = { 0 };
	int at = find(&v->design->q, v->list, v->asked);

	if (at >= 0 && questionnaire_edit_delete_choice(&v->design->edit, at, &err))
		app_error(s, _("The choice stays"), &err);
	else if (at >= 0 && design_save(s, v->design) == 0)
		screens_say(s, "%s", _("Deleted; z brings it back."));
}

static bool
list_taken(const struct questionnaire *q, const char *list)
{
	for (int i = 0; i < q->choice_count; i++)
		if (strcmp(q->choices[i].list, list) == 0)
			return true;
	for (int i = 0; i < q->question_count; i++)
		if (strcmp(q->questions[i].list, list) == 0)
			return true;
	return false;
}

/* The question gets a copy of the list that nobody else uses. */
static void
make_own(struct screens *s, struct choices *v)
{
	struct design *d = v->design;
	struct questionnaire *q = &d->q;
	int question = question_by_name(q, v->question), n = q->choice_count;
	const char *list = arena_string(&d->arena, v->question);
	struct choice *longer;

	if (question < 0)
		return;
	for (int i = 2; list_taken(q, list); i++)
		list = arena_format(&d->arena, "%s_%d", v->question, i);
	questionnaire_edit_keep(&d->edit);
	longer = arena_array(&d->arena, 2 * (size_t)n + 1, sizeof *longer);
	memcpy(longer, q->choices, (size_t)n * sizeof *longer);
	for (int i = 0, end = n; i < end; i++)
		if (strcmp(longer[i].list, v->list) == 0) {
			longer[n] = longer[i];
			longer[n].id = 0;
			longer[n++].list = list;
		}
	q->choices = longer;
	q->choice_count = n;
	q->choice_room = 2 * (size_t)n + 1;
	q->questions[question].list = list;
	if (design_save(s, d) == 0)
		screens_say(s, _("The question now has the list %s of its own."), list);
}

static void
ask_own(struct screens *s, struct choices *v)
{
	char names[120];

	if (!sharing(v, names, sizeof names))
		screens_say(s, "%s", _("This list serves this question only already."));
	else
		dialog_ask(s, _("A list of its own"),
			_("Copy the list for this question only? Changes then leave the other "
			  "questions as they are."),
			ANSWER_OWN, 0);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct choices *v = self;

	switch (action) {
	case ACTION_NEW:
		if (design_may_change(s, v->design))
			insert(s, v);
		break;
	case ACTION_UNDO:
		if (design_may_change(s, v->design) && !design_undo(s, v->design))
			screens_say(s, "%s", _("There is nothing to take back."));
		break;
	case ACTION_OWN_LIST:
		if (design_may_change(s, v->design))
			ask_own(s, v);
		break;
	case ANSWER_DELETE:
		delete(s, v);
		break;
	case ANSWER_OWN:
		make_own(s, v);
		break;
	case DESIGN_CONFLICT:
		design_settle(s, v->design, event->answer);
		break;
	default:
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct choices *v = self;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		open_choice(s, v, choice_at(v, row)->name, false);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (design_may_change(s, v->design))
			ask_delete(s, v, row);
		return SCREEN_HANDLED;
	case ACTION_MOVE_UP:
	case ACTION_MOVE_DOWN:
		if (design_may_change(s, v->design))
			move(s, v, row, action == ACTION_MOVE_UP ? -1 : 1);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No choices yet: F7 adds the first one."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("choices"),
	.file_title = N_("Choices"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct design_view *view = argument;
	struct choices *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	v->design = view->design;
	text_copy(v->list, sizeof v->list, view->list);
	text_copy(v->question, sizeof v->question, v->design->q.questions[view->question].name);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_MOVE_UP, ACTION_MOVE_DOWN, ACTION_UNDO, ACTION_OWN_LIST,
	0 };

const struct screen questionnaire_choices_screen = {
	.name = "questionnaire_choices",
	.title = N_("Choices"),
	.size = sizeof(struct choices),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
