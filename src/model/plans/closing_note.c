/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing notes: three lists of sentences per member. */
#include "config.h"

#include "model/plans/closing_note.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/groups/own_member.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/units/unit.h"

#include <string.h>

static const struct {
	const char *name, *label;
} kinds[CLOSING_KINDS] = {
	[CLOSING_RECOMMENDATION] = { "recommendation", N_("recommendation") },
	[CLOSING_PROBLEM] = { "problem", N_("problem met") },
	[CLOSING_ACHIEVEMENT] = { "achievement", N_("achievement") },
};

const char *
closing_kind_name(enum closing_kind k)
{
	return kinds[k].name;
}

const char *
closing_kind_label(enum closing_kind k)
{
	return _(kinds[k].label);
}

static void
read_row(struct stmt *q, struct closing_note *n)
{
	*n = (struct closing_note){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.group = db_int(q, 4),
		.slot = (int)db_int(q, 5) };
	text_copy(n->uid, sizeof n->uid, db_text(q, 2));
	text_copy(n->owner, sizeof n->owner, db_text(q, 3));
	for (int i = 0; i < CLOSING_KINDS; i++)
		if (strcmp(kinds[i].name, db_text(q, 6)) == 0)
			n->kind = (enum closing_kind)i;
	text_copy(n->text, sizeof n->text, db_text(q, 7));
	text_copy(n->made_on, sizeof n->made_on, db_text(q, 8));
}

int
closing_note_list(struct db *db, int64_t group, int slot, struct arena *arena,
	struct closing_note **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_CLOSING_NOTE_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	db_bind_int(q, 2, slot);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

static const struct kept_kind kept = { "closing_note", "closing_note.retire",
	"closing_note.restore", Q_CLOSING_NOTE_HEAD, Q_CLOSING_NOTE_RETIRE };

int
closing_note_load(struct db *db, int64_t id, struct closing_note *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_CLOSING_NOTE_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_row(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This note is gone already."));
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct closing_note *n = context;
	struct stmt *q;
	char uid[UID_SIZE];

	if (n->id && kept_own(db, &kept, n->id, err))
		return -1;
	q = db_start(db, n->id ? Q_CLOSING_NOTE_UPDATE : Q_CLOSING_NOTE_INSERT, err);
	if (n->id) {
		db_bind_int(q, 7, n->id);
		db_bind_int(q, 8, n->rev);
	} else {
		date_iso(n->made_on, sizeof n->made_on, clock_today());
		text_copy(n->uid, sizeof n->uid, random_uid(uid));
		db_bind_text(q, 1, n->uid);
	}
	db_bind_int(q, 2, n->group);
	db_bind_int(q, 3, n->slot);
	db_bind_text(q, 4, kinds[n->kind].name);
	db_bind_text(q, 5, n->text);
	db_bind_text(q, 6, n->made_on);
	return kept_store(db, q, &n->id, &n->rev, err);
}

/* Once a member is enough: one that left may still leave a note. */
static int
check_member(struct db *db, const struct closing_note *n, struct error *err)
{
	struct stmt *q = db_start(db, Q_CONCLUSION_IS_MEMBER, err);
	bool member;

	db_bind_int(q, 1, n->group);
	db_bind_int(q, 2, n->slot);
	member = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return member ? 0
		      : error_field(err, ERROR_INPUT, CLOSING_FIELD_UNIT,
				_("This unit was never a member of the group. Choose a member."));
}

int
closing_note_save(struct db *db, struct closing_note *n, struct error *err)
{
	const struct db_act act = { .action = n->id ? "closing_note.change" : "closing_note.add",
		.entity = "closing_note" };
	struct closing_note copy = *n;
	int former;

	if (n->slot == 0)
		return error_field(err, ERROR_INPUT, CLOSING_FIELD_UNIT,
			_("Say whose note it is: choose a member."));
	if (!n->text[0])
		return error_field(
			err, ERROR_INPUT, CLOSING_FIELD_TEXT, _("Write the note in a sentence."));
	if (kept_lines_check(n->text, CLOSING_FIELD_TEXT, err) < 0 || check_member(db, n, err) ||
		own_member_former(db, Q_CLOSING_NOTE_SLOT, n->id, &former, err) ||
		own_member_check(db, n->group, n->slot, former, CLOSING_FIELD_UNIT, err) ||
		db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*n = copy;
	return 0;
}

int
closing_note_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &kept, id, rev, err);
}

int
closing_note_restore(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}
