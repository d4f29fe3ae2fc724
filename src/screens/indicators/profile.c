/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One unit in one year: every indicator that has a value, against a group of peers. */
#include "config.h"
#include "screens/indicators/scope.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/import.h"
#include "model/indicators/profile.h"
#include "report/documents.h"
#include "screens/frame/actions.h"
#include "screens/frame/help.h"
#include "screens/frame/list_screen.h"
#include "screens/indicators/source.h"
#include "screens/indicators/unit_values.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct line {                /* of the list: a service or one of its indicators */
	const char *service; /* heading; NULL = an indicator */
	const struct profile_row *row;
};

enum { NARROW = 5, WIDE = 8, WIDE_SCREEN = 100 };

struct view_of_profile {
	struct list_screen base; /* of lines */
	struct scope scope;
	struct profile profile;
	struct line *lines;
	const struct unit *unit; /* NULL: none chosen yet */
	/* years in which the unit has values; found anew when unit or data change */
	struct arena years_arena;
	struct unit_values values;
	int years_slot;
	int64_t years_state;
	struct list_column columns[WIDE]; /* as wide as the numbers need */
};

/* A quarter in words, with a sign from the person's side: low is good where less is better. */
static void
quarter_text(struct list_cell *c, const struct profile_row *r)
{
	static const char *const words[] = { N_("lowest"), N_("lower"), N_("higher"),
		N_("highest") };
	bool good;

	if (r->quarter == 0)
		return;
	snprintf(c->text, sizeof c->text, "  %s", _(words[r->quarter - 1]));
	if (r->indicator->direction == 'N' || r->quarter == 2 || r->quarter == 3)
		return;
	good = (r->quarter == 4) == (r->indicator->direction == 'S');
	c->text[0] = good ? '+' : '!';
	c->role = good ? ROLE_GOOD : ROLE_BAD;
}

static void
number_cell(struct list_cell *c, double value, int decimals)
{
	if (!isnan(value))
		number_format(c->text, sizeof c->text, value, decimals);
}

static void
indicator_cell(const struct profile_row *r, int column, struct list_cell *c)
{
	int decimals = r->indicator->decimals;

	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, "  ");
		scope_name(r->indicator, c->text + 2, sizeof c->text - 2);
		break;
	case 1:
		scope_value(c->text, sizeof c->text, r->value, r->flag, decimals);
		break;
	case 2:
		if (r->rank > 0)
			scope_place(c->text, sizeof c->text, r->rank, r->group.n);
		break;
	case 3:
		number_cell(c, r->group.n > 0 ? r->group.median : NAN, decimals);
		break;
	case 4:
		quarter_text(c, r);
		break;
	default:
		number_cell(c,
			column == 5   ? r->powiat
			: column == 6 ? r->voivodeship
				      : r->country,
			decimals);
		break;
	}
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct view_of_profile *v = data;
	const struct line *line = &v->lines[row];

	if (!line->service) {
		if (line->row->rank == 0)
			c->role = ROLE_MISSING;
		indicator_cell(line->row, column, c);
	} else if (column == 0) {
		c->role = ROLE_TITLE;
		text_copy(c->text, sizeof c->text,
			line->service[0] ? line->service : _("without a service"));
	}
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct line *line = &((const struct view_of_profile *)data)->lines[row];

	if (line->service)
		text_copy(dst, size, line->service);
	else
		snprintf(dst, size, "%s %s %s", line->row->indicator->code,
			line->row->indicator->name, line->row->indicator->service);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct line *line = &((const struct view_of_profile *)self)->lines[row];

	snprintf(dst, size, "%s%s", line->service ? "= " : "",
		line->service ? line->service : line->row->indicator->code);
}

static const struct list_column usual_columns[WIDE] = {
	{ N_("Indicator"), 0, false },
	{ N_("Value"), 12, true },
	{ N_("Place"), 9, true },
	{ N_("Median"), 12, true },
	{ N_("Quarter"), 11, false },
	{ N_("Powiat"), 12, true },
	{ N_("Voivodeship"), 12, true },
	{ N_("Poland"), 12, true },
};

/* The profile has the years of all indicators, not those of the one looked at last. */
static int
load_years(struct view_of_profile *v, struct app *app, int wanted, struct error *err)
{
	int64_t state;

	if (import_state(app->db, &state, err))
		return -1;
	if (v->years_slot != v->scope.slot || v->years_state != state) {
		v->years_slot = NO_SLOT;
		arena_release(&v->years_arena);
		if (unit_years_load(app->db, v->scope.units, v->scope.slot, &v->years_arena,
			    &v->values, err))
			return -1;
		v->years_slot = v->scope.slot;
		v->years_state = state;
	}
	scope_take_years(&v->scope, v->values.years, v->values.year_count, wanted);
	app_source_text("", "", app->made_up, v->scope.source, sizeof v->scope.source);
	return 0;
}

static void
fill_lines(struct view_of_profile *v)
{
	const char *service = NULL;

	v->lines = arena_array(&v->base.arena, 2 * (size_t)v->profile.count + 1, sizeof *v->lines);
	for (int i = 0; i < v->profile.count; i++) {
		const struct profile_row *r = &v->profile.rows[i];

		if (!service || strcmp(service, r->indicator->service) != 0) {
			service = r->indicator->service;
			v->lines[v->base.count++].service = service;
		}
		v->lines[v->base.count++].row = r;
	}
}

static int
load_profile(struct view_of_profile *v, struct app *app, int wanted, struct error *err)
{
	if (scope_load(&v->scope, app, &v->base.arena, err))
		return -1;
	v->unit = unit_by_slot(v->scope.units, v->scope.slot);
	v->base.list.empty = !v->unit ? N_("Choose a unit first: key j.")
			: !v->scope.indicator.code
				? N_("There are no values yet: import a BDL file first (menu 8 1).")
				: N_("This unit has no values in this year: choose another year "
				     "with the arrow keys.");
	if (!v->unit || !v->scope.indicator.code)
		return 0;
	if (load_years(v, app, wanted, err))
		return -1;
	if (!v->scope.group)
		v->scope.filter.level = v->scope.level = (int)v->unit->level;
	if (v->scope.year_count &&
		profile_load(app->db, v->scope.units, v->scope.slot, v->scope.year,
			&v->scope.filter, &v->base.arena, &v->profile, err))
		return -1;
	fill_lines(v);
	app_remember(app, v->scope.code, v->scope.year);
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct view_of_profile *v = self;

	memset(&v->profile, 0, sizeof v->profile);
	v->unit = NULL;
	if (load_profile(v, v->base.app, v->scope.year, err))
		return -1;
	if (!v->base.id[0] && v->base.count > 1) /* the first indicator, not its service */
		id(v, 1, v->base.id, sizeof v->base.id);
	return 0;
}

static const struct profile_row *
selected(const struct view_of_profile *v)
{
	int row = list_screen_row(v);

	return row >= 0 ? v->lines[row].row : NULL;
}

/* The name gets what the numbers leave. */
static void
fit_columns(struct view_of_profile *v, int shown)
{
	struct list_cell c;

	for (int column = 1; column < shown; column++) {
		int *width = &v->columns[column].width;

		*width = text_width(_(v->columns[column].title));
		for (int i = 0; i < v->profile.count; i++) {
			c.text[0] = '\0';
			indicator_cell(&v->profile.rows[i], column, &c);
			if (text_width(c.text) > *width)
				*width = text_width(c.text);
		}
	}
}

static void
above(void *self, struct canvas *c)
{
	struct view_of_profile *v = self;
	char what[256], units[256];
	int used;

	v->base.list.column_count = c->columns >= WIDE_SCREEN ? WIDE : NARROW;
	fit_columns(v, v->base.list.column_count);
	if (!v->unit)
		return;
	used = canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s, %d", v->unit->label, v->scope.year);
	canvas_printf(c, 0, used, -1, ROLE_HINT, "  %s",
		unit_describe(v->scope.units, v->unit, what, sizeof what));
	canvas_printf(c, 1, 0, -1, ROLE_HINT,
		v->base.list.column_count == WIDE ? _("Compared with: %s (%d)")
						  : _("Compared with: %s (%d); s: more numbers"),
		scope_units_text(&v->scope, units, sizeof units), v->profile.peers);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_profile *v = self;

	scope_head(&v->scope, _("Profile"), left, left_size, right, right_size);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct view_of_profile *v = self;

	if (row >= 0 && v->lines[row].row)
		text_copy(dst, size, v->lines[row].row->indicator->code);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_profile *v = self;
	char units[256];

	if (!v->unit)
		return error_set(err, ERROR_MISSING, _("Choose a unit first: key j."));
	document_profile(table, arena,
		&(struct document_facts){ .units = v->scope.units,
			.where = scope_units_text(&v->scope, units, sizeof units),
			.source = v->scope.source },
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

/* With what stands in no column at 80: units above and quarters. */
static void
open_source(struct screens *s, const struct view_of_profile *v, const struct profile_row *r)
{
	const struct { const char *label; double value; } numbers[] = {
		{ _("powiat"), r->powiat },
		{ _("voivodeship"), r->voivodeship },
		{ _("Poland"), r->country },
		{ _("lower quarter to"), r->group.n > 0 ? r->group.q1 : NAN },
		{ _("median"), r->group.n > 0 ? r->group.median : NAN },
		{ _("upper quarter from"), r->group.n > 0 ? r->group.q3 : NAN },
	};
	char text[512] = "", number[48];
	size_t n = 0;

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		if (isnan(numbers[i].value))
			continue;
		number_format(number, sizeof number, numbers[i].value, r->indicator->decimals);
		n += (size_t)snprintf(text + n, sizeof text - n, "%s%s %s", n ? "; " : "",
			numbers[i].label, number);
		if (n >= sizeof text)
			break;
	}
	source_open_with(s, r->indicator, v->scope.year, v->scope.slot, text);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_profile *v = self;
	char name[256];
	const struct profile_row *r = selected(v);

	switch (action) {
	case ACTION_OPEN:
		(void)open_view(v, s, ACTION_RANKING);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		export_open(s, build, v,
			scope_file_name(&v->scope, _("profile"), v->unit, true, name, sizeof name));
		return SCREEN_HANDLED;
	case ACTION_LEGEND:
		legend_open(s);
		return SCREEN_HANDLED;
	case ACTION_SOURCE:
		if (r)
			open_source(s, v, r);
		return SCREEN_HANDLED;
	default:
		if (action != ACTION_PROFILE && open_view(v, s, action) == SCREEN_HANDLED)
			return SCREEN_HANDLED;
		return scope_act(&v->scope, s, action, event);
	}
}

static void
release(void *self)
{
	arena_release(&((struct view_of_profile *)self)->years_arena);
}

static const int row_ids[] = { ACTION_RANKING, ACTION_TABLE, ACTION_TABLE_INDICATORS, ACTION_CHART,
	ACTION_CARD, ACTION_SOURCE, 0 };

static const struct list_screen_kind kind = {
	.columns = usual_columns,
	.column_count = NARROW,
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.note = note,
	.act = act,
	.of_row = row_ids,
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_profile *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	scope_start(&v->scope, v->base.app, argument);
	memcpy(v->columns, usual_columns, sizeof v->columns);
	v->base.list.columns = v->columns;
	return 0;
}

static const int screen_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_YEAR_PREVIOUS, ACTION_YEAR_NEXT, ACTION_YEAR_CHOOSE, ACTION_AREA,
	ACTION_GROUP_CHOOSE, ACTION_RANKING, ACTION_TABLE, ACTION_TABLE_INDICATORS, ACTION_CHART,
	ACTION_CARD, ACTION_LEGEND, ACTION_SOURCE, 0 };

const struct screen profile_screen = {
	.name = "profile",
	.title = N_("Profile"),
	.size = sizeof(struct view_of_profile),
	.actions = screen_actions,
	.start = start,
	.head = head,
	LIST_SCREEN,
};
