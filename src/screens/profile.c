/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One unit in one year: every indicator that has a value, against a group of peers. */
#include "config.h"
#include "screens/scope.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/flag.h"
#include "model/profile.h"
#include "report/documents.h"
#include "screens/actions.h"
#include "screens/export.h"
#include "screens/help.h"
#include "screens/source.h"
#include "tui/list.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct view_of_profile {
	struct scope scope;
	struct arena arena;
	struct profile profile;
	const struct unit *unit;   /* NULL: none chosen yet */
	struct list list;
};

static int
count(const void *data)
{
	const struct view_of_profile *v = data;

	return v->profile.count;
}

/* A quarter in words, from the person's side: a good place is good whatever the direction. */
static void
quarter_text(struct list_cell *c, const struct profile_row *r)
{
	static const char *const words[] = { N_("low"), N_("below"), N_("above"), N_("high") };
	bool good;

	if (r->quarter == 0)
		return;
	text_copy(c->text, sizeof c->text, _(words[r->quarter - 1]));
	if (r->indicator->direction == 'N' || r->quarter == 2 || r->quarter == 3)
		return;
	good = (r->quarter == 4) == (r->indicator->direction == 'S');
	snprintf(c->text, sizeof c->text, "%s %s", good ? "+" : "!", _(words[r->quarter - 1]));
	c->role = good ? ROLE_GOOD : ROLE_BAD;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct view_of_profile *v = data;
	const struct profile_row *r = &v->profile.rows[row];
	int decimals = r->indicator->decimals;

	if (r->rank == 0)
		c->role = ROLE_MISSING;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s%s%s%s", r->indicator->name,
			r->indicator->measure[0] ? " [" : "", r->indicator->measure,
			r->indicator->measure[0] ? "]" : "");
		break;
	case 1:
		scope_value(c->text, sizeof c->text, r->value, r->flag, decimals);
		break;
	case 2:
		if (r->rank > 0)
			snprintf(c->text, sizeof c->text, "%d/%d", r->rank, r->group.n);
		break;
	case 3:
		if (r->group.n > 0)
			number_format(c->text, sizeof c->text, r->group.median, decimals);
		break;
	case 4:
		quarter_text(c, r);
		break;
	default:
		break;
	}
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct view_of_profile *v = data;
	const struct indicator *i = v->profile.rows[row].indicator;

	snprintf(dst, size, "%s %s %s", i->code, i->name, i->service);
}

static const struct list_source source = { .count = count, .cell = cell, .key = key };
static const struct list_column columns[] = {
	{ N_("Indicator"), 0, false }, { N_("Value"), 13, true }, { N_("Rank"), 10, true },
	{ N_("Median"), 12, true }, { N_("Quarter"), 10, false },
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_profile *v = self;

	(void)err;
	scope_start(&v->scope, app_of(s), argument);
	list_start(&v->list, &source, v, columns, sizeof columns / sizeof *columns);
	v->list.sort_column = -1;
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_profile *v = self;
	struct app *app = app_of(s);

	arena_release(&v->arena);
	memset(&v->profile, 0, sizeof v->profile);
	if (scope_load(&v->scope, app, &v->arena, err))
		return -1;
	v->unit = unit_by_slot(v->scope.units, v->scope.slot);
	v->list.empty = !v->unit ? N_("Choose a unit first: key j.")
		: !v->scope.indicator.code ? N_("There are no values yet: import a BDL file first (menu 8 1).")
		: N_("This unit has no values in this year: choose another year with the arrow keys.");
	if (v->unit && scope_ready(&v->scope)) {
		if (!v->scope.group)
			v->scope.filter.level = (int)v->unit->level;
		if (profile_load(app->db, v->scope.units, v->scope.slot, v->scope.year, &v->scope.filter,
			&v->arena, &v->profile, err))
			return -1;
	}
	list_refresh(&v->list, list_selected(&v->list));
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	struct view_of_profile *v = self;
	struct canvas below = canvas_part(c, 2, 0, c->rows - 2, c->columns);
	char what[256], units[256];

	if (v->unit) {
		canvas_text(c, 0, 0, -1, ROLE_TITLE,
			unit_describe(v->scope.units, v->unit, what, sizeof what));
		canvas_printf(c, 1, 0, -1, ROLE_HINT, _("Compared with: %s (%d)"),
			scope_units_text(&v->scope, units, sizeof units), v->profile.peers);
	}
	list_draw(&v->list, &below);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_profile *v = self;

	scope_head(&v->scope, _("Profile"), left, left_size, right, right_size);
}

static const struct profile_row *
selected(const struct view_of_profile *v)
{
	int row = list_selected(&v->list);

	return row >= 0 && row < v->profile.count ? &v->profile.rows[row] : NULL;
}

static void
beside(char *dst, size_t size, const char *label, double value, int decimals)
{
	char number[48];

	dst[0] = '\0';
	if (!isnan(value))
		snprintf(dst, size, "  %s %s", label, number_format(number, sizeof number, value, decimals));
}

static void
status(void *self, char *dst, size_t size)
{
	struct view_of_profile *v = self;
	const struct profile_row *r = selected(v);
	char where[64], powiat[80] = "", voivodeship[80] = "", country[80] = "";

	list_status(&v->list, where, sizeof where);
	if (r) {
		beside(powiat, sizeof powiat, _("powiat"), r->powiat, r->indicator->decimals);
		beside(voivodeship, sizeof voivodeship, _("voivodeship"), r->voivodeship,
			r->indicator->decimals);
		beside(country, sizeof country, _("Poland"), r->country, r->indicator->decimals);
	}
	snprintf(dst, size, "%s%s%s%s", where, powiat, voivodeship, country);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_profile *v = self;
	char units[256];

	if (!v->unit)
		return error_set(err, ERROR_MISSING, _("Choose a unit first: key j."));
	document_profile(table, arena, &(struct document_facts){ .units = v->scope.units,
		.where = scope_units_text(&v->scope, units, sizeof units), .source = v->scope.source },
		v->unit, v->scope.year, &v->profile);
	return 0;
}

/* Views of the selected row's indicator keep year and unit. */
static int
open_view(const struct view_of_profile *v, struct screens *s, int action)
{
	const struct profile_row *r = selected(v);
	struct scope of_row = v->scope;

	if (!r)
		return SCREEN_PASS;
	text_copy(of_row.code, sizeof of_row.code, r->indicator->code);
	return scope_open(&of_row, s, action, v->scope.slot);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_profile *v = self;
	const struct profile_row *r = selected(v);

	switch (action) {
	case ACTION_OPEN:
	case ACTION_CHOSEN:
		(void)open_view(v, s, ACTION_RANKING);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		export_open(s, build, v, _("profile"));
		return SCREEN_HANDLED;
	case ACTION_LEGEND:
		legend_open(s);
		return SCREEN_HANDLED;
	case ACTION_SOURCE:
		if (r)
			source_open(s, r->indicator, v->scope.year, v->scope.slot);
		return SCREEN_HANDLED;
	default:
		if (action != ACTION_PROFILE && open_view(v, s, action) == SCREEN_HANDLED)
			return SCREEN_HANDLED;
		return scope_act(&v->scope, s, action, event);
	}
}

static struct focus
focus(void *self)
{
	struct view_of_profile *v = self;

	return (struct focus){ &list_widget, &v->list };
}

static void
release(void *self)
{
	struct view_of_profile *v = self;

	list_release(&v->list);
	arena_release(&v->arena);
}

static const int screen_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_YEAR_PREVIOUS, ACTION_YEAR_NEXT, ACTION_YEAR_CHOOSE, ACTION_AREA, ACTION_GROUP_CHOOSE,
	ACTION_RANKING, ACTION_TABLE, ACTION_CHART, ACTION_CARD, ACTION_LEGEND, ACTION_SOURCE, 0 };

const struct screen profile_screen = {
	.name = "profile", .title = N_("Profile"), .size = sizeof(struct view_of_profile),
	.actions = screen_actions, .start = start, .load = load, .draw = draw, .head = head,
	.status = status, .act = act, .focus = focus, .release = release,
};
