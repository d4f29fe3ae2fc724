/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking back what a package brought: what it found comes back, what it made goes. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "base/i18n.h"
#include "base/input.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/questionnaires/questionnaire.h"
#include "model/sheets/own_figure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
		_("Import %lld cannot be undone: newer packages changed the same entries or "
		  "brought them again. Undo first: %s."),
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

int
package_row_remove(struct db *db, int noun, const char *uid, struct error *err)
{
	const struct package_row row = { .noun = noun, .uid = uid };
	const struct package_line_kind *kinds = package_nouns[noun].lines;
	struct error why = { 0 };
	int result = 0, last = 0;

	while (kinds[last].name)
		last++;
	for (int k = last - 1; k >= 0 && result == 0; k--)
		result = package_lines_clear(db, &row, k, &why);
	if (result == 0 && !strcmp(package_nouns[noun].name, "exchange_group"))
		result =
			package_run_uid(db, Q_PACKAGE_GROUP_UNFOLLOW_MEMBERS, uid, &why) < 0 ||
					package_run_uid(db, Q_PACKAGE_GROUP_UNFOLLOW, uid, &why) < 0
				? -1
				: 0;
	if (result == 0)
		result = package_run_uid(db, package_nouns[noun].gone, uid, &why);
	if (result == 0)
		return 0;
	if (why.code != ERROR_INPUT && why.code != ERROR_CONFLICT)
		return error_set(err, why.code, "%s", why.text);
	return error_set(err, ERROR_INPUT,
		_("The package cannot be taken back: entries of this office or of another package "
		  "rest on what it brought (%s)."),
		package_noun_label(noun));
}

/* What is undone, and how. */
struct forgetting {
	struct db *db;
	int64_t import_id;
	struct package_shape *shape;
	bool people_stayed; /* it came without contact data */
};

/* *went: whether the row is ours and we went on with it since the package came: such rows stay. */
static int
load_here(const struct forgetting *f, int noun, const struct found *found, struct arena *arena,
	struct package_row *here, bool *there, bool *went, struct error *err)
{
	if (package_row_load(f->db, f->shape, noun, found->uid, true, arena, here, there, err) < 0)
		return -1;
	*went = *there && !here->owner[0] && here->rev != found->rev;
	return 0;
}

/* What stood there holds no guests: those that stand here stayed all the time. */
static int
put_back(const struct forgetting *f, const struct found *found, struct package_row *former,
	struct arena *arena, struct error *err)
{
	struct package_row here;
	bool there, stays;

	if (load_here(f, former->noun, found, arena, &here, &there, &stays, err) < 0)
		return -1;
	if (stays)
		return 0;
	if (there && f->people_stayed &&
		package_keep_people(f->db, f->shape, &here, former, arena, err) < 0)
		return -1;
	if (strcmp(former->uid, found->uid) &&
		package_row_rename(f->db, former->noun, found->uid, former->uid, err) < 0)
		return -1;
	return package_row_put(f->db, f->shape, former, err);
}

static int
bring_back(const struct forgetting *f, const struct found *found, struct arena *arena,
	struct error *err)
{
	struct package_rows rows;
	struct input *in;
	int result;

	if (input_open_memory(&in, "records.xml", found->former, strlen(found->former),
		    ENCODING_UTF8, err) < 0)
		return -1;
	result = package_read_xml(f->db, in, arena, &rows, err);
	input_close(in);
	return result < 0 || rows.count != 1 ? result
					     : put_back(f, found, &rows.rows[0], arena, err);
}

static int
forget_noun(const struct forgetting *f, int noun, bool back, struct error *err)
{
	struct arena arena = { 0 };
	struct found *list;
	struct package_row here;
	int count, result = load_found(f->db, f->import_id, noun, &arena, &list, &count, err);

	for (int i = 0; i < count && result == 0; i++) {
		bool there, stays = false;

		if (!back && !list[i].former)
			result = load_here(f, noun, &list[i], &arena, &here, &there, &stays, err) <
							 0 ||
						 (!stays && package_row_remove(
								    f->db, noun, list[i].uid, err))
					 ? -1
					 : 0;
		else if (back && list[i].former && list[i].former[0])
			result = bring_back(f, &list[i], &arena, err);
	}
	arena_release(&arena);
	return result;
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

static int
load_people_stayed(struct forgetting *f, struct error *err)
{
	struct stmt *q = db_start(f->db, Q_PACKAGE_FOUND_LIST, err);

	db_bind_int(q, 1, f->import_id);
	db_bind_text(q, 2, "partner_office");
	if (db_next(q))
		f->people_stayed = db_int(q, 2) == FOUND_PEOPLE_STAYED;
	return db_end(q);
}

/* Former figures that undoing itself left behind. */
static int
drop_former(struct db *db, int64_t newest, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_FORMER_DROP, err);

	db_bind_int(q, 1, newest);
	return db_run(q, NULL);
}

int
package_forget(struct db *db, int64_t import_id, struct error *err)
{
	struct forgetting f = { db, import_id, memory_new(sizeof(*f.shape)), false };
	struct stmt *q;
	int64_t newest = 0;
	int result = check_later(db, import_id, err);

	if (result == 0 &&
		(package_shape_load(db, f.shape, err) < 0 || load_people_stayed(&f, err) < 0 ||
			db_number(db, Q_PACKAGE_FORMER_NEWEST, 0, &newest, err) < 0))
		result = -1;
	/* First what was changed, so that nothing rests on rows that go. */
	for (int n = 0; n < PACKAGE_NOUNS && result == 0; n++)
		result = forget_noun(&f, n, true, err);
	for (int n = PACKAGE_NOUNS - 1; n >= 0 && result == 0; n--)
		result = forget_noun(&f, n, false, err);
	free(f.shape);
	/* A figure of an undone file that came back does not stand over the package's. */
	if (result < 0 || drop_former(db, newest, err) < 0 ||
		own_figure_forget_undone(db, err) < 0 || drop_former(db, newest, err) < 0 ||
		forget_questionnaires(db, import_id, err) < 0 ||
		forget_office(db, import_id, err) < 0)
		return -1;
	q = db_start(db, Q_PACKAGE_FOUND_DROP, err);
	db_bind_int(q, 1, import_id);
	return db_run(q, NULL);
}
