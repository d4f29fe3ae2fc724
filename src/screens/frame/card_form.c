/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is kept as a draft when a field is left; of a colleague's version the fields
 * that differ are shown beside the own ones. */
#include "config.h"

#include "screens/frame/card_form.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/card_form_back.h"
#include "screens/frame/card_form_show.h"
#include "screens/frame/conflict.h"
#include "screens/frame/format.h"
#include "screens/frame/keeper.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 64, TITLE = 160 };

struct card_form {
	struct arena arena;
	struct app *app;
	const struct card_form_kind *kind;
	struct card_form_of of;
	int action;
	void *values, *base; /* as typed; as they were read */
	bool older;          /* what was typed rests on an older version than base: a draft */
	bool deleted;        /* by a colleague, and the person was told */
	int64_t there;       /* where a new one goes stands this one, as save() found */
	struct form form;
	struct keeper keeper;
};

struct request {
	const struct card_form_kind *kind;
	int64_t id, parent;
	int slot;
	int action;
};

enum { ANSWER_CONFLICT = ACTION_ANSWER_1, ANSWER_LEAVE, ANSWER_TAKE, ANSWER_DROP, ANSWER_SURE };

static int
may_save(struct card_form *v, struct error *err)
{
	return app_may_write(v->app, err) || person_may(&v->app->person, v->kind->role, err) ? -1
											     : 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct request *r = argument;
	struct card_form *v = self;

	v->app = app_of(s);
	v->kind = r->kind;
	v->of = (struct card_form_of){ .id = r->id, .parent = r->parent, .slot = r->slot };
	clock_now_utc(v->of.read_at, sizeof v->of.read_at);
	v->action = r->action;
	v->values = arena_new(&v->arena, v->kind->size);
	v->base = arena_new(&v->arena, v->kind->size);
	if (may_save(v, err) || v->kind->read(v->app, &v->of, v->values, err) ||
		owner_check(v->app->db, v->of.owner, err)) {
		arena_release(&v->arena);
		return -1;
	}
	memcpy(v->base, v->values, v->kind->size);
	form_start(&v->form, v->kind->fields, v->kind->count, v->values, v->kind->size, v->app);
	if (!v->of.id)
		form_pass_filled(&v->form);
	else if (v->kind->first)
		form_focus(&v->form, v->kind->first);
	v->form.anew = !v->of.id;
	keeper_start(&v->keeper, s, v->kind->name, v->of.uid, v->of.rev, v->kind->names, &v->form,
		ANSWER_TAKE, ANSWER_DROP);
	return 0;
}

/* A draft rests on the thing as it was then: what a colleague saved since is a conflict. */
static void
take_draft(struct card_form *v)
{
	keeper_take(&v->keeper, &v->form);
	v->older = v->keeper.rev != v->of.rev;
	v->of.rev = v->keeper.rev;
}

static void
keep(struct screens *s, void *self)
{
	struct card_form *v = self;

	(void)s;
	keeper_save(&v->keeper, &v->form);
}

static void
settle(struct screens *s, void *self)
{
	struct card_form *v = self;

	(void)s;
	keeper_settle(&v->keeper, &v->form);
}

/* ---- two people at one thing ---- */

/* Fields that differ, as numbers of the form; those that nobody types are no choice. */
static int
differing(const struct card_form *v, const void *theirs, int *which)
{
	int n = 0;

	for (int i = 0; i < v->kind->count && n < FIELDS; i++) {
		const struct field *f = &v->kind->fields[i];

		if (f->kind != FIELD_NOTE && !f->fixed &&
			!card_form_same(v->kind, i, v->values, theirs))
			which[n++] = i;
	}
	return n;
}

/* of: what it is by now. A new one that a colleague made meanwhile has an id. */
static int
load_theirs(struct card_form *v, void *theirs, struct card_form_of *of, struct error *err)
{
	*of = v->of;
	if (!of->id)
		of->id = v->there;
	return v->kind->read(v->app, of, theirs, err);
}

static bool
moved_on(const struct card_form *v, const struct card_form_of *now)
{
	return now->rev != v->of.rev || now->id != v->of.id;
}

/* From here on the form changes what a colleague left. */
static void
take_state(struct card_form *v, const struct card_form_of *now)
{
	v->of.id = now->id;
	v->of.rev = now->rev;
}

static void show_error(struct screens *s, struct card_form *v, struct error *err);

static void
show_conflict(struct screens *s, struct card_form *v, struct error *why)
{
	void *theirs = arena_new(&v->arena, v->kind->size);
	struct conflict_field fields[FIELDS];
	char title[TITLE] = "";
	int which[FIELDS], n;
	bool gone;
	struct card_form_of now;
	struct error err = { 0 };

	if (load_theirs(v, theirs, &now, &err)) {
		app_error(s, _("Nothing was saved"), &err);
		return;
	}
	if (!moved_on(v, &now)) { /* no newer version: what stands in the way is its state */
		show_error(s, v, why);
		return;
	}
	gone = v->of.id && !now.id; /* what was typed is a new one, whole */
	n = differing(v, theirs, which);
	/* Both typed the same, or the colleague changed its state or another line of the noun. */
	if (n == 0 || (!v->older && memcmp(theirs, v->base, v->kind->size) == 0)) {
		take_state(v, &now);
		screens_act(s, ACTION_SAVE, NULL);
		return;
	}
	for (int i = 0; i < n; i++) {
		const struct field *f = &v->kind->fields[which[i]];

		fields[i] = (struct conflict_field){ _(f->label), card_form_shown(f, v->values),
			card_form_shown(f, theirs),
			!gone && card_form_same(v->kind, which[i], v->base, v->values) };
	}
	v->kind->title(&v->of, v->base, title, sizeof title);
	conflict_open(s, title, fields, n, ANSWER_CONFLICT);
}

static int save(struct screens *s, struct card_form *v);

/* For questions: what is there already has the name that it was read with, whatever of it is
 * cleared or changed in the form. */
static void
title_of(const struct card_form *v, char *dst, size_t size)
{
	v->kind->title(&v->of, v->of.id ? v->base : v->values, dst, size);
}

/* The colleague may have saved once more meanwhile: then saving finds the conflict again. */
static int
take_answer(struct screens *s, struct card_form *v, const char *answer)
{
	void *theirs = arena_new(&v->arena, v->kind->size);
	int which[FIELDS], n;
	struct card_form_of now;
	struct error err = { 0 };

	if (load_theirs(v, theirs, &now, &err)) {
		app_error(s, _("Nothing was saved"), &err);
		return SCREEN_HANDLED;
	}
	n = differing(v, theirs, which);
	if ((int)strlen(answer) != n) {
		show_conflict(s, v, &err);
		return SCREEN_HANDLED;
	}
	for (int i = 0; i < n; i++)
		if (answer[i] == 't')
			card_form_take(&v->kind->fields[which[i]], v->values, theirs);
	for (int i = 0; i < v->kind->count; i++)
		if (v->kind->fields[i].fixed)
			card_form_take(&v->kind->fields[i], v->values, theirs);
	take_state(v, &now);
	memcpy(v->base, theirs, v->kind->size);
	v->older = false;
	form_focus(&v->form, 0);
	return save(s, v);
}

/* ---- saving and leaving ---- */

/* The model counts fields, the form its headings too. */
static void
show_error(struct screens *s, struct card_form *v, struct error *err)
{
	int field = 0;

	for (int i = 0; i < v->kind->count && err->field > 0; i++) {
		if (v->kind->fields[i].kind == FIELD_NOTE)
			continue;
		if (++field == err->field) {
			err->field = i + 1;
			form_error(&v->form, err);
			return;
		}
	}
	app_error(s, _("Nothing was saved"), err);
}

static int
save_sure(struct screens *s, struct card_form *v)
{
	struct event event = { .type = EVENT_ANSWER };
	struct card_form_of of = v->of;
	const char *saved = v->kind->saved;
	char said[512] = "";
	struct error err = { 0 };
	int action = v->action;

	if (may_save(v, &err) || v->kind->save(v->app, &of, v->values, &err)) {
		v->deleted = card_form_deleted(s, v->kind, &v->of, v->base);
		if (v->deleted)
			return SCREEN_HANDLED;
		v->there = err.code == ERROR_CONFLICT ? of.id : 0;
		if (err.code == ERROR_CONFLICT)
			show_conflict(s, v, &err);
		else
			show_error(s, v, &err);
		return SCREEN_HANDLED;
	}
	if (v->kind->said)
		v->kind->said(v->values, said, sizeof said);
	keeper_drop(&v->keeper, &v->form);
	screens_pop(s);
	event.number = (int)of.id;
	screens_say(s, "%s", said[0] ? said : _(saved));
	if (action) /* may say more than that */
		screens_act(s, action, &event);
	app_changed(s);
	return SCREEN_HANDLED;
}

/* What is odd is asked about first. */
static int
save(struct screens *s, struct card_form *v)
{
	char doubt[512] = "", title[TITLE] = "";
	struct error err = { 0 };

	if (form_check(&v->form, &err))
		return SCREEN_HANDLED;
	if (v->deleted && (may_save(v, &err) || card_form_back(v->app, v->kind, &v->of, v->base,
							v->values, &err))) {
		show_error(s, v, &err);
		return SCREEN_HANDLED;
	}
	v->deleted = false;
	if (v->kind->doubt)
		v->kind->doubt(v->app, &v->of, v->values, doubt, sizeof doubt);
	if (!doubt[0])
		return save_sure(s, v);
	title_of(v, title, sizeof title);
	dialog_ask(s, title, doubt, ANSWER_SURE, 0);
	return SCREEN_HANDLED;
}

static bool
leave(struct screens *s, void *self)
{
	struct card_form *v = self;
	char title[TITLE] = "";

	if (!form_dirty(&v->form))
		return true;
	title_of(v, title, sizeof title);
	keeper_ask(s, title, ANSWER_LEAVE);
	return false;
}

static int
take_leave(struct screens *s, struct card_form *v, int choice)
{
	if (choice == KEEPER_SAVE)
		return save(s, v);
	if (choice == KEEPER_DISCARD) {
		keeper_drop(&v->keeper, &v->form);
		screens_pop(s);
	}
	return SCREEN_HANDLED;
}

/* The kind may write a field, and then the person goes on there. */
static int
take_own(struct screens *s, struct card_form *v, int action, const struct event *event)
{
	int field;

	if (!v->kind->answer ||
		(action != ACTION_CHANGED &&
			(action < ACTION_ANSWER_1 + CARD_FORM_ANSWER || action > ACTION_ANSWER_8)))
		return action == ACTION_CHANGED ? SCREEN_HANDLED : SCREEN_PASS;
	field = v->kind->answer(s, v->values, action, event);
	if (field >= 0) {
		form_focus(&v->form, field);
		keeper_save(&v->keeper, &v->form);
	}
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct card_form *v = self;

	switch (action) {
	case ACTION_SAVE:
		return save(s, v);
	case ACTION_CHANGED:
		keeper_save(&v->keeper, &v->form);
		return take_own(s, v, action, event);
	case ACTION_CHOSEN: /* Enter in the last field does not save by itself */
		screens_say(s, "%s", _("That was the last field; F2 saves."));
		return SCREEN_HANDLED;
	case ANSWER_TAKE:
		take_draft(v);
		return SCREEN_HANDLED;
	case ANSWER_DROP:
		keeper_drop(&v->keeper, &v->form);
		return SCREEN_HANDLED;
	case ANSWER_CONFLICT:
		return take_answer(s, v, event->answer);
	case ANSWER_SURE:
		return save_sure(s, v);
	case ANSWER_LEAVE:
		return take_leave(s, v, event->number);
	default:
		return take_own(s, v, action, event);
	}
}

static void
draw(void *self, struct canvas *c)
{
	struct canvas inside = canvas_part(c, 0, 1, c->rows, c->columns - 1);

	form_draw(&((struct card_form *)self)->form, &inside);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct card_form *v = self;
	char title[TITLE] = "";

	(void)right;
	(void)right_size;
	v->kind->title(&v->of, v->base, title, sizeof title);
	snprintf(left, left_size, v->of.id ? _("%s: changes") : "%s", title);
}

static void
status(void *self, char *dst, size_t size)
{
	const char *help = form_help(&((struct card_form *)self)->form);

	text_copy(dst, size, help[0] ? help : _("Tab goes on, Shift-Tab back, F2 saves."));
}

static char *
help(const void *self)
{
	return card_form_help(((const struct card_form *)self)->kind);
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct card_form *)self)->form };
}

static void
release(void *self)
{
	struct card_form *v = self;

	keeper_release(&v->keeper);
	form_release(&v->form);
	arena_release(&v->arena);
}

static const int screen_actions[] = { ACTION_SAVE, 0 };

static const struct screen card_form_screen = {
	.name = "card_form",
	.title = N_("Card"),
	.size = sizeof(struct card_form),
	.actions = screen_actions,
	.start = start,
	.settle = settle,
	.draw = draw,
	.head = head,
	.status = status,
	.help = help,
	.act = act,
	.focus = focus,
	.leave = leave,
	.keep = keep,
	.release = release,
};

void
card_form_open(struct screens *s, const struct card_form_kind *kind, int64_t id, int64_t parent,
	int action)
{
	if (card_form_show_foreign(s, kind, id, parent))
		return;
	screens_push(s, &card_form_screen,
		&(struct request){ .kind = kind, .id = id, .parent = parent, .action = action });
}

void
card_form_open_for(
	struct screens *s, const struct card_form_kind *kind, int64_t parent, int slot, int action)
{
	screens_push(s, &card_form_screen,
		&(struct request){
			.kind = kind, .parent = parent, .slot = slot, .action = action });
}
