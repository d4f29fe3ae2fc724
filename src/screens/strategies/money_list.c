/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money of one task by year and source, and the form of a line. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/kept.h"
#include "model/strategies/task_money.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/strategies/task_forms.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_REMOVE, ANSWER_REASON };

/* A line is named by its year and source. */
static int64_t
line_id(int year, enum money_source source)
{
	return (int64_t)year * 10 + (int64_t)source;
}

/* English commas between thousands would not be read back. */
char *
money_field(char *dst, size_t size, int64_t grosze)
{
	int64_t back;

	if (grosze == MONEY_NONE)
		return text_copy(dst, size, "");
	money_format(dst, size, grosze);
	return money_read(dst, 0, &back, NULL) || back != grosze ? money_plain(dst, size, grosze)
								 : dst;
}

/* ---- the form ---- */

struct values {
	char year[8];
	int source;
	char planned[32], spent[32], reason[KEPT_LINES_SIZE];
	int former; /* its name as it was read, 0 = a new line; not in the form */
};

static const char *const sources[] = { N_("own funds"), N_("European Union"), N_("state budget"),
	N_("other funds"), NULL };

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member

static const struct field fields[] = {
	{ .kind = FIELD_NUMBER,
		.label = N_("Year"),
		AT(year),
		.required = true,
		.width = 6,
		.whole = true,
		.min = UNIT_FIRST_YEAR,
		.max = UNIT_LAST_YEAR,
		.help = N_("The budget year.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Source"),
		AT(source),
		.choices = sources,
		.width = 20,
		.help = N_("Where the money comes from.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Planned, zł"),
		AT(planned),
		.width = 18,
		.help = N_("In złote, with grosze behind the comma.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Spent, zł"),
		AT(spent),
		.width = 18,
		.help = N_("What was really spent in that year.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Reason of the change"),
		AT(reason),
		.help = N_("Only where the report of that year is approved: the next one tells it "
			   "with both amounts.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "year", "source", "planned", "spent", "reason" };

static void
read_line(const struct task_money *m, struct values *v)
{
	snprintf(v->year, sizeof v->year, "%d", m->year);
	v->source = (int)m->source;
	money_field(v->planned, sizeof v->planned, m->planned);
	money_field(v->spent, sizeof v->spent, m->spent);
	v->former = (int)line_id(m->year, m->source);
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct arena arena = { 0 };
	struct strategy s;
	struct task t;
	struct task_money *lines;
	int count, result;

	result = task_load(app->db, of->parent, &arena, &t, err) ||
		 strategy_load(app->db, t.strategy, &s, err) ||
		 task_money_list(app->db, of->parent, &arena, &lines, &count, err);
	if (!result) {
		of->rev = s.rev;
		strategy_line_uid(of, t.uid);
		snprintf(v->year, sizeof v->year, "%d", clock_today().year);
		for (int i = 0; i < count; i++)
			if (line_id(lines[i].year, lines[i].source) == of->id)
				read_line(&lines[i], v);
	}
	arena_release(&arena);
	return result ? -1 : 0;
}

static int
write_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct task_money line = { .task = of->parent,
		.year = (int)card_form_whole(v->year),
		.source = (enum money_source)v->source,
		.reason = v->reason };
	const struct task_money former = { .task = of->parent,
		.year = v->former / 10,
		.source = (enum money_source)(v->former % 10) };

	if (money_read(v->planned, TASK_MONEY_PLANNED, &line.planned, err) ||
		money_read(v->spent, TASK_MONEY_SPENT, &line.spent, err) ||
		task_money_save(app->db, of->rev, &line, v->former ? &former : NULL, err))
		return -1;
	of->id = line_id(line.year, line.source);
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (of->id)
		snprintf(dst, size, _("Money of %s"), v->year);
	else
		text_copy(dst, size, _("New line of money"));
}

const struct card_form_kind money_form = { .name = "task_money",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = write_values,
	.title = title,
	.saved = N_("The money is saved.") };

/* ---- the list ---- */

struct money {
	struct list_screen base;
	int64_t id;
	struct task task;
	struct strategy strategy;
	struct task_money *rows;
};

static int
load(void *self, struct error *err)
{
	struct money *v = self;
	struct db *db = v->base.app->db;

	return task_load(db, v->id, &v->base.arena, &v->task, err) ||
			       strategy_load(db, v->task.strategy, &v->strategy, err) ||
			       task_money_list(
				       db, v->id, &v->base.arena, &v->rows, &v->base.count, err)
		       ? -1
		       : 0;
}

static const struct list_column columns[] = {
	{ N_("Year and source"), 0, false },
	{ N_("Planned, zł"), 16, true },
	{ N_("Spent, zł"), 16, true },
	{ N_("Spent, %"), 8, true },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct task_money *m = &((const struct money *)self)->rows[row];

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%d  %s", m->year, money_source_label(m->source));
		break;
	case 1:
		money_format(c->text, sizeof c->text, m->planned);
		break;
	case 2:
		money_format(c->text, sizeof c->text, m->spent);
		break;
	default:
		if (m->planned > 0 && m->spent != MONEY_NONE)
			number_format(c->text, sizeof c->text,
				(double)m->spent * 100 / (double)m->planned, 0);
		if (m->spent > 0 && m->spent > m->planned)
			c->role = ROLE_WARN;
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct task_money *m = &((const struct money *)self)->rows[row];

	snprintf(dst, size, "%lld", (long long)line_id(m->year, m->source));
}

static void
above(void *self, struct canvas *c)
{
	const struct money *v = self;
	char planned[40], spent[40];

	canvas_text(c, 0, 0, -1, ROLE_TITLE, v->task.name);
	canvas_printf(c, 1, 0, -1, ROLE_TEXT, _("All years: planned %s, spent %s"),
		money_shown(planned, sizeof planned, v->task.planned),
		money_shown(spent, sizeof spent, v->task.spent));
}

static void remove_line(
	struct screens *s, const struct money *v, const struct task_money *m, const char *reason);

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct money *v = self;

	switch (action) {
	case ACTION_NEW:
		card_form_open(s, &money_form, 0, v->id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		screens_push(
			s, &deleted_lines_screen, &(struct deleted_of){ DELETED_MONEY, v->id });
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_REASON:
		if (list_screen_row(v) >= 0)
			remove_line(s, v, &v->rows[list_screen_row(v)], event->answer);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
show_origin(struct screens *s, const struct task_money *m)
{
	struct arena arena = { 0 };
	char planned[40], spent[40];

	dialog_message(s, _("Where does the value come from?"),
		arena_format(&arena, _("%d, %s: planned %s, spent %s\n\n%s"), m->year,
			money_source_label(m->source),
			money_shown(planned, sizeof planned, m->planned),
			money_shown(spent, sizeof spent, m->spent),
			kept_origin(&arena, m->entered_at, m->login, m->file_name)));
	arena_release(&arena);
}

/* Of an approved year the reason is the question. */
static void
ask_remove(struct screens *s, const struct money *v, const struct task_money *m)
{
	struct error err = { 0 };
	char text[128];
	bool approved;

	snprintf(text, sizeof text, "%d  %s", m->year, money_source_label(m->source));
	if (task_money_approved(app_of(s)->db, v->task.strategy, m->year, &approved, &err))
		app_done(s, -1, &err, NULL);
	else if (approved)
		dialog_input(
			s, _("Delete the line?"), _("Reason of the change"), "", ANSWER_REASON);
	else
		dialog_ask(s, _("Delete the line?"), text, ANSWER_REMOVE, 0);
}

static void
remove_line(
	struct screens *s, const struct money *v, const struct task_money *m, const char *reason)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	struct task_money line = *m;

	line.reason = reason;
	app_done(s,
		app_may_write(app, &err) ||
			task_money_remove(app->db, v->strategy.rev, &line, &err),
		&err, _("The line is deleted; x and p bring it back."));
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct money *v = self;
	const struct task_money *m = &v->rows[row];

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &money_form, line_id(m->year, m->source), v->id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_SOURCE:
		show_origin(s, m);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		ask_remove(s, v, m);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		remove_line(s, v, m, "");
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No money yet: F7 adds a year and a source."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("money"),
	.file_title = N_("Money of the task"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct money *)self)->id = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_SOURCE, ACTION_RETIRED, 0 };

const struct screen money_list_screen = { .name = "task_money",
	.title = N_("Money of the task"),
	.size = sizeof(struct money),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
