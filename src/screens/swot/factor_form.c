/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One factor of a SWOT analysis. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/plans/plan_forms.h"
#include "screens/swot/swot_screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member

struct factor_values {
	int kind;
	char text[1024], area[128], weight[16], rating[16], axis[16];
	int kind_was, pairs; /* not in the form */
};

static const char *const kinds[] = { N_("strength"), N_("weakness"), N_("opportunity"),
	N_("threat"), NULL };

static const struct field fields[] = {
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		AT(struct factor_values, kind),
		.choices = kinds,
		.width = 16,
		.help = N_("Strengths and weaknesses lie within the unit, opportunities and "
			   "threats outside.") },
	{ .kind = FIELD_LINES,
		.label = N_("Factor"),
		AT(struct factor_values, text),
		.required = true,
		.rows = 2,
		.help = N_("In a few words: what helps or hinders.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Area"),
		AT(struct factor_values, area),
		.width = 30,
		.help = N_("Code or name of the area of development; may stay empty.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Weight"),
		AT(struct factor_values, weight),
		.max = 1,
		.width = 8,
		.help = N_("0 to 1; weights of one kind sum to 1. w in the list makes them so.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Rating"),
		AT(struct factor_values, rating),
		.min = 1,
		.max = 5,
		.width = 8,
		.help = N_("1 to 5; a ballot writes the mean of the team here.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("On the axis"),
		AT(struct factor_values, axis),
		.min = -5,
		.max = 5,
		.width = 8,
		.help = N_("From −5, hinders development most, to 5, helps most.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "kind", "text", "area", "weight", "rating", "axis" };

int64_t
factor_form_parent(int64_t swot, enum factor_kind kind)
{
	return (int64_t)kind << 32 | swot;
}

static int64_t
swot_of(const struct card_form_of *of)
{
	return of->parent & 0xffffffff;
}

static void
show(const struct swot_factor *f, struct factor_values *v)
{
	v->kind = v->kind_was = (int)f->kind;
	text_copy(v->text, sizeof v->text, f->text);
	text_copy(v->area, sizeof v->area, f->area);
	plan_number_text(v->weight, sizeof v->weight, f->weight);
	plan_number_text(v->rating, sizeof v->rating, f->rating);
	plan_number_text(v->axis, sizeof v->axis, f->axis);
}

static int
form_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct factor_values *v = values;
	struct swot_factor *list;
	struct arena arena = { 0 };
	int count = 0, failed;
	struct swot w;

	if (swot_load(app->db, swot_of(of), &w, err))
		return -1;
	of->rev = w.rev;
	text_copy(of->uid, sizeof of->uid, w.uid);
	v->kind = (int)(of->parent >> 32);
	failed = swot_factors(app->db, w.id, &arena, &list, &count, err);
	for (int i = 0; i < count; i++)
		if (list[i].id == of->id)
			show(&list[i], v);
	arena_release(&arena);
	return failed || (of->id && swot_factor_pairs(app->db, of->id, &v->pairs, err)) ? -1 : 0;
}

/* What was not touched keeps all its places: 3/7 is shown as 0,428571. */
static double
number_of(const char *typed, double was)
{
	char shown[16];

	plan_number_text(shown, sizeof shown, was);
	return strcmp(shown, typed) == 0 ? was : plan_number_read(typed);
}

static int
load_former(struct app *app, const struct card_form_of *of, struct swot_factor *was,
	struct error *err)
{
	struct swot_factor *list;
	struct arena arena = { 0 };
	int count = 0, failed = swot_factors(app->db, swot_of(of), &arena, &list, &count, err);

	*was = (struct swot_factor){ .weight = NAN, .rating = NAN, .axis = NAN };
	for (int i = 0; i < count; i++)
		if (of->id && list[i].id == of->id)
			*was = list[i];
	arena_release(&arena);
	return failed;
}

static int
form_save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct factor_values *v = values;
	struct swot_factor was;
	struct swot_factor f = {
		.id = of->id, .kind = (enum factor_kind)v->kind, .spread = NAN
	};
	int64_t rev = f.id ? of->rev : 0; /* a new one stands beside whatever there is now */

	if (load_former(app, of, &was, err))
		return -1;
	f.weight = number_of(v->weight, was.weight);
	f.rating = number_of(v->rating, was.rating);
	f.axis = number_of(v->axis, was.axis);
	text_copy(f.text, sizeof f.text, v->text);
	for (char *p = f.text; *p; p++)
		if (*p == '\n')
			*p = ' ';
	text_copy(f.area, sizeof f.area, v->area);
	if (swot_factor_save(app->db, swot_of(of), &rev, &f, err))
		return -1;
	of->id = f.id;
	return 0;
}

static void
form_doubt(
	struct app *app, const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct factor_values *v = values;

	(void)app;
	if (of->id && v->kind != v->kind_was && v->pairs)
		snprintf(dst, size,
			P_("%d pair of the factor was keyed for its old kind and goes with it. "
			   "Change the kind all the same?",
				"%d pairs of the factor were keyed for its old kind and go with "
				"it. Change the kind all the same?",
				(unsigned long)v->pairs),
			v->pairs);
}

static void
form_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	text_copy(dst, size, of->id ? _("Factor") : _("New factor"));
}

static int
form_gone(struct app *app, struct card_form_of *of, const void *base, struct deletion *out,
	struct error *err)
{
	(void)base;
	return deletion_of(app->db, DELETION_FACTOR, of->id, out, err);
}

static int
form_back(struct app *app, struct card_form_of *of, const void *values,
	const struct deletion *d, struct error *err)
{
	(void)of;
	(void)values;
	return deleted_line_restore(app->db, d->line, "", err);
}

const struct card_form_kind factor_form = { .name = "swot_factor",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct factor_values),
	.role = PERSON_CLERK,
	.read = form_read,
	.save = form_save,
	.gone = form_gone,
	.back = form_back,
	.title = form_title,
	.doubt = form_doubt,
	.saved = N_("The factor is saved.") };
