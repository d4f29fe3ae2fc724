/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What speaks for a problem, a priority or a driver: figures as they were seen, and findings. */
#include "config.h"

#include "screens/diagnosis/diagnosis_screens.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/diagnosis/problem.h"
#include "model/diagnosis/strategic_evidence.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/lookup.h"
#include "screens/indicators/source.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>

enum { ANSWER_TEXT = ACTION_ANSWER_1, ANSWER_INDICATOR, ANSWER_REMOVE };

struct evidence_view {
	struct list_screen base;
	int64_t problem;
	struct problem card;
	struct strategic_evidence *rows;
};

static int
load(void *self, struct error *err)
{
	struct evidence_view *v = self;
	struct db *db = v->base.app->db;
	const struct strategic_owner owner = { .problem = v->problem };

	return problem_load(db, v->problem, &v->card, err) ||
			       strategic_evidence_list(
				       db, &owner, &v->base.arena, &v->rows, &v->base.count, err)
		       ? -1
		       : 0;
}

static const struct list_column columns[] = {
	{ N_("What speaks for it"), 0, false },
	{ N_("Year"), 5, true },
	{ N_("Value"), 10, true },
	{ N_("Mean"), 10, true },
	{ N_("Level"), 7, true },
	{ N_("Change"), 7, true },
	{ N_("n"), 5, true },
};

static void
figure(struct list_cell *c, double value, int decimals)
{
	if (!isnan(value))
		number_format(c->text, sizeof c->text, value, decimals);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct strategic_evidence *e = &((const struct evidence_view *)self)->rows[row];

	if (column == 0) {
		snprintf(c->text, sizeof c->text, "%s%s%s", e->indicator,
			e->indicator[0] ? " " : "", e->text);
		return;
	}
	if (!e->indicator[0])
		return;
	switch (column) {
	case 1:
		snprintf(c->text, sizeof c->text, "%d", e->year);
		break;
	case 2:
		figure(c, e->value, e->decimals);
		break;
	case 3:
		figure(c, e->mean, e->decimals);
		break;
	case 4:
		figure(c, e->level, 2);
		break;
	case 5:
		figure(c, e->change, 2);
		break;
	default:
		snprintf(c->text, sizeof c->text, "%d", e->n);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct evidence_view *)self)->rows[row].id);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	if (row >= 0)
		text_copy(dst, size, ((const struct evidence_view *)self)->rows[row].peers);
}

static void
above(void *self, struct canvas *c)
{
	const struct evidence_view *v = self;

	canvas_text(c, 0, 0, -1, ROLE_TITLE, v->card.text);
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("Figures stand as they were when they were added. F7 a finding, i an indicator"));
}

/* The figure as a diagnosis of the problem's unit and year sees it now. */
static int
add_indicator(struct app *app, const struct evidence_view *v, const char *code, struct error *err)
{
	const struct diagnosis question = { .slot = v->card.slot, .year = v->card.year };
	struct strategic_evidence e = { .owner.problem = v->problem };
	const struct unit_table *units = app_units(app, err);
	struct arena arena = { 0 };
	int failed = !units || app_may_write(app, err) ||
		     strategic_evidence_look(app->db, units, &question, code, &arena, &e, err) ||
		     strategic_evidence_add(app->db, &e, err);

	arena_release(&arena);
	return failed ? -1 : 0;
}

static int
add_text(struct app *app, const struct evidence_view *v, const char *text, struct error *err)
{
	struct strategic_evidence e = { .owner.problem = v->problem,
		.kind = STRATEGIC_TEXT,
		.value = NAN,
		.mean = NAN,
		.level = NAN,
		.change = NAN,
		.text = text };

	return app_may_write(app, err) || strategic_evidence_add(app->db, &e, err) ? -1 : 0;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct evidence_view *v = self;
	struct error err = { 0 };

	switch (action) {
	case ACTION_NEW:
		dialog_input(s, _("What was found"), _("In a sentence"), "", ANSWER_TEXT);
		return SCREEN_HANDLED;
	case ACTION_INDICATOR_CHOOSE:
		lookup_indicator(s, _("Which indicator speaks for it?"), true, ANSWER_INDICATOR);
		return SCREEN_HANDLED;
	case ANSWER_TEXT:
		app_done(s, add_text(app_of(s), v, event->answer, &err), &err,
			_("The finding is added."));
		return SCREEN_HANDLED;
	case ANSWER_INDICATOR:
		app_done(s, add_indicator(app_of(s), v, event->answer, &err), &err,
			_("The figure is added as it stands now."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
open_row(struct screens *s, const struct evidence_view *v, const struct strategic_evidence *e)
{
	struct arena arena = { 0 };
	struct indicator card;
	struct error ignored = { 0 };

	if (e->indicator[0] &&
		indicator_load(v->base.app->db, e->indicator, &arena, &card, &ignored) == 0)
		source_open_with(s, &card, e->year, e->slot, strategic_evidence_words(e, &arena));
	else
		dialog_message(s, _("What was found"), strategic_evidence_words(e, &arena));
	arena_release(&arena);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct evidence_view *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };

	switch (action) {
	case ACTION_OPEN:
	case ACTION_SOURCE:
		open_row(s, v, &v->rows[row]);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, _("Take the evidence out?"), v->rows[row].text, ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		app_done(s,
			app_may_write(app, &err) ||
				strategic_evidence_remove(app->db, v->rows[row].id, &err),
			&err, _("The evidence is taken out."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nothing yet: i adds an indicator as it stands, F7 a finding in words."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("evidence"),
	.file_title = N_("Evidence"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct evidence_view *)self)->problem = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_NEW,
	ACTION_INDICATOR_CHOOSE, ACTION_DELETE, ACTION_SOURCE, 0 };

const struct screen problem_evidence_screen = { .name = "problem_evidence",
	.title = N_("What speaks for it"),
	.size = sizeof(struct evidence_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
