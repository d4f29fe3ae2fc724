/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing rows that came in a package, with what stood in their place noted. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/random.h"
#include "base/text.h"
#include "model/packages/package_office.h"
#include "model/queries.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
package_run_uid(struct db *db, int query, const char *uid, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_text(q, 1, uid);
	return db_run(q, NULL);
}

/* ---- one row ---- */

/* ",1,2,": what the first fields of a kind's lines say. */
static char *
kept_keys(const struct package_row *row, int kind)
{
	size_t size = 2, used = 1;
	char *keys;

	for (int i = 0; i < row->line_count; i++)
		if (row->lines[i].kind == kind && row->lines[i].values[0])
			size += strlen(row->lines[i].values[0]) + 1;
	keys = memory_new(size);
	keys[0] = ',';
	for (int i = 0; i < row->line_count; i++)
		if (row->lines[i].kind == kind && row->lines[i].values[0])
			used += (size_t)snprintf(
				keys + used, size - used, "%s,", row->lines[i].values[0]);
	return keys;
}

int
package_lines_clear(struct db *db, const struct package_row *row, int kind, struct error *err)
{
	struct stmt *q = db_start(db, package_nouns[row->noun].lines[kind].clear, err);
	char *keys = kept_keys(row, kind);

	db_bind_text(q, 1, row->uid);
	if (db_parameters(q) > 1)
		db_bind_text(q, 2, keys);
	free(keys);
	return db_run(q, NULL);
}

static int
put_line(struct db *db, const struct package_shape *shape, const struct package_row *row,
	const struct package_line *line, struct error *err)
{
	struct stmt *q = db_start(db, package_nouns[row->noun].lines[line->kind].in, err);

	db_bind_text(q, 1, row->uid);
	for (int f = 0; f < shape->lines[row->noun][line->kind].count; f++)
		db_bind_text(q, f + 2, line->values[f]);
	return db_run(q, NULL);
}

static int
put_lines(struct db *db, const struct package_shape *shape, const struct package_row *row,
	struct error *err)
{
	const struct package_line_kind *kinds = package_nouns[row->noun].lines;

	/* Later kinds hang on earlier ones. */
	for (int k = 0; kinds[k].name; k++)
		if (package_lines_clear(db, row, k, err) < 0)
			return -1;
	for (int i = 0; i < row->line_count; i++)
		if (put_line(db, shape, row, &row->lines[i], err) < 0)
			return -1;
	return 0;
}

/* What follows from a row beyond its own table. */
static int
follow(struct db *db, const struct package_row *row, struct error *err)
{
	const char *noun = package_nouns[row->noun].name;
	char uid[UID_SIZE];
	struct stmt *q;

	if (!strcmp(noun, "data_sheet"))
		return package_run_uid(db, Q_PACKAGE_SHEET_TAKES, row->uid, err);
	if (!strcmp(noun, "member_figures"))
		return package_run_uid(db, Q_PACKAGE_FIGURES_TAKE, row->uid, err);
	if (strcmp(noun, "exchange_group"))
		return 0;
	q = db_start(db, Q_PACKAGE_GROUP_FOLLOW, err);
	db_bind_text(q, 1, row->uid);
	db_bind_text(q, 2, random_uid(uid));
	return db_run(q, NULL) < 0 ? -1
				   : package_run_uid(db, Q_PACKAGE_GROUP_RENAME, row->uid, err);
}

int
package_row_put(struct db *db, const struct package_shape *shape, const struct package_row *row,
	struct error *err)
{
	struct stmt *q = db_start(db, package_nouns[row->noun].in, err);

	db_bind_text(q, 1, row->uid);
	db_bind_int(q, 2, row->rev);
	db_bind_text(q, 3, row->ours ? "" : row->owner);
	for (int i = 0; i < shape->nouns[row->noun].count; i++)
		db_bind_text(q, i + 4, row->values[i]);
	return db_run(q, NULL) < 0 || put_lines(db, shape, row, err) < 0 || follow(db, row, err) < 0
		       ? -1
		       : 0;
}

/* A rule of the tables said no: the package holds what gromada would not have let through. */
static int
told(const struct package_row *row, struct error *err, const struct error *why)
{
	if (why->code != ERROR_CONFLICT && why->code != ERROR_INPUT)
		return error_set(err, why->code, "%s", why->text);
	return error_set(err, ERROR_INPUT,
		_("A row of the package (%s, %.8s…) breaks the rules of the database; the "
		  "package was changed or made by another program. Nothing was taken over."),
		package_noun_label(row->noun), row->uid);
}

/* ---- what stood there ---- */

/* What travels with contact data alone is not kept a second time: names of guests, and what was
 * remarked on people. */
static void
leave_people_out(const struct package_shape *shape, struct package_row *row)
{
	for (int i = 0; i < row->line_count; i++) {
		const struct package_line *line = &row->lines[i];
		const struct package_fields *fields = &shape->lines[row->noun][line->kind];

		if (strcmp(package_nouns[row->noun].lines[line->kind].name, "participant"))
			continue;
		for (int f = 0; f < fields->count; f++)
			if (!strcmp(fields->list[f].name, "name") ||
				!strcmp(fields->list[f].name, "remark"))
				line->values[f] = "";
	}
}

/* Of people '' says that there was a row. */
static int
note_found(struct db *db, int64_t import_id, const struct package_shape *shape,
	const struct package_row *row, struct package_row *here, struct error *err)
{
	struct output *xml = output_memory();
	struct stmt *q = db_start(db, Q_PACKAGE_FOUND, err);
	int result;

	if (here && row->noun != 0) {
		leave_people_out(shape, here);
		package_write_row(xml, shape, here);
	}
	db_bind_int(q, 1, import_id);
	db_bind_text(q, 2, package_nouns[row->noun].name);
	db_bind_text(q, 3, row->uid);
	db_bind_int(q, 4, row->rev);
	db_bind_text(q, 5, here ? output_text(xml, NULL) : NULL);
	result = db_run(q, NULL);
	output_abort(xml);
	return result;
}

/* What came again as it stands here: the package that brought it is not undone before this one. */
static int
note_again(struct db *db, int64_t import_id, const struct package_row *row, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_FOUND_AGAIN, err);

	db_bind_int(q, 1, import_id);
	db_bind_text(q, 2, package_nouns[row->noun].name);
	db_bind_text(q, 3, row->uid);
	return db_run(q, NULL);
}

/* The sender, with the instant of its newest package before this one, and as rev whether people
 * stayed as they were. */
static int
note_sender(struct db *db, int64_t import_id, const struct package_from *from, struct error *err)
{
	struct arena arena = { 0 };
	struct partner_office before = { .last_from = "" };
	bool known;
	struct stmt *q;
	int result = partner_office_load(db, from->office.uid, &arena, &before, &known, err);

	if (result == 0) {
		q = db_start(db, Q_PACKAGE_FOUND, err);
		db_bind_int(q, 1, import_id);
		db_bind_text(q, 2, "partner_office");
		db_bind_text(q, 3, from->office.uid);
		db_bind_int(q, 4, from->leads && !from->contacts ? FOUND_PEOPLE_STAYED : 1);
		db_bind_text(q, 5, before.last_from);
		result = db_run(q, NULL);
	}
	arena_release(&arena);
	return result < 0 ? -1 : partner_office_put(db, &from->office, from->made_at, "", err);
}

/* Numbers of meetings that change places must not meet on the way. */
static int
set_meetings_aside(struct db *db, const struct package_rows *rows, struct error *err)
{
	for (int i = 0; i < rows->count; i++)
		if (rows->rows[i].fate == PACKAGE_CHANGED &&
			!strcmp(package_nouns[rows->rows[i].noun].name, "meeting") &&
			package_run_uid(db, Q_PACKAGE_MEETING_ASIDE, rows->rows[i].uid, err) < 0)
			return -1;
	return 0;
}

/* ---- rows that take the place of others ---- */

int
package_row_rename(struct db *db, int noun, const char *from, const char *to, struct error *err)
{
	struct stmt *q = db_start(db, package_nouns[noun].rename, err);

	db_bind_text(q, 1, from);
	db_bind_text(q, 2, to);
	return db_run(q, NULL);
}

/* Figures that stand without a return get one, so that undoing has what to bring back. */
static int
stand_in(struct db *db, const struct package_shape *shape, const struct package_row *row,
	char uid[UID_SIZE], struct error *err)
{
	const struct package_fields *fields = &shape->nouns[row->noun];
	struct stmt *q = db_start(db, Q_PACKAGE_RETURN_STAND_IN, err);
	char today[16];

	db_bind_text(q, 1, random_uid(uid));
	for (int i = 0; i < fields->count; i++)
		if (!strcmp(fields->list[i].name, "sheet.uid"))
			db_bind_text(q, 2, row->values[i]);
		else if (!strcmp(fields->list[i].name, "unit.code"))
			db_bind_text(q, 3, row->values[i]);
	db_bind_text(q, 4, date_iso(today, sizeof(today), clock_today()));
	return db_run(q, NULL);
}

/* What stood there is noted, then the row is written. */
static int
take_row(struct db *db, int64_t import_id, const struct package_shape *shape, bool keep_people,
	const struct package_row *row, struct arena *arena, struct error *err)
{
	const char *place = row->replaces ? row->replaces : row->uid;
	struct package_row here, put = *row;
	struct error why = { 0 };
	char uid[UID_SIZE];
	int64_t brought;
	bool found;

	if (row->stand_in) {
		if (stand_in(db, shape, row, uid, err) < 0)
			return -1;
		place = uid;
	}
	if (package_row_load(db, shape, row->noun, place, true, arena, &here, &found, err) < 0 ||
		(row->ours && found && !here.owner[0] &&
			package_untouched(db, &here, arena, &here.untouched, &brought, err) < 0) ||
		(keep_people && found &&
			package_keep_people(db, shape, &here, &put, arena, err) < 0) ||
		note_found(db, import_id, shape, row, found ? &here : NULL, err) < 0 ||
		(place != row->uid && package_row_rename(db, row->noun, place, row->uid, err) < 0))
		return -1;
	return package_row_put(db, shape, &put, &why) < 0 ? told(row, err, &why) : 0;
}

/* Lines before what they hang on. */
static int
remove_withdrawn(struct db *db, int64_t import_id, const struct package_shape *shape,
	const struct package_rows *rows, struct error *err)
{
	struct arena arena = { 0 };
	int result = 0;

	for (int i = rows->count - 1; i >= 0 && result == 0; i--) {
		const struct package_row *row = &rows->rows[i];
		struct package_row here;
		bool found;

		if (!row->removed || row->fate != PACKAGE_CHANGED)
			continue;
		result = package_row_load(
			db, shape, row->noun, row->uid, true, &arena, &here, &found, err);
		if (result == 0 && found &&
			(note_found(db, import_id, shape, row, &here, err) < 0 ||
				package_row_remove(db, row->noun, row->uid, err) < 0))
			result = -1;
	}
	arena_release(&arena);
	return result;
}

/* Whoever nothing names any more was erased there, so is erased here. */
static int
settle_people(struct db *db, const struct package_from *from, struct error *err)
{
	return !from->leads || !from->contacts || from->older
		       ? 0
		       : package_run_uid(db, Q_PACKAGE_CONTACT_UNNEEDED, from->office.uid, err);
}

int
package_put(struct db *db, int64_t import_id, const struct package_from *from,
	struct package_rows *rows, struct error *err)
{
	struct arena arena = { 0 };
	struct package_shape *shape = memory_new(sizeof(*shape));
	int result = package_shape_load(db, shape, err);

	assert(db_writing(db));
	if (result == 0 && (note_sender(db, import_id, from, err) < 0 ||
				   set_meetings_aside(db, rows, err) < 0))
		result = -1;
	for (int i = 0; i < rows->count && result == 0; i++) {
		const struct package_row *row = &rows->rows[i];

		if (row->fate == PACKAGE_SAME)
			result = note_again(db, import_id, row, err);
		if (row->removed || (row->fate != PACKAGE_NEW && row->fate != PACKAGE_CHANGED))
			continue;
		arena_clear(&arena);
		result = take_row(
			db, import_id, shape, from->leads && !from->contacts, row, &arena, err);
	}
	if (result == 0)
		result = remove_withdrawn(db, import_id, shape, rows, err);
	if (result == 0)
		result = settle_people(db, from, err);
	arena_release(&arena);
	free(shape);
	return result;
}

int
package_note_questionnaire(struct db *db, int64_t import_id, int64_t questionnaire,
	int64_t version_rev, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_QUESTIONNAIRE_FOUND, err);

	db_bind_int(q, 1, import_id);
	db_bind_int(q, 2, questionnaire);
	db_bind_int(q, 3, version_rev);
	return db_run(q, NULL);
}
