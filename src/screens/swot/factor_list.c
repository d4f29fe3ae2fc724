/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The factors of a SWOT analysis, by kind; or the same along the axis. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "screens/diagnosis/diagnosis_screens.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/swot/factor_view.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_REMOVE, ANSWER_WEIGHTS, ANSWER_EVEN, ANSWER_TAKE };

static const struct list_column columns[] = {
	{ N_("Factor"), 0, false },
	{ N_("Area"), 10, false },
	{ N_("Weight"), 6, true },
	{ N_("Rating"), 10, true },
	{ N_("Axis"), 5, true },
	{ N_("Evid."), 5, true },
};
static const struct list_column axis_columns[] = {
	{ N_("Factor"), 0, false },
	{ N_("hinders most – helps most"), FACTOR_AXIS_WIDTH, false },
	{ N_("Axis"), 6, true },
};

static int
load(void *self, struct error *err)
{
	struct factor_view *v = self;
	struct db *db = v->base.app->db;

	v->units = app_units(v->base.app, err);
	return !v->units || swot_load(db, v->id, &v->swot, err) ||
			       swot_factors(
				       db, v->id, &v->base.arena, &v->rows, &v->base.count, err)
		       ? -1
		       : 0;
}

static void
number(struct list_cell *c, double value, int decimals)
{
	if (!isnan(value))
		number_format(c->text, sizeof c->text, value, decimals);
}

/* "4,5 ±0,71": by hand there is no spread. */
static void
rating(struct list_cell *c, const struct swot_factor *f)
{
	size_t used;

	number(c, f->rating, 1);
	used = strlen(c->text);
	if (isnan(f->rating) || isnan(f->spread))
		return;
	used += (size_t)snprintf(c->text + used, sizeof c->text - used, " ±");
	number_format(c->text + used, sizeof c->text - used, f->spread, 2);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct factor_view *v = self;
	const struct swot_factor *f = &v->rows[row];
	static const enum role roles[] = { ROLE_GOOD, ROLE_BAD, ROLE_GOOD, ROLE_BAD };
	size_t used;

	if (column == 0) {
		used = (size_t)snprintf(c->text, sizeof c->text, "%s%d. ",
			factor_kind_letter(f->kind), f->position);
		text_copy(c->text + used, sizeof c->text - used, f->text);
		c->role = roles[f->kind];
		return;
	}
	if (v->axis && column == 1)
		factor_axis_cell(f, c);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, swot_area_words(f));
	else if (v->axis || column == 4)
		number(c, f->axis, 1);
	else if (column == 2)
		number(c, f->weight, 2);
	else if (column == 3)
		rating(c, f);
	else if (f->evidence)
		snprintf(c->text, sizeof c->text, "%d", f->evidence);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct factor_view *)self)->rows[row].id);
}

/* The row may have no room for all of it. */
static void
note(const void *self, int row, char *dst, size_t size)
{
	if (row >= 0)
		text_copy(dst, size, ((const struct factor_view *)self)->rows[row].text);
}

/* "S 1,00, W 0,80!, O –, T –": what the weights of each kind sum to. */
static void
draw_weights(const struct factor_view *v, struct canvas *c, int line)
{
	int used = canvas_text(c, line, 0, -1, ROLE_LABEL, _("Sums of weights:"));

	for (int k = 0; k < FACTOR_KINDS; k++) {
		struct swot_weights w =
			swot_weights_of(v->rows, v->base.count, (enum factor_kind)k);
		char sum[32];

		number_format(sum, sizeof sum, w.weighed ? w.sum : NAN, 2);
		used += canvas_printf(c, line, used, -1,
			!w.weighed || w.usable ? ROLE_TEXT : ROLE_WARN, "  %s %s%s",
			factor_kind_letter((enum factor_kind)k), w.weighed ? sum : "–",
			w.weighed && !w.usable && !w.first_open ? " ≠ 1" : "");
		if (w.weighed && w.first_open)
			used += canvas_printf(c, line, used, -1, ROLE_WARN,
				_(": %s%d has no weight"), factor_kind_letter((enum factor_kind)k),
				w.first_open);
	}
}

static void
above(void *self, struct canvas *c)
{
	const struct factor_view *v = self;
	const struct unit *u = unit_by_slot(v->units, v->swot.slot);

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s, %d: %s", u ? u->label : "", v->swot.year,
		v->swot.title);
	if (v->axis)
		canvas_text(c, 1, 0, -1, ROLE_HINT,
			_("Left and right move the factor along the axis; a shows the list again"));
	else
		draw_weights(v, c, 1);
}

/* ---- what is done ---- */

static void
ask_weights(struct screens *s, const struct factor_view *v, int row)
{
	const char *choices[2 * FACTOR_KINDS];
	char texts[2 * FACTOR_KINDS][96];

	for (int k = 0; k < FACTOR_KINDS; k++) {
		snprintf(texts[2 * k], sizeof texts[0], _("%s: the same weight for each"),
			factor_kind_heading((enum factor_kind)k));
		snprintf(texts[2 * k + 1], sizeof texts[0],
			_("%s: scale the weights to the sum of 1"),
			factor_kind_heading((enum factor_kind)k));
		choices[2 * k] = texts[2 * k];
		choices[2 * k + 1] = texts[2 * k + 1];
	}
	dialog_choose(s, _("Weights"), choices, 2 * FACTOR_KINDS,
		row >= 0 ? 2 * (int)v->rows[row].kind : 0, ANSWER_WEIGHTS);
}

static void
set_weights(struct screens *s, struct factor_view *v, int choice)
{
	struct app *app = app_of(s);
	enum factor_kind kind = (enum factor_kind)(choice / 2);
	struct error err = { 0 };
	int failed = app_may_write(app, &err);

	if (!failed)
		failed = choice % 2 ? swot_weights_scale(app->db, v->id, &v->swot.rev, kind, &err)
				    : swot_weights_even(app->db, v->id, &v->swot.rev, kind, &err);
	app_done(s, failed, &err, _("The weights sum to 1."));
}

static void
take_weights(struct screens *s, struct factor_view *v, int choice)
{
	enum factor_kind kind = (enum factor_kind)(choice / 2);
	struct swot_weights w = swot_weights_of(v->rows, v->base.count, kind);
	double each = w.count ? 1.0 / w.count : 0;
	char text[256], number[32];

	v->weighing = choice;
	if (choice % 2 || !swot_weights_given(v->rows, v->base.count, kind)) {
		set_weights(s, v, choice);
		return;
	}
	number_format(number, sizeof number, each, 2);
	snprintf(text, sizeof text,
		_("%s: weights were given already; each becomes %s, and what stood there does not "
		  "come back."),
		factor_kind_heading(kind), number);
	dialog_ask(s, _("Replace the weights?"), text, ANSWER_EVEN, 0);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct factor_view *v = self;
	struct ballot_of of = { .swot = v->id, .slot = v->swot.slot };
	int row = list_screen_row(v);

	switch (action) {
	case ACTION_NEW:
		card_form_open(s, &factor_form, 0,
			factor_form_parent(v->id, row >= 0 ? v->rows[row].kind : FACTOR_STRENGTH),
			ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ACTION_SWOT_TAKE:
		factor_take_ask(s, v, ANSWER_TAKE);
		return SCREEN_HANDLED;
	case ANSWER_TAKE:
		factor_take(s, v, event->number);
		return SCREEN_HANDLED;
	case ACTION_SWOT_WEIGHTS:
		ask_weights(s, v, row);
		return SCREEN_HANDLED;
	case ANSWER_WEIGHTS:
		take_weights(s, v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_EVEN:
		set_weights(s, v, v->weighing);
		return SCREEN_HANDLED;
	case ACTION_SWOT_AXIS:
		v->axis = !v->axis;
		v->base.list.columns = v->axis ? axis_columns : columns;
		v->base.list.column_count =
			v->axis ? (int)(sizeof axis_columns / sizeof *axis_columns)
				: (int)(sizeof columns / sizeof *columns);
		return SCREEN_HANDLED;
	case ACTION_SWOT_MATRIX:
		screens_push(s, &swot_matrix_screen, &v->id);
		return SCREEN_HANDLED;
	case ACTION_SWOT_POSITION:
		screens_push(s, &swot_position_screen, &v->id);
		return SCREEN_HANDLED;
	case ACTION_BALLOTS:
		screens_push(s, &ballot_list_screen, &of);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		screens_push(
			s, &deleted_lines_screen, &(struct deleted_of){ DELETED_FACTOR, v->id });
		return SCREEN_HANDLED;
	case ACTION_SWOT_PRINT:
		swot_print(s, v->id);
		return SCREEN_HANDLED;
	case ACTION_NONE:
		if (v->axis && row >= 0 && event->type == EVENT_KEY &&
			(event->key == KEYS_LEFT || event->key == KEYS_RIGHT)) {
			factor_axis_move(s, v, row, event->key == KEYS_LEFT ? -1 : 1);
			return SCREEN_HANDLED;
		}
		return SCREEN_PASS;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct factor_view *v = self;
	struct app *app = app_of(s);
	int64_t factor = v->rows[row].id;
	struct error err = { 0 };

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &factor_form, factor, v->id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_EVIDENCE:
		screens_push(s, &strategic_evidence_screen,
			&(struct evidence_of){ { .factor = factor }, v->id });
		return SCREEN_HANDLED;
	case ACTION_MOVE_UP:
	case ACTION_MOVE_DOWN:
		app_done(s,
			app_may_write(app, &err) ||
				swot_factor_move(app->db, v->id, &v->swot.rev, factor,
					action == ACTION_MOVE_UP ? -1 : 1, &err),
			&err, NULL);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, _("Delete the factor with its pairs and evidence?"),
			v->rows[row].text, ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		app_done(s,
			app_may_write(app, &err) ||
				swot_factor_remove(app->db, v->id, &v->swot.rev, factor, &err),
			&err, _("The factor is deleted; x and p bring it back."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No factor yet: F7 writes the first one."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("swot"),
	.file_title = N_("SWOT analysis"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct factor_view *)self)->id = *(const int64_t *)argument;
	return 0;
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	(void)right;
	(void)right_size;
	text_copy(left, left_size, ((const struct factor_view *)self)->swot.code);
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_MOVE_UP, ACTION_MOVE_DOWN, ACTION_EVIDENCE,
	ACTION_SWOT_TAKE, ACTION_SWOT_WEIGHTS, ACTION_SWOT_AXIS, ACTION_SWOT_MATRIX,
	ACTION_SWOT_POSITION, ACTION_BALLOTS, ACTION_SWOT_PRINT, ACTION_RETIRED, 0 };

const struct screen factor_list_screen = { .name = "factor_list",
	.title = N_("SWOT analysis"),
	.size = sizeof(struct factor_view),
	.actions = ids,
	.start = start,
	.head = head,
	LIST_SCREEN };
