/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a team voted: ranks, means, spread. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/swot/ballot_result.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/swot/swot_screens.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct result_view {
	struct list_screen base;
	int64_t id;
	struct ballot_result r;
};

static int
by_rank(const void *a, const void *b)
{
	const struct ballot_line *x = a, *y = b;
	int left = x->rank ? x->rank : 1 << 20, right = y->rank ? y->rank : 1 << 20;

	return left != right ? (left > right) - (left < right)
			     : x->item.position - y->item.position;
}

static int
load(void *self, struct error *err)
{
	struct result_view *v = self;

	if (ballot_result_load(v->base.app->db, v->id, &v->base.arena, &v->r, err))
		return -1;
	v->base.count = v->r.shown ? v->r.count : 0;
	if (v->base.count)
		qsort(v->r.lines, (size_t)v->r.count, sizeof *v->r.lines, by_rank);
	return 0;
}

static void
number(struct list_cell *c, double value, int decimals)
{
	if (!isnan(value))
		number_format(c->text, sizeof c->text, value, decimals);
}

static void
span(struct list_cell *c, const struct ballot_line *l)
{
	char low[16], high[16];

	snprintf(c->text, sizeof c->text, l->low < 0 ? "%s…%s" : "%s–%s",
		number_format(low, sizeof low, l->low, 0),
		number_format(high, sizeof high, l->high, 0));
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct result_view *v = self;
	const struct ballot_line *l = &v->r.lines[row];
	bool points = v->r.ballot.method == BALLOT_POINTS;

	if (l->few && column > 2) {
		text_copy(c->text, sizeof c->text, "–");
		return;
	}
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, l->item.text);
		break;
	case 1:
		if (l->rank)
			snprintf(c->text, sizeof c->text, "%d", l->rank);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", l->n);
		break;
	case 3:
		if (points)
			number(c, l->sum, 0);
		else
			number(c, l->mean, 2);
		break;
	case 4:
		number(c, l->sd, 2);
		break;
	default:
		if (points)
			number(c, l->share * 100, 1);
		else if (l->n)
			span(c, l);
		break;
	}
}

/* The row may have no room for all of it. */
static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct result_view *v = self;

	if (row >= 0)
		text_copy(dst, size,
			v->r.lines[row].few
				? _("One person voted alone here: figures would be that vote.")
				: v->r.lines[row].item.text);
}

static void
above(void *self, struct canvas *c)
{
	const struct result_view *v = self;
	const struct ballot *b = &v->r.ballot;
	char day[32];

	canvas_text(c, 0, 0, -1, ROLE_TITLE, b->title);
	if (b->cards)
		canvas_printf(c, 1, 0, -1, ROLE_TEXT,
			_("Cards keyed: %d of %d; spoilt: %d; own votes: %d; valid: %d"), b->keyed,
			b->cards, b->spoilt, b->own, v->r.valid);
	else
		canvas_printf(c, 1, 0, -1, ROLE_TEXT, _("Votes at own logins: %d"), b->own);
	if (b->closed_on[0])
		canvas_printf(c, 2, 0, -1, ROLE_HINT, _("Closed on %s"),
			format_date(day, sizeof day, b->closed_on));
	else if (!v->r.shown)
		canvas_text(c, 2, 0, -1, ROLE_WARN,
			b->own || !b->cards
				? _("Shown when the ballot is closed (k in the list), so that "
				    "nobody is swayed.")
				: _("Shown when all cards are keyed, so that nobody is swayed by "
				    "half a result."));
	else
		canvas_text(c, 2, 0, -1, ROLE_HINT,
			_("Not closed yet: k in the list closes it and writes the result down."));
}

enum { COLUMNS = 6 };
#define WORDS_OF(votes, figure, last)                                                       \
	{                                                                                   \
		{ N_("What was voted on"), 0, false }, { N_("Rank"), 5, true },             \
			{ votes, 6, true }, { figure, 7, true }, { N_("Spread"), 7, true }, \
		{                                                                           \
			last, 6, true                                                       \
		}                                                                           \
	}
static const struct list_column columns[BALLOT_METHODS][2][COLUMNS] = {
	/* [1]: at own logins */
	[BALLOT_POINTS] = { WORDS_OF(N_("Cards"), N_("Points"), N_("%")),
		WORDS_OF(N_("Votes"), N_("Points"), N_("%")) },
	[BALLOT_SCORES] = { WORDS_OF(N_("Cards"), N_("Mean"), N_("Span")),
		WORDS_OF(N_("Votes"), N_("Mean"), N_("Span")) },
	[BALLOT_AXIS] = { WORDS_OF(N_("Cards"), N_("Mean"), N_("Span")),
		WORDS_OF(N_("Votes"), N_("Mean"), N_("Span")) },
};

static const struct list_screen_kind kind = {
	.columns = columns[BALLOT_SCORES][0],
	.column_count = COLUMNS,
	.empty = N_("No result to show yet."),
	.lines_above = 4,
	.load = load,
	.cell = cell,
	.note = note,
	.above = above,
	.file = N_("votes"),
	.file_title = N_("Result of the ballot"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct result_view *v = self;

	list_screen_start(s, self, &kind);
	v->id = *(const int64_t *)argument;
	if (ballot_load(app_of(s)->db, v->id, &v->r.ballot, err))
		return -1;
	v->base.list.columns = columns[v->r.ballot.method][v->r.ballot.cards == 0];
	return 0;
}

static const int ids[] = { ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen ballot_result_screen = { .name = "ballot_result",
	.title = N_("Result of the ballot"),
	.size = sizeof(struct result_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
