/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of an evaluation with judgements and scores. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/diagnosis/strategic_evidence.h"
#include "screens/diagnosis/diagnosis_screens.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/swot/swot_screens.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <math.h>
#include <stdio.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_DELETE };

struct questions {
	struct list_screen base;
	int64_t id;
	struct evaluation evaluation;
	struct evaluation_question *rows;
};

static int
load(void *self, struct error *err)
{
	struct questions *v = self;
	struct db *db = v->base.app->db;

	if (evaluation_load(db, v->id, &v->evaluation, err))
		return -1;
	return evaluation_questions(db, v->id, &v->base.arena, &v->rows, &v->base.count, err);
}

static const struct list_column columns[] = {
	{ N_("Question"), 0, false },
	{ N_("Criterion"), 14, false },
	{ N_("Score"), 12, true },
	{ N_("Judgement"), 14, false },
};

static void
score_text(const struct evaluation_question *x, char *dst, size_t size)
{
	char score[32], spread[32];

	if (isnan(x->score))
		return;
	number_format(score, sizeof score, x->score, 2);
	number_format(spread, sizeof spread, x->spread, 2);
	snprintf(dst, size, spread[0] ? "%s ± %s" : "%s", score, spread);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct evaluation_question *x = &((const struct questions *)self)->rows[row];
	size_t used;

	switch (column) {
	case 0:
		used = (size_t)snprintf(c->text, sizeof c->text, "%d. ", x->position);
		text_copy(c->text + used, sizeof c->text - used, x->text);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, criterion_label(x->criterion));
		break;
	case 2:
		score_text(x, c->text, sizeof c->text);
		break;
	default:
		text_copy(c->text, sizeof c->text, x->judgement);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct questions *)self)->rows[row].position);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct evaluation_question *x = &((const struct questions *)self)->rows[row];

	snprintf(dst, size, "%s %s", x->text, x->judgement);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	if (row >= 0)
		text_copy(dst, size, ((const struct questions *)self)->rows[row].text);
}

static void
above(void *self, struct canvas *c)
{
	const struct questions *v = self;

	canvas_text(c, 0, 0, -1, ROLE_TITLE, v->evaluation.title);
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		v->evaluation.closed_on[0]
			? _("Closed: Enter shows the judgement, d: what speaks for it; w: "
			    "recommendations")
		: v->evaluation.kind == EVALUATION_SELF
			? _("Statements from 1 (not at all) to 5 (fully); v puts them to the "
			    "team's vote")
			: _("Enter writes judgement and score, d: what speaks for it; w: "
			    "recommendations"));
}

bool
evaluation_open(struct screens *s, const struct evaluation *e)
{
	if (e->closed_on[0])
		screens_say(s, "%s",
			_("This evaluation is closed. Take its closing day away first, if it has "
			  "to change."));
	return !e->closed_on[0];
}

/* Of a closed evaluation the judgement is read, not written. */
static void
show(struct screens *s, const struct questions *v, int row)
{
	const struct evaluation_question *x = &v->rows[row];
	char text[1700], score[64] = "";

	score_text(x, score, sizeof score);
	snprintf(text, sizeof text, "%s\n\n%s%s%s", x->text, score, score[0] ? "\n" : "",
		x->judgement);
	pager_open(s, criterion_label(x->criterion), text, true);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct questions *v = self;

	switch (action) {
	case ACTION_NEW:
		if (evaluation_open(s, &v->evaluation))
			card_form_open(s, &evaluation_question_form, 0, v->id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_EVALUATION_RECOMMENDATIONS:
		screens_push(s, &recommendation_list_screen, &v->id);
		return SCREEN_HANDLED;
	case ACTION_BALLOTS:
		screens_push(s, &ballot_list_screen, &(struct ballot_of){ .evaluation = v->id });
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		screens_push(
			s, &deleted_lines_screen, &(struct deleted_of){ DELETED_QUESTION, v->id });
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct questions *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };
	int place = v->rows[row].position;

	switch (action) {
	case ACTION_OPEN:
		if (v->evaluation.closed_on[0])
			show(s, v, row);
		else
			card_form_open(s, &evaluation_question_form, place, v->id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		if (evaluation_open(s, &v->evaluation))
			card_form_open(s, &evaluation_question_form, place, v->id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_EVIDENCE:
		screens_push(s, &strategic_evidence_screen,
			&(struct evidence_of){
				.owner = { .evaluation = v->id, .question = place } });
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (evaluation_open(s, &v->evaluation))
			dialog_ask(s, _("Delete the question?"), v->rows[row].text, ANSWER_DELETE,
				0);
		return SCREEN_HANDLED;
	case ANSWER_DELETE:
		app_done(s,
			app_may_write(app, &err) ||
				evaluation_question_remove(app->db, &v->evaluation, place, &err),
			&err, _("The question is deleted; x and p bring it back."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* Only statements of a self-assessment are put to the vote; a closed evaluation stays as it is. */
static bool
able(const void *self, int row, int action)
{
	static const int changes[] = { ACTION_NEW, ACTION_EDIT, ACTION_DELETE, 0 };
	const struct questions *v = self;

	if (v->evaluation.closed_on[0] && action_listed(changes, action))
		return false;
	return action == ACTION_BALLOTS ? row >= 0 && v->evaluation.kind == EVALUATION_SELF
					: action != ACTION_BRING_BACK;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No question yet: F7 adds one."),
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
	.file = N_("questions of the evaluation"),
	.file_title = N_("Questions of the evaluation"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct questions *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	v->id = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_EVIDENCE, ACTION_EVALUATION_RECOMMENDATIONS,
	ACTION_BALLOTS, ACTION_RETIRED, 0 };

const struct screen evaluation_questions_screen = { .name = "evaluation_questions",
	.title = N_("Questions of the evaluation"),
	.size = sizeof(struct questions),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
