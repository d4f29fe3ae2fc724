/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evaluations and self-assessments of a strategy. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/swot/swot_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_STRATEGY, ANSWER_DELETE };

struct evaluations {
	struct list_screen base;
	struct strategy_view strategy;
	struct evaluation *rows;
};

static int
load(void *self, struct error *err)
{
	struct evaluations *v = self;
	struct evaluation_filter filter = { .retired = v->base.retired };
	struct app *app = v->base.app;

	if (strategy_view_load(&v->strategy, app, &v->base.arena, err))
		return -1;
	filter.strategy = v->strategy.strategy.id;
	return filter.strategy ? evaluation_list(app->db, &filter, &v->base.arena, &v->rows,
					 &v->base.count, err)
			       : 0;
}

static const struct list_column columns[] = {
	{ N_("Evaluation"), 0, false },
	{ N_("Year"), 5, false },
	{ N_("Kind"), 16, false },
	{ N_("Judged"), 8, true },
	{ N_("Still open"), 12, true },
	{ N_("Closed"), 10, false },
};

/* The title says that it is an evaluation. */
static const char *const kinds[EVALUATION_KINDS] = { [EVALUATION_EX_ANTE] = N_("ex-ante"),
	[EVALUATION_MID_TERM] = N_("mid-term"),
	[EVALUATION_EX_POST] = N_("ex-post"),
	[EVALUATION_SELF] = N_("self-assessment") };

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct evaluation *e = &((const struct evaluations *)self)->rows[row];

	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, e->title);
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%d", e->year);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, _(kinds[e->kind]));
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%d/%d", e->judged, e->questions);
		break;
	case 4:
		snprintf(c->text, sizeof c->text, "%d/%d", e->open, e->recommendations);
		break;
	default:
		date_show(c->text, sizeof c->text, e->closed_on);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct evaluations *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct evaluation *e = &((const struct evaluations *)self)->rows[row];

	snprintf(dst, size, "%s %s", e->title, e->evaluator);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct evaluations *v = self;
	const struct evaluation *e = row < 0 ? NULL : &v->rows[row];
	size_t used;

	if (!e)
		return;
	used = (size_t)snprintf(dst, size, _("number %lld; recommendations open: %d of %d"),
		(long long)e->id, e->open, e->recommendations);
	if (e->evaluator[0] && used < size)
		snprintf(dst + used, size - used, _("; by: %s"), e->evaluator);
}

static void
above(void *self, struct canvas *c)
{
	const struct evaluations *v = self;

	if (!v->strategy.strategy.id)
		return;
	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s  %s", v->strategy.strategy.code,
		v->strategy.strategy.name);
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		v->base.retired
			? _("Deleted ones: p brings one back, x shows the others")
			: _("Enter opens the questions, w the recommendations; F4 changes the "
			    "card"));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct evaluations *v = self;

	switch (action) {
	case ACTION_NEW:
		if (strategy_view_there(s, &v->strategy))
			card_form_open(
				s, &evaluation_form, 0, v->strategy.strategy.id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	default:
		return strategy_view_act(s, &v->strategy, action, ANSWER_STRATEGY, event);
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct evaluations *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };
	const struct evaluation *e = &v->rows[row];
	const struct year_report_of report = { app, YEAR_REPORT_EVALUATION, e->id, e->year };

	switch (action) {
	case ACTION_OPEN:
		screens_push(s, &evaluation_questions_screen, &e->id);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		card_form_open(s, &evaluation_form, e->id, e->strategy, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_EVALUATION_RECOMMENDATIONS:
		screens_push(s, &recommendation_list_screen, &e->id);
		return SCREEN_HANDLED;
	case ACTION_BALLOTS:
		screens_push(s, &ballot_list_screen, &(struct ballot_of){ .evaluation = e->id });
		return SCREEN_HANDLED;
	case ACTION_ROUND_REPORT:
		year_report_preview(s, &report);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, _("Delete the evaluation?"), e->title, ANSWER_DELETE, 0);
		return SCREEN_HANDLED;
	case ANSWER_DELETE:
		app_done(s,
			app_may_write(app, &err) || evaluation_retire(app->db, e->id, e->rev, &err),
			&err, _("The evaluation is deleted; x and p bring it back."));
		return SCREEN_HANDLED;
	case ACTION_BRING_BACK:
		if (!v->base.retired)
			return SCREEN_PASS;
		if (app_done(s,
			    app_may_write(app, &err) || evaluation_restore(app->db, e->id, &err),
			    &err, _("The evaluation is back.")) == 0)
			v->base.retired = false;
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* Only statements of a self-assessment are put to the vote. */
static bool
able(const void *self, int row, int action)
{
	const struct evaluations *v = self;

	if (action == ACTION_BRING_BACK)
		return v->base.retired;
	return action != ACTION_BALLOTS ||
	       (row >= 0 && !v->base.retired && v->rows[row].kind == EVALUATION_SELF);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No evaluation yet: F7 begins one with the usual questions."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.able = able,
	.file = N_("evaluations"),
	.file_title = N_("Evaluations"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct evaluations *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	strategy_view_start(&v->strategy, STRATEGY_TABS, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_EVALUATION_RECOMMENDATIONS, ACTION_BALLOTS,
	ACTION_ROUND_REPORT, ACTION_STRATEGY_CHOOSE, ACTION_RETIRED, ACTION_BRING_BACK, 0 };

const struct screen evaluation_list_screen = { .name = "evaluations",
	.title = N_("Evaluation and self-assessment"),
	.size = sizeof(struct evaluations),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
