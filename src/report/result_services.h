/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importance beside rating, service by service, and the profile of a questionnaire's parts, as
 * tables: commands and the report of a wave show the same. */
#ifndef REPORT_RESULT_SERVICES_H
#define REPORT_RESULT_SERVICES_H

#include "model/results/importance.h"
#include "report/result_tables.h"

/* Each starts the table in the arena; services in their order. */
void result_services(struct report_table *t, struct arena *arena, const struct services *s,
	const struct result_view *view);
/* Each part with its questions below; bars beside positions. */
void result_strengths(struct report_table *t, struct arena *arena, const struct strengths *s,
	const struct result_view *view);

#endif
