/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a meeting's papers share. */
#ifndef REPORT_MEETING_PAPERS_PARTS_H
#define REPORT_MEETING_PAPERS_PARTS_H

#include "model/meetings/agenda.h"
#include "model/meetings/homework.h"
#include "model/office.h"
#include "model/meetings/participant.h"
#include "report/meeting_papers.h"

struct meeting_sheet {
	enum meeting_paper paper;
	struct db *db;
	struct arena *arena;
	const struct unit_table *units;
	const char *fonts, *title;
	struct office office;
	struct meeting meeting;
	char case_mark[64], moderator[128];
	const char *when, *where, *named; /* named: "GWD-1, meeting 2: title" */
	int days;
	struct participant *people; /* of certificates: who came */
	int count;
	struct agenda_item *items;
	int item_count;
	struct homework *homework; /* open, given before */
	int homework_count;
};

/* Unit or organisation of a participant, "" = none. */
const char *meeting_sheet_unit(const struct meeting_sheet *s, const struct participant *p);
/* Name and address of the office as lines, "" = not given. */
const char *meeting_sheet_heading(const struct meeting_sheet *s);

int meeting_signatures_pdf(struct meeting_sheet *s, struct output *out, struct error *err);
int meeting_certificates_pdf(struct meeting_sheet *s, struct output *out, struct error *err);
/* The two as documents for other formats, and the invitation for all. */
void meeting_invitation_document(struct meeting_sheet *s, struct document *d);
void meeting_signatures_document(struct meeting_sheet *s, struct document *d);
void meeting_certificates_document(struct meeting_sheet *s, struct document *d);
/* Of the column to sign, of several days with the day. */
const char *meeting_signature_head(struct meeting_sheet *s, int day);
/* Two paragraphs: who, and where he was. */
const char *meeting_certificate_text(struct meeting_sheet *s);

#endif
