/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the documents of exchange groups share. */
#ifndef REPORT_MINUTES_PARTS_H
#define REPORT_MINUTES_PARTS_H

#include "report/minutes_document.h"

/* A day as people read it; "" stays "". */
/* The office's name and heading over the title. */
int minutes_document_above(struct db *db, struct document *d, struct error *err);

#endif
