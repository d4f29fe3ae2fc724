/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet that an office fills in for a year of a strategy. */
#include "config.h"

#include "report/office_sheet.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/strategies/task_state.h"

#include <math.h>
#include <string.h>

enum { PLACES_MOST = 9 };

/* States in words, NULL behind the last. */
static const char *const *
states(struct arena *arena)
{
	const char **words = arena_array(arena, TASK_STATES + 1, sizeof *words);

	for (int i = 0; i < TASK_STATES; i++)
		words[i] = task_state_label((enum task_state)i);
	return words;
}

/* A figure with all its places, or the reason why there is none. */
static void
point_cell(struct report_table *t, const struct target_point *p)
{
	const char *text = office_sheet_point(p, t->arena), *point = strchr(text, '.');
	int places = point ? (int)strlen(point + 1) : 0;

	if (!p || isnan(p->value) || places > PLACES_MOST || strchr(text, 'e'))
		report_cell_text(t, text);
	else
		report_cell_decimals(t, p->value, places);
}

static void
columns(struct report_table *t, int year)
{
	for (int c = 0; c < OFFICE_COLUMNS; c++) {
		bool code = c == OFFICE_CODE || c == OFFICE_GOAL || c >= OFFICE_STRATEGY;

		report_table_column(t, office_sheet_key((enum office_column)c),
			office_sheet_heading((enum office_column)c, year, t->arena),
			code ? REPORT_CODE : REPORT_TEXT, 0);
		if (c == OFFICE_STATE)
			report_table_choices(t, states(t->arena));
		else if (c >= OFFICE_VALUE && c <= OFFICE_REASON)
			report_table_entry(t);
	}
}

static void
whose(struct report_table *t, const struct round_state *s, const char *was, const char *words)
{
	report_cell_text(t, office_sheet_was(was, words, t->arena));
	report_cell_text(t, s->course.strategy.code);
	report_cell_text(t, arena_format(t->arena, "%d", s->course.year));
}

static void
figure_row(struct report_table *t, const struct round_state *s, const struct round_figure *f)
{
	const struct target *card = f->course->target;
	const struct target_point *p = target_point_of(f->course, s->course.year);
	const char *source = p && p->reading ? p->reading->source : NULL;

	report_table_row(t);
	report_cell_text(t, arena_format(t->arena, "T%lld", (long long)card->id));
	report_cell_text(t, f->course->goal < 0 ? "" : s->course.goals[f->course->goal].number);
	report_cell_text(t, card->name);
	report_cell_text(t, card->measure);
	point_cell(t, target_point_of(f->course, s->course.year - 1));
	point_cell(t, p);
	report_cell_text(t, source ? source : card->source);
	report_cell_empty(t);
	report_cell_empty(t);
	whose(t, s, office_sheet_point(p, t->arena), source);
}

static void
task_row(struct report_table *t, const struct round_state *s, const struct round_task *k)
{
	const struct task then = task_as_of(k->task, s->course.year);

	report_table_row(t);
	report_cell_text(t, arena_format(t->arena, "K%lld", (long long)k->task->id));
	report_cell_text(t, k->goal < 0 ? "" : s->course.goals[k->goal].number);
	report_cell_text(t, k->task->name);
	report_cell_text(t, "%");
	report_cell_empty(t);
	if (then.percent == TASK_PERCENT_UNKNOWN)
		report_cell_empty(t);
	else
		report_cell_decimals(t, then.percent, 0);
	report_cell_empty(t);
	report_cell_text(t, task_state_label(then.state));
	report_cell_text(t, then.reason);
	whose(t, s, office_sheet_was_task(&then, t->arena), then.reason);
}

int
office_sheet_table(struct report_table *t, const struct round_state *state, const char *office,
	struct arena *arena, struct error *err)
{
	int rows = 0;

	report_table_start(t, arena,
		arena_format(arena, _("Monitoring of %s for %d: %s"), state->course.strategy.code,
			state->course.year, office[0] ? office : _("(no office named)")));
	report_table_line(t, _("Fill in value (or bd: no data, nd: does not apply) and source; of "
			       "tasks per cent, state and reason. Leave codes and the last three "
			       "columns as they are."));
	report_table_line(t, arena_format(arena, _("States: %s."), task_state_words(arena)));
	if (state->round.id)
		report_table_line(t, arena_format(arena, _("Send back by %s."),
					     date_shown(arena, state->round.due_on)));
	columns(t, state->course.year);
	for (int i = 0; i < state->figure_count; i++) {
		const struct round_figure *f = &state->figures[i];

		if (f->course->target->indicator[0] || !round_figure_of(f, office))
			continue;
		figure_row(t, state, f);
		rows++;
	}
	for (int i = 0; i < state->task_count; i++) {
		if (strcmp(state->tasks[i].task->office, office) != 0)
			continue;
		task_row(t, state, &state->tasks[i]);
		rows++;
	}
	return rows ? 0
		    : error_set(err, ERROR_INPUT,
			      _("The office “%s” has neither an indicator to key nor a task in "
				"this "
				"strategy."),
			      office);
}
