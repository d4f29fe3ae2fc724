/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of exchange groups: minutes, opinions of members on a draft, the log of advice. */
#ifndef REPORT_MINUTES_DOCUMENT_H
#define REPORT_MINUTES_DOCUMENT_H

#include "report/document.h"
#include "store/db.h"

#include <stdint.h>

/* Lines with the light marks of minutes (model/minutes/minutes.h) as headings, lists, tables and
 * paragraphs. */
void minutes_document_text(struct document *d, const char *text);

/* version 0 = the newest, or of a meeting without minutes what it holds now. sign: with places to
 * sign. Annexes stand at the end. */
int minutes_document(struct db *db, int64_t meeting, int version, bool sign, struct arena *arena,
	struct document *out, struct error *err);
/* What members say of a draft, and what became of it. */
int opinion_document(struct db *db, int64_t opinion, struct arena *arena, struct document *out,
	struct error *err);
/* Advice in a group (0 = in all) with the sums of hours by expert and unit. */
int advice_document(struct db *db, int64_t group, struct arena *arena, struct document *out,
	struct error *err);

#endif
