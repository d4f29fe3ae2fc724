/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of one version as an outline. What is done here lies in the database at once, so
 * a hang-up loses nothing; undo takes back step by step. */
#include "config.h"

#include "screens/files/print.h"
#include "screens/frame/list_screen.h"
#include "screens/questionnaires/questionnaire_design.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct outline {
	struct list_screen base;
	struct design design;
	int asked; /* question that a dialog is about */
	int place; /* to stand on after the load, from 1; 0 = none */
};

enum { ANSWER_TYPE = ACTION_ANSWER_1, ANSWER_DELETE, ANSWER_PUBLISH, ANSWER_LANGUAGE, ANSWER_NO };

/* ---- rows ---- */

static int
depth(const struct questionnaire *q, int question)
{
	int n = 0;

	for (int i = q->questions[question].parent; i >= 0; i = q->questions[i].parent)
		n++;
	return n;
}

/* ? shown only if, ! allowed values, ~ warning, * must be answered, E an error. */
static void
marks(const struct design *d, int row, char *dst, size_t size)
{
	const struct question *q = &d->q.questions[row];

	snprintf(dst, size, "%s%s%s%s%s", d->faulty[row] ? "E" : "", q->relevant[0] ? "?" : "",
		q->hard_check[0] ? "!" : "", q->soft_check[0] ? "~" : "",
		q->required[0] && strcmp(q->required, "no") != 0 ? "*" : "");
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct outline *o = self;
	const struct question *q = &o->design.q.questions[row];
	char title[LIST_TEXT - 32];

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%*s%s", 2 * depth(&o->design.q, row), "",
			design_title(&o->design, row, title, sizeof title));
		if (q->type == QUESTION_GROUP || q->type == QUESTION_REPEAT)
			c->role = ROLE_TITLE;
		break;
	case 1:
		text_copy(c->text, sizeof c->text,
			strstr(q->appearance, "table-list") ? _("grid")
							    : design_type_label(q->type));
		c->role = ROLE_HINT;
		break;
	default:
		marks(&o->design, row, c->text, sizeof c->text);
		if (o->design.faulty[row])
			c->role = ROLE_BAD;
		break;
	}
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct outline *o = self;
	char title[LIST_TEXT];

	snprintf(dst, size, "%s %s", design_title(&o->design, row, title, sizeof title),
		o->design.q.questions[row].name);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct questionnaire *q = &((const struct outline *)self)->design.q;

	/* Asked for the row of before the load too, which may be gone. */
	if (row < q->question_count)
		text_copy(dst, size, q->questions[row].name);
}

static const struct list_column columns[] = {
	{ N_("Question"), 0, false },
	{ N_("Kind"), 20, false },
	{ N_("Signs"), 5, false },
};

static int
load(void *self, struct error *err)
{
	struct outline *o = self;

	(void)err;
	o->base.count = o->design.q.question_count;
	if (o->place > 0 && o->place <= o->base.count)
		text_copy(o->base.id, sizeof o->base.id,
			o->design.q.questions[o->place - 1].name);
	o->place = 0;
	return 0;
}

static void
above(void *self, struct canvas *c)
{
	const struct design *d = &((const struct outline *)self)->design;
	char title[200];

	canvas_printf(c, 0, 0, -1, ROLE_LABEL, _("%s: version %d, %s; %s"), d->q.code, d->q.number,
		d->q.published_at[0] ? _("published") : _("draft"),
		design_line(title, sizeof title, design_text(d, &d->q.title)));
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("c choices  t texts  s title  p trial  k faults  P publish  z undo  - + move"));
	canvas_text(c, 2, 0, -1, ROLE_HINT,
		_("? shown only if  ! allowed values  ~ warning  * must be answered  E error"));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct outline *o = self;
	const struct question *q;
	char errors[96] = "";

	if (o->design.errors)
		snprintf(errors, sizeof errors,
			P_("  %d error: k shows it", "  %d errors: k shows them",
				(unsigned long)o->design.errors),
			o->design.errors);
	if (row < 0) {
		text_copy(dst, size, errors);
		return;
	}
	q = &o->design.q.questions[row];
	if (q->list[0])
		snprintf(dst, size, _("%s, choices %s%s"), q->name, q->list, errors);
	else
		snprintf(dst, size, "%s%s", q->name, errors);
}

/* ---- changes ---- */

static const enum question_type offered[] = { QUESTION_SELECT_ONE, QUESTION_SELECT_MULTIPLE,
	QUESTION_RANK, QUESTION_RANGE, QUESTION_INTEGER, QUESTION_DECIMAL, QUESTION_DATE,
	QUESTION_TEXT, QUESTION_NOTE, QUESTION_GROUP, QUESTION_GROUP, QUESTION_REPEAT,
	QUESTION_CALCULATE };
enum { OFFERED = sizeof offered / sizeof *offered, OFFERED_GRID = 10 };

static void
ask_type(struct screens *s, struct outline *o, int row)
{
	const char *labels[OFFERED];

	o->asked = row;
	for (int i = 0; i < OFFERED; i++)
		labels[i] = i == OFFERED_GRID ? _("grid: rows with one scale")
					      : design_type_label(offered[i]);
	dialog_choose(s, _("What kind of question?"), labels, OFFERED, 0, ANSWER_TYPE);
}

static void
open_question(struct screens *s, struct outline *o, int row, bool fresh)
{
	screens_push(s, &questionnaire_question_screen,
		&(struct design_view){ &o->design, row, "", fresh });
}

/* A question with choices begins with a list of its own. */
static void
insert(struct screens *s, struct outline *o, int chosen)
{
	struct design *d = &o->design;
	int at = questionnaire_edit_insert(&d->edit, o->asked, offered[chosen]);
	struct question *q = &d->q.questions[at];

	if (question_has_choices(q))
		q->list = q->name;
	if (chosen == OFFERED_GRID)
		q->appearance = "table-list";
	o->place = at + 1;
	if (design_save(s, d) == 0)
		open_question(s, o, at, true);
}

static void
move(struct screens *s, struct outline *o, int row, int step)
{
	int parent = o->design.q.questions[row].parent;
	int to = questionnaire_edit_move(&o->design.edit, row, step);

	if (to == row && parent == o->design.q.questions[to].parent) {
		screens_say(s, "%s", step < 0 ? _("This is the first one already.")
					      : _("This is the last one already."));
		return;
	}
	o->place = to + 1;
	(void)design_save(s, &o->design);
}

static void
copy(struct screens *s, struct outline *o, int row)
{
	struct design *d = &o->design;
	int to = questionnaire_edit_copy(&d->edit, row, row);

	o->place = to + 1;
	if (design_save(s, d) == 0)
		screens_say(s, _("Copied as %s; Enter changes it."), d->q.questions[to].name);
}

static void
ask_delete(struct screens *s, struct outline *o, int row)
{
	const struct questionnaire *q = &o->design.q;
	char title[160], text[400];
	int end = row + 1;

	while (end < q->question_count && depth(q, end) > depth(q, row))
		end++;
	o->asked = row;
	design_title(&o->design, row, title, sizeof title);
	if (end - row == 1)
		snprintf(text, sizeof text, _("Delete “%s”? z brings it back."), title);
	else
		snprintf(text, sizeof text,
			P_("Delete “%s” and the %d row it holds? z brings them back.",
				"Delete “%s” and the %d rows it holds? z brings them back.",
				(unsigned long)(end - row - 1)),
			title, end - row - 1);
	dialog_ask(s, _("Delete the question"), text, ANSWER_DELETE, 0);
}

static void
delete(struct screens *s, struct outline *o)
{
	struct error err = { 0 };

	if (questionnaire_edit_delete(&o->design.edit, o->asked, &err)) {
		app_error(s, _("The question stays"), &err);
		return;
	}
	o->place = o->asked ? o->asked : 1;
	if (design_save(s, &o->design) == 0)
		screens_say(s, "%s", _("Deleted; z brings it back."));
}

static void
undo(struct screens *s, struct outline *o)
{
	if (!design_undo(s, &o->design))
		screens_say(s, "%s", _("There is nothing to take back."));
	else
		screens_say(s, "%s", _("The last change is taken back."));
}

static void
open_choices(struct screens *s, struct outline *o, int row)
{
	const struct question *q = &o->design.q.questions[row];

	if (question_has_choices(q) && q->list[0])
		screens_push(s, &questionnaire_choices_screen,
			&(struct design_view){ &o->design, row, q->list, false });
	else
		screens_say(s, "%s", _("This question has no choices."));
}

/* ---- the whole ---- */

static void
ask_publish(struct screens *s, struct outline *o)
{
	const struct design *d = &o->design;
	char text[512];

	if (d->errors) {
		design_show_problems(s, &o->design);
		screens_say(s, "%s", _("Errors must go before publishing."));
		return;
	}
	snprintf(text, sizeof text,
		_("Publish version %d of %s? From then on it is frozen: forms are keyed in it, "
			  "and a "
		  "change makes version %d. Things to look at: %d."),
		d->q.number, d->q.code, d->q.number + 1, d->problem_count);
	dialog_ask(s, _("Publish"), text, ANSWER_PUBLISH, ANSWER_NO);
}

static void
publish(struct screens *s, struct outline *o)
{
	struct design *d = &o->design;
	struct error err = { 0 };

	if (app_may_write(d->app, &err) ||
		questionnaire_publish(d->app->db, d->q.version_id, d->q.version_rev, &err)) {
		app_error(s, _("The questionnaire was not published"), &err);
		return;
	}
	d->fixed = true;
	d->q.published_at = "*";
	screens_stale(s);
	screens_say(s, _("Version %d is published; it no longer changes."), d->q.number);
}

static void
ask_language(struct screens *s, struct outline *o)
{
	const struct questionnaire *q = &o->design.q;
	const char *names[QUESTIONNAIRE_LANGUAGES];

	for (int i = 0; i < q->language_count; i++)
		names[i] = q->languages[i];
	if (q->language_count)
		dialog_choose(s, _("Language of the texts shown"), names, q->language_count,
			o->design.language, ANSWER_LANGUAGE);
}

static void
open_part(struct screens *s, struct outline *o, const struct screen *part, int row)
{
	screens_push(s, part, &(struct design_view){ &o->design, row, "", false });
}

static int
answer(struct screens *s, struct outline *o, int action, const struct event *event)
{
	switch (action) {
	case ANSWER_TYPE:
		insert(s, o, event->number);
		break;
	case ANSWER_DELETE:
		delete(s, o);
		break;
	case ANSWER_NO:
		screens_say(s, "%s",
			_("Nothing was published: it stays a draft, and no wave can use it."));
		break;
	case ANSWER_PUBLISH:
		publish(s, o);
		break;
	case ANSWER_LANGUAGE:
		o->design.language = event->number;
		break;
	case DESIGN_CONFLICT:
		design_settle(s, &o->design, event->answer);
		break;
	default:
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct outline *o = self;

	switch (action) {
	case ACTION_NEW:
		if (design_may_change(s, &o->design))
			ask_type(s, o, list_screen_row(o));
		break;
	case ACTION_UNDO:
		if (design_may_change(s, &o->design))
			undo(s, o);
		break;
	case ACTION_PROBLEMS:
		design_show_problems(s, &o->design);
		break;
	case ACTION_PUBLISH:
		if (design_may_change(s, &o->design))
			ask_publish(s, o);
		break;
	case ACTION_LANGUAGE:
		ask_language(s, o);
		break;
	case ACTION_TEXTS:
		open_part(s, o, &questionnaire_texts_screen, -1);
		break;
	case ACTION_HEAD:
		design_open_head(s, &o->design);
		break;
	case ACTION_PRINT:
		print_questionnaire(s, o->design.q.version_id, 0);
		break;
	case ACTION_PREVIEW:
		open_part(s, o, &questionnaire_preview_screen, list_screen_row(o));
		break;
	default:
		return answer(s, o, action, event);
	}
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct outline *o = self;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		open_question(s, o, row, false);
		return SCREEN_HANDLED;
	case ACTION_CHOICES:
		open_choices(s, o, row);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (design_may_change(s, &o->design))
			ask_delete(s, o, row);
		return SCREEN_HANDLED;
	case ACTION_COPY:
		if (design_may_change(s, &o->design))
			copy(s, o, row);
		return SCREEN_HANDLED;
	case ACTION_MOVE_UP:
	case ACTION_MOVE_DOWN:
		if (design_may_change(s, &o->design))
			move(s, o, row, action == ACTION_MOVE_UP ? -1 : 1);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
release(void *self)
{
	design_release(&((struct outline *)self)->design);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No questions yet: F7 adds the first one."),
	.lines_above = 3,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
	.file = N_("questions"),
	.file_title = N_("Questions"),
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct design_version *version = argument;
	struct outline *o = self;

	list_screen_start(s, self, &kind);
	return design_open(&o->design, app_of(s), version->code, version->version, err);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct design *d = &((const struct outline *)self)->design;

	text_copy(left, left_size, d->q.code);
	if (d->q.language_count > 1)
		text_copy(right, right_size, d->q.languages[d->language]);
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_COPY, ACTION_MOVE_UP, ACTION_MOVE_DOWN, ACTION_UNDO,
	ACTION_CHOICES, ACTION_TEXTS, ACTION_LANGUAGE, ACTION_HEAD, ACTION_PREVIEW,
	ACTION_PROBLEMS, ACTION_PUBLISH, ACTION_PRINT, 0 };

const struct screen questionnaire_outline_screen = {
	.name = "questionnaire_outline",
	.title = N_("Questionnaire"),
	.size = sizeof(struct outline),
	.actions = ids,
	.start = start,
	.head = head,
	LIST_SCREEN,
};
