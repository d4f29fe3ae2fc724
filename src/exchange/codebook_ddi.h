/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code book as DDI-Codebook 2.5 (ddialliance.org), for archives of data. */
#ifndef EXCHANGE_CODEBOOK_DDI_H
#define EXCHANGE_CODEBOOK_DDI_H

#include "base/output.h"
#include "exchange/dataset.h"

void codebook_ddi_write(const struct dataset *d, struct output *out);

#endif
