/* SPDX-License-Identifier: GPL-3.0-or-later */
/* evaluation: evaluations and self-assessments, their questions and recommendations. */
#include "config.h"

#include "commands/evidence.h"
#include "commands/given.h"
#include "commands/strategy_commands.h"
#include "commands/year_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/monitoring/recommendation.h"
#include "report/monitoring_report.h"

#include <math.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

struct given_evaluation { /* the kind in words beside the card itself */
	struct evaluation e;
	char kind[16];
};

static const struct given_field fields[] = {
	{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_evaluation, kind), 0, 0, 0 },
	{ "title", GIVEN_TEXT, GIVEN_AT(struct given_evaluation, e.title), 0, 0, 0 },
	{ "year", GIVEN_WHOLE, GIVEN_AT(struct given_evaluation, e.year), 1900, 2199, 0 },
	{ "evaluator", GIVEN_TEXT, GIVEN_AT(struct given_evaluation, e.evaluator), 0, 0, 0 },
	{ "from_on", GIVEN_DATE, GIVEN_AT(struct given_evaluation, e.from_on), 0, 0, 0 },
	{ "to_on", GIVEN_DATE, GIVEN_AT(struct given_evaluation, e.to_on), 0, 0, 0 },
	{ "summary", GIVEN_TEXT, GIVEN_AT(struct given_evaluation, e.summary), 0, 0, 0 },
	{ "closed_on", GIVEN_DATE, GIVEN_AT(struct given_evaluation, e.closed_on), 0, 0, 0 },
};

static int
find_evaluation(struct run *run, struct evaluation *e, struct error *err)
{
	const char *text = run->arguments->operands[0];
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number) == 0 &&
		evaluation_load(run->db, number, e, err) == 0)
		return 0;
	if (err->code == ERROR_NONE || err->code == ERROR_MISSING) {
		error_clear(err);
		error_set(err, ERROR_MISSING, _("There is no evaluation “%s”."), text);
		run_advise(err, _("gromada list evaluations prints all of them."));
	}
	return -1;
}

static int
of_strategy(struct run *run, int64_t *strategy, struct error *err)
{
	struct strategy s = { .id = 0 };

	if (run->arguments->operand_count &&
		run_strategy(run, run->arguments->operands[0], &s, err))
		return -1;
	*strategy = s.id;
	return 0;
}

/* ---- lists ---- */

int
command_list_evaluations(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "strategy", N_("strategy"), REPORT_CODE },
		{ "kind", N_("kind"), REPORT_TEXT },
		{ "title", N_("title"), REPORT_TEXT },
		{ "year", N_("year"), REPORT_CODE },
		{ "questions", N_("questions"), REPORT_NUMBER },
		{ "judged", N_("judged"), REPORT_NUMBER },
		{ "recommendations", N_("recommendations"), REPORT_NUMBER },
		{ "open", N_("not settled"), REPORT_NUMBER },
		{ "closed_on", N_("closed on"), REPORT_TEXT },
	};
	struct evaluation_filter filter = { .retired = run_option(run, OPTION_RETIRED) != NULL };
	struct evaluation *list;
	struct result *r;
	int count;

	if (of_strategy(run, &filter.strategy, err) ||
		evaluation_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Evaluations"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct evaluation *e = &list[i];

		result_whole(r, e->id);
		result_text(r, e->strategy_code);
		result_words(r, evaluation_kind_name(e->kind), evaluation_kind_label(e->kind));
		result_text(r, e->title);
		result_year(r, e->year);
		result_whole(r, e->questions);
		result_whole(r, e->judged);
		result_whole(r, e->recommendations);
		result_whole(r, e->open);
		result_text(r, e->closed_on);
	}
	return result_end(r, err);
}

int
command_list_recommendations(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "evaluation", N_("evaluation"), REPORT_CODE },
		{ "number", N_("number"), REPORT_CODE },
		{ "strategy", N_("strategy"), REPORT_CODE },
		{ "text", N_("recommendation"), REPORT_TEXT },
		{ "office", N_("office"), REPORT_TEXT },
		{ "due_on", N_("until"), REPORT_TEXT },
		{ "state", N_("state"), REPORT_TEXT },
		{ "answer", N_("what became of it"), REPORT_TEXT },
	};
	struct recommendation_filter filter = { .open = run_option(run, OPTION_OPEN) != NULL };
	struct recommendation *list;
	struct result *r;
	int count;

	if (of_strategy(run, &filter.strategy, err) ||
		recommendation_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Recommendations"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct recommendation *x = &list[i];

		result_whole(r, x->evaluation);
		result_whole(r, x->position);
		result_text(r, x->strategy_code);
		result_text(r, x->text);
		result_text(r, x->office);
		result_text(r, x->due_on);
		result_words(r, recommendation_state_name(x->state),
			recommendation_state_label(x->state));
		result_text(r, x->answer);
	}
	return result_end(r, err);
}

/* ---- changes ---- */

static int
apply(struct run *run, struct given_evaluation *g, struct error *err)
{
	int kind;

	text_copy(g->kind, sizeof g->kind, evaluation_kind_name(g->e.kind));
	if (given_apply(run, 1, fields, COUNT(fields), g, err))
		return -1;
	kind = evaluation_kind_from_name(g->kind);
	if (kind < 0)
		return error_set(err, ERROR_INPUT,
			_("“%s” is no kind of an evaluation: ex_ante, mid_term, ex_post, self."),
			g->kind);
	if (g->e.id && (enum evaluation_kind)kind != g->e.kind)
		return error_set(err, ERROR_INPUT,
			_("An evaluation keeps its kind, because its questions follow from it."));
	g->e.kind = (enum evaluation_kind)kind;
	return evaluation_save(run->db, &g->e, err);
}

int
command_evaluation_new(struct run *run, struct error *err)
{
	struct given_evaluation g = { .e = { .kind = EVALUATION_MID_TERM,
					      .year = clock_today().year } };

	if (of_strategy(run, &g.e.strategy, err) || apply(run, &g, err))
		return -1;
	run_say(P_("Made evaluation %lld with %d question.",
			"Made evaluation %lld with %d questions.", g.e.questions),
		(long long)g.e.id, g.e.questions);
	return 0;
}

int
command_evaluation_set(struct run *run, struct error *err)
{
	struct given_evaluation g = { .kind = "" };

	if (find_evaluation(run, &g.e, err) || apply(run, &g, err))
		return -1;
	run_say(_("Changed evaluation %lld."), (long long)g.e.id);
	return 0;
}

/* "delete" in place of fields. */
static bool
is_delete(const struct run *run)
{
	return run->arguments->operand_count == 3 &&
	       strcmp(run->arguments->operands[2], "delete") == 0;
}

struct given_question {
	struct evaluation_question x;
	char criterion[16];
};

static int
find_question(
	struct run *run, const struct evaluation *e, struct given_question *g, struct error *err)
{
	struct evaluation_question *list;
	int count, position;

	if (given_number_or_new(run->arguments->operands[1], &position, err) ||
		evaluation_questions(run->db, e->id, &run->arena, &list, &count, err))
		return -1;
	*g = (struct given_question){ .x = { .score = NAN,
					      .spread = NAN,
					      .criterion = e->kind == EVALUATION_SELF
								   ? CRITERION_DATA
								   : CRITERION_RELEVANCE } };
	for (int i = 0; i < count; i++)
		if (list[i].position == position)
			g->x = list[i];
	if (position && !g->x.position)
		return error_set(err, ERROR_MISSING, _("The evaluation has no question number %d."),
			position);
	text_copy(g->criterion, sizeof g->criterion, criterion_name(g->x.criterion));
	return 0;
}

int
command_evaluation_question(struct run *run, struct error *err)
{
	static const struct given_field question_fields[] = {
		{ "criterion", GIVEN_TEXT, GIVEN_AT(struct given_question, criterion), 0, 0, 0 },
		{ "text", GIVEN_TEXT, GIVEN_AT(struct given_question, x.text), 0, 0, 0 },
		{ "evidence", GIVEN_TEXT, GIVEN_AT(struct given_question, x.evidence), 0, 0, 0 },
		{ "judgement", GIVEN_TEXT, GIVEN_AT(struct given_question, x.judgement), 0, 0, 0 },
		{ "score", GIVEN_NUMBER, GIVEN_AT(struct given_question, x.score), 0, 0, 0 },
	};
	struct given_question g;
	struct evaluation e;
	int criterion;

	if (find_evaluation(run, &e, err) || find_question(run, &e, &g, err))
		return -1;
	if (g.x.position && is_delete(run)) {
		if (evaluation_question_remove(run->db, &e, g.x.position, err))
			return -1;
		run_say(_("The question is deleted."));
		return 0;
	}
	if (given_apply(run, 2, question_fields, COUNT(question_fields), &g, err))
		return -1;
	criterion = criterion_from_name(g.criterion);
	if (criterion < 0)
		return error_set(err, ERROR_INPUT, _("“%s” is no criterion."), g.criterion);
	g.x.criterion = (enum evaluation_criterion)criterion;
	if (evaluation_question_save(run->db, &e, &g.x, err))
		return -1;
	run_say(_("%d of %d questions are judged."), e.judged, e.questions);
	return 0;
}

/* Of a question, or of the whole evaluation; without either all of it is printed. */
int
command_evaluation_evidence(struct run *run, struct error *err)
{
	struct evidence_of of = { .first = 2 };
	struct given_question g;
	struct evaluation e;

	if (find_evaluation(run, &e, err))
		return -1;
	of.owner.evaluation = e.id;
	of.slot = e.slot;
	of.year = e.year;
	of.title = e.title;
	if (run->arguments->operand_count > 1 &&
		strcmp(run->arguments->operands[1], "whole") != 0) {
		if (find_question(run, &e, &g, err))
			return -1;
		if (!g.x.position)
			return error_set(err, ERROR_INPUT,
				_("Evidence is that of a question by its number, or of the "
				  "whole."));
		of.owner.question = g.x.position;
		of.title = g.x.text;
	}
	return evidence_command(run, &of, err);
}

struct given_recommendation {
	struct recommendation r;
	char state[16];
};

static int
find_recommendation(struct run *run, const struct evaluation *e, struct given_recommendation *g,
	struct error *err)
{
	const struct recommendation_filter filter = { .evaluation = e->id };
	struct recommendation *list;
	int count, position;

	if (given_number_or_new(run->arguments->operands[1], &position, err) ||
		recommendation_list(run->db, &filter, &run->arena, &list, &count, err))
		return -1;
	*g = (struct given_recommendation){ .state = "" };
	for (int i = 0; i < count; i++)
		if (list[i].position == position)
			g->r = list[i];
	if (position && !g->r.id)
		return error_set(err, ERROR_MISSING,
			_("The evaluation has no recommendation number %d."), position);
	text_copy(g->state, sizeof g->state, recommendation_state_name(g->r.state));
	return 0;
}

int
command_evaluation_recommend(struct run *run, struct error *err)
{
	static const struct given_field recommendation_fields[] = {
		{ "question", GIVEN_WHOLE, GIVEN_AT(struct given_recommendation, r.question), 1,
			100000, 0 },
		{ "text", GIVEN_TEXT, GIVEN_AT(struct given_recommendation, r.text), 0, 0, 0 },
		{ "office", GIVEN_TEXT, GIVEN_AT(struct given_recommendation, r.office), 0, 0, 0 },
		{ "due_on", GIVEN_DUE, GIVEN_AT(struct given_recommendation, r.due_on), 0, 0, 0 },
		{ "state", GIVEN_TEXT, GIVEN_AT(struct given_recommendation, state), 0, 0, 0 },
		{ "answer", GIVEN_TEXT, GIVEN_AT(struct given_recommendation, r.answer), 0, 0, 0 },
		{ "settled_on", GIVEN_DATE, GIVEN_AT(struct given_recommendation, r.settled_on), 0,
			0, 0 },
	};
	struct given_recommendation g;
	struct evaluation e;
	int state;

	if (find_evaluation(run, &e, err) || find_recommendation(run, &e, &g, err))
		return -1;
	if (g.r.id && is_delete(run)) {
		if (recommendation_remove(run->db, &e, g.r.id, err))
			return -1;
		run_say(_("The recommendation is deleted."));
		return 0;
	}
	if (given_apply(run, 2, recommendation_fields, COUNT(recommendation_fields), &g, err))
		return -1;
	state = recommendation_state_from_name(g.state);
	if (state < 0)
		return error_set(err, ERROR_INPUT,
			_("“%s” is no state of a recommendation: open, accepted, done, rejected."),
			g.state);
	g.r.state = (enum recommendation_state)state;
	if (recommendation_save(run->db, &e, &g.r, err))
		return -1;
	run_say(_("%d of %d recommendations are not settled."), e.open, e.recommendations);
	return 0;
}

int
command_evaluation_retire(struct run *run, struct error *err)
{
	struct evaluation e;

	if (find_evaluation(run, &e, err) || evaluation_retire(run->db, e.id, e.rev, err))
		return -1;
	run_say(_("Deleted evaluation %lld."), (long long)e.id);
	return 0;
}

int
command_evaluation_restore(struct run *run, struct error *err)
{
	struct evaluation e;

	if (find_evaluation(run, &e, err) || evaluation_restore(run->db, e.id, err))
		return -1;
	run_say(_("Evaluation %lld is back."), (long long)e.id);
	return 0;
}

int
command_report_evaluation(struct run *run, struct error *err)
{
	enum report_format format = REPORT_FORMAT_TEXT;
	struct monitoring_report request = { .db = run->db, .units = &run->units, .fonts = "" };
	struct document document;
	struct office office;
	struct evaluation e;

	if (run_document_format(run, &format, err) || run_units(run, err) ||
		office_load(run->db, &office, err) || find_evaluation(run, &e, err))
		return -1;
	request.office = &office;
	if (evaluation_report_build(&request, e.id, &run->arena, &document, err))
		return -1;
	return run_document_write(run, &document, format, err);
}
