/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of a questionnaire: taken over from a file, published, copied, dropped, out of use. */
#include "config.h"

#include "model/questionnaires/questionnaire.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/queries.h"
#include "model/questionnaires/questionnaire_check.h"

#include <stdio.h>
#include <string.h>

/* ---- taken over from a file ---- */

static int
newest_version(struct db *db, const char *code, int64_t *id, struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_VERSION_OF, err);

	*id = 0;
	db_bind_text(q, 1, code);
	db_bind_int(q, 2, 0);
	if (db_next(q))
		*id = db_int(q, 0);
	return db_end(q);
}

int
questionnaire_adopt(struct db *db, struct questionnaire *q, struct arena *arena, int *version,
	bool *same, struct error *err)
{
	struct questionnaire known;
	int64_t id;
	int at;

	*version = 0;
	*same = false;
	if (newest_version(db, q->code, &id, err) < 0)
		return -1;
	if (id == 0)
		return 0;
	if (questionnaire_load_version(db, id, arena, &known, err) < 0)
		return -1;
	if (known.retired)
		return error_set(err, ERROR_INPUT,
			_("The questionnaire “%s” is out of use. Bring it back first, or choose "
			  "another form_id."),
			q->code);
	*version = known.number;
	*same = questionnaire_same(q, &known);
	q->id = known.id;
	q->rev = known.rev;
	memcpy(q->uid, known.uid, sizeof(q->uid));
	q->copied_from = known.copied_from;
	q->version_id = known.version_id;
	q->version_rev = known.version_rev;
	q->number = known.number;
	q->published_at = known.published_at;
	for (int i = 0; i < q->question_count; i++) {
		char own[1024];

		snprintf(own, sizeof(own), "%s/%s", q->code, q->questions[i].name);
		at = question_by_name(&known, q->questions[i].name);
		/* An identity that the file names itself stays. */
		if (at >= 0 && strcmp(q->questions[i].identity, own) == 0)
			q->questions[i].identity = known.questions[at].identity;
	}
	return 0;
}

/* What is done rests on what was seen: of the version, or (rev -1) it is known to have changed. */
static int
refuse_changed(const struct questionnaire *q, int64_t rev, struct error *err)
{
	if (q->version_rev == rev)
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the questionnaire “%s” meanwhile. Nothing was done; "
		  "look "
		  "at the new state first."),
		q->code);
}

/* ---- published ---- */

static int
refuse_faulty(const struct questionnaire *q, struct arena *arena, struct error *err)
{
	struct questionnaire_problem *list;
	int count, errors = 0, first = -1;

	if (questionnaire_check(q, arena, &list, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		if (list[i].error && first < 0)
			first = i;
		errors += list[i].error;
	}
	if (errors == 0)
		return 0;
	return error_set(err, ERROR_INPUT,
		P_("The questionnaire has %d error and was not published: %s",
			"The questionnaire has %d errors and was not published; the first: %s",
			(unsigned long)errors),
		errors, list[first].text);
}

static int
publish(struct db *db, void *context, struct error *err)
{
	const struct questionnaire *q = context;
	struct stmt *row = db_start(db, Q_QUESTIONNAIRE_PUBLISH, err);
	int64_t changed;
	char now[32];

	db_bind_int(row, 1, q->version_id);
	db_bind_int(row, 2, q->version_rev);
	db_bind_text(row, 3, clock_now_utc(now, sizeof(now)));
	if (db_person(db))
		db_bind_int(row, 4, db_person(db));
	else
		db_bind_null(row, 4);
	if (db_run(row, &changed) < 0)
		return -1;
	if (changed == 0)
		return refuse_changed(q, -1, err);
	db_act_entity(db, q->id);
	return 0;
}

int
questionnaire_publish(struct db *db, int64_t version_id, int64_t version_rev, struct error *err)
{
	struct arena arena = { 0 };
	struct questionnaire q;
	struct db_act act = { .action = "questionnaire.publish", .entity = "questionnaire" };
	int result = questionnaire_load_version(db, version_id, &arena, &q, err);

	if (result == 0 && *q.published_at)
		result = error_set(err, ERROR_INPUT,
			_("Version %d of the questionnaire “%s” is published already."), q.number,
			q.code);
	if (result == 0)
		result = refuse_changed(&q, version_rev, err);
	if (result == 0)
		result = refuse_faulty(&q, &arena, err);
	if (result == 0) {
		act.summary = arena_format(&arena, "%s %d", q.code, q.number);
		result = db_write(db, &act, publish, &q, err);
	}
	arena_release(&arena);
	return result;
}

/* ---- copied ---- */

int
questionnaire_copy(struct db *db, int64_t version_id, const char *code, const char *title,
	int64_t *id, struct error *err)
{
	struct arena arena = { 0 };
	struct questionnaire q;
	int result = questionnaire_load_version(db, version_id, &arena, &q, err);

	if (result == 0) {
		q.id = q.rev = q.version_id = q.version_rev = 0;
		q.copied_from = version_id;
		q.code = code;
		q.published_at = "";
		q.form_version = "";
		/* One title for all languages: the old ones would name the other form. */
		if (title && *title) {
			memset(&q.title, 0, sizeof(q.title));
			q.title.in[q.language] = title;
		}
		result = questionnaire_code_check(&q, err);
		if (result == 0)
			result = questionnaire_save(db, &q, err);
		if (result == 0 && id)
			*id = q.id;
	}
	arena_release(&arena);
	return result;
}

/* ---- dropped, out of use ---- */

static int
drop(struct db *db, void *context, struct error *err)
{
	const struct questionnaire *q = context;
	struct stmt *row = db_start(db, Q_QUESTIONNAIRE_FORGET_COPIES, err);
	int64_t changed;

	db_bind_int(row, 1, q->version_id);
	if (db_run(row, NULL) < 0)
		return -1;
	row = db_start(db, Q_QUESTIONNAIRE_DROP_VERSION, err);
	db_bind_int(row, 1, q->version_id);
	db_bind_int(row, 2, q->version_rev);
	if (db_run(row, &changed) < 0)
		return -1;
	if (changed == 0)
		return refuse_changed(q, -1, err);
	row = db_start(db, Q_QUESTIONNAIRE_DROP_EMPTY, err);
	db_bind_int(row, 1, q->id);
	if (db_run(row, NULL) < 0)
		return -1;
	db_act_entity(db, q->id);
	return 0;
}

static int
refuse_hanging(struct db *db, const struct questionnaire *q, struct error *err)
{
	struct stmt *row = db_start(db, Q_QUESTIONNAIRE_HANGS, err);
	int64_t count = 0;

	db_bind_int(row, 1, q->version_id);
	if (db_next(row))
		count = db_int(row, 0);
	if (db_end(row) < 0)
		return -1;
	if (count > 0)
		return error_set(err, ERROR_INPUT,
			_("Waves or forms use this version of the questionnaire “%s”; it stays."),
			q->code);
	return 0;
}

int
questionnaire_drop_draft(struct db *db, int64_t version_id, int64_t version_rev, struct error *err)
{
	struct arena arena = { 0 };
	struct questionnaire q;
	struct db_act act = { .action = "questionnaire.drop", .entity = "questionnaire" };
	int result = questionnaire_load_version(db, version_id, &arena, &q, err);

	if (result == 0 && *q.published_at)
		result = error_set(err, ERROR_INPUT,
			_("Version %d of the questionnaire “%s” is published; it stays."), q.number,
			q.code);
	if (result == 0)
		result = refuse_changed(&q, version_rev, err);
	if (result == 0)
		result = refuse_hanging(db, &q, err);
	if (result == 0) {
		act.summary = arena_format(&arena, "%s %d", q.code, q.number);
		result = db_writing(db) ? drop(db, &q, err)
					: db_write(db, &act, drop, &q, err);
	}
	arena_release(&arena);
	return result;
}

struct retiring {
	int64_t id, rev;
	bool back;
};

static int
retire(struct db *db, void *context, struct error *err)
{
	const struct retiring *r = context;
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_RETIRE, err);
	int64_t changed;
	char now[32];

	db_bind_int(q, 1, r->id);
	db_bind_text(q, 2, r->back ? NULL : clock_now_utc(now, sizeof(now)));
	db_bind_int(q, 3, r->rev);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_CONFLICT,
			r->back ? _("The questionnaire is in use already, or a colleague has "
				    "changed it meanwhile; look at the new state first.")
				: _("The questionnaire is out of use already, or a colleague has "
				    "changed it meanwhile; look at the new state first."));
	db_act_entity(db, r->id);
	return 0;
}

int
questionnaire_retire(struct db *db, int64_t id, int64_t rev, bool back, struct error *err)
{
	struct db_act act = { .action = back ? "questionnaire.restore" : "questionnaire.retire",
		.entity = "questionnaire" };
	struct retiring retiring = { id, rev, back };

	return db_write(db, &act, retire, &retiring, err);
}
