/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading published results: as values by unit and year, and with all that stands behind them. */
#include "config.h"

#include "model/results/published.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/surveys/open_code.h"
#include "model/results/published_parts.h"
#include "model/queries.h"
#include "model/questionnaires/questionnaire.h"
#include "model/keying/route.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *label;
} statistics[PUBLISHED_STATISTICS] = {
	[PUBLISHED_MEAN] = { "mean", N_("mean") },
	[PUBLISHED_TOP2] = { "top2", N_("two highest points (per cent)") },
	[PUBLISHED_BOTTOM2] = { "bottom2", N_("two lowest points (per cent)") },
	[PUBLISHED_NET] = { "net", N_("highest less lowest two (percentage points)") },
	[PUBLISHED_SHARE] = { "share", N_("share of one answer (per cent)") },
};

const char *
published_statistic_name(enum published_statistic s)
{
	return statistics[s].name;
}

const char *
published_statistic_label(enum published_statistic s)
{
	return _(statistics[s].label);
}

/* ---- values ---- */

unsigned char
published_flag(const char *reason)
{
	return !strcmp(reason, "privacy")      ? FLAG_PRIVACY
	       : !strcmp(reason, "no_weights") ? FLAG_NO_WEIGHTS
					       : FLAG_NO_ANSWERS;
}

static unsigned char
flag_of(bool missing, const char *reason, bool open)
{
	if (missing)
		return published_flag(reason);
	return open ? FLAG_PRELIMINARY : FLAG_NONE;
}

int
published_vector(struct db *db, int64_t indicator, int year, struct vector *v, struct error *err)
{
	struct stmt *q = db_start(db, Q_PUBLISHED_VECTOR, err);

	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, year);
	while (db_next(q)) {
		int64_t slot = db_int(q, 0);

		if (slot < 0 || slot >= SLICE_MAX_SLOTS)
			continue;
		if (slot >= v->slots)
			vector_grow(v, (int)slot + 1);
		v->value[slot] = db_double(q, 1);
		v->flag[slot] = flag_of(db_null(q, 1), db_text(q, 2), db_int(q, 3) != 0);
	}
	return db_end(q);
}

int
published_points(struct db *db, int64_t indicator, int slot, int first, int last,
	struct slice_point *points, struct error *err)
{
	struct stmt *q = db_start(db, Q_PUBLISHED_POINTS, err);

	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, slot);
	db_bind_int(q, 3, first);
	db_bind_int(q, 4, last);
	while (db_next(q)) {
		struct slice_point *p = &points[db_int(q, 0) - first];

		p->import_id = 0;
		p->value = db_double(q, 1);
		p->flag = flag_of(db_null(q, 1), db_text(q, 2), db_int(q, 3) != 0);
	}
	return db_end(q);
}

int
published_source(struct db *db, int64_t indicator, int year, struct value_source *out,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_PUBLISHED_SOURCE, err);

	*out = (struct value_source){ .import_id = 0 };
	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, year);
	if (db_next(q)) {
		text_copy(out->source, sizeof(out->source), db_text(q, 0));
		text_copy(out->file_name, sizeof(out->file_name), db_text(q, 1));
		text_copy(out->imported_at, sizeof(out->imported_at), db_text(q, 2));
		text_copy(out->person, sizeof(out->person), db_text(q, 3));
	}
	return db_end(q);
}

/* ---- results ---- */

static enum published_statistic
statistic_of(const char *name)
{
	int i = PUBLISHED_STATISTICS - 1;

	while (i > 0 && strcmp(statistics[i].name, name))
		i--;
	return (enum published_statistic)i;
}

/* *version: of the questionnaire that words the question. */
static void
read_result(struct stmt *q, struct arena *arena, struct published *p, int64_t *version)
{
	*p = (struct published){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.indicator_id = db_int(q, 2),
		.indicator = arena_string(arena, db_text(q, 3)),
		.indicator_name = arena_string(arena, db_text(q, 4)),
		.measure = arena_string(arena, db_text(q, 5)),
		.decimals = (int)db_int(q, 6),
		.slot = (int)db_int(q, 7),
		.year = (int)db_int(q, 8),
		.wave_id = db_int(q, 9),
		.wave = arena_string(arena, db_text(q, 10)),
		.wave_name = arena_string(arena, db_text(q, 11)),
		.survey = arena_string(arena, db_text(q, 12)),
		.survey_name = arena_string(arena, db_text(q, 13)),
		.open = db_int(q, 15) != 0,
		.question = arena_string(arena, db_text(q, 16)),
		.statistic = statistic_of(db_text(q, 17)),
		.choice = arena_string(arena, db_text(q, 18)),
		.filter = arena_string(arena, db_text(q, 19)),
		.weighted = db_int(q, 20) != 0,
		.value = db_double_or_nan(q, 21),
		.missing = arena_string(arena, db_text(q, 22)),
		.answers = (long)db_int(q, 23),
		.computed_at = arena_string(arena, db_text(q, 24)),
		.person = arena_string(arena, db_text(q, 25)) };
	*version = db_int(q, 14);
}

static const char *
numbered(const struct questionnaire *q, int question, int language, struct arena *arena)
{
	char number[16];

	question_number(q, question, number, sizeof(number));
	return arena_format(arena, "%s%s%s", number, number[0] ? ". " : "",
		question_wording(q, question, language, arena));
}

static const char *
code_label(struct db *db, const struct published *p, struct arena *arena)
{
	struct error unknown = { .code = ERROR_NONE };
	struct wave w;
	struct open_code *list;
	int count;

	if (wave_load(db, p->wave_id, &w, &unknown) ||
		open_code_list(db, w.survey, p->question, arena, &list, &count, &unknown))
		return p->choice;
	for (int i = 0; i < count; i++)
		if (list[i].code == atoi(p->choice))
			return list[i].label;
	return p->choice;
}

static const char *
choice_label(struct db *db, const struct published *p, const struct questionnaire *q,
	int question, int language, struct arena *arena)
{
	int *list, count;
	char code[8];

	if (!p->choice[0])
		return "";
	if (!question_has_choices(&q->questions[question]))
		return code_label(db, p, arena);
	count = choice_list(q, q->questions[question].list, arena, &list);
	for (int i = 0; i < count; i++)
		if (!strcmp(q->choices[list[i]].name, p->choice) ||
			!strcmp(choice_code(q, list[i], i + 1, count, code, sizeof(code)),
				p->choice)) {
			const struct choice *c = &q->choices[list[i]];
			const char *label = questionnaire_text(q, &c->label, language);

			return label[0] ? label : c->name;
		}
	return p->choice;
}

/* What the paper says, from the questionnaire that the wave was keyed in. *loaded: the version
 * that q holds already. */
static int
word(struct db *db, struct published *p, int64_t version, struct questionnaire *q, int64_t *loaded,
	struct arena *arena, struct error *err)
{
	int question, language;

	p->wording = p->question;
	p->choice_label = p->choice;
	if (version != *loaded) {
		struct questionnaire plain;

		if (questionnaire_load_version(db, version, arena, &plain, err))
			return -1;
		questionnaire_keyed(&plain, arena, q);
		*loaded = version;
	}
	question = question_by_name(q, p->question);
	if (question < 0)
		return 0;
	language = questionnaire_language(q, i18n_code());
	p->wording = numbered(q, question, language, arena);
	p->choice_label = choice_label(db, p, q, question, language, arena);
	return 0;
}

static int
read_results(struct db *db, struct stmt *row, struct arena *arena, struct published **list,
	int *count, struct error *err)
{
	size_t room = 0, version_room = 0;
	int64_t *versions = NULL, loaded = 0;
	struct questionnaire q;

	*list = NULL;
	*count = 0;
	while (db_next(row)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		versions = arena_grow(
			arena, versions, (size_t)*count, &version_room, sizeof(*versions));
		read_result(row, arena, &(*list)[*count], &versions[*count]);
		(*count)++;
	}
	if (db_end(row) < 0)
		return -1;
	for (int i = 0; i < *count; i++)
		if (word(db, &(*list)[i], versions[i], &q, &loaded, arena, err))
			return -1;
	return 0;
}

int
published_list(struct db *db, int64_t wave, int64_t indicator, struct arena *arena,
	struct published **list, int *count, struct error *err)
{
	struct stmt *row = db_start(db, Q_PUBLISHED_LIST, err);

	db_bind_int(row, 1, wave);
	db_bind_int(row, 2, indicator);
	return read_results(db, row, arena, list, count, err);
}

int
published_find(struct db *db, int64_t indicator, int slot, int year, struct arena *arena,
	struct published **out, struct error *err)
{
	struct stmt *row = db_start(db, Q_PUBLISHED_FIND, err);
	int count;

	db_bind_int(row, 1, indicator);
	db_bind_int(row, 2, slot);
	db_bind_int(row, 3, year);
	if (read_results(db, row, arena, out, &count, err))
		return -1;
	if (!count)
		*out = NULL;
	return 0;
}

const char *
published_what(const struct published *p, struct arena *arena)
{
	if (p->statistic != PUBLISHED_SHARE)
		return published_statistic_label(p->statistic);
	return arena_format(arena, _("share of the answer “%s” (per cent)"), p->choice_label);
}

int
published_without_weights(struct db *db, struct arena *arena, const char **codes, struct error *err)
{
	struct stmt *q = db_start(db, Q_PUBLISHED_WITHOUT_WEIGHTS, err);

	*codes = "";
	while (db_next(q))
		*codes = arena_format(arena, "%s%s%s", *codes, **codes ? ", " : "", db_text(q, 0));
	return db_end(q);
}

struct publication
published_again(const struct published *p)
{
	return (struct publication){ .question = p->question,
		.statistic = p->statistic,
		.choice = p->choice,
		.filter = p->filter,
		.weighted = p->weighted };
}

const char *
published_missing(const struct published *p)
{
	return p->missing[0] ? _(flag_meaning(published_flag(p->missing))->meaning) : "";
}

const char *
published_answers(long answers, bool value, char *dst, size_t size)
{
	if (value && answers == 0)
		snprintf(dst, size, "%s", _("n hidden"));
	else
		snprintf(dst, size, "n = %ld", answers);
	return dst;
}

/* ---- a card for it ---- */

int
published_card(struct db *db, const struct wave *wave, const struct publication *p,
	struct arena *arena, struct indicator *card, struct error *err)
{
	struct published like = { .wave_id = wave->id,
		.question = p->question,
		.statistic = p->statistic,
		.choice = p->choice ? p->choice : "" };
	bool mean = p->statistic == PUBLISHED_MEAN, net = p->statistic == PUBLISHED_NET;
	struct questionnaire plain, q;
	struct error unknown = { .code = ERROR_NONE };
	struct published_value now;
	enum question_type type;
	int question, language;
	const char *text;

	if (questionnaire_load_version(db, wave->version, arena, &plain, err))
		return -1;
	questionnaire_keyed(&plain, arena, &q);
	question = question_by_name(&q, p->question);
	if (question < 0)
		return error_field(err, ERROR_MISSING, PUBLICATION_FIELD_QUESTION,
			_("The wave “%s” asks no question \"%s\"."), wave->code, p->question);
	type = q.questions[question].type;
	language = questionnaire_language(&q, i18n_code());
	text = question_wording(&q, question, language, arena);
	if (published_compute(db, wave, p, 2, &now, &unknown))
		now.coarse = false; /* publishing says why */
	like.choice_label = choice_label(db, &like, &q, question, language, arena);
	*card = (struct indicator){ .code = "",
		.name = p->statistic == PUBLISHED_SHARE
			? arena_format(arena, "%s – %s", text, like.choice_label)
			: text,
		.definition = arena_format(arena, "%s: %s", published_what(&like, arena), text),
		.numerator = "",
		.denominator = "",
		.multiplier = 1,
		.measure = mean ? "" : net ? _("p.p.") : "%",
		.decimals = mean && !now.coarse ? 2 : 1,
		.direction = p->statistic == PUBLISHED_BOTTOM2 ? 'D'
			: p->statistic == PUBLISHED_SHARE ||
				(type != QUESTION_SELECT_ONE && type != QUESTION_RANGE) ? 'N' : 'S',
		.kind = INDICATOR_SURVEY,
		.service = "",
		.dimension = "",
		.level = "",
		.source = arena_string(arena, wave->survey_name),
		.frequency = "R",
		.note = "",
		.numerator_code = "",
		.denominator_code = "",
		.in_catalogue = true };
	return 0;
}
