/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means of scales set against each other: pairs of importance and rating, and parts of a
 * questionnaire on one measure from 0 to 100. */
#include "config.h"

#include "model/results/importance.h"

#include "base/i18n.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *label;
} fields[SERVICE_FIELDS] = {
	[SERVICE_UNKNOWN] = { "", N_("not known") },
	[SERVICE_IMPROVE] = { "improve", N_("improve first") },
	[SERVICE_KEEP] = { "keep", N_("keep up") },
	[SERVICE_LATER] = { "later", N_("improve later") },
	[SERVICE_ENOUGH] = { "enough", N_("enough is done") },
};

const char *
service_field_name(enum service_field field)
{
	return fields[field].name;
}

const char *
service_field_label(enum service_field field)
{
	return _(fields[field].label);
}

static const char importance_prefix[] = "importance_";

/* ---- pairs ---- */

static struct tabulation
question_of(const struct tabulation *asked, const char *question)
{
	struct tabulation t = asked ? *asked : (struct tabulation){ .where = NULL };

	t.question = question;
	t.by = NULL;
	return t;
}

/* Groups and texts may be named alike; a version newer than all forms may ask for more. */
static bool
may_be_scale(const struct wave_columns *w, int question)
{
	const struct question *x = &w->q->questions[question];

	return (x->type == QUESTION_SELECT_ONE || x->type == QUESTION_RANGE) &&
	       wave_asks(w, x->name);
}

/* Index of the question that rates what this one asks the importance of; -1 = none. */
static int
rating_of(const struct wave_columns *w, int importance)
{
	const struct questionnaire *q = w->q;
	static const char *const prefixes[] = { "quality_", "rating_", "satisfaction_" };
	const char *service = q->questions[importance].name + strlen(importance_prefix);

	for (size_t p = 0; p < sizeof(prefixes) / sizeof(prefixes[0]); p++)
		for (int i = 0; i < q->question_count; i++) {
			const char *name = q->questions[i].name;
			size_t length = strlen(prefixes[p]);

			if (!strncmp(name, prefixes[p], length) &&
				!strcmp(name + length, service) && may_be_scale(w, i))
				return i;
		}
	return -1;
}

static int
scale_of(struct wave_columns *w, const char *question, const struct tabulation *asked,
	struct scale_result *scale, bool *hidden, struct services *out, int which,
	struct error *err)
{
	struct tabulation t = question_of(asked, question);
	struct frequency f;

	if (tabulate_frequency(w, &t, &f, err))
		return -1;
	*scale = f.scale;
	*hidden |= f.scale.n == 0 && (f.notes & (NOTE_HIDDEN | NOTE_GROUP_HIDDEN));
	out->notes |= f.notes;
	out->threshold = f.threshold;
	if (isnan(out->low[which])) {
		out->low[which] = f.column->low;
		out->high[which] = f.column->high;
	}
	return 0;
}

/* Both are scales, else it is no pair. */
static int
add_pair(struct wave_columns *w, int importance, int rating, const struct tabulation *asked,
	struct services *out, struct error *err)
{
	const struct question *q = w->q->questions;
	const struct answer_column *a, *b;
	struct service *s = &out->list[out->count];

	if (wave_column(w, q[importance].name, &a, err) || wave_column(w, q[rating].name, &b, err))
		return -1;
	if (!a->scale || !b->scale)
		return 0;
	*s = (struct service){ .importance = q[importance].name,
		.rating = q[rating].name,
		.label = b->label };
	if (scale_of(w, s->importance, asked, &s->important, &s->hidden, out, 0, err) ||
		scale_of(w, s->rating, asked, &s->rated, &s->hidden, out, 1, err))
		return -1;
	out->count++;
	return 0;
}

static bool
known(const struct service *s)
{
	return s->important.n > 0 && s->rated.n > 0;
}

/* Means that are alike part nothing: a sum of them is off by a last bit. */
static bool
reaches(double mean, double line)
{
	return mean >= line - 1e-9;
}

static void
part_fields(struct services *out)
{
	double importance = 0, rating = 0;
	int n = 0;

	for (int i = 0; i < out->count; i++)
		if (known(&out->list[i])) {
			importance += out->list[i].important.mean;
			rating += out->list[i].rated.mean;
			out->coarse |= out->list[i].important.coarse || out->list[i].rated.coarse;
			n++;
		}
	out->known = n;
	out->importance = n ? importance / n : NAN;
	out->rating = n ? rating / n : NAN;
	for (int i = 0; i < out->count; i++) {
		struct service *s = &out->list[i];
		bool important = reaches(s->important.mean, out->importance);
		bool well = reaches(s->rated.mean, out->rating);

		if (known(s))
			s->field = important ? (well ? SERVICE_KEEP : SERVICE_IMPROVE)
					     : (well ? SERVICE_ENOUGH : SERVICE_LATER);
	}
}

int
services_load(struct wave_columns *wave, const struct tabulation *asked, struct services *out,
	struct error *err)
{
	const struct questionnaire *q = wave->q;

	*out = (struct services){ .low = { NAN, NAN }, .high = { NAN, NAN } };
	out->list = arena_array(wave->arena, (size_t)q->question_count + 1, sizeof(*out->list));
	for (int i = 0; i < q->question_count; i++) {
		int rating = strncmp(q->questions[i].name, importance_prefix,
				     strlen(importance_prefix)) || !may_be_scale(wave, i)
			? -1 : rating_of(wave, i);

		if (rating >= 0 && add_pair(wave, i, rating, asked, out, err))
			return -1;
	}
	if (!out->count)
		return error_set(err, ERROR_INPUT,
			_("The questionnaire of the wave “%s” asks of no service both how "
			  "important it is and how good: two scales named importance_roads and "
			  "quality_roads, for example."),
			wave->wave->code);
	part_fields(out);
	services_sort(out, SERVICES_BY_RATING);
	return 0;
}

const char *
services_lines_text(const struct services *s, char *dst, size_t size)
{
	int decimals = s->coarse ? 1 : 2;
	char importance[32], rating[32];

	number_format(importance, sizeof(importance), s->importance, decimals);
	number_format(rating, sizeof(rating), s->rating, decimals);
	if (s->known == 0)
		snprintf(dst, size, "%s",
			_("No service has both means, so there are no fields: answers are "
			  "hidden."));
	else if (s->known < s->count)
		snprintf(dst, size,
			_("Fields are parted by the means of %d of %d services: importance %s, "
			  "rating %s."),
			s->known, s->count, importance, rating);
	else
		snprintf(dst, size,
			_("Fields are parted by the means of all services: importance %s, rating "
			  "%s."),
			importance, rating);
	return dst;
}

const char *
services_unknown_text(const struct services *s)
{
	bool hidden = false;

	for (int i = 0; i < s->count; i++)
		hidden |= s->list[i].hidden && !known(&s->list[i]);
	if (s->known == s->count)
		return "";
	return hidden ? _("not known: few gave some of the answers, and a mean would tell of them")
		      : _("not known: nobody answered one of the two questions");
}

/* What is not known stands last. */
static int
compare(double a, double b)
{
	if (isnan(a) || isnan(b))
		return isnan(a) - isnan(b);
	return (a > b) - (a < b);
}

static double
sort_key(const struct service *s, enum service_sort by)
{
	switch (by) {
	case SERVICES_BY_IMPORTANCE:
		return s->important.n ? -s->important.mean : NAN;
	case SERVICES_BY_GAP:
		return known(s) ? s->rated.mean - s->important.mean : NAN;
	default:
		return s->rated.n ? s->rated.mean : NAN;
	}
}

static int
compare_services(const void *a, const void *b, void *context)
{
	const enum service_sort *by = context;
	const struct service *x = a, *y = b;
	int result = compare(sort_key(x, *by), sort_key(y, *by));

	return result ? result : strcmp(x->rating, y->rating);
}

void
services_sort(struct services *s, enum service_sort by)
{
	qsort_r(s->list, (size_t)s->count, sizeof(*s->list), compare_services, &by);
}

/* ---- parts of a questionnaire ---- */

static int
outermost(const struct questionnaire *q, int question)
{
	int at = q->questions[question].parent;

	while (at >= 0 && q->questions[at].parent >= 0)
		at = q->questions[at].parent;
	return at;
}

static int
area_of(struct wave_columns *w, int question, struct strengths *out)
{
	const struct questionnaire *q = w->q;
	int group = outermost(q, question);
	const char *name = group < 0 ? "" : q->questions[group].name;

	if (!out->area_count || strcmp(out->areas[out->area_count - 1].name, name))
		out->areas[out->area_count++] = (struct strength_area){ .name = name,
			.label = group < 0 ? _("outside the parts")
					   : questionnaire_text(
						     q, &q->questions[group].label, w->language),
			.position = 0 };
	return out->area_count - 1;
}

/* In these words the questionnaires that come with the program ask for the opposite. */
static bool
worded_the_other_way(const char *name)
{
	static const char *const words[] = { "barrier", "leave", "reversed" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strstr(name, words[i]))
			return true;
	return false;
}

static double
position(const struct strength *s, const struct answer_column *c)
{
	double place = (s->scale.mean - c->low) / (c->high - c->low) * 100;

	if (s->scale.n == 0 || !(c->high > c->low))
		return NAN;
	return s->turned ? 100 - place : place;
}

static int
add_strength(struct wave_columns *w, int question, const struct answer_column *c,
	const struct tabulation *asked, struct strengths *out, struct error *err)
{
	struct tabulation t = question_of(asked, c->name);
	struct strength *s = &out->list[out->count];
	struct strength_area *area;
	struct frequency f;

	if (tabulate_frequency(w, &t, &f, err))
		return -1;
	*s = (struct strength){ .area = area_of(w, question, out),
		.name = c->name,
		.number = c->number,
		.label = c->label,
		.scale = f.scale,
		.hidden = f.scale.n == 0 && (f.notes & (NOTE_HIDDEN | NOTE_GROUP_HIDDEN)),
		.turned = worded_the_other_way(c->name) };
	s->position = position(s, c);
	out->notes |= f.notes;
	out->threshold = f.threshold;
	out->count++;
	area = &out->areas[s->area];
	area->asked++;
	if (!isnan(s->position)) {
		area->position += s->position;
		area->questions++;
		area->coarse |= s->scale.coarse;
	}
	return 0;
}

int
strengths_load(struct wave_columns *wave, const struct tabulation *asked, struct strengths *out,
	struct error *err)
{
	const struct questionnaire *q = wave->q;
	size_t most = (size_t)q->question_count + 1;

	*out = (struct strengths){ .areas = arena_array(wave->arena, most, sizeof(*out->areas)),
		.list = arena_array(wave->arena, most, sizeof(*out->list)) };
	for (int i = 0; i < q->question_count; i++) {
		const struct question *x = &q->questions[i];
		const struct answer_column *c;

		if (!may_be_scale(wave, i))
			continue;
		if (wave_column(wave, x->name, &c, err))
			return -1;
		if (c->scale && !isnan(c->low) && add_strength(wave, i, c, asked, out, err))
			return -1;
	}
	for (int a = 0; a < out->area_count; a++) {
		struct strength_area *area = &out->areas[a];

		area->position = area->questions ? area->position / area->questions : NAN;
	}
	if (!out->count)
		return error_set(err, ERROR_INPUT,
			_("The questionnaire of the wave “%s” has no scales, from which a profile "
			  "could be made."),
			wave->wave->code);
	return 0;
}

const char *
strength_area_text(const struct strength_area *area, char *dst, size_t size)
{
	if (area->questions == 0 || area->questions == area->asked)
		snprintf(dst, size, "%s", area->label);
	else
		snprintf(dst, size, _("%s (from %d of %d questions)"), area->label, area->questions,
			area->asked);
	return dst;
}
