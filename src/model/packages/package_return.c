/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Returns that change hands. A coordinator keys what a member sent on paper, or asks before it has
 * begun; when the member has a database of its own, the sheet is the member's: it goes on with what
 * came, and what it sends takes the place of what was keyed for it. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/sheets/sheet_turn.h"

#include <string.h>

struct place { /* the return that stands for the same unit on the same sheet; uid "" = none */
	char uid[33], owner[OWNER_SIZE], state[16];
	int64_t rev;
	bool figures; /* this office's own, without a return */
};

static int
find_place(struct judging *j, const struct package_row *row, struct place *p)
{
	const char *sheet = package_field_value(j, row, "sheet.uid");
	const char *unit = package_field_value(j, row, "unit.code");
	struct stmt *q = db_start(j->db, Q_PACKAGE_RETURN_PLACE, j->err);

	*p = (struct place){ .rev = 0 };
	db_bind_text(q, 1, sheet);
	db_bind_text(q, 2, unit);
	if (db_next(q)) {
		text_copy(p->uid, sizeof(p->uid), db_text(q, 0));
		text_copy(p->owner, sizeof(p->owner), db_text(q, 1));
		text_copy(p->state, sizeof(p->state), db_text(q, 2));
		p->rev = db_int(q, 3);
	}
	if (db_end(q) < 0 || p->uid[0])
		return p->uid[0] ? 0 : -1;
	q = db_start(j->db, Q_PACKAGE_RETURN_FIGURES, j->err);
	db_bind_text(q, 1, sheet);
	db_bind_text(q, 2, unit);
	p->figures = db_next(q);
	return db_end(q);
}

static const char *
unit_name(struct judging *j, const struct package_row *row)
{
	return package_field_value(j, row, "unit.code");
}

/* ---- at the member: what its union keyed ---- */

static int
judge_at_member(struct judging *j, struct package_row *row, const struct place *p, bool *settled)
{
	struct package_row here;
	bool found;

	*settled = true;
	if ((p->uid[0] && strcmp(p->uid, row->uid) && !p->owner[0]) || p->figures) {
		package_refuse(row,
			_("this office fills in the sheet of its unit itself; its next package "
			  "takes the place of what was keyed there"));
		return 0;
	}
	if (p->uid[0] && strcmp(p->uid, row->uid))
		return *settled = false, 0;
	if (package_row_load(j->db, j->shape, row->noun, row->uid, false, j->arena, &here, &found,
		    j->err) < 0)
		return -1;
	if (found && !here.owner[0])
		return package_judge_taken(j, row, &here);
	if (found && strcmp(here.owner, row->owner))
		return *settled = false, 0;
	row->ours = true;
	row->note = arena_format(j->arena,
		_("The sheet of %s was keyed by %s; it is this office's from now on."),
		unit_name(j, row), j->from->office.name);
	if (found)
		package_judge_rev(j, row, here.rev);
	return 0;
}

/* ---- at the keeper of the sheet: what the member sends ---- */

static int
judge_at_keeper(struct judging *j, struct package_row *row, const struct place *p, bool *settled)
{
	struct package_row here;
	bool found;

	*settled = true;
	if (p->uid[0] && !strcmp(p->uid, row->uid)) {
		if (package_row_load(j->db, j->shape, row->noun, row->uid, false, j->arena, &here,
			    &found, j->err) < 0)
			return -1;
		row->fate = PACKAGE_SAME;
		if (package_row_same(j->shape, row, &here))
			return 0;
		package_judge_rev(j, row, here.rev);
	} else if (!strcmp(p->state, "verified")) {
		package_refuse(row,
			_("the sheet keyed here is verified; ask a question about it first, and "
			  "take the package over then"));
		return 0;
	} else {
		package_judge_rev(j, row, 0);
		row->replaces = p->uid[0] ? arena_string(j->arena, p->uid) : NULL;
		row->stand_in = !p->uid[0];
	}
	row->note = arena_format(j->arena,
		_("The sheet of %s, keyed here, is its office's from now on; its figures take the "
		  "place of those here."),
		unit_name(j, row));
	return 0;
}

int
package_judge_return(struct judging *j, struct package_row *row, bool *settled)
{
	const struct package_from *from = j->from;
	bool of_sender = !strcmp(row->owner, from->office.uid);
	const char *unit = package_field_value(j, row, "unit.code");
	struct place p;

	*settled = false;
	if (find_place(j, row, &p) < 0)
		return -1;
	if (from->leads && of_sender && from->our_unit[0] && !strcmp(unit, from->our_unit))
		return judge_at_member(j, row, &p, settled);
	if (!from->leads && of_sender && ((p.uid[0] && !p.owner[0]) || p.figures))
		return judge_at_keeper(j, row, &p, settled);
	/* Elsewhere: what the keeper keyed has become the member's. */
	if (from->leads && !of_sender && p.uid[0] && !strcmp(p.owner, from->office.uid)) {
		*settled = true;
		package_judge_rev(j, row, 0);
		row->replaces = strcmp(p.uid, row->uid) ? arena_string(j->arena, p.uid) : NULL;
	}
	return 0;
}
