/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator of a strategy: where it stands, the chart of base, path, target, values and
 * forecast, and its values year by year. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/kept.h"
#include "model/indicators/value.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/indicators/source.h"
#include "screens/strategies/target_screens.h"
#include "tui/chart.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_REMOVE, ANSWER_EDITED };
enum { YEARS_MOST = 60 };

struct target_card {
	struct list_screen base;
	int64_t id;
	struct strategy_course course;
	const struct target_course *tc;
	int first, years; /* of rows: from the base, or the first value, to the target */
	bool figures;     /* the years in place of the chart */
	enum tier tier;
	char followed[160]; /* the unit's code changed: "0265 for 022109"; "" = it did not */
};

static const struct target_course *
find(const struct strategy_course *c, int64_t id)
{
	for (int i = 0; i < c->target_count; i++)
		if (c->targets[i].target->id == id)
			return &c->targets[i];
	return NULL;
}

static void
name_units(struct target_card *v, const struct unit_table *units)
{
	const struct unit *now = unit_by_slot(units, v->tc->slot);
	const struct unit *before = unit_by_slot(units, v->tc->former);

	v->followed[0] = '\0';
	if (now && before)
		snprintf(v->followed, sizeof v->followed,
			_("; %s (%s) in place of %s (%s), whose code changed"), now->label,
			now->code, before->label, before->code);
}

static int
load(void *self, struct error *err)
{
	struct target_card *v = self;
	struct app *app = v->base.app;
	const struct unit_table *units = app_units(app, err);
	struct target t;
	int last;

	v->tc = NULL;
	if (!units || target_load(app->db, v->id, &t, err) ||
		target_course_load(app->db, units, t.strategy, 0, &v->base.arena, &v->course, err))
		return -1;
	v->tc = find(&v->course, v->id);
	if (!v->tc)
		return error_set(err, ERROR_MISSING, _("This indicator is gone already."));
	name_units(v, units);
	v->first = v->course.strategy.first_year;
	last = v->course.strategy.last_year;
	if (t.base_year && t.base_year < v->first)
		v->first = t.base_year;
	if (t.target_year > last)
		last = t.target_year;
	v->years = last - v->first + 1 > YEARS_MOST ? YEARS_MOST : last - v->first + 1;
	v->base.count = v->years;
	return 0;
}

/* ---- over the list ---- */

static int
lines(void *self, const struct canvas *c)
{
	struct target_card *v = self;
	struct target_head head;

	v->tier = canvas_tier(c);
	return v->tc ? target_head_make(&head, &v->course, v->tc, v->followed, v->tier, c->columns)
		     : 0;
}

static void
above(void *self, struct canvas *c)
{
	const struct target_card *v = self;
	struct target_head head;

	if (!v->tc)
		return;
	target_head_make(&head, &v->course, v->tc, v->followed, v->tier, c->columns);
	target_head_draw(&head, c);
}

/* ---- the chart ---- */

/* Whether the row's value is the base of the card alone. */
static bool
is_base(const struct target_card *v, int row)
{
	return v->first + row == v->tc->target->base_year && !isnan(v->tc->target->base) &&
	       !target_point_of(v->tc, v->first + row);
}

/* The way from the newest value at its pace to the year of the forecast; false = there is none. */
static bool
fill_forecast(const struct target_card *v, double *values)
{
	struct target_judgement j;
	int from, to;

	target_course_at(&v->course, v->tc, v->course.year, &j); /* a report keeps no pace */
	from = j.value_year - v->first;
	to = j.forecast_year - v->first;
	if (j.forecast_year <= 0 || j.forecast_year != v->tc->now.forecast_year || from < 0)
		return false;
	for (int i = from; i <= to && i < v->years; i++)
		values[i] = j.value + j.pace * (i - from);
	return true;
}

/* The ends of an interval in which the base lay already: the same in every year. */
static int
add_ends(const struct target_card *v, double ends[2][YEARS_MOST], struct chart_series *series)
{
	const struct target *t = v->tc->target;
	const double said[2] = { t->low, t->high };
	const char *const names[2] = { _("at least"), _("at most") };
	int n = 0;

	for (int e = 0; e < 2; e++) {
		if (isnan(said[e]))
			continue;
		for (int i = 0; i < v->years; i++)
			ends[e][i] = said[e];
		series[n++] = (struct chart_series){
			.name = names[e], .values = ends[e], .role = ROLE_SERIES_2
		};
	}
	return n;
}

static bool
chart(void *self, struct canvas *c)
{
	struct target_card *v = self;
	double course[YEARS_MOST], values[YEARS_MOST], ahead[YEARS_MOST], ends[2][YEARS_MOST];
	struct chart_series series[CHART_SERIES];
	struct target_rule rule;
	int n = 0;

	if (v->figures || !v->tc)
		return false;
	rule = target_rule_of(v->tc->target);
	for (int i = 0; i < v->years; i++) {
		const struct target_point *p = target_point_of(v->tc, v->first + i);

		course[i] = v->first + i < v->tc->target->base_year
				    ? NAN
				    : target_expected(&rule, v->first + i);
		values[i] = p && !flag_missing(p->flag) ? p->value
			    : is_base(v, i)             ? v->tc->target->base
							: NAN;
		ahead[i] = NAN;
	}
	series[n++] =
		(struct chart_series){ .name = _("value"), .values = values, .role = ROLE_OWN };
	if (target_rule_leads(&rule))
		series[n++] = (struct chart_series){
			.name = _("as planned"), .values = course, .role = ROLE_SERIES_2
		};
	else
		n += add_ends(v, ends, series + n);
	if (fill_forecast(v, ahead))
		series[n++] = (struct chart_series){
			.name = _("at this pace"), .values = ahead, .role = ROLE_HINT
		};
	chart_lines(c, &(struct chart_lines){ .first_year = v->first,
			       .count = v->years,
			       .series = series,
			       .series_count = n,
			       .decimals = v->tc->target->decimals,
			       .unit = v->tc->target->measure });
	return true;
}

/* ---- years as rows ---- */

static const struct list_column columns[] = {
	{ N_("Year"), 6, false },
	{ N_("Value"), 10, true },
	{ N_("Expected"), 10, true },
	{ N_("Status"), 22, false },
	{ N_("From where"), 26, false },
};

static void
from_where(const struct target_card *v, const struct target_point *p, char *dst, size_t size)
{
	struct arena arena = { 0 };

	if (!p)
		return;
	if (p->corrected)
		text_copy(dst, size, target_correction_text(p->corrected, &arena));
	else if (!p->reading)
		snprintf(dst, size, p->marks & MARK_SUCCESSION ? _("%s, the unit before") : "%s",
			v->tc->target->indicator);
	else
		snprintf(dst, size, "%s%s%s", p->reading->source, p->reading->source[0] ? "; " : "",
			p->reading->file_name[0] ? p->reading->file_name : p->reading->login);
	arena_release(&arena);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct target_card *v = self;
	const struct target *t = v->tc->target;
	const struct target_point *p = target_point_of(v->tc, v->first + row);
	struct target_rule rule = target_rule_of(t);
	struct target_judgement j;

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%d", v->first + row);
		return;
	case 1:
		if (p && isnan(p->value))
			text_copy(c->text, sizeof c->text, flag_meaning(p->flag)->symbol);
		else if (p || is_base(v, row))
			target_figure(t, p ? p->value : t->base, c->text, sizeof c->text);
		return;
	case 2:
		target_expected_figure(
			t, target_expected(&rule, v->first + row), c->text, sizeof c->text);
		return;
	case 3:
		if (!is_base(v, row) && (!p || isnan(p->value)))
			return;
		target_course_at(&v->course, v->tc, v->first + row, &j);
		if (j.doubt == DOUBT_EARLY) {
			text_copy(c->text, sizeof c->text, _("base"));
			return;
		}
		target_state_text(v->tier, j.state, c->text, sizeof c->text);
		c->role = target_state_role(j.state);
		return;
	default:
		from_where(v, p, c->text, sizeof c->text);
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct target_card *)self)->first + row);
}

/* ---- what is done ---- */

static void
show_linked(struct screens *s, const struct target_card *v, int year)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct indicator card;

	if (indicator_load(app_of(s)->db, v->tc->target->indicator, &arena, &card, &err))
		screens_error(s, &err);
	else
		source_open(s, &card, year, v->tc->slot);
	arena_release(&arena);
}

static void
show_reading(struct screens *s, const struct target_reading *r)
{
	struct arena arena = { 0 };

	dialog_message(s, _("Where does the value come from?"),
		arena_format(&arena, _("Source: %s\n%s"), r->source[0] ? r->source : "–",
			kept_origin(&arena, r->entered_at, r->login, r->file_name)));
	arena_release(&arena);
}

static void
show_correction(struct screens *s, const struct target_point *p)
{
	struct arena arena = { 0 };

	dialog_message(s, _("Where does the value come from?"),
		arena_format(&arena, _("Approved for %d, then %s"), p->year,
			target_correction_text(p->corrected, &arena)));
	arena_release(&arena);
}

static int
origin(struct screens *s, const struct target_card *v, int year)
{
	const struct target_point *p = target_point_of(v->tc, year);

	if (p && p->corrected)
		show_correction(s, p);
	else if (v->tc->target->indicator[0])
		show_linked(s, v, year);
	else if (p)
		show_reading(s, p->reading);
	else
		screens_say(s, _("Nothing is said of %d yet: F7 enters a value."), year);
	return SCREEN_HANDLED;
}

static int
remove_reading(struct screens *s, const struct target_card *v, const struct target_point *p)
{
	const struct target_reading none = { .target = v->id, .year = p->year, .value = NAN };
	struct app *app = app_of(s);
	struct error err = { 0 };

	app_done(s,
		app_may_write(app, &err) || target_reading_save(app->db, &none, p->reading, &err),
		&err, _("The value is gone."));
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct target_card *v = self;

	switch (action) {
	case ACTION_NUMBERS:
		v->figures = !v->figures;
		return SCREEN_HANDLED;
	case ACTION_NEW:
		if (v->tc->target->indicator[0])
			screens_say(s, _("Its figures come from %s by themselves."),
				v->tc->target->indicator);
		else
			card_form_open(s, &reading_form, 0, v->id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		v->figures = true;
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ACTION_CARD:
		card_form_open(s, &target_form, v->id, v->course.strategy.id, ANSWER_EDITED);
		return SCREEN_HANDLED;
	case ACTION_TARGET_CHANGES:
		target_changes_open(s, v->course.strategy.id, v->id);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct target_card *v = self;
	int year = v->figures || !v->tc->now.value_year ? v->first + row : v->tc->now.value_year;
	const struct target_point *p = target_point_of(v->tc, year);

	switch (action) {
	case ACTION_OPEN:
	case ACTION_SOURCE:
		return origin(s, v, year);
	case ACTION_EDIT:
		if (v->tc->target->indicator[0])
			screens_say(s, _("Its figures come from %s by themselves."),
				v->tc->target->indicator);
		else
			card_form_open(s, &reading_form, year, v->id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (p && p->reading && v->figures)
			dialog_ask(s, _("Take the value away?"), v->tc->target->name, ANSWER_REMOVE,
				0);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		return p && p->reading ? remove_reading(s, v, p) : SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No year yet."),
	.lines = lines,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.chart = chart,
	.act = act,
	.act_row = act_row,
	.file = N_("indicator"),
	.file_title = N_("Indicator of the strategy"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct target_card *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	v->id = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_EDIT, ACTION_NEW, ACTION_DELETE,
	ACTION_NUMBERS, ACTION_CARD, ACTION_SOURCE, ACTION_TARGET_CHANGES, 0 };

const struct screen target_card_screen = { .name = "target_card",
	.title = N_("Indicator of the strategy"),
	.size = sizeof(struct target_card),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
