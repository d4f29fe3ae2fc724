/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator in one year: all units of a level, an area or a group, with rank, share of the
 * best and change. */
#include "config.h"
#include "screens/scope.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/flag.h"
#include "model/ranking.h"
#include "report/documents.h"
#include "screens/actions.h"
#include "screens/export.h"
#include "screens/group_save.h"
#include "screens/help.h"
#include "screens/source.h"
#include "tui/dialog.h"
#include "tui/list.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct view_of_ranking {
	struct scope scope;
	struct arena arena;
	struct ranking ranking;
	enum ranking_sort sort;
	bool down;
	int marked; /* slot of the own unit */
	struct list list;
	struct list_column columns[6]; /* as wide as the numbers need */
};

/* The column of the list shows what the order of this sort is about. */
static const struct {
	enum ranking_sort sort;
	int column;
	const char *text;
} sorts[] = {
	{ RANKING_BY_RANK, 1, N_("rank") },
	{ RANKING_BY_NAME, 0, N_("name") },
	{ RANKING_BY_VALUE, 2, N_("value") },
	{ RANKING_BY_PREVIOUS, 4, N_("change to the previous year") },
	{ RANKING_BY_FIVE_YEARS, 5, N_("change over five years") },
	{ RANKING_BY_CODE, -1, N_("code") },
};
enum { SORTS = sizeof sorts / sizeof *sorts, ANSWER_SORT = ACTION_ANSWER_8 };

static int
count(const void *data)
{
	const struct view_of_ranking *v = data;

	return v->ranking.count;
}

static void
change_text(char *dst, size_t size, double change, int decimals)
{
	char number[48], zero[48];

	if (isnan(change)) {
		dst[0] = '\0';
		return;
	}
	number_format(number, sizeof number, change, decimals);
	number_format(zero, sizeof zero, 0, decimals);
	snprintf(dst, size, "%s%s", change > 0 && strcmp(number, zero) != 0 ? "+" : "", number);
}

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
	switch (column) {
	case 0:
		scope_unit(v->scope.units, unit, name, sizeof name);
		snprintf(c->text, sizeof c->text, "%s%s", r->slot == v->marked ? "* " : "", name);
		break;
	case 1:
		if (r->rank > 0)
			snprintf(c->text, sizeof c->text, "%d", r->rank);
		break;
	case 2:
		scope_value(c->text, sizeof c->text, r->value, r->flag, decimals);
		break;
	case 3:
		if (!isnan(r->share_of_best))
			number_format(c->text, sizeof c->text, r->share_of_best, 1);
		break;
	case 4:
		change_text(c->text, sizeof c->text, r->previous, decimals);
		break;
	case 5:
		change_text(c->text, sizeof c->text, r->five_years, decimals);
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

	snprintf(dst, size, "%s %s", unit->label, unit->teryt[0] ? unit->teryt : unit->code);
}

static const struct list_source source = { .count = count, .cell = cell, .key = key };
static const struct list_column usual_columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("Place"), 8, true },
	{ N_("Value"), 13, true },
	{ N_("Of best, %"), 13, true },
	{ N_("1 year"), 11, true },
	{ N_("5 years"), 11, true },
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_ranking *v = self;

	(void)err;
	scope_start(&v->scope, app_of(s), argument);
	memcpy(v->columns, usual_columns, sizeof v->columns);
	list_start(&v->list, &source, v, v->columns, sizeof v->columns / sizeof *v->columns);
	v->list.sort_column = 1;
	return 0;
}

static int
selected_slot(const struct view_of_ranking *v)
{
	int row = list_selected(&v->list);

	return row >= 0 && row < v->ranking.count ? v->ranking.rows[row].slot : NO_SLOT;
}

static int
row_of(const struct view_of_ranking *v, int slot)
{
	for (int i = 0; i < v->ranking.count; i++)
		if (v->ranking.rows[i].slot == slot)
			return i;
	return -1;
}

/* The name gets what the numbers leave. */
static void
fit_columns(struct view_of_ranking *v)
{
	const struct ranking *r = &v->ranking;
	int decimals = v->scope.indicator.decimals;
	double low[2] = { 0, 0 }, high[2] = { 0, 0 };
	int sign = 0;

	for (int i = 0; i < r->count; i++) {
		const double changes[] = { r->rows[i].previous, r->rows[i].five_years };

		if (r->rows[i].rank > 0 && r->rows[i].flag != FLAG_NONE)
			sign = SCOPE_SIGN;

		for (int j = 0; j < 2; j++) {
			low[j] = fmin(low[j], changes[j]);
			high[j] = fmax(high[j], changes[j]);
		}
	}
	v->columns[2].width =
		scope_width(_(v->columns[2].title), r->summary.min, r->summary.max, decimals) +
		sign;
	for (int j = 0; j < 2; j++)
		v->columns[4 + j].width =
			1 + scope_width(_(v->columns[4 + j].title), low[j], high[j], decimals);
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
			    &filter, true, &v->arena, &v->ranking, err))
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
	if (scope_load(&v->scope, app, &v->arena, err))
		return -1;
	v->marked = v->scope.slot_given ? v->scope.slot : app_marked(app);
	v->list.empty = scope_empty(&v->scope);
	if (!scope_ready(&v->scope))
		return 0;
	v->scope.filter.bdl_too = v->scope.level == LEVEL_REGION;
	if (ranking_load(app->db, v->scope.units, &v->scope.indicator, v->scope.year,
		    &v->scope.filter, true, &v->arena, &v->ranking, err) ||
		find_level(v, app, err))
		return -1;
	ranking_sort(&v->ranking, v->scope.units, v->sort, v->down);
	fit_columns(v);
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_ranking *v = self;
	int slot = selected_slot(v), failed;

	arena_release(&v->arena);
	memset(&v->ranking, 0, sizeof v->ranking);
	failed = load_rows(v, app_of(s), err);
	if (failed)
		memset(&v->ranking, 0, sizeof v->ranking);
	list_refresh(&v->list, row_of(v, slot == NO_SLOT ? v->marked : slot));
	return failed;
}

static void
draw(void *self, struct canvas *c)
{
	struct view_of_ranking *v = self;
	char title[256], units[256], median[48], mean[48];
	struct canvas below = canvas_part(c, 2, 0, c->rows - 2, c->columns);
	const struct summary *sum = &v->ranking.summary;
	int used;

	if (v->scope.indicator.code)
		canvas_text(c, 0, 0, -1, ROLE_TITLE, scope_title(&v->scope, title, sizeof title));
	if (scope_ready(&v->scope)) {
		used = canvas_text(
			c, 1, 0, -1, ROLE_HINT, scope_units_text(&v->scope, units, sizeof units));
		number_format(median, sizeof median, sum->median, v->scope.indicator.decimals);
		number_format(mean, sizeof mean,
			isnan(v->ranking.ratio_of_sums) ? sum->mean : v->ranking.ratio_of_sums,
			v->scope.indicator.decimals);
		if (v->ranking.ranked > 0)
			canvas_printf(c, 1, used, -1, ROLE_HINT,
				isnan(v->ranking.ratio_of_sums)
					? _("; n = %d, no data %d, median %s, mean %s")
					: _("; n = %d, no data %d, median %s, ratio of sums %s"),
				v->ranking.ranked, v->ranking.missing, median, mean);
	}
	list_draw(&v->list, &below);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_ranking *v = self;

	scope_head(&v->scope, _("Ranking"), left, left_size, right, right_size);
}

static void
status(void *self, char *dst, size_t size)
{
	struct view_of_ranking *v = self;

	scope_status(v->scope.units, &v->list, selected_slot(v), dst, size);
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
	v->list.sort_column = sorts[choice].column;
	v->list.sort_down = v->down;
	screens_stale(s);
}

static void
save_group(struct screens *s, const struct view_of_ranking *v)
{
	struct arena arena = { 0 };
	int *slots = arena_array(&arena, (size_t)v->ranking.count + 1, sizeof *slots);
	int n = 0;

	for (int i = 0; i < v->list.shown; i++)
		slots[n++] = v->ranking.rows[list_row(&v->list, i)].slot;
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
	case ACTION_CHOSEN:
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
		if (row_of(v, v->marked) >= 0)
			list_select(&v->list, row_of(v, v->marked));
		else
			screens_say(s, "%s", _("The own unit is not among these units."));
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

static struct focus
focus(void *self)
{
	struct view_of_ranking *v = self;

	return (struct focus){ &list_widget, &v->list };
}

static void
release(void *self)
{
	struct view_of_ranking *v = self;

	list_release(&v->list);
	arena_release(&v->arena);
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
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
