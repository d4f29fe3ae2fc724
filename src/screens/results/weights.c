/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The margins of a wave, what the forms were, what they are weighted to and what that costs. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/weights/weighting.h"
#include "report/result_tables.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/results/weights_view.h"
#include "screens/surveys/survey_screens.h"
#include "screens/surveys/wave_view.h"
#include "tui/dialog.h"
#include "tui/wrap.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { ANSWER_WAVE = ACTION_ANSWER_1, ANSWER_CAP, ANSWER_DROP };
enum { LINES_ABOVE = 5 };

struct weight_row {
	int margin, cell;
};

struct weights_view {
	struct list_screen base;
	struct wave_view view;
	struct weighting w;
	struct weights weights; /* where fits */
	bool fits;
	struct error why;       /* why they do not */
	const char ***labels;   /* of each margin's cells; NULL = they are read from no answers */
	const char **titles;    /* of each margin: its questions in words, or by name */
	struct weight_row *rows;
	struct arena kept;
	struct weighting former; /* before the last change */
	bool may_return;
};

/* ---- rows ---- */

static int
title_margins(struct weights_view *v, struct error *err)
{
	struct arena *arena = &v->base.arena;
	struct questionnaire q;

	v->titles = arena_array(arena, (size_t)v->w.margin_count + 1, sizeof *v->titles);
	if (v->w.margin_count > 0 &&
		questionnaire_load_version(v->base.app->db, v->view.wave.version, arena, &q, err))
		return -1;
	for (int i = 0; i < v->w.margin_count; i++)
		v->titles[i] = weighting_title(&q, questionnaire_language(&q, i18n_code()),
			v->w.margins[i].questions, arena);
	return 0;
}

/* A margin that cannot be read still stands there, by the names that were given. */
static void
label_margins(struct weights_view *v, struct wave_columns *columns)
{
	struct arena *arena = &v->base.arena;

	for (int i = 0; i < v->w.margin_count; i++) {
		struct error ignored = { 0 };

		if (weighting_labels(columns, &v->w.margins[i], arena, &v->labels[i], &ignored))
			v->labels[i] = NULL;
	}
}

static void
compute(struct weights_view *v)
{
	struct arena *arena = &v->base.arena;
	struct wave_columns columns;

	error_clear(&v->why);
	v->fits = false;
	v->labels = arena_array(arena, (size_t)v->w.margin_count + 1, sizeof *v->labels);
	if (v->w.margin_count == 0 || wave_columns_open(v->base.app->db, &v->view.wave, i18n_code(),
					      arena, &columns, &v->why))
		return;
	label_margins(v, &columns);
	v->fits = weighting_compute(&columns, &v->w, arena, &v->weights, &v->why) == 0;
}

static int
load(void *self, struct error *err)
{
	struct weights_view *v = self;
	struct arena *arena = &v->base.arena;
	size_t room = 0;

	if (wave_view_load(&v->view, v->base.app, arena, err) ||
		weighting_load(v->base.app->db, v->view.wave.id, arena, &v->w, err) ||
		title_margins(v, err))
		return -1;
	v->base.count = 0;
	v->rows = NULL;
	for (int i = 0; i < v->w.margin_count; i++)
		for (int c = 0; c < v->w.margins[i].cell_count; c++) {
			v->rows = arena_grow(
				arena, v->rows, (size_t)v->base.count, &room, sizeof *v->rows);
			v->rows[v->base.count++] = (struct weight_row){ i, c };
		}
	compute(v);
	return 0;
}

static const struct weighting_cell *
cell_of(const struct weights_view *v, int row)
{
	return &v->w.margins[v->rows[row].margin].cells[v->rows[row].cell];
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct weights_view *v = self;
	const struct weight_row *r = &v->rows[row];
	const struct weighting_fit_cell *fit =
		v->fits ? &v->weights.margins[r->margin].cells[r->cell] : NULL;

	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text,
			v->labels[r->margin] ? v->labels[r->margin][r->cell]
					     : cell_of(v, row)->categories);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, v->titles[r->margin]);
		break;
	case 2:
		number_format(c->text, sizeof c->text, cell_of(v, row)->population, -1);
		break;
	case 3:
		if (fit && fit->n < 0)
			text_copy(c->text, sizeof c->text, result_hidden());
		else if (fit)
			snprintf(c->text, sizeof c->text, "%ld", fit->n);
		break;
	case 4:
		if (fit)
			number_format(c->text, sizeof c->text, fit->sample * 100, 1);
		break;
	case 5:
		if (fit)
			number_format(c->text, sizeof c->text, fit->population * 100, 1);
		break;
	case 6:
		if (fit)
			number_format(c->text, sizeof c->text, fit->weighted * 100, 1);
		break;
	default:
		if (fit)
			number_format(c->text, sizeof c->text, fit->weight, 2);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct weights_view *v = self;

	snprintf(dst, size, "%s/%s", v->w.margins[v->rows[row].margin].questions,
		cell_of(v, row)->categories);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct weights_view *v = self;

	if (row >= 0) {
		const char *source = cell_of(v, row)->source;

		snprintf(dst, size, "%.120s: %s", v->titles[v->rows[row].margin],
			source[0] ? source : _("keyed by hand"));
	}
}

/* ---- the lines above ---- */

static void
draw_effect(const struct weights_view *v, struct canvas *c)
{
	const struct raking_result *r = &v->weights.result;
	char sum[32], effective[32], part[32], off[32], low[32], high[32], cap[32];

	number_format(sum, sizeof sum, v->weights.sum, 1);
	number_format(effective, sizeof effective, r->effective, 1);
	number_format(part, sizeof part, 100 * r->effective / v->weights.sum, 0);
	if (v->weights.hidden)
		canvas_printf(c, 1, 0, c->columns, ROLE_TEXT,
			_("Forms: %zu, weighted: %s. The effective number is not said."),
			v->weights.forms, sum);
	else
		canvas_printf(c, 1, 0, c->columns, ROLE_TEXT,
			_("Forms: %zu, weighted: %s, effective number: %s (%s %% of them)."),
			v->weights.forms, sum, effective, part);
	number_format(off, sizeof off, r->deviation * 100, r->converged ? 4 : 1);
	if (isnan(r->deviation))
		canvas_printf(c, 2, 0, c->columns, ROLE_WARN,
			_("Rounds: %d; under the cap margins are missed."), r->rounds);
	else
		canvas_printf(c, 2, 0, c->columns, r->converged ? ROLE_TEXT : ROLE_WARN,
			r->converged
				? _("Rounds: %d; all margins are met (largest deviation %s %%).")
				: _("Rounds: %d; under the cap margins are missed by up to %s %%."),
			r->rounds, off);
	number_format(low, sizeof low, r->smallest, 2);
	number_format(high, sizeof high, r->largest, 2);
	number_format(cap, sizeof cap, v->w.cap, -1);
	if (v->weights.hidden)
		canvas_printf(c, 3, 0, c->columns, ROLE_TEXT,
			_("Smallest and largest weight are not said: few forms are hidden. Forms "
			  "without a category: %zu."),
			r->unknown);
	else if (v->w.cap > 0)
		canvas_printf(c, 3, 0, c->columns, ROLE_TEXT,
			_("Weights from %s to %s; cap: %s times the mean, forms at it: %zu. Forms "
			  "without a category: %zu."),
			low, high, cap, r->capped, r->unknown);
	else
		canvas_printf(c, 3, 0, c->columns, ROLE_TEXT,
			_("Weights from %s to %s, without a cap. Forms without a category: %zu."),
			low, high, r->unknown);
}

static void
above(void *self, struct canvas *c)
{
	const struct weights_view *v = self;
	const char *why = v->why.text;
	size_t next;

	canvas_printf(c, 0, 0, c->columns, ROLE_LABEL, "%s  %s, %d", v->view.wave.code,
		v->view.wave.survey_name, v->view.wave.year);
	if (v->fits) {
		draw_effect(v, c);
		return;
	}
	for (int row = 1; row < LINES_ABOVE - 1 && why[0]; row++) {
		size_t length = wrap_line(why, c->columns, &next);

		canvas_printf(c, row, 0, c->columns, ROLE_WARN, "%.*s", (int)length, why);
		if (!next)
			break;
		why += next;
	}
}

static const struct list_column columns[] = {
	{ N_("Category"), 0, false },
	{ N_("Margin"), 10, false },
	{ N_("Population"), 10, true },
	{ N_("n"), 6, true },
	{ /* xgettext:no-c-format */ N_("% forms"), 7, true },
	{ /* xgettext:no-c-format */ N_("% pop."), 7, true },
	{ /* xgettext:no-c-format */ N_("% wgtd."), 7, true },
	{ N_("Weight"), 6, true },
};

/* ---- changes, and the way back ---- */

/* Before a change: a copy that outlives the next load. */
static void
remember(struct weights_view *v)
{
	struct error ignored = { 0 };

	arena_release(&v->kept);
	v->may_return = weighting_load(v->base.app->db, v->view.wave.id, &v->kept, &v->former,
				&ignored) == 0;
}

static bool
may_change(struct screens *s, struct weights_view *v)
{
	struct error err = { 0 };

	if (survey_may(v->base.app, PERSON_COORDINATOR, &err) == 0)
		return true;
	screens_error(s, &err);
	return false;
}

/* Saves w; without margins the wave has no weights any more. */
static int
keep(struct screens *s, struct weights_view *v, struct weighting *w, const char *done)
{
	struct db *db = v->base.app->db;
	struct error err = { 0 };
	int result = w->margin_count > 0 ? weighting_save(db, w, &err)
		: w->id ? weighting_drop(db, w, &err)
			: 0;

	if (result) {
		app_error(s, _("Nothing was saved"), &err);
		return SCREEN_HANDLED;
	}
	app_changed(s);
	screens_say(s, "%s", done);
	return SCREEN_HANDLED;
}

static int
set_cap(struct screens *s, struct weights_view *v, const char *text)
{
	struct weighting w = v->w;

	if (number_parse(text[0] ? text : "0", &w.cap)) {
		screens_refuse(s, "%s",
			_("The cap is a multiple of the mean weight: 1 or more, or 0 for none."));
		return SCREEN_HANDLED;
	}
	remember(v);
	return keep(s, v, &w, _("The cap is set; z takes it back until this screen is left."));
}

static void
ask_cap(struct screens *s, const struct weights_view *v)
{
	char text[32] = "";

	if (v->w.margin_count == 0) {
		screens_say(s, "%s", _("There is no margin yet: F7 makes the first one."));
		return;
	}
	if (v->w.cap > 0)
		number_format(text, sizeof text, v->w.cap, -1);
	dialog_input(s, _("Cap of the weights"),
		_("Largest weight as a multiple of the mean (3 is usual, empty = none):"), text,
		ANSWER_CAP);
}

static int
drop_margin(struct screens *s, struct weights_view *v, int margin)
{
	struct weighting w = v->w;

	remember(v);
	memmove(&w.margins[margin], &w.margins[margin + 1],
		(size_t)(w.margin_count - margin - 1) * sizeof *w.margins);
	w.margin_count--;
	screens_stale(s); /* the rows were of the margins as they stood */
	return keep(s, v, &w, _("The margin is gone; z brings it back until this screen is left."));
}

static int
undo(struct screens *s, struct weights_view *v)
{
	struct weighting w = v->former;

	if (!v->may_return || w.wave != v->view.wave.id) {
		screens_say(s, "%s",
			_("Nothing was changed since this screen was opened. History: menu 8 7."));
		return SCREEN_HANDLED;
	}
	v->may_return = false;
	w.id = v->w.id;
	w.rev = v->w.rev;
	return keep(s, v, &w, _("The weights are as they were."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct weights_view *v = self;

	switch (action) {
	case ACTION_WAVE_CHOOSE:
		wave_view_ask(s, &v->view, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ANSWER_WAVE:
		wave_view_take(s, &v->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		if (may_change(s, v)) {
			remember(v);
			margin_form_open(s, v->view.wave.id, -1);
		}
		return SCREEN_HANDLED;
	case ACTION_WEIGHT_CAP:
		if (may_change(s, v))
			ask_cap(s, v);
		return SCREEN_HANDLED;
	case ANSWER_CAP:
		return set_cap(s, v, event->answer);
	case ANSWER_USE_WEIGHTS:
		v->base.app->weighted_wave = v->view.wave.id;
		screens_say(s, "%s", _("4 1 and 4 2 show weighted results; w switches."));
		return SCREEN_HANDLED;
	case ACTION_UNDO:
		return may_change(s, v) ? undo(s, v) : SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct weights_view *v = self;
	int margin = v->rows[row].margin;
	char text[512];

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		if (may_change(s, v)) {
			remember(v);
			margin_form_open(s, v->view.wave.id, margin);
		}
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (!may_change(s, v))
			return SCREEN_HANDLED;
		snprintf(text, sizeof text,
			_("Margin “%.200s” with %d categories. Weights are computed from the "
			  "margins that are left."),
			v->titles[margin], v->w.margins[margin].cell_count);
		dialog_ask(s, _("Take the margin away?"), text, ANSWER_DROP, 0);
		return SCREEN_HANDLED;
	case ANSWER_DROP:
		return drop_margin(s, v, margin);
	default:
		return SCREEN_PASS;
	}
}

static void
release(void *self)
{
	arena_release(&((struct weights_view *)self)->kept);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No weights yet. F7 makes a margin: how many people by sex, age, place."),
	.lines_above = LINES_ABOVE,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("weights"),
	.file_title = N_("Weights of a wave"),
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EDIT, ACTION_NEW, ACTION_DELETE, ACTION_UNDO,
	ACTION_WEIGHT_CAP, ACTION_WAVE_CHOOSE, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_REFRESH, 0 };

const struct screen weights_screen = { .name = "weights",
	.title = N_("Weights"),
	.size = sizeof(struct weights_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
