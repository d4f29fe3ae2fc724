/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which questions are keyed twice in a wave. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/questionnaires/questionnaire.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/surveys/survey_screens.h"

#include <stdio.h>

struct line {
	int64_t id;
	char number[16];
	const char *label, *type;
	bool twice;
};

struct questions {
	struct list_screen base;
	int64_t wave;
	char code[33];
	struct line *lines;
};

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct line *l = &((const struct questions *)data)->lines[row];

	c->role = l->twice ? ROLE_TEXT : ROLE_HINT;
	if (column == 0)
		snprintf(c->text, sizeof c->text, "%s%s%s", l->number, l->number[0] ? ". " : "",
			l->label);
	else
		text_copy(c->text, sizeof c->text,
			column == 1 ? l->type
			: l->twice  ? _("twice")
				    : _("once"));
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct questions *)self)->lines[row].id);
}

static const struct list_column columns[] = {
	{ N_("Question"), 0, false },
	{ N_("Type"), 16, false },
	{ N_("Times keyed"), 12, false },
};

static int
fill(struct questions *v, const struct questionnaire *q, struct error *err)
{
	struct app *app = v->base.app;
	int language = questionnaire_language(q, i18n_code());

	v->lines = arena_array(&v->base.arena, (size_t)q->question_count + 1, sizeof *v->lines);
	for (int i = 0; i < q->question_count; i++) {
		const struct question *question = &q->questions[i];
		struct line *l = &v->lines[v->base.count];

		if (!question_asked(question))
			continue;
		l->id = question->id;
		question_number(q, i, l->number, sizeof l->number);
		l->label = questionnaire_text(q, &question->label, language);
		if (!l->label[0])
			l->label = question->name;
		l->type = question_type_label(question->type);
		if (wave_second_keying(app->db, v->wave, l->id, &l->twice, err))
			return -1;
		v->base.count++;
	}
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct questions *v = self;
	struct app *app = v->base.app;
	struct questionnaire q;
	struct wave w;

	if (wave_load(app->db, v->wave, &w, err) ||
		questionnaire_load_version(app->db, w.version, &v->base.arena, &q, err))
		return -1;
	text_copy(v->code, sizeof v->code, w.code);
	return fill(v, &q, err);
}

static void
above(void *self, struct canvas *c)
{
	canvas_printf(c, 0, 0, -1, ROLE_HINT,
		_("Wave %s. Space changes whether a question is keyed twice."),
		((const struct questions *)self)->code);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct questions *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (action != ACTION_MARK)
		return SCREEN_PASS;
	if (survey_may(app, PERSON_COORDINATOR, &err) ||
		wave_set_second_keying(
			app->db, v->wave, v->lines[row].id, !v->lines[row].twice, &err))
		app_error(s, _("Nothing was saved"), &err);
	else
		screens_stale(s);
	return SCREEN_HANDLED;
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct questions *)self)->code);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("This questionnaire asks nothing."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act_row = act_row,
	.about = about,
	.file = N_("questions keyed twice"),
	.file_title = N_("Questions keyed twice"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	((struct questions *)self)->wave = *(const int64_t *)argument;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_MARK, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen wave_questions_screen = { .name = "wave_questions",
	.title = N_("Questions keyed twice"),
	.size = sizeof(struct questions),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
