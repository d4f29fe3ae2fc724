/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave with its data set, for the comparison with PSPP. */
#ifndef TESTS_EXCHANGE_AGAINST_PSPP_H
#define TESTS_EXCHANGE_AGAINST_PSPP_H

#include "exchange/dataset.h"

struct side {
	struct db *db;
	struct arena arena;
	struct wave wave;
	struct questionnaire q;
	struct wave_columns w;
	struct dataset d;
	const struct data_variable *head; /* the question in the head of cross-tables */
	const char *file;
	int weighted;
	long tables, different, hidden;
};

/* One step of the walk: its tables against ours. */
void compare_step(struct side *s, char kind, const struct data_variable *v);

#endif
