/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surveys, each with its waves under it: the newest first. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/units/unit_told.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/surveys/survey_form.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct line { /* a survey, or one of its waves */
	const struct survey *survey;
	const struct wave *wave; /* NULL = the survey itself */
	struct wave_counts counts;
	const char *unit; /* of waves */
};

struct surveys {
	struct list_screen base;
	struct line *lines;
	struct survey asked_survey; /* what a question is about, as it was then */
	struct wave asked_wave;
};

enum {
	ANSWER_NEW = ACTION_ANSWER_1,
	ANSWER_SURVEY,
	ANSWER_SURVEY_MADE,
	ANSWER_FIRST_WAVE,
	ANSWER_WAVE,
	ANSWER_CLOSE,
	ANSWER_REOPEN,
	ANSWER_RETIRE_WAVE,
	ANSWER_RETIRE_SURVEY
};

static void
wave_cell(const struct line *l, int column, struct list_cell *c)
{
	/* What came in a file is here as what was keyed. */
	int forms = column == 3 ? l->counts.received : l->counts.keyed;

	const struct wave *w = l->wave;

	c->role = w->closed_at[0] ? ROLE_HINT : ROLE_TEXT;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "  %d%s%s%s%s", w->year, w->name[0] ? ", " : "",
			w->name, l->unit[0] ? ", " : "", l->unit);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, w->code);
		break;
	case 2: /* 0 = nobody has said it yet */
		card_form_number(c->text, sizeof c->text, w->planned);
		if (!w->planned)
			text_copy(c->text, sizeof c->text, "–");
		break;
	case 3:
	case 4:
		snprintf(c->text, sizeof c->text, "%d", forms + l->counts.other_modes);
		break;
	default:
		text_copy(c->text, sizeof c->text, survey_wave_state(w));
		break;
	}
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct line *l = &((const struct surveys *)data)->lines[row];

	if (l->wave) {
		wave_cell(l, column, c);
		return;
	}
	c->role = ROLE_TITLE;
	if (column < 2)
		text_copy(c->text, sizeof c->text, column ? l->survey->code : l->survey->name);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct line *l = &((const struct surveys *)self)->lines[row];

	snprintf(dst, size, "%c%lld", l->wave ? 'w' : 's',
		(long long)(l->wave ? l->wave->id : l->survey->id));
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct line *l = &((const struct surveys *)data)->lines[row];

	snprintf(dst, size, "%s %s %s %s", l->survey->name, l->survey->code,
		l->wave ? l->wave->code : "", l->wave ? l->wave->name : "");
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct line *l = row < 0 ? NULL : &((const struct surveys *)self)->lines[row];

	if (l && l->wave && l->counts.other_modes > 0)
		snprintf(dst, size,
			_("%s: questionnaire %s, version %d; of the forms %d from files"),
			l->wave->code, l->wave->questionnaire_code, l->wave->version_number,
			l->counts.other_modes);
	else if (l && l->wave)
		snprintf(dst, size, _("%s: questionnaire %s, version %d"), l->wave->code,
			l->wave->questionnaire_code, l->wave->version_number);
	else if (l)
		snprintf(dst, size, _("questionnaire %s  %s"), l->survey->questionnaire_code,
			l->survey->note);
}

static const struct list_column columns[] = {
	{ N_("Survey, wave"), 0, false },
	{ N_("Code"), 18, false },
	{ N_("Out"), 6, true },
	{ N_("In"), 6, true },
	{ N_("Keyed"), 6, true },
	{ N_("State"), 12, false },
};

/* By slot, where waves are of several units; NULL = of one, or there is no register. */
static const char **
unit_names(struct surveys *v, const struct wave *waves, int count)
{
	int *slots = arena_array(&v->base.arena, (size_t)count + 1, sizeof *slots);
	struct error ignored = { 0 };
	const struct unit_table *units;
	const char **names;
	bool several = false;

	for (int i = 0; i < count; i++) {
		slots[i] = waves[i].slot;
		several |= slots[i] != slots[0];
	}
	units = several ? app_units(v->base.app, &ignored) : NULL;
	if (!units)
		return NULL;
	names = unit_labels_among(units, slots, count, &v->base.arena);
	names[NO_WAVE_UNIT] = "";
	return names;
}

static int
load(void *self, struct error *err)
{
	struct surveys *v = self;
	struct db *db = v->base.app->db;
	struct survey *surveys;
	struct wave *waves;
	const char **names;
	int survey_count, wave_count_all;

	if (survey_list(db, &v->base.arena, &surveys, &survey_count, err) ||
		wave_list(db, 0, &v->base.arena, &waves, &wave_count_all, err))
		return -1;
	names = unit_names(v, waves, wave_count_all);
	v->lines = arena_array(&v->base.arena, (size_t)survey_count + (size_t)wave_count_all + 1,
		sizeof *v->lines);
	for (int i = 0; i < survey_count; i++) {
		v->lines[v->base.count++].survey = &surveys[i];
		for (int j = 0; j < wave_count_all; j++) {
			struct line *l = &v->lines[v->base.count];

			if (waves[j].survey != surveys[i].id)
				continue;
			l->survey = &surveys[i];
			l->wave = &waves[j];
			l->unit = names ? names[waves[j].slot] : "";
			if (wave_count(db, waves[j].id, &l->counts, err))
				return -1;
			v->base.count++;
		}
	}
	return 0;
}

static void
above(void *self, struct canvas *c)
{
	(void)self;
	canvas_text(c, 0, 0, -1, ROLE_HINT,
		_("k card  b batches  z close  t keyed twice  p operators (who keys)"));
}

/* ---- what is done ---- */

static void
make(struct screens *s, const struct surveys *v)
{
	int row = list_screen_row(v);
	const char *choices[2];
	char text[320];

	if (row < 0) {
		card_form_open(s, &survey_form, 0, 0, ANSWER_SURVEY_MADE);
		return;
	}
	snprintf(text, sizeof text, _("a wave of: %s"), v->lines[row].survey->name);
	choices[0] = text;
	choices[1] = _("another survey");
	dialog_choose(s, _("Make a new one"), choices, 2, 0, ANSWER_NEW);
}

/* A survey is worked with through its waves: one without any has but this to offer. */
static void
ask_first_wave(struct screens *s, struct surveys *v, int64_t survey)
{
	v->asked_survey.id = survey;
	dialog_offer(s, _("New wave"), _("The survey has no wave yet. Add one now?"),
		ANSWER_FIRST_WAVE, 0);
}

static void
ask_retire(struct screens *s, struct surveys *v, const struct line *l)
{
	char text[512];

	if (l->wave)
		v->asked_wave = *l->wave;
	else
		v->asked_survey = *l->survey;
	snprintf(text, sizeof text,
		l->wave ? _("Delete the wave %s? Only one without forms can go.")
			: _("Delete the survey %s? Only one without waves can go."),
		l->wave ? l->wave->code : l->survey->code);
	dialog_ask(s, _("Delete"), text, l->wave ? ANSWER_RETIRE_WAVE : ANSWER_RETIRE_SURVEY, 0);
}

static void
retire(struct screens *s, struct surveys *v, bool wave)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (survey_may(app, PERSON_COORDINATOR, &err) ||
		(wave ? wave_retire(app->db, &v->asked_wave, &err)
		      : survey_retire(app->db, &v->asked_survey, false, &err))) {
		screens_stale(s); /* a colleague may have been faster */
		app_error(s, _("Nothing was deleted"), &err);
		return;
	}
	app_changed(s);
	screens_say(s, "%s", wave ? _("The wave is deleted.") : _("The survey is deleted."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct surveys *v = self;
	int row = list_screen_row(v);

	switch (action) {
	case ACTION_NEW:
		make(s, v);
		return SCREEN_HANDLED;
	case ACTION_OPERATORS:
		screens_push(s, &operator_list_screen, NULL);
		return SCREEN_HANDLED;
	case ANSWER_NEW:
		if (event->number == 0 && row >= 0)
			card_form_open(s, &wave_form, 0, v->lines[row].survey->id, ANSWER_WAVE);
		else
			card_form_open(s, &survey_form, 0, 0, ANSWER_SURVEY_MADE);
		return SCREEN_HANDLED;
	case ANSWER_FIRST_WAVE:
		card_form_open(s, &wave_form, 0, v->asked_survey.id, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ANSWER_SURVEY_MADE:
		ask_first_wave(s, v, event->number);
		snprintf(v->base.wanted, sizeof v->base.wanted, "s%d", event->number);
		return SCREEN_HANDLED;
	case ANSWER_SURVEY:
	case ANSWER_WAVE:
		snprintf(v->base.wanted, sizeof v->base.wanted, "%c%d",
			action == ANSWER_WAVE ? 'w' : 's', event->number);
		return SCREEN_HANDLED;
	case ANSWER_CLOSE:
	case ANSWER_REOPEN:
		survey_close_wave(s, &v->asked_wave, action == ANSWER_CLOSE);
		return SCREEN_HANDLED;
	case ANSWER_RETIRE_WAVE:
	case ANSWER_RETIRE_SURVEY:
		retire(s, v, action == ANSWER_RETIRE_WAVE);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_wave(struct screens *s, struct surveys *v, const struct wave *w, int action)
{
	switch (action) {
	case ACTION_OPEN:
	case ACTION_CARD:
		screens_push(s, &wave_card_screen, &w->id);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		card_form_open(s, &wave_form, w->id, 0, ANSWER_WAVE);
		return SCREEN_HANDLED;
	case ACTION_BATCHES:
		survey_remember_wave(app_of(s), w->code);
		screens_push(s, &batch_list_screen, &w->id);
		return SCREEN_HANDLED;
	case ACTION_TWICE:
		screens_push(s, &wave_questions_screen, &w->id);
		return SCREEN_HANDLED;
	case ACTION_CLOSE:
		v->asked_wave = *w;
		survey_ask_close_wave(s, w, ANSWER_CLOSE, ANSWER_REOPEN);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* What is meant for a wave goes to the newest one, which stands right below its survey. */
static int
act_survey(struct screens *s, struct surveys *v, int row, int action)
{
	const struct line *l = &v->lines[row];
	bool has_wave = row + 1 < v->base.count && l[1].wave;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &survey_form, l->survey->id, 0, ANSWER_SURVEY);
		return SCREEN_HANDLED;
	case ACTION_CARD:
	case ACTION_BATCHES:
	case ACTION_TWICE:
	case ACTION_CLOSE:
		if (!has_wave)
			ask_first_wave(s, v, l->survey->id);
		else if (action == ACTION_CLOSE)
			screens_say(s, "%s",
				_("Stand on a wave first: the rows under its survey."));
		else
			return act_wave(s, v, l[1].wave, action);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct surveys *v = self;
	const struct line *l = &v->lines[row];

	if (action == ACTION_DELETE) {
		ask_retire(s, v, l);
		return SCREEN_HANDLED;
	}
	return l->wave ? act_wave(s, v, l->wave, action) : act_survey(s, v, row, action);
}

static const int row_ids[] = { ACTION_CARD, ACTION_BATCHES, ACTION_CLOSE, ACTION_TWICE, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No survey yet: F7 makes the first one, of a questionnaire (menu 3 7)."),
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.lines_above = 1,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.file = N_("surveys"),
	.file_title = N_("Surveys and waves"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_CARD, ACTION_BATCHES, ACTION_CLOSE, ACTION_TWICE,
	ACTION_OPERATORS, 0 };

const struct screen survey_list_screen = { .name = "survey_list",
	.title = N_("Surveys and waves"),
	.size = sizeof(struct surveys),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
