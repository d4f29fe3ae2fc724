/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who can be on the list of a meeting: everybody once, and one substitute's seat behind each. */
#include "config.h"

#include "model/meetings/participant.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"

/* A seat has one chain: a substitute comes for somebody who was invited, never for a substitute. */
static int
check_substitute(struct db *db, const struct participant *p, struct error *err)
{
	struct participant whom;
	struct stmt *q;
	bool awaited;

	if (!p->stands_for)
		return 0;
	if (p->stands_for == p->id)
		return error_field(
			err, ERROR_INPUT, PARTICIPANT_FIELD_FOR, _("Nobody stands for himself."));
	if (participant_load(db, p->stands_for, &whom, err) < 0)
		return -1;
	if (whom.meeting != p->meeting)
		return error_field(err, ERROR_INPUT, PARTICIPANT_FIELD_FOR,
			_("A substitute comes for somebody of the same meeting."));
	if (whom.stands_for)
		return error_field(err, ERROR_INPUT, PARTICIPANT_FIELD_FOR,
			_("“%s” is a substitute, too. Say who was invited: “%s”."), whom.name,
			whom.stands_for_name);
	q = db_start(db, Q_PARTICIPANT_SUBSTITUTES, err);
	db_bind_int(q, 1, p->id);
	awaited = db_next(q);
	if (db_end(q) < 0)
		return -1;
	if (!awaited)
		return 0;
	return error_field(err, ERROR_INPUT, PARTICIPANT_FIELD_FOR,
		_("Somebody comes in this person's place; a substitute cannot have one."));
}

/* Nobody is on the list twice: by the card, or by name and unit. */
static int
check_once(struct db *db, const struct participant *p, struct error *err)
{
	struct stmt *q = db_start(db, p->contact ? Q_PARTICIPANT_THERE : Q_PARTICIPANT_NAMED, err);
	bool there;

	db_bind_int(q, 1, p->meeting);
	if (p->contact)
		db_bind_int(q, 2, p->contact);
	else
		db_bind_text(q, 2, p->name);
	db_bind_int(q, 3, p->id);
	if (!p->contact)
		db_bind_int(q, 4, p->slot);
	there = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return there ? error_field(err, ERROR_INPUT, PARTICIPANT_FIELD_NAME,
			       _("This person is on the list already."))
		     : 0;
}

int
participant_check(struct db *db, const struct participant *p, struct error *err)
{
	if (!p->name[0] && !p->contact)
		return error_field(err, ERROR_INPUT, PARTICIPANT_FIELD_NAME,
			_("Give a name, or choose a person from the contacts."));
	if (kept_line_check(p->name, PARTICIPANT_FIELD_NAME, err) < 0 ||
		meeting_day_check(p->answered_on, PARTICIPANT_FIELD_ANSWERED_ON, err) < 0 ||
		kept_line_check(p->remark, PARTICIPANT_FIELD_REMARK, err) < 0)
		return -1;
	if (p->part == PARTICIPANT_SUBSTITUTE && !p->stands_for)
		return error_field(err, ERROR_INPUT, PARTICIPANT_FIELD_FOR,
			_("Say for whom the substitute comes."));
	return check_substitute(db, p, err) < 0 ? -1 : check_once(db, p, err);
}

int
participant_refuse_awaited(struct db *db, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_PARTICIPANT_SUBSTITUTES, err);
	char name[128] = "";
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		text_copy(name, sizeof(name), db_text(q, 0));
	if (db_end(q) < 0)
		return -1;
	return found ? error_set(err, ERROR_INPUT,
			       _("“%s” comes in this person's place. Take the substitute off the "
				 "list first, or say for whom else they come."),
			       name)
		     : 0;
}
