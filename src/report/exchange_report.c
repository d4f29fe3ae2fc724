/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group's year, the coordinator's overview. */
#include "config.h"

#include "report/exchange_report.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "model/meetings/advice.h"
#include "model/plans/closing_note.h"
#include "model/sheets/data_sheet.h"
#include "model/groups/group_overview.h"
#include "model/groups/group_sheet.h"
#include "model/meetings/meeting.h"
#include "model/meetings/attendance.h"
#include "report/exchange_report_parts.h"
#include "report/group_documents.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- a group's year ---- */

static int
members(const struct exchange_writing *w, const struct exchange_group *group, struct error *err)
{
	struct exchange_member *list;
	struct report_table *t;
	int count;

	if (exchange_member_list(w->r->db, group->id, NULL, w->arena, &list, &count, err))
		return -1;
	document_heading(w->d, 1, _("Members"));
	t = exchange_table(w, "");
	report_table_column(t, "unit", _("Unit"), REPORT_TEXT, 0);
	report_table_column(t, "joined_on", _("Since"), REPORT_TEXT, 0);
	report_table_column(t, "left_on", _("Until"), REPORT_TEXT, 0);
	report_table_column(t, "presentation", _("Shows as host"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, exchange_unit(w, list[i].slot));
		report_cell_text(t, date_shown(w->arena, list[i].joined_on));
		report_cell_text(t, date_shown(w->arena, list[i].left_on));
		report_cell_text(t, list[i].presentation);
	}
	return 0;
}

static void
meeting_rows(const struct exchange_writing *w, const struct meeting_row *list, int count)
{
	struct report_table *t = exchange_table(w, "");
	char when[64];

	report_table_column(t, "number", _("No."), REPORT_NUMBER, 0);
	report_table_column(t, "when", _("Day and hour"), REPORT_TEXT, 0);
	report_table_column(t, "host", _("Host"), REPORT_TEXT, 0);
	report_table_column(t, "title", _("Subject"), REPORT_TEXT, 0);
	report_table_column(t, "state", _("State"), REPORT_TEXT, 0);
	report_table_column(t, "invited", _("Invited"), REPORT_NUMBER, 0);
	report_table_column(t, "attended", _("Came"), REPORT_NUMBER, 0);
	report_table_column(t, "guests", _("Guests"), REPORT_NUMBER, 0);
	for (int i = 0; i < count; i++) {
		const struct meeting_row *m = &list[i];

		report_table_row(t);
		report_cell_number(t, m->number);
		report_cell_text(t, meeting_when(when, sizeof when, m->starts_at, m->ends_at));
		report_cell_text(t, exchange_unit(w, m->host));
		report_cell_text(t, m->title[0] ? m->title : m->stage_name);
		report_cell_text(t, meeting_state_label(m->state));
		report_cell_number(t, m->invited);
		if (m->state == MEETING_HELD) {
			report_cell_number(t, m->attended);
			report_cell_number(t, m->guests_came);
		} else {
			report_cell_empty(t);
			report_cell_empty(t);
		}
	}
}

struct presence { /* of one member in the meetings held */
	int slot, meetings, present, people;
	int place; /* by name */
};

static int
compare_presence(const void *a, const void *b)
{
	const struct presence *x = a, *y = b;

	return (x->place > y->place) - (x->place < y->place);
}

static void
count_presence(struct presence *list, int *count, const struct attendance *a)
{
	int i = 0;

	while (i < *count && list[i].slot != a->slot)
		i++;
	if (i == *count)
		list[(*count)++] = (struct presence){ .slot = a->slot };
	list[i].meetings++;
	list[i].present += a->came > 0;
	list[i].people += a->came;
}

static int
attendance(const struct exchange_writing *w, const struct meeting_row *list, int count,
	struct error *err)
{
	struct presence *sums = arena_array(w->arena, (size_t)w->r->units->slots, sizeof *sums);
	struct report_table *t;
	int n = 0;

	for (int i = 0; i < count; i++) {
		struct attendance *of;
		int units;

		if (list[i].state != MEETING_HELD)
			continue;
		if (attendance_count(w->r->db, list[i].id, w->arena, &of, &units, err))
			return -1;
		for (int j = 0; j < units; j++)
			if (of[j].member)
				count_presence(sums, &n, &of[j]);
	}
	if (!n)
		return 0;
	for (int i = 0; i < n; i++)
		sums[i].place = unit_place(w->r->units, sums[i].slot);
	qsort(sums, (size_t)n, sizeof *sums, compare_presence);
	t = exchange_table(w, _("Attendance of members"));
	report_table_column(t, "unit", _("Unit"), REPORT_TEXT, 0);
	report_table_column(t, "meetings", _("Meetings held"), REPORT_NUMBER, 0);
	report_table_column(t, "present", _("Was there"), REPORT_NUMBER, 0);
	report_table_column(t, "people", _("People in all"), REPORT_NUMBER, 0);
	for (int i = 0; i < n; i++) {
		report_table_row(t);
		report_cell_text(t, exchange_unit(w, sums[i].slot));
		report_cell_number(t, sums[i].meetings);
		report_cell_number(t, sums[i].present);
		report_cell_number(t, sums[i].people);
	}
	return 0;
}

static int
agreements(const struct exchange_writing *w, const struct meeting_row *list, int count,
	struct error *err)
{
	bool any = false;

	for (int i = 0; i < count; i++) {
		struct agreement *of;
		int n;

		if (agreement_list(w->r->db, list[i].id, w->arena, &of, &n, err))
			return -1;
		if (n && !any)
			document_heading(w->d, 1, _("Agreements and decisions"));
		any |= n > 0;
		for (int j = 0; j < n; j++)
			document_item(w->d,
				arena_format(w->arena, _("Meeting %d, %s: %s"), list[i].number,
					agreement_kind_label(of[j].kind), of[j].text));
	}
	return 0;
}

static int
meetings(const struct exchange_writing *w, const struct exchange_group *group, int year,
	struct error *err)
{
	const struct meeting_filter filter = { .group = group->id, .year = year };
	struct meeting_row *list;
	int count;

	if (meeting_list(w->r->db, &filter, w->arena, &list, &count, err))
		return -1;
	document_heading(w->d, 1, _("Meetings"));
	if (!count) {
		document_paragraph(w->d, _("No meeting in this year."));
		return 0;
	}
	meeting_rows(w, list, count);
	return attendance(w, list, count, err) || agreements(w, list, count, err) ? -1 : 0;
}

/* The sheet of the year asked of the members, and how far each is. *asked: its year where anybody
 * has handed it in, else 0. */
static int
sheets(const struct exchange_writing *w, const struct exchange_group *group, int year, int *asked,
	struct error *err)
{
	struct data_sheet *list;
	struct sheet_return *of;
	struct report_table *t;
	int count, n, at = 0;

	*asked = 0;
	if (data_sheet_list(w->r->db, group->id, w->arena, &list, &count, err))
		return -1;
	while (at < count && list[at].year != year && list[at].year != year - 1)
		at++;
	if (at == count)
		return 0;
	if (sheet_return_list(w->r->db, &list[at], w->arena, &of, &n, err))
		return -1;
	t = exchange_table(w, arena_format(w->arena, _("Data sheet of %d"), list[at].year));
	report_table_column(t, "unit", _("Unit"), REPORT_TEXT, 0);
	report_table_column(t, "state", _("State"), REPORT_TEXT, 0);
	report_table_column(t, "filled", _("Figures"), REPORT_NUMBER, 0);
	report_table_column(t, "lines", _("Asked for"), REPORT_NUMBER, 0);
	report_table_column(t, "questions", _("Open questions"), REPORT_NUMBER, 0);
	for (int i = 0; i < n; i++) {
		report_table_row(t);
		report_cell_text(t, exchange_unit(w, of[i].slot));
		if (of[i].state >= SHEET_SENT)
			*asked = list[at].year;
		report_cell_text(t, of[i].id ? sheet_state_label(of[i].state) : _("not begun"));
		report_cell_number(t, of[i].filled);
		report_cell_number(t, of[i].lines);
		report_cell_number(t, of[i].questions);
	}
	return 0;
}

static bool
among(const int *years, int count, int year)
{
	for (int i = 0; i < count; i++)
		if (years[i] == year)
			return true;
	return false;
}

/* The comparison of the year's sheet, else the newest that the year can show. */
static int
comparison(const struct exchange_writing *w, const struct exchange_group *group, int year,
	struct error *err)
{
	const struct group_facts facts = {
		.group = arena_format(w->arena, "%s  %s", group->code, group->name),
		.internal = !group->agreed_on[0],
		.made_up = group->made_up,
	};
	struct group_sheet sheet;
	int *years, count, newest = 0, asked;

	if (group_sheet_years(w->r->db, group->id, w->arena, &years, &count, err))
		return -1;
	if (group_sheet_usual_year(
		    w->r->db, w->r->units, group->id, years, count, year, &newest, err))
		return -1;
	document_heading(w->d, 1, _("Figures and comparison"));
	if (sheets(w, group, year, &asked, err))
		return -1;
	if (among(years, count, asked))
		newest = asked;
	if (!newest) {
		document_paragraph(w->d, _("There are no figures to compare yet."));
		return 0;
	}
	if (group_sheet_load(w->r->db, w->r->units, group->id, newest, w->arena, &sheet, err))
		return -1;
	document_group_sheet(document_table(w->d), w->arena, &facts, &sheet);
	return 0;
}

/* Of what has no day: it is of all years, as it stands now. */
static const char *
as_of_today(const struct exchange_writing *w, const char *title)
{
	char today[16];

	date_iso(today, sizeof today, clock_today());
	return arena_format(
		w->arena, _("%s (all years, as of %s)"), title, date_shown(w->arena, today));
}

static int
advice_given(
	const struct exchange_writing *w, const struct exchange_group *group, struct error *err)
{
	struct advice_sum *list;
	struct report_table *t;
	char hours[32];
	int count;

	if (advice_sums(w->r->db, group->id, w->year, w->arena, &list, &count, err))
		return -1;
	if (!count)
		return 0;
	document_heading(w->d, 1, _("Advice between meetings"));
	t = exchange_table(w, "");
	report_table_column(t, "expert", _("Expert"), REPORT_TEXT, 0);
	report_table_column(t, "unit", _("Unit"), REPORT_TEXT, 0);
	report_table_column(t, "times", _("Times"), REPORT_NUMBER, 0);
	report_table_column(t, "hours", _("Hours"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, list[i].expert);
		report_cell_text(t, exchange_unit(w, list[i].slot));
		report_cell_number(t, list[i].times);
		report_cell_text(t, advice_hours_show(hours, sizeof hours, list[i].minutes));
	}
	return 0;
}

int
exchange_closing_notes(const struct exchange_writing *w, const struct exchange_group *group,
	int slot, struct error *err)
{
	struct closing_note *list;
	int count;

	if (closing_note_list(w->r->db, group->id, slot, w->arena, &list, &count, err))
		return -1;
	for (int i = 0, written = 0; i < count; i++) {
		if (!exchange_in_year(w, list[i].made_on))
			continue;
		if (!written++)
			document_heading(w->d, slot == NO_SLOT ? 1 : 2,
				slot == NO_SLOT ? _("Recommendations, problems, achievements")
						: group->code);
		document_item(w->d,
			slot == NO_SLOT
				? arena_format(w->arena, "%s, %s: %s",
					  exchange_unit(w, list[i].slot),
					  closing_kind_label(list[i].kind), list[i].text)
				: arena_format(w->arena, "%s: %s",
					  closing_kind_label(list[i].kind), list[i].text));
	}
	return 0;
}

int
exchange_report_group(const struct exchange_report *r, const struct exchange_group *group, int year,
	struct arena *arena, struct document *d, struct error *err)
{
	struct exchange_writing w;

	if (group->starts_on[0] && year < atoi(group->starts_on))
		return error_set(err, ERROR_INPUT,
			_("The group %s began on %s: there is nothing to report of %d."),
			group->code, date_shown(arena, group->starts_on), year);
	w = exchange_begin(r, arena, d,
		arena_format(arena, _("Work of the group %s in %d"), group->code, year));
	document_fact(d, _("Group"), group->name);
	document_fact(d, _("Kind"), exchange_kind_label(group->kind));
	document_fact(d, _("Service"), group->service);
	document_fact(d, _("Moderator"), group->moderator_name);
	document_fact(d, _("Case mark"), group->case_mark);
	if (group->made_up)
		document_fact(d, _("Remark"), _("Made-up data of the demonstration"));
	d->contents = true;
	w.year = year;
	if (members(&w, group, err) || meetings(&w, group, year, err))
		return -1;
	document_heading(d, 1, _("Homework between meetings"));
	if (exchange_homework(&w, group->id, NO_SLOT, err) || comparison(&w, group, year, err))
		return -1;
	document_heading(d, 1, _("Conclusions"));
	if (exchange_conclusions(&w, group->id, NO_SLOT, err))
		return -1;
	document_heading(d, 1, _("Improvement plans"));
	return exchange_plans(&w, group->id, NO_SLOT, err) ||
			       exchange_plans_open(&w, group->id,
				       as_of_today(&w, _("Plans not adopted yet")), err) ||
			       advice_given(&w, group, err) ||
			       exchange_closing_notes(&w, group, NO_SLOT, err)
		       ? -1
		       : 0;
}

/* ---- the coordinator's overview ---- */

static void
overview_columns(struct report_table *t)
{
	report_table_column(t, "group", _("Code"), REPORT_CODE, 0);
	report_table_column(t, "name", _("Group"), REPORT_TEXT, 0);
	report_table_column(t, "stage", _("Stage"), REPORT_TEXT, 0);
	report_table_column(t, "members", _("Members"), REPORT_NUMBER, 0);
	report_table_column(t, "held", _("Held"), REPORT_NUMBER, 0);
	report_table_column(t, "planned", _("Planned"), REPORT_NUMBER, 0);
	report_table_column(t, "next", _("Next meeting"), REPORT_TEXT, 0);
	report_table_column(t, "attendance", _("Attendance, %"), REPORT_NUMBER, 0);
	report_table_column(t, "homework_open", _("Homework open"), REPORT_NUMBER, 0);
	report_table_column(t, "homework_overdue", _("Overdue"), REPORT_NUMBER, 0);
	report_table_column(t, "data", _("Data in, %"), REPORT_NUMBER, 0);
	report_table_column(t, "conclusions", _("Conclusions"), REPORT_NUMBER, 0);
	report_table_column(t, "plans", _("Plans"), REPORT_NUMBER, 0);
}

static void
share_cell(struct report_table *t, int part, int all)
{
	if (all)
		report_cell_number(t, 100.0 * part / all);
	else
		report_cell_empty(t);
}

static void
overview_row(const struct exchange_writing *w, struct report_table *t, const struct overview_row *r)
{
	report_table_row(t);
	report_cell_text(t, r->code);
	report_cell_text(t, r->name);
	report_cell_text(t, r->stage);
	report_cell_number(t, r->members);
	report_cell_number(t, r->held);
	report_cell_number(t, r->planned);
	report_cell_text(t, date_shown(w->arena, r->next_at));
	share_cell(t, r->attended, r->invited);
	report_cell_number(t, r->homework_open);
	report_cell_number(t, r->homework_overdue);
	share_cell(t, r->returns_in, r->returns);
	report_cell_number(t, r->conclusions);
	report_cell_number(t, r->plans);
}

int
exchange_report_coordinator(
	const struct exchange_report *r, struct arena *arena, struct document *d, struct error *err)
{
	struct exchange_writing w = exchange_begin(r, arena, d, _("Exchange groups: overview"));
	struct overview_row *list;
	struct report_table *t;
	char today[16];
	int count;

	date_iso(today, sizeof today, clock_today());
	if (group_overview(r->db, today, arena, &list, &count, err))
		return -1;
	document_heading(d, 1, _("All groups"));
	t = exchange_table(&w, "");
	overview_columns(t);
	for (int i = 0; i < count; i++)
		overview_row(&w, t, &list[i]);
	report_table_footnote(
		t, _("Attendance: people who came, of those invited to meetings held. "
		     "Data: sheets sent or verified, of those asked for."));
	return 0;
}
