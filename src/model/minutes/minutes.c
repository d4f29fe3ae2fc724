/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes: their state and their versions. */
#include "config.h"

#include "model/minutes/minutes_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"
#include "model/word.h"

#include <string.h>

static const char *const states[] = { "draft", "remarks", "approved" };
static const char *const sources[] = { "made", "edited", "file" };

int
minutes_find(struct db *db, int64_t meeting, struct minutes *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_FIND, err);

	*out = (struct minutes){ .meeting = meeting };
	db_bind_int(q, 1, meeting);
	if (db_next(q)) {
		out->id = db_int(q, 0);
		out->rev = db_int(q, 1);
		text_copy(out->uid, sizeof(out->uid), db_text(q, 2));
		text_copy(out->owner, sizeof(out->owner), db_text(q, 3));
		out->state = (enum minutes_state)word_place(states, 3, db_text(q, 4), 0);
		text_copy(out->case_mark, sizeof(out->case_mark), db_text(q, 5));
		text_copy(out->sent_on, sizeof(out->sent_on), db_text(q, 6));
		text_copy(out->remarks_until, sizeof(out->remarks_until), db_text(q, 7));
		text_copy(out->approved_on, sizeof(out->approved_on), db_text(q, 8));
		text_copy(out->approved_by, sizeof(out->approved_by), db_text(q, 9));
		out->versions = (int)db_int(q, 10);
		out->remarks = (int)db_int(q, 11);
		out->open_remarks = (int)db_int(q, 12);
		out->annexes = (int)db_int(q, 13);
		out->sent_version = (int)db_int(q, 14);
	}
	return db_end(q);
}

/* ---- versions ---- */

static void
read_version(struct stmt *q, struct arena *arena, struct minutes_version *v)
{
	*v = (struct minutes_version){ .number = (int)db_int(q, 0),
		.size = (long)db_int(q, 1),
		.source = (enum minutes_source)word_place(sources, 3, db_text(q, 2), 0),
		.file_name = kept_string(arena, db_text(q, 3)),
		.login = kept_string(arena, db_text(q, 4)),
		.created_at = kept_string(arena, db_text(q, 5)) };
}

int
minutes_versions(struct db *db, int64_t minutes, struct arena *arena, struct minutes_version **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_VERSIONS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, minutes);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_version(q, arena, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
minutes_version(struct db *db, int64_t minutes, int number, struct arena *arena,
	struct minutes_version *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_VERSION, err);
	bool found;

	db_bind_int(q, 1, minutes);
	db_bind_int(q, 2, number);
	found = db_next(q);
	if (found) {
		read_version(q, arena, out);
		out->text = arena_string(arena, db_text(q, 6));
	}
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("The minutes have no such version."));
}

/* ---- one change ---- */

int
minutes_check(struct db *db, const struct minutes *m, enum minutes_may may, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_HEAD, err);
	char owner[OWNER_SIZE] = "";
	bool found, approved = false;
	int64_t rev = 0;

	db_bind_int(q, 1, m->id);
	found = db_next(q);
	if (found) {
		rev = db_int(q, 0);
		text_copy(owner, sizeof(owner), db_text(q, 1));
		approved = strcmp(db_text(q, 2), "approved") == 0;
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("These minutes are gone already."));
	if (owner_check(db, owner, err))
		return -1;
	if (approved && may == MINUTES_BEFORE_APPROVAL)
		return error_set(err, ERROR_INPUT,
			_("The minutes are approved and do not change any more; correct them by an "
			  "annex."));
	if (!approved && may == MINUTES_AFTER_APPROVAL)
		return error_set(err, ERROR_INPUT,
			_("The minutes are not approved yet: correct the text itself."));
	if (rev != m->rev)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has changed the minutes meanwhile. Nothing was saved; look "
			  "at the new state first."));
	return 0;
}

int
minutes_touch(struct db *db, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_TOUCH, err);

	db_bind_int(q, 1, id);
	db_act_entity(db, id);
	return db_run(q, NULL);
}

struct adding {
	struct minutes *m;
	const char *text;
	enum minutes_source source;
	const char *file_name;
};

static int
refuse_cancelled(struct error *err)
{
	return error_set(err, ERROR_INPUT,
		_("The meeting was cancelled: there is nothing to keep minutes of. Plan it again "
		  "first if it was held after all."));
}

/* The first version makes the minutes. */
static int
make(struct db *db, struct minutes *m, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_MEETING_THERE, err);
	char owner[OWNER_SIZE] = "", uid[UID_SIZE];
	struct minutes there;
	bool found, cancelled = false;

	db_bind_int(q, 1, m->meeting);
	found = db_next(q);
	if (found) {
		text_copy(owner, sizeof(owner), db_text(q, 0));
		cancelled = strcmp(db_text(q, 1), "cancelled") == 0;
	}
	if (db_end(q) < 0 || minutes_find(db, m->meeting, &there, err))
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("There is no such meeting."));
	if (owner_check(db, owner, err))
		return -1;
	if (cancelled)
		return refuse_cancelled(err);
	if (there.id)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has begun the minutes meanwhile. Nothing was saved; look at "
			  "the new state first."));
	q = db_start(db, Q_MINUTES_INSERT, err);
	db_bind_text(q, 1, random_uid(uid));
	db_bind_int(q, 2, m->meeting);
	if (db_run(q, NULL))
		return -1;
	m->id = db_last_id(db);
	m->rev = 1;
	return 0;
}

static int
check_same(struct db *db, const struct minutes *m, const char *text, struct error *err)
{
	struct arena arena = { 0 };
	struct minutes_version newest;
	int result = 0;

	if (m->versions && minutes_version(db, m->id, 0, &arena, &newest, err))
		result = -1;
	else if (m->versions && strcmp(newest.text, text) == 0)
		result = error_set(err, ERROR_INPUT,
			_("This is the text of version %d; nothing was saved."), newest.number);
	arena_release(&arena);
	return result;
}

static int
login(struct db *db, char *dst, size_t size, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_LOGIN, err);

	dst[0] = '\0';
	db_bind_int(q, 1, db_person(db));
	if (db_next(q))
		text_copy(dst, size, db_text(q, 0));
	return db_end(q);
}

static int
add(struct db *db, void *context, struct error *err)
{
	struct adding *a = context;
	char now[32], who[64];
	struct stmt *q;

	if (a->m->id) {
		if (minutes_check(db, a->m, MINUTES_BEFORE_APPROVAL, err))
			return -1;
	} else if (make(db, a->m, err))
		return -1;
	if (check_same(db, a->m, a->text, err) || login(db, who, sizeof(who), err))
		return -1;
	q = db_start(db, Q_MINUTES_VERSION_ADD, err);
	db_bind_int(q, 1, a->m->id);
	db_bind_int(q, 2, a->m->versions + 1);
	db_bind_text(q, 3, a->text);
	db_bind_text(q, 4, sources[a->source]);
	db_bind_text(q, 5, a->file_name ? a->file_name : "");
	db_bind_text(q, 6, who);
	db_bind_text(q, 7, clock_now_utc(now, sizeof(now)));
	if (db_run(q, NULL))
		return -1;
	return minutes_touch(db, a->m->id, err);
}

int
minutes_add(struct db *db, struct minutes *m, const char *text, enum minutes_source source,
	const char *file_name, struct error *err)
{
	struct minutes copy = *m;
	struct adding a = { &copy, text, source, file_name };
	const struct db_act act = { .action = m->id ? "minutes.version" : "minutes.add",
		.entity = "minutes",
		.entity_id = m->id,
		.summary = sources[source] };

	if (strlen(text) > MINUTES_TEXT)
		return error_set(
			err, ERROR_INPUT, _("The text is longer than 1 MB; minutes hold no more."));
	if (kept_text(text, true, true, 0, _("The text of the minutes"), err) ||
		db_write(db, &act, add, &a, err))
		return -1;
	return minutes_find(db, m->meeting, m, err);
}

int
minutes_check_home(struct db *db, int64_t meeting, struct error *err)
{
	struct stmt *q = db_start(db, Q_MINUTES_OUT, err);
	char sent[11] = "", shown[24];

	db_bind_int(q, 1, meeting);
	if (db_next(q))
		text_copy(sent, sizeof(sent), db_text(q, 0));
	if (db_end(q) < 0)
		return -1;
	return !sent[0] ? 0
			: error_field(err, ERROR_INPUT, MEETING_FIELD_DAY,
				  _("The minutes of this meeting were sent for remarks on %s and "
				    "say its day, hours and place. Take them back first."),
				  meeting_day_text(shown, sizeof(shown), sent));
}

/* ---- state ---- */

struct moving {
	const struct minutes *m;
	struct minutes to;
	int64_t person;
	bool held; /* says of the meeting that it took place */
};

/* Approved minutes close the meeting: it must not stay planned behind them. on: when they were sent
 * or approved. */
static int
hold_meeting(struct db *db, int64_t meeting, const char *on, struct error *err)
{
	char today[16], shown[24];
	struct meeting m;
	struct stmt *q;

	if (meeting_load(db, meeting, &m, err))
		return -1;
	if (m.state == MEETING_CANCELLED)
		return refuse_cancelled(err);
	if (strncmp(m.starts_at, date_iso(today, sizeof(today), clock_today()), 10) > 0)
		return error_set(err, ERROR_INPUT,
			_("The meeting is on %s; its minutes are sent and approved from that day "
			  "on."),
			meeting_day_text(shown, sizeof(shown), m.starts_at));
	if (strncmp(m.starts_at, on, 10) > 0)
		return error_field(err, ERROR_INPUT, 1,
			_("The meeting was on %s; its minutes cannot be sent or approved earlier."),
			meeting_day_text(shown, sizeof(shown), m.starts_at));
	q = db_start(db, Q_MINUTES_MEETING_HELD, err);
	db_bind_int(q, 1, meeting);
	return db_run(q, NULL);
}

static int
move(struct db *db, void *context, struct error *err)
{
	const struct moving *v = context;
	const struct minutes *to = &v->to;
	struct stmt *q;

	if (minutes_check(db, v->m, MINUTES_BEFORE_APPROVAL, err) ||
		(v->held && hold_meeting(db, to->meeting,
				    to->approved_on[0] ? to->approved_on : to->sent_on, err)))
		return -1;
	if (v->held && !(to->approved_on[0] && to->sent_version == to->versions) &&
		minutes_head_keep(db, to, err)) /* what was sent is approved as it was */
		return -1;
	q = db_start(db, Q_MINUTES_STATE, err);
	db_bind_int(q, 1, to->id);
	db_bind_text(q, 2, states[to->state]);
	db_bind_text_or_null(q, 3, to->sent_on);
	db_bind_text_or_null(q, 4, to->remarks_until);
	db_bind_text_or_null(q, 5, to->approved_on);
	db_bind_int_or_null(q, 6, v->person);
	db_bind_text(q, 7, to->case_mark);
	db_bind_int(q, 8, to->sent_version);
	return db_run(q, NULL);
}

static int
go(struct db *db, struct minutes *m, struct moving *v, const char *action, struct error *err)
{
	const struct db_act act = { .action = action,
		.entity = "minutes",
		.entity_id = m->id,
		.summary = states[v->to.state] };

	v->m = m;
	if (db_write(db, &act, move, v, err))
		return -1;
	return minutes_find(db, m->meeting, m, err);
}

int
minutes_set_case_mark(struct db *db, struct minutes *m, const char *mark, struct error *err)
{
	struct moving v = { .to = *m };

	if (kept_text(mark, false, false, 1, _("Case mark"), err) ||
		kept_fits(mark, sizeof(v.to.case_mark), 1, _("Case mark"), err))
		return -1;
	text_copy(v.to.case_mark, sizeof(v.to.case_mark), mark);
	return go(db, m, &v, "minutes.mark", err);
}

int
minutes_send(struct db *db, struct minutes *m, const char *on, const char *until, struct error *err)
{
	struct moving v = { .to = *m, .held = true };

	if (!m->versions)
		return error_set(err, ERROR_INPUT, _("There is no text yet that could be sent."));
	if (kept_past_day(on, 1, _("Sent on"), err) ||
		kept_day(until, false, 2, _("Remarks until"), err))
		return -1;
	if (*until && strcmp(until, on) < 0)
		return error_field(err, ERROR_INPUT, 2,
			_("Remarks cannot be due before the day on which the minutes are sent."));
	v.to.state = MINUTES_REMARKS;
	v.to.sent_version = m->versions;
	text_copy(v.to.sent_on, sizeof(v.to.sent_on), on);
	text_copy(v.to.remarks_until, sizeof(v.to.remarks_until), until);
	return go(db, m, &v, "minutes.send", err);
}

int
minutes_take_back(struct db *db, struct minutes *m, struct error *err)
{
	struct moving v = { .to = *m };

	v.to.state = MINUTES_DRAFT;
	v.to.sent_on[0] = v.to.remarks_until[0] = '\0';
	v.to.sent_version = 0;
	return go(db, m, &v, "minutes.draft", err);
}

int
minutes_version_out(const struct minutes *m)
{
	return m->sent_version ? m->sent_version : m->versions;
}

const char *
minutes_unseen(const struct minutes *m, struct arena *arena)
{
	if (m->state != MINUTES_REMARKS || minutes_version_out(m) == m->versions)
		return "";
	return arena_format(arena,
		_("Version %d was sent for remarks on %s; members have not seen version %d, which "
		  "becomes the minutes."),
		m->sent_version, date_shown(arena, m->sent_on), m->versions);
}

int
minutes_open_remarks(const struct minutes *m, struct error *err)
{
	if (!m->open_remarks)
		return 0;
	return error_set(err, ERROR_INPUT,
		P_("%d remark has no outcome yet. Say of it whether it was taken over (r).",
			"%d remarks have no outcome yet. Say of each whether it was taken over "
			"(r).",
			(unsigned long)m->open_remarks),
		m->open_remarks);
}

int
minutes_approve(struct db *db, struct minutes *m, const char *on, struct error *err)
{
	struct moving v = { .to = *m, .person = db_person(db), .held = true };

	if (!m->versions)
		return error_set(
			err, ERROR_INPUT, _("There is no text yet that could be approved."));
	if (m->state == MINUTES_APPROVED)
		return error_set(err, ERROR_INPUT,
			_("The minutes are approved and do not change any more; correct them by an "
			  "annex."));
	if (minutes_open_remarks(m, err))
		return -1;
	if (kept_past_day(on, 1, _("Approved on"), err))
		return -1;
	if (m->sent_on[0] && strcmp(on, m->sent_on) < 0)
		return error_field(err, ERROR_INPUT, 1,
			_("Minutes cannot be approved before the day on which they were sent for "
			  "remarks."));
	v.to.state = MINUTES_APPROVED;
	text_copy(v.to.approved_on, sizeof(v.to.approved_on), on);
	return go(db, m, &v, "minutes.approve", err);
}
