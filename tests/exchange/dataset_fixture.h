/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave in memory with every kind of column, every reason, long labels and names that meet. */
#ifndef TESTS_EXCHANGE_DATASET_FIXTURE_H
#define TESTS_EXCHANGE_DATASET_FIXTURE_H

#include "exchange/dataset.h"

enum { FIXTURE_COLUMNS = 11 };

struct dataset_fixture {
	struct arena arena;
	struct wave wave;
	struct wave_columns columns;
	struct answer_column column[FIXTURE_COLUMNS];
	const struct answer_column *list[FIXTURE_COLUMNS];
	struct data_text texts[2];
	struct data_keyed *keyed;
	double *weights;
	struct dataset_source source; /* all columns, no texts, no numbers, no weights */
};

void dataset_fixture_open(struct dataset_fixture *f, size_t forms);
void dataset_fixture_close(struct dataset_fixture *f);
/* count columns of ten kinds again and again, for speed. */
void dataset_fixture_widen(struct dataset_fixture *f, int count);

#endif
