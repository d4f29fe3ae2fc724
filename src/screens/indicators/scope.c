/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the views of indicators look at, and the keys that change it. */
#include "config.h"
#include "screens/indicators/scope.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/indicators/group.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/lookup.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

/* Answers to the scope's own questions. */
enum { ANSWER_YEAR = ACTION_ANSWER_1, ANSWER_INDICATOR, ANSWER_LEVEL, ANSWER_AREA, ANSWER_GROUP };

void
scope_start(struct scope *scope, struct app *app, const struct view *argument)
{
	memset(scope, 0, sizeof *scope);
	text_copy(scope->code, sizeof scope->code,
		argument && argument->indicator ? argument->indicator : app->last_indicator);
	scope->year = argument && argument->year ? argument->year : app->last_year;
	scope->level = LEVEL_GMINA;
	text_copy(scope->chosen, sizeof scope->chosen, app->chosen_unit);
	scope->group = app->chosen_group;
	if (argument && argument->slot != NO_SLOT) {
		scope->slot = argument->slot;
		scope->slot_given = true;
	}
}

/* The unit looked at decides the level until the person chooses one. */
static int
load_unit(struct scope *scope, struct app *app, struct error *err)
{
	const struct unit *unit;

	scope->units = app_units(app, err);
	if (!scope->units)
		return -1;
	if (strcmp(scope->chosen, app->chosen_unit) != 0) {
		text_copy(scope->chosen, sizeof scope->chosen, app->chosen_unit);
		scope->slot_given = false;
	}
	if (!scope->slot_given) {
		unit = app_unit(app, err);
		if (!unit && err->code)
			return -1;
		scope->slot = unit ? unit->slot : NO_SLOT;
	}
	unit = unit_by_slot(scope->units, scope->slot);
	if (unit && !scope->level_chosen && unit->level != LEVEL_COUNTRY)
		scope->level = unit->level;
	return 0;
}

static int
load_indicator(struct scope *scope, struct db *db, struct arena *arena, struct error *err)
{
	struct indicator *list;
	int count;
	struct error missing = { 0 };
	const struct indicator_filter filter = { .with_values = true };

	memset(&scope->indicator, 0, sizeof scope->indicator);
	if (scope->code[0]) {
		if (indicator_load(db, scope->code, arena, &scope->indicator, &missing) == 0)
			return 0;
		memset(&scope->indicator, 0, sizeof scope->indicator);
		if (missing.code != ERROR_MISSING)
			return error_set(err, missing.code, "%s", missing.text);
	}
	if (indicator_list(db, &filter, arena, &list, &count, err))
		return -1;
	if (count > 0) {
		scope->indicator = list[0];
		text_copy(scope->code, sizeof scope->code, list[0].code);
	}
	return 0;
}

/* The wanted year if it has values, else the newest one. */
static void
settle_year(struct scope *scope)
{
	for (int i = 0; i < scope->year_count; i++)
		if (scope->years[i] == scope->year)
			return;
	if (scope->year_count > 0)
		scope->year = scope->years[scope->year_count - 1];
}

void
scope_take_years(struct scope *scope, int *years, int count, int wanted)
{
	scope->years = years;
	scope->year_count = count;
	scope->year = wanted;
	settle_year(scope);
}

int
scope_take_years_of(struct scope *scope, struct app *app, struct arena *arena,
	const struct indicator *list, int n, int wanted, struct error *err)
{
	enum { FIRST = 1900, YEARS = 300 };
	bool seen[YEARS] = { false };
	int *years, count, *all = arena_array(arena, YEARS, sizeof *all), found = 0;

	for (int i = 0; i < n; i++) {
		if (value_years(app->db, &list[i], arena, &years, &count, err))
			return -1;
		for (int j = 0; j < count; j++)
			if (years[j] >= FIRST && years[j] < FIRST + YEARS)
				seen[years[j] - FIRST] = true;
	}
	for (int i = 0; i < YEARS; i++)
		if (seen[i])
			all[found++] = FIRST + i;
	scope_take_years(scope, all, found, wanted);
	app_source_text("", "", app->made_up, scope->source, sizeof scope->source);
	return 0;
}

/* A group holds the unit looked at in every view, so that all show the same median. */
static void
join_own(struct scope *scope, struct arena *arena)
{
	const struct unit *own = unit_by_slot(scope->units, scope->slot);
	const unsigned char *members = scope->filter.members;
	size_t slots = (size_t)scope->units->slots;
	unsigned char *all;
	bool of_level = false;

	if (!own || !members || members[own->slot])
		return;
	for (int i = 0; i < scope->units->count && !of_level; i++)
		of_level = scope->units->units[i].level == own->level &&
			   members[scope->units->units[i].slot];
	if (!of_level)
		return;
	all = arena_array(arena, slots + 1, sizeof *all);
	memcpy(all, members, slots);
	all[own->slot] = 1;
	scope->filter.members = all;
	scope->joined = true;
}

static int
load_filter(struct scope *scope, struct db *db, struct arena *arena, struct error *err)
{
	scope->filter = (struct unit_filter){
		.level = scope->level, .area = scope->area, .ended_too = true
	};
	scope->group_name[0] = '\0';
	scope->joined = false;
	if (!scope->group)
		return 0;
	if (group_load_filter(db, scope->group, scope->units, arena, &scope->filter, err)) {
		if (err->code != ERROR_MISSING)
			return -1;
		error_clear(err); /* a colleague deleted the group */
		scope->group = 0;
		return 0;
	}
	scope->filter.level = -1;
	join_own(scope, arena);

	struct group *list;
	int count;

	if (group_list(db, arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].id == scope->group)
			text_copy(scope->group_name, sizeof scope->group_name, list[i].name);
	return 0;
}

static int
load_source(struct scope *scope, struct db *db, struct error *err)
{
	struct value_source source = { 0 };
	char date[32] = "";

	scope->source[0] = '\0';
	if (!scope_ready(scope))
		return 0;
	if (value_slice_source(db, &scope->indicator, scope->year, &source, err))
		return -1;
	if (source.data_date[0])
		format_date(date, sizeof date, source.data_date);
	app_source_text(source.made_up ? "" : source.source, date, source.made_up, scope->source,
		sizeof scope->source);
	return 0;
}

int
scope_load(struct scope *scope, struct app *app, struct arena *arena, struct error *err)
{
	memset(&scope->indicator, 0, sizeof scope->indicator); /* it lay in the arena */
	scope->years = NULL;
	scope->year_count = 0;
	if (load_unit(scope, app, err) || load_indicator(scope, app->db, arena, err) ||
		load_filter(scope, app->db, arena, err))
		return -1;
	if (!scope->indicator.code)
		return 0;
	if (value_years(app->db, &scope->indicator, arena, &scope->years, &scope->year_count, err))
		return -1;
	settle_year(scope);
	app_remember(app, scope->code, scope->year);
	return load_source(scope, app->db, err);
}

bool
scope_ready(const struct scope *scope)
{
	return scope->indicator.code && scope->year_count > 0;
}

static int
move_year(struct scope *scope, struct screens *s, int step)
{
	for (int i = 0; i < scope->year_count; i++) {
		int to = i + step;

		if (scope->years[i] != scope->year)
			continue;
		if (to < 0 || to >= scope->year_count) {
			screens_say(s,
				step < 0 ? _("There are no values before %d.")
					 : _("There are no values after %d."),
				scope->year);
			return SCREEN_HANDLED;
		}
		scope->year = scope->years[to];
		break;
	}
	screens_stale(s);
	return SCREEN_HANDLED;
}

static int
move_indicator(struct scope *scope, struct screens *s, int step)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct indicator *list;
	int count;
	const struct indicator_filter filter = { .with_values = true };

	if (indicator_list(app_of(s)->db, &filter, &arena, &list, &count, &err)) {
		screens_error(s, &err);
		arena_release(&arena);
		return SCREEN_HANDLED;
	}
	for (int i = 0; i < count; i++) {
		if (strcmp(list[i].code, scope->code) != 0)
			continue;
		if (i + step < 0 || i + step >= count)
			screens_say(s, step < 0 ? _("This is the first indicator with values.")
						: _("This is the last indicator with values."));
		else
			text_copy(scope->code, sizeof scope->code, list[i + step].code);
		break;
	}
	arena_release(&arena);
	screens_stale(s);
	return SCREEN_HANDLED;
}

static int
ask_year(const struct scope *scope, struct screens *s)
{
	struct arena arena = { 0 };
	const char **choices = arena_array(&arena, (size_t)scope->year_count + 1, sizeof *choices);
	int selected = 0;

	for (int i = 0; i < scope->year_count; i++) { /* newest first */
		int year = scope->years[scope->year_count - 1 - i];

		choices[i] = arena_format(&arena, "%d", year);
		if (year == scope->year)
			selected = i;
	}
	if (scope->year_count > 0)
		dialog_choose(s, _("Year"), choices, scope->year_count, selected, ANSWER_YEAR);
	arena_release(&arena);
	return SCREEN_HANDLED;
}

static const enum unit_level levels[] = { LEVEL_GMINA, LEVEL_POWIAT, LEVEL_VOIVODESHIP, LEVEL_PART,
	LEVEL_DISTRICT, LEVEL_REGION };
enum { LEVELS = sizeof levels / sizeof *levels };

static int
ask_level(const struct scope *scope, struct screens *s)
{
	const char *choices[LEVELS];
	int selected = 0;

	for (int i = 0; i < LEVELS; i++) {
		choices[i] = scope_level_text((int)levels[i]);
		if ((int)levels[i] == scope->level)
			selected = i;
	}
	dialog_choose(s, _("Level"), choices, LEVELS, selected, ANSWER_LEVEL);
	return SCREEN_HANDLED;
}

static int
ask(struct scope *scope, struct screens *s, int action)
{
	switch (action) {
	case ACTION_YEAR_PREVIOUS:
		return move_year(scope, s, -1);
	case ACTION_YEAR_NEXT:
		return move_year(scope, s, 1);
	case ACTION_INDICATOR_PREVIOUS:
		return move_indicator(scope, s, -1);
	case ACTION_INDICATOR_NEXT:
		return move_indicator(scope, s, 1);
	case ACTION_YEAR_CHOOSE:
		return ask_year(scope, s);
	case ACTION_LEVEL:
		return ask_level(scope, s);
	case ACTION_INDICATOR_CHOOSE:
		lookup_indicator(s, _("Indicator"), true, ANSWER_INDICATOR);
		return SCREEN_HANDLED;
	case ACTION_AREA:
		lookup_area(s, _("Area"), scope->group ? -1 : scope->level, ANSWER_AREA);
		return SCREEN_HANDLED;
	case ACTION_GROUP_CHOOSE:
		lookup_group(s, _("Comparison group"), ANSWER_GROUP);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
take_group(struct scope *scope, struct screens *s, int64_t group)
{
	struct error err = { 0 };

	scope->group = group;
	if (app_choose_group(app_of(s), group, &err))
		screens_error(s, &err);
}

int
scope_act(struct scope *scope, struct screens *s, int action, const struct event *event)
{
	switch (action) {
	case ANSWER_YEAR:
		if (event->number >= 0 && event->number < scope->year_count)
			scope->year = scope->years[scope->year_count - 1 - event->number];
		break;
	case ANSWER_INDICATOR:
		text_copy(scope->code, sizeof scope->code, event->answer);
		break;
	case ANSWER_LEVEL:
		scope->level = (int)levels[event->number];
		scope->level_chosen = true;
		take_group(scope, s, 0);
		break;
	case ANSWER_AREA:
		scope->area = event->number;
		take_group(scope, s, 0);
		break;
	case ANSWER_GROUP:
		take_group(scope, s, event->number);
		break;
	default:
		return ask(scope, s, action);
	}
	screens_stale(s);
	return SCREEN_HANDLED;
}

struct view
scope_view(const struct scope *scope)
{
	return (struct view){ .indicator = scope->code[0] ? scope->code : NULL,
		.year = scope->year,
		.slot = scope->slot_given ? scope->slot : NO_SLOT };
}

int
scope_open(const struct scope *scope, struct screens *s, int action, int slot)
{
	static const struct {
		int action;
		const struct screen *screen;
	} views[] = {
		{ ACTION_RANKING, &ranking_screen },
		{ ACTION_TABLE, &years_screen },
		{ ACTION_TABLE_INDICATORS, &indicators_table_screen },
		{ ACTION_PROFILE, &profile_screen },
		{ ACTION_CHART, &chart_screen },
		{ ACTION_CARD, &indicator_card_screen },
	};
	struct view view = scope_view(scope);

	if (slot != NO_SLOT)
		view.slot = slot;
	for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
		if (views[i].action == action) {
			screens_push(s, views[i].screen, &view);
			return SCREEN_HANDLED;
		}
	}
	return SCREEN_PASS;
}

void
scope_take_unit(struct screens *s, const struct unit *unit)
{
	struct error err = { 0 };
	char label[128];

	if (!unit)
		return;
	text_copy(label, sizeof label, unit->label);
	if (app_choose_unit(app_of(s), unit, &err)) {
		screens_error(s, &err);
		return;
	}
	screens_stale(s);
	screens_say(s, _("In view now: %s."), label);
}
