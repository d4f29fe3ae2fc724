/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying the cards of a ballot, heads down: the card's number, then a score for each item. A card
 * is on disk when its last item is keyed. */
#include "config.h"

#include "screens/swot/ballot_grid.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_REMOVE = ACTION_ANSWER_1, ANSWER_SPOILT };

int
grid_next_number(const struct grid_view *v)
{
	int number = 1;

	for (int i = 0; i < v->card_count && v->cards[i].number <= number; i++)
		if (v->cards[i].number == number)
			number++;
	if (number <= v->ballot.cards)
		return number;
	for (int i = 0; i < v->card_count; i++)
		if (v->cards[i].state == BALLOT_CARD_UNFINISHED)
			return v->cards[i].number;
	return 0;
}

static int
find_card(const struct grid_view *v, int number)
{
	for (int i = 0; i < v->card_count; i++)
		if (v->cards[i].number == number)
			return i;
	return -1;
}

int
grid_row(const struct grid_view *v)
{
	int row = v->number ? find_card(v, v->number) : -1;

	return row < 0 ? v->card_count : row;
}

/* Asks for the number of the next card. */
static void
ask_number(struct grid_view *v)
{
	v->number = v->asked = 0;
	v->typed[0] = '\0';
	ballot_entry_start(&v->entry, &v->ballot, v->values, v->item_count);
	for (int i = 0; i < v->item_count; i++)
		v->values[i] = BALLOT_BLANK;
}

static void
take_card(struct grid_view *v, int number)
{
	int row = find_card(v, number);

	ask_number(v);
	v->number = number;
	v->seen = NULL;
	if (row < 0)
		return;
	memcpy(v->values, v->cards[row].values, (size_t)v->item_count * sizeof *v->values);
	memcpy(v->read.values, v->values, (size_t)v->item_count * sizeof *v->values);
	v->read.state = v->cards[row].state;
	v->seen = &v->read;
	while (v->read.state == BALLOT_CARD_UNFINISHED && v->entry.at + 1 < v->item_count &&
		v->values[v->entry.at] != BALLOT_BLANK)
		v->entry.at++;
}

/* ---- loading ---- */

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct grid_view *v = self;

	v->app = app_of(s);
	v->id = *(const int64_t *)argument;
	return app_may_write(v->app, err);
}

static int
read_ballot(struct grid_view *v, struct error *err)
{
	struct db *db = v->app->db;

	arena_release(&v->arena);
	v->card_count = v->item_count = 0;
	return ballot_load(db, v->id, &v->ballot, err) ||
			       ballot_items(db, v->id, &v->arena, &v->items, &v->item_count, err) ||
			       ballot_cards(db, v->id, &v->arena, &v->cards, &v->card_count, err)
		       ? -1
		       : 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct grid_view *v = self;

	(void)s;
	if (read_ballot(v, err))
		return -1;
	if (!v->values) {
		v->values = arena_array(&v->kept, (size_t)v->item_count + 1, sizeof *v->values);
		v->read.values =
			arena_array(&v->kept, (size_t)v->item_count + 1, sizeof *v->values);
		ask_number(v);
	}
	return 0;
}

/* ---- keying ---- */

static int
refuse(struct grid_view *v, const struct error *err)
{
	snprintf(v->problem, sizeof v->problem, "%s", err->text);
	return -1;
}

/* A card that is left before its last item may be left in the middle. */
static enum ballot_card_state
state_left(const struct grid_view *v)
{
	bool all = true;

	if (v->seen && v->seen->state == BALLOT_CARD_WHOLE)
		return BALLOT_CARD_WHOLE;
	if (v->ballot.method == BALLOT_POINTS && ballot_entry_sum(&v->entry) == v->ballot.points)
		return BALLOT_CARD_WHOLE;
	for (int i = 0; i < v->item_count; i++)
		all = all && v->values[i] != BALLOT_BLANK;
	return all ? BALLOT_CARD_WHOLE : BALLOT_CARD_UNFINISHED;
}

/* Points that a whole card leaves over may have been overlooked on the paper. */
static void
tell_left(struct grid_view *v, enum ballot_card_state state, int number, int sum)
{
	if (v->ballot.method == BALLOT_POINTS && state == BALLOT_CARD_WHOLE &&
		sum < v->ballot.points)
		snprintf(v->problem, sizeof v->problem,
			_("Card %d is kept with %d of %d points given: look at the paper."), number,
			sum, v->ballot.points);
}

static int
put(struct grid_view *v, enum ballot_card_state state)
{
	struct error err = { 0 }, again = { 0 };
	int number = v->number, sum;

	v->problem[0] = '\0';
	if (ballot_entry_take(&v->entry, &err) ||
		ballot_card_put(v->app->db, v->id, v->number,
			state == BALLOT_CARD_UNFINISHED ? state_left(v) : state, v->values,
			v->item_count, v->seen, &err)) {
		/* Not into the colleague's card: whoever keys blindly would write over it. */
		if (err.code == ERROR_CONFLICT && read_ballot(v, &again) == 0)
			ask_number(v);
		return refuse(v, &err);
	}
	v->changed = true;
	sum = ballot_entry_sum(&v->entry);
	if (read_ballot(v, &err))
		return refuse(v, &err);
	ask_number(v);
	tell_left(v, state, number, sum);
	return 0;
}

/* What is begun is written before another card is looked at. */
static int
settle(struct grid_view *v)
{
	return v->number && (v->entry.touched || v->entry.typed[0]) ? put(v, BALLOT_CARD_UNFINISHED)
								    : 0;
}

static void
choose_number(struct grid_view *v)
{
	long number = grid_next_number(v);

	if (v->typed[0] && number_parse_whole(v->typed, 1, BALLOT_OWN_FIRST - 1, &number))
		number = 0;
	if (v->typed[0] && number != v->asked && find_card(v, (int)number) >= 0) {
		v->asked = (int)number;
		snprintf(v->problem, sizeof v->problem,
			_("Card %d is keyed already: Enter opens it to be changed, Backspace takes "
			  "another number."),
			v->asked);
		return;
	}
	v->typed[0] = '\0';
	if (number < 1 || number > v->ballot.cards) {
		snprintf(v->problem, sizeof v->problem,
			number ? P_("%d card was handed out.", "%d cards were handed out.",
					 v->ballot.cards)
			       : _("All %d cards are keyed; a number and Enter shows one again."),
			v->ballot.cards);
		return;
	}
	take_card(v, (int)number);
}

static int
number_key(struct grid_view *v, int key)
{
	size_t length = strlen(v->typed);

	if (key >= '0' && key <= '9') {
		v->asked = 0;
		if (length + 1 < sizeof v->typed - 1) {
			v->typed[length] = (char)key;
			v->typed[length + 1] = '\0';
		}
	} else if (key == KEYS_BACKSPACE) {
		v->asked = 0;
		if (length)
			v->typed[length - 1] = '\0';
	} else if (key == KEYS_ENTER || key == KEYS_TAB || key == KEYS_RIGHT) {
		choose_number(v);
	} else {
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

/* To the card above or below; below the last one the number of the next is asked for. */
static void
go_by(struct grid_view *v, int by)
{
	int row = grid_row(v) + by;

	if (settle(v) || row < 0)
		return;
	if (row < v->card_count)
		take_card(v, v->cards[row].number);
	else
		ask_number(v);
}

static int
item_key(struct grid_view *v, int key)
{
	struct error err = { 0 };
	int result = ENTRY_HANDLED;

	if (key == KEYS_LEFT)
		v->entry.at -= v->entry.at > 0;
	else if (key == KEYS_RIGHT)
		v->entry.at += v->entry.at + 1 < v->entry.count;
	else
		result = ballot_entry_key(&v->entry, key, &err);
	if (result < 0)
		refuse(v, &err);
	else if (result == ENTRY_END)
		put(v, BALLOT_CARD_WHOLE);
	return result == ENTRY_PASS ? SCREEN_PASS : SCREEN_HANDLED;
}

static int
on_key(struct grid_view *v, int key)
{
	v->problem[0] = '\0';
	v->given_up = false;
	if (key == KEYS_UP || key == KEYS_DOWN) {
		go_by(v, key == KEYS_UP ? -1 : 1);
		return SCREEN_HANDLED;
	}
	return v->number ? item_key(v, key) : number_key(v, key);
}

/* ---- the rest ---- */

/* What was keyed on a card is not lost by one key. */
static void
mark_spoilt(struct screens *s, struct grid_view *v)
{
	char text[96];

	if (!v->number)
		choose_number(v);
	if (v->number && v->seen && v->seen->state != BALLOT_CARD_SPOILT) {
		snprintf(text, sizeof text, _("Card %d"), v->number);
		dialog_ask(s, _("The card is keyed with its figures. Is it spoilt?"), text,
			ANSWER_SPOILT, 0);
	} else if (v->number) {
		put(v, BALLOT_CARD_SPOILT);
	}
}

static void
remove_card(struct screens *s, struct grid_view *v)
{
	struct error err = { 0 };

	if (app_done(s, ballot_card_remove(v->app->db, v->id, v->number, &err), &err,
		    _("The card is taken out.")) == 0)
		ask_number(v);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct grid_view *v = self;
	char text[96];

	switch (action) {
	case ACTION_BALLOT_SPOILT:
		v->problem[0] = '\0';
		mark_spoilt(s, v);
		return SCREEN_HANDLED;
	case ANSWER_SPOILT:
		put(v, BALLOT_CARD_SPOILT);
		return SCREEN_HANDLED;
	case ACTION_BALLOT_RESULT:
		if (settle(v) == 0)
			screens_push(s, &ballot_result_screen, &v->id);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (!v->number || !v->seen) {
			screens_say(s, "%s", _("Go to a card that is keyed (arrow up)."));
			return SCREEN_HANDLED;
		}
		snprintf(text, sizeof text, _("Card %d"), v->number);
		dialog_ask(s, _("Take the card out of the ballot?"), text, ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		remove_card(s, v);
		return SCREEN_HANDLED;
	case ACTION_NONE:
		return event->type == EVENT_KEY ? on_key(v, event->key) : SCREEN_PASS;
	default:
		return SCREEN_PASS;
	}
}

/* What cannot be written is shown once more; the second time it is given up. */
static bool
leave(struct screens *s, void *self)
{
	struct grid_view *v = self;
	int number = v->number, row;

	if (!v->given_up && settle(v)) {
		v->given_up = true;
		screens_say(s, "%s", _("This card is not kept yet; once more leaves it out."));
		return false;
	}
	row = number ? find_card(v, number) : -1;
	if (row >= 0 && v->cards[row].state == BALLOT_CARD_UNFINISHED)
		screens_say(s,
			_("Card %d is unfinished: it does not count before it is keyed to "
			  "its end."),
			number);
	if (v->changed)
		app_changed(s);
	return true;
}

static void
keep(struct screens *s, void *self)
{
	(void)s;
	(void)settle(self);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	(void)right;
	(void)right_size;
	snprintf(
		left, left_size, _("Ballot %lld"), (long long)((const struct grid_view *)self)->id);
}

static void
status(void *self, char *dst, size_t size)
{
	const struct grid_view *v = self;

	text_copy(dst, size,
		!v->number ? _("The card's number and Enter; Enter alone takes the one proposed.")
		: v->ballot.method == BALLOT_AXIS ? _("A digit (a minus before it) and the next "
						      "item; Enter leaves it empty; * "
						      "spoilt.")
		: v->ballot.method == BALLOT_SCORES && v->ballot.highest <= 9
			? _("A digit and the next item; Enter leaves it empty; * a spoilt card.")
			: _("A number and Enter; Enter alone leaves it empty; * a spoilt card."));
}

static void
release(void *self)
{
	arena_release(&((struct grid_view *)self)->arena);
	arena_release(&((struct grid_view *)self)->kept);
}

static const int ids[] = { ACTION_DELETE, ACTION_BALLOT_SPOILT, ACTION_BALLOT_RESULT, 0 };

const struct screen ballot_grid_screen = {
	.name = "ballot_grid",
	.title = N_("Cards of the ballot"),
	.size = sizeof(struct grid_view),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = ballot_grid_draw,
	.head = head,
	.status = status,
	.act = act,
	.leave = leave,
	.keep = keep,
	.release = release,
};
