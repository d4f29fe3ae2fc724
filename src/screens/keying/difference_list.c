/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences between first and second keying, open ones first, by form, page and question. What
 * was keyed is not shown while a difference is open: the paper is asked first. Of very many only
 * the first rows are loaded, until somebody comes near the others. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/surveys/batch.h"
#include "screens/files/print.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/surveys/quality_screens.h"
#include "screens/surveys/wave_view.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct differences {
	struct list_screen base;
	struct wave_view view;
	int64_t batch; /* 0 = all of the wave */
	int batch_number;
	struct difference_place *rows;
	int loaded; /* of base.count: the others when they are needed */
	struct difference_counts counts;
	struct difference asked;
	struct batch *batches; /* to choose from */
	int batch_count;
};

enum { ANSWER_WAVE = ACTION_ANSWER_1, ANSWER_BATCH, ANSWER_UNDO };

enum { AHEAD = 500 }; /* rows loaded before anybody comes to them; no terminal shows as many */

static bool
is_open(const struct difference_place *d)
{
	return strcmp(d->outcome, "open") == 0;
}

const char *
difference_outcome_text(const char *outcome)
{
	if (strcmp(outcome, "open") == 0)
		return _("to be settled");
	if (strcmp(outcome, "ambiguous") == 0)
		return _("the paper is ambiguous");
	if (strcmp(outcome, "third") == 0)
		return _("mistake of both");
	return strcmp(outcome, "first") == 0 ? _("mistake of the second keying")
					     : _("mistake of the first keying");
}

static const char *
settled_text(const struct difference_place *d)
{
	if (strcmp(d->settled, "verify") == 0)
		return _("verified while keying");
	if (strcmp(d->settled, "both") == 0)
		return _("by both with the paper");
	return d->settled[0] ? _("by a third person") : "";
}

/* NULL = the row is not loaded. */
static const struct difference_place *
place(const void *self, int row)
{
	const struct differences *v = self;

	return row >= 0 && row < v->loaded ? &v->rows[row] : NULL;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct difference_place *d = place(self, row);
	char number[32];

	if (!d)
		return;
	if (!is_open(d))
		c->role = ROLE_HINT;
	if (column == 1) {
		text_copy(c->text, sizeof c->text, difference_outcome_text(d->outcome));
		return;
	}
	text_copy(number, sizeof number, d->question_number);
	if (d->occurrence > 1)
		snprintf(number, sizeof number, "%s/%d", d->question_number, d->occurrence);
	snprintf(c->text, sizeof c->text, "%-7lld %3d  %-5s %.200s", (long long)d->number, d->page,
		number, d->label);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct difference_place *d = place(self, row);

	if (!d)
		return;
	snprintf(dst, size, "%lld %lld %d", (long long)d->form, (long long)d->question,
		d->occurrence);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct difference_place *d = place(self, row);

	if (d)
		snprintf(dst, size, "%lld %s %s %s %s", (long long)d->number, d->question_number,
			d->name, d->label, difference_outcome_text(d->outcome));
}

static const struct list_column columns[] = {
	{ N_("Form, page, question"), 0, false },
	{ N_("Whose mistake"), 29, false },
};

/* The first rows (limit 0 = all); the others are told of by their number alone. */
static int
load_rows(struct differences *v, int limit, struct error *err)
{
	v->loaded = 0;
	if (difference_places(v->base.app->db, v->view.wave.id, v->batch, limit, &v->base.arena,
		    &v->rows, &v->loaded, &v->counts, err)) {
		v->base.count = 0;
		return -1;
	}
	v->base.count = v->counts.all;
	return 0;
}

/* What is searched or filtered needs them all, and so does a row that stood farther down. */
static bool
first_rows_do(const struct differences *v)
{
	return !v->base.list.filter[0] && !v->base.list.search[0] &&
	       (!v->base.id[0] || list_screen_find(v, v->base.id) >= 0);
}

static int
load(void *self, struct error *err)
{
	struct differences *v = self;
	struct app *app = v->base.app;

	v->batch_count = v->loaded = 0;
	if (wave_view_load(&v->view, app, &v->base.arena, err) ||
		batch_list(app->db, v->view.wave.id, &v->base.arena, &v->batches, &v->batch_count,
			err) ||
		load_rows(v, AHEAD, err))
		return -1;
	return v->loaded < v->base.count && !first_rows_do(v) ? load_rows(v, 0, err) : 0;
}

/* All rows: when one comes near the end of those that are there, or they are looked through. */
static void
load_all(struct screens *s, struct differences *v)
{
	int before = v->base.count, row = list_screen_row(v);
	struct error err = { 0 };

	if (load_rows(v, 0, &err))
		app_error(s, _("The list is not whole"), &err);
	if (v->base.count != before)
		list_refresh(&v->base.list, row);
}

static void
reach(struct screens *s, struct differences *v)
{
	if (v->loaded < v->base.count && list_screen_row(v) + AHEAD / 2 >= v->loaded)
		load_all(s, v);
}

static void
settle(struct screens *s, void *self)
{
	reach(s, self);
}

static void
above(void *self, struct canvas *c)
{
	const struct differences *v = self;

	if (v->batch)
		canvas_printf(c, 0, 0, -1, ROLE_TITLE, _("%s, wave %s, batch %d"),
			v->view.wave.survey_name, v->view.wave.code, v->batch_number);
	else
		canvas_printf(c, 0, 0, -1, ROLE_TITLE, _("%s, wave %s"), v->view.wave.survey_name,
			v->view.wave.code);
	if (v->counts.open)
		canvas_printf(c, 1, 0, -1, ROLE_HINT,
			_("Differences %d, to be settled %d. Take the paper, then press Enter."),
			v->base.count, v->counts.open);
	else if (v->base.count)
		canvas_printf(c, 1, 0, -1, ROLE_HINT,
			_("Differences %d, all settled. Enter shows one; u takes a decision back."),
			v->base.count);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct difference_place *d = place(self, row);

	if (d && !is_open(d))
		snprintf(dst, size, "%s", settled_text(d));
}

/* ---- what is done ---- */

static void
ask_batch(struct screens *s, const struct differences *v)
{
	struct arena arena = { 0 };
	const char **choices =
		arena_array(&arena, (size_t)v->batch_count + 1, sizeof *choices);
	int at = 0;

	choices[0] = _("all batches of the wave");
	for (int i = 0; i < v->batch_count; i++) {
		choices[i + 1] = arena_format(
			&arena, "%d  %s", v->batches[i].number, v->batches[i].received_from);
		if (v->batches[i].id == v->batch)
			at = i + 1;
	}
	dialog_choose(s, _("Batch"), choices, v->batch_count + 1, at, ANSWER_BATCH);
	arena_release(&arena);
}

static void
take_batch(struct screens *s, struct differences *v, int number)
{
	v->batch = 0;
	if (number > 0 && number <= v->batch_count) {
		v->batch = v->batches[number - 1].id;
		v->batch_number = v->batches[number - 1].number;
	}
	screens_stale(s);
}

void
difference_take_back(struct screens *s, const struct difference *d)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_may_write(app, &err) || difference_reopen(app->db, d, NULL, &err)) {
		app_error(s, _("The decision stays"), &err);
		return;
	}
	app_changed(s);
	screens_say(s, _("The decision on form %lld, question %s is taken back."),
		(long long)d->number, d->question_number);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct differences *v = self;

	reach(s, v);
	switch (action) {
	case ACTION_SEARCH:
	case ACTION_FILTER:
	case ACTION_EXPORT:
		if (v->loaded < v->base.count)
			load_all(s, v);
		return SCREEN_PASS;
	case ACTION_WAVE_CHOOSE:
		wave_view_ask(s, &v->view, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ANSWER_WAVE:
		v->batch = 0;
		wave_view_take(s, &v->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_DIFFERENCE_BATCH:
		ask_batch(s, v);
		return SCREEN_HANDLED;
	case ANSWER_BATCH:
		take_batch(s, v, event->number);
		return SCREEN_HANDLED;
	case ACTION_SLIP_PRINT:
		print_slip(s, SLIP_DIFFERENCES, v->view.wave.id, v->batch);
		return SCREEN_HANDLED;
	case ANSWER_UNDO:
		difference_take_back(s, &v->asked);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct differences *v = self;
	const struct difference_place *chosen = place(v, row);
	struct difference_request request = { v->view.wave.id, v->batch, { 0 } };
	struct error err = { 0 };
	char text[256];

	if (!chosen || (action != ACTION_OPEN && action != ACTION_DIFFERENCE_UNDO))
		return SCREEN_PASS;
	if (difference_load(v->base.app->db, chosen, &v->base.arena, &request.chosen, &err)) {
		screens_error(s, &err);
		return SCREEN_HANDLED;
	}
	v->asked = request.chosen;
	if (action == ACTION_OPEN) {
		screens_push(s, &difference_card_screen, &request);
		return SCREEN_HANDLED;
	}
	snprintf(text, sizeof text,
		_("Take back the decision on form %lld, question %s (%s)? It waits again then."),
		(long long)v->asked.number, v->asked.question_number,
		difference_outcome_text(v->asked.outcome));
	dialog_ask(s, _("Take back"), text, ANSWER_UNDO, 0);
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No differences: what was keyed twice is the same, or nothing was keyed twice "
		    "yet (menu 3 2)."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("differences"),
	.file_title = N_("Differences"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct differences *v = self;

	(void)argument;
	if (wave_view_load(&v->view, app_of(s), &v->base.arena, err))
		return -1;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_DIFFERENCE_UNDO, ACTION_WAVE_CHOOSE, ACTION_DIFFERENCE_BATCH, ACTION_SLIP_PRINT,
	ACTION_REFRESH, 0 };

const struct screen difference_list_screen = { .name = "difference_list",
	.title = N_("Differences"),
	.size = sizeof(struct differences),
	.actions = ids,
	.start = start,
	.settle = settle,
	LIST_SCREEN };
