/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the database: the daily ones beside it and those made for taking away. */
#include "config.h"

#include "store/backup.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/database.h"
#include "screens/files/files.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"
#include "tui/waiting.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { FOLDERS = 2 }; /* daily copies, files to take away */

struct copy {
	const struct file_entry *file;
	int folder;
};

struct backups {
	struct list_screen base;
	char folders[FOLDERS][PATH_MAX];
	struct copy *copies;
	char asked[PATH_MAX]; /* the copy that the question is about */
};

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct copy *copy = &((const struct backups *)self)->copies[row];

	switch (column) {
	case 0:
		text_copy(cell->text, sizeof cell->text, copy->file->name);
		break;
	case 1:
		format_size(cell->text, sizeof cell->text, copy->file->size);
		break;
	case 2:
		format_instant(cell->text, sizeof cell->text, copy->file->changed);
		break;
	default:
		text_copy(cell->text, sizeof cell->text,
			copy->folder ? _("to take away") : _("daily"));
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct copy *copy = &((const struct backups *)self)->copies[row];

	snprintf(dst, size, "%d/%s", copy->folder, copy->file->name);
}

static const struct list_column columns[] = {
	{ N_("Name"), 0, false },
	{ N_("Size"), 10, true },
	{ N_("Written"), 16, false },
	{ N_("Which"), 14, false },
};

static int
load(void *self, struct error *err)
{
	struct backups *b = self;
	struct file_entry *files;
	struct error ignored = { 0 };
	size_t capacity = 0;
	int n, result = 0;

	b->copies = NULL;
	for (int folder = 0; folder < FOLDERS; folder++) {
		if (access(b->folders[folder], F_OK) != 0)
			continue;
		result |= files_load(b->folders[folder], "db", false, FILES_NEWEST_FIRST,
			&b->base.arena, &files, &n, result ? &ignored : err);
		for (int i = 0; i < n; i++) {
			b->copies = arena_grow(&b->base.arena, b->copies, (size_t)b->base.count,
				&capacity, sizeof *b->copies);
			b->copies[b->base.count++] = (struct copy){ &files[i], folder };
		}
	}
	return result;
}

static void
above(void *self, struct canvas *c)
{
	struct backups *b = self;

	for (int folder = 0; folder < FOLDERS; folder++) {
		canvas_text(c, folder, 0, 16, ROLE_LABEL,
			folder ? _("To take away:") : _("Daily copies:"));
		canvas_text(c, folder, 17, c->columns - 17, ROLE_TEXT, b->folders[folder]);
	}
}

static int
make(struct screens *s, struct backups *b)
{
	char name[64], date[16], path[PATH_MAX], text[2 * PATH_MAX];
	struct waiting waiting;
	struct error err = { 0 };
	int number = 1;

	date_iso(date, sizeof date, clock_today());
	do {
		snprintf(name, sizeof name, number > 1 ? "gromada-%s-%d.db" : "gromada-%s.db", date,
			number);
		files_join(path, sizeof path, b->folders[1], name);
	} while (access(path, F_OK) == 0 && ++number < 1000);
	waiting_start(&waiting, s, _("Writing the copy"));
	if (backup_write(b->base.app->db, path, false, &waiting.progress, &err)) {
		app_error(s, _("The copy was not made"), &err);
		return SCREEN_HANDLED;
	}
	screens_stale(s);
	dialog_message(s, _("The copy is ready and checked"),
		app_where(b->base.app, path, text, sizeof text));
	return SCREEN_HANDLED;
}

static int
ask(struct screens *s, struct backups *b, const struct copy *copy, bool restore)
{
	struct error err = { 0 };
	char text[1024], at[32];

	if (person_may(&b->base.app->person, PERSON_ADMINISTRATOR, &err)) {
		app_error(s, _("Backup and restore"), &err);
		return SCREEN_HANDLED;
	}
	files_join(b->asked, sizeof b->asked, b->folders[copy->folder], copy->file->name);
	format_instant(at, sizeof at, copy->file->changed);
	if (restore)
		snprintf(text, sizeof text,
			_("Go back to the copy %s of %s?\n\n"
			  "What was done since then leaves the database. The present database is "
			  "kept "
			  "beside it, with the ending .before-restore."),
			copy->file->name, at);
	else
		snprintf(text, sizeof text, _("Delete the copy %s of %s?"), copy->file->name, at);
	dialog_ask(s, restore ? _("Restore") : _("Delete"), text,
		restore ? ACTION_ANSWER_1 : ACTION_ANSWER_2, 0);
	return SCREEN_HANDLED;
}

/* The connection is closed while the file gets its new content, and opened again after. */
static int
restore(struct screens *s, struct backups *b)
{
	struct error err = { 0 }, open_err = { 0 };
	int result;

	app_leave(b->base.app);
	result = backup_restore(b->base.app->path, b->asked, database_schema(), &err);
	if (app_open(b->base.app, DB_EXISTING, &open_err)) {
		screens_quit(s);
		return SCREEN_HANDLED;
	}
	app_units_changed(s);
	if (result)
		app_error(s, _("The copy was not restored"), &err);
	else
		screens_say(s, "%s", _("The database now has the content of the copy."));
	return SCREEN_HANDLED;
}

static int
delete_copy(struct screens *s, struct backups *b)
{
	char *slash = strrchr(b->asked, '/');
	struct error err = { 0 };

	*slash = '\0';
	if (files_delete(b->asked, slash + 1, &err))
		app_error(s, _("Delete"), &err);
	else
		screens_say(s, _("%s has been deleted."), slash + 1);
	screens_stale(s);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	(void)event;
	switch (action) {
	case ACTION_BACKUP:
		return make(s, self);
	case ACTION_ANSWER_1:
		return restore(s, self);
	case ACTION_ANSWER_2:
		return delete_copy(s, self);
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct backups *b = self;

	if (action == ACTION_OPEN || action == ACTION_RESTORE)
		return ask(s, b, &b->copies[row], true);
	return action == ACTION_DELETE ? ask(s, b, &b->copies[row], false) : SCREEN_PASS;
}

static const int of_row[] = { ACTION_RESTORE, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No copy yet. F7 makes one; a daily one is made when you leave the program."),
	.lines_above = FOLDERS,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.of_row = of_row,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct backups *b = self;
	const char *path = app_of(s)->path, *slash = strrchr(path, '/');

	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	snprintf(b->folders[0], PATH_MAX, "%.*s/backup", slash ? (int)(slash - path) : 1,
		slash ? path : ".");
	app_folder_out(b->base.app, b->folders[1], PATH_MAX);
	return 0;
}

static const int ids[] = { ACTION_RESTORE, ACTION_SEARCH, ACTION_BACKUP, ACTION_DELETE,
	ACTION_REFRESH, 0 };

const struct screen backup_screen = {
	.name = "backup",
	.title = N_("Backup and restore"),
	.size = sizeof(struct backups),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
