/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card's fields stand in the order of enum indicator_field, so that an error's field is the
 * form's field. */
#include "config.h"

#include "screens/indicators/indicator_form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/card_form.h"
#include "screens/indicators/indicator_fields.h"

#include <stdio.h>

static int
read_card(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct arena arena = { 0 };
	struct indicator card;
	int result = 0;

	if (of->id == 0) {
		indicator_values_new(values);
		return 0;
	}
	if (indicator_load_id(app->db, of->id, &arena, &card, err) ||
		indicator_values_read(values, &card, app->db, &arena, err)) {
		result = -1;
	} else {
		of->rev = card.rev;
		text_copy(of->uid, sizeof of->uid, card.uid);
	}
	arena_release(&arena);
	return result;
}

/* What no field holds stays as it is. */
static int
keep_rest(struct app *app, const struct indicator_values *v, struct indicator *card,
	struct arena *arena, struct error *err)
{
	struct indicator now;

	if (card->id == 0)
		return 0;
	if (indicator_load_id(app->db, card->id, arena, &now, err))
		return -1;
	card->in_catalogue = now.in_catalogue;
	if (card->frequency == v->frequency_code)
		card->frequency = now.frequency;
	return 0;
}

static int
save(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct indicator_values *v = values;
	struct indicator card = { .id = of->id, .rev = of->rev };
	struct arena arena = { 0 };
	int result = indicator_values_write(v, &card, err) ||
				     keep_rest(app, v, &card, &arena, err) ||
				     indicator_save(app->db, &card, err)
			     ? -1
			     : 0;

	arena_release(&arena);
	if (result < 0)
		return -1;
	of->id = card.id;
	app_remember(app, v->code, app->last_year);
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	const struct indicator_values *v = values;

	if (of->id)
		snprintf(dst, size, _("Card of %s"), v->code);
	else
		text_copy(dst, size, _("New indicator"));
}

static void
said(const void *values, char *dst, size_t size)
{
	snprintf(dst, size, _("The card %s is saved."),
		((const struct indicator_values *)values)->code);
}

static const struct card_form_kind kind = { .name = "indicator",
	.fields = indicator_form_fields,
	.names = indicator_field_names,
	.count = INDICATOR_FIELDS,
	.size = sizeof(struct indicator_values),
	.role = PERSON_CLERK,
	.read = read_card,
	.save = save,
	.title = title,
	.said = said };

void
indicator_form_open(struct screens *s, int64_t id)
{
	card_form_open(s, &kind, id, 0, 0);
}
