/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who did what and when: the audit log in words, and the way to the check of the database. */
#include "config.h"

#include "screens/frame/screens.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/office/act_words.h"
#include "store/audit.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { NEWEST = 20000 };

struct acts {
	struct list_screen base;
	struct audit_line *lines;
};

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct audit_line *line = &((const struct acts *)self)->lines[row];

	if (column == 0)
		snprintf(cell->text, sizeof cell->text, "%s%s%s", act_words(line->action),
			line->summary[0] ? ": " : "", line->summary);
	else if (column == 1)
		text_copy(cell->text, sizeof cell->text, line->login);
	else
		clock_local(cell->text, sizeof cell->text, line->at);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct acts *)self)->lines[row].id);
}

/* A person or a day is looked for as well as an act. */
static void
key(const void *self, int row, char *dst, size_t size)
{
	struct list_cell cells[3] = { { .role = ROLE_TEXT } };

	for (int column = 0; column < 3; column++)
		cell(self, row, column, &cells[column]);
	snprintf(dst, size, "%s %s %s", cells[1].text, cells[2].text, cells[0].text);
}

static int
load(void *self, struct error *err)
{
	struct acts *a = self;

	return audit_list(
		a->base.app->db, NEWEST, &a->base.arena, &a->lines, &a->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	if (((struct acts *)self)->base.count == NEWEST)
		canvas_text(c, 0, 0, -1, ROLE_HINT,
			_("The newest 20 000 acts. c checks the whole list and the database."));
	else
		canvas_text(c, 0, 0, -1, ROLE_HINT,
			_("Acts are kept two years. c checks the list and the database."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	(void)self;
	(void)event;
	if (action != ACTION_CHECK)
		return SCREEN_PASS;
	screens_push(s, &check_screen, NULL);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct audit_line *line = &((const struct acts *)self)->lines[row];
	struct arena arena = { 0 };
	char at[32];

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	dialog_message(s, _("Act"),
		arena_format(&arena, _("%s\n%s\n\nWho: %s\nWhen: %s\nNumber: %lld"),
			act_words(line->action), line->summary, line->login,
			clock_local(at, sizeof at, line->at), (long long)line->id));
	arena_release(&arena);
	return SCREEN_HANDLED;
}

static const struct list_column columns[] = {
	{ N_("What was done"), 0, false },
	{ N_("Who"), 12, false },
	{ N_("When"), 16, false },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nobody has done anything yet."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("acts"),
	.file_title = N_("Who did what and when"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_CHECK,
	ACTION_REFRESH, 0 };

const struct screen acts_screen = {
	.name = "acts",
	.title = N_("History of changes"),
	.size = sizeof(struct acts),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
