/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens of surveys and of paper share, and how they open each other. */
#ifndef SCREENS_SURVEY_SCREENS_H
#define SCREENS_SURVEY_SCREENS_H

#include "model/surveys/batch.h"
#include "screens/frame/app.h"

extern const struct screen wave_card_screen;      /* argument: int64_t, the wave */
extern const struct screen wave_questions_screen; /* argument: int64_t, the wave */
extern const struct screen form_list_screen;      /* argument: int64_t, the batch */
extern const struct screen operator_list_screen;

/* The wave looked at last, else the newest open one, else the newest. ERROR_MISSING says what to
 * do first. */
int survey_wave(struct app *app, struct wave *out, struct error *err);
/* All waves for a field of choices, in the arena: "code  survey", ended by NULL; *last: the one
 * that survey_wave() means. */
int survey_waves_offered(struct app *app, struct arena *arena, struct wave **list,
	const char *const **choices, int *last, struct error *err);
void survey_remember_wave(struct app *app, const char *code);
/* open, closed, due for erasure, erased. */
const char *survey_wave_state(const struct wave *w);
/* 0 when the person may write and has the role, else -1 with a sentence. */
int survey_may(struct app *app, enum person_role role, struct error *err);

/* Closes a wave after a question or opens it again. The answers come to the screen below. */
void survey_ask_close_wave(struct screens *s, const struct wave *w, int close, int reopen);
void survey_close_wave(struct screens *s, struct wave *w, bool close); /* w as it was asked about */
void survey_ask_erase(struct screens *s, const struct wave *w, int action);
void survey_erase(struct screens *s, struct wave *w);

/* A box with what is still open in the batch, and the line that explains it. */
void batch_close_open(struct screens *s, int64_t batch);

#endif
