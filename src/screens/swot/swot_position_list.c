/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strategic position that follows from both matrices, with its arithmetic. */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "model/swot/swot_position.h"
#include "report/swot_document.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/swot/swot_screens.h"
#include "tui/pager.h"

#include <math.h>
#include <stdio.h>

struct position_view {
	struct list_screen base;
	int64_t id;
	struct swot swot;
	struct swot_matrix m;
	struct swot_position p;
	char odd[96]; /* kinds whose weights do not sum to 1 */
};

static int
load(void *self, struct error *err)
{
	struct position_view *v = self;
	struct db *db = v->base.app->db;

	if (swot_load(db, v->id, &v->swot, err) ||
		swot_matrix_load(db, v->id, &v->base.arena, &v->m, err))
		return -1;
	swot_position_of(&v->m, &v->p);
	swot_weights_odd(&v->m, v->odd, sizeof v->odd);
	v->base.count = QUADRANTS;
	return 0;
}

static void
number(struct list_cell *c, double value, int decimals)
{
	if (isnan(value))
		text_copy(c->text, sizeof c->text, "–");
	else
		number_format(c->text, sizeof c->text, value, decimals);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct position_view *v = self;
	const struct swot_sum *both = &v->p.both[row];
	enum swot_quadrant q = (enum swot_quadrant)row;

	if (v->p.by_sum == row)
		c->role = ROLE_OWN;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s  %s", swot_quadrant_label(q),
			swot_quadrant_strategy(q));
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%d/%d", both->keyed, both->pairs);
		break;
	case 2:
		number(c, v->p.of[SWOT_FORWARD][row].sum, -1);
		break;
	case 3:
		number(c, v->p.of[SWOT_BACKWARD][row].sum, -1);
		break;
	case 4:
		number(c, both->sum, -1);
		break;
	case 5:
		number(c, both->mean, 2);
		break;
	default:
		number(c, both->weighted, 2);
		break;
	}
}

static void
above(void *self, struct canvas *c)
{
	const struct position_view *v = self;
	struct arena arena = { 0 };

	canvas_text(c, 0, 0, -1, ROLE_TITLE, v->swot.title);
	for (int by = 0; by < 3; by++) {
		if (by != 1 || v->p.weighted)
			canvas_text(c, 1 + by, 0, -1, ROLE_TEXT,
				swot_position_words(&v->p, by, &arena));
		else if (v->odd[0])
			canvas_printf(c, 1 + by, 0, -1, ROLE_WARN,
				_("No weighted sums, because weights do not sum to 1: %s."),
				v->odd);
		else
			canvas_text(c, 1 + by, 0, -1, ROLE_TEXT,
				_("No weighted sums: the weights of each of the four kinds must "
				  "sum to 1."));
	}
	if (!v->p.complete)
		canvas_text(c, 4, 0, -1, ROLE_WARN, swot_position_rest(&v->p));
	if (v->p.weighted)
		canvas_text(c, 5, 0, -1, ROLE_HINT, swot_weighted_formula());
	arena_release(&arena);
}

static const struct list_column columns[] = {
	{ N_("Quadrant"), 0, false },
	{ N_("Keyed"), 7, true },
	{ N_("SWOT"), 6, true },
	{ N_("TOWS"), 6, true },
	{ N_("Sum"), 6, true },
	{ N_("Mean"), 8, true },
	{ N_("Weighted"), 9, true },
};

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct position_view *v = self;

	(void)event;
	switch (action) {
	case ACTION_SWOT_MATRIX:
		screens_push(s, &swot_matrix_screen, &v->id);
		return SCREEN_HANDLED;
	case ACTION_SWOT_PRINT:
		swot_print(s, v->id);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* The weighted sum of the quadrant with all its numbers. */
static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct position_view *v = self;
	struct arena arena = { 0 };

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	if (v->p.weighted)
		pager_open(s, _("Weighted sum"),
			arena_format(&arena, "%s\n\n%s", swot_weighted_formula(),
				swot_weighted_terms(
					&v->m, (enum swot_quadrant)row, &v->p.both[row], &arena)),
			true);
	else
		screens_push(s, &swot_matrix_screen, &v->id);
	arena_release(&arena);
	return SCREEN_HANDLED;
}

/* What F1 says first. */
static char *
help(const void *self)
{
	struct arena arena = { 0 };
	char *text;

	(void)self;
	text = memory_string(arena_format(&arena, "%s\n\n%s\n\n%s\n\n%s\n", _("THE POSITION"),
		_("A quadrant's sum is that of all numbers of its pairs, SWOT and TOWS added; its "
		  "mean is the sum by the numbers that are keyed. The quadrant with the largest is "
		  "the position."),
		swot_weighted_formula(),
		_("It counts each number once with the weight of either factor: rows of the matrix "
		  "and columns. Enter on a quadrant shows its terms.")));
	arena_release(&arena);
	return text;
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct position_view *v = self;

	(void)err;
	swot_position_table(&v->p, v->swot.title, arena, table);
	return 0;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.lines_above = 7,
	.load = load,
	.cell = cell,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("position"),
	.file_title = N_("Strategic position"),
	.build = build,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct position_view *)self)->id = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SWOT_MATRIX, ACTION_SWOT_PRINT, 0 };

const struct screen swot_position_screen = { .name = "swot_position",
	.title = N_("Strategic position"),
	.size = sizeof(struct position_view),
	.actions = ids,
	.start = start,
	.help = help,
	LIST_SCREEN };
