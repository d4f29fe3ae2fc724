/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of an evaluation, of a question, of a recommendation. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/monitoring/recommendation.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define AT(type, member) .offset = offsetof(type, member), .size = sizeof((type *)0)->member

/* ---- an evaluation ---- */

struct evaluation_values {
	int kind;
	char title[256], year[8], evaluator[160], from_on[32], to_on[32], summary[2048];
	char closed_on[32];
};

static const char *const kinds[] = { N_("ex-ante evaluation"), N_("mid-term evaluation"),
	N_("ex-post evaluation"), N_("self-assessment of monitoring"), NULL };

static const struct field evaluation_fields[] = {
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		AT(struct evaluation_values, kind),
		.choices = kinds,
		.width = 32,
		.help = N_("The questions follow from it; it stays as it was chosen.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Title"),
		AT(struct evaluation_values, title),
		.required = true,
		.width = 54,
		.help = N_("What the evaluation is called.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Year"),
		AT(struct evaluation_values, year),
		.required = true,
		.width = 6,
		.whole = true,
		.min = 1900,
		.max = 2199,
		.help = N_("The year up to which it looks.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Who evaluates"),
		AT(struct evaluation_values, evaluator),
		.width = 54,
		.help = N_("Department, team or firm.") },
	{ .kind = FIELD_DATE,
		.label = N_("From"),
		AT(struct evaluation_values, from_on),
		.width = 12,
		.help = N_("The day on which the work began.") },
	{ .kind = FIELD_DATE,
		.label = N_("To"),
		AT(struct evaluation_values, to_on),
		.width = 12,
		.help = N_("The day on which it ended.") },
	{ .kind = FIELD_LINES,
		.label = N_("Summary"),
		AT(struct evaluation_values, summary),
		.rows = 5,
		.help = N_("What was found, in a few sentences.") },
	{ .kind = FIELD_DATE,
		.label = N_("Closed on"),
		AT(struct evaluation_values, closed_on),
		.width = 12,
		.help = N_("From then on its questions and judgements do not change.") },
};
enum { EVALUATION_FIELDS = sizeof evaluation_fields / sizeof *evaluation_fields };
static const char *const evaluation_names[EVALUATION_FIELDS] = { "kind", "title", "year",
	"evaluator", "from_on", "to_on", "summary", "closed_on" };

static int
evaluation_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct evaluation_values *v = values;
	struct evaluation e;

	if (of->id == 0) {
		v->kind = EVALUATION_MID_TERM;
		card_form_number(v->year, sizeof v->year, clock_today().year);
		return 0;
	}
	if (evaluation_load(app->db, of->id, &e, err))
		return -1;
	of->rev = e.rev;
	text_copy(of->uid, sizeof of->uid, e.uid);
	v->kind = (int)e.kind;
	text_copy(v->title, sizeof v->title, e.title);
	card_form_number(v->year, sizeof v->year, e.year);
	text_copy(v->evaluator, sizeof v->evaluator, e.evaluator);
	card_form_date(v->from_on, sizeof v->from_on, e.from_on);
	card_form_date(v->to_on, sizeof v->to_on, e.to_on);
	text_copy(v->summary, sizeof v->summary, e.summary);
	card_form_date(v->closed_on, sizeof v->closed_on, e.closed_on);
	return 0;
}

static int
evaluation_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct evaluation_values *v = values;
	struct evaluation e = { .strategy = of->parent, .kind = (enum evaluation_kind)v->kind };

	if (of->id && evaluation_load(app->db, of->id, &e, err))
		return -1;
	if (of->id && (int)e.kind != v->kind)
		return error_field(err, ERROR_INPUT, EVALUATION_FIELD_KIND,
			_("An evaluation keeps its kind, because its questions follow from it."));
	e.rev = of->rev;
	text_copy(e.title, sizeof e.title, v->title);
	e.year = (int)card_form_whole(v->year);
	text_copy(e.evaluator, sizeof e.evaluator, v->evaluator);
	card_form_iso(e.from_on, sizeof e.from_on, v->from_on);
	card_form_iso(e.to_on, sizeof e.to_on, v->to_on);
	text_copy(e.summary, sizeof e.summary, v->summary);
	card_form_iso(e.closed_on, sizeof e.closed_on, v->closed_on);
	if (evaluation_save(app->db, &e, err))
		return -1;
	of->id = e.id;
	return 0;
}

static void
evaluation_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Evaluation %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New evaluation"));
}

const struct card_form_kind evaluation_form = { .name = "evaluation",
	.fields = evaluation_fields,
	.names = evaluation_names,
	.count = EVALUATION_FIELDS,
	.size = sizeof(struct evaluation_values),
	.role = PERSON_CLERK,
	.read = evaluation_read,
	.save = evaluation_write,
	.title = evaluation_title,
	.saved = N_("The evaluation is saved.") };

/* ---- a question ---- */

struct question_values {
	int criterion;
	char text[512], evidence[1024], judgement[1024], score[16];
	double was, spread; /* not in the form */
};

/* In the order of enum evaluation_criterion. */
static const char *const criteria[] = { N_("relevance"), N_("effectiveness"), N_("efficiency"),
	N_("usefulness"), N_("sustainability"), N_("coherence"), N_("data of the monitoring"),
	N_("people and duties"), N_("use of results"), N_("follow-up of conclusions"), NULL };

static const struct field question_fields[] = {
	{ .kind = FIELD_CHOICE,
		.label = N_("Criterion"),
		AT(struct question_values, criterion),
		.choices = criteria,
		.width = 28,
		.help = N_(
			"By what the question judges; the last four are for self-assessments.") },
	{ .kind = FIELD_LINES,
		.label = N_("Question"),
		AT(struct question_values, text),
		.required = true,
		.rows = 2,
		.help = N_("The question, or the statement that the team scores.") },
	{ .kind = FIELD_LINES,
		.label = N_("Evidence"),
		AT(struct question_values, evidence),
		.rows = 4,
		.help = N_("Figures, results of surveys, documents that speak for the "
			   "judgement.") },
	{ .kind = FIELD_LINES,
		.label = N_("Judgement"),
		AT(struct question_values, judgement),
		.rows = 4,
		.help = N_("The answer, in a few sentences.") },
	{ .kind = FIELD_NUMBER,
		.label = N_("Score"),
		AT(struct question_values, score),
		.width = 6,
		.help = N_("From 1 to 5; a ballot writes it by itself.") },
};
enum { QUESTION_JUDGEMENT = 3, QUESTION_FIELDS = sizeof question_fields / sizeof *question_fields };
static const char *const question_names[QUESTION_FIELDS] = { "criterion", "text", "evidence",
	"judgement", "score" };

static int
find_question(struct app *app, const struct evaluation *e, int position,
	struct evaluation_question *out, struct error *err)
{
	struct arena arena = { 0 };
	struct evaluation_question *list;
	int count, failed = evaluation_questions(app->db, e->id, &arena, &list, &count, err);

	out->position = 0;
	for (int i = 0; !failed && i < count; i++)
		if (list[i].position == position)
			*out = list[i];
	arena_release(&arena);
	if (!failed && !out->position)
		return error_set(err, ERROR_MISSING, _("This question is gone already."));
	return failed;
}

static int
question_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct question_values *v = values;
	struct evaluation_question x;
	struct evaluation e;

	if (evaluation_load(app->db, of->parent, &e, err))
		return -1;
	of->rev = e.rev;
	snprintf(of->uid, sizeof of->uid, "%.20s-%d", e.uid, (int)of->id);
	v->was = v->spread = NAN;
	if (of->id == 0) {
		v->criterion = e.kind == EVALUATION_SELF ? CRITERION_DATA : CRITERION_RELEVANCE;
		return 0;
	}
	if (find_question(app, &e, (int)of->id, &x, err))
		return -1;
	v->criterion = (int)x.criterion;
	text_copy(v->text, sizeof v->text, x.text);
	text_copy(v->evidence, sizeof v->evidence, x.evidence);
	text_copy(v->judgement, sizeof v->judgement, x.judgement);
	if (!isnan(x.score))
		number_format(v->score, sizeof v->score, x.score, -1);
	v->was = x.score;
	v->spread = x.spread;
	return 0;
}

static int
question_write(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct question_values *v = values;
	struct evaluation_question x = { .position = (int)of->id,
		.criterion = (enum evaluation_criterion)v->criterion,
		.score = NAN,
		.spread = v->spread };
	struct evaluation e;
	char before[16] = "";

	if (evaluation_load(app->db, of->parent, &e, err))
		return -1;
	e.rev = of->rev;
	text_copy(x.text, sizeof x.text, v->text);
	text_copy(x.evidence, sizeof x.evidence, v->evidence);
	text_copy(x.judgement, sizeof x.judgement, v->judgement);
	if (v->score[0] && number_parse(v->score, &x.score))
		return error_field(err, ERROR_INPUT, EVALUATION_QUESTION_SCORE,
			_("“%s” is no number."), v->score);
	/* A mean that was only shown rounded stays as the ballot wrote it. */
	if (!isnan(v->was) && !strcmp(v->score, number_format(before, sizeof before, v->was, -1)))
		x.score = v->was;
	if (evaluation_question_save(app->db, &e, &x, err))
		return -1;
	of->id = x.position ? x.position : e.questions;
	return 0;
}

static void
question_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Question %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New question"));
}

const struct card_form_kind evaluation_question_form = { .name = "evaluation_question",
	.fields = question_fields,
	.names = question_names,
	.count = QUESTION_FIELDS,
	.first = QUESTION_JUDGEMENT,
	.size = sizeof(struct question_values),
	.role = PERSON_CLERK,
	.read = question_read,
	.save = question_write,
	.title = question_title,
	.saved = N_("The question is saved.") };

/* ---- a recommendation ---- */

struct recommendation_values {
	char question[8], text[1024], office[128], due_on[32];
	int state;
	char answer[1024], settled_on[32];
};

static const char *const states[] = { N_("waiting for a decision"), N_("taken up"),
	N_("carried out"), N_("rejected"), NULL };

static const struct field recommendation_fields[] = {
	{ .kind = FIELD_NUMBER,
		.label = N_("From question"),
		AT(struct recommendation_values, question),
		.width = 5,
		.whole = true,
		.min = 1,
		.max = 999,
		.help = N_("The number of the question from which it follows; empty: the whole.") },
	{ .kind = FIELD_LINES,
		.label = N_("Recommendation"),
		AT(struct recommendation_values, text),
		.required = true,
		.rows = 4,
		.help = N_("What is to be changed.") },
	{ .kind = FIELD_LOOKUP,
		.label = N_("Office"),
		AT(struct recommendation_values, office),
		.width = 40,
		.suggest = strategy_suggest_office,
		.help = N_("Who carries it out: a department or post.") },
	{ .kind = FIELD_DATE,
		.label = N_("Due by"),
		.due = true,
		AT(struct recommendation_values, due_on),
		.width = 12,
		.help = N_("The day by which it is to be carried out.") },
	{ .kind = FIELD_CHOICE,
		.label = N_("State"),
		AT(struct recommendation_values, state),
		.choices = states,
		.width = 24,
		.help = N_("A rejected one needs an answer below.") },
	{ .kind = FIELD_LINES,
		.label = N_("Answer"),
		AT(struct recommendation_values, answer),
		.rows = 3,
		.help = N_("What became of it, or why not.") },
	{ .kind = FIELD_DATE,
		.label = N_("Settled on"),
		AT(struct recommendation_values, settled_on),
		.width = 12,
		.help = N_("Of one that is carried out or rejected; empty: today.") },
};
enum { RECOMMENDATION_FIELDS = sizeof recommendation_fields / sizeof *recommendation_fields };
static const char *const recommendation_names[RECOMMENDATION_FIELDS] = { "question", "text",
	"office", "due_on", "state", "answer", "settled_on" };

static int
find_recommendation(struct app *app, int64_t evaluation, int64_t id, struct recommendation *out,
	struct error *err)
{
	const struct recommendation_filter filter = { .evaluation = evaluation };
	struct arena arena = { 0 };
	struct recommendation *list;
	int count, failed = recommendation_list(app->db, &filter, &arena, &list, &count, err);

	out->id = 0;
	for (int i = 0; !failed && i < count; i++)
		if (list[i].id == id)
			*out = list[i];
	arena_release(&arena);
	if (!failed && !out->id)
		return error_set(err, ERROR_MISSING, _("This recommendation is gone already."));
	return failed;
}

static int
recommendation_read(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct recommendation_values *v = values;
	struct recommendation r;
	struct evaluation e;

	if (evaluation_load(app->db, of->parent, &e, err))
		return -1;
	of->rev = e.rev;
	snprintf(of->uid, sizeof of->uid, "%.20s+%d", e.uid, (int)of->id);
	if (of->id == 0)
		return 0;
	if (find_recommendation(app, of->parent, of->id, &r, err))
		return -1;
	card_form_number(v->question, sizeof v->question, r.question);
	text_copy(v->text, sizeof v->text, r.text);
	text_copy(v->office, sizeof v->office, r.office);
	card_form_date(v->due_on, sizeof v->due_on, r.due_on);
	v->state = (int)r.state;
	text_copy(v->answer, sizeof v->answer, r.answer);
	card_form_date(v->settled_on, sizeof v->settled_on, r.settled_on);
	return 0;
}

static int
recommendation_write(
	struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct recommendation_values *v = values;
	struct recommendation r = { .id = of->id,
		.question = (int)card_form_whole(v->question),
		.state = (enum recommendation_state)v->state };
	struct evaluation e;

	if (evaluation_load(app->db, of->parent, &e, err))
		return -1;
	e.rev = of->rev;
	text_copy(r.text, sizeof r.text, v->text);
	text_copy(r.office, sizeof r.office, v->office);
	card_form_iso(r.due_on, sizeof r.due_on, v->due_on);
	text_copy(r.answer, sizeof r.answer, v->answer);
	card_form_iso(r.settled_on, sizeof r.settled_on, v->settled_on);
	if (recommendation_save(app->db, &e, &r, err))
		return -1;
	of->id = r.id;
	return 0;
}

static void
recommendation_title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	text_copy(dst, size, of->id ? _("Recommendation") : _("New recommendation"));
}

const struct card_form_kind recommendation_form = { .name = "recommendation",
	.fields = recommendation_fields,
	.names = recommendation_names,
	.count = RECOMMENDATION_FIELDS,
	.size = sizeof(struct recommendation_values),
	.role = PERSON_CLERK,
	.read = recommendation_read,
	.save = recommendation_write,
	.title = recommendation_title,
	.saved = N_("The recommendation is saved.") };
