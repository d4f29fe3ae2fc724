/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: units by years of one indicator, and units by indicators of one year. */
#include "config.h"
#include "screens/indicators/scope.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/indicators/matrix.h"
#include "report/documents.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "screens/frame/help.h"
#include "screens/indicators/source.h"
#include "screens/sheets/figure_form.h"
#include "tui/table.h"

#include <stdio.h>
#include <string.h>

struct view_of_matrix {
	struct scope scope;
	struct arena arena;
	struct matrix matrix;
	bool by_year;        /* columns are years, else indicators of the service */
	int marked;          /* slot of the own unit */
	char service[128];    /* whose indicators stand in the columns */
	struct arena ticked; /* or these */
	const char **codes;
	int code_count;
	bool no_values;  /* in any cell */
	char placed[40]; /* indicator whose newest year has been selected */
	struct table table;
	struct figure_acts figures;
};

enum { NAME_WIDTH = 26, VALUE_WIDTH = 7 };

static int
count(const void *data)
{
	const struct view_of_matrix *v = data;

	return v->matrix.rows;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct view_of_matrix *v = data;
	int slot = v->matrix.slots[row];
	const struct matrix_cell *value;
	const struct indicator *indicator;
	char name[160];

	if (slot == v->marked)
		c->role = ROLE_OWN;
	if (column == 0) {
		scope_unit(v->scope.units, unit_by_slot(v->scope.units, slot), name, sizeof name);
		snprintf(c->text, sizeof c->text, "%s%s", slot == v->marked ? "* " : "", name);
		return;
	}
	value = &v->matrix.cells[row * v->matrix.columns + column - 1];
	indicator = v->by_year ? &v->scope.indicator : &v->matrix.indicators[column - 1];
	scope_value(c->text, sizeof c->text, value->value, value->flag, indicator->decimals);
	if (flag_missing(value->flag))
		c->role = ROLE_MISSING;
	else if (value->marks && value->flag == FLAG_NONE) {
		memmove(c->text + 2, c->text, strlen(c->text) + 1); /* leads, as flags do */
		memcpy(c->text, "~ ", 2);
	}
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct view_of_matrix *v = data;
	const struct unit *unit = unit_by_slot(v->scope.units, v->matrix.slots[row]);

	snprintf(dst, size, "%s %s", unit->label, unit_teryt(unit));
}

static void
column_head(const void *data, int column, char *dst, size_t size)
{
	const struct view_of_matrix *v = data;

	if (v->by_year)
		snprintf(dst, size, "%d", v->matrix.years[column - 1]);
	else
		text_copy(dst, size, v->matrix.indicators[column - 1].code);
}

static const struct list_source source = {
	.count = count, .cell = cell, .key = key, .head = column_head
};

static int
start(struct screens *s, void *self, const void *argument, bool by_year)
{
	struct view_of_matrix *v = self;
	const struct view *view = argument;
	v->by_year = by_year;
	if (view && view->code_count) {
		v->codes = arena_array(&v->ticked, (size_t)view->code_count, sizeof *v->codes);
		for (int i = 0; i < view->code_count; i++)
			v->codes[v->code_count++] = arena_string(&v->ticked, view->codes[i]);
	}
	scope_start(&v->scope, app_of(s), argument);
	table_start(&v->table, &source, v, N_("Unit"), NAME_WIDTH, 0, VALUE_WIDTH);
	return 0;
}

static int
start_years(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	return start(s, self, argument, true);
}

static int
start_indicators(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	return start(s, self, argument, false);
}

/* The ticked ones in their order; what is gone meanwhile is left out. */
static int
load_ticked(struct view_of_matrix *v, struct app *app, struct indicator **list, int *n,
	struct error *err)
{
	*list = arena_array(&v->arena, (size_t)v->code_count + 1, sizeof **list);
	*n = 0;
	for (int i = 0; i < v->code_count; i++) {
		struct error missing = { 0 };

		if (indicator_load(app->db, v->codes[i], &v->arena, &(*list)[*n], &missing) == 0)
			++*n;
		else if (missing.code != ERROR_MISSING)
			return error_set(err, missing.code, "%s", missing.text);
	}
	return 0;
}

/* The service of the indicator in view, its indicators with values as columns. */
static int
load_service(struct view_of_matrix *v, struct app *app, struct indicator **list, int *n,
	struct error *err)
{
	const struct indicator_filter filter = { .service = v->scope.indicator.service,
		.with_values = true };

	text_copy(v->service, sizeof v->service, v->scope.indicator.service);
	return indicator_list(app->db, &filter, &v->arena, list, n, err);
}

static int
load_indicators(struct view_of_matrix *v, struct app *app, int wanted, struct error *err)
{
	struct indicator *list;
	int n;

	if ((v->code_count ? load_ticked(v, app, &list, &n, err)
			   : load_service(v, app, &list, &n, err)) ||
		scope_take_years_of(
			&v->scope, app, &v->arena, list, n, wanted, err))
		return -1;
	return v->scope.year_count
		       ? matrix_indicators(app->db, v->scope.units, list, n, v->scope.year,
				 &v->scope.filter, &v->arena, &v->matrix, err)
		       : 0;
}

/* No cell has a value: said in words, with the newest year that any of the columns has. */
static bool
is_empty(const struct view_of_matrix *v)
{
	for (int i = 0; i < v->matrix.rows * v->matrix.columns; i++)
		if (!flag_missing(v->matrix.cells[i].flag))
			return false;
	return v->matrix.rows > 0 && v->scope.year_count > 0;
}

static int
load_matrix(struct view_of_matrix *v, struct app *app, int wanted, struct error *err)
{
	const int *years = v->scope.years;

	if (!v->scope.indicator.code)
		return 0;
	if (!v->by_year)
		return load_indicators(v, app, wanted, err);
	return v->scope.year_count == 0 ? 0
					: matrix_years(app->db, v->scope.units, &v->scope.indicator,
						  years[0], years[v->scope.year_count - 1],
						  &v->scope.filter, &v->arena, &v->matrix, err);
}

/* As wide as the widest value, so that as many columns as can be stand beside each other. */
static void
fit_columns(struct view_of_matrix *v)
{
	int width = VALUE_WIDTH, sign = 0;

	for (int column = 0; column < v->matrix.columns; column++) {
		double low = 0, high = 0;
		int needed;
		const struct indicator *i =
			v->by_year ? &v->scope.indicator : &v->matrix.indicators[column];

		for (int row = 0; row < v->matrix.rows; row++) {
			const struct matrix_cell *at =
				&v->matrix.cells[row * v->matrix.columns + column];

			if (!flag_missing(at->flag)) {
				if (at->flag != FLAG_NONE || at->marks)
					sign = SCOPE_SIGN;
				low = at->value < low ? at->value : low;
				high = at->value > high ? at->value : high;
			}
		}
		needed = scope_width(v->by_year ? "" : i->code, low, high, i->decimals);
		width = needed > width ? needed : width;
	}
	v->table.columns[1].width = width + sign;
}

static int
selected_slot(const struct view_of_matrix *v)
{
	int row = list_selected(&v->table.list);

	return row >= 0 && row < v->matrix.rows ? v->matrix.slots[row] : NO_SLOT;
}

static int
row_of(const struct view_of_matrix *v, int slot)
{
	for (int i = 0; i < v->matrix.rows; i++)
		if (v->matrix.slots[i] == slot)
			return i;
	return -1;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_matrix *v = self;
	struct app *app = app_of(s);
	int slot = selected_slot(v), wanted = v->scope.year, failed;

	arena_release(&v->arena);
	memset(&v->matrix, 0, sizeof v->matrix);
	failed = scope_load(&v->scope, app, &v->arena, err) || load_matrix(v, app, wanted, err);
	if (failed)
		memset(&v->matrix, 0, sizeof v->matrix);
	v->marked = v->scope.slot_given ? v->scope.slot : app_marked(app);
	v->no_values = is_empty(v);
	v->table.list.empty = scope_empty(&v->scope);
	fit_columns(v);
	table_refresh(&v->table, row_of(v, slot == NO_SLOT ? v->marked : slot), v->matrix.columns);
	if (v->by_year && strcmp(v->placed, v->scope.code) != 0 && v->matrix.columns) {
		table_select_column(
			&v->table, v->matrix.columns - 1); /* the newest, as one reads */
		text_copy(v->placed, sizeof v->placed, v->scope.code);
	}
	return failed ? -1 : 0;
}

/* The indicator that the selected cell belongs to. */
static const struct indicator *
selected_indicator(const struct view_of_matrix *v)
{
	int column = table_column(&v->table);

	if (v->by_year || column < 0 || column >= v->matrix.columns)
		return &v->scope.indicator;
	return &v->matrix.indicators[column];
}

static int
selected_year(const struct view_of_matrix *v)
{
	int at = table_column(&v->table);
	bool chosen = v->by_year && at >= 0 && at < v->matrix.columns;

	return chosen ? v->matrix.years[at] : v->scope.year;
}

/* What a ~ at the selected cell means; "" without one. */
static const char *
mark_text(const struct view_of_matrix *v)
{
	int row = list_selected(&v->table.list), column = table_column(&v->table);

	if (row < 0 || row >= v->matrix.rows || column < 0 || column >= v->matrix.columns)
		return "";
	return scope_mark_text(v->matrix.cells[row * v->matrix.columns + column].marks);
}

static void
draw(void *self, struct canvas *c)
{
	struct view_of_matrix *v = self;
	struct canvas below = canvas_part(c, 2, 0, c->rows - 2, c->columns);
	const struct indicator *indicator = selected_indicator(v);
	char units[256], name[512];
	const char *mark = mark_text(v);

	if (scope_ready(&v->scope)) {
		canvas_text(c, 0, 0, -1, ROLE_TITLE, scope_name(indicator, name, sizeof name));
		if (v->no_values)
			canvas_printf(c, 1, 0, -1, ROLE_HINT,
				_("None of these units has a value in %d; the newest year with "
				  "values is %d."),
				v->scope.year, v->scope.years[v->scope.year_count - 1]);
		else
			canvas_printf(c, 1, 0, -1, ROLE_HINT, "%s%s%s%s%s",
				scope_units_text(&v->scope, units, sizeof units),
				v->by_year || !v->service[0] ? "" : "; ",
				v->by_year ? "" : v->service, mark[0] ? "; ~ " : "", mark);
	}
	table_draw(&v->table, &below);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_matrix *v = self;

	if (v->by_year) {
		text_copy(left, left_size, _("Table over years"));
		text_copy(right, right_size, v->scope.source);
	} else {
		scope_head(&v->scope, _("Table of indicators"), left, left_size, right, right_size);
	}
}

static void
status(void *self, char *dst, size_t size)
{
	struct view_of_matrix *v = self;

	scope_status(v->scope.units, &v->table.list, selected_slot(v), dst, size);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_matrix *v = self;
	char units[256], title[300];

	(void)err;
	if (v->by_year)
		scope_title(&v->scope, title, sizeof title);
	else
		snprintf(title, sizeof title, "%s, %d",
			v->service[0] ? v->service : _("Indicators"), v->scope.year);
	document_matrix(table, arena,
		&(struct document_facts){ .units = v->scope.units,
			.where = scope_units_text(&v->scope, units, sizeof units),
			.source = v->scope.source },
		title, &v->scope.indicator, &v->matrix);
	return 0;
}

static int
open_view(const struct view_of_matrix *v, struct screens *s, int action)
{
	struct scope of_cell = v->scope;

	if (v->matrix.rows == 0)
		return SCREEN_PASS;
	text_copy(of_cell.code, sizeof of_cell.code, selected_indicator(v)->code);
	of_cell.year = selected_year(v);
	return scope_open(&of_cell, s, action, selected_slot(v));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_matrix *v = self;
	char name[256];

	switch (action) {
	case ACTION_OPEN:
	case ACTION_CHOSEN:
		(void)open_view(v, s, ACTION_CHART);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		export_open(s, build, v,
			scope_file_name(&v->scope, v->by_year ? _("years") : _("indicators"), NULL,
				!v->by_year, name, sizeof name));
		return SCREEN_HANDLED;
	case ACTION_LEGEND:
		legend_open(s);
		return SCREEN_HANDLED;
	case ACTION_SOURCE:
		if (v->matrix.rows > 0)
			source_open(s, selected_indicator(v), selected_year(v), selected_slot(v));
		return SCREEN_HANDLED;
	default:
		if (v->by_year && figure_act(s, &v->figures, &v->scope.indicator, selected_year(v),
					  selected_slot(v), action) == SCREEN_HANDLED)
			return SCREEN_HANDLED;
		if (open_view(v, s, action) == SCREEN_HANDLED)
			return SCREEN_HANDLED;
		return scope_act(&v->scope, s, action, event);
	}
}

static bool
able(const void *self, int action)
{
	const struct view_of_matrix *v = self;

	return figure_able(&v->figures, &v->scope.indicator, action);
}

static struct focus
focus(void *self)
{
	struct view_of_matrix *v = self;

	return (struct focus){ &table_widget, &v->table };
}

static void
release(void *self)
{
	struct view_of_matrix *v = self;

	table_release(&v->table);
	arena_release(&v->arena);
	arena_release(&v->ticked);
}

static const int years_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT,
	ACTION_FILTER, ACTION_FIGURE_NEW, ACTION_DELETE, ACTION_UNDO,
	ACTION_INDICATOR_PREVIOUS, ACTION_INDICATOR_NEXT, ACTION_INDICATOR_CHOOSE, ACTION_LEVEL,
	ACTION_AREA, ACTION_GROUP_CHOOSE, ACTION_RANKING, ACTION_TABLE_INDICATORS, ACTION_PROFILE,
	ACTION_CHART, ACTION_CARD, ACTION_LEGEND, ACTION_SOURCE, 0 };
static const int indicators_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_YEAR_CHOOSE, ACTION_INDICATOR_CHOOSE, ACTION_LEVEL, ACTION_AREA, ACTION_GROUP_CHOOSE,
	ACTION_RANKING, ACTION_TABLE, ACTION_PROFILE, ACTION_CHART, ACTION_CARD, ACTION_LEGEND,
	ACTION_SOURCE, 0 };

const struct screen years_screen = {
	.name = "years",
	.title = N_("Table over years"),
	.size = sizeof(struct view_of_matrix),
	.actions = years_actions,
	.start = start_years,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.able = able,
	.act = act,
	.focus = focus,
	.release = release,
};

const struct screen indicators_table_screen = {
	.name = "indicators_table",
	.title = N_("Table of indicators"),
	.size = sizeof(struct view_of_matrix),
	.actions = indicators_actions,
	.start = start_indicators,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
