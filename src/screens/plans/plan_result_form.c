/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was reached by a plan in a year. */
#include "config.h"

#include "screens/plans/plan_forms.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/plans/improvement_plan.h"

#include <stdio.h>

struct result_values {
	char text[PLAN_RESULT_SIZE];
};

static const struct field fields[] = {
	{ .kind = FIELD_LINES,
		.label = N_("What was reached"),
		.offset = offsetof(struct result_values, text),
		.size = sizeof((struct result_values *)0)->text,
		.required = true,
		.rows = 6,
		.help = N_("In a sentence or a few: what was reached in the year. The value of the "
			   "measure is added by itself.") },
};
static const char *const names[] = { "text" };

/* The year is the slot; its plan gives the rev. */
static int
read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct result_values *v = values;
	struct improvement_plan p;
	struct plan_result *list;
	struct arena arena = { 0 };
	int count = 0, failed;

	if (plan_load(app->db, of->parent, &p, err))
		return -1;
	of->id = 0;
	of->rev = p.rev;
	snprintf(of->uid, sizeof of->uid, "%.20sr%d", p.uid, of->slot);
	text_copy(of->owner, sizeof of->owner, p.owner);
	failed = plan_results(app->db, of->parent, &arena, &list, &count, err);
	for (int i = 0; i < count; i++)
		if (list[i].year == of->slot) {
			of->id = of->slot;
			text_copy(v->text, sizeof v->text, list[i].text);
		}
	arena_release(&arena);
	return failed;
}

static int
save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct result_values *v = values;
	const struct unit_table *units = app_units(app, err);

	return units ? plan_result_write(
			       app->db, units, of->parent, of->rev, of->slot, v->text, err)
		     : -1;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	snprintf(dst, size, _("Result of %d"), of->slot);
}

const struct card_form_kind plan_result_form = { .name = "plan_result",
	.fields = fields,
	.names = names,
	.count = sizeof fields / sizeof *fields,
	.size = sizeof(struct result_values),
	.role = PERSON_CLERK,
	.read = read,
	.save = save,
	.title = title,
	.saved = N_("The result is written.") };
