/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One comparison group: its units, adding and taking out; each step is saved at once. Those of a
 * rule are the ones that fulfil it now. */
#include "config.h"
#include "screens/indicators/group_members.h"
#include "screens/indicators/scope.h"
#include "screens/indicators/unit_rows.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/diagnosis/group_rule.h"
#include "report/documents.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "screens/frame/lookup.h"
#include "tui/dialog.h"
#include "tui/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct view_of_members {
	struct arena arena;
	int64_t id;
	struct group group; /* id 0: a colleague deleted it */
	char rule[256];     /* in words; "" = picked by hand */
	const struct unit_table *units;
	int *slots, count; /* in Polish order */
	int marked;
	int added; /* slot to stand on after loading */
	struct list list;
};

enum { ANSWER_ADD = ACTION_ANSWER_1, ANSWER_BY_HAND };

static int
count(const void *data)
{
	return ((const struct view_of_members *)data)->count;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct view_of_members *v = data;

	unit_row_cell(v->units, v->slots[row], v->marked, column, c);
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct view_of_members *v = data;

	unit_row_key(v->units, v->slots[row], dst, size);
}

static const struct list_source source = { .count = count, .cell = cell, .key = key };
static const struct list_column columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("Kind"), 21, false },
	{ N_("Unit above"), 21, false },
	{ N_("Code"), 7, false },
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_members *v = self;

	(void)s;
	(void)err;
	v->id = *(const int64_t *)argument;
	list_start(&v->list, &source, v, columns, sizeof columns / sizeof *columns);
	v->list.sort_column = 0;
	return 0;
}

static int
find_group(struct view_of_members *v, struct db *db, struct error *err)
{
	struct error gone = { 0 };
	struct group_rule rule;
	bool found;

	v->rule[0] = '\0';
	if (group_load(db, v->id, &v->group, &gone)) {
		v->group = (struct group){ 0 };
		return gone.code == ERROR_MISSING ? 0 : error_set(err, gone.code, "%s", gone.text);
	}
	if (!v->group.ruled)
		return 0;
	if (group_rule_load(db, v->id, &rule, &found, err))
		return -1;
	if (found)
		group_rule_words(v->units, &rule, v->rule, sizeof v->rule);
	return 0;
}

static int
by_order(const void *a, const void *b, void *context)
{
	const struct unit_table *units = context;

	return unit_by_slot(units, *(const int *)a)->order -
	       unit_by_slot(units, *(const int *)b)->order;
}

static int
load_members(struct view_of_members *v, struct app *app, struct error *err)
{
	int *slots, n;

	v->units = app_units(app, err);
	if (!v->units || find_group(v, app->db, err) ||
		group_members(app->db, v->id, &v->arena, &slots, &n, err))
		return -1;
	v->slots = arena_array(&v->arena, (size_t)n + 1, sizeof *v->slots);
	for (int i = 0; i < n; i++)
		if (unit_by_slot(v->units, slots[i]))
			v->slots[v->count++] = slots[i];
	qsort_r(v->slots, (size_t)v->count, sizeof *v->slots, by_order, (void *)v->units);
	v->marked = app_marked(app);
	v->list.empty = v->rule[0] ? N_("Nobody fulfils the rule now: F4 in the list of groups "
					"changes it.")
				   : N_("No units yet: d adds one.");
	return 0;
}

static int
selected_slot(const struct view_of_members *v)
{
	int row = list_selected(&v->list);

	return row >= 0 && row < v->count ? v->slots[row] : NO_SLOT;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_members *v = self;
	int slot = v->added ? v->added : selected_slot(v), row = -1, failed;

	v->count = 0;
	v->slots = NULL;
	v->added = NO_SLOT;
	arena_release(&v->arena);
	failed = load_members(v, app_of(s), err);
	for (int i = 0; i < v->count; i++)
		if (v->slots[i] == slot)
			row = i;
	list_refresh(&v->list, row);
	return failed;
}

static void
draw(void *self, struct canvas *c)
{
	struct view_of_members *v = self;
	struct canvas below = canvas_part(c, 1, 0, c->rows - 1, c->columns);

	if (v->group.id && v->rule[0])
		canvas_printf(c, 0, 0, -1, ROLE_HINT, _("By its rule, now: %s"), v->rule);
	else
		canvas_text(c, 0, 0, -1, ROLE_HINT,
			v->group.id ? v->group.note : _("A colleague has deleted this group."));
	list_draw(&v->list, &below);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_members *v = self;

	(void)right;
	(void)right_size;
	text_copy(left, left_size, v->group.name);
}

static void
status(void *self, char *dst, size_t size)
{
	list_status(&((struct view_of_members *)self)->list, dst, size);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_members *v = self;

	(void)err;
	document_units(table, arena, v->units, v->slots, v->count);
	table->title = arena_string(arena, v->group.name);
	return 0;
}

/* The members with one more or without one. */
static int
save(struct screens *s, struct view_of_members *v, int with, int without)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	struct arena arena = { 0 };
	int *slots = arena_array(&arena, (size_t)v->count + 1, sizeof *slots), n = 0, failed;

	for (int i = 0; i < v->count; i++)
		if (v->slots[i] != without && v->slots[i] != with)
			slots[n++] = v->slots[i];
	if (with != NO_SLOT)
		slots[n++] = with;
	failed = app_may_write(app, &err) || group_save(app->db, &v->group, slots, n, &err);
	arena_release(&arena);
	if (failed) {
		app_error(s, _("The group was not saved"), &err);
		if (err.code == ERROR_CONFLICT)
			screens_stale(s); /* shows what the colleague made of it */
		return -1;
	}
	v->added = with;
	app_changed(s);
	return 0;
}

static int
add(struct screens *s, struct view_of_members *v, int slot)
{
	char label[128];

	for (int i = 0; i < v->count; i++)
		if (v->slots[i] == slot) {
			list_select(&v->list, i);
			screens_say(s, "%s", _("This unit is in the group already."));
			return SCREEN_HANDLED;
		}
	text_copy(label, sizeof label, unit_by_slot(v->units, slot)->label);
	if (save(s, v, slot, NO_SLOT) == 0)
		screens_say(s, _("Added: %s."), label);
	return SCREEN_HANDLED;
}

static int
take_out(struct screens *s, struct view_of_members *v, int slot)
{
	char label[128];

	text_copy(label, sizeof label, unit_by_slot(v->units, slot)->label);
	if (save(s, v, NO_SLOT, slot) == 0)
		screens_say(s, _("Taken out: %s. Key d adds it again."), label);
	return SCREEN_HANDLED;
}

/* Nobody is added beside a rule: it may be taken away first, and its units stay. */
static void
ask_by_hand(struct screens *s, const struct view_of_members *v)
{
	char text[512];

	snprintf(text, sizeof text,
		P_("The units of the group follow from its rule (%s). Take the rule away and go on "
		   "by hand with the %d unit that it takes now? F4 in the list of groups changes "
		   "the rule instead.",
			"The units of the group follow from its rule (%s). Take the rule away and "
			"go on by hand with the %d units that it takes now? F4 in the list of "
			"groups changes the rule instead.",
			(unsigned long)v->count),
		v->rule, v->count);
	dialog_ask(s, _("From now on by hand?"), text, ANSWER_BY_HAND, 0);
}

static void
go_on_by_hand(struct screens *s, struct view_of_members *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	app_done(s, app_may_write(app, &err) || group_save_rule(app->db, &v->group, NULL, &err),
		&err, _("The rule is taken away: d adds units, F8 takes them out."));
}

static int
act_on(struct screens *s, struct view_of_members *v, int slot, int action)
{
	const struct view view = { .slot = slot };

	switch (action) {
	case ACTION_OPEN:
	case ACTION_CHOSEN:
		screens_push(s, &unit_card_screen, &view);
		return SCREEN_HANDLED;
	case ACTION_PROFILE:
		screens_push(s, &profile_screen, &view);
		return SCREEN_HANDLED;
	case ACTION_UNIT_TAKE:
		scope_take_unit(s, unit_by_slot(v->units, slot));
		return SCREEN_HANDLED;
	case ACTION_GROUP_REMOVE:
		return take_out(s, v, slot);
	default:
		return SCREEN_PASS;
	}
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_members *v = self;

	if (!v->units || !v->group.id)
		return SCREEN_PASS;
	if (v->rule[0] && (action == ACTION_GROUP_ADD || action == ACTION_GROUP_REMOVE)) {
		ask_by_hand(s, v);
		return SCREEN_HANDLED;
	}
	switch (action) {
	case ANSWER_BY_HAND:
		go_on_by_hand(s, v);
		return SCREEN_HANDLED;
	case ACTION_GROUP_ADD:
		lookup_unit(s, _("Add a unit"), NULL, ANSWER_ADD);
		return SCREEN_HANDLED;
	case ANSWER_ADD:
		return add(s, v, event->number);
	case ACTION_EXPORT:
		export_open(s, build, v, v->group.name);
		return SCREEN_HANDLED;
	default:
		return selected_slot(v) == NO_SLOT ? SCREEN_PASS
						   : act_on(s, v, selected_slot(v), action);
	}
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct view_of_members *)self)->list };
}

static void
release(void *self)
{
	struct view_of_members *v = self;

	list_release(&v->list);
	arena_release(&v->arena);
}

static const int screen_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_GROUP_ADD, ACTION_GROUP_REMOVE, ACTION_UNIT_TAKE, ACTION_PROFILE, 0 };

static const struct screen group_members_screen = {
	.name = "group_members",
	.title = N_("Comparison group"),
	.size = sizeof(struct view_of_members),
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

void
group_members_open(struct screens *s, int64_t group)
{
	screens_push(s, &group_members_screen, &group);
}
