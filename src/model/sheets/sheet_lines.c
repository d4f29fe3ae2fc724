/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of sheets that were handed in when the lines of the data sheet change. */
#include "config.h"

#include "model/sheets/sheet_turn.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/queries.h"

#include <string.h>

struct handed_in {
	int64_t id;
	bool approved; /* inside the member's office only */
};

/* Questions about lines that are gone are closed: nobody could answer them. */
static int
close_questions(struct db *db, int64_t sheet, const char *today, struct error *err)
{
	struct stmt *q = db_start(db, Q_DATA_SHEET_LINES_GONE_RAISE, err);

	db_bind_int(q, 1, sheet);
	if (db_run(q, NULL) < 0)
		return -1;
	q = db_start(db, Q_DATA_SHEET_LINES_GONE, err);
	db_bind_int(q, 1, sheet);
	db_bind_text(q, 2, _("The sheet asks for this no longer."));
	db_bind_text(q, 3, today);
	return db_run(q, NULL);
}

static int
ask_one(struct db *db, const struct handed_in *r, int64_t indicator, const char *today,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_RETURN_CHANGE, err);

	db_bind_int(q, 1, r->id);
	db_bind_text(q, 2, r->approved ? "draft" : "queried");
	db_bind_text(q, 3, today);
	if (db_run(q, NULL) < 0)
		return -1;
	if (r->approved)
		return 0;
	q = db_start(db, Q_OWN_FIGURE_ASK, err);
	db_bind_int(q, 1, r->id);
	db_bind_int(q, 2, indicator);
	db_bind_text(q, 3, _("The sheet asks for this, too, since it was handed in."));
	db_bind_text(q, 4, today);
	return db_run(q, NULL) < 0 ? -1 : sheet_mark_verified(db, r->id, false, err);
}

/* What was handed in is asked for the new figure; what was only approved is a draft again. */
static int
ask(struct db *db, int64_t sheet, int64_t indicator, const char *today, struct arena *arena,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_DATA_SHEET_LINE_ADDED, err);
	struct handed_in *list = NULL;
	size_t count = 0, room = 0;

	db_bind_int(q, 1, sheet);
	db_bind_int(q, 2, indicator);
	while (db_next(q)) {
		list = arena_grow(arena, list, count, &room, sizeof(*list));
		list[count++] =
			(struct handed_in){ db_int(q, 0), strcmp(db_text(q, 1), "approved") == 0 };
	}
	if (db_end(q) < 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		if (ask_one(db, &list[i], indicator, today, err) < 0)
			return -1;
	return 0;
}

static bool
asks_for(const struct data_sheet_line *lines, int count, int64_t indicator)
{
	for (int i = 0; i < count; i++)
		if (lines[i].indicator_id == indicator)
			return true;
	return false;
}

int
sheet_lines_changed(struct db *db, int64_t sheet, const struct data_sheet_line *before,
	int before_count, const struct data_sheet_line *lines, int count, struct error *err)
{
	struct arena arena = { 0 };
	char today[16];
	int result;

	date_iso(today, sizeof(today), clock_today());
	result = close_questions(db, sheet, today, err);
	for (int i = 0; i < count && result == 0; i++)
		if (!asks_for(before, before_count, lines[i].indicator_id))
			result = ask(db, sheet, lines[i].indicator_id, today, &arena, err);
	arena_release(&arena);
	return result;
}
