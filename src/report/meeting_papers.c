/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what papers of a meeting say, and writing them as documents. */
#include "config.h"

#include "report/meeting_papers_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "model/minutes/minutes.h"

#include <stdio.h>
#include <string.h>

static const enum report_format document_formats[] = { REPORT_FORMAT_PDF, REPORT_FORMAT_DOCX,
	REPORT_FORMAT_HTML, REPORT_FORMAT_TEXT };

const char *
meeting_paper_label(enum meeting_paper paper)
{
	static const char *const labels[] = { N_("Invitation with the agenda"), N_("List to sign"),
		N_("Certificates of attendance") };

	return _(labels[paper]);
}

int
meeting_paper_formats(enum meeting_paper paper, const enum report_format **formats)
{
	(void)paper;
	*formats = document_formats;
	return (int)(sizeof document_formats / sizeof *document_formats);
}

const char *
meeting_paper_title(const struct meeting_sheet *sheet)
{
	return sheet->title;
}

/* ---- reading ---- */

const char *
meeting_sheet_unit(const struct meeting_sheet *s, const struct participant *p)
{
	const struct unit *u = p->slot == NO_SLOT ? NULL : unit_by_slot(s->units, p->slot);

	return u ? u->told : p->organisation;
}

const char *
meeting_sheet_heading(const struct meeting_sheet *s)
{
	return office_letterhead(&s->office, s->arena);
}

static const char *
find_title(const struct meeting_sheet *s)
{
	static const char *const titles[] = { N_("Invitation to a meeting"), N_("Attendance list"),
		N_("Certificate of attendance") };

	return _(titles[s->paper]);
}

static void
name_things(struct meeting_sheet *s)
{
	const struct meeting *m = &s->meeting;
	const struct unit *host = m->host == NO_SLOT ? NULL : unit_by_slot(s->units, m->host);
	const char *label = host ? host->told : "", *title = m->title;
	char when[96];

	if (!title[0])
		title = m->stage_name;
	s->days = meeting_days(m->starts_at, m->ends_at);
	s->when = arena_string(s->arena, meeting_when(when, sizeof when, m->starts_at, m->ends_at));
	s->where = arena_format(
		s->arena, "%s%s%s", label, label[0] && m->place[0] ? ", " : "", m->place);
	s->named = arena_format(s->arena, _("meeting %d of the group %s%s%s"), m->number,
		m->group_code, title[0] ? ": " : "", title);
	s->title = find_title(s);
}

/* A seat has one line to sign: that of the substitute, unless who sends one came. */
static bool
sends_another(const struct meeting_sheet *s, const struct participant *p)
{
	if (p->answer != REPLY_SUBSTITUTE || p->came == CAME_YES)
		return false;
	if (p->came == CAME_NO)
		return true;
	for (int i = 0; i < s->count; i++)
		if (s->people[i].stands_for == p->id)
			return true;
	return false;
}

/* Those who are to be named on the paper. */
static int
choose_people(struct meeting_sheet *s, int64_t participant, struct error *err)
{
	int kept = 0, ticked = 0;

	participant_sort(s->people, s->count, s->units);
	for (int i = 0; i < s->count; i++) {
		const struct participant *p = &s->people[i];

		ticked += p->came != CAME_UNKNOWN;
		if (s->paper != MEETING_CERTIFICATES && sends_another(s, p))
			continue;
		if (s->paper == MEETING_CERTIFICATES &&
			(p->came != CAME_YES || !p->name[0] ||
				(participant && p->id != participant)))
			continue;
		s->people[kept++] = *p;
	}
	s->count = kept;
	if (s->paper != MEETING_CERTIFICATES || kept)
		return 0;
	if (ticked == 0)
		return error_set(err, ERROR_INPUT,
			_("Nobody is ticked on the attendance list yet; certificates go to those "
			  "who "
			  "came."));
	return error_set(err, ERROR_INPUT,
		_("Certificates go to those who came; this person did not, or nobody did."));
}

/* Approved minutes say what the group and the meeting were called: no paper of that day says
 * otherwise later. */
static int
name_as_minuted(struct meeting_sheet *s, struct error *err)
{
	struct minutes m;
	struct minutes_head head;

	if (minutes_find(s->db, s->meeting.id, &m, err) < 0)
		return -1;
	if (m.id == 0 || m.state != MINUTES_APPROVED)
		return 0;
	if (minutes_head_load(s->db, &m, m.versions, s->arena, &head, err) < 0)
		return -1;
	text_copy(s->meeting.group_name, sizeof s->meeting.group_name, head.group);
	text_copy(s->meeting.title, sizeof s->meeting.title, head.meeting);
	return 0;
}

static int
read_sheet(struct meeting_sheet *s, int64_t meeting, struct error *err)
{
	struct homework_filter open = { .before = meeting, .show = HOMEWORK_SHOW_OPEN };
	struct exchange_group g;

	if (meeting_load(s->db, meeting, &s->meeting, err) < 0 || name_as_minuted(s, err) < 0 ||
		exchange_group_load(s->db, s->meeting.group, &g, err) < 0 ||
		office_load(s->db, &s->office, err) < 0 ||
		participant_list(s->db, meeting, s->arena, &s->people, &s->count, err) < 0)
		return -1;
	text_copy(s->case_mark, sizeof s->case_mark, g.case_mark);
	text_copy(s->moderator, sizeof s->moderator, g.moderator_name);
	if (s->paper != MEETING_INVITATION)
		return 0;
	open.group = s->meeting.group;
	if (agenda_list(s->db, meeting, s->arena, &s->items, &s->item_count, err) < 0 ||
		homework_list(s->db, &open, s->arena, &s->homework, &s->homework_count, err) < 0)
		return -1;
	homework_sort(s->homework, s->homework_count, s->units);
	return 0;
}

int
meeting_paper_load(struct db *db, enum meeting_paper paper, int64_t meeting, int64_t participant,
	const struct unit_table *units, const char *fonts, struct arena *arena,
	struct meeting_sheet **out, struct error *err)
{
	struct meeting_sheet *s = arena_new(arena, sizeof *s);

	*s = (struct meeting_sheet){
		.paper = paper, .db = db, .arena = arena, .units = units, .fonts = fonts
	};
	*out = s;
	if (read_sheet(s, meeting, err) < 0)
		return -1;
	name_things(s);
	return choose_people(s, participant, err);
}

/* ---- writing ---- */

int
meeting_paper_write(
	struct meeting_sheet *s, enum report_format format, struct output *out, struct error *err)
{
	struct document d;

	if (format == REPORT_FORMAT_PDF && s->paper == MEETING_SIGNATURES)
		return meeting_signatures_pdf(s, out, err);
	if (format == REPORT_FORMAT_PDF && s->paper == MEETING_CERTIFICATES)
		return meeting_certificates_pdf(s, out, err);
	document_start(&d, s->arena, s->title);
	d.fonts = s->fonts;
	document_above(&d, meeting_sheet_heading(s));
	if (s->paper == MEETING_INVITATION)
		meeting_invitation_document(s, &d);
	else if (s->paper == MEETING_SIGNATURES)
		meeting_signatures_document(s, &d);
	else
		meeting_certificates_document(s, &d);
	return document_write(&d, format, out, err);
}
