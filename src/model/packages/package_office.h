/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other offices, as packages from and to them made them known. */
#ifndef MODEL_PACKAGE_OFFICE_H
#define MODEL_PACKAGE_OFFICE_H

#include "model/packages/package.h"

struct partner_office { /* texts in the arena */
	const char *uid, *name, *kind, *unit, *last_from, *last_to;
};
/* Those too whose own package has not come yet, by the unit for which one was written: uid and name
 * "". */
int partner_office_list(struct db *db, struct arena *arena, struct partner_office **list,
	int *count, struct error *err);
/* uid of the office of a unit (code), "" = none known. */
int partner_office_of_unit(struct db *db, const char *unit, char dst[OWNER_SIZE],
	struct error *err);
/* *known false: no such office. */
int partner_office_load(struct db *db, const char *uid, struct arena *arena,
	struct partner_office *out, bool *known, struct error *err);
/* Inside db_write. from, to: instants of packages, "" = as they were. */
int partner_office_put(struct db *db, const struct package_office *office, const char *from,
	const char *to, struct error *err);
/* Inside db_write: an office that a package only speaks of; known ones stay as they are. */
int partner_office_name(struct db *db, const struct package_office *office, struct error *err);

#endif
