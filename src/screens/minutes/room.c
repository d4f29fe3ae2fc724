/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The common frame of this room's lists and the first fields of its forms. */
#include "config.h"

#include "screens/minutes/room.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/meeting.h"
#include "screens/frame/actions.h"
#include "screens/groups/group_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- lists ---- */

void
room_start(struct screens *s, void *self, const struct list_screen_kind *list,
	const struct room_kind *kind, const void *argument)
{
	struct room *r = self;

	if (argument)
		r->of = *(const struct of_meeting *)argument;
	r->kind = kind;
	r->view.may_be_all = true;
	r->view.group.id = r->of.group;
	list_screen_start(s, self, list);
}

static int
find_meeting(struct room *r, struct error *err)
{
	struct meeting m;

	r->meeting_number = 0;
	if (!r->of.meeting)
		return 0;
	if (meeting_load(r->base.app->db, r->of.meeting, &m, err))
		return -1;
	r->meeting_number = m.number;
	r->view.group.id = m.group;
	return 0;
}

int
room_load(void *self, struct error *err)
{
	struct room *r = self;

	r->base.list.empty = r->base.retired ? r->kind->retired_empty : r->kind->empty;
	r->units = app_units(r->base.app, err);
	if (!r->units || find_meeting(r, err))
		return -1;
	return group_view_load(&r->view, r->base.app, &r->base.arena, err);
}

int64_t
room_group(const struct room *r)
{
	return r->view.group.id;
}

void
room_id(char *dst, size_t size, int64_t id)
{
	snprintf(dst, size, "%lld", (long long)id);
}

const char *
room_unit(const struct room *r, int slot, const char *none)
{
	const struct unit *u = unit_by_slot(r->units, slot);

	return u ? u->told : none;
}

char *
room_where(char *dst, size_t size, const char *group_code, int meeting_number)
{
	if (meeting_number)
		snprintf(dst, size, "%s/%d", group_code, meeting_number);
	else
		text_copy(dst, size, group_code);
	return dst;
}

void
room_above(const struct room *r, struct canvas *c, const char *what, const char *hint)
{
	char group[256], meeting[64] = "";

	if (r->meeting_number)
		snprintf(meeting, sizeof meeting, _(", meeting %d"), r->meeting_number);
	canvas_printf(c, 0, 0, -1, ROLE_LABEL, "%s%s: %s",
		group_view_text(&r->view, group, sizeof group), meeting,
		r->base.retired ? _("what was deleted") : what);
	canvas_text(c, 1, 0, -1, ROLE_HINT, hint);
}

int64_t
room_parent(const struct room *r)
{
	return r->of.meeting ? r->of.meeting : -room_group(r);
}

static void
retire(struct screens *s, const struct room *r)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	int result = app_may_write(app, &err) || person_may(&app->person, PERSON_CLERK, &err) ||
		     r->kind->retire(app->db, r->asked, r->asked_rev, &err);

	app_done(s, result, &err, _("Deleted; x shows it, p brings it back."));
}

static void
bring_back(struct screens *s, const struct room *r, int64_t id)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	int result = app_may_write(app, &err) || person_may(&app->person, PERSON_CLERK, &err) ||
		     r->kind->bring_back(app->db, id, &err);

	app_done(s, result, &err, _("It is there again."));
}

int
room_act(struct screens *s, struct room *r, int action, const struct event *event)
{
	switch (action) {
	case ACTION_NEW:
		card_form_open(s, r->kind->form, 0, room_parent(r), ROOM_SAVED);
		return SCREEN_HANDLED;
	case ROOM_SAVED:
		list_screen_want(r, event->number);
		return SCREEN_HANDLED;
	case ACTION_EXCHANGE_GROUP:
		if (r->of.meeting)
			screens_say(s, "%s", _("This list belongs to one meeting; 2 3 has all."));
		else
			group_view_ask(s, &r->view, ROOM_GROUP);
		return SCREEN_HANDLED;
	case ROOM_GROUP:
		group_view_take(s, &r->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		r->base.retired = !r->base.retired;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ROOM_RETIRE:
		retire(s, r);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

int
room_act_row(struct screens *s, struct room *r, int64_t id, int64_t rev, const char *name,
	int action)
{
	switch (action) {
	case ACTION_EDIT:
		if (r->base.retired)
			screens_say(s, "%s", _("It is deleted; p brings it back first."));
		else
			card_form_open(s, r->kind->form, id, 0, ROOM_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		r->asked = id;
		r->asked_rev = rev;
		if (!r->base.retired)
			dialog_ask(s, _(r->kind->delete_title), name, ROOM_RETIRE, 0);
		return SCREEN_HANDLED;
	case ACTION_BRING_BACK:
		if (r->base.retired)
			bring_back(s, r, id);
		else
			screens_say(
				s, "%s", _("x shows what was deleted; p brings it back there."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* ---- forms ---- */

int
room_place_put(struct app *app, int64_t group, int64_t meeting, struct room_place *place,
	struct error *err)
{
	struct exchange_group g;

	if (group == 0)
		return 0;
	if (exchange_group_load(app->db, group, &g, err))
		return -1;
	text_copy(place->group, sizeof place->group, g.code);
	text_copy(place->group_key, sizeof place->group_key, g.code);
	return room_meeting_number(app, meeting, place->meeting, sizeof place->meeting, err);
}

int
room_place_new(struct app *app, int64_t parent, struct room_place *place, struct error *err)
{
	struct meeting m;

	if (parent <= 0)
		return room_place_put(app, -parent, 0, place, err);
	if (meeting_load(app->db, parent, &m, err))
		return -1;
	return room_place_put(app, m.group, parent, place, err);
}

int
room_suggest_unit(void *context, const void *values, const char *typed,
	struct field_suggestion *rows, int max)
{
	const struct room_place *place = values;
	struct app *app = context;
	struct error ignored = { 0 };
	struct exchange_group g = { .id = 0 };

	if (place->group[0] &&
		exchange_group_by_code(app->db,
			place->group_key[0] ? place->group_key : place->group, &g, &ignored))
		g.id = 0;
	return group_suggest_unit(app, g.id, typed, rows, max);
}

int
room_meeting_number(struct app *app, int64_t meeting, char *dst, size_t size, struct error *err)
{
	struct meeting m;

	dst[0] = '\0';
	if (!meeting)
		return 0;
	if (meeting_load(app->db, meeting, &m, err))
		return -1;
	card_form_number(dst, size, m.number);
	return 0;
}

int
room_meeting_take(struct app *app, int64_t group, const char *number, int field, int64_t *meeting,
	struct error *err)
{
	const struct meeting_filter filter = { .group = group };
	int64_t wanted = card_form_whole(number);
	struct arena arena = { 0 };
	struct meeting_row *list;
	int count, result;

	*meeting = 0;
	if (!wanted)
		return 0;
	result = meeting_list(app->db, &filter, &arena, &list, &count, err);
	for (int i = 0; result == 0 && i < count; i++)
		if (list[i].number == wanted)
			*meeting = list[i].id;
	arena_release(&arena);
	if (result == 0 && !*meeting)
		return error_field(err, ERROR_INPUT, field, _("The group has no meeting %lld."),
			(long long)wanted);
	return result;
}

int
room_place_take(struct app *app, const struct room_place *place, int meeting_field, int64_t *group,
	int64_t *meeting, struct error *err)
{
	struct exchange_group g;

	*group = *meeting = 0;
	if (!place->group[0])
		return 0;
	if (exchange_group_by_code(
		    app->db, place->group_key[0] ? place->group_key : place->group, &g, err)) {
		if (err)
			err->field = 1;
		return -1;
	}
	*group = g.id;
	return room_meeting_take(app, g.id, place->meeting, meeting_field, meeting, err);
}
