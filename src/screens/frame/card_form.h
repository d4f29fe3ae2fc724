/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One frame for the forms of things that are kept: drafts, checks, leaving, and two people at
 * one thing. A kind brings its fields, and reads and saves the values. */
#ifndef SCREENS_CARD_FORM_H
#define SCREENS_CARD_FORM_H

#include "model/deletion.h"
#include "model/owner.h"
#include "screens/frame/app.h"
#include "tui/form.h"

enum { CARD_FORM_ANSWER = 5 }; /* of the kind: ACTION_ANSWER_1 + this */

struct card_form_of { /* which thing */
	int64_t id;      /* 0 = a new one */
	int64_t parent;  /* of a new one: its survey, its wave */
	int slot;        /* of a new one: the unit that it is about; NO_SLOT = none yet */
	int64_t rev;     /* that the person saw; written by read() */
	char uid[33];    /* drafts lie under it; of a new one the parent's */
	char read_at[32]; /* UTC, when the form was opened */
	char owner[OWNER_SIZE]; /* written by read(): what another office keeps opens to be read,
	                         * and something new of it is refused when it is opened */
};

struct card_form_kind {
	const char *name;           /* of drafts, never translated */
	const struct field *fields; /* headings (FIELD_NOTE) do not count in numbers of errors */
	const char *const *names;   /* of drafts, one per field; NULL at headings */
	int count;
	int first;   /* the field to stand on where the thing is there already, from 0 */
	size_t size; /* of the values: plain memory, no pointers */
	enum person_role role;
	/* Of a new one the id is written where there is such a row already: the form then changes
	 * that one, and what a colleague wrote into it meanwhile is shown beside the own. The id
	 * becomes 0 where a colleague has taken the thing away meanwhile and a new one can take its
	 * place. */
	int (*read)(struct app *app, struct card_form_of *of, void *values, struct error *err);
	/* Saves under of->rev; a new one's id into of->id. Where typed fields say which one it is,
	 * and there is one already, its id with ERROR_CONFLICT: the form then shows both. */
	int (*save)(struct app *app, struct card_form_of *of, const void *values,
		struct error *err);
	/* Both or neither. Whether a colleague has deleted what was read as base, or what it (a new
	 * line, too) hangs on; what stands
	 * elsewhere meanwhile has its new id then. Bringing it back, with its id as it is then;
	 * reasons that it asks for stand in values. */
	int (*gone)(struct app *app, struct card_form_of *of, const void *base,
		struct deletion *out, struct error *err);
	int (*back)(struct app *app, struct card_form_of *of, const void *values,
		const struct deletion *d, struct error *err);
	/* "Batch 3", for line 1 and for questions. */
	void (*title)(const struct card_form_of *of, const void *values, char *dst, size_t size);
	const char *saved; /* N_() one sentence */
	/* Whether two texts of the field, from 0, mean the same: such are no difference between two
	 * people. Other fields are compared by what they show. */
	bool (*same)(int field, const char *a, const char *b);
	/* Answers of the kind's own dialogs (actions from CARD_FORM_ANSWER on), and ACTION_CHANGED
	 * when a field was left with something new. The field to stand on, from 0, whose value it
	 * wrote; -1 = none. */
	int (*answer)(struct screens *s, void *values, int action, const struct event *event);
	/* What is asked before saving; empty: nothing is odd. */
	void (*doubt)(struct app *app, const struct card_form_of *of, const void *values,
		char *dst, size_t size);
	/* What is said of this one (its name, what is odd about it); empty: the sentence above. */
	void (*said)(const void *values, char *dst, size_t size);
};

/* After saving the screen below gets act(action, event), event->number = the id. */
void card_form_open(struct screens *s, const struct card_form_kind *kind, int64_t id,
	int64_t parent, int action);
/* A new one about a unit. */
void card_form_open_for(struct screens *s, const struct card_form_kind *kind, int64_t parent,
	int slot, int action);

/* Dates as people read them to and from YYYY-MM-DD; "" stays "". */
char *card_form_date(char *dst, size_t size, const char *iso);
char *card_form_iso(char *dst, size_t size, const char *text);
/* For doubt: a deadline as typed that has passed, and is not the one that stood there before. */
void card_form_passed(char *dst, size_t size, const char *day, const char *before);
/* A text as it is kept. One that is longer than the field (an older program kept such, and they
 * come in packages) is refused in a sentence: saving would cut it. */
int card_form_text(char *dst, size_t size, const char *text, struct error *err);
/* Whole numbers; nothing for 0 and 0 for nothing. The field has checked what was typed. */
char *card_form_number(char *dst, size_t size, int64_t number);
int64_t card_form_whole(const char *text);
/* For check of a field with a code: it is told when the field is left (model/code.h). */
int card_form_code(const void *data, const struct field *field, struct error *err);

#endif
