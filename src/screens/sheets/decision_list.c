/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions and appeals of a group's members: totals as entered, shares by year with their
 * denominators, and quarter by quarter. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/sheets/decision_count.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/plans/group_view.h"
#include "screens/sheets/decision_out.h"
#include "screens/sheets/sheet_screens.h"
#include "tui/dialog.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum part { PART_TOTALS, PART_YEARS, PART_QUARTERS, PARTS };

struct decisions {
	struct list_screen base;
	struct group_view view;
	struct decision_choice choice;
	enum part part, wanted; /* shown now; from the next load on */
	bool shares;            /* six of them in the columns, in place of numbers */
	int drawn;              /* share of the trend that is drawn, from 1; 0 = the table */
	struct decision_count *rows, asked;
	struct decision_sum *sums;
};

enum {
	ANSWER_GROUP = ACTION_ANSWER_1,
	ANSWER_SAVED,
	ANSWER_DELETE,
	ANSWER_PART,
	ANSWER_CASES,
	ANSWER_DEPARTMENT
};

static const char *const part_names[PARTS] = { N_("Totals as entered"),
	N_("Years: shares of members side by side"), N_("Quarters: the trend") };

/* ---- cells ---- */

static void
total_cell(const struct decision_count *n, int column, struct list_cell *c)
{
	static const enum decision_item items[] = { DECISION_ISSUED, DECISION_LATE,
		DECISION_APPEALED };

	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, n->unit_name);
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%d/%d", n->year, n->quarter);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%s%s%s", n->case_type,
			n->department[0] ? ", " : "", n->department);
		break;
	case 6:
		snprintf(c->text, sizeof c->text, "%lld", (long long)decision_decided(n->count));
		break;
	case 7:
		snprintf(c->text, sizeof c->text, "%lld",
			(long long)(n->count[DECISION_SENT_BACK] + n->count[DECISION_OVERTURNED]));
		break;
	default:
		snprintf(c->text, sizeof c->text, "%lld", (long long)n->count[items[column - 3]]);
		break;
	}
}

static void
share_cell(const struct decision_sum *n, enum decision_share share, struct list_cell *c)
{
	number_format(c->text, sizeof c->text, decision_share_of(n->count, share), 1);
	if (!c->text[0])
		text_copy(c->text, sizeof c->text, "–");
}

static void
sum_cell(const struct decision_sum *n, bool all, int column, struct list_cell *c)
{
	static const enum decision_share shares[] = { DECISION_SHARE_LATE, DECISION_SHARE_APPEALED,
		DECISION_SHARE_OVERTURNED, DECISION_SHARE_OF_ISSUED };

	if (all && column > 1) {
		share_cell(n, (enum decision_share)(column - 2), c);
		return;
	}
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, n->unit_name);
		break;
	case 1:
		if (n->quarter)
			snprintf(c->text, sizeof c->text, "%d/%d", n->year, n->quarter);
		else
			snprintf(c->text, sizeof c->text, n->quarters < 4 ? "%d (%d/4)" : "%d",
				n->year, n->quarters);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%lld", (long long)n->count[DECISION_ISSUED]);
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%lld", (long long)decision_decided(n->count));
		break;
	default:
		share_cell(n, shares[column - 4], c);
		break;
	}
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct decisions *v = data;

	if (v->base.retired)
		c->role = ROLE_HINT;
	if (v->part == PART_TOTALS)
		total_cell(&v->rows[row], column, c);
	else
		sum_cell(&v->sums[row], v->shares, column, c);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct decisions *v = self;

	if (v->part == PART_TOTALS)
		snprintf(dst, size, "%lld", (long long)v->rows[row].id);
	else
		snprintf(dst, size, "%d %d %d", v->sums[row].slot, v->sums[row].year,
			v->sums[row].quarter);
}

/* Words of a row: of totals as entered also type of cases and department. */
static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct decisions *v = self;
	const struct decision_count *n = v->part == PART_TOTALS ? &v->rows[row] : NULL;

	if (n)
		snprintf(dst, size, "%s %s %s", n->unit_name, n->case_type, n->department);
	else
		text_copy(dst, size, v->sums[row].unit_name);
}

static void
release(void *self)
{
	struct decisions *v = self;

	decision_choice_release(&v->choice);
}

static const struct list_column total_columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("Qr."), 8, false },
	{ N_("Cases, department"), 18, false },
	{ N_("Issued"), 6, true },
	{ N_("Late"), 6, true },
	{ N_("Appeal"), 6, true },
	{ N_("SKO"), 5, true },
	{ N_("Overt."), 7, true },
};

static const struct list_column sum_columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("Period"), 10, false },
	{ N_("Issued"), 7, true },
	{ N_("SKO"), 5, true },
	{ N_("Late %"), 8, true },
	{ N_("Appeal %"), 9, true },
	{ N_("Ovt./SKO"), 9, true },
	{ N_("Ovt./iss."), 9, true },
};

static const struct list_column share_columns[] = {
	/* in the order of enum decision_share */
	{ N_("Unit"), 0, false },
	{ N_("Period"), 10, false },
	{ N_("Late %"), 7, true },
	{ N_("Ext. %"), 8, true },
	{ N_("Appeal %"), 8, true },
	{ N_("Ovt./SKO"), 8, true },
	{ N_("Ovt./iss."), 9, true },
	{ N_("Back/SKO"), 8, true },
};

static void
choose_columns(struct decisions *v)
{
	bool totals = v->part == PART_TOTALS;

	v->base.list.columns = totals ? total_columns : v->shares ? share_columns : sum_columns;
	v->base.list.column_count = (int)(totals ? sizeof total_columns / sizeof *total_columns
						 : sizeof sum_columns / sizeof *sum_columns);
	static_assert(sizeof share_columns == sizeof sum_columns, "as many columns");
}

static const struct list_screen_kind kind;

static int
load(void *self, struct error *err)
{
	struct decisions *v = self;
	struct app *app = v->base.app;
	struct decision_filter filter = { .retired = v->base.retired };

	if (group_view_load(&v->view, app, &v->base.arena, err))
		return -1;
	filter.group = v->view.group.id;
	decision_choice_filter(&v->choice, &filter);
	v->part = v->wanted;
	choose_columns(v);
	v->base.list.empty = filter.case_type || filter.department
				     ? N_("Nothing matches this choice; r, w: others or all.")
				     : kind.empty;
	if (v->part == PART_TOTALS)
		return decision_count_list(
			app->db, &filter, &v->base.arena, &v->rows, &v->base.count, err);
	return decision_sums(app->db, &filter, v->part == PART_QUARTERS, &v->base.arena, &v->sums,
		&v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	struct decisions *v = self;
	char text[256];

	decision_choice_text(&v->choice, text, sizeof text);
	if (text[0])
		canvas_printf(c, 2, 0, -1, ROLE_TITLE, _("Only %s; r, w: others or all."), text);
	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s – %s",
		group_view_text(&v->view, text, sizeof text), _(part_names[v->part]));
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		v->base.retired ? _("Deleted ones; p brings back, x shows those in force.")
		: v->part == PART_TOTALS
			? _("SKO = appeals decided, Overt. = overturned of these; Tab: shares and "
			    "trend.")
		: v->drawn ? _("Arrows: another unit or quarter; c: the next share, then the table "
			       "again.")
		: v->shares ? _("Ext. = after the longer term, Back = sent back; /SKO of appeals, "
				"others of issued; u: numbers.")
			    : _(/* xgettext:no-c-format */
				      "% of decisions issued, Ovt./SKO of appeals; (2/4): two "
				      "quarters; u: shares alone."));
}

/* Of the unit on whose row the list stands. */
static bool
chart(void *self, struct canvas *c)
{
	struct decisions *v = self;
	int row = list_screen_row(v);
	char which[208];

	if (v->part != PART_QUARTERS || !v->drawn || row < 0)
		return false;
	decision_chart(v->sums, v->base.count, v->sums[row].slot,
		(enum decision_share)(v->drawn - 1),
		decision_choice_text(&v->choice, which, sizeof which), c);
	return true;
}

/* ---- acts ---- */

/* Sums are of units: words of the filter that are in no unit's name would leave nothing there. */
static void
drop_words(struct screens *s, struct decisions *v)
{
	char needle[256], name[256];

	text_fold(needle, sizeof needle, v->base.list.filter);
	for (int i = 0; i < v->base.count; i++)
		if (strstr(text_fold(name, sizeof name, v->rows[i].unit_name), needle))
			return;
	v->base.list.filter[0] = '\0';
	screens_say(s, "%s",
		_("The filter is off, sums are of units; r chooses the type of cases for all "
		  "tables, w the department."));
}

static void
show_part(struct screens *s, struct decisions *v, enum part part)
{
	if (v->part == PART_TOTALS && part != PART_TOTALS && v->base.list.filter[0])
		drop_words(s, v);
	v->wanted = part;
	v->drawn = 0;
	v->base.id[0] = '\0';
	screens_stale(s);
}

static void
change(struct screens *s, struct decisions *v, bool back)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	const char *sheets;

	if (decision_change(app_of(s), &v->asked, back, &arena, &sheets, &err)) {
		app_error(s, back ? _("Nothing was brought back") : _("Nothing was deleted"), &err);
		screens_stale(s);
	} else {
		app_changed(s);
		screens_say(s, "%s%s%s",
			back ? _("The totals are back.")
			     : _("Deleted; x shows what was, p brings it back."),
			sheets[0] ? " " : "", sheets);
	}
	arena_release(&arena);
}

/* From the table to each share in turn and back. */
static void
draw_next(struct screens *s, struct decisions *v)
{
	int next = (v->drawn + 1) % (DECISION_SHARES + 1);

	if (v->part != PART_QUARTERS) {
		show_part(s, v, PART_QUARTERS);
		next = 1;
	}
	v->drawn = next;
}

/* Totals as entered go out as a list, comparisons as a document. */
static int
write_out(struct screens *s, struct decisions *v)
{
	int row = list_screen_row(v);

	if (v->part == PART_TOTALS || !v->view.group.id || row < 0)
		return SCREEN_PASS;
	practice_write(s, &v->view, v->sums[row].year, &v->choice);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct decisions *v = self;
	const char *parts[PARTS];

	switch (action) {
	case ACTION_EXPORT:
		return write_out(s, v);
	case ACTION_CHART:
		draw_next(s, v);
		return SCREEN_HANDLED;
	case ACTION_DECISION_SHARES:
		v->shares = !v->shares;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		card_form_open(s, &decision_form, 0, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_DELETE:
		change(s, v, false);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		show_part(s, v, PART_TOTALS);
		return SCREEN_HANDLED;
	case ACTION_RESULT_NEXT:
		show_part(s, v, (v->part + 1) % PARTS);
		return SCREEN_HANDLED;
	case ACTION_RESULT_PART:
		for (int i = 0; i < PARTS; i++)
			parts[i] = _(part_names[i]);
		dialog_choose(s, _("Choose the view"), parts, PARTS, (int)v->part, ANSWER_PART);
		return SCREEN_HANDLED;
	case ANSWER_PART:
		show_part(s, v, (enum part)event->number);
		return SCREEN_HANDLED;
	case ACTION_ORGANISATIONS:
		screens_push(s, &organisation_list_screen, &v->view.group.id);
		return SCREEN_HANDLED;
	default:
		if (decision_choice_act(s, &v->choice, action, ANSWER_CASES, event) ==
			SCREEN_HANDLED)
			return SCREEN_HANDLED;
		return group_view_act(s, &v->view, action, ANSWER_GROUP, event);
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct decisions *v = self;
	char which[208];

	if (v->part != PART_TOTALS && action == ACTION_OPEN) {
		decision_shares_open(
			s, &v->sums[row], decision_choice_text(&v->choice, which, sizeof which));
		return SCREEN_HANDLED;
	}
	if (v->part != PART_TOTALS)
		return SCREEN_PASS;
	v->asked = v->rows[row];
	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		if (!v->base.retired)
			card_form_open(s, &decision_form, v->rows[row].id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (!v->base.retired)
			dialog_ask(s, _("Delete the totals"),
				_("Delete the totals of this quarter?"), ANSWER_DELETE, 0);
		return SCREEN_HANDLED;
	case ACTION_BRING_BACK:
		if (v->base.retired)
			change(s, v, true);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static bool
able(const void *self, int row, int action)
{
	const struct decisions *v = self;

	(void)row;
	return action != ACTION_DECISION_SHARES || v->part != PART_TOTALS;
}

static const struct list_screen_kind kind = {
	.columns = total_columns,
	.column_count = sizeof total_columns / sizeof *total_columns,
	.empty = N_("No decisions yet: F7 enters the totals of a quarter."),
	.lines_above = 3,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.chart = chart,
	.act = act,
	.act_row = act_row,
	.able = able,
	.key = key,
	.release = release,
	.file = N_("decisions"),
	.file_title = N_("Decisions and appeals"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct decisions *v = self;

	(void)err;
	v->view.may_be_all = true;
	if (argument)
		v->view.group.id = *(const int64_t *)argument;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_BRING_BACK, ACTION_RETIRED, ACTION_RESULT_NEXT,
	ACTION_RESULT_PART, ACTION_DECISION_CASES, ACTION_DECISION_DEPARTMENT,
	ACTION_DECISION_SHARES, ACTION_CHART, ACTION_ORGANISATIONS, ACTION_EXCHANGE_GROUP, 0 };

const struct screen decision_list_screen = { .name = "decision_list",
	.title = N_("Decisions and appeals to SKO"),
	.size = sizeof(struct decisions),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
