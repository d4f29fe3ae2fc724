/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of a batch: their states, and which are empty, spoilt or not found. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/surveys/form.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/keying/keying_state.h"
#include "screens/surveys/survey_screens.h"

#include <stdio.h>

struct forms {
	struct list_screen base;
	int64_t batch_id;
	struct batch batch;
	struct wave wave;
	struct form *rows;
	struct form asked;
	enum form_state state;
};

enum { ANSWER_STATE = ACTION_ANSWER_1, ANSWER_REASON, ANSWER_WORDS };

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct form *f = &((const struct forms *)data)->rows[row];

	c->role = f->state == FORM_KEYED     ? ROLE_TEXT
		  : f->state == FORM_WAITING ? ROLE_HINT
					     : ROLE_MISSING;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%lld", (long long)f->number);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, form_state_label(f->state));
		break;
	case 2:
		if (f->second != SECOND_NONE)
			text_copy(c->text, sizeof c->text, form_second_label(f->second));
		break;
	case 3:
		text_copy(c->text, sizeof c->text, f->keyer);
		break;
	default:
		text_copy(c->text, sizeof c->text, f->reason[0] ? f->reason : f->note);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct forms *)self)->rows[row].id);
}

static const struct list_column columns[] = {
	{ N_("Form"), 9, false },
	{ N_("State"), 21, false },
	{ N_("Second"), 18, false },
	{ N_("Keyer"), 6, false },
	{ N_("Reason, note"), 22, false },
};

static int
load(void *self, struct error *err)
{
	struct forms *v = self;
	struct db *db = v->base.app->db;

	if (batch_load(db, v->batch_id, &v->batch, err) ||
		wave_load(db, v->batch.wave, &v->wave, err))
		return -1;
	return form_list(
		db, v->batch.wave, v->batch_id, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	const struct forms *v = self;

	canvas_printf(
		c, 0, 0, -1, ROLE_TITLE, _("Wave %s, batch %d"), v->wave.code, v->batch.number);
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		v->batch.closed_at[0]
			? _("The batch is closed.")
			: _("Enter says that a paper is empty, spoilt or not found."));
}

static void
set_state(struct screens *s, struct forms *v, const char *reason)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_may_write(app, &err) ||
		form_set_state(app->db, &v->asked, v->state, reason, &err)) {
		app_error(s, _("Nothing was saved"), &err);
		if (err.code == ERROR_CONFLICT)
			app_changed(s); /* the list shows what the colleague did */
		return;
	}
	app_changed(s);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct forms *v = self;
	struct error err = { 0 };
	const char *reason;

	switch (action) {
	case ANSWER_STATE:
		v->state = keying_state_chosen((int)event->number);
		if (v->state == FORM_WAITING)
			set_state(s, v, "");
		else
			keying_state_ask_reason(s, v->state, ANSWER_REASON);
		return SCREEN_HANDLED;
	case ANSWER_REASON:
		reason = keying_state_reason(v->state, (int)event->number);
		if (reason)
			set_state(s, v, reason);
		else
			keying_state_ask_words(s, v->state, ANSWER_WORDS);
		return SCREEN_HANDLED;
	case ANSWER_WORDS:
		if (keying_state_typed(&v->asked, event->answer, &err))
			screens_error(s, &err);
		else
			set_state(s, v, event->answer);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct forms *v = self;
	struct error err = { 0 };

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	if (v->batch.closed_at[0]) {
		screens_say(s, "%s", _("The batch is closed. Open it again first (z)."));
		return SCREEN_HANDLED;
	}
	v->asked = v->rows[row];
	if (keying_state_ask(s, &v->asked, ANSWER_STATE, &err))
		screens_error(s, &err);
	return SCREEN_HANDLED;
}

static void
about(const void *self, char *dst, size_t size)
{
	const struct forms *v = self;

	snprintf(dst, size, "%s %d", v->wave.code, v->batch.number);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("This batch has no forms."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.about = about,
	.file = N_("forms"),
	.file_title = N_("Forms of the batch"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	((struct forms *)self)->batch_id = *(const int64_t *)argument;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen form_list_screen = { .name = "form_list",
	.title = N_("Forms of the batch"),
	.size = sizeof(struct forms),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
