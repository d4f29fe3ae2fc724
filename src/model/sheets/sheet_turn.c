/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose turn it is with a return that travels between offices. */
#include "config.h"

#include "model/sheets/sheet_turn.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/owner.h"
#include "model/queries.h"

#include <string.h>

bool
sheet_turn_of_leader(const char *state)
{
	return strcmp(state, "sent") == 0 || strcmp(state, "verified") == 0;
}

/* By the log: gone is what was handed in before a package of its group was written, and what the
 * log does not know to have been handed in here. at: when the package was written, "" = not
 * known. */
static int
load_gone(struct db *db, const struct sheet_turn *turn, bool *gone, char at[32], struct error *err)
{
	struct stmt *q;

	at[0] = '\0';
	*gone = true;
	q = db_start(db, Q_SHEET_RETURN_GONE, err);
	db_bind_int(q, 1, turn->id);
	if (db_next(q)) {
		text_copy(at, 32, db_text(q, 0));
		*gone = at[0] || strcmp(turn->state, "sent") != 0;
	}
	return db_end(q);
}

/* The member's own sheet, handed in. */
static int
check_gone(struct db *db, const struct sheet_turn *turn, struct error *err)
{
	char name[160], at[32], local[32];
	bool gone;

	if (load_gone(db, turn, &gone, at, err) < 0)
		return -1;
	owner_name(db, turn->leader, name, sizeof(name));
	if (!gone && turn->back)
		return 0;
	if (!gone)
		return error_set(err, ERROR_DENIED,
			_("The sheet is handed in, but no package with it has gone to %s yet: take "
			  "it back first (F2, or gromada sheet state … draft), and it can be "
			  "changed."),
			name);
	if (!at[0])
		return error_set(err, ERROR_DENIED,
			_("The sheet has been sent to %s. Ask that office to ask about it: it can "
			  "be changed again when a package from there brings the question."),
			name);
	return error_set(err, ERROR_DENIED,
		_("The sheet has been sent to %s in the package of %s. Ask that office to ask "
		  "about it: it can be changed again when a package from there brings the "
		  "question."),
		name, clock_local(local, sizeof(local), at));
}

int
sheet_turn_check(struct db *db, const struct sheet_turn *turn, struct error *err)
{
	const char *owner = turn->owner, *leader = turn->leader;
	char name[160];

	if (!owner[0] && !leader[0])
		return 0;
	if (owner[0] && leader[0])
		return owner_check(db, owner, err);
	if (!owner[0])
		return sheet_turn_of_leader(turn->state) ? check_gone(db, turn, err) : 0;
	return sheet_turn_of_leader(turn->state)
		       ? 0
		       : error_set(err, ERROR_DENIED,
				 _("%s is working on this sheet. Its next "
				   "package brings it when it "
				   "is sent."),
				 owner_name(db, owner, name, sizeof(name)));
}
