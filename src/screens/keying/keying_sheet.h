/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form while it is keyed: its answers, where the keyer stands, what is not on disk yet, what
 * can be undone. Knows the model and no screen. One person keying one batch is a session; the
 * sheets of its forms share the compiled questionnaire. */
#ifndef SCREENS_KEYING_SHEET_H
#define SCREENS_KEYING_SHEET_H

#include "model/surveys/batch.h"
#include "model/keying/difference.h"
#include "model/keying/sitting.h"
#include "model/keying/typed.h"
#include "model/keying/verify.h"
#include "screens/frame/app.h"
#include "screens/keying/keying_field.h"

struct keying_session { /* one batch, one person, one mode */
	struct app *app;
	struct wave wave;
	struct batch batch;
	enum reading_kind kind; /* FIRST, SECOND, CORRECTION */
	struct keyer keyer;     /* id 0 = not known yet */
	struct sitting sitting; /* id 0 = nothing was keyed yet */
	int64_t last_key;       /* when; 0 = none yet */
	bool asks_who;          /* shared account, after idle: the next keys may be another's */
	int64_t last_of;        /* operator whose last form is known */
	int64_t last_form;      /* finished by that one in the batch, 0 = none */
	struct arena arena;     /* of the questionnaire */
	struct questionnaire q; /* version_id 0 = none loaded */
	struct route *route;
	int language;
	bool *twice;          /* by question: keyed a second time in this wave */
	struct error refused; /* why the last form did not open */
};

struct sheet_undo {
	struct place at;
	bool there; /* an answer stood there */
	struct answer answer;
};

struct sheet_check { /* a row of the list at the form's end */
	struct failed_check failed;
	bool confirmed; /* so on the paper */
};

struct sheet {
	struct keying_session *session;
	struct form form;
	struct reading reading; /* of a correction: form and number only */
	struct arena arena;     /* of the form */
	struct answers answers;
	struct answers before; /* second: the first reading; correction: what stood there */
	struct place at;       /* question -1 = the end of the form */
	struct place kept_at;  /* as it is on disk */
	struct place *changed; /* places whose answers are not on disk */
	int changed_count;
	size_t changed_room;
	struct sheet_undo *undo;
	struct place *taken_back; /* whose answers an undo took */
	int undo_count, taken_count;
	size_t undo_room, taken_room;
	struct error unsaved; /* why what is typed is not on disk; code NONE = it is */
	/* correction */
	bool drafted, moved_on;     /* a draft is on disk; the form was changed since */
	char typed_at[32];          /* when, UTC: of a draft that was taken up */
	struct typed_answer *apart; /* both the keyer and a colleague changed them: to be decided */
	int apart_count;
	struct keying_field field;
	struct arena field_arena; /* of the codes of the field */
	char *text;               /* buffer of texts */
	/* what was typed at the place before and not taken at once */
	struct place insisted_at;
	struct answer insisted;
	int insisted_count;
	struct verify verify;       /* of the place, while verifying */
	struct sheet_check *checks; /* at the end */
	int check_count;
	struct arena check_arena;
};

/* ---- session ---- */
void session_release(struct keying_session *x);
/* The version of the questionnaire, compiled; at once when it is there already. */
int session_prepare(struct keying_session *x, int64_t version, struct error *err);
/* After a failed write the connection may refuse all work: a new one looks what is there. */
int session_renew(struct keying_session *x, struct error *err);
/* The number that waits in the batch, 0 = none; for second keying the first chosen one. */
int session_next(struct keying_session *x, int64_t *number, struct error *err);
/* Counts the time since the last key as pause when it was long; returns its seconds. */
int session_key(struct keying_session *x);
/* What was counted so far; nothing when nothing was keyed. */
int session_save(struct keying_session *x, struct error *err);
/* Who keys from now on. Another person than before begins a sitting of their own. */
int session_takes(struct keying_session *x, const struct keyer *keyer, struct error *err);
/* The same person works on the same batch in another way; and what came of it is followed. */
int session_join(struct keying_session *x, const struct keying_session *other, struct error *err);
int session_follow(struct keying_session *x, const struct keying_session *other, struct error *err);
bool session_enforces(const struct keying_session *x); /* routes */
bool session_verifies(const struct keying_session *x); /* against the first reading */

/* ---- form ---- */
/* Opens the form for the session's keyer. ERROR_CONFLICT: a colleague began it; take takes it
 * over. */
int sheet_open(struct sheet *h, struct keying_session *x, const struct form *form, bool take,
	struct error *err);
void sheet_release(struct sheet *h);

enum sheet_result {
	SHEET_MOVED,   /* taken; the place has moved on */
	SHEET_REFUSED, /* err says why */
	SHEET_DIFFERS  /* second keying: not what was keyed first; key again */
};
/* An answer to the place; the keyer stays. */
enum sheet_result sheet_take(
	struct sheet *h, const char *value, enum missing missing, struct error *err);
/* The same, then on to the next one. */
enum sheet_result sheet_answer(
	struct sheet *h, const char *value, enum missing missing, struct error *err);
/* On without a new answer: only where one stands or nothing is enforced. */
enum sheet_result sheet_next(struct sheet *h, struct error *err);
enum sheet_result sheet_end_repeat(struct sheet *h, struct error *err);
void sheet_back(struct sheet *h);
void sheet_go(struct sheet *h, struct place at);
/* The first asked place without an answer, else the end. */
void sheet_go_open(struct sheet *h);
/* The place of a number printed on paper, 0 or -1 when there is none. */
int sheet_find_number(const struct sheet *h, const char *number, struct place *at);
bool sheet_undo(struct sheet *h, struct answer *was, bool *there); /* false = nothing left */
void sheet_taken_back(const struct sheet *h, char *dst, size_t size); /* no answer since an undo */
/* Whether a question of the form is keyed in this session. */
bool sheet_keyed(const struct sheet *h, int question);
/* The value that + repeats here, "" = none. dst of KEYED_VALUE. */
int sheet_last_value(struct sheet *h, char *dst, size_t size, struct error *err);

/* Everything typed onto the disk, one commit; 0 at once when nothing is new. On failure the
 * answers stay, unsaved says why, and the next call tries again. */
int sheet_settle(struct sheet *h, struct error *err);
bool sheet_changed(const struct sheet *h, struct place at); /* not on disk */
void sheet_note(struct sheet *h, struct place at);          /* the answer there is not on disk */

/* The list at the end: what is unlikely, contradicts, or lacks. Second keying: none. */
int sheet_check_all(struct sheet *h, struct error *err);
void sheet_confirm(struct sheet *h, int check); /* so on the paper, and back */
void sheet_drop(struct sheet *h, int check);    /* the answer off the route goes */
int sheet_open_checks(const struct sheet *h);   /* not confirmed */
int sheet_finish(struct sheet *h, const char *reason, struct error *err); /* reason: correction */
int sheet_corrections(const struct sheet *h);        /* answers that differ from what stood there */
int sheet_leave(struct sheet *h, struct error *err); /* for later */

#endif
