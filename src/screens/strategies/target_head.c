/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of an indicator of a strategy over its chart, in as many lines as it takes. */
#include "config.h"

#include "screens/strategies/target_screens.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "tui/wrap.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *
measure_of(const struct target *t)
{
	return t->measure[0] ? t->measure : _("no unit of measure");
}

static void
say_wanted(const struct target_course *tc, char *dst, size_t size)
{
	const struct target *t = tc->target;
	const char *unit = measure_of(t)[0] ? measure_of(t) : target_direction_label(t->direction);
	char a[96], b[40], how[160];

	if (tc->now.state == TARGET_NO_TARGET && t->base_year && !isnan(t->base))
		snprintf(dst, size, _("no target; %s in %d (%s)"),
			target_figure(t, t->base, a, sizeof a), t->base_year,
			target_measured(t, how, sizeof how));
	else if (tc->now.state == TARGET_NO_TARGET)
		snprintf(dst, size, _("no target (%s)"), target_measured(t, how, sizeof how));
	else if (t->direction == 'N' && !t->target_year)
		snprintf(dst, size, _("wanted: %s (%s)"),
			target_interval_text(t->low, t->high, t->decimals, a, sizeof a),
			measure_of(t));
	else if (t->direction == 'N')
		snprintf(dst, size, _("wanted: %s (%s) by %d"),
			target_interval_text(t->low, t->high, t->decimals, a, sizeof a), unit,
			t->target_year);
	else if (t->direction == 'K' && !t->target_year)
		snprintf(dst, size, _("to be kept at %s ± %s (%s)"),
			target_figure(t, t->base, a, sizeof a),
			target_figure(t, t->tolerance, b, sizeof b), measure_of(t));
	else if (t->direction == 'K')
		snprintf(dst, size, _("to be kept at %s ± %s (%s) until %d"),
			target_figure(t, t->base, a, sizeof a),
			target_figure(t, t->tolerance, b, sizeof b), unit, t->target_year);
	else
		snprintf(dst, size, _("from %s in %d to %s in %d (%s)"),
			target_figure(t, t->base, a, sizeof a), t->base_year,
			target_figure(t, t->target, b, sizeof b), t->target_year,
			target_measured(t, how, sizeof how));
}

static void
add(char *dst, size_t size, const char *piece)
{
	size_t used = strlen(dst);

	text_copy(dst + used, size - used, piece);
}

/* How the course runs between base and target. */
static void
say_path(const struct target *t, char *dst, size_t size)
{
	struct arena arena = { 0 };
	const char *path = target_path_words(t, &arena);

	if (path[0]) {
		add(dst, size, _("; path: "));
		add(dst, size, path);
	}
	arena_release(&arena);
}

static void
say_status(const struct strategy_course *course, const struct target_course *tc, char *dst,
	size_t size)
{
	const struct target_judgement *j = &tc->now;
	const struct target *t = tc->target;
	char piece[160] = "", value[40], expected[40], share[40];

	if (j->value_year && isnan(j->expected))
		snprintf(piece, sizeof piece, _("; %s in %d"),
			target_figure(t, j->value, value, sizeof value), j->value_year);
	else if (j->value_year)
		snprintf(piece, sizeof piece, _("; %s in %d, expected %s"),
			target_figure(t, j->value, value, sizeof value), j->value_year,
			target_figure(t, j->expected, expected, sizeof expected));
	add(dst, size, piece);
	if (!isnan(j->progress)) {
		snprintf(piece, sizeof piece, _(": %s%% of the change"),
			number_format(share, sizeof share, target_percent(j->progress), 0));
		add(dst, size, piece);
	}
	if ((j->doubt != DOUBT_NONE || tc->taken) && j->state != TARGET_NO_TARGET) {
		struct arena arena = { 0 };

		add(dst, size, "; ");
		add(dst, size, target_course_why(tc, j->doubt, &arena));
		arena_release(&arena);
	}
	if (target_corrected(tc, j, course->year))
		add(dst, size, _("; corrected after approval"));
	else if (course->approved_on[0])
		add(dst, size, _("; as approved"));
}

static void
say_outlook(const struct target_course *tc, enum tier tier, char *dst, size_t size)
{
	const struct target_judgement *j = &tc->now;
	const struct target_rule rule = target_rule_of(tc->target);
	char pace[48] = "", number[40];
	size_t used;

	if (j->compared)
		snprintf(dst, size, _("last change: %s %s"), target_trend_sign(tier, j->trend),
			target_trend_label(&rule, j));
	else
		text_copy(dst, size, _("last change: not known yet"));
	used = strlen(dst);
	if (!isnan(j->pace))
		snprintf(pace, sizeof pace, _(" (%s a year)"),
			number_format(number, sizeof number, j->pace, tc->target->decimals + 1));
	if (j->forecast_year > 0)
		snprintf(dst + used, size - used, _("; at this pace%s the target is reached in %d"),
			pace, j->forecast_year);
	else if (j->forecast_year == FORECAST_NEVER)
		snprintf(dst + used, size - used, _("; at this pace%s the target is not reached"),
			pace);
	else if (j->state != TARGET_ACHIEVED && j->state < TARGET_NO_DATA &&
		 tc->target->direction != 'K' && !tc->approved)
		add(dst, size, _("; no forecast: it needs three values"));
}

static void
say_source(const struct target *t, const char *followed, char *dst, size_t size)
{
	if (t->indicator[0])
		snprintf(dst, size, _("%s; figures come from %s%s"), target_kind_label(t->kind),
			t->indicator, followed);
	else if (!t->office[0] && !t->source[0])
		snprintf(dst, size, _("%s; figures are keyed"), target_kind_label(t->kind));
	else
		snprintf(dst, size, _("%s; figures are keyed: %s%s%s"), target_kind_label(t->kind),
			t->office, t->office[0] && t->source[0] ? ", " : "", t->source);
}

int
target_head_make(struct target_head *head, const struct strategy_course *course,
	const struct target_course *tc, const char *followed, enum tier tier, int columns)
{
	const char *goal = tc->goal < 0 ? course->strategy.code : course->goals[tc->goal].number;
	char name[TARGET_NAME_SIZE];
	int rows = 0;

	snprintf(head->line[0], TARGET_HEAD_TEXT, "%s  %s", goal,
		target_course_name(tc, name, sizeof name));
	say_wanted(tc, head->line[1], TARGET_HEAD_TEXT);
	say_path(tc->target, head->line[1], TARGET_HEAD_TEXT);
	head->state = tc->now.state;
	target_state_text(tier, head->state, head->line[2], TARGET_HEAD_TEXT);
	head->state_length = strlen(head->line[2]);
	say_status(course, tc, head->line[2], TARGET_HEAD_TEXT);
	say_outlook(tc, tier, head->line[3], TARGET_HEAD_TEXT);
	say_source(tc->target, followed, head->line[4], TARGET_HEAD_TEXT);
	for (int i = 0; i < TARGET_HEAD_LINES; i++)
		rows += wrap_count(head->line[i], columns, NULL);
	return rows;
}

void
target_head_draw(const struct target_head *head, struct canvas *c)
{
	static const enum role roles[TARGET_HEAD_LINES] = { ROLE_TITLE, ROLE_TEXT, ROLE_TEXT,
		ROLE_TEXT, ROLE_HINT };
	char part[TARGET_HEAD_TEXT];
	int row = 0;

	for (int i = 0; i < TARGET_HEAD_LINES; i++) {
		const char *text = head->line[i];
		size_t next = 1;

		if (i == 2)
			snprintf(part, sizeof part, "%.*s", (int)head->state_length, text);
		for (int first = row; next; text += next, row++) {
			char piece[TARGET_HEAD_TEXT];

			snprintf(piece, sizeof piece, "%.*s",
				(int)wrap_line(text, c->columns, &next), text);
			canvas_text(c, row, 0, -1, roles[i], piece);
			if (i == 2 && row == first)
				canvas_text(c, row, 0, -1, target_state_role(head->state), part);
		}
	}
}
