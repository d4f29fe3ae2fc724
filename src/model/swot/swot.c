/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SWOT analyses: their heads, deleting and bringing back. */
#include "config.h"

#include "model/swot/swot.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/code.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/units/unit.h"

#include <stdio.h>
#include <string.h>

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct swot *s)
{
	*s = (struct swot){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.slot = (int)db_int(q, 4),
		.year = (int)db_int(q, 6),
		.halves = db_int(q, 7) != 0,
		.made_up = db_int(q, 8) != 0,
		.factors = (int)db_int(q, 10) };
	text_copy(s->uid, sizeof s->uid, db_text(q, 2));
	text_copy(s->code, sizeof s->code, db_text(q, 3));
	text_copy(s->title, sizeof s->title, db_text(q, 5));
	text_copy(s->note, sizeof s->note, db_text(q, 9));
}

int
swot_list(struct db *db, const struct swot_filter *filter, struct arena *arena, struct swot **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, filter->slot);
	db_bind_int(q, 2, filter->retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
swot_load(struct db *db, int64_t id, struct swot *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_row(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This SWOT analysis is gone already."));
}

int
swot_find(struct db *db, const char *code, struct swot *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_FIND, err);
	int64_t id = 0;

	db_bind_text(q, 1, code);
	if (db_next(q))
		id = db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	if (id == 0)
		return error_set(err, ERROR_MISSING,
			_("There is no SWOT analysis “%s”. “gromada swot” without a code lists "
			  "those there are."),
			code);
	return swot_load(db, id, out, err);
}

/* ---- saving ---- */

static int
code_taken(struct db *db, const struct swot *s, const char *code, bool *taken, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_CODE_TAKEN, err);

	db_bind_text(q, 1, code);
	db_bind_int(q, 2, s->id);
	*taken = db_next(q);
	return db_end(q);
}

/* SWOT-2026, then SWOT-2026-2 … */
static int
propose_code(struct db *db, struct swot *s, struct error *err)
{
	bool taken = true;

	snprintf(s->code, sizeof s->code, "SWOT-%d", s->year);
	for (int n = 2; taken; n++) {
		if (code_taken(db, s, s->code, &taken, err) < 0)
			return -1;
		if (taken)
			snprintf(s->code, sizeof s->code, "SWOT-%d-%d", s->year, n);
	}
	return 0;
}

static int
check_code(struct db *db, const struct swot *s, struct error *err)
{
	bool taken;

	if (code_check(s->code, SWOT_FIELD_CODE, err) < 0)
		return -1;
	if (code_taken(db, s, s->code, &taken, err) < 0)
		return -1;
	return taken ? error_field(err, ERROR_INPUT, SWOT_FIELD_CODE,
			       _("Another SWOT analysis has the code “%s”, perhaps a deleted one; "
				 "choose another."),
			       s->code)
		     : 0;
}

static int
check_halves(struct db *db, const struct swot *s, struct error *err)
{
	struct stmt *q;
	bool used;

	if (s->halves || s->id == 0)
		return 0;
	q = db_start(db, Q_SWOT_HALVES_USED, err);
	db_bind_int(q, 1, s->id);
	used = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return used ? error_field(err, ERROR_INPUT, SWOT_FIELD_HALVES,
			      _("Pairs of this SWOT have halves; make them whole in the matrices "
				"first."))
		    : 0;
}

static int
check(struct db *db, const struct swot *s, struct error *err)
{
	if (s->slot == NO_SLOT)
		return error_field(err, ERROR_INPUT, SWOT_FIELD_UNIT,
			_("Say whose SWOT analysis it is: choose a unit."));
	if (kept_text(s->title, true, false, SWOT_FIELD_TITLE, _("Title"), err) ||
		kept_text(s->note, false, true, SWOT_FIELD_NOTE, _("Note"), err))
		return -1;
	if (s->year < 1900 || s->year > 2199)
		return error_field(err, ERROR_INPUT, SWOT_FIELD_YEAR,
			_("The year lies between 1900 and 2199."));
	return check_code(db, s, err) || check_halves(db, s, err) ? -1 : 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct swot *s = context;
	struct stmt *q;
	char uid[UID_SIZE];

	if (!s->code[0] && propose_code(db, s, err) < 0)
		return -1;
	if (check(db, s, err))
		return -1;
	q = db_start(db, s->id ? Q_SWOT_UPDATE : Q_SWOT_INSERT, err);
	if (s->id) {
		db_bind_int(q, 9, s->id);
		db_bind_int(q, 10, s->rev);
	} else {
		text_copy(s->uid, sizeof s->uid, random_uid(uid));
		db_bind_text(q, 1, s->uid);
	}
	db_bind_text(q, 2, s->code);
	db_bind_int(q, 3, s->slot);
	db_bind_text(q, 4, s->title);
	db_bind_int(q, 5, s->year);
	db_bind_int(q, 6, s->halves);
	db_bind_int(q, 7, s->made_up);
	db_bind_text(q, 8, s->note);
	return kept_store(db, q, &s->id, &s->rev, err);
}

int
swot_save(struct db *db, struct swot *s, struct error *err)
{
	const struct db_act act = { .action = s->id ? "swot.change" : "swot.add",
		.entity = "swot" };
	struct swot copy = *s;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*s = copy;
	return 0;
}

/* ---- out of use, and back ---- */

static const struct kept_kind kept = { "swot", "swot.retire", "swot.restore",
	Q_SWOT_HEAD, Q_SWOT_RETIRE };

int
swot_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	return kept_retire(db, &kept, id, rev, err);
}

int
swot_restore(struct db *db, int64_t id, struct error *err)
{
	return kept_restore(db, &kept, id, err);
}
