/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waves by the day until which personal data are kept: what is due first. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/surveys/survey_screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct due {
	struct list_screen base;
	struct wave *rows;
	int due_count;
	char today[16];
	struct wave asked; /* as it was then */
};

enum { ANSWER_ERASE = ACTION_ANSWER_1 };

static bool
is_due(const struct due *v, const struct wave *w)
{
	return !w->erased_at[0] && w->keep_until[0] && strcmp(w->keep_until, v->today) < 0;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct due *v = data;
	const struct wave *w = &v->rows[row];

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
	text_copy(dst, size, ((const struct due *)self)->rows[row].code);
}

static const struct list_column columns[] = {
	{ N_("Wave"), 0, false },
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

	v->due_count = 0;
	date_iso(v->today, sizeof v->today, clock_today());
	if (wave_list(v->base.app->db, 0, &v->base.arena, &v->rows, &v->base.count, err))
		return -1;
	if (v->base.count)
		qsort(v->rows, (size_t)v->base.count, sizeof *v->rows, by_day);
	for (int i = 0; i < v->base.count; i++)
		v->due_count += is_due(v, &v->rows[i]);
	return 0;
}

static void
above(void *self, struct canvas *c)
{
	const struct due *v = self;

	if (v->due_count)
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
	if (action != ANSWER_ERASE)
		return SCREEN_PASS;
	survey_erase(s, &((struct due *)self)->asked);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct due *v = self;

	switch (action) {
	case ACTION_OPEN:
		screens_push(s, &wave_card_screen, &v->rows[row].id);
		return SCREEN_HANDLED;
	case ACTION_ERASE:
		v->asked = v->rows[row];
		if (is_due(v, &v->rows[row]))
			survey_ask_erase(s, &v->rows[row], ANSWER_ERASE);
		else
			screens_say(s, "%s", _("This wave is not due; its card holds the day."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No wave yet, so there are no personal data of surveys."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
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
