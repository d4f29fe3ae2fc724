/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An evaluation or a self-assessment as a document. */
#include "config.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/monitoring/recommendation.h"
#include "model/diagnosis/strategic_evidence.h"
#include "model/strategies/strategy.h"
#include "model/units/unit_told.h"
#include "report/monitoring_report.h"

#include <math.h>
#include <string.h>

struct evaluating {
	const struct monitoring_report *r;
	struct arena *arena;
	struct document *d;
	struct evaluation e;
	struct evaluation_question *questions;
	int count;
	struct strategic_evidence *evidence; /* of all questions, and of the whole (question 0) */
	int evidence_count;
};

static void
said(const struct evaluating *w, const char *label, const char *text)
{
	if (text[0])
		document_paragraph(w->d, arena_format(w->arena, "%s: %s", label, text));
}

static void
items(const struct evaluating *w, int question)
{
	for (int i = 0; i < w->evidence_count; i++)
		if (w->evidence[i].owner.question == question)
			document_item(w->d, strategic_evidence_words(&w->evidence[i], w->arena));
}

static void
title_page(const struct evaluating *w, const struct strategy *s)
{
	const struct unit *unit = unit_by_slot(w->r->units, s->slot);
	char day[32];

	document_fact(w->d, _("Unit"), unit ? unit_told_with_code(unit, w->arena) : "");
	document_fact(w->d, _("Strategy"), arena_format(w->arena, "%s  %s", s->code, s->name));
	document_fact(w->d, _("Kind"), evaluation_kind_label(w->e.kind));
	document_fact(w->d, _("Year"), arena_format(w->arena, "%d", w->e.year));
	document_fact(w->d, _("Who evaluates"), w->e.evaluator);
	if (w->e.from_on[0] || w->e.to_on[0])
		document_fact(w->d, _("When"),
			arena_format(w->arena, "%s – %s", date_shown(w->arena, w->e.from_on),
				date_shown(w->arena, w->e.to_on)));
	document_fact(w->d, _("Closed"),
		w->e.closed_on[0] ? date_shown(w->arena, w->e.closed_on) : _("not closed yet"));
	document_fact(w->d, _("Report made on"), date_format(day, sizeof day, clock_today()));
	if (s->made_up)
		document_fact(w->d, _("Remark"), _("Made-up data of the demonstration"));
}

static void
mean_table(const struct evaluating *w)
{
	struct criterion_mean means[CRITERIA];
	int n = evaluation_means(w->questions, w->count, means), scored = 0;
	struct report_table *t;

	for (int i = 0; i < n; i++)
		scored += means[i].scored;
	if (!scored)
		return;
	t = document_table(w->d);
	report_table_start(t, w->arena, _("Scores by criterion"));
	report_table_column(t, "criterion", _("Criterion"), REPORT_TEXT, 0);
	report_table_column(t, "questions", _("Questions"), REPORT_NUMBER, 0);
	report_table_column(t, "scored", _("Scored"), REPORT_NUMBER, 0);
	report_table_column(t, "score", _("Mean score"), REPORT_NUMBER, 2);
	report_table_bar(t, 0, EVALUATION_SCORE_HIGHEST);
	for (int i = 0; i < n; i++) {
		report_table_row(t);
		report_cell_text(t, criterion_label(means[i].criterion));
		report_cell_number(t, means[i].questions);
		report_cell_number(t, means[i].scored);
		report_cell_number(t, means[i].score);
		report_cell_number(t, means[i].score);
	}
	report_table_footnote(
		t, _("Scores from 1 (not at all) to 5 (fully); the mean of those that "
		     "were given."));
}

static void
question(const struct evaluating *w, const struct evaluation_question *x)
{
	char score[32], spread[32];

	document_heading(w->d, 3, arena_format(w->arena, "%d. %s", x->position, x->text));
	if (!isnan(x->score)) {
		number_format(score, sizeof score, x->score, 2);
		number_format(spread, sizeof spread, x->spread, 2);
		said(w, _("Score"),
			spread[0] ? arena_format(
					    w->arena, _("%s, standard deviation %s"), score, spread)
				  : score);
	}
	said(w, _("Evidence"), x->evidence);
	items(w, x->position);
	said(w, _("Judgement"),
		x->judgement[0]   ? x->judgement
		: isnan(x->score) ? _("not judged yet")
				  : "");
}

static int
recommendations(const struct evaluating *w, struct error *err)
{
	const struct recommendation_filter filter = { .evaluation = w->e.id };
	struct recommendation *list;
	struct report_table *t;
	int count;

	if (recommendation_list(w->r->db, &filter, w->arena, &list, &count, err))
		return -1;
	document_heading(w->d, 1,
		w->e.kind == EVALUATION_SELF ? _("Proposals for correction")
					     : _("Recommendations"));
	if (!count) {
		document_paragraph(w->d, _("There are none."));
		return 0;
	}
	t = document_table(w->d);
	report_table_start(t, w->arena, "");
	report_table_column(t, "number", _("No."), REPORT_NUMBER, 0);
	report_table_column(t, "text", _("Recommendation"), REPORT_TEXT, 0);
	report_table_column(t, "question", _("Question"), REPORT_TEXT, 0);
	report_table_column(t, "office", _("Office"), REPORT_TEXT, 0);
	report_table_column(t, "due_on", _("Due by"), REPORT_TEXT, 0);
	report_table_column(t, "state", _("State"), REPORT_TEXT, 0);
	report_table_column(t, "answer", _("What became of it"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		const struct recommendation *r = &list[i];

		report_table_row(t);
		report_cell_number(t, r->position);
		report_cell_text(t, r->text);
		report_cell_text(t, r->question ? arena_format(w->arena, "%d", r->question) : "");
		report_cell_text(t, r->office);
		report_cell_text(t, date_shown(w->arena, r->due_on));
		report_cell_text(t, recommendation_state_label(r->state));
		report_cell_text(t, r->answer);
	}
	return 0;
}

int
evaluation_report_build(const struct monitoring_report *r, int64_t evaluation, struct arena *arena,
	struct document *d, struct error *err)
{
	const struct strategic_owner owner = { .evaluation = evaluation };
	struct evaluating w = { .r = r, .arena = arena, .d = d };
	struct strategy s;

	if (evaluation_load(r->db, evaluation, &w.e, err) ||
		strategic_evidence_list(
			r->db, &owner, arena, &w.evidence, &w.evidence_count, err) ||
		strategy_load(r->db, w.e.strategy, &s, err) ||
		evaluation_questions(r->db, evaluation, arena, &w.questions, &w.count, err))
		return -1;
	document_start(d, arena, w.e.title);
	d->fonts = r->fonts;
	d->contents = true;
	document_above(d, office_letterhead(r->office, arena));
	title_page(&w, &s);
	document_heading(d, 1, _("Summary"));
	if (w.e.summary[0])
		document_paragraph(d, w.e.summary);
	items(&w, 0);
	mean_table(&w);
	document_heading(d, 1, w.e.kind == EVALUATION_SELF ? _("Statements") : _("Questions"));
	for (int c = 0; c < CRITERIA; c++) {
		bool named = false;

		for (int i = 0; i < w.count; i++) {
			if ((int)w.questions[i].criterion != c)
				continue;
			if (!named)
				document_heading(
					d, 2, criterion_label((enum evaluation_criterion)c));
			named = true;
			question(&w, &w.questions[i]);
		}
	}
	return recommendations(&w, err);
}
