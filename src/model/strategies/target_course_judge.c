/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values and judgements of targets, from a course that is loaded. */
#include "config.h"

#include "model/strategies/target_course.h"

#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/indicators/value.h"
#include "model/monitoring/round_frozen.h"

#include <math.h>
#include <stdio.h>

char *
target_course_name(const struct target_course *target, char *dst, size_t size)
{
	if (target->whose)
		snprintf(dst, size, "%s (%s)", target->target->name, target->whose);
	else
		text_copy(dst, size, target->target->name);
	return dst;
}

struct target_course *
target_course_of(const struct strategy_course *course, int64_t target)
{
	for (int i = 0; i < course->target_count; i++)
		if (course->targets[i].target->id == target)
			return &course->targets[i];
	for (int i = 0; i < course->gone_count; i++)
		if (course->gone[i].target->id == target)
			return &course->gone[i];
	return NULL;
}

const struct target_point *
target_point_of(const struct target_course *target, int year)
{
	for (int i = 0; i < target->count; i++)
		if (target->points[i].year == year)
			return &target->points[i];
	return NULL;
}

const struct target_point *
target_point_shown(const struct target_course *target, int year)
{
	for (int i = 0; i < target->earlier_count; i++)
		if (target->earlier[i].year == year)
			return &target->earlier[i];
	return target_point_of(target, year);
}

/* Years after which nothing can be compared with the base. */
static bool
broken(const struct target_course *c, int base_year, int year)
{
	for (int i = 0; i < c->count; i++)
		if (c->points[i].year > base_year && c->points[i].year <= year &&
			(c->points[i].marks & MARK_BREAK))
			return true;
	return false;
}

enum { VALUES_MOST = 301 }; /* years from 1900 to 2199, and the base */

struct said_of { /* what a correction says of the year asked */
	double value;
	unsigned char flag;
};

/* Values from the base year to the year asked; said, if not NULL, in place of the last. The
 * base itself stands before the first of them where its own year says nothing; by itself it is no
 * value. */
static int
known_values(const struct target_course *c, const struct target_rule *rule, int year,
	const struct said_of *said, struct target_step *values)
{
	int count = 0;

	for (int i = 0; i < c->count && count < VALUES_MOST - 1; i++) {
		const struct target_point *p = &c->points[i];
		struct said_of is = { p->value, p->flag };

		if (said && p->year == year)
			is = *said;
		if (isnan(is.value) || flag_missing(is.flag) || p->year < rule->base_year ||
			p->year > year)
			continue;
		if (!count && p->year > rule->base_year && rule->base_year && !isnan(rule->base))
			values[count++] = (struct target_step){ rule->base_year, rule->base };
		values[count++] = (struct target_step){ p->year, is.value };
	}
	return count;
}

static bool
divided(const struct target_course *c, int base_year, int year)
{
	for (int i = 0; i < c->stop_count; i++)
		if (c->stops[i] > base_year && c->stops[i] <= year)
			return true;
	return false;
}

static void
doubt_series(const struct target_course *c, int base_year, int year, struct target_judgement *out)
{
	if (divided(c, base_year, year))
		target_judgement_doubt(out, DOUBT_TERRITORY);
	else if (out->doubt == DOUBT_NONE && broken(c, base_year, out->value_year))
		target_judgement_doubt(out, DOUBT_BREAK);
}

/* Who says that there are no data of the year, or takes its figure back, does not mean the value of
 * an older one. */
static void
take_word_of_none(const struct target_rule *rule, const struct target_course *c, int year,
	const struct said_of *said, struct target_judgement *out)
{
	const struct target_point *p = target_point_of(c, year);
	bool none = said ? flag_missing(said->flag) : p && p->flag == FLAG_NO_DATA;

	if (!none || out->doubt == DOUBT_EARLY)
		return;
	out->value = NAN;
	out->value_year = 0;
	out->expected = target_expected(rule, year);
	if (out->state < TARGET_STATES)
		target_judgement_doubt(out, DOUBT_SAID_NONE);
}

static void
judge_by(const struct target_rule *rule, const struct status_limits *limits,
	const struct target_course *c, int year, const struct said_of *said,
	struct target_judgement *out)
{
	struct target_step values[VALUES_MOST];

	target_judge(rule, values, known_values(c, rule, year, said, values), year, limits, out);
	if (c->no_card && out->state < TARGET_STATES) {
		out->doubt = DOUBT_NO_CARD;
		out->state = TARGET_NO_DATA;
	} else if (out->doubt == DOUBT_NONE || out->doubt == DOUBT_NO_VALUE) {
		doubt_series(c, rule->base_year, year, out);
	}
	take_word_of_none(rule, c, year, said, out);
}

void
target_course_at(const struct strategy_course *course, const struct target_course *c, int year,
	struct target_judgement *out)
{
	struct target_rule rule = target_rule_of(c->target);

	judge_by(&rule, &course->limits, c, year, NULL, out);
}

void
target_course_corrected(const struct strategy_course *course, const struct target_course *c,
	const struct round_frozen *approved, int year, double value, unsigned char flag,
	struct target_judgement *out)
{
	const struct said_of said = { value, flag };
	const struct target_judgement *as = &approved->f.as;
	const struct target_step expected = { year, as->expected };
	struct target card = *c->target;
	struct target_rule rule;

	round_frozen_card(approved, &card);
	rule = target_rule_of(&card);
	if (!approved->ruled && as->value_year == year && !isnan(as->expected) &&
		year < rule.target_year) {
		rule.path = &expected; /* as it was then, however the path was changed since */
		rule.path_count = 1;
	}
	judge_by(&rule, approved->ruled ? &approved->limits : &course->limits, c, year, &said, out);
}

void
target_course_approved(const struct strategy_course *course, const struct target_course *c,
	const struct round_frozen *approved, int year, struct target_judgement *out)
{
	const struct target_point *p = target_point_of(c, year);

	*out = approved->f.as;
	if (p && p->corrected)
		target_course_corrected(course, c, approved, year, p->value, p->flag, out);
}

const struct target_correction *
target_corrected(const struct target_course *c, const struct target_judgement *judged, int year)
{
	bool none = !judged->value_year && judged->doubt == DOUBT_SAID_NONE;
	const struct target_point *p = target_point_of(c, none ? year : judged->value_year);

	return p ? p->corrected : NULL;
}

const char *
target_course_why(const struct target_course *target, enum target_doubt doubt, struct arena *arena)
{
	const char *label = target_doubt_label(doubt), *taken;

	if (!target->taken)
		return label;
	taken = target_taken_text(target->taken, arena);
	return label[0] ? arena_format(arena, "%s; %s", label, taken) : taken;
}
