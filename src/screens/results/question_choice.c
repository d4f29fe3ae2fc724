/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ticking several questions of a wave. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/results/results.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct request {
	int64_t wave;
	struct question_choice *choice; /* of the screen below, which lives on */
	bool counted;                   /* only questions that have a table */
	const char *empty;
	int action;
};

struct choosing {
	struct list_screen base;
	struct request request;
	struct results results; /* its arena is its own */
	struct question_choice ticked;
	int *at; /* of the rows, among the questions */
};

/* ---- the choice ---- */

bool
question_choice_has(const struct question_choice *choice, const char *name)
{
	for (int i = 0; i < choice->count; i++)
		if (strcmp(choice->names[i], name) == 0)
			return true;
	return false;
}

void
question_choice_clear(struct question_choice *choice)
{
	arena_release(&choice->arena);
	*choice = (struct question_choice){ .count = 0 };
}

static const struct result_question *
question_at(const struct choosing *c, int row)
{
	return &c->results.questions[c->at[row]];
}

/* The row turned round (-1: none; all or none of them with every), in the order of the paper. */
static void
take(const struct choosing *c, const struct question_choice *before, int row, bool every,
	struct question_choice *out)
{
	*out = (struct question_choice){ .count = 0 };
	out->names = arena_array(&out->arena, (size_t)c->base.count + 1, sizeof *out->names);
	for (int i = 0; i < c->base.count; i++) {
		const char *name = question_at(c, i)->name;

		if (every || question_choice_has(before, name) != (i == row))
			out->names[out->count++] = arena_string(&out->arena, name);
	}
}

static void
tick(struct choosing *c, int row, bool every)
{
	struct question_choice before = c->ticked;

	take(c, &before, row, every, &c->ticked);
	question_choice_clear(&before);
}

/* ---- the list ---- */

static int
load(void *self, struct error *err)
{
	struct choosing *c = self;

	if (results_questions(&c->results, c->base.app, err))
		return -1;
	c->at = arena_array(
		&c->base.arena, (size_t)c->results.question_count + 1, sizeof *c->at);
	c->base.count = 0;
	for (int i = 0; i < c->results.question_count; i++)
		if (c->results.questions[i].counted || !c->request.counted)
			c->at[c->base.count++] = i;
	c->base.list.empty = c->results.refused ? c->results.refused : "";
	return 0;
}

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct choosing *c = self;
	const struct result_question *q = question_at(c, row);
	bool ticked = question_choice_has(&c->ticked, q->name);

	(void)column;
	cell->role = ticked ? ROLE_OWN : ROLE_TEXT;
	snprintf(cell->text, sizeof cell->text, "%s%.*s", ticked ? "* " : "  ",
		(int)text_fit(q->text, 200), q->text);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	text_copy(dst, size, question_at(self, row)->name);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	text_copy(dst, size, question_at(self, row)->text);
}

static void
above(void *self, struct canvas *canvas)
{
	const struct choosing *c = self;

	canvas_text(canvas, 0, 0, -1, ROLE_HINT,
		_("Space ticks a question, a all or none, Enter takes the choice."));
	if (c->ticked.count > 0)
		canvas_printf(canvas, 1, 0, -1, ROLE_HINT, _("Ticked: %d of %d"), c->ticked.count,
			c->base.count);
	else
		canvas_printf(canvas, 1, 0, -1, ROLE_HINT, _("Ticked: %s"), c->request.empty);
}

static void
finish(struct screens *s, struct choosing *c)
{
	struct event event = { .type = EVENT_ANSWER, .answer = "" };
	int action = c->request.action;

	question_choice_clear(c->request.choice);
	*c->request.choice = c->ticked;
	c->ticked = (struct question_choice){ .count = 0 };
	screens_pop(s);
	screens_act(s, action, &event);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct choosing *c = self;

	if (action == ACTION_OPEN) {
		finish(s, c);
		return SCREEN_HANDLED;
	}
	if (action == ACTION_MARK)
		tick(c, row, false);
	else if (action == ACTION_RESULT_ALL && c->ticked.count == c->base.count)
		question_choice_clear(&c->ticked);
	else if (action == ACTION_RESULT_ALL)
		tick(c, -1, true);
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

static void
release(void *self)
{
	struct choosing *c = self;

	question_choice_clear(&c->ticked);
	arena_release(&c->results.arena);
}

static const struct list_column columns[] = { { N_("Question"), 0, false } };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = "",
	.lines_above = 3,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.act_row = act_row,
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct choosing *c = self;
	const struct question_choice *before;

	(void)err;
	c->request = *(const struct request *)argument;
	c->results.wave.wave.id = c->request.wave;
	list_screen_start(s, self, &kind);
	before = c->request.choice;
	c->ticked.names = arena_array(
		&c->ticked.arena, (size_t)before->count + 1, sizeof *c->ticked.names);
	for (int i = 0; i < before->count; i++)
		c->ticked.names[c->ticked.count++] =
			arena_string(&c->ticked.arena, before->names[i]);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_MARK, ACTION_RESULT_ALL, ACTION_SEARCH,
	ACTION_FILTER, 0 };

static const struct screen question_choice_screen = {
	.name = "question_choice",
	.title = N_("Choose questions"),
	.size = sizeof(struct choosing),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};

void
question_choice_open(struct screens *s, int64_t wave, struct question_choice *choice,
	bool counted, const char *empty, int action)
{
	screens_push(s, &question_choice_screen,
		&(struct request){ wave, choice, counted, empty, action });
}
