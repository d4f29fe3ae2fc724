/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above the text of minutes. It is kept with the version that went out or was approved,
 * because office and group get other names later and the paper does not. */
#include "config.h"

#include "model/minutes/minutes_parts.h"

#include "base/i18n.h"
#include "model/meetings/meeting.h"
#include "model/office.h"
#include "model/owner.h"
#include "model/queries.h"

/* The office that made them: of another one its name is known alone. */
static const char *
letterhead(struct db *db, const struct minutes *m, const struct office *office, struct arena *arena)
{
	char name[160];

	return m->owner[0] ? arena_string(arena, owner_name(db, m->owner, name, sizeof(name)))
			   : office_letterhead(office, arena);
}

/* As it would be today. */
static int
compose(struct db *db, const struct minutes *m, struct arena *arena, struct minutes_head *out,
	struct error *err)
{
	struct office office;
	struct meeting about;

	if (office_load(db, &office, err) || meeting_load(db, m->meeting, &about, err))
		return -1;
	*out = (struct minutes_head){ .letterhead = letterhead(db, m, &office, arena),
		.title = arena_format(arena, _("Minutes of meeting %d of the group %s"),
			about.number, about.group_code),
		.group = arena_string(arena, about.group_name),
		.meeting = arena_string(arena, about.title) };
	return 0;
}

int
minutes_head_load(struct db *db, const struct minutes *m, int version, struct arena *arena,
	struct minutes_head *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_HEAD_LOAD, err);
	bool found;

	db_bind_int(q, 1, m->id);
	db_bind_int(q, 2, version);
	found = db_next(q);
	if (found)
		*out = (struct minutes_head){ .letterhead = arena_string(arena, db_text(q, 0)),
			.title = arena_string(arena, db_text(q, 1)),
			.group = arena_string(arena, db_text(q, 2)),
			.meeting = arena_string(arena, db_text(q, 3)) };
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : compose(db, m, arena, out, err);
}

int
minutes_head_keep(struct db *db, const struct minutes *m, struct error *err)
{
	struct arena arena = { 0 };
	struct minutes_head head;
	struct stmt *q;
	int result;

	if (compose(db, m, &arena, &head, err)) {
		arena_release(&arena);
		return -1;
	}
	q = db_start(db, Q_MINUTES_HEAD_PUT, err);
	db_bind_int(q, 1, m->id);
	db_bind_int(q, 2, m->versions);
	db_bind_text(q, 3, head.letterhead);
	db_bind_text(q, 4, head.title);
	db_bind_text(q, 5, head.group);
	db_bind_text(q, 6, head.meeting);
	result = db_run(q, NULL);
	arena_release(&arena);
	return result;
}
