/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recommendations: what an evaluation asks for, and what became of it. */
#include "config.h"

#include "model/monitoring/recommendation.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/monitoring/evaluation_parts.h"
#include "model/queries.h"
#include "model/word.h"

#include <string.h>

static const struct word states[RECOMMENDATION_STATES] = {
	[RECOMMENDATION_OPEN] = { "open", N_("waiting for a decision") },
	[RECOMMENDATION_ACCEPTED] = { "accepted", N_("taken up") },
	[RECOMMENDATION_DONE] = { "done", N_("carried out") },
	[RECOMMENDATION_REJECTED] = { "rejected", N_("rejected") },
};

const char *
recommendation_state_name(enum recommendation_state s)
{
	return states[s].name;
}

const char *
recommendation_state_label(enum recommendation_state s)
{
	return _(states[s].label);
}

int
recommendation_state_from_name(const char *name)
{
	return word_find(states, RECOMMENDATION_STATES, name, -1);
}

static bool
settled(enum recommendation_state s)
{
	return s == RECOMMENDATION_DONE || s == RECOMMENDATION_REJECTED;
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, const char *today, struct recommendation *r)
{
	*r = (struct recommendation){ .id = db_int(q, 0),
		.evaluation = db_int(q, 1),
		.position = (int)db_int(q, 2),
		.question = (int)db_int(q, 3),
		.state = (enum recommendation_state)word_find(
			states, RECOMMENDATION_STATES, db_text(q, 7), RECOMMENDATION_OPEN),
		.strategy = db_int(q, 10) };
	text_copy(r->text, sizeof r->text, db_text(q, 4));
	text_copy(r->office, sizeof r->office, db_text(q, 5));
	text_copy(r->due_on, sizeof r->due_on, db_text(q, 6));
	text_copy(r->answer, sizeof r->answer, db_text(q, 8));
	text_copy(r->settled_on, sizeof r->settled_on, db_text(q, 9));
	text_copy(r->strategy_code, sizeof r->strategy_code, db_text(q, 11));
	text_copy(r->evaluation_title, sizeof r->evaluation_title, db_text(q, 12));
	r->overdue = !settled(r->state) && r->due_on[0] && strcmp(r->due_on, today) < 0;
}

int
recommendation_list(struct db *db, const struct recommendation_filter *filter, struct arena *arena,
	struct recommendation **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_RECOMMENDATION_LIST, err);
	char today[16];
	size_t room = 0;

	date_iso(today, sizeof today, clock_today());
	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, filter->evaluation);
	db_bind_int(q, 2, filter->strategy);
	db_bind_int(q, 3, filter->open);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, today, &(*list)[(*count)++]);
	}
	return db_end(q);
}

/* ---- saving ---- */

struct recommending {
	struct evaluation *e;
	struct recommendation *r;
	int64_t id;
	char summary[DELETED_TEXT_SIZE]; /* of a deletion, for the act */
};

static int
check_texts(const struct recommendation *r, struct error *err)
{
	if (kept_text(
		    r->text, true, true, RECOMMENDATION_FIELD_TEXT, _("The recommendation"), err) ||
		kept_text(r->office, false, false, RECOMMENDATION_FIELD_OFFICE, _("The office"),
			err) ||
		kept_text(r->answer, false, true, RECOMMENDATION_FIELD_ANSWER, _("The answer"),
			err) ||
		kept_day(r->due_on, false, RECOMMENDATION_FIELD_DUE, _("The last day"), err) ||
		(r->settled_on[0] && kept_past_day(r->settled_on, RECOMMENDATION_FIELD_SETTLED,
					     _("The day of settling"), err)))
		return -1;
	return 0;
}

static int
check(struct db *db, const struct evaluation *e, const struct recommendation *r, struct error *err)
{
	struct arena arena = { 0 };
	struct evaluation_question *list;
	int count, at = 0, failed;

	if (check_texts(r, err))
		return -1;
	if (r->state == RECOMMENDATION_REJECTED && !r->answer[strspn(r->answer, " \n")])
		return error_field(err, ERROR_INPUT, RECOMMENDATION_FIELD_ANSWER,
			_("Say why the recommendation is rejected."));
	if (!r->question)
		return 0;
	failed = evaluation_questions(db, e->id, &arena, &list, &count, err);
	while (!failed && at < count && list[at].position != r->question)
		at++;
	arena_release(&arena);
	if (failed)
		return -1;
	return at < count ? 0
			  : error_field(err, ERROR_INPUT, RECOMMENDATION_FIELD_QUESTION,
				    _("The evaluation has no question number %d."), r->question);
}

/* After closing only what became of it may change. */
static int
check_same(struct db *db, const struct recommendation *r, struct error *err)
{
	struct stmt *q = db_start(db, Q_RECOMMENDATION_NOW, err);
	int changed = RECOMMENDATION_FIELD_TEXT;

	db_bind_int(q, 1, r->evaluation);
	db_bind_int(q, 2, r->id);
	if (db_next(q))
		changed = strcmp(db_text(q, 0), r->text)     ? RECOMMENDATION_FIELD_TEXT
			  : db_int(q, 1) != r->question      ? RECOMMENDATION_FIELD_QUESTION
			  : strcmp(db_text(q, 3), r->office) ? RECOMMENDATION_FIELD_OFFICE
			  : strcmp(db_text(q, 4), r->due_on) ? RECOMMENDATION_FIELD_DUE
							     : 0;
	if (db_end(q) < 0)
		return -1;
	return !changed ? 0
			: error_field(err, ERROR_INPUT, changed,
				  _("The evaluation is closed: what it recommends stays, only what "
				    "became of it is still written down."));
}

static void
bind_fields(struct stmt *q, const struct recommendation *r)
{
	char today[16];

	date_iso(today, sizeof today, clock_today());
	db_bind_int_or_null(q, 3, r->question);
	db_bind_text(q, 4, r->text);
	db_bind_text(q, 5, r->office);
	db_bind_text_or_null(q, 6, r->due_on);
	db_bind_text(q, 7, states[r->state].name);
	db_bind_text(q, 8, r->answer);
	db_bind_text_or_null(q, 9,
		!settled(r->state) ? ""
		: r->settled_on[0] ? r->settled_on
				   : today);
}

static int
put(struct db *db, void *context, struct error *err)
{
	struct recommending *g = context;
	struct recommendation *r = g->r;
	struct stmt *q;
	int64_t changed;

	r->evaluation = g->e->id;
	g->e->rev = kept_line_rev(r->id, g->e->rev);
	if (evaluation_touch(db, g->e, r->id != 0, err) || check(db, g->e, r, err) ||
		(r->id && g->e->closed_on[0] && check_same(db, r, err)))
		return -1;
	q = db_start(db, r->id ? Q_RECOMMENDATION_UPDATE : Q_RECOMMENDATION_INSERT, err);
	db_bind_int(q, 1, r->evaluation);
	if (r->id)
		db_bind_int(q, 2, r->id);
	bind_fields(q, r);
	if (db_run(q, &changed) < 0)
		return -1;
	if (!changed)
		return error_set(err, ERROR_MISSING, _("This recommendation is gone already."));
	if (!r->id)
		r->id = db_last_id(db);
	return 0;
}

static int
write_one(struct db *db, struct evaluation *e, struct recommending *g,
	int (*change)(struct db *db, void *context, struct error *err), struct error *err)
{
	const struct db_act act = {
		.action = "evaluation.recommendation", .entity = "evaluation", .summary = g->summary
	};
	struct evaluation copy = *e;

	g->e = &copy;
	if (db_write(db, &act, change, g, err) < 0)
		return -1;
	return evaluation_load(db, copy.id, e, err);
}

int
recommendation_save(
	struct db *db, struct evaluation *e, struct recommendation *r, struct error *err)
{
	struct recommendation copy = *r;
	struct recommending g = { .r = &copy };

	if (write_one(db, e, &g, put, err) < 0)
		return -1;
	r->id = copy.id;
	r->evaluation = copy.evaluation;
	return 0;
}

static int
take_away(struct db *db, void *context, struct error *err)
{
	struct recommending *g = context;
	struct stmt *q;
	int state = -1;

	if (evaluation_touch(db, g->e, false, err))
		return -1;
	q = db_start(db, Q_RECOMMENDATION_NOW, err);
	db_bind_int(q, 1, g->e->id);
	db_bind_int(q, 2, g->id);
	if (db_next(q))
		state = word_find(states, RECOMMENDATION_STATES, db_text(q, 2), -1);
	if (db_end(q) < 0)
		return -1;
	if (state < 0)
		return error_set(err, ERROR_MISSING, _("This recommendation is gone already."));
	if (state != RECOMMENDATION_OPEN)
		return error_set(err, ERROR_INPUT,
			_("It was decided on already; reject it with a reason in place of "
			  "deleting it."));
	q = deleted_line_start(db, Q_DELETED_RECOMMENDATION_KEEP, NULL, err);
	db_bind_int(q, 4, g->e->id);
	db_bind_int(q, 5, g->id);
	if (deleted_line_keep(db, q, g->summary, err))
		return -1;
	q = db_start(db, Q_RECOMMENDATION_DELETE, err);
	db_bind_int(q, 1, g->e->id);
	db_bind_int(q, 2, g->id);
	return db_run(q, NULL);
}

int
recommendation_remove(struct db *db, struct evaluation *e, int64_t id, struct error *err)
{
	struct recommending g = { .id = id };

	return write_one(db, e, &g, take_away, err);
}
