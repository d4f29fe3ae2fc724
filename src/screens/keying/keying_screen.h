/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the form's screen, for keying*.c alone. */
#ifndef SCREENS_KEYING_SCREEN_H
#define SCREENS_KEYING_SCREEN_H

#include "screens/keying/keying.h"
#include "screens/keying/keying_page.h"
#include "screens/keying/sound.h"

enum keying_mode {
	KEYING_FIELD,
	KEYING_REASONS, /* digits choose why there is no answer */
	KEYING_LIST,    /* choices of the question */
	KEYING_LINE,    /* one line is typed */
	KEYING_PAUSE,
	KEYING_END /* the list at the form's end */
};

enum keying_line { LINE_GO, LINE_NOTE, LINE_FORM_NOTE, LINE_REASON, LINE_WHO };

struct keying {
	struct screens *screens;
	struct keying_session *session;
	struct sheet sheet;
	struct keying_page page;
	enum keying_mode mode;
	enum keying_line line_for;
	char line[512];
	char reason[512]; /* of a correction, while saving it did not succeed */
	struct edit edit;
	struct place seen;      /* the place that was made ready */
	char last[KEYED_VALUE]; /* what + repeats there, "" = nothing */
	int list_at, list_top;
	int end_at, end_top; /* row of the list at the end; check_count = the line that finishes */
	int64_t paused_at;
	struct event held;        /* the key that came after a long time, */
	enum keying_mode held_in; /* and what was open then */
	bool leaving;
	bool deciding; /* both versions of a correction are shown */
	bool told; /* that the end was reached, by its sound */
};

/* A refused key: sentence, sound, and what was typed ahead is dropped. */
void keying_refuse(struct keying *k, const struct error *err, enum sound sound);
/* After the place may have changed. */
void keying_arrive(struct keying *k);
void keying_ask_line(struct keying *k, enum keying_line line, const char *text);
/* Whether the event waits for the answer to who is keying: a key is done after it. */
bool keying_asks_who(struct keying *k, const struct event *event);
void keying_leave(struct keying *k);

/* keying_mend.c: what only a correction has */
void keying_mend_start(struct keying *k);
bool keying_mend_asks(struct keying *k, int action); /* before leaving: what becomes of it */
/* Both versions of what a colleague changed too; true = shown, or the form was left. */
bool keying_mend_settle(struct keying *k, int action);
void keying_mend_decided(struct keying *k, const char *choice);
/* Saving found the form changed: true = it is dealt with. */
bool keying_mend_conflict(struct keying *k);

/* keying_keys.c */
enum widget_result keying_event(void *widget, const struct event *event);
/* Before the place is left: what was typed becomes its answer, as with Enter. false = refused. */
bool keying_take_typed(struct keying *k);
void keying_result(struct keying *k, enum sheet_result result, const struct error *err);
/* keying_end.c */
void keying_end_open(struct keying *k);
void keying_end_key(struct keying *k, const struct event *event);
void keying_finish(struct keying *k, const char *reason);
void keying_end_draw(struct keying *k, struct canvas *c);
/* keying_draw.c */
void keying_draw(void *self, struct canvas *c);
extern const int keying_reasons[]; /* enum missing by their digit's order, ended by 0 */

#endif
