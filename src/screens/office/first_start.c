/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start: four questions, one screen each; asked again only when none was answered. */
#include "config.h"

#include "screens/frame/screens.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "base/text.h"
#include "exchange/demo.h"
#include "model/database.h"
#include "report/monitoring_report.h"
#include "screens/frame/actions.h"
#include "screens/frame/lookup.h"
#include "screens/office/glyph_test.h"
#include "tui/form.h"
#include "tui/menu.h"
#include "tui/waiting.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum step { STEP_OFFICE, STEP_PLACE, STEP_UNIT, STEP_GLYPHS, STEP_COUNT };

struct place { /* of the form */
	char path[PATH_MAX / 2];
	int demo;
};

struct own { /* of the form */
	char text[128], code[64];
	char name[160];
};

struct first {
	struct app *app;
	enum step step;
	bool made; /* the database, by the second question */
	struct menu_entry kinds[OFFICE_ADVISER];
	struct menu menu;
	struct place place;
	struct form place_form;
	struct own own;
	struct form own_form;
	struct glyph_test glyphs;
};

static const char *const contents[] = { N_("empty: my own data will be imported"),
	N_("demonstration: made-up values to look around"), NULL };

static const struct field place_fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Database file"),
		.offset = offsetof(struct place, path),
		.size = sizeof((struct place *)0)->path,
		.required = true,
		.width = 56,
		.help = N_("The file is made now. Keep it on this computer's own disk.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Content"),
		.offset = offsetof(struct place, demo),
		.width = 56,
		.choices = contents,
		.help = N_("Space or arrows change the answer.") },
};

static const struct field fixed_place_fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Database file"),
		.offset = offsetof(struct place, path),
		.size = sizeof((struct place *)0)->path,
		.fixed = true,
		.width = 56 },
	{ .kind = FIELD_CHOICE,
		.label = N_("Content"),
		.offset = offsetof(struct place, demo),
		.width = 56,
		.choices = contents,
		.help = N_("Space or arrows change the answer.") },
};

/* After going back to it: the answer was carried out. */
static const struct field made_place_fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Database file"),
		.offset = offsetof(struct place, path),
		.size = sizeof((struct place *)0)->path,
		.fixed = true,
		.width = 56 },
	{ .kind = FIELD_NOTE, .label = N_("The database is made and stays where it is.") },
};

/* Asked once, because packages and minutes say it; it may stay empty. */
#define NAME_FIELD                                                                           \
	{                                                                                    \
		.kind = FIELD_TEXT, .label = N_("Name of the office"),                       \
		.offset = offsetof(struct own, name), .size = sizeof((struct own *)0)->name, \
		.width = 50,                                                                 \
		.help = N_("As documents and packages say it; it can be given later in 8 "   \
			   "8.")                                                             \
	}

static const struct field own_fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Unit"),
		.offset = offsetof(struct own, text),
		.size = sizeof((struct own *)0)->text,
		.key_offset = offsetof(struct own, code),
		.key_size = sizeof((struct own *)0)->code,
		.suggest = lookup_suggest_unit,
		.help = N_("Type some letters of the name, or the TERYT code; arrows choose.") },
	NAME_FIELD,
};

static const struct field code_fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("TERYT code"),
		.offset = offsetof(struct own, text),
		.size = sizeof((struct own *)0)->text,
		.width = 12,
		.help = N_("Two, four, six or seven digits.") },
	NAME_FIELD,
};
enum { OWN_FIELDS = sizeof own_fields / sizeof *own_fields };

/* Names can be looked up only when a register is there. */
static void
start_unit(struct first *f)
{
	struct error ignored = { 0 };
	const struct unit_table *units = app_units(f->app, &ignored);

	form_release(&f->own_form);
	if (!f->own.name[0])
		text_copy(f->own.name, sizeof f->own.name, f->app->office.name);
	form_start(&f->own_form, units && units->count ? own_fields : code_fields, OWN_FIELDS,
		&f->own, sizeof f->own, f->app);
	f->step = STEP_UNIT;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct first *f = self;

	(void)argument;
	(void)err;
	f->app = app_of(s);
	for (int i = 0; i < OFFICE_ADVISER; i++)
		f->kinds[i] = (struct menu_entry){ .number = i + 1,
			.text = office_kind_label((enum office_kind)(i + 1)),
			.action = i + 1 };
	menu_start(&f->menu, f->kinds, OFFICE_ADVISER);
	f->menu.columns = 1;
	text_copy(f->place.path, sizeof f->place.path, f->app->path);
	form_start(&f->place_form, f->app->path_given ? fixed_place_fields : place_fields, 2,
		&f->place, sizeof f->place, NULL);
	if (f->app->path_given)
		form_focus(&f->place_form, 1);
	glyph_test_start(&f->glyphs, f->app->settings);
	return 0;
}

/* ---- drawing ---- */

static bool
has_own_unit(const struct first *f)
{
	return f->app->office.kind != OFFICE_UNION && f->app->office.kind != OFFICE_ADVISER;
}

static const char *
question(const struct first *f)
{
	switch (f->step) {
	case STEP_OFFICE:
		return _("What is this office?");
	case STEP_PLACE:
		return _("Where is the database to lie, and what is to be in it?");
	case STEP_UNIT:
		return has_own_unit(f) ? _("Which unit (JST) is yours?")
				       : _("Which unit (JST) do you want to look at first?");
	default:
		return _("Does the screen look right?");
	}
}

static const char *
explanation(const struct first *f)
{
	switch (f->step) {
	case STEP_OFFICE:
		return _("So the program knows with whom to compare you. Change it later in 8 8.");
	case STEP_PLACE:
		return _("Everything is in one file; whoever opens it works on the same data.");
	case STEP_UNIT:
		return f->app->units_loaded && f->app->units.count
			       ? _("Type a few letters of the name, as: nowy t; it can also be "
				   "left empty.")
			       : _("No register yet: type the TERYT code, or leave it empty and "
				   "choose later.");
	default:
		return _("Choose the frame that is closed and has Łódź spelled properly in it.");
	}
}

static void
draw(void *self, struct canvas *c)
{
	struct first *f = self;
	struct canvas body = canvas_part(c, 6, 4, c->rows - 9, c->columns - 8);
	bool there = f->app->db && !f->made; /* the database: nobody is asked where */

	canvas_printf(c, 1, 2, -1, ROLE_HINT, _("First start, question %d of %d"),
		f->step + 1 - (there && f->step > STEP_PLACE), STEP_COUNT - there);
	canvas_text(c, 3, 2, -1, ROLE_TITLE, question(f));
	canvas_text(c, 4, 2, -1, ROLE_TEXT, explanation(f));
	switch (f->step) {
	case STEP_OFFICE:
		menu_draw(&f->menu, &body);
		break;
	case STEP_PLACE:
		form_draw(&f->place_form, &body);
		break;
	case STEP_UNIT:
		form_draw(&f->own_form, &body);
		break;
	default:
		glyph_test_draw(&f->glyphs, &body);
	}
}

static void
status(void *self, char *dst, size_t size)
{
	struct first *f = self;

	switch (f->step) {
	case STEP_OFFICE:
		text_copy(dst, size,
			f->app->db ? _("Type the digit. F10 leaves the questions for later.")
				   : _("Type the digit. F10 ends without making anything."));
		break;
	case STEP_PLACE:
	case STEP_UNIT:
		text_copy(dst, size, _("F2 goes on, Esc one question back, F10 ends."));
		break;
	default:
		text_copy(dst, size,
			_("Type the digit of the right frame. Esc goes one question back."));
	}
}

/* ---- answers ---- */

/* A database whose filling failed or was stopped would greet the next person half empty. */
static void
remove_unfinished(struct app *app)
{
	char journal[PATH_MAX + 16];

	app_leave(app);
	snprintf(journal, sizeof journal, "%s-journal", app->path);
	unlink(app->path);
	unlink(journal);
}

static int
fill(struct screens *s, struct first *f, struct error *err)
{
	struct app *app = f->app;
	struct waiting waiting;
	int result;

	if (app_may_be_another(app, f->place.demo ? PURPOSE_DEMO : PURPOSE_WORK, err))
		return -1;
	waiting_start(&waiting, s, _("Filling the new database"));
	db_set_progress(app->db, &waiting.progress);
	result = demo_fill(
		app->db, f->place.demo, monitoring_report_approve_own, &waiting.progress, err);
	db_set_progress(app->db, NULL);
	return result;
}

/* Makes the database at the place answered and fills it; one that is there is opened. */
static int
make_database(struct screens *s, struct first *f, struct error *err)
{
	struct app *app = f->app;
	bool moved = strcmp(f->place.path, app->path) != 0, fresh;

	text_copy(app->path, sizeof app->path, f->place.path);
	fresh = access(app->path, F_OK) != 0;
	if (paths_make_parents(app->path, err) ||
		app_open(app, fresh ? DB_CREATE : DB_EXISTING, err))
		return -1;
	if (fresh && fill(s, f, err)) {
		remove_unfinished(app);
		return -1;
	}
	if (moved && settings_set(app->settings, SETTING_DATABASE_FILE, app->path, err))
		return -1;
	return office_load(app->db, &app->office, err);
}

static int
place_answered(struct screens *s, struct first *f)
{
	enum office_kind kind = f->app->office.kind;
	struct error err = { 0 };

	if (f->made) {
		start_unit(f);
		return SCREEN_HANDLED;
	}
	if (form_check(&f->place_form, &err)) {
		form_error(&f->place_form, &err);
		return SCREEN_HANDLED;
	}
	if (make_database(s, f, &err)) {
		app_error(s, _("The database was not made"), &err);
		app_leave(f->app);
		return SCREEN_HANDLED;
	}
	f->app->office.kind = kind;
	f->made = true;
	form_release(&f->place_form);
	form_start(&f->place_form, made_place_fields, 2, &f->place, sizeof f->place, NULL);
	start_unit(f);
	return SCREEN_HANDLED;
}

/* The code of the unit that was typed or chosen, in *unit when the register knows it. */
static int
find_own(struct first *f, const struct unit **unit, struct unit_code *code, struct error *err)
{
	const struct unit_table *units = app_units(f->app, err);
	const char *typed = f->own.code[0] ? f->own.code : f->own.text;
	struct error unspoken = { 0 };

	if (!units)
		return -1;
	*unit = unit_by_code(units, typed);
	if (*unit) {
		text_copy(code->key, sizeof code->key, (*unit)->code);
		return office_check_own(
			f->app->office.kind, (*unit)->level, (*unit)->label, err);
	}
	if (units->count)
		return error_field(err, ERROR_INPUT, 1,
			_("%s is no unit of the register; choose one with the arrows."), typed);
	if (unit_code_parse(typed, strlen(typed), code, &unspoken) == 0)
		return office_check_own(f->app->office.kind, code->level, typed, err);
	return error_field(err, ERROR_INPUT, 1,
		_("“%s” is no TERYT code. A gmina has 7 digits, as 0201011, a powiat 4, "
		  "a voivodeship 2."),
		typed);
}

static int
unit_answered(struct screens *s, struct first *f)
{
	const struct unit *unit = NULL;
	struct unit_code code = { .key = "" };
	struct error err = { 0 };

	if (f->own.text[0] && find_own(f, &unit, &code, &err)) {
		err.field = 1;
		form_error(&f->own_form, &err);
		return SCREEN_HANDLED;
	}
	text_copy(f->app->office.name, sizeof f->app->office.name, f->own.name);
	f->app->office.own_unit[0] = '\0';
	if (has_own_unit(f))
		text_copy(f->app->office.own_unit, sizeof f->app->office.own_unit, code.key);
	else if (unit && app_choose_unit(f->app, unit, &err))
		app_error(s, _("First start"), &err);
	f->step = STEP_GLYPHS;
	return SCREEN_HANDLED;
}

static int
glyphs_answered(struct screens *s, struct first *f)
{
	struct database_state state;
	struct error err = { 0 };

	if (settings_set(f->app->settings, SETTING_GLYPHS, glyph_test_answer(&f->glyphs), &err) ||
		office_save(f->app->db, &f->app->office, &err)) {
		app_error(s, _("First start"), &err);
		return SCREEN_HANDLED;
	}
	app_restyle(s);
	screens_pop(s);
	app_changed(s);
	/* Figures may have come with the first questions. */
	screens_say(s, "%s",
		database_state_load(f->app->db, &state, &err) == 0 && state.last_year
			? _("Ready. Begin with 5 1 (ranking), 3 (surveys) or 8 1 (more files).")
			: _("Ready. Begin with 8 1 (importing files), 5 1 (ranking) or 3 "
			    "(surveys)."));
	return SCREEN_HANDLED;
}

static int
back(struct screens *s, struct first *f, bool end)
{
	struct error ignored = { 0 };

	if ((f->step == STEP_OFFICE && !f->app->db) || (f->step != STEP_OFFICE && end)) {
		screens_quit(s);
	} else if (f->step == STEP_OFFICE) {
		/* What was answered and not saved is no answer. */
		office_load(f->app->db, &f->app->office, &ignored);
		screens_pop(s);
	} else if (f->step == STEP_UNIT && !f->made)
		f->step = STEP_OFFICE; /* there was a database before: nobody was asked where */
	else
		f->step--;
	return SCREEN_HANDLED;
}

static int
key_in_menu(struct first *f, const struct event *event)
{
	if (menu_event(&f->menu, event) != WIDGET_CHOSEN)
		return SCREEN_PASS;
	f->app->office.kind = (enum office_kind)menu_chosen(&f->menu)->action;
	if (f->app->db && !f->made)
		start_unit(f);
	else
		f->step = STEP_PLACE;
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct first *f = self;

	if (f->step == STEP_GLYPHS && event && event->type == EVENT_KEY &&
		glyph_test_key(&f->glyphs, event))
		return glyph_test_answered(&f->glyphs) ? glyphs_answered(s, f) : SCREEN_HANDLED;
	if (action == ACTION_BACK)
		return back(s, f,
			event && event->type == EVENT_KEY && key_function(event->key) == 10);
	if (f->step == STEP_OFFICE && event && event->type == EVENT_KEY)
		return key_in_menu(f, event);
	if (action != ACTION_SAVE && action != ACTION_CHOSEN)
		return SCREEN_PASS;
	/* A database is made by F2 alone: one Enter too many on the question before is common. */
	if (f->step == STEP_PLACE && action == ACTION_CHOSEN)
		return SCREEN_HANDLED;
	return f->step == STEP_PLACE  ? place_answered(s, f)
	       : f->step == STEP_UNIT ? unit_answered(s, f)
				      : SCREEN_PASS;
}

static struct focus
focus(void *self)
{
	struct first *f = self;

	if (f->step == STEP_PLACE)
		return (struct focus){ &form_widget, &f->place_form };
	if (f->step == STEP_UNIT)
		return (struct focus){ &form_widget, &f->own_form };
	return (struct focus){ NULL, NULL };
}

static void
release(void *self)
{
	struct first *f = self;

	form_release(&f->place_form);
	form_release(&f->own_form);
}

static const int ids[] = { ACTION_SAVE, ACTION_BACK, 0 };

const struct screen first_start_screen = {
	.name = "first_start",
	.title = N_("First start"),
	.size = sizeof(struct first),
	.actions = ids,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
