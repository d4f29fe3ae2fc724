/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents made from the model's results, the same for screens and commands. */
#ifndef REPORT_DOCUMENTS_H
#define REPORT_DOCUMENTS_H

#include "model/indicators/matrix.h"
#include "model/indicators/profile.h"
#include "model/indicators/ranking.h"
#include "model/indicators/trend.h"
#include "report/table.h"

/* What stands above and below every document. Texts are translated and may be "". */
struct document_facts {
	const struct unit_table *units;
	const char *where;  /* "gminy, powiat bolesławiecki" */
	const char *source; /* "GUS, BDL, 2025-06-16" */
};

/* Each starts the table in the arena. Code columns hold the seven-digit TERYT. */
void document_ranking(struct report_table *t, struct arena *arena,
	const struct document_facts *facts, const struct indicator *indicator, int year,
	const struct ranking *ranking);
void document_matrix(struct report_table *t, struct arena *arena,
	const struct document_facts *facts, const char *title, const struct indicator *indicator,
	const struct matrix *matrix);
void document_profile(struct report_table *t, struct arena *arena,
	const struct document_facts *facts, const struct unit *unit, int year,
	const struct profile *profile);
void document_trend(struct report_table *t, struct arena *arena, const struct document_facts *facts,
	const struct indicator *indicator, const struct unit *unit,
	const struct trend_point *points, int count);
void document_units(struct report_table *t, struct arena *arena, const struct unit_table *units,
	const int *slots, int count);
void document_indicators(
	struct report_table *t, struct arena *arena, const struct indicator *list, int count);

/* A footnote for every flag that stands in the table. */
void document_flags(struct report_table *t, struct arena *arena, const bool seen[256]);

#endif
