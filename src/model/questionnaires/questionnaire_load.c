/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questionnaires out of the database. */
#include "config.h"

#include "model/questionnaires/questionnaire.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"

#include <string.h>

static const char *
word_in(struct arena *arena, struct stmt *q, int column)
{
	const char *text = db_text(q, column);

	return *text ? arena_string(arena, text) : "";
}

/* ---- the list ---- */

static int
load_title(struct db *db, struct arena *arena, struct questionnaire_entry *entry, int language,
	struct error *err)
{
	struct questionnaire q = { .language = language };
	struct texts title = { { 0 } };
	struct stmt *rows = db_start(db, Q_QUESTIONNAIRE_LANGUAGES, err);

	db_bind_int(rows, 1, entry->version_id);
	while (db_next(rows) && q.language_count < QUESTIONNAIRE_LANGUAGES) {
		q.languages[q.language_count] = word_in(arena, rows, 1);
		title.in[q.language_count++] = word_in(arena, rows, 2);
	}
	entry->languages = q.language_count;
	entry->title = questionnaire_text(&q, &title, questionnaire_language(&q, i18n_code()));
	return db_end(rows);
}

static int
language_of(struct stmt *q, int column)
{
	int64_t language = db_int(q, column);

	return language > 0 && language <= QUESTIONNAIRE_LANGUAGES ? (int)language - 1 : 0;
}

static int
load_entries(struct db *db, bool retired, struct arena *arena, struct questionnaire_entry **list,
	int **languages, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_LIST, err);
	size_t room = 0, language_room = 0;

	db_bind_int(q, 1, retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		*languages = arena_grow(arena, *languages, (size_t)*count, &language_room,
			sizeof(**languages));
		(*languages)[*count] = language_of(q, 9);
		(*list)[(*count)++] = (struct questionnaire_entry){
			.id = db_int(q, 0),
			.rev = db_int(q, 11),
			.code = word_in(arena, q, 1),
			.kind = word_in(arena, q, 2),
			.version_id = db_int(q, 3),
			.version_rev = db_int(q, 12),
			.version = (int)db_int(q, 4),
			.versions = (int)db_int(q, 5),
			.draft = db_null(q, 6),
			.published_at = word_in(arena, q, 6),
			.questions = (int)db_int(q, 7),
			.forms = (int)db_int(q, 8),
			.title = "",
		};
	}
	return db_end(q);
}

static int
load_list(struct db *db, bool retired, struct arena *arena, struct questionnaire_entry **list,
	int *count, struct error *err)
{
	int *languages = NULL, result;

	*list = NULL;
	*count = 0;
	if (db_read_begin(db, err) < 0)
		return -1;
	result = load_entries(db, retired, arena, list, &languages, count, err);
	for (int i = 0; result == 0 && i < *count; i++)
		result = load_title(db, arena, &(*list)[i], languages[i], err);
	db_read_end(db);
	return result;
}

int
questionnaire_list(struct db *db, struct arena *arena, struct questionnaire_entry **list,
	int *count, struct error *err)
{
	return load_list(db, false, arena, list, count, err);
}

int
questionnaire_list_retired(struct db *db, struct arena *arena, struct questionnaire_entry **list,
	int *count, struct error *err)
{
	return load_list(db, true, arena, list, count, err);
}

/* ---- one version ---- */

static int
load_version(struct db *db, int64_t version_id, struct arena *arena, struct questionnaire *out,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_VERSION_LOAD, err);
	bool found;

	db_bind_int(q, 1, version_id);
	found = db_next(q);
	if (found) {
		*out = (struct questionnaire){
			.id = db_int(q, 0),
			.rev = db_int(q, 1),
			.code = word_in(arena, q, 3),
			.kind = word_in(arena, q, 4),
			.version_id = version_id,
			.version_rev = db_int(q, 5),
			.number = (int)db_int(q, 6),
			.form_version = word_in(arena, q, 7),
			.source = word_in(arena, q, 8),
			.published_at = word_in(arena, q, 9),
			.copied_from = db_int(q, 10),
			.language = language_of(q, 11),
			.retired = !db_null(q, 12),
		};
		text_copy(out->uid, sizeof(out->uid), db_text(q, 2));
	}
	if (db_end(q) < 0)
		return -1;
	return found ? 0
		     : error_set(err, ERROR_MISSING,
			       _("This version of the questionnaire is gone. Look at the list of "
				 "questionnaires."));
}

static int
load_languages(struct db *db, struct arena *arena, struct questionnaire *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_LANGUAGES, err);

	db_bind_int(q, 1, out->version_id);
	while (db_next(q) && out->language_count < QUESTIONNAIRE_LANGUAGES) {
		int i = out->language_count++;

		out->languages[i] = word_in(arena, q, 1);
		out->title.in[i] = word_in(arena, q, 2);
		out->notice.in[i] = word_in(arena, q, 3);
		out->instruction.in[i] = word_in(arena, q, 4);
	}
	if (out->language >= out->language_count)
		out->language = 0;
	return db_end(q);
}

/* A word that stands for none of the types is metadata. */
static enum question_type
type_by_word(const char *word)
{
	for (int i = 0; i < QUESTION_META; i++)
		if (strcmp(question_type_name((enum question_type)i), word) == 0)
			return (enum question_type)i;
	return QUESTION_META;
}

static void
read_question(struct stmt *q, struct arena *arena, struct question *out)
{
	*out = (struct question){
		.id = db_int(q, 0),
		.parent = (int)db_int(q, 1) - 1,
		.type = type_by_word(db_text(q, 2)),
		.word = word_in(arena, q, 2),
		.name = word_in(arena, q, 3),
		.identity = word_in(arena, q, 4),
		.list = word_in(arena, q, 5),
		.or_other = db_int(q, 6) != 0,
		.required = word_in(arena, q, 7),
		.relevant = word_in(arena, q, 8),
		.hard_check = word_in(arena, q, 9),
		.soft_check = word_in(arena, q, 10),
		.calculation = word_in(arena, q, 11),
		.appearance = word_in(arena, q, 12),
		.default_value = word_in(arena, q, 13),
		.read_only = word_in(arena, q, 14),
		.choice_filter = word_in(arena, q, 15),
		.repeat_count = word_in(arena, q, 16),
		.parameters = word_in(arena, q, 17),
		.max_answers = (int)db_int(q, 18),
		.number = word_in(arena, q, 19),
		.page = (int)db_int(q, 20),
		.second_keying = db_int(q, 21) != 0,
		.repeat_last = db_int(q, 22) != 0,
	};
}

static int
load_questions(struct db *db, struct arena *arena, struct questionnaire *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_QUESTIONS, err);

	db_bind_int(q, 1, out->version_id);
	while (db_next(q)) {
		out->questions = arena_grow(arena, out->questions, (size_t)out->question_count,
			&out->question_room, sizeof(*out->questions));
		read_question(q, arena, &out->questions[out->question_count]);
		/* A group stands before what it holds. */
		if (out->questions[out->question_count].parent >= out->question_count)
			out->questions[out->question_count].parent = -1;
		out->question_count++;
	}
	return db_end(q);
}

static struct texts *
texts_of(struct question *q, const char *kind)
{
	return strcmp(kind, "label") == 0	   ? &q->label
	       : strcmp(kind, "hint") == 0	   ? &q->hint
	       : strcmp(kind, "hard_message") == 0 ? &q->hard_message
	       : strcmp(kind, "soft_message") == 0 ? &q->soft_message
						   : &q->required_message;
}

static int
load_question_texts(
	struct db *db, struct arena *arena, struct questionnaire *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_QUESTION_TEXTS, err);

	db_bind_int(q, 1, out->version_id);
	while (db_next(q)) {
		int64_t at = db_int(q, 0), language = db_int(q, 2);

		if (at > 0 && at <= out->question_count && language > 0 &&
			language <= QUESTIONNAIRE_LANGUAGES)
			texts_of(&out->questions[at - 1], db_text(q, 1))->in[language - 1] =
				word_in(arena, q, 3);
	}
	return db_end(q);
}

static int
load_choices(struct db *db, struct arena *arena, struct questionnaire *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_CHOICES, err);
	int missing;

	db_bind_int(q, 1, out->version_id);
	while (db_next(q)) {
		out->choices = arena_grow(arena, out->choices, (size_t)out->choice_count,
			&out->choice_room, sizeof(*out->choices));
		missing = missing_by_name(db_text(q, 5));
		out->choices[out->choice_count++] = (struct choice){
			.id = db_int(q, 0),
			.list = word_in(arena, q, 1),
			.name = word_in(arena, q, 2),
			.code = word_in(arena, q, 3),
			.exclusive = db_int(q, 4) != 0,
			.missing = missing < 0 ? MISSING_NONE : (enum missing)missing,
		};
	}
	return db_end(q);
}

static int
load_choice_texts(struct db *db, struct arena *arena, struct questionnaire *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_CHOICE_TEXTS, err);

	db_bind_int(q, 1, out->version_id);
	while (db_next(q)) {
		int64_t at = db_int(q, 0), language = db_int(q, 1);

		if (at > 0 && at <= out->choice_count && language > 0 &&
			language <= QUESTIONNAIRE_LANGUAGES)
			out->choices[at - 1].label.in[language - 1] = word_in(arena, q, 2);
	}
	return db_end(q);
}

static void
add_extra(struct arena *arena, struct extra **extras, int *count, const struct extra *extra)
{
	struct extra *longer = arena_array(arena, (size_t)*count + 1, sizeof(*longer));

	if (*count)
		memcpy(longer, *extras, (size_t)*count * sizeof(*longer));
	longer[(*count)++] = *extra;
	*extras = longer;
}

static int
load_extras(struct db *db, struct arena *arena, struct questionnaire *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_EXTRAS, err);

	db_bind_int(q, 1, out->version_id);
	while (db_next(q)) {
		const char *sheet = db_text(q, 0);
		int64_t at = db_int(q, 1);
		struct extra extra = { word_in(arena, q, 2), word_in(arena, q, 3) };

		if (strcmp(sheet, "settings") == 0)
			add_extra(arena, &out->settings, &out->setting_count, &extra);
		else if (strcmp(sheet, "survey") == 0 && at > 0 && at <= out->question_count)
			add_extra(arena, &out->questions[at - 1].extras,
				&out->questions[at - 1].extra_count, &extra);
		else if (strcmp(sheet, "choices") == 0 && at > 0 && at <= out->choice_count)
			add_extra(arena, &out->choices[at - 1].extras,
				&out->choices[at - 1].extra_count, &extra);
	}
	return db_end(q);
}

int
questionnaire_load_version(struct db *db, int64_t version_id, struct arena *arena,
	struct questionnaire *out, struct error *err)
{
	int result;

	if (db_read_begin(db, err) < 0)
		return -1;
	result = load_version(db, version_id, arena, out, err) < 0 ||
				 load_languages(db, arena, out, err) < 0 ||
				 load_questions(db, arena, out, err) < 0 ||
				 load_question_texts(db, arena, out, err) < 0 ||
				 load_choices(db, arena, out, err) < 0 ||
				 load_choice_texts(db, arena, out, err) < 0 ||
				 load_extras(db, arena, out, err) < 0
			 ? -1
			 : 0;
	db_read_end(db);
	return result;
}

static int
find_version(struct db *db, const char *code, int version, int64_t *id, struct error *err)
{
	struct stmt *q = db_start(db, Q_QUESTIONNAIRE_VERSION_OF, err);

	*id = 0;
	db_bind_text(q, 1, code);
	db_bind_int(q, 2, version);
	if (db_next(q))
		*id = db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	if (*id)
		return 0;
	if (version)
		return error_set(err, ERROR_MISSING,
			_("There is no version %d of a questionnaire “%s”."), version, code);
	return error_set(err, ERROR_MISSING, _("There is no questionnaire “%s”."), code);
}

int
questionnaire_load(struct db *db, const char *code, int version, struct arena *arena,
	struct questionnaire *out, struct error *err)
{
	int64_t id;
	int result;

	if (db_read_begin(db, err) < 0)
		return -1;
	result = find_version(db, code, version, &id, err) < 0
			 ? -1
			 : questionnaire_load_version(db, id, arena, out, err);
	db_read_end(db);
	return result;
}
