/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows about a member that change hands. The office that keeps the group writes down what a member
 * told it by telephone or on paper; when the member has a database of its own, all of it is the
 * member's: it goes on with what came, and what it sends takes the place of what was written for
 * it. */
#include "config.h"

#include "model/packages/package_judging.h"

#include "base/i18n.h"
#include "base/input.h"
#include "model/queries.h"
#include "model/units/unit_city.h"

#include <string.h>

/* ---- what stands in the place of a row ---- */

struct place {
	struct package_row here;
	bool found, same_uid;
};

static int
find_place(struct judging *j, const struct package_row *row, struct place *p)
{
	const char *uid;

	*p = (struct place){ .same_uid = true };
	if (package_row_load(j->db, j->shape, row->noun, row->uid, false, j->arena, &p->here,
		    &p->found, j->err) < 0)
		return -1;
	if (p->found || package_nouns[row->noun].rename < 0)
		return 0;
	p->same_uid = false;
	if (package_clash(j, row, &uid) < 0)
		return -1;
	return uid[0] ? package_row_load(j->db, j->shape, row->noun, uid, false, j->arena, &p->here,
				&p->found, j->err)
		      : 0;
}

/* An answer to homework is of the unit that has the homework; "" = of none. */
static int
find_unit(struct judging *j, const struct package_row *row, const char **unit)
{
	struct package_row homework;
	bool found;

	*unit = package_field_value(j, row, "unit.code");
	if (strcmp(package_nouns[row->noun].name, "homework_answer"))
		return 0;
	if (package_row_anywhere(j, package_noun_find("homework"),
		    package_field_value(j, row, "homework.uid"), &homework, &found) < 0)
		return -1;
	*unit = found ? package_field_value(j, &homework, "unit.code") : "";
	return 0;
}

void
package_judge_rev(const struct judging *j, struct package_row *row, int64_t rev)
{
	row->fate = row->rev < rev || j->from->older ? PACKAGE_OLDER : PACKAGE_CHANGED;
}

/* ---- at the member: what its union wrote ---- */

/* The newest package in force that wrote the row: by which rev, and what it found in its place. */
static int
load_brought(struct db *db, const struct package_row *here, struct arena *arena, int64_t *rev,
	const char **former, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_BROUGHT, err);

	*rev = 0;
	*former = NULL;
	db_bind_text(q, 1, package_nouns[here->noun].name);
	db_bind_text(q, 2, here->uid);
	if (db_next(q)) {
		*rev = db_int(q, 0);
		*former = db_null(q, 1) ? NULL : arena_string(arena, db_text(q, 1));
	}
	return db_end(q);
}

int
package_untouched(struct db *db, const struct package_row *here, struct arena *arena,
	bool *untouched, int64_t *brought, struct error *err)
{
	struct package_rows before;
	struct input *in;
	const char *former;
	int result;

	if (load_brought(db, here, arena, brought, &former, err) < 0)
		return -1;
	*untouched = *brought == here->rev;
	if (!*untouched || !former)
		return 0;
	/* What stood there was ours and not as it came: the package added an outcome to it. */
	if (input_open_memory(&in, "records.xml", former, strlen(former), ENCODING_UTF8, err) < 0)
		return -1;
	result = package_read_xml(db, in, arena, &before, err);
	input_close(in);
	*untouched = result == 0 && before.count == 1 &&
		     (before.rows[0].owner[0] || before.rows[0].untouched);
	return result;
}

int
package_judge_taken(
	struct judging *j, struct package_row *row, const struct package_row *here, bool *both)
{
	int64_t brought;
	bool untouched;

	*both = false;
	row->ours = true;
	row->fate = PACKAGE_SAME;
	if (package_row_same(j->shape, row, here))
		return 0;
	row->fate = PACKAGE_OURS;
	if (j->from->older)
		return 0;
	if (package_untouched(j->db, here, j->arena, &untouched, &brought, j->err) < 0)
		return -1;
	if (untouched && row->rev >= here->rev)
		row->fate = PACKAGE_CHANGED;
	if (untouched || row->rev == brought)
		return 0;
	if (package_says_ours(j, row, here))
		return package_answer_own(j, row, here);
	*both = true;
	return 0;
}

static void
refuse_both(const struct judging *j, struct package_row *row, const struct package_row *here)
{
	const char *own, *sent, *place = package_words_place(j, row);

	package_words_of_both(j, here, row, &own, &sent);
	own = arena_format(j->arena,
		_("this office wrote “%s” itself, and the sender “%s”; its own stays, and its "
		  "next package takes the place of what was written there"),
		own, sent);
	package_refuse(row, place[0] ? arena_format(j->arena, "%s: %s", place, own) : own);
}

/* "conclusions", "counts of decisions: building permits, quarter 2 of 2025": what a note is of. */
static const char *
label_of(const struct judging *j, const struct package_row *row)
{
	const char *label = package_noun_label(row->noun), *place = package_words_place(j, row);

	return place[0] ? arena_format(j->arena, "%s: %s", label, place) : label;
}

static int
judge_at_member(struct judging *j, struct package_row *row, const struct place *p, bool *settled)
{
	bool ours = p->found && !p->here.owner[0], both = true;

	*settled = true;
	if (ours && p->same_uid && package_judge_taken(j, row, &p->here, &both) < 0)
		return -1;
	if (ours && both)
		refuse_both(j, row, &p->here);
	if (ours)
		return 0;
	/* What was deleted before it came, and what another office brought, is judged as any. */
	if (p->found ? strcmp(p->here.owner, row->owner) != 0
		     : package_field_value(j, row, "retired_at")[0] != '\0')
		return *settled = false, 0;
	row->ours = true;
	row->note = arena_format(j->arena,
		_("%s: “%s”, written by %s for this unit, is this office's own from now on."),
		label_of(j, row), package_words(j, row), j->from->office.name);
	if (p->found)
		package_judge_rev(j, row, p->here.rev);
	return 0;
}

/* ---- at the keeper of the group: what the member sends ---- */

static int
judge_at_keeper(struct judging *j, struct package_row *row, const struct place *p, bool *settled)
{
	const char *here, *sent;
	bool told, counts = package_keep_outcome(j, row, &p->here, &told);

	*settled = true;
	row->fate = PACKAGE_SAME;
	if (p->same_uid && package_row_same(j->shape, row, &p->here))
		return 0;
	/* However often it was changed here: what the member wrote since is its own. */
	row->fate = row->untouched || j->from->older ? PACKAGE_OLDER : PACKAGE_CHANGED;
	row->replaces = p->same_uid ? NULL : p->here.uid;
	if (counts && row->fate == PACKAGE_CHANGED)
		package_raise(row, &p->here, told);
	if (!package_words_of_both(j, &p->here, row, &here, &sent))
		return 0; /* both say the same: nothing to be told */
	row->note = arena_format(j->arena,
		_("%s: what was written here for a member, “%s”, is its office's from now on; it "
		  "says “%s”. Undoing the import brings the former text back."),
		label_of(j, row), here, sent);
	return 0;
}

int
package_judge_handed(struct judging *j, struct package_row *row, bool *settled)
{
	const struct package_from *from = j->from;
	bool of_sender = !strcmp(row->owner, from->office.uid);
	const char *unit;
	struct place p;

	*settled = false;
	if (!package_has_words(row->noun))
		return 0;
	if (find_unit(j, row, &unit) < 0 || find_place(j, row, &p) < 0)
		return -1;
	if (from->leads && of_sender && from->our_unit[0] && unit_code_same(unit, from->our_unit))
		return judge_at_member(j, row, &p, settled);
	if (!from->leads && of_sender && p.found && !p.here.owner[0] && unit[0] &&
		(!from->office.unit[0] || unit_code_same(unit, from->office.unit)))
		return judge_at_keeper(j, row, &p, settled);
	/* Elsewhere: what the keeper wrote has become the member's, or is its own again, because it
	 * undid what the member sent. */
	*settled = from->leads && p.found && p.here.owner[0] &&
		   of_sender != !strcmp(p.here.owner, from->office.uid);
	if (*settled && of_sender && package_came_alone(j, row->noun, p.here.uid, settled) < 0)
		return -1;
	if (*settled) {
		package_judge_rev(j, row, 0);
		row->replaces = p.same_uid ? NULL : p.here.uid;
	}
	return 0;
}
