/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers of a meeting as documents: the invitation, and the others for word processors. */
#include "config.h"

#include "report/meeting_papers_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"

#include <stdio.h>

enum { ANSWER_DAYS = 7 };

static void
add_facts(struct meeting_sheet *s, struct document *d)
{
	const char *title = s->meeting.title[0] ? s->meeting.title : s->meeting.stage_name;

	document_fact(d, _("Group"),
		arena_format(s->arena, "%s  %s", s->meeting.group_code, s->meeting.group_name));
	document_fact(d, _("Meeting"),
		arena_format(s->arena, "%d%s%s", s->meeting.number, title[0] ? ". " : "", title));
	document_fact(d, _("Day and hour"), s->when);
	document_fact(d, _("Where"), s->where);
}

/* ---- the invitation ---- */

static const char *
open_homework(struct meeting_sheet *s, const struct homework *h)
{
	const struct unit *u = h->slot == NO_SLOT ? NULL : unit_by_slot(s->units, h->slot);

	return arena_format(s->arena, _("%s%s%s, by %s"), u ? u->told : "", u ? ": " : "", h->text,
		date_shown(s->arena, h->due_on));
}

/* Under the item that looks at it. */
static void
homework_rows(struct meeting_sheet *s, struct report_table *t)
{
	for (int i = 0; i < s->homework_count; i++) {
		report_table_row(t);
		report_cell_text(t, "");
		report_cell_text(
			t, arena_format(s->arena, "– %s", open_homework(s, &s->homework[i])));
		report_cell_text(t, "");
		report_cell_text(t, "");
	}
}

static void
agenda_table(struct meeting_sheet *s, struct document *d, int day)
{
	struct report_table *t = document_table(d);

	report_table_start(t, s->arena, "");
	report_table_column(t, "from", _("Hour"), REPORT_CODE, 0);
	report_table_column(t, "item", _("Item"), REPORT_TEXT, 0);
	report_table_column(t, "speaker", _("Speaker"), REPORT_TEXT, 0);
	report_table_column(t, "minutes", _("Minutes"), REPORT_NUMBER, 0);
	for (int i = 0; i < s->item_count; i++) {
		const struct agenda_item *item = &s->items[i];
		char from[8], to[40];

		if (item->day != day)
			continue;
		report_table_row(t);
		report_cell_text(
			t, arena_format(s->arena, "%s–%s",
				   agenda_clock(from, sizeof from, item->start),
				   agenda_hour(to, sizeof to, item->start + item->minutes)));
		report_cell_text(t, item->title);
		report_cell_text(t, item->speaker);
		report_cell_number(t, item->minutes);
		if (i == 0 && agenda_begins_with_homework(s->items, s->item_count))
			homework_rows(s, t);
	}
}

/* Before an agenda that does not begin with it. */
static void
list_homework(struct meeting_sheet *s, struct document *d)
{
	if (s->homework_count == 0 || agenda_begins_with_homework(s->items, s->item_count))
		return;
	document_heading(d, 1, _("Homework that is open"));
	for (int i = 0; i < s->homework_count; i++)
		document_item(d, open_homework(s, &s->homework[i]));
}

/* A week before the meeting; where that has passed, the day before it. */
static const char *
please_answer(struct meeting_sheet *s)
{
	long today = date_to_days(clock_today()), meets, until;
	struct date first = { 0 };
	char text[24];

	if (sscanf(s->meeting.starts_at, "%4d-%2d-%2d", &first.year, &first.month, &first.day) != 3)
		return "";
	meets = date_to_days(first);
	until = meets - ANSWER_DAYS >= today ? meets - ANSWER_DAYS : meets - 1;
	if (until < today)
		return _("Please say who will come, and whether somebody stands in for you.");
	return arena_format(s->arena,
		_("Please say by %s who will come, and whether somebody stands in for you."),
		date_format(text, sizeof text, date_from_days(until)));
}

void
meeting_invitation_document(struct meeting_sheet *s, struct document *d)
{
	char today[24];

	document_fact(d, _("Case mark"), s->case_mark);
	document_fact(d, _("Date"), date_format(today, sizeof today, clock_today()));
	add_facts(s, d);
	document_fact(d, _("Invites"), s->office.name);
	document_fact(d, _("Led by"), s->moderator);
	document_fact(d, _("The host shows"), s->meeting.presentation);
	if (s->meeting.state == MEETING_CANCELLED)
		document_paragraph(d, arena_format(s->arena, _("The meeting is cancelled: %s"),
					      s->meeting.reason));
	list_homework(s, d);
	if (s->item_count)
		document_heading(d, 1, _("Agenda"));
	for (int day = 1; day <= s->days; day++) {
		if (agenda_sum(&s->meeting, s->items, s->item_count, day).minutes == 0)
			continue;
		if (s->days > 1)
			document_heading(
				d, 2, agenda_day_heading(s->arena, s->meeting.starts_at, day));
		agenda_table(s, d, day);
	}
	document_paragraph(d, please_answer(s));
	document_signature(d, _("date and signature"));
}

/* ---- the list to sign ---- */

const char *
meeting_signature_head(struct meeting_sheet *s, int day)
{
	return s->days == 1 ? _("Signature")
			    : arena_format(s->arena, _("Signature, %s"),
				      agenda_day_date(s->arena, s->meeting.starts_at, day));
}

void
meeting_signatures_document(struct meeting_sheet *s, struct document *d)
{
	struct report_table *t;

	add_facts(s, d);
	t = document_table(d);
	report_table_start(t, s->arena, "");
	report_table_column(t, "number", _("No."), REPORT_CODE, 0);
	report_table_column(t, "name", C_("person", "Name"), REPORT_TEXT, 0);
	report_table_column(t, "unit", _("Unit"), REPORT_TEXT, 0);
	for (int day = 1; day <= s->days; day++)
		report_table_column(t, "signature", meeting_signature_head(s, day), REPORT_TEXT, 0);
	for (int i = 0; i < s->count; i++) {
		report_table_row(t);
		report_cell_text(t, arena_format(s->arena, "%d", i + 1));
		report_cell_text(t, s->people[i].name);
		report_cell_text(t, meeting_sheet_unit(s, &s->people[i]));
		for (int day = 1; day <= s->days; day++)
			report_cell_text(t, "....................");
	}
}

/* ---- certificates ---- */

const char *
meeting_certificate_text(struct meeting_sheet *s)
{
	const char *title = s->meeting.title[0] ? s->meeting.title : s->meeting.stage_name;
	char name[512];

	return arena_format(s->arena,
		_("took part in meeting %d of the group %s “%s”%s%s, held on %s%s%s."),
		s->meeting.number, s->meeting.group_code,
		text_quotable(name, sizeof name, s->meeting.group_name), title[0] ? ": " : "",
		title, s->when, s->where[0] ? ", " : "", s->where);
}

void
meeting_certificates_document(struct meeting_sheet *s, struct document *d)
{
	char today[24];

	document_fact(d, _("Case mark"), s->case_mark);
	document_fact(d, _("Date"), date_format(today, sizeof today, clock_today()));
	for (int i = 0; i < s->count; i++) {
		const char *unit = meeting_sheet_unit(s, &s->people[i]);

		document_heading(d, 1, s->people[i].name);
		if (unit[0])
			document_paragraph(d, unit);
		document_paragraph(d, meeting_certificate_text(s));
		document_signature(d, _("date and signature"));
	}
}
