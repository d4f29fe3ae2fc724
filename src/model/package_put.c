/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing rows that came in a package, and taking them back. */
#include "config.h"

#include "model/package_parts.h"

#include "base/i18n.h"
#include "base/input.h"
#include "base/memory.h"
#include "base/random.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/questionnaire.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
run_uid(struct db *db, int query, const char *uid, struct error *err)
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

static int
clear_lines(struct db *db, const struct package_row *row, int kind, struct error *err)
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
put_lines(struct db *db, const struct package_shape *shape, const struct package_row *row,
	struct error *err)
{
	const struct package_line_kind *kinds = package_nouns[row->noun].lines;

	/* Later kinds hang on earlier ones. */
	for (int k = 0; kinds[k].name; k++)
		if (clear_lines(db, row, k, err) < 0)
			return -1;
	for (int i = 0; i < row->line_count; i++) {
		const struct package_line *line = &row->lines[i];
		struct stmt *q = db_start(db, kinds[line->kind].in, err);

		db_bind_text(q, 1, row->uid);
		for (int f = 0; f < shape->lines[row->noun][line->kind].count; f++)
			db_bind_text(q, f + 2, line->values[f]);
		if (db_run(q, NULL) < 0)
			return -1;
	}
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
		return run_uid(db, Q_PACKAGE_SHEET_TAKES, row->uid, err);
	if (strcmp(noun, "exchange_group"))
		return 0;
	q = db_start(db, Q_PACKAGE_GROUP_FOLLOW, err);
	db_bind_text(q, 1, row->uid);
	db_bind_text(q, 2, random_uid(uid));
	return db_run(q, NULL) < 0 ? -1 : run_uid(db, Q_PACKAGE_GROUP_RENAME, row->uid, err);
}

static int
put_row(struct db *db, const struct package_shape *shape, const struct package_row *row,
	struct error *err)
{
	struct stmt *q = db_start(db, package_nouns[row->noun].in, err);

	db_bind_text(q, 1, row->uid);
	db_bind_int(q, 2, row->rev);
	db_bind_text(q, 3, row->owner);
	for (int i = 0; i < shape->nouns[row->noun].count; i++)
		db_bind_text(q, i + 4, row->values[i]);
	return db_run(q, NULL) < 0 || put_lines(db, shape, row, err) < 0 ||
			       follow(db, row, err) < 0
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

/* People's data are not kept a second time: '' says that there was a row. */
static int
note_found(struct db *db, int64_t import_id, const struct package_shape *shape,
	const struct package_row *row, const struct package_row *here, struct error *err)
{
	struct output *xml = output_memory();
	struct stmt *q = db_start(db, Q_PACKAGE_FOUND, err);
	int result;

	if (here && row->noun != 0)
		package_write_row(xml, shape, here);
	db_bind_int(q, 1, import_id);
	db_bind_text(q, 2, package_nouns[row->noun].name);
	db_bind_text(q, 3, row->uid);
	db_bind_int(q, 4, row->rev);
	db_bind_text(q, 5, here ? output_text(xml, NULL) : NULL);
	result = db_run(q, NULL);
	output_abort(xml);
	return result;
}

/* The sender, with the instant of its newest package before this one. */
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
		db_bind_int(q, 4, 1);
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
			run_uid(db, Q_PACKAGE_MEETING_ASIDE, rows->rows[i].uid, err) < 0)
			return -1;
	return 0;
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
		struct package_row here;
		struct error why = { 0 };
		bool found;

		if (row->fate != PACKAGE_NEW && row->fate != PACKAGE_CHANGED)
			continue;
		arena_clear(&arena);
		result = package_row_load(
			db, shape, row->noun, row->uid, true, &arena, &here, &found, err);
		if (result == 0)
			result = note_found(
				db, import_id, shape, row, found ? &here : NULL, err);
		if (result == 0 && put_row(db, shape, row, &why) < 0)
			result = told(row, err, &why);
	}
	if (result == 0 && from->contacts && !from->older)
		result = run_uid(db, Q_PACKAGE_CONTACT_UNNEEDED, from->office.uid, err);
	arena_release(&arena);
	free(shape);
	return result;
}

/* ---- taking back ---- */

static int
check_later(struct db *db, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_FOUND_LATER, err);
	char list[256] = "";
	size_t used = 0;

	db_bind_int(q, 1, import_id);
	while (db_next(q))
		if (used < sizeof(list) - 24)
			used += (size_t)snprintf(list + used, sizeof(list) - used, "%s%lld",
				used ? ", " : "", (long long)db_int(q, 0));
	if (db_end(q) < 0)
		return -1;
	if (!list[0])
		return 0;
	return error_set(err, ERROR_INPUT,
		_("Import %lld cannot be undone: newer packages changed the same rows. Undo "
		  "first: %s."),
		(long long)import_id, list);
}

struct found {
	const char *uid, *former; /* former NULL = there was nothing */
	int64_t rev;              /* that the package brought */
};

static int
load_found(struct db *db, int64_t import_id, int noun, struct arena *arena, struct found **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_FOUND_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, import_id);
	db_bind_text(q, 2, package_nouns[noun].name);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct found){ arena_string(arena, db_text(q, 1)),
			db_null(q, 3) ? NULL : arena_string(arena, db_text(q, 3)), db_int(q, 2) };
	}
	return db_end(q);
}

static int
remove_row(struct db *db, int noun, const char *uid, struct error *err)
{
	const struct package_row row = { .noun = noun, .uid = uid };
	const struct package_line_kind *kinds = package_nouns[noun].lines;
	struct error why = { 0 };
	int result = 0, last = 0;

	while (kinds[last].name)
		last++;
	for (int k = last - 1; k >= 0 && result == 0; k--)
		result = clear_lines(db, &row, k, &why);
	if (result == 0 && !strcmp(package_nouns[noun].name, "exchange_group"))
		result = run_uid(db, Q_PACKAGE_GROUP_UNFOLLOW_MEMBERS, uid, &why) < 0 ||
					 run_uid(db, Q_PACKAGE_GROUP_UNFOLLOW, uid, &why) < 0
				 ? -1
				 : 0;
	if (result == 0)
		result = run_uid(db, package_nouns[noun].gone, uid, &why);
	if (result == 0)
		return 0;
	if (why.code != ERROR_INPUT && why.code != ERROR_CONFLICT)
		return error_set(err, why.code, "%s", why.text);
	return error_set(err, ERROR_INPUT,
		_("The package cannot be taken back: entries of this office or of another package "
		  "rest on what it brought (%s)."),
		package_noun_label(noun));
}

/* Rows of ours that we went on with stay as they are. */
static int
put_back(struct db *db, const struct package_shape *shape, const struct found *found,
	const struct package_row *former, struct arena *arena, struct error *err)
{
	struct package_row here;
	bool there;

	if (former->owner[0])
		return put_row(db, shape, former, err);
	if (package_row_load(db, shape, former->noun, former->uid, true, arena, &here, &there,
		    err) < 0)
		return -1;
	return there && here.rev == found->rev ? put_row(db, shape, former, err) : 0;
}

static int
bring_back(struct db *db, const struct package_shape *shape, const struct found *found,
	struct arena *arena, struct error *err)
{
	struct package_rows rows;
	struct input *in;
	int result;

	if (input_open_memory(&in, "records.xml", found->former, strlen(found->former),
		    ENCODING_UTF8, err) < 0)
		return -1;
	result = package_read_xml(db, in, arena, &rows, err);
	input_close(in);
	return result < 0 || rows.count != 1
		       ? result
		       : put_back(db, shape, found, &rows.rows[0], arena, err);
}

static int
forget_noun(struct db *db, int64_t import_id, int noun, const struct package_shape *shape,
	bool back, struct error *err)
{
	struct arena arena = { 0 };
	struct found *list;
	int count, result = load_found(db, import_id, noun, &arena, &list, &count, err);

	for (int i = 0; i < count && result == 0; i++) {
		if (!back && !list[i].former)
			result = remove_row(db, noun, list[i].uid, err);
		else if (back && list[i].former && list[i].former[0])
			result = bring_back(db, shape, &list[i], &arena, err);
	}
	arena_release(&arena);
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

/* Drafts that somebody works with stay. */
static int
forget_questionnaires(struct db *db, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_QUESTIONNAIRE_DRAFTS, err);
	int64_t version = 0, rev = 0;
	struct error stays = { 0 };

	db_bind_int(q, 1, import_id);
	if (db_next(q)) {
		version = db_int(q, 0);
		rev = db_int(q, 1);
	}
	if (db_end(q) < 0)
		return -1;
	if (!version || questionnaire_drop_draft(db, version, rev, &stays) == 0 ||
		stays.code == ERROR_INPUT)
		return 0;
	return error_set(err, stays.code, "%s", stays.text);
}

/* When the sender's newest package was made, before this one. */
static int
forget_office(struct db *db, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_FOUND_LIST, err);
	char uid[OWNER_SIZE] = "", last[32] = "";

	db_bind_int(q, 1, import_id);
	db_bind_text(q, 2, "partner_office");
	if (db_next(q)) {
		text_copy(uid, sizeof(uid), db_text(q, 1));
		text_copy(last, sizeof(last), db_text(q, 3));
	}
	if (db_end(q) < 0)
		return -1;
	q = db_start(db, Q_PACKAGE_PARTNER_BACK, err);
	db_bind_text(q, 1, uid);
	db_bind_text(q, 2, last);
	db_bind_int(q, 3, import_id);
	return db_run(q, NULL);
}

int
package_forget(struct db *db, int64_t import_id, struct error *err)
{
	struct package_shape *shape = memory_new(sizeof(*shape));
	struct stmt *q;
	int64_t newest = 0;
	int result = check_later(db, import_id, err);

	if (result == 0 && (package_shape_load(db, shape, err) < 0 ||
				   db_number(db, Q_PACKAGE_FORMER_NEWEST, 0, &newest, err) < 0))
		result = -1;
	/* First what was changed, so that nothing rests on rows that go. */
	for (int n = 0; n < PACKAGE_NOUNS && result == 0; n++)
		result = forget_noun(db, import_id, n, shape, true, err);
	for (int n = PACKAGE_NOUNS - 1; n >= 0 && result == 0; n--)
		result = forget_noun(db, import_id, n, shape, false, err);
	free(shape);
	if (result < 0 || forget_questionnaires(db, import_id, err) < 0 ||
		forget_office(db, import_id, err) < 0)
		return -1;
	q = db_start(db, Q_PACKAGE_FORMER_DROP, err);
	db_bind_int(q, 1, newest);
	if (db_run(q, NULL) < 0)
		return -1;
	q = db_start(db, Q_PACKAGE_FOUND_DROP, err);
	db_bind_int(q, 1, import_id);
	return db_run(q, NULL);
}
