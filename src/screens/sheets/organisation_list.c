/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who delivers a service and how: as a list, or side by side with members in columns. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/sheets/service_organisation.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/plans/group_view.h"
#include "screens/sheets/decision_out.h"
#include "screens/sheets/sheet_screens.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_BESIDE = 12, FIELDS = 7, WHAT = 13, READABLE = 20 };

struct organisations {
	struct list_screen base;
	struct group_view view;
	bool beside, wanted; /* wanted: side by side from the next load on */
	struct service_organisation *rows, asked;
	int row_count;
	int first, members; /* side by side: rows of one service and year */
	int from, shown;    /* which of them stand there now */
	int wide;           /* of the screen when it was drawn last */
	char service[128];
	int year;
	struct list_column columns[MOST_BESIDE + 1];
};

enum { ANSWER_GROUP = ACTION_ANSWER_1, ANSWER_SAVED, ANSWER_DELETE };

/* ---- cells ---- */

static void
field_text(const struct service_organisation *o, int field, char *dst, size_t size)
{
	const char *const texts[FIELDS] = { service_provider_label(o->provider), o->name, NULL,
		o->scale, o->contract, o->fees, o->remark };

	if (texts[field])
		text_copy(dst, size, texts[field]);
	else if (!isnan(o->employment))
		number_format(dst, size, o->employment, -1);
	for (char *p = dst; *p; p++)
		if (*p == '\n')
			*p = ' ';
}

static const char *const field_names[FIELDS] = { N_("Delivered by"), N_("Its name"), N_("Posts"),
	N_("Scale"), N_("Contract"), N_("Fees"), N_("Remark") };

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct organisations *v = data;
	const struct service_organisation *o = &v->rows[row];

	if (v->base.retired)
		c->role = ROLE_HINT;
	if (v->beside) {
		if (column == 0)
			text_copy(c->text, sizeof c->text, _(field_names[row]));
		else
			field_text(&v->rows[v->first + v->from + column - 1], row, c->text,
				sizeof c->text);
		return;
	}
	if (column == 0)
		text_copy(c->text, sizeof c->text, o->unit_name);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, o->service);
	else if (column == 2)
		snprintf(c->text, sizeof c->text, "%d", o->year);
	else
		field_text(o, column - 3, c->text, sizeof c->text);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct organisations *v = self;

	snprintf(dst, size, "%lld", v->beside ? (long long)row : (long long)v->rows[row].id);
}

static const struct list_column list_columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("Service"), 14, false },
	{ N_("Year"), 5, true },
	{ N_("Delivered by"), 20, false },
	{ N_("Its name"), 20, false },
	{ N_("Posts"), 7, true },
};

/* Rows of the service and year of the selected one: they stand together in the list. */
static void
find_beside(struct organisations *v)
{
	int i = 0;

	while (i < v->row_count &&
		(strcmp(v->rows[i].service, v->service) != 0 || v->rows[i].year != v->year))
		i++;
	v->first = i;
	while (i < v->row_count && !strcmp(v->rows[i].service, v->service) &&
		v->rows[i].year == v->year)
		i++;
	v->members = i - v->first;
	if (v->from >= v->members)
		v->from = 0;
}

/* As many members as can be read beside each other. */
static void
fit_beside(struct organisations *v, int columns)
{
	int room = columns - WHAT - 1, most = room / (READABLE + 1), left = v->members - v->from;

	most = most < 1 ? 1 : most > MOST_BESIDE ? MOST_BESIDE : most;
	v->shown = left < most ? left : most;
	v->columns[0] = (struct list_column){ N_("What"), WHAT, false };
	for (int i = 0; i < v->shown; i++)
		v->columns[1 + i] = (struct list_column){ v->rows[v->first + v->from + i].unit_name,
			room / v->shown - 1, false };
	v->base.list.columns = v->columns;
	v->base.list.column_count = v->shown + 1;
}

static int
load(void *self, struct error *err)
{
	struct organisations *v = self;
	struct service_filter filter = { .retired = v->base.retired };

	if (group_view_load(&v->view, v->base.app, &v->base.arena, err))
		return -1;
	filter.group = v->view.group.id;
	if (service_organisation_list(v->base.app->db, &filter, &v->base.arena, &v->rows,
		    &v->row_count, err))
		return -1;
	v->base.count = v->row_count;
	v->beside = v->wanted;
	v->base.list.columns = list_columns;
	v->base.list.column_count = sizeof list_columns / sizeof *list_columns;
	if (!v->beside)
		return 0;
	find_beside(v);
	v->base.count = v->members ? FIELDS : 0;
	fit_beside(v, v->wide);
	return 0;
}

static void
above(void *self, struct canvas *c)
{
	struct organisations *v = self;
	char text[256];

	v->wide = c->columns;
	if (v->beside) {
		fit_beside(v, v->wide);
		canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s: %s, %d",
			group_view_text(&v->view, text, sizeof text), v->service, v->year);
		canvas_printf(c, 1, 0, -1, ROLE_HINT,
			v->from + v->shown < v->members
				? _("Members %d–%d of %d; Tab: the next ones. Enter: whole texts.")
				: _("Members %d–%d of %d; Tab: the list. Enter: whole texts."),
			v->from + 1, v->from + v->shown, v->members);
		return;
	}
	canvas_text(c, 0, 0, -1, ROLE_TITLE, group_view_text(&v->view, text, sizeof text));
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		v->base.retired ? _("Deleted ones; p brings back, x shows those in force.")
				: _("Tab: members beside each other, for the selected service and "
				    "year."));
}

/* ---- acts ---- */

static void
turn(struct screens *s, struct organisations *v)
{
	int row = list_screen_row(v);

	if (v->beside && v->from + v->shown < v->members) {
		v->from += v->shown;
		screens_stale(s);
		return;
	}
	v->from = 0;
	if (!v->beside) {
		if (row < 0)
			return;
		text_copy(v->service, sizeof v->service, v->rows[row].service);
		v->year = v->rows[row].year;
	}
	v->wanted = !v->beside;
	v->base.id[0] = '\0';
	screens_stale(s);
}

/* What all members say of one thing, in full. */
static void
open_field(struct screens *s, const struct organisations *v, int field)
{
	struct arena arena = { 0 };
	const char *text = "";

	for (int i = 0; i < v->members; i++) {
		const struct service_organisation *o = &v->rows[v->first + i];
		char said[sizeof o->remark] = "";

		field_text(o, field, said, sizeof said);
		text = arena_format(&arena, "%s%s%s: %s\n", text, i ? "\n" : "", o->unit_name,
			said[0] ? said : "–");
	}
	pager_open(s, _(field_names[field]), text, true);
	arena_release(&arena);
}

static void
change(struct screens *s, struct organisations *v, bool back)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_may_write(app, &err) ||
		(back ? service_organisation_restore(app->db, v->asked.id, &err)
		      : service_organisation_retire(app->db, &v->asked, &err))) {
		app_error(s, back ? _("Nothing was brought back") : _("Nothing was deleted"), &err);
		screens_stale(s);
		return;
	}
	app_changed(s);
	screens_say(s, "%s",
		back ? _("The form of organisation is back.")
		     : _("Deleted; x shows what was, p brings it back."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct organisations *v = self;

	switch (action) {
	case ACTION_EXPORT:
		if (!v->beside || !v->view.group.id)
			return SCREEN_PASS;
		practice_write(s, &v->view, v->year, NULL);
		return SCREEN_HANDLED;
	case ACTION_EXCHANGE_GROUP:
		group_view_ask(s, &v->view, ANSWER_GROUP);
		return SCREEN_HANDLED;
	case ANSWER_GROUP:
		v->wanted = false;
		group_view_take(s, &v->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		card_form_open(s, &organisation_form, 0, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_DELETE:
		change(s, v, false);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		v->wanted = false;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_RESULT_NEXT:
		turn(s, v);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct organisations *v = self;

	if (v->beside && action != ACTION_OPEN)
		return SCREEN_PASS;
	if (v->beside) {
		open_field(s, v, row);
		return SCREEN_HANDLED;
	}
	v->asked = v->rows[row];
	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		if (!v->base.retired)
			card_form_open(s, &organisation_form, v->rows[row].id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (!v->base.retired)
			dialog_ask(s, _("Delete the form of organisation"),
				_("Delete what is said of this unit, service and year?"),
				ANSWER_DELETE, 0);
		return SCREEN_HANDLED;
	case ACTION_BRING_BACK:
		if (v->base.retired)
			change(s, v, true);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = list_columns,
	.column_count = sizeof list_columns / sizeof *list_columns,
	.empty = N_("Nothing yet: F7 says who delivers a service of a unit, and how."),
	.lines_above = 3,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("forms of organisation"),
	.file_title = N_("Forms of organisation"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct organisations *v = self;

	(void)err;
	v->view.may_be_all = true;
	if (argument)
		v->view.group.id = *(const int64_t *)argument;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_BRING_BACK, ACTION_RETIRED, ACTION_RESULT_NEXT,
	ACTION_EXCHANGE_GROUP, 0 };

const struct screen organisation_list_screen = { .name = "organisation_list",
	.title = N_("Forms of organisation"),
	.size = sizeof(struct organisations),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
