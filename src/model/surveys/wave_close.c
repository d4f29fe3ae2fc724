/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wave's counts, its closing, and what goes when its time has come. */
#include "config.h"

#include "model/surveys/wave.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/person.h"
#include "model/queries.h"
#include "model/keying/typed.h"

#include <math.h>
#include <string.h>

static int
count_forms(struct db *db, int64_t wave, struct wave_counts *c, struct error *err)
{
	struct stmt *q = db_start(db, Q_WAVE_COUNT_FORMS, err);

	db_bind_int(q, 1, wave);
	while (db_next(q)) {
		const char *state = db_text(q, 0), *second = db_text(q, 1);
		int n = (int)db_int(q, 3);

		if (db_int(q, 2)) {
			c->other_modes += n;
			continue;
		}
		*(strcmp(state, "waiting") == 0        ? &c->waiting
				: strcmp(state, "keying") == 0 ? &c->keying
				: strcmp(state, "keyed") == 0  ? &c->keyed
				: strcmp(state, "empty") == 0  ? &c->empty
				: strcmp(state, "spoilt") == 0 ? &c->spoilt
							       : &c->missing) += n;
		if (strcmp(second, "none") != 0)
			c->second_chosen += n;
		if (strcmp(second, "done") == 0)
			c->second_done += n;
		if (strcmp(second, "differs") == 0)
			c->differing += n;
	}
	return db_end(q);
}

/* What a file brought as filled in on paper went through no reception. */
static int
count_returned(struct db *db, int64_t wave, struct wave_counts *c, struct error *err)
{
	struct stmt *q;

	c->returned = c->received;
	if (c->other_modes == 0)
		return 0;
	q = db_start(db, Q_WAVE_COUNT_PAPER, err);
	db_bind_int(q, 1, wave);
	if (db_next(q)) {
		c->returned += (int)db_int(q, 0);
		c->other_modes -= (int)db_int(q, 0);
	}
	return db_end(q);
}

double
wave_return_rate(const struct wave *w, const struct wave_counts *counts)
{
	return w->planned > 0 ? 100.0 * counts->returned / w->planned : NAN;
}

int
wave_count(struct db *db, int64_t wave, struct wave_counts *out, struct error *err)
{
	struct stmt *q;

	*out = (struct wave_counts){ 0 };
	if (count_forms(db, wave, out, err) < 0)
		return -1;
	q = db_start(db, Q_WAVE_COUNT_BATCHES, err);
	db_bind_int(q, 1, wave);
	if (db_next(q)) {
		out->batches = (int)db_int(q, 0);
		out->open_batches = (int)db_int(q, 1);
		out->received = (int)db_int(q, 2);
		out->spoilt += (int)db_int(q, 3);
		out->empty += (int)db_int(q, 4);
	}
	return db_end(q) < 0 ? -1 : count_returned(db, wave, out, err);
}

/* ---- changes of state ---- */

struct moving {
	int64_t wave, rev;
	bool on;
};

/* What is done rests on what was seen. */
static int
refuse_changed(const struct wave *w, int64_t rev, struct error *err)
{
	if (w->rev == rev)
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the wave “%s” meanwhile. Nothing was done; look at the "
		  "new state first."),
		w->code);
}

static int
load_seen(struct db *db, int64_t wave, int64_t rev, struct wave *w, struct error *err)
{
	return wave_load(db, wave, w, err) < 0 ? -1 : refuse_changed(w, rev, err);
}

/* One act on the wave that was read; its rev is raised. */
static int
write_act(struct db *db, struct wave *w, const char *action, bool on,
	int (*change)(struct db *db, void *context, struct error *err), struct error *err)
{
	struct db_act act = { .action = action, .entity = "wave" };
	struct moving m = { w->id, w->rev, on };

	if (db_write(db, &act, change, &m, err) < 0)
		return -1;
	w->rev++;
	return 0;
}

static int
set_state(struct db *db, int query, const struct moving *m, struct error *err)
{
	struct stmt *q = db_start(db, query, err);
	int64_t changed;
	char now[32];

	db_bind_int(q, 1, m->wave);
	if (m->on) {
		db_bind_text(q, 2, clock_now_utc(now, sizeof(now)));
		db_bind_int(q, 3, db_person(db));
	} else {
		db_bind_null(q, 2);
		db_bind_null(q, 3);
	}
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_MISSING, _("This wave is gone."));
	db_act_entity(db, m->wave);
	return 0;
}

const char *
wave_not_said(const struct wave *w)
{
	if (!w->controller[0] && !w->keep_until[0])
		return _("Who is the controller and until when personal data are kept is not said "
			 "yet.");
	if (!w->controller[0])
		return _("Who is the controller is not said yet.");
	return w->keep_until[0] ? NULL : _("Until when personal data are kept is not said yet.");
}

/* Corrections in batches that were closed before closing asked for them. */
static int
refuse_unsaved(struct db *db, int64_t wave, struct error *err)
{
	struct arena arena = { 0 };
	struct typed_waiting *list;
	int count, result = typed_waiting(db, wave, 0, 0, &arena, &list, &count, err);

	if (result == 0 && count > 0)
		result = error_set(err, ERROR_INPUT,
			_("%s What waits: %d. Open the batch again to save or drop it."),
			typed_waiting_text(&list[0], &arena), count);
	arena_release(&arena);
	return result;
}

static int
change_closed(struct db *db, void *context, struct error *err)
{
	const struct moving *m = context;
	struct wave_counts c;
	struct wave w;

	if (wave_load(db, m->wave, &w, err) < 0)
		return -1;
	if (m->on == (w.closed_at[0] != '\0'))
		return error_set(err, ERROR_CONFLICT,
			m->on ? _("The wave is closed already.") : _("The wave is open already."));
	if (refuse_changed(&w, m->rev, err) < 0)
		return -1;
	if (m->on && wave_count(db, m->wave, &c, err) < 0)
		return -1;
	if (m->on && c.open_batches > 0)
		return error_set(err, ERROR_INPUT,
			P_("%d batch is still open. Close it first.",
				"%d batches are still open. Close them first.", c.open_batches),
			c.open_batches);
	if (m->on && c.keying > 0)
		return error_set(err, ERROR_INPUT,
			P_("%d form is still being keyed.", "%d forms are still being keyed.",
				c.keying),
			c.keying);
	if (m->on && refuse_unsaved(db, m->wave, err) < 0)
		return -1;
	return set_state(db, Q_WAVE_SET_CLOSED, m, err);
}

int
wave_close(struct db *db, struct wave *w, struct error *err)
{
	return write_act(db, w, "wave.close", true, change_closed, err);
}

int
wave_reopen(struct db *db, struct wave *w, struct error *err)
{
	return write_act(db, w, "wave.reopen", false, change_closed, err);
}

static int
change_lifted(struct db *db, void *context, struct error *err)
{
	const struct moving *m = context;
	struct wave w;

	return load_seen(db, m->wave, m->rev, &w, err) < 0
		       ? -1
		       : set_state(db, Q_WAVE_SET_LIFTED, m, err);
}

int
wave_lift(struct db *db, struct wave *w, bool lifted, struct error *err)
{
	return write_act(db, w, lifted ? "wave.lift" : "wave.enforce", lifted, change_lifted, err);
}

static int
retire(struct db *db, void *context, struct error *err)
{
	const struct moving *m = context;
	struct wave_counts c;
	struct stmt *q;
	int64_t changed;
	char now[32];
	struct wave w;

	if (load_seen(db, m->wave, m->rev, &w, err) < 0 || wave_count(db, m->wave, &c, err) < 0)
		return -1;
	if (c.batches > 0 || c.other_modes > 0)
		return error_set(err, ERROR_INPUT,
			_("This wave has forms. It stays, so that its results stay."));
	q = db_start(db, Q_WAVE_SET_RETIRED, err);
	db_bind_int(q, 1, m->wave);
	db_bind_text(q, 2, clock_now_utc(now, sizeof(now)));
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_MISSING, _("This wave is gone."));
	db_act_entity(db, m->wave);
	return 0;
}

int
wave_retire(struct db *db, struct wave *w, struct error *err)
{
	return write_act(db, w, "wave.retire", true, retire, err);
}

/* ---- retention ---- */

int
wave_due(struct db *db, const char *today, struct arena *arena, struct wave **list, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_WAVE_DUE, err);
	size_t room = 0;
	int64_t *ids = NULL;
	int n = 0;

	db_bind_text(q, 1, today);
	while (db_next(q)) {
		ids = arena_grow(arena, ids, (size_t)n, &room, sizeof(*ids));
		ids[n++] = db_int(q, 0);
	}
	if (db_end(q) < 0)
		return -1;
	*list = arena_array(arena, (size_t)n, sizeof(**list));
	*count = n;
	for (int i = 0; i < n; i++)
		if (wave_load(db, ids[i], &(*list)[i], err) < 0)
			return -1;
	return 0;
}

static int
erase(struct db *db, void *context, struct error *err)
{
	static const int steps[] = { Q_WAVE_ERASE_KEYERS, Q_WAVE_ERASE_NOTES, Q_WAVE_ERASE_PEOPLE,
		Q_WAVE_ERASE_REMARKS, Q_WAVE_ERASE_REASONS, Q_WAVE_ERASE_CALCULATED,
		Q_WAVE_ERASE_TEXTS,
		Q_WAVE_ERASE_LABELS, Q_WAVE_ERASE_SITTINGS, Q_TYPED_ERASE_WAVE };
	const struct moving *m = context;
	struct stmt *q;
	int64_t changed;
	char now[32], today[16];
	struct wave w;

	if (wave_load(db, m->wave, &w, err) < 0)
		return -1;
	if (w.erased_at[0])
		return error_set(err, ERROR_MISSING,
			_("The personal data of this wave have been erased already."));
	if (refuse_changed(&w, m->rev, err) < 0)
		return -1;
	date_iso(today, sizeof(today), clock_today());
	if (!w.keep_until[0] || strcmp(w.keep_until, today) >= 0)
		return error_set(err, ERROR_INPUT,
			_("The data of the wave “%s” are not due for erasure: the day until which "
			  "they are kept has not passed."),
			w.code);
	if (!w.closed_at[0]) /* half-keyed forms would stay so for ever */
		return error_set(err, ERROR_INPUT,
			_("The wave “%s” is open. Close it first: what is half keyed could not be "
			  "finished after its data were erased."),
			w.code);
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		q = db_start(db, steps[i], err);
		db_bind_int(q, 1, m->wave);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	q = db_start(db, Q_WAVE_SET_ERASED, err);
	db_bind_int(q, 1, m->wave);
	db_bind_text(q, 2, clock_now_utc(now, sizeof(now)));
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_MISSING,
			_("The personal data of this wave have been erased already."));
	db_act_entity(db, m->wave);
	return 0;
}

int
wave_erase(struct db *db, struct wave *w, struct error *err)
{
	return write_act(db, w, "wave.erase", true, erase, err);
}

/* ---- which questions are keyed twice ---- */

int
wave_second_keying(struct db *db, int64_t wave, int64_t question, bool *on, struct error *err)
{
	struct stmt *q = db_start(db, Q_WAVE_SECOND_KEYING, err);

	*on = false;
	db_bind_int(q, 1, wave);
	db_bind_int(q, 2, question);
	if (db_next(q))
		*on = db_int(q, 0) != 0;
	return db_end(q);
}

struct second_setting {
	int64_t wave, question;
	bool on;
};

static int
set_second(struct db *db, void *context, struct error *err)
{
	const struct second_setting *s = context;
	struct stmt *q;
	struct wave w;
	bool compared;

	if (wave_load(db, s->wave, &w, err) < 0)
		return -1;
	if (w.closed_at[0])
		return error_set(err, ERROR_INPUT, _("The wave is closed. Open it again first."));
	q = db_start(db, Q_WAVE_COMPARED, err);
	db_bind_int(q, 1, s->wave);
	compared = db_next(q);
	if (db_end(q) < 0)
		return -1;
	if (compared)
		return error_set(err, ERROR_INPUT,
			_("Forms of the wave “%s” have been keyed twice and compared. Which "
			  "questions "
			  "are keyed twice stays as it is."),
			w.code);
	q = db_start(db, Q_WAVE_SET_SECOND_KEYING, err);
	db_bind_int(q, 1, s->wave);
	db_bind_int(q, 2, s->question);
	db_bind_int(q, 3, s->on);
	db_act_entity(db, s->wave);
	return db_run(q, NULL);
}

int
wave_set_second_keying(
	struct db *db, int64_t wave, int64_t question, bool on, struct error *err)
{
	struct db_act act = { .action = "wave.second", .entity = "wave" };
	struct second_setting s = { wave, question, on };

	return db_write(db, &act, set_second, &s, err);
}
