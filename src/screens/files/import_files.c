/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file chooser of the import: opens in the folder for files in, which is where a file was last
 * taken from. */
#include "config.h"

#include "screens/frame/screens.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "base/text.h"
#include "screens/files/files.h"
#include "screens/files/import_preview.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/surveys/answers_import.h"
#include "tui/dialog.h"
#include "tui/list.h"

#include <string.h>
#include <sys/stat.h>

struct chooser {
	struct app *app;
	char folder[PATH_MAX];
	char wave[33];            /* answers of this wave are looked for; "" = any other file */
	struct sheet_in_of sheet; /* a data sheet is looked for; year 0 = any other file */
	bool package;             /* of another office */
	struct arena arena;
	struct file_entry *files;
	int count;
	struct list list;
};

static int
count(const void *data)
{
	return ((const struct chooser *)data)->count;
}

static void
cell(const void *data, int row, int column, struct list_cell *cell)
{
	const struct file_entry *file = &((const struct chooser *)data)->files[row];

	if (column == 0)
		text_copy(cell->text, sizeof cell->text, file->name);
	else if (column == 1 && file->folder)
		text_copy(cell->text, sizeof cell->text,
			strcmp(file->name, "..") == 0 ? _("up") : _("folder"));
	else if (column == 1)
		format_size(cell->text, sizeof cell->text, file->size);
	else if (strcmp(file->name, "..") != 0)
		format_instant(cell->text, sizeof cell->text, file->changed);
}

static const struct list_source source = { .count = count, .cell = cell };

static const struct list_column columns[] = {
	{ N_("Name"), 0, false },
	{ N_("Size"), 12, true },
	{ N_("Date"), 18, true },
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct chooser *c = self;

	c->app = app_of(s);
	if (argument)
		text_copy(c->wave, sizeof c->wave, argument);
	if (app_may_write(c->app, err))
		return -1;
	app_folder_in(c->app, c->folder, sizeof c->folder);
	list_start(&c->list, &source, c, columns, 3);
	c->list.names = true;
	c->list.empty =
		N_("No file here can be imported. Put it into this folder (with WinSCP from "
		   "your computer), then press Ctrl-R; or F10 and set another folder in 8 8.");
	return 0;
}

static int
start_sheet(struct screens *s, void *self, const void *argument, struct error *err)
{
	((struct chooser *)self)->sheet = *(const struct sheet_in_of *)argument;
	return start(s, self, NULL, err);
}

static int
start_package(struct screens *s, void *self, const void *argument, struct error *err)
{
	((struct chooser *)self)->package = true;
	return start(s, self, argument, err);
}

/* A shared account does not look around in the computer. */
static bool
kept_in(const struct chooser *c)
{
	return c->app->shared;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct chooser *c = self;
	int result;

	(void)s;
	arena_release(&c->arena);
	result = files_load(c->folder,
		c->package      ? "zip"
		: c->sheet.year ? "xlsx csv"
		: c->wave[0]    ? "csv txt zip xlsx"
				: "csv txt zip xml xlsx",
		!kept_in(c), FILES_BY_NAME, &c->arena, &c->files, &c->count, err);
	list_refresh(&c->list, -1);
	return result;
}

static void
draw(void *self, struct canvas *c)
{
	struct chooser *chooser = self;
	struct canvas rows = canvas_part(c, 2, 0, c->rows - 2, c->columns);

	canvas_text(c, 0, 0, 8, ROLE_LABEL, _("Folder:"));
	canvas_text(c, 0, 9, c->columns - 9, ROLE_TEXT, chooser->folder);
	if (chooser->package)
		canvas_text(c, 1, 0, -1, ROLE_HINT, _("The file that another office sent (.zip)."));
	else if (chooser->sheet.year)
		canvas_printf(c, 1, 0, -1, ROLE_HINT,
			_("Data sheet %s, %d, that unit %s sends back."), chooser->sheet.group,
			chooser->sheet.year, chooser->sheet.unit);
	else if (chooser->wave[0])
		canvas_printf(c, 1, 0, -1, ROLE_HINT,
			_("Answers from an online form go into wave %s."), chooser->wave);
	else
		canvas_text(c, 1, 0, -1, ROLE_HINT,
			_("Answers of a survey are imported from the card of its wave: menu 3 6."));
	list_draw(&chooser->list, &rows);
}

static int
go_up(struct screens *s, struct chooser *c)
{
	files_join(c->folder, sizeof c->folder, c->folder, "..");
	list_select(&c->list, 0);
	screens_stale(s);
	return SCREEN_HANDLED;
}

static void
open_file(struct screens *s, const struct chooser *c, const char *path)
{
	char folder[PATH_MAX];

	text_copy(folder, sizeof folder, path);
	if (strrchr(folder, '/') > folder && !kept_in(c)) {
		*strrchr(folder, '/') = '\0';
		app_folder_remember(c->app, SETTING_FOLDER_IN, folder);
	}
	if (c->sheet.year)
		import_preview_sheet(s, path, c->sheet.group, c->sheet.unit, c->sheet.year);
	else if (c->wave[0])
		answers_import_open(s, c->wave, path);
	else
		import_preview_open(s, path);
}

static int
open_selected(struct screens *s, struct chooser *c)
{
	int row = list_selected(&c->list);
	char path[PATH_MAX];

	if (row < 0)
		return SCREEN_HANDLED;
	files_join(path, sizeof path, c->folder, c->files[row].name);
	if (!c->files[row].folder) {
		open_file(s, c, path);
		return SCREEN_HANDLED;
	}
	text_copy(c->folder, sizeof c->folder, path);
	list_select(&c->list, 0);
	screens_stale(s);
	return SCREEN_HANDLED;
}

/* A path that was typed: a folder is shown, a file is read. */
static int
open_path(struct screens *s, struct chooser *c, const char *typed)
{
	char path[PATH_MAX];
	struct stat st;

	if (typed[0] == '/')
		text_copy(path, sizeof path, typed);
	else if (typed[0] == '~' && (typed[1] == '/' || !typed[1]))
		files_join(path, sizeof path, paths_home(), typed[1] ? typed + 2 : ".");
	else
		files_join(path, sizeof path, c->folder, typed);
	if (!app_path_there(s, _("Path of a file"), _("Path:"), path, ACTION_ANSWER_1))
		return SCREEN_HANDLED;
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
		text_copy(c->folder, sizeof c->folder, path);
		screens_stale(s);
	} else {
		open_file(s, c, path);
	}
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct chooser *c = self;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_CHOSEN:
		return open_selected(s, c);
	case ACTION_FOLDER_UP:
		return kept_in(c) ? SCREEN_HANDLED : go_up(s, c);
	case ACTION_PATH:
		if (kept_in(c)) {
			screens_say(s, "%s",
				_("On this shared account files come from its own folder only."));
			return SCREEN_HANDLED;
		}
		dialog_path(s, _("Path of a file"), _("Path:"), c->folder, ACTION_ANSWER_1);
		return SCREEN_HANDLED;
	case ACTION_ANSWER_1:
		return open_path(s, c, event->answer);
	case ACTION_REFRESH:
		screens_stale(s);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
status(void *self, char *dst, size_t size)
{
	list_status(&((struct chooser *)self)->list, dst, size);
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct chooser *)self)->list };
}

static void
release(void *self)
{
	struct chooser *c = self;

	list_release(&c->list);
	arena_release(&c->arena);
}

static const int ids[] = { ACTION_OPEN, ACTION_SEARCH, ACTION_FILTER, ACTION_FOLDER_UP, ACTION_PATH,
	ACTION_REFRESH, 0 };

const struct screen import_files_screen = {
	.name = "import_files",
	.title = N_("Import a file"),
	.size = sizeof(struct chooser),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};

const struct screen package_files_screen = {
	.name = "package_files",
	.title = N_("Take a package in"),
	.size = sizeof(struct chooser),
	.actions = ids,
	.start = start_package,
	.load = load,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};

const struct screen sheet_files_screen = {
	.name = "sheet_files",
	.title = N_("Sheet from a file"),
	.size = sizeof(struct chooser),
	.actions = ids,
	.start = start_sheet,
	.load = load,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
