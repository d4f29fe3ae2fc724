/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A survey as Triple-S 2.0 (triple-s.org): variables as XML, answers as CSV beside. */
#ifndef EXCHANGE_TRIPLE_S_H
#define EXCHANGE_TRIPLE_S_H

#include "base/output.h"
#include "exchange/dataset.h"

/* data: name of the file of answers, as it stands beside. answers: it is written too; a code book
 * alone does not tell the smallest and the largest of them. */
void triple_s_write(const struct dataset *d, const char *data, bool answers, struct output *out);
/* Triple-S knows no reasons: a missing answer is an empty cell. */
int triple_s_data_write(const struct dataset *d, struct output *out,
	const struct progress *progress, struct error *err);

#endif
