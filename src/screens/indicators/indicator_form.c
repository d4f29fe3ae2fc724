/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form shows the card's fields in the order of enum indicator_field, so that an error's
 * field is the form's field. What is typed is kept as a draft when a field is left. */
#include "config.h"

#include "screens/indicators/indicator_form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/draft.h"
#include "model/indicator.h"
#include "screens/frame/actions.h"
#include "screens/frame/app.h"
#include "screens/frame/conflict.h"
#include "screens/frame/keeper.h"
#include "screens/indicators/indicator_fields.h"

#include <stdio.h>
#include <string.h>

static const char draft_screen[] = "indicator";

struct view_of_form {
	struct arena arena; /* texts of the card that is saved */
	struct app *app;
	int64_t id, rev; /* of the card that the person saw; 0 = new */
	char uid[33];
	bool in_catalogue;
	struct indicator_values values, base;
	struct form form;
	struct keeper keeper;
};

enum { ANSWER_CONFLICT = ACTION_ANSWER_1, ANSWER_LEAVE, ANSWER_TAKE, ANSWER_DROP };

static int
read_card(struct view_of_form *v, const char *code, struct error *err)
{
	struct indicator card;

	if (indicator_load(v->app->db, code, &v->arena, &card, err))
		return -1;
	v->id = card.id;
	v->rev = card.rev;
	v->in_catalogue = card.in_catalogue;
	text_copy(v->uid, sizeof v->uid, card.uid);
	return indicator_values_read(&v->values, &card, v->app->db, &v->arena, err);
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_form *v = self;

	v->app = app_of(s);
	if (app_may_write(v->app, err))
		return -1;
	if (!argument)
		indicator_values_new(&v->values);
	else if (read_card(v, argument, err))
		return -1;
	v->base = v->values;
	form_start(&v->form, indicator_form_fields, INDICATOR_FIELDS, &v->values, sizeof v->values,
		v->app);
	keeper_start(&v->keeper, s, draft_screen, v->uid, v->rev, indicator_field_names, &v->form,
		ANSWER_TAKE, ANSWER_DROP);
	return 0;
}

/* A draft rests on the card as it was then: what a colleague saved since is a conflict. */
static void
take_draft(struct view_of_form *v)
{
	struct arena arena = { 0 };
	struct draft draft;
	struct error ignored = { 0 };

	if (draft_load(v->app->db, v->app->person.id, draft_screen, v->uid, &arena, &draft,
		    &ignored) == 0 &&
		draft.count)
		v->rev = draft.base_rev;
	arena_release(&arena);
	keeper_take(&v->keeper, &v->form);
}

static void
keep(struct screens *s, void *self)
{
	struct view_of_form *v = self;

	(void)s;
	keeper_save(&v->keeper, &v->form);
}

/* ---- two people at one card ---- */

static int
load_theirs(
	struct view_of_form *v, struct indicator_values *theirs, int64_t *rev, struct error *err)
{
	struct indicator card;

	if (indicator_load_id(v->app->db, v->id, &v->arena, &card, err) ||
		indicator_values_read(theirs, &card, v->app->db, &v->arena, err))
		return -1;
	*rev = card.rev;
	return 0;
}

/* Fields that differ, as numbers of the form. */
static int
differing(const struct view_of_form *v, const struct indicator_values *theirs, int *which)
{
	char mine[INDICATOR_TEXT], other[INDICATOR_TEXT];
	int n = 0;

	for (int i = 0; i < INDICATOR_FIELDS; i++) {
		indicator_values_get(&v->values, i, mine, sizeof mine);
		indicator_values_get(theirs, i, other, sizeof other);
		if (strcmp(mine, other) != 0)
			which[n++] = i;
	}
	return n;
}

static void
show_conflict(struct screens *s, struct view_of_form *v)
{
	struct indicator_values *theirs = arena_new(&v->arena, sizeof *theirs);
	struct conflict_field fields[INDICATOR_FIELDS];
	int which[INDICATOR_FIELDS], n;
	struct error err = { 0 };
	int64_t rev;

	if (load_theirs(v, theirs, &rev, &err)) {
		app_error(s, _("The card was not saved"), &err);
		return;
	}
	n = differing(v, theirs, which);
	if (n == 0) { /* both typed the same */
		v->rev = rev;
		screens_act(s, ACTION_SAVE, NULL);
		return;
	}
	for (int i = 0; i < n; i++) {
		const char *base = indicator_values_show(&v->base, which[i], &v->arena);

		fields[i] = (struct conflict_field){ _(indicator_form_fields[which[i]].label),
			indicator_values_show(&v->values, which[i], &v->arena),
			indicator_values_show(theirs, which[i], &v->arena), false };
		fields[i].theirs_first = strcmp(base, fields[i].mine) == 0;
	}
	conflict_open(s, arena_format(&v->arena, _("the card %s"), v->values.code), fields, n,
		ANSWER_CONFLICT);
}

static int save(struct screens *s, struct view_of_form *v);

/* The colleague may have saved once more meanwhile: then saving finds the conflict again. */
static int
take_answer(struct screens *s, struct view_of_form *v, const char *answer)
{
	struct indicator_values *theirs = arena_new(&v->arena, sizeof *theirs);
	char text[INDICATOR_TEXT];
	int which[INDICATOR_FIELDS], n;
	struct error err = { 0 };
	int64_t rev;

	if (load_theirs(v, theirs, &rev, &err)) {
		app_error(s, _("The card was not saved"), &err);
		return SCREEN_HANDLED;
	}
	n = differing(v, theirs, which);
	if ((int)strlen(answer) != n) {
		show_conflict(s, v);
		return SCREEN_HANDLED;
	}
	for (int i = 0; i < n; i++) {
		if (answer[i] != 't')
			continue;
		indicator_values_get(theirs, which[i], text, sizeof text);
		indicator_values_set(&v->values, indicator_field_names[which[i]], text);
	}
	v->rev = rev;
	v->base = *theirs;
	form_focus(&v->form, 0);
	return save(s, v);
}

/* ---- saving and leaving ---- */

static int
save(struct screens *s, struct view_of_form *v)
{
	struct error err = { 0 };
	struct indicator card = { .id = v->id, .rev = v->rev, .in_catalogue = v->in_catalogue };
	char code[40];

	if (form_check(&v->form, &err))
		return SCREEN_HANDLED;
	if (app_may_write(v->app, &err) || indicator_values_write(&v->values, &card, &err) ||
		indicator_save(v->app->db, &card, &err)) {
		if (err.code == ERROR_CONFLICT)
			show_conflict(s, v);
		else if (err.field > 0)
			form_error(&v->form, &err);
		else
			app_error(s, _("The card was not saved"), &err);
		return SCREEN_HANDLED;
	}
	text_copy(code, sizeof code, v->values.code);
	keeper_drop(&v->keeper, &v->form);
	app_remember(v->app, code, v->app->last_year);
	app_changed(s);
	screens_pop(s);
	screens_say(s, _("The card %s is saved."), code);
	return SCREEN_HANDLED;
}

static bool
leave(struct screens *s, void *self)
{
	struct view_of_form *v = self;

	if (!form_dirty(&v->form))
		return true;
	keeper_ask(s, arena_format(&v->arena, _("Card of %s"), v->values.code), ANSWER_LEAVE);
	return false;
}

static int
take_leave(struct screens *s, struct view_of_form *v, int choice)
{
	if (choice == KEEPER_SAVE)
		return save(s, v);
	if (choice == KEEPER_DISCARD) {
		keeper_drop(&v->keeper, &v->form);
		screens_pop(s);
	}
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_form *v = self;

	switch (action) {
	case ACTION_SAVE:
		return save(s, v);
	case ACTION_CHANGED:
		keeper_save(&v->keeper, &v->form);
		return SCREEN_HANDLED;
	case ACTION_CHOSEN: /* Enter in the last field does not save by itself */
		screens_say(s, "%s", _("That was the last field; F2 saves the card."));
		return SCREEN_HANDLED;
	case ANSWER_TAKE:
		take_draft(v);
		return SCREEN_HANDLED;
	case ANSWER_DROP:
		keeper_drop(&v->keeper, &v->form);
		return SCREEN_HANDLED;
	case ANSWER_CONFLICT:
		return take_answer(s, v, event->answer);
	case ANSWER_LEAVE:
		return take_leave(s, v, event->number);
	default:
		return SCREEN_PASS;
	}
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
	const struct view_of_form *v = self;

	(void)right;
	(void)right_size;
	if (v->id)
		snprintf(left, left_size, _("Card of %s: changes"), v->base.code);
	else
		text_copy(left, left_size, _("New indicator"));
}

static void
status(void *self, char *dst, size_t size)
{
	const char *help = form_help(&((struct view_of_form *)self)->form);

	text_copy(dst, size, help[0] ? help : _("Tab goes on, Shift-Tab back, F2 saves."));
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

static const int screen_actions[] = { ACTION_SAVE, 0 };

static const struct screen indicator_form_screen = {
	.name = "indicator_form",
	.title = N_("Card"),
	.size = sizeof(struct view_of_form),
	.actions = screen_actions,
	.start = start,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.leave = leave,
	.keep = keep,
	.release = release,
};

void
indicator_form_open(struct screens *s, const char *code)
{
	screens_push(s, &indicator_form_screen, code);
}
