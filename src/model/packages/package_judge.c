/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that came in a package against what is here: which are new, which older, which cannot be
 * taken and why. */
#include "config.h"

#include "model/packages/package_judging.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/units/unit_city.h"

#include <stdlib.h>
#include <string.h>

static int
compare_rows(const void *a, const void *b)
{
	const struct package_row *x = *(struct package_row *const *)a;
	const struct package_row *y = *(struct package_row *const *)b;

	return x->noun != y->noun ? x->noun - y->noun : strcmp(x->uid, y->uid);
}

static int
compare_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const struct package_row *
package_find_row(const struct judging *j, int noun, const char *uid)
{
	struct package_row wanted = { .noun = noun, .uid = uid }, *key = &wanted, **found;

	if (!j->rows->count)
		return NULL;
	found = bsearch(&key, j->by_uid, (size_t)j->rows->count, sizeof(*j->by_uid), compare_rows);
	return found ? *found : NULL;
}

/* ---- references ---- */

static int
exists(struct judging *j, int query, const char *key, bool *there)
{
	struct stmt *q = db_start(j->db, query, j->err);

	db_bind_text(q, 1, key);
	*there = db_next(q);
	return db_end(q);
}

static int
row_there(struct judging *j, int noun, const char *uid, bool *there)
{
	const struct package_row *row = package_find_row(j, noun, uid);
	struct package_row here;

	/* Rows come in an order in which those that others name were judged already. */
	*there = row && row->fate != PACKAGE_REFUSED && row->fate != PACKAGE_GONE;
	return *there ? 0
		      : package_row_load(
				j->db, j->shape, noun, uid, false, j->arena, &here, there, j->err);
}

static int
indicator_there(struct judging *j, const char *code, bool *there)
{
	*there = j->known_count &&
		 bsearch(&code, j->known, (size_t)j->known_count, sizeof(*j->known), compare_text);
	return *there ? 0 : exists(j, Q_PACKAGE_INDICATOR, code, there);
}

static int
check_reference(struct judging *j, const struct package_field *f, const char *value, bool *there)
{
	*there = true;
	switch (f->kind) {
	case FIELD_UNIT:
		return exists(j, Q_PACKAGE_UNIT, value, there);
	case FIELD_INDICATOR:
		return indicator_there(j, value, there);
	case FIELD_ROW:
		if (row_there(j, f->noun, value, there) < 0)
			return -1;
		return *there && strcmp(f->name, "parent.uid")
			       ? package_group_has(j, f->noun, value, there)
			       : 0;
	default:
		return 0;
	}
}

/* Whether a reference leads to what was deleted before it ever came here. */
static bool
leads_to_gone(const struct judging *j, const struct package_field *f, const char *value)
{
	const struct package_row *row =
		f->kind == FIELD_ROW && value ? package_find_row(j, f->noun, value) : NULL;

	return row && row->fate == PACKAGE_GONE;
}

/* References that lead nowhere become none; without a required one the row is refused. */
static int
settle_values(struct judging *j, struct package_row *row, const struct package_fields *fields,
	const char **values)
{
	for (int i = 0; i < fields->count && row->fate != PACKAGE_REFUSED; i++) {
		const struct package_field *f = &fields->list[i];
		bool there = false;

		if (values[i] && check_reference(j, f, values[i], &there) < 0)
			return -1;
		if (there)
			continue;
		if (f->required && leads_to_gone(j, f, values[i])) {
			row->fate = PACKAGE_GONE;
		} else if (f->required) {
			char shown[64];

			row->fate = PACKAGE_REFUSED;
			text_clean(shown, sizeof(shown), values[i] ? values[i] : "");
			row->reason =
				f->kind == FIELD_UNIT
					? arena_format(j->arena,
						  _("the register here does not hold the unit %s; "
						    "import a register first"),
						  shown)
				: f->kind == FIELD_INDICATOR
					? arena_format(j->arena, _("there is no indicator %s here"),
						  shown)
					: _("what it belongs to is not here");
		}
		values[i] = NULL;
	}
	return 0;
}

int
package_settle_references(struct judging *j, struct package_row *row)
{
	if (settle_values(j, row, &j->shape->nouns[row->noun], row->values) < 0)
		return -1;
	for (int l = 0; l < row->line_count && row->fate != PACKAGE_REFUSED; l++)
		if (settle_values(j, row, &j->shape->lines[row->noun][row->lines[l].kind],
			    row->lines[l].values) < 0)
			return -1;
	return 0;
}

/* ---- whose it is ---- */

const char *
package_field_value(const struct judging *j, const struct package_row *row, const char *name)
{
	int f = package_field_place(&j->shape->nouns[row->noun], name);

	return f >= 0 && row->values[f] ? row->values[f] : "";
}

void
package_refuse(struct package_row *row, const char *reason)
{
	row->fate = PACKAGE_REFUSED;
	row->reason = reason;
}

/* Of what was deleted there again nothing has to be said. */
static int
refuse_other_unit(struct judging *j, struct package_row *row)
{
	const char *words = package_has_words(row->noun) ? package_words(j, row) : "", *unit;

	if (package_field_value(j, row, "retired_at")[0]) {
		row->fate = PACKAGE_GONE;
		return 0;
	}
	if (package_name_unit(j, row, &unit) < 0)
		return -1;
	package_refuse(row,
		words[0] ? arena_format(j->arena,
				   _("“%s” is about %s, not about the sender's own unit"), words,
				   unit)
			 : arena_format(j->arena,
				   _("it is about %s, not about the sender's own unit"), unit));
	return 0;
}

/* What the sender may say at all. */
static int
check_sender(struct judging *j, struct package_row *row)
{
	const struct package_from *from = j->from;
	const char *unit;

	if (!row->owner[0]) {
		package_refuse(row, _("it belongs to this office")); /* or so it says */
		return 0;
	}
	if (!from->leads && package_nouns[row->noun].whose == OF_LEAD) {
		package_refuse(row, _("only the office that keeps the group says this"));
		return 0;
	}
	if (!from->leads && strcmp(row->owner, from->office.uid)) {
		package_refuse(
			row, _("only the office that keeps the group passes on rows of others"));
		return 0;
	}
	unit = package_field_value(j, row, "unit.code");
	if (!from->leads && from->office.unit[0] && package_nouns[row->noun].whose != OF_ANYBODY &&
		!unit_code_same(unit, from->office.unit))
		return refuse_other_unit(j, row);
	return 0;
}

int
package_clash(struct judging *j, const struct package_row *row, const char **uid)
{
	const struct package_fields *fields = &j->shape->nouns[row->noun];
	struct stmt *q;
	int parameters;

	*uid = "";
	if (package_nouns[row->noun].clash < 0)
		return 0;
	q = db_start(j->db, package_nouns[row->noun].clash, j->err);
	parameters = db_parameters(q);
	db_bind_text(q, 1, row->uid);
	if (parameters >= 2)
		db_bind_int(q, 2, row->rev);
	if (parameters >= 3)
		db_bind_text(q, 3, row->owner);
	for (int i = 0; i < fields->count && i + 4 <= parameters; i++)
		db_bind_text(q, i + 4, row->values[i]);
	if (db_next(q))
		*uid = arena_string(j->arena, db_text(q, 0));
	return db_end(q);
}

static int
check_clash(struct judging *j, struct package_row *row)
{
	const char *uid;

	if (package_clash(j, row, &uid) < 0)
		return -1;
	if (uid[0])
		package_refuse(row, _("this office keeps an entry of its own in its place"));
	return 0;
}

/* Only versions of one office are newer or older than each other; where this office adds its
 * outcome to a member's row, it raises the rev as the member does, so that the newer package
 * tells. */
static int
judge_against(struct judging *j, struct package_row *row, const struct package_row *here)
{
	bool told, counts = package_keep_outcome(j, row, here, &told), back = false;

	/* The keeper of the group undid what another member sent: its copy is what is said now. */
	if (row->rev < here->rev && j->from->leads && !j->from->older &&
		strcmp(row->owner, j->from->office.uid) &&
		package_came_alone(j, row->noun, row->uid, &back) < 0)
		return -1;
	if (!here->owner[0])
		package_refuse(row, _("it belongs to this office"));
	else if (strcmp(here->owner, row->owner))
		package_refuse(row, _("it came from another office before"));
	else if (package_row_same(j->shape, row, here))
		row->fate = PACKAGE_SAME;
	else if ((row->rev < here->rev && !counts && !back) ||
		 (row->rev <= here->rev && j->from->older))
		row->fate = PACKAGE_OLDER;
	else
		row->fate = PACKAGE_CHANGED;
	if (counts && row->fate == PACKAGE_CHANGED)
		package_raise(row, here, told);
	return 0;
}

/* ---- our own rows ---- */

/* This office's own row came back: as it was sent, or with the answer of the office that keeps the
 * group, which only that office adds. What we changed meanwhile stays, and becomes newer than what
 * was answered, so that our next package brings it. */
static int
judge_own(struct judging *j, struct package_row *row)
{
	const char *group = NULL;
	struct package_row here;
	bool found = false;

	row->fate = PACKAGE_OURS;
	row->ours = true;
	if (!j->from->leads) {
		package_refuse(
			row, _("only the office that keeps the group passes on rows of others"));
		return 0;
	}
	if (package_row_load(j->db, j->shape, row->noun, row->uid, j->from->contacts, j->arena,
		    &here, &found, j->err) < 0 ||
		package_group_of(j, found ? &here : row, &group) < 0)
		return -1;
	if (group && strcmp(group, j->from->group)) {
		package_refuse(row, _("it belongs to another group"));
		return 0;
	}
	return found && !here.owner[0] ? package_answer_own(j, row, &here) : 0;
}

/* People come with contact data only, and whoever went since does not come back. */
static bool
stays_out(const struct judging *j, struct package_row *row)
{
	if (row->noun != 0)
		return false;
	if (!j->from->contacts)
		package_refuse(row, _("the package says that it holds no contact data"));
	else if (j->from->older)
		row->fate = PACKAGE_OLDER;
	return row->fate != PACKAGE_NEW;
}

/* What was deleted there before it ever came here: there is nothing to take. Lines of plans name
 * conclusions, and everything names the group. */
static bool
never_came(const struct judging *j, const struct package_row *row)
{
	const char *noun = package_nouns[row->noun].name;

	return package_field_value(j, row, "retired_at")[0] && strcmp(noun, "conclusion") &&
	       strcmp(noun, "exchange_group");
}

/* Whose it is, of which group, and what it names; *on false: nothing more is to be said of it. */
static int
judge_alone(struct judging *j, struct package_row *row, bool *on)
{
	*on = false;
	if (check_sender(j, row) < 0)
		return -1;
	if (row->fate == PACKAGE_GONE)
		return 0;
	if (row->fate != PACKAGE_REFUSED && package_group_check(j, row) < 0)
		return -1;
	if (row->fate != PACKAGE_REFUSED && package_settle_references(j, row) < 0)
		return -1;
	*on = row->fate != PACKAGE_REFUSED && row->fate != PACKAGE_GONE;
	return 0;
}

/* It is not here, though a package brought it: a newer one took it back, so that an older one does
 * not bring it again. */
static int
check_taken_back(struct judging *j, struct package_row *row)
{
	struct stmt *q;

	if (!j->from->older)
		return 0;
	q = db_start(j->db, Q_PACKAGE_BROUGHT, j->err);
	db_bind_text(q, 1, package_nouns[row->noun].name);
	db_bind_text(q, 2, row->uid);
	if (db_next(q))
		row->fate = PACKAGE_OLDER;
	return db_end(q);
}

static int
judge_row(struct judging *j, struct package_row *row)
{
	struct package_row here;
	bool found, on, told, settled = false;

	row->fate = PACKAGE_NEW;
	row->reason = row->note = row->replaces = NULL;
	row->ours = row->stand_in = false;
	row->deleted = package_field_value(j, row, "retired_at")[0] != '\0';
	if (row->removed) {
		row->fate = PACKAGE_CHANGED;
		return 0;
	}
	if (!strcmp(row->owner, j->from->our_uid))
		return judge_own(j, row);
	if (judge_alone(j, row, &on) < 0)
		return -1;
	if (!on)
		return 0;
	if ((strcmp(package_nouns[row->noun].name, "sheet_return")
			    ? package_judge_handed(j, row, &settled)
			    : package_judge_return(j, row, &settled)) < 0)
		return -1;
	if (settled)
		return 0;
	if (package_row_load(j->db, j->shape, row->noun, row->uid, j->from->contacts, j->arena,
		    &here, &found, j->err) < 0)
		return -1;
	if (found) {
		package_keep_unsaid(j, row, &here);
		if (judge_against(j, row, &here) < 0)
			return -1;
	} else {
		package_keep_outcome(j, row, NULL, &told);
		if (stays_out(j, row))
			return 0;
		if (never_came(j, row))
			row->fate = PACKAGE_GONE;
		else if (check_taken_back(j, row) < 0)
			return -1;
	}
	return row->fate == PACKAGE_NEW || row->fate == PACKAGE_CHANGED ? check_clash(j, row) : 0;
}

int
package_judge(struct db *db, const struct package_from *from, struct package_rows *rows,
	const char *const *known, int known_count, struct arena *arena, struct error *err)
{
	struct judging j = { .db = db,
		.from = from,
		.rows = rows,
		.known = known,
		.known_count = known_count,
		.shape = arena_new(arena, sizeof(*j.shape)),
		.arena = arena,
		.err = err };

	if (package_shape_load(db, j.shape, err) < 0 || package_add_withdrawn(&j) < 0)
		return -1;
	j.by_uid = arena_array(arena, (size_t)rows->count + 1, sizeof(*j.by_uid));
	for (int i = 0; i < rows->count; i++) {
		rows->rows[i].fate = PACKAGE_REFUSED; /* until it is judged */
		j.by_uid[i] = &rows->rows[i];
	}
	if (rows->count)
		qsort(j.by_uid, (size_t)rows->count, sizeof(*j.by_uid), compare_rows);
	package_people_collect(&j);
	for (int i = 0; i < rows->count; i++) {
		if (judge_row(&j, &rows->rows[i]) < 0 ||
			package_note_figures(&j, &rows->rows[i]) < 0)
			return -1;
		package_check_verified(&j, &rows->rows[i]);
	}
	package_settle_withdrawn(&j);
	return package_name_sheets(&j);
}
