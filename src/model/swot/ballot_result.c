/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting a ballot, and closing it: what the team said goes where it belongs. */
#include "config.h"

#include "model/swot/ballot_result.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "model/swot/ballot_parts.h"
#include "model/monitoring/evaluation.h"
#include "model/diagnosis/problem.h"
#include "model/queries.h"
#include "model/swot/swot.h"

#include <math.h>
#include <stdio.h>

/* ---- counting ---- */

static int
count_valid(struct db *db, int64_t ballot, int *valid, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_VALID, err);

	db_bind_int(q, 1, ballot);
	*valid = db_next(q) ? (int)db_int(q, 0) : 0;
	return db_end(q);
}

static void
add_votes(struct ballot_line *line, double *squares, int value, int votes)
{
	if (line->n == 0)
		line->low = value;
	line->high = value;
	line->n += votes;
	line->sum += (double)value * votes;
	*squares += (double)value * value * votes;
}

/* Whole numbers sum exactly, so the difference below loses nothing that is shown. */
static void
finish(struct ballot_line *line, double squares, const struct ballot_result *r, double total)
{
	bool points = r->ballot.method == BALLOT_POINTS;

	if (points) { /* who gave nothing gave 0 */
		if (line->n < r->valid)
			line->low = 0;
		line->n = r->valid;
	}
	if (r->ballot.own && line->n == 1) { /* whoever knows who voted would read the vote */
		*line = (struct ballot_line){ .item = line->item,
			.n = 1,
			.mean = NAN,
			.sd = NAN,
			.share = NAN,
			.few = true };
		return;
	}
	line->mean = line->n ? line->sum / line->n : NAN;
	line->sd = NAN;
	if (line->n >= 2) {
		double spread = (squares - line->sum * line->sum / line->n) / (line->n - 1);

		line->sd = spread > 0 ? sqrt(spread) : 0;
	}
	line->share = points && total > 0 ? line->sum / total : NAN;
}

static bool
counts(const struct ballot_line *line)
{
	return line->n > 0 && !line->few;
}

/* Closing gives places among what is there: a deleted problem is before nobody. */
static void
rank(struct ballot_result *r, bool closing)
{
	bool points = r->ballot.method == BALLOT_POINTS;

	for (int i = 0; i < r->count; i++) {
		double own = points ? r->lines[i].sum : r->lines[i].mean;

		if (!counts(&r->lines[i]))
			continue;
		r->lines[i].rank = 1;
		for (int k = 0; k < r->count; k++)
			if (counts(&r->lines[k]) && !(closing && r->lines[k].item.gone) &&
				(points ? r->lines[k].sum : r->lines[k].mean) > own)
				r->lines[i].rank++;
	}
}

static int
tally(struct db *db, bool closing, struct arena *arena, struct ballot_result *r, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_TALLY, err);
	double *squares = arena_array(arena, (size_t)r->count + 1, sizeof *squares);
	double total = 0;

	db_bind_int(q, 1, r->ballot.id);
	while (db_next(q)) {
		int item = (int)db_int(q, 0) - 1;

		if (item >= 0 && item < r->count)
			add_votes(&r->lines[item], &squares[item], (int)db_int(q, 1),
				(int)db_int(q, 2));
	}
	if (db_end(q) < 0)
		return -1;
	for (int i = 0; i < r->count; i++)
		total += r->lines[i].sum;
	for (int i = 0; i < r->count; i++)
		finish(&r->lines[i], squares[i], r, total);
	rank(r, closing);
	return 0;
}

static int
count_ballot(struct db *db, int64_t ballot, bool closing, struct arena *arena,
	struct ballot_result *out, struct error *err)
{
	struct ballot_item *items;

	*out = (struct ballot_result){ 0 };
	if (ballot_load(db, ballot, &out->ballot, err) ||
		ballot_items(db, ballot, arena, &items, &out->count, err) < 0 ||
		count_valid(db, ballot, &out->valid, err) < 0)
		return -1;
	out->agrees = out->ballot.keyed + out->ballot.unfinished == out->ballot.cards;
	out->shown = out->ballot.closed_on[0] || closing ||
		     (out->agrees && out->ballot.cards > 0 && out->ballot.unfinished == 0 &&
			     out->ballot.own == 0);
	out->lines = arena_array(arena, (size_t)out->count + 1, sizeof *out->lines);
	for (int i = 0; i < out->count; i++)
		out->lines[i] = (struct ballot_line){
			.item = items[i], .mean = NAN, .sd = NAN, .share = NAN
		};
	return out->shown ? tally(db, closing, arena, out, err) : 0;
}

int
ballot_result_load(struct db *db, int64_t ballot, struct arena *arena, struct ballot_result *out,
	struct error *err)
{
	return count_ballot(db, ballot, false, arena, out, err);
}

/* ---- closing ---- */

static int
rate_factor(struct db *db, const struct ballot_line *line, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_RATE_FACTOR, err);

	db_bind_int(q, 1, line->item.factor);
	db_bind_double_or_null(q, 2, line->mean);
	db_bind_double_or_null(q, 3, line->sd);
	return db_run(q, NULL);
}

static int
place_factor(struct db *db, const struct ballot_line *line, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_PLACE_FACTOR, err);

	db_bind_int(q, 1, line->item.factor);
	db_bind_double_or_null(q, 2, line->mean);
	return db_run(q, NULL);
}

static int
score_statement(
	struct db *db, int64_t evaluation, const struct ballot_line *line, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_SCORE_STATEMENT, err);

	db_bind_int(q, 1, evaluation);
	db_bind_int(q, 2, line->item.question);
	db_bind_double_or_null(q, 3, line->mean);
	db_bind_double_or_null(q, 4, line->sd);
	return db_run(q, NULL);
}

static int
kind_of(struct db *db, int64_t factor, int *kind, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_FACTOR_KIND, err);

	*kind = -1;
	db_bind_int(q, 1, factor);
	if (db_next(q))
		*kind = factor_kind_from_name(db_text(q, 0));
	return db_end(q);
}

static int
weigh_factor(struct db *db, int64_t factor, double weight, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_WEIGH_FACTOR, err);

	db_bind_int(q, 1, factor);
	db_bind_double_or_null(q, 2, weight);
	return db_run(q, NULL);
}

static int
drop_weights(struct db *db, int64_t swot, enum factor_kind kind, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_WEIGHTS_DROP, err);

	db_bind_int(q, 1, swot);
	db_bind_text(q, 2, factor_kind_name(kind));
	return db_run(q, NULL);
}

/* Points become weights: each factor's share of the points that its kind was given. A kind that
 * was given none keeps its weights. */
static int
weigh_factors(struct db *db, struct arena *arena, const struct ballot_result *r, struct error *err)
{
	int *kinds = arena_array(arena, (size_t)r->count + 1, sizeof *kinds);
	double sums[FACTOR_KINDS] = { 0 };

	for (int i = 0; i < r->count; i++) {
		if (kind_of(db, r->lines[i].item.factor, &kinds[i], err) < 0)
			return -1;
		if (kinds[i] >= 0)
			sums[kinds[i]] += r->lines[i].sum;
	}
	for (int k = 0; k < FACTOR_KINDS; k++)
		if (sums[k] > 0 && drop_weights(db, r->ballot.swot, (enum factor_kind)k, err) < 0)
			return -1;
	for (int i = 0; i < r->count; i++)
		if (kinds[i] >= 0 && sums[kinds[i]] > 0 &&
			weigh_factor(db, r->lines[i].item.factor, r->lines[i].sum / sums[kinds[i]],
				err) < 0)
			return -1;
	return 0;
}

static int
write_lines(struct db *db, const struct ballot_result *r, struct error *err)
{
	for (int i = 0; i < r->count; i++) {
		const struct ballot_line *line = &r->lines[i];
		int failed = 0;

		if (line->item.problem)
			failed = problem_rank(db, &line->item.problem, &line->rank, 1, err);
		else if (!counts(line))
			continue;
		else if (line->item.factor && r->ballot.method == BALLOT_SCORES)
			failed = rate_factor(db, line, err);
		else if (line->item.factor && r->ballot.method == BALLOT_AXIS)
			failed = place_factor(db, line, err);
		else if (line->item.question && r->ballot.evaluation)
			failed = score_statement(db, r->ballot.evaluation, line, err);
		if (failed < 0)
			return -1;
	}
	return 0;
}

static int
raise_other(struct db *db, int query, int64_t id, struct error *err)
{
	struct stmt *q;

	if (!id)
		return 0;
	q = db_start(db, query, err);
	db_bind_int(q, 1, id);
	return db_run(q, NULL);
}

/* Whoever keyed the cards could take them from the sums. */
static int
refuse_mixed(int own, struct error *err)
{
	return error_set(err, ERROR_INPUT,
		P_("Beside paper cards this ballot holds %d own vote, which could be worked out "
		   "from them. Take the cards out (F8 in the grid), set their number to 0 (F4) and "
		   "key them in a ballot of their own; then close both.",
			"Beside paper cards this ballot holds %d own votes, which could be worked "
			"out from them. Take the cards out (F8 in the grid), set their number to "
			"0 (F4) and key them in a ballot of their own; then close both.",
			own),
		own);
}

static int
check_ready(const struct ballot_result *r, struct error *err)
{
	if (r->ballot.own && (r->ballot.cards || r->ballot.keyed))
		return refuse_mixed(r->ballot.own, err);
	if (!r->agrees)
		return error_set(err, ERROR_INPUT,
			_("%d of %d cards are keyed. Key the rest, mark those that cannot be read "
			  "as spoilt, or correct the number handed out (F4)."),
			r->ballot.keyed, r->ballot.cards);
	if (r->valid == 0)
		return error_set(
			err, ERROR_INPUT, _("Nobody has voted yet, so there is nothing to close."));
	if (r->ballot.own == 1)
		return error_set(err, ERROR_INPUT,
			_("Only one person has voted, and a result of one vote would tell it. "
			  "It closes when another person has voted, too."));
	return 0;
}

/* What is closed is read by others, so nothing is written into it. */
static int
check_open(struct db *db, const struct ballot_result *r, struct error *err)
{
	struct evaluation e;

	if (!r->ballot.evaluation)
		return 0;
	if (evaluation_load(db, r->ballot.evaluation, &e, err))
		return -1;
	return e.closed_on[0]
		       ? error_set(err, ERROR_INPUT,
				 _("This evaluation is closed. Take its closing day away first, if "
				   "it has to change."))
		       : 0;
}

static char *
tell_replaced(const struct ballot *b, int n, char *dst, size_t size)
{
	if (b->subject == BALLOT_PROBLEMS)
		snprintf(dst, size,
			P_("%d of them has a place already; all get the places of this ballot, and "
			   "the old one does not come back. Replace it?",
				"%d of them have places already; all get the places of this "
				"ballot, and "
				"the old ones do not come back. Replace them?",
				n),
			n);
	else if (b->subject == BALLOT_STATEMENTS)
		snprintf(dst, size,
			P_("%d question has points already; what was voted on gets new ones, and "
			   "the old ones do not come back. Replace them?",
				"%d questions have points already; what was voted on gets new "
				"ones, and the old ones do not come back. Replace them?",
				n),
			n);
	else if (b->method == BALLOT_SCORES)
		snprintf(dst, size,
			P_("%d factor has a rating already; what was voted on gets a new one, and "
			   "the old one does not come back. Replace it?",
				"%d factors have ratings already; what was voted on gets new ones, "
				"and the old ones do not come back. Replace them?",
				n),
			n);
	else if (b->method == BALLOT_AXIS)
		snprintf(dst, size,
			P_("%d factor has a place on the axis already; what was voted on gets a "
			   "new one, and the old one does not come back. Replace it?",
				"%d factors have places on the axis already; what was voted on "
				"gets new ones, and the old ones do not come back. Replace them?",
				n),
			n);
	else
		snprintf(dst, size,
			P_("%d factor has a weight already; kinds that were given points get new "
			   "ones, and the old ones do not come back. Replace them?",
				"%d factors have weights already; kinds that were given points get "
				"new ones, and the old ones do not come back. Replace them?",
				n),
			n);
	return dst;
}

int
ballot_replaces(struct db *db, const struct ballot *b, char *dst, size_t size, struct error *err)
{
	struct arena arena = { 0 };
	struct ballot_result r;
	struct stmt *q;
	int n, failed;

	*dst = '\0';
	failed = count_ballot(db, b->id, false, &arena, &r, err) < 0 || check_ready(&r, err) ||
		 ballot_check_there(db, r.ballot.swot, r.ballot.evaluation, err) ||
		 check_open(db, &r, err);
	arena_release(&arena);
	if (failed || r.ballot.closed_on[0])
		return failed ? -1 : 0;
	q = db_start(db, Q_BALLOT_STANDING, err);
	db_bind_int(q, 1, b->id);
	n = db_next(q) ? (int)db_int(q, 0) : 0;
	if (db_end(q) < 0)
		return -1;
	if (n)
		tell_replaced(b, n, dst, size);
	return 0;
}

struct closing {
	int64_t id, rev;
	struct arena arena;
};

static int
mark_closed(struct db *db, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_BALLOT_FORGET, err);
	char today[16];

	db_bind_int(q, 1, id);
	if (db_run(q, NULL) < 0)
		return -1;
	q = db_start(db, Q_BALLOT_MARK_CLOSED, err);
	db_bind_int(q, 1, id);
	db_bind_text(q, 2, date_iso(today, sizeof today, clock_today()));
	return db_run(q, NULL);
}

static int
close_ballot(struct db *db, void *context, struct error *err)
{
	struct closing *c = context;
	struct ballot_result r;

	if (ballot_find_open(db, c->id, c->rev, err) ||
		count_ballot(db, c->id, true, &c->arena, &r, err) < 0 || check_ready(&r, err) ||
		check_open(db, &r, err))
		return -1;
	if (r.ballot.subject == BALLOT_FACTORS && r.ballot.method == BALLOT_POINTS &&
		weigh_factors(db, &c->arena, &r, err) < 0)
		return -1;
	if (write_lines(db, &r, err) < 0 ||
		raise_other(db, Q_BALLOT_RAISE_SWOT, r.ballot.swot, err) < 0 ||
		raise_other(db, Q_BALLOT_RAISE_EVALUATION, r.ballot.evaluation, err) < 0)
		return -1;
	return mark_closed(db, c->id, err);
}

int
ballot_close(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	const struct db_act act = { .action = "ballot.close", .entity = "ballot" };
	struct closing c = { id, rev, { 0 } };
	int failed = db_write(db, &act, close_ballot, &c, err);

	arena_release(&c.arena);
	return failed;
}
