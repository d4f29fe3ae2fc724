/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offices that keep rows of this file: what came from elsewhere is only read. */
#include "config.h"

#include "model/owner.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"

const char *
owner_name(struct db *db, const char *owner, char *dst, size_t size)
{
	struct error err = { 0 };
	struct stmt *q;

	text_copy(dst, size, owner);
	if (!owner[0])
		return dst;
	q = db_start(db, Q_OWNER_NAME, &err);
	db_bind_text(q, 1, owner);
	if (db_next(q) && db_text(q, 0)[0])
		text_copy(dst, size, db_text(q, 0));
	db_end(q);
	return dst;
}

int
owner_check(struct db *db, const char *owner, struct error *err)
{
	char name[160];

	if (!owner[0])
		return 0;
	return error_set(err, ERROR_DENIED,
		_("This came in a package from %s and can only be changed there; the next package "
		  "brings the change."),
		owner_name(db, owner, name, sizeof(name)));
}
