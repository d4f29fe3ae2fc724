/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of a SWOT analysis. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/lookup.h"
#include "screens/swot/swot_screens.h"

#include <stdio.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member
#define KEY(type, member) \
	.key_offset = offsetof(type, member), .key_size = sizeof((type *)0)->member

struct swot_values {
	char unit[160], unit_key[UNIT_CODE_SIZE], code[33], title[256], year[8];
	int halves;
	char note[1024];
	int made_up; /* not in the form */
};

static const char *const scales[] = { N_("0, 1, 2"), N_("0 to 2 by 0,5"), NULL };

static const struct field fields[] = {
	{ .kind = FIELD_LOOKUP,
		.label = N_("Whose"),
		AT(struct swot_values, unit),
		KEY(struct swot_values, unit_key),
		.required = true,
		.width = 50,
		.suggest = lookup_suggest_unit,
		.none = N_("No unit has such a name or code."),
		.help = N_("The unit whose situation it describes.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Title"),
		AT(struct swot_values, title),
		.required = true,
		.width = 54,
		.help = N_("What it is called in lists and on paper.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Code"),
		AT(struct swot_values, code),
		.width = 20,
		.check = card_form_code,
		.help = N_("What commands call it; empty: SWOT and the year.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Year"),
		AT(struct swot_values, year),
		.required = true,
		.whole = true,
		.min = 1900,
		.max = 2199,
		.width = 6,
		.help = N_("The year in which the team worked on it.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("Scale of pairs"),
		AT(struct swot_values, halves),
		.choices = scales,
		.width = 16,
		.help = N_("How strongly factors act on each other: whole numbers or halves.") },
	{ .kind = FIELD_LINES,
		.label = N_("Note"),
		AT(struct swot_values, note),
		.rows = 3,
		.help = N_("Who worked on it, when, by which sources.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "unit", "title", "code", "year", "halves", "note" };

static int
read_new(struct app *app, int slot, struct swot_values *v, struct error *err)
{
	const struct unit *own = slot == NO_SLOT ? app_unit(app, err) : NULL;

	if (own)
		slot = own->slot;
	card_form_number(v->year, sizeof v->year, clock_today().year);
	return lookup_unit_put(
		app, slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

static int
form_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct swot_values *v = values;
	struct swot w;

	if (of->id == 0)
		return read_new(app, of->slot, v, err);
	if (swot_load(app->db, of->id, &w, err) ||
		lookup_unit_put(
			app, w.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err))
		return -1;
	of->rev = w.rev;
	text_copy(of->uid, sizeof of->uid, w.uid);
	text_copy(v->code, sizeof v->code, w.code);
	text_copy(v->title, sizeof v->title, w.title);
	card_form_number(v->year, sizeof v->year, w.year);
	v->halves = w.halves;
	text_copy(v->note, sizeof v->note, w.note);
	v->made_up = w.made_up;
	return 0;
}

static int
form_save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct swot_values *v = values;
	struct swot w = { .id = of->id,
		.rev = of->rev,
		.year = (int)card_form_whole(v->year),
		.halves = v->halves != 0,
		.made_up = v->made_up != 0 };

	if (lookup_unit_take(app, v->unit, v->unit_key, SWOT_FIELD_UNIT, &w.slot, err))
		return -1;
	text_copy(w.code, sizeof w.code, v->code);
	text_copy(w.title, sizeof w.title, v->title);
	text_copy(w.note, sizeof w.note, v->note);
	if (swot_save(app->db, &w, err))
		return -1;
	of->id = w.id;
	return 0;
}

static void
form_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct swot_values *v = values;

	text_copy(dst, size, of->id ? v->code : _("New SWOT analysis"));
}

const struct card_form_kind swot_form = { .name = "swot",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct swot_values),
	.role = PERSON_CLERK,
	.read = form_read,
	.save = form_save,
	.title = form_title,
	.saved = N_("The SWOT analysis is saved.") };
