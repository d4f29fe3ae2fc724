/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a key problem, a priority or a driver of development. */
#include "config.h"

#include "screens/diagnosis/diagnosis_screens.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/diagnosis/problem.h"
#include "screens/frame/lookup.h"

#include <stdio.h>

struct values {
	int kind;
	char unit[160], unit_key[UNIT_CODE_SIZE];
	char year[8];
	char text[1024], area[128], position[8], note[1024];
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member
#define KEY(member)                                    \
	.key_offset = offsetof(struct values, member), \
	.key_size = sizeof((struct values *)0)->member

static const char *const kind_words[] = { N_("key problem"), N_("priority"),
	N_("driver of development"), NULL };

static const struct field fields[] = {
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		AT(kind),
		.choices = kind_words,
		.width = 24,
		.help = N_("A problem to solve, a priority that follows from problems, or what "
			   "drives development.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Whose"),
		AT(unit),
		KEY(unit_key),
		.required = true,
		.width = 50,
		.suggest = lookup_suggest_unit,
		.none = N_("No unit has such a name or code."),
		.help = N_("The unit that it concerns.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Year"),
		AT(year),
		.required = true,
		.width = 6,
		.whole = true,
		.min = 1900,
		.max = 2199,
		.help = N_("Of the diagnosis or workshop.") },
	{ .kind = FIELD_LINES,
		.label = N_("In a sentence"),
		AT(text),
		.required = true,
		.rows = 3,
		.help = N_("What is wrong, what comes first, or what drives development.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Area"),
		AT(area),
		.width = 40,
		.help = N_("Of development: education, transport …; may stay empty.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Place"),
		AT(position),
		.width = 6,
		.whole = true,
		.min = 0,
		.max = 999,
		.help = N_("1 is the most important; a ballot that closes writes it too.") },
	{ .kind = FIELD_LINES,
		.label = N_("Note"),
		AT(note),
		.rows = 2,
		.help = N_("Causes, effects, whom it touches.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "kind", "unit", "year", "text", "area", "position",
	"note" };

static int
read_new(struct app *app, const struct card_form_of *of, struct values *v, struct error *err)
{
	const struct unit *own = NULL;
	int slot = of->slot;

	if (slot == NO_SLOT) {
		own = app_unit(app, err);
		slot = own ? own->slot : NO_SLOT;
	}
	v->kind = (int)of->parent;
	card_form_number(
		v->year, sizeof v->year, app->last_year ? app->last_year : clock_today().year - 1);
	return lookup_unit_put(
		app, slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err);
}

static int
read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct problem p;

	if (of->id == 0)
		return read_new(app, of, v, err);
	if (problem_load(app->db, of->id, &p, err) ||
		lookup_unit_put(
			app, p.slot, v->unit, sizeof v->unit, v->unit_key, sizeof v->unit_key, err))
		return -1;
	of->rev = p.rev;
	text_copy(of->uid, sizeof of->uid, p.uid);
	v->kind = (int)p.kind;
	card_form_number(v->year, sizeof v->year, p.year);
	card_form_number(v->position, sizeof v->position, p.position);
	text_copy(v->text, sizeof v->text, p.text);
	text_copy(v->area, sizeof v->area, p.area);
	text_copy(v->note, sizeof v->note, p.note);
	return 0;
}

static int
save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	struct problem p = { .id = of->id,
		.rev = of->rev,
		.kind = (enum problem_kind)v->kind,
		.year = (int)card_form_whole(v->year),
		.position = (int)card_form_whole(v->position) };

	if (lookup_unit_take(app, v->unit, v->unit_key, PROBLEM_FIELD_UNIT, &p.slot, err))
		return -1;
	text_copy(p.text, sizeof p.text, v->text);
	text_copy(p.area, sizeof p.area, v->area);
	text_copy(p.note, sizeof p.note, v->note);
	if (problem_save(app->db, &p, err))
		return -1;
	of->id = p.id;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct values *v = values;

	if (of->id)
		snprintf(dst, size, "%s %lld", problem_kind_label((enum problem_kind)v->kind),
			(long long)of->id);
	else
		text_copy(dst, size, _("New problem, priority or driver"));
}

static int
gone(struct app *app, struct card_form_of *of, const void *base, struct deletion *out,
	struct error *err)
{
	(void)base;
	return deletion_of(app->db, DELETION_PROBLEM, of->id, out, err);
}

static int
back(struct app *app, struct card_form_of *of, const void *values, const struct deletion *d,
	struct error *err)
{
	(void)values;
	(void)d;
	return problem_restore(app->db, of->id, err);
}

const struct card_form_kind problem_form = { .name = "problem",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read,
	.save = save,
	.gone = gone,
	.back = back,
	.title = title,
	.saved = N_("The entry is saved.") };
