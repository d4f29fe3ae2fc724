/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's own vote at their own login; it may be given anew until the ballot is closed. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/swot_document.h"
#include "screens/frame/actions.h"
#include "screens/frame/keeper.h"
#include "screens/frame/list_screen.h"
#include "screens/swot/ballot_entry.h"
#include "screens/swot/swot_screens.h"
#include "tui/wrap.h"

#include <stdio.h>

enum { ANSWER_LEAVE = ACTION_ANSWER_1 };

struct vote_view {
	struct list_screen base;
	int64_t id;
	struct ballot ballot;
	struct ballot_item *rows;
	struct arena kept;
	struct ballot_entry entry;
	int *values; /* NULL = not read yet */
	bool voted;
};

static int
load(void *self, struct error *err)
{
	struct vote_view *v = self;
	struct db *db = v->base.app->db;

	if (ballot_load(db, v->id, &v->ballot, err) ||
		ballot_items(db, v->id, &v->base.arena, &v->rows, &v->base.count, err))
		return -1;
	if (v->values)
		return 0;
	v->values = arena_array(&v->kept, (size_t)v->base.count + 1, sizeof *v->values);
	ballot_entry_start(&v->entry, &v->ballot, v->values, v->base.count);
	return ballot_own_vote(
		db, v->id, v->base.app->person.id, v->values, v->base.count, &v->voted, err);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct vote_view *v = self;

	if (column == 0)
		snprintf(c->text, sizeof c->text, "%d. %s", v->rows[row].position,
			v->rows[row].text);
	else
		ballot_entry_text(&v->entry, row, c->text, sizeof c->text);
}

static void
above(void *self, struct canvas *c)
{
	const struct vote_view *v = self;
	struct arena arena = { 0 };
	const char *text;
	size_t next = 1;

	canvas_text(c, 0, 0, -1, ROLE_TITLE, v->ballot.title);
	text = ballot_instruction(&v->ballot, &arena);
	for (int line = 1; line <= 2 && next; line++, text += next)
		canvas_printf(c, line, 0, -1, ROLE_HINT, "%.*s",
			(int)wrap_line(text, c->columns, &next), text);
	if (v->ballot.method == BALLOT_POINTS)
		canvas_printf(c, 3, 0, -1, ROLE_LABEL, _("Given: %d of %d"),
			ballot_entry_sum(&v->entry), v->ballot.points);
	else if (v->voted)
		canvas_text(c, 3, 0, -1, ROLE_LABEL,
			_("You have voted; what you save now takes its place."));
	arena_release(&arena);
}

static const struct list_column columns[] = {
	{ N_("What is voted on"), 0, false },
	{ N_("Your vote"), 12, true },
};

static int
save(struct screens *s, struct vote_view *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	char said[160];
	int failed = app_may_write(app, &err) || ballot_entry_take(&v->entry, &err) ||
		     ballot_vote(app->db, v->id, app->person.id, v->values, v->base.count, &err);

	if (failed && err.row)
		list_select(&v->base.list, (int)err.row - 1);
	if (!failed) {
		v->entry.touched = false;
		v->voted = true;
	}
	if (v->ballot.method == BALLOT_POINTS && ballot_entry_sum(&v->entry) < v->ballot.points)
		snprintf(said, sizeof said,
			_("Your vote is kept with %d of %d points given; the rest may be added "
			  "(F2)."),
			ballot_entry_sum(&v->entry), v->ballot.points);
	else
		text_copy(said, sizeof said, _("Your vote is kept."));
	return app_done(s, failed, &err, said);
}

static int
on_key(struct screens *s, struct vote_view *v, int key)
{
	int row = list_screen_row(v), result;
	struct error err = { 0 };

	if (row < 0)
		return SCREEN_PASS;
	if (row != v->entry.at) {
		if (ballot_entry_take(&v->entry, &err))
			screens_error(s, &err);
		v->entry.at = row;
	}
	result = ballot_entry_key(&v->entry, key, &err);
	if (result < 0)
		screens_error(s, &err);
	else if (result == ENTRY_END)
		screens_say(s, "%s", _("F2 keeps the vote."));
	if (result == ENTRY_HANDLED)
		list_select(&v->base.list, v->entry.at);
	return result == ENTRY_PASS ? SCREEN_PASS : SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct vote_view *v = self;

	switch (action) {
	case ACTION_SAVE:
		save(s, v);
		return SCREEN_HANDLED;
	case ANSWER_LEAVE:
		if (event->number == KEEPER_STAY || (event->number == KEEPER_SAVE && save(s, v)))
			return SCREEN_HANDLED;
		v->entry.touched = false;
		screens_pop(s);
		return SCREEN_HANDLED;
	case ACTION_OPEN:
		return on_key(s, v, KEYS_ENTER);
	case ACTION_NONE:
		return event->type == EVENT_KEY ? on_key(s, v, event->key) : SCREEN_PASS;
	default:
		return SCREEN_PASS;
	}
}

static bool
leave(struct screens *s, void *self)
{
	struct vote_view *v = self;

	if (!v->entry.touched && !v->entry.typed[0])
		return true;
	keeper_ask(s, _("your vote"), ANSWER_LEAVE);
	return false;
}

static void
release_kept(void *self)
{
	arena_release(&((struct vote_view *)self)->kept);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.lines_above = 5,
	.load = load,
	.cell = cell,
	.above = above,
	.act = act,
	.release = release_kept,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	list_screen_start(s, self, &kind);
	((struct vote_view *)self)->id = *(const int64_t *)argument;
	return app_may_write(app_of(s), err);
}

static const int ids[] = { ACTION_OPEN, ACTION_SAVE, 0 };

const struct screen ballot_vote_screen = { .name = "ballot_vote",
	.title = N_("Own vote"),
	.size = sizeof(struct vote_view),
	.actions = ids,
	.start = start,
	.leave = leave,
	LIST_SCREEN };
