/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of a wave, to look at their answers (menu 4 1). */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/results/publish.h"
#include "screens/results/results.h"

enum { WORDING_LINES = 2, ABOVE = 2 + WORDING_LINES };
enum { ANSWER_WAVE = ACTION_ANSWER_1, ANSWER_BY };

struct result_list {
	struct list_screen base;
	struct results results; /* its arena is its own */
};

static const struct list_column columns[] = {
	{ N_("Question"), 0, false },
	{ N_("Kind of answer"), 24, false },
};

static int
load(void *self, struct error *err)
{
	struct result_list *l = self;

	if (results_questions(&l->results, l->base.app, err))
		return -1;
	l->base.count = l->results.question_count;
	l->base.list.empty = l->results.refused ? l->results.refused : "";
	return 0;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct result_list *l = self;
	const struct questionnaire *q = l->results.columns.q;
	int question = question_by_name(q, l->results.questions[row].name);

	if (column == 0)
		text_copy(c->text, sizeof c->text, l->results.questions[row].text);
	else if (question >= 0)
		text_copy(
			c->text, sizeof c->text, question_type_label(q->questions[question].type));
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct result_list *)self)->results.questions[row].name);
}

static void
open_question(struct screens *s, const struct result_list *l, int row, const char *by)
{
	screens_push(s, &result_screen,
		&(struct result_request){ .wave = l->results.wave.wave.id,
			.question = l->results.questions[row].name,
			.by = by,
			.cross = by != NULL });
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct result_list *l = self;
	int row = list_screen_row(l);

	switch (action) {
	case ACTION_WAVE_CHOOSE:
		wave_view_ask(s, &l->results.wave, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ANSWER_WAVE:
		wave_view_take(s, &l->results.wave, event->number);
		return SCREEN_HANDLED;
	case ANSWER_BY:
		if (row >= 0)
			open_question(s, l, row, event->answer);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct result_list *l = self;

	if (action == ACTION_OPEN)
		open_question(s, l, row, NULL);
	else if (action == ACTION_RESULT_BY)
		results_ask_question(s, &l->results, true, _("By which question?"), ANSWER_BY);
	else if (action == ACTION_AS_INDICATOR)
		publish_open(s, &l->results.wave.wave, l->results.questions[row].name, 0);
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

static void
above(void *self, struct canvas *c)
{
	const struct wave *w = &((const struct result_list *)self)->results.wave.wave;

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s", w->survey_name);
	canvas_printf(c, 1, 0, -1, ROLE_HINT, _("Wave %s, %d; Enter shows the answers."), w->code,
		w->year);
	list_screen_whole(self, c, 2, WORDING_LINES);
}

static void
release(void *self)
{
	arena_release(&((struct result_list *)self)->results.arena);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = "",
	.lines_above = ABOVE,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.release = release,
	.file = N_("questions of a survey"),
	.file_title = N_("Questions of the survey"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct result_list *l = self;

	(void)argument;
	if (wave_view_load(&l->results.wave, app_of(s), &l->results.arena, err)) {
		arena_release(&l->results.arena);
		return -1;
	}
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_RESULT_BY, ACTION_AS_INDICATOR, ACTION_WAVE_CHOOSE, 0 };

const struct screen result_list_screen = {
	.name = "result_list",
	.title = N_("Distributions of answers"),
	.size = sizeof(struct result_list),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
