/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report's note on method: what a reader must know before believing a figure. */
#include "config.h"

#include "report/survey_report_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/surveys/batch.h"
#include "model/keying/difference.h"
#include "model/privacy/suppression.h"
#include "model/tables/tabulate_forms.h"
#include "model/weights/weighting.h"
#include "report/result_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- who, when, how many ---- */

static const char *
whole(struct reporting *r, int64_t number)
{
	return result_figure(r->arena, (double)number, 0);
}

static const char *
percent(struct reporting *r, int64_t part, int64_t all, int decimals)
{
	return result_figure(r->arena, (double)part * 100 / (double)all, decimals);
}

static int
dates(struct reporting *r, struct error *err)
{
	struct batch *list;
	const char *first = "", *last = "";
	int count;

	if (batch_list(r->db, r->wave->id, r->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		const char *on = list[i].received_on;

		if (*on && (!*first || strcmp(on, first) < 0))
			first = on;
		if (strcmp(on, last) > 0)
			last = on;
	}
	if (*first && strcmp(first, last) == 0)
		document_item(r->d, arena_format(r->arena, _("Paper came in on %s."),
					    date_shown(r->arena, first)));
	else if (*first)
		document_item(
			r->d, arena_format(r->arena, _("Paper came in from %s to %s."),
				      date_shown(r->arena, first), date_shown(r->arena, last)));
	if (*r->wave->closed_at)
		document_item(r->d, arena_format(r->arena, _("The wave was closed on %s."),
					    date_shown(r->arena, r->wave->closed_at)));
	else
		document_item(r->d, _("The wave is still open: figures may change."));
	return 0;
}

static void
count_modes(const struct reporting *r, int64_t counts[MODE_COUNT])
{
	for (size_t i = 0; i < r->columns.forms; i++)
		if (r->columns.mode[i] < MODE_COUNT)
			counts[r->columns.mode[i]]++;
}

/* A list like the others, for readers of the report, who have no list of forms: a table by mode
 * hides the same numbers. */
static void
modes(struct reporting *r, const int64_t counts[MODE_COUNT])
{
	long answers[MODE_COUNT];
	unsigned char hidden[MODE_COUNT];
	const char *shown[MODE_COUNT];
	struct suppression_outcome out;

	for (int i = 0; i < MODE_COUNT; i++)
		answers[i] = (long)counts[i];
	suppression_list(&(struct suppression_list){ .answers = answers,
				 .answer_count = MODE_COUNT,
				 .valid = (long)r->columns.forms,
				 .answers_add_up = true,
				 .threshold = tabulation_threshold(
					 &r->columns, r->request->threshold) },
		hidden, &out);
	for (int i = 0; i < MODE_COUNT; i++)
		shown[i] = hidden[i] ? "#" : whole(r, counts[i]);
	document_item(
		r->d, arena_format(r->arena,
			      _("Filled in on paper: %s, online: %s, with an interviewer: %s."),
			      shown[MODE_PAPER], shown[MODE_ONLINE], shown[MODE_INTERVIEWER]));
}

static int
counts(struct reporting *r, struct error *err)
{
	const struct wave *w = r->wave;
	int64_t forms = (int64_t)r->columns.forms, by_mode[MODE_COUNT] = { 0 };
	struct wave_counts c;

	if (wave_count(r->db, w->id, &c, err))
		return -1;
	count_modes(r, by_mode);
	if (w->population > 0)
		document_item(r->d, arena_format(r->arena,
					    strcmp(r->columns.q->kind, "ngo") == 0
						    ? _("The survey asks about %s organisations.")
						    : _("The survey asks about %s people."),
					    whole(r, w->population)));
	/* What came by Internet or an interviewer was not handed out. */
	if (w->planned > 0)
		document_item(r->d,
			arena_format(r->arena,
				_("Paper forms handed out: %s; came back: %s, which is a return "
				  "rate of %s %%."),
				whole(r, w->planned), whole(r, c.returned),
				result_figure(r->arena, wave_return_rate(w, &c), 1)));
	else
		document_item(
			r->d, arena_format(r->arena,
				      _("Forms filled in: %s; how many were handed out is not "
					"known, so there is no return rate."),
				      whole(r, forms)));
	modes(r, by_mode);
	if (c.empty || c.spoilt || c.missing)
		document_item(
			r->d, arena_format(r->arena, _("Empty: %s, spoilt: %s, not found: %s."),
				      whole(r, c.empty), whole(r, c.spoilt), whole(r, c.missing)));
	if (c.waiting || c.keying)
		document_item(r->d, arena_format(r->arena, _("Still to be keyed: %s."),
					    whole(r, c.waiting + c.keying)));
	return 0;
}

/* ---- what figures may say ---- */

static void
sample(struct reporting *r)
{
	document_heading(r->d, 2, _("What the figures say"));
	if (r->wave->sample == SAMPLE_RANDOM)
		document_paragraph(
			r->d, _("The sample is random. Intervals are of 95 per cent: those of "
				"shares by Wilson, those of means by the t distribution."));
	else
		document_paragraph(r->d,
			_("The sample is not random: the figures describe those who answered, "
			  "and no sampling error can be given."));
}

/* What weighting cost, and how far a cap kept it from the population. */
static int
effect(struct reporting *r, struct error *err)
{
	struct weights weights;
	const struct raking_result *result = &weights.result;

	if (weighting_of_wave(&r->columns, &weights, err))
		return -1;
	if (!result->converged)
		document_paragraph(r->d,
			isnan(result->deviation)
				? _("Under this cap the weighted results miss the population's "
				    "margins.")
				: arena_format(r->arena,
					  _("Under this cap the weighted results miss the "
					    "population's margins by up to %s %% (after %d rounds "
					    "of raking)."),
					  result_figure(r->arena, result->deviation * 100, 1),
					  result->rounds));
	if (!weights.hidden)
		document_paragraph(r->d,
			arena_format(r->arena,
				_("Weighted, the %s forms say as much as %s of equal weight "
				  "(effective n, Kish)."),
				whole(r, (int64_t)weights.forms),
				result_figure(r->arena, result->effective, 1)));
	return 0;
}

static int
weights(struct reporting *r, struct error *err)
{
	struct weighting w;

	if (!r->request->weighted) {
		document_paragraph(r->d, _("The results are not weighted."));
		return 0;
	}
	if (weighting_load(r->db, r->wave->id, r->arena, &w, err))
		return -1;
	document_paragraph(
		r->d, w.margin_count > 1
			      ? _("The results are weighted to the population by raking over these "
				  "margins:")
			      : _("The results are weighted to the population by this margin:"));
	for (int i = 0; i < w.margin_count; i++)
		document_item(r->d, weighting_title(r->columns.q, r->columns.language,
					    w.margins[i].questions, r->arena));
	document_paragraph(r->d,
		_("Forms without a category in a margin, such as refusals, keep the share there "
		  "that they have among all forms."));
	if (w.cap > 0)
		document_paragraph(r->d,
			arena_format(r->arena, _("No weight is larger than %s times the mean one."),
				result_figure(r->arena, w.cap, -1)));
	if (effect(r, err))
		return -1;
	if (*w.note)
		document_paragraph(r->d, w.note);
	return 0;
}

static void
rules(struct reporting *r, int threshold)
{
	bool hides = threshold > 1; /* nobody stands behind a smaller count than 1 */

	if (hides)
		document_paragraph(r->d,
			arena_format(r->arena,
				_("Numbers of fewer than %d answers are hidden, and others with "
				  "them where they would give these away."),
				threshold));
	document_paragraph(r->d,
		arena_format(r->arena,
			hides ? _("Groups of fewer than %d are not broken down; those of fewer "
				  "than %d are marked with an asterisk.")
			      : _("Small numbers are not hidden in this wave: people may be "
				  "recognised. Only columns of fewer than %d people are hidden; "
				  "those of fewer than %d are marked with an asterisk."),
			TABULATION_GROUP, TABULATION_SMALL));
	document_paragraph(r->d,
		_("Per cents have no decimals below 100 answers; rounded ones need not add up to "
		  "100."));
}

/* ---- how well was keyed ---- */

static int
keyers(struct reporting *r, struct error *err)
{
	struct operator_row *rows;
	bool all;
	int count;

	/* How many people keyed is for coordinators, as everywhere. */
	if (difference_coordinates(r->db, &all, err))
		return -1;
	if (!all)
		return 0;
	if (operator_report(r->db, r->wave->id, 0, r->arena, &rows, &count, err))
		return -1;
	if (count > 0)
		document_item(
			r->d, arena_format(r->arena,
				      P_("%d person keyed the forms.", "%d people keyed the forms.",
					      (unsigned long)count),
				      count));
	return 0;
}

static int
keying(struct reporting *r, struct error *err)
{
	struct quality_row *rows, sum = { 0 };
	int count;

	document_heading(r->d, 2, _("How well was keyed"));
	if (keyers(r, err) ||
		quality_report(r->db, r->wave->id, QUALITY_BATCH, 0, r->arena, &rows, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		sum.forms += rows[i].forms;
		sum.fields += rows[i].fields;
		sum.differing += rows[i].differing;
		sum.first_wrong += rows[i].first_wrong + rows[i].both_wrong;
		sum.open += rows[i].open;
	}
	if (sum.fields == 0) {
		document_item(
			r->d, _("No form was keyed a second time, so the share of mistakes is "
				"not known."));
		return 0;
	}
	quality_interval(sum.differing, sum.fields, &sum.low, &sum.high);
	document_item(r->d, arena_format(r->arena, _("Keyed a second time: %s forms, %s fields."),
				    whole(r, sum.forms), whole(r, sum.fields)));
	document_item(r->d,
		arena_format(r->arena,
			_("The two keyings differ in %s fields, that is %s %% (95 %% interval: "
			  "%s–%s %%)."),
			whole(r, sum.differing), percent(r, sum.differing, sum.fields, 2),
			result_figure(r->arena, sum.low, 2), result_figure(r->arena, sum.high, 2)));
	if (sum.open == 0) /* whose mistakes the others were is not known yet */
		document_item(r->d,
			arena_format(r->arena, _("The first keying was wrong in %s %% of fields."),
				percent(r, sum.first_wrong, sum.fields, 2)));
	else
		document_item(r->d, arena_format(r->arena, _("Differences not settled yet: %s."),
					    whole(r, sum.open)));
	return 0;
}

static int
privacy(struct reporting *r, struct error *err)
{
	int threshold = tabulation_threshold(&r->columns, r->request->threshold);
	const char *where = r->request->where;
	struct tabulation asked = { .where = where, .threshold = r->request->threshold };
	size_t forms;

	if (r->name_count == 0)
		return 0;
	if (tabulate_forms(&r->columns, &asked, &forms, err))
		return -1;
	/* Not those of the question: it may be asked of some people only, or again and again. */
	if (where && *where && forms >= (size_t)threshold)
		document_paragraph(r->d, arena_format(r->arena, _("Forms in this report: %s."),
						  whole(r, (int64_t)forms)));
	rules(r, threshold);
	return 0;
}

int
reporting_method(struct reporting *r, struct error *err)
{
	document_heading(r->d, 1, _("How the survey was done"));
	if (counts(r, err) || dates(r, err))
		return -1;
	sample(r);
	if (weights(r, err) || privacy(r, err))
		return -1;
	return keying(r, err);
}
