/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings screen: one form; F2 saves, drafts survive a lost line. */
#include "config.h"

#include "screens/office/settings_form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/keeper.h"
#include "screens/frame/screens.h"

struct settings_self {
	struct app *app;
	struct settings_values values, before;
	struct form form;
	struct keeper keeper;
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct settings_self *t = self;

	(void)argument;
	t->app = app_of(s);
	if (settings_form_load(t->app, &t->values, err))
		return -1;
	t->before = t->values;
	form_start(&t->form, settings_fields, settings_field_count, &t->values, sizeof t->values,
		t->app);
	keeper_start(&t->keeper, s, "settings", "", 0, settings_field_names, &t->form,
		ACTION_ANSWER_1, ACTION_ANSWER_2);
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	struct canvas part = canvas_part(c, 1, 2, c->rows - 2, c->columns - 4);

	form_draw(&((struct settings_self *)self)->form, &part);
}

static bool
save(struct screens *s, struct settings_self *t)
{
	struct error err = { 0 };

	if (form_check(&t->form, &err)) {
		if (t->values.unit[0] && !t->values.unit_code[0] && t->app->units.count == 0)
			text_copy(err.text, sizeof err.text,
				_("There is no register of units yet: import it first (8 1)."));
		form_error(&t->form, &err);
		return false;
	}
	if (settings_form_save(t->app, &t->values, &t->before, &err)) {
		app_error(s, _("The settings were not saved"), &err);
		return false;
	}
	t->before = t->values;
	form_clean(&t->form);
	keeper_drop(&t->keeper, &t->form);
	app_restyle(s);
	screens_stale(s);
	screens_say(s, "%s", _("Saved."));
	return true;
}

/* What was answered to "not saved yet". */
static int
leave_answered(struct screens *s, struct settings_self *t, int answer)
{
	if (answer == KEEPER_STAY || (answer == KEEPER_SAVE && !save(s, t)))
		return SCREEN_HANDLED;
	keeper_drop(&t->keeper, &t->form);
	screens_pop(s);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct settings_self *t = self;

	switch (action) {
	case ACTION_SAVE:
	case ACTION_CHOSEN:
		save(s, t);
		return SCREEN_HANDLED;
	case ACTION_ANSWER_3:
		return leave_answered(s, t, event->number);
	default:
		return keeper_act(&t->keeper, &t->form, action) ? SCREEN_HANDLED : SCREEN_PASS;
	}
}

static bool
leave(struct screens *s, void *self)
{
	struct settings_self *t = self;

	if (!form_dirty(&t->form))
		return true;
	keeper_ask(s, _("Settings"), ACTION_ANSWER_3);
	return false;
}

static void
keep(struct screens *s, void *self)
{
	struct settings_self *t = self;

	(void)s;
	keeper_save(&t->keeper, &t->form);
}

static void
status(void *self, char *dst, size_t size)
{
	text_copy(dst, size, form_help(&((struct settings_self *)self)->form));
}

static struct focus
focus(void *self)
{
	return (struct focus){ &form_widget, &((struct settings_self *)self)->form };
}

static void
release(void *self)
{
	struct settings_self *t = self;

	form_release(&t->form);
	keeper_release(&t->keeper);
}

static const int ids[] = { ACTION_SAVE, 0 };

const struct screen settings_screen = {
	.name = "settings",
	.title = N_("Settings"),
	.size = sizeof(struct settings_self),
	.actions = ids,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.leave = leave,
	.keep = keep,
	.release = release,
};
