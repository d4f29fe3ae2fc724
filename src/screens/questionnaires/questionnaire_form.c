/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of the designer that are like one another. */
#include "config.h"

#include "screens/questionnaires/questionnaire_form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/keeper.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { ANSWER_TAKE = ACTION_ANSWER_1, ANSWER_DROP, ANSWER_LEAVE };

struct view_of_form {
	struct design_form f;
	struct arena arena;
	char draft[256];
	void *now, *before;
	struct form form;
	struct keeper keeper;
};

const char *
design_in_language(struct design *d, const char *label, int language)
{
	const char *name = d->q.languages[language], *open = strrchr(name, '(');

	if (d->q.language_count < 2)
		return label;
	if (!open)
		return arena_format(&d->arena, "%s, %s", _(label), name);
	return arena_format(
		&d->arena, "%s, %.*s", _(label), (int)strcspn(open + 1, ")"), open + 1);
}

struct field *
design_form_add(struct design_form *f, enum field_kind kind, const char *label, const char *name,
	size_t offset, size_t size)
{
	struct field *field = &f->fields[f->count];

	assert(f->count < DESIGN_FORM_FIELDS);
	*field = (struct field){ .kind = kind, .label = label, .offset = offset, .size = size };
	if (kind == FIELD_CHOICE)
		field->width = 40;
	f->names[f->count++] = name;
	return field;
}

void
design_form_texts(struct design_form *f, int rows, const char *label, const char *name,
	size_t offset, size_t each)
{
	struct design *d = f->design;

	for (int i = 0; i < d->q.language_count; i++) {
		struct field *field = design_form_add(f, FIELD_LINES,
			design_in_language(d, label, i),
			arena_format(&d->arena, "%s.%d", name, i), offset + (size_t)i * each,
			each);

		field->rows = rows;
	}
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct design_form *f = argument;
	struct view_of_form *v = self;

	(void)err;
	v->f = *f;
	v->now = arena_new(&v->arena, f->size);
	v->before = arena_new(&v->arena, f->size);
	memcpy(v->now, f->data, f->size);
	memcpy(v->before, f->data, f->size);
	text_copy(v->draft, sizeof v->draft, f->draft);
	if (f->design->fixed)
		for (int i = 0; i < v->f.count; i++)
			v->f.fields[i].fixed = true;
	form_start(&v->form, v->f.fields, v->f.count, v->now, f->size, f->design);
	if (!f->design->fixed)
		keeper_start(&v->keeper, s, v->draft, f->design->q.uid, f->design->q.version_rev,
			v->f.names, &v->form, ANSWER_TAKE, ANSWER_DROP);
	return 0;
}

static int
save(struct screens *s, struct view_of_form *v)
{
	struct design *d = v->f.design;
	struct error err = { 0 };

	if (!design_may_change(s, d) || form_check(&v->form, &err))
		return SCREEN_HANDLED;
	if (v->f.apply(d, v->f.key, v->now, v->before, &err)) {
		form_error(&v->form, &err);
		return SCREEN_HANDLED;
	}
	keeper_drop(&v->keeper, &v->form);
	screens_pop(s);
	if (design_save(s, d) == 0)
		screens_say(s, "%s", _("Saved."));
	return SCREEN_HANDLED;
}

void
design_give_up(struct screens *s, struct design *d, struct keeper *keeper, const struct form *form,
	bool fresh)
{
	keeper_drop(keeper, form);
	screens_pop(s);
	if (fresh)
		(void)design_undo(s, d);
}

bool
design_leave(struct screens *s, struct design *d, const struct form *form, bool fresh,
	const char *what, int action)
{
	if (d->fixed)
		return true;
	if (form_dirty(form)) {
		keeper_ask(s, what, action);
		return false;
	}
	if (fresh)
		(void)design_undo(s, d);
	return true;
}

static int
take_leave(struct screens *s, struct view_of_form *v, int choice)
{
	if (choice == KEEPER_SAVE)
		return save(s, v);
	if (choice == KEEPER_DISCARD)
		design_give_up(s, v->f.design, &v->keeper, &v->form, v->f.fresh);
	return SCREEN_HANDLED;
}

static bool
leave(struct screens *s, void *self)
{
	struct view_of_form *v = self;

	return design_leave(s, v->f.design, &v->form, v->f.fresh, v->f.title, ANSWER_LEAVE);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_form *v = self;

	switch (action) {
	case ACTION_SAVE:
		return save(s, v);
	case ACTION_CHOSEN:
		screens_say(s, "%s", _("That was the last field; F2 saves."));
		return SCREEN_HANDLED;
	case ANSWER_LEAVE:
		return take_leave(s, v, event->number);
	default:
		return keeper_act(&v->keeper, &v->form, action) ? SCREEN_HANDLED : SCREEN_PASS;
	}
}

static void
keep(struct screens *s, void *self)
{
	struct view_of_form *v = self;

	(void)s;
	keeper_save(&v->keeper, &v->form);
}

static void
settle(struct screens *s, void *self)
{
	struct view_of_form *v = self;

	(void)s;
	keeper_settle(&v->keeper, &v->form);
}

static void
draw(void *self, struct canvas *c)
{
	struct canvas inside = canvas_part(c, 0, 1, c->rows, c->columns - 1);

	form_draw(&((struct view_of_form *)self)->form, &inside);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	(void)right;
	(void)right_size;
	text_copy(left, left_size, ((const struct view_of_form *)self)->f.title);
}

static void
status(void *self, char *dst, size_t size)
{
	const struct view_of_form *v = self;

	text_copy(dst, size, v->f.design->fixed ? design_frozen() : form_help(&v->form));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct view_of_form *)self)->form };
}

static void
release(void *self)
{
	struct view_of_form *v = self;

	keeper_release(&v->keeper);
	form_release(&v->form);
	arena_release(&v->arena);
}

static const int ids[] = { ACTION_SAVE, 0 };

static const struct screen form_screen = {
	.name = "questionnaire_form",
	.title = N_("Form"),
	.size = sizeof(struct view_of_form),
	.actions = ids,
	.start = start,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.leave = leave,
	.settle = settle,
	.keep = keep,
	.release = release,
};

void
design_form_open(struct screens *s, const struct design_form *form)
{
	screens_push(s, &form_screen, form);
}
