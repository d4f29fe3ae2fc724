/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots, the newest first: of one SWOT or evaluation, or all of them. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/monitoring/evaluation.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "model/swot/ballot_result.h"
#include "screens/swot/swot_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

enum {
	ANSWER_SAVED = ACTION_ANSWER_1,
	ANSWER_RETIRE,
	ANSWER_CLOSE,
	ANSWER_ABOUT,
	ANSWER_SWOT,
	ANSWER_EVALUATION
};

struct ballots {
	struct list_screen base;
	struct ballot_of of;
	struct ballot *rows;
	const struct unit_table *units;
	struct swot *swots; /* to choose from, for a new one */
	int swot_count;
	struct evaluation *evaluations; /* the same: open self-assessments */
	int evaluation_count;
};

static int
load_evaluations(struct ballots *v, struct error *err)
{
	const struct evaluation_filter every = { 0 };
	struct evaluation *list;
	int count, n = 0;

	if (evaluation_list(v->base.app->db, &every, &v->base.arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].kind == EVALUATION_SELF && !list[i].closed_on[0])
			list[n++] = list[i];
	v->evaluations = list;
	v->evaluation_count = n;
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct ballots *v = self;
	struct ballot_filter filter = { .subject = -1,
		.slot = v->of.swot || v->of.evaluation ? NO_SLOT : v->of.slot,
		.swot = v->of.swot,
		.evaluation = v->of.evaluation,
		.retired = v->base.retired };
	struct swot_filter every = { .slot = NO_SLOT };
	struct db *db = v->base.app->db;

	v->units = app_units(v->base.app, err);
	v->base.list.empty = v->base.retired ? N_("Nothing is deleted: x shows those in use.")
					     : N_("No ballot yet: F7 opens one.");
	return !v->units || load_evaluations(v, err) ||
			       swot_list(db, &every, &v->base.arena, &v->swots, &v->swot_count,
				       err) ||
			       ballot_list(
				       db, &filter, &v->base.arena, &v->rows, &v->base.count, err)
		       ? -1
		       : 0;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct ballots *v = self;
	const struct ballot *b = &v->rows[row];
	char day[32];

	if (b->closed_on[0])
		c->role = ROLE_HINT;
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, b->title);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, ballot_subject_label(b->subject));
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", b->items);
		break;
	case 3:
		if (b->cards)
			snprintf(c->text, sizeof c->text, "%d/%d", b->keyed, b->cards);
		break;
	case 4:
		if (b->own)
			snprintf(c->text, sizeof c->text, "%d", b->own);
		break;
	default:
		if (b->closed_on[0])
			text_copy(c->text, sizeof c->text,
				format_date(day, sizeof day, b->closed_on));
		else
			text_copy(c->text, sizeof c->text, _("open"));
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct ballots *)self)->rows[row].id);
}

static char *
tell_unfinished(const struct ballot *b, char *dst, size_t size)
{
	snprintf(dst, size,
		P_("%d card is unfinished: Enter shows it",
			"%d cards are unfinished: Enter shows them", b->unfinished),
		b->unfinished);
	return dst;
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct ballots *v = self;
	const struct unit *u;

	if (row < 0)
		return;
	u = unit_by_slot(v->units, v->rows[row].slot);
	if (v->rows[row].unfinished) {
		tell_unfinished(&v->rows[row], dst, size);
		return;
	}
	snprintf(dst, size, _("number %lld, %s, %s: %s"), (long long)v->rows[row].id,
		ballot_method_label(v->rows[row].method), u ? u->label : "",
		v->rows[row].title); /* the row may have no room for all of it */
}

static void
above(void *self, struct canvas *c)
{
	const struct ballots *v = self;

	canvas_text(c, 0, 0, -1, v->base.retired ? ROLE_WARN : ROLE_HINT,
		v->base.retired
			? _("Deleted ones; p brings one back, x shows those in use")
			: _("Enter keys cards, w is your own vote, r the result, k closes, D "
			    "prints cards"));
}

static const struct list_column columns[] = {
	{ N_("Ballot"), 0, false },
	{ N_("On what"), 21, false },
	{ N_("Items"), 7, true },
	{ N_("Cards"), 7, true },
	{ N_("Logins"), 6, true },
	{ N_("Closed"), 10, false },
};

/* ---- a new one ---- */

static void
ask_about(struct screens *s, const struct ballots *v)
{
	const char *choices[] = { _("Key problems of the unit in view"),
		_("Priorities of the unit in view"),
		_("Drivers of development of the unit in view"), _("Factors of a SWOT analysis …"),
		_("Statements of a self-assessment …") };

	if (v->of.swot)
		ballot_form_open(s, ABOUT_FACTORS, v->of.swot, ANSWER_SAVED);
	else if (v->of.evaluation)
		ballot_form_open(s, ABOUT_STATEMENTS, v->of.evaluation, ANSWER_SAVED);
	else
		dialog_choose(s, _("What is put to the vote?"), choices, ABOUTS, 0, ANSWER_ABOUT);
}

static void
ask_swot(struct screens *s, struct ballots *v)
{
	const char **choices;

	if (!v->swot_count) {
		screens_say(s, "%s", _("There is no SWOT analysis yet: menu 6 3 begins one."));
		return;
	}
	choices = arena_array(&v->base.arena, (size_t)v->swot_count, sizeof *choices);
	for (int i = 0; i < v->swot_count; i++)
		choices[i] =
			arena_format(&v->base.arena, "%s  %s", v->swots[i].code, v->swots[i].title);
	dialog_choose(s, _("Whose factors?"), choices, v->swot_count, 0, ANSWER_SWOT);
}

static void
ask_evaluation(struct screens *s, struct ballots *v)
{
	const char **choices;

	if (!v->evaluation_count) {
		screens_say(s, "%s", _("No self-assessment is open: menu 6 8, F7 begins one."));
		return;
	}
	choices = arena_array(&v->base.arena, (size_t)v->evaluation_count, sizeof *choices);
	for (int i = 0; i < v->evaluation_count; i++)
		choices[i] = arena_format(&v->base.arena, "%s  %s", v->evaluations[i].strategy_code,
			v->evaluations[i].title);
	dialog_choose(
		s, _("Whose statements?"), choices, v->evaluation_count, 0, ANSWER_EVALUATION);
}

static void
begin(struct screens *s, struct ballots *v, int about)
{
	struct error err = { 0 };
	const struct unit *unit;

	if (about == ABOUT_STATEMENTS) {
		ask_evaluation(s, v);
		return;
	}

	if (about == ABOUT_FACTORS) {
		ask_swot(s, v);
		return;
	}
	unit = v->of.slot ? unit_by_slot(v->units, v->of.slot) : app_unit(app_of(s), &err);
	if (unit)
		ballot_form_open(s, (enum ballot_about)about, unit->slot, ANSWER_SAVED);
	else
		screens_say(s, "%s", _("Choose a unit first (Ctrl-U)."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct ballots *v = self;

	switch (action) {
	case ACTION_NEW:
		ask_about(s, v);
		return SCREEN_HANDLED;
	case ANSWER_ABOUT:
		begin(s, v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_SWOT:
		if (event->number < v->swot_count)
			ballot_form_open(
				s, ABOUT_FACTORS, v->swots[event->number].id, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_EVALUATION:
		if (event->number < v->evaluation_count)
			ballot_form_open(s, ABOUT_STATEMENTS, v->evaluations[event->number].id,
				ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		screens_stale(s);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* ---- one ballot ---- */

static void
open_ballot(struct screens *s, const struct ballot *b)
{
	if (b->closed_on[0])
		screens_push(s, &ballot_result_screen, &b->id);
	else if (b->cards)
		screens_push(s, &ballot_grid_screen, &b->id);
	else
		screens_push(s, &ballot_vote_screen, &b->id);
}

static bool
refuse_closed(struct screens *s, const struct ballot *b)
{
	if (b->closed_on[0])
		screens_say(s, "%s", _("This ballot is closed; its votes stand."));
	return b->closed_on[0] != '\0';
}

static bool
refuse_own(struct screens *s, const struct ballot *b)
{
	struct error err = { 0 };

	if (!ballot_takes_own(b, &err))
		return false;
	screens_say(s, "%s", err.text);
	return true;
}

static void
print_cards(struct screens *s, const struct ballot *b)
{
	if (b->cards)
		ballot_print(s, b->id);
	else
		screens_say(s, "%s", _("No paper cards are handed out; F4 says how many."));
}

static int
change(struct screens *s, struct ballots *v, const struct ballot *b, int action)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	switch (action) {
	case ACTION_BRING_BACK:
		if (v->base.retired)
			app_done(s,
				app_may_write(app, &err) || ballot_restore(app->db, b->id, &err),
				&err, _("The ballot is back."));
		else
			screens_say(s, "%s", _("It is in use; x shows the deleted ones."));
		return SCREEN_HANDLED;
	case ANSWER_CLOSE:
		app_done(s, app_may_write(app, &err) || ballot_close(app->db, b->id, b->rev, &err),
			&err, _("The ballot is closed; what the team said is written down."));
		return SCREEN_HANDLED;
	case ANSWER_RETIRE:
		app_done(s, app_may_write(app, &err) || ballot_retire(app->db, b->id, b->rev, &err),
			&err, _("It is deleted; x shows the deleted ones, p brings one back."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
ask_closing(struct screens *s, const struct ballot *b)
{
	char what[640], text[768], replaced[512];
	struct error err = { 0 };

	if (ballot_replaces(app_of(s)->db, b, replaced, sizeof replaced, &err)) {
		app_done(s, -1, &err, "");
		return;
	}
	snprintf(what, sizeof what, "%s%s%s",
		_("Nobody votes any more, who voted is forgotten, and ranks, ratings, weights or "
		  "scores are written down."),
		replaced[0] ? " " : "", replaced);
	if (!b->unfinished) {
		dialog_ask(s, _("Close the ballot?"), what, ANSWER_CLOSE, 0);
		return;
	}
	snprintf(text, sizeof text, "%s %s",
		P_("A card that was broken off does not count.",
			"Cards that were broken off do not count.", b->unfinished),
		what);
	dialog_ask(s,
		P_("Close the ballot without its unfinished card?",
			"Close the ballot without its unfinished cards?", b->unfinished),
		text, ANSWER_CLOSE, 0);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct ballots *v = self;
	const struct ballot *b = &v->rows[row];

	if (v->base.retired || action >= ACTION_ANSWER_1 || action == ACTION_BRING_BACK)
		return change(s, v, b, action);
	switch (action) {
	case ACTION_OPEN:
		open_ballot(s, b);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		if (!refuse_closed(s, b))
			card_form_open(s, &ballot_form, b->id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_BALLOT_OWN:
		if (!refuse_closed(s, b) && !refuse_own(s, b))
			screens_push(s, &ballot_vote_screen, &b->id);
		return SCREEN_HANDLED;
	case ACTION_BALLOT_RESULT:
		screens_push(s, &ballot_result_screen, &b->id);
		return SCREEN_HANDLED;
	case ACTION_BALLOT_CLOSE:
		if (!refuse_closed(s, b))
			ask_closing(s, b);
		return SCREEN_HANDLED;
	case ACTION_BALLOT_PRINT:
		print_cards(s, b);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, _("Delete the ballot?"), b->title, ANSWER_RETIRE, 0);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No ballot yet: F7 opens one."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("ballots"),
	.file_title = N_("Ballots"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	if (argument)
		((struct ballots *)self)->of = *(const struct ballot_of *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_BALLOT_OWN, ACTION_BALLOT_RESULT, ACTION_BALLOT_CLOSE,
	ACTION_BALLOT_PRINT, ACTION_RETIRED, ACTION_BRING_BACK, 0 };

const struct screen ballot_list_screen = { .name = "ballot_list",
	.title = N_("Ballots"),
	.size = sizeof(struct ballots),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
