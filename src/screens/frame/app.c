/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all screens share: opening and closing, the unit in view, what was looked at last. */
#include "config.h"

#include "screens/frame/app.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/database.h"
#include "model/units/unit_told.h"
#include "screens/frame/actions.h"
#include "screens/frame/wait.h"
#include "store/audit.h"
#include "store/backup.h"
#include "tui/dialog.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct app *
app_of(struct screens *s)
{
	return screens_app(s);
}

/* A missing or unreadable choice is no reason to refuse work. */
static void
choice(struct app *app, const char *key, char *dst, size_t size)
{
	struct error ignored = { 0 };

	dst[0] = '\0';
	if (preference_load(app->db, app->person.id, key, dst, size, &ignored))
		dst[0] = '\0';
}

static void
load_choices(struct app *app)
{
	char number[24];

	choice(app, "own_label", app->own_label, sizeof app->own_label);
	choice(app, "chosen_unit", app->chosen_unit, sizeof app->chosen_unit);
	choice(app, "chosen_label", app->chosen_label, sizeof app->chosen_label);
	choice(app, "last_indicator", app->last_indicator, sizeof app->last_indicator);
	choice(app, "last_year", number, sizeof number);
	app->last_year = atoi(number);
	choice(app, "chosen_group", number, sizeof number);
	app->chosen_group = atoll(number);
	app->remembered = false;
}

int
app_may_be_another(const struct app *app, enum office_purpose purpose, struct error *err)
{
	size_t length = strlen(app->login);

	if (!app->as)
		return 0;
	for (size_t i = 0; i < length; i++)
		if (!isalnum((unsigned char)app->login[i]) && !(i && strchr("._-@", app->login[i])))
			length = 0;
	if (!length)
		return error_set(
			err, ERROR_INPUT, _("\"%s\" cannot be the login of a person."), app->login);
	if (!app->shared && purpose == PURPOSE_WORK)
		return error_set(err, ERROR_DENIED, "%s",
			_("--as is for shared accounts named in the system's settings, and for "
			  "demonstration databases."));
	return 0;
}

int
app_open(struct app *app, enum db_mode mode, struct error *err)
{
	const struct db_wait wait = { .waiting = wait_for_database, .context = app };

	if (database_open(&app->db, app->path, mode, &wait, err))
		return -1;
	if (office_load(app->db, &app->office, err) ||
		(mode == DB_EXISTING && app_may_be_another(app, app->office.purpose, err)) ||
		person_enter(app->db, app->login, &app->person, err)) {
		db_close(app->db);
		app->db = NULL;
		return -1;
	}
	load_choices(app);
	return 0;
}

static void
save_choices(struct app *app)
{
	char number[24];
	struct error ignored = { 0 };

	if (!app->remembered || db_read_only(app->db))
		return;
	snprintf(number, sizeof number, "%d", app->last_year);
	(void)(preference_save(
		       app->db, app->person.id, "last_indicator", app->last_indicator, &ignored) ||
		preference_save(app->db, app->person.id, "last_year", number, &ignored));
	app->remembered = false;
}

static void
drop_units(struct app *app)
{
	if (app->units_loaded)
		unit_table_release(&app->units);
	app->units_loaded = false;
}

int
app_close(struct app *app, struct error *err)
{
	int64_t pruned;
	int result = 0;

	drop_units(app);
	if (app->db) {
		save_choices(app);
		result = backup_daily(app->db, err);
		if (result == 0 && !db_read_only(app->db)) /* the copy keeps the old lines */
			result = audit_prune(app->db, &pruned, err);
		db_close(app->db);
		app->db = NULL;
	}
	return result;
}

void
app_leave(struct app *app)
{
	drop_units(app);
	db_close(app->db);
	app->db = NULL;
}

const struct unit_table *
app_units(struct app *app, struct error *err)
{
	if (!app->units_loaded) {
		if (unit_table_load(app->db, &app->units, err))
			return NULL;
		app->units_loaded = true;
	} else if (unit_table_tell(app->db, &app->units, err))
		return NULL;
	return &app->units;
}

void
app_seen(struct app *app, const struct database_state *state)
{
	if (app->stamp_imports != state->imports || app->stamp_units != state->units ||
		strcmp(app->stamp_at, state->last_import_at) != 0)
		drop_units(app); /* a colleague was here */
	app->stamp_imports = state->imports;
	app->stamp_units = state->units;
	text_copy(app->stamp_at, sizeof app->stamp_at, state->last_import_at);
	app->made_up = state->made_up;
}

const struct unit *
app_unit(struct app *app, struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	const struct unit *unit = NULL;

	if (!units)
		return NULL;
	if (app->chosen_unit[0])
		unit = unit_by_code(units, app->chosen_unit);
	if (!unit && app->office.own_unit[0])
		unit = unit_by_code(units, app->office.own_unit);
	return unit;
}

int
app_marked(const struct app *app)
{
	const char *code = app->office.own_unit[0] ? app->office.own_unit : app->chosen_unit;
	const struct unit *unit =
		app->units_loaded && code[0] ? unit_by_code(&app->units, code) : NULL;

	return unit ? unit->slot : NO_SLOT;
}

void
app_own_label(struct app *app)
{
	struct error ignored = { 0 };
	const struct unit_table *units;
	const struct unit *unit;

	/* a namesake may have become a member since: it costs nothing where units are loaded */
	if ((app->own_label[0] && !app->units_loaded) || !app->office.own_unit[0] ||
		!(units = app_units(app, &ignored)))
		return;
	unit = unit_by_code(units, app->office.own_unit);
	if (!unit /* its code was typed before the register was there */
		|| !strcmp(app->own_label, unit->told))
		return;
	text_copy(app->own_label, sizeof app->own_label, unit->told);
	if (!db_read_only(app->db))
		(void)preference_save(
			app->db, app->person.id, "own_label", app->own_label, &ignored);
}

void
app_changed(struct screens *s)
{
	app_own_label(app_of(s));
	screens_stale(s);
}

void
app_units_changed(struct screens *s)
{
	struct app *app = app_of(s);

	drop_units(app);
	app->own_label[0] = '\0'; /* a newer register may have renamed it */
	app_changed(s);
}

int
app_choose_unit(struct app *app, const struct unit *unit, struct error *err)
{
	bool own = unit && strcmp(unit->code, app->office.own_unit) == 0;
	const char *code = unit && !own ? unit->code : "";
	const char *label = unit && !own ? unit->label : "";

	if (preference_save(app->db, app->person.id, "chosen_unit", code, err) ||
		preference_save(app->db, app->person.id, "chosen_label", label, err))
		return -1;
	text_copy(app->chosen_unit, sizeof app->chosen_unit, code);
	text_copy(app->chosen_label, sizeof app->chosen_label, label);
	return 0;
}

int
app_choose_group(struct app *app, int64_t group, struct error *err)
{
	char number[24];

	snprintf(number, sizeof number, "%lld", (long long)group);
	if (preference_save(app->db, app->person.id, "chosen_group", number, err))
		return -1;
	app->chosen_group = group;
	return 0;
}

void
app_remember(struct app *app, const char *indicator, int year)
{
	if (strcmp(app->last_indicator, indicator) != 0 || app->last_year != year)
		app->remembered = true;
	text_copy(app->last_indicator, sizeof app->last_indicator, indicator);
	app->last_year = year;
}

int
app_may_write(struct app *app, struct error *err)
{
	if (db_read_only(app->db))
		return error_set(err, ERROR_DENIED,
			_("You have no right to write to the database file %s; ask the "
			  "administrator of this computer."),
			app->path);
	return person_may(&app->person, PERSON_CLERK, err);
}

void
app_error(struct screens *s, const char *title, const struct error *err)
{
	if (screens_answering(s) || text_width(err->text) < SCREEN_COLUMNS)
		screens_error(s, err);
	else
		dialog_message(s, title, err->text);
}

int
app_done(struct screens *s, int failed, const struct error *err, const char *said)
{
	if (failed) {
		screens_stale(s); /* a colleague may have been faster */
		app_error(s, _("Nothing was changed"), err);
		return failed;
	}
	app_changed(s);
	if (said)
		screens_say(s, "%s", said);
	return 0;
}

bool
app_path_there(struct screens *s, const char *title, const char *label, const char *typed,
	int action)
{
	struct stat st;

	if (stat(typed, &st) == 0)
		return true;
	dialog_path_again(s, title, label, typed, action);
	screens_say(s, _("There is no file or folder “%s”. Check the name."), typed);
	return false;
}
