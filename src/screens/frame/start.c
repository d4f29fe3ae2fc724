/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and leaving the full-screen program. */
#include "config.h"

#include "screens/frame/start.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/paths.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/menu_tree.h"
#include "screens/frame/screens.h"

#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <unistd.h>

static struct app *
prepare(const struct start *start)
{
	struct app *app = memory_new(sizeof *app);

	app->settings = start->settings;
	app->path_given = start->database_given;
	app->shared = settings_account_shared(start->settings, paths_login());
	text_copy(app->path, sizeof app->path, start->database);
	app->as = start->as != NULL;
	text_copy(app->login, sizeof app->login, start->as ? start->as : paths_login());
	app_program(app);
	return app;
}

static struct term *
open_terminal(const struct app *app, struct error *err)
{
	const struct term_options options = app_style(app);
	struct term *term = term_start(&options, err);

	if (term)
		memory_set_last_words(term_emergency);
	return term;
}

/* Home, above it the first questions or the entry that the setting names. */
static void
open_first(struct app *app)
{
	int action = menu_action_of(settings_text(app->settings, SETTING_START));

	screens_push(app->screens, &home_screen, NULL);
	if (!app->db || app->office.kind == OFFICE_UNKNOWN)
		screens_push(app->screens, &first_start_screen, NULL);
	else if (action)
		screens_act(app->screens, action, NULL);
}

/* After the last screen: the daily copy, and one line on the normal terminal. */
static int
leave(struct app *app, struct term *term, int code, struct error *err)
{
	char last[PATH_MAX + 128];
	int result = 0;

	snprintf(last, sizeof last, _("gromada has ended. Database: %s"), app->path);
	if (!app->db)
		last[0] = '\0';
	term_end(term, code == 0 && last[0] ? last : NULL);
	if (code == 0)
		result = app_close(app, err);
	else
		app_leave(app);
	if (code > 128) { /* the line is gone: what waits for it must not count as a failure */
		__fpurge(stdout);
		clearerr(stdout);
	}
	return result ? -1 : code;
}

int
screens_main(const struct start *start, struct error *err)
{
	struct app *app = prepare(start);
	struct term *term = NULL;
	int code = -1;

	if ((access(app->path, F_OK) != 0 || app_open(app, DB_EXISTING, err) == 0) &&
		(term = open_terminal(app, err))) {
		app->screens = screens_new(&app->program, app);
		open_first(app);
		code = screens_run(app->screens, term);
		screens_free(app->screens);
		app->screens = NULL;
		code = leave(app, term, code, err);
	}
	memory_set_last_words(NULL);
	app_leave(app);
	free(app);
	return code < 0 ? 1 : code;
}
