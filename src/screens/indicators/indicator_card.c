/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of an indicator: what it means, how it is computed, which file brought it. */
#include "config.h"
#include "screens/indicators/scope.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "screens/frame/card.h"
#include "screens/frame/format.h"
#include "screens/indicators/indicator_form.h"
#include "screens/sheets/figure_form.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct view_of_card {
	struct arena arena;
	char code[40];
	int64_t id;     /* once it is known: the code may change */
	int year, slot; /* kept for the other views */
	struct indicator indicator;
	char source[160];
	struct card card;
};

enum { ANSWER_DELETE = ACTION_ANSWER_1 };

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_card *v = self;
	const struct view *view = argument;

	text_copy(v->code, sizeof v->code,
		view && view->indicator ? view->indicator : app_of(s)->last_indicator);
	v->year = view ? view->year : 0;
	v->slot = view ? view->slot : NO_SLOT;
	card_start(&v->card);
	if (!v->code[0])
		return error_set(
			err, ERROR_MISSING, _("Choose an indicator first: menu 5 5 lists them."));
	return 0;
}

static const char *
direction_text(const struct indicator *i, struct arena *arena)
{
	char low[48], high[48];

	if (i->direction == 'S')
		return _("the more, the better (stimulant)");
	if (i->direction == 'D')
		return _("the less, the better (destimulant)");
	if (!i->has_wanted)
		return _("neither more nor less is better (nominant)");
	number_format(low, sizeof low, i->wanted_low, -1);
	number_format(high, sizeof high, i->wanted_high, -1);
	if (i->wanted_low == i->wanted_high)
		return arena_format(arena, _("best at %s (nominant)"), low);
	return arena_format(arena, _("best between %s and %s (nominant)"), low, high);
}

static const char *
frequency_text(const struct indicator *i)
{
	static const struct {
		const char *code, *text;
	} known[] = {
		{ "R", N_("every year") },
		{ "2R", N_("every second year") },
		{ "Q", N_("every quarter") },
		{ "M", N_("every month") },
	};

	for (size_t k = 0; k < sizeof known / sizeof *known; k++)
		if (strcmp(known[k].code, i->frequency) == 0)
			return _(known[k].text);
	return i->frequency;
}

static const char *
kind_text(const struct indicator *i)
{
	switch (i->kind) {
	case INDICATOR_DERIVED:
		return _("computed from two others, never stored");
	case INDICATOR_OWN:
		return _("own figures of the office");
	case INDICATOR_SURVEY:
		return _("results of surveys");
	default:
		return _("published, from imported files");
	}
}

/* "numerator × 1 000 / denominator", with names where the parts are cards. */
static int
add_formula(struct view_of_card *v, struct db *db, struct error *err)
{
	struct indicator *i = &v->indicator, above, below;
	char number[48];

	if (i->kind == INDICATOR_DERIVED) {
		if (indicator_load_id(db, i->numerator_id, &v->arena, &above, err) ||
			indicator_load_id(db, i->denominator_id, &v->arena, &below, err))
			return -1;
		card_add(&v->card, _("Numerator"),
			arena_format(&v->arena, "%s  %s", above.code, above.name));
		card_add(&v->card, _("Denominator"),
			arena_format(&v->arena, "%s  %s", below.code, below.name));
	} else {
		card_add(&v->card, _("Numerator"), i->numerator);
		card_add(&v->card, _("Denominator"), i->denominator);
	}
	if (i->multiplier != 1)
		card_add(&v->card, _("Multiplied by"),
			number_format(number, sizeof number, i->multiplier, -1));
	return 0;
}

static void
add_series(struct view_of_card *v)
{
	const struct indicator *i = &v->indicator;
	char values[48];

	card_heading(&v->card, _("Values"));
	card_add(&v->card, _("Kind"), kind_text(i));
	if (i->series_id) {
		card_add(&v->card, _("Series of data"),
			strcmp(i->series_origin, "bdl") == 0
				? arena_format(&v->arena, _("BDL, subgroup P%s"), i->subgroup)
				: _("own file of values"));
		card_add(&v->card, _("Dimensions"), i->dimensions);
		card_add(&v->card, _("Measure of series"), i->series_measure);
	}
	if (!i->first_year) {
		card_add(&v->card, _("Years"), _("no values yet"));
		return;
	}
	card_add(&v->card, _("Years"),
		i->first_year == i->last_year
			? arena_format(&v->arena, "%d", i->first_year)
			: arena_format(&v->arena, "%d–%d", i->first_year, i->last_year));
	card_add(&v->card, _("Number of values"),
		format_count(values, sizeof values, (long)i->values));
}

static int
add_source(struct view_of_card *v, struct db *db, struct error *err)
{
	struct value_source source = { 0 };
	char when[32], date[32] = "";

	v->source[0] = '\0';
	if (!v->indicator.first_year || v->indicator.kind == INDICATOR_DERIVED)
		return 0;
	if (value_slice_source(db, &v->indicator, v->indicator.last_year, &source, err))
		return -1;
	if (source.data_date[0])
		format_date(date, sizeof date, source.data_date);
	app_source_text(source.made_up ? "" : source.source, date, source.made_up, v->source,
		sizeof v->source);
	if (v->indicator.kind == INDICATOR_SURVEY) {
		card_heading(&v->card, _("Newest result of a survey"));
		card_add(&v->card, _("Survey"), source.source);
		card_add(&v->card, _("Wave"), source.file_name);
		card_add(&v->card, _("Computed"),
			arena_format(&v->arena, "%s, %s",
				clock_local(when, sizeof when, source.imported_at), source.person));
	}
	if (!source.import_id)
		return 0;
	card_heading(&v->card, _("Newest file"));
	if (source.made_up)
		card_add(&v->card, _("Remark"),
			_("MADE-UP DATA for demonstration: do not quote them."));
	card_add(&v->card, _("Source"), source.source);
	card_add(&v->card, _("File"), source.file_name);
	if (source.data_date[0])
		card_add(&v->card, _("Date of the data"), date);
	card_add(&v->card, _("Imported"),
		arena_format(&v->arena, _("%s (import %lld)"),
			clock_local(when, sizeof when, source.imported_at),
			(long long)source.import_id));
	return 0;
}

static int
fill(struct view_of_card *v, struct db *db, struct error *err)
{
	const struct indicator *i = &v->indicator;

	card_clear(&v->card, &v->arena);
	card_heading(&v->card, _("Indicator"));
	card_add(&v->card, _("Name"), i->name);
	card_add(&v->card, _("Code"), i->code);
	card_add(&v->card, _("Definition"), i->definition);
	if (add_formula(v, db, err))
		return -1;
	card_add(&v->card, _("Measure"), i->measure);
	card_add(&v->card, _("Direction"), direction_text(i, &v->arena));
	card_add(&v->card, _("Service"), i->service);
	card_add(&v->card, _("Dimension"), i->dimension);
	card_add(&v->card, _("Levels"), i->level);
	card_add(&v->card, _("Source"), i->source);
	card_add(&v->card, _("Frequency"), frequency_text(i));
	card_add(&v->card, _("Breaks and remarks"), i->note);
	card_add(&v->card, _("Catalogue"),
		i->in_catalogue ? _("yes")
		: i->series_id  ? _("no: made by an import")
				: _("no: the office’s own card"));
	add_series(v);
	return add_source(v, db, err);
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_card *v = self;
	struct db *db = app_of(s)->db;

	arena_release(&v->arena);
	memset(&v->indicator, 0, sizeof v->indicator);
	card_clear(&v->card, &v->arena);
	if ((v->id ? indicator_load_id(db, v->id, &v->arena, &v->indicator, err)
		   : indicator_load(db, v->code, &v->arena, &v->indicator, err))) {
		memset(&v->indicator, 0, sizeof v->indicator);
		card_filled(&v->card);
		return -1;
	}
	v->id = v->indicator.id;
	text_copy(v->code, sizeof v->code, v->indicator.code);
	if (fill(v, db, err)) {
		card_clear(&v->card, &v->arena);
		card_filled(&v->card);
		return -1;
	}
	card_filled(&v->card);
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	list_draw(&((struct view_of_card *)self)->card.list, c);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_card *v = self;

	snprintf(left, left_size, _("Card of %s"), v->code);
	text_copy(right, right_size, v->source);
}

static void
status(void *self, char *dst, size_t size)
{
	const struct view_of_card *v = self;
	char where[64];

	list_status(&v->card.list, where, sizeof where);
	snprintf(dst, size, "%s  %s", where, v->indicator.code ? v->indicator.name : "");
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_card *v = self;

	if (!v->indicator.code)
		return error_set(err, ERROR_MISSING, _("The card is there no more."));
	card_table(&v->card, arena_format(arena, _("Card of %s"), v->code), arena, table);
	return 0;
}

static void
retire(struct screens *s, struct view_of_card *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_may_write(app, &err) || indicator_retire(app->db, v->id, &err)) {
		app_error(s, _("The card stays"), &err);
		return;
	}
	app_changed(s);
	screens_pop(s);
	screens_say(s, _("The card %s is deleted."), v->code);
}

static int
open_view(struct screens *s, const struct view_of_card *v, int action)
{
	struct scope scope = { .year = v->year };

	if (action == ACTION_CARD)
		return SCREEN_PASS;
	text_copy(scope.code, sizeof scope.code, v->code);
	return scope_open(&scope, s, action, v->slot);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_card *v = self;
	char text[512];

	(void)event;
	if (!v->indicator.code)
		return SCREEN_PASS;
	switch (action) {
	case ACTION_EDIT:
		indicator_form_open(s, v->indicator.id);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		snprintf(
			text, sizeof text, _("Delete the card %s %s?"), v->code, v->indicator.name);
		dialog_ask(s, _("Delete the card"), text, ANSWER_DELETE, 0);
		return SCREEN_HANDLED;
	case ANSWER_DELETE:
		retire(s, v);
		return SCREEN_HANDLED;
	case ACTION_FIGURE_NEW:
		if (v->indicator.kind != INDICATOR_OWN)
			return SCREEN_PASS;
		figure_new(s, &v->indicator);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		export_open(s, build, v, v->code);
		return SCREEN_HANDLED;
	default:
		return open_view(s, v, action);
	}
}

static bool
able(const void *self, int action)
{
	return action != ACTION_FIGURE_NEW ||
	       ((const struct view_of_card *)self)->indicator.kind == INDICATOR_OWN;
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct view_of_card *)self)->card.list };
}

static void
release(void *self)
{
	struct view_of_card *v = self;

	card_release(&v->card);
	arena_release(&v->arena);
}

static const int screen_actions[] = { ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FIGURE_NEW,
	ACTION_DELETE, ACTION_RANKING, ACTION_TABLE, ACTION_CHART, 0 };

const struct screen indicator_card_screen = {
	.name = "indicator_card",
	.title = N_("Card"),
	.size = sizeof(struct view_of_card),
	.actions = screen_actions,
	.start = start,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.able = able,
	.act = act,
	.focus = focus,
	.release = release,
};
