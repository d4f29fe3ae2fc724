/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A survey with a wave in memory. Each program of tests includes it once: its objects are its own. */
#ifndef TESTS_MODEL_WAVES_FIXTURE_H
#define TESTS_MODEL_WAVES_FIXTURE_H

#include "values_fixture.h"

#include "base/text.h"

#include "model/surveys/batch.h"
#include "model/surveys/form.h"
#include "model/operator.h"
#include "model/questionnaires/questionnaire.h"
#include "model/surveys/wave.h"
#include "store/internal.h"

static struct db *db;
static struct error err;
static struct arena arena;
static struct survey survey;
static struct wave wave;

static inline void
make_questionnaire(void)
{
	struct question question = { .parent = -1,
		.type = QUESTION_INTEGER,
		.word = "integer",
		.name = "age",
		.identity = "people/age",
		.list = "",
		.required = "",
		.relevant = "",
		.hard_check = "",
		.soft_check = "",
		.calculation = "",
		.appearance = "",
		.default_value = "",
		.read_only = "",
		.choice_filter = "",
		.repeat_count = "",
		.parameters = "",
		.number = "1",
		.label = { .in = { "Age" } },
		.second_keying = true };
	struct questionnaire q = { .code = "people",
		.kind = "residents",
		.form_version = "",
		.source = "",
		.published_at = "",
		.language_count = 1,
		.languages = { "English (en)" },
		.title = { .in = { "People" } },
		.questions = &question,
		.question_count = 1 };

	assert_done(questionnaire_save(db, &q, &err), err);
	assert_done(questionnaire_publish(db, q.version_id, q.version_rev, &err), err);
	survey.questionnaire = q.id;
}

static inline int
set_up(void **state)
{
	(void)state;
	err = (struct error){ 0 };
	arena = (struct arena){ 0 };
	db = fixture_database();
	survey = (struct survey){ .code = "people", .name = "What people think" };
	make_questionnaire();
	assert_done(survey_save(db, &survey, &err), err);
	wave_defaults(&wave);
	wave.survey = survey.id;
	text_copy(wave.survey_code, sizeof(wave.survey_code), survey.code);
	wave.slot = fixture_slot(db, "020101");
	assert_done(wave_save(db, &wave, &err), err);
	return 0;
}

static inline int
tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	db_close(db);
	return 0;
}

static inline struct batch
receive(int64_t first, int64_t last)
{
	struct batch b = { .wave = wave.id,
		.received_on = "2026-01-30",
		.received = (int)(last - first + 1),
		.first_number = first,
		.last_number = last };

	assert_done(batch_save(db, &b, &err), err);
	return b;
}

static inline void
set_state(int64_t number, enum form_state state, const char *reason)
{
	struct form form;

	assert_done(form_by_number(db, wave.id, number, &form, &err), err);
	assert_done(form_set_state(db, &form, state, reason, &err), err);
}

#endif
