/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator over the years for all members of a group: a letter each, and the line of one. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/group_documents.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/indicators/scope.h"
#include "screens/plans/comparison.h"
#include "tui/chart.h"
#include "tui/pager.h"

#include <stdio.h>
#include <string.h>

struct member_chart {
	struct arena arena;
	int64_t id;    /* of the group */
	char code[40]; /* of the indicator */
	int slot;      /* whose line is drawn */
	struct exchange_group group;
	struct indicator indicator;
	struct group_trend trend;
	int64_t comparison; /* the group's comparison group */
	char **codes;       /* of the comparison's rows, for [ and ] */
	int code_count;
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct member_chart *v = self;
	const struct members_of *of = argument;

	(void)err;
	v->id = of->group;
	text_copy(v->code, sizeof v->code, of->indicator);
	v->slot = of->slot == NO_SLOT ? app_marked(app_of(s)) : of->slot;
	return 0;
}

/* The rows that the group compares in the newest year, so that one may go on to the next. */
static int
load_rows(
	struct member_chart *v, struct app *app, const struct unit_table *units, struct error *err)
{
	struct group_sheet sheet;
	int *years, count;

	v->code_count = 0;
	if (group_sheet_years(app->db, v->id, &v->arena, &years, &count, err) ||
		group_sheet_load(app->db, units, v->id, count ? years[count - 1] : 0, &v->arena,
			&sheet, err))
		return -1;
	v->comparison = sheet.comparison;
	v->codes = arena_array(&v->arena, (size_t)sheet.count + 1, sizeof *v->codes);
	for (int i = 0; i < sheet.count; i++)
		v->codes[v->code_count++] = arena_string(&v->arena, sheet.rows[i].indicator->code);
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct member_chart *v = self;
	struct app *app = app_of(s);
	const struct unit_table *units = app_units(app, err);

	arena_release(&v->arena);
	v->trend = (struct group_trend){ .count = 0 };
	return !units || exchange_group_load(app->db, v->id, &v->group, err) ||
			       indicator_load(app->db, v->code, &v->arena, &v->indicator, err) ||
			       load_rows(v, app, units, err) ||
			       group_trend_load(app->db, units, v->id, &v->indicator, &v->arena,
				       &v->trend, err)
		       ? -1
		       : 0;
}

/* ---- drawing ---- */

/* The chosen member first: it is drawn last, over the others. */
static int
fill_series(const struct member_chart *v, struct chart_series *series)
{
	const struct group_trend *t = &v->trend;
	int n = 0;

	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < t->member_count && n < CHART_LETTERED; i++) {
			bool chosen = t->members[i].slot == v->slot;

			if (chosen != (pass == 0))
				continue;
			series[n++] = (struct chart_series){ .name = t->members[i].head,
				.values = t->values[i],
				.role = chosen ? ROLE_OWN : ROLE_TEXT,
				.letter = (char)('A' + i % 26),
				.loose = !chosen };
		}
	return n;
}

static void
draw(void *self, struct canvas *c)
{
	struct member_chart *v = self;
	struct canvas below = canvas_part(c, 2, 0, c->rows - 2, c->columns);
	struct chart_series series[CHART_LETTERED];
	const char *internal = _("for internal use of the group");
	int used = v->group.agreed_on[0] ? 0 : text_width(internal) + 2;
	char name[512];

	canvas_text(c, 0, 0, -1, ROLE_TITLE, scope_name(&v->indicator, name, sizeof name));
	canvas_printf(
		c, 1, 0, c->columns - used, ROLE_HINT, "%s  %s", v->group.code, v->group.name);
	if (used)
		canvas_right(c, 1, c->columns - used, used, ROLE_WARN, internal);
	canvas_cursor(c, 0, 0);
	if (v->trend.count == 0) {
		canvas_text(c, 2, 2, -1, ROLE_HINT, _("No member has a value in any year."));
		return;
	}
	chart_lines(&below, &(struct chart_lines){ .first_year = v->trend.first_year,
				    .count = v->trend.count,
				    .series = series,
				    .series_count = fill_series(v, series),
				    .decimals = v->indicator.decimals });
}

static bool
any_made_up(const struct group_trend *t)
{
	bool any = false;

	for (int i = 0; i < t->count; i++)
		any |= t->made_up[i];
	return any;
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct member_chart *v = self;

	text_copy(left, left_size, _("Members over the years"));
	text_copy(right, right_size,
		v->group.made_up || any_made_up(&v->trend) ? _("made-up data") : "");
}

static void
status(void *self, char *dst, size_t size)
{
	(void)self;
	text_copy(dst, size,
		_("Arrows: another member's line; [ and ]: another row; t: the numbers."));
}

/* ---- the numbers ---- */

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct member_chart *v = self;
	const struct group_facts facts = {
		.group = arena_format(arena, "%s  %s", v->group.code, v->group.name),
		.internal = !v->group.agreed_on[0],
		.made_up = v->group.made_up,
	};

	(void)err;
	document_group_trend(table, arena, &facts, &v->indicator, &v->trend);
	return 0;
}

static void
show_numbers(struct screens *s, const struct member_chart *v)
{
	struct arena arena = { 0 };
	struct report_table table;
	struct error err = { 0 };
	struct output *out = output_memory();

	if (build(v, &arena, &table, &err) || report_write(&table, REPORT_FORMAT_TEXT, out, &err))
		screens_error(s, &err);
	else
		pager_open(s, _("Numbers behind the chart"), output_text(out, NULL), false);
	output_abort(out);
	arena_release(&arena);
}

/* ---- actions ---- */

static void
step_member(struct screens *s, struct member_chart *v, int by)
{
	const struct group_trend *t = &v->trend;
	int at = by > 0 ? -1 : t->member_count;

	for (int i = 0; i < t->member_count; i++)
		if (t->members[i].slot == v->slot)
			at = i;
	if (at + by < 0 || at + by >= t->member_count)
		return;
	v->slot = t->members[at + by].slot;
	screens_say(s, "%s", t->members[at + by].label);
}

static void
step_row(struct screens *s, struct member_chart *v, int by)
{
	for (int i = 0; i < v->code_count; i++)
		if (!strcmp(v->codes[i], v->code) && i + by >= 0 && i + by < v->code_count) {
			text_copy(v->code, sizeof v->code, v->codes[i + by]);
			screens_stale(s);
			return;
		}
	screens_say(s, "%s",
		by < 0 ? _("This is the first row of the comparison.")
		       : _("This is the last row of the comparison."));
}

static void
open_chart(struct screens *s, struct member_chart *v)
{
	struct view view = { .indicator = v->code, .slot = v->slot };
	struct error err = { 0 };

	if (v->comparison && app_choose_group(app_of(s), v->comparison, &err))
		app_error(s, _("The group could not be chosen"), &err);
	screens_push(s, &chart_screen, &view);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct member_chart *v = self;
	char name[128];

	switch (action) {
	case ACTION_NUMBERS:
		show_numbers(s, v);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		snprintf(name, sizeof name, "%s %s %s", _("members"), v->group.code, v->code);
		export_open(s, build, v, name);
		return SCREEN_HANDLED;
	case ACTION_INDICATOR_PREVIOUS:
	case ACTION_INDICATOR_NEXT:
		step_row(s, v, action == ACTION_INDICATOR_NEXT ? 1 : -1);
		return SCREEN_HANDLED;
	case ACTION_CHART:
		open_chart(s, v);
		return SCREEN_HANDLED;
	default:
		break;
	}
	if (event && event->type == EVENT_KEY &&
		(event->key == KEYS_LEFT || event->key == KEYS_UP || event->key == KEYS_RIGHT ||
			event->key == KEYS_DOWN)) {
		step_member(s, v, event->key == KEYS_RIGHT || event->key == KEYS_DOWN ? 1 : -1);
		return SCREEN_HANDLED;
	}
	return SCREEN_PASS;
}

static void
release(void *self)
{
	arena_release(&((struct member_chart *)self)->arena);
}

static const int ids[] = { ACTION_EXPORT, ACTION_NUMBERS, ACTION_INDICATOR_PREVIOUS,
	ACTION_INDICATOR_NEXT, ACTION_CHART, 0 };

const struct screen member_chart_screen = {
	.name = "member_chart",
	.title = N_("Members over the years"),
	.size = sizeof(struct member_chart),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.release = release,
};
