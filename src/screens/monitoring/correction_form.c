/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The correction of an approved figure: what it is now known to be, and why. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/monitoring/round_freeze.h"

#include <stdio.h>

#define AT(member) \
	.offset = offsetof(struct correction_values, member), \
	.size = sizeof((struct correction_values *)0)->member

struct correction_values {
	char value[48], reason[512];
	int64_t target; /* not in the form, as what follows */
	char name[256];
};

static const struct field fields[] = {
	{ .kind = FIELD_NUMBER,
		.label = N_("Value"),
		AT(value),
		.required = true,
		.width = 20,
		.help = N_("The figure as it is known now; the approved one stays beside it.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Reason"),
		AT(reason),
		.required = true,
		.help = N_("Why the approved figure was wrong, such as: corrected by the "
			   "source.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "value", "reason" };

static int
read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct correction_values *v = values;
	struct monitoring_round r;
	struct target t;

	if (round_load(app->db, of->parent, &r, err) || target_load(app->db, of->slot, &t, err))
		return -1;
	of->rev = r.rev;
	v->target = of->slot;
	text_copy(v->name, sizeof v->name, t.name);
	snprintf(of->uid, sizeof of->uid, "%.20sk%d", r.uid, of->slot);
	return 0;
}

static int
save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct correction_values *v = values;
	struct monitoring_round r;
	double value;

	if (round_load(app->db, of->parent, &r, err))
		return -1;
	r.rev = of->rev;
	if (number_parse(v->value, &value))
		return error_field(err, ERROR_INPUT, CORRECTION_FIELD_VALUE,
			_("“%s” is no number."), v->value);
	return round_correct(app->db, &r, v->target, value, v->reason, err);
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)of;
	snprintf(dst, size, _("Correction: %s"), ((const struct correction_values *)values)->name);
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
