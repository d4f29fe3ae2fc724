/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a ballot on what there is to vote on, and changing one that is open. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/swot/swot_screens.h"

#include <stdio.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member

struct ballot_values {
	char title[256];
	int method;
	char points[8], lowest[8], highest[8], cards[8];
};

static const char *const methods[] = { N_("points to distribute"), N_("a score for each"),
	N_("a place on the axis"), NULL };
static const char *const kinds[] = { "problem", "priority", "driver" };

#define TITLE_FIELD                                                                        \
	{                                                                                  \
		.kind = FIELD_TEXT, .label = N_("Title"), AT(struct ballot_values, title), \
		.required = true, .width = 54, .help = N_("It stands on the cards.")       \
	}
#define CARDS_FIELD                                                                                \
	{                                                                                          \
		.kind = FIELD_NUMBER, .label = N_("Paper cards"), AT(struct ballot_values, cards), \
		.width = 6, .whole = true, .max = BALLOT_OWN_FIRST - 1,                            \
		.help = N_("How many are handed out; empty when everybody votes at their own "     \
			   "login.")                                                               \
	}

static const struct field open_fields[] = {
	TITLE_FIELD,
	{ .kind = FIELD_CHOICE,
		.label = N_("Method"),
		AT(struct ballot_values, method),
		.choices = methods,
		.width = 24,
		.help = N_("Points: what matters most; scores: each by itself; the axis: factors "
			   "from −5 to 5.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Points"),
		AT(struct ballot_values, points),
		.width = 6,
		.whole = true,
		.min = 1,
		.max = 1000,
		.help = N_("How many a person distributes; for points only.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Lowest score"),
		AT(struct ballot_values, lowest),
		.width = 6,
		.whole = true,
		.max = 100,
		.help = N_("For scores only; factors and statements: 1.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Highest score"),
		AT(struct ballot_values, highest),
		.width = 6,
		.whole = true,
		.max = 100,
		.help = N_("For scores only; factors and statements: 5.") },
	CARDS_FIELD,
};
enum { OPEN_FIELDS = sizeof open_fields / sizeof *open_fields };
static const char *const open_names[OPEN_FIELDS] = { "title", "method", "points", "lowest",
	"highest", "cards" };

/* ---- a new one: its parent says what it is about ---- */

static enum ballot_about
about_of(const struct card_form_of *of)
{
	return (enum ballot_about)(of->parent >> 40);
}

static int
find_about(struct app *app, const struct card_form_of *of, struct ballot *b, struct error *err)
{
	int64_t id = of->parent & 0xffffffffff;
	struct swot swot;

	*b = (struct ballot){ .slot = (int)id };
	switch (about_of(of)) {
	case ABOUT_FACTORS:
		if (swot_load(app->db, id, &swot, err))
			return -1;
		b->subject = BALLOT_FACTORS;
		b->swot = id;
		b->slot = swot.slot;
		return 0;
	case ABOUT_STATEMENTS:
		b->subject = BALLOT_STATEMENTS;
		return ballot_of_evaluation(app->db, id, b, err);
	default:
		b->subject = BALLOT_PROBLEMS;
		return 0;
	}
}

static int
open_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	static const char *const titles[ABOUTS] = { N_("Key problems"), N_("Priorities"),
		N_("Drivers of development"), N_("Factors of the SWOT"),
		N_("Self-assessment of the monitoring") };
	struct ballot_values *v = values;
	struct ballot b;

	if (find_about(app, of, &b, err))
		return -1;
	snprintf(v->title, sizeof v->title, "%s %d", _(titles[about_of(of)]), clock_today().year);
	v->method = b.subject == BALLOT_PROBLEMS ? BALLOT_POINTS : BALLOT_SCORES;
	card_form_number(v->points, sizeof v->points, 10);
	card_form_number(v->lowest, sizeof v->lowest, 1);
	card_form_number(v->highest, sizeof v->highest, 5);
	return 0;
}

static int
open_save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct ballot_values *v = values;
	enum ballot_about about = about_of(of);
	struct arena arena = { 0 };
	struct ballot_item *items;
	struct ballot b;
	int count, failed;

	if (find_about(app, of, &b, err))
		return -1;
	text_copy(b.title, sizeof b.title, v->title);
	b.method = (enum ballot_method)v->method;
	b.points = (int)card_form_whole(v->points);
	b.lowest = (int)card_form_whole(v->lowest);
	b.highest = (int)card_form_whole(v->highest);
	b.cards = (int)card_form_whole(v->cards);
	failed = ballot_gather(app->db, &b, about <= ABOUT_DRIVERS ? kinds[about] : "", 0, &arena,
			 &items, &count, err) ||
		 ballot_open(app->db, &b, items, count, err);
	arena_release(&arena);
	/* The form begins behind the unit, subject and SWOT, which it does not ask. */
	if (failed && err->field)
		err->field = err->field == BALLOT_FIELD_TITLE  ? 1
			     : err->field > BALLOT_FIELD_TITLE ? err->field - BALLOT_FIELD_TITLE + 1
							       : 0;
	of->id = failed ? of->id : b.id;
	return failed ? -1 : 0;
}

static void
open_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)of;
	(void)values;
	text_copy(dst, size, _("New ballot"));
}

static const struct card_form_kind open_form = { .name = "ballot_open",
	.fields = open_fields,
	.names = open_names,
	.count = OPEN_FIELDS,
	.size = sizeof(struct ballot_values),
	.role = PERSON_CLERK,
	.read = open_read,
	.save = open_save,
	.title = open_title,
	.saved = N_("The ballot is open: D prints the cards, Enter keys them.") };

void
ballot_form_open(struct screens *s, enum ballot_about about, int64_t of, int action)
{
	card_form_open(s, &open_form, 0, (int64_t)about << 40 | of, action);
}

/* ---- one that is open ---- */

static const struct field fields[] = { TITLE_FIELD, CARDS_FIELD };
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "title", "cards" };

static int
form_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct ballot_values *v = values;
	struct ballot b;

	if (ballot_load(app->db, of->id, &b, err))
		return -1;
	of->rev = b.rev;
	text_copy(of->uid, sizeof of->uid, b.uid);
	text_copy(v->title, sizeof v->title, b.title);
	card_form_number(v->cards, sizeof v->cards, b.cards);
	return 0;
}

static int
form_save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct ballot_values *v = values;
	struct ballot b;

	if (ballot_load(app->db, of->id, &b, err))
		return -1;
	b.rev = of->rev;
	text_copy(b.title, sizeof b.title, v->title);
	b.cards = (int)card_form_whole(v->cards);
	if (ballot_save(app->db, &b, err) == 0)
		return 0;
	if (err->field)
		err->field = err->field == BALLOT_FIELD_TITLE   ? 1
			     : err->field == BALLOT_FIELD_CARDS ? 2
								: 0;
	return -1;
}

static void
form_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	snprintf(dst, size, _("Ballot %lld"), (long long)of->id);
}

const struct card_form_kind ballot_form = { .name = "ballot",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct ballot_values),
	.role = PERSON_CLERK,
	.read = form_read,
	.save = form_save,
	.title = form_title,
	.saved = N_("The ballot is changed.") };
