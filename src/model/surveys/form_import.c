/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms that files bring: written in the order of their keys, taken back whole. */
#include "config.h"

#include "model/surveys/form_import.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/surveys/form_parts.h"
#include "model/queries.h"

#include <assert.h>
#include <stdlib.h>

int
form_known_list(struct db *db, int64_t wave, struct arena *arena, struct form_known **list,
	int *count, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_KNOWN, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(row, 1, wave);
	while (db_next(row)) {
		struct form_known *f;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		f = &(*list)[(*count)++];
		*f = (struct form_known){ .id = db_int(row, 0),
			.number = db_int(row, 1),
			.keyed = db_int(row, 3) != 0 };
		text_copy(f->uid, sizeof(f->uid), db_text(row, 2));
	}
	return db_end(row);
}

/* ---- writing ---- */

/* So many rows go into one statement, or one. */
static int
together(int left)
{
	return left >= FORM_IMPORT_MANY ? FORM_IMPORT_MANY : 1;
}

static int
add_forms(struct db *db, int64_t first, const struct form_new *forms, int count, struct error *err)
{
	for (int i = 0; i < count;) {
		int p = 1, end = i + together(count - i);
		struct stmt *row = db_start(
			db, end - i > 1 ? Q_FORM_IMPORT_INSERT_16 : Q_FORM_IMPORT_INSERT, err);

		for (; i < end; i++) {
			db_bind_int(row, p++, first + i);
			db_bind_text_kept(row, p++, forms[i].uid);
			db_bind_int(row, p++, forms[i].wave);
			db_bind_int(row, p++, forms[i].number);
			db_bind_int(row, p++, forms[i].version);
			db_bind_text_kept(row, p++, forms[i].mode);
			db_bind_int(row, p++, forms[i].inconsistent);
			db_bind_int(row, p++, forms[i].import);
		}
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}

static int
add_readings(struct db *db, int64_t first, const struct form_new *forms,
	const struct answers *answers, int count, struct error *err)
{
	for (int i = 0; i < count;) {
		int p = 1, end = i + together(count - i);
		struct stmt *row = db_start(
			db, end - i > 1 ? Q_FORM_IMPORT_READING_16 : Q_FORM_IMPORT_READING, err);

		for (; i < end; i++) {
			db_bind_int(row, p++, first + i);
			db_bind_text_kept(row, p++, forms[i].now);
			db_bind_int(row, p++, answers[i].count);
		}
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}

static void
bind_answer(struct stmt *row, int p, int64_t form, const struct questionnaire *q,
	const struct answer *x)
{
	db_bind_int(row, p, form);
	db_bind_int(row, p + 1, q->questions[x->question].id);
	db_bind_int(row, p + 2, x->occurrence);
	db_bind_text_kept(row, p + 3, x->value);
	db_bind_text_kept(row, p + 4, missing_reason(x->missing)->name);
	db_bind_int(row, p + 5, x->marks);
}

/* In the order of their keys, whichever form they belong to. */
static int
add_answers(struct db *db, int64_t first, const struct answers *answers, int count,
	const struct questionnaire *q, struct error *err)
{
	int left = 0, form = 0, at = 0;

	for (int i = 0; i < count; i++)
		left += answers[i].count;
	while (left > 0) {
		int rows = together(left);
		struct stmt *row = db_start(
			db, rows > 1 ? Q_FORM_IMPORT_ANSWERS_16 : Q_FORM_IMPORT_ANSWER, err);

		for (int i = 0; i < rows; i++) {
			for (; at == answers[form].count; form++)
				at = 0;
			bind_answer(row, 6 * i + 1, first + form, q, &answers[form].list[at++]);
		}
		if (db_run(row, NULL) < 0)
			return -1;
		left -= rows;
	}
	return 0;
}

static int
add_confirmed(struct db *db, int64_t form, const struct form_new *f, const struct questionnaire *q,
	struct error *err)
{
	for (int i = 0; i < f->confirmed_count; i++) {
		const struct failed_check *c = &f->confirmed[i];
		struct stmt *row = db_start(db, Q_CONFIRMED_ADD, err);

		db_bind_int(row, 1, form);
		db_bind_int(row, 2, llabs(q->questions[c->at.question].id));
		db_bind_int(row, 3, c->at.occurrence);
		db_bind_text(row, 4, check_kind_name(c->kind));
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}

int
form_import_add(struct db *db, const struct form_new *forms, const struct answers *answers,
	int count, const struct questionnaire *q, struct error *err)
{
	int64_t first;

	assert(db_writing(db));
	if (db_number(db, Q_FORM_IMPORT_NEXT, 1, &first, err) < 0 ||
		add_forms(db, first, forms, count, err) < 0 ||
		add_readings(db, first, forms, answers, count, err) < 0 ||
		add_answers(db, first, answers, count, q, err) < 0)
		return -1;
	for (int i = 0; i < count; i++)
		if (add_confirmed(db, first + i, &forms[i], q, err) < 0)
			return -1;
	return 0;
}

/* ---- taking back ---- */

static int
may_forget(struct db *db, int64_t import, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_IMPORT_CLOSED, err);
	char wave[33] = "";
	int64_t corrected;

	db_bind_int(row, 1, import);
	if (db_next(row))
		text_copy(wave, sizeof(wave), db_text(row, 0));
	if (db_end(row) < 0)
		return -1;
	if (wave[0])
		return error_set(err, ERROR_INPUT,
			_("The answers of import %lld belong to the wave %s, which is closed. Open "
			  "the wave again first."),
			(long long)import, wave);
	row = db_start(db, Q_FORM_IMPORT_CORRECTED, err);
	db_bind_int(row, 1, import);
	corrected = db_next(row) ? db_int(row, 0) : 0;
	if (db_end(row) < 0)
		return -1;
	if (corrected)
		return error_set(err, ERROR_INPUT,
			_("Import %lld cannot be undone: its form %lld was corrected since, and "
			  "that work would be lost."),
			(long long)import, (long long)corrected);
	return 0;
}

int
form_import_forget(struct db *db, int64_t import, struct error *err)
{
	static const int drops[] = { Q_FORM_IMPORT_DROP_CODES, Q_FORM_IMPORT_DROP_REMARKS,
		Q_FORM_IMPORT_DROP_CONFIRMED, Q_FORM_IMPORT_DROP_ANSWERS,
		Q_FORM_IMPORT_DROP_READINGS, Q_TYPED_ERASE_IMPORT, Q_FORM_IMPORT_DROP };

	if (may_forget(db, import, err) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(drops) / sizeof(drops[0]); i++) {
		struct stmt *row = db_start(db, drops[i], err);

		db_bind_int(row, 1, import);
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}

/* ---- how a file was read ---- */

int
answer_mapping_list(struct db *db, int64_t wave, struct arena *arena, struct answer_mapping **list,
	int *count, struct error *err)
{
	struct stmt *row = db_start(db, Q_ANSWER_MAPPING_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(row, 1, wave);
	while (db_next(row)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] =
			(struct answer_mapping){ arena_string(arena, db_text(row, 0)),
				arena_string(arena, db_text(row, 1)),
				arena_string(arena, db_text(row, 2)) };
	}
	return db_end(row);
}

int
answer_mapping_put(
	struct db *db, int64_t wave, const struct answer_mapping *m, struct error *err)
{
	struct stmt *row = db_start(db, Q_ANSWER_MAPPING_PUT, err);

	assert(db_writing(db));
	db_bind_int(row, 1, wave);
	db_bind_text(row, 2, m->question[0] ? "label" : "column");
	db_bind_text(row, 3, m->question);
	db_bind_text(row, 4, m->source);
	db_bind_text(row, 5, m->target);
	return db_run(row, NULL);
}

int
form_answered(struct db *db, int64_t wave, struct arena *arena, struct answered **list, int *count,
	struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_ANSWERED, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(row, 1, wave);
	while (db_next(row)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct answered){ db_int(row, 0), (int)db_int(row, 1),
			db_int(row, 2) != 0 };
	}
	return db_end(row);
}

int
form_out_list(struct db *db, int64_t wave, bool numbers, struct arena *arena,
	struct form_out **list, int *count, struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_EXPORT, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(row, 1, wave);
	db_bind_int(row, 2, numbers);
	while (db_next(row)) {
		struct form_out *f;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		f = &(*list)[(*count)++];
		*f = (struct form_out){ .id = db_int(row, 0),
			.number = db_int(row, 1),
			.version = db_int(row, 3) };
		text_copy(f->mode, sizeof(f->mode), db_text(row, 2));
		text_copy(f->keyed_at, sizeof(f->keyed_at), db_text(row, 4));
		text_copy(f->keyer, sizeof(f->keyer), db_text(row, 5));
	}
	return db_end(row);
}

int
form_versions(struct db *db, int64_t wave, struct arena *arena, int64_t **list, int *count,
	struct error *err)
{
	struct stmt *row = db_start(db, Q_FORM_VERSIONS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(row, 1, wave);
	while (db_next(row)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = db_int(row, 0);
	}
	return db_end(row);
}
