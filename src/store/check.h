/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong in any SQLite file of ours; the domain's own checks are in model/check.h. */
#ifndef STORE_CHECK_H
#define STORE_CHECK_H

#include "store/db.h"

/* Tells each fault as one translated sentence; returns their number, -1 when it cannot look. */
typedef void check_fault(void *context, const char *sentence);
/* integrity_check, foreign_key_check, schema equal to a fresh one of this version, settings of
 * the connection, the audit chain, file modes and links. */
int check_store(struct db *db, const struct db_schema *schema, check_fault *fault, void *context,
	struct error *err);

#endif
