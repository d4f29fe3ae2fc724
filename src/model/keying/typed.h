/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers that a keyer typed about a finished form and has not saved: a correction in progress, a
 * third reading. They are a draft (model/draft.h): of the screen, of the form, and of the operator,
 * because on a shared account several people work. Its lines, by field:
 *
 *	17.1          what was typed for question 17, occurrence 1: "REASON MARKS VALUE", as in
 *	              the table answer, REASON "-" where there is a value ("- 0 3",
 *	              "illegible 1 "); an empty text: the answer was taken away
 *	17.1 before   what stood there when it was typed, the same way; empty = nothing
 *	at            where the keyer stood, "17.1"; "end" = the end of the form
 *
 * Questions are those of the form's own version, which stays with the form; -17 is the text of an
 * added "other". A line that no longer means anything is passed over. */
#ifndef MODEL_TYPED_H
#define MODEL_TYPED_H

#include "model/surveys/form.h"

#define TYPED_CORRECTION "correction"
#define TYPED_DIFFERENCE "difference"

struct typed_answer {
	struct place at;
	bool there, was_there;        /* whether answer and before hold anything */
	struct answer answer, before; /* typed; what stood there then */
};

struct typed {
	int64_t base_rev;        /* of the form, as the keyer saw it */
	char saved_at[32];       /* UTC; "" = there is no draft */
	struct place at;         /* {0, 1} where it is not said */
	struct typed_answer *list;
	int count;
};

/* Texts are the arena's. saved_at "" = nothing is kept for this keyer. */
int typed_load(struct db *db, const char *screen, const struct form *form,
	const struct keyer *keyer, const struct questionnaire *q, struct arena *arena,
	struct typed *out, struct error *err);
/* One commit, on disk when it returns: these answers, and where the keyer stands (NULL = not kept).
 * An answer that is again what stood there goes; when nothing typed is left the draft goes too.
 * Refused in a wave whose personal data were erased. */
int typed_put(struct db *db, const char *screen, const struct form *form, const struct keyer *keyer,
	const struct questionnaire *q, const struct typed_answer *list, int count,
	const struct place *at, struct error *err);
int typed_drop(struct db *db, const char *screen, const struct form *form,
	const struct keyer *keyer, struct error *err);

/* What waits in a batch (0 = in all of the wave), of a keyer (0 = of all), by form number. Third
 * readings count while their difference is open. */
struct typed_waiting {
	int64_t number, keyer; /* stamped on the form; 0 = gone from the register */
	int64_t batch;
	bool third;
	char initials[16], saved_at[32]; /* UTC */
};
int typed_waiting(struct db *db, int64_t wave, int64_t batch, int64_t keyer, struct arena *arena,
	struct typed_waiting **list, int *count, struct error *err);
/* "Form 5: a correction by AK from 2026-11-22 10:30 waits." In the arena. */
const char *typed_waiting_text(const struct typed_waiting *w, struct arena *arena);

/* Inside the caller's transaction: all of it, or one field (question is an id). */
int typed_forget(struct db *db, const char *screen, int64_t form, int64_t keyer, struct error *err);
int typed_forget_field(struct db *db, const char *screen, int64_t form, int64_t keyer,
	int64_t question, int occurrence, struct error *err);

#endif
