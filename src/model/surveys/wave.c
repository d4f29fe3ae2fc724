/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waves: reading and saving them, and what may stand in one. */
#include "config.h"

#include "model/surveys/wave.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/results/published.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

static const char *const samples[] = { "random", "returned", NULL };
static const char *const controls[] = { "operator", "system", NULL };
static const char *const anonymities[] = { "anonymous", "confidential", "named", NULL };
static const char *const methods[] = { "verify", "independent", NULL };
static const char *const choices[] = { "none", "all", "nth", "share", NULL };

const char *const *const wave_words[] = { [WAVE_WORD_SAMPLE] = samples,
	[WAVE_WORD_CONTROL] = controls,
	[WAVE_WORD_ANONYMITY] = anonymities,
	[WAVE_WORD_METHOD] = methods,
	[WAVE_WORD_CHOICE] = choices };

int
wave_word(enum wave_word kind, const char *word)
{
	for (int i = 0; wave_words[kind][i]; i++)
		if (strcmp(wave_words[kind][i], word) == 0)
			return i;
	return -1;
}

/* The table's CHECKs let nothing else in; an unknown word of a later version is the first. */
static int
word_of(enum wave_word kind, const char *word)
{
	int i = wave_word(kind, word);

	return i < 0 ? 0 : i;
}

#define COPY(field, column) text_copy(w->field, sizeof(w->field), db_text(q, column))

static void
read_texts(struct stmt *q, struct wave *w)
{
	COPY(uid, 3);
	COPY(survey_code, 4);
	COPY(survey_name, 5);
	COPY(code, 6);
	COPY(name, 7);
	COPY(questionnaire_code, 11);
	COPY(purpose, 20);
	COPY(legal_basis, 21);
	COPY(controller, 22);
	COPY(notice, 23);
	COPY(keep_until, 24);
	COPY(speed_from, 31);
	COPY(case_mark, 32);
	COPY(archive_class, 33);
	COPY(destroy_after, 34);
	COPY(destroyed_on, 35);
	COPY(destroyed_by, 36);
	COPY(protocol, 37);
	COPY(closed_at, 38);
	COPY(erased_at, 39);
}

static void
read_wave(struct stmt *q, struct wave *w)
{
	*w = (struct wave){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.survey = db_int(q, 2),
		.slot = (int)db_int(q, 8),
		.year = (int)db_int(q, 9),
		.version = db_int(q, 10),
		.version_number = (int)db_int(q, 12),
		.population = db_int(q, 13),
		.sample = (enum wave_sample)word_of(WAVE_WORD_SAMPLE, db_text(q, 14)),
		.planned = (int)db_int(q, 15),
		.control = (enum wave_control)word_of(WAVE_WORD_CONTROL, db_text(q, 16)),
		.auto_number = db_int(q, 17) != 0,
		.open_answers = db_int(q, 18) != 0,
		.anonymity = (enum wave_anonymity)word_of(WAVE_WORD_ANONYMITY, db_text(q, 19)),
		.second_method = (enum second_method)word_of(WAVE_WORD_METHOD, db_text(q, 25)),
		.second_choice = (enum second_choice)word_of(WAVE_WORD_CHOICE, db_text(q, 26)),
		.second_every = (int)db_int(q, 27),
		.second_share = (int)db_int(q, 28),
		.threshold = db_double(q, 29),
		.lifted = !db_null(q, 30),
		.smallest_cell = (int)db_int(q, 40) };
	read_texts(q, w);
}

static struct stmt *
start_list(struct db *db, int64_t survey, const char *code, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_WAVE_LIST, err);

	db_bind_int(q, 1, survey);
	db_bind_text(q, 2, code);
	db_bind_int(q, 3, id);
	return q;
}

int
wave_list(struct db *db, int64_t survey, struct arena *arena, struct wave **list, int *count,
	struct error *err)
{
	struct stmt *q = start_list(db, survey, "", 0, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_wave(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

/* 1 found, 0 not, -1 failed. */
static int
find(struct db *db, const char *code, int64_t id, struct wave *out, struct error *err)
{
	struct stmt *q = start_list(db, 0, code, id, err);
	bool found = db_next(q);

	if (found)
		read_wave(q, out);
	return db_end(q) < 0 ? -1 : found;
}

int
wave_by_code(struct db *db, const char *code, struct wave *out, struct error *err)
{
	int found = code[0] ? find(db, code, 0, out, err) : 0;

	if (found == 0)
		return error_set(err, ERROR_MISSING, _("There is no wave “%s”."), code);
	return found < 0 ? -1 : 0;
}

int
wave_load(struct db *db, int64_t id, struct wave *out, struct error *err)
{
	int found = id ? find(db, "", id, out, err) : 0;

	if (found == 0)
		return error_set(err, ERROR_MISSING, _("This wave is gone."));
	return found < 0 ? -1 : 0;
}

void
wave_defaults(struct wave *w)
{
	*w = (struct wave){ .sample = SAMPLE_RETURNED,
		.control = CONTROL_SYSTEM,
		.open_answers = true,
		.anonymity = WAVE_ANONYMOUS,
		.second_method = SECOND_INDEPENDENT,
		.second_choice = SECOND_KEY_NTH,
		.second_every = 10,
		.second_share = 10,
		.threshold = 1,
		.smallest_cell = WAVE_SMALLEST_CELL,
		.year = clock_today().year };
}

/* ---- saving ---- */

/* A row answers (1) or not (0); -1 failed. */
static int
answers(struct stmt *q)
{
	bool found = db_next(q);

	return db_end(q) < 0 ? -1 : found;
}

/* The survey's code with the year, and -2, -3 … until it is free. */
static int
free_code(struct db *db, struct wave *w, struct error *err)
{
	for (int i = 1; i < 1000; i++) {
		struct stmt *q;
		int taken;

		if (i == 1)
			snprintf(w->code, sizeof(w->code), "%.24s-%d", w->survey_code, w->year);
		else
			snprintf(w->code, sizeof(w->code), "%.20s-%d-%d", w->survey_code, w->year,
				i);
		q = db_start(db, Q_WAVE_CODE_TAKEN, err);
		db_bind_text(q, 1, w->code);
		db_bind_int(q, 2, w->id);
		taken = answers(q);
		if (taken <= 0)
			return taken;
	}
	return error_field(
		err, ERROR_INPUT, WAVE_FIELD_CODE, _("Give the wave a code of its own."));
}

static int
check_code(struct db *db, struct wave *w, struct error *err)
{
	struct stmt *q;
	int taken;

	if (!w->code[0])
		return free_code(db, w, err);
	if (survey_code_check(w->code, WAVE_FIELD_CODE, err) < 0)
		return -1;
	q = db_start(db, Q_WAVE_CODE_TAKEN, err);
	db_bind_text(q, 1, w->code);
	db_bind_int(q, 2, w->id);
	taken = answers(q);
	if (taken > 0)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_CODE,
			_("There is a wave “%s” already; choose another code."), w->code);
	return taken;
}

static int
check_survey(struct db *db, const struct wave *w, struct error *err)
{
	struct stmt *q = db_start(db, Q_WAVE_MOVES, err);
	int moves;

	db_bind_int(q, 1, w->id);
	db_bind_int(q, 2, w->survey);
	moves = answers(q);
	if (moves > 0)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_VERSION,
			_("The wave has forms; it cannot move to a survey that asks another "
			  "questionnaire."));
	return moves;
}

static int
check_version(struct db *db, struct wave *w, struct error *err)
{
	struct stmt *q;
	int fits;

	if (w->version == 0) {
		q = db_start(db, Q_WAVE_NEWEST_VERSION, err);
		db_bind_int(q, 1, w->survey);
		if (db_next(q))
			w->version = db_int(q, 0);
		if (db_end(q) < 0)
			return -1;
	}
	q = db_start(db, Q_WAVE_VERSION_FITS, err);
	db_bind_int(q, 1, w->survey);
	db_bind_int(q, 2, w->version);
	fits = answers(q);
	if (fits == 0)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_VERSION,
			_("The survey's questionnaire has no such published version. "
			  "Publish it first: menu 3 7."));
	return fits < 0 ? -1 : 0;
}

/* Those who answer about their own office or organisation are few and known. */
static int
check_smallest(struct db *db, const struct wave *w, struct error *err)
{
	struct stmt *q = db_start(db, Q_WAVE_KIND, err);
	bool few;

	db_bind_int(q, 1, w->version);
	few = db_next(q) && (!strcmp(db_text(q, 0), "employees") || !strcmp(db_text(q, 0), "ngo"));
	if (db_end(q) < 0)
		return -1;
	if (w->smallest_cell < 0 || w->smallest_cell > 1000)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_SMALLEST,
			_("The smallest cell that is shown is a number from 0 to 1000."));
	if (few && w->smallest_cell < WAVE_SMALLEST_CELL)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_SMALLEST,
			_("In surveys of employees and of organisations cells of fewer than %d "
			  "answers are always hidden; the number can only be raised."),
			WAVE_SMALLEST_CELL);
	return 0;
}

static int
check_figures(const struct wave *w, struct error *err)
{
	if (w->slot == NO_WAVE_UNIT)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_UNIT,
			_("Choose the unit whose survey it is."));
	if (w->year < 1990 || w->year > 2199)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_YEAR,
			_("The year is a number from 1990 to 2199."));
	if (w->population < 0)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_POPULATION,
			_("The population is a number of people, or empty."));
	if (w->planned < 0)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_PLANNED,
			_("The number of forms handed out cannot be below zero."));
	if (w->second_every < 1 || w->second_every > 1000)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_EVERY,
			_("Every n-th form: n is a number from 1 to 1000."));
	if (w->second_share < 1 || w->second_share > 100)
		return error_field(err, ERROR_INPUT, WAVE_FIELD_SHARE,
			_("The share keyed twice is a number from 1 to 100 per cent."));
	if (!(w->threshold >= 0 && w->threshold <= 100))
		return error_field(err, ERROR_INPUT, WAVE_FIELD_THRESHOLD,
			_("The threshold is a number from 0 to 100 per cent."));
	return 0;
}

static int
check_dates(const struct wave *w, struct error *err)
{
	const struct {
		const char *date;
		int field;
	} dates[] = {
		{ w->keep_until, WAVE_FIELD_KEEP },
		{ w->speed_from, WAVE_FIELD_SPEED },
		{ w->destroy_after, WAVE_FIELD_DESTROY },
		{ w->destroyed_on, WAVE_FIELD_DESTROYED },
	};

	for (size_t i = 0; i < sizeof(dates) / sizeof(*dates); i++)
		if (survey_date_check(dates[i].date, dates[i].field, err) < 0)
			return -1;
	return 0;
}

/* Parameters 2 to 32, alike in both statements. */
static void
bind_wave(struct stmt *q, const struct wave *w)
{
	db_bind_int(q, 2, w->survey);
	db_bind_text(q, 3, w->code);
	db_bind_text(q, 4, w->name);
	db_bind_int(q, 5, w->slot);
	db_bind_int(q, 6, w->year);
	db_bind_int(q, 7, w->version);
	db_bind_int_or_null(q, 8, w->population);
	db_bind_text(q, 9, samples[w->sample]);
	db_bind_int(q, 10, w->planned);
	db_bind_text(q, 11, controls[w->control]);
	db_bind_int(q, 12, w->auto_number);
	db_bind_int(q, 13, w->open_answers);
	db_bind_text(q, 14, anonymities[w->anonymity]);
	db_bind_text(q, 15, w->purpose);
	db_bind_text(q, 16, w->legal_basis);
	db_bind_text(q, 17, w->controller);
	db_bind_text(q, 18, w->notice);
	db_bind_text_or_null(q, 19, w->keep_until);
	db_bind_text(q, 20, methods[w->second_method]);
	db_bind_text(q, 21, choices[w->second_choice]);
	db_bind_int(q, 22, w->second_every);
	db_bind_int(q, 23, w->second_share);
	db_bind_double(q, 24, w->threshold);
	db_bind_text_or_null(q, 25, w->speed_from);
	db_bind_text(q, 26, w->case_mark);
	db_bind_text(q, 27, w->archive_class);
	db_bind_text_or_null(q, 28, w->destroy_after);
	db_bind_text_or_null(q, 29, w->destroyed_on);
	db_bind_text(q, 30, w->destroyed_by);
	db_bind_text(q, 31, w->protocol);
	db_bind_int(q, 32, w->smallest_cell);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct wave *w = context;
	struct stmt *q;
	char uid[UID_SIZE];
	int64_t changed;

	if (check_figures(w, err) < 0 || check_dates(w, err) < 0 || check_code(db, w, err) < 0 ||
		check_survey(db, w, err) < 0 || check_version(db, w, err) < 0 ||
		check_smallest(db, w, err) < 0)
		return -1;
	q = db_start(db, w->id ? Q_WAVE_UPDATE : Q_WAVE_INSERT, err);
	bind_wave(q, w);
	if (w->id) {
		db_bind_int(q, 1, w->id);
		db_bind_int(q, 33, w->rev);
	} else
		db_bind_text(q, 1, text_copy(w->uid, sizeof(w->uid), random_uid(uid)));
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has changed the wave “%s” meanwhile. Nothing was saved; "
			  "look at the new state first."),
			w->code);
	/* Its unit, its year and its smallest cell are those of its published results. */
	if (w->id && published_recompute(db, w->id, err) < 0)
		return -1;
	if (w->id == 0)
		w->id = db_last_id(db);
	w->rev++;
	db_act_entity(db, w->id);
	return 0;
}

int
wave_save(struct db *db, struct wave *w, struct error *err)
{
	struct db_act act = {
		.action = w->id ? "wave.change" : "wave.add", .entity = "wave", .summary = w->code
	};
	struct error unspoken = { 0 };
	struct wave copy = *w, before;
	char summary[128];

	/* What tables hide is in the history: who changed it, and from what. */
	if (w->id && wave_load(db, w->id, &before, &unspoken) == 0 &&
		before.smallest_cell != w->smallest_cell) {
		snprintf(summary, sizeof(summary), "%s: smallest-cell %d > %d", w->code,
			before.smallest_cell, w->smallest_cell);
		act.summary = summary;
	}
	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	*w = copy;
	return 0;
}
