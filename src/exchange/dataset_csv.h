/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data set as neutral CSV (UTF-8, comma, point), its code book, and its open answers in full. */
#ifndef EXCHANGE_DATASET_CSV_H
#define EXCHANGE_DATASET_CSV_H

#include "base/output.h"
#include "exchange/dataset.h"

/* A row a form, a column a variable, codes as in .sav; no line ends inside a cell, at which PSPP
 * tears rows. */
int dataset_csv_write(const struct dataset *d, struct output *out, const struct progress *progress,
	struct error *err);
/* A row a code: variable,question,label,type,measure,value,value_label,missing. */
void dataset_codebook_write(const struct dataset *d, struct output *out);
/* row,variable,question,text of all answers that were given, whole. */
void dataset_texts_write(const struct dataset *d, struct output *out);

#endif
