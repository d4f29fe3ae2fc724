/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question in all waves that ask it: of this unit over the years, or of all units. */
#include "config.h"

#include "screens/results/compare.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/lookup.h"
#include "screens/frame/picker.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	ANSWER_WAVE = ACTION_ANSWER_1,
	ANSWER_QUESTION,
	ANSWER_GROUP,
	ANSWER_FIGURE
};

/* What can be compared: anything with choices or numbers. */
static bool
comparable(const struct question *q)
{
	return question_has_choices(q) || q->type == QUESTION_INTEGER ||
	       q->type == QUESTION_DECIMAL || q->type == QUESTION_RANGE;
}

static int
question_at(struct compare_view *v)
{
	int at = v->question[0] ? question_by_name(&v->q, v->question) : -1;

	for (int i = 0; at < 0 && i < v->q.question_count; i++)
		if (comparable(&v->q.questions[i]))
			at = i;
	if (at >= 0)
		text_copy(v->question, sizeof v->question, v->q.questions[at].name);
	return at;
}

/* Waves of the same unit, or the newest of each unit in the group. */
static int
find_waves(struct compare_view *v, int question, struct wave **list, int *count, struct error *err)
{
	struct app *app = v->base.app;
	struct unit_filter filter = { .level = -1, .ended_too = true, .bdl_too = true };
	const struct unit_table *units;
	int kept = 0;

	if (waves_asking(app->db, v->q.questions[question].identity, &v->base.arena, list, count,
		    err))
		return -1;
	if (!v->units) {
		for (int i = 0; i < *count; i++)
			if ((*list)[i].slot == v->view.wave.slot)
				(*list)[kept++] = (*list)[i];
		*count = kept;
		return 0;
	}
	units = app_units(app, err);
	if (!units || (v->group && group_load_filter(app->db, v->group, units, &v->base.arena,
					   &filter, err)))
		return -1;
	waves_of_units(units, &filter, &v->view.wave, *list, count, &v->base.arena);
	return 0;
}

static void
find_figure(struct compare_view *v)
{
	v->at = 0;
	for (int r = 0; r < v->compared.row_count; r++) {
		const struct compared_row *row = &v->compared.rows[r];

		if (v->figure[0] ? !strcmp(row->name, v->figure) : row->kind == COMPARED_MEAN)
			v->at = r;
	}
}

static int
compare(struct compare_view *v, int question, struct error *err)
{
	struct wave *waves;
	int count;

	if (find_waves(v, question, &waves, &count, err))
		return -1;
	return wave_compare(v->base.app->db, waves, count, v->question,
		v->units ? COMPARE_OWN : COMPARE_PREVIOUS, false,
		v->units ? v->view.wave.slot : NO_SLOT, i18n_code(), &v->base.arena, &v->compared,
		err);
}

static int
load(void *self, struct error *err)
{
	struct compare_view *v = self;
	struct questionnaire plain;
	int question;

	v->compared = (struct wave_compare){ .wave_count = 0 };
	error_clear(&v->refused);
	v->base.count = 0;
	v->base.list.empty = N_("This wave asks nothing that could be compared.");
	if (wave_view_load(&v->view, v->base.app, &v->base.arena, err) ||
		questionnaire_load_version(
			v->base.app->db, v->view.wave.version, &v->base.arena, &plain, err))
		return -1;
	v->q = plain;
	question = question_at(v);
	if (question < 0)
		return 0;
	if (compare(v, question, &v->refused)) {
		v->compared = (struct wave_compare){ .wave_count = 0 };
		if (v->refused.code != ERROR_INPUT && v->refused.code != ERROR_MISSING) {
			*err = v->refused;
			return -1;
		}
		v->base.list.empty = arena_string(&v->base.arena, v->refused.text);
	}
	v->unit_names = compare_unit_names(v);
	find_figure(v);
	if (v->first >= v->compared.wave_count)
		v->first = 0;
	if (v->compared.wave_count - v->first > COMPARE_WAVES && !v->first)
		v->first = v->compared.wave_count - COMPARE_WAVES; /* the newest */
	v->base.count = v->units ? v->compared.wave_count : v->compared.row_count;
	v->base.list.columns = compare_columns(v, &v->base.list.column_count);
	return 0;
}

/* ---- choosing ---- */

struct question_lookup {
	int64_t version;
};

static int
find_questions(struct screens *s, const void *context, const char *typed, struct pick *rows,
	int max, int *total, struct error *err)
{
	const struct question_lookup *lookup = context;
	char needle[128], folded[512], text[512], number[16];
	struct arena arena = { 0 };
	struct questionnaire q;
	int n = 0, language_of;

	*total = 0;
	if (questionnaire_load_version(app_of(s)->db, lookup->version, &arena, &q, err)) {
		arena_release(&arena);
		return -1;
	}
	text_fold(needle, sizeof needle, typed);
	language_of = questionnaire_language(&q, i18n_code());
	for (int i = 0; i < q.question_count; i++) {
		if (!comparable(&q.questions[i]))
			continue;
		snprintf(text, sizeof text, "%s. %s %s", question_number(&q, i, number,
			sizeof number), question_wording(&q, i, language_of, &arena),
			q.questions[i].name);
		if (!text_match(text_fold(folded, sizeof folded, text), needle))
			continue;
		++*total;
		if (n == max)
			continue;
		rows[n] = (struct pick){ .number = i };
		snprintf(rows[n].text, sizeof rows[n].text, "%s. %s", number,
			question_wording(&q, i, language_of, &arena));
		text_copy(rows[n++].key, sizeof rows[0].key, q.questions[i].name);
	}
	arena_release(&arena);
	return n;
}

static void
ask_question(struct screens *s, const struct compare_view *v)
{
	struct question_lookup lookup = { v->view.wave.version };

	picker_open(s, &(struct picker_request){ .title = _("Which question?"),
			       .label = _("Number or words:"),
			       .empty = _("The wave asks no question with these words."),
			       .find = find_questions,
			       .context = &lookup,
			       .context_size = sizeof lookup,
			       .hide_key = true,
			       .action = ANSWER_QUESTION });
}

static void
ask_figure(struct screens *s, struct compare_view *v)
{
	const struct wave_compare *x = &v->compared;
	const char **choices =
		arena_array(&v->base.arena, (size_t)x->row_count + 1, sizeof *choices);

	if (!x->row_count)
		return;
	for (int i = 0; i < x->row_count; i++)
		choices[i] = x->rows[i].label;
	dialog_choose(s, _("Which figure?"), choices, x->row_count, v->at, ANSWER_FIGURE);
}

static void
again(struct screens *s, struct compare_view *v)
{
	v->base.id[0] = '\0';
	v->base.count = 0;
	v->first = 0;
	list_select(&v->base.list, 0);
	screens_stale(s);
}

static int
take_answer(struct screens *s, struct compare_view *v, int action, const struct event *event)
{
	switch (action) {
	case ANSWER_WAVE:
		wave_view_take(s, &v->view, event->number);
		break;
	case ANSWER_QUESTION:
		text_copy(v->question, sizeof v->question, event->answer);
		v->figure[0] = '\0';
		break;
	case ANSWER_GROUP:
		v->group = event->number;
		text_copy(v->group_name, sizeof v->group_name, event->answer);
		v->units = true;
		break;
	case ANSWER_FIGURE:
		text_copy(v->figure, sizeof v->figure, v->compared.rows[event->number].name);
		break;
	default:
		return SCREEN_PASS;
	}
	again(s, v);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct compare_view *v = self;

	switch (action) {
	case ACTION_WAVE_CHOOSE:
		wave_view_ask(s, &v->view, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ACTION_OPEN_QUESTION:
		ask_question(s, v);
		return SCREEN_HANDLED;
	case ACTION_COMPARE_UNITS:
		v->units = !v->units;
		again(s, v);
		return SCREEN_HANDLED;
	case ACTION_GROUP_CHOOSE:
		lookup_group(s, _("Compare with which group?"), ANSWER_GROUP);
		return SCREEN_HANDLED;
	case ACTION_FIGURE:
		ask_figure(s, v);
		return SCREEN_HANDLED;
	default:
		return take_answer(s, v, action, event);
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct compare_view *v = self;
	char *text;

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	text = compare_text(v, row);
	if (text)
		pager_open(s, _("Comparison"), text, true);
	free(text);
	return SCREEN_HANDLED;
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct compare_view *v = self;

	text_copy(left, left_size,
		v->units ? _("Comparison of units") : _("Comparison of waves"));
	text_copy(right, right_size, v->view.wave.code);
}

static const struct list_screen_kind kind = {
	.columns = NULL,
	.column_count = 0,
	.empty = "",
	.lines_above = 4,
	.load = load,
	.cell = compare_cell,
	.above = compare_above,
	.act = act,
	.act_row = act_row,
	.file = N_("comparison of a survey"),
	.file_title = N_("Comparison of waves and units"),
};

/* The newest wave of any member, so that the others stand beside it. */
static int
take_group(struct compare_view *v, const struct compare_of *of, struct error *err)
{
	const struct wave *newest = NULL;

	for (int i = 0; i < v->view.count; i++)
		for (int j = 0; j < of->count; j++)
			if (v->view.list[i].slot == of->slots[j] &&
				(!newest || v->view.list[i].year > newest->year))
				newest = &v->view.list[i];
	if (!newest)
		return error_set(err, ERROR_MISSING,
			_("No member of the group has a wave of a survey in this database yet."));
	v->view.wave = *newest;
	v->units = true;
	v->group = of->group;
	text_copy(v->group_name, sizeof v->group_name, of->name);
	return 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct compare_view *v = self;

	if (wave_view_load(&v->view, app_of(s), &v->base.arena, err) ||
		(argument && take_group(v, argument, err)))
		return -1;
	list_screen_start(s, self, &kind);
	v->base.list.columns = compare_columns(v, &v->base.list.column_count);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_OPEN_QUESTION, ACTION_WAVE_CHOOSE,
	ACTION_COMPARE_UNITS, ACTION_GROUP_CHOOSE, ACTION_FIGURE, ACTION_EXPORT, ACTION_SEARCH,
	ACTION_FILTER, ACTION_REFRESH, 0 };

const struct screen wave_compare_screen = { .name = "wave_compare",
	.title = N_("Comparison of waves and units"),
	.size = sizeof(struct compare_view),
	.actions = ids,
	.start = start,
	.load = list_screen_load,
	.draw = list_screen_draw,
	.head = head,
	.status = list_screen_status,
	.act = list_screen_act,
	.able = list_screen_able,
	.focus = list_screen_focus,
	.release = list_screen_release };
