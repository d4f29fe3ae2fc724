/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of homework: the member's own row beside that of who gave it. */
#include "config.h"

#include "model/meetings/homework.h"
#include "model/meetings/homework_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"

#include <string.h>

struct answering {
	const struct homework *h;
	const struct homework_answer *answer;
};

static int
check_answer(const struct homework_answer *a, struct error *err)
{
	if (a->state == HOMEWORK_NOT_DONE && !a->text[strspn(a->text, " \n")])
		return error_field(err, ERROR_INPUT, 2,
			_("Homework that was not done needs its reason: write it under “%s”."),
			_("What was done"));
	return kept_text(a->text, false, true, 2, _("What was done"), err) ||
			       kept_fits(a->text, KEPT_LINES_SIZE, 2, _("What was done"), err) ||
			       (a->state != HOMEWORK_OPEN &&
				       kept_past_day(a->answered_on, 3, _("Answered on"), err))
		       ? -1
		       : 0;
}

/* It is there, and was given by the day of the answer. What is given for a day to come may be
 * answered today. */
static int
check_given(struct db *db, const struct answering *a, struct error *err)
{
	struct stmt *q = db_start(db, Q_HOMEWORK_GIVEN, err);
	char given_on[16] = "", today[16], shown[32];
	const char *on = a->answer->answered_on;
	bool found;

	db_bind_int(q, 1, a->h->id);
	found = db_next(q);
	if (found)
		text_copy(given_on, sizeof(given_on), db_text(q, 0));
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This is gone already."));
	if (a->answer->state == HOMEWORK_OPEN || strcmp(on, given_on) >= 0 ||
		strcmp(on, date_iso(today, sizeof(today), clock_today())) == 0)
		return 0;
	return error_field(err, ERROR_INPUT, 3,
		_("The homework was given on %s; it cannot have been answered earlier."),
		date_show(shown, sizeof(shown), given_on));
}

static int
answer(struct db *db, void *context, struct error *err)
{
	const struct answering *a = context;
	int64_t id = 0, rev = 0;
	char owner[OWNER_SIZE] = "", uid[UID_SIZE];
	struct stmt *q;

	if (kept_there(db, &homework_kept, a->h->id, err) || check_given(db, a, err))
		return -1;
	q = db_start(db, Q_HOMEWORK_ANSWER_HEAD, err);
	db_bind_int(q, 1, a->h->id);
	if (db_next(q)) {
		id = db_int(q, 0);
		rev = db_int(q, 1);
		text_copy(owner, sizeof(owner), db_text(q, 2));
	}
	if (db_end(q) || owner_check(db, owner, err))
		return -1;
	if (id != a->answer->id || rev != a->answer->rev)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has answered meanwhile. Nothing was saved; look at the new "
			  "state first."));
	q = db_start(db, id ? Q_HOMEWORK_ANSWER_UPDATE : Q_HOMEWORK_ANSWER_INSERT, err);
	if (id)
		db_bind_int(q, 1, id);
	else {
		db_bind_text(q, 1, random_uid(uid));
		db_bind_int(q, 2, a->h->id);
	}
	db_bind_text(q, id ? 2 : 3, homework_state_name(a->answer->state));
	db_bind_text(q, id ? 3 : 4, a->answer->text);
	db_bind_text(
		q, id ? 4 : 5, a->answer->state == HOMEWORK_OPEN ? "" : a->answer->answered_on);
	return db_run(q, NULL);
}

int
homework_answer(struct db *db, const struct homework *h, const struct homework_answer *given,
	struct error *err)
{
	struct answering a = { h, given };
	const struct db_act act = { .action = "homework.answer",
		.entity = "homework",
		.entity_id = h->id,
		.summary = homework_state_name(given->state) };

	if (given->state == HOMEWORK_OVERDUE)
		return error_field(
			err, ERROR_INPUT, 1, _("Say whether it is open, done or not done."));
	if (check_answer(given, err))
		return -1;
	return db_write(db, &act, answer, &a, err);
}
