/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data sets as SPSS (.sav) and Stata (.dta, version 118) have them. */
#ifndef EXCHANGE_READSTAT_H
#define EXCHANGE_READSTAT_H

#include "base/output.h"
#include "exchange/dataset.h"

enum stat_format { STAT_SPSS, STAT_STATA, STAT_FORMATS };

struct data_cut { /* what was longer than the format takes */
	int labels;
	int texts;
};

/* What the formats take; labels of values and of variables. 0 = any length. */
struct stat_limits {
	size_t label_bytes, label_characters, value_label_bytes, title_bytes, title_characters;
};
extern const struct stat_limits stat_limits[STAT_FORMATS];

/* Writes the data set, then reads the temporary file again and compares every name, label and
 * value; nothing that differs is ever committed. out is the caller's, with a temporary of its own
 * (no standard output). -1 with *err empty: out itself failed and output_commit says why. */
int stat_write(const struct dataset *d, enum stat_format format, struct output *out,
	const struct progress *progress, struct data_cut *cut, struct error *err);

#endif
