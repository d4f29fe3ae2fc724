/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of an own figure that no data sheet asks for. */
#include "config.h"

#include "screens/sheets/figure_form.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/sheets/figure_beside.h"
#include "screens/frame/actions.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"
#include "screens/sheets/sheet_screens.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct values {
	char unit[160], unit_key[UNIT_CODE_SIZE];
	char year[8], value[48];
	char source[OWN_SOURCE_SIZE], remark[OWN_REMARK_SIZE];
	int64_t indicator_id;
	char code[40];
};
enum { AT_UNIT = 1, AT_YEAR, AT_VALUE };
enum { ANSWER_DELETE = ACTION_ANSWER_8 };

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define FIGURE_FIELDS(is_fixed)                                                                  \
	{ .kind = FIELD_LOOKUP,                                                                  \
		.label = N_("Unit (JST)"),                                                       \
		AT(unit),                                                                        \
		.key_offset = offsetof(struct values, unit_key),                                 \
		.key_size = UNIT_CODE_SIZE,                                                      \
		.required = true,                                                                \
		.fixed = is_fixed,                                                               \
		.width = 50,                                                                     \
		.suggest = lookup_suggest_unit,                                                  \
		.none = N_("There is no such unit (JST)."),                                      \
		.help = N_("Whose figure this is: some letters of the name, or the code.") },    \
		{ .kind = FIELD_NUMBER,                                                          \
			.label = N_("Year"),                                                     \
			AT(year),                                                                \
			.required = true,                                                        \
			.fixed = is_fixed,                                                       \
			.width = 6,                                                              \
			.whole = true,                                                           \
			.min = UNIT_FIRST_YEAR,                                                  \
			.max = UNIT_LAST_YEAR,                                                   \
			.help = N_("The year that the figure is of.") },                         \
		{ .kind = FIELD_TEXT,                                                            \
			.label = N_("Value"),                                                    \
			AT(value),                                                               \
			.required = true,                                                        \
			.width = 16,                                                             \
			.help = N_("A number, bd (no data) or nd (does not apply).") },          \
		{ .kind = FIELD_TEXT,                                                            \
			.label = N_("Source"),                                                   \
			AT(source),                                                              \
			.width = 54,                                                             \
			.help = N_("Where the figure is from.") },                               \
		{ .kind = FIELD_TEXT,                                                            \
			.label = N_("Remark"), AT(remark), .width = 54,                          \
			.help = N_("What a reader should know; why an unusual figure is so.") }

static const struct field new_fields[] = { FIGURE_FIELDS(false) };
static const struct field fields[] = { FIGURE_FIELDS(true) };
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "unit", "year", "value", "source", "remark" };

/* ---- which one: the id of a form holds indicator, year and unit ---- */

enum { YEAR_BITS = 12, SLOT_BITS = 20 };

static int64_t
id_of(const struct own_figure *f)
{
	return (f->indicator_id << (YEAR_BITS + SLOT_BITS)) | ((int64_t)f->year << SLOT_BITS) |
	       f->slot;
}

static struct own_figure
place_of(int64_t id)
{
	return (struct own_figure){ .indicator_id = id >> (YEAR_BITS + SLOT_BITS),
		.year = (int)(id >> SLOT_BITS) & ((1 << YEAR_BITS) - 1),
		.slot = (int)id & ((1 << SLOT_BITS) - 1) };
}

static int
place_of_new(struct app *app, int64_t indicator, struct own_figure *f, struct error *err)
{
	*f = (struct own_figure){ .indicator_id = indicator, .year = clock_today().year - 1 };
	return group_unit_of_new(app, 0, &f->slot, err);
}

static int
place_typed(struct app *app, const struct values *v, struct own_figure *f, struct error *err)
{
	*f = (struct own_figure){ .indicator_id = v->indicator_id,
		.year = (int)card_form_whole(v->year) };
	return lookup_unit_take(app, v->unit, v->unit_key, AT_UNIT, &f->slot, err);
}

/* ---- reading ---- */

/* Nothing yet; a new one comes from where that of the year before did. */
static int
load_new(struct app *app, const struct own_figure *at, struct own_figure *f, struct error *err)
{
	struct own_figure before;

	*f = (struct own_figure){ .value = NAN };
	if (own_figure_read(app->db, at->indicator_id, at->year - 1, at->slot, &before, err))
		return -1;
	text_copy(f->source, sizeof f->source, before.source);
	return 0;
}

/* What stands there, or what a member told: that is only read. */
static int
load_there(struct app *app, const struct own_figure *at, struct card_form_of *of,
	struct own_figure *f, struct error *err)
{
	if (own_figure_load(app->db, at->indicator_id, at->year, at->slot, f, err))
		return -1;
	of->id = f->indicator_id ? id_of(at) : 0;
	of->rev = figure_mark(f);
	if (f->indicator_id)
		return 0;
	if (own_figure_told(app->db, at, of->owner, err))
		return -1;
	return of->owner[0] ? own_figure_read(
				      app->db, at->indicator_id, at->year, at->slot, f, err)
			    : load_new(app, at, f, err);
}

/* Where of names none, any unit and year may be typed, and save() looks what stands there. */
static int
load_figure(struct app *app, struct card_form_of *of, struct own_figure *at, struct own_figure *f,
	struct error *err)
{
	*at = place_of(of->id);
	if (of->id)
		return load_there(app, at, of, f, err);
	of->rev = 0;
	return place_of_new(app, of->parent, at, err) || load_new(app, at, f, err) ? -1 : 0;
}

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct arena arena = { 0 };
	struct values *v = values;
	struct own_figure at, f;
	struct indicator card;
	int failed = load_figure(app, of, &at, &f, err) ||
		     indicator_load_id(app->db, at.indicator_id, &arena, &card, err);

	if (!failed)
		text_copy(v->code, sizeof v->code, card.code);
	arena_release(&arena);
	if (failed)
		return -1;
	of->parent = v->indicator_id = at.indicator_id;
	snprintf(of->uid, sizeof of->uid, of->id ? "figure-%llx" : "new-figure-%llx",
		(unsigned long long)(of->id ? of->id : of->parent));
	card_form_number(v->year, sizeof v->year, at.year);
	own_figure_show(f.value, f.missing, v->value, sizeof v->value);
	text_copy(v->source, sizeof v->source, f.source);
	text_copy(v->remark, sizeof v->remark, f.remark);
	return lookup_unit_put(
		app, at.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

/* ---- saving ---- */

static int
read_typed(const struct values *v, struct own_figure *f, struct error *err)
{
	f->import_id = 0;
	text_copy(f->source, sizeof f->source, v->source);
	text_copy(f->remark, sizeof f->remark, v->remark);
	if (number_doubt(v->value, err) ||
		own_figure_parse(v->value, &f->value, f->missing, err)) {
		err->field = AT_VALUE;
		return -1;
	}
	return 0;
}

static int
check_sheet(struct app *app, const struct own_figure *at, struct error *err)
{
	struct figure_sheet sheet;

	if (figure_sheet_of(app->db, at, &sheet, err))
		return -1;
	return !sheet.id ? 0
			 : error_field(err, ERROR_INPUT, AT_YEAR,
				   _("The data sheet of %s for %d asks for this figure: enter it "
				     "there (2 5)."),
				   sheet.group, at->year);
}

static int
save_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct own_figure at, was, f;

	if (place_typed(app, v, &at, err) || check_sheet(app, &at, err) ||
		own_figure_load(app->db, at.indicator_id, at.year, at.slot, &was, err))
		return -1;
	if (of->id && of->id != id_of(&at))
		return error_field(err, ERROR_INPUT, AT_YEAR,
			_("Another unit or year is another figure: leave this one and enter it by "
			  "F7."));
	f = was;
	f.indicator_id = at.indicator_id;
	if (read_typed(v, &f, err))
		return -1;
	if (figure_mark(&was) != of->rev) {
		of->id = id_of(&at);
		return error_set(err, ERROR_CONFLICT, "%s",
			_("A figure stands there already. Nothing was saved; look and save "
			  "again."));
	}
	if (own_figure_save(app->db, &f, &was, err))
		return -1;
	of->id = id_of(&at);
	return 0;
}

static void
doubt(struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	struct own_figure f;
	const char *text;

	(void)of;
	if (place_typed(app, values, &f, &ignored) == 0 && read_typed(values, &f, &ignored) == 0 &&
		check_sheet(app, &f, &ignored) == 0 &&
		figure_unusual(app->db, &f, &arena, &text, &ignored) == 0 && text[0])
		snprintf(dst, size,
			_("The figure is unusual: %s; no remark says why. Save it all the same?"),
			text);
	arena_release(&arena);
}

/* A year that a sheet asks for is told as soon as it is typed. */
static int
answer(struct screens *s, void *values, int action, const struct event *event)
{
	struct error err = { 0 };
	struct own_figure at;

	(void)event;
	if (action == ACTION_CHANGED && place_typed(app_of(s), values, &at, &err) == 0 &&
		check_sheet(app_of(s), &at, &err))
		screens_error(s, &err);
	return -1;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (of->id)
		snprintf(dst, size, "%s, %s, %s", v->code, v->unit, v->year);
	else
		snprintf(dst, size, _("%s: a figure"), v->code);
}

static const struct card_form_kind new_form = { .name = "own_figure",
	.fields = new_fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = save_values,
	.title = title,
	.saved = N_("The figure is saved."),
	.answer = answer,
	.doubt = doubt };
static const struct card_form_kind change_form = { .name = "own_figure",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.first = AT_VALUE - 1,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = save_values,
	.title = title,
	.saved = N_("The figure is saved."),
	.doubt = doubt };

/* ---- acts of screens ---- */

/* Whether a sheet asks for the figure, which opens then; an error too is told. */
static bool
in_sheet(struct screens *s, const struct own_figure *at)
{
	struct figure_sheet sheet;
	struct error err = { 0 };

	if (figure_sheet_of(app_of(s)->db, at, &sheet, &err)) {
		screens_error(s, &err);
		return true;
	}
	if (sheet.id && screens_push(s, &sheet_entry_screen,
				&(struct sheet_of){ .sheet = sheet.id, .slot = at->slot }) == 0)
		screens_say(s,
			_("The data sheet of %s for %d asks for this figure: enter it here."),
			sheet.group, at->year);
	return sheet.id != 0;
}

void
figure_new(struct screens *s, const struct indicator *card)
{
	card_form_open(s, &new_form, 0, card->id, 0);
}

static void
ask_delete(struct screens *s, struct figure_acts *acts, const struct indicator *card,
	const struct own_figure *at)
{
	const struct unit_table *units;
	struct error err = { 0 };
	char text[400], value[64];

	if (app_may_write(app_of(s), &err) || !(units = app_units(app_of(s), &err)) ||
		own_figure_load(app_of(s)->db, at->indicator_id, at->year, at->slot, &acts->asked,
			&err)) {
		app_error(s, _("The figure stays"), &err);
		return;
	}
	if (!acts->asked.indicator_id) {
		screens_say(s, "%s", _("No figure that this office keyed stands here."));
		return;
	}
	own_figure_show(acts->asked.value, acts->asked.missing, value, sizeof value);
	snprintf(text, sizeof text, _("Delete the figure %s (%s, %s, %d)?"), value, card->code,
		unit_by_slot(units, at->slot)->label, at->year);
	dialog_ask(s, _("Delete the figure"), text, ANSWER_DELETE, 0);
}

static void
delete_asked(struct screens *s, struct figure_acts *acts)
{
	struct own_figure none = acts->asked;
	struct error err = { 0 };

	none.value = NAN;
	none.missing[0] = none.remark[0] = none.source[0] = '\0';
	if (app_may_write(app_of(s), &err) ||
		own_figure_save(app_of(s)->db, &none, &acts->asked, &err)) {
		app_error(s, _("The figure stays"), &err);
		return;
	}
	acts->former = acts->asked;
	app_changed(s);
	screens_say(s, "%s", _("The figure is deleted; Ctrl-U brings it back."));
}

static void
bring_back(struct screens *s, struct figure_acts *acts)
{
	const struct own_figure none = { .indicator_id = 0 };
	struct error err = { 0 };

	if (app_may_write(app_of(s), &err) ||
		own_figure_save(app_of(s)->db, &acts->former, &none, &err)) {
		app_error(s, _("The figure was not brought back"), &err);
		return;
	}
	acts->former.indicator_id = 0;
	app_changed(s);
	screens_say(s, "%s", _("The figure is back."));
}

int
figure_act(struct screens *s, struct figure_acts *acts, const struct indicator *card, int year,
	int slot, int action)
{
	const struct own_figure at = { .indicator_id = card->id, .year = year, .slot = slot };

	if (!figure_able(acts, card, action))
		return SCREEN_PASS;
	switch (action) {
	case ACTION_FIGURE_NEW:
		figure_new(s, card);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		if (slot != NO_SLOT && !in_sheet(s, &at))
			card_form_open(s, &change_form, id_of(&at), 0, 0);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (slot != NO_SLOT && !in_sheet(s, &at))
			ask_delete(s, acts, card, &at);
		return SCREEN_HANDLED;
	case ANSWER_DELETE:
		delete_asked(s, acts);
		return SCREEN_HANDLED;
	case ACTION_UNDO:
		bring_back(s, acts);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

bool
figure_able(const struct figure_acts *acts, const struct indicator *card, int action)
{
	bool own = card->code && card->kind == INDICATOR_OWN;

	if (action == ACTION_UNDO)
		return own && acts->former.indicator_id;
	return own || (action != ACTION_FIGURE_NEW && action != ACTION_EDIT &&
			      action != ACTION_DELETE && action != ANSWER_DELETE);
}
