/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What speaks for a problem, a factor of a SWOT or a judgement of an evaluation: figures as they
 * were seen, results of surveys, decisions, documents, findings. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/diagnosis/problem.h"
#include "model/diagnosis/strategic_evidence.h"
#include "model/indicators/indicator.h"
#include "model/monitoring/evaluation.h"
#include "model/swot/swot.h"
#include "screens/diagnosis/diagnosis_screens.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/lookup.h"
#include "screens/frame/screens.h"
#include "screens/indicators/source.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>

enum { ANSWER_KIND = ACTION_ANSWER_1, ANSWER_TEXT, ANSWER_INDICATOR, ANSWER_REMOVE };

struct evidence_view {
	struct list_screen base;
	struct strategic_owner of;
	int64_t swot; /* of a factor */
	const char *title;
	int slot, year; /* whose figures are added */
	struct strategic_evidence *rows;
	enum strategic_kind kind; /* of the finding being written */
};

static int
load_problem(struct evidence_view *v, struct error *err)
{
	struct problem card;

	if (problem_load(v->base.app->db, v->of.problem, &card, err))
		return -1;
	v->slot = card.slot;
	v->year = card.year;
	v->title = arena_string(&v->base.arena, card.text);
	return 0;
}

static int
load_factor(struct evidence_view *v, struct error *err)
{
	struct db *db = v->base.app->db;
	struct swot_factor *list;
	struct swot swot;
	int count;

	if (swot_load(db, v->swot, &swot, err) ||
		swot_factors(db, v->swot, &v->base.arena, &list, &count, err))
		return -1;
	v->slot = swot.slot;
	v->year = swot.year;
	for (int i = 0; i < count; i++)
		if (list[i].id == v->of.factor)
			v->title = arena_format(&v->base.arena, "%s%d. %s",
				factor_kind_letter(list[i].kind), list[i].position, list[i].text);
	return 0;
}

static int
load_question(struct evidence_view *v, struct error *err)
{
	struct db *db = v->base.app->db;
	struct evaluation_question *list;
	struct evaluation e;
	int count;

	if (evaluation_load(db, v->of.evaluation, &e, err) ||
		evaluation_questions(db, e.id, &v->base.arena, &list, &count, err))
		return -1;
	v->slot = e.slot;
	v->year = e.year;
	for (int i = 0; i < count; i++)
		if (list[i].position == v->of.question)
			v->title = arena_format(
				&v->base.arena, "%d. %s", list[i].position, list[i].text);
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct evidence_view *v = self;

	v->title = "";
	if (v->of.problem	? load_problem(v, err)
		: v->of.factor	? load_factor(v, err)
				: load_question(v, err))
		return -1;
	return strategic_evidence_list(
		v->base.app->db, &v->of, &v->base.arena, &v->rows, &v->base.count, err);
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
	size_t used;

	if (column == 0) {
		used = (size_t)snprintf(c->text, sizeof c->text, "%.32s%s",
			e->indicator[0] ? e->indicator : strategic_kind_label(e->kind),
			e->indicator[0] ? " " : ": ");
		text_copy(c->text + used, sizeof c->text - used, e->text);
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
	const struct strategic_evidence *e;

	if (row < 0)
		return;
	e = &((const struct evidence_view *)self)->rows[row];
	text_copy(dst, size, e->indicator[0] ? e->peers : e->text);
}

static void
above(void *self, struct canvas *c)
{
	const struct evidence_view *v = self;

	canvas_text(c, 0, 0, -1, ROLE_TITLE, v->title);
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("Figures stand as they were when they were added. F7 a finding, i an indicator"));
}

/* ---- adding ---- */

static void
ask_kind(struct screens *s)
{
	const char *choices[STRATEGIC_KINDS - 1];

	for (int k = STRATEGIC_SURVEY; k < STRATEGIC_KINDS; k++)
		choices[k - STRATEGIC_SURVEY] = strategic_kind_label((enum strategic_kind)k);
	dialog_choose(s, _("What speaks for it?"), choices, STRATEGIC_KINDS - 1,
		STRATEGIC_TEXT - STRATEGIC_SURVEY, ANSWER_KIND);
}

static int
add_text(struct app *app, const struct evidence_view *v, const char *text, struct error *err)
{
	struct strategic_evidence e = { .owner = v->of,
		.kind = v->kind,
		.value = NAN,
		.mean = NAN,
		.level = NAN,
		.change = NAN,
		.text = text };

	if (!text[0])
		return error_set(err, ERROR_INPUT, _("Write what was found, in a sentence."));
	return app_may_write(app, err) || strategic_evidence_add(app->db, &e, err) ? -1 : 0;
}

/* The figure of the year, or of the last one with data, as a diagnosis of the unit sees it now. */
static int
add_indicator(struct app *app, const struct evidence_view *v, const char *code, struct error *err)
{
	struct diagnosis question = { .slot = v->slot, .year = v->year };
	struct strategic_evidence e = { .owner = v->of };
	const struct unit_table *units = app_units(app, err);
	struct indicator card;
	struct arena arena = { 0 };
	int failed = !units || app_may_write(app, err) ||
		     indicator_load(app->db, code, &arena, &card, err);

	if (!failed && card.last_year && card.last_year < question.year)
		question.year = card.last_year;
	failed = failed ||
		 strategic_evidence_look(app->db, units, &question, code, &arena, &e, err) ||
		 strategic_evidence_add(app->db, &e, err);
	arena_release(&arena);
	return failed ? -1 : 0;
}

static void
show_deleted(struct screens *s, const struct strategic_owner *of)
{
	screens_push(s, &deleted_lines_screen,
		of->problem  ? &(struct deleted_of){ DELETED_PROBLEM_EVIDENCE, of->problem }
		: of->factor ? &(struct deleted_of){ DELETED_FACTOR_EVIDENCE, of->factor }
			     : &(struct deleted_of){ DELETED_EVALUATION_EVIDENCE, of->evaluation });
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct evidence_view *v = self;
	struct error err = { 0 };

	switch (action) {
	case ACTION_NEW:
		ask_kind(s);
		return SCREEN_HANDLED;
	case ANSWER_KIND:
		v->kind = (enum strategic_kind)(STRATEGIC_SURVEY + event->number);
		dialog_input(s, strategic_kind_label(v->kind), _("In a sentence"), "", ANSWER_TEXT);
		return SCREEN_HANDLED;
	case ACTION_INDICATOR_CHOOSE:
		lookup_indicator(s, _("Which indicator speaks for it?"), true, ANSWER_INDICATOR);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		show_deleted(s, &v->of);
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

/* A figure leads to its source, as it was frozen; a finding is shown whole. */
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
		dialog_message(
			s, strategic_kind_label(e->kind), strategic_evidence_words(e, &arena));
	arena_release(&arena);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct evidence_view *v = self;
	const struct strategic_evidence *e = &v->rows[row];
	struct view view = { .indicator = e->indicator, .year = e->year, .slot = e->slot };
	struct app *app = app_of(s);
	struct error err = { 0 };

	switch (action) {
	case ACTION_OPEN:
	case ACTION_SOURCE:
		open_row(s, v, e);
		return SCREEN_HANDLED;
	case ACTION_CHART:
		if (e->indicator[0])
			screens_push(s, &chart_screen, &view);
		else
			screens_say(s, "%s", _("This evidence is in words: there is no chart."));
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, _("Take the evidence out?"), e->text, ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		app_done(s,
			app_may_write(app, &err) || strategic_evidence_remove(app->db, e->id, &err),
			&err, _("The evidence is taken out; x and p bring it back."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const int row_ids[] = { ACTION_SOURCE, ACTION_CHART, 0 };

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
	.of_row = row_ids,
	.file = N_("evidence"),
	.file_title = N_("Evidence"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct evidence_view *v = self;
	const struct evidence_of *of = argument;

	(void)err;
	list_screen_start(s, self, &kind);
	v->of = of->owner;
	v->swot = of->swot;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_NEW,
	ACTION_INDICATOR_CHOOSE, ACTION_DELETE, ACTION_SOURCE, ACTION_CHART, ACTION_RETIRED, 0 };

const struct screen strategic_evidence_screen = { .name = "strategic_evidence",
	.title = N_("What speaks for it"),
	.size = sizeof(struct evidence_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
