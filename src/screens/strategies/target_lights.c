/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traffic lights: goals in rows, years of the strategy in columns, a status in each cell. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/strategies/goal_status.h"
#include "model/monitoring/monitoring_round.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/strategies/target_screens.h"
#include "tui/wrap.h"

#include <stdio.h>

enum { YEARS_MOST = 12, LINES_ABOVE = 6 };

struct lights {
	struct list_screen base;
	int64_t id;
	struct strategy_course course;
	struct goal_status *years[YEARS_MOST];
	char approved[120]; /* years whose statuses are those of their reports */
	int first, count;   /* years shown: those that are over, the last twelve at most */
	struct list_column columns[YEARS_MOST + 1];
	char titles[YEARS_MOST][12];
	enum tier tier;
};

static int
find_approved(struct lights *v, struct error *err)
{
	struct monitoring_round *rounds;
	size_t used = 0;
	int count;

	v->approved[0] = 0;
	if (round_list(v->base.app->db, v->id, &v->base.arena, &rounds, &count, err))
		return -1;
	for (int i = count - 1; i >= 0 && used < sizeof v->approved; i--) {
		int first = rounds[i].year;

		if (!rounds[i].approved_on[0])
			continue;
		while (i && rounds[i - 1].approved_on[0] &&
			rounds[i - 1].year == rounds[i].year + 1)
			i--;
		used += (size_t)snprintf(v->approved + used, sizeof v->approved - used,
			first == rounds[i].year ? "%s%d" : "%s%d–%d", used ? ", " : "", first,
			rounds[i].year);
	}
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct lights *v = self;
	struct app *app = v->base.app;
	const struct unit_table *units = app_units(app, err);
	int last;

	if (!units || target_course_load(app->db, units, v->id, 0, &v->base.arena, &v->course, err))
		return -1;
	last = v->course.year < v->course.strategy.last_year ? v->course.year
							     : v->course.strategy.last_year;
	v->first = v->course.strategy.first_year;
	if (last - v->first + 1 > YEARS_MOST)
		v->first = last - YEARS_MOST + 1;
	v->count = last < v->first ? 0 : last - v->first + 1;
	v->columns[0] = (struct list_column){ N_("Goal"), 0, false };
	for (int i = 0; i < v->count; i++) {
		snprintf(v->titles[i], sizeof v->titles[i], "%d", v->first + i);
		v->columns[i + 1] = (struct list_column){ v->titles[i], 4, false };
		if (goal_status_load(
			    app->db, &v->course, v->first + i, &v->base.arena, &v->years[i], err))
			return -1;
	}
	if (find_approved(v, err))
		return -1;
	v->base.list.columns = v->columns;
	v->base.list.column_count = v->count + 1;
	v->base.count = v->course.goal_count + 1;
	return 0;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct lights *v = self;
	const struct goal *g;
	enum target_state state;

	if (column == 0) {
		if (row == v->course.goal_count) {
			text_copy(c->text, sizeof c->text, _("The whole strategy"));
			return;
		}
		g = &v->course.goals[row];
		goal_line(g, c->text, sizeof c->text);
		return;
	}
	state = v->years[column - 1][row].state;
	snprintf(c->text, sizeof c->text, "%s%s", target_state_sign(v->tier, state),
		v->years[column - 1][row].corrected ? "*" : "");
	c->role = target_state_role(state);
}

static bool
any_corrected(const struct lights *v)
{
	for (int i = 0; i < v->count; i++)
		for (int row = 0; row < v->base.count; row++)
			if (v->years[i][row].corrected)
				return true;
	return false;
}

/* As many of the signs in a row as fit, and what the asterisk says; returns the row below. */
static int
draw_signs(const struct lights *v, struct canvas *c, int row)
{
	const char *mark = any_corrected(v) ? _("* a figure was corrected after approval") : "";
	int column = 0;

	for (int s = 0; s < TARGET_STATES; s++) {
		enum target_state state = (enum target_state)s;
		char text[64];
		int width;

		target_state_text(v->tier, state, text, sizeof text);
		width = text_width(text);
		if (column && column + width > c->columns) {
			row++;
			column = 0;
		}
		canvas_text(c, row, column, -1, target_state_role(state), text);
		column += width + 2;
	}
	if (mark[0] && column && column + text_width(mark) > c->columns) {
		row++;
		column = 0;
	}
	canvas_text(c, row, column, -1, ROLE_HINT, mark);
	return row + 1;
}

static void
draw_rule(struct canvas *c, const char *text, int row)
{
	for (size_t next = 1; next && row < LINES_ABOVE; text += next, row++) {
		size_t length = wrap_line(text, c->columns, &next);

		canvas_printf(c, row, 0, -1, ROLE_HINT, "%.*s", (int)length, text);
	}
}

static void
above(void *self, struct canvas *c)
{
	struct lights *v = self;
	char years[160], approved[200] = "";

	v->tier = canvas_tier(c);
	if (v->approved[0]) {
		snprintf(years, sizeof years, _("as approved: %s"), v->approved);
		snprintf(approved, sizeof approved, "  %s", years);
	}
	strategy_title_draw(c, &v->course.strategy, approved, ROLE_HINT);
	draw_rule(c, goal_rule_sentence(v->course.strategy.rule), draw_signs(v, c, 1));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct lights *v = self;
	const struct goal_status *s;
	size_t used = 0;

	if (row < 0 || !v->count)
		return;
	s = &v->years[v->count - 1][row];
	for (int i = 0; i < TARGET_STATES && used < size; i++)
		if (s->counts[i])
			used += (size_t)snprintf(dst + used, size - used, "%s%s %d",
				used ? ", " : "", target_state_label((enum target_state)i),
				s->counts[i]);
	for (int i = 0; i < v->count && used < size; i++)
		if (v->years[i][row].corrected)
			used += (size_t)snprintf(dst + used, size - used,
				_("%s* %d by figures corrected after approval"), used ? "; " : "",
				v->first + i);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct lights *v = self;

	(void)event;
	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	screens_push(s, &strategy_tree_screen, &v->id);
	return SCREEN_HANDLED;
}

static const struct list_column first_columns[] = { { N_("Goal"), 0, false } };

static const struct list_screen_kind kind = {
	.columns = first_columns,
	.column_count = 1,
	.empty = N_("No goal yet."),
	.lines_above = LINES_ABOVE,
	.load = load,
	.cell = cell,
	.note = note,
	.above = above,
	.act = act,
	.file = N_("lights"),
	.file_title = N_("Goals over the years"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct lights *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	v->id = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen strategy_lights_screen = { .name = "strategy_lights",
	.title = N_("Goals over the years"),
	.size = sizeof(struct lights),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
