/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots: a team scores problems, factors of a SWOT or statements of a self-assessment, on paper
 * cards that a moderator keys by number or each at their own login; never both ways in one ballot,
 * because the moderator knows the cards, so that the rest would tell an own vote. */
#ifndef MODEL_BALLOT_H
#define MODEL_BALLOT_H

#include "base/arena.h"
#include "store/db.h"

#include <limits.h>

enum ballot_subject { BALLOT_PROBLEMS, BALLOT_FACTORS, BALLOT_STATEMENTS, BALLOT_SUBJECTS };
const char *ballot_subject_name(enum ballot_subject s);  /* in files */
const char *ballot_subject_label(enum ballot_subject s); /* translated */
int ballot_subject_from_name(const char *name);          /* -1 = unknown */

/* Points distributed, a score for each, or a place of each on the axis of a SWOT. */
enum ballot_method { BALLOT_POINTS, BALLOT_SCORES, BALLOT_AXIS, BALLOT_METHODS };
const char *ballot_method_name(enum ballot_method m);  /* in files */
const char *ballot_method_label(enum ballot_method m); /* translated */
int ballot_method_from_name(const char *name);         /* -1 = unknown */

/* Fields that errors name; a form of fields follows this order. */
enum ballot_field { BALLOT_FIELD_UNIT = 1, BALLOT_FIELD_SUBJECT, BALLOT_FIELD_SWOT,
	BALLOT_FIELD_TITLE, BALLOT_FIELD_METHOD, BALLOT_FIELD_POINTS, BALLOT_FIELD_LOWEST,
	BALLOT_FIELD_HIGHEST, BALLOT_FIELD_CARDS };

struct ballot { /* zero = new */
	int64_t id, rev;
	char uid[33];
	int slot;
	char title[256];
	enum ballot_subject subject;
	int64_t swot;       /* whose factors; 0 = none */
	int64_t evaluation; /* whose statements; 0 = none */
	enum ballot_method method;
	int points;          /* to distribute; 0 of a new one = 10 */
	int lowest, highest; /* scores; both 0 of a new one = 1 to 5; on the axis always -5 to 5 */
	int cards;           /* of paper, handed out; 0 = everybody at their own login */
	char opened_on[12];  /* of a new one: today */
	char closed_on[12];  /* "" = open */
	/* Read only: items; paper cards keyed to their end, of these spoilt; broken off; own. */
	int items, keyed, spoilt, unfinished, own;
};

struct ballot_item { /* texts in the arena */
	int position;    /* from 1; ballot_open() counts them itself */
	const char *text;
	int64_t problem; /* one of these three is its reference; 0 = not it */
	int64_t factor;
	int question;
	bool gone; /* the problem is deleted */
};

struct ballot_filter {
	int slot;            /* NO_SLOT = any */
	int subject;         /* -1 = any */
	int64_t swot, evaluation; /* 0 = any */
	bool open;           /* only those that are open */
	bool retired;        /* the retired ones in place of those in use */
};
/* The newest first. */
int ballot_list(struct db *db, const struct ballot_filter *filter, struct arena *arena,
	struct ballot **list, int *count, struct error *err);
int ballot_load(struct db *db, int64_t id, struct ballot *out, struct error *err);
int ballot_items(struct db *db, int64_t ballot, struct arena *arena, struct ballot_item **list,
	int *count, struct error *err);

/* The evaluation with this number, and its unit, into b. */
int ballot_of_evaluation(struct db *db, int64_t evaluation, struct ballot *b, struct error *err);
/* What there is to vote on as it stands now: problems of the unit (kind "problem", "priority" or
 * "driver"; year 0 = any), factors of the SWOT, statements of the evaluation. kind and year count
 * for problems only. */
int ballot_gather(struct db *db, const struct ballot *b, const char *kind, int year,
	struct arena *arena, struct ballot_item **list, int *count, struct error *err);

/* A new ballot with its items, which stay as they were put to the vote. Fills id, rev and what
 * was left at 0. While the SWOT analysis, the evaluation or its strategy is deleted, this,
 * saving, cards, votes and closing are ERROR_MISSING. Refused: no unit, no title, nothing to
 * vote on, an odd scale; factors and statements are scored 1 to 5, because so their rating and
 * score are kept; points for statements; the axis for anything but factors. */
int ballot_open(struct db *db, struct ballot *b, const struct ballot_item *items, int count,
	struct error *err);
/* Title and number of cards, while it is open; rev as read, else ERROR_CONFLICT. Refused: cards
 * handed out where somebody has voted at their own login. */
int ballot_save(struct db *db, struct ballot *b, struct error *err);
/* Forgets who voted, and writes: rank of problems, among those that are there; rating and spread
 * of factors (scores), their weights within their kind (points) or places (axis); score and
 * spread of statements. What nobody voted on, or a single person at their own login, keeps its
 * rating, weight, place or score; its rank goes, because ranks are of one vote. Unfinished cards
 * do not count: ask before. Refused: closed already, no valid card, a single own vote, another
 * number of paper cards keyed than handed out, own votes beside paper cards, as an older program
 * let them in. */
int ballot_close(struct db *db, int64_t id, int64_t rev, struct error *err);
int ballot_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int ballot_restore(struct db *db, int64_t id, struct error *err);

/* ---- cards ---- */

#define BALLOT_BLANK INT_MIN /* no score given; of points the same as 0 */
enum { BALLOT_OWN_FIRST = 100001 }; /* own votes have numbers from here, drawn by lot */

enum ballot_card_state {
	BALLOT_CARD_WHOLE,
	BALLOT_CARD_SPOILT,
	BALLOT_CARD_UNFINISHED /* broken off: kept, not counted, no result before it is keyed on */
};

struct ballot_card { /* in the arena */
	int number;
	enum ballot_card_state state;
	int *values; /* by item, BALLOT_BLANK = none */
};
/* Paper cards by number; own votes are nobody's to look at. */
int ballot_cards(struct db *db, int64_t ballot, struct arena *arena, struct ballot_card **list,
	int *count, struct error *err);
/* Writes the card. seen: what it said when it was read; NULL: it was not keyed yet; else
 * ERROR_CONFLICT, unless it says the same as what is written. Refused:
 * a closed ballot (ERROR_INPUT), a number above those handed out, a score off the scale, more
 * points than there are; the error's row is the item. values of a spoilt card are not kept. */
int ballot_card_put(struct db *db, int64_t ballot, int number, enum ballot_card_state state,
	const int *values, int count, const struct ballot_card *seen, struct error *err);
/* Takes a card that was keyed by mistake out again. */
int ballot_card_remove(struct db *db, int64_t ballot, int number, struct error *err);

/* Own votes are for ballots without paper cards; ERROR_INPUT says so of the others. */
int ballot_takes_own(const struct ballot *b, struct error *err);
/* The vote of a person at their own login; until the ballot is closed it may be given anew. */
int ballot_vote(struct db *db, int64_t ballot, int64_t person, const int *values, int count,
	struct error *err);
/* How the person voted; false in *voted where not yet. values: room for the items. */
int ballot_own_vote(struct db *db, int64_t ballot, int64_t person, int *values, int count,
	bool *voted, struct error *err);
/* Pure: what one item may be given, of points up to all of them. */
void ballot_range(const struct ballot *b, int *low, int *high);
/* Pure: checks a card's values against the ballot; item: where it is wrong, from 1, 0 = the
 * whole. */
int ballot_values_check(const struct ballot *b, const int *values, int count, int *item,
	struct error *err);

#endif
