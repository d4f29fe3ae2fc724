/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evaluations: the card of one, closing it. */
#include "config.h"

#include "model/monitoring/evaluation.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/monitoring/evaluation_parts.h"
#include "model/queries.h"
#include "model/strategies/strategy.h"
#include "model/word.h"

#include <string.h>

static const struct word kinds[EVALUATION_KINDS] = {
	[EVALUATION_EX_ANTE] = { "ex_ante", N_("ex-ante evaluation") },
	[EVALUATION_MID_TERM] = { "mid_term", N_("mid-term evaluation") },
	[EVALUATION_EX_POST] = { "ex_post", N_("ex-post evaluation") },
	[EVALUATION_SELF] = { "self", N_("self-assessment of monitoring") },
};

const char *
evaluation_kind_name(enum evaluation_kind k)
{
	return kinds[k].name;
}

const char *
evaluation_kind_label(enum evaluation_kind k)
{
	return _(kinds[k].label);
}

int
evaluation_kind_from_name(const char *name)
{
	return word_find(kinds, EVALUATION_KINDS, name, -1);
}

const struct kept_kind evaluation_kept = { .table = "evaluation",
	.retired = "evaluation.retire",
	.restored = "evaluation.restore",
	.head = Q_EVALUATION_HEAD,
	.retire = Q_EVALUATION_RETIRE };

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct evaluation *e)
{
	*e = (struct evaluation){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.strategy = db_int(q, 3),
		.kind = (enum evaluation_kind)word_find(
			kinds, EVALUATION_KINDS, db_text(q, 4), EVALUATION_MID_TERM),
		.year = (int)db_int(q, 6),
		.slot = (int)db_int(q, 13),
		.questions = (int)db_int(q, 14),
		.judged = (int)db_int(q, 15),
		.recommendations = (int)db_int(q, 16),
		.open = (int)db_int(q, 17) };
	text_copy(e->uid, sizeof e->uid, db_text(q, 2));
	text_copy(e->title, sizeof e->title, db_text(q, 5));
	text_copy(e->evaluator, sizeof e->evaluator, db_text(q, 7));
	text_copy(e->from_on, sizeof e->from_on, db_text(q, 8));
	text_copy(e->to_on, sizeof e->to_on, db_text(q, 9));
	text_copy(e->summary, sizeof e->summary, db_text(q, 10));
	text_copy(e->closed_on, sizeof e->closed_on, db_text(q, 11));
	text_copy(e->strategy_code, sizeof e->strategy_code, db_text(q, 12));
}

static struct stmt *
start_list(struct db *db, const struct evaluation_filter *filter, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_EVALUATION_LIST, err);

	db_bind_int(q, 1, filter->strategy);
	db_bind_int(q, 2, filter->retired);
	db_bind_int(q, 3, id);
	return q;
}

int
evaluation_list(struct db *db, const struct evaluation_filter *filter, struct arena *arena,
	struct evaluation **list, int *count, struct error *err)
{
	struct stmt *q = start_list(db, filter, 0, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
evaluation_load(struct db *db, int64_t id, struct evaluation *out, struct error *err)
{
	const struct evaluation_filter any = { 0 };
	struct stmt *q = start_list(db, &any, id, err);
	bool found = db_next(q);

	if (found)
		read_row(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This evaluation is gone already."));
}

/* ---- saving ---- */

static int
check_strategy_there(struct db *db, const struct evaluation *e, struct error *err)
{
	struct stmt *q = db_start(db, Q_EVALUATION_STRATEGY_GONE, err);
	bool gone;

	db_bind_int(q, 1, e->id);
	db_bind_int(q, 2, e->strategy);
	gone = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return gone ? error_set(err, ERROR_MISSING,
			      _("The strategy of this evaluation is deleted. Bring it back first."))
		    : 0;
}

int
evaluation_touch(struct db *db, struct evaluation *e, bool closed_too, struct error *err)
{
	struct stmt *q;
	bool closed = false;

	if (kept_check_line(db, &evaluation_kept, e->id, e->rev, err) ||
		check_strategy_there(db, e, err))
		return -1;
	q = db_start(db, Q_EVALUATION_HEAD, err);
	db_bind_int(q, 1, e->id);
	if (db_next(q))
		closed = db_int(q, 3) != 0;
	if (db_end(q) < 0)
		return -1;
	if (closed && !closed_too)
		return error_set(err, ERROR_INPUT,
			_("This evaluation is closed. Take its closing day away first, if it has "
			  "to change."));
	q = db_start(db, Q_EVALUATION_RAISE, err);
	db_bind_int(q, 1, e->id);
	if (db_run(q, NULL) < 0)
		return -1;
	e->rev++;
	db_act_entity(db, e->id);
	return 0;
}

static int
check_days(const struct evaluation *e, struct error *err)
{
	char today[16];

	date_iso(today, sizeof today, clock_today());
	if (kept_day(e->from_on, false, EVALUATION_FIELD_FROM, _("The beginning"), err) ||
		kept_day(e->to_on, false, EVALUATION_FIELD_TO, _("The end"), err) ||
		kept_day(
			e->closed_on, false, EVALUATION_FIELD_CLOSED, _("The day of closing"), err))
		return -1;
	if (e->from_on[0] && e->to_on[0] && strcmp(e->to_on, e->from_on) < 0)
		return error_field(err, ERROR_INPUT, EVALUATION_FIELD_TO,
			_("The end comes before the beginning."));
	if (strcmp(e->closed_on, today) > 0)
		return error_field(err, ERROR_INPUT, EVALUATION_FIELD_CLOSED,
			_("This day is still to come; leave it empty until then."));
	return 0;
}

/* What is closed is read by others: nothing may be left without a word. */
static int
check_judged(struct db *db, const struct evaluation *e, struct error *err)
{
	struct stmt *q;
	int left = 0;

	if (!e->closed_on[0])
		return 0;
	if (!e->id)
		return error_field(err, ERROR_INPUT, EVALUATION_FIELD_CLOSED,
			_("A new evaluation cannot be closed at once: judge its questions "
			  "first."));
	q = db_start(db, Q_EVALUATION_UNJUDGED, err);
	db_bind_int(q, 1, e->id);
	if (db_next(q))
		left = (int)db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	return left ? error_field(err, ERROR_INPUT, EVALUATION_FIELD_CLOSED,
			      P_("%d question has neither a judgement nor a score yet.",
				      "%d questions have neither a judgement nor a score yet.",
				      left),
			      left)
		    : 0;
}

/* Only what is judged before it begins can have an earlier year. */
static int
check_strategy_year(struct db *db, const struct evaluation *e, struct error *err)
{
	struct strategy s;

	if (e->kind == EVALUATION_EX_ANTE)
		return 0;
	if (strategy_load(db, e->strategy, &s, err))
		return -1;
	return e->year < s.first_year
		       ? error_field(err, ERROR_INPUT, EVALUATION_FIELD_YEAR,
				 _("The strategy begins in %d; only an ex-ante evaluation has an "
				   "earlier year."),
				 s.first_year)
		       : 0;
}

static int
check(struct db *db, const struct evaluation *e, struct error *err)
{
	if (kept_text(e->title, true, false, EVALUATION_FIELD_TITLE, _("The title"), err) ||
		kept_text(e->evaluator, false, false, EVALUATION_FIELD_EVALUATOR,
			_("Who evaluates"), err) ||
		kept_text(
			e->summary, false, true, EVALUATION_FIELD_SUMMARY, _("The summary"), err) ||
		check_days(e, err))
		return -1;
	if (e->year < 1900 || e->year > 2199)
		return error_field(err, ERROR_INPUT, EVALUATION_FIELD_YEAR,
			_("The year must have four digits, such as 2025."));
	return check_strategy_year(db, e, err) || check_judged(db, e, err) ? -1 : 0;
}

static void
bind_fields(struct stmt *q, const struct evaluation *e, int first)
{
	db_bind_text(q, first, e->title);
	db_bind_int(q, first + 1, e->year);
	db_bind_text(q, first + 2, e->evaluator);
	db_bind_text_or_null(q, first + 3, e->from_on);
	db_bind_text_or_null(q, first + 4, e->to_on);
	db_bind_text(q, first + 5, e->summary);
	db_bind_text_or_null(q, first + 6, e->closed_on);
}

static int
insert(struct db *db, struct evaluation *e, struct error *err)
{
	struct stmt *q = db_start(db, Q_EVALUATION_INSERT, err);
	char uid[UID_SIZE];

	text_copy(e->uid, sizeof e->uid, random_uid(uid));
	db_bind_text(q, 1, e->uid);
	db_bind_int(q, 2, e->strategy);
	db_bind_text(q, 3, kinds[e->kind].name);
	bind_fields(q, e, 4);
	if (db_run(q, NULL) < 0)
		return -1;
	e->id = db_last_id(db);
	e->rev = 1;
	db_act_entity(db, e->id);
	return evaluation_ask_usual(db, e, err);
}

/* Of a closed one only the closing day changes; without it all does again. */
static int
check_open(struct db *db, const struct evaluation *e, struct error *err)
{
	struct evaluation there;

	if (!e->id || !e->closed_on[0])
		return 0;
	if (evaluation_load(db, e->id, &there, err))
		return -1;
	if (!there.closed_on[0] || (strcmp(there.title, e->title) == 0 && there.year == e->year &&
					   strcmp(there.evaluator, e->evaluator) == 0 &&
					   strcmp(there.from_on, e->from_on) == 0 &&
					   strcmp(there.to_on, e->to_on) == 0 &&
					   strcmp(there.summary, e->summary) == 0))
		return 0;
	return error_set(err, ERROR_INPUT,
		_("This evaluation is closed. Take its closing day away first, if it has to "
		  "change."));
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct evaluation *e = context;
	struct stmt *q;

	if ((e->id && kept_check(db, &evaluation_kept, e->id, e->rev, err)) ||
		check_strategy_there(db, e, err) || check(db, e, err) || check_open(db, e, err))
		return -1;
	if (!e->id)
		return insert(db, e, err);
	q = db_start(db, Q_EVALUATION_UPDATE, err);
	db_bind_int(q, 1, e->id);
	bind_fields(q, e, 2);
	db_act_entity(db, e->id);
	return db_run(q, NULL);
}

int
evaluation_save(struct db *db, struct evaluation *e, struct error *err)
{
	const struct db_act act = { .action = e->id ? "evaluation.change" : "evaluation.add",
		.entity = "evaluation" };
	struct evaluation copy = *e;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	return evaluation_load(db, copy.id, e, err);
}

int
evaluation_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &evaluation_kept, id, rev, err);
}

int
evaluation_restore(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &evaluation_kept, id, err);
}
