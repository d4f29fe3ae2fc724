/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all screens share: settings, database, person, office, the unit in view. */
#ifndef SCREENS_APP_H
#define SCREENS_APP_H

#include "base/settings.h"
#include "model/indicators/group.h"
#include "model/office.h"
#include "model/units/unit.h"
#include "tui/screen.h"

#include <limits.h>

struct app {
	struct settings *settings;
	struct screens_program
		program; /* its switches (function bar, letters) follow the settings */
	struct screens *screens;
	struct db *db;       /* NULL only until the first start has made one */
	char path[PATH_MAX]; /* of the database */
	bool path_given;     /* by --database: not asked for */
	bool shared;         /* account of several persons: files only from its folders */
	int waited;          /* seconds already spent waiting for the database */
	char login[64];
	bool as; /* the login is that of --as, not the account's */
	struct person person;
	struct office office;
	char own_label[128];              /* of the office's own unit; "" = none or not known yet */
	char chosen_unit[UNIT_CODE_SIZE]; /* code of the unit in view; "" = none */
	char chosen_label[128];
	int64_t chosen_group;    /* comparison group of this person, 0 = none */
	char last_indicator[40]; /* code of the indicator looked at last */
	int last_year;           /* 0 = the newest */
	int64_t weighted_wave;   /* whose results this person wants weighted; 0 = none */
	struct { /* how diagnoses are asked until the program ends; peers "" = not yet */
		char peers[128], tree[33];
		int method, years;
	} diagnosis;
	int64_t last_strategy;   /* whose parts were looked at last; 0 = not known yet */
	struct unit_table units; /* through app_units() only */
	bool units_loaded;
	int stamp_imports, stamp_units; /* database_state when Home looked last */
	char stamp_at[24];
	bool made_up;    /* the database holds made-up values: said in line 1 */
	bool remembered; /* last_indicator, last_year are to be kept at leaving */
};

struct app *app_of(struct screens *s); /* screens_app() with its type */

/* Opens app->path (mode as db_open), enters the person, loads office and choices. */
int app_open(struct app *app, enum db_mode mode, struct error *err);
int app_close(struct app *app, struct error *err); /* choices kept, the daily copy made */
void app_leave(struct app *app);                   /* closes at once: restoring, hang-up */

/* 0 when --as was not given, the account is shared, or the data are no work data; else -1. */
int app_may_be_another(const struct app *app, enum office_purpose purpose, struct error *err);

/* The unit table, loaded at first use and again after app_units_changed(). NULL and *err. */
const struct unit_table *app_units(struct app *app, struct error *err);
/* After every write: every screen loads again. */
void app_changed(struct screens *s);
/* After a write that can touch the register: so do the units, and none that was held is left. */
void app_units_changed(struct screens *s);
/* Compares with what was seen before: after a colleague's import the units load again. */
void app_seen(struct app *app, const struct database_state *state);

/* The unit in view (the chosen one, else the office's own). NULL with *err clear when none is
 * chosen yet, NULL with *err set on failure. */
const struct unit *app_unit(struct app *app, struct error *err);
/* The unit that lists mark: the office's own, or for a union or adviser the one in view.
 * NO_SLOT when there is none or it is not known. Needs app_units(). */
int app_marked(const struct app *app);
int app_choose_unit(struct app *app, const struct unit *unit,
	struct error *err);          /* NULL = back to the own one */
void app_own_label(struct app *app); /* fills own_label when it is not known yet */
int app_choose_group(struct app *app, int64_t group, struct error *err);
/* What was looked at last, so that ranking, table, profile and chart open on it. */
void app_remember(struct app *app, const char *indicator, int year);

/* 0 when the person may change data, else -1 with a sentence. */
int app_may_write(struct app *app, struct error *err);

/* An error whole: on the message line when it fits there, else in a box under the title. */
void app_error(struct screens *s, const char *title, const struct error *err);

/* After a change: what the screen says of it (NULL: nothing), or why there was none. Returns
 * failed. */
int app_done(struct screens *s, int failed, const struct error *err, const char *said);

/* Folder for files in (SETTING_FOLDER_IN) and out, made when missing; dst of PATH_MAX. */
char *app_folder_in(const struct app *app, char *dst, size_t size);
char *app_folder_out(const struct app *app, char *dst, size_t size);
/* What was chosen for SETTING_FOLDER_IN or _OUT is what the next file begins with. */
void app_folder_remember(struct app *app, enum setting_id id, const char *chosen);
/* Whether there is what was typed into a dialog_path; if not, the box comes back with it. */
bool app_path_there(struct screens *s, const char *title, const char *label, const char *typed,
	int action);
/* Where a file lies, in words a clerk can follow: on this computer, or over PuTTY and WinSCP. */
char *app_where(const struct app *app, const char *path, char *dst, size_t size);

/* "GUS, BDL · 22.11.2026" for the right end of line 1, with the mark of made-up values. */
char *app_source_text(const char *source, const char *date, bool made_up, char *dst, size_t size);

/* The one program: action table, global actions, F9 menus, line 1. */
void app_program(struct app *app);
/* What the settings say about colours, signs and the wait after Esc. */
struct term_options app_style(const struct app *app);
void app_restyle(struct screens *s); /* after they changed */

#endif
