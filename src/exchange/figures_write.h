/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathered figures compared with the database, and written. */
#ifndef EXCHANGE_FIGURES_WRITE_H
#define EXCHANGE_FIGURES_WRITE_H

#include "exchange/figures.h"
#include "model/indicators/series.h"

/* What a kind decides about its series. */
struct figure_kind {
	const char *origin; /* of series */
	const char *subgroup;
	bool doubt_zeros; /* look for suspicious zeros */
	/* The series in the database, id 0 = none; NULL = by its key. */
	int (*find)(struct import_job *job, struct figures *f, int series, struct series *there,
		struct error *err);
	/* Fills a new card (code, name …) for a series, or the id of one that is there
	 * already; memory from the job's arena. */
	int (*card)(struct import_job *job, struct figures *f, int series, struct indicator *card,
		struct error *err);
};
/* Fills counts, years, remarks of the preview. */
int figures_compare(struct import_job *job, struct figures *f, const struct figure_kind *kind,
	struct error *err);
/* A remark that stands for so many cells. */
void figures_remark(struct import_job *job, int kind, long count, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
int figures_write(struct import_job *job, struct figures *f, const struct figure_kind *kind,
	const struct progress *progress, int64_t *import_id, struct error *err);

#endif
