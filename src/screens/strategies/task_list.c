/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks of a strategy with their days, states and money; the same as bars over years. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/strategies/task_money.h"
#include "model/strategies/task_state.h"
#include "report/task_documents.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/strategies/task_forms.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_RETIRE, ANSWER_STRATEGY };
enum { LINES_ABOVE = STRATEGY_VIEW_LINES + 1 };

struct tasks {
	struct list_screen base;
	struct strategy_view view;
	struct task *rows;
	struct goal *goals;
	int goal_count;
	struct task_totals totals;
	bool time_line;
	char day[12];
};

/* ---- shared with the other screens of tasks ---- */

enum role
task_state_role(enum task_state s)
{
	static const enum role roles[TASK_STATES] = { [TASK_NOT_STARTED] = ROLE_HINT,
		[TASK_PREPARED] = ROLE_TEXT,
		[TASK_RUNNING] = ROLE_TEXT,
		[TASK_LATE] = ROLE_BAD,
		[TASK_HELD] = ROLE_WARN,
		[TASK_DONE] = ROLE_GOOD,
		[TASK_GIVEN_UP] = ROLE_MISSING };

	return roles[s];
}

/* ---- reading ---- */

static int
load(void *self, struct error *err)
{
	struct tasks *v = self;
	struct app *app = v->base.app;
	struct task_filter filter = { .retired = v->base.retired };

	date_iso(v->day, sizeof v->day, clock_today());
	v->base.list.empty = v->base.retired ? N_("No task is deleted.")
					     : N_("No task yet: F7 makes the first one.");
	if (strategy_view_load(&v->view, app, &v->base.arena, err))
		return -1;
	if (v->view.strategy.id == 0) {
		v->base.list.empty = N_("There is no strategy yet: menu 6 4 makes one.");
		return 0;
	}
	filter.strategy = v->view.strategy.id;
	if (goal_tree(app->db, filter.strategy, false, &v->base.arena, &v->goals, &v->goal_count,
		    err) ||
		task_list(app->db, &filter, &v->base.arena, &v->rows, &v->base.count, err))
		return -1;
	task_totals(v->rows, v->base.count, v->day, &v->totals);
	return 0;
}

/* ---- drawing ---- */

static const struct list_column columns[] = {
	{ N_("Task"), 0, false },
	{ N_("Due by"), 10, false },
	{ N_("State"), 15, false },
	{ N_("%"), 3, true },
	{ N_("Plan, k zł"), 10, true },
	{ N_("Spent"), 9, true },
};

/* In thousands, below ten of them with a decimal; to the grosz it stands behind "m". */
static void
thousands(char *dst, size_t size, int64_t grosze)
{
	if (grosze != MONEY_NONE)
		number_format(dst, size, (double)grosze / 100000, grosze < 1000000 ? 1 : 0);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct tasks *v = self;
	const struct task *t = &v->rows[row];
	enum task_state state = task_state_on(t, v->day);
	char number[40];

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s %s",
			document_task_number(number, sizeof number, v->goals, v->goal_count, t),
			t->name);
		break;
	case 1:
		format_date(c->text, sizeof c->text, t->planned_to);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, task_state_label(state));
		c->role = task_state_role(state);
		break;
	case 3:
		task_percent_text(c->text, sizeof c->text, t->percent, "–");
		break;
	case 4:
		thousands(c->text, sizeof c->text, t->planned);
		break;
	default:
		thousands(c->text, sizeof c->text, t->spent);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct tasks *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct tasks *v = self;
	const struct task *t = &v->rows[row];
	char number[40];

	snprintf(dst, size, "%s %s %s %s %s",
		document_task_number(number, sizeof number, v->goals, v->goal_count, t), t->name,
		t->office, t->partners, task_state_label(task_state_on(t, v->day)));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct tasks *v = self;
	const struct task *t = &v->rows[row < 0 ? 0 : row];
	char late[64] = "";
	int days;

	if (row < 0)
		return;
	days = task_days_late(t, v->day);
	if (days && t->planned_to[0] && strcmp(t->planned_to, v->day) < 0)
		snprintf(late, sizeof late, P_("%d day late", "%d days late", days), days);
	else if (days)
		snprintf(late, sizeof late,
			P_("should have begun %d day ago", "should have begun %d days ago", days),
			days);
	snprintf(dst, size, "%s%s%s%s%s", late, days ? "; " : "", v->rows[row].office,
		v->rows[row].reason[0] ? "; " : "", v->rows[row].reason);
}

static void
draw_totals(const struct tasks *v, struct canvas *c, int row)
{
	char planned[40], spent[40];

	if (v->base.retired) {
		canvas_text(c, row, 0, -1, ROLE_HINT,
			_("Deleted tasks: p brings one back, x shows the others again"));
		return;
	}
	if (v->base.count == 0)
		return;
	canvas_printf(c, row, 0, -1, ROLE_TEXT,
		_("Tasks: %d, done %d, late %d; planned %s, spent %s"), v->totals.count,
		v->totals.by_state[TASK_DONE], v->totals.by_state[TASK_LATE],
		money_format(planned, sizeof planned, v->totals.planned),
		money_shown(spent, sizeof spent, v->totals.spent));
}

static void
above(void *self, struct canvas *c)
{
	const struct tasks *v = self;

	strategy_view_draw(&v->view, c);
	draw_totals(v, c, STRATEGY_VIEW_LINES);
}

static bool
chart(void *self, struct canvas *c)
{
	struct tasks *v = self;
	const struct list *l = &v->base.list;
	int shown[256], count = 0, first = 0, at = l->selected;

	if (!v->time_line)
		return false;
	if (at >= c->rows - 2)
		first = at - (c->rows - 3);
	for (int i = first; i < l->shown && count < 256; i++)
		shown[count++] = l->map ? l->map[i] : i;
	task_time_draw(c, &v->view, v->rows, shown, count, at - first, v->day);
	return true;
}

/* ---- what is done ---- */

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct tasks *v = self;

	(void)err;
	document_tasks(table, arena, &v->view.strategy, v->goals, v->goal_count, v->rows,
		v->base.count, v->day);
	return 0;
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct tasks *)self)->view.strategy.code);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct tasks *v = self;

	switch (action) {
	case ACTION_NEW:
		if (strategy_view_there(s, &v->view))
			card_form_open(s, &task_form, 0, v->view.strategy.id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ACTION_TIME_LINE:
		v->time_line = !v->time_line;
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_MONEY_SUMS:
		if (strategy_view_there(s, &v->view))
			screens_push(s, &money_sums_screen, &v->view.strategy.id);
		return SCREEN_HANDLED;
	case ACTION_RULES_ORDER:
		if (strategy_view_there(s, &v->view))
			strategy_rules_export(s, &v->view);
		return SCREEN_HANDLED;
	default:
		return strategy_view_act(s, &v->view, action, ANSWER_STRATEGY, event);
	}
}

static int
bring_back(struct screens *s, struct tasks *v, int64_t task)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (!v->base.retired)
		return SCREEN_PASS;
	if (app_done(s,
		    app_may_write(app, &err) ||
			    task_restore(app->db, v->view.strategy.rev, task, &err),
		    &err, _("The task is back, the last of its goal.")) == 0)
		v->base.retired = false;
	list_screen_want(v, task);
	return SCREEN_HANDLED;
}

static int
move(struct screens *s, struct tasks *v, int64_t task, int by)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (v->base.retired)
		return SCREEN_HANDLED;
	app_done(s,
		app_may_write(app, &err) ||
			task_move(app->db, v->view.strategy.rev, task, by, &err),
		&err, NULL);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct tasks *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };
	const struct task *t = &v->rows[row];
	char text[512];

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		if (v->base.retired)
			screens_say(s, "%s", _("The task is deleted: p brings it back."));
		else
			card_form_open(s, &task_form, t->id, t->strategy, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_TASK_MONEY:
		screens_push(s, &money_list_screen, &t->id);
		return SCREEN_HANDLED;
	case ACTION_MOVE_UP:
	case ACTION_MOVE_DOWN:
		return move(s, v, t->id, action == ACTION_MOVE_UP ? -1 : 1);
	case ACTION_BRING_BACK:
		return bring_back(s, v, t->id);
	case ACTION_DELETE:
		if (v->base.retired)
			return SCREEN_HANDLED;
		snprintf(text, sizeof text,
			_("%s\nIts money leaves the sums with it. x and p bring it back."),
			t->name);
		dialog_ask(s, _("Delete the task?"), text, ANSWER_RETIRE, 0);
		return SCREEN_HANDLED;
	case ANSWER_RETIRE:
		app_done(s,
			app_may_write(app, &err) ||
				task_retire_seen(app->db, v->view.strategy.rev, t, &err),
			&err, _("The task is deleted."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const int row_ids[] = { ACTION_TASK_MONEY, ACTION_MOVE_UP, ACTION_MOVE_DOWN, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No task yet: F7 makes the first one."),
	.lines_above = LINES_ABOVE,
	.whole_lines = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.chart = chart,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.file = N_("tasks"),
	.file_title = N_("Tasks of the strategy"),
	.build = build,
	.about = about,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct tasks *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	strategy_view_start(&v->view, STRATEGY_TAB_TASKS, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_STRATEGY_TAB, ACTION_STRATEGY_CHOOSE, ACTION_TASK_MONEY,
	ACTION_TIME_LINE, ACTION_MONEY_SUMS, ACTION_MOVE_UP, ACTION_MOVE_DOWN, ACTION_RULES_ORDER,
	ACTION_RETIRED, ACTION_BRING_BACK, 0 };

const struct screen task_list_screen = { .name = "task_list",
	.title = N_("Tasks and money"),
	.size = sizeof(struct tasks),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
