/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals of a report with their indicators and each indicator's course. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/indicators/flag.h"
#include "report/monitoring_report_parts.h"

#include <math.h>
#include <string.h>

const char *
monitoring_target(const struct monitoring_writing *w, const struct target_course *target)
{
	char name[TARGET_NAME_SIZE];

	return arena_string(w->arena, target_course_name(target, name, sizeof name));
}

const char *
monitoring_measured(const struct monitoring_writing *w, const struct target_course *target)
{
	const char *name = monitoring_target(w, target), *measure = target->target->measure;

	return measure[0] ? arena_format(w->arena, "%s [%s]", name, measure) : name;
}

static const char *
trend_text(int trend)
{
	return trend > 0 ? _("▲ better") : trend < 0 ? _("▼ worse") : "";
}

const char *
monitoring_year(const struct monitoring_writing *w, int year)
{
	return year ? arena_format(w->arena, "%d", year) : "";
}

/* "2023 (2 years older)": of a value that is not of the report's year. */
static const char *
year_and_age(const struct monitoring_writing *w, int year)
{
	const char *age = round_age_text(year, w->year, w->arena);

	return age[0] ? arena_format(w->arena, "%d (%s)", year, age) : monitoring_year(w, year);
}

const char *
monitoring_number(const struct monitoring_writing *w, double value, int decimals)
{
	char text[64];

	return arena_string(w->arena, number_format(text, sizeof text, value, decimals));
}

const char *
monitoring_of_year(const struct monitoring_writing *w, const char *text, int year)
{
	return text[0] && year ? arena_format(w->arena, "%s (%d)", text, year) : text;
}

const char *
monitoring_aim(const struct monitoring_writing *w, const struct round_figure *f)
{
	const struct target *card = f->course->target;
	int places = card->decimals;
	char interval[96];

	if (card->direction == 'N' && isnan(f->target))
		return arena_string(w->arena, target_interval_text(card->low, card->high, places,
						      interval, sizeof interval));
	if (card->direction == 'K' && !isnan(card->tolerance))
		return arena_format(w->arena, "%s ± %s", monitoring_number(w, f->base, places),
			monitoring_number(w, card->tolerance, places));
	return monitoring_number(w, f->target, places);
}

static void
indicator_columns(struct report_table *t)
{
	report_table_column(t, "goal", _("Goal"), REPORT_CODE, 0);
	report_table_column(t, "indicator", _("Indicator"), REPORT_TEXT, 0);
	report_table_column(t, "base", _("Base"), REPORT_TEXT, 0);
	report_table_column(t, "expected", C_("report", "Expected"), REPORT_NUMBER, -1);
	report_table_column(t, "value", _("Value"), REPORT_NUMBER, -1);
	report_table_column(t, "value_year", _("Year"), REPORT_TEXT, 0);
	report_table_column(t, "target", _("Target"), REPORT_TEXT, 0);
	report_table_column(t, "progress", _("Progress, %"), REPORT_NUMBER, 0);
	report_table_column(t, "status", _("Status"), REPORT_TEXT, 0);
	report_table_column(t, "trend", _("Trend"), REPORT_TEXT, 0);
	report_table_column(t, "forecast_year", _("Forecast"), REPORT_TEXT, 0);
}

static void
indicator_row(
	const struct monitoring_writing *w, struct report_table *t, const struct round_figure *f)
{
	const struct target *card = f->course->target;
	const char *doubt = f->as.state == TARGET_NO_TARGET
				    ? ""
				    : target_course_why(f->course, f->as.doubt, w->arena);
	const char *status = monitoring_status_text(f->as.state, w->arena);
	char forecast[64];

	report_table_row(t);
	report_cell_text(t, monitoring_goal(w, f->course->goal));
	report_cell_text(t, monitoring_measured(w, f->course));
	report_cell_text(t,
		monitoring_of_year(w, monitoring_number(w, f->base, card->decimals), f->base_year));
	monitoring_value(t, f->as.expected, card->decimals);
	if (f->as.doubt == DOUBT_SAID_NONE)
		report_cell_missing(t, flag_meaning(FLAG_NO_DATA)->symbol);
	else
		monitoring_value(t, f->as.value, card->decimals);
	if (f->correction || target_corrected(f->course, &f->as, w->year))
		report_cell_mark(t, "*");
	report_cell_text(t, year_and_age(w, f->as.value_year));
	report_cell_text(t, monitoring_of_year(w, monitoring_aim(w, f), f->target_year));
	report_cell_number(t, target_percent(f->as.progress));
	report_cell_text(t, doubt[0] ? arena_format(w->arena, "%s (%s)", status, doubt) : status);
	report_cell_text(t, trend_text(f->as.trend));
	report_cell_text(t, arena_string(w->arena, target_forecast_text(f->as.forecast_year,
							   forecast, sizeof forecast)));
}

/* Whether an indicator of this goal stands under the heading of top: of that goal or one below it.
 * Under no goal (-1) stand only those that have none. */
static bool
stands_under(const struct strategy_course *c, int goal, int top)
{
	while (top >= 0 && goal >= 0 && goal != top)
		goal = c->goals[goal].above;
	return goal == top;
}

const char monitoring_corrected_before[] =
	N_("* Corrected after the report of its year was approved; the approved report keeps the "
	   "former figure.");

static void
indicator_table(const struct monitoring_writing *w, int top)
{
	const struct round_state *s = w->state;
	struct report_table *t = NULL;
	bool corrected = false, before = false;

	for (int i = 0; i < s->figure_count; i++) {
		const struct round_figure *f = &s->figures[i];

		if (top >= -1 && !stands_under(&s->course, f->course->goal, top))
			continue;
		if (!t) {
			t = monitoring_table(w, _("Indicators"));
			indicator_columns(t);
		}
		indicator_row(w, t, f);
		corrected |= f->correction != NULL;
		before |= target_corrected(f->course, &f->as, w->year) != NULL;
	}
	if (t && corrected)
		report_table_footnote(t, _("* The figure was corrected after approval; see "
					   "corrections."));
	if (t && before)
		report_table_footnote(t, _(monitoring_corrected_before));
}

/* All indicators in one table, for the chapter of the state report. */
void
monitoring_indicators(const struct monitoring_writing *w)
{
	indicator_table(w, -2);
}

void
monitoring_goals(const struct monitoring_writing *w)
{
	const struct strategy_course *c = &w->state->course;

	document_heading(w->d, 1, _("Goals and their indicators"));
	for (int g = -1; g < c->goal_count; g++) {
		bool any = g >= 0;

		if (g >= 0 && c->goals[g].depth > 0)
			continue;
		for (int i = 0; g < 0 && i < w->state->figure_count; i++)
			any |= w->state->figures[i].course->goal < 0;
		if (!any)
			continue;
		document_heading(w->d, 2,
			g < 0 ? _("Indicators of the whole strategy")
			      : arena_format(
					w->arena, "%s. %s", c->goals[g].number, c->goals[g].name));
		if (g >= 0)
			document_paragraph(
				w->d, arena_format(w->arena, _("Status: %s."),
					      monitoring_status_text(
						      w->state->goals[g].state, w->arena)));
		if (g >= 0 && c->goals[g].text[0])
			document_paragraph(w->d, c->goals[g].text);
		indicator_table(w, g);
		for (int i = 0; i < w->state->figure_count; i++)
			if (stands_under(c, w->state->figures[i].course->goal, g))
				monitoring_course(w, &w->state->figures[i]);
	}
}
