/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying as work that may fail in the middle: one answer, and the end of a form. */
#include "config.h"

#include "works.h"

#include "../model/forms_fixture.h"

#include <string.h>

#define PAPER "sex=female|born=1970|household=3|children=no|services=bus park|roads=2"

/* The fixture's questionnaire and keyers over an open database. */
static int
take(struct forms *f, struct db *db, struct error *err)
{
	struct questionnaire plain;

	*f = (struct forms){ .db = db, .wave = 1, .batch = 1 };
	f->anna.id = 1;
	f->jan.id = 2;
	if (questionnaire_load_version(db, 1, &f->arena, &plain, err) < 0)
		return -1;
	questionnaire_keyed(&plain, &f->arena, &f->q);
	return route_open(&f->r, &f->q, err);
}

static void
let_go(struct forms *f)
{
	route_close(f->r);
	arena_release(&f->arena);
}

static int
open_reading(struct forms *f, int64_t number, enum reading_kind kind, const struct keyer *keyer,
	struct reading *r, struct error *err)
{
	struct form form;

	return form_by_number(f->db, f->wave, number, &form, err) < 0 ? -1
		: reading_open(f->db, &form, kind, keyer, &f->q, false, r, err);
}

static int
put(struct forms *f, const struct reading *r, const char *list, struct error *err)
{
	struct answers a = { .arena = &f->arena };
	struct answer_change changes[16] = { { .removed = false } };
	struct place at;

	forms_parse(&f->q, &a, list);
	for (int i = 0; i < a.count; i++)
		changes[i].answer = a.list[i];
	at = (struct place){ a.list[a.count - 1].question + 1, 1 };
	return reading_put(f->db, r, &f->q, changes, a.count, at, err);
}

/* Forms 101 half keyed, 102 keyed and half keyed again. */
int
works_forms_build(struct db *db, struct error *err)
{
	struct forms f = { .db = db };
	struct reading r;
	int result;

	if (forms_fill(&f) < 0 || route_open(&f.r, &f.q, &f.err) < 0) {
		arena_release(&f.arena);
		return error_set(err, ERROR_DATA, "%s", f.err.text);
	}
	result = open_reading(&f, 101, READING_FIRST, &f.anna, &r, err) ||
			put(&f, &r, "sex=male", err) ||
			forms_key(&f, 102, READING_FIRST, &f.anna, PAPER, NULL) ||
			open_reading(&f, 102, READING_SECOND, &f.jan, &r, err) ||
			put(&f, &r, "sex=male|born=1971", err)
		? -1
		: 0;
	let_go(&f);
	return result;
}

int
works_forms_put(struct db *db, struct error *err)
{
	struct reading r = { .form = 1, .number = 101, .reading = 1, .keyer = 1, .hold = 1 };
	struct forms f;
	int result = take(&f, db, err);

	if (result == 0)
		result = put(&f, &r, "sex=female|born=1970|household=4", err);
	let_go(&f);
	return result;
}

static int
finish(struct forms *f, const struct reading *r, const char *list, struct error *err)
{
	struct answers a = { .arena = &f->arena };
	struct failed_check *failed;
	int count;

	forms_parse(&f->q, &a, list);
	return route_check(f->r, &a, 0, &f->arena, &failed, &count, err) < 0 ||
			route_complete(f->r, &a, false, err) < 0 ||
			reading_finish(f->db, r, &f->q, &a, failed, count, NULL, err) < 0
		? -1
		: 0;
}

int
works_forms_finish(struct db *db, struct error *err)
{
	struct reading r = { .form = 1, .number = 101, .reading = 1, .keyer = 1, .hold = 1 };
	struct forms f;
	int result = take(&f, db, err);

	if (result == 0)
		result = finish(&f, &r, PAPER, err);
	let_go(&f);
	return result;
}

int
works_forms_finish_second(struct db *db, struct error *err)
{
	struct reading r = { .form = 2, .number = 102, .reading = 2, .kind = READING_SECOND,
		.keyer = 2, .hold = 2 };
	struct forms f;
	int result = take(&f, db, err);

	if (result == 0)
		result = finish(&f, &r, "sex=male|born=1971|household=3|children=no", err);
	let_go(&f);
	return result;
}
