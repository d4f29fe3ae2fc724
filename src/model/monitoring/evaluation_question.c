/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions of evaluations and statements of self-assessments. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/monitoring/evaluation_parts.h"
#include "model/queries.h"
#include "model/word.h"

#include <math.h>

static const struct word criteria[CRITERIA] = {
	[CRITERION_RELEVANCE] = { "relevance", N_("relevance") },
	[CRITERION_EFFECTIVENESS] = { "effectiveness", N_("effectiveness") },
	[CRITERION_EFFICIENCY] = { "efficiency", N_("efficiency") },
	[CRITERION_USEFULNESS] = { "usefulness", N_("usefulness") },
	[CRITERION_SUSTAINABILITY] = { "sustainability", N_("sustainability") },
	[CRITERION_COHERENCE] = { "coherence", N_("coherence") },
	[CRITERION_DATA] = { "data", N_("data of the monitoring") },
	[CRITERION_PEOPLE] = { "people", N_("people and duties") },
	[CRITERION_USE] = { "use", N_("use of results") },
	[CRITERION_FOLLOW_UP] = { "follow_up", N_("follow-up of conclusions") },
};

const char *
criterion_name(enum evaluation_criterion c)
{
	return criteria[c].name;
}

const char *
criterion_label(enum evaluation_criterion c)
{
	return _(criteria[c].label);
}

int
criterion_from_name(const char *name)
{
	return word_find(criteria, CRITERIA, name, -1);
}

bool
criterion_fits(enum evaluation_criterion c, enum evaluation_kind kind)
{
	return (c >= CRITERION_DATA) == (kind == EVALUATION_SELF);
}

/* ---- what is usually asked ---- */

struct usual {
	enum evaluation_criterion criterion;
	const char *text;
};

static const struct usual before[] = {
	{ CRITERION_RELEVANCE, N_("Do the goals answer the problems that the diagnosis found?") },
	{ CRITERION_COHERENCE, N_("Do goals, tasks and plans of other levels fit together?") },
	{ CRITERION_EFFECTIVENESS,
		N_("Can the targets be reached with the tasks that are planned?") },
	{ CRITERION_EFFICIENCY, N_("Is the money planned in proportion to the expected results?") },
	{ CRITERION_USEFULNESS,
		N_("Whose needs will the results serve, and whose will they not?") },
	{ CRITERION_SUSTAINABILITY, N_("What will keep the results when the tasks are over?") },
};

static const struct usual later[] = {
	{ CRITERION_RELEVANCE, N_("Do the goals still answer the problems of the unit?") },
	{ CRITERION_EFFECTIVENESS, N_("How far were the targets reached, and why not further?") },
	{ CRITERION_EFFICIENCY, N_("Could the same be had for less, or more for the same money?") },
	{ CRITERION_USEFULNESS, N_("What has changed for the people who live here?") },
	{ CRITERION_SUSTAINABILITY, N_("Will the results stay when the money ends?") },
	{ CRITERION_COHERENCE, N_("Do tasks and programmes support each other?") },
};

static const struct usual own[] = {
	{ CRITERION_DATA, N_("Every goal has an indicator that shows what changes.") },
	{ CRITERION_DATA, N_("Figures come on time, with their source and their date.") },
	{ CRITERION_DATA, N_("We know what residents think of services, and how it changes.") },
	{ CRITERION_PEOPLE, N_("It is said who delivers what, when and to whom.") },
	{ CRITERION_PEOPLE, N_("The people who keep the figures know what they are for.") },
	{ CRITERION_PEOPLE, N_("Offices work on the monitoring together, not each for itself.") },
	{ CRITERION_USE, N_("The report is read and talked over by the management.") },
	{ CRITERION_USE,
		N_("The council and residents get the results in a form they understand.") },
	{ CRITERION_USE, N_("Budget and plans are made with the results of the monitoring.") },
	{ CRITERION_FOLLOW_UP,
		N_("Each deviation has a cause, a measure and somebody in charge.") },
	{ CRITERION_FOLLOW_UP,
		N_("Measures that were decided are carried out and looked at again.") },
	{ CRITERION_FOLLOW_UP,
		N_("The set of indicators is looked through and mended each year.") },
};

static int
ask(struct db *db, int64_t evaluation, const struct usual *list, size_t count, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct stmt *q = db_start(db, Q_EVALUATION_QUESTION_INSERT, err);

		db_bind_int(q, 1, evaluation);
		db_bind_text(q, 3, criteria[list[i].criterion].name);
		db_bind_text(q, 4, _(list[i].text));
		db_bind_text(q, 5, "");
		db_bind_text(q, 6, "");
		db_bind_null(q, 7);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}

int
evaluation_ask_usual(struct db *db, const struct evaluation *e, struct error *err)
{
	if (e->kind == EVALUATION_SELF)
		return ask(db, e->id, own, sizeof own / sizeof *own, err);
	if (e->kind == EVALUATION_EX_ANTE)
		return ask(db, e->id, before, sizeof before / sizeof *before, err);
	return ask(db, e->id, later, sizeof later / sizeof *later, err);
}

/* ---- reading ---- */

int
evaluation_questions(struct db *db, int64_t evaluation, struct arena *arena,
	struct evaluation_question **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_EVALUATION_QUESTIONS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, evaluation);
	while (db_next(q)) {
		struct evaluation_question *x;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		x = &(*list)[(*count)++];
		*x = (struct evaluation_question){ .position = (int)db_int(q, 0),
			.criterion = (enum evaluation_criterion)word_find(
				criteria, CRITERIA, db_text(q, 1), CRITERION_RELEVANCE),
			.score = db_double_or_nan(q, 5),
			.spread = db_double_or_nan(q, 6) };
		text_copy(x->text, sizeof x->text, db_text(q, 2));
		text_copy(x->evidence, sizeof x->evidence, db_text(q, 3));
		text_copy(x->judgement, sizeof x->judgement, db_text(q, 4));
	}
	return db_end(q);
}

int
evaluation_means(
	const struct evaluation_question *list, int count, struct criterion_mean means[CRITERIA])
{
	int n = 0;

	for (int c = 0; c < CRITERIA; c++) {
		struct criterion_mean m = { .criterion = (enum evaluation_criterion)c };
		double sum = 0;

		for (int i = 0; i < count; i++) {
			if ((int)list[i].criterion != c)
				continue;
			m.questions++;
			if (!isnan(list[i].score)) {
				m.scored++;
				sum += list[i].score;
			}
		}
		m.score = m.scored ? sum / m.scored : NAN;
		if (m.questions)
			means[n++] = m;
	}
	return n;
}

/* ---- saving ---- */

struct asking {
	struct evaluation *e;
	const struct evaluation_question *question;
	int position;
	char summary[DELETED_TEXT_SIZE]; /* of a deletion, for the act */
};

static int
check(const struct evaluation *e, const struct evaluation_question *x, struct error *err)
{
	if (!criterion_fits(x->criterion, e->kind))
		return error_field(err, ERROR_INPUT, EVALUATION_QUESTION_CRITERION,
			e->kind == EVALUATION_SELF
				? _("A self-assessment asks about data, people, use and follow-up.")
				: _("This criterion belongs to self-assessments of monitoring."));
	if (kept_text(x->text, true, false, EVALUATION_QUESTION_TEXT, _("The question"), err) ||
		kept_text(x->evidence, false, true, EVALUATION_QUESTION_EVIDENCE, _("The evidence"),
			err) ||
		kept_text(x->judgement, false, true, EVALUATION_QUESTION_JUDGEMENT,
			_("The judgement"), err))
		return -1;
	if (x->score < EVALUATION_SCORE_LOWEST || x->score > EVALUATION_SCORE_HIGHEST)
		return error_field(err, ERROR_INPUT, EVALUATION_QUESTION_SCORE,
			_("A score lies between %d and %d."), EVALUATION_SCORE_LOWEST,
			EVALUATION_SCORE_HIGHEST);
	return 0;
}

static int
put(struct db *db, void *context, struct error *err)
{
	struct asking *a = context;
	const struct evaluation_question *x = a->question;
	struct stmt *q;
	int64_t changed;

	a->e->rev = kept_line_rev(x->position, a->e->rev);
	if (evaluation_touch(db, a->e, false, err) || check(a->e, x, err))
		return -1;
	q = db_start(
		db, x->position ? Q_EVALUATION_QUESTION_UPDATE : Q_EVALUATION_QUESTION_INSERT, err);
	db_bind_int(q, 1, a->e->id);
	if (x->position)
		db_bind_int(q, 2, x->position);
	db_bind_text(q, 3, criteria[x->criterion].name);
	db_bind_text(q, 4, x->text);
	db_bind_text(q, 5, x->evidence);
	db_bind_text(q, 6, x->judgement);
	db_bind_double_or_null(q, 7, x->score);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0 : error_set(err, ERROR_MISSING, _("This question is gone already."));
}

static int
write_question(struct db *db, struct evaluation *e, struct asking *a,
	int (*change)(struct db *db, void *context, struct error *err), struct error *err)
{
	const struct db_act act = {
		.action = "evaluation.question", .entity = "evaluation", .summary = a->summary
	};
	struct evaluation copy = *e;

	a->e = &copy;
	if (db_write(db, &act, change, a, err) < 0)
		return -1;
	return evaluation_load(db, copy.id, e, err);
}

int
evaluation_question_save(struct db *db, struct evaluation *e,
	const struct evaluation_question *question, struct error *err)
{
	struct asking a = { .question = question };

	return write_question(db, e, &a, put, err);
}

static int
take_away(struct db *db, void *context, struct error *err)
{
	struct asking *a = context;
	struct stmt *q;
	int64_t changed;
	bool recommended = false, voted = false, evident = false;

	if (evaluation_touch(db, a->e, false, err))
		return -1;
	q = db_start(db, Q_EVALUATION_QUESTION_USED, err);
	db_bind_int(q, 1, a->e->id);
	db_bind_int(q, 2, a->position);
	if (db_next(q)) {
		recommended = db_int(q, 0) != 0;
		voted = db_int(q, 1) != 0;
		evident = db_int(q, 2) != 0;
	}
	if (db_end(q) < 0)
		return -1;
	if (recommended || voted)
		return error_set(err, ERROR_INPUT,
			recommended ? _("A recommendation follows from this question; it stays.")
				    : _("The team votes on this statement; it stays."));
	if (evident)
		return error_set(err, ERROR_INPUT,
			_("Evidence speaks for the judgement of this question; take it out "
			  "first."));
	q = deleted_line_start(db, Q_DELETED_QUESTION_KEEP, NULL, err);
	db_bind_int(q, 4, a->e->id);
	db_bind_int(q, 5, a->position);
	if (deleted_line_keep(db, q, a->summary, err))
		return -1;
	q = db_start(db, Q_EVALUATION_QUESTION_DELETE, err);
	db_bind_int(q, 1, a->e->id);
	db_bind_int(q, 2, a->position);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0 : error_set(err, ERROR_MISSING, _("This question is gone already."));
}

int
evaluation_question_remove(struct db *db, struct evaluation *e, int position, struct error *err)
{
	struct asking a = { .position = position };

	return write_question(db, e, &a, take_away, err);
}
