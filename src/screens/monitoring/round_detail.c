/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind a row of the year, in words. */
#include "config.h"

#include "screens/monitoring/monitoring.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/indicators/indicator.h"
#include "model/kept.h"
#include "model/strategies/task_money.h"
#include "model/strategies/task_state.h"
#include "report/monitoring_report.h"
#include "screens/indicators/source.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *
line(struct arena *arena, const char *text, const char *label, const char *value)
{
	return value[0] ? arena_format(arena, "%s%s: %s\n", text, label, value) : text;
}

static const char *
number_of(struct arena *arena, double value, int decimals, int year)
{
	char text[64];

	if (isnan(value))
		return "";
	number_format(text, sizeof text, value, decimals);
	return year ? arena_format(arena, "%s (%d)", text, year) : arena_string(arena, text);
}

static const char *
with_deviation(struct arena *arena, const char *text, const struct deviation *d)
{
	if (!d)
		return text;
	text = line(arena, text, _("Cause"), d->cause);
	text = line(arena, text, _("Measure taken"), d->measure);
	text = line(arena, text, _("Responsible"), d->office);
	text = line(arena, text, _("Due by"), date_shown(arena, d->due_on));
	return line(arena, text, _("Done on"), date_shown(arena, d->done_on));
}

const char *
round_figure_text(
	const struct round_state *state, const struct round_figure *f, struct arena *arena)
{
	const struct target *t = f->course->target;
	char name[TARGET_NAME_SIZE];
	const char *text = arena_format(arena, "%s%s%s%s\n\n",
		target_course_name(f->course, name, sizeof name), t->measure[0] ? " [" : "",
		t->measure, t->measure[0] ? "]" : "");
	char forecast[64], interval[96];

	text = line(arena, text, _("Value"),
		number_of(arena, f->as.value, t->decimals, f->as.value_year));
	if (f->want == WANT_NOTHING)
		text = line(arena, text, _("Age"),
			round_age_text(f->as.value_year, state->course.year, arena));
	text = line(arena, text, _("Missing"), round_want_text(f, state->course.year, arena));
	text = line(arena, text, _("Source"), f->source);
	text = line(arena, text, _("Card"), t->indicator);
	text = line(arena, text, _("Responsible"), t->office);
	text = line(arena, text, _("Base"), number_of(arena, f->base, t->decimals, f->base_year));
	text = line(arena, text, C_("report", "Expected"),
		isnan(f->as.expected)
			? arena_string(arena, target_interval_text(t->low, t->high, t->decimals,
						      interval, sizeof interval))
			: number_of(arena, f->as.expected, t->decimals, f->as.value_year));
	text = line(
		arena, text, _("Target"), number_of(arena, f->target, t->decimals, f->target_year));
	if (!isnan(f->as.progress))
		text = line(arena, text, _("Progress"),
			arena_format(arena, "%.0f%%", target_percent(f->as.progress)));
	text = line(arena, text, _("Status"), target_state_label(f->as.state));
	text = line(arena, text, _("Why"), target_course_why(f->course, f->as.doubt, arena));
	text = line(arena, text, _("Forecast"),
		target_forecast_text(f->as.forecast_year, forecast, sizeof forecast));
	if (f->correction)
		text = line(arena, text, C_("report", "Correction"),
			arena_format(arena, "%s, %s, %s: %s",
				round_correction_text(f->correction, t->decimals, arena),
				date_shown(arena, f->correction->dated_on), f->correction->login,
				f->correction->reason));
	if (f->correction)
		text = line(arena, text, _("Status after it"),
			monitoring_status_text(f->correction->as.state, arena));
	return with_deviation(arena, text, f->deviation);
}

static const char *
money_line(int64_t planned, int64_t spent, struct arena *arena)
{
	char a[48], b[48];

	return arena_format(arena, _("planned %s, spent %s"), money_shown(a, sizeof a, planned),
		money_shown(b, sizeof b, spent));
}

static const char *
add_saying(const char *text, const struct round_saying *said, int year, struct arena *arena)
{
	text = line(arena, text, _("State"), task_state_label(said->state));
	if (said->percent != TASK_PERCENT_UNKNOWN)
		text = line(arena, text, C_("report", "Done"),
			arena_format(arena, "%d%%", said->percent));
	return line(arena, text, arena_format(arena, _("Money of %d"), year),
		money_line(said->planned, said->spent, arena));
}

const char *
round_task_text(const struct round_state *state, const struct round_task *t, struct arena *arena)
{
	const char *text = arena_format(arena, "%s\n\n", t->task->name);

	text = line(arena, text, _("Responsible"), t->task->office);
	text = line(arena, text, _("Planned"),
		arena_format(arena, "%s – %s", date_shown(arena, t->task->planned_from),
			date_shown(arena, t->task->planned_to)));
	text = add_saying(text, &t->said, state->course.year, arena);
	text = line(arena, text, _("Reason"), round_task_reason(t, state->course.year, arena));
	return with_deviation(arena, text, t->deviation);
}

/* ---- origins ---- */

static const char *
reading_origin(const struct target_reading *r, struct arena *arena)
{
	return arena_format(arena, _("Source: %s\n%s"), r->source[0] ? r->source : "–",
		kept_origin(arena, r->entered_at, r->login, r->file_name));
}

static int
origin_in(struct app *app, const struct target_course *course, int year, struct arena *arena,
	const char **text, struct error *err)
{
	const struct target *t = course->target;
	const struct target_point *p = target_point_shown(course, year);
	struct error gone = { 0 };
	struct indicator card;
	size_t length;
	char *origin;

	*text = "";
	if (p && p->corrected) {
		*text = target_correction_text(p->corrected, arena);
		return 0;
	}
	if (!t->indicator[0]) {
		if (p && p->reading)
			*text = reading_origin(p->reading, arena);
		return 0;
	}
	if (indicator_load(app->db, t->indicator, arena, &card, &gone))
		return gone.code == ERROR_MISSING ? 0 : error_set(err, gone.code, "%s", gone.text);
	origin = source_text(app, &card, year, course->slot, err);
	if (!origin)
		return err->code ? -1 : 0;
	length = strlen(origin);
	while (length && origin[length - 1] == '\n')
		length--;
	*text = arena_format(arena, "%.*s", (int)length, origin);
	free(origin);
	return 0;
}

/* Of an approved figure what is known today, which may be a correction or a newer saying. */
static int
figure_today(struct app *app, const struct round_state *state, const struct round_figure *f,
	struct arena *arena, const char **text, struct error *err)
{
	const struct target_course *now = target_course_of(&state->course, f->course->target->id);
	const struct target_point *p = now ? target_point_of(now, state->course.year) : NULL;
	const char *origin;
	char value[64];

	if (now && !p && f->as.value_year)
		p = target_point_of(now, f->as.value_year);
	if (!p)
		return 0;
	number_format(value, sizeof value, p->value, now->target->decimals);
	if (origin_in(app, now, p->year, arena, &origin, err))
		return -1;
	*text = arena_format(arena, _("Approved as above. As it stands today, %d: %s"), p->year,
		isnan(p->value) ? flag_meaning(p->flag)->symbol : value);
	*text = arena_format(arena, "%s\n%s", *text, origin);
	return 0;
}

int
round_figure_origin(struct app *app, const struct round_state *state, const struct round_figure *f,
	struct arena *arena, const char **text, struct error *err)
{
	*text = "";
	if (state->frozen)
		return figure_today(app, state, f, arena, text, err);
	if (!f->as.value_year)
		return 0;
	if (origin_in(app, f->course, f->as.value_year, arena, text, err))
		return -1;
	if ((*text)[0])
		*text = arena_format(arena, "%s\n%s", _("Where does the value come from?"), *text);
	return 0;
}

/* "2022: 3,4", and where it comes from below. */
static int
add_year(struct app *app, const struct round_figure *f, int year, struct arena *arena,
	const char **text, struct error *err)
{
	const struct target_point *p = target_point_shown(f->course, year);
	const char *origin;
	char value[64];

	if (!p && (year != f->base_year || isnan(f->base)))
		return 0;
	number_format(value, sizeof value, p ? p->value : f->base, f->course->target->decimals);
	if (p && isnan(p->value))
		text_copy(value, sizeof value, flag_meaning(p->flag)->symbol);
	if (!p)
		origin = _("The base, as the card of the indicator says (menu 6 4).");
	else if (origin_in(app, f->course, year, arena, &origin, err))
		return -1;
	*text = arena_format(arena, "%s\n\n%d: %s\n%s", *text, year, value, origin);
	return 0;
}

int
round_figure_years(struct app *app, const struct round_figure *f, int year, struct arena *arena,
	const char **text, struct error *err)
{
	const struct target_course *c = f->course;
	int first = f->base_year ? f->base_year : year;

	if (c->count && c->points[0].year < first)
		first = c->points[0].year;
	if (c->earlier_count && c->earlier[0].year < first)
		first = c->earlier[0].year;
	*text = "";
	for (int y = year; y >= first; y--)
		if (y != f->as.value_year && add_year(app, f, y, arena, text, err))
			return -1;
	return 0;
}

/* Who said it, and each source of the money with who said that. */
static const char *
add_sources(const char *text, const struct round_saying *said, struct arena *arena)
{
	text = arena_format(arena, "%s%s. %s\n", text, _("State"),
		kept_origin(arena, said->entered_at, said->login, said->file_name));
	for (int i = 0; i < said->money_count; i++) {
		const struct task_money *m = &said->money[i];

		text = line(arena, text, money_source_label(m->source),
			money_line(m->planned, m->spent, arena));
		text = arena_format(arena, "%s%s\n", text,
			kept_origin(arena, m->entered_at, m->login, m->file_name));
	}
	return text;
}

const char *
round_task_origin(const struct round_state *state, const struct round_task *t, struct arena *arena)
{
	const char *text = arena_format(arena, "%s\n",
		state->frozen ? _("Approved as above; where it came from:")
			      : _("Where does the value come from?"));

	text = t->said.told ? add_sources(text, &t->said, arena)
			    : arena_format(arena, "%s%s\n", text,
				      _("When this year was approved its sources were not kept."));
	if (!state->frozen)
		return text;
	if (t->gone)
		return arena_format(arena, "%s\n%s\n", text, _("The task was deleted since."));
	if (!round_task_otherwise(t))
		return t->said.told ? text : add_sources(text, &t->now, arena);
	text = arena_format(arena, "%s\n%s\n", text, _("Changed since; as it stands today:"));
	return add_sources(add_saying(text, &t->now, state->course.year, arena), &t->now, arena);
}
