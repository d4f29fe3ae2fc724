/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files to take away: what the program wrote, by whom, when, and where it lies. */
#include "config.h"

#include "screens/frame/screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/written.h"
#include "screens/files/files.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct away_file {
	const char *name, *what, *login;
	int64_t size, changed; /* bytes; seconds since 1970 */
};

struct away {
	struct list_screen base;
	char folder[PATH_MAX];
	struct away_file *files;
	char asked[256]; /* the file that the question is about */
};

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct away_file *file = &((const struct away *)self)->files[row];

	switch (column) {
	case 0:
		text_copy(cell->text, sizeof cell->text, file->name);
		break;
	case 1:
		text_copy(cell->text, sizeof cell->text, file->what);
		break;
	case 2:
		format_size(cell->text, sizeof cell->text, file->size);
		break;
	case 3:
		format_instant(cell->text, sizeof cell->text, file->changed);
		break;
	default:
		text_copy(cell->text, sizeof cell->text, file->login);
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct away *)self)->files[row].name);
}

static const struct list_column columns[] = {
	{ N_("Name"), 0, false },
	{ N_("What it holds"), 20, false },
	{ N_("Size"), 9, true },
	{ N_("Written"), 16, false },
	{ N_("By whom"), 9, false },
};

static const struct file_entry *
find(const struct file_entry *files, int count, const char *name)
{
	for (int i = 0; i < count; i++)
		if (strcmp(files[i].name, name) == 0)
			return &files[i];
	return NULL;
}

/* Only what the program wrote and what is still there: the folder may hold a person's own files. */
static int
load(void *self, struct error *err)
{
	struct away *a = self;
	struct file_entry *there;
	struct written *written;
	int files, known;

	if (files_load(a->folder, NULL, false, FILES_BY_NAME, &a->base.arena, &there, &files, err)
	    || written_list(a->base.app->db, a->folder, &a->base.arena, &written, &known, err))
		return -1;
	a->files = arena_array(&a->base.arena, (size_t)known + 1, sizeof *a->files);
	for (int i = 0; i < known; i++) {
		const struct file_entry *file = find(there, files, written[i].name);

		if (file)
			a->files[a->base.count++] = (struct away_file){ file->name, written[i].what,
				written[i].login, file->size, file->changed };
	}
	return 0;
}

static void
above(void *self, struct canvas *c)
{
	canvas_text(c, 0, 0, 8, ROLE_LABEL, _("Folder:"));
	canvas_text(c, 0, 9, c->columns - 9, ROLE_TEXT, ((struct away *)self)->folder);
}

static int
say_where(struct screens *s, const struct away *a, const char *name)
{
	char path[PATH_MAX], text[2 * PATH_MAX];

	files_join(path, sizeof path, a->folder, name);
	dialog_message(s, _("Where the file lies"),
		app_where(a->base.app, path, text, sizeof text));
	return SCREEN_HANDLED;
}

static int
ask_delete(struct screens *s, struct away *a, const struct away_file *file)
{
	char text[512], size[32];

	text_copy(a->asked, sizeof a->asked, file->name);
	snprintf(text, sizeof text, _("Delete the file %s (%s)?"), file->name,
		format_size(size, sizeof size, file->size));
	dialog_ask(s, _("Delete"), text, ACTION_ANSWER_1, 0);
	return SCREEN_HANDLED;
}

static int
delete_file(struct screens *s, struct away *a)
{
	struct error err = { 0 };

	if (files_delete(a->folder, a->asked, &err))
		screens_error(s, &err);
	else
		screens_say(s, _("%s has been deleted."), a->asked);
	screens_stale(s);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	(void)event;
	return action == ACTION_ANSWER_1 ? delete_file(s, self) : SCREEN_PASS;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct away *a = self;

	if (action == ACTION_OPEN)
		return say_where(s, a, a->files[row].name);
	return action == ACTION_DELETE ? ask_delete(s, a, &a->files[row]) : SCREEN_PASS;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No file here yet. F2 on a screen with data writes one."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct away *a = self;

	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	app_folder_out(a->base.app, a->folder, sizeof a->folder);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_SEARCH, ACTION_FILTER, ACTION_DELETE, ACTION_REFRESH,
	0 };

const struct screen take_away_screen = {
	.name = "take_away",
	.title = N_("Files to take away"),
	.size = sizeof(struct away),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
