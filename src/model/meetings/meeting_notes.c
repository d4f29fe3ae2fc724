/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of a meeting, and what it agreed and decided. */
#include "config.h"

#include "model/meetings/meeting.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"

#include <string.h>

int64_t
meeting_seen(const char *text)
{
	return seen_text(0, text);
}

int
meeting_line_changed(struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed this line meanwhile. Nothing was saved; look at the new "
		  "state first."));
}

int
meeting_line_gone(struct error *err)
{
	return error_set(err, ERROR_MISSING, _("A colleague has deleted this line meanwhile."));
}

int
meeting_line_same(int64_t now, int64_t seen, struct error *err)
{
	if (now == seen)
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed this line meanwhile. It was not deleted; look at the "
		  "new state first."));
}

/* ---- notes ---- */

int
meeting_notes_load(
	struct db *db, int64_t meeting, struct arena *arena, const char **notes, struct error *err)
{
	struct stmt *q = db_start(db, Q_MEETING_NOTES, err);
	bool found;

	db_bind_int(q, 1, meeting);
	found = db_next(q);
	*notes = found ? arena_string(arena, db_text(q, 0)) : "";
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("There is no such meeting."));
}

struct notes {
	int64_t meeting;
	const char *former, *text;
};

static int
save_notes(struct db *db, void *context, struct error *err)
{
	const struct notes *n = context;
	struct stmt *q;
	int64_t changed;

	if (kept_lines_check(n->text, 1, err) < 0 ||
		kept_fits(n->text, MEETING_NOTES_SIZE, 1, _("Notes"), err) < 0 ||
		meeting_touch(db, n->meeting, 0, err) < 0)
		return -1;
	q = db_start(db, Q_MEETING_NOTES_SAVE, err);
	db_bind_int(q, 1, n->meeting);
	db_bind_text(q, 2, n->former);
	db_bind_text(q, 3, n->text);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0 : meeting_line_changed(err);
}

int
meeting_notes_save(
	struct db *db, int64_t meeting, const char *former, const char *notes, struct error *err)
{
	struct db_act act = { .action = "meeting.notes", .entity = "meeting" };
	struct notes n = { meeting, former, notes };

	return db_write(db, &act, save_notes, &n, err);
}

/* ---- agreements ---- */

const char *
agreement_kind_label(enum agreement_kind kind)
{
	return kind == AGREEMENT_DECIDED ? _("decision") : _("agreement");
}

static void
read_agreement(struct stmt *q, struct agreement *a)
{
	*a = (struct agreement){ .id = db_int(q, 0),
		.meeting = db_int(q, 1),
		.item = db_int(q, 2),
		.position = (int)db_int(q, 3),
		.kind = strcmp(db_text(q, 4), "decision") == 0 ? AGREEMENT_DECIDED
							       : AGREEMENT_AGREED };
	text_copy(a->text, sizeof(a->text), db_text(q, 5));
	a->seen = seen_number(seen_number(seen_text(0, a->text), a->kind), a->item);
}

int
agreement_list(struct db *db, int64_t meeting, struct arena *arena, struct agreement **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_AGREEMENT_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, meeting);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_agreement(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
agreement_load(struct db *db, int64_t id, struct agreement *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_AGREEMENT_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_agreement(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : meeting_line_gone(err);
}

static int
save_agreement(struct db *db, void *context, struct error *err)
{
	struct agreement *a = context, former;
	struct stmt *q;
	int p = 0;

	if (!a->text[0])
		return error_field(err, ERROR_INPUT, AGREEMENT_FIELD_TEXT,
			_("Say what was agreed or decided."));
	if (kept_lines_check(a->text, AGREEMENT_FIELD_TEXT, err) < 0)
		return -1;
	if (a->id) {
		if (agreement_load(db, a->id, &former, err) < 0)
			return -1;
		if (former.seen != a->seen)
			return meeting_line_changed(err);
		a->meeting = former.meeting;
	}
	if (meeting_touch(db, a->meeting, 0, err) < 0)
		return -1;
	q = db_start(db, a->id ? Q_AGREEMENT_UPDATE : Q_AGREEMENT_INSERT, err);
	db_bind_int(q, ++p, a->id ? a->id : a->meeting);
	db_bind_int(q, ++p, a->item);
	db_bind_text(q, ++p, a->kind == AGREEMENT_DECIDED ? "decision" : "agreement");
	db_bind_text(q, ++p, a->text);
	if (db_run(q, NULL) < 0)
		return -1;
	if (a->id == 0)
		a->id = db_last_id(db);
	return 0;
}

int
agreement_save(struct db *db, struct agreement *a, struct error *err)
{
	struct db_act act = { .action = a->id ? "agreement.change" : "agreement.add",
		.entity = "meeting" };
	struct agreement copy = *a;

	if (db_write(db, &act, save_agreement, &copy, err) < 0)
		return -1;
	return agreement_load(db, copy.id, a, err);
}

static int
delete_agreement(struct db *db, void *context, struct error *err)
{
	const struct agreement *asked = context;
	struct agreement a;
	struct stmt *q;

	if (agreement_load(db, asked->id, &a, err) < 0 ||
		meeting_line_same(a.seen, asked->seen, err) < 0 ||
		meeting_touch(db, a.meeting, 0, err) < 0)
		return -1;
	q = db_start(db, Q_AGREEMENT_DELETE, err);
	db_bind_int(q, 1, a.id);
	return db_run(q, NULL);
}

int
agreement_delete(struct db *db, int64_t id, int64_t seen, struct error *err)
{
	struct db_act act = { .action = "agreement.delete", .entity = "meeting" };
	struct agreement asked = { .id = id, .seen = seen };

	return db_write(db, &act, delete_agreement, &asked, err);
}
