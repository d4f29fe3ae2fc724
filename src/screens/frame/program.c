/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What works on every screen: F1, F9, the palette, the unit in view, line 1. */
#include "config.h"

#include "screens/frame/actions.h"
#include "screens/frame/help.h"
#include "screens/frame/lookup.h"
#include "screens/frame/menu_tree.h"
#include "screens/frame/palette.h"

#include "base/i18n.h"
#include "base/text.h"

#include <assert.h>
#include <stdio.h>

static void
place(void *context, char *dst, size_t size)
{
	const struct app *app = context;

	text_copy(dst, size, app->chosen_label[0] ? app->chosen_label : app->own_label);
}

static void
before_wait(void *context)
{
	const struct app *app = context;

	assert(!app->db || db_idle(app->db));
	(void)app;
}

static int
take_unit(struct screens *s, const struct event *event)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	const struct unit_table *units = app_units(app, &err);
	const struct unit *unit = units ? unit_by_slot(units, event->number) : NULL;

	if (!units || !unit || app_choose_unit(app, unit, &err))
		screens_error(s, &err);
	else
		screens_stale(s);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, int action, const struct event *event)
{
	struct app *app = app_of(s);

	if (!app->db && action != ACTION_HELP) /* the first start has its own questions only */
		return action == ACTION_BACK || action == ACTION_REDRAW ? SCREEN_PASS
									: SCREEN_HANDLED;
	if (screens_top(s)->overlay &&
		(action == ACTION_MENU || action == ACTION_PALETTE || action == ACTION_UNIT_CHOOSE))
		return SCREEN_HANDLED; /* one question at a time */
	if (action >= ACTION_MENU_FIRST && action <= ACTION_MENU_LAST) {
		const struct menu_item *item = menu_item_of(action);

		if (item)
			menu_item_open(s, item);
		return SCREEN_HANDLED;
	}
	switch (action) {
	case ACTION_HELP:
		help_open(s);
		return SCREEN_HANDLED;
	case ACTION_PALETTE:
		palette_open(s);
		return SCREEN_HANDLED;
	case ACTION_UNIT_CHOOSE:
		lookup_unit(s, _("Unit in view"), NULL, ACTION_ANSWER_UNIT);
		return SCREEN_HANDLED;
	case ACTION_ANSWER_MENU:
		screens_act(s, event->number, NULL);
		return SCREEN_HANDLED;
	case ACTION_ANSWER_UNIT:
		return take_unit(s, event);
	default:
		return SCREEN_PASS;
	}
}

struct term_options
app_style(const struct app *app)
{
	return (struct term_options){
		.colours = settings_text(app->settings, SETTING_COLOURS),
		.glyphs = settings_text(app->settings, SETTING_GLYPHS),
		.escape_delay = settings_given(app->settings, SETTING_ESCAPE_DELAY)
					? (int)settings_number(app->settings, SETTING_ESCAPE_DELAY)
					: 0,
	};
}

void
app_restyle(struct screens *s)
{
	const struct term_options style = app_style(app_of(s));

	if (screens_term(s))
		term_style(screens_term(s), &style);
}

void
app_program(struct app *app)
{
	app->program = (struct screens_program){
		.actions = { .rows = actions,
			.count = action_count,
			.letters_off = !settings_yes(app->settings, SETTING_LETTERS) },
		.global = actions_global,
		.act = act,
		.place = place,
		.before_wait = before_wait,
		.bar_off = !settings_yes(app->settings, SETTING_FUNCTION_BAR),
	};
	app->program.menus = menu_pulldowns(&app->program.menu_count);
}
