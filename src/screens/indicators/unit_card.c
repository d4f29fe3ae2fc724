/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of a unit: names and kinds over time, changes of codes, units above and below, and
 * which values there are. */
#include "config.h"
#include "screens/indicators/scope.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/units/unit_history.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "screens/frame/card.h"
#include "screens/frame/format.h"
#include "screens/indicators/unit_values.h"

#include <stdio.h>
#include <string.h>

struct view_of_unit {
	struct arena arena;
	char code[UNIT_CODE_SIZE]; /* slots may move after an undo, codes do not */
	const struct unit_table *units;
	const struct unit *unit; /* NULL: it is there no more */
	struct card card;
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_unit *v = self;
	const struct view *view = argument;
	const struct unit_table *units = app_units(app_of(s), err);
	const struct unit *unit;

	card_start(&v->card);
	if (!units)
		return -1;
	unit = view && view->slot != NO_SLOT ? unit_by_slot(units, view->slot)
					     : app_unit(app_of(s), err);
	if (!unit)
		return error_set(err, ERROR_MISSING, _("Choose a unit first: key j."));
	text_copy(v->code, sizeof v->code, unit->code);
	return 0;
}

static const char *
label_of(const struct unit_table *units, int slot, const char *code, struct arena *arena)
{
	const struct unit *unit = unit_by_slot(units, slot);

	if (!unit)
		return code;
	return arena_format(
		arena, "%s (%s)", unit->label, unit_teryt(unit));
}

static const char *
day(struct arena *arena, const char *iso)
{
	char text[32];

	return arena_string(arena, format_date(text, sizeof text, iso));
}

/* The day of a change, or in words the two that it lies between. */
static const char *
when(struct arena *arena, const char *after, const char *by)
{
	if (unit_history_day_known(after, by))
		return day(arena, by);
	return arena_format(arena, _("between %s and %s"), day(arena, after), day(arena, by));
}

static void
add_span(struct view_of_unit *v)
{
	const struct unit *u = v->unit;

	if (u->starts_on[0])
		card_add(&v->card,
			unit_history_day_known(u->starts_after, u->starts_on) ? _("Exists from")
									      : _("Beginning"),
			when(&v->arena, u->starts_after, u->starts_on));
	if (u->ends_on[0])
		card_add(&v->card,
			unit_history_day_known(u->ends_after, u->ends_on) ? _("Abolished on")
									  : _("Abolition"),
			when(&v->arena, u->ends_after, u->ends_on));
}

static void
add_identity(struct view_of_unit *v)
{
	const struct unit *u = v->unit;

	card_heading(&v->card, _("Unit"));
	card_add(&v->card, _("Name"), u->label);
	card_add(&v->card, _("Kind"), unit_kind_label(u));
	card_add(&v->card, _("TERYT"), unit_teryt(u));
	add_span(v);
	if (u->from_bdl)
		card_add(&v->card, _("Remark"),
			_("known from BDL files only, not from the register"));
	for (const struct unit *up = unit_by_slot(v->units, u->parent); up;
		up = unit_by_slot(v->units, up->parent))
		card_add_unit(&v->card, _("Unit above"),
			label_of(v->units, up->slot, up->code, &v->arena), up->slot);
}

/* One sentence of the list of changes, from this unit's side. */
static const char *
change_text(const struct view_of_unit *v, const struct unit_change *c, struct arena *arena)
{
	const char *from = label_of(v->units, c->predecessor, c->predecessor_code, arena);
	const char *to = label_of(v->units, c->successor, c->successor_code, arena);
	bool after = strcmp(c->successor_code, v->unit->code) == 0 &&
		     strcmp(c->predecessor_code, v->unit->code) != 0;

	if (strcmp(c->change, "recoded") == 0)
		return after ? arena_format(arena, _("had the code of %s before"), from)
			     : arena_format(arena, _("has a new code: %s"), to);
	if (strcmp(c->change, "merged") == 0)
		return after ? arena_format(arena, _("took in %s"), from)
			     : arena_format(arena, _("became part of %s"), to);
	if (strcmp(c->change, "split") == 0)
		return after ? arena_format(arena, _("got a part of %s"), from)
			     : arena_format(arena, _("gave a part to %s"), to);
	if (strcmp(c->change, "name") == 0)
		return arena_format(arena, _("name: %s → %s"), c->was, c->became);
	if (strcmp(c->change, "kind") == 0)
		return arena_format(arena, _("kind: %s → %s"), c->was, c->became);
	return strcmp(c->change, "begun") == 0 ? _("came into being") : _("was abolished");
}

/* The day in front; of two days that lie far apart the years, and the days in words behind. */
static void
add_change(struct view_of_unit *v, const struct unit_change *c)
{
	int other = c->successor == v->unit->slot ? c->predecessor : c->successor;
	const char *text = change_text(v, c, &v->arena);

	if (other == v->unit->slot)
		other = NO_SLOT;
	if (unit_history_day_known(c->after, c->by))
		card_add_unit(&v->card, day(&v->arena, c->by), text, other);
	else
		card_add_unit(&v->card, arena_format(&v->arena, "%.4s–%.4s", c->after, c->by),
			arena_format(&v->arena, "%s, %s", text, when(&v->arena, c->after, c->by)),
			other);
}

static int
add_history(struct view_of_unit *v, struct db *db, struct error *err)
{
	struct unit_history history;

	if (unit_history_load(db, v->units, v->unit, &v->arena, &history, err))
		return -1;
	card_heading(&v->card, _("Names and kinds"));
	for (int i = 0; i < history.version_count; i++)
		card_add(&v->card,
			history.versions[i].from[0]
				? arena_format(&v->arena, _("state of %s"),
					  day(&v->arena, history.versions[i].from))
				: _("in BDL"),
			arena_format(&v->arena, "%s, %s", history.versions[i].name,
				history.versions[i].kind));
	if (history.change_count)
		card_heading(&v->card, _("Changes"));
	for (int i = 0; i < history.change_count; i++)
		add_change(v, &history.changes[i]);
	return 0;
}

/* Units right below, those that are no more last. */
static void
add_below(struct view_of_unit *v)
{
	bool first = true;

	for (int ended = 0; ended < 2; ended++)
		for (int i = 0; i < v->units->count; i++) {
			const struct unit *u = &v->units->units[v->units->in_order[i]];

			if (u->parent != v->unit->slot || (u->ends_on[0] != '\0') != ended)
				continue;
			if (first)
				card_heading(&v->card, _("Units below and parts"));
			first = false;
			card_add_unit(&v->card, unit_level_label(u->level),
				arena_format(&v->arena, "%s%s%s",
					label_of(v->units, u->slot, u->code, &v->arena),
					ended ? _(", ended ") : "",
					ended ? when(&v->arena, u->ends_after, u->ends_on) : ""),
				u->slot);
		}
}

static int
add_values(struct view_of_unit *v, struct db *db, struct error *err)
{
	struct unit_values values;

	if (unit_values_load(db, v->units, v->unit->slot, &v->arena, &values, err))
		return -1;
	card_heading(&v->card, _("Values"));
	if (!values.indicators)
		card_add(&v->card, _("Values"), _("none yet"));
	for (int i = 0; i < values.service_count; i++) {
		const struct unit_service *service = &values.services[i];

		card_add(&v->card,
			service->first_year == service->last_year
				? arena_format(&v->arena, "%d", service->first_year)
				: arena_format(&v->arena, "%d–%d", service->first_year,
					  service->last_year),
			arena_format(&v->arena,
				P_("%s: %d indicator", "%s: %d indicators",
					(unsigned long)service->indicators),
				service->name[0] ? service->name : _("without a service"),
				service->indicators));
	}
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_unit *v = self;
	struct app *app = app_of(s);
	int failed;

	arena_release(&v->arena);
	card_clear(&v->card, &v->arena);
	v->unit = NULL;
	v->units = app_units(app, err);
	if (v->units)
		v->unit = unit_by_code(v->units, v->code);
	if (!v->unit) {
		card_filled(&v->card);
		return v->units ? 0 : -1;
	}
	add_identity(v);
	failed = add_history(v, app->db, err);
	add_below(v);
	failed = failed || add_values(v, app->db, err);
	card_filled(&v->card);
	return failed ? -1 : 0;
}

static void
draw(void *self, struct canvas *c)
{
	list_draw(&((struct view_of_unit *)self)->card.list, c);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_unit *v = self;
	char date[32];

	if (v->unit)
		text_copy(left, left_size, v->unit->label);
	if (v->units && v->units->register_date[0])
		snprintf(right, right_size, "GUS, TERYT, %s",
			format_date(date, sizeof date, v->units->register_date));
}

static void
status(void *self, char *dst, size_t size)
{
	const struct view_of_unit *v = self;
	const struct card_row *row = card_selected(&v->card);
	const struct unit *other = row && v->units ? unit_by_slot(v->units, row->slot) : NULL;
	char where[64], what[256] = "";

	list_status(&v->card.list, where, sizeof where);
	if (other)
		unit_describe(v->units, other, what, sizeof what);
	snprintf(dst, size, other ? _("%s  Enter opens: %s") : "%s%s", where, what);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_unit *v = self;

	if (!v->unit)
		return error_set(err, ERROR_MISSING, _("The unit is there no more."));
	card_table(&v->card,
		arena_format(arena, "%s (%s)", v->unit->label,
			unit_teryt(v->unit)),
		arena, table);
	return 0;
}

/* The unit that the selected row is about, else the card's own. */
static const struct unit *
unit_of_row(const struct view_of_unit *v)
{
	const struct card_row *row = card_selected(&v->card);
	const struct unit *other = row ? unit_by_slot(v->units, row->slot) : NULL;

	return other ? other : v->unit;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_unit *v = self;
	const struct unit *other = v->unit ? unit_of_row(v) : NULL;
	const struct view view = { .slot = other ? other->slot : NO_SLOT };

	(void)event;
	if (!v->unit)
		return SCREEN_PASS;
	switch (action) {
	case ACTION_OPEN:
	case ACTION_CHOSEN:
		if (other != v->unit)
			screens_push(s, &unit_card_screen, &view);
		return SCREEN_HANDLED;
	case ACTION_PROFILE:
		screens_push(s, &profile_screen, &(struct view){ .slot = v->unit->slot });
		return SCREEN_HANDLED;
	case ACTION_UNIT_TAKE:
		scope_take_unit(s, v->unit);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		export_open(s, build, v, v->unit->label);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct view_of_unit *)self)->card.list };
}

static void
release(void *self)
{
	struct view_of_unit *v = self;

	card_release(&v->card);
	arena_release(&v->arena);
}

static const int screen_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_UNIT_TAKE,
	ACTION_PROFILE, 0 };

const struct screen unit_card_screen = {
	.name = "unit_card",
	.title = N_("Unit"),
	.size = sizeof(struct view_of_unit),
	.actions = screen_actions,
	.start = start,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
