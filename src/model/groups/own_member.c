/* SPDX-License-Identifier: GPL-3.0-or-later */
/* This office as a member of groups that other offices keep. */
#include "config.h"

#include "model/groups/own_member.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "model/office.h"
#include "model/queries.h"
#include "model/units/unit_city.h"

int
own_member_of(struct db *db, int64_t group, int *slot, struct error *err)
{
	struct office office;
	struct stmt *q;

	*slot = NO_SLOT;
	if (office_load(db, &office, err) < 0)
		return -1;
	if (!office.own_unit[0])
		return 0;
	q = db_start(db, Q_OWN_MEMBER_CANDIDATES, err);
	db_bind_int(q, 1, group);
	while (db_next(q))
		if (unit_code_same(office.own_unit, db_text(q, 1)))
			*slot = (int)db_int(q, 0);
	return db_end(q);
}

static int
refuse(struct db *db, int64_t group, int own, int field, struct error *err)
{
	struct exchange_group g;
	struct unit_table units;
	const struct unit *unit;

	if (exchange_group_load(db, group, &g, err) < 0 || unit_table_load(db, &units, err) < 0)
		return -1;
	unit = unit_by_slot(&units, own);
	error_field(err, ERROR_INPUT, field,
		_("The group %s is kept by another office, and packages take there only what is of "
		  "this office's own unit: choose %s."),
		g.code, unit ? unit->told : "?");
	unit_table_release(&units);
	return -1;
}

int
own_member_check(struct db *db, int64_t group, int slot, int former, int field, struct error *err)
{
	int own;

	if (!group || slot == former)
		return 0;
	if (own_member_of(db, group, &own, err) < 0)
		return -1;
	return own == NO_SLOT || own == slot ? 0 : refuse(db, group, own, field, err);
}

int
own_member_former(struct db *db, int query, int64_t id, int *slot, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, id);
	*slot = db_next(q) ? (int)db_int(q, 0) : NO_SLOT;
	return db_end(q);
}
