/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person keying one batch: the questionnaire compiled once, and what is counted. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "screens/keying/keying_sheet.h"

#include <stdlib.h>

static void
forget(struct keying_session *x)
{
	route_close(x->route);
	x->route = NULL;
	arena_release(&x->arena);
	x->q = (struct questionnaire){ 0 };
}

void
session_release(struct keying_session *x)
{
	forget(x);
}

static int
load_twice(struct keying_session *x, struct error *err)
{
	x->twice = arena_array(&x->arena, (size_t)x->q.question_count + 1, sizeof *x->twice);
	for (int i = 0; i < x->q.question_count; i++)
		if (question_asked(&x->q.questions[i]) &&
			wave_second_keying(
				x->app->db, x->wave.id, x->q.questions[i].id, &x->twice[i], err))
			return -1;
	return 0;
}

int
session_prepare(struct keying_session *x, int64_t version, struct error *err)
{
	struct questionnaire plain;

	if (x->route && x->q.version_id == version)
		return 0;
	forget(x);
	if (questionnaire_load_version(x->app->db, version, &x->arena, &plain, err))
		return -1;
	questionnaire_keyed(&plain, &x->arena, &x->q);
	if (route_open(&x->route, &x->q, err) ||
		(x->kind == READING_SECOND && load_twice(x, err))) {
		forget(x);
		return -1;
	}
	x->language =
		questionnaire_language(&x->q, i18n_language() == LANGUAGE_POLISH ? "pl" : "en");
	return 0;
}

int
session_key(struct keying_session *x)
{
	int64_t now = clock_now(), passed = x->last_key ? now - x->last_key : 0;

	x->last_key = now;
	if (passed >= SITTING_IDLE)
		x->sitting.paused += (int)passed;
	return (int)passed;
}

int
session_save(struct keying_session *x, struct error *err)
{
	return x->sitting.id ? sitting_save(x->app->db, &x->sitting, err) : 0;
}

bool
session_enforces(const struct keying_session *x)
{
	return x->wave.control == CONTROL_SYSTEM && x->kind != READING_CORRECTION;
}

bool
session_verifies(const struct keying_session *x)
{
	return x->kind == READING_SECOND && x->wave.second_method == SECOND_VERIFY;
}
