/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the demonstration strategy: an evaluation with recommendations, a
 * self-assessment with proposals, a SWOT with both matrices and a closed ballot, written by the
 * functions that people's screens call. */
#include "config.h"

#include "exchange/demo_parts.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/swot/ballot.h"
#include "model/monitoring/recommendation.h"
#include "model/strategies/strategy.h"
#include "model/swot/swot_pair.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct telling {
	struct evaluation evaluation; /* the one read last */
	struct swot swot;
	struct ballot ballot;
};

/* ---- evaluations: row;name;text;kind;number;office;from;to;answer;state ---- */

enum {
	E_ROW,
	E_NAME,
	E_TEXT,
	E_KIND,
	E_NUMBER,
	E_OFFICE,
	E_FROM,
	E_TO,
	E_ANSWER,
	E_STATE,
	E_COLUMNS
};

static int
take_evaluation(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	int kind = evaluation_kind_from_name(fields[E_KIND].text);
	struct telling *t = f->more;
	struct evaluation e = { .year = atoi(fields[E_NUMBER].text) };
	struct strategy s;

	if (kind < 0)
		return demo_damaged(err);
	if (strategy_load_code(f->db, fields[E_ANSWER].text, &s, err))
		return -1;
	e.strategy = s.id;
	e.kind = (enum evaluation_kind)kind;
	text_copy(e.title, sizeof e.title, fields[E_NAME].text);
	text_copy(e.evaluator, sizeof e.evaluator, fields[E_OFFICE].text);
	text_copy(e.from_on, sizeof e.from_on, fields[E_FROM].text);
	text_copy(e.to_on, sizeof e.to_on, fields[E_TO].text);
	text_copy(e.summary, sizeof e.summary, fields[E_TEXT].text);
	return evaluation_save(f->db, &e, err) || evaluation_load(f->db, e.id, &t->evaluation, err)
		       ? -1
		       : 0;
}

/* The questions are the usual ones, in the language of the program. */
static int
take_question(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	int at = atoi(fields[E_NUMBER].text) - 1, count;
	struct telling *t = f->more;
	struct evaluation_question *list;

	if (evaluation_questions(f->db, t->evaluation.id, &f->arena, &list, &count, err))
		return -1;
	if (at < 0 || at >= count)
		return demo_damaged(err);
	text_copy(list[at].evidence, sizeof list[at].evidence, fields[E_TEXT].text);
	text_copy(list[at].judgement, sizeof list[at].judgement, fields[E_ANSWER].text);
	return evaluation_question_save(f->db, &t->evaluation, &list[at], err);
}

/* The day on which one was settled stands in the place of its beginning; on a computer whose clock
 * is behind the example's time it is today. */
static int
take_recommendation(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	int state = recommendation_state_from_name(fields[E_STATE].text);
	struct recommendation r = { .question = atoi(fields[E_NUMBER].text) };
	struct telling *t = f->more;
	char today[16];

	if (state < 0)
		return demo_damaged(err);
	r.state = (enum recommendation_state)state;
	text_copy(r.text, sizeof r.text, fields[E_TEXT].text);
	text_copy(r.office, sizeof r.office, fields[E_OFFICE].text);
	text_copy(r.due_on, sizeof r.due_on, fields[E_TO].text);
	text_copy(r.answer, sizeof r.answer, fields[E_ANSWER].text);
	text_copy(r.settled_on, sizeof r.settled_on, fields[E_FROM].text);
	if (strcmp(r.settled_on, date_iso(today, sizeof today, clock_today())) > 0)
		text_copy(r.settled_on, sizeof r.settled_on, today);
	return recommendation_save(f->db, &t->evaluation, &r, err);
}

/* The team scores the statements of a self-assessment; its closing writes what it said. */
static int
take_scores(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	struct telling *t = f->more;
	struct ballot b = { .subject = BALLOT_STATEMENTS,
		.method = BALLOT_SCORES,
		.cards = atoi(fields[E_NUMBER].text) };

	text_copy(b.title, sizeof b.title, fields[E_NAME].text);
	return ballot_of_evaluation(f->db, t->evaluation.id, &b, err) ||
			       demo_ballot_open(f, &b, &t->ballot, err)
		       ? -1
		       : 0;
}

/* The last card of those handed out closes the ballot. */
static int
take_scored(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	int number = atoi(fields[E_NUMBER].text);
	struct telling *t = f->more;

	if (demo_ballot_card(f, &t->ballot, number, fields[E_TEXT].text, err))
		return -1;
	return number < t->ballot.cards || !demo_ballot_close(f, &t->ballot, err) ? 0 : -1;
}

static int
take_closing(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	struct telling *t = f->more;

	if (evaluation_load(f->db, t->evaluation.id, &t->evaluation, err))
		return -1;
	text_copy(t->evaluation.closed_on, sizeof t->evaluation.closed_on, fields[E_TO].text);
	return evaluation_save(f->db, &t->evaluation, err);
}

static int
take_evaluation_row(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	static const struct demo_row rows[] = { { "evaluation", take_evaluation },
		{ "question", take_question }, { "recommendation", take_recommendation },
		{ "ballot", take_scores }, { "card", take_scored }, { "closed", take_closing },
		{ NULL, NULL } };

	return demo_take_row(f, rows, fields, err);
}

/* ---- a SWOT: row;text;kind;name;number;code;values ---- */

enum { S_ROW, S_TEXT, S_KIND, S_NAME, S_NUMBER, S_NOTE, S_VALUES, S_COLUMNS };

static int
take_swot(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct unit *unit = unit_need(&f->units, fields[S_KIND].text, err);
	struct telling *t = f->more;
	struct swot s = { .year = atoi(fields[S_NUMBER].text), .made_up = true };

	if (!unit)
		return -1;
	s.slot = unit->slot;
	text_copy(s.code, sizeof s.code, fields[S_NAME].text);
	text_copy(s.title, sizeof s.title, fields[S_TEXT].text);
	text_copy(s.note, sizeof s.note, fields[S_NOTE].text);
	t->swot = s;
	return swot_save(f->db, &t->swot, err);
}

static int
take_factor(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	int kind = factor_kind_from_name(fields[S_KIND].text);
	struct swot_factor factor = { .weight = strtod(fields[S_NUMBER].text, NULL),
		.rating = NAN,
		.spread = NAN,
		.axis = strtod(fields[S_VALUES].text, NULL) };
	struct telling *t = f->more;

	if (kind < 0)
		return demo_damaged(err);
	factor.kind = (enum factor_kind)kind;
	text_copy(factor.text, sizeof factor.text, fields[S_TEXT].text);
	text_copy(factor.area, sizeof factor.area, fields[S_NAME].text);
	return swot_factor_save(f->db, t->swot.id, &t->swot.rev, &factor, err);
}

/* One factor from inside against all from outside. */
static int
take_line(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	enum swot_direction direction =
		strcmp(fields[S_KIND].text, swot_direction_name(SWOT_FORWARD)) == 0 ? SWOT_FORWARD
										    : SWOT_BACKWARD;
	int at = atoi(fields[S_NUMBER].text) - 1, values[DEMO_VALUES];
	struct swot_pair pairs[DEMO_VALUES];
	struct telling *t = f->more;
	struct swot_matrix m;

	if (swot_matrix_load(f->db, t->swot.id, &f->arena, &m, err))
		return -1;
	if (at < 0 || at >= m.inner_count || m.outer_count > DEMO_VALUES ||
		demo_numbers(fields[S_VALUES].text, values, m.outer_count))
		return demo_damaged(err);
	for (int i = 0; i < m.outer_count; i++)
		pairs[i] = (struct swot_pair){ m.inner[at].id, m.outer[i].id, values[i], NAN };
	return swot_pairs_put(
		f->db, t->swot.id, &t->swot.rev, direction, pairs, m.outer_count, at == 0, err);
}

static int
take_ballot(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	struct telling *t = f->more;
	struct ballot b = { .slot = t->swot.slot,
		.subject = BALLOT_FACTORS,
		.swot = t->swot.id,
		.method = BALLOT_SCORES,
		.cards = atoi(fields[S_NUMBER].text) };

	text_copy(b.title, sizeof b.title, fields[S_TEXT].text);
	return demo_ballot_open(f, &b, &t->ballot, err);
}

static int
take_card(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct telling *t = f->more;

	return demo_ballot_card(
		f, &t->ballot, atoi(fields[S_NUMBER].text), fields[S_VALUES].text, err);
}

static int
take_swot_row(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	static const struct demo_row rows[] = { { "swot", take_swot }, { "factor", take_factor },
		{ "matrix", take_line }, { "ballot", take_ballot }, { "card", take_card },
		{ NULL, NULL } };

	return demo_take_row(f, rows, fields, err);
}

int
demo_strategy_fill(struct demo_filling *f, struct error *err)
{
	struct telling telling = { .ballot = { .id = 0 } };

	f->more = &telling;
	return demo_read_file(
		       "swot.csv", (struct demo_file){ f, S_COLUMNS, take_swot_row }, err) ||
			       demo_ballot_close(f, &telling.ballot, err) ||
			       demo_read_file("evaluation.csv",
				       (struct demo_file){ f, E_COLUMNS, take_evaluation_row }, err)
		       ? -1
		       : 0;
}
