/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person keying one batch: the questionnaire compiled once, and what is counted. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "screens/keying/keyer.h"
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
	x->language = questionnaire_language(&x->q, i18n_code());
	return 0;
}

static int
next_second(struct keying_session *x, int64_t *number, struct error *err)
{
	struct arena arena = { 0 };
	struct form *list;
	int count, result = form_list(
		x->app->db, x->wave.id, x->batch.id, &arena, &list, &count, err);

	*number = 0;
	for (int i = 0; result == 0 && i < count && !*number; i++)
		if (list[i].second == SECOND_CHOSEN || list[i].second == SECOND_KEYING)
			*number = list[i].number;
	arena_release(&arena);
	return result;
}

int
session_next(struct keying_session *x, int64_t *number, struct error *err)
{
	if (x->kind == READING_SECOND)
		return next_second(x, number, err);
	return form_next_waiting(x->app->db, x->batch.id, number, err);
}

int
session_renew(struct keying_session *x, struct error *err)
{
	if (x->app->db && !db_broken(x->app->db))
		return 0;
	app_leave(x->app);
	return app_open(x->app, DB_EXISTING, err);
}

int
session_key(struct keying_session *x)
{
	int64_t now = clock_now(), passed = x->last_key ? now - x->last_key : 0;

	x->last_key = now;
	if (passed >= SITTING_IDLE)
		x->sitting.paused += (int)passed;
	if (passed >= KEYER_IDLE && x->keyer.declared)
		x->asks_who = true;
	return (int)passed;
}

int
session_save(struct keying_session *x, struct error *err)
{
	if (!x->sitting.id)
		return 0;
	return session_renew(x, err) ? -1 : sitting_save(x->app->db, &x->sitting, err);
}

int
session_takes(struct keying_session *x, const struct keyer *keyer, struct error *err)
{
	if (x->keyer.id != keyer->id) {
		if (session_save(x, err))
			return -1;
		x->sitting = (struct sitting){ 0 };
	}
	x->keyer = *keyer;
	x->asks_who = false;
	return 0;
}

int
session_join(struct keying_session *x, const struct keying_session *other, struct error *err)
{
	x->app = other->app;
	x->wave = other->wave;
	x->batch = other->batch;
	return session_takes(x, &other->keyer, err);
}

int
session_follow(struct keying_session *x, const struct keying_session *other, struct error *err)
{
	if (other->last_key <= x->last_key)
		return 0;
	if (session_takes(x, &other->keyer, err))
		return -1;
	x->last_key = other->last_key;
	x->asks_who = other->asks_who;
	return 0;
}

bool
session_enforces(const struct keying_session *x)
{
	return x->wave.control == CONTROL_SYSTEM;
}

bool
session_verifies(const struct keying_session *x)
{
	return x->kind == READING_SECOND && x->wave.second_method == SECOND_VERIFY;
}
