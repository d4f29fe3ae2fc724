/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy as a tree: goals by number, their indicators below with value and status. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/strategies/goal_status.h"
#include "model/monitoring/round_frozen.h"
#include "model/diagnosis/problem.h"
#include "screens/diagnosis/diagnosis_screens.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/strategies/target_screens.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_RETIRE, ANSWER_STRATEGY, ANSWER_NEW, ANSWER_YEAR };
enum { LINES_ABOVE = STRATEGY_VIEW_LINES + 1 };

struct node {       /* a goal, or a target */
	int goal;   /* index into the goals; of a target -1 or its goal */
	int target; /* index; -1 = a goal */
};

struct tree {
	struct list_screen base;
	struct strategy_view view;
	struct strategy_course course;
	struct node *rows;
	struct problem *priorities; /* that goals answer */
	int priority_count;
	struct goal *gone; /* deleted goals, before the deleted targets */
	struct target *lost;
	int gone_count, lost_count, year;
	enum tier tier;
	int64_t made; /* what a new form makes is a target, below 0, or a goal */
};

/* ---- reading ---- */

static void
add_targets(struct tree *v, int goal)
{
	for (int i = 0; i < v->course.target_count; i++)
		if (v->course.targets[i].goal == goal)
			v->rows[v->base.count++] = (struct node){ goal, i };
}

static int
load_retired(struct tree *v, struct db *db, struct error *err)
{
	const struct target_filter filter = { .strategy = v->view.strategy.id, .retired = true };

	if (goal_tree(db, filter.strategy, true, &v->base.arena, &v->gone, &v->gone_count, err) ||
		target_list(db, &filter, &v->base.arena, &v->lost, &v->lost_count, err))
		return -1;
	v->base.count = v->gone_count + v->lost_count;
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct tree *v = self;
	struct app *app = v->base.app;
	const struct unit_table *units = app_units(app, err);
	const struct problem_filter priorities = { .slot = NO_SLOT, .kind = PROBLEM_PRIORITY };

	v->base.list.empty = v->base.retired ? N_("No goal and no indicator is deleted.")
					     : N_("No goal yet: F7 makes the first one.");
	v->course = (struct strategy_course){ 0 };
	if (!units || strategy_view_load(&v->view, app, &v->base.arena, err))
		return -1;
	if (v->view.strategy.id == 0) {
		v->base.list.empty = N_("There is no strategy yet: menu 6 4 makes one.");
		return 0;
	}
	if (target_course_load(
		    app->db, units, v->view.strategy.id, v->year, &v->base.arena, &v->course, err))
		return -1;
	if (problem_list(
		    app->db, &priorities, &v->base.arena, &v->priorities, &v->priority_count, err))
		return -1;
	if (v->base.retired)
		return load_retired(v, app->db, err);
	v->rows = arena_array(&v->base.arena,
		(size_t)(v->course.goal_count + v->course.target_count) + 1, sizeof *v->rows);
	add_targets(v, -1);
	for (int i = 0; i < v->course.goal_count; i++) {
		v->rows[v->base.count++] = (struct node){ i, -1 };
		add_targets(v, i);
	}
	return 0;
}

/* ---- drawing ---- */

static const struct list_column columns[] = {
	{ N_("Goal, indicator"), 0, false }, { N_("Expected"), 9, true }, { N_("Value"), 11, true },
	{ N_("Aimed at"), 9, true }, { N_("Status"), 22, false }, /* "[OK]+" is wider than "●" */
};
enum { STATUS = sizeof columns / sizeof *columns - 1 };

static const struct target_course *
target_at(const struct tree *v, int row)
{
	return v->base.retired || row < 0 || v->rows[row].target < 0
		       ? NULL
		       : &v->course.targets[v->rows[row].target];
}

static const struct goal *
goal_at(const struct tree *v, int row)
{
	return v->base.retired || row < 0 || v->rows[row].target >= 0
		       ? NULL
		       : &v->course.goals[v->rows[row].goal];
}

static void
retired_cell(const struct tree *v, int row, int column, struct list_cell *c)
{
	if (column == 0)
		text_copy(c->text, sizeof c->text,
			row < v->gone_count ? v->gone[row].name
					    : v->lost[row - v->gone_count].name);
	if (column == STATUS)
		text_copy(c->text, sizeof c->text,
			row < v->gone_count ? _("deleted goal") : _("deleted indicator"));
}

static void
goal_cell(const struct tree *v, int goal, int column, struct list_cell *c)
{
	const struct goal *g = &v->course.goals[goal];
	const struct goal_status *s = &v->course.goal_status[goal];

	c->role = ROLE_TITLE;
	if (column == 0)
		goal_line(g, c->text, sizeof c->text);
	if (column != STATUS)
		return;
	target_state_text(v->tier, s->state, c->text, sizeof c->text);
	if (s->corrected)
		text_copy(c->text + strlen(c->text), 2, "*");
	c->role = target_state_role(s->state);
}

static void
target_cell(const struct tree *v, const struct target_course *t, int column, struct list_cell *c)
{
	size_t used;

	switch (column) {
	case 0:
		used = t->goal < 0 ? 0 : 2 * (size_t)v->course.goals[t->goal].depth + 3;
		memset(c->text, ' ', used);
		target_course_name(t, c->text + used, sizeof c->text - used);
		return;
	case 1:
		target_expected_figure(t->target, t->now.expected, c->text, sizeof c->text);
		return;
	case 2:
		if (t->now.doubt == DOUBT_SAID_NONE)
			text_copy(c->text, sizeof c->text, flag_meaning(FLAG_NO_DATA)->symbol);
		else
			target_figure(t->target, t->now.value, c->text, sizeof c->text);
		used = strlen(c->text);
		if (t->now.value_year && t->now.value_year < v->course.year)
			snprintf(c->text + used, sizeof c->text - used, " '%02d",
				t->now.value_year % 100);
		if (target_corrected(t, &t->now, v->course.year))
			text_copy(c->text + strlen(c->text), 2, "*");
		return;
	case 3:
		target_aimed_figure(t, c->text, sizeof c->text);
		return;
	default:
		target_state_and_trend(v->tier, &t->now, c->text, sizeof c->text);
		c->role = target_state_role(t->now.state);
	}
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct tree *v = self;

	if (v->base.retired)
		retired_cell(v, row, column, c);
	else if (v->rows[row].target < 0)
		goal_cell(v, v->rows[row].goal, column, c);
	else
		target_cell(v, &v->course.targets[v->rows[row].target], column, c);
}

/* "g12", "t7": numbers of goals and targets are their own. */
static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct tree *v = self;
	const struct target_course *t = target_at(v, row);

	if (v->base.retired)
		snprintf(dst, size, "x%d", row);
	else
		snprintf(dst, size, "%c%lld", t ? 't' : 'g',
			(long long)(t ? t->target->id : goal_at(v, row)->id));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct tree *v = self;
	const struct target_course *t = target_at(v, row);
	size_t used;

	if (t) {
		target_note(t, v->course.year, dst, size);
	} else if (goal_at(v, row)) {
		goal_note(strategy_level_label(&v->view.strategy, goal_at(v, row)->depth),
			&v->course.goal_status[v->rows[row].goal], dst, size);
		used = strlen(dst);
		if (goal_priority(goal_at(v, row), v->priorities, v->priority_count) &&
			used + 2 < size) {
			text_copy(dst + used, size - used, "; ");
			snprintf(dst + used + 2, size - used - 2, _("answers: %s (w shows why)"),
				goal_priority(goal_at(v, row), v->priorities, v->priority_count));
		}
	}
}

static void
above(void *self, struct canvas *c)
{
	struct tree *v = self;
	char heading[128];
	int column;

	v->tier = canvas_tier(c);
	strategy_view_draw(&v->view, c);
	if (v->view.strategy.id == 0)
		return;
	if (v->base.retired) {
		canvas_text(c, STRATEGY_VIEW_LINES, 0, -1, ROLE_HINT,
			_("Deleted: p brings one back, x shows the tree again"));
		return;
	}
	column = canvas_text(c, STRATEGY_VIEW_LINES, 0, -1, ROLE_TEXT,
		target_heading(&v->course, heading, sizeof heading));
	for (int s = 0; s < TARGET_STATES; s++)
		column += canvas_printf(c, STRATEGY_VIEW_LINES, column, -1,
			target_state_role((enum target_state)s), "  %s %d",
			target_state_sign(v->tier, (enum target_state)s), v->course.counts[s]);
	canvas_printf(c, STRATEGY_VIEW_LINES, column, -1, ROLE_HINT, _("   goals: %s"),
		goal_rule_label(v->view.strategy.rule));
}

/* ---- what is done ---- */

static void
new_one(struct screens *s, struct tree *v)
{
	const char *const choices[] = { _("An indicator"), _("A goal on the same level"),
		_("A goal below"), _("A goal of the first level") };

	if (!strategy_view_there(s, &v->view))
		return;
	if (v->course.goal_count == 0)
		card_form_open(s, &goal_form, 0, v->view.strategy.id, ANSWER_SAVED);
	else
		dialog_choose(s, _("What is new?"), choices, 4, 0, ANSWER_NEW);
}

static void
open_new(struct screens *s, struct tree *v, int choice)
{
	int row = list_screen_row(v);
	int at = row < 0 || v->base.retired ? -1 : v->rows[row].goal;
	const struct goal *g = at < 0 ? NULL : &v->course.goals[at];
	int64_t under = !g || choice == 3 ? 0 : choice == 1 ? g->parent : g->id;

	v->made = choice == 0 ? -1 : 1;
	card_form_open_for(s, choice == 0 ? &target_form : &goal_form, v->view.strategy.id,
		(int)under, ANSWER_SAVED);
}

static void
take_year(struct screens *s, struct tree *v, const char *text)
{
	long year;

	if (number_parse_whole(text, UNIT_FIRST_YEAR, UNIT_LAST_YEAR, &year)) {
		screens_refuse(s, _("“%s” is no year."), text);
		return;
	}
	v->year = (int)year;
	screens_stale(s);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct tree *v = self;
	char year[16];

	switch (action) {
	case ACTION_NEW:
		new_one(s, v);
		return SCREEN_HANDLED;
	case ANSWER_NEW:
		open_new(s, v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		if (event->number)
			snprintf(v->base.wanted, sizeof v->base.wanted, "%c%d",
				v->made < 0 ? 't' : 'g', event->number);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_YEAR_CHOOSE:
		snprintf(year, sizeof year, "%d", v->course.year);
		dialog_input(s, _("Status at the end of"), _("Year"), year, ANSWER_YEAR);
		return SCREEN_HANDLED;
	case ANSWER_YEAR:
		take_year(s, v, event->answer);
		return SCREEN_HANDLED;
	case ACTION_STATUS_LIGHTS:
		if (strategy_view_there(s, &v->view))
			screens_push(s, &strategy_lights_screen, &v->view.strategy.id);
		return SCREEN_HANDLED;
	case ACTION_TARGET_CHANGES:
		if (strategy_view_there(s, &v->view))
			target_changes_open(s, v->view.strategy.id, 0);
		return SCREEN_HANDLED;
	case ACTION_STRATEGY_WORDS:
		if (strategy_view_there(s, &v->view))
			strategy_words_open(s, &v->view.strategy);
		return SCREEN_HANDLED;
	default:
		return strategy_view_act(s, &v->view, action, ANSWER_STRATEGY, event);
	}
}

static int
bring_back(struct screens *s, struct tree *v, int row)
{
	bool goal = row < v->gone_count;

	if (!v->base.retired)
		return SCREEN_PASS;
	strategy_change(s, &v->view.strategy,
		goal ? STRATEGY_RESTORE_GOAL : STRATEGY_RESTORE_TARGET,
		goal ? v->gone[row].id : v->lost[row - v->gone_count].id, ANSWER_SAVED,
		_("It is back, the last of its level."));
	return SCREEN_HANDLED;
}

static int
move(struct screens *s, struct tree *v, int row, int action)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	const struct target_course *t = target_at(v, row);
	const struct goal *g = goal_at(v, row);
	int64_t rev = v->view.strategy.rev;
	int by = action == ACTION_MOVE_UP ? -1 : 1;

	if (action == ACTION_MOVE_UP || action == ACTION_MOVE_DOWN)
		app_done(s,
			app_may_write(app, &err) ||
				(t ? target_move(app->db, rev, t->target->id, by, &err)
				   : goal_move(app->db, rev, g->id, by, &err)),
			&err, NULL);
	else if (g)
		strategy_change(s, &v->view.strategy,
			action == ACTION_GOAL_DEEPER ? STRATEGY_GOAL_DEEPER : STRATEGY_GOAL_HIGHER,
			g->id, ANSWER_SAVED, NULL);
	return SCREEN_HANDLED;
}

static int
retire(struct screens *s, struct tree *v, int row)
{
	const struct target_course *t = target_at(v, row);

	strategy_change(s, &v->view.strategy, t ? STRATEGY_RETIRE_TARGET : STRATEGY_RETIRE_GOAL,
		t ? t->target->id : goal_at(v, row)->id, ANSWER_SAVED,
		_("Deleted; x and p bring it back."));
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct tree *v = self;
	const struct target_course *t = target_at(v, row);
	const struct goal *g = goal_at(v, row);

	if (action == ACTION_BRING_BACK)
		return bring_back(s, v, row);
	if (v->base.retired)
		return SCREEN_PASS;
	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		v->made = t ? -1 : 1;
		if (t && action == ACTION_OPEN)
			screens_push(s, &target_card_screen, &t->target->id);
		else
			card_form_open(s, t ? &target_form : &goal_form, t ? t->target->id : g->id,
				v->view.strategy.id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_MOVE_UP:
	case ACTION_MOVE_DOWN:
	case ACTION_GOAL_DEEPER:
	case ACTION_GOAL_HIGHER:
		return move(s, v, row, action);
	case ACTION_GOAL_PRIORITY:
		g = t && t->goal >= 0 ? &v->course.goals[t->goal] : g;
		if (g && goal_priority(g, v->priorities, v->priority_count))
			screens_push(s, &strategic_evidence_screen,
				&(struct evidence_of){ .owner.problem = g->priority });
		else
			screens_say(s, "%s", _("This goal answers no priority; F4 chooses one."));
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, t ? _("Delete the indicator?") : _("Delete the goal?"),
			t ? t->target->name : g->name, ANSWER_RETIRE, 0);
		return SCREEN_HANDLED;
	case ANSWER_RETIRE:
		return retire(s, v, row);
	default:
		return SCREEN_PASS;
	}
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct tree *)self)->view.strategy.code);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No goal yet: F7 makes the first one."),
	.lines_above = LINES_ABOVE,
	.whole_lines = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("strategy"),
	.file_title = N_("Goals and indicators"),
	.about = about,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct tree *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	v->base.list.flows = true;
	strategy_view_start(&v->view, STRATEGY_TAB_TREE, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_STRATEGY_TAB, ACTION_STRATEGY_CHOOSE,
	ACTION_STATUS_LIGHTS, ACTION_YEAR_CHOOSE, ACTION_MOVE_UP, ACTION_MOVE_DOWN,
	ACTION_GOAL_DEEPER, ACTION_GOAL_HIGHER, ACTION_GOAL_PRIORITY, ACTION_TARGET_CHANGES,
	ACTION_STRATEGY_WORDS, ACTION_RETIRED, ACTION_BRING_BACK, 0 };

const struct screen strategy_tree_screen = { .name = "strategy_tree",
	.title = N_("Goals and indicators"),
	.size = sizeof(struct tree),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
