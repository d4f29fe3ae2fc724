/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The monitoring report: its title page, its summary and the order of its chapters. */
#include "config.h"

#include "report/monitoring_report.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "model/monitoring/round_freeze.h"
#include "model/monitoring/round_source.h"
#include "model/units/unit_told.h"
#include "report/monitoring_report_parts.h"

#include <math.h>
#include <stdio.h>

/* As screens show them (tui/glyph.h). */
static const char *const signs[TARGET_WORDS] = { "√", "●", "▲", "■", "–", "–", "–" };

const char *
monitoring_status_text(enum target_state state, struct arena *arena)
{
	return arena_format(arena, "%s %s", signs[state], target_state_label(state));
}

/* ---- pieces ---- */

struct report_table *
monitoring_table(const struct monitoring_writing *w, const char *title)
{
	struct report_table *t = document_table(w->d);

	report_table_start(t, w->arena, title);
	return t;
}

const char *
monitoring_goal(const struct monitoring_writing *w, int goal)
{
	return goal < 0 ? "" : w->state->course.goals[goal].number;
}

const char *
monitoring_numbered(const struct monitoring_writing *w, int goal, const char *name)
{
	return goal < 0 ? name : arena_format(w->arena, "%s %s", monitoring_goal(w, goal), name);
}

void
monitoring_value(struct report_table *t, double value, int decimals)
{
	if (isnan(value))
		report_cell_missing(t, "–");
	else
		report_cell_decimals(t, value, decimals);
}

void
monitoring_zloty(struct report_table *t, int64_t grosze)
{
	if (grosze == MONEY_NONE)
		report_cell_missing(t, "–");
	else
		report_cell_decimals(t, money_zloty(grosze), 2);
}

/* ---- title page ---- */

int
monitoring_partners(const struct monitoring_writing *w, struct error *err)
{
	const char *names = "";
	int *slots, count;

	if (strategy_units(w->r->db, w->state->course.strategy.id, w->arena, &slots, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct unit *unit = unit_by_slot(w->r->units, slots[i]);

		names = arena_format(w->arena, "%s%s%s", names, i ? "; " : "",
			unit ? unit_told_with_code(unit, w->arena) : "?");
	}
	if (count)
		document_fact(w->d, _("Units that take part"), names);
	return 0;
}

static int
facts(const struct monitoring_writing *w, struct error *err)
{
	const struct strategy *s = &w->state->course.strategy;
	const struct monitoring_round *r = &w->state->round;
	struct date end = { w->year, 12, 31 }, today = clock_today();
	char day[32];

	document_fact(w->d, _("Unit"), w->unit ? unit_told_with_code(w->unit, w->arena) : "");
	if (monitoring_partners(w, err))
		return -1;
	document_fact(w->d, _("Strategy"), arena_format(w->arena, "%s  %s", s->code, s->name));
	document_fact(w->d, _("Kind"), strategy_kind_label(s->kind));
	document_fact(
		w->d, _("Years"), arena_format(w->arena, "%d–%d", s->first_year, s->last_year));
	document_fact(w->d, _("Resolution"), s->resolution);
	document_fact(w->d, _("Case mark"), s->case_mark);
	document_fact(w->d, _("State as of"), /* the year may not be over */
		date_format(day, sizeof day, w->year < today.year ? end : today));
	document_fact(w->d, _("Report made on"), date_format(day, sizeof day, clock_today()));
	if (r->approved_on[0])
		document_fact(w->d, _("Approved"),
			arena_format(w->arena, "%s, %s", date_shown(w->arena, r->approved_on),
				r->approved_by));
	else
		document_fact(w->d, _("Approved"), _("draft, not approved yet"));
	if (s->made_up)
		document_fact(w->d, _("Remark"), _("Made-up data of the demonstration"));
	return 0;
}

/* ---- summary ---- */

static void
paragraphs(const struct monitoring_writing *w, const char *text)
{
	while (*text) {
		const char *end = text;

		while (*end && *end != '\n')
			end++;
		if (end > text)
			document_paragraph(
				w->d, arena_format(w->arena, "%.*s", (int)(end - text), text));
		text = *end ? end + 1 : end;
	}
}

static void
count_table(const struct monitoring_writing *w)
{
	struct report_table *t = monitoring_table(w, _("Indicators by status"));
	const int *counts = w->state->counts;
	int all = 0;

	report_table_column(t, "status", _("Status"), REPORT_TEXT, 0);
	report_table_column(t, "indicators", _("Indicators"), REPORT_NUMBER, 0);
	report_table_column(t, "share", _("Share, %"), REPORT_NUMBER, 0);
	report_table_bar(t, 0, 100);
	for (int i = 0; i < TARGET_STATES; i++)
		all += counts[i];
	for (int i = 0; i < TARGET_STATES; i++) {
		double share = all ? 100.0 * counts[i] / all : NAN;

		report_table_row(t);
		report_cell_text(t, monitoring_status_text((enum target_state)i, w->arena));
		report_cell_number(t, counts[i]);
		report_cell_number(t, share);
		report_cell_number(t, share);
	}
	report_table_row(t);
	report_cell_text(t, _("all"));
	report_cell_number(t, all);
	report_table_sum(t);
	if (counts[TARGET_NO_TARGET])
		report_table_footnote(
			t, arena_format(w->arena,
				   P_("%d indicator of context has no target and is not counted.",
					   "%d indicators of context have no target and are not "
					   "counted.",
					   counts[TARGET_NO_TARGET]),
				   counts[TARGET_NO_TARGET]));
	if (counts[TARGET_EARLY])
		report_table_footnote(
			t, arena_format(w->arena,
				   P_("%d indicator begins later and is not judged yet.",
					   "%d indicators begin later and are not judged yet.",
					   counts[TARGET_EARLY]),
				   counts[TARGET_EARLY]));
}

static void
goal_table(const struct monitoring_writing *w)
{
	const struct strategy_course *c = &w->state->course;
	struct report_table *t = monitoring_table(w, _("Goals"));

	report_table_column(t, "goal", _("No."), REPORT_CODE, 0);
	report_table_column(t, "name", _("Goal"), REPORT_TEXT, 0);
	report_table_column(t, "status", _("Status"), REPORT_TEXT, 0);
	for (int i = 0; i < TARGET_STATES; i++)
		report_table_column(t, target_state_name((enum target_state)i),
			target_state_label((enum target_state)i), REPORT_NUMBER, 0);
	report_table_column(t, "tasks", _("Tasks"), REPORT_NUMBER, 0);
	report_table_column(t, "done", C_("report", "Done"), REPORT_NUMBER, 0);
	report_table_column(t, "behind", _("Behind"), REPORT_NUMBER, 0);
	for (int i = 0; i <= c->goal_count; i++) {
		const struct goal_status *s = &w->state->goals[i];

		if (i < c->goal_count && c->goals[i].depth > 1)
			continue;
		report_table_row(t);
		report_cell_text(t, i < c->goal_count ? c->goals[i].number : "");
		report_cell_text(t, i < c->goal_count ? c->goals[i].name : _("The whole strategy"));
		report_cell_text(t, monitoring_status_text(s->state, w->arena));
		for (int k = 0; k < TARGET_STATES; k++)
			report_cell_number(t, s->counts[k]);
		report_cell_number(t, s->tasks);
		report_cell_number(t, s->done);
		report_cell_number(t, s->behind);
	}
	report_table_sum(t);
	report_table_footnote(t, goal_rule_sentence(c->strategy.rule));
	report_table_footnote(
		t, arena_format(w->arena,
			   _("Status of an indicator: share of the change that was expected by its "
			     "year, in whole per cent rounded down; on course from %d%%, at risk "
			     "from %d%%, below that off course. Behind are tasks that are late, "
			     "held or abandoned."),
			   (int)lround(100 * c->limits.on_course),
			   (int)lround(100 * c->limits.at_risk)));
}

static int
missing_offices(const struct monitoring_writing *w, struct error *err)
{
	const char *waits;

	if (!w->state->round.id)
		return 0;
	if (round_approval_waits(w->r->db, w->state, w->arena, &waits, err))
		return -1;
	if (waits[0])
		document_note(w->d, waits);
	return 0;
}

const char *
monitoring_missing_text(const struct round_state *s, struct arena *arena)
{
	int count = round_state_missing(s);

	return !count ? ""
		      : arena_format(arena,
				P_("%d indicator has no figure of the year yet.",
					"%d indicators have no figure of the year yet.", count),
				count);
}

const char *
monitoring_unexplained_text(const struct round_state *s, struct arena *arena)
{
	int count = round_state_unexplained(s);

	return !count ? ""
		      : arena_format(arena,
				P_("The cause of %d deviation is not given yet.",
					"The causes of %d deviations are not given yet.", count),
				count);
}

int
monitoring_summary(const struct monitoring_writing *w, struct error *err)
{
	const struct round_state *s = w->state;
	const char *missing = monitoring_missing_text(s, w->arena);
	const char *unexplained = monitoring_unexplained_text(s, w->arena);

	document_heading(w->d, 1, _("Summary"));
	paragraphs(w, s->round.summary);
	count_table(w);
	goal_table(w);
	if (missing[0])
		document_note(w->d, missing);
	if (unexplained[0])
		document_note(w->d, unexplained);
	return missing_offices(w, err);
}

/* ---- the whole ---- */

int
monitoring_report_fill(const struct monitoring_writing *w, struct error *err)
{
	const struct round_state *s = w->state;

	document_start(w->d, w->arena,
		arena_format(w->arena, _("Monitoring report for %d: %s"), w->year,
			s->course.strategy.name));
	w->d->fonts = w->r->fonts;
	w->d->contents = true;
	document_above(w->d, office_letterhead(w->r->office, w->arena));
	if (facts(w, err) || monitoring_summary(w, err))
		return -1;
	monitoring_goals(w);
	if (monitoring_tasks(w, err) || monitoring_deviations(w, err) ||
		monitoring_changes(w, err) || monitoring_recommendations(w, err))
		return -1;
	if (monitoring_corrections(w, err) || monitoring_values(w, err))
		return -1;
	if (s->round.approved_on[0])
		document_signature(w->d, s->round.approved_by);
	return 0;
}

int
monitoring_report_build(const struct monitoring_report *r, int64_t strategy, int year,
	struct arena *arena, struct document *d, struct error *err)
{
	struct round_state state;
	struct monitoring_writing w;
	bool kept;

	if (monitoring_open(r, strategy, year, arena, d, &state, &w, err) ||
		monitoring_kept(&w, ROUND_PAPER_REPORT, &kept, err))
		return -1;
	if (kept)
		return 0;
	return round_state_sources(r->db, r->units, arena, &state, err) ||
			       monitoring_report_fill(&w, err)
		       ? -1
		       : 0;
}
