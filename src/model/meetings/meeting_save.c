/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be said of a meeting, and writing it; its states. */
#include "config.h"

#include "model/meetings/meeting.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/meetings/agenda.h"
#include "model/kept.h"
#include "model/meetings/meeting_parts.h"
#include "model/meetings/participant.h"
#include "model/minutes/minutes.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

int
meeting_day_check(const char *day, int field, struct error *err)
{
	struct date parsed;
	char again[16];

	if (!day[0] || (date_parse(day, (struct date){ 2000, 1, 1 }, &parsed) == 0 &&
			       strcmp(date_iso(again, sizeof(again), parsed), day) == 0))
		return 0;
	return error_field(err, ERROR_INPUT, field,
		_("“%s” is no day of the calendar written like 2026-11-22."), day);
}

/* Day and hour; fields name which of the two is wrong. */
static int
check_at(const char *at, int day_field, int hour_field, struct error *err)
{
	char day[12], hour[6];

	if (!at[0])
		return error_field(
			err, ERROR_INPUT, day_field, _("Say on which day the meeting is."));
	text_copy(day, 11, at);
	if (meeting_day_check(day, day_field, err) < 0)
		return -1;
	if (strlen(at) != 16 || at[10] != 'T' || meeting_time_parse(at + 11, hour) < 0 ||
		strcmp(hour, at + 11) != 0)
		return error_field(err, ERROR_INPUT, hour_field,
			_("“%s” is no hour of the day written like 10:30."),
			strlen(at) > 11 ? at + 11 : "");
	return 0;
}

static int
check_when(const struct meeting *m, struct error *err)
{
	if (check_at(m->starts_at, MEETING_FIELD_DAY, MEETING_FIELD_FROM, err) < 0 ||
		check_at(m->ends_at, MEETING_FIELD_LAST_DAY, MEETING_FIELD_TO, err) < 0)
		return -1;
	if (strncmp(m->ends_at, m->starts_at, 10) < 0)
		return error_field(err, ERROR_INPUT, MEETING_FIELD_LAST_DAY,
			_("The last day cannot lie before the first."));
	if (strcmp(m->ends_at, m->starts_at) <= 0)
		return error_field(err, ERROR_INPUT, MEETING_FIELD_TO,
			_("A meeting ends after it begins: %s is not after %s."), m->ends_at + 11,
			m->starts_at + 11);
	if (meeting_days(m->starts_at, m->ends_at) > MEETING_MOST_DAYS)
		return error_field(err, ERROR_INPUT, MEETING_FIELD_LAST_DAY,
			_("A meeting lasts at most %d days; check the last day."),
			MEETING_MOST_DAYS);
	return 0;
}

/* The group's own days, who keeps it, and the next number. */
static int
check_group(struct db *db, struct meeting *m, struct error *err)
{
	struct stmt *q = db_start(db, Q_MEETING_GROUP, err);
	char starts[12] = "", ends[12] = "", owner[OWNER_SIZE] = "", shown[24];
	bool found, retired = false;

	db_bind_int(q, 1, m->group);
	found = db_next(q);
	if (found) {
		text_copy(m->group_code, sizeof(m->group_code), db_text(q, 0));
		text_copy(m->group_name, sizeof(m->group_name), db_text(q, 1));
		text_copy(starts, sizeof(starts), db_text(q, 2));
		text_copy(ends, sizeof(ends), db_text(q, 3));
		text_copy(owner, sizeof(owner), db_text(q, 4));
		retired = db_int(q, 5) != 0;
		if (m->number == 0)
			m->number = (int)db_int(q, 6);
	}
	if (db_end(q) < 0)
		return -1;
	if (!found || retired)
		return error_set(err, ERROR_MISSING, _("The group of this meeting is deleted."));
	if (owner_check(db, owner, err) < 0)
		return -1;
	if (strncmp(m->starts_at, starts, 10) < 0)
		return error_field(err, ERROR_INPUT, MEETING_FIELD_DAY,
			_("The group %s begins on %s; a meeting cannot be before that day."),
			m->group_code, meeting_day_text(shown, sizeof(shown), starts));
	if (ends[0] && strncmp(m->ends_at, ends, 10) > 0)
		return error_field(err, ERROR_INPUT, MEETING_FIELD_DAY,
			_("The group %s ended on %s; a meeting cannot be after that day."),
			m->group_code, meeting_day_text(shown, sizeof(shown), ends));
	return 0;
}

static int
refuse_taken(
	struct db *db, int query, int64_t a, int64_t b, int64_t c, bool *found, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, a);
	db_bind_int(q, 2, b);
	if (c >= 0)
		db_bind_int(q, 3, c);
	*found = db_next(q);
	return db_end(q);
}

static int
check_place(struct db *db, const struct meeting *m, struct error *err)
{
	bool found;

	if (m->number < 1)
		return error_field(err, ERROR_INPUT, MEETING_FIELD_NUMBER,
			_("Meetings of a group are numbered from 1."));
	if (refuse_taken(db, Q_MEETING_NUMBER_TAKEN, m->group, m->number, m->id, &found, err) < 0)
		return -1;
	if (found)
		return error_field(err, ERROR_INPUT, MEETING_FIELD_NUMBER,
			_("The group %s has a meeting number %d already; deleted ones keep "
			  "theirs."),
			m->group_code, m->number);
	if (m->stage == 0)
		return 0;
	if (refuse_taken(db, Q_MEETING_STAGE_KNOWN, m->group, m->stage, -1, &found, err) < 0)
		return -1;
	if (!found)
		return error_field(err, ERROR_INPUT, MEETING_FIELD_STAGE,
			_("The group %s has no stage %d."), m->group_code, m->stage);
	return 0;
}

static int
check(struct db *db, struct meeting *m, struct error *err)
{
	if (kept_line_check(m->title, MEETING_FIELD_TITLE, err) < 0 || check_when(m, err) < 0 ||
		check_group(db, m, err) < 0 || check_place(db, m, err) < 0 ||
		meeting_check_host(db, m, err) < 0)
		return -1;
	if (kept_line_check(m->place, MEETING_FIELD_PLACE, err) < 0 ||
		kept_line_check(m->presentation, MEETING_FIELD_PRESENTATION, err) < 0)
		return -1;
	return kept_lines_check(m->note, MEETING_FIELD_NOTE, err);
}

/* ---- saving ---- */

static int
changed_meanwhile(struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the meeting meanwhile. Nothing was saved; look at the "
		  "new "
		  "state first."));
}

static int
frozen(const struct meeting *m, struct error *err)
{
	return error_set(err, ERROR_INPUT,
		_("The minutes of meeting %d of the group %s are approved; nothing of it changes "
		  "any "
		  "more. A mistake is corrected by an annex to the minutes."),
		m->number, m->group_code);
}

/* As it is kept now; what may not be touched is refused. there: what is deleted, too. */
static int
load_former(struct db *db, const struct meeting *m, bool there, struct meeting *former,
	struct error *err)
{
	if (meeting_load(db, m->id, former, err) < 0)
		return -1;
	if (there && former->retired_at[0])
		return kept_deleted(err);
	if (owner_check(db, former->owner, err) < 0)
		return -1;
	return former->rev == m->rev ? 0 : changed_meanwhile(err);
}

static bool
same_but_note(const struct meeting *a, const struct meeting *b)
{
	return a->number == b->number && a->stage == b->stage && a->host == b->host &&
	       strcmp(a->title, b->title) == 0 && strcmp(a->place, b->place) == 0 &&
	       strcmp(a->presentation, b->presentation) == 0 &&
	       strcmp(a->starts_at, b->starts_at) == 0 && strcmp(a->ends_at, b->ends_at) == 0;
}

static int
write_row(struct db *db, struct meeting *m, struct error *err)
{
	struct stmt *q = db_start(db, m->id ? Q_MEETING_UPDATE : Q_MEETING_INSERT, err);
	char uid[UID_SIZE];
	int64_t changed;
	int p = 0;

	if (m->id) {
		db_bind_int(q, ++p, m->id);
		db_bind_int(q, ++p, m->rev);
	} else {
		db_bind_text(q, ++p, text_copy(m->uid, sizeof(m->uid), random_uid(uid)));
		db_bind_int(q, ++p, m->group);
	}
	db_bind_int(q, ++p, m->stage);
	db_bind_int(q, ++p, m->number);
	db_bind_text(q, ++p, m->title);
	db_bind_text(q, ++p, m->starts_at);
	db_bind_text(q, ++p, m->ends_at);
	db_bind_int(q, ++p, m->host);
	db_bind_text(q, ++p, m->place);
	db_bind_text(q, ++p, m->presentation);
	db_bind_text(q, ++p, m->note);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0 : changed_meanwhile(err);
}

/* A held meeting lies behind. */
static int
check_moved(const struct meeting *former, const struct meeting *m, struct error *err)
{
	char today[16], shown[24];

	date_iso(today, sizeof(today), clock_today());
	if (former->state != MEETING_HELD || strncmp(m->starts_at, today, 10) <= 0)
		return 0;
	return error_field(err, ERROR_INPUT, MEETING_FIELD_DAY,
		_("This meeting was held on %s; it cannot be moved to a day to come."),
		meeting_day_text(shown, sizeof(shown), former->starts_at));
}

static bool
same_place_and_time(const struct meeting *a, const struct meeting *b)
{
	return strcmp(a->starts_at, b->starts_at) == 0 && strcmp(a->ends_at, b->ends_at) == 0 &&
	       strcmp(a->place, b->place) == 0;
}

int
meeting_put(struct db *db, struct meeting *m, struct error *err)
{
	struct meeting former;
	bool new_one = m->id == 0;
	int64_t added;

	if (!new_one) {
		if (load_former(db, m, true, &former, err) < 0)
			return -1;
		m->group = former.group;
		if (former.frozen && !same_but_note(m, &former))
			return frozen(&former, err);
		if (former.state == MEETING_CANCELLED && !same_but_note(m, &former))
			return error_set(err, ERROR_INPUT,
				_("This meeting is cancelled. Plan it again first, then change "
				  "it."));
		if (check_moved(&former, m, err) < 0 ||
			(!same_place_and_time(&former, m) &&
				minutes_check_home(db, m->id, err) < 0))
			return -1;
	}
	if (check(db, m, err) < 0 || (!new_one && agenda_check_days(db, m, err) < 0) ||
		write_row(db, m, err) < 0)
		return -1;
	if (new_one) {
		m->id = db_last_id(db);
		if (agenda_make(db, m->id, err) < 0 || participant_fill(db, m->id, &added, err) < 0)
			return -1;
	}
	db_act_entity(db, m->id);
	return 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	return meeting_put(db, context, err);
}

int
meeting_save(struct db *db, struct meeting *m, struct error *err)
{
	struct db_act act = { .action = m->id ? "meeting.change" : "meeting.add",
		.entity = "meeting" };
	struct meeting copy = *m;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	return meeting_load(db, copy.id, m, err);
}

/* ---- states ---- */

struct change {
	struct meeting *m;
	enum meeting_state to;
	const char *reason;
	bool back; /* of retiring */
};

static int
check_state(const struct meeting *m, const struct change *c, struct error *err)
{
	char today[16], shown[24];

	date_iso(today, sizeof(today), clock_today());
	if (m->frozen)
		return frozen(m, err);
	if (c->to == MEETING_HELD && strncmp(m->starts_at, today, 10) > 0)
		return error_set(err, ERROR_INPUT,
			_("The meeting is on %s; it can be marked as held from that day on."),
			meeting_day_text(shown, sizeof(shown), m->starts_at));
	if (m->state == MEETING_CANCELLED && c->to != MEETING_PLANNED && c->to != MEETING_CANCELLED)
		return error_set(err, ERROR_INPUT,
			_("This meeting is cancelled. Plan it again first, then change it."));
	if (c->to == MEETING_CANCELLED && m->state == MEETING_HELD)
		return error_set(
			err, ERROR_INPUT, _("This meeting was held; it cannot be cancelled."));
	if (c->to == MEETING_CANCELLED && !c->reason[0])
		return error_set(err, ERROR_INPUT, _("Say why the meeting is cancelled."));
	return !c->reason || (kept_line_check(c->reason, 0, err) == 0 &&
				     kept_fits(c->reason, sizeof(m->reason), 0, _("Reason"), err) ==
					     0)
		       ? 0
		       : -1;
}

/* While a meeting was cancelled or deleted the group's days could change and the host leave. */
static int
check_back(struct db *db, struct meeting *m, struct error *err)
{
	return check_group(db, m, err) < 0 || meeting_check_host(db, m, err) < 0 ? -1 : 0;
}

/* What shows that a meeting took place goes first, before it is said to be planned again. */
static int
check_unheld(struct db *db, const struct meeting *m, enum meeting_state to, struct error *err)
{
	struct stmt *q;
	bool traces;

	if (m->state != MEETING_HELD || to == MEETING_HELD)
		return 0;
	q = db_start(db, Q_MEETING_HELD_TRACES, err);
	db_bind_int(q, 1, m->id);
	traces = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return traces ? error_set(err, ERROR_INPUT,
				_("This meeting was held: people are ticked as having come, or it "
				  "has minutes. It stays held."))
		      : 0;
}

static int
set_state(struct db *db, void *context, struct error *err)
{
	const struct change *c = context;
	struct meeting former;
	struct stmt *q;
	int64_t changed;
	char today[16];

	if (load_former(db, c->m, true, &former, err) < 0 || check_state(&former, c, err) < 0 ||
		check_unheld(db, &former, c->to, err) < 0 ||
		(former.state == MEETING_CANCELLED && c->to != MEETING_CANCELLED &&
			check_back(db, &former, err) < 0))
		return -1;
	q = db_start(db, Q_MEETING_STATE, err);
	db_bind_int(q, 1, former.id);
	db_bind_int(q, 2, former.rev);
	db_bind_text(q, 3, meeting_state_name(c->to));
	db_bind_text(q, 4, c->reason);
	db_bind_int(q, 5,
		former.state != c->to &&
			(c->to == MEETING_CANCELLED || former.state == MEETING_CANCELLED));
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return changed_meanwhile(err);
	db_act_entity(db, former.id);
	if (c->to != MEETING_INVITED)
		return 0;
	q = db_start(db, Q_MEETING_INVITE, err);
	db_bind_int(q, 1, former.id);
	db_bind_text(q, 2, date_iso(today, sizeof(today), clock_today()));
	return db_run(q, NULL);
}

int
meeting_set_state(struct db *db, struct meeting *m, enum meeting_state to, struct error *err)
{
	struct db_act act = {
		.action = "meeting.state", .entity = "meeting", .summary = meeting_state_name(to)
	};
	struct change c = { .m = m, .to = to, .reason = "" };

	if (db_write(db, &act, set_state, &c, err) < 0)
		return -1;
	return meeting_load(db, m->id, m, err);
}

int
meeting_cancel(struct db *db, struct meeting *m, const char *reason, struct error *err)
{
	struct db_act act = { .action = "meeting.cancel", .entity = "meeting" };
	struct change c = { .m = m, .to = MEETING_CANCELLED, .reason = reason };

	if (db_write(db, &act, set_state, &c, err) < 0)
		return -1;
	return meeting_load(db, m->id, m, err);
}

static int
retire(struct db *db, void *context, struct error *err)
{
	const struct change *c = context;
	struct meeting former;
	struct stmt *q;
	int64_t changed;
	char now[32];

	if (load_former(db, c->m, false, &former, err) < 0)
		return -1;
	if (c->back && former.state != MEETING_CANCELLED && check_back(db, &former, err) < 0)
		return -1;
	if (!c->back && (former.state == MEETING_HELD || former.frozen))
		return error_set(err, ERROR_INPUT,
			_("This meeting was held; it stays, with its list and minutes."));
	q = db_start(db, Q_MEETING_RETIRE, err);
	db_bind_int(q, 1, former.id);
	db_bind_int(q, 2, former.rev);
	db_bind_text(q, 3, c->back ? NULL : clock_now_utc(now, sizeof(now)));
	if (db_run(q, &changed) < 0)
		return -1;
	db_act_entity(db, former.id);
	return changed ? 0 : changed_meanwhile(err);
}

int
meeting_retire(struct db *db, struct meeting *m, bool back, struct error *err)
{
	struct db_act act = { .action = back ? "meeting.restore" : "meeting.retire",
		.entity = "meeting" };
	struct change c = { .m = m, .reason = "", .back = back };

	if (db_write(db, &act, retire, &c, err) < 0)
		return -1;
	return meeting_load(db, m->id, m, err);
}

int
meeting_touch(struct db *db, int64_t meeting, int64_t rev, struct error *err)
{
	struct meeting m;
	struct stmt *q;
	int64_t changed;

	if (meeting_load(db, meeting, &m, err) < 0 || owner_check(db, m.owner, err) < 0)
		return -1;
	if (m.retired_at[0])
		return kept_deleted(err);
	if (m.frozen)
		return frozen(&m, err);
	q = db_start(db, Q_MEETING_TOUCH, err);
	db_bind_int(q, 1, meeting);
	db_bind_int(q, 2, rev);
	if (db_run(q, &changed) < 0)
		return -1;
	db_act_entity(db, meeting);
	return changed ? 0 : changed_meanwhile(err);
}
