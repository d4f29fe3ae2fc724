/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing own figures: who may, who was faster, what a change does to a sheet that was approved or
 * sent, and taking back what a file brought. */
#include "config.h"

#include "model/sheets/own_figure.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/owner.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/sheets/sheet_turn.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DEEPEST = 50 }; /* undone imports over each other */

static bool
empty(const struct own_figure *f)
{
	return isnan(f->value) && !f->missing[0];
}

static void
bind_key(struct stmt *q, const struct own_figure *f)
{
	db_bind_int(q, 1, f->indicator_id);
	db_bind_int(q, 2, f->year);
	db_bind_int(q, 3, f->slot);
}

/* ---- may it be written ---- */

static int
check_card(struct db *db, const struct own_figure *f, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_CARD, err);
	char kind[16] = "", code[64] = "";
	bool unit = false;

	db_bind_int(q, 1, f->indicator_id);
	db_bind_int(q, 2, f->slot);
	if (db_next(q)) {
		text_copy(kind, sizeof(kind), db_text(q, 0));
		text_copy(code, sizeof(code), db_text(q, 1));
		unit = db_int(q, 2) != 0;
	}
	if (db_end(q) < 0)
		return -1;
	if (!kind[0])
		return error_set(
			err, ERROR_MISSING, _("This indicator is no longer in the database."));
	if (!unit)
		return error_set(err, ERROR_MISSING, _("This unit is no longer in the database."));
	if (strcmp(kind, "own"))
		return error_set(err, ERROR_INPUT,
			_("The indicator %s takes no figures keyed by hand. Choose “own figures” "
			  "as the kind on its card first."),
			code);
	return kept_year(f->year, 0, err);
}

static int
check_words(const struct own_figure *f, struct error *err)
{
	if (!text_storable(f->remark, "") || !text_storable(f->source, ""))
		return error_set(err, ERROR_INPUT,
			_("Remark and source hold no control or invisible characters."));
	assert(!isinf(f->value) && isnan(f->value) == (f->missing[0] || empty(f)));
	return 0;
}

static int
check_faster(const struct own_figure *now, const struct own_figure *was, struct error *err)
{
	char there[64];

	if (!now->indicator_id == !was->indicator_id &&
		(!now->indicator_id || own_figure_same(now, was)))
		return 0;
	if (!now->indicator_id)
		return error_set(err, ERROR_CONFLICT,
			_("Meanwhile a colleague has deleted this figure. Nothing was saved; look "
			  "and save again."));
	return error_set(err, ERROR_CONFLICT,
		_("Meanwhile %s has entered %s here. Nothing was saved; look and save again."),
		now->login, own_figure_show(now->value, now->missing, there, sizeof(there)));
}

/* ---- the sheets that ask for it ---- */

struct touched {
	int64_t id;
	char state[16];
	char owner[OWNER_SIZE], leader[OWNER_SIZE]; /* of the return, of the sheet */
};

/* Sheets of several groups can ask for one figure. */
static int
load_returns(struct db *db, const struct own_figure *f, struct arena *arena, struct touched **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_RETURNS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	bind_key(q, f);
	while (db_next(q)) {
		struct touched *t;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		t = &(*list)[(*count)++];
		t->id = db_int(q, 0);
		text_copy(t->state, sizeof(t->state), db_text(q, 1));
		text_copy(t->owner, sizeof(t->owner), db_text(q, 2));
		text_copy(t->leader, sizeof(t->leader), db_text(q, 3));
	}
	return db_end(q);
}

static int
ask(struct db *db, int64_t return_id, const struct own_figure *f, const struct own_figure *before,
	const char *today, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_ASK, err);
	char was[64], is[64], question[256];

	own_figure_show(before->value, before->missing, was, sizeof(was));
	own_figure_show(f->value, f->missing, is, sizeof(is));
	if (!strcmp(was, is))
		text_copy(question, sizeof(question),
			_("Remark or source was changed after the sheet was sent."));
	else
		snprintf(question, sizeof(question),
			_("Changed after the sheet was sent: it was %s, it is %s."),
			was[0] ? was : "–", is[0] ? is : "–");
	db_bind_int(q, 1, return_id);
	db_bind_int(q, 2, f->indicator_id);
	db_bind_text(q, 3, question);
	db_bind_text(q, 4, today);
	return db_run(q, NULL);
}

int
own_figure_reopens(struct db *db, const struct own_figure *f, char *groups, size_t size,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_RETURNS, err);
	size_t used = 0;

	groups[0] = '\0';
	bind_key(q, f);
	while (db_next(q))
		if (sheet_turn_of_leader(db_text(q, 1)) && used < size)
			used += (size_t)snprintf(groups + used, size - used, "%s%s",
				used ? ", " : "", db_text(q, 4));
	return db_end(q);
}

/* What was approved is a draft again; what was sent or verified is queried. */
static int
touch_returns(struct db *db, const struct own_figure *f, const struct own_figure *before,
	const struct touched *list, int count, struct error *err)
{
	char today[16];

	date_iso(today, sizeof(today), clock_today());
	for (int i = 0; i < count; i++) {
		const char *state = list[i].state;
		bool gone = sheet_turn_of_leader(state);
		struct stmt *q;

		if (!strcmp(state, "approved"))
			state = "draft";
		q = db_start(db, Q_OWN_FIGURE_RETURN_CHANGE, err);
		db_bind_int(q, 1, list[i].id);
		db_bind_text(q, 2, gone ? "queried" : state);
		db_bind_text(q, 3, today);
		if (db_run(q, NULL) < 0 ||
			(gone && (ask(db, list[i].id, f, before, today, err) < 0 ||
					 sheet_mark_verified(db, list[i].id, false, err) < 0)))
			return -1;
	}
	return 0;
}

/* A figure is the beginning of every sheet that asks the unit for it: so it is a draft until it is
 * handed in, and a file made before it is older than it. */
static int
begin_sheets(struct db *db, const struct own_figure *f, struct arena *arena, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_UNBEGUN, err);
	int64_t *sheets = NULL;
	size_t room = 0, count = 0;
	char today[16];

	bind_key(q, f);
	db_bind_text(q, 4, date_iso(today, sizeof(today), clock_today()));
	while (db_next(q)) {
		sheets = arena_grow(arena, sheets, count, &room, sizeof(*sheets));
		sheets[count++] = db_int(q, 0);
	}
	if (db_end(q) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		const struct sheet_return r = { .sheet_id = sheets[i], .slot = f->slot };

		if (sheet_return_make(db, &r, NULL, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- writing ---- */

static int
write_row(struct db *db, const struct own_figure *f, struct error *err)
{
	struct stmt *q = db_start(db, empty(f) ? Q_OWN_FIGURE_DELETE : Q_OWN_FIGURE_WRITE, err);
	char now[32];

	bind_key(q, f);
	if (empty(f))
		return db_run(q, NULL);
	if (isnan(f->value))
		db_bind_null(q, 4);
	else
		db_bind_double(q, 4, f->value == 0 ? 0 : f->value);
	db_bind_text(q, 5, f->missing);
	db_bind_text(q, 6, f->remark);
	db_bind_text(q, 7, f->source);
	db_bind_int(q, 8, f->made_up);
	db_bind_int(q, 9, f->import_id);
	db_bind_int(q, 10, db_person(db));
	db_bind_text(q, 11, clock_now_utc(now, sizeof(now)));
	return db_run(q, NULL);
}

int
own_figure_told(
	struct db *db, const struct own_figure *f, char owner[OWNER_SIZE], struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_TOLD, err);

	owner[0] = '\0';
	bind_key(q, f);
	if (db_next(q))
		text_copy(owner, OWNER_SIZE, db_text(q, 0));
	return db_end(q);
}

/* What a member told beside its sheets is only read, unless a sheet asks for it here. */
static int
check_told(struct db *db, const struct own_figure *f, struct error *err)
{
	char owner[OWNER_SIZE];

	return own_figure_told(db, f, owner, err) < 0 ? -1 : owner_check(db, owner, err);
}

/* Inside db_write; memory for the returns is the caller's. */
static int
put(struct db *db, const struct own_figure *f, const struct own_figure *was, bool *changed,
	struct arena *arena, struct error *err)
{
	struct touched *returns;
	struct own_figure now;
	int count;

	if (check_card(db, f, err) < 0 || check_words(f, err) < 0 || check_told(db, f, err) < 0 ||
		own_figure_load(db, f->indicator_id, f->year, f->slot, &now, err) < 0 ||
		load_returns(db, f, arena, &returns, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++)
		if (owner_check(db, returns[i].owner, err) < 0 ||
			sheet_turn_check(db,
				&(struct sheet_turn){ .id = returns[i].id,
					.owner = returns[i].owner,
					.leader = returns[i].leader,
					.state = returns[i].state },
				err) < 0)
			return -1;
	if (check_faster(&now, was, err) < 0)
		return -1;
	if (empty(f) ? empty(&now) : own_figure_same(f, &now))
		return 0;
	*changed = true;
	return begin_sheets(db, f, arena, err) < 0 || write_row(db, f, err) < 0 ||
			       touch_returns(db, f, &now, returns, count, err) < 0
		       ? -1
		       : 0;
}

int
own_figure_put(struct db *db, const struct own_figure *f, const struct own_figure *was,
	bool *changed, struct error *err)
{
	struct arena arena = { 0 };
	bool moved = false;
	int result;

	assert(db_writing(db));
	result = put(db, f, was, &moved, &arena, err);
	if (changed)
		*changed = moved;
	arena_release(&arena);
	return result;
}

struct saving {
	const struct own_figure *f, *was;
	char summary[96];
};

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;

	db_act_entity(db, s->f->indicator_id);
	return own_figure_put(db, s->f, s->was, NULL, err);
}

int
own_figure_save(
	struct db *db, const struct own_figure *f, const struct own_figure *was, struct error *err)
{
	struct saving s = { .f = f, .was = was };
	struct db_act act = { empty(f) ? "own_figure.delete" : "own_figure.change", "indicator", 0,
		s.summary };

	snprintf(s.summary, sizeof(s.summary), "slot %d, %d", f->slot, f->year);
	return db_write(db, &act, save, &s, err);
}

/* ---- taking back what a file brought ---- */

/* What the file took the place of; below files that were undone themselves what those did. */
static int
load_before(struct db *db, struct own_figure *f, int64_t import_id, struct error *err)
{
	for (int depth = 0; import_id && depth < DEEPEST; depth++) {
		struct stmt *q = db_start(db, Q_OWN_FIGURE_BEFORE, err);
		bool undone = false;

		bind_key(q, f);
		db_bind_int(q, 4, import_id);
		f->value = NAN;
		f->missing[0] = f->remark[0] = f->source[0] = '\0';
		f->import_id = import_id = 0;
		if (db_next(q)) {
			f->value = db_double_or_nan(q, 0);
			text_copy(f->missing, sizeof(f->missing), db_text(q, 1));
			text_copy(f->remark, sizeof(f->remark), db_text(q, 2));
			text_copy(f->source, sizeof(f->source), db_text(q, 3));
			f->import_id = db_int(q, 4);
			undone = db_int(q, 5) != 0;
		}
		if (db_end(q) < 0)
			return -1;
		if (undone)
			import_id = f->import_id;
	}
	return 0;
}

static int
forget_one(struct db *db, struct own_figure *f, int64_t import_id, struct error *err)
{
	struct own_figure now;

	if (own_figure_load(db, f->indicator_id, f->year, f->slot, &now, err) < 0)
		return -1;
	f->made_up = now.made_up;
	return load_before(db, f, import_id, err) < 0 ? -1 : own_figure_put(db, f, &now, NULL, err);
}

int
own_figure_forget(struct db *db, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_IMPORTED, err);
	struct arena arena = { 0 };
	struct own_figure *list = NULL;
	size_t room = 0, count = 0;
	int result;

	db_bind_int(q, 1, import_id);
	while (db_next(q)) {
		list = arena_grow(&arena, list, count, &room, sizeof(*list));
		list[count++] = (struct own_figure){ .indicator_id = db_int(q, 0),
			.year = (int)db_int(q, 1),
			.slot = (int)db_int(q, 2),
			.value = NAN };
	}
	result = db_end(q);
	for (size_t i = 0; i < count && result == 0; i++)
		result = forget_one(db, &list[i], import_id, err);
	arena_release(&arena);
	return result;
}

int
own_figure_forget_undone(struct db *db, struct error *err)
{
	struct stmt *q = db_start(db, Q_OWN_FIGURE_UNDONE, err);
	struct arena arena = { 0 };
	int64_t *list = NULL;
	size_t room = 0, count = 0;
	int result;

	while (db_next(q)) {
		list = arena_grow(&arena, list, count, &room, sizeof(*list));
		list[count++] = db_int(q, 0);
	}
	result = db_end(q);
	for (size_t i = 0; i < count && result == 0; i++)
		result = own_figure_forget(db, list[i], err);
	arena_release(&arena);
	return result;
}
