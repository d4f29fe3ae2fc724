/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which office keeps a row. Rows that came in a package belong to the office that sent them: others
 * read them and change nothing, so that there is never anything to merge. */
#ifndef MODEL_OWNER_H
#define MODEL_OWNER_H

#include "store/db.h"

enum { OWNER_SIZE = 33 }; /* uid of an office; "" = this one */

/* ERROR_DENIED with the name of the office that keeps it, unless it is ours. */
int owner_check(struct db *db, const char *owner, struct error *err);
/* Name of the office, "" of ours; unknown ones by their uid. Returns dst. */
const char *owner_name(struct db *db, const char *owner, char *dst, size_t size);

#endif
