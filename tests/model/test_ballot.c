/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots: opening, cards of paper and own votes, counting, and what closing writes. */
#include "values_fixture.h"

#include "model/check.h"
#include "model/diagnosis/problem.h"
#include "model/monitoring/evaluation.h"
#include "model/swot/ballot_result.h"
#include "model/swot/swot.h"
#include "store/internal.h"

#include <sqlite3.h>

static struct db *db;
static struct arena arena;
static struct ballot ballot;
static int unit;

static void
sql(const char *text)
{
	assert_int_equal(sqlite3_exec(db->handle, text, NULL, NULL, NULL), SQLITE_OK);
}

static int
setup(void **state)
{
	(void)state;
	db = fixture_database();
	unit = fixture_slot(db, "020101");
	sql("INSERT INTO person (id, uid, login, role, created_at) VALUES "
	    "(2, printf('%032d', 2), 'anna', 'clerk', 0)");
	ballot = (struct ballot){
		.slot = unit, .subject = BALLOT_PROBLEMS, .method = BALLOT_SCORES, .cards = 3
	};
	strcpy(ballot.title, "Problemy gminy");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_release(&arena);
	db_close(db);
	return 0;
}

static int64_t
number(const char *text)
{
	sqlite3_stmt *q;
	int64_t n;

	assert_int_equal(sqlite3_prepare_v2(db->handle, text, -1, &q, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	n = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return n;
}

static void
open_three(void)
{
	const struct ballot_item items[] = { { .text = "a" }, { .text = "b" }, { .text = "c" } };
	struct error err = { 0 };

	assert_done(ballot_open(db, &ballot, items, 3, &err), err);
}

static int
card(int number, int a, int b, int c, struct error *err)
{
	const int values[] = { a, b, c };

	return ballot_card_put(db, ballot.id, number, BALLOT_CARD_WHOLE, values, 3, NULL, err);
}

static struct ballot_result
result(void)
{
	struct ballot_result r;
	struct error err = { 0 };

	assert_done(ballot_result_load(db, ballot.id, &arena, &r, &err), err);
	return r;
}

static int
close_now(struct error *err)
{
	struct error ignored = { 0 };

	assert_done(ballot_load(db, ballot.id, &ballot, &ignored), ignored);
	return ballot_close(db, ballot.id, ballot.rev, err);
}

/* ---- opening ---- */

static void
a_ballot_without_items_title_or_scale_is_refused(void **state)
{
	const struct ballot_item item = { .text = "a" };
	struct ballot b = ballot;
	struct error err = { 0 };

	(void)state;
	assert_int_equal(ballot_open(db, &b, NULL, 0, &err), -1);
	assert_code(err, ERROR_INPUT);
	b.title[0] = '\0';
	assert_int_equal(ballot_open(db, &b, &item, 1, &err), -1);
	assert_int_equal(err.field, BALLOT_FIELD_TITLE);
	assert_code(err, ERROR_INPUT);
	b = ballot;
	b.lowest = 3;
	b.highest = 3;
	assert_int_equal(ballot_open(db, &b, &item, 1, &err), -1);
	assert_int_equal(err.field, BALLOT_FIELD_HIGHEST);
	assert_code(err, ERROR_INPUT);
	b = ballot;
	b.subject = BALLOT_STATEMENTS;
	b.method = BALLOT_POINTS;
	assert_int_equal(ballot_open(db, &b, &item, 1, &err), -1);
	assert_int_equal(err.field, BALLOT_FIELD_METHOD);
	assert_code(err, ERROR_INPUT);
	b.method = BALLOT_SCORES;
	b.highest = 10;
	assert_int_equal(ballot_open(db, &b, &item, 1, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
an_open_ballot_is_listed_with_its_cards(void **state)
{
	struct ballot_filter filter = { .slot = unit, .subject = BALLOT_PROBLEMS, .open = true };
	struct ballot *list;
	struct error err = { 0 };
	int count;

	(void)state;
	open_three();
	assert_int_equal(ballot.lowest, 1);
	assert_int_equal(ballot.highest, 5);
	assert_string_equal(ballot.opened_on, "2026-11-22");
	assert_done(card(2, 1, 2, 3, &err), err);
	assert_done(ballot_list(db, &filter, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].items, 3);
	assert_int_equal(list[0].keyed, 1);
	filter.subject = BALLOT_FACTORS;
	assert_done(ballot_list(db, &filter, &arena, &list, &count, &err), err);
	assert_int_equal(count, 0);
}

/* ---- cards ---- */

static void
a_card_is_keyed_once_and_changed_only_knowingly(void **state)
{
	const int other[] = { 5, 5, 5 }, mine[] = { 4, 4, 4 };
	struct ballot_card *list, *read;
	struct error err = { 0 };
	int count;

	(void)state;
	open_three();
	assert_done(card(1, 1, 2, BALLOT_BLANK, &err), err);
	assert_int_equal(card(1, 3, 3, 3, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(ballot_cards(db, ballot.id, &arena, &read, &count, &err), err);
	assert_done(ballot_card_put(db, ballot.id, 1, BALLOT_CARD_WHOLE, other, 3, &read[0], &err),
		err);
	/* A second person who read it too wrote over nobody's card. */
	assert_int_equal(
		ballot_card_put(db, ballot.id, 1, BALLOT_CARD_WHOLE, mine, 3, &read[0], &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(
		ballot_card_put(db, ballot.id, 1, BALLOT_CARD_SPOILT, mine, 3, &read[0], &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(ballot_card_put(db, ballot.id, 1, BALLOT_CARD_WHOLE, other, 3, &read[0], &err),
		err);
	assert_int_equal(
		ballot_card_put(db, ballot.id, 2, BALLOT_CARD_WHOLE, other, 3, &read[0], &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(
		ballot_card_put(db, ballot.id, 3, BALLOT_CARD_SPOILT, other, 3, NULL, &err), err);
	assert_done(ballot_cards(db, ballot.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 2);
	assert_int_equal(list[0].values[2], 5);
	assert_int_equal(list[1].state, BALLOT_CARD_SPOILT);
	assert_int_equal(list[1].values[0], BALLOT_BLANK);
	assert_done(ballot_card_remove(db, ballot.id, 3, &err), err);
	assert_int_equal(ballot_card_remove(db, ballot.id, 3, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
a_card_off_the_scale_empty_or_never_handed_out_is_refused(void **state)
{
	struct error err = { 0 };

	(void)state;
	open_three();
	assert_int_equal(card(1, 1, 6, 2, &err), -1);
	assert_int_equal(err.row, 2);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(card(1, BALLOT_BLANK, BALLOT_BLANK, BALLOT_BLANK, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(card(4, 1, 1, 1, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(card(0, 1, 1, 1, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
nobody_gives_more_points_than_there_are(void **state)
{
	struct error err = { 0 };

	(void)state;
	ballot.method = BALLOT_POINTS;
	open_three();
	assert_int_equal(card(1, 6, 4, 1, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(card(1, 6, 4, BALLOT_BLANK, &err), err);
	assert_done(card(2, 1, 0, 0, &err), err);
}

static void
fewer_cards_than_are_keyed_cannot_have_been_handed_out(void **state)
{
	struct error err = { 0 };

	(void)state;
	open_three();
	assert_done(card(3, 1, 1, 1, &err), err);
	assert_done(ballot_load(db, ballot.id, &ballot, &err), err);
	ballot.cards = 2;
	assert_int_equal(ballot_save(db, &ballot, &err), -1);
	assert_int_equal(err.field, BALLOT_FIELD_CARDS);
	assert_code(err, ERROR_INPUT);
	ballot.cards = 5;
	ballot.rev--;
	assert_int_equal(ballot_save(db, &ballot, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(ballot_retire(db, ballot.id, ballot.rev, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(ballot_load(db, ballot.id, &ballot, &err), err);
	assert_int_equal(ballot.cards, 3);
}

/* ---- the result ---- */

/* Scores a 5, 4, blank; b 1, 1, 4; c 3, 3, 3. a: mean 9/2, sd sqrt((0,25 + 0,25) / 1) = 0,7071; b:
 * mean 2, sd sqrt((1 + 1 + 4) / 2) = 1,7321; c: mean 3, sd 0. */
static void
means_spread_and_ranks_show_when_all_cards_are_keyed(void **state)
{
	struct ballot_result r;
	struct error err = { 0 };

	(void)state;
	open_three();
	assert_done(card(1, 5, 1, 3, &err), err);
	assert_done(card(2, 4, 1, 3, &err), err);
	r = result();
	assert_false(r.shown);
	assert_true(isnan(r.lines[0].mean));
	assert_done(card(3, BALLOT_BLANK, 4, 3, &err), err);
	r = result();
	assert_true(r.shown && r.agrees);
	assert_int_equal(r.lines[0].n, 2);
	assert_value(r.lines[0].mean, 4.5);
	assert_float_equal(r.lines[0].sd, 0.70711, 1e-5);
	assert_float_equal(r.lines[1].sd, 1.73205, 1e-5);
	assert_value(r.lines[2].sd, 0);
	assert_int_equal(r.lines[0].rank, 1);
	assert_int_equal(r.lines[1].rank, 3);
	assert_int_equal(r.lines[2].rank, 2);
	assert_int_equal(r.lines[1].low, 1);
	assert_int_equal(r.lines[1].high, 4);
}

static void
points_count_over_all_valid_cards_and_equals_share_a_rank(void **state)
{
	const int none[] = { 0, 0, 0 };
	struct ballot_result r;
	struct error err = { 0 };

	(void)state;
	ballot.method = BALLOT_POINTS;
	open_three();
	assert_done(card(1, 6, 4, BALLOT_BLANK, &err), err);
	assert_done(card(2, 4, 6, 0, &err), err);
	assert_done(
		ballot_card_put(db, ballot.id, 3, BALLOT_CARD_SPOILT, none, 3, NULL, &err), err);
	r = result();
	assert_int_equal(r.valid, 2);
	assert_value(r.lines[0].sum, 10);
	assert_value(r.lines[0].share, 0.5);
	assert_int_equal(r.lines[0].rank, 1);
	assert_int_equal(r.lines[1].rank, 1);
	assert_int_equal(r.lines[2].rank, 3);
	assert_int_equal(r.lines[2].n, 2);
	assert_value(r.lines[2].mean, 0);
}

static void
a_card_that_was_broken_off_shows_no_result_and_does_not_count(void **state)
{
	const int begun[] = { 4, BALLOT_BLANK, BALLOT_BLANK };
	struct ballot_card *list;
	struct ballot b;
	struct ballot_result r;
	struct error err = { 0 };
	int count;

	(void)state;
	ballot.method = BALLOT_POINTS;
	open_three();
	assert_done(card(1, 6, 4, BALLOT_BLANK, &err), err);
	assert_done(card(2, 4, 6, 0, &err), err);
	assert_done(ballot_card_put(db, ballot.id, 3, BALLOT_CARD_UNFINISHED, begun, 3, NULL, &err),
		err);
	assert_done(ballot_load(db, ballot.id, &b, &err), err);
	assert_int_equal(b.keyed, 2);
	assert_int_equal(b.unfinished, 1);
	assert_false(result().shown);
	assert_done(ballot_cards(db, ballot.id, &arena, &list, &count, &err), err);
	assert_int_equal(list[2].state, BALLOT_CARD_UNFINISHED);
	assert_int_equal(list[2].values[0], 4);
	assert_done(close_now(&err), err);
	r = result();
	assert_int_equal(r.valid, 2);
	assert_value(r.lines[0].sum, 10);
	assert_value(r.lines[0].mean, 5);
}

/* ---- closing ---- */

static void
a_ballot_closes_only_when_all_cards_are_keyed_and_takes_no_vote_then(void **state)
{
	struct error err = { 0 };

	(void)state;
	open_three();
	assert_done(card(1, 5, 1, 3, &err), err);
	assert_int_equal(close_now(&err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(card(2, 5, 1, 3, &err), err);
	assert_done(card(3, 5, 1, 3, &err), err);
	assert_int_equal(ballot_close(db, ballot.id, 1, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(close_now(&err), err);
	assert_done(ballot_load(db, ballot.id, &ballot, &err), err);
	assert_string_equal(ballot.closed_on, "2026-11-22");
	assert_int_equal(close_now(&err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(ballot_card_remove(db, ballot.id, 1, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(ballot_vote(db, ballot.id, 1, (const int[]){ 1, 1, 1 }, 3, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(number("SELECT count(*) FROM ballot_score"), 9);
}

static void
count_fault(void *context, const char *sentence)
{
	*(int *)context += strstr(sentence, "beside paper cards") != NULL;
}

static void
own_votes_beside_paper_cards_are_told_and_not_counted_together(void **state)
{
	struct error err = { 0 };
	int faults = 0;

	(void)state;
	ballot.cards = 0;
	open_three();
	assert_done(ballot_vote(db, ballot.id, 1, (const int[]){ 1, 2, 3 }, 3, &err), err);
	sql("UPDATE ballot SET cards = 1"); /* as an older program allowed it */
	assert_done(ballot_load(db, ballot.id, &ballot, &err), err);
	assert_done(card(1, 3, 3, 3, &err), err);
	assert_int_equal(close_now(&err), -1);
	assert_non_null(strstr(err.text, "own vote,"));
	assert_code(err, ERROR_INPUT);
	assert_int_not_equal(check_database(db, count_fault, &faults, &err), 0);
	assert_int_equal(faults, 1);
	assert_done(ballot_card_remove(db, ballot.id, 1, &err), err);
	assert_done(ballot_load(db, ballot.id, &ballot, &err), err);
	ballot.cards = 0;
	assert_done(ballot_save(db, &ballot, &err), err);
	assert_done(ballot_vote(db, ballot.id, 2, (const int[]){ 1, 2, 3 }, 3, &err), err);
	assert_done(close_now(&err), err);
}

static void
own_votes_may_be_changed_and_lose_their_person_at_closing(void **state)
{
	int values[3];
	struct error err = { 0 };
	bool voted;

	(void)state;
	ballot.cards = 0;
	open_three();
	assert_int_equal(close_now(&err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(ballot_own_vote(db, ballot.id, 1, values, 3, &voted, &err), err);
	assert_false(voted);
	assert_done(ballot_vote(db, ballot.id, 1, (const int[]){ 1, 2, 3 }, 3, &err), err);
	assert_done(ballot_vote(db, ballot.id, 1, (const int[]){ 4, 2, BALLOT_BLANK }, 3, &err), err);
	assert_done(ballot_own_vote(db, ballot.id, 1, values, 3, &voted, &err), err);
	assert_true(voted);
	assert_int_equal(values[0], 4);
	assert_int_equal(values[2], BALLOT_BLANK);
	assert_false(result().shown);
	assert_int_equal(ballot_vote(db, ballot.id, 0, values, 3, &err), -1);
	assert_code(err, ERROR_DENIED);
	assert_done(
		ballot_vote(db, ballot.id, 2, (const int[]){ 2, 2, BALLOT_BLANK }, 3, &err), err);
	assert_done(close_now(&err), err);
	assert_int_equal(number("SELECT count(*) FROM ballot_card"), 2);
	assert_int_equal(number("SELECT count(*) FROM ballot_card WHERE person_id IS NULL"), 2);
	assert_true(number("SELECT min(number) FROM ballot_card") >= BALLOT_OWN_FIRST);
	assert_value(result().lines[0].mean, 3);
}

/* Two people vote, one leaves rows empty: what stands in such a row is the other's vote. */
static void
a_single_own_vote_is_no_result(void **state)
{
	struct ballot_result r;
	struct error err = { 0 };

	(void)state;
	ballot.cards = 0;
	open_three();
	assert_done(
		ballot_vote(db, ballot.id, 1, (const int[]){ 4, 2, BALLOT_BLANK }, 3, &err), err);
	assert_int_equal(close_now(&err), -1);
	assert_non_null(strstr(err.text, "one person"));
	assert_code(err, ERROR_INPUT);
	assert_done(
		ballot_vote(db, ballot.id, 2, (const int[]){ BALLOT_BLANK, 4, 5 }, 3, &err), err);
	assert_done(close_now(&err), err);
	r = result();
	assert_true(r.lines[0].few && r.lines[2].few && !r.lines[1].few);
	assert_int_equal(r.lines[0].n, 1);
	assert_true(isnan(r.lines[0].mean) && isnan(r.lines[2].mean));
	assert_value(r.lines[2].sum, 0);
	assert_int_equal(r.lines[2].low, 0);
	assert_int_equal(r.lines[2].high, 0);
	assert_int_equal(r.lines[2].rank, 0);
	assert_int_equal(r.lines[1].rank, 1);
	assert_value(r.lines[1].mean, 3);
}

static void
own_votes_and_paper_cards_never_meet_in_one_ballot(void **state)
{
	struct error err = { 0 };

	(void)state;
	open_three();
	assert_int_equal(ballot_vote(db, ballot.id, 1, (const int[]){ 1, 2, 3 }, 3, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(number("SELECT count(*) FROM ballot_card"), 0);
	assert_done(ballot_load(db, ballot.id, &ballot, &err), err);
	ballot.cards = 0;
	assert_done(ballot_save(db, &ballot, &err), err);
	assert_done(ballot_vote(db, ballot.id, 1, (const int[]){ 1, 2, 3 }, 3, &err), err);
	assert_done(ballot_load(db, ballot.id, &ballot, &err), err);
	ballot.cards = 3;
	assert_int_equal(ballot_save(db, &ballot, &err), -1);
	assert_int_equal(err.field, BALLOT_FIELD_CARDS);
	assert_code(err, ERROR_INPUT);
}

static void
closing_ranks_the_problems(void **state)
{
	struct ballot_item *items;
	struct error err = { 0 };
	char text[200];
	int count;

	(void)state;
	for (int i = 1; i <= 3; i++) {
		snprintf(text, sizeof text,
			"INSERT INTO problem (uid, slot, kind, year, text) VALUES (printf('%%032d', %d), "
			"%d, 'problem', 2026, 'p%d')",
			i, unit, i);
		sql(text);
	}
	assert_done(ballot_gather(db, &ballot, "problem", 2026, &arena, &items, &count, &err), err);
	assert_int_equal(count, 3);
	assert_done(ballot_open(db, &ballot, items, count, &err), err);
	assert_done(card(1, 2, 5, 2, &err), err);
	assert_done(card(2, 2, 5, 2, &err), err);
	assert_done(card(3, 2, 4, 2, &err), err);
	/* deleted meanwhile: where it comes back, it has the place of this ballot */
	sql("UPDATE problem SET position = 7, retired_at = '2026-11-22T09:00:00Z' WHERE text = "
	    "'p3'");
	assert_done(close_now(&err), err);
	assert_int_equal(number("SELECT position FROM problem WHERE text = 'p2'"), 1);
	assert_int_equal(number("SELECT position FROM problem WHERE text = 'p1'"), 2);
	assert_int_equal(number("SELECT position FROM problem WHERE text = 'p3'"), 2);
	assert_int_equal(number("SELECT rev FROM problem WHERE text = 'p2'"), 2);
}

static void
the_first_place_is_of_a_problem_that_is_there(void **state)
{
	struct ballot_item *items;
	struct error err = { 0 };
	char text[200];
	int count;

	(void)state;
	for (int i = 1; i <= 3; i++) {
		snprintf(text, sizeof text,
			"INSERT INTO problem (uid, slot, kind, year, text) VALUES "
			"(printf('%%032d', %d), %d, 'problem', 2026, 'p%d')",
			i, unit, i);
		sql(text);
	}
	assert_done(ballot_gather(db, &ballot, "problem", 2026, &arena, &items, &count, &err), err);
	assert_done(ballot_open(db, &ballot, items, count, &err), err);
	for (int i = 1; i <= 3; i++)
		assert_done(card(i, 5, 2, 3, &err), err);
	sql("UPDATE problem SET retired_at = '2026-11-22T09:00:00Z' WHERE text = 'p1'");
	assert_done(close_now(&err), err);
	assert_int_equal(number("SELECT position FROM problem WHERE text = 'p3'"), 1);
	assert_int_equal(number("SELECT position FROM problem WHERE text = 'p2'"), 2);
	/* The result tells the vote as it was. */
	assert_int_equal(result().lines[0].rank, 1);
	assert_int_equal(result().lines[2].rank, 2);
}

static void
what_the_newest_ballot_did_not_ask_about_says_so_and_stands_last(void **state)
{
	struct problem_filter filter = { .slot = unit, .kind = -1 };
	struct ballot_item *items;
	struct problem *list;
	struct error err = { 0 };
	char text[200];
	int count;

	(void)state;
	for (int i = 1; i <= 4; i++) {
		snprintf(text, sizeof text,
			"INSERT INTO problem (uid, slot, kind, year, text) VALUES "
			"(printf('%%032d', %d), "
			"%d, 'problem', 2026, 'p%d')",
			i, unit, i);
		sql(text);
	}
	sql("UPDATE problem SET position = 1 WHERE text = 'p4'"); /* of an older vote */
	assert_done(ballot_gather(db, &ballot, "problem", 2026, &arena, &items, &count, &err), err);
	assert_string_equal(items[0].text, "p4");
	assert_done(ballot_open(db, &ballot, items + 1, 3, &err), err);
	for (int i = 1; i <= 3; i++)
		assert_done(card(i, 2, 5, 3, &err), err);
	assert_done(problem_list(db, &filter, &arena, &list, &count, &err), err);
	assert_false(list[0].not_voted); /* the ballot is open */
	assert_done(close_now(&err), err);
	assert_done(problem_list(db, &filter, &arena, &list, &count, &err), err);
	assert_int_equal(count, 4);
	assert_string_equal(list[0].text, "p2");
	assert_false(list[0].not_voted);
	assert_string_equal(list[3].text, "p4");
	assert_true(list[3].not_voted);
	assert_int_equal(list[3].position, 1);
}

static struct swot
swot_with_factors(void)
{
	const enum factor_kind kinds[] = { FACTOR_STRENGTH, FACTOR_STRENGTH, FACTOR_THREAT };
	struct swot swot = { .slot = unit, .year = 2026 };
	struct error err = { 0 };

	strcpy(swot.title, "SWOT");
	assert_done(swot_save(db, &swot, &err), err);
	for (int i = 0; i < 3; i++) {
		struct swot_factor f = { .kind = kinds[i], .weight = 0.9, .rating = NAN, .axis = NAN };

		snprintf(f.text, sizeof f.text, "czynnik %d", i + 1);
		assert_done(swot_factor_save(db, swot.id, &swot.rev, &f, &err), err);
	}
	return swot;
}

static void
open_factors(enum ballot_method method)
{
	struct swot swot = swot_with_factors();
	struct ballot_item *items;
	struct error err = { 0 };
	int count;

	ballot.subject = BALLOT_FACTORS;
	ballot.method = method;
	ballot.swot = swot.id;
	ballot.cards = 2;
	assert_done(ballot_gather(db, &ballot, "", 0, &arena, &items, &count, &err), err);
	assert_int_equal(count, 3);
	assert_string_equal(items[2].text, "T1. czynnik 3");
	assert_done(ballot_open(db, &ballot, items, count, &err), err);
}

static void
closing_rates_the_factors_by_mean_and_spread(void **state)
{
	struct swot_factor *list;
	struct error err = { 0 };
	int count;

	(void)state;
	open_factors(BALLOT_SCORES);
	assert_done(card(1, 4, 3, BALLOT_BLANK, &err), err);
	assert_done(card(2, 5, 3, BALLOT_BLANK, &err), err);
	assert_done(close_now(&err), err);
	assert_done(swot_factors(db, ballot.swot, &arena, &list, &count, &err), err);
	assert_value(list[0].rating, 4.5);
	assert_float_equal(list[0].spread, 0.70711, 1e-5);
	assert_value(list[1].spread, 0);
	assert_true(isnan(list[2].rating));
	assert_value(list[0].weight, 0.9);
}

static void
votes_on_the_axis_place_the_factors_and_leave_their_ratings(void **state)
{
	struct swot_factor *list;
	struct ballot_card *cards;
	struct ballot_result r;
	char text[512];
	struct error err = { 0 };
	int count;

	(void)state;
	open_factors(BALLOT_AXIS);
	sql("UPDATE swot_factor SET rating = 3, axis = 1 WHERE kind = 'threat'");
	assert_int_equal(card(1, 6, 0, 0, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(card(1, -5, 0, -1, &err), err);
	assert_done(card(2, -2, 5, BALLOT_BLANK, &err), err);
	assert_done(ballot_cards(db, ballot.id, &arena, &cards, &count, &err), err);
	assert_int_equal(cards[0].values[0], -5);
	assert_int_equal(cards[0].values[1], 0);
	assert_int_equal(cards[0].values[2], -1);
	assert_int_equal(cards[1].values[2], BALLOT_BLANK);
	r = result();
	assert_value(r.lines[0].mean, -3.5);
	assert_float_equal(r.lines[0].sd, 2.12132, 1e-5);
	assert_int_equal(r.lines[0].low, -5);
	assert_int_equal(r.lines[0].high, -2);
	assert_int_equal(r.lines[2].n, 1);
	assert_int_equal(r.lines[1].rank, 1);
	assert_done(ballot_replaces(db, &ballot, text, sizeof text, &err), err);
	assert_non_null(strstr(text, "place on the axis"));
	assert_done(close_now(&err), err);
	assert_done(swot_factors(db, ballot.swot, &arena, &list, &count, &err), err);
	assert_value(list[0].axis, -3.5);
	assert_value(list[1].axis, 2.5);
	assert_value(list[2].axis, -1);
	assert_value(list[2].rating, 3);
	assert_true(isnan(list[0].rating) && isnan(list[0].spread));
}

static void
an_own_vote_on_the_axis_reads_back_with_its_sign(void **state)
{
	struct error err = { 0 };
	int values[3];
	bool voted;

	(void)state;
	open_factors(BALLOT_AXIS);
	ballot.cards = 0;
	assert_done(ballot_save(db, &ballot, &err), err);
	assert_done(ballot_vote(db, ballot.id, 1, (const int[]){ -4, BALLOT_BLANK, -1 }, 3, &err), err);
	assert_done(ballot_own_vote(db, ballot.id, 1, values, 3, &voted, &err), err);
	assert_true(voted && values[0] == -4 && values[1] == BALLOT_BLANK && values[2] == -1);
}

static void
problems_have_no_place_on_the_axis(void **state)
{
	const struct ballot_item item = { .text = "a" };
	struct error err = { 0 };

	(void)state;
	ballot.method = BALLOT_AXIS;
	assert_int_equal(ballot_open(db, &ballot, &item, 1, &err), -1);
	assert_int_equal(err.field, BALLOT_FIELD_METHOD);
	assert_code(err, ERROR_INPUT);
}

static void
points_for_factors_become_weights_within_their_kind(void **state)
{
	struct swot_factor *list;
	struct error err = { 0 };
	int count;

	(void)state;
	open_factors(BALLOT_POINTS);
	assert_done(card(1, 6, 2, 2, &err), err);
	assert_done(card(2, 6, 2, 2, &err), err);
	assert_done(close_now(&err), err);
	assert_done(swot_factors(db, ballot.swot, &arena, &list, &count, &err), err);
	assert_value(list[0].weight, 0.75);
	assert_value(list[1].weight, 0.25);
	assert_value(list[2].weight, 1);
}

static void
a_kind_that_was_given_no_points_keeps_its_weights(void **state)
{
	struct swot_factor *list;
	char text[512];
	struct error err = { 0 };
	int count;

	(void)state;
	open_factors(BALLOT_POINTS);
	assert_done(card(1, 0, 0, 2, &err), err);
	assert_done(card(2, 0, 0, 2, &err), err);
	assert_done(ballot_replaces(db, &ballot, text, sizeof text, &err), err);
	assert_non_null(strstr(text, "weight"));
	assert_done(close_now(&err), err);
	assert_done(swot_factors(db, ballot.swot, &arena, &list, &count, &err), err);
	assert_value(list[0].weight, 0.9);
	assert_value(list[2].weight, 1);
}

static void
open_statements(void)
{
	struct ballot_item *items;
	struct error err = { 0 };
	char text[300];
	int count;

	snprintf(text, sizeof text,
		"INSERT INTO strategy (id, uid, code, slot, kind, name, first_year, last_year) VALUES "
		"(1, printf('%%032d', 1), 'S', %d, 'development', 'S', 2021, 2030)",
		unit);
	sql(text);
	sql("INSERT INTO evaluation (id, uid, strategy_id, kind, title, year) VALUES "
	    "(7, printf('%032d', 1), 1, 'self', 'Ocena', 2026)");
	sql("INSERT INTO evaluation_question (evaluation_id, position, criterion, text) VALUES "
	    "(7, 1, 'data', 'a'), (7, 2, 'use', 'b'), (7, 3, 'people', 'c')");
	ballot.subject = BALLOT_STATEMENTS;
	ballot.evaluation = 7;
	ballot.cards = 2;
	assert_done(ballot_gather(db, &ballot, "", 0, &arena, &items, &count, &err), err);
	assert_done(ballot_open(db, &ballot, items, count, &err), err);
}

static void
closing_scores_the_statements_of_a_self_assessment(void **state)
{
	char text[512];
	struct error err = { 0 };

	(void)state;
	open_statements();
	assert_done(card(1, 1, 3, 5, &err), err);
	assert_done(card(2, 3, 3, 5, &err), err);
	assert_done(ballot_replaces(db, &ballot, text, sizeof text, &err), err);
	assert_string_equal(text, "");
	assert_done(close_now(&err), err);
	assert_int_equal(number("SELECT score FROM evaluation_question WHERE position = 1"), 2);
	assert_int_equal(number("SELECT 100 * spread FROM evaluation_question WHERE position = 1"), 141);
	assert_int_equal(number("SELECT rev FROM evaluation"), 2);
}

static void
a_later_ballot_keeps_the_points_of_what_nobody_voted_on(void **state)
{
	char text[512];
	struct error err = { 0 };

	(void)state;
	open_statements();
	sql("UPDATE evaluation_question SET score = 4, spread = 1 WHERE position < 3");
	assert_done(card(1, 5, BALLOT_BLANK, BALLOT_BLANK, &err), err);
	assert_done(card(2, 5, BALLOT_BLANK, BALLOT_BLANK, &err), err);
	assert_done(ballot_replaces(db, &ballot, text, sizeof text, &err), err);
	assert_non_null(strstr(text, "2 questions have points already"));
	assert_non_null(strstr(text, "do not come back"));
	assert_done(close_now(&err), err);
	assert_int_equal(number("SELECT score FROM evaluation_question WHERE position = 1"), 5);
	assert_int_equal(number("SELECT score FROM evaluation_question WHERE position = 2"), 4);
	assert_int_equal(number("SELECT spread FROM evaluation_question WHERE position = 2"), 1);
	assert_int_equal(
		number("SELECT score IS NULL FROM evaluation_question WHERE position = 3"), 1);
}

static void
refused_as_deleted(const char *what)
{
	struct error err = { 0 };

	assert_int_equal(card(2, 3, 3, 5, &err), -1);
	assert_non_null(strstr(err.text, what));
	assert_code(err, ERROR_MISSING);
	assert_int_equal(ballot_card_remove(db, ballot.id, 1, &err), -1);
	assert_int_equal(close_now(&err), -1);
	assert_non_null(strstr(err.text, what));
	assert_int_equal(ballot_save(db, &ballot, &err), -1);
}

static void
what_hangs_on_something_deleted_takes_no_votes_and_is_not_closed(void **state)
{
	struct ballot another;
	struct ballot_item items[] = { { .text = "a", .question = 1 } };
	struct error err = { 0 };

	(void)state;
	open_statements();
	assert_done(card(1, 1, 3, 5, &err), err);
	another = ballot;
	sql("UPDATE evaluation SET retired_at = '2026-11-22T09:00:00Z'");
	refused_as_deleted("The evaluation");
	assert_int_equal(ballot_open(db, &another, items, 1, &err), -1);
	assert_code(err, ERROR_MISSING);
	sql("UPDATE evaluation SET retired_at = NULL");
	sql("UPDATE strategy SET retired_at = '2026-11-22T09:00:00Z'");
	refused_as_deleted("The strategy");
	assert_int_equal(number("SELECT rev FROM evaluation"), 1);
	sql("UPDATE strategy SET retired_at = NULL");
	assert_done(card(2, 1, 3, 5, &err), err);
	assert_done(close_now(&err), err);
}

static void
factors_of_a_deleted_swot_are_not_rated(void **state)
{
	struct error err = { 0 };

	(void)state;
	open_factors(BALLOT_SCORES);
	assert_done(card(1, 4, 3, 5, &err), err);
	sql("UPDATE swot SET retired_at = '2026-11-22T09:00:00Z'");
	refused_as_deleted("The SWOT analysis");
	assert_int_equal(number("SELECT count(rating) FROM swot_factor"), 0);
	/* It can still be deleted itself. */
	assert_done(ballot_retire(db, ballot.id, ballot.rev, &err), err);
}

static void
the_score_of_a_statement_that_went_is_not_written_to_a_later_one(void **state)
{
	struct evaluation e;
	struct evaluation_question later = {
		.criterion = CRITERION_PEOPLE, .text = "d", .score = NAN
	};
	struct error err = { 0 };

	(void)state;
	open_statements();
	assert_done(card(1, 1, 3, 5, &err), err);
	assert_done(card(2, 3, 3, 5, &err), err);
	assert_done(ballot_load(db, ballot.id, &ballot, &err), err);
	assert_done(ballot_retire(db, ballot.id, ballot.rev, &err), err);
	assert_done(evaluation_load(db, 7, &e, &err), err);
	assert_done(evaluation_question_remove(db, &e, 3, &err), err);
	assert_done(evaluation_question_save(db, &e, &later, &err), err);
	assert_done(ballot_restore(db, ballot.id, &err), err);
	assert_done(close_now(&err), err);
	assert_int_equal(number("SELECT score FROM evaluation_question WHERE text = 'b'"), 3);
	assert_int_equal(
		number("SELECT score IS NULL FROM evaluation_question WHERE text = 'd'"), 1);
	assert_int_equal(number("SELECT position FROM evaluation_question WHERE text = 'd'"), 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(a_ballot_without_items_title_or_scale_is_refused),
		T(an_open_ballot_is_listed_with_its_cards),
		T(a_card_is_keyed_once_and_changed_only_knowingly),
		T(a_card_off_the_scale_empty_or_never_handed_out_is_refused),
		T(nobody_gives_more_points_than_there_are),
		T(fewer_cards_than_are_keyed_cannot_have_been_handed_out),
		T(means_spread_and_ranks_show_when_all_cards_are_keyed),
		T(points_count_over_all_valid_cards_and_equals_share_a_rank),
		T(a_card_that_was_broken_off_shows_no_result_and_does_not_count),
		T(a_ballot_closes_only_when_all_cards_are_keyed_and_takes_no_vote_then),
		T(own_votes_may_be_changed_and_lose_their_person_at_closing),
		T(own_votes_beside_paper_cards_are_told_and_not_counted_together),
		T(own_votes_and_paper_cards_never_meet_in_one_ballot),
		T(closing_ranks_the_problems),
		T(the_first_place_is_of_a_problem_that_is_there),
		T(what_hangs_on_something_deleted_takes_no_votes_and_is_not_closed),
		T(factors_of_a_deleted_swot_are_not_rated),
		T(what_the_newest_ballot_did_not_ask_about_says_so_and_stands_last),
		T(closing_rates_the_factors_by_mean_and_spread),
		T(votes_on_the_axis_place_the_factors_and_leave_their_ratings),
		T(an_own_vote_on_the_axis_reads_back_with_its_sign),
		T(problems_have_no_place_on_the_axis),
		T(points_for_factors_become_weights_within_their_kind),
		T(a_kind_that_was_given_no_points_keeps_its_weights),
		T(a_later_ballot_keeps_the_points_of_what_nobody_voted_on),
		T(a_single_own_vote_is_no_result),
		T(closing_scores_the_statements_of_a_self_assessment),
		T(the_score_of_a_statement_that_went_is_not_written_to_a_later_one),
	};

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-11-22T09:00:00Z", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
