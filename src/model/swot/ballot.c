/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots: what is put to the vote, by which scale. */
#include "config.h"

#include "model/swot/ballot.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/swot/ballot_parts.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/swot/swot.h"
#include "model/units/unit.h"
#include "model/word.h"

#include <stdio.h>

static const struct word subjects[BALLOT_SUBJECTS] = {
	[BALLOT_PROBLEMS] = { "problems", N_("problems and priorities") },
	[BALLOT_FACTORS] = { "factors", N_("factors of a SWOT") },
	[BALLOT_STATEMENTS] = { "statements", N_("self-assessment") },
};
static const struct word methods[BALLOT_METHODS] = {
	[BALLOT_POINTS] = { "points", N_("points to distribute") },
	[BALLOT_SCORES] = { "scores", N_("a score for each") },
	[BALLOT_AXIS] = { "axis", N_("a place on the axis") },
};

const char *
ballot_subject_name(enum ballot_subject s)
{
	return subjects[s].name;
}

const char *
ballot_subject_label(enum ballot_subject s)
{
	return _(subjects[s].label);
}

int
ballot_subject_from_name(const char *name)
{
	return word_find(subjects, BALLOT_SUBJECTS, name, -1);
}

const char *
ballot_method_name(enum ballot_method m)
{
	return methods[m].name;
}

const char *
ballot_method_label(enum ballot_method m)
{
	return _(methods[m].label);
}

int
ballot_method_from_name(const char *name)
{
	return word_find(methods, BALLOT_METHODS, name, -1);
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct ballot *b)
{
	*b = (struct ballot){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.slot = (int)db_int(q, 3),
		.subject = (enum ballot_subject)word_find(
			subjects, BALLOT_SUBJECTS, db_text(q, 5), BALLOT_PROBLEMS),
		.swot = db_int(q, 6),
		.evaluation = db_int(q, 7),
		.method = (enum ballot_method)word_find(
			methods, BALLOT_METHODS, db_text(q, 8), BALLOT_SCORES),
		.points = (int)db_int(q, 9),
		.lowest = (int)db_int(q, 10),
		.highest = (int)db_int(q, 11),
		.cards = (int)db_int(q, 12),
		.items = (int)db_int(q, 15),
		.keyed = (int)db_int(q, 16),
		.spoilt = (int)db_int(q, 17),
		.own = (int)db_int(q, 18),
		.unfinished = (int)db_int(q, 19) };
	text_copy(b->uid, sizeof b->uid, db_text(q, 2));
	text_copy(b->title, sizeof b->title, db_text(q, 4));
	text_copy(b->opened_on, sizeof b->opened_on, db_text(q, 13));
	text_copy(b->closed_on, sizeof b->closed_on, db_text(q, 14));
}

static void
bind_filter(struct stmt *q, const struct ballot_filter *filter, int64_t id)
{
	db_bind_int(q, 1, filter->slot);
	db_bind_text(q, 2, filter->subject < 0 ? "" : subjects[filter->subject].name);
	db_bind_int(q, 3, filter->swot);
	db_bind_int(q, 4, filter->evaluation);
	db_bind_int(q, 5, filter->open);
	db_bind_int(q, 6, filter->retired);
	db_bind_int(q, 7, BALLOT_OWN_FIRST);
	db_bind_int(q, 8, id);
}

int
ballot_list(struct db *db, const struct ballot_filter *filter, struct arena *arena,
	struct ballot **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	bind_filter(q, filter, 0);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
ballot_load(struct db *db, int64_t id, struct ballot *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_LIST, err);
	bool found;

	bind_filter(q, &(struct ballot_filter){ .subject = -1 }, id);
	found = id && db_next(q);
	if (found)
		read_row(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This ballot is gone already."));
}

int
ballot_items(struct db *db, int64_t ballot, struct arena *arena, struct ballot_item **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_ITEMS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, ballot);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		(*list)[(*count)++] = (struct ballot_item){ .position = (int)db_int(q, 0),
			.text = arena_string(arena, db_text(q, 1)),
			.problem = db_int(q, 2),
			.factor = db_int(q, 3),
			.question = (int)db_int(q, 4),
			.gone = db_int(q, 5) != 0 };
	}
	return db_end(q);
}

/* ---- opening ---- */

struct opening {
	struct ballot ballot;
	const struct ballot_item *items;
	int count;
};

static void
fill(struct ballot *b)
{
	if (b->points == 0)
		b->points = 10;
	if (b->method == BALLOT_AXIS) {
		b->lowest = -5;
		b->highest = 5;
	} else if (b->lowest == 0 && b->highest == 0) {
		b->lowest = 1;
		b->highest = 5;
	}
	if (!b->opened_on[0])
		date_iso(b->opened_on, sizeof b->opened_on, clock_today());
}

static int
check_scale(const struct ballot *b, struct error *err)
{
	if (b->method == BALLOT_POINTS) {
		if (b->subject == BALLOT_STATEMENTS)
			return error_field(err, ERROR_INPUT, BALLOT_FIELD_METHOD,
				_("Statements are scored, each by itself; points would say "
				  "nothing about how far they hold."));
		return b->points > 0 && b->points <= 1000
			       ? 0
			       : error_field(err, ERROR_INPUT, BALLOT_FIELD_POINTS,
					 _("A person distributes 1 to 1000 points."));
	}
	if (b->method == BALLOT_AXIS)
		return b->subject == BALLOT_FACTORS
			       ? 0
			       : error_field(err, ERROR_INPUT, BALLOT_FIELD_METHOD,
					 _("Only factors of a SWOT have a place on the axis: give "
					   "points or scores."));
	if (b->lowest < 0 || b->highest > 100 || b->highest <= b->lowest)
		return error_field(err, ERROR_INPUT, BALLOT_FIELD_HIGHEST,
			_("Scores go from a lowest, at least 0, to a higher one, at most 100."));
	if (b->subject != BALLOT_PROBLEMS && (b->lowest != 1 || b->highest != 5))
		return error_field(err, ERROR_INPUT, BALLOT_FIELD_HIGHEST,
			_("Factors and statements are scored from 1 to 5: so their ratings are "
			  "kept and compared."));
	return 0;
}

static int
check(const struct ballot *b, struct error *err)
{
	if (b->slot == NO_SLOT)
		return error_field(err, ERROR_INPUT, BALLOT_FIELD_UNIT,
			_("Say whose team votes: choose a unit."));
	if (kept_text(b->title, true, false, BALLOT_FIELD_TITLE, _("Title"), err))
		return -1;
	if (b->subject == BALLOT_FACTORS && b->swot == 0)
		return error_field(err, ERROR_INPUT, BALLOT_FIELD_SWOT,
			_("Say whose factors are voted on: choose a SWOT analysis."));
	if (b->cards < 0 || b->cards >= BALLOT_OWN_FIRST)
		return error_field(err, ERROR_INPUT, BALLOT_FIELD_CARDS,
			_("The number of cards lies between 0 and %d."), BALLOT_OWN_FIRST - 1);
	return check_scale(b, err);
}

static int
add_item(struct db *db, int64_t ballot, int position, const struct ballot_item *item,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_ITEM_INSERT, err);

	db_bind_int(q, 1, ballot);
	db_bind_int(q, 2, position);
	db_bind_text(q, 3, item->text);
	db_bind_int_or_null(q, 4, item->problem);
	db_bind_int_or_null(q, 5, item->factor);
	db_bind_int_or_null(q, 6, item->question);
	return db_run(q, NULL);
}

static int
open_ballot(struct db *db, void *context, struct error *err)
{
	struct opening *o = context;
	struct ballot *b = &o->ballot;
	struct stmt *q;
	char uid[UID_SIZE];

	fill(b);
	if (check(b, err) || ballot_check_there(db, b->swot, b->evaluation, err))
		return -1;
	if (o->count == 0)
		return error_set(err, ERROR_INPUT,
			_("There is nothing to vote on yet: write the problems, factors or "
			  "statements first."));
	q = db_start(db, Q_BALLOT_INSERT, err);
	text_copy(b->uid, sizeof b->uid, random_uid(uid));
	db_bind_text(q, 1, b->uid);
	db_bind_int(q, 2, b->slot);
	db_bind_text(q, 3, b->title);
	db_bind_text(q, 4, subjects[b->subject].name);
	db_bind_int_or_null(q, 5, b->swot);
	db_bind_int_or_null(q, 6, b->evaluation);
	db_bind_text(q, 7, methods[b->method].name);
	db_bind_int(q, 8, b->points);
	db_bind_int(q, 9, b->lowest);
	db_bind_int(q, 10, b->highest);
	db_bind_int(q, 11, b->cards);
	db_bind_text(q, 12, b->opened_on);
	if (db_run(q, NULL) < 0)
		return -1;
	b->id = db_last_id(db);
	b->rev = 1;
	b->items = o->count;
	db_act_entity(db, b->id);
	for (int i = 0; i < o->count; i++)
		if (add_item(db, b->id, i + 1, &o->items[i], err) < 0)
			return -1;
	return 0;
}

int
ballot_open(struct db *db, struct ballot *b, const struct ballot_item *items, int count,
	struct error *err)
{
	const struct db_act act = { .action = "ballot.open", .entity = "ballot" };
	struct opening o = { *b, items, count };

	if (db_write(db, &act, open_ballot, &o, err) < 0)
		return -1;
	*b = o.ballot;
	return 0;
}

/* ---- changing ---- */

int
ballot_find_open(struct db *db, int64_t ballot, int64_t rev, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_HEAD, err);
	bool found, closed = false;
	int64_t now = 0, swot = 0, evaluation = 0;

	db_bind_int(q, 1, ballot);
	found = db_next(q) && db_null(q, 2);
	if (found) {
		now = db_int(q, 0);
		closed = !db_null(q, 3);
		swot = db_int(q, 4);
		evaluation = db_int(q, 5);
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This ballot is gone already."));
	db_act_entity(db, ballot);
	if (closed)
		return error_set(err, ERROR_INPUT,
			_("This ballot is closed: its votes stand as they are counted. For a new "
			  "vote open a new ballot."));
	if (rev && now != rev)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has changed the ballot or keyed cards meanwhile. Nothing "
			  "was saved; look at the new state first."));
	return ballot_check_there(db, swot, evaluation, err);
}

int
ballot_raise(struct db *db, int64_t ballot, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_RAISE, err);

	db_bind_int(q, 1, ballot);
	return db_run(q, NULL);
}

/* Fewer cards than the highest number keyed cannot have been handed out. */
static int
check_cards(struct db *db, const struct ballot *b, struct error *err)
{
	struct ballot was;
	struct stmt *q;
	int highest = 0;

	if (ballot_load(db, b->id, &was, err))
		return -1;
	if (b->cards && !was.cards && was.own)
		return error_field(err, ERROR_INPUT, BALLOT_FIELD_CARDS,
			_("People have voted at their own logins, so no paper cards can be handed "
			  "out: beside them those votes could be worked out. Open another ballot "
			  "for the cards."));
	q = db_start(db, Q_BALLOT_CARD_HIGHEST, err);
	db_bind_int(q, 1, b->id);
	db_bind_int(q, 2, BALLOT_OWN_FIRST);
	if (db_next(q))
		highest = (int)db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	return b->cards >= highest ? 0
				   : error_field(err, ERROR_INPUT, BALLOT_FIELD_CARDS,
					     _("Card %d is keyed already, so at least so many were "
					       "handed out."),
					     highest);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct ballot *b = context;
	struct stmt *q;

	if (ballot_find_open(db, b->id, b->rev, err) || check(b, err) || check_cards(db, b, err))
		return -1;
	q = db_start(db, Q_BALLOT_UPDATE, err);
	db_bind_int(q, 1, b->id);
	db_bind_text(q, 2, b->title);
	db_bind_int(q, 3, b->cards);
	b->rev++;
	return db_run(q, NULL);
}

int
ballot_save(struct db *db, struct ballot *b, struct error *err)
{
	const struct db_act act = { .action = "ballot.change", .entity = "ballot" };
	struct ballot copy = *b;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*b = copy;
	return 0;
}

static const struct kept_kind kept = { "ballot", "ballot.retire", "ballot.restore", Q_BALLOT_HEAD,
	Q_BALLOT_RETIRE };

int
ballot_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &kept, id, rev, err);
}

int
ballot_restore(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}
