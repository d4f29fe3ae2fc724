/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agenda that meetings of a stage begin with: its items, and the form of one. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/stage.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/groups/group_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

struct items {
	struct list_screen base;
	struct stage_place of;
	char name[160], group[33]; /* of the stage; the group's code, "" = a stage of a kind */
	struct stage_item *rows, asked;
};

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_REMOVE };

/* ---- the form ---- */

/* A form knows the stage as one number. */
enum { STAGES = 1000, KINDS = 10 };

static int64_t
as_number(const struct stage_place *of)
{
	return (of->group * KINDS + (int)of->kind) * STAGES + of->stage;
}

static struct stage_place
from_number(int64_t number)
{
	return (struct stage_place){ (enum exchange_kind)(number / STAGES % KINDS),
		number / STAGES / KINDS, (int)(number % STAGES) };
}

struct item_values {
	char title[200], speaker[128], minutes[8];
};
#define I(member)                                       \
	.offset = offsetof(struct item_values, member), \
	.size = sizeof((struct item_values *)0)->member

static const struct field fields[] = {
	{ .kind = FIELD_TEXT,
		.label = N_("Item"),
		I(title),
		.width = 54,
		.required = true,
		.help = N_("What is on the agenda.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Speaker"),
		I(speaker),
		.width = 40,
		.help = N_("A role: moderator, host, members.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Minutes"),
		I(minutes),
		.width = 6,
		.whole = true,
		.min = 1,
		.max = 1440,
		.required = true,
		.help = N_("How long it takes; the hours of all items follow from it.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "title", "speaker", "minutes" };

static int
read_item(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct stage_place place = from_number(of->parent);
	struct exchange_group g = { 0 };
	int count, result;
	struct item_values *v = values;
	struct arena arena = { 0 };
	struct stage_item *list;

	if (place.group && exchange_group_load(app->db, place.group, &g, err))
		return -1;
	text_copy(of->owner, sizeof of->owner, g.owner);
	if (place.group)
		snprintf(of->uid, sizeof of->uid, "group-%lld-%d-%d", (long long)place.group,
			place.stage, (int)of->id);
	else
		snprintf(of->uid, sizeof of->uid, "%s-%d-%d", exchange_kind_name(place.kind),
			place.stage, (int)of->id);
	if (!of->id) {
		text_copy(v->minutes, sizeof v->minutes, "30");
		return 0;
	}
	result = stage_item_list(app->db, &place, &arena, &list, &count, err);
	if (result == 0 && of->id > count)
		result = error_set(err, ERROR_MISSING, _("This item of the agenda is gone."));
	if (result == 0) {
		const struct stage_item *item = &list[of->id - 1];

		of->rev = item->seen;
		text_copy(v->title, sizeof v->title, item->title);
		text_copy(v->speaker, sizeof v->speaker, item->speaker);
		card_form_number(v->minutes, sizeof v->minutes, item->minutes);
	}
	arena_release(&arena);
	return result;
}

static int
save_item(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct item_values *v = values;
	struct stage_item item = { .of = from_number(of->parent),
		.position = (int)of->id,
		.minutes = (int)card_form_whole(v->minutes),
		.seen = of->rev };

	text_copy(item.title, sizeof item.title, v->title);
	text_copy(item.speaker, sizeof item.speaker, v->speaker);
	if (stage_item_save(app->db, &item, err))
		return -1;
	of->id = item.position;
	return 0;
}

static void
form_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	text_copy(dst, size,
		of->id ? ((const struct item_values *)values)->title : _("New item of the agenda"));
}

static const struct card_form_kind item_form = { .name = "stage-item",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct item_values),
	.role = PERSON_COORDINATOR,
	.read = read_item,
	.save = save_item,
	.title = form_title,
	.saved = N_("The item is saved; meetings that are there keep their agendas.") };

/* ---- the list ---- */

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct stage_item *i = &((const struct items *)self)->rows[row];

	if (column == 0)
		snprintf(c->text, sizeof c->text, "%d. %s", i->position, i->title);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, i->speaker);
	else
		snprintf(c->text, sizeof c->text, "%d", i->minutes);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct items *)self)->rows[row].position);
}

static int
load(void *self, struct error *err)
{
	struct items *v = self;

	return stage_item_list(
		v->base.app->db, &v->of, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	const struct items *v = self;
	int sum = 0;

	for (int i = 0; i < v->base.count; i++)
		sum += v->rows[i].minutes;
	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s: %d. %s",
		v->group[0] ? v->group : group_short_kind(v->of.kind), v->of.stage, v->name);
	canvas_printf(c, 1, 0, -1, ROLE_HINT,
		_("New meetings of the stage begin with this agenda: %d h %d min."), sum / 60,
		sum % 60);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct items *v = self;
	struct error err = { 0 };

	switch (action) {
	case ACTION_NEW:
		card_form_open(s, &item_form, 0, as_number(&v->of), ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		screens_stale(s);
		if (group_may(v->base.app, &err) ||
			stage_item_remove(v->base.app->db, &v->asked, &err))
			app_error(s, _("Nothing was deleted"), &err);
		else
			screens_say(s, "%s",
				_("The item is deleted; meetings that are there keep their "
				  "agendas."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
change(struct screens *s, struct items *v, const struct stage_item *item, int action)
{
	struct stage_item changed = *item;
	int by = action == ACTION_MOVE_UP || action == ACTION_SHORTER ? -1 : 1;
	struct error err = { 0 };
	int result = group_may(v->base.app, &err);

	if (result == 0 && (action == ACTION_MOVE_UP || action == ACTION_MOVE_DOWN)) {
		result = stage_item_move(v->base.app->db, item, by, &err);
		if (result == 1)
			list_screen_want(v, item->position + by);
	} else if (result == 0 && (by > 0 || item->minutes > 5)) {
		changed.minutes += 5 * by;
		result = stage_item_save(v->base.app->db, &changed, &err);
	}
	screens_stale(s);
	if (result < 0)
		app_error(s, _("Nothing was changed"), &err);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct items *v = self;
	char text[320];

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(
			s, &item_form, v->rows[row].position, as_number(&v->of), ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		v->asked = v->rows[row];
		snprintf(text, sizeof text,
			_("Delete “%s” from the agenda of the stage? Meetings that are there keep "
			  "theirs."),
			v->rows[row].title);
		dialog_ask(s, _("Delete"), text, ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	case ACTION_MOVE_UP:
	case ACTION_MOVE_DOWN:
	case ACTION_LONGER:
	case ACTION_SHORTER:
		change(s, v, &v->rows[row], action);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_column columns[] = {
	{ N_("Item"), 0, false },
	{ N_("Speaker"), 24, false },
	{ N_("Minutes"), 8, true },
};

static const struct list_screen_kind list_kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No item yet: F7 adds one."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("agenda"),
	.file_title = N_("Agenda of a stage"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	const struct stage_named *stage = argument;
	struct items *v = self;

	(void)err;
	v->of = stage->of;
	text_copy(v->name, sizeof v->name, stage->name);
	if (stage->group)
		text_copy(v->group, sizeof v->group, stage->group);
	list_screen_start(s, self, &list_kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_MOVE_UP, ACTION_MOVE_DOWN, ACTION_LONGER, ACTION_SHORTER,
	0 };

const struct screen stage_item_screen = {
	.name = "stage_items",
	.title = N_("Agenda of a stage"),
	.size = sizeof(struct items),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
