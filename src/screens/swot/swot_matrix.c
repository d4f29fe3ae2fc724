/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying a matrix of a SWOT analysis, heads down: a digit and the next pair. What a digit leaves is
 * on disk. */
#include "config.h"

#include "screens/swot/swot_matrix_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"

#include <math.h>
#include <stdio.h>

/* ---- loading ---- */

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct matrix_view *v = self;

	(void)err;
	v->app = app_of(s);
	v->id = *(const int64_t *)argument;
	v->keyed_row = -1;
	return 0;
}

static void
keep_inside(struct matrix_view *v)
{
	if (v->row >= v->m.inner_count)
		v->row = v->m.inner_count ? v->m.inner_count - 1 : 0;
	if (v->column >= v->m.outer_count)
		v->column = v->m.outer_count ? v->m.outer_count - 1 : 0;
}

static int
read_matrix(struct matrix_view *v, struct error *err)
{
	arena_release(&v->arena);
	v->m = (struct swot_matrix){ 0 };
	if (swot_load(v->app->db, v->id, &v->swot, err) ||
		swot_matrix_load(v->app->db, v->id, &v->arena, &v->m, err))
		return -1;
	keep_inside(v);
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	(void)s;
	return read_matrix(self, err);
}

/* ---- keying ---- */

static bool
empty(const struct matrix_view *v)
{
	return !v->m.inner_count || !v->m.outer_count;
}

/* 0 when the pair is on disk. */
static int
put(struct matrix_view *v, int row, int column, double value)
{
	double *now = matrix_view_at(v, row, column);
	const struct swot_pair pair = { v->m.inner[row].id, v->m.outer[column].id, value, *now };
	struct error err = { 0 }, again = { 0 };

	v->problem[0] = '\0';
	if (app_may_write(v->app, &err) || swot_pairs_put(v->app->db, v->id, &v->swot.rev,
						   v->direction, &pair, 1, !v->written, &err)) {
		snprintf(v->problem, sizeof v->problem, "%s", err.text);
		if (err.code == ERROR_CONFLICT || err.code == ERROR_MISSING)
			(void)read_matrix(v, &again);
		return -1;
	}
	v->written = true;
	*now = value;
	return 0;
}

/* To the right, then the next row. */
static void
go_on(struct matrix_view *v)
{
	if (v->column + 1 < v->m.outer_count) {
		v->column++;
	} else if (v->row + 1 < v->m.inner_count) {
		v->row++;
		v->column = 0;
	}
}

static void
key_digit(struct matrix_view *v, int digit)
{
	int row = v->row, column = v->column;

	if (put(v, row, column, digit))
		return;
	v->keyed_row = row;
	v->keyed_column = column;
	go_on(v);
}

/* "1," is 1,5: the half goes to the pair keyed last. */
static void
key_half(struct matrix_view *v)
{
	if (v->keyed_row < 0 || v->keyed_row >= v->m.inner_count ||
		v->keyed_column >= v->m.outer_count)
		return;
	(void)put(v, v->keyed_row, v->keyed_column,
		floor(*matrix_view_at(v, v->keyed_row, v->keyed_column)) + 0.5);
	v->keyed_row = -1;
}

static void
clear(struct matrix_view *v, bool back)
{
	if (back && v->column > 0)
		v->column--;
	else if (back && v->row > 0) {
		v->row--;
		v->column = v->m.outer_count - 1;
	}
	if (!isnan(*matrix_view_at(v, v->row, v->column)))
		(void)put(v, v->row, v->column, NAN);
}

static bool
move(struct matrix_view *v, int key)
{
	switch (key) {
	case KEYS_LEFT:
		v->column -= v->column > 0;
		return true;
	case KEYS_RIGHT:
		v->column += v->column + 1 < v->m.outer_count;
		return true;
	case KEYS_UP:
		v->row -= v->row > 0;
		return true;
	case KEYS_DOWN:
		v->row += v->row + 1 < v->m.inner_count;
		return true;
	case KEYS_HOME:
		v->column = 0;
		return true;
	case KEYS_END:
		v->column = v->m.outer_count - 1;
		return true;
	case KEYS_ENTER:
	case ' ':
		go_on(v);
		return true;
	default:
		return false;
	}
}

static int
on_key(struct matrix_view *v, int key)
{
	if (empty(v))
		return SCREEN_PASS;
	if (key >= '0' && key <= '2') {
		key_digit(v, key - '0');
		return SCREEN_HANDLED;
	}
	if (key == ',' || key == '.') {
		key_half(v);
		return SCREEN_HANDLED;
	}
	if (key == KEYS_BACKSPACE || key == KEYS_DELETE) {
		clear(v, key == KEYS_BACKSPACE);
		return SCREEN_HANDLED;
	}
	if (!move(v, key))
		return SCREEN_PASS;
	v->problem[0] = '\0';
	v->keyed_row = -1;
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct matrix_view *v = self;

	switch (action) {
	case ACTION_SWOT_OTHER:
		v->direction = v->direction == SWOT_FORWARD ? SWOT_BACKWARD : SWOT_FORWARD;
		v->row = v->column = 0;
		v->keyed_row = -1;
		v->problem[0] = '\0';
		return SCREEN_HANDLED;
	case ACTION_SWOT_POSITION:
		screens_push(s, &swot_position_screen, &v->id);
		return SCREEN_HANDLED;
	case ACTION_SWOT_PRINT:
		swot_print(s, v->id);
		return SCREEN_HANDLED;
	case ACTION_NONE:
		return event->type == EVENT_KEY ? on_key(v, event->key) : SCREEN_PASS;
	default:
		return SCREEN_PASS;
	}
}

static bool
leave(struct screens *s, void *self)
{
	if (((struct matrix_view *)self)->written)
		app_changed(s);
	return true;
}

static void
status(void *self, char *dst, size_t size)
{
	const struct matrix_view *v = self;

	text_copy(dst, size,
		v->swot.halves ? _("0, 1, 2 and the next pair; a comma adds a half; Tab the other "
				   "matrix")
			       : _("0, 1, 2 and the next pair; Tab the other matrix"));
}

static void
release(void *self)
{
	arena_release(&((struct matrix_view *)self)->arena);
}

static const int ids[] = { ACTION_SWOT_OTHER, ACTION_SWOT_POSITION, ACTION_SWOT_PRINT, 0 };

const struct screen swot_matrix_screen = {
	.name = "swot_matrix",
	.title = N_("SWOT matrices"),
	.size = sizeof(struct matrix_view),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = swot_matrix_draw,
	.status = status,
	.act = act,
	.leave = leave,
	.release = release,
};
