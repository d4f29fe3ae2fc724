/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All texts of the questionnaire, one language beside another; and one more language. */
#include "config.h"

#include "screens/frame/list_screen.h"
#include "screens/questionnaires/questionnaire_form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum part { PART_TITLE, PART_NOTICE, PART_INSTRUCTION, PART_LABEL, PART_HINT, PART_HARD,
	PART_SOFT, PART_REQUIRED, PART_CHOICE };

struct row {
	enum part part;
	const char *list, *name; /* of the choice, of the question */
	const struct texts *texts;
};

struct texts_view {
	struct list_screen base;
	struct design *design;
	int other; /* the language that is edited */
	struct row *rows;
	char heads[2][64];
	struct list_column columns[3];
};

enum { ANSWER_LANGUAGE = ACTION_ANSWER_1, ANSWER_NEW };

static const char *
part_label(enum part part)
{
	static const char *const labels[] = { N_("Title"), N_("Notice"), N_("Instruction"),
		N_("Text"), N_("Hint"), N_("Message when not allowed"), N_("Text of the warning"),
		N_("Message when empty"), N_("Choice") };

	return _(labels[part]);
}

static const char *
text_in(const struct texts *t, int language)
{
	return t->in[language] ? t->in[language] : "";
}

/* ---- rows ---- */

static bool
any_text(const struct texts *t)
{
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++)
		if (text_in(t, i)[0])
			return true;
	return false;
}

static void
add(struct texts_view *v, enum part part, const char *list, const char *name,
	const struct texts *t)
{
	if (any_text(t))
		v->rows[v->base.count++] = (struct row){ part,
			arena_string(&v->base.arena, list), arena_string(&v->base.arena, name), t };
}

static int
load(void *self, struct error *err)
{
	struct texts_view *v = self;
	const struct questionnaire *q = &v->design->q;

	(void)err;
	if (v->other >= q->language_count)
		v->other = 0;
	v->rows = arena_array(&v->base.arena,
		(size_t)(3 + 5 * q->question_count + q->choice_count) + 1, sizeof *v->rows);
	add(v, PART_TITLE, "", "", &q->title);
	add(v, PART_NOTICE, "", "", &q->notice);
	add(v, PART_INSTRUCTION, "", "", &q->instruction);
	for (int i = 0; i < q->question_count; i++) {
		const struct question *row = &q->questions[i];

		add(v, PART_LABEL, "", row->name, &row->label);
		add(v, PART_HINT, "", row->name, &row->hint);
		add(v, PART_HARD, "", row->name, &row->hard_message);
		add(v, PART_SOFT, "", row->name, &row->soft_message);
		add(v, PART_REQUIRED, "", row->name, &row->required_message);
	}
	for (int i = 0; i < q->choice_count; i++)
		add(v, PART_CHOICE, q->choices[i].list, q->choices[i].name, &q->choices[i].label);
	for (int i = 0; i < 2; i++)
		text_copy(v->heads[i], sizeof v->heads[i],
			q->language_count ? q->languages[i ? v->other : q->language] : "");
	return 0;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct texts_view *v = self;
	const struct row *r = &v->rows[row];
	const char *text;

	if (column == 2) {
		text_copy(c->text, sizeof c->text, part_label(r->part));
		c->role = ROLE_HINT;
		return;
	}
	text = text_in(r->texts, column ? v->other : v->design->q.language);
	design_line(c->text, sizeof c->text, text[0] ? text : _("(missing)"));
	if (!text[0])
		c->role = ROLE_MISSING;
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct texts_view *v = self;
	char a[LIST_TEXT / 2], b[LIST_TEXT / 2];

	design_line(a, sizeof a, text_in(v->rows[row].texts, v->design->q.language));
	design_line(b, sizeof b, text_in(v->rows[row].texts, v->other));
	snprintf(dst, size, "%s %s", a, b[0] ? b : _("(missing)"));
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct row *r = &((const struct texts_view *)self)->rows[row];

	snprintf(dst, size, "%d %s %s", r->part, r->list, r->name);
}

static void
above(void *self, struct canvas *c)
{
	const struct texts_view *v = self;

	canvas_printf(c, 0, 0, -1, ROLE_LABEL, _("%s beside %s; l chooses another, F7 adds one"),
		v->heads[1], v->heads[0]);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct texts_view *v = self;
	int missing = 0;

	(void)row;
	for (int i = 0; i < v->base.count; i++)
		missing += !text_in(v->rows[i].texts, v->other)[0];
	snprintf(dst, size,
		P_("%d text is missing", "%d texts are missing", (unsigned long)missing),
		missing);
}

/* ---- one text ---- */

struct pair {
	char source[8000], target[8000];
	int language;
};

static struct texts *
texts_of(struct questionnaire *q, enum part part, const char *list, const char *name)
{
	int at = part >= PART_LABEL && part < PART_CHOICE ? question_by_name(q, name) : -1;

	switch (part) {
	case PART_TITLE:
		return &q->title;
	case PART_NOTICE:
		return &q->notice;
	case PART_INSTRUCTION:
		return &q->instruction;
	case PART_LABEL:
		return at < 0 ? NULL : &q->questions[at].label;
	case PART_HINT:
		return at < 0 ? NULL : &q->questions[at].hint;
	case PART_HARD:
		return at < 0 ? NULL : &q->questions[at].hard_message;
	case PART_SOFT:
		return at < 0 ? NULL : &q->questions[at].soft_message;
	case PART_REQUIRED:
		return at < 0 ? NULL : &q->questions[at].required_message;
	case PART_CHOICE:
		for (int i = 0; i < q->choice_count; i++)
			if (strcmp(q->choices[i].list, list) == 0 &&
				strcmp(q->choices[i].name, name) == 0)
				return &q->choices[i].label;
	}
	return NULL;
}

/* key: part, list and name, each on a line. */
static int
apply(struct design *d, const char *key, const void *data, const void *was, struct error *err)
{
	const struct pair *now = data;
	const char *list = strchr(key, '\n') + 1, *name = strchr(list, '\n') + 1;
	char list_name[100];
	struct texts *t;

	(void)was;
	snprintf(list_name, sizeof list_name, "%.*s", (int)(name - list - 1), list);
	questionnaire_edit_keep(&d->edit);
	t = texts_of(&d->q, (enum part)(key[0] - '0'), list_name, name);
	if (!t)
		return error_set(err, ERROR_MISSING, _("This text is gone."));
	t->in[now->language] = arena_string(&d->arena, now->target);
	return 0;
}

static void
open_text(struct screens *s, struct texts_view *v, int row)
{
	struct design *d = v->design;
	const struct row *r = &v->rows[row];
	struct pair *pair = arena_new(&v->base.arena, sizeof *pair);
	struct design_form *f = arena_new(&v->base.arena, sizeof *f);
	struct field *field;

	*f = (struct design_form){ .design = d, .title = part_label(r->part), .data = pair,
		.size = sizeof *pair, .apply = apply };
	pair->language = v->other;
	text_copy(pair->source, sizeof pair->source, text_in(r->texts, d->q.language));
	text_copy(pair->target, sizeof pair->target, text_in(r->texts, v->other));
	if (v->other != d->q.language) {
		field = design_form_add(f, FIELD_LINES, arena_string(&d->arena, v->heads[0]), NULL,
			offsetof(struct pair, source), sizeof pair->source);
		field->rows = 9;
		field->fixed = true;
	}
	field = design_form_add(f, FIELD_LINES, arena_string(&d->arena, v->heads[1]), "text",
		offsetof(struct pair, target), sizeof pair->target);
	field->rows = 9;
	snprintf(f->key, sizeof f->key, "%d\n%s\n%s", r->part, r->list, r->name);
	f->draft = arena_format(&d->arena, "text %d %s %s %d", r->part, r->list, r->name, v->other);
	design_form_open(s, f);
}

/* ---- languages ---- */

static void
choose_language(struct screens *s, struct texts_view *v)
{
	const struct questionnaire *q = &v->design->q;
	const char *names[QUESTIONNAIRE_LANGUAGES];

	for (int i = 0; i < q->language_count; i++)
		names[i] = q->languages[i];
	if (q->language_count)
		dialog_choose(s, _("Which language is edited?"), names, q->language_count,
			v->other, ANSWER_LANGUAGE);
}

static void
add_language(struct screens *s, struct texts_view *v, const char *name)
{
	struct design *d = v->design;
	struct questionnaire *q = &d->q;
	char clean[64];

	text_copy(clean, sizeof clean, name + strspn(name, " "));
	if (!clean[0])
		return;
	for (int i = 0; i < q->language_count; i++)
		if (strcmp(q->languages[i], clean) == 0) {
			screens_refuse(s, "%s", _("This language is there already."));
			return;
		}
	if (q->language_count >= QUESTIONNAIRE_LANGUAGES) {
		screens_refuse(
			s, _("A questionnaire has %d languages at most."), QUESTIONNAIRE_LANGUAGES);
		return;
	}
	questionnaire_edit_keep(&d->edit);
	v->other = q->language_count;
	q->languages[q->language_count++] = arena_string(&d->arena, clean);
	if (design_save(s, d) == 0)
		screens_say(s, _("The language %s is added; Enter types its texts."), clean);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct texts_view *v = self;

	switch (action) {
	case ACTION_NEW:
		if (design_may_change(s, v->design))
			dialog_input(s, _("One more language"),
				_("Name and code, as Українська (uk):"), "", ANSWER_NEW);
		break;
	case ACTION_LANGUAGE:
		choose_language(s, v);
		break;
	case ANSWER_LANGUAGE:
		v->other = event->number;
		screens_stale(s);
		break;
	case ANSWER_NEW:
		add_language(s, v, event->answer);
		break;
	case ACTION_UNDO:
		if (design_may_change(s, v->design) && !design_undo(s, v->design))
			screens_say(s, "%s", _("There is nothing to take back."));
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
	if (action != ACTION_OPEN && action != ACTION_EDIT)
		return SCREEN_PASS;
	open_text(s, self, row);
	return SCREEN_HANDLED;
}

static const struct list_column columns[] = {
	{ N_("Source"), 0, false },
	{ N_("Translation"), 34, false },
	{ N_("What it is"), 12, false },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No texts yet: they are typed in the questions."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
	.file = N_("texts"),
	.file_title = N_("Texts"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct design_view *view = argument;
	struct texts_view *v = self;
	const struct questionnaire *q = &view->design->q;

	(void)err;
	list_screen_start(s, self, &kind);
	v->design = view->design;
	v->other = q->language_count > 1 && q->language == 0 ? 1 : 0;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_UNDO, ACTION_LANGUAGE, 0 };

const struct screen questionnaire_texts_screen = {
	.name = "questionnaire_texts",
	.title = N_("Languages"),
	.size = sizeof(struct texts_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
