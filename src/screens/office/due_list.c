/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts whose last day has passed, then waves by the day until which personal data are kept:
 * what is due first. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/contact.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/groups/group_screens.h"
#include "screens/surveys/survey_screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct due {
	struct list_screen base;
	struct contact *contacts; /* the first rows */
	int contact_count;
	struct wave *rows;
	int due_count; /* of waves */
	char today[16];
	struct wave asked; /* as it was then */
	int64_t asked_contact;
};

enum { ANSWER_ERASE = ACTION_ANSWER_1, ANSWER_ERASE_CONTACT };

/* NULL where the row is a contact. */
static const struct wave *
wave_of(const struct due *v, int row)
{
	return row < v->contact_count ? NULL : &v->rows[row - v->contact_count];
}

static bool
is_due(const struct due *v, const struct wave *w)
{
	return !w->erased_at[0] && w->keep_until[0] && strcmp(w->keep_until, v->today) < 0;
}

static void
contact_cell(const struct contact *p, int column, struct list_cell *c)
{
	c->role = ROLE_WARN;
	if (column == 0)
		text_copy(c->text, sizeof c->text, p->name);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, _("contact"));
	else if (column == 3)
		format_date(c->text, sizeof c->text, p->keep_until);
	else if (column == 4)
		text_copy(c->text, sizeof c->text, _("due for erasure"));
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct due *v = data;
	const struct wave *w = wave_of(v, row);

	if (!w) {
		contact_cell(&v->contacts[row], column, c);
		return;
	}
	c->role = is_due(v, w) ? ROLE_WARN : w->erased_at[0] ? ROLE_HINT : ROLE_TEXT;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%.200s %d", w->survey_name, w->year);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, w->code);
		break;
	case 2:
		text_copy(c->text, sizeof c->text,
			w->anonymity == WAVE_ANONYMOUS      ? _("anonymous")
			: w->anonymity == WAVE_CONFIDENTIAL ? _("confidential")
							    : _("named"));
		break;
	case 3:
		format_date(c->text, sizeof c->text, w->keep_until);
		break;
	default:
		text_copy(c->text, sizeof c->text, survey_wave_state(w));
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct due *v = self;
	const struct wave *w = wave_of(v, row);

	if (w)
		text_copy(dst, size, w->code);
	else
		snprintf(dst, size, "c%lld", (long long)v->contacts[row].id);
}

static const struct list_column columns[] = {
	{ N_("Wave, contact"), 0, false },
	{ N_("Code"), 18, false },
	{ N_("Survey is"), 12, false },
	{ N_("Kept until"), 12, false },
	{ N_("State"), 12, false },
};

/* Erased ones last, those without a day before them. */
static const char *
place(const struct wave *w)
{
	return w->erased_at[0] ? "z" : w->keep_until[0] ? w->keep_until : "y";
}

static int
by_day(const void *a, const void *b)
{
	int order = strcmp(place(a), place(b));

	return order ? order
		     : strcmp(((const struct wave *)a)->code, ((const struct wave *)b)->code);
}

static int
load(void *self, struct error *err)
{
	struct due *v = self;
	int waves;

	v->due_count = 0;
	date_iso(v->today, sizeof v->today, clock_today());
	if (contact_due(v->base.app->db, v->today, &v->base.arena, &v->contacts, &v->contact_count,
		    err) ||
		wave_list(v->base.app->db, 0, &v->base.arena, &v->rows, &waves, err))
		return -1;
	if (waves)
		qsort(v->rows, (size_t)waves, sizeof *v->rows, by_day);
	for (int i = 0; i < waves; i++)
		v->due_count += is_due(v, &v->rows[i]);
	v->base.count = v->contact_count + waves;
	return 0;
}

static void
above(void *self, struct canvas *c)
{
	const struct due *v = self;

	if (v->contact_count)
		canvas_printf(c, 0, 0, -1, ROLE_WARN,
			P_("%d contact is due: F8 erases it. Waves that are due: %d.",
				"%d contacts are due: F8 erases one. Waves that are due: %d.",
				(unsigned long)v->contact_count),
			v->contact_count, v->due_count);
	else if (v->due_count)
		canvas_printf(c, 0, 0, -1, ROLE_WARN,
			P_("%d wave is due: F8 erases who keyed, notes and open answers.",
				"%d waves are due: F8 erases who keyed, notes and open answers.",
				(unsigned long)v->due_count),
			v->due_count);
	else
		canvas_text(c, 0, 0, -1, ROLE_HINT, _("Nothing is due for erasure today."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	(void)event;
	if (action == ANSWER_ERASE)
		survey_erase(s, &((struct due *)self)->asked);
	else if (action == ANSWER_ERASE_CONTACT)
		contact_erase_now(s, ((struct due *)self)->asked_contact);
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

static int
act_contact(struct screens *s, struct due *v, const struct contact *p, int action)
{
	if (action == ACTION_OPEN) {
		screens_push(s, &contact_card_screen, &p->id);
		return SCREEN_HANDLED;
	}
	if (action != ACTION_ERASE)
		return SCREEN_PASS;
	v->asked_contact = p->id;
	contact_ask_erase(s, p->name, ANSWER_ERASE_CONTACT);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct due *v = self;
	const struct wave *w = wave_of(v, row);

	if (!w)
		return act_contact(s, v, &v->contacts[row], action);
	switch (action) {
	case ACTION_OPEN:
		screens_push(s, &wave_card_screen, &w->id);
		return SCREEN_HANDLED;
	case ACTION_ERASE:
		v->asked = *w;
		if (is_due(v, w))
			survey_ask_erase(s, w, ANSWER_ERASE);
		else
			screens_say(s, "%s", _("This wave is not due; its card holds the day."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const int row_ids[] = { ACTION_ERASE, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No wave yet and no contact is due: there is nothing to erase."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.file = N_("retention"),
	.file_title = N_("Personal data and days of erasure"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_ERASE,
	0 };

const struct screen due_list_screen = { .name = "due_list",
	.title = N_("Personal data and days of erasure"),
	.size = sizeof(struct due),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
