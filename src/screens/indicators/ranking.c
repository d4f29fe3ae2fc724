/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator in one year: all units of a level, an area or a group, with rank, share of the
 * best and change. */
#include "config.h"
#include "screens/indicators/scope.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/indicators/ranking.h"
#include "report/documents.h"
#include "screens/frame/actions.h"
#include "screens/frame/help.h"
#include "screens/frame/list_screen.h"
#include "screens/indicators/group_save.h"
#include "screens/indicators/source.h"
#include "screens/indicators/unit_rows.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct view_of_ranking {
	struct list_screen base;
	struct scope scope;
	struct ranking ranking;
	enum ranking_sort sort;
	bool down;
	int marked; /* slot of the own unit */
	int level;  /* of the last load; another one moves the cursor */
	struct list_column columns[6]; /* as wide as the numbers need */
	int kinds[6];                  /* which usual column each one is; the empty are left out */
};

enum { NAME, PLACE, VALUE, OF_BEST, ONE_YEAR, FIVE_YEARS, COLUMNS };

/* The column of the list shows what the order of this sort is about. */
static const struct {
	enum ranking_sort sort;
	int column;
	const char *text;
} sorts[] = {
	{ RANKING_BY_RANK, PLACE, N_("rank") },
	{ RANKING_BY_NAME, NAME, N_("name") },
	{ RANKING_BY_VALUE, VALUE, N_("value") },
	{ RANKING_BY_PREVIOUS, ONE_YEAR, N_("change to the previous year") },
	{ RANKING_BY_FIVE_YEARS, FIVE_YEARS, N_("change over five years") },
	{ RANKING_BY_CODE, -1, N_("code") },
};
enum { SORTS = sizeof sorts / sizeof *sorts, ANSWER_SORT = ACTION_ANSWER_8 };

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct view_of_ranking *v = data;
	const struct ranking_row *r = &v->ranking.rows[row];
	const struct unit *unit = unit_by_slot(v->scope.units, r->slot);
	int decimals = v->scope.indicator.decimals;
	char name[160];

	if (r->slot == v->marked)
		c->role = ROLE_OWN;
	else if (r->rank == 0)
		c->role = ROLE_MISSING;
	switch (v->kinds[column]) {
	case NAME:
		scope_unit(v->scope.units, unit, name, sizeof name);
		snprintf(c->text, sizeof c->text, "%s%s", r->slot == v->marked ? "* " : "", name);
		break;
	case PLACE:
		if (r->rank > 0)
			number_format(c->text, sizeof c->text, r->rank, 0);
		else
			text_copy(c->text, sizeof c->text, "-");
		break;
	case VALUE:
		scope_value(c->text, sizeof c->text, r->value, r->flag, decimals);
		break;
	case OF_BEST:
		if (!isnan(r->share_of_best))
			number_format(c->text, sizeof c->text, r->share_of_best, 1);
		break;
	case ONE_YEAR:
		scope_change(c->text, sizeof c->text, r->previous, decimals);
		break;
	case FIVE_YEARS:
		scope_change(c->text, sizeof c->text, r->five_years, decimals);
		break;
	default:
		break;
	}
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct view_of_ranking *v = data;
	const struct unit *unit = unit_by_slot(v->scope.units, v->ranking.rows[row].slot);

	snprintf(dst, size, "%s %s", unit->label, unit_teryt(unit));
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct view_of_ranking *)self)->ranking.rows[row].slot);
}

static const struct list_column usual_columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("Place"), 8, true },
	{ N_("Value"), 13, true },
	{ N_("Of best, %"), 13, true },
	{ N_("1 year"), 11, true },
	{ N_("5 years"), 11, true },
};

static int
selected_slot(const struct view_of_ranking *v)
{
	int row = list_screen_row(v);

	return row >= 0 ? v->ranking.rows[row].slot : NO_SLOT;
}

static int
column_of(const struct view_of_ranking *v, int kind)
{
	for (int i = 0; i < v->base.list.column_count; i++)
		if (v->kinds[i] == kind)
			return i;
	return -1;
}

static void
add_column(struct view_of_ranking *v, int kind, int width)
{
	int at = v->base.list.column_count++;

	v->kinds[at] = kind;
	v->columns[at] = usual_columns[kind];
	v->columns[at].width = width;
}

/* What one column's numbers span; false when it has none. */
static bool
span(const struct ranking *r, int kind, double *low, double *high)
{
	bool any = false;

	*low = *high = 0;
	for (int i = 0; i < r->ranked; i++) {
		double number = kind == OF_BEST    ? r->rows[i].share_of_best
				: kind == ONE_YEAR ? r->rows[i].previous
						   : r->rows[i].five_years;

		any |= !isnan(number);
		*low = fmin(*low, number);
		*high = fmax(*high, number);
	}
	return any;
}

/* The name gets what the numbers leave; a column without numbers is left out. */
static void
fit_columns(struct view_of_ranking *v)
{
	const struct ranking *r = &v->ranking;
	int decimals = v->scope.indicator.decimals, sign = 0;
	double low, high;

	for (int i = 0; i < r->count; i++)
		if (r->rows[i].rank > 0 && r->rows[i].flag != FLAG_NONE)
			sign = SCOPE_SIGN;
	v->base.list.column_count = 1;
	add_column(v, PLACE, scope_width(_(usual_columns[PLACE].title), 0, r->ranked, 0));
	add_column(v, VALUE,
		sign + scope_width(_(usual_columns[VALUE].title), r->summary.min, r->summary.max,
			       decimals));
	for (int kind = OF_BEST; kind <= FIVE_YEARS; kind++)
		if (span(r, kind, &low, &high))
			add_column(v, kind,
				1 + scope_width(_(usual_columns[kind].title), low, high,
					    kind == OF_BEST ? 1 : decimals));
	for (int i = 0; i < SORTS; i++)
		if (sorts[i].sort == v->sort)
			v->base.list.sort_column = column_of(v, sorts[i].column);
}

/* An indicator of powiats shows powiats, unless the person chose the level. */
static int
find_level(struct view_of_ranking *v, struct app *app, struct error *err)
{
	static const enum unit_level levels[] = { LEVEL_GMINA, LEVEL_POWIAT, LEVEL_VOIVODESHIP,
		LEVEL_REGION };

	for (size_t i = 0; i < sizeof levels / sizeof *levels && v->ranking.ranked == 0; i++) {
		if (v->scope.level_chosen || v->scope.group || (int)levels[i] == v->scope.level)
			continue;
		struct unit_filter filter = v->scope.filter;

		filter.level = (int)levels[i];
		filter.bdl_too = levels[i] == LEVEL_REGION;
		if (ranking_load(app->db, v->scope.units, &v->scope.indicator, v->scope.year,
			    &filter, true, &v->base.arena, &v->ranking, err))
			return -1;
		if (v->ranking.ranked > 0) {
			v->scope.level = (int)levels[i];
			v->scope.filter = filter;
		}
	}
	return 0;
}

static int
load_rows(struct view_of_ranking *v, struct app *app, struct error *err)
{
	if (scope_load(&v->scope, app, &v->base.arena, err))
		return -1;
	v->marked = v->scope.slot_given ? v->scope.slot : app_marked(app);
	v->base.list.empty = scope_empty(&v->scope);
	if (!scope_ready(&v->scope))
		return 0;
	v->scope.filter.bdl_too = v->scope.level == LEVEL_REGION;
	if (ranking_load(app->db, v->scope.units, &v->scope.indicator, v->scope.year,
		    &v->scope.filter, true, &v->base.arena, &v->ranking, err) ||
		find_level(v, app, err))
		return -1;
	ranking_sort(&v->ranking, v->scope.units, v->sort, v->down);
	fit_columns(v);
	return 0;
}

/* Of another level: the own unit or the one above it there, else the first. */
static int
landing_slot(const struct view_of_ranking *v)
{
	const struct unit *unit =
		v->scope.units ? unit_by_slot(v->scope.units, v->marked) : NULL;
	const struct unit *above =
		unit ? unit_above(v->scope.units, unit, (enum unit_level)v->scope.level) : NULL;
	int slot = above ? above->slot : v->marked;

	for (int i = 0; i < v->ranking.count; i++)
		if (v->ranking.rows[i].slot == slot)
			return slot;
	return v->ranking.count ? v->ranking.rows[0].slot : slot;
}

static int
load(void *self, struct error *err)
{
	struct view_of_ranking *v = self;
	int failed;

	memset(&v->ranking, 0, sizeof v->ranking);
	failed = load_rows(v, v->base.app, err);
	if (failed)
		memset(&v->ranking, 0, sizeof v->ranking);
	if (v->level != v->scope.level || !v->base.id[0])
		snprintf(v->base.id, sizeof v->base.id, "%d",
			v->level != v->scope.level ? landing_slot(v) : v->marked);
	v->level = v->scope.level;
	v->base.count = v->ranking.count;
	return failed;
}

static void
draw_summary(const struct view_of_ranking *v, struct canvas *c, int used)
{
	const struct summary *sum = &v->ranking.summary;
	int decimals = v->scope.indicator.decimals;
	bool by_sums = !isnan(v->ranking.ratio_of_sums);
	char median[48], mean[48], ranked[24], missing[24];

	canvas_printf(c, 1, used, -1, ROLE_HINT,
		by_sums ? _("; with data %s, without %s, median %s, "
			    "ratio of sums %s")
			: _("; with data %s, without %s, median %s, mean %s"),
		number_format(ranked, sizeof ranked, v->ranking.ranked, 0),
		number_format(missing, sizeof missing, v->ranking.missing, 0),
		number_format(median, sizeof median, sum->median, decimals),
		number_format(mean, sizeof mean, by_sums ? v->ranking.ratio_of_sums : sum->mean,
			decimals));
}

static void
above(void *self, struct canvas *c)
{
	const struct view_of_ranking *v = self;
	char title[256], units[256];
	int used;

	if (v->scope.indicator.code)
		canvas_text(c, 0, 0, -1, ROLE_TITLE, scope_title(&v->scope, title, sizeof title));
	if (!scope_ready(&v->scope))
		return;
	used = canvas_text(
		c, 1, 0, -1, ROLE_HINT, scope_units_text(&v->scope, units, sizeof units));
	if (v->ranking.ranked > 0)
		draw_summary(v, c, used);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_ranking *v = self;

	scope_head(&v->scope, _("Ranking"), left, left_size, right, right_size);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct view_of_ranking *v = self;
	const struct unit *unit =
		row < 0 ? NULL : unit_by_slot(v->scope.units, v->ranking.rows[row].slot);

	if (unit)
		text_copy(dst, size, unit_teryt(unit));
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_ranking *v = self;
	char units[256];

	(void)err;
	document_ranking(table, arena,
		&(struct document_facts){ .units = v->scope.units,
			.where = scope_units_text(&v->scope, units, sizeof units),
			.source = v->scope.source },
		&v->scope.indicator, v->scope.year, &v->ranking);
	return 0;
}

static void
ask_sort(struct screens *s, const struct view_of_ranking *v)
{
	const char *choices[SORTS];
	int selected = 0;

	for (int i = 0; i < SORTS; i++) {
		choices[i] = _(sorts[i].text);
		if (sorts[i].sort == v->sort)
			selected = i;
	}
	dialog_choose(s, _("Order by"), choices, SORTS, selected, ANSWER_SORT);
}

/* The same order once more turns it round. */
static void
take_sort(struct screens *s, struct view_of_ranking *v, int choice)
{
	v->down = sorts[choice].sort == v->sort ? !v->down : false;
	v->sort = sorts[choice].sort;
	v->base.list.sort_down = v->down;
	screens_stale(s);
}

static void
save_group(struct screens *s, const struct view_of_ranking *v)
{
	struct arena arena = { 0 };
	int *slots = arena_array(&arena, (size_t)v->ranking.count + 1, sizeof *slots);
	int n = 0;

	for (int i = 0; i < v->base.list.shown; i++)
		slots[n++] = v->ranking.rows[list_row(&v->base.list, i)].slot;
	group_save_open(s, slots, n);
	arena_release(&arena);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_ranking *v = self;
	char name[256];
	int slot = selected_slot(v);

	switch (action) {
	case ACTION_OPEN:
		return slot == NO_SLOT ? SCREEN_HANDLED
				       : scope_open(&v->scope, s, ACTION_PROFILE, slot);
	case ACTION_SORT:
		ask_sort(s, v);
		return SCREEN_HANDLED;
	case ANSWER_SORT:
		take_sort(s, v, event->number);
		return SCREEN_HANDLED;
	case ACTION_UNIT_TAKE:
		scope_take_unit(s, unit_by_slot(v->scope.units, slot));
		return SCREEN_HANDLED;
	case ACTION_UNIT_GO:
		unit_row_go(s, v, v->marked);
		return SCREEN_HANDLED;
	case ACTION_GROUP_SAVE:
		save_group(s, v);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		export_open(s, build, v,
			scope_file_name(&v->scope, _("ranking"), NULL, true, name, sizeof name));
		return SCREEN_HANDLED;
	case ACTION_LEGEND:
		legend_open(s);
		return SCREEN_HANDLED;
	case ACTION_SOURCE:
		source_open(s, &v->scope.indicator, v->scope.year, slot);
		return SCREEN_HANDLED;
	default:
		if (scope_open(&v->scope, s, action, slot) == SCREEN_HANDLED)
			return SCREEN_HANDLED;
		return scope_act(&v->scope, s, action, event);
	}
}

static const struct list_screen_kind kind = {
	.columns = usual_columns,
	.column_count = COLUMNS,
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.note = note,
	.act = act,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_ranking *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	scope_start(&v->scope, v->base.app, argument);
	for (int i = 0; i < COLUMNS; i++) {
		v->columns[i] = usual_columns[i];
		v->kinds[i] = i;
	}
	v->base.list.columns = v->columns;
	v->base.list.sort_column = PLACE;
	return 0;
}

static const int screen_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_SORT, ACTION_YEAR_PREVIOUS, ACTION_YEAR_NEXT, ACTION_YEAR_CHOOSE,
	ACTION_INDICATOR_PREVIOUS, ACTION_INDICATOR_NEXT, ACTION_INDICATOR_CHOOSE, ACTION_LEVEL,
	ACTION_AREA, ACTION_GROUP_CHOOSE, ACTION_GROUP_SAVE, ACTION_UNIT_TAKE, ACTION_UNIT_GO,
	ACTION_PROFILE, ACTION_TABLE, ACTION_TABLE_INDICATORS, ACTION_CHART, ACTION_CARD,
	ACTION_LEGEND, ACTION_SOURCE, 0 };

const struct screen ranking_screen = {
	.name = "ranking",
	.title = N_("Ranking"),
	.size = sizeof(struct view_of_ranking),
	.actions = screen_actions,
	.start = start,
	.head = head,
	LIST_SCREEN,
};
