/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A member's file: what it takes home from all its groups. */
#include "config.h"

#include "base/i18n.h"
#include "model/sheets/data_sheet.h"
#include "model/sheets/own_figure.h"
#include "model/meetings/meeting.h"
#include "model/meetings/attendance.h"
#include "model/units/unit_told.h"
#include "report/exchange_report_parts.h"

#include <math.h>
#include <string.h>

/* ---- groups ---- */

struct mine { /* groups that the member is or was in */
	struct exchange_group *list;
	int count;
	bool internal; /* of one at least the comparison is not let out */
};

static void
group_row(const struct exchange_writing *w, struct report_table *t, const struct exchange_group *g,
	const struct exchange_member *m)
{
	report_table_row(t);
	report_cell_text(t, g->code);
	report_cell_text(t, g->made_up
				    ? arena_format(w->arena, "%s (%s)", g->name, _("made-up data"))
				    : g->name);
	report_cell_text(t, exchange_kind_label(g->kind));
	report_cell_text(t, g->service);
	report_cell_text(t, date_shown(w->arena, m->joined_on));
	report_cell_text(t, date_shown(w->arena, m->left_on));
}

static int
groups_of(const struct exchange_writing *w, int slot, struct mine *mine, struct error *err)
{
	struct exchange_group *list;
	struct report_table *t;
	int count;

	if (exchange_group_list(w->r->db, false, NULL, w->arena, &list, &count, err))
		return -1;
	*mine = (struct mine){ arena_array(w->arena, (size_t)count + 1, sizeof *list), 0, false };
	document_heading(w->d, 1, _("Groups"));
	t = exchange_table(w, "");
	report_table_column(t, "group", _("Code"), REPORT_CODE, 0);
	report_table_column(t, "name", _("Group"), REPORT_TEXT, 0);
	report_table_column(t, "kind", _("Kind"), REPORT_TEXT, 0);
	report_table_column(t, "service", _("Service"), REPORT_TEXT, 0);
	report_table_column(t, "joined_on", _("Since"), REPORT_TEXT, 0);
	report_table_column(t, "left_on", _("Until"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		struct exchange_member *of;
		bool in = false;
		int n;

		if (exchange_member_list(w->r->db, list[i].id, NULL, w->arena, &of, &n, err))
			return -1;
		for (int j = 0; j < n; j++)
			if (of[j].slot == slot) {
				in = true;
				group_row(w, t, &list[i], &of[j]);
			}
		if (!in)
			continue;
		mine->list[mine->count++] = list[i];
		mine->internal |= !list[i].agreed_on[0];
	}
	return 0;
}

/* ---- meetings ---- */

struct been { /* at meetings held while the unit was a member */
	int held, there, people;
};

/* Who came of the unit; *member false: it was none on that day. */
static int
who_came(const struct exchange_writing *w, int64_t meeting, int slot, struct attendance *out,
	bool *member, struct error *err)
{
	struct attendance *of;
	int count;

	*member = false;
	if (attendance_count(w->r->db, meeting, w->arena, &of, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (of[i].slot == slot && (of[i].member || of[i].invited)) {
			*out = of[i];
			*member = true;
		}
	return 0;
}

static int
meeting_row(const struct exchange_writing *w, struct report_table *t, const struct meeting_row *m,
	int slot, struct been *been, struct error *err)
{
	struct attendance a;
	char when[64];
	bool member;

	if (who_came(w, m->id, slot, &a, &member, err))
		return -1;
	if (!member)
		return 0;
	report_table_row(t);
	report_cell_text(t, m->group_code);
	report_cell_number(t, m->number);
	report_cell_text(t, meeting_when(when, sizeof when, m->starts_at, m->ends_at));
	report_cell_text(t, exchange_unit(w, m->host));
	report_cell_text(t, m->title[0] ? m->title : m->stage_name);
	report_cell_text(t, meeting_state_label(m->state));
	if (m->state == MEETING_HELD) {
		report_cell_number(t, a.came);
		been->held++;
		been->there += a.came > 0;
		been->people += a.came;
	} else {
		report_cell_empty(t);
	}
	return 0;
}

static int
meetings(const struct exchange_writing *w, const struct mine *mine, int slot, struct error *err)
{
	struct been been = { 0 };
	struct report_table *t;

	document_heading(w->d, 1, _("Meetings and attendance"));
	t = exchange_table(w, "");
	report_table_column(t, "group", _("Group"), REPORT_CODE, 0);
	report_table_column(t, "number", _("No."), REPORT_NUMBER, 0);
	report_table_column(t, "when", _("Day and hour"), REPORT_TEXT, 0);
	report_table_column(t, "host", _("Host"), REPORT_TEXT, 0);
	report_table_column(t, "title", _("Subject"), REPORT_TEXT, 0);
	report_table_column(t, "state", _("State"), REPORT_TEXT, 0);
	report_table_column(t, "came", _("Came from the unit"), REPORT_NUMBER, 0);
	for (int i = 0; i < mine->count; i++) {
		const struct meeting_filter filter = { .group = mine->list[i].id };
		struct meeting_row *list;
		int count;

		if (meeting_list(w->r->db, &filter, w->arena, &list, &count, err))
			return -1;
		for (int j = 0; j < count; j++)
			if (meeting_row(w, t, &list[j], slot, &been, err))
				return -1;
	}
	document_paragraph(w->d,
		been.held ? arena_format(w->arena,
				    _("Meetings held: %d, the unit was at %d of them; people who "
				      "came: %d."),
				    been.held, been.there, been.people)
			  : _("No meeting has been held yet."));
	return 0;
}

/* ---- own data ---- */

/* Of what a percentage is one: its name alone does not always say it. */
static void
name_denominator(const struct exchange_writing *w, struct report_table *t,
	const struct data_sheet_line *line)
{
	const char *text = arena_format(w->arena, "%s  %s", line->code, line->definition);
	bool told = strcmp(line->measure, "%") != 0 || !line->definition[0];

	for (size_t i = 0; i < (size_t)t->footnote_count; i++) /* of another year */
		told |= strcmp(t->footnotes[i], text) == 0;
	if (!told)
		report_table_footnote(t, text);
}

static void
figure_row(struct report_table *t, const char *year, const struct data_sheet *s,
	const struct sheet_return *r, const struct sheet_entry *e)
{
	const struct own_figure *f = sheet_entry_shown(e);

	report_table_row(t);
	report_cell_text(t, s->group_code);
	report_cell_text(t, year);
	report_cell_text(t, e->line.code);
	report_cell_text(t, e->line.name);
	report_cell_text(t, e->line.measure);
	if (!f->indicator_id)
		report_cell_empty(t);
	else if (isnan(f->value))
		report_cell_missing(t, f->missing);
	else
		report_cell_decimals(t, f->value, e->line.decimals);
	if (f->indicator_id && !isnan(f->value) && f->made_up)
		report_cell_mark(t, "m");
	report_cell_text(t, r->id ? sheet_state_label(r->state) : _("not begun"));
	report_cell_text(t, f->remark);
}

static int
sheet_rows(const struct exchange_writing *w, struct report_table *t, const struct data_sheet *s,
	int slot, bool *made_up, struct error *err)
{
	struct sheet_entry *list;
	struct sheet_return r;
	struct error none = { 0 };
	int count;

	/* Who left before the year and returned nothing has no sheet. */
	if (sheet_return_load(w->r->db, s, slot, w->arena, &r, &none))
		return none.code == ERROR_INPUT ? 0 : error_set(err, none.code, "%s", none.text);
	if (sheet_entries(w->r->db, &r, w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		figure_row(t, arena_format(w->arena, "%d", s->year), s, &r, &list[i]);
		name_denominator(w, t, &list[i].line);
		*made_up |= sheet_entry_shown(&list[i])->made_up;
	}
	return 0;
}

/* What the unit told of itself besides, for a comparison that no sheet asks for. */
static int
beside_rows(const struct exchange_writing *w, struct report_table *t, int slot, bool *made_up,
	int *count, struct error *err)
{
	struct own_figure_beside *list;

	if (own_figure_beside(w->r->db, slot, w->arena, &list, count, err))
		return -1;
	for (int i = 0; i < *count; i++) {
		const struct own_figure_beside *f = &list[i];

		report_table_row(t);
		report_cell_empty(t);
		report_cell_text(t, arena_format(w->arena, "%d", f->year));
		report_cell_text(t, f->code);
		report_cell_text(t, f->name);
		report_cell_text(t, f->measure);
		if (isnan(f->value))
			report_cell_missing(t, f->missing);
		else
			report_cell_decimals(t, f->value, f->decimals);
		if (!isnan(f->value) && f->made_up)
			report_cell_mark(t, "m");
		report_cell_text(t, _("beside sheets"));
		report_cell_text(t, f->remark);
		*made_up |= f->made_up;
	}
	return 0;
}

static int
own_data(const struct exchange_writing *w, const struct mine *mine, int slot, struct error *err)
{
	struct report_table *t;
	bool made_up = false, any = false;
	int beside;

	document_heading(w->d, 1, _("Own data"));
	t = exchange_table(w, "");
	report_table_column(t, "group", _("Group"), REPORT_CODE, 0);
	report_table_column(t, "year", _("Year"), REPORT_CODE, 0);
	report_table_column(t, "indicator", _("Code"), REPORT_CODE, 0);
	report_table_column(t, "name", _("Indicator"), REPORT_TEXT, 0);
	report_table_column(t, "measure", _("Measure"), REPORT_TEXT, 0);
	report_table_column(t, "value", _("Value"), REPORT_NUMBER, -1);
	report_table_column(t, "state", _("Sheet"), REPORT_TEXT, 0);
	report_table_column(t, "remark", _("Remark"), REPORT_TEXT, 0);
	for (int i = 0; i < mine->count; i++) {
		struct data_sheet *list;
		int count;

		if (data_sheet_list(w->r->db, mine->list[i].id, w->arena, &list, &count, err))
			return -1;
		any |= count > 0;
		for (int j = 0; j < count; j++)
			if (sheet_rows(w, t, &list[j], slot, &made_up, err))
				return -1;
	}
	if (beside_rows(w, t, slot, &made_up, &beside, err))
		return -1;
	if (made_up)
		report_table_footnote(t, _("m  made-up data"));
	if (!any && !beside)
		document_paragraph(w->d, _("No group has asked for data yet."));
	return 0;
}

static int
closing_notes(const struct exchange_writing *w, const struct mine *mine, int slot,
	struct error *err)
{
	size_t empty;

	document_heading(w->d, 1, _("Recommendations, problems, achievements"));
	empty = w->d->part_count;
	for (int i = 0; i < mine->count; i++)
		if (exchange_closing_notes(w, &mine->list[i], slot, err))
			return -1;
	if (w->d->part_count == empty)
		document_paragraph(w->d, _("None has been written yet."));
	return 0;
}

int
exchange_report_member(const struct exchange_report *r, int slot, struct arena *arena,
	struct document *d, struct error *err)
{
	const struct unit *unit = unit_by_slot(r->units, slot);
	struct exchange_writing w = exchange_begin(r, arena, d,
		arena_format(arena, _("Exchange of experience: %s"),
			unit ? unit_told_with_code(unit, arena) : ""));
	struct mine mine;

	if (groups_of(&w, slot, &mine, err))
		return -1;
	if (mine.internal) /* conclusions print figures of other members */
		document_fact(d, _("Use"), _("For internal use of the group"));
	if (meetings(&w, &mine, slot, err))
		return -1;
	document_heading(d, 1, _("Homework between meetings"));
	if (exchange_homework(&w, 0, slot, err) || own_data(&w, &mine, slot, err))
		return -1;
	document_heading(d, 1, _("Conclusions"));
	if (exchange_conclusions(&w, 0, slot, err))
		return -1;
	document_heading(d, 1, _("Improvement plans"));
	return exchange_plans(&w, 0, slot, err) || closing_notes(&w, &mine, slot, err) ? -1 : 0;
}
