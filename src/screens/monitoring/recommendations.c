/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recommendations of an evaluation, or all that are not settled. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/monitoring/recommendation.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"

#include <stdio.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_DELETE };

struct recommendations {
	struct list_screen base;
	int64_t evaluation; /* 0 = all that are open */
	struct evaluation of;
	struct recommendation *rows;
};

static int
load(void *self, struct error *err)
{
	struct recommendations *v = self;
	const struct recommendation_filter filter = { .evaluation = v->evaluation,
		.open = v->evaluation == 0 };
	struct db *db = v->base.app->db;

	if (v->evaluation && evaluation_load(db, v->evaluation, &v->of, err))
		return -1;
	return recommendation_list(db, &filter, &v->base.arena, &v->rows, &v->base.count, err);
}

static const struct list_column columns[] = {
	{ N_("Recommendation"), 0, false },
	{ N_("Office"), 16, false },
	{ N_("Due by"), 12, false },
	{ N_("State"), 20, false },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct recommendation *r = &((const struct recommendations *)self)->rows[row];
	size_t used;

	if (r->overdue)
		c->role = ROLE_WARN;
	switch (column) {
	case 0:
		used = (size_t)snprintf(c->text, sizeof c->text, "%d. ", r->position);
		text_copy(c->text + used, sizeof c->text - used, r->text);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, r->office);
		break;
	case 2:
		date_show(c->text, sizeof c->text, r->due_on);
		break;
	default:
		text_copy(c->text, sizeof c->text, recommendation_state_label(r->state));
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(
		dst, size, "%lld", (long long)((const struct recommendations *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct recommendation *r = &((const struct recommendations *)self)->rows[row];

	snprintf(dst, size, "%s %s %s", r->text, r->office, r->answer);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct recommendations *v = self;

	if (row >= 0)
		text_copy(dst, size,
			v->rows[row].answer[0] ? v->rows[row].answer
					       : v->rows[row].evaluation_title);
}

static void
above(void *self, struct canvas *c)
{
	const struct recommendations *v = self;

	canvas_text(c, 0, 0, -1, ROLE_TITLE,
		v->evaluation ? v->of.title : _("Recommendations that are not settled"));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct recommendations *v = self;

	switch (action) {
	case ACTION_NEW:
		if (v->evaluation && evaluation_open(s, &v->of))
			card_form_open(s, &recommendation_form, 0, v->evaluation, ANSWER_SAVED);
		else if (!v->evaluation)
			screens_say(s, "%s", _("Open the evaluation first: menu 6 8."));
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		screens_push(s, &deleted_lines_screen,
			&(struct deleted_of){ DELETED_RECOMMENDATION, v->evaluation });
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
	struct recommendations *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };
	const struct recommendation *r = &v->rows[row];

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &recommendation_form, r->id, r->evaluation, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (v->of.id && !evaluation_open(s, &v->of))
			return SCREEN_HANDLED;
		dialog_ask(s, _("Delete the recommendation?"), r->text, ANSWER_DELETE, 0);
		return SCREEN_HANDLED;
	case ANSWER_DELETE:
		app_done(s,
			app_may_write(app, &err) ||
				evaluation_load(app->db, r->evaluation, &v->of, &err) ||
				recommendation_remove(app->db, &v->of, r->id, &err),
			&err, _("The recommendation is deleted; x and p bring it back."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* Of a closed evaluation only what became of its recommendations is still written down. */
static bool
able(const void *self, int row, int action)
{
	static const int changes[] = { ACTION_NEW, ACTION_DELETE, 0 };
	const struct recommendations *v = self;

	(void)row;
	return action != ACTION_BRING_BACK && (action != ACTION_RETIRED || v->evaluation) &&
	       !(v->of.closed_on[0] && action_listed(changes, action));
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No recommendation yet: F7 adds one."),
	.lines_above = 1,
	.whole_lines = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.able = able,
	.file = N_("recommendations"),
	.file_title = N_("Recommendations"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct recommendations *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	v->evaluation = argument ? *(const int64_t *)argument : 0;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_RETIRED, 0 };

const struct screen recommendation_list_screen = { .name = "recommendations",
	.title = N_("Recommendations"),
	.size = sizeof(struct recommendations),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
