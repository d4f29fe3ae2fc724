/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The correction of an approved figure: what it is now known to be, and why. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/monitoring/round_freeze.h"

#include <stdio.h>

#define AT(member)                                            \
	.offset = offsetof(struct correction_values, member), \
	.size = sizeof((struct correction_values *)0)->member

struct correction_values {
	char standing[160], value[48], reason[512];
	int64_t target; /* not in the form, as what follows */
	char name[256];
	int year;
};

static const struct field fields[] = {
	{ .kind = FIELD_LINES,
		.label = N_("Approved value"),
		AT(standing),
		.fixed = true,
		.rows = 2 },
	{ .kind = FIELD_TEXT,
		.label = N_("Value"),
		AT(value),
		.required = true,
		.width = 20,
		.help = N_("The figure as it is known now, or bd: there is none. The approved one "
			   "stays.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Reason"),
		AT(reason),
		.required = true,
		.help = N_("Why the approved figure was wrong, such as: corrected by the "
			   "source.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "approved", "value", "reason" };

/* The form's rev says which correction of the indicator is the newest; it is never 0. */
static int64_t
rev_of(const struct round_correction *newest)
{
	return newest->position + 1;
}

/* When it is read again, a newer correction is a colleague's, who was faster. */
static int
read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct correction_values *v = values;
	struct round_standing standing;
	struct round_correction newest;
	struct arena arena = { 0 };
	struct monitoring_round r;

	if (round_load(app->db, of->parent, &r, err) ||
		round_standing_load(app->db, &r, of->slot, &standing, err) ||
		round_correction_newest(app->db, r.id, of->slot, &arena, &newest, err))
		return -1;
	text_copy(v->name, sizeof v->name, standing.name);
	v->year = r.year;
	text_copy(v->standing, sizeof v->standing, round_standing_text(&standing, r.year, &arena));
	v->target = of->slot;
	snprintf(of->uid, sizeof of->uid, "%.20sk%d", r.uid, of->slot);
	if (of->rev && of->rev != rev_of(&newest)) {
		text_copy(v->value, sizeof v->value, round_correction_text(&newest, -1, &arena));
		text_copy(v->reason, sizeof v->reason, newest.reason);
	}
	of->rev = rev_of(&newest);
	arena_release(&arena);
	return 0;
}

/* The newest correction is still the one that was seen. */
static int
check_newest(struct app *app, const struct card_form_of *of, struct error *err)
{
	struct arena arena = { 0 };
	struct round_correction newest;
	int failed = round_correction_newest(app->db, of->parent, of->slot, &arena, &newest, err);

	arena_release(&arena);
	if (failed || of->rev == rev_of(&newest))
		return failed;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has corrected this figure meanwhile. Nothing was saved; look at the "
		  "new state first."));
}

static int
save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct correction_values *v = values;
	struct monitoring_round r;
	unsigned char flag;
	double value;

	/* Under the rev of the round as it was looked at: nothing comes in between. */
	if (round_load(app->db, of->parent, &r, err) || check_newest(app, of, err))
		return -1;
	if (number_doubt(v->value, err) || target_reading_parse(v->value, &value, &flag, err)) {
		err->field = CORRECTION_FIELD_VALUE;
		return -1;
	}
	return round_correct(app->db, &r, v->target, value, flag, v->reason, err);
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct correction_values *v = values;

	(void)of;
	snprintf(dst, size, _("Correction, %d: %s"), v->year, v->name);
}

const struct card_form_kind correction_form = { .name = "round_correction",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct correction_values),
	.role = PERSON_CLERK,
	.read = read,
	.save = save,
	.title = title,
	.saved = N_("The correction stands beside the approved figure.") };
