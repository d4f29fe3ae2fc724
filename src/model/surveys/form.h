/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms: a stamped paper from its reception to its settled answers, and the readings of it. A
 * reading is one person's way through the form; a finished one is never changed, a
 * correction adds another. What counts is, for each question, the newest finished reading that
 * holds it (the second one only where it was settled in its favour); the view answer_counting
 * says it for every query. */
#ifndef MODEL_FORM_H
#define MODEL_FORM_H

#include "model/operator.h"
#include "model/keying/route.h"

enum form_state { FORM_WAITING, FORM_KEYING, FORM_KEYED, FORM_EMPTY, FORM_SPOILT, FORM_MISSING,
	FORM_STATES };
const char *form_state_name(enum form_state state);  /* waiting: in files */
const char *form_state_label(enum form_state state); /* translated */
enum form_second { SECOND_NONE, SECOND_CHOSEN, SECOND_KEYING, SECOND_DIFFERS, SECOND_DONE };
const char *form_second_name(enum form_second second);
const char *form_second_label(enum form_second second);
enum reading_kind { READING_FIRST, READING_SECOND, READING_THIRD, READING_CORRECTION,
	READING_IMPORT };

struct form {
	int64_t id, rev, wave, batch; /* batch 0 = not on paper */
	char uid[33];
	int64_t number, version;
	char mode[16]; /* paper, online, interviewer */
	enum form_state state;
	enum form_second second;
	bool inconsistent;
	char reason[256], note[512];
	int batch_number;
	char keyer[16]; /* initials of the first keyer, "" when erased */
};

int form_list(struct db *db, int64_t wave, int64_t batch, struct arena *arena, struct form **list,
	int *count, struct error *err); /* batch 0 = all of the wave */
/* The same in pieces: at most limit forms with numbers above after, for screens. */
int form_page(struct db *db, int64_t wave, int64_t batch, int64_t after, int limit,
	struct arena *arena, struct form **list, int *count, struct error *err);
/* ERROR_MISSING says which numbers the wave's batches hold. */
int form_by_number(struct db *db, int64_t wave, int64_t number, struct form *out,
	struct error *err);
/* The number to key next in the batch: the first that waits, 0 = none. */
int form_next_waiting(struct db *db, int64_t batch, int64_t *number, struct error *err);
/* The first form of the batch that this keyer began (READING_FIRST, READING_SECOND) and that waits
 * to be gone on with; 0 = none. */
int form_begun(struct db *db, int64_t batch, enum reading_kind kind, int64_t keyer, int64_t *number,
	struct error *err);
/* A number that turns out empty, spoilt or missing, or waits again; not for keyed forms. One in
 * keying only while its reading holds no value: reasons why there is none (left blank, illegible)
 * go with it. A spoilt one needs a reason.
 *
 * Here, in notes, corrections and remarks form is as it was read: ERROR_CONFLICT and nothing is
 * written when it was changed since. Its rev moves on. */
int form_set_state(struct db *db, struct form *form, enum form_state state, const char *reason,
	struct error *err);
int form_set_note(struct db *db, struct form *form, const char *note, struct error *err);
/* Forms whose settled answer to the question equals the value, or whose text holds it. */
int form_find(struct db *db, int64_t wave, int64_t question, const char *value,
	struct arena *arena, struct form **list, int *count, struct error *err);

/* ---- reading: one person at one form ---- */
struct sitting;
struct reading {
	int64_t form, number; /* number = stamped on the form */
	int reading;          /* 1, 2, 3, … */
	enum reading_kind kind;
	int64_t keyer, hold;  /* who holds the form for it, and by which opening */
	struct place at;      /* where it goes on; {0, 1} at its start */
	bool resumed;
	const struct sitting
		*sitting; /* whose counts are saved with the finished form; NULL = none */
};

/* Starts a reading (first or second), or goes on with the same person's unfinished one, and holds
 * the form for them. Refused in words: keyed already (first), empty or spoilt, a second reading by
 * the first keyer or somebody of the same name (unless lifted), not chosen for second keying, a
 * closed batch, an erased wave. A colleague who keys it now: ERROR_BUSY with their initials and
 * since when; one who began and left it (or has been silent for ten minutes): ERROR_CONFLICT in
 * words, unless take, which takes it over. The newest opening holds the form: a window in which
 * the same person has it open writes no more. */
int reading_open(struct db *db, const struct form *form, enum reading_kind kind,
	const struct keyer *keyer, const struct questionnaire *q, bool take, struct reading *out,
	struct error *err);
/* What was keyed so far in this reading. out needs an arena, as for all answers read here. */
int reading_load(struct db *db, const struct reading *r, const struct questionnaire *q,
	struct answers *out, struct error *err);
/* Answers typed since the last call and where the keyer stands: one commit, on disk when it
 * returns. removed: a change whose value must go. Also holds the form for ten minutes more. */
struct answer_change {
	struct answer answer;
	bool removed;
};
int reading_put(struct db *db, const struct reading *r, const struct questionnaire *q,
	const struct answer_change *changes, int count, struct place at, struct error *err);
/* Ends it: everything of answers is what stands (route_complete has been called), the checks that
 * were confirmed; the form's state moves on; a second reading is compared with the first and its
 * differences become rows (form: SECOND_DIFFERS or SECOND_DONE). One transaction with its audit
 * line (numbers only, of the batch). differences may be NULL. */
int reading_finish(struct db *db, const struct reading *r, const struct questionnaire *q,
	const struct answers *answers, const struct failed_check *confirmed, int confirmed_count,
	int *differences, struct error *err);
/* Leaves it for later: the form is no longer held. One in which nothing was keyed is as if it had
 * not been opened. */
int reading_leave(struct db *db, const struct reading *r, struct error *err);
/* A correction of a keyed form: only what changed, with the reason; n answers. What is removed
 * stands as no_answer. Corrections are readings 4, 5, …; old values stay. What this keyer had typed
 * of it (model/keying/typed.h) goes in the same transaction. */
int form_correct(struct db *db, struct form *form, const struct keyer *keyer,
	const struct questionnaire *q, const struct answer_change *changes, int count,
	const char *reason, struct error *err);

/* What counts now. */
int form_answers(struct db *db, int64_t form, const struct questionnaire *q, struct answers *out,
	struct error *err);
/* One reading as it was read, whoever it was. ERROR_MISSING */
int form_reading(struct db *db, int64_t form, int reading, const struct questionnaire *q,
	struct answers *out, struct error *err);

int remark_set(struct db *db, struct form *form, int64_t question, int occurrence, const char *text,
	struct error *err); /* "" takes it away */
int remark_get(struct db *db, int64_t form, int64_t question, int occurrence, char *dst,
	size_t size, struct error *err);

/* The form that this keyer finished last in this batch; 0 = none. Reads the whole batch: once. */
int form_last_keyed(struct db *db, int64_t batch, int64_t keyer, int64_t *form, struct error *err);
/* What its first reading says, for the key +; "" = nothing. */
int form_last_value(struct db *db, int64_t form, int64_t question, char *dst, size_t size,
	struct error *err);

#endif
