/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue and the imported series, by service, found while one types. */
#include "config.h"
#include "screens/indicators/indicator_form.h"
#include "screens/indicators/scope.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/documents.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/lookup.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct line {                /* of the list: a service or one of its indicators */
	const char *service; /* heading; NULL = an indicator */
	const struct indicator *indicator;
};

struct view_of_indicators {
	struct list_screen base; /* of lines */
	struct indicator *rows;
	int count;
	struct line *lines;
	struct arena tick_arena;
	const char **ticked; /* codes, for a table of indicators */
	int tick_count;
	size_t tick_capacity;
	char service[128]; /* "" = all */
	bool with_values;
	struct service_count *services;
	int service_count;
	char naming[40]; /* code of the series that is being given a name */
};

enum { ANSWER_SERVICE = ACTION_ANSWER_1, ANSWER_NAME, ANSWER_RELEASE };

static int
tick_of(const struct view_of_indicators *v, const char *code)
{
	for (int i = 0; i < v->tick_count; i++)
		if (strcmp(v->ticked[i], code) == 0)
			return i;
	return -1;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct view_of_indicators *v = data;
	const struct indicator *i = v->lines[row].indicator;
	bool ticked = i && tick_of(v, i->code) >= 0;

	if (!i) {
		c->role = ROLE_TITLE;
		if (column == 0)
			text_copy(c->text, sizeof c->text,
				v->lines[row].service[0] ? v->lines[row].service
							 : _("without a service"));
		return;
	}
	c->role = ticked ? ROLE_OWN : i->first_year ? ROLE_TEXT : ROLE_MISSING;
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, ticked ? "* " : "  ");
		text_copy(c->text + 2, sizeof c->text - 2, i->name);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, i->code);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, i->measure);
		break;
	case 3:
		text_copy(c->text, sizeof c->text, i->made_up ? _("MADE UP") : i->source);
		break;
	default:
		if (i->first_year && i->first_year == i->last_year)
			snprintf(c->text, sizeof c->text, "%d", i->first_year);
		else if (i->first_year)
			snprintf(c->text, sizeof c->text, "%d–%d", i->first_year, i->last_year);
		break;
	}
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct line *line = &((const struct view_of_indicators *)data)->lines[row];
	const struct indicator *i = line->indicator;

	if (!i)
		text_copy(dst, size, line->service);
	else
		snprintf(dst, size, "%s %s %s %s %s", i->code, i->name, i->dimensions, i->service,
			i->subgroup);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct line *line = &((const struct view_of_indicators *)self)->lines[row];

	if (line->indicator)
		text_copy(dst, size, line->indicator->code);
}

static const struct list_column columns[] = {
	{ N_("Indicator"), 0, false },
	{ N_("Code"), 9, false },
	{ N_("Meas."), 8, false },
	{ N_("Source"), 13, false },
	{ N_("Years"), 10, false },
};

static const struct indicator *
selected(const struct view_of_indicators *v)
{
	int row = list_screen_row(v);

	return row >= 0 ? v->lines[row].indicator : NULL;
}

/* A heading before each service, unless one alone is shown. */
static void
fill_lines(struct view_of_indicators *v)
{
	const char *service = v->service[0] ? v->service : NULL;

	v->lines = arena_array(&v->base.arena, 2 * (size_t)v->count + 1, sizeof *v->lines);
	for (int i = 0; i < v->count; i++) {
		if (!service || strcmp(service, v->rows[i].service) != 0) {
			service = v->rows[i].service;
			v->lines[v->base.count++].service = service;
		}
		v->lines[v->base.count++].indicator = &v->rows[i];
	}
}

static int
load(void *self, struct error *err)
{
	struct view_of_indicators *v = self;
	struct app *app = v->base.app;
	const struct indicator_filter filter = { .service = v->service[0] ? v->service : NULL,
		.with_values = v->with_values && !v->base.retired,
		.retired = v->base.retired };

	if (!v->base.id[0])
		text_copy(v->base.id, sizeof v->base.id, app->last_indicator);
	v->service_count = 0;
	v->base.list.empty = v->base.retired ? N_("No deleted cards here: x shows the others.")
					     : v->base.kind->empty;
	if (indicator_list(app->db, &filter, &v->base.arena, &v->rows, &v->count, err) ||
		indicator_services(
			app->db, &v->base.arena, &v->services, &v->service_count, err))
		return -1;
	fill_lines(v);
	return 0;
}

static void
above(void *self, struct canvas *c)
{
	struct view_of_indicators *v = self;
	int used = canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s%s",
		v->service[0] ? v->service : _("all services"),
		v->base.retired  ? _(", deleted cards")
		: v->with_values ? _(", only with values")
				 : "");

	if (v->base.retired)
		canvas_text(c, 0, used + 2, -1, ROLE_HINT, _("p brings the card back"));
	else if (v->tick_count)
		canvas_printf(c, 0, used + 2, -1, ROLE_HINT,
			P_("%d ticked: b shows the table", "%d ticked: b shows the table",
				(unsigned long)v->tick_count),
			v->tick_count);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_indicators *v = self;

	(void)err;
	document_indicators(table, arena, v->rows, v->count);
	return 0;
}

static void
ask_service(struct screens *s, const struct view_of_indicators *v)
{
	struct arena arena = { 0 };
	const char **choices = arena_array(&arena, (size_t)v->service_count + 1, sizeof *choices);
	int at = 0;

	choices[0] = _("all services");
	for (int i = 0; i < v->service_count; i++) {
		choices[i + 1] = arena_format(&arena, _("%s (%d, with values %d)"),
			v->services[i].name[0] ? v->services[i].name : _("without a service"),
			v->services[i].indicators, v->services[i].with_values);
		if (v->service[0] && strcmp(v->services[i].name, v->service) == 0)
			at = i + 1;
	}
	dialog_choose(s, _("Service"), choices, v->service_count + 1, at, ANSWER_SERVICE);
	arena_release(&arena);
}

/* A series keeps its values whatever card shows it, so that naming can be taken back. */
static void
ask_name(struct screens *s, struct view_of_indicators *v)
{
	const struct indicator *i = selected(v);

	if (!i || !i->series_id || i->in_catalogue) {
		screens_say(s, "%s",
			_("Only an imported series without a catalogue name can be given one."));
		return;
	}
	text_copy(v->naming, sizeof v->naming, i->code);
	lookup_card(s, _("Which catalogue indicator is this?"), ANSWER_NAME);
}

static void
ask_release(struct screens *s, const struct view_of_indicators *v)
{
	const struct indicator *i = selected(v);
	struct arena arena = { 0 };

	if (!i || !i->series_id || !i->in_catalogue || strcmp(i->series_origin, "bdl") != 0) {
		screens_say(s, "%s", _("This indicator does not show an imported series."));
		return;
	}
	dialog_ask(s, _("Take the name away"),
		arena_format(&arena,
			_("%s %s will stand without values; the series gets its own card back. Go "
			  "on?"),
			i->code, i->name),
		ANSWER_RELEASE, 0);
	arena_release(&arena);
}

/* One step of Space: the tick, and on to the next row. */
static void
tick(struct view_of_indicators *v)
{
	const struct indicator *i = selected(v);
	struct event down = event_key(KEYS_DOWN);
	int at;

	if (i) {
		at = tick_of(v, i->code);
		if (at >= 0) {
			v->ticked[at] = v->ticked[--v->tick_count];
		} else {
			v->ticked = arena_grow(&v->tick_arena, v->ticked, (size_t)v->tick_count,
				&v->tick_capacity, sizeof *v->ticked);
			v->ticked[v->tick_count++] = arena_string(&v->tick_arena, i->code);
		}
	}
	(void)list_event(&v->base.list, &down);
}

/* The ticked ones, else those of the selected one's service. */
static int
open_table(struct screens *s, const struct view_of_indicators *v)
{
	const struct indicator *i = selected(v);
	const struct view view = { .indicator = v->tick_count ? v->ticked[0]
						: i           ? i->code
							      : NULL,
		.codes = v->ticked,
		.code_count = v->tick_count };

	if (view.indicator)
		screens_push(s, &indicators_table_screen, &view);
	return SCREEN_HANDLED;
}

static int
changed(struct screens *s, int result, const struct error *err, const char *done)
{
	if (result) {
		screens_error(s, err);
	} else {
		app_changed(s);
		screens_say(s, "%s", done);
	}
	return SCREEN_HANDLED;
}

static int
answer(struct screens *s, struct view_of_indicators *v, int action, const struct event *event)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (action == ANSWER_SERVICE) {
		text_copy(v->service, sizeof v->service,
			event->number > 0 ? v->services[event->number - 1].name : "");
		screens_stale(s);
		return SCREEN_HANDLED;
	}
	if (action == ANSWER_NAME)
		return changed(s,
			app_may_write(app, &err) ||
				indicator_name_series(app->db, v->naming, event->answer, &err),
			&err, _("The series now stands under its catalogue name."));
	if (!selected(v))
		return SCREEN_HANDLED;
	return changed(s,
		app_may_write(app, &err) ||
			indicator_release_series(app->db, selected(v)->code, &err),
		&err, _("The series has its own card again."));
}

static int
open_view(struct screens *s, const struct view_of_indicators *v, int action)
{
	const struct indicator *i = selected(v);
	struct scope scope = { 0 };

	if (!i)
		return SCREEN_HANDLED;
	if (action == ACTION_OPEN)
		action = i->first_year ? ACTION_RANKING : ACTION_CARD;
	text_copy(scope.code, sizeof scope.code, i->code);
	return scope_open(&scope, s, action, NO_SLOT);
}

static int
bring_back(struct screens *s, const struct view_of_indicators *v)
{
	struct app *app = app_of(s);
	const struct indicator *i = selected(v);
	struct error err = { 0 };

	if (!i)
		return SCREEN_HANDLED;
	return changed(s, app_may_write(app, &err) || indicator_restore(app->db, i->id, &err), &err,
		_("The card is in the catalogue again."));
}

/* A deleted card can only be brought back. */
static int
act_retired(struct screens *s, const struct view_of_indicators *v, int action)
{
	switch (action) {
	case ACTION_EXPORT:
	case ACTION_REFRESH:
		return SCREEN_PASS;
	case ACTION_BRING_BACK:
		return bring_back(s, v);
	default:
		screens_say(s, "%s",
			_("This card was deleted: p brings it back, x shows the others."));
		return SCREEN_HANDLED;
	}
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_indicators *v = self;

	switch (action) {
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_SERVICE:
		ask_service(s, v);
		return SCREEN_HANDLED;
	case ACTION_WITH_VALUES:
		v->with_values = !v->with_values;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		indicator_form_open(s, 0);
		return SCREEN_HANDLED;
	case ANSWER_SERVICE:
	case ANSWER_NAME:
	case ANSWER_RELEASE:
		return answer(s, v, action, event);
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct view_of_indicators *v = self;

	if (v->base.retired && v->lines[row].indicator)
		return act_retired(s, v, action);
	switch (action) {
	case ACTION_BRING_BACK:
		screens_say(s, "%s", _("This card was not deleted: x shows those that were."));
		return SCREEN_HANDLED;
	case ACTION_OPEN:
	case ACTION_CARD:
	case ACTION_RANKING:
	case ACTION_TABLE:
	case ACTION_CHART:
		return open_view(s, v, action);
	case ACTION_TABLE_INDICATORS:
		return open_table(s, v);
	case ACTION_MARK:
		tick(v);
		return SCREEN_HANDLED;
	case ACTION_SERIES_NAME:
		ask_name(s, v);
		return SCREEN_HANDLED;
	case ACTION_SERIES_RELEASE:
		ask_release(s, v);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		if (v->lines[row].indicator)
			indicator_form_open(s, v->lines[row].indicator->id);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
release(void *self)
{
	arena_release(&((struct view_of_indicators *)self)->tick_arena);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No indicators here: choose another service (u), show all (v), or "
		    "import a file (menu 8 1)."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("indicators"),
	.build = build,
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int screen_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT,
	ACTION_FILTER, ACTION_NEW, ACTION_SERVICE, ACTION_WITH_VALUES, ACTION_CARD, ACTION_RANKING,
	ACTION_TABLE, ACTION_CHART, ACTION_MARK, ACTION_TABLE_INDICATORS, ACTION_SERIES_NAME,
	ACTION_SERIES_RELEASE, ACTION_RETIRED, ACTION_BRING_BACK, 0 };

const struct screen indicator_list_screen = {
	.name = "indicator_list",
	.title = N_("Indicators"),
	.size = sizeof(struct view_of_indicators),
	.actions = screen_actions,
	.start = start,
	LIST_SCREEN,
};
