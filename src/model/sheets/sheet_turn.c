/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose turn it is with a return that travels between offices. */
#include "config.h"

#include "model/sheets/sheet_turn.h"

#include "base/i18n.h"
#include "model/owner.h"

#include <string.h>

bool
sheet_turn_of_leader(const char *state)
{
	return strcmp(state, "sent") == 0 || strcmp(state, "verified") == 0;
}

int
sheet_turn_check(
	struct db *db, const char *owner, const char *leader, const char *state, struct error *err)
{
	char name[160];

	if (!owner[0] && !leader[0])
		return 0;
	if (owner[0] && leader[0])
		return owner_check(db, owner, err);
	if (!owner[0])
		return !sheet_turn_of_leader(state)
			       ? 0
			       : error_set(err, ERROR_DENIED,
					 _("The sheet has been sent to %s. It can be changed again "
					   "when a package from there brings a question."),
					 owner_name(db, leader, name, sizeof(name)));
	return sheet_turn_of_leader(state) ? 0
					   : error_set(err, ERROR_DENIED,
						     _("%s is working on this sheet. Its next "
						       "package brings it when it "
						       "is sent."),
						     owner_name(db, owner, name, sizeof(name)));
}
