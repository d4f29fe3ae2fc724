/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of fields that differ; below it both texts of the selected one, whole. */
#include "config.h"

#include "screens/conflict.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/actions.h"
#include "tui/list.h"

#include <string.h>

enum { MOST = 64 };

struct conflict {
	struct arena arena;
	const char *title;
	struct conflict_field fields[MOST];
	char choice[MOST + 1];
	int count, action;
	struct list list;
};

struct request {
	const char *title;
	const struct conflict_field *fields;
	int count, action;
};

static int
count(const void *data)
{
	return ((const struct conflict *)data)->count;
}

static void
cell(const void *data, int row, int column, struct list_cell *cell)
{
	const struct conflict *c = data;
	const struct conflict_field *field = &c->fields[row];
	bool mine = c->choice[row] == 'm';

	switch (column) {
	case 0:
		text_copy(cell->text, sizeof cell->text, field->label);
		break;
	case 1:
		text_copy(cell->text, sizeof cell->text, mine ? _("mine") : _("theirs"));
		cell->role = ROLE_TITLE;
		break;
	case 2:
		text_copy(cell->text, sizeof cell->text, field->mine);
		cell->role = mine ? ROLE_OWN : ROLE_HINT;
		break;
	default:
		text_copy(cell->text, sizeof cell->text, field->theirs);
		cell->role = mine ? ROLE_HINT : ROLE_OWN;
	}
}

static const struct list_source source = { .count = count, .cell = cell };

static const struct list_column columns[] = {
	{ N_("Field"), 18, false },
	{ N_("Keep"), 8, false },
	{ N_("Mine"), 24, false },
	{ N_("Theirs"), 0, false },
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct request *request = argument;
	struct conflict *c = self;

	(void)s;
	(void)err;
	c->title = arena_string(&c->arena, request->title);
	c->count = request->count < MOST ? request->count : MOST;
	c->action = request->action;
	for (int i = 0; i < c->count; i++) {
		c->fields[i].label = arena_string(&c->arena, request->fields[i].label);
		c->fields[i].mine = arena_string(&c->arena, request->fields[i].mine);
		c->fields[i].theirs = arena_string(&c->arena, request->fields[i].theirs);
	}
	memset(c->choice, 'm', (size_t)c->count);
	list_start(&c->list, &source, c, columns, 4);
	list_refresh(&c->list, 0);
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	struct conflict *conflict = self;
	struct canvas rows = canvas_part(c, 3, 0, c->rows - 8, c->columns);
	int row = list_selected(&conflict->list);

	canvas_text(c, 0, 0, -1, ROLE_TEXT,
		_("A colleague saved changes while you were typing. Nothing is lost: choose for each field."));
	canvas_text(c, 1, 0, -1, ROLE_HINT, _("Space changes the choice, m = all mine, t = all theirs, F2 saves."));
	if (row >= 0) {
		canvas_horizontal(c, c->rows - 5, 0, c->columns, ROLE_FRAME);
		canvas_text(c, c->rows - 4, 0, 8, ROLE_LABEL, _("Mine:"));
		canvas_text(c, c->rows - 4, 9, -1, ROLE_TEXT, conflict->fields[row].mine);
		canvas_text(c, c->rows - 2, 0, 8, ROLE_LABEL, _("Theirs:"));
		canvas_text(c, c->rows - 2, 9, -1, ROLE_TEXT, conflict->fields[row].theirs);
	}
	list_draw(&conflict->list, &rows);
}

static void
answer(struct screens *s, struct conflict *c)
{
	char choice[MOST + 1];
	int action = c->action;
	struct event event = { .type = EVENT_ANSWER, .answer = choice };

	memcpy(choice, c->choice, sizeof choice);
	screens_pop(s);
	screens_act(s, action, &event);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct conflict *c = self;
	int row = list_selected(&c->list);

	(void)event;
	switch (action) {
	case ACTION_MARK:
	case ACTION_CHOSEN:
		if (row >= 0)
			c->choice[row] = c->choice[row] == 'm' ? 't' : 'm';
		return SCREEN_HANDLED;
	case ACTION_MINE:
		memset(c->choice, 'm', (size_t)c->count);
		return SCREEN_HANDLED;
	case ACTION_THEIRS:
		memset(c->choice, 't', (size_t)c->count);
		return SCREEN_HANDLED;
	case ACTION_SAVE:
		answer(s, c);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	(void)right;
	(void)right_size;
	text_copy(left, left_size, ((struct conflict *)self)->title);
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct conflict *)self)->list };
}

static void
release(void *self)
{
	struct conflict *c = self;

	list_release(&c->list);
	arena_release(&c->arena);
}

static const int ids[] = { ACTION_SAVE, ACTION_MARK, ACTION_MINE, ACTION_THEIRS, ACTION_SEARCH, 0 };

static const struct screen conflict_screen = {
	.name = "conflict",
	.title = N_("Two versions"),
	.size = sizeof(struct conflict),
	.actions = ids,
	.start = start,
	.draw = draw,
	.head = head,
	.act = act,
	.focus = focus,
	.release = release,
};

void
conflict_open(struct screens *s, const char *title, const struct conflict_field *fields, int count,
	int action)
{
	screens_push(s, &conflict_screen, &(struct request){ title, fields, count, action });
}
