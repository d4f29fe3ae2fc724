/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Homework, conclusions and plans as parts of reports. */
#include "config.h"

#include "report/exchange_report_parts.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/indicators/flag.h"
#include "model/meetings/homework.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct exchange_writing
exchange_begin(const struct exchange_report *r, struct arena *arena, struct document *d,
	const char *title)
{
	char today[32];

	document_start(d, arena, title);
	d->fonts = r->fonts;
	document_above(d, r->heading);
	document_fact(d, _("Report made on"), date_format(today, sizeof today, clock_today()));
	return (struct exchange_writing){ .r = r, .arena = arena, .d = d };
}

bool
exchange_in_year(const struct exchange_writing *w, const char *day)
{
	return !w->year || atoi(day) == w->year;
}

const char *
exchange_unit(const struct exchange_writing *w, int slot)
{
	const struct unit *u = slot == NO_SLOT ? NULL : unit_by_slot(w->r->units, slot);

	return u ? u->told : "";
}

struct report_table *
exchange_table(const struct exchange_writing *w, const char *title)
{
	struct report_table *t = document_table(w->d);

	report_table_start(t, w->arena, title);
	return t;
}

/* ---- homework ---- */

/* From the meeting that gave it until it is due. */
static bool
homework_of_year(const struct exchange_writing *w, const struct homework *h)
{
	int due = atoi(h->due_on), given = h->meeting_on[0] ? atoi(h->meeting_on) : due;

	return !w->year || (given <= w->year && w->year <= due);
}

int
exchange_homework(const struct exchange_writing *w, int64_t group, int slot, struct error *err)
{
	const struct homework_filter filter = { .group = group, .slot = slot };
	struct homework *list;
	struct report_table *t;
	int count, of_year = 0;

	if (homework_list(w->r->db, &filter, w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (homework_of_year(w, &list[i]))
			list[of_year++] = list[i];
	count = of_year;
	homework_sort(list, count, w->r->units);
	if (!count) {
		document_paragraph(w->d, _("No homework was given."));
		return 0;
	}
	t = exchange_table(w, "");
	report_table_column(t, "group", _("Group"), REPORT_CODE, 0);
	report_table_column(t, "unit", _("Who"), REPORT_TEXT, 0);
	report_table_column(t, "text", _("What"), REPORT_TEXT, 0);
	report_table_column(t, "due_on", _("Until"), REPORT_TEXT, 0);
	report_table_column(t, "state", _("State"), REPORT_TEXT, 0);
	report_table_column(t, "answer", _("Answer"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, list[i].group_code);
		report_cell_text(t, list[i].slot == NO_SLOT ? _("moderator or coordinator")
							    : exchange_unit(w, list[i].slot));
		report_cell_text(t, list[i].text);
		report_cell_text(t, date_shown(w->arena, list[i].due_on));
		report_cell_text(t, homework_state_label(list[i].state));
		report_cell_text(t, list[i].answer.text ? list[i].answer.text : "");
	}
	return 0;
}

/* ---- conclusions ---- */

static const char *
figure(const struct exchange_writing *w, double value, int decimals)
{
	char text[64];

	if (isnan(value))
		return "–";
	number_format(text, sizeof text, value, decimals);
	return arena_string(w->arena, text);
}

static void
evidence_row(const struct exchange_writing *w, struct report_table *t, const struct evidence *e)
{
	const double figures[] = { e->value, e->mean, e->median, e->best };

	report_table_row(t);
	report_cell_text(t, e->text);
	if (e->year) {
		report_cell_number(t, e->year);
		report_cell_plain(t);
	} else {
		report_cell_empty(t);
	}
	if (e->kind != EVIDENCE_INDICATOR)
		return;
	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
		if (isnan(figures[i]))
			report_cell_missing(t, "–");
		else
			report_cell_decimals(t, figures[i], e->decimals);
	report_cell_text(t, isnan(e->best) ? "" : exchange_unit(w, e->best_slot));
	report_cell_text(t, arena_format(w->arena, "%d/%d", e->with_data, e->members));
}

static int
evidence(const struct exchange_writing *w, const struct conclusion *c, struct error *err)
{
	struct evidence *list;
	struct report_table *t;
	int count;

	if (!c->evidence)
		return 0;
	if (evidence_list(w->r->db, c->id, w->arena, &list, &count, err))
		return -1;
	t = exchange_table(w, _("Evidence, as it was then"));
	report_table_column(t, "what", _("What"), REPORT_TEXT, 0);
	report_table_column(t, "year", _("Year"), REPORT_NUMBER, 0);
	report_table_column(t, "own", _("Own"), REPORT_NUMBER, -1);
	report_table_column(t, "mean", _("Mean"), REPORT_NUMBER, -1);
	report_table_column(t, "median", _("Median"), REPORT_NUMBER, -1);
	report_table_column(t, "best", _("Best"), REPORT_NUMBER, -1);
	report_table_column(t, "best_unit", _("Of whom"), REPORT_TEXT, 0);
	report_table_column(t, "with_data", _("With data"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++)
		evidence_row(w, t, &list[i]);
	return 0;
}

static const char *
money(const struct exchange_writing *w, double value)
{
	char text[64];

	return arena_string(w->arena, number_money(text, sizeof text, value));
}

static void
said(const struct exchange_writing *w, const char *label, const char *text)
{
	if (text[0])
		document_paragraph(w->d, arena_format(w->arena, "%s: %s", label, text));
}

static int
conclusion(const struct exchange_writing *w, const struct conclusion *c, struct error *err)
{
	document_heading(
		w->d, 2, arena_format(w->arena, "%s: %s", exchange_unit(w, c->slot), c->text));
	said(w, _("State"), conclusion_state_label(c->state));
	said(w, _("Reason"), c->reason);
	said(w, _("Cause"), c->cause);
	said(w, _("Proposal"), c->proposal);
	said(w, _("To learn from"), exchange_unit(w, c->learn_from));
	said(w, _("Expected effect"), c->effect);
	if (!isnan(c->cost))
		said(w, _("Cost"), arena_format(w->arena, "%s zł", money(w, c->cost)));
	said(w, _("Responsible"), c->responsible);
	said(w, _("Until"), date_shown(w->arena, c->due_on));
	return evidence(w, c, err);
}

int
exchange_conclusions(const struct exchange_writing *w, int64_t group, int slot, struct error *err)
{
	const struct conclusion_filter filter = { .group = group, .slot = slot };
	struct conclusion *list;
	int count, written = 0;

	if (conclusion_list(w->r->db, &filter, w->arena, &list, &count, err))
		return -1;
	for (int i = count - 1; i >= 0; i--) { /* in the order they were drawn */
		if (!exchange_in_year(w, list[i].made_on))
			continue;
		written++;
		if (conclusion(w, &list[i], err))
			return -1;
	}
	if (!written)
		document_paragraph(w->d, w->year ? _("No conclusion was drawn in this year.")
						 : _("No conclusion has been drawn yet."));
	return 0;
}

/* ---- plans ---- */

/* The measure, from where and to where: what is known of it. */
static const char *
span(const struct exchange_writing *w, const struct improvement_plan *p, const char *name)
{
	const char *base = figure(w, p->base, -1), *target = figure(w, p->target, -1);

	if (!isnan(p->base) && !isnan(p->target))
		return arena_format(w->arena, _("%s: from %s in %d to %s in %d"), name, base,
			p->base_year, target, p->target_year);
	if (!isnan(p->target))
		return arena_format(w->arena, _("%s: to %s in %d"), name, target, p->target_year);
	return isnan(p->base) ? name
			      : arena_format(w->arena, _("%s: from %s in %d"), name, base,
					p->base_year);
}

static int
measure(const struct exchange_writing *w, const struct improvement_plan *p,
	const struct plan_progress *now, struct error *err)
{
	const char *name = p->measure;
	struct indicator card;
	bool made_up = false;

	if (p->indicator[0]) {
		if (indicator_load(w->r->db, p->indicator, w->arena, &card, err) ||
			(now->year &&
				value_made_up(
					w->r->db, &card, now->year, p->slot, &made_up, err)))
			return -1;
		name = card.measure[0] ? arena_format(w->arena, "%s [%s]", card.name, card.measure)
				       : card.name;
	}
	if (!name[0])
		return 0;
	said(w, _("Measured by"), span(w, p, name));
	if (now->year && !isnan(now->percent))
		said(w, _("So far"),
			arena_format(w->arena, _("%s in %d: %s%% of the way"),
				figure(w, now->value, -1), now->year, figure(w, now->percent, 0)));
	else if (now->year)
		said(w, _("So far"),
			arena_format(
				w->arena, _("%s in %d"), figure(w, now->value, -1), now->year));
	if (made_up)
		said(w, _("Remark"), _("The figure is made up."));
	return 0;
}

static int
actions(const struct exchange_writing *w, const struct improvement_plan *p, struct error *err)
{
	struct plan_action *list;
	struct report_table *t;
	bool grosze = false;
	double cost;
	int count;

	if (plan_actions(w->r->db, p->id, w->arena, &list, &count, err))
		return -1;
	if (!count)
		return 0;
	for (int i = 0; i < count; i++) /* all costs with as many digits as one of them needs */
		grosze = grosze || (!isnan(list[i].cost) && list[i].cost != round(list[i].cost));
	t = exchange_table(w, _("Actions"));
	report_table_column(t, "number", _("No."), REPORT_NUMBER, 0);
	report_table_column(t, "text", _("What"), REPORT_TEXT, 0);
	report_table_column(t, "responsible", _("Responsible"), REPORT_TEXT, 0);
	report_table_column(t, "from_on", _("From"), REPORT_TEXT, 0);
	report_table_column(t, "to_on", _("Until"), REPORT_TEXT, 0);
	report_table_column(t, "cost", _("Cost, zł"), REPORT_NUMBER, grosze ? 2 : 0);
	report_table_column(t, "state", _("State"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_number(t, list[i].position);
		report_cell_text(t, list[i].text);
		report_cell_text(t, list[i].responsible);
		report_cell_text(t, date_shown(w->arena, list[i].from_on));
		report_cell_text(t, date_shown(w->arena, list[i].to_on));
		report_cell_number(t, list[i].cost);
		report_cell_text(t, plan_action_state_label(list[i].state));
	}
	cost = plan_cost(list, count);
	if (isnan(cost))
		return 0;
	report_table_row(t);
	report_cell_empty(t);
	report_cell_text(t, _("together"));
	for (int i = 0; i < 3; i++)
		report_cell_empty(t);
	report_cell_number(t, cost);
	report_cell_text(t, cost > p->budget + 0.005 ? _("above the budget") : "");
	report_table_sum(t);
	return 0;
}

static int
results(const struct exchange_writing *w, const struct improvement_plan *p, struct error *err)
{
	struct plan_result *list;
	int count;

	if (plan_results(w->r->db, p->id, w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		document_item(
			w->d, isnan(list[i].value)
				      ? arena_format(w->arena, "%d: %s", list[i].year, list[i].text)
				      : arena_format(w->arena, "%d: %s (%s)", list[i].year,
						list[i].text, figure(w, list[i].value, -1)));
	return 0;
}

static int
plan(const struct exchange_writing *w, const struct improvement_plan *p, struct error *err)
{
	struct plan_progress now;

	if (plan_progress_load(w->r->db, w->r->units, p, &now, err))
		return -1;
	document_heading(
		w->d, 2, arena_format(w->arena, "%s: %s", exchange_unit(w, p->slot), p->title));
	said(w, _("State"),
		p->adopted_on[0] ? arena_format(w->arena, "%s, %s", plan_state_label(p->state),
					   date_shown(w->arena, p->adopted_on))
				 : plan_state_label(p->state));
	said(w, _("Goal"), p->goal);
	if (measure(w, p, &now, err))
		return -1;
	if (!isnan(p->budget))
		said(w, _("Budget"), arena_format(w->arena, "%s zł", money(w, p->budget)));
	return actions(w, p, err) || results(w, p, err) ? -1 : 0;
}

static int
plan_of_year(const struct exchange_writing *w, const struct improvement_plan *p, bool *is,
	struct error *err)
{
	struct plan_result *list;
	int count, adopted = atoi(p->adopted_on);

	*is = !w->year || adopted == w->year ||
	      (adopted && adopted < w->year && w->year <= p->target_year);
	if (*is || !adopted || adopted > w->year)
		return 0;
	if (plan_results(w->r->db, p->id, w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		*is |= list[i].year == w->year;
	return 0;
}

int
exchange_plans(const struct exchange_writing *w, int64_t group, int slot, struct error *err)
{
	const struct plan_filter filter = { .group = group, .slot = slot };
	struct improvement_plan *list;
	int count, written = 0;

	if (plan_list(w->r->db, &filter, w->arena, &list, &count, err))
		return -1;
	for (int i = count - 1; i >= 0; i--) {
		bool is;

		if (plan_of_year(w, &list[i], &is, err))
			return -1;
		written += is;
		if (is && plan(w, &list[i], err))
			return -1;
	}
	if (!written)
		document_paragraph(w->d, w->year ? _("No improvement plan is of this year.")
						 : _("No improvement plan has been made yet."));
	return 0;
}

int
exchange_plans_open(
	const struct exchange_writing *w, int64_t group, const char *title, struct error *err)
{
	const struct plan_filter filter = { .group = group };
	struct improvement_plan *list;
	int count, written = 0;

	if (plan_list(w->r->db, &filter, w->arena, &list, &count, err))
		return -1;
	for (int i = count - 1; i >= 0; i--) {
		if (list[i].adopted_on[0])
			continue;
		if (!written++)
			document_heading(w->d, 1, title);
		if (plan(w, &list[i], err))
			return -1;
	}
	return 0;
}
