/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What homework may say: of which meeting it is, who does it, where it is reviewed. What is kept
 * already stays as it is, whatever became of its meetings and members since. */
#include "config.h"

#include "model/meetings/homework.h"
#include "model/meetings/homework_parts.h"
#include "model/meetings/meeting_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "model/kept.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

struct place {         /* a meeting */
	int64_t group; /* 0 = there is none */
	char starts_at[32];
	int number;
	bool cancelled, approved; /* approved: its minutes */
};

static int
find_place(struct db *db, int64_t meeting, struct place *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_HOMEWORK_MEETING, err);

	*out = (struct place){ .group = 0 };
	db_bind_int(q, 1, meeting);
	if (db_next(q)) {
		out->group = db_int(q, 0);
		text_copy(out->starts_at, sizeof(out->starts_at), db_text(q, 1));
		out->number = (int)db_int(q, 2);
		out->cancelled = db_int(q, 3) != 0;
		out->approved = db_int(q, 4) != 0;
	}
	return db_end(q);
}

/* As it is kept; of a new one zeros. */
static int
find_kept(struct db *db, int64_t id, struct homework *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_HOMEWORK_PLACES, err);

	*out = (struct homework){ .group = 0 };
	db_bind_int(q, 1, id);
	if (db_next(q)) {
		out->group = db_int(q, 0);
		out->meeting = db_int(q, 1);
		out->slot = (int)db_int(q, 2);
		out->reviewed = db_int(q, 3);
	}
	return db_end(q);
}

static int
check_place(const struct place *at, int64_t group, bool before, int field, struct error *err)
{
	if (at->group != group)
		return error_field(err, ERROR_INPUT, field, _("This is no meeting of the group."));
	if (at->cancelled && !before)
		return error_field(err, ERROR_INPUT, field,
			_("Meeting %d is cancelled: choose one that takes place, or none."),
			at->number);
	return 0;
}

/* The office that keeps the group gives its homework. */
static int
check_group(struct db *db, const struct homework *h, struct error *err)
{
	struct error why = { .code = ERROR_NONE };

	if (exchange_group_ours(db, h->group, &why) == 0)
		return 0;
	if (why.code == ERROR_MISSING)
		return error_field(
			err, ERROR_INPUT, HOMEWORK_FIELD_GROUP, _("Choose the exchange group."));
	*err = why;
	return -1;
}

/* The day of giving is that of its meeting. */
static int
check_meeting(struct db *db, const struct homework *h, char given_on[16], struct error *err)
{
	struct homework before;
	struct place at;

	if (find_place(db, h->meeting, &at, err) || find_kept(db, h->id, &before, err) ||
		check_place(
			&at, h->group, before.meeting == h->meeting, HOMEWORK_FIELD_MEETING, err))
		return -1;
	if (at.approved && before.meeting != h->meeting)
		return error_field(err, ERROR_INPUT, HOMEWORK_FIELD_MEETING,
			_("The minutes of meeting %d are approved and name the homework that it "
			  "gave. Give this one without a meeting: the next one reviews it; or "
			  "correct the minutes by an annex."),
			at.number);
	snprintf(given_on, 16, "%.10s", at.starts_at);
	if (strcmp(h->due_on, given_on) < 0)
		return error_field(err, ERROR_INPUT, HOMEWORK_FIELD_DUE,
			_("The day by which it is due lies before the meeting at which it was "
			  "given."));
	return 0;
}

int
homework_check_review(const char *text, struct error *err)
{
	return kept_text(text, false, true, HOMEWORK_FIELD_REVIEW, _("Review"), err) ||
			       kept_fits(text, KEPT_LINES_SIZE, HOMEWORK_FIELD_REVIEW, _("Review"),
				       err)
		       ? -1
		       : 0;
}

int
homework_check(struct db *db, const struct homework *h, char given_on[16], struct error *err)
{
	date_iso(given_on, 16, clock_today());
	if (kept_text(h->text, true, true, HOMEWORK_FIELD_TEXT, _("What is to be done"), err) ||
		kept_fits(h->text, KEPT_LINES_SIZE, HOMEWORK_FIELD_TEXT, _("What is to be done"),
			err) ||
		kept_day(h->due_on, true, HOMEWORK_FIELD_DUE, _("Due"), err) ||
		(h->review && homework_check_review(h->review, err)))
		return -1;
	if (check_group(db, h, err))
		return -1;
	return h->meeting ? check_meeting(db, h, given_on, err) : 0;
}

int
homework_check_member(
	struct db *db, const struct homework *h, const char *given_on, struct error *err)
{
	char last[16] = "", day[32], given[32];
	struct homework before;
	struct stmt *q;

	if (!h->slot)
		return 0;
	q = db_start(db, Q_HOMEWORK_LAST_DAY, err);
	db_bind_int(q, 1, h->group);
	db_bind_int(q, 2, h->slot);
	if (db_next(q))
		text_copy(last, sizeof(last), db_text(q, 0));
	if (db_end(q) < 0 || find_kept(db, h->id, &before, err))
		return -1;
	if (!last[0])
		return error_field(err, ERROR_INPUT, HOMEWORK_FIELD_UNIT,
			_("This unit was never a member of the group. Choose a member."));
	if (strcmp(last, given_on) >= 0 ||
		(before.group == h->group && before.meeting == h->meeting &&
			before.slot == h->slot))
		return 0;
	return error_field(err, ERROR_INPUT, HOMEWORK_FIELD_UNIT,
		_("This unit was a member of the group until %s; on %s, when the homework is "
		  "given, "
		  "it is none any more."),
		date_show(day, sizeof(day), last), date_show(given, sizeof(given), given_on));
}

int
homework_check_reviewed(struct db *db, const struct homework *h, struct error *err)
{
	char day[32], given_day[32];
	struct place at, given;
	struct homework before;
	bool same;

	if (!h->reviewed)
		return 0;
	if (find_place(db, h->reviewed, &at, err) || find_place(db, h->meeting, &given, err) ||
		find_kept(db, h->id, &before, err))
		return -1;
	same = before.reviewed == h->reviewed && before.meeting == h->meeting;
	if (check_place(&at, h->group, same, HOMEWORK_FIELD_REVIEWED, err))
		return -1;
	if (!h->meeting || same || strcmp(at.starts_at, given.starts_at) >= 0)
		return 0;
	return error_field(err, ERROR_INPUT, HOMEWORK_FIELD_REVIEWED,
		_("The homework was given at meeting %d on %s; meeting %d was before it, on %s, "
		  "and cannot review it."),
		given.number, meeting_day_text(given_day, sizeof(given_day), given.starts_at),
		at.number, meeting_day_text(day, sizeof(day), at.starts_at));
}

int
homework_check_unit(struct db *db, const struct homework *h, struct error *err)
{
	struct stmt *q = db_start(db, Q_HOMEWORK_ANSWERED_BY_OTHER, err);
	bool answered;

	db_bind_int(q, 1, h->id);
	db_bind_int_or_null(q, 2, h->slot);
	answered = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return !answered ? 0
			 : error_field(err, ERROR_INPUT, HOMEWORK_FIELD_UNIT,
				   _("The unit that had this homework has answered it; give the "
				     "other unit homework of its own."));
}

/* The first field that approved minutes name and h changes, 0 = none. */
static int
changed_field(struct stmt *q, const struct homework *h)
{
	if (db_int(q, 1) != h->group)
		return HOMEWORK_FIELD_GROUP;
	if (db_int(q, 2) != h->meeting)
		return HOMEWORK_FIELD_MEETING;
	if (db_int(q, 3) != h->slot)
		return HOMEWORK_FIELD_UNIT;
	if (strcmp(db_text(q, 4), h->text) != 0)
		return HOMEWORK_FIELD_TEXT;
	return strcmp(db_text(q, 5), h->due_on) != 0 ? HOMEWORK_FIELD_DUE : 0;
}

int
homework_check_minutes(struct db *db, const struct homework *h, struct error *err)
{
	struct stmt *q = db_start(db, Q_HOMEWORK_IN_MINUTES, err);
	int field = 0, number = 0;

	db_bind_int(q, 1, h->id);
	if (db_next(q)) {
		number = (int)db_int(q, 0);
		field = changed_field(q, h);
	}
	if (db_end(q) < 0)
		return -1;
	return !field ? 0
		      : error_field(err, ERROR_INPUT, field,
				_("The minutes of meeting %d are approved and name this homework: "
				  "its text, day, meeting and unit stay. Give new homework, or "
				  "correct the minutes by an annex."),
				number);
}

/* Of the meeting that gave it, 0 = they are not approved. */
static int
approved_number(struct db *db, int64_t id, int *number, struct error *err)
{
	struct stmt *q = db_start(db, Q_HOMEWORK_IN_MINUTES, err);

	db_bind_int(q, 1, id);
	*number = db_next(q) ? (int)db_int(q, 0) : 0;
	return db_end(q);
}

int
homework_check_deleting(struct db *db, int64_t id, struct error *err)
{
	int number;

	if (approved_number(db, id, &number, err) < 0)
		return -1;
	return !number ? 0
		       : error_set(err, ERROR_INPUT,
				 _("The minutes of meeting %d are approved and name this homework, "
				   "so it stays. Say under its review that it is not needed any "
				   "more, or correct the minutes by an annex."),
				 number);
}

int
homework_check_return(struct db *db, int64_t id, struct error *err)
{
	int number;

	if (approved_number(db, id, &number, err) < 0)
		return -1;
	return !number ? 0
		       : error_set(err, ERROR_INPUT,
				 _("This homework was deleted before the minutes of meeting %d "
				   "were approved, so they do not name it. Correct the minutes by "
				   "an annex, and give new homework."),
				 number);
}
