/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a unit stands and whither it goes, indicator by indicator or by areas; what the expert
 * says of it. */
#include "config.h"

#include "screens/diagnosis/diagnosis_screens.h"
#include "screens/diagnosis/diagnosis_view.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- rows ---- */

const struct diagnosis_row *
diagnosis_view_row(const struct diagnosis_view *v, int row)
{
	return v->folded ? NULL : &v->answer.rows[v->shown[row]];
}

const struct finding *
diagnosis_view_finding(const struct diagnosis_view *v, const struct diagnosis_row *row)
{
	return finding_of(v->findings, v->finding_count, row->indicator->code);
}

static bool
lies_in(const struct area_tree *tree, int area, int in)
{
	while (area >= 0 && area != in)
		area = tree->areas[area].parent;
	return area == in;
}

const struct diagnosis_area *
diagnosis_view_area(const struct diagnosis_view *v, int row, int *index)
{
	*index = v->shown[row];
	return &v->answer.areas[*index < 0 ? v->answer.tree.count : *index];
}

static void
count_class(struct diagnosis_view *v, enum standing standing, bool near)
{
	v->counts[standing != STANDING_NONE && near ? STANDINGS : (int)standing]++;
}

static void
choose_areas(struct diagnosis_view *v)
{
	v->shown[v->base.count++] = -1;
	for (int i = 0; i < v->answer.tree.count; i++) {
		const struct diagnosis_area *a = &v->answer.areas[i];
		bool empty = isnan(a->level) && isnan(a->change);

		v->hidden += empty;
		if (!empty)
			count_class(v, a->standing, a->near);
		if (!empty || v->empty)
			v->shown[v->base.count++] = i;
	}
}

static bool
of_class(const struct diagnosis_view *v, const struct diagnosis_row *r)
{
	bool near = r->standing != STANDING_NONE && r->near;

	return v->only == STANDING_NONE ||
	       (near ? v->only == STANDINGS : v->only == (int)r->standing);
}

static void
choose_indicators(struct diagnosis_view *v)
{
	for (int i = 0; i < v->answer.count; i++) {
		const struct diagnosis_row *r = &v->answer.rows[i];
		bool empty = r->group.n == 0 && isnan(r->value);

		if (v->area >= 0 && !lies_in(&v->answer.tree, r->area, v->area))
			continue;
		v->hidden += empty;
		v->context += !empty && !r->judged;
		if (!empty)
			count_class(v, r->standing, r->near);
		if ((!empty || v->empty) && of_class(v, r))
			v->shown[v->base.count++] = i;
	}
}

static void
choose_rows(struct diagnosis_view *v)
{
	size_t most = (size_t)v->answer.count + (size_t)v->answer.tree.count + 1;

	if (v->area >= v->answer.tree.count)
		v->area = -1;
	v->folded = v->areas;
	diagnosis_columns_choose(v);
	v->shown = arena_array(&v->base.arena, most, sizeof *v->shown);
	v->hidden = v->context = 0;
	memset(v->counts, 0, sizeof v->counts);
	if (v->areas)
		choose_areas(v);
	else
		choose_indicators(v);
}

/* The kept question that asks the same, whose findings stand beside the rows. */
static int
find_kept(struct diagnosis_view *v, struct error *err)
{
	struct diagnosis *d = &v->question;

	v->finding_count = 0;
	if (diagnosis_kept(v->base.app->db, d, err))
		return -1;
	return d->id ? finding_list(v->base.app->db, d->id, &v->base.arena, &v->findings,
			       &v->finding_count, err)
		     : 0;
}

static int
load_years(struct diagnosis_view *v, struct error *err)
{
	struct database_state state;

	if (database_state_load(v->base.app->db, &state, err))
		return -1;
	v->first_year = state.first_year;
	v->last_year = state.last_year;
	if (v->question.year == 0)
		v->question.year =
			v->base.app->last_year ? v->base.app->last_year : state.last_year;
	return 0;
}

/* Peers that cannot be had now (no population yet, a group that is gone) must not shut the
 * screen. */
static int
compute(struct diagnosis_view *v, struct error *err)
{
	struct error refused = { 0 };

	if (diagnosis_compute(v->base.app->db, v->units, &v->question, &v->base.arena, &v->answer,
		    &refused) == 0)
		return 0;
	if (refused.code != ERROR_INPUT && refused.code != ERROR_MISSING)
		return error_set(err, refused.code, "%s", refused.text);
	screens_say(v->base.app->screens, "%s", refused.text);
	text_copy(v->question.peers, sizeof v->question.peers, "voivodeship");
	v->question.tree[0] = '\0';
	v->areas = false;
	return diagnosis_compute(
		v->base.app->db, v->units, &v->question, &v->base.arena, &v->answer, err);
}

/* Who leaves and comes back finds the same group, tree, method and years. */
static void
remember(const struct diagnosis_view *v)
{
	struct app *app = v->base.app;

	text_copy(app->diagnosis.peers, sizeof app->diagnosis.peers, v->question.peers);
	text_copy(app->diagnosis.tree, sizeof app->diagnosis.tree, v->lent ? "" : v->question.tree);
	app->diagnosis.method = (int)v->question.method;
	app->diagnosis.years = v->question.years;
}

static int
load(void *self, struct error *err)
{
	struct diagnosis_view *v = self;
	struct error none = { 0 };

	memset(&v->answer, 0, sizeof v->answer);
	v->folded = false;
	v->units = app_units(v->base.app, err);
	if (!v->units)
		return -1;
	v->unit = app_unit(v->base.app, &none);
	if (none.code)
		return error_set(err, none.code, "%s", none.text);
	v->base.list.empty = v->unit ? N_("No indicator has a value here: choose another year or "
					  "class.")
				     : N_("Choose a unit first: key j.");
	v->question.slot = v->unit ? v->unit->slot : NO_SLOT;
	if (load_years(v, err))
		return -1;
	if (!v->unit)
		return 0;
	if (compute(v, err) || find_kept(v, err))
		return -1;
	remember(v);
	choose_rows(v);
	return 0;
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct diagnosis_view *v = self;
	const struct diagnosis_row *r = diagnosis_view_row(v, row);

	if (r)
		text_copy(dst, size, r->indicator->code);
	else
		snprintf(dst, size, "= %s",
			v->shown[row] < 0 ? "" : v->answer.tree.areas[v->shown[row]].code);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct diagnosis_view *v = self;
	const struct diagnosis_row *r = diagnosis_view_row(v, row);

	if (r)
		snprintf(dst, size, "%s %s %s %s", r->indicator->code, r->indicator->name,
			r->indicator->service, standing_words_brief(r->standing, r->near));
	else
		text_copy(dst, size,
			v->shown[row] < 0 ? "" : v->answer.tree.areas[v->shown[row]].name);
}

/* ---- the question ---- */

static void
take_number(struct screens *s, int *number, const char *text, long min, long max)
{
	long typed;

	if (number_parse_whole(text, min, max, &typed) < 0)
		screens_refuse(s, _("“%s” is no whole number from %ld to %ld."), text, min, max);
	else
		*number = (int)typed;
}

static void
step_year(struct diagnosis_view *v, int by)
{
	int year = v->question.year + by;

	if (year >= v->first_year && year <= v->last_year)
		v->question.year = year;
}

/* Areas need a tree: where none was chosen, the program's is lent while they are shown. */
static void
turn_areas(struct diagnosis_view *v)
{
	v->areas = !v->areas;
	v->area = -1;
	if (v->areas && !v->question.tree[0]) {
		text_copy(v->question.tree, sizeof v->question.tree, AREA_TREE_DEFAULT);
		v->lent = true;
	} else if (!v->areas && v->lent) {
		v->question.tree[0] = '\0';
		v->lent = false;
	}
}

/* Out of the chart, out of an area, out of the areas; false: out of the screen. */
static bool
step_back(struct diagnosis_view *v)
{
	if (v->quadrant)
		v->quadrant = false;
	else if (v->area >= 0) {
		snprintf(v->base.wanted, sizeof v->base.wanted, "= %s",
			v->answer.tree.areas[v->area].code);
		v->areas = true;
		v->area = -1;
	} else if (v->areas)
		turn_areas(v);
	else
		return false;
	return true;
}

/* Changes what is asked; SCREEN_PASS: something else was meant. */
static int
change_question(struct screens *s, struct diagnosis_view *v, int action, const struct event *event)
{
	struct diagnosis *d = &v->question;

	switch (action) {
	case ACTION_YEAR_PREVIOUS:
	case ACTION_YEAR_NEXT:
		step_year(v, action == ACTION_YEAR_NEXT ? 1 : -1);
		break;
	case DIAGNOSIS_ANSWER_YEAR:
		take_number(s, &d->year, event->answer, UNIT_FIRST_YEAR, UNIT_LAST_YEAR);
		break;
	case DIAGNOSIS_ANSWER_YEARS:
		take_number(s, &d->years, event->answer, 3, 30);
		break;
	case DIAGNOSIS_ANSWER_PEERS:
		text_copy(d->peers, sizeof d->peers, event->answer);
		break;
	case DIAGNOSIS_ANSWER_TREE:
		text_copy(d->tree, sizeof d->tree, event->answer);
		v->areas &= d->tree[0] != '\0';
		v->lent = false;
		v->area = -1;
		break;
	case ACTION_DIAGNOSIS_METHOD:
		d->method = d->method == STANDARD_Z ? STANDARD_UNIT : STANDARD_Z;
		break;
	case ACTION_DIAGNOSIS_AREAS:
		turn_areas(v);
		break;
	case ACTION_DIAGNOSIS_CLASS:
		v->only = (v->only + 1) % (STANDINGS + 1);
		v->areas = false;
		break;
	case ACTION_DIAGNOSIS_EMPTY:
		v->empty = !v->empty;
		break;
	case ACTION_BACK:
		if (!step_back(v))
			return SCREEN_PASS;
		break;
	default:
		return SCREEN_PASS;
	}
	screens_stale(s);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct diagnosis_view *v = self;

	switch (action) {
	case ACTION_YEAR_CHOOSE:
		diagnosis_ask_year(s, v);
		return SCREEN_HANDLED;
	case ACTION_DIAGNOSIS_YEARS:
		diagnosis_ask_years(s, v);
		return SCREEN_HANDLED;
	case ACTION_GROUP_CHOOSE:
		diagnosis_ask_peers(s);
		return SCREEN_HANDLED;
	case ACTION_DIAGNOSIS_TREE:
		diagnosis_ask_tree(s);
		return SCREEN_HANDLED;
	case ACTION_DIAGNOSIS_QUADRANT:
		v->quadrant = !v->quadrant;
		if (v->areas) {
			turn_areas(v);
			v->quadrant = true;
			screens_stale(s);
		}
		return SCREEN_HANDLED;
	case ACTION_DIAGNOSIS_MAP:
		screens_push(s, &diagnosis_map_screen, &v->question);
		return SCREEN_HANDLED;
	case ACTION_DIAGNOSIS_PROBLEMS:
		screens_push(s, &problem_list_screen, NULL);
		return SCREEN_HANDLED;
	default:
		return change_question(s, v, action, event);
	}
}

/* ---- the screen ---- */

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct diagnosis_view *v = self;

	if (!v->folded)
		return diagnosis_act_indicator(s, v, row, action);
	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	v->areas = false;
	v->area = v->shown[row];
	screens_stale(s);
	return SCREEN_HANDLED;
}

/* Answers of boxes that were opened for the selected row. */
static int
act_all(struct screens *s, void *self, int action, const struct event *event)
{
	struct diagnosis_view *v = self;
	int row = list_screen_row(v);

	if (row >= 0 && !v->folded && diagnosis_answer(s, v, row, action, event))
		return SCREEN_HANDLED;
	return act(s, v, action, event);
}

static const int row_ids[] = { ACTION_FINDING_CONFIRM, ACTION_FINDING_REJECT, ACTION_FINDING_TAKE,
	ACTION_FINDING_FACTOR, ACTION_FINDING_WITHDRAW, ACTION_EVIDENCE, ACTION_SOURCE, 0 };

/* An area has no card. */
static bool
able(const void *self, int row, int action)
{
	(void)row;
	return action != ACTION_EDIT || !((const struct diagnosis_view *)self)->folded;
}

static const struct list_screen_kind kind = {
	.able = able,
	.columns = diagnosis_columns,
	.column_count = 8,
	.empty = N_("Choose a unit first: key j."),
	.lines_above = DIAGNOSIS_LINES,
	.whole_lines = 1,
	.load = load,
	.cell = diagnosis_cell,
	.id = id,
	.key = key,
	.note = diagnosis_note,
	.above = diagnosis_above,
	.chart = diagnosis_quadrant,
	.act = act_all,
	.act_row = act_row,
	.of_row = row_ids,
	.file = N_("diagnosis"),
	.file_title = N_("Diagnosis"),
	.build = diagnosis_build,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct diagnosis_view *v = self;
	const struct app *app = app_of(s);

	(void)err;
	(void)argument;
	v->area = -1;
	v->question.years = 5;
	text_copy(v->question.peers, sizeof v->question.peers, "voivodeship");
	if (app->diagnosis.peers[0]) {
		text_copy(v->question.peers, sizeof v->question.peers, app->diagnosis.peers);
		text_copy(v->question.tree, sizeof v->question.tree, app->diagnosis.tree);
		v->question.method = (enum standard_method)app->diagnosis.method;
		v->question.years = app->diagnosis.years;
	}
	list_screen_start(s, self, &kind);
	v->base.list.flows = true;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EDIT, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_YEAR_PREVIOUS, ACTION_YEAR_NEXT, ACTION_YEAR_CHOOSE, ACTION_GROUP_CHOOSE,
	ACTION_DIAGNOSIS_AREAS, ACTION_DIAGNOSIS_QUADRANT, ACTION_DIAGNOSIS_CLASS,
	ACTION_DIAGNOSIS_EMPTY, ACTION_DIAGNOSIS_METHOD, ACTION_DIAGNOSIS_YEARS,
	ACTION_DIAGNOSIS_TREE, ACTION_FINDING_CONFIRM, ACTION_FINDING_REJECT, ACTION_FINDING_TAKE,
	ACTION_FINDING_FACTOR, ACTION_FINDING_WITHDRAW, ACTION_EVIDENCE, ACTION_DIAGNOSIS_PROBLEMS,
	ACTION_DIAGNOSIS_MAP, ACTION_SOURCE, ACTION_BACK, 0 };

static char *
help(const void *self)
{
	(void)self;
	return memory_string(
		_("Where a unit stands among its peers and whither it goes. Classes by the "
		  "signs of level and change against the group: + driver of development "
		  "(above, rising), \\ falling, / rising, ! key problem (below, falling). ~ "
		  "marks rows whose level or change is about the mean, less than a tenth of "
		  "a standard deviation from it (from 0 to 1: less than 0.02): they are called "
		  "neither driver nor problem. The last line has the yearly change of the values "
		  "as they are: the slope of least squares, whose standing is the column Change, "
		  "and the mean change, last less first by years. * marks a change over fewer "
		  "years than asked, which the last line names; over a break there is none."));
}

const struct screen diagnosis_screen = { .name = "diagnosis",
	.title = N_("Diagnosis: level and change"),
	.size = sizeof(struct diagnosis_view),
	.actions = ids,
	.start = start,
	.help = help,
	LIST_SCREEN };
