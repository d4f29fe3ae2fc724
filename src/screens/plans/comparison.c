/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group's comparison: indicators in rows, members in columns, whatever the values come from. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/own_member.h"
#include "model/plans/conclusion.h"
#include "report/group_documents.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "screens/frame/lookup.h"
#include "screens/frame/screens.h"
#include "screens/indicators/scope.h"
#include "screens/plans/comparison.h"
#include "screens/plans/plan_forms.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_GROUP = ACTION_ANSWER_1, ANSWER_YEAR, ANSWER_INDICATOR, ANSWER_REMOVE,
	ANSWER_CONCLUSION, ANSWER_AGREED, ANSWER_NOT_AGREED };
enum { NAME_WIDTH = 24, VALUE_WIDTH = 8, NAME_MOST = 56 };

/* ---- loading ---- */

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct comparison *v = self;
	const int64_t *group = argument;

	(void)s;
	(void)err;
	if (group)
		v->view.group.id = *group;
	table_start(&v->table, &comparison_source, v, N_("Indicator"), NAME_WIDTH, 0, VALUE_WIDTH);
	return 0;
}

static bool
has_year(const struct comparison *v, int year)
{
	for (int i = 0; i < v->year_count; i++)
		if (v->years[i] == year)
			return true;
	return false;
}

static int
load_sheet(struct comparison *v, struct app *app, struct error *err)
{
	v->units = app_units(app, err);
	if (!v->units || group_view_load(&v->view, app, &v->arena, err))
		return -1;
	v->table.list.empty = N_("There is no group yet: menu 2 1 founds one.");
	if (!v->view.group.id)
		return 0;
	v->table.list.empty = N_("No indicator of the group's service has values: F7 chooses the "
				 "rows of the comparison.");
	if (group_sheet_years(app->db, v->view.group.id, &v->arena, &v->years, &v->year_count, err))
		return -1;
	if (!has_year(v, v->year) &&
		group_sheet_usual_year(app->db, v->units, v->view.group.id, v->years,
			v->year_count, 0, &v->year, err))
		return -1;
	return group_sheet_load(
		app->db, v->units, v->view.group.id, v->year, &v->arena, &v->sheet, err);
}

static int
row_of(const struct comparison *v, const char *code)
{
	for (int i = 0; i < v->sheet.count; i++)
		if (!strcmp(v->sheet.rows[i].indicator->code, code))
			return i;
	return -1;
}

/* As wide as the widest value, so that as many members as can be stand beside each other. */
static void
fit_columns(struct comparison *v)
{
	int width = VALUE_WIDTH;

	for (int i = 0; i < v->sheet.count; i++)
		for (int j = 0; j < v->sheet.member_count + COMPARISON_EXTRAS; j++) {
			struct list_cell c = { .text = "" };
			int needed;

			comparison_cell(v, i, j + 1, &c);
			needed = text_width(c.text) + 1;
			width = needed > width ? needed : width;
		}
	v->table.columns[1].width = width;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct comparison *v = self;
	struct app *app = app_of(s);
	int row = list_selected(&v->table.list), failed;
	char code[40] = "";

	if (row >= 0 && row < v->sheet.count)
		text_copy(code, sizeof code, v->sheet.rows[row].indicator->code);
	arena_release(&v->arena);
	v->sheet = (struct group_sheet){ 0 };
	v->year_count = 0;
	failed = load_sheet(v, app, err);
	if (failed)
		v->sheet = (struct group_sheet){ 0 };
	v->marked = app_marked(app);
	comparison_fit_marks(v);
	fit_columns(v);
	table_refresh(&v->table, row_of(v, code),
		v->sheet.member_count ? v->sheet.member_count + COMPARISON_EXTRAS : 0);
	return failed ? -1 : 0;
}

/* The names have what the columns leave; the table scrolls where they leave little. */
static void
fit_names(struct comparison *v, int columns)
{
	int used = (v->table.list.column_count - 1) * (v->table.columns[1].width + 1);
	int left = columns - used - 2;

	v->scrolls = left < NAME_WIDTH;
	v->table.columns[0].width = left < NAME_WIDTH  ? NAME_WIDTH
				    : left < NAME_MOST ? left
						       : NAME_MOST;
}

static void
draw(void *self, struct canvas *c)
{
	struct comparison *v = self;
	struct canvas below = canvas_part(c, 2, 0, c->rows - 2 - comparison_gone(v, c), c->columns);
	int row = list_selected(&v->table.list);
	char text[512];

	if (v->view.group.id) {
		const char *internal = _("for internal use of the group");
		bool agreed = v->view.group.agreed_on[0];
		int used = agreed ? 0 : text_width(internal) + 2;

		canvas_text(c, 0, 0, c->columns - used, ROLE_TITLE,
			group_view_text(&v->view, text, sizeof text));
		if (!agreed)
			canvas_right(c, 0, c->columns - used, used, ROLE_WARN, internal);
	}
	if (row >= 0 && row < v->sheet.count)
		canvas_text(c, 1, 0, -1, ROLE_HINT,
			scope_name(v->sheet.rows[row].indicator, text, sizeof text));
	fit_names(v, c->columns);
	table_draw(&v->table, &below);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct comparison *v = self;

	if (v->year)
		snprintf(left, left_size, _("Comparison in the group, %d"), v->year);
	else
		text_copy(left, left_size, _("Comparison in the group"));
	text_copy(right, right_size,
		v->view.group.made_up || v->sheet.made_up ? _("made-up data") : "");
}

static void
status(void *self, char *dst, size_t size)
{
	struct comparison *v = self;
	int row = list_selected(&v->table.list), column = table_column(&v->table);
	char place[64], words[256] = "", more[64];

	list_status(&v->table.list, place, sizeof place);
	if (row >= 0 && row < v->sheet.count && column >= 0 && column < v->sheet.member_count)
		comparison_words(v, row, column, words, sizeof words);
	text_copy(more, sizeof more, v->scrolls ? _("Left, Right: more columns") : "");
	snprintf(dst, size, "%s%s%s%s", place, words, more[0] ? "   " : "", more);
}

/* ---- the same as a file ---- */

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct comparison *v = self;
	const struct group_facts facts = {
		.group = arena_format(arena, "%s  %s", v->view.group.code, v->view.group.name),
		.internal = !v->view.group.agreed_on[0],
		.made_up = v->view.group.made_up,
	};

	(void)err;
	document_group_sheet(table, arena, &facts, &v->sheet);
	return 0;
}

/* ---- actions ---- */

static void
ask_year(struct screens *s, const struct comparison *v)
{
	struct arena arena = { 0 };
	const char **choices = arena_array(&arena, (size_t)v->year_count + 1, sizeof *choices);
	int at = 0;

	for (int i = 0; i < v->year_count; i++) {
		choices[i] = arena_format(&arena, "%d", v->years[i]);
		if (v->years[i] == v->year)
			at = i;
	}
	dialog_choose(s, _("Year"), choices, v->year_count, at, ANSWER_YEAR);
	arena_release(&arena);
}

static int
step_year(struct screens *s, struct comparison *v, int by)
{
	for (int i = 0; i < v->year_count; i++)
		if (v->years[i] == v->year && i + by >= 0 && i + by < v->year_count) {
			v->year = v->years[i + by];
			screens_stale(s);
			return SCREEN_HANDLED;
		}
	screens_say(s, "%s",
		by < 0 ? _("This is the first year with values.")
		       : _("This is the last year with values."));
	return SCREEN_HANDLED;
}

/* The rows as they stand, one more, or one less, as the person's own choice from now on. */
static void
choose_rows(struct screens *s, struct comparison *v, int64_t added, int64_t removed)
{
	struct arena arena = { 0 };
	int64_t *ids = arena_array(&arena, (size_t)v->sheet.count + 2, sizeof *ids);
	struct error err = { 0 };
	int n = 0;

	for (int i = 0; i < v->sheet.count; i++) {
		int64_t id = v->sheet.rows[i].indicator->id;

		if (id != removed && id != added)
			ids[n++] = id;
	}
	if (added)
		ids[n++] = added;
	app_done(s,
		app_may_write(app_of(s), &err) ||
			group_sheet_choose(
				app_of(s)->db, v->view.group.id, v->view.group.rev, ids, n, &err),
		&err, NULL);
	arena_release(&arena);
}

static void
add_row(struct screens *s, struct comparison *v, const char *code)
{
	struct arena arena = { 0 };
	struct indicator card;
	struct error err = { 0 };

	if (indicator_load(app_of(s)->db, code, &arena, &card, &err))
		app_error(s, _("Nothing was changed"), &err);
	else
		choose_rows(s, v, card.id, 0);
	arena_release(&arena);
}

static void
ask_remove(struct screens *s, const struct indicator *card)
{
	char text[640];

	snprintf(text, sizeof text,
		_("%s\nThe row leaves the comparison of this group; F7 brings it back. Values and "
		  "card stay as they are."),
		card->name);
	dialog_ask(s, _("Take the row out?"), text, ANSWER_REMOVE, 0);
}

/* Whose column the cursor is in; NO_SLOT where it is no member's. */
static int
member_at(const struct comparison *v)
{
	int column = table_column(&v->table);

	return column >= 0 && column < v->sheet.member_count ? v->sheet.members[column].slot
							     : NO_SLOT;
}

/* The chart opens on the group's own comparison group and the member's line. */
static int
open_chart(struct screens *s, struct comparison *v, int row)
{
	struct view view = { .indicator = v->sheet.rows[row].indicator->code,
		.year = v->year,
		.slot = member_at(v) };

	group_view_chart(s, v->view.group.id, &view);
	return SCREEN_HANDLED;
}

/* An office sees its own line first; whoever has none among the members, that of the column. */
static int
open_members(struct screens *s, struct comparison *v, int row)
{
	struct members_of of = { v->view.group.id, v->sheet.rows[row].indicator->code,
		member_at(v) };

	for (int i = 0; i < v->sheet.member_count; i++)
		if (v->sheet.members[i].slot == v->marked)
			of.slot = v->marked;

	screens_push(s, &member_chart_screen, &of);
	return SCREEN_HANDLED;
}

/* The figures of the row become evidence when the conclusion is saved. In a group of another office
 * it is the own unit's wherever the cursor stands: of others nothing goes there. */
static int
write_conclusion(struct screens *s, struct comparison *v, int row, int member)
{
	struct error err = { 0 };
	int slot;

	if (own_member_of(app_of(s)->db, v->view.group.id, &slot, &err)) {
		app_error(s, _("The conclusion cannot be written"), &err);
		return SCREEN_HANDLED;
	}
	if (slot == NO_SLOT && member >= 0 && member < v->sheet.member_count)
		slot = v->sheet.members[member].slot;
	if (slot == NO_SLOT) {
		screens_say(s, "%s",
			_("Go to the column of the member that draws the conclusion first."));
		return SCREEN_HANDLED;
	}
	text_copy(v->evidence, sizeof v->evidence, v->sheet.rows[row].indicator->code);
	card_form_open_for(s, &conclusion_form, v->view.group.id, slot, ANSWER_CONCLUSION);
	return SCREEN_HANDLED;
}

/* The sheet may have been loaded anew meanwhile: the row is found by its indicator. */
static void
add_evidence(struct screens *s, struct comparison *v, int64_t conclusion)
{
	struct error err = { 0 };
	int row = row_of(v, v->evidence);

	if (row < 0 || evidence_freeze(app_of(s)->db, conclusion, &v->sheet, row, &err)) {
		app_error(s, _("The conclusion is saved without its figures"), &err);
		return;
	}
	app_changed(s);
	screens_say(s, "%s",
		_("The conclusion is saved with the figures of this row; menu 2 7 lists them."));
}

static int
act_row(struct screens *s, struct comparison *v, int row, int action)
{
	const struct indicator *card = v->sheet.rows[row].indicator;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_CHOSEN:
		return open_members(s, v, row);
	case ACTION_CHART:
		return open_chart(s, v, row);
	case ACTION_CARD: {
		struct view view = { .indicator = card->code, .year = v->year };

		screens_push(s, &indicator_card_screen, &view);
		return SCREEN_HANDLED;
	}
	case ACTION_SOURCE:
		comparison_open_source(s, v, row);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		ask_remove(s, card);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		choose_rows(s, v, 0, card->id);
		return SCREEN_HANDLED;
	case ACTION_CONCLUSION:
		return write_conclusion(s, v, row, table_column(&v->table));
	default:
		return SCREEN_PASS;
	}
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct comparison *v = self;
	int row = list_selected(&v->table.list);
	char name[128];

	switch (action) {
	case ACTION_EXCHANGE_GROUP:
		group_view_ask(s, &v->view, ANSWER_GROUP);
		return SCREEN_HANDLED;
	case ANSWER_GROUP:
		group_view_take(s, &v->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_YEAR_EARLIER: /* arrows move between members */
	case ACTION_YEAR_LATER:
		return step_year(s, v, action == ACTION_YEAR_LATER ? 1 : -1);
	case ACTION_YEAR_CHOOSE:
		ask_year(s, v);
		return SCREEN_HANDLED;
	case ANSWER_YEAR:
		v->year = v->years[event->number];
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		lookup_indicator(s, _("Row of the comparison"), false, ANSWER_INDICATOR);
		return SCREEN_HANDLED;
	case ANSWER_INDICATOR:
		add_row(s, v, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_CONCLUSION:
		add_evidence(s, v, event->number);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		snprintf(name, sizeof name, "%s %s %d", _("comparison"), v->view.group.code,
			v->year);
		export_open(s, build, v, name);
		return SCREEN_HANDLED;
	case ACTION_LEGEND:
		comparison_legend(s);
		return SCREEN_HANDLED;
	case ACTION_AGREED:
		comparison_ask_agreed(s, v, ANSWER_AGREED, ANSWER_NOT_AGREED);
		return SCREEN_HANDLED;
	case ANSWER_AGREED:
		comparison_agree(s, v, event->answer);
		return SCREEN_HANDLED;
	case ANSWER_NOT_AGREED:
		comparison_agree(s, v, "");
		return SCREEN_HANDLED;
	case ACTION_RESIDENTS:
		comparison_residents(s, v);
		return SCREEN_HANDLED;
	default:
		return row >= 0 && row < v->sheet.count ? act_row(s, v, row, action) : SCREEN_PASS;
	}
}

static struct focus
focus(void *self)
{
	return (struct focus){ &table_widget, &((struct comparison *)self)->table };
}

static void
release(void *self)
{
	struct comparison *v = self;

	table_release(&v->table);
	arena_release(&v->arena);
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_NEW, ACTION_DELETE,
	ACTION_EXCHANGE_GROUP, ACTION_YEAR_EARLIER, ACTION_YEAR_LATER, ACTION_YEAR_CHOOSE,
	ACTION_CONCLUSION, ACTION_RESIDENTS, ACTION_AGREED, ACTION_CHART, ACTION_CARD,
	ACTION_SOURCE, ACTION_LEGEND, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen comparison_screen = {
	.name = "comparison",
	.title = N_("Comparison in the group"),
	.size = sizeof(struct comparison),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
