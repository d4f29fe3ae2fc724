/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields that differ as a list; below it both texts of the selected one, whole. */
#include "config.h"

#include "screens/frame/conflict.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "tui/list.h"
#include "tui/wrap.h"

#include <stdio.h>
#include <string.h>

struct conflict {
	struct arena arena;
	const char *what;
	struct conflict_field *fields;
	char *choice; /* one letter a field */
	int count, action;
	struct list list;
	struct list_column columns[4]; /* the two texts share what the screen has */
};

struct request {
	const char *what;
	const struct conflict_field *fields;
	int count, action;
};

static int
count(const void *data)
{
	return ((const struct conflict *)data)->count;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct conflict *v = data;
	const struct conflict_field *f = &v->fields[row];
	bool mine = v->choice[row] == 'm';

	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, f->label);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, mine ? _("mine") : _("theirs"));
		c->role = ROLE_TITLE;
		break;
	case 2:
		text_copy(c->text, sizeof c->text, f->mine);
		c->role = mine ? ROLE_OWN : ROLE_HINT;
		break;
	default:
		text_copy(c->text, sizeof c->text, f->theirs);
		c->role = mine ? ROLE_HINT : ROLE_OWN;
		break;
	}
}

static const struct list_source source = { .count = count, .cell = cell };
static const struct list_column usual_columns[] = {
	{ N_("Field"), 20, false },
	{ N_("Keep"), 9, false },
	{ N_("Mine"), 24, false },
	{ N_("Theirs"), 23, false },
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct conflict *v = self;
	const struct request *r = argument;

	(void)s;
	(void)err;
	v->count = r->count;
	v->action = r->action;
	v->what = arena_string(&v->arena, r->what);
	v->fields = arena_array(&v->arena, (size_t)r->count + 1, sizeof *v->fields);
	v->choice = arena_array(&v->arena, (size_t)r->count + 1, 1);
	for (int i = 0; i < r->count; i++) {
		v->fields[i] = (struct conflict_field){ arena_string(&v->arena, r->fields[i].label),
			arena_string(&v->arena, r->fields[i].mine),
			arena_string(&v->arena, r->fields[i].theirs), r->fields[i].theirs_first };
		v->choice[i] = r->fields[i].theirs_first ? 't' : 'm';
	}
	memcpy(v->columns, usual_columns, sizeof v->columns);
	list_start(&v->list, &source, v, v->columns, sizeof v->columns / sizeof *v->columns);
	v->list.sort_column = -1;
	list_refresh(&v->list, 0);
	return 0;
}

/* A heading, and the text wrapped into the rows below it. */
static void
draw_text(const struct canvas *c, int row, int rows, const char *label, enum role role,
	const char *text)
{
	struct canvas part = canvas_part(c, row, 0, rows, c->columns);
	size_t next = 1, length;
	char line[1024];

	canvas_text(&part, 0, 0, -1, ROLE_LABEL, label);
	for (int i = 1; i < rows && next; i++) {
		length = wrap_line(text, part.columns - 2, &next);
		snprintf(line, sizeof line, "%.*s", (int)length, text);
		canvas_text(&part, i, 2, -1, role, line);
		text += next;
	}
}

/* In one row or two, so that a long name does not push out what comforts; the row below it. */
static int
draw_head(const struct conflict *v, struct canvas *c)
{
	char what[512], text[1024], line[1024];
	size_t next, length;

	text_copy(what, sizeof what, v->what);
	what[text_fit(what, c->columns)] = '\0';
	snprintf(text, sizeof text,
		_("A colleague saved this while you were typing: %s. Nothing is lost."), what);
	length = wrap_line(text, c->columns, &next);
	snprintf(line, sizeof line, "%.*s", (int)length, text);
	canvas_text(c, 0, 0, -1, ROLE_WARN, line);
	if (!next)
		return 1;
	canvas_text(c, 1, 0, -1, ROLE_WARN, text + next);
	return 2;
}

static void
draw(void *self, struct canvas *c)
{
	struct conflict *v = self;
	int row = list_selected(&v->list), half = (c->rows - 4) / 4 + 1, full = 2 * half + 1;
	struct canvas above = canvas_part(c, 3, 0, c->rows - full - 3, c->columns);
	struct canvas below = canvas_part(c, c->rows - full, 0, full, c->columns);

	v->columns[2].width = (c->columns - 33) / 2;
	v->columns[3].width = c->columns - 33 - v->columns[2].width;
	canvas_text(c, draw_head(v, c), 0, -1, ROLE_HINT,
		_("Choose for each field: Space changes it, m = all mine, t = all theirs; F2 "
		  "saves."));
	if (row >= 0 && row < v->count) {
		bool mine = v->choice[row] == 'm';

		canvas_horizontal(&below, 0, 0, below.columns, ROLE_FRAME);
		draw_text(&below, 1, half, _("Mine:"), mine ? ROLE_OWN : ROLE_HINT,
			v->fields[row].mine);
		draw_text(&below, 1 + half, half, _("Theirs:"), mine ? ROLE_HINT : ROLE_OWN,
			v->fields[row].theirs);
	}
	list_draw(&v->list, &above);
}

static void
status(void *self, char *dst, size_t size)
{
	list_status(&((struct conflict *)self)->list, dst, size);
}

static int
answer(struct screens *s, struct conflict *v)
{
	struct event event = { .type = EVENT_ANSWER };
	struct arena arena = { 0 };
	int action = v->action;

	event.answer = arena_string(&arena, v->choice);
	screens_pop(s);
	screens_act(s, action, &event);
	arena_release(&arena);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct conflict *v = self;
	int row = list_selected(&v->list);

	(void)event;
	switch (action) {
	case ACTION_MARK:
	case ACTION_CHOSEN:
		if (row >= 0 && row < v->count)
			v->choice[row] = v->choice[row] == 'm' ? 't' : 'm';
		return SCREEN_HANDLED;
	case ACTION_MINE:
	case ACTION_THEIRS:
		memset(v->choice, action == ACTION_MINE ? 'm' : 't', (size_t)v->count);
		return SCREEN_HANDLED;
	case ACTION_SAVE:
		return answer(s, v);
	default:
		return SCREEN_PASS;
	}
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct conflict *)self)->list };
}

static void
release(void *self)
{
	struct conflict *v = self;

	list_release(&v->list);
	arena_release(&v->arena);
}

static const int ids[] = { ACTION_SAVE, ACTION_MARK, ACTION_MINE, ACTION_THEIRS, ACTION_SEARCH, 0 };

static const struct screen conflict_screen = {
	.name = "conflict",
	.title = N_("Two versions"),
	.size = sizeof(struct conflict),
	.actions = ids,
	.start = start,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};

void
conflict_open(
	struct screens *s, const char *what, const struct conflict_field *fields, int n, int action)
{
	screens_push(s, &conflict_screen, &(struct request){ what, fields, n, action });
}
