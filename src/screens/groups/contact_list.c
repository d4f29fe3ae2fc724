/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts: people of members, moderators, experts, guests (8 4, the other half). */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/groups/group_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct contacts {
	struct list_screen base;
	struct contact *rows;
	const struct unit_table *units;
	char today[16];
	int64_t asked;
};

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_ERASE };

static const char *
whose(const struct contacts *v, const struct contact *c)
{
	const struct unit *u = unit_by_slot(v->units, c->slot);

	return u ? u->told : c->organisation;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct contacts *v = self;
	const struct contact *p = &v->rows[row];

	if (p->owner[0])
		c->role = ROLE_HINT;
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, p->name);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, p->post);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, whose(v, p));
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%d", p->groups);
		break;
	default:
		if (p->keep_until[0] && strcmp(p->keep_until, v->today) < 0)
			c->role = ROLE_WARN;
		format_date(c->text, sizeof c->text, p->keep_until);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct contacts *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct contacts *v = self;
	const struct contact *c = &v->rows[row];

	snprintf(dst, size, "%s %s %s %s", c->name, c->post, whose(v, c), c->email);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct contact *c = row < 0 ? NULL : &((const struct contacts *)self)->rows[row];

	if (c)
		snprintf(dst, size, "%s  %s%s%s", c->telephone, c->email,
			c->notice_on[0] ? "" : "  ", c->notice_on[0] ? "" : _("not informed yet"));
}

static int
load(void *self, struct error *err)
{
	struct contacts *v = self;

	date_iso(v->today, sizeof v->today, clock_today());
	v->units = app_units(v->base.app, err);
	return v->units ? contact_list(
				  v->base.app->db, &v->base.arena, &v->rows, &v->base.count, err)
			: -1;
}

static void
above(void *self, struct canvas *c)
{
	(void)self;
	canvas_text(c, 0, 0, -1, ROLE_HINT,
		_("Tab accounts  Enter all that is kept of a person  F4 change  F8 erase for "
		  "ever"));
}

void
contact_ask_erase(struct screens *s, const char *name, int action)
{
	char text[640];

	snprintf(text, sizeof text,
		_("Erase %s for ever? The contact and its parts in groups go, and the name in "
		  "lists of meetings. Attendance stays without the name; minutes that were "
		  "approved stay as they are. This cannot be taken back."),
		name);
	dialog_ask(s, _("Erase a contact"), text, action, 0);
}

void
contact_erase_now(struct screens *s, int64_t contact)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (group_may(app, &err) || contact_erase(app->db, contact, &err)) {
		screens_stale(s);
		app_error(s, _("Nothing was erased"), &err);
		return;
	}
	app_changed(s);
	screens_say(s, "%s", _("The contact is erased."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct contacts *v = self;

	switch (action) {
	case ACTION_CONTACTS:
		screens_pop(s);
		screens_push(s, &person_list_screen, NULL);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		card_form_open(s, &contact_form, 0, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_ERASE:
		contact_erase_now(s, v->asked);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct contacts *v = self;

	switch (action) {
	case ACTION_OPEN:
		screens_push(s, &contact_card_screen, &v->rows[row].id);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		card_form_open(s, &contact_form, v->rows[row].id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_ERASE_CONTACT:
		v->asked = v->rows[row].id;
		contact_ask_erase(s, v->rows[row].name, ANSWER_ERASE);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_column columns[] = {
	{ N_("Person"), 0, false },
	{ N_("Post"), 20, false },
	{ N_("Unit, organisation"), 20, false },
	{ N_("Groups"), 6, true },
	{ N_("Kept until"), 12, false },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No contact yet: F7 enters the first one."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER, ACTION_NEW,
	ACTION_ERASE_CONTACT, ACTION_CONTACTS, ACTION_REFRESH, 0 };

const struct screen contact_list_screen = {
	.name = "contact_list",
	.title = N_("Contacts"),
	.size = sizeof(struct contacts),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
