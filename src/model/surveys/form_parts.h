/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of forms and differences share; nobody else includes it. */
#ifndef MODEL_FORM_PARTS_H
#define MODEL_FORM_PARTS_H

#include "model/surveys/form.h"

enum { FORM_HELD = 600 }; /* seconds for which an answer holds the form */

struct form_now { /* a form as it stands inside a transaction, with what its wave and batch say */
	int64_t id, number, wave, batch, version;
	enum form_state state;
	enum form_second second;
	int64_t held_by, hold, rev;
	char held_until[24], holder[16], reason[256], uid[33];
	bool paper, batch_closed, wave_closed, erased, lifted, verify;
	char second_choice[8];
	int second_every, second_share, second_start;
	bool second_whole;
	int64_t first_number;
	double threshold;
};

int form_now_load(struct db *db, int64_t form, struct form_now *out, struct error *err);
int form_move(struct db *db, const struct form_now *f, enum form_state state,
	enum form_second second, struct error *err);
/* Nothing about people comes into a wave whose personal data were erased: nobody would look for it
 * there again. */
int form_refuse_erased(const struct form_now *f, struct error *err);
/* Whoever changes a form has seen it as it is. */
int form_refuse_changed(const struct form_now *f, int64_t rev, struct error *err);
int form_raise(struct db *db, int64_t form, struct error *err); /* its rev */
/* UTC so many seconds from now. */
char *form_time(char dst[24], int later);
const char *reading_kind_name(enum reading_kind kind);
/* Refused in words: an operator of the keyer's own name read it, perhaps the same person. */
int reading_refuse_namesake(struct db *db, const struct form_now *f, int reading,
	const struct keyer *keyer, struct error *err);

/* In the caller's transaction. */
int reading_new(struct db *db, int64_t form, int reading, enum reading_kind kind,
	const struct keyer *keyer, int64_t at_question, struct error *err);
int reading_write(struct db *db, int64_t form, int reading, const struct questionnaire *q,
	const struct answer *x, struct error *err);
int reading_close(struct db *db, int64_t form, int reading, int answers, const char *reason,
	struct error *err);
bool answer_read(struct stmt *row, const struct questionnaire *q, struct answers *out);

/* ---- second_choice.c ---- */
/* Whether a form just keyed is to be keyed twice, by the rule of its wave. */
bool second_chosen(const struct form_now *f);
/* After a second reading: the whole batch, when its sample is finished and differs too much. */
int second_extend(struct db *db, const struct form_now *f, bool *extended, struct error *err);

#endif
