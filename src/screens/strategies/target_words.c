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
print_change(struct output *out, const struct target *t, const struct target_change *c)
{
	char day[32], numbers[4][40];

	output_printf(out, "%s  %s\n", date_show(day, sizeof(day), c->changed_on), t->name);
	output_printf(out, _("  before: %s in %d, target %s in %d\n"),
		target_figure(t, c->base, numbers[0], sizeof(numbers[0])), c->base_year,
		target_figure(t, c->target_value, numbers[1], sizeof(numbers[1])), c->target_year);
	output_printf(out, _("  now: %s in %d, target %s in %d\n"),
		target_figure(t, c->new_base, numbers[2], sizeof(numbers[2])), c->new_base_year,
		target_figure(t, c->new_target, numbers[3], sizeof(numbers[3])),
		c->new_target_year);
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
	struct app *app = app_of(s);
	struct output *out = output_memory();
	struct arena arena = { 0 };
	struct target_change *list;
	struct error err = { 0 };
	int count = 0, failed;

	failed = target_changes(app->db, strategy, target, &arena, &list, &count, &err);
	for (int i = 0; i < count && !failed; i++) {
		struct target t;

		failed = target_load(app->db, list[i].target, &t, &err);
		if (!failed)
			print_change(out, &t, &list[i]);
	}
	if (failed)
		screens_error(s, &err);
	else if (!count)
		screens_say(s, "%s",
			_("Base, path and target are as they were when the strategy was adopted."));
	else
		pager_open(s, _("History of changes"), output_text(out, NULL), true);
	output_abort(out);
	arena_release(&arena);
}

void
target_note(const struct target_course *t, int year, char *dst, size_t size)
{
	const struct target_correction *corrected = target_corrected(t, &t->now);
	struct arena arena = { 0 };
	char wanted[96];
	size_t used = 0;

	if (corrected)
		used = (size_t)snprintf(
			dst, size, "* %s", target_correction_text(corrected, &arena));
	arena_release(&arena);
	if (t->now.doubt != DOUBT_NONE && t->now.state != TARGET_NO_TARGET && used < size)
		used += (size_t)snprintf(dst + used, size - used, "%s%s", used ? "; " : "",
			target_doubt_label(t->now.doubt));
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
	int older = 0;

	for (int i = 0; i < c->target_count; i++)
		if (c->targets[i].now.value_year < c->year && c->targets[i].now.value_year > older)
			older = c->targets[i].now.value_year;
	if (c->approved_on[0])
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
