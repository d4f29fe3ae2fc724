/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small questionnaire in memory and in a database with a wave, a batch and three keyers. */
#ifndef TESTS_MODEL_FORMS_FIXTURE_H
#define TESTS_MODEL_FORMS_FIXTURE_H

#include "model/surveys/batch.h"
#include "model/keying/difference.h"
#include "model/surveys/form.h"

enum { FIXTURE_FORMS = 20 }; /* stamped 101 to 120 */

struct forms {
	struct db *db;
	struct arena arena;
	struct questionnaire q;
	struct route *r;
	int64_t wave, batch;
	struct wave wave_now; /* of forms_wave() */
	struct batch batch_now;
	struct keyer anna, jan, ewa;
	struct error err;
};

/* The questionnaire alone. */
void fixture_questionnaire(struct questionnaire *q, struct arena *arena);
/* All of it; path NULL = in memory. 0 or -1 with f->err. */
int forms_open(struct forms *f, const char *path);
void forms_close(struct forms *f);
/* Into an open database: the questionnaire published, a wave, its forms, the keyers. */
int forms_fill(struct forms *f);
void forms_sql(struct forms *f, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
int64_t forms_number(struct forms *f, const char *sql);
int forms_question(const struct forms *f, const char *name);
/* The wave and the batch as they stand now. */
struct wave *forms_wave(struct forms *f);
struct batch *forms_batch(struct forms *f);
/* Keys the form whole with these answers ("name=value|name=value") and finishes it. */
int forms_key(struct forms *f, int64_t number, enum reading_kind kind, const struct keyer *keyer,
	const char *answers, int *differences);
void forms_parse(const struct questionnaire *q, struct answers *a, const char *answers);

#endif
