/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questionnaires into the database: a draft is written whole in one transaction. */
#include "config.h"

#include "model/questionnaires/questionnaire.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/code.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

struct saving {
	struct questionnaire *q;        /* a copy, taken over when the transaction stands */
	int64_t *questions, *choices; /* new ids */
};

static int
changed_meanwhile(const char *code, struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the questionnaire “%s” meanwhile. Nothing was saved; "
		  "look at the new state first."),
		code);
}

/* ---- the questionnaire and its version ---- */

static int
refuse_taken_code(struct db *db, const char *code, struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_BY_CODE, err);
	bool found, retired;

	db_bind_text(q, 1, code);
	found = db_next(q);
	retired = found && !db_null(q, 3);
	if (db_end(q) < 0)
		return -1;
	if (retired)
		return error_field(err, ERROR_INPUT, 1,
			_("The code “%s” belongs to a questionnaire that is out of use; choose "
			  "another code."),
			code);
	if (found)
		return error_field(err, ERROR_INPUT, 1,
			_("There is a questionnaire “%s” already; choose another code."), code);
	return 0;
}

/* The threshold of employees and organisations hangs on who is asked, through all versions. */
static int
check_kind(struct db *db, const struct questionnaire *q, struct error *err)
{
	struct stmt *row = db_start(db, Q_QUESTIONNAIRE_KEPT_KIND, err);
	char kind[32] = "";

	db_bind_int(row, 1, q->id);
	db_bind_text(row, 2, q->kind);
	if (db_next(row))
		text_copy(kind, sizeof(kind), db_text(row, 0));
	if (db_end(row) < 0)
		return -1;
	if (*kind)
		return error_set(err, ERROR_INPUT,
			_("“%s” has been asked already: who is asked stays “%s”, because small "
			  "numbers of their answers are hidden by it. Copy it under another code "
			  "to ask others."),
			q->code, questionnaire_kind_label(kind));
	return 0;
}

static int
save_questionnaire(struct db *db, struct questionnaire *q, struct error *err)
{
	struct stmt *row;
	int64_t changed;

	if (q->id == 0) {
		if (refuse_taken_code(db, q->code, err) < 0)
			return -1;
		row = db_start(db, Q_QUESTIONNAIRE_INSERT, err);
		db_bind_text(row, 1, random_uid(q->uid));
		db_bind_text(row, 2, q->code);
		db_bind_text(row, 3, q->kind);
		db_bind_int_or_null(row, 4, q->copied_from);
		if (db_run(row, NULL) < 0)
			return -1;
		q->id = db_last_id(db);
		q->rev = 1;
		return 0;
	}
	if (check_kind(db, q, err) < 0)
		return -1;
	row = db_start(db, Q_QUESTIONNAIRE_UPDATE, err);
	db_bind_int(row, 1, q->id);
	db_bind_int(row, 2, q->rev);
	db_bind_text(row, 3, q->kind);
	if (db_run(row, &changed) < 0)
		return -1;
	if (changed == 0)
		return changed_meanwhile(q->code, err);
	q->rev++;
	return 0;
}

static int
update_draft(struct db *db, struct questionnaire *q, struct error *err)
{
	static const int drop[] = { Q_QUESTIONNAIRE_DROP_LANGUAGES,
		Q_QUESTIONNAIRE_DROP_QUESTION_TEXTS, Q_QUESTIONNAIRE_DROP_CHOICES,
		Q_QUESTIONNAIRE_DROP_EXTRAS };
	struct stmt *row = db_start(db, Q_QUESTIONNAIRE_VERSION_UPDATE, err);
	int64_t changed;

	db_bind_int(row, 1, q->version_id);
	db_bind_int(row, 2, q->version_rev);
	db_bind_text(row, 3, q->form_version);
	db_bind_int(row, 4, q->language + 1);
	db_bind_text(row, 5, q->source);
	if (db_run(row, &changed) < 0)
		return -1;
	if (changed == 0)
		return changed_meanwhile(q->code, err);
	q->version_rev++;
	for (size_t i = 0; i < sizeof(drop) / sizeof(drop[0]); i++) {
		row = db_start(db, drop[i], err);
		db_bind_int(row, 1, q->version_id);
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}

static int
insert_version(struct db *db, struct questionnaire *q, struct error *err)
{
	struct stmt *row = db_start(db, Q_QUESTIONNAIRE_LATEST, err);
	bool draft = false;
	char now[32];

	q->number = 1;
	db_bind_int(row, 1, q->id);
	if (db_next(row)) {
		q->number = (int)db_int(row, 1) + 1;
		draft = db_null(row, 2);
	}
	if (db_end(row) < 0)
		return -1;
	/* The one draft is somebody's work: it is changed, never passed by. */
	if (draft)
		return changed_meanwhile(q->code, err);
	row = db_start(db, Q_QUESTIONNAIRE_VERSION_INSERT, err);
	db_bind_int(row, 1, q->id);
	db_bind_int(row, 2, q->number);
	db_bind_text(row, 3, q->form_version);
	db_bind_int(row, 4, q->language + 1);
	db_bind_text(row, 5, q->source);
	db_bind_text(row, 6, clock_now_utc(now, sizeof(now)));
	if (db_run(row, NULL) < 0)
		return -1;
	q->version_id = db_last_id(db);
	q->version_rev = 1;
	q->published_at = "";
	return 0;
}

/* ---- what hangs on the version ---- */

static int
add_languages(struct db *db, const struct questionnaire *q, struct error *err)
{
	for (int i = 0; i < q->language_count; i++) {
		struct stmt *row = db_start(db, Q_QUESTIONNAIRE_ADD_LANGUAGE, err);

		db_bind_int(row, 1, q->version_id);
		db_bind_int(row, 2, i + 1);
		db_bind_text(row, 3, q->languages[i]);
		db_bind_text(row, 4, q->title.in[i] ? q->title.in[i] : "");
		db_bind_text(row, 5, q->notice.in[i] ? q->notice.in[i] : "");
		db_bind_text(row, 6, q->instruction.in[i] ? q->instruction.in[i] : "");
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}

static int
add_extras(struct db *db, int64_t version, const char *sheet, int position,
	const struct extra *extras, int count, struct error *err)
{
	for (int i = 0; i < count; i++) {
		struct stmt *row = db_start(db, Q_QUESTIONNAIRE_ADD_EXTRA, err);

		db_bind_int(row, 1, version);
		db_bind_text(row, 2, sheet);
		db_bind_int(row, 3, position);
		db_bind_text(row, 4, extras[i].column);
		db_bind_text(row, 5, extras[i].text);
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}

static int
add_question_texts(struct db *db, int64_t id, const struct question *q, struct error *err)
{
	static const char *const kinds[] = { "label", "hint", "hard_message", "soft_message",
		"required_message" };
	const struct texts *texts[] = { &q->label, &q->hint, &q->hard_message, &q->soft_message,
		&q->required_message };

	for (int k = 0; k < 5; k++) {
		for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++) {
			struct stmt *row;

			if (!texts[k]->in[i] || !*texts[k]->in[i])
				continue;
			row = db_start(db, Q_QUESTIONNAIRE_ADD_QUESTION_TEXT, err);
			db_bind_int(row, 1, id);
			db_bind_text(row, 2, kinds[k]);
			db_bind_int(row, 3, i + 1);
			db_bind_text(row, 4, texts[k]->in[i]);
			if (db_run(row, NULL) < 0)
				return -1;
		}
	}
	return 0;
}

static int
add_question_row(
	struct db *db, const struct questionnaire *all, int at, int64_t *id, struct error *err)
{
	const struct question *q = &all->questions[at];
	struct stmt *row = db_start(db, Q_QUESTIONNAIRE_ADD_QUESTION, err);
	const char *texts[] = { q->required, q->relevant, q->hard_check, q->soft_check,
		q->calculation, q->appearance, q->default_value, q->read_only, q->choice_filter,
		q->repeat_count, q->parameters };

	db_bind_int(row, 1, all->version_id);
	db_bind_int(row, 2, at + 1);
	db_bind_int(row, 3, q->parent + 1);
	db_bind_text(row, 4, q->type == QUESTION_META ? q->word : question_type_name(q->type));
	db_bind_text(row, 5, q->name);
	db_bind_text(row, 6, q->identity);
	db_bind_text(row, 7, q->list);
	db_bind_int(row, 8, q->or_other);
	for (int i = 0; i < 11; i++)
		db_bind_text(row, 9 + i, texts[i]);
	db_bind_int(row, 20, q->max_answers);
	db_bind_text(row, 21, q->number);
	db_bind_int(row, 22, q->page);
	db_bind_int(row, 23, q->second_keying);
	db_bind_int(row, 24, q->repeat_last);
	while (db_next(row))
		*id = db_int(row, 0);
	return db_end(row);
}

static int
add_questions(struct db *db, struct saving *s, struct error *err)
{
	struct stmt *row;

	for (int i = 0; i < s->q->question_count; i++) {
		const struct question *q = &s->q->questions[i];

		if (add_question_row(db, s->q, i, &s->questions[i], err) < 0 ||
			add_question_texts(db, s->questions[i], q, err) < 0 ||
			add_extras(db, s->q->version_id, "survey", i + 1, q->extras, q->extra_count,
				err) < 0)
			return -1;
	}
	row = db_start(db, Q_QUESTIONNAIRE_DROP_SURPLUS, err);
	db_bind_int(row, 1, s->q->version_id);
	db_bind_int(row, 2, s->q->question_count);
	return db_run(row, NULL);
}

static int
add_choice_texts(struct db *db, int64_t id, const struct choice *c, struct error *err)
{
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++) {
		struct stmt *row;

		if (!c->label.in[i] || !*c->label.in[i])
			continue;
		row = db_start(db, Q_QUESTIONNAIRE_ADD_CHOICE_TEXT, err);
		db_bind_int(row, 1, id);
		db_bind_int(row, 2, i + 1);
		db_bind_text(row, 3, c->label.in[i]);
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}

static int
add_choices(struct db *db, struct saving *s, struct error *err)
{
	for (int i = 0; i < s->q->choice_count; i++) {
		const struct choice *c = &s->q->choices[i];
		struct stmt *row = db_start(db, Q_QUESTIONNAIRE_ADD_CHOICE, err);

		db_bind_int(row, 1, s->q->version_id);
		db_bind_int(row, 2, i + 1);
		db_bind_text(row, 3, c->list);
		db_bind_text(row, 4, c->name);
		db_bind_text(row, 5, c->code);
		db_bind_int(row, 6, c->exclusive);
		db_bind_text(row, 7, missing_reason(c->missing)->name);
		if (db_run(row, NULL) < 0)
			return -1;
		s->choices[i] = db_last_id(db);
		if (add_choice_texts(db, s->choices[i], c, err) < 0 ||
			add_extras(db, s->q->version_id, "choices", i + 1, c->extras,
				c->extra_count, err) < 0)
			return -1;
	}
	return 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;
	struct questionnaire *q = s->q;
	bool draft = q->version_id && !*q->published_at;

	if (save_questionnaire(db, q, err) < 0 ||
		(draft ? update_draft(db, q, err) : insert_version(db, q, err)) < 0 ||
		add_languages(db, q, err) < 0 || add_questions(db, s, err) < 0 ||
		add_choices(db, s, err) < 0 ||
		add_extras(db, q->version_id, "settings", 1, q->settings, q->setting_count, err) <
			0)
		return -1;
	db_act_entity(db, q->id);
	return 0;
}

/* What the tables would refuse in their own words. */
static int
refuse_unnamed(const struct questionnaire *q, struct error *err)
{
	size_t length = strlen(q->code);

	if (length == 0)
		return error_field(err, ERROR_INPUT, 1, _("A questionnaire needs a code."));
	if (length > 64 || !text_storable(q->code, ""))
		return error_field(err, ERROR_INPUT, 1,
			_("The code of a questionnaire may have 64 characters at most, none of "
			  "them invisible."));
	for (int i = 0; i < q->question_count; i++)
		if (!*q->questions[i].name)
			return error_set(err, ERROR_INPUT,
				_("Row %d of the questionnaire has no name."), i + 1);
	for (int i = 0; i < q->choice_count; i++)
		if (!*q->choices[i].name || !*q->choices[i].list)
			return error_set(err, ERROR_INPUT,
				_("Choice %d of the questionnaire has no name or no list."),
				i + 1);
	return 0;
}

int
questionnaire_code_check(const struct questionnaire *q, struct error *err)
{
	return q->id ? 0 : code_check(q->code, 1, err);
}

int
questionnaire_save(struct db *db, struct questionnaire *q, struct error *err)
{
	struct arena arena = { 0 };
	struct questionnaire copy = *q;
	struct saving saving = { &copy,
		arena_array(&arena, (size_t)q->question_count + 1, sizeof(int64_t)),
		arena_array(&arena, (size_t)q->choice_count + 1, sizeof(int64_t)) };
	struct db_act act = { .action = q->id ? "questionnaire.change" : "questionnaire.add",
		.entity = "questionnaire",
		.summary = q->code };
	int result = refuse_unnamed(q, err);

	if (result == 0)
		result = db_writing(db) ? save(db, &saving, err)
					: db_write(db, &act, save, &saving, err);
	if (result == 0) {
		*q = copy;
		for (int i = 0; i < q->question_count; i++)
			q->questions[i].id = saving.questions[i];
		for (int i = 0; i < q->choice_count; i++)
			q->choices[i].id = saving.choices[i];
	}
	arena_release(&arena);
	return result;
}
