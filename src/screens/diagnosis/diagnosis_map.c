/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The country's map of classes: where every unit stands among its own peers and whither it goes. */
#include "config.h"

#include "screens/diagnosis/diagnosis_screens.h"
#include "screens/diagnosis/diagnosis_view.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/frame/lookup.h"
#include "tui/dialog.h"
#include "tui/waiting.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 4 }; /* over the list: two of what is asked, what is shown, counts */
enum { NAME, VOIVODESHIP, CODE, LEVEL, CHANGE, CLASS, N, COLUMNS };
enum { ANSWER_AREA = ACTION_ANSWER_1, ANSWER_SORT };

struct map {
	struct list_screen base;
	struct diagnosis question;
	const struct unit_table *units;
	struct arena whole; /* of all units: computed once, filtered often */
	struct diagnosis_unit *all;
	int all_count;
	bool known;                /* only filter or order changed: nothing is computed anew */
	int area;                  /* slot, NO_SLOT = the country */
	int only;                  /* a class, STANDINGS = about the mean; STANDING_NONE = all */
	int counts[STANDINGS + 1]; /* of the area's units */
	int sort;                  /* column; CODE = order of the register */
	bool down;
	const struct diagnosis_unit **rows;
};

static const struct list_column columns[] = {
	[NAME] = { N_("Unit"), 0, false },
	[VOIVODESHIP] = { N_("Voivodeship"), 13, false },
	[CODE] = { N_("TERYT"), 8, false },
	[LEVEL] = { N_("Level"), 7, true },
	[CHANGE] = { N_("Change"), 7, true },
	[CLASS] = { N_("Class"), 10, false },
	[N] = { N_("n"), 3, true },
};

/* ---- rows ---- */

static int
class_of(const struct diagnosis_unit *u)
{
	return u->standing != STANDING_NONE && u->near ? STANDINGS : (int)u->standing;
}

/* What has no figure stands last, whichever way it goes. */
static int
by_number(double a, double b, bool down)
{
	if (isnan(a) || isnan(b))
		return isnan(a) - isnan(b);
	return down ? (b > a) - (b < a) : (a > b) - (a < b);
}

static int
by_order(const void *left, const void *right, void *context)
{
	const struct map *v = context;
	const struct diagnosis_unit *a = *(const struct diagnosis_unit *const *)left;
	const struct diagnosis_unit *b = *(const struct diagnosis_unit *const *)right;
	int order = 0, sign = v->down ? -1 : 1;

	if (v->sort == LEVEL)
		order = by_number(a->level, b->level, v->down);
	else if (v->sort == CHANGE)
		order = by_number(a->change, b->change, v->down);
	else if (v->sort == NAME)
		order = sign * text_compare(unit_by_slot(v->units, a->slot)->label,
				       unit_by_slot(v->units, b->slot)->label);
	else if (v->sort == CLASS)
		order = sign * (class_of(a) - class_of(b));
	if (order == 0)
		order = strcmp(unit_by_slot(v->units, a->slot)->code,
			unit_by_slot(v->units, b->slot)->code);
	return order;
}

static int
compute(struct map *v, struct error *err)
{
	struct app *app = v->base.app;
	struct waiting waiting;

	arena_release(&v->whole);
	v->all = NULL;
	v->all_count = 0;
	waiting_start(&waiting, app->screens, _("Classes of all units"));
	return diagnosis_all(app->db, v->units, &v->question, -1, &v->whole, &v->all, &v->all_count,
		&waiting.progress, err);
}

static int
load(void *self, struct error *err)
{
	struct map *v = self;

	v->units = app_units(v->base.app, err);
	if (!v->units || (!v->known && compute(v, err)))
		return -1;
	v->known = false;
	memset(v->counts, 0, sizeof v->counts);
	v->rows = arena_array(&v->base.arena, (size_t)v->all_count + 1, sizeof *v->rows);
	for (int i = 0; i < v->all_count; i++) {
		int class = class_of(&v->all[i]);

		if (v->area != NO_SLOT && !unit_is_in(v->units, v->all[i].slot, v->area))
			continue;
		v->counts[class]++;
		if (v->only == STANDING_NONE || v->only == class)
			v->rows[v->base.count++] = &v->all[i];
	}
	qsort_r(v->rows, (size_t)v->base.count, sizeof *v->rows, by_order, v);
	v->base.list.sort_column = v->sort;
	v->base.list.sort_down = v->down;
	return 0;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct map *v = self;
	const struct diagnosis_unit *u = v->rows[row];
	const struct unit *unit = unit_by_slot(v->units, u->slot), *above;

	if (u->slot == v->question.slot)
		c->role = ROLE_OWN;
	switch (column) {
	case NAME:
		text_copy(c->text, sizeof c->text, unit->label);
		break;
	case VOIVODESHIP:
		above = unit_above(v->units, unit, LEVEL_VOIVODESHIP);
		text_copy(c->text, sizeof c->text, above ? above->name : "");
		break;
	case CODE:
		text_copy(c->text, sizeof c->text, unit_teryt(unit));
		break;
	case LEVEL:
	case CHANGE:
		if (!isnan(column == LEVEL ? u->level : u->change))
			number_format(
				c->text, sizeof c->text, column == LEVEL ? u->level : u->change, 2);
		break;
	case CLASS:
		diagnosis_standing_cell(c, u->standing, u->near);
		break;
	default:
		snprintf(c->text, sizeof c->text, "%d", u->n);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct map *)self)->rows[row]->slot);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct map *v = self;
	const struct unit *u = unit_by_slot(v->units, v->rows[row]->slot);

	snprintf(dst, size, "%s %s", u->label, unit_teryt(u));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct map *v = self;

	if (row >= 0 && v->rows[row]->missing)
		snprintf(dst, size, _("indicators without a level: %d"), v->rows[row]->missing);
}

static void
above(void *self, struct canvas *c)
{
	const struct map *v = self;
	const struct unit *area = unit_by_slot(v->units, v->area);
	char line[512];
	int used = 0;

	canvas_lines(c, 0, 0, c->columns, ROLE_TITLE,
		diagnosis_describe_all(&v->question, v->all, v->all_count, line, sizeof line));
	if (area)
		used = canvas_printf(c, LINES - 2, 0, -1, ROLE_TITLE, _("Only: %s  "), area->label);
	if (v->only != STANDING_NONE)
		canvas_printf(c, LINES - 2, used, -1, ROLE_TITLE, _("Only: %s  "),
			v->only == STANDINGS ? standing_words_brief(STANDING_DRIVER, true)
					     : standing_brief((enum standing)v->only));
	else if (!area)
		canvas_text(c, LINES - 2, 0, -1, ROLE_HINT,
			_("Enter diagnoses the unit, a area, f class, F6 order"));
	diagnosis_count_line(v->counts, c, LINES - 1);
}

/* ---- keys ---- */

static const int sorts[] = { CODE, NAME, LEVEL, CHANGE, CLASS };
enum { SORTS = sizeof sorts / sizeof *sorts };

static void
ask_sort(struct screens *s, const struct map *v)
{
	const char *choices[SORTS];
	int now = 0;

	for (int i = 0; i < SORTS; i++) {
		choices[i] = _(columns[sorts[i]].title);
		if (sorts[i] == v->sort)
			now = i;
	}
	dialog_choose(s, _("Change the order"), choices, SORTS, now, ANSWER_SORT);
}

/* The same order again turns round; figures begin with the highest. */
static void
take_sort(struct map *v, int column)
{
	v->down = column == v->sort ? !v->down : column == LEVEL || column == CHANGE;
	v->sort = column;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct map *v = self;

	switch (action) {
	case ACTION_AREA:
		lookup_area(s, _("Area"), LEVEL_GMINA, ANSWER_AREA);
		return SCREEN_HANDLED;
	case ACTION_SORT:
		ask_sort(s, v);
		return SCREEN_HANDLED;
	case ANSWER_AREA:
		v->area = event->number;
		break;
	case ANSWER_SORT:
		take_sort(v, sorts[event->number]);
		break;
	case ACTION_DIAGNOSIS_CLASS:
		v->only = (v->only + 1) % (STANDINGS + 1);
		break;
	default:
		return SCREEN_PASS;
	}
	v->known = true;
	screens_stale(s);
	return SCREEN_HANDLED;
}

/* Its own diagnosis lies below. */
static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct map *v = self;
	struct error err = { 0 };

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	if (app_choose_unit(v->base.app, unit_by_slot(v->units, v->rows[row]->slot), &err)) {
		screens_error(s, &err);
		return SCREEN_HANDLED;
	}
	screens_pop(s);
	screens_stale(s);
	return SCREEN_HANDLED;
}

static void
release(void *self)
{
	arena_release(&((struct map *)self)->whole);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = COLUMNS,
	.empty = N_("No unit here: choose another area or class."),
	.lines_above = LINES,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("classes of all units"),
	.file_title = N_("Classes of all units"),
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct map *v = self;

	(void)err;
	v->question = *(const struct diagnosis *)argument;
	v->area = NO_SLOT;
	v->sort = CODE;
	list_screen_start(s, self, &kind);
	if (v->question.slot != NO_SLOT)
		snprintf(v->base.wanted, sizeof v->base.wanted, "%d", v->question.slot);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_SORT,
	ACTION_AREA, ACTION_DIAGNOSIS_CLASS, 0 };

const struct screen diagnosis_map_screen = { .name = "diagnosis_map",
	.title = N_("Classes of all units"),
	.size = sizeof(struct map),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
