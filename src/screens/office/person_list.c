/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who uses the database and what each may do; those shut out stand last. */
#include "config.h"

#include "screens/frame/screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/person.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/groups/group_screens.h"
#include "screens/surveys/survey_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct persons {
	struct list_screen base;
	struct person *rows;
	struct person asked; /* whom the question is about, as it was read */
};

enum { ANSWER_NAME = ACTION_ANSWER_1, ANSWER_ROLE, ANSWER_RETIRE };

static void
cell(const void *self, int row, int column, struct list_cell *cell)
{
	const struct persons *v = self;
	const struct person *p = &v->rows[row];

	if (p->retired)
		cell->role = ROLE_MISSING;
	else if (p->id == v->base.app->person.id)
		cell->role = ROLE_OWN;
	text_copy(cell->text, sizeof cell->text,
		column == 0   ? p->name[0] ? p->name : p->login
		: column == 1 ? p->login
		: p->retired  ? _("shut out")
			      : person_role_label(p->role));
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct persons *)self)->rows[row].login);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct person *p = &((const struct persons *)self)->rows[row];

	snprintf(dst, size, "%s %s", p->login, p->name);
}

static int
load(void *self, struct error *err)
{
	struct persons *v = self;

	return person_list_everyone(
		v->base.app->db, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	(void)self;
	canvas_text(c, 0, 0, -1, ROLE_HINT,
		_("Whoever opens the database is entered here; an administrator gives roles."));
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("Enter name  r role  F8 shut out  p let in  w operators  Tab contacts of "
		  "groups"));
}

static int
may(struct app *app, struct error *err)
{
	return app_may_write(app, err) || person_may(&app->person, PERSON_ADMINISTRATOR, err);
}

static int
tell(struct screens *s, int failed, const struct error *err, const char *done)
{
	if (failed) {
		screens_error(s, err);
	} else {
		screens_stale(s);
		screens_say(s, "%s", done);
	}
	return SCREEN_HANDLED;
}

/* Who changed the own entry goes on with it. */
static int
save(struct app *app, struct person *p, struct error *err)
{
	if (may(app, err) || person_save(app->db, p, err))
		return -1;
	return p->id == app->person.id ? person_load(app->db, p->login, &app->person, err) : 0;
}

static void
ask_role(struct screens *s, const struct person *p)
{
	static const char *const can[] = {
		[PERSON_READER] = N_("reader: only looks"),
		[PERSON_CLERK] = N_("clerk: imports, keys, changes"),
		[PERSON_COORDINATOR] = N_("coordinator: also surveys and who keys"),
		[PERSON_ADMINISTRATOR] = N_("administrator: also roles, the office, restoring"),
	};
	const char *choices[PERSON_ADMINISTRATOR + 1];

	for (int i = PERSON_READER; i <= PERSON_ADMINISTRATOR; i++)
		choices[i] = _(can[i]);
	dialog_choose(s, p->login, choices, PERSON_ADMINISTRATOR + 1, (int)p->role, ANSWER_ROLE);
}

static void
ask_retire(struct screens *s, const struct person *p)
{
	char text[512];

	snprintf(text, sizeof text,
		_("Shut %s out? This account can open the database no more; what it did stays."),
		p->login);
	dialog_ask(s, _("Shut a person out"), text, ANSWER_RETIRE, 0);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct persons *v = self;
	struct app *app = v->base.app;
	struct error err = { 0 };

	switch (action) {
	case ACTION_CONTACTS:
		screens_pop(s);
		screens_push(s, &contact_list_screen, NULL);
		return SCREEN_HANDLED;
	case ACTION_KEYERS:
		screens_push(s, &operator_list_screen, NULL);
		return SCREEN_HANDLED;
	case ANSWER_NAME:
		if (strlen(event->answer) >= sizeof v->asked.name)
			return tell(s,
				error_set(&err, ERROR_INPUT,
					_("The name of a person is too long.")),
				&err, "");
		text_copy(v->asked.name, sizeof v->asked.name, event->answer);
		return tell(s, save(app, &v->asked, &err), &err, _("The name is saved."));
	case ANSWER_ROLE:
		v->asked.role = (enum person_role)event->number;
		return tell(s, save(app, &v->asked, &err), &err, _("The role is given."));
	case ANSWER_RETIRE:
		return tell(s, may(app, &err) || person_retire(app->db, &v->asked, &err), &err,
			_("This person is shut out; p lets in again."));
	default:
		return SCREEN_PASS;
	}
}

static int
change(struct screens *s, struct persons *v, int action)
{
	const struct person *p = &v->asked;
	struct error err = { 0 };

	if (may(v->base.app, &err))
		screens_error(s, &err);
	else if (action == ACTION_BRING_BACK)
		tell(s, person_restore(v->base.app->db, p, &err), &err,
			_("This person may use the database again."));
	else if (p->retired)
		screens_say(s, "%s", _("This person is shut out: p lets in again."));
	else if (action == ACTION_DELETE)
		ask_retire(s, p);
	else if (action == ACTION_EDIT)
		dialog_input(s, p->login, _("Name"), p->name, ANSWER_NAME);
	else
		ask_role(s, p);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct persons *v = self;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
	case ACTION_DELETE:
	case ACTION_ROLE:
	case ACTION_BRING_BACK:
		v->asked = v->rows[row];
		return change(s, v, action);
	default:
		return SCREEN_PASS;
	}
}

static const int row_ids[] = { ACTION_ROLE, 0 };

static bool
able(const void *self, int row, int action)
{
	return action != ACTION_BRING_BACK || ((const struct persons *)self)->rows[row].retired;
}

static const struct list_column columns[] = {
	{ N_("Person"), 0, false },
	{ N_("Account"), 20, false },
	{ N_("Role"), 16, false },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nobody has used this database yet."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.able = able,
	.file = N_("people"),
	.file_title = N_("People"),
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
	ACTION_DELETE, ACTION_ROLE, ACTION_BRING_BACK, ACTION_KEYERS, ACTION_CONTACTS,
	ACTION_REFRESH, 0 };

const struct screen person_list_screen = {
	.name = "person_list",
	.title = N_("People and rights"),
	.size = sizeof(struct persons),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
