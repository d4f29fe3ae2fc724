/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen of numbers, drawn: counts of the batch, the number, what waits, the sitting. */
#include "config.h"

#include "base/i18n.h"
#include "screens/keying/keying_number.h"

#include <stdlib.h>
#include <string.h>

enum { LINE = 2, FIELD = 26 };

int64_t
keying_number_wanted(const struct number *n)
{
	bool offers = n->session.wave.auto_number || n->task.kind == READING_SECOND;

	if (n->typed[0])
		return strtoll(n->typed, NULL, 10);
	return n->begun ? n->begun : offers ? n->offered : 0;
}

static void
draw_counts(const struct number *n, struct canvas *c, int row)
{
	const struct batch *b = &n->session.batch;

	canvas_printf(c, row, LINE, -1, ROLE_TEXT,
		_("waiting %d · in keying %d · keyed %d · empty %d · spoilt %d · missing %d"),
		b->waiting, b->keying, b->keyed, b->empty_forms, b->spoilt_forms, b->missing);
	if (n->task.kind == READING_SECOND)
		canvas_printf(c, row + 1, LINE, -1, ROLE_TEXT,
			_("keyed twice %d of %d · with differences to be settled %d"),
			b->second_done + b->differing, b->second_chosen, b->differing);
}

static void
draw_own(const struct number *n, struct canvas *c, int row)
{
	if (n->begun)
		canvas_printf(c, row++, LINE, -1, ROLE_OWN,
			_("Form %lld is begun: Enter goes on where it was left."),
			(long long)n->begun);
	if (n->mended)
		canvas_printf(c, row, LINE, -1, ROLE_OWN,
			_("The correction of form %lld waits: F4 goes on with it."),
			(long long)n->mended);
}

static void
draw_offer(const struct number *n, struct canvas *c, int row, int column, bool enter)
{
	if (n->offered)
		canvas_printf(c, row, column, -1, ROLE_HINT,
			enter ? _("Enter opens %lld, the next one that waits")
			      : _("+ opens %lld, the next one that waits"),
			(long long)n->offered);
	else if (!n->begun)
		canvas_text(c, row, column, -1, ROLE_HINT, _("no form waits any more"));
}

static void
draw_sitting(const struct number *n, struct canvas *c, int row)
{
	const struct sitting *t = &n->session.sitting;

	if (!t->id)
		return;
	canvas_printf(c, row, LINE, -1, ROLE_HINT, _("Sitting: forms %d · answers %d · keys %d"),
		t->forms, t->fields, t->keys);
	canvas_printf(c, row + 1, LINE, -1, ROLE_HINT, _("Keys refused %d · answers changed %d"),
		t->rejected, t->corrections);
}

void
keying_number_draw(void *self, struct canvas *c)
{
	struct number *n = self;
	const struct batch *b = &n->session.batch;
	bool offers = n->session.wave.auto_number || n->task.kind == READING_SECOND;

	canvas_printf(c, 1, LINE, -1, ROLE_TITLE, _("%s, batch %d: numbers %lld to %lld"),
		n->session.wave.survey_name, b->number, (long long)b->first_number,
		(long long)b->last_number);
	draw_counts(n, c, 2);
	canvas_text(c, 5, LINE, FIELD - LINE - 1, ROLE_LABEL, _("Number of the form:"));
	canvas_fill(c, 5, FIELD, 1, NUMBER_DIGITS + 1, ROLE_FOCUS, " ");
	if (n->typed[0])
		canvas_text(c, 5, FIELD, NUMBER_DIGITS + 1, ROLE_FOCUS, n->typed);
	else if (keying_number_wanted(n))
		canvas_printf(c, 5, FIELD, NUMBER_DIGITS + 1, ROLE_HINT, "%lld",
			(long long)keying_number_wanted(n));
	canvas_cursor(c, 5, FIELD + (int)strlen(n->typed));
	draw_offer(n, c, 5, FIELD + NUMBER_DIGITS + 3, offers && !n->begun);
	draw_own(n, c, 6);
	draw_sitting(n, c, 8);
}
