/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Risks of a strategy: a list, and a matrix by likelihood and effect. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/strategies/risk.h"
#include "report/task_documents.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/screens.h"
#include "screens/strategies/task_forms.h"

#include <stdio.h>
#include <string.h>

struct risks {
	struct list_screen base;
	struct strategy_view view;
	struct risk *rows;
	bool matrix;
};

static int
load(void *self, struct error *err)
{
	struct risks *v = self;

	if (strategy_view_load(&v->view, v->base.app, &v->base.arena, err))
		return -1;
	return v->view.strategy.id ? risk_list(v->base.app->db, v->view.strategy.id, &v->base.arena,
					     &v->rows, &v->base.count, err)
				   : 0;
}

static enum risk_level
level_of(const struct risk *r)
{
	return risk_level(r->likelihood, r->effect);
}

static enum role
level_role(enum risk_level l)
{
	static const enum role roles[RISK_LEVELS] = {
		[RISK_LOW] = ROLE_GOOD, [RISK_MEDIUM] = ROLE_WARN, [RISK_HIGH] = ROLE_BAD
	};

	return roles[l];
}

static const struct list_column columns[] = {
	{ N_("Risk"), 0, false },
	{ N_("Likely"), 7, true },
	{ N_("Grave"), 7, true },
	{ N_("Level"), 17, false },
	{ N_("Responsible"), 18, false },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct risk *r = &((const struct risks *)self)->rows[row];
	size_t used;

	if (r->closed_on[0])
		c->role = ROLE_HINT;
	switch (column) {
	case 0:
		used = (size_t)snprintf(c->text, sizeof c->text, "%d. ", r->position);
		text_copy(c->text + used, sizeof c->text - used, r->text);
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%d", r->likelihood);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", r->effect);
		break;
	case 3:
		text_copy(c->text, sizeof c->text,
			r->closed_on[0] ? _("ceased") : risk_level_label(level_of(r)));
		if (!r->closed_on[0])
			c->role = level_role(level_of(r));
		break;
	default:
		text_copy(c->text, sizeof c->text, r->office);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct risks *)self)->rows[row].position);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct risk *r = &((const struct risks *)self)->rows[row];

	snprintf(dst, size, "%s %s %s %s", r->text, r->office, r->task_name, r->response);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct risks *v = self;

	if (row >= 0)
		snprintf(dst, size, "%s%s%s", v->rows[row].task_name,
			v->rows[row].task_name[0] && v->rows[row].response[0] ? "; " : "",
			v->rows[row].response);
}

static void
above(void *self, struct canvas *c)
{
	const struct risks *v = self;
	int counts[RISK_LEVELS] = { 0 }, closed = 0;

	strategy_view_draw(&v->view, c);
	for (int i = 0; i < v->base.count; i++)
		if (v->rows[i].closed_on[0])
			closed++;
		else
			counts[level_of(&v->rows[i])]++;
	if (v->base.count)
		canvas_printf(c, STRATEGY_VIEW_LINES, 0, -1, ROLE_TEXT,
			_("High risks: %d, medium: %d, low: %d, ceased: %d"), counts[RISK_HIGH],
			counts[RISK_MEDIUM], counts[RISK_LOW], closed);
}

/* ---- the matrix ---- */

/* The numbers of the open risks of a cell: "3, 7". */
static void
numbers_of(const struct risks *v, int likelihood, int effect, char *dst, size_t size)
{
	size_t used = 0;

	dst[0] = '\0';
	for (int i = 0; i < v->base.count && used < size; i++) {
		const struct risk *r = &v->rows[i];

		if (r->likelihood == likelihood && r->effect == effect && !r->closed_on[0])
			used += (size_t)snprintf(
				dst + used, size - used, "%s%d", used ? ", " : "", r->position);
	}
}

static enum glyph
level_glyph(enum role role)
{
	return role == ROLE_BAD ? GLYPH_BAD : role == ROLE_WARN ? GLYPH_WARN : GLYPH_GOOD;
}

/* What the signs say, the highest level first. */
static void
draw_levels(struct canvas *c, int row)
{
	int column = 0;

	for (int l = RISK_LEVELS - 1; l >= 0; l--) {
		enum role role = level_role((enum risk_level)l);

		column += canvas_glyph(c, row, column, role, level_glyph(role)) + 1;
		column += canvas_text(
				  c, row, column, -1, role, risk_level_label((enum risk_level)l)) +
			  3;
	}
}

static bool
chart(void *self, struct canvas *c)
{
	enum { LEFT = 6, WIDTH = 13, HEIGHT = 2 };
	const struct risks *v = self;
	char text[64];

	if (!v->matrix)
		return false;
	canvas_text(
		c, 0, 0, -1, ROLE_LABEL, _("likelihood (up), effect (right); numbers of risks"));
	for (int likelihood = RISK_HIGHEST; likelihood >= RISK_LOWEST; likelihood--) {
		int row = 1 + (RISK_HIGHEST - likelihood) * HEIGHT;

		canvas_printf(c, row, LEFT - 3, 2, ROLE_TITLE, "%d", likelihood);
		for (int effect = RISK_LOWEST; effect <= RISK_HIGHEST; effect++) {
			int column = LEFT + (effect - 1) * (WIDTH + 1);
			enum role role = level_role(risk_level(likelihood, effect));

			numbers_of(v, likelihood, effect, text, sizeof text);
			canvas_glyph(c, row, column, role, level_glyph(role));
			canvas_text(c, row, column + 4, WIDTH - 4, role, text);
		}
	}
	for (int effect = RISK_LOWEST; effect <= RISK_HIGHEST; effect++)
		canvas_printf(c, 1 + RISK_HIGHEST * HEIGHT, LEFT + (effect - 1) * (WIDTH + 1), 2,
			ROLE_TITLE, "%d", effect);
	draw_levels(c, 2 + (RISK_HIGHEST + 1) * HEIGHT);
	return true;
}

/* ---- what is done ---- */

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct risks *v = self;

	(void)err;
	document_risks(table, arena, &v->view.strategy, v->rows, v->base.count);
	return 0;
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct risks *)self)->view.strategy.code);
}

static const struct line_acts acts = {
	.form = &risk_form,
	.move = risk_move,
	.remove = risk_remove,
	.deleted = DELETED_RISK,
	.ask = N_("Delete the risk?"),
	.removed = N_("The risk is deleted; x and p bring it back."),
};

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct risks *v = self;

	if (action == ACTION_RISK_MATRIX) {
		v->matrix = !v->matrix;
		return SCREEN_HANDLED;
	}
	return line_act(s, &v->base, &v->view, &acts, action, event);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct risks *v = self;

	return line_act_row(
		s, &v->base, &v->view, &acts, v->rows[row].position, v->rows[row].text, action);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No risk yet: F7 enters the first one."),
	.lines_above = STRATEGY_VIEW_LINES + 1,
	.whole_lines = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.chart = chart,
	.act = act,
	.act_row = act_row,
	.file = N_("risks"),
	.file_title = N_("Risks of the strategy"),
	.build = build,
	.about = about,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct risks *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	strategy_view_start(&v->view, STRATEGY_TAB_RISKS, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_STRATEGY_TAB, ACTION_STRATEGY_CHOOSE, ACTION_RISK_MATRIX,
	ACTION_MOVE_UP, ACTION_MOVE_DOWN, ACTION_RETIRED, 0 };

const struct screen risk_list_screen = { .name = "strategy_risks",
	.title = N_("Risks"),
	.size = sizeof(struct risks),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
