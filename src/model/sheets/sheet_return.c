/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members' returns of a data sheet as they stand: who is missing what, and what was asked. */
#include "config.h"

#include "model/sheets/data_sheet.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/units/unit_city.h"
#include "model/word.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[SHEET_STATES] = { "draft", "approved", "sent", "queried",
	"verified" };

const char *
sheet_state_name(enum sheet_state state)
{
	return names[state];
}

const char *
sheet_state_label(enum sheet_state state)
{
	switch (state) {
	case SHEET_APPROVED:
		return C_("data sheet", "approved in the office");
	case SHEET_SENT:
		return C_("data sheet", "handed in");
	case SHEET_QUERIED:
		return C_("data sheet", "to be explained");
	case SHEET_VERIFIED:
		return C_("data sheet", "verified");
	default:
		return C_("data sheet", "draft");
	}
}

enum sheet_state
sheet_state_from_name(const char *name)
{
	return (enum sheet_state)word_place(names, SHEET_STATES, name, SHEET_DRAFT);
}

/* ---- reading ---- */

/* Columns as of sheet_return_list; names of units come afterwards. */
static void
read_return(struct stmt *q, struct arena *arena, struct sheet_return *r)
{
	*r = (struct sheet_return){ .id = db_int(q, 0), .rev = db_int(q, 1),
		.slot = (int)db_int(q, 3), .state = sheet_state_from_name(db_text(q, 4)),
		.changed_on = arena_string(arena, db_text(q, 5)), .lines = (int)db_int(q, 6),
		.filled = (int)db_int(q, 7), .questions = (int)db_int(q, 8) };
	text_copy(r->owner, sizeof(r->owner), db_text(q, 2));
}

static int
by_name(const void *a, const void *b)
{
	const struct sheet_return *x = a, *y = b;

	return text_compare(x->unit_name, y->unit_name);
}

static int
name_units(struct db *db, struct sheet_return *list, int count, struct arena *arena,
	struct error *err)
{
	struct unit_table units;

	if (unit_table_load(db, &units, err) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(&units, list[i].slot);

		list[i].unit = arena_string(arena, u ? unit_teryt(u) : "");
		list[i].unit_name = arena_string(arena, u ? u->told : "");
	}
	unit_table_release(&units);
	return 0;
}

static bool
is_late(const struct sheet_return *r, const char *due_on, const char *today)
{
	return due_on[0] && strcmp(due_on, today) < 0 && r->state != SHEET_SENT &&
	       r->state != SHEET_VERIFIED;
}

static int
load_returns(struct db *db, const struct data_sheet *sheet, int slot, struct arena *arena,
	struct sheet_return **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_SHEET_RETURN_LIST, err);
	const char *group = arena_string(arena, sheet->group_code);
	char today[16];
	size_t room = 0;

	*list = NULL;
	*count = 0;
	date_iso(today, sizeof(today), clock_today());
	db_bind_int(q, 1, sheet->id);
	db_bind_int(q, 2, sheet->group_id);
	db_bind_int(q, 3, sheet->year);
	db_bind_text(q, 4, today);
	db_bind_int(q, 5, slot);
	while (db_next(q)) {
		struct sheet_return *r;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		r = &(*list)[(*count)++];
		read_return(q, arena, r);
		text_copy(r->leader, sizeof(r->leader), sheet->owner);
		r->sheet_id = sheet->id;
		r->year = sheet->year;
		r->group_code = group;
		r->due_on = arena_string(arena, sheet->due_on);
		r->late = is_late(r, sheet->due_on, today);
	}
	return db_end(q) < 0 || name_units(db, *list, *count, arena, err) < 0 ? -1 : 0;
}

int
sheet_return_list(struct db *db, const struct data_sheet *sheet, struct arena *arena,
	struct sheet_return **list, int *count, struct error *err)
{
	if (load_returns(db, sheet, NO_SLOT, arena, list, count, err) < 0)
		return -1;
	if (*count)
		qsort(*list, (size_t)*count, sizeof(**list), by_name);
	return 0;
}

int
sheet_return_load(struct db *db, const struct data_sheet *sheet, int slot, struct arena *arena,
	struct sheet_return *out, struct error *err)
{
	struct sheet_return *list;
	int count;

	if (load_returns(db, sheet, slot, arena, &list, &count, err) < 0)
		return -1;
	if (!count)
		return error_set(err, ERROR_INPUT,
			_("This unit is no member of the group %s; only members fill in its "
			  "sheets."),
			sheet->group_code);
	*out = list[0];
	return 0;
}

int
sheet_missing_list(struct db *db, int slot, struct arena *arena, struct sheet_return **list,
	int *count, struct error *err)
{
	struct stmt *q;
	char today[16];
	size_t room = 0;
	int twin;

	*list = NULL;
	*count = 0;
	if (unit_twin_of(db, slot, &twin, err) < 0)
		return -1;
	q = db_start(db, Q_SHEET_MISSING, err);
	date_iso(today, sizeof(today), clock_today());
	db_bind_int(q, 1, slot);
	db_bind_text(q, 2, today);
	db_bind_int(q, 3, twin);
	while (db_next(q)) {
		struct sheet_return *r;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		r = &(*list)[(*count)++];
		read_return(q, arena, r);
		r->sheet_id = db_int(q, 9);
		r->year = (int)db_int(q, 10);
		r->due_on = arena_string(arena, db_text(q, 11));
		r->group_code = arena_string(arena, db_text(q, 12));
		r->late = is_late(r, r->due_on, today);
	}
	return db_end(q) < 0 || name_units(db, *list, *count, arena, err) < 0 ? -1 : 0;
}

int
sheet_questions(struct db *db, int64_t return_id, struct arena *arena,
	struct sheet_question **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_SHEET_QUESTIONS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, return_id);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct sheet_question){
			.number = (int)db_int(q, 0),
			.indicator_id = db_int(q, 1),
			.question = arena_string(arena, db_text(q, 2)),
			.asked_on = arena_string(arena, db_text(q, 3)),
			.answer = arena_string(arena, db_text(q, 4)),
			.answered_on = arena_string(arena, db_text(q, 5)),
		};
	}
	return db_end(q);
}

int
sheet_return_make(struct db *db, const struct sheet_return *r, int64_t *added, struct error *err)
{
	struct stmt *q = db_start(db, Q_SHEET_RETURN_INSERT, err);
	char uid[UID_SIZE], today[16];

	db_bind_text(q, 1, random_uid(uid));
	db_bind_int(q, 2, r->sheet_id);
	db_bind_int(q, 3, r->slot);
	db_bind_text(q, 4, date_iso(today, sizeof(today), clock_today()));
	return db_run(q, added);
}
