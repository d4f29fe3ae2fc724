/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Returns that change hands. A coordinator keys what a member sent on paper, or asks before it has
 * begun; when the member has a database of its own, the sheet is the member's: it goes on with what
 * came, and what it sends takes the place of what was keyed for it. */
#include "config.h"

#include "model/packages/package_judging.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/sheets/own_figure.h"
#include "model/sheets/sheet_turn.h"
#include "model/units/unit.h"
#include "model/units/unit_city.h"

#include <math.h>
#include <stdlib.h>
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

int
package_name_unit(struct judging *j, const struct package_row *row, const char **name)
{
	const char *code = package_field_value(j, row, "unit.code");
	struct unit_table units;
	const struct unit *u;

	*name = code;
	if (unit_table_load(j->db, &units, j->err) < 0)
		return -1;
	u = unit_by_code(&units, code);
	if (u)
		*name = arena_format(
			j->arena, "%s (%s)", u->told, unit_teryt(u));
	unit_table_release(&units);
	return 0;
}

enum { FIGURES_TOLD = 8 };

/* What the row says of an indicator, as people read it; a dash where it says nothing. */
static const char *
figure_sent(const struct package_row *row, const char *code, char *dst, size_t size)
{
	for (int i = 0; i < row->line_count; i++) {
		const struct package_line *l = &row->lines[i];

		if (l->kind == 0 && l->values[0] && !strcmp(l->values[0], code))
			return own_figure_show(l->values[1] ? strtod(l->values[1], NULL) : NAN,
				l->values[2] ? l->values[2] : "", dst, size);
	}
	text_copy(dst, size, "–");
	return dst;
}

/* "WK07 15,3 → 15,9; WK08 bd → 4" of figures that stand here; "" = they all stay. */
static int
tell_figures(struct judging *j, const struct package_row *row, const char **told)
{
	struct stmt *q = db_start(j->db, Q_PACKAGE_RETURN_HERE, j->err);
	const char *list = "";
	int count = 0;

	db_bind_text(q, 1, package_field_value(j, row, "sheet.uid"));
	db_bind_text(q, 2, package_field_value(j, row, "unit.code"));
	while (db_next(q)) {
		char here[64], sent[64];

		own_figure_show(
			db_null(q, 1) ? NAN : db_double(q, 1), db_text(q, 2), here, sizeof(here));
		figure_sent(row, db_text(q, 0), sent, sizeof(sent));
		if (strcmp(here, sent) && ++count <= FIGURES_TOLD)
			list = arena_format(j->arena, "%s%s%s %s → %s", list, count > 1 ? "; " : "",
				db_text(q, 0), here, sent);
	}
	*told = count > FIGURES_TOLD ? arena_format(j->arena, "%s; …", list) : list;
	return db_end(q);
}

/* ---- at the member: what its union keyed ---- */

static int
refuse_both(struct judging *j, struct package_row *row)
{
	const char *figures, *reason = _("this office fills in the sheet of its unit itself; its "
					 "next package takes the place of what was keyed there");

	if (tell_figures(j, row, &figures) < 0)
		return -1;
	package_refuse(row,
		figures[0] ? arena_format(j->arena, _("%s (here → there: %s)"), reason, figures)
			   : reason);
	return 0;
}

static int
judge_at_member(struct judging *j, struct package_row *row, const struct place *p, bool *settled)
{
	struct package_row here;
	const char *unit;
	bool found, both;

	*settled = true;
	if ((p->uid[0] && strcmp(p->uid, row->uid) && !p->owner[0]) || p->figures)
		return refuse_both(j, row);
	if (p->uid[0] && strcmp(p->uid, row->uid))
		return *settled = false, 0;
	if (package_row_load(j->db, j->shape, row->noun, row->uid, false, j->arena, &here, &found,
		    j->err) < 0)
		return -1;
	if (found && !here.owner[0]) {
		if (package_judge_taken(j, row, &here, &both) < 0)
			return -1;
		return both ? refuse_both(j, row) : 0;
	}
	if (found && strcmp(here.owner, row->owner))
		return *settled = false, 0;
	if (package_name_unit(j, row, &unit) < 0)
		return -1;
	row->ours = true;
	row->note = arena_format(j->arena,
		_("The sheet of %s was keyed by %s; it is this office's from now on."), unit,
		j->from->office.name);
	if (found)
		package_judge_rev(j, row, here.rev);
	return 0;
}

/* ---- at the keeper of the sheet: what the member sends ---- */

/* Over the same return: however often it was keyed here, what the member wrote since is its own.
 * Where the member changed no figure, the newer state counts. */
static int
judge_same(struct judging *j, struct package_row *row)
{
	struct package_row here;
	bool found;

	if (package_row_load(j->db, j->shape, row->noun, row->uid, false, j->arena, &here, &found,
		    j->err) < 0)
		return -1;
	if (package_row_same(j->shape, row, &here))
		row->fate = PACKAGE_SAME;
	else if (row->untouched)
		row->fate = PACKAGE_OLDER;
	else
		package_judge_rev(j, row, package_says_ours(j, row, &here) ? here.rev : 0);
	return 0;
}

static int
judge_at_keeper(struct judging *j, struct package_row *row, const struct place *p, bool *settled)
{
	const char *unit, *figures;
	bool same = p->uid[0] && !strcmp(p->uid, row->uid);

	*settled = true;
	if (!same)
		package_judge_rev(j, row, 0);
	else if (judge_same(j, row) < 0)
		return -1;
	if (row->fate == PACKAGE_SAME || row->fate == PACKAGE_OLDER)
		return 0;
	if (!strcmp(p->state, "verified")) {
		package_refuse(row,
			_("the sheet keyed here is verified; ask a question about it first, and "
			  "take the package over then"));
		return 0;
	}
	row->replaces = p->uid[0] && !same ? arena_string(j->arena, p->uid) : NULL;
	row->stand_in = !p->uid[0];
	if (package_name_unit(j, row, &unit) < 0 || tell_figures(j, row, &figures) < 0)
		return -1;
	if (figures[0])
		figures = arena_format(j->arena, _(" Changed: %s."), figures);
	row->note = arena_format(j->arena,
		_("The sheet of %s, keyed here, is its office's from now on; its figures take the "
		  "place of those here.%s"),
		unit, figures);
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
	if (from->leads && of_sender && from->our_unit[0] && unit_code_same(unit, from->our_unit))
		return judge_at_member(j, row, &p, settled);
	if (!from->leads && of_sender && ((p.uid[0] && !p.owner[0]) || p.figures))
		return judge_at_keeper(j, row, &p, settled);
	/* Elsewhere: what the keeper keyed has become the member's, or is its own again. */
	if (from->leads && p.uid[0] && p.owner[0] &&
		of_sender == (strcmp(p.owner, from->office.uid) != 0)) {
		*settled = true;
		package_judge_rev(j, row, 0);
		row->replaces = strcmp(p.uid, row->uid) ? arena_string(j->arena, p.uid) : NULL;
	}
	return 0;
}

void
package_check_verified(const struct judging *j, struct package_row *row)
{
	if (!j->from->leads && !strcmp(package_nouns[row->noun].name, "sheet_return") &&
		(row->fate == PACKAGE_NEW || row->fate == PACKAGE_CHANGED) &&
		!strcmp(package_field_value(j, row, "state"), "verified"))
		package_refuse(
			row, _("the member says itself that its sheet is verified; the office that "
			       "keeps the sheet says that"));
}

/* ---- which sheets come ---- */

int
package_name_sheets(struct judging *j)
{
	const int returns = package_noun_find("sheet_return");
	const int sheets = package_noun_find("data_sheet");
	int count = 0;

	j->rows->sheets = NULL; /* a package may be judged again */
	for (int i = 0; i < j->rows->count; i++) {
		const struct package_row *row = &j->rows->rows[i];
		const char *before = j->rows->sheets, *unit;
		struct package_row sheet;
		bool found;

		if (row->noun != returns || row->deleted || row->withdrawn ||
			(row->fate != PACKAGE_NEW && row->fate != PACKAGE_CHANGED))
			continue;
		if (++count > FIGURES_TOLD) {
			j->rows->sheets = arena_format(j->arena, "%s; …", before);
			return 0;
		}
		if (package_name_unit(j, row, &unit) < 0 ||
			package_row_anywhere(j, sheets, package_field_value(j, row, "sheet.uid"),
				&sheet, &found) < 0)
			return -1;
		j->rows->sheets = arena_format(j->arena, "%s%s%s %s", before ? before : "",
			before ? "; " : "", unit,
			found ? package_field_value(j, &sheet, "year") : "");
	}
	return 0;
}
