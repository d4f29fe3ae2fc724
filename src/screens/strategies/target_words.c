/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How statuses and figures of targets are shown: never by colour alone. */
#include "config.h"

#include "screens/strategies/target_screens.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/output.h"
#include "base/text.h"
#include "model/diagnosis/problem.h"
#include "model/monitoring/round_frozen.h"
#include "tui/pager.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

char *
target_figure(const struct target *t, double value, char *dst, size_t size)
{
	if (isnan(value))
		return text_copy(dst, size, "–");
	return number_format(dst, size, value, t->decimals);
}

char *
target_expected_figure(const struct target *t, double expected, char *dst, size_t size)
{
	char low[40], high[40];

	if (t->direction != 'N' || !isnan(expected) || (isnan(t->low) && isnan(t->high)))
		return target_figure(t, expected, dst, size);
	if (isnan(t->low) || isnan(t->high))
		return target_interval_text(t->low, t->high, t->decimals, dst, size);
	snprintf(dst, size, "%s–%s", number_format(low, sizeof low, t->low, t->decimals),
		number_format(high, sizeof high, t->high, t->decimals));
	return dst;
}

char *
target_aimed_figure(const struct target_course *tc, char *dst, size_t size)
{
	const struct target *t = tc->target;
	const struct round_frozen *approved = tc->approved;
	double within = approved && approved->ruled ? approved->tolerance : t->tolerance;
	char base[40], tolerance[40];

	if (t->direction != 'K' || isnan(within))
		return target_expected_figure(
			t, approved ? approved->f.target : t->target, dst, size);
	target_figure(t, approved ? approved->f.base : t->base, base, sizeof base);
	snprintf(dst, size, "%s±%s", base, target_figure(t, within, tolerance, sizeof tolerance));
	return dst;
}

void
goal_line(const struct goal *g, char *dst, size_t size)
{
	int used = snprintf(dst, size, "%*s%.20s ", 2 * g->depth, "", g->number);

	text_copy(dst + used, size - (size_t)used, g->name);
}

const char *
target_trend_sign(enum tier tier, int trend)
{
	if (tier == TIER_ASCII)
		return trend > 0 ? "+" : trend < 0 ? "-" : "=";
	return trend > 0 ? "↑" : trend < 0 ? "↓" : "=";
}

void
target_state_and_trend(enum tier tier, const struct target_judgement *j, char *dst, size_t size)
{
	size_t used = strlen(target_state_text(tier, j->state, dst, size));

	if (j->trend && tier == TIER_ASCII) /* signs are longer there: the word may be cut */
		snprintf(dst, size, "%s%s %s", target_state_sign(tier, j->state),
			target_trend_sign(tier, j->trend), target_state_label(j->state));
	else if (j->trend)
		snprintf(dst + used, size - used, " %s", target_trend_sign(tier, j->trend));
}

/* ---- history of changes ---- */

static void
print_change(struct output *out, const struct strategy_change *c, struct arena *arena)
{
	output_printf(out, "%s  %s: %s – %s\n", date_shown(arena, c->changed_on),
		change_noun_label(c->noun), c->name, change_act_label(c->act));
	for (int i = 0; i < c->line_count; i++)
		output_printf(out, "  %s\n", change_line_text(&c->lines[i], arena));
	if (c->resolution[0])
		output_printf(out, _("  resolution: %s\n"), c->resolution);
	output_printf(out, _("  why: %s\n"), c->reason);
	if (c->login[0])
		output_printf(out, _("  entered by: %s\n"), c->login);
	output_puts(out, "\n");
}

void
target_changes_open(struct screens *s, int64_t strategy, int64_t target)
{
	const struct strategy_change_filter filter = { .strategy = strategy, .target = target };
	struct output *out = output_memory();
	struct arena arena = { 0 };
	struct strategy_change *list;
	struct error err = { 0 };
	int count = 0;

	if (strategy_change_list(app_of(s)->db, &filter, &arena, &list, &count, &err))
		screens_error(s, &err);
	for (int i = 0; i < count; i++)
		print_change(out, &list[i], &arena);
	if (err.code == ERROR_NONE && !count)
		screens_say(s, "%s", _("Nothing was changed since the strategy was adopted."));
	else if (count)
		pager_open(s, _("History of changes"), output_text(out, NULL), true);
	output_abort(out);
	arena_release(&arena);
}

void
target_note(const struct target_course *t, int year, char *dst, size_t size)
{
	const struct target_correction *corrected = target_corrected(t, &t->now, year);
	struct arena arena = { 0 };
	char wanted[96];
	size_t used = 0;

	if (corrected)
		used = (size_t)snprintf(
			dst, size, "* %s", target_correction_text(corrected, &arena));
	if ((t->now.doubt != DOUBT_NONE || t->taken) && t->now.state != TARGET_NO_TARGET &&
		used < size)
		used += (size_t)snprintf(dst + used, size - used, "%s%s", used ? "; " : "",
			target_course_why(t, t->now.doubt, &arena));
	arena_release(&arena);
	if (t->target->kind == TARGET_CONTEXT && t->target->target_year && used < size)
		used += (size_t)snprintf(dst + used, size - used,
			_("%snot judged, because its kind is context"), used ? "; " : "");
	if (t->now.value_year && t->now.value_year < year && used < size)
		used += (size_t)snprintf(dst + used, size - used, _("%svalue of %d"),
			used ? "; " : "", t->now.value_year);
	if (t->now.forecast_year > 0 && used < size)
		used += (size_t)snprintf(dst + used, size - used, _("%sreached in %d at this pace"),
			used ? "; " : "", t->now.forecast_year);
	if (t->target->direction == 'N' && used < size)
		used += (size_t)snprintf(dst + used, size - used, _("%swanted: %s"),
			used ? "; " : "",
			target_interval_text(t->target->low, t->target->high, t->target->decimals,
				wanted, sizeof wanted));
	if (t->target->office[0] && used < size)
		snprintf(dst + used, size - used, "%s%s", used ? "; " : "", t->target->office);
}

char *
target_heading(const struct strategy_course *c, char *dst, size_t size)
{
	int older = 0, gone = 0;

	for (int i = 0; i < c->target_count; i++)
		if (c->targets[i].now.value_year < c->year && c->targets[i].now.value_year > older)
			older = c->targets[i].now.value_year;
	for (int i = 0; i < c->gone_count; i++)
		gone += c->gone[i].approved != NULL;
	if (c->approved_on[0] && gone)
		snprintf(dst, size, _("At the end of %d, as approved (with %d deleted since):"),
			c->year, gone);
	else if (c->approved_on[0])
		snprintf(dst, size, _("At the end of %d, as approved:"), c->year);
	else if (older)
		snprintf(dst, size, _("End of %d ('%02d = of %d):"), c->year, older % 100, older);
	else
		snprintf(dst, size, _("At the end of %d:"), c->year);
	return dst;
}

void
goal_note(const char *level, const struct goal_status *s, char *dst, size_t size)
{
	snprintf(dst, size, _("%s; tasks %d, done %d, behind %d%s"), level, s->tasks, s->done,
		s->behind, s->corrected ? _("; * by figures corrected after approval") : "");
}

const char *
goal_priority(const struct goal *g, const struct problem *priorities, int count)
{
	for (int i = 0; i < count; i++)
		if (g->priority == priorities[i].id)
			return priorities[i].text;
	return NULL;
}

char *
target_measured(const struct target *t, char *dst, size_t size)
{
	snprintf(dst, size, "%s%s%s", t->measure, t->measure[0] ? "; " : "",
		target_direction_label(t->direction));
	return dst;
}
