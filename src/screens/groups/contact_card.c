/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is kept of a person: what can be shown to the person who asks. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "screens/frame/card.h"
#include "screens/frame/format.h"
#include "screens/groups/group_screens.h"

#include <stdio.h>

struct view {
	struct arena arena;
	int64_t id;
	struct contact contact; /* id 0 = gone */
	struct card card;
};

enum { ANSWER_ERASE = ACTION_ANSWER_1 };

static void
add_day(struct view *v, const char *label, const char *iso, const char *none)
{
	char text[32];

	card_add(&v->card, label,
		iso[0] ? arena_string(&v->arena, format_date(text, sizeof text, iso)) : none);
}

static void
fill_contact(struct view *v, const struct unit_table *units)
{
	const struct contact *c = &v->contact;
	const struct unit *u = unit_by_slot(units, c->slot);
	struct card *card = &v->card;

	card_heading(card, _("Contact"));
	card_add(card, _("Number"), arena_format(&v->arena, "%lld", (long long)c->id));
	card_add(card, _("Name and surname"), c->name);
	if (u)
		card_add_unit(card, _("Unit (JST)"), u->told, u->slot);
	card_add(card, _("Organisation"), c->organisation);
	card_add(card, _("Post"), c->post);
	card_add(card, _("Telephone"), c->telephone);
	card_add(card, _("E-mail"), c->email);
	card_add(card, _("Remark"), c->note);
	card_heading(card, _("Personal data"));
	card_add(card, _("Purpose"), c->purpose[0] ? c->purpose : "–");
	add_day(v, _("Informed on"), c->notice_on, _("not informed yet"));
	add_day(v, _("Kept until"), c->keep_until, _("not decided"));
}

static int
fill_traces(struct view *v, struct db *db, struct error *err)
{
	struct contact_trace *list;
	char day[32];
	int count;

	if (contact_traces(db, v->id, &v->arena, &list, &count, err))
		return -1;
	card_heading(&v->card, _("Part in groups"));
	if (count == 0)
		card_add(&v->card, _("In the group"), "–");
	for (int i = 0; i < count; i++) {
		const struct contact_trace *t = &list[i];

		card_add(&v->card, contact_trace_label(t->kind),
			arena_format(&v->arena, "%s%s%s%s%s%s%s", t->group, t->date[0] ? "  " : "",
				t->date[0] ? format_date(day, sizeof day, t->date) : "",
				t->what[0] ? "  " : "", t->what, t->state[0] ? "  " : "",
				t->state));
	}
	return 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view *v = self;

	(void)s;
	(void)err;
	v->id = *(const int64_t *)argument;
	card_start(&v->card);
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view *v = self;
	struct app *app = app_of(s);
	const struct unit_table *units = app_units(app, err);
	int result;

	arena_release(&v->arena);
	card_clear(&v->card, &v->arena);
	v->contact = (struct contact){ 0 };
	if (!units || contact_load(app->db, v->id, &v->contact, err)) {
		card_filled(&v->card);
		return -1;
	}
	fill_contact(v, units);
	result = fill_traces(v, app->db, err);
	card_filled(&v->card);
	return result;
}

static void
draw(void *self, struct canvas *c)
{
	list_draw(&((struct view *)self)->card.list, c);
}

static void
status(void *self, char *dst, size_t size)
{
	list_status(&((struct view *)self)->card.list, dst, size);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view *v = self;

	if (!v->contact.id)
		return error_set(err, ERROR_MISSING, _("This person is not in the contacts."));
	card_table(&v->card, arena_format(arena, _("Data kept of: %s"), v->contact.name), arena,
		table);
	return 0;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view *v = self;

	(void)event;
	if (!v->contact.id)
		return SCREEN_PASS;
	switch (action) {
	case ACTION_EDIT:
		card_form_open(s, &contact_form, v->id, 0, 0);
		return SCREEN_HANDLED;
	case ACTION_ERASE_CONTACT:
		contact_ask_erase(s, v->contact.name, ANSWER_ERASE);
		return SCREEN_HANDLED;
	case ANSWER_ERASE:
		screens_pop(s);
		contact_erase_now(s, v->id);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		export_open(s, build, v, "person");
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct view *)self)->card.list };
}

static void
release(void *self)
{
	struct view *v = self;

	card_release(&v->card);
	arena_release(&v->arena);
}

static const int ids[] = { ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_ERASE_CONTACT, 0 };

const struct screen contact_card_screen = {
	.name = "contact_card",
	.title = N_("All that is kept of a person"),
	.size = sizeof(struct view),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
