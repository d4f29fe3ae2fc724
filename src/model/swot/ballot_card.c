/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards of a ballot: of paper, keyed by number, and own votes under a number drawn by lot. */
#include "config.h"

#include "model/swot/ballot.h"

#include "base/i18n.h"
#include "base/random.h"
#include "model/swot/ballot_parts.h"
#include "model/queries.h"

#include <string.h>

/* ---- reading ---- */

static int *
blanks(struct arena *arena, int count)
{
	int *values = arena_array(arena, (size_t)(count ? count : 1), sizeof *values);

	for (int i = 0; i < count; i++)
		values[i] = BALLOT_BLANK;
	return values;
}

static int
count_items(struct db *db, int64_t ballot, int *items, struct error *err)
{
	struct ballot b;

	if (ballot_load(db, ballot, &b, err))
		return -1;
	*items = b.items;
	return 0;
}

int
ballot_cards(struct db *db, int64_t ballot, struct arena *arena, struct ballot_card **list,
	int *count, struct error *err)
{
	struct stmt *q;
	size_t room = 0;
	int items;

	*list = NULL;
	*count = 0;
	if (count_items(db, ballot, &items, err))
		return -1;
	q = db_start(db, Q_BALLOT_CARDS, err);
	db_bind_int(q, 1, ballot);
	db_bind_int(q, 2, BALLOT_OWN_FIRST);
	while (db_next(q)) {
		int number = (int)db_int(q, 0), item = (int)db_int(q, 2);

		if (*count == 0 || (*list)[*count - 1].number != number) {
			*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
			(*list)[(*count)++] = (struct ballot_card){ .number = number,
				.state = db_int(q, 1)   ? BALLOT_CARD_SPOILT
					 : db_int(q, 4) ? BALLOT_CARD_UNFINISHED
							: BALLOT_CARD_WHOLE,
				.values = blanks(arena, items) };
		}
		if (item >= 1 && item <= items)
			(*list)[*count - 1].values[item - 1] = (int)db_int(q, 3);
	}
	return db_end(q);
}

/* ---- checking ---- */

void
ballot_range(const struct ballot *b, int *low, int *high)
{
	*low = b->method == BALLOT_POINTS ? 0 : b->lowest;
	*high = b->method == BALLOT_POINTS ? b->points : b->highest;
}

int
ballot_values_check(
	const struct ballot *b, const int *values, int count, int *item, struct error *err)
{
	int low, high, sum = 0;

	*item = 0;
	ballot_range(b, &low, &high);
	for (int i = 0; i < count; i++) {
		if (values[i] == BALLOT_BLANK)
			continue;
		sum += values[i];
		if (values[i] >= low && values[i] <= high)
			continue;
		*item = i + 1;
		return error_at(err, ERROR_INPUT, i + 1, 0,
			_("Item %d: a number from %d to %d, or nothing."), i + 1, low, high);
	}
	if (b->method == BALLOT_POINTS && sum > b->points)
		return error_set(err, ERROR_INPUT,
			_("%d of %d points are given: look at the card; if it says so, it is "
			  "spoilt."),
			sum, b->points);
	return 0;
}

static int
check_any(const int *values, int count, struct error *err)
{
	for (int i = 0; i < count; i++)
		if (values[i] != BALLOT_BLANK)
			return 0;
	return error_set(err, ERROR_INPUT,
		_("The card is empty. A card that says nothing is spoilt: mark it so."));
}

/* ---- writing ---- */

struct card_write {
	int64_t ballot, person;
	int number;
	enum ballot_card_state state;
	const int *values;
	int count;
	const struct ballot_card *seen; /* NULL = not keyed yet */
};

static int
find_card(struct db *db, int64_t ballot, int number, bool *found, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_CARD_FIND, err);

	db_bind_int(q, 1, ballot);
	db_bind_int(q, 2, number);
	*found = db_next(q);
	return db_end(q);
}

static int
delete_card(struct db *db, int64_t ballot, int number, int64_t *changed, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_CARD_DELETE, err);

	db_bind_int(q, 1, ballot);
	db_bind_int(q, 2, number);
	return db_run(q, changed);
}

/* In place of what the card said before. */
static int
write_card(struct db *db, const struct card_write *w, struct error *err)
{
	struct stmt *q;

	if (delete_card(db, w->ballot, w->number, NULL, err) < 0)
		return -1;
	q = db_start(db, Q_BALLOT_CARD_INSERT, err);
	db_bind_int(q, 1, w->ballot);
	db_bind_int(q, 2, w->number);
	db_bind_int_or_null(q, 3, w->person);
	db_bind_int(q, 4, w->state == BALLOT_CARD_SPOILT);
	db_bind_int(q, 5, w->state == BALLOT_CARD_UNFINISHED);
	if (db_run(q, NULL) < 0)
		return -1;
	for (int i = 0; w->state != BALLOT_CARD_SPOILT && i < w->count; i++) {
		if (w->values[i] == BALLOT_BLANK)
			continue;
		q = db_start(db, Q_BALLOT_SCORE_INSERT, err);
		db_bind_int(q, 1, w->ballot);
		db_bind_int(q, 2, w->number);
		db_bind_int(q, 3, i + 1);
		db_bind_int(q, 4, w->values[i]);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return ballot_raise(db, w->ballot, err);
}

static int
check_values(struct db *db, const struct card_write *w, struct ballot *b, struct error *err)
{
	int item;

	if (ballot_load(db, w->ballot, b, err))
		return -1;
	if (w->state == BALLOT_CARD_SPOILT)
		return 0;
	if (w->count != b->items)
		return error_set(err, ERROR_INPUT, _("The ballot has %d items, the card has %d."),
			b->items, w->count);
	return ballot_values_check(b, w->values, w->count, &item, err) ||
			       check_any(w->values, w->count, err)
		       ? -1
		       : 0;
}

static bool
same_card(
	enum ballot_card_state state, const int *values, const struct ballot_card *card, int count)
{
	if (state != card->state || state == BALLOT_CARD_SPOILT)
		return state == card->state;
	for (int i = 0; i < count; i++)
		if (values[i] != card->values[i])
			return false;
	return true;
}

/* Whether the card says what was read, or already what is to be written. */
static int
check_seen(struct db *db, const struct card_write *w, int items, struct error *err)
{
	struct arena arena = { 0 };
	struct ballot_card *list;
	const struct ballot_card *now = NULL;
	int count, result = 0;

	if (ballot_cards(db, w->ballot, &arena, &list, &count, err) < 0) {
		arena_release(&arena);
		return -1;
	}
	for (int i = 0; i < count && !now; i++)
		now = list[i].number == w->number ? &list[i] : NULL;
	if (now && !w->seen)
		result = error_set(err, ERROR_CONFLICT,
			_("Card %d is keyed already. Nothing was saved; look at it first."),
			w->number);
	else if (!now && w->seen)
		result = error_set(err, ERROR_CONFLICT,
			_("A colleague has taken card %d out meanwhile. Nothing was saved."),
			w->number);
	else if (now && !same_card(w->seen->state, w->seen->values, now, items) &&
		 !same_card(w->state, w->values, now, items))
		result = error_set(err, ERROR_CONFLICT,
			_("A colleague has changed card %d meanwhile. Nothing was saved; look at "
			  "it first."),
			w->number);
	arena_release(&arena);
	return result;
}

static int
put(struct db *db, void *context, struct error *err)
{
	const struct card_write *w = context;
	struct ballot b;

	if (ballot_find_open(db, w->ballot, 0, err) || check_values(db, w, &b, err))
		return -1;
	if (w->number < 1 || w->number > b.cards)
		return error_set(err, ERROR_INPUT,
			P_("There is no card %d: %d card was handed out. If there were more, "
			   "change their number in the card of the ballot (F4).",
				"There is no card %d: %d cards were handed out. If there were "
				"more, change their number in the card of the ballot (F4).",
				b.cards),
			w->number, b.cards);
	return check_seen(db, w, b.items, err) < 0 ? -1 : write_card(db, w, err);
}

int
ballot_card_put(struct db *db, int64_t ballot, int number, enum ballot_card_state state,
	const int *values, int count, const struct ballot_card *seen, struct error *err)
{
	const struct db_act act = { .action = "ballot.card", .entity = "ballot" };
	struct card_write w = { .ballot = ballot,
		.number = number,
		.state = state,
		.values = values,
		.count = count,
		.seen = seen };

	return db_write(db, &act, put, &w, err);
}

static int
take_out(struct db *db, void *context, struct error *err)
{
	const struct card_write *w = context;
	int64_t changed;

	if (ballot_find_open(db, w->ballot, 0, err) ||
		delete_card(db, w->ballot, w->number, &changed, err) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_MISSING, _("Card %d is not keyed."), w->number);
	return ballot_raise(db, w->ballot, err);
}

int
ballot_card_remove(struct db *db, int64_t ballot, int number, struct error *err)
{
	const struct db_act act = { .action = "ballot.card", .entity = "ballot" };
	struct card_write w = { .ballot = ballot, .number = number };

	return db_write(db, &act, take_out, &w, err);
}

/* ---- own votes ---- */

static int
own_number(struct db *db, int64_t ballot, int64_t person, int *number, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_CARD_OF_PERSON, err);

	*number = 0;
	db_bind_int(q, 1, ballot);
	db_bind_int(q, 2, person);
	if (db_next(q))
		*number = (int)db_int(q, 0);
	return db_end(q);
}

/* By lot, so that the order of votes in the history does not lead to the cards. */
static int
draw_number(struct db *db, int64_t ballot, int *number, struct error *err)
{
	uint32_t lot;
	bool found = true;

	while (found) {
		random_bytes(&lot, sizeof lot);
		*number = BALLOT_OWN_FIRST + (int)(lot % 899999);
		if (find_card(db, ballot, *number, &found, err) < 0)
			return -1;
	}
	return 0;
}

int
ballot_takes_own(const struct ballot *b, struct error *err)
{
	return b->cards == 0
		       ? 0
		       : error_set(err, ERROR_INPUT,
				 _("This ballot is on paper cards: fill one in. Beside counted "
				   "cards an own vote could be worked out. Where nobody has a "
				   "card, F4 takes their number away."));
}

static int
vote(struct db *db, void *context, struct error *err)
{
	struct card_write *w = context;
	struct ballot b;

	if (ballot_find_open(db, w->ballot, 0, err) || check_values(db, w, &b, err) ||
		ballot_takes_own(&b, err) ||
		own_number(db, w->ballot, w->person, &w->number, err) < 0)
		return -1;
	if (w->number == 0 && draw_number(db, w->ballot, &w->number, err) < 0)
		return -1;
	return write_card(db, w, err);
}

int
ballot_vote(struct db *db, int64_t ballot, int64_t person, const int *values, int count,
	struct error *err)
{
	const struct db_act act = { .action = "ballot.vote", .entity = "ballot" };
	struct card_write w = {
		.ballot = ballot, .person = person, .values = values, .count = count
	};

	if (person == 0)
		return error_set(err, ERROR_DENIED,
			_("Only people of this database vote; whoever may only read does not."));
	return db_write(db, &act, vote, &w, err);
}

int
ballot_own_vote(struct db *db, int64_t ballot, int64_t person, int *values, int count, bool *voted,
	struct error *err)
{
	struct stmt *q;
	int number;

	for (int i = 0; i < count; i++)
		values[i] = BALLOT_BLANK;
	if (own_number(db, ballot, person, &number, err) < 0)
		return -1;
	*voted = number != 0;
	if (!number)
		return 0;
	q = db_start(db, Q_BALLOT_CARD_SCORES, err);
	db_bind_int(q, 1, ballot);
	db_bind_int(q, 2, number);
	while (db_next(q))
		if (db_int(q, 0) >= 1 && db_int(q, 0) <= count)
			values[db_int(q, 0) - 1] = (int)db_int(q, 1);
	return db_end(q);
}
