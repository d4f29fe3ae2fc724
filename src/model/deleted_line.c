/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping lines as they stood, and the rows that bring them back. */
#include "config.h"

#include "model/deleted_line.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/diagnosis/strategic_evidence.h"
#include "model/kept.h"
#include "model/monitoring/deviation.h"
#include "model/monitoring/evaluation_parts.h"
#include "model/queries.h"
#include "model/strategies/strategy.h"
#include "model/strategies/strategy_former.h"
#include "model/strategies/task.h"
#include "model/strategies/task_money.h"
#include "model/swot/swot_parts.h"
#include "model/word.h"

static const struct word nouns[DELETED_NOUNS] = {
	[DELETED_FACTOR] = { "factor", N_("factor of a SWOT") },
	[DELETED_MONEY] = { "money", N_("money of a task") },
	[DELETED_RISK] = { "risk", N_("risk") },
	[DELETED_STEP] = { "step", N_("step of adoption") },
	[DELETED_REMARK] = { "remark", N_("remark of consultations") },
	[DELETED_QUESTION] = { "question", N_("question of an evaluation") },
	[DELETED_DEVIATION] = { "deviation", N_("cause or measure of a deviation") },
	[DELETED_RECOMMENDATION] = { "recommendation", N_("recommendation") },
	[DELETED_PROBLEM_EVIDENCE] = { "problem_evidence", N_("evidence of a problem") },
	[DELETED_FACTOR_EVIDENCE] = { "factor_evidence", N_("evidence of a factor") },
	[DELETED_EVALUATION_EVIDENCE] = { "evaluation_evidence", N_("evidence of a judgement") },
};

const char *
deleted_noun_name(enum deleted_noun n)
{
	return nouns[n].name;
}

const char *
deleted_noun_label(enum deleted_noun n)
{
	return _(nouns[n].label);
}

/* ---- reading ---- */

static struct stmt *
start_list(struct db *db, const struct deleted_of *of, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_DELETED_LINE_LIST, err);

	db_bind_text(q, 1, of ? nouns[of->noun].name : "");
	db_bind_int(q, 2, of ? of->of : 0);
	db_bind_int(q, 3, id);
	return q;
}

static void
read_row(struct stmt *q, struct arena *arena, struct deleted_line *l)
{
	*l = (struct deleted_line){ .id = db_int(q, 0),
		.noun = (enum deleted_noun)word_find(nouns, DELETED_NOUNS, db_text(q, 1), 0),
		.of = db_int(q, 2),
		.text = kept_string(arena, db_text(q, 3)),
		.login = kept_string(arena, db_text(q, 4)),
		.deleted_at = kept_string(arena, db_text(q, 5)) };
}

int
deleted_line_list(struct db *db, const struct deleted_of *of, struct arena *arena,
	struct deleted_line **list, int *count, struct error *err)
{
	struct stmt *q = start_list(db, of, 0, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, arena, &(*list)[(*count)++]);
	}
	return db_end(q);
}

/* ---- keeping ---- */

struct stmt *
deleted_line_start(struct db *db, int query, const char *text, struct error *err)
{
	struct stmt *q = db_start(db, query, err);
	char now[32];

	db_bind_text(q, 1, text);
	db_bind_int(q, 2, db_person(db));
	db_bind_text(q, 3, clock_now_utc(now, sizeof now));
	return q;
}

int
deleted_line_keep(struct db *db, struct stmt *q, char *summary, struct error *err)
{
	int64_t kept;

	if (db_run(q, &kept) < 0)
		return -1;
	if (!kept) /* the deletion itself finds nothing and says so */
		return 0;
	q = start_list(db, NULL, db_last_id(db), err);
	if (db_next(q))
		text_copy(summary, DELETED_TEXT_SIZE, db_text(q, 3));
	return db_end(q);
}

/* ---- bringing back ---- */

struct restoring {
	int64_t id;
	const char *reason;
	struct deleted_line line;
	char summary[DELETED_TEXT_SIZE];
};

static int
run(struct db *db, int query, int64_t id, int64_t *changed, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, id);
	return db_run(q, changed);
}

static int
factor_back(struct db *db, const struct deleted_line *l, const char *reason, struct error *err)
{
	static const int queries[] = { Q_DELETED_FACTOR_BACK, Q_DELETED_FACTOR_BACK_PAIRS,
		Q_DELETED_FACTOR_HAND_PAIRS, Q_DELETED_FACTOR_BACK_EVIDENCE,
		Q_DELETED_FACTOR_BACK_BALLOTS };
	int64_t now;
	bool halves;

	(void)reason;
	if (swot_find_at(db, l->of, 0, &now, &halves, err))
		return -1;
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		if (run(db, queries[i], l->id, NULL, err) < 0)
			return -1;
	return swot_raise(db, l->of, err);
}

/* Money of an approved year comes back for a reason, as it changes for one. */
static int
keep_money_change(
	struct db *db, const struct deleted_line *l, const char *reason, struct error *err)
{
	struct stmt *q = db_start(db, Q_DELETED_MONEY_ROW, err);
	struct task_money line = { .task = l->of, .reason = reason };
	int source = -1;

	db_bind_int(q, 1, l->id);
	if (db_next(q)) {
		line.year = (int)db_int(q, 0);
		source = money_source_from_name(db_text(q, 1));
		line.planned = money_from(q, 2);
		line.spent = money_from(q, 3);
	}
	if (db_end(q) < 0)
		return -1;
	line.source = source < 0 ? MONEY_OTHER : (enum money_source)source;
	return task_money_keep_change(db, &line, err);
}

static int
money_back(struct db *db, const struct deleted_line *l, const char *reason, struct error *err)
{
	char name[TASK_NAME_SIZE];
	int64_t strategy, changed;

	if (task_money_task(db, l->of, &strategy, name, err) ||
		strategy_touch(db, strategy, KEPT_ANY_REV, err) ||
		keep_money_change(db, l, reason, err) ||
		run(db, Q_DELETED_MONEY_BACK, l->id, &changed, err) < 0)
		return -1;
	return changed ? 0
		       : error_set(err, ERROR_CONFLICT,
				 _("There is a line of that year and source again. Change that "
				   "one, or delete it first."));
}

static int
strategy_back(struct db *db, const struct deleted_line *l, const char *reason, struct error *err)
{
	static const struct {
		int back, last;
	} queries[DELETED_NOUNS] = {
		[DELETED_RISK] = { Q_DELETED_RISK_BACK, Q_RISK_LAST },
		[DELETED_STEP] = { Q_DELETED_STEP_BACK, Q_ADOPTION_LAST },
		[DELETED_REMARK] = { Q_DELETED_REMARK_BACK, Q_CONSULTATION_LAST },
	};
	int64_t place = 0;
	struct stmt *q;

	(void)reason;
	if (strategy_touch(db, l->of, KEPT_ANY_REV, err) ||
		run(db, queries[l->noun].back, l->id, NULL, err) < 0)
		return -1;
	q = db_start(db, queries[l->noun].last, err);
	db_bind_int(q, 1, l->of);
	if (db_next(q))
		place = db_int(q, 0);
	return db_end(q) ? -1
			 : strategy_former_move(db, l->of, nouns[l->noun].name, -l->id, place, err);
}

/* A question with its judgement, or a recommendation. */
static int
evaluation_back(struct db *db, const struct deleted_line *l, const char *reason, struct error *err)
{
	const int query = l->noun == DELETED_QUESTION ? Q_DELETED_QUESTION_BACK
						      : Q_DELETED_RECOMMENDATION_BACK;
	struct evaluation e = { .id = l->of, .rev = KEPT_ANY_REV };

	(void)reason;
	if (evaluation_touch(db, &e, false, err))
		return -1;
	return run(db, query, l->id, NULL, err);
}

/* To the round of its year, which may have gone and begun again. */
static int
deviation_place(struct db *db, const struct deleted_line *l, struct monitoring_round *round,
	struct deviation *d, struct error *err)
{
	struct stmt *q = db_start(db, Q_DELETED_DEVIATION_PLACE, err);
	int year = 0;

	*d = (struct deviation){ .id = 0 };
	db_bind_int(q, 1, l->id);
	if (db_next(q)) {
		year = (int)db_int(q, 0);
		d->target = db_int(q, 1);
		d->task = db_int(q, 2);
	}
	if (db_end(q) < 0 || round_find(db, l->of, year, round, err))
		return -1;
	if (!d->target && !d->task)
		return error_set(
			err, ERROR_MISSING, _("The strategy has no such indicator or task."));
	if (!round->id)
		return error_set(err, ERROR_MISSING,
			_("The monitoring of %d is gone. Begin it again, then this comes back."),
			year);
	return deviation_find(db, round->id, d->target, d->task, &d->id, err);
}

static int
deviation_back(struct db *db, const struct deleted_line *l, const char *reason, struct error *err)
{
	struct monitoring_round round;
	struct deviation d;
	struct stmt *q;

	(void)reason;
	if (deviation_place(db, l, &round, &d, err))
		return -1;
	if (d.id)
		return error_set(err, ERROR_CONFLICT,
			_("Cause or measure of it are written again for %d. Change those, or empty "
			  "them first."),
			round.year);
	round.rev = KEPT_ANY_REV;
	if (round_touch(db, &round, err))
		return -1;
	q = db_start(db, Q_DELETED_DEVIATION_BACK, err);
	db_bind_int(q, 1, l->id);
	db_bind_int(q, 2, round.id);
	db_bind_int_or_null(q, 3, d.target);
	db_bind_int_or_null(q, 4, d.task);
	return db_run(q, NULL);
}

/* It speaks for the judgement of one question, not for what took its number. */
static int
check_question(struct db *db, const struct deleted_line *l, struct error *err)
{
	struct stmt *q = db_start(db, Q_DELETED_EVIDENCE_ASKED, err);
	int failed = 0;

	db_bind_int(q, 1, l->id);
	if (db_next(q) && !db_int(q, 2))
		failed = error_set(err, ERROR_MISSING,
			_("It spoke for the judgement of question %d, “%s”, which is deleted or "
			  "asks another thing now. Bring that question back first."),
			(int)db_int(q, 0), db_text(q, 1));
	return db_end(q) < 0 ? -1 : failed;
}

static int
evidence_back(struct db *db, const struct deleted_line *l, const char *reason, struct error *err)
{
	const struct strategic_owner owner = {
		.problem = l->noun == DELETED_PROBLEM_EVIDENCE ? l->of : 0,
		.factor = l->noun == DELETED_FACTOR_EVIDENCE ? l->of : 0,
		.evaluation = l->noun == DELETED_EVALUATION_EVIDENCE ? l->of : 0,
	};
	int64_t changed;

	(void)reason;
	if (strategic_evidence_raise(db, &owner, err) || check_question(db, l, err) ||
		run(db, Q_DELETED_EVIDENCE_BACK, l->id, &changed, err) < 0)
		return -1;
	if (!changed)
		return error_set(err, ERROR_INPUT,
			_("The same evidence stands here already; nothing was added."));
	db_act_entity(db, db_last_id(db));
	return 0;
}

static int
find(struct db *db, int64_t id, struct arena *arena, struct deleted_line *out, struct error *err)
{
	struct stmt *q = start_list(db, NULL, id, err);
	bool found = id && db_next(q);

	if (found)
		read_row(q, arena, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("It is there again already."));
}

static const struct {
	const char *act, *entity;
	int (*back)(
		struct db *db, const struct deleted_line *l, const char *reason, struct error *err);
} ways[DELETED_NOUNS] = {
	[DELETED_FACTOR] = { "swot.factor-back", "swot", factor_back },
	[DELETED_MONEY] = { "task.money-back", "strategy", money_back },
	[DELETED_RISK] = { "strategy.risk-back", "strategy", strategy_back },
	[DELETED_STEP] = { "strategy.step-back", "strategy", strategy_back },
	[DELETED_REMARK] = { "strategy.remark-back", "strategy", strategy_back },
	[DELETED_QUESTION] = { "evaluation.question-back", "evaluation", evaluation_back },
	[DELETED_DEVIATION] = { "round.deviation-back", "monitoring_round", deviation_back },
	[DELETED_RECOMMENDATION] = { "evaluation.recommendation-back", "evaluation",
		evaluation_back },
	[DELETED_PROBLEM_EVIDENCE] = { "strategic_evidence.back", "strategic_evidence",
		evidence_back },
	[DELETED_FACTOR_EVIDENCE] = { "strategic_evidence.back", "strategic_evidence",
		evidence_back },
	[DELETED_EVALUATION_EVIDENCE] = { "strategic_evidence.back", "strategic_evidence",
		evidence_back },
};

static int
restore(struct db *db, void *context, struct error *err)
{
	struct restoring *r = context;
	struct arena arena = { 0 };
	struct deleted_line now;
	int failed = find(db, r->id, &arena, &now, err);

	if (!failed) {
		text_copy(r->summary, sizeof r->summary, now.text);
		failed = ways[now.noun].back(db, &now, r->reason, err) ||
			 run(db, Q_DELETED_LINE_DROP, r->id, NULL, err) < 0;
	}
	arena_release(&arena);
	return failed ? -1 : 0;
}

int
deleted_line_restore(struct db *db, int64_t id, const char *reason, struct error *err)
{
	struct restoring r = { .id = id, .reason = reason };
	struct arena arena = { 0 };
	int failed = find(db, id, &arena, &r.line, err);
	struct db_act act = { .summary = r.summary };

	if (!failed) {
		act.action = ways[r.line.noun].act;
		act.entity = ways[r.line.noun].entity;
		failed = db_write(db, &act, restore, &r, err);
	}
	arena_release(&arena);
	return failed ? -1 : 0;
}
