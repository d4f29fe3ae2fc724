/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of people who key forms. Names are for coordinators. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/operator.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/surveys/survey_form.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

struct operators {
	struct list_screen base;
	struct operator_entry *rows;
	int64_t asked;
};

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_ERASE };

static bool
sees_names(const struct operators *v)
{
	return v->base.app->person.role >= PERSON_COORDINATOR;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct operators *v = data;
	const struct operator_entry *o = &v->rows[row];

	if (o->ends_on[0])
		c->role = ROLE_HINT;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s%s%s", o->initials, sees_names(v) ? "  " : "",
			sees_names(v) ? o->name : "");
		break;
	case 1:
		format_date(c->text, sizeof c->text, o->starts_on);
		break;
	case 2:
		format_date(c->text, sizeof c->text, o->ends_on);
		break;
	case 3:
		text_copy(c->text, sizeof c->text, sees_names(v) ? o->authorisation : "");
		break;
	default:
		text_copy(c->text, sizeof c->text, sees_names(v) ? o->login : "");
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct operators *)self)->rows[row].id);
}

static const struct list_column columns[] = {
	{ N_("Operator"), 0, false },
	{ N_("Keys from"), 11, false },
	{ N_("Keys until"), 11, false },
	{ N_("Authorisation"), 18, false },
	{ N_("Account"), 12, false },
};

static int
load(void *self, struct error *err)
{
	struct operators *v = self;

	return operator_list(v->base.app->db, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
erase(struct screens *s, const struct operators *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (survey_may(app, PERSON_COORDINATOR, &err) || operator_erase(app->db, v->asked, &err)) {
		app_error(s, _("Nothing was erased"), &err);
		return;
	}
	app_changed(s);
	screens_say(s, "%s", _("The operator is erased; what was keyed stays."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct operators *v = self;

	switch (action) {
	case ACTION_NEW:
		card_form_open(s, &operator_form, 0, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_ERASE:
		erase(s, v);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct operators *v = self;
	char text[256];

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &operator_form, v->rows[row].id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		v->asked = v->rows[row].id;
		snprintf(text, sizeof text,
			_("Erase %s from the register for ever? What was keyed stays, under "
			  "nobody."),
			v->rows[row].initials);
		dialog_ask(s, _("Erase the operator"), text, ANSWER_ERASE, 0);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nobody yet: F7 adds a person who keys."),
	.load = load,
	.cell = cell,
	.id = id,
	.act = act,
	.act_row = act_row,
	.file = N_("operators"),
	.file_title = N_("Operators"),
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
	ACTION_NEW, ACTION_DELETE, 0 };

const struct screen operator_list_screen = { .name = "operator_list",
	.title = N_("Operators"),
	.size = sizeof(struct operators),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
