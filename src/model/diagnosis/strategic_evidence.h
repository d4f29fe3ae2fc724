/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What speaks for a problem, a SWOT factor or a judgement of an evaluation: figures frozen as
 * they were seen, or what was found elsewhere in words. */
#ifndef MODEL_STRATEGIC_EVIDENCE_H
#define MODEL_STRATEGIC_EVIDENCE_H

#include "model/diagnosis/diagnosis.h"

enum strategic_kind {
	STRATEGIC_INDICATOR,
	STRATEGIC_SURVEY,
	STRATEGIC_DECISIONS,
	STRATEGIC_DOCUMENT,
	STRATEGIC_TEXT,
	STRATEGIC_KINDS
};
const char *strategic_kind_name(enum strategic_kind k);  /* in files */
const char *strategic_kind_label(enum strategic_kind k); /* translated */

struct strategic_owner { /* exactly one */
	int64_t problem;
	int64_t factor; /* of a SWOT */
	int64_t evaluation;
	int question; /* position in the evaluation; 0 = of the whole */
};

struct strategic_evidence { /* texts in the arena; numbers NAN = none */
	int64_t id;
	struct strategic_owner owner;
	enum strategic_kind kind;
	const char *indicator; /* code, "" = none */
	int slot, year;        /* NO_SLOT, 0 = none */
	int decimals;
	double value, mean, level, change; /* level and change standardised */
	int n;
	const char *peers; /* the group in words */
	/* Name, measure, source, method and years as they were, or what was found. */
	const char *text;
	const char *frozen_at;
};

/* In order of adding. */
int strategic_evidence_list(struct db *db, const struct strategic_owner *owner, struct arena *arena,
	struct strategic_evidence **list, int *count, struct error *err);
/* Of all factors of one SWOT, in order of factors. */
int strategic_evidence_of_swot(struct db *db, int64_t swot, struct arena *arena,
	struct strategic_evidence **list, int *count, struct error *err);
/* Inside db_write, without an audit line: stores e (its id is set), frozen_at = now. The caller
 * raises the noun's rev. */
int strategic_evidence_put(struct db *db, struct strategic_evidence *e, struct error *err);
/* Inside db_write: raises the rev of what it speaks for, ERROR_MISSING where that is deleted or
 * closed. */
int strategic_evidence_raise(struct db *db, const struct strategic_owner *owner, struct error *err);
/* Fills e (owner untouched) from an indicator as it stands now: question gives unit, year,
 * peers, method, years. */
int strategic_evidence_look(struct db *db, const struct unit_table *units,
	const struct diagnosis *question, const char *indicator, struct arena *arena,
	struct strategic_evidence *e, struct error *err);
/* The same from a row that is computed already: texts may point into it. */
void strategic_evidence_fill(struct strategic_evidence *e, const struct diagnosis *question,
	const struct diagnosis_row *row, const char *peers, struct arena *arena);
/* One audited write each; the rev of the noun (problem, swot, evaluation) is raised.
 * What stands there already, in the same figures and words, is refused; what is taken out comes
 * back by deleted_line_restore() (model/deleted_line.h). */
int strategic_evidence_add(struct db *db, struct strategic_evidence *e, struct error *err);
int strategic_evidence_remove(struct db *db, int64_t id, struct error *err);
/* One line: figures with the method, years and group they were computed by. In the arena. */
const char *strategic_evidence_words(const struct strategic_evidence *e, struct arena *arena);

#endif
