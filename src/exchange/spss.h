/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Syntax for SPSS and PSPP beside a file of data: what the file itself cannot say. */
#ifndef EXCHANGE_SPSS_H
#define EXCHANGE_SPSS_H

#include "base/output.h"
#include "exchange/dataset.h"
#include "exchange/readstat.h"

/* data: the file's name as it stands beside the syntax. csv: as dataset_csv_write() writes it, else
 * .sav. cut may be NULL. */
void spss_syntax_write(const struct dataset *d, const char *data, bool csv, struct output *out,
	struct data_cut *cut);

#endif
