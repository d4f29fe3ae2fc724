/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a state of the register: both lists in order of codes, walked side by side. */
#include "config.h"

#include "model/units/register.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"

#include <stdlib.h>
#include <string.h>

struct known { /* a unit of the database, as it was on the register's day */
	int slot;
	char code[UNIT_CODE_SIZE];
	bool bdl;
	const char *starts_on, *starts_after, *ends_on;
	const char *name, *designation;
	char kind;
	bool dated;             /* name and kind are those of the day, not later ones */
	const char *first_seen; /* day of the first register that named it; NULL = none */
};

struct walk {
	struct db *db;
	const struct register_state *state;
	struct arena arena;
	struct known *known;
	int count;
	const char *before, *after; /* whole registers next to this one in time; NULL = none */
	char newest[11];
	struct register_preview *preview;
	int64_t import_id; /* 0 = count only */
};

/* ---- what is known ---- */

static void
read_version(struct walk *w, struct known *k, struct stmt *q)
{
	const char *from = db_text(q, 5);
	bool on_day = strcmp(from, w->state->date) <= 0;

	if (db_int(q, 9) && !k->first_seen)
		k->first_seen = arena_string(&w->arena, from);
	if (k->name && !on_day)
		return;
	k->name = arena_string(&w->arena, db_text(q, 6));
	k->kind = db_text(q, 7)[0];
	k->designation = arena_string(&w->arena, db_text(q, 8));
	k->dated = on_day;
}

static int
load_known(struct walk *w, struct error *err)
{
	struct stmt *q = db_start(w->db, Q_REGISTER_KNOWN, err);
	struct known *k = NULL;
	size_t room = 0;

	while (db_next(q)) {
		if (!k || k->slot != (int)db_int(q, 0)) {
			w->known = arena_grow(
				&w->arena, w->known, (size_t)w->count, &room, sizeof(*w->known));
			k = &w->known[w->count++];
			*k = (struct known){ .slot = (int)db_int(q, 0) };
			text_copy(k->code, sizeof(k->code), db_text(q, 1));
			k->bdl = strcmp(db_text(q, 2), "bdl") == 0;
			k->starts_on = arena_string(&w->arena, db_text(q, 3));
			k->ends_on = arena_string(&w->arena, db_text(q, 4));
			k->starts_after = arena_string(&w->arena, db_text(q, 10));
		}
		read_version(w, k, q);
	}
	return db_end(q);
}

static int
load_dates(struct walk *w, struct error *err)
{
	struct stmt *q = db_start(w->db, Q_REGISTER_DATES, err);

	while (db_next(q)) {
		const char *date = db_text(q, 0);
		int order = strcmp(date, w->state->date);

		text_copy(w->newest, sizeof(w->newest), date);
		if (order < 0)
			w->before = arena_string(&w->arena, date);
		else if (order > 0 && !w->after)
			w->after = arena_string(&w->arena, date);
	}
	return db_end(q);
}

/* ---- single steps ---- */

/* After the register that said otherwise and not later than date; after NULL = none known. */
static int
add_event(struct walk *w, int slot, const char *after, const char *date, const char *event,
	struct error *err)
{
	struct stmt *q;

	if (!w->import_id)
		return 0;
	q = db_start(w->db, Q_UNIT_EVENT_INSERT, err);
	db_bind_int(q, 1, slot);
	db_bind_text(q, 2, date);
	db_bind_text(q, 3, event);
	db_bind_int(q, 4, w->import_id);
	db_bind_text(q, 5, after ? after : "");
	return db_run(q, NULL);
}

static int
add_version(struct walk *w, int slot, const struct register_row *row, struct error *err)
{
	char kind[2] = { row->code.kind, '\0' };
	struct stmt *q;

	if (!w->import_id)
		return 0;
	q = db_start(w->db, Q_UNIT_VERSION_INSERT, err);
	db_bind_int(q, 1, slot);
	db_bind_text(q, 2, w->state->date);
	db_bind_text(q, 3, row->name);
	db_bind_text(q, 4, kind);
	db_bind_text(q, 5, row->designation);
	db_bind_int(q, 6, w->import_id);
	return db_run(q, NULL);
}

static int
step_new(struct walk *w, const struct register_row *row, struct error *err)
{
	struct stmt *q;
	int slot;

	w->preview->added++;
	if (!w->import_id)
		return 0;
	q = db_start(w->db, Q_UNIT_INSERT, err);
	db_bind_text(q, 1, row->code.key);
	db_bind_text(q, 2, unit_level_name(row->code.level));
	db_bind_text(q, 3, "teryt");
	if (db_run(q, NULL) < 0)
		return -1;
	slot = (int)db_last_id(w->db);
	if (add_version(w, slot, row, err) < 0)
		return -1;
	if (w->before && !w->state->partial &&
		add_event(w, slot, w->before, w->state->date, "start", err) < 0)
		return -1;
	return w->after ? add_event(w, slot, w->state->date, w->after, "end", err) : 0;
}

static int
take_over(struct walk *w, const struct known *k, const struct register_row *row, struct error *err)
{
	struct stmt *q;

	w->preview->added++;
	if (!w->import_id)
		return 0;
	q = db_start(w->db, Q_REGISTER_TAKE_OVER, err);
	db_bind_int(q, 1, k->slot);
	db_bind_text(q, 2, unit_level_name(row->code.level));
	if (db_run(q, NULL) < 0)
		return -1;
	return add_version(w, k->slot, row, err);
}

static int
step_both(struct walk *w, const struct known *k, const struct register_row *row, struct error *err)
{
	bool gone = k->ends_on[0] && strcmp(k->ends_on, w->state->date) <= 0;
	bool early = k->starts_on[0] && strcmp(k->starts_on, w->state->date) > 0;
	bool kind = k->kind != row->code.kind;
	bool name = strcmp(k->name, row->name) != 0;

	if ((gone || early) &&
		add_event(w, k->slot, w->before, w->state->date, "start", err) < 0)
		return -1;
	if (k->bdl)
		return take_over(w, k, row, err);
	w->preview->reopened += gone || early;
	w->preview->kind_changed += kind;
	w->preview->renamed += name && !kind;
	if (!kind && !name) {
		w->preview->same += !gone && !early;
		return 0;
	}
	return add_version(w, k->slot, row, err);
}

/* A register between two others says more closely when a unit began. */
static int
narrow(struct walk *w, const struct known *k, struct error *err)
{
	if (strcmp(k->starts_after, w->state->date) >= 0)
		return 0;
	w->preview->reopened++;
	return add_event(w, k->slot, w->state->date, k->starts_on, "start", err);
}

static int
step_missing(struct walk *w, const struct known *k, struct error *err)
{
	const char *date = w->state->date;
	bool gone = k->ends_on[0] && strcmp(k->ends_on, date) <= 0;
	bool early = k->starts_on[0] && strcmp(k->starts_on, date) > 0;

	if (k->bdl || w->state->partial || gone || strcmp(k->code, "00") == 0)
		return 0;
	if (early) /* so it began after this day too */
		return narrow(w, k, err);
	/* An older register that lacks a unit says that it began later. */
	if (k->first_seen && strcmp(k->first_seen, date) > 0) {
		if (k->starts_on[0])
			return 0;
		w->preview->reopened++;
		return add_event(w, k->slot, date, k->first_seen, "start", err);
	}
	w->preview->ended++;
	return add_event(w, k->slot, w->before, date, "end", err);
}

/* ---- the walk ---- */

static int
walk_rows(struct walk *w, struct error *err)
{
	const struct register_row *row = w->state->rows, *end = row + w->state->count;
	const struct known *k = w->known, *last = k ? k + w->count : k;

	while (row < end || k < last) {
		int order = row == end ? 1 : k == last ? -1 : strcmp(row->code.key, k->code);
		int result;

		if (order < 0)
			result = step_new(w, row++, err);
		else if (order > 0)
			result = step_missing(w, k++, err);
		else
			result = step_both(w, k++, row++, err);
		if (result < 0)
			return -1;
	}
	return 0;
}

static int
walk(struct db *db, const struct register_state *state, int64_t import_id,
	struct register_preview *preview, struct error *err)
{
	struct walk w = { .db = db, .state = state, .preview = preview, .import_id = import_id };
	int result = -1;

	*preview = (struct register_preview){ 0 };
	if (load_dates(&w, err) == 0 && load_known(&w, err) == 0)
		result = walk_rows(&w, err);
	text_copy(preview->newest, sizeof(preview->newest), w.newest);
	preview->older = w.newest[0] && strcmp(state->date, w.newest) < 0 && !state->partial;
	arena_release(&w.arena);
	return result;
}

int
register_compare(struct db *db, const struct register_state *state,
	struct register_preview *preview, struct error *err)
{
	return walk(db, state, 0, preview, err);
}

static bool
nothing_new(const struct register_state *state, const struct register_preview *p)
{
	if (p->added || p->ended || p->renamed || p->kind_changed || p->reopened)
		return false;
	return state->partial || strcmp(state->date, p->newest) <= 0;
}

int
register_apply(struct db *db, const struct register_state *state, const struct import_file *file,
	bool allow_older, int64_t *import_id, struct error *err)
{
	struct register_preview p;
	struct import_counts counts;

	*import_id = 0;
	if (walk(db, state, 0, &p, err) < 0)
		return -1;
	if (p.older && !allow_older)
		return error_set(err, ERROR_INPUT,
			_("The register in %s is of %s, older than the one in "
			  "the database (%s). It can be added only when an older register is asked "
			  "for."),
			file->name, state->date, p.newest);
	if (nothing_new(state, &p))
		return 0;
	*import_id = import_begin(db, file, err);
	if (*import_id < 0 || walk(db, state, *import_id, &p, err) < 0 ||
		succession_settle(db, err) < 0)
		return -1;
	counts = (struct import_counts){ .rows = state->count,
		.units = state->count,
		.new_values = p.added,
		.changed = p.ended + p.renamed + p.kind_changed + p.reopened,
		.same = p.same };
	return import_finish(db, *import_id, &counts, err);
}
