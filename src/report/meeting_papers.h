/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers of a meeting: the invitation with its agenda, the list to sign (name, unit, signature and
 * nothing else), certificates for those who came. The office's heading stands above. */
#ifndef REPORT_MEETING_PAPERS_H
#define REPORT_MEETING_PAPERS_H

#include "model/meetings/meeting.h"
#include "model/units/unit.h"
#include "report/document.h"

enum meeting_paper { MEETING_INVITATION, MEETING_SIGNATURES, MEETING_CERTIFICATES, MEETING_PAPERS };
const char *meeting_paper_label(enum meeting_paper paper); /* translated */

/* The forms that it has, PDF first. Returns how many. */
int meeting_paper_formats(enum meeting_paper paper, const enum report_format **formats);

struct meeting_sheet; /* what the paper says, in the arena */

/* participant: of a certificate, 0 = of all who came. ERROR_INPUT: nobody came, or nobody was
 * ticked yet. fonts: as in struct report_table. */
int meeting_paper_load(struct db *db, enum meeting_paper paper, int64_t meeting,
	int64_t participant, const struct unit_table *units, const char *fonts, struct arena *arena,
	struct meeting_sheet **out, struct error *err);
const char *meeting_paper_title(const struct meeting_sheet *sheet);
int meeting_paper_write(struct meeting_sheet *sheet, enum report_format format, struct output *out,
	struct error *err);

#endif
